/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"
#include "compare/syn-judge-private.h"
#include "text/syn-cues.h"
#include "text/syn-words.h"

#include <math.h>
#include <string.h>

/* What tells that one of two sentences speaks against the other. */

static SynDocument *
document_of (SynEngine *engine, guint article)
{
  return g_ptr_array_index (engine->documents, article);
}

/* Phrases of @list in the whole text of @article. */
static guint
count (SynEngine *engine, guint article, const char *list)
{
  SynDocument *document = document_of (engine, article);
  const char *text = syn_article_get_text (syn_document_get_article (document));
  g_autoptr (SynWords) words = syn_words_new (text, (SynSpan){ 0, strlen (text) });
  const SynCues *cues = syn_cues_get (syn_document_get_lexicon (document), list);
  guint n = 0, length;

  for (guint i = 0; i < words->n; i += MAX (length, 1))
    {
      length = syn_cues_match (cues, words, i, NULL);
      n += length > 0;
    }
  return n;
}

static double
saturate (guint n)
{
  return 1 - pow (0.5, n);
}

/* Whether two figures of one unit, or of one counted noun, differ, and none of them is the same. */
static gboolean
figures_clash (SynEngine *engine)
{
  guint n_a, n_b, second = g_array_index (engine->first, guint, 1);
  const SynNumber *a = syn_document_get_numbers (document_of (engine, 0), &n_a);
  const SynNumber *b = syn_document_get_numbers (document_of (engine, 1), &n_b);
  gboolean clash = FALSE;

  for (guint i = 0; i < n_a; i++)
    for (guint j = 0; j < n_b; j++)
      {
        gboolean slot
            = a[i].kind == b[j].kind && g_strcmp0 (a[i].unit, b[j].unit) == 0
              && (a[i].unit != NULL || a[i].head == 0 || b[j].head == 0
                  || syn_engine_similarity (engine, syn_engine_map_term (engine, 0, a[i].head),
                                            syn_engine_map_term (engine, second, b[j].head))
                         > 0);

        if (!slot)
          continue;
        if (fabs (a[i].value - b[j].value) <= 0.03 * fabs (a[i].value))
          return FALSE;
        clash = TRUE;
      }
  return clash;
}

void
syn_judge_measure_stance (SynEngine *engine, double *features)
{
  static const char *const lists[] = { "refutations", "doubts", "nots" };
  double *out = features;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      double a = saturate (count (engine, 0, lists[i])), b = saturate (count (engine, 1, lists[i]));

      *out++ = a;
      *out++ = b;
      *out++ = fabs (a - b);
    }
  *out++ = figures_clash (engine);
}

void
syn_judge_measure_conflicts (SynEngine *engine, double *features)
{
  memset (features, 0, SYN_N_CONFLICT_TYPES * sizeof *features);
  for (guint i = 0; i < engine->conflicts->len; i++)
    {
      const SynConflict *conflict = &g_array_index (engine->conflicts, SynConflict, i);

      features[conflict->type] = MAX (features[conflict->type], conflict->probability);
    }
}
