/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-wording.h"

#include "text/syn-cues.h"
#include "text/syn-lexicon.h"
#include "text/syn-words.h"

/* So far into the sentence a "not" or "none" is about the whole of it: "In all no one was hurt"; later it is about a
 * part: "the wheel turned and she did not answer". */
#define N_FIRST_WORDS 6

gboolean
syn_wording_denies (const char *text, const char *language)
{
  SynLexicon *lexicon = syn_lexicon_get (language);
  const SynCues *denial = syn_cues_get (lexicon, "denial");
  g_autoptr (SynWords) words = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  /* What somebody is quoted with is claimed to be said, whatever it says. */
  if (g_utf8_strchr ("\"“„«»‘'‹", -1, g_utf8_get_char (text)) != NULL)
    return FALSE;
  words = syn_words_new (text, (SynSpan){ 0, (guint32) strlen (text) });
  for (guint i = 0; i < MIN (words->n, N_FIRST_WORDS); i++)
    {
      const char *word = words->words[i].text;

      if (syn_lexicon_has (lexicon, "negation-words", word) || syn_lexicon_has (lexicon, "negation", word)
          || g_str_has_suffix (word, "n't") || g_str_has_suffix (word, "n’t")
          || syn_cues_match (denial, words, i, NULL) > 0)
        return TRUE;
    }
  return FALSE;
}
