/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-comparison.h"
#include "corpus/syn-corpus.h"

#include <string.h>

/* An article whose first line is its headline; a line that begins with "#" is boilerplate. */
static inline SynArticle *
test_article_new (const char *outlet, const char *text)
{
  SynArticle *article = syn_article_new (NULL, text, -1);
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (SynBlock));
  const char *p = text;

  while (*p != '\0')
    {
      const char *end = strchr (p, '\n');
      SynBlock block = { .paragraph = blocks->len };

      if (end == NULL)
        end = p + strlen (p);
      block.span = (SynSpan) { p - text, end - text };
      if (p == text)
        block.role = SYN_ROLE_HEADLINE;
      else if (*p == '#')
        block.role = SYN_ROLE_BOILERPLATE;
      if (end > p)
        g_array_append_val (blocks, block);
      p = *end != '\0' ? end + 1 : end;
    }
  syn_article_set_blocks (article, (const SynBlock *) blocks->data, blocks->len);
  g_object_set (article, "outlet", outlet, "language", "en", NULL);
  return article;
}

/* @texts: NULL-terminated; the outlets are called A, B, C … */
static inline SynCorpus *
test_corpus_new (const char *const *texts)
{
  SynCorpus *corpus = syn_corpus_new ("test");

  for (guint i = 0; texts[i] != NULL; i++)
    {
      char outlet[] = { (char) ('A' + i), '\0' };
      g_autoptr (SynArticle) article = test_article_new (outlet, texts[i]);

      syn_corpus_add (corpus, article);
    }
  return corpus;
}

static inline SynComparison *
test_compare (SynCorpus *corpus)
{
  g_autoptr (GError) error = NULL;
  SynComparison *comparison = syn_comparison_new (corpus, 0, SYN_COMPARE_DEFAULT, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return comparison;
}

/* The statement that contains @words; there must be exactly one. */
static inline guint
test_find (SynComparison *comparison, const char *words)
{
  gint found = -1;

  for (guint i = 0; i < syn_comparison_get_n_statements (comparison); i++)
    {
      g_autofree char *text = syn_comparison_dup_statement_text (comparison, i);

      if (strstr (text, words) == NULL)
        continue;
      g_assert_cmpint (found, ==, -1);
      found = i;
    }
  g_assert_cmpint (found, >=, 0);
  return found;
}

/* A bridge story of three reports, the third a copy of the first in part. */
#define TEST_REPORT_A \
  "Bridge over the Tamrin closed after barge strikes pillar\n" \
  "A cargo barge struck the central pillar of the Tamrin bridge early on Tuesday, injuring nine people.\n" \
  "Harbour master Ilse Quend said the barge had lost its steering near the lock.\n" \
  "The bridge will stay closed to traffic for at least three weeks, the city council announced.\n" \
  "Divers found no cracks in the foundation.\n" \
  "# Share this article\n"
#define TEST_REPORT_B \
  "Nine hurt as barge hits Tamrin bridge\n" \
  "Nine people were injured when a cargo barge struck the central pillar of the Tamrin bridge on Tuesday morning.\n" \
  "The owner of the vessel, Orvath Shipping, rejected claims that the crew had been drinking.\n" \
  "The city council announced that the bridge will stay closed for at least three weeks.\n" \
  "Schoolchildren had to be taken across by ferry.\n"
#define TEST_REPORT_C \
  "Tamrin bridge: what we know\n" \
  "# Skip to content\n" \
  "Harbour master Ilse Quend said the barge had lost its steering near the lock.\n" \
  "A cargo barge struck the central pillar of the Tamrin bridge early on Tuesday, injuring nine people.\n" \
  "Engineers from the university will measure the pillar on Friday.\n" \
  "Orvath Shipping rejected claims that its crew had been drinking.\n"
