/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-wording.h"

#include "text/syn-cues.h"
#include "text/syn-lexicon.h"
#include "text/syn-words.h"

/* So far into the sentence a "no" or "none" is about the whole of it: "In all no one was hurt". */
#define N_FIRST_WORDS 4

gboolean
syn_wording_denies (const char *text, const char *language)
{
  SynLexicon *lexicon = syn_lexicon_get (language);
  const SynCues *denial = syn_cues_get (lexicon, "denial");
  g_autoptr (SynWords) words = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  words = syn_words_new (text, (SynSpan){ 0, (guint32) strlen (text) });
  for (guint i = 0; i < words->n; i++)
    {
      const char *word = words->words[i].text;

      if (syn_lexicon_has (lexicon, "negation-words", word) || g_str_has_suffix (word, "n't")
          || g_str_has_suffix (word, "n’t") || syn_cues_match (denial, words, i, NULL) > 0
          || (i < N_FIRST_WORDS && syn_lexicon_has (lexicon, "negation", word)))
        return TRUE;
    }
  return FALSE;
}
