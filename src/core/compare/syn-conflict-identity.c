/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "compare/syn-conflict-private.h"

/* One post or part that only one can have ("in command", "chief executive"), given to two people.
 */

#define MIN_Z 0.25

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
  if (same == NULL || syn_conflict_find_cue (finder, pair->a, "former", NULL)
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

void
syn_conflict_identity_detect (SynConflictFinder *finder)
{
  GArray *pairs = finder->engine->pairs;

  for (guint i = 0; i < pairs->len; i++)
    {
      const SynPair *pair = &g_array_index (pairs, SynPair, i);

      if (pair->z < MIN_Z)
        break;
      compare (finder, pair);
    }
}
