/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"
#include "compare/syn-derivation.h"

/* What is asked of a comparison of several stories is answered by the story that it is about. */

/* The part a statement is in, and its index there. */
static guint
find_part (SynComparison *self, guint statement, guint *out_local)
{
  SynStories *stories = syn_comparison_get_stories (self);
  guint article = syn_comparison_get_statement (self, statement)->article;
  guint story = syn_stories_find (stories, article);
  SynComparison *part = syn_comparison_get_parts (self)->pdata[story];

  *out_local = statement - syn_comparison_get_first_statement (self, article, NULL)
               + syn_comparison_get_first_statement (
                   part, syn_stories_find_place (stories, article, story), NULL);
  return story;
}

/* The index in the whole of a statement of a part. */
static guint
map_statement (SynComparison *self, guint part, guint local)
{
  SynComparison *of = syn_comparison_get_parts (self)->pdata[part];
  guint article = syn_comparison_get_statement (of, local)->article;
  const SynStory *story = syn_stories_get (syn_comparison_get_stories (self), part);

  return local - syn_comparison_get_first_statement (of, article, NULL)
         + syn_comparison_get_first_statement (
             self, g_array_index (story->articles, guint, article), NULL);
}

/* Two statements that the reader linked before one of their articles went to another story say
 * nothing inside either. */
static void
share_pairs (SynComparison *self, const GArray *pairs, SynDecisions **shares, gboolean links)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const SynDecisionPair *pair = &g_array_index (pairs, SynDecisionPair, i);
      SynDecisionPair local;
      guint part = find_part (self, pair->a, &local.a);

      if (part == find_part (self, pair->b, &local.b))
        g_array_append_val (links ? shares[part]->links : shares[part]->unlinks, local);
    }
}

/* The part that most of the statements are in. */
static guint
find_home (SynComparison *self, const GArray *statements)
{
  guint best = 0, best_n = 0, local;

  for (guint i = 0; i < statements->len; i++)
    {
      guint part = find_part (self, g_array_index (statements, guint, i), &local);
      guint n = 0;

      for (guint k = 0; k < statements->len; k++)
        n += find_part (self, g_array_index (statements, guint, k), &local) == part;
      if (n > best_n)
        {
          best = part;
          best_n = n;
        }
    }
  return best;
}

static SynOwnClaim *
localize (SynComparison *self, const SynOwnClaim *own, guint home)
{
  SynOwnClaim *copy = syn_own_claim_new (own->id, own->wording, own->exact);

  for (guint i = 0; i < own->statements->len; i++)
    {
      guint local;

      if (find_part (self, g_array_index (own->statements, guint, i), &local)
          == home)
        g_array_append_val (copy->statements, local);
    }
  for (guint i = 0; i < own->stances->len; i++)
    {
      SynDecisionStance stance = g_array_index (own->stances, SynDecisionStance, i);
      gint place
          = syn_stories_find_place (syn_comparison_get_stories (self), stance.article, home);

      if (place < 0)
        continue;
      stance.article = place;
      g_array_append_val (copy->stances, stance);
    }
  return copy;
}

static void
share_claims (SynComparison *self, GPtrArray *claims, SynDecisions **shares, gboolean struck)
{
  for (guint i = 0; i < claims->len; i++)
    {
      const SynOwnClaim *own = g_ptr_array_index (claims, i);
      guint home = find_home (self, own->statements);

      g_ptr_array_add (struck ? shares[home]->not_claims : shares[home]->claims,
                       localize (self, own, home));
    }
}

/* Per part what was decided in it; free with free_shares(). */
static SynDecisions **
share_decisions (SynComparison *self, const SynDecisions *decisions)
{
  guint n = syn_comparison_get_parts (self)->len;
  SynDecisions **shares = g_new0 (SynDecisions *, n + 1);

  for (guint s = 0; s < n; s++)
    {
      shares[s] = syn_decisions_new ();
      g_hash_table_unref (shares[s]->dismissed);
      shares[s]->dismissed = g_hash_table_ref (decisions->dismissed);
    }
  share_pairs (self, decisions->links, shares, TRUE);
  share_pairs (self, decisions->unlinks, shares, FALSE);
  share_claims (self, decisions->claims, shares, FALSE);
  share_claims (self, decisions->not_claims, shares, TRUE);
  return shares;
}

static void
free_shares (SynDecisions **shares)
{
  for (guint s = 0; shares[s] != NULL; s++)
    syn_decisions_free (shares[s]);
  g_free (shares);
}

SynComparison *
syn_comparison_apply_to_parts (SynComparison *self, const SynDecisions *decisions)
{
  SynDecisions **shares = share_decisions (self, decisions);
  SynComparison *applied
      = syn_comparison_apply_parts (self, (const SynDecisions *const *)shares);

  free_shares (shares);
  return applied;
}

/* The best question of every story, then the second best … */
typedef struct
{
  guint rank;
  SynQuestion question;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *x = a, *y = b;

  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  if (x->question.a != y->question.a)
    return x->question.a < y->question.a ? -1 : 1;
  return (x->question.b > y->question.b) - (x->question.b < y->question.b);
}

GArray *
syn_comparison_question_parts (SynComparison *self, const SynDecisions *decisions, guint n)
{
  SynDecisions **shares = share_decisions (self, decisions);
  GPtrArray *parts = syn_comparison_get_parts (self);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Ranked));
  GArray *questions = g_array_new (FALSE, FALSE, sizeof (SynQuestion));

  for (guint s = 0; s < parts->len; s++)
    {
      g_autoptr (GArray) own = syn_comparison_list_questions (parts->pdata[s], shares[s], n);

      for (guint i = 0; i < own->len; i++)
        {
          Ranked ranked = { i, g_array_index (own, SynQuestion, i) };

          ranked.question.a = map_statement (self, s, ranked.question.a);
          ranked.question.b = map_statement (self, s, ranked.question.b);
          g_array_append_val (all, ranked);
        }
    }
  free_shares (shares);
  g_array_sort (all, compare_ranked);
  for (guint i = 0; i < all->len && i < n; i++)
    g_array_append_val (questions, g_array_index (all, Ranked, i).question);
  return questions;
}

GArray *
syn_comparison_counterpart_parts (SynComparison *self, const GArray *statements, guint n)
{
  g_autoptr (GArray) local = g_array_new (FALSE, FALSE, sizeof (guint));
  guint home = find_home (self, statements);
  GArray *found;

  for (guint i = 0; i < statements->len; i++)
    {
      guint statement;

      if (find_part (self, g_array_index (statements, guint, i), &statement)
          == home)
        g_array_append_val (local, statement);
    }
  found = syn_comparison_list_counterparts (syn_comparison_get_parts (self)->pdata[home], local, n);
  for (guint i = 0; i < found->len; i++)
    {
      SynQuestion *question = &g_array_index (found, SynQuestion, i);

      question->a = map_statement (self, home, question->a);
      question->b = map_statement (self, home, question->b);
    }
  return found;
}

char *
syn_comparison_derivation_parts (SynComparison *self,
                                 const SynDecisions *decisions,
                                 guint a,
                                 guint b)
{
  guint local_a, local_b;
  guint part = find_part (self, a, &local_a);
  SynDecisions **shares;
  char *derivation;

  if (part != find_part (self, b, &local_b))
    return g_strdup ("Not compared: their articles belong to different stories.\n");
  shares = share_decisions (self, decisions);
  derivation = syn_comparison_dup_derivation (syn_comparison_get_parts (self)->pdata[part],
                                              shares[part], local_a, local_b);
  free_shares (shares);
  return derivation;
}
