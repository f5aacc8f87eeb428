/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/syn-comparison-private.h"
#include "compare/syn-result-cache.h"
#include "test-corpus.h"

/* Where nobody waits any more, no step goes on: what each has found when it is asked to stop at once is nothing. */

static const char *const texts[]
    = { "Ferry runs aground\nThe ferry Marisol ran aground near Quendport on Tuesday night with 84 passengers.\n"
        "Twelve people were injured when it hit the rocks, harbour master Ilse Quend said.\n"
        "Divers will look at the hull on Thursday.\n",
        "Ferry on the rocks\nOn Tuesday night the ferry Marisol ran aground off Quendport with 84 people on board.\n"
        "At least 20 people were injured when it hit the rocks, the rescue service said.\n"
        "The company promised a full inquiry.\n", NULL };

static GCancellable *
new_cancelled (void)
{
  GCancellable *cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  return cancellable;
}

static void
test_stages (void)
{
  g_autoptr (SynCorpus) corpus = test_corpus_new (texts);
  g_autoptr (GCancellable) cancellable = new_cancelled ();
  g_autoptr (SynEngine) engine = syn_engine_new (corpus, 0, NULL);
  g_autoptr (GArray) stopped = NULL, no_claims = NULL, matches = NULL, claims = NULL;

  g_assert_false (syn_engine_score (engine, cancellable));
  g_assert_cmpuint (engine->pairs->len, ==, 0);
  g_assert_true (syn_engine_score (engine, NULL));
  g_assert_cmpuint (engine->pairs->len, >, 0);

  engine->cancellable = cancellable;
  stopped = syn_comparison_assemble_matches (engine, SYN_COMPARE_ALL);
  g_assert_cmpuint (engine->conflicts->len, ==, 0);
  g_assert_cmpuint (stopped->len, ==, 0);

  engine->cancellable = NULL;
  matches = syn_comparison_assemble_matches (engine, SYN_COMPARE_ALL);
  g_assert_cmpuint (engine->conflicts->len, >, 0);
  g_assert_cmpuint (matches->len, >, 0);

  engine->cancellable = cancellable;
  no_claims = syn_claims_new (engine, matches, NULL);
  g_assert_cmpuint (no_claims->len, ==, 0);
  engine->cancellable = NULL;
  claims = syn_claims_new (engine, matches, NULL);
  g_assert_cmpuint (claims->len, >, 0);

  /* Claims that nobody described hold nothing that a conflict could be put into. */
  engine->cancellable = cancellable;
  syn_claims_finish (claims, engine, matches, engine->conflicts);
  g_assert_cmpuint (claims->len, ==, 0);
  engine->cancellable = NULL;
}

typedef struct
{
  GCancellable *cancellable;
  double at;
  guint n_put;
} Run;

static void
progress (double fraction, const char *message, gpointer data)
{
  Run *run = data;

  if (fraction >= run->at)
    g_cancellable_cancel (run->cancellable);
}

static GBytes *
get (const char *key, gpointer data)
{
  return NULL;
}

static void
put (const char *key, GBytes *bytes, gpointer data)
{
  ((Run *)data)->n_put++;
}

/* Whenever it is cancelled there is no comparison, and half a result is not kept. */
static void
test_whenever (void)
{
  static const double moments[] = { 0, 0.4, 0.8 };
  g_autoptr (SynCorpus) corpus = test_corpus_new (texts);

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      Run run = { cancellable, moments[i], 0 };
      SynResultCache cache = { get, put, &run };

      g_assert_null (syn_comparison_new_story_cached (corpus, 0, SYN_COMPARE_DEFAULT, &cache, progress,
                                                      &run, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (run.n_put, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cancel/stages", test_stages);
  g_test_add_func ("/cancel/whenever", test_whenever);
  return g_test_run ();
}
