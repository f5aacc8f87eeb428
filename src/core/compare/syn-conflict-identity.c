/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "compare/syn-comparison-private.h"
#include "compare/syn-conflict-private.h"

/* One post or part that only one can have ("in command", "chief executive"), given to two people.
 */

#define MIN_Z 0.25
#define MIN_Z_ROLE 0.12
#define MAX_ROLE 4 /* words before a name that say what it is */
#define SAME_WORD 0.7

/* The only person or body that @statement names beside its speaker, @shared names left out; 0 if
 * none or several. */
static guint32
find_holder (
    SynConflictFinder *finder, guint statement, guint other, SynSpan role, SynSpan *out_span)
{
  SynDocument *document = syn_engine_get_document (finder->engine, statement);
  const SynStatement *s = syn_engine_get_statement (finder->engine, statement);
  g_autoptr (GArray) theirs = syn_conflict_list_names (finder, other);
  guint32 holder = 0;
  guint n;
  const SynName *names = syn_document_get_names (document, &n);

  for (guint i = s->first_name; i < s->first_name + s->n_names; i++)
    {
      guint32 term = syn_engine_map_term (finder->engine, statement, names[i].term);
      gboolean shared = syn_span_overlaps (names[i].span, s->speaker)
                        || syn_span_overlaps (names[i].span, role);

      for (guint k = 0; k < theirs->len; k++)
        shared |= g_array_index (theirs, guint32, k) == term;
      /* A person has two names; a place or a firm mostly one. */
      if (shared || names[i].n_tokens < 2)
        continue;
      if (holder != 0)
        return 0;
      holder = term;
      *out_span = names[i].span;
    }
  return holder;
}

/* "in charge of the new plant": where both say of what, it has to be one thing. */
static gboolean
same_complement (SynConflictFinder *finder, guint a, SynSpan role_a, guint b, SynSpan role_b)
{
  const SynWords *words[] = { syn_conflict_words (finder, a), syn_conflict_words (finder, b) };
  guint at[] = { syn_words_find (words[0], role_a.end), syn_words_find (words[1], role_b.end) };
  const guint of[] = { a, b };
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n = 0;

  for (guint side = 0; side < 2; side++)
    {
      gboolean complement = syn_words_is (words[side], (gint)at[side] - 1, "of")
                            || syn_words_is (words[side], at[side], "of");

      for (guint i = at[side]; complement && i < MIN (words[side]->n, at[side] + MAX_ROLE + 1); i++)
        {
          guint32 term = syn_conflict_term_at (finder, of[side], words[side]->words[i].span);

          if (term == 0 || !syn_conflict_has_term (finder, of[side], term))
            continue;
          for (guint k = 0; side == 1 && k < terms->len; k++)
            if (g_array_index (terms, guint32, k) == term)
              return TRUE;
          if (side == 0)
            g_array_append_val (terms, term);
          n |= 1u << side;
        }
    }
  return n != 3;
}

static void
compare (SynConflictFinder *finder, const SynPair *pair)
{
  const SynWords *words = syn_conflict_words (finder, pair->a);
  const GArray *in_a = syn_conflict_phrases (finder, pair->a, "roles");
  const GArray *in_b = in_a != NULL ? syn_conflict_phrases (finder, pair->b, "roles") : NULL;
  const SynWords *theirs = syn_conflict_words (finder, pair->b);
  const char *role = NULL, *same = NULL;
  g_autofree char *sides = NULL;
  SynSpan span_a, span_b, role_a = { 0, 0 }, role_b = { 0, 0 };

  if (in_b == NULL)
    return;
  role = g_array_index (in_a, SynPhrase, 0).value;
  role_a = syn_words_span (words, g_array_index (in_a, SynPhrase, 0).at,
                           g_array_index (in_a, SynPhrase, 0).n);
  for (guint i = 0; i < in_b->len && same == NULL; i++)
    {
      const SynPhrase *phrase = &g_array_index (in_b, SynPhrase, i);

      role_b = syn_words_span (theirs, phrase->at, phrase->n);
      same = strcmp (role, phrase->value) == 0 ? phrase->value : NULL;
    }
  if (same == NULL || !same_complement (finder, pair->a, role_a, pair->b, role_b)
      || syn_conflict_find_cue (finder, pair->a, "former", NULL)
      || syn_conflict_find_cue (finder, pair->b, "former", NULL)
      || find_holder (finder, pair->a, pair->b, role_a, &span_a) == 0
      || find_holder (finder, pair->b, pair->a, role_b, &span_b) == 0
      || !syn_conflict_same_time (finder, pair->a, pair->b))
    return;
  sides = syn_conflict_dup_sides (finder, pair->a, span_a, pair->b, span_b);
  syn_conflict_report (finder, SYN_CONFLICT_IDENTITY, SYN_STRENGTH_DIRECT,
                       0.56 + 0.2 * MIN (pair->z, 0.6), pair->a, span_a, pair->b, span_b,
                       g_strdup (_ ("who it is")),
                       /* Translators: %s is two wordings with their sources. */
                       g_strdup_printf (_ ("Two people in one part: %s."), sides));
}

/* The words right before a name that say what it is: "interim coach", "the striker". */
typedef struct
{
  guint first, n;
  guint32 head; /* its last word */
  SynSpan span;
} Role;

static gboolean
read_role (SynConflictFinder *finder, guint statement, const SynName *name, Role *out)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  SynLexicon *lexicon = syn_conflict_lexicon (finder, statement);
  guint at = syn_words_find (words, name->span.start), first = at;

  while (first > 0 && at - first < MAX_ROLE)
    {
      const SynWord *word = &words->words[first - 1];

      if (word->kind != SYN_WORD_LETTERS || word->capital
          || syn_lexicon_has (lexicon, "stop", word->text)
          || syn_lexicon_has (lexicon, "reporting", word->text))
        break;
      first--;
    }
  if (first == at)
    return FALSE;
  out->first = first;
  out->n = at - first;
  out->head = syn_conflict_term_at (finder, statement, words->words[at - 1].span);
  out->span = syn_words_span (words, first, at - first);
  return out->head != 0 && syn_conflict_has_term (finder, statement, out->head);
}

/* Whether a word of @role is said in @other too, or nearly. */
static gboolean
is_said (SynConflictFinder *finder, guint statement, const Role *role, guint other)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  const GArray *theirs = syn_conflict_terms (finder, other);

  for (guint i = role->first; i < role->first + role->n; i++)
    {
      guint32 term = syn_conflict_term_at (finder, statement, words->words[i].span);

      for (guint k = 0; term != 0 && k < theirs->len; k++)
        if (syn_engine_similarity (finder->engine, term, g_array_index (theirs, SynTermUse, k).term)
            >= SAME_WORD)
          return TRUE;
    }
  return FALSE;
}

static void
report_roles (SynConflictFinder *finder, const SynPair *pair, const Role *a, const Role *b)
{
  g_autofree char *sides = syn_conflict_dup_sides (finder, pair->a, a->span, pair->b, b->span);

  syn_conflict_report (finder, SYN_CONFLICT_IDENTITY, SYN_STRENGTH_TENSION, 0.06 + 0.24 * pair->p,
                       pair->a, a->span, pair->b, b->span, g_strdup (_ ("what it is called")),
                       /* Translators: %s is two wordings with their sources. */
                       g_strdup_printf (_ ("One is called two things: %s."), sides));
}

/* One name that is called two things. */
static void
compare_roles (SynConflictFinder *finder, const SynPair *pair)
{
  const SynStatement *sa = syn_engine_get_statement (finder->engine, pair->a),
                     *sb = syn_engine_get_statement (finder->engine, pair->b);
  guint n;
  const SynName *na
      = syn_document_get_names (syn_engine_get_document (finder->engine, pair->a), &n);
  const SynName *nb
      = syn_document_get_names (syn_engine_get_document (finder->engine, pair->b), &n);

  for (guint i = sa->first_name; i < sa->first_name + sa->n_names; i++)
    for (guint j = sb->first_name; j < sb->first_name + sb->n_names; j++)
      {
        Role a, b;

        /* One word may be a place or a people: "the nearby Russian town". */
        if (MAX (na[i].n_tokens, nb[j].n_tokens) < 2
            || syn_engine_map_term (finder->engine, pair->a, na[i].term)
                   != syn_engine_map_term (finder->engine, pair->b, nb[j].term)
            || !read_role (finder, pair->a, &na[i], &a) || !read_role (finder, pair->b, &nb[j], &b)
            || is_said (finder, pair->a, &a, pair->b) || is_said (finder, pair->b, &b, pair->a))
          continue;
        report_roles (finder, pair, &a, &b);
        return;
      }
}

void
syn_conflict_identity_detect (SynConflictFinder *finder)
{
  GArray *pairs = finder->engine->pairs;

  for (guint i = 0; i < pairs->len; i++)
    {
      const SynPair *pair = &g_array_index (pairs, SynPair, i);

      if (pair->z < MIN_Z_ROLE || syn_conflict_stops (finder))
        break;
      if (pair->z >= MIN_Z)
        compare (finder, pair);
      compare_roles (finder, pair);
    }
}
