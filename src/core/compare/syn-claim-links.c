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

struct _SynClaimLinks
{
  SynEngine *engine;
  GHashTable *matches;  /* pair key → match */
  GHashTable *disputed; /* pair keys */
  GHashTable *spoken;   /* pair keys of matches that share little but the speaker */
  GHashTable *vetoes;   /* nullable, borrowed */
  GPtrArray *partners;  /* per statement: GArray of guint, or NULL */
};

static void
append_to (GPtrArray *lists, guint index, guint value)
{
  GArray **list = (GArray **)&lists->pdata[index];

  if (*list == NULL)
    *list = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (*list, value);
}

static GHashTable *
new_keys (void)
{
  return g_hash_table_new_full (syn_pair_hash, g_int64_equal, g_free, NULL);
}

static gboolean
add_key (GHashTable *keys, guint64 key)
{
  return g_hash_table_add (keys, g_memdup2 (&key, sizeof key));
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
add_match (SynClaimLinks *self, SynMatch *match)
{
  guint64 key = syn_pair_key (match->a, match->b);

  /* One of them stands for both. */
  if (syn_engine_twin_of (self->engine, match->a) == syn_engine_twin_of (self->engine, match->b))
    return;
  g_hash_table_insert (self->matches, g_memdup2 (&key, sizeof key), match);
  if (match->tier > SYN_TIER_LIKELY)
    return;
  if (!match->own && is_only_spoken (self->engine, match))
    {
      add_key (self->spoken, key);
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
      guint64 key = syn_pair_key (conflict->a, conflict->b);
      gboolean tied = syn_claim_links_ties (self, conflict->a, conflict->b);

      if (conflict->type != SYN_CONFLICT_FIGURE || conflict->tier > SYN_TIER_LIKELY
          || !add_key (self->disputed, key) || tied)
        continue;
      append_to (self->partners, conflict->a, conflict->b);
      append_to (self->partners, conflict->b, conflict->a);
    }
}

SynClaimLinks *
syn_claim_links_new (SynEngine *engine, GArray *matches, GHashTable *vetoes)
{
  SynClaimLinks *self = g_new0 (SynClaimLinks, 1);

  self->engine = engine;
  self->vetoes = vetoes;
  self->matches = new_keys ();
  self->disputed = new_keys ();
  self->spoken = new_keys ();
  self->partners = g_ptr_array_new ();
  g_ptr_array_set_size (self->partners, engine->statements->len);
  for (guint i = 0; i < matches->len; i++)
    add_match (self, &g_array_index (matches, SynMatch, i));
  add_disputes (self);
  return self;
}

void
syn_claim_links_free (SynClaimLinks *self)
{
  for (guint i = 0; i < self->partners->len; i++)
    g_clear_pointer (&self->partners->pdata[i], g_array_unref);
  g_ptr_array_unref (self->partners);
  g_hash_table_unref (self->matches);
  g_hash_table_unref (self->disputed);
  g_hash_table_unref (self->spoken);
  g_free (self);
}

GArray *
syn_claim_links_get_partners (const SynClaimLinks *self, guint statement)
{
  return g_ptr_array_index (self->partners, statement);
}

gboolean
syn_claim_links_disputes (const SynClaimLinks *self, guint a, guint b)
{
  guint64 key = syn_pair_key (a, b);

  return g_hash_table_contains (self->disputed, &key);
}

gboolean
syn_claim_links_ties (const SynClaimLinks *self, guint a, guint b)
{
  guint64 key = syn_pair_key (a, b);
  const SynMatch *match = g_hash_table_lookup (self->matches, &key);

  if (g_hash_table_contains (self->disputed, &key))
    return TRUE;
  return match != NULL && match->tier <= SYN_TIER_LIKELY
         && !g_hash_table_contains (self->spoken, &key);
}

static gboolean
is_full (const SynClaimLinks *self, guint statement)
{
  const GArray *partners = g_ptr_array_index (self->partners, statement);

  return partners != NULL && partners->len >= SYN_MAX_NEIGHBOURS;
}

gboolean
syn_claim_links_get_strength (const SynClaimLinks *self, guint a, guint b, double *strength)
{
  guint64 key = syn_pair_key (a, b);
  const SynMatch *match = g_hash_table_lookup (self->matches, &key);

  *strength = 0;
  if (self->vetoes != NULL && g_hash_table_contains (self->vetoes, &key))
    *strength = NEVER;
  else if (match != NULL && !g_hash_table_contains (self->spoken, &key))
    *strength
        = match->tier <= SYN_TIER_LIKELY ? match->score : match->score * UNSHOWN_FACTOR;
  else if (match == NULL && is_full (self, a) && is_full (self, b))
    return FALSE;
  if (*strength >= 0 && g_hash_table_contains (self->disputed, &key))
    *strength = MAX (*strength, DISPUTED_STRENGTH);
  return TRUE;
}
