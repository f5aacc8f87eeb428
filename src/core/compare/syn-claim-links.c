/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-claim-links.h"

#include "compare/syn-twins.h"

/* A pair that the engine did not show counts as this much less than it scored. */
#define UNSHOWN_FACTOR 0.3
/* "Fourteen injured" and "seventeen hurt": the same claim with another figure. */
#define DISPUTED_STRENGTH 0.65
/* Of the weight that two statements share, so much is not the name of who speaks in one of them. */
#define MIN_BESIDE_SPEAKER 0.4
#define NEVER (-1e6)

/* What is known of two statements. */
typedef struct
{
  double strength;
  guint matched : 1;
  guint shown : 1;    /* the match is */
  guint spoken : 1;   /* the match shares little but the speaker */
  guint disputed : 1; /* they give different figures for one thing */
  guint vetoed : 1;   /* the reader parted them */
} Link;

struct _SynClaimLinks
{
  SynEngine *engine;
  GArray *links;       /* Link */
  SynPairTable *index; /* pair → number of its link */
  GPtrArray *near;     /* per statement: GArray of SynClaimNear, or NULL */
  GPtrArray *partners; /* per statement: GArray of guint, or NULL */
};

static void
append_to (GPtrArray *lists, guint index, guint value)
{
  GArray **list = (GArray **)&lists->pdata[index];

  if (*list == NULL)
    *list = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (*list, value);
}

/* New ones say nothing yet. */
static Link *
get_link (SynClaimLinks *self, guint a, guint b)
{
  guint number;

  if (!syn_pair_table_lookup (self->index, a, b, &number))
    {
      number = self->links->len;
      g_array_set_size (self->links, number + 1);
      syn_pair_table_add (self->index, a, b, number);
    }
  return &g_array_index (self->links, Link, number);
}

static const Link *
find_link (const SynClaimLinks *self, guint a, guint b)
{
  guint number;

  return syn_pair_table_lookup (self->index, a, b, &number)
             ? &g_array_index (self->links, Link, number)
             : NULL;
}

static gboolean
is_inside (SynSpan inner, SynSpan outer)
{
  return inner.start >= outer.start && inner.end <= outer.end;
}

/* Adds the words of the speaker of @statement to @names. */
static void
add_speaker (SynEngine *engine, guint statement, GHashTable *names)
{
  const SynStatement *of = syn_engine_get_statement (engine, statement);
  guint n;
  const SynToken *tokens
      = syn_document_get_tokens (syn_engine_get_document (engine, statement), &n);

  for (guint t = of->first_token; t < of->first_token + of->n_tokens; t++)
    if (is_inside (tokens[t].span, of->speaker))
      g_hash_table_add (names, GUINT_TO_POINTER (syn_engine_map_term (engine, statement,
                                                                      tokens[t].term)));
}

/* The weight of the words of @statement in @spans, all of it and what is not in @names. */
static void
weigh_spans (SynEngine *engine, guint statement, GArray *spans, GHashTable *names, double *all,
             double *beside)
{
  const SynStatement *of = syn_engine_get_statement (engine, statement);
  guint n, at = 0;
  const SynToken *tokens
      = syn_document_get_tokens (syn_engine_get_document (engine, statement), &n);

  for (guint t = of->first_token; t < of->first_token + of->n_tokens; t++)
    {
      guint32 term = syn_engine_map_term (engine, statement, tokens[t].term);

      while (at < spans->len && g_array_index (spans, SynSpan, at).end <= tokens[t].span.start)
        at++;
      if (at == spans->len || !is_inside (tokens[t].span, g_array_index (spans, SynSpan, at))
          || !syn_token_is_content (&tokens[t]))
        continue;
      *all += g_array_index (engine->weight, float, term);
      if (!g_hash_table_contains (names, GUINT_TO_POINTER (term)))
        *beside += g_array_index (engine->weight, float, term);
    }
}

/* Whether the two have little in common but a speaker of one of them: two things that one person
 * said or did. */
static gboolean
is_only_spoken (SynEngine *engine, const SynMatch *match)
{
  g_autoptr (GHashTable) names = NULL;
  double all = 0, beside = 0;

  if (match->kind == SYN_MATCH_COPIED)
    return FALSE;
  names = g_hash_table_new (NULL, NULL);
  add_speaker (engine, match->a, names);
  add_speaker (engine, match->b, names);
  if (g_hash_table_size (names) == 0)
    return FALSE;
  weigh_spans (engine, match->a, match->a_spans, names, &all, &beside);
  weigh_spans (engine, match->b, match->b_spans, names, &all, &beside);
  return beside < MIN_BESIDE_SPEAKER * all;
}

static void
add_match (SynClaimLinks *self, const SynMatch *match)
{
  Link *link;

  /* One of them stands for both. */
  if (syn_engine_twin_of (self->engine, match->a) == syn_engine_twin_of (self->engine, match->b))
    return;
  link = get_link (self, match->a, match->b);
  link->matched = TRUE;
  link->shown = match->tier <= SYN_TIER_LIKELY;
  link->strength = link->shown ? match->score : match->score * UNSHOWN_FACTOR;
  if (!link->shown)
    return;
  link->spoken = !match->own && is_only_spoken (self->engine, match);
  if (link->spoken)
    {
      link->strength = 0;
      return;
    }
  append_to (self->partners, match->a, match->b);
  append_to (self->partners, match->b, match->a);
}

static void
add_disputes (SynClaimLinks *self)
{
  for (guint i = 0; i < self->engine->conflicts->len; i++)
    {
      const SynConflict *conflict = &g_array_index (self->engine->conflicts, SynConflict, i);
      gboolean tied = syn_claim_links_ties (self, conflict->a, conflict->b);
      Link *link;

      if (conflict->type != SYN_CONFLICT_FIGURE || conflict->tier > SYN_TIER_LIKELY)
        continue;
      link = get_link (self, conflict->a, conflict->b);
      if (link->disputed)
        continue;
      link->disputed = TRUE;
      link->strength = MAX (link->strength, DISPUTED_STRENGTH);
      if (tied)
        continue;
      append_to (self->partners, conflict->a, conflict->b);
      append_to (self->partners, conflict->b, conflict->a);
    }
}

static void
add_vetoes (SynClaimLinks *self, GHashTable *vetoes)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, vetoes);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint64 pair = *(const guint64 *)key;
      guint a = pair >> 32, b = (guint32)pair;
      Link *link;

      if (a == b || b >= self->engine->statements->len)
        continue;
      link = get_link (self, a, b);
      link->vetoed = TRUE;
      link->strength = NEVER;
    }
}

static gboolean
is_article_of (SynEngine *engine, guint a, guint b)
{
  return syn_engine_get_statement (engine, a)->article
         == syn_engine_get_statement (engine, b)->article;
}

/* A link counts as nothing where it is a dispute only and nobody knows of other matches. */
static gboolean
is_known (const SynClaimLinks *self, const Link *link, guint a, guint b)
{
  return link->matched || link->vetoed || !syn_claim_links_is_full (self, a)
         || !syn_claim_links_is_full (self, b);
}

static void
note_near (SynClaimLinks *self, guint statement, guint other, double strength)
{
  GArray **list = (GArray **)&self->near->pdata[statement];
  SynClaimNear near = { other, strength };

  if (*list == NULL)
    *list = g_array_new (FALSE, FALSE, sizeof (SynClaimNear));
  g_array_append_val (*list, near);
}

static void
list_near (guint a, guint b, guint number, gpointer data)
{
  SynClaimLinks *self = data;
  const Link *link = &g_array_index (self->links, Link, number);

  if (is_article_of (self->engine, a, b) || !is_known (self, link, a, b))
    return;
  note_near (self, a, b, link->strength);
  note_near (self, b, a, link->strength);
}

SynClaimLinks *
syn_claim_links_new (SynEngine *engine, GArray *matches, GHashTable *vetoes)
{
  SynClaimLinks *self = g_new0 (SynClaimLinks, 1);

  self->engine = engine;
  self->links = g_array_sized_new (FALSE, TRUE, sizeof (Link), matches->len);
  self->index = syn_pair_table_new (matches->len);
  self->near = g_ptr_array_new ();
  self->partners = g_ptr_array_new ();
  g_ptr_array_set_size (self->near, engine->statements->len);
  g_ptr_array_set_size (self->partners, engine->statements->len);
  for (guint i = 0; i < matches->len; i++)
    add_match (self, &g_array_index (matches, SynMatch, i));
  add_disputes (self);
  if (vetoes != NULL)
    add_vetoes (self, vetoes);
  syn_pair_table_foreach (self->index, list_near, self);
  return self;
}

void
syn_claim_links_free (SynClaimLinks *self)
{
  for (guint i = 0; i < self->partners->len; i++)
    {
      g_clear_pointer (&self->near->pdata[i], g_array_unref);
      g_clear_pointer (&self->partners->pdata[i], g_array_unref);
    }
  g_ptr_array_unref (self->near);
  g_ptr_array_unref (self->partners);
  syn_pair_table_free (self->index);
  g_array_unref (self->links);
  g_free (self);
}

GArray *
syn_claim_links_get_partners (const SynClaimLinks *self, guint statement)
{
  return g_ptr_array_index (self->partners, statement);
}

const GArray *
syn_claim_links_get_near (const SynClaimLinks *self, guint statement)
{
  return g_ptr_array_index (self->near, statement);
}

gboolean
syn_claim_links_disputes (const SynClaimLinks *self, guint a, guint b)
{
  const Link *link = find_link (self, a, b);

  return link != NULL && link->disputed;
}

gboolean
syn_claim_links_ties (const SynClaimLinks *self, guint a, guint b)
{
  const Link *link = find_link (self, a, b);

  return link != NULL && (link->disputed || (link->shown && !link->spoken));
}

gboolean
syn_claim_links_is_full (const SynClaimLinks *self, guint statement)
{
  const GArray *partners = g_ptr_array_index (self->partners, statement);

  return partners != NULL && partners->len >= SYN_MAX_NEIGHBOURS;
}

gboolean
syn_claim_links_get_strength (const SynClaimLinks *self, guint a, guint b, double *strength)
{
  const Link *link = find_link (self, a, b);

  *strength = link != NULL ? link->strength : 0;
  return link != NULL ? is_known (self, link, a, b)
                      : !syn_claim_links_is_full (self, a) || !syn_claim_links_is_full (self, b);
}
