/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-number-nouns.h"

#include <string.h>

#define PHRASE 6 /* words of a noun phrase that are looked at */
#define CLAUSE 14

static gboolean
in_list (SynLexicon *lexicon, const char *list, const SynWord *word)
{
  return word->kind == SYN_WORD_LETTERS && syn_lexicon_has (lexicon, list, word->text);
}

static gboolean
is_harm (SynLexicon *lexicon, const SynWord *word)
{
  return in_list (lexicon, "harm", word);
}

static gboolean
is_plural (SynLexicon *lexicon, const SynWord *word)
{
  gsize n = strlen (word->text);

  if (in_list (lexicon, "plurals", word))
    return TRUE;
  return n > 3 && word->text[n - 1] == 's' && !g_str_has_suffix (word->text, "ss")
         && !g_str_has_suffix (word->text, "us") && !g_str_has_suffix (word->text, "is")
         && word->text[n - 2] != '\'';
}

static gboolean
is_past_form (SynLexicon *lexicon, const SynWord *word)
{
  if (word->kind != SYN_WORD_LETTERS)
    return FALSE;
  return (strlen (word->text) > 4 && g_str_has_suffix (word->text, "ed"))
         || syn_lexicon_has (lexicon, "irregular-past", word->text);
}

static gboolean
ends_phrase (SynLexicon *lexicon, const SynWords *words, guint i, guint end)
{
  const SynWord *word = syn_words_get (words, i);

  if (word->kind == SYN_WORD_DIGITS || word->text[0] == '\0')
    return TRUE;
  if (word->kind == SYN_WORD_MARK)
    return strcmp (word->text, "-") != 0 || word->spaced;
  if (strcmp (word->text, "'s") == 0)
    return TRUE;
  if (in_list (lexicon, "stop", word) || in_list (lexicon, "reporting", word))
    return TRUE;
  /* "three people Tuesday" */
  if (word->capital && i > end && !syn_words_get (words, i - 1)->capital)
    return TRUE;
  return i > end && is_past_form (lexicon, word);
}

/* An adjective, as far as its form tells, with more of the phrase behind it. */
static gboolean
is_adjective (SynLexicon *lexicon, const SynWords *words, guint i)
{
  const char *const *endings = syn_lexicon_get_list (lexicon, "adjective-endings");
  const SynWord *word = &words->words[i], *next = syn_words_get (words, i + 1);

  if (next->kind != SYN_WORD_LETTERS || in_list (lexicon, "stop", next))
    return FALSE;
  /* German nouns have a capital, what stands before them has none. */
  if (syn_lexicon_has (lexicon, "adjective-endings", "capital"))
    return !word->capital;
  for (guint k = 0; endings[k] != NULL; k++)
    if (g_str_has_suffix (word->text, endings[k]))
      return TRUE;
  return FALSE;
}

/* Where a plural cannot be told by its ending: the first word that is neither small nor an
 * adjective. */
static gint
find_head_plain (SynLexicon *lexicon, const SynWords *words, guint end)
{
  for (guint i = end; i < MIN (words->n, end + PHRASE); i++)
    {
      const SynWord *word = &words->words[i];

      if (word->kind != SYN_WORD_LETTERS)
        {
          if (strcmp (word->text, "'") == 0 || strcmp (word->text, "\u2019") == 0)
            continue;
          return -1;
        }
      if (in_list (lexicon, "clause-ends", word))
        return -1;
      if (!in_list (lexicon, "stop", word) && !is_adjective (lexicon, words, i))
        return i;
    }
  return -1;
}

static gint
find_head (SynLexicon *lexicon, const SynWords *words, guint end, gboolean one)
{
  gint last = -1;
  guint i = end;

  /* "all three of the cables", "a third of": the noun stands behind. */
  for (guint skipped = 0; skipped < 3; skipped++)
    {
      const char *text = syn_words_get (words, i)->text;

      if (strcmp (text, "of") != 0 && strcmp (text, "the") != 0 && strcmp (text, "-") != 0)
        break;
      i++;
    }
  end = i;
  if (syn_lexicon_get_words (lexicon, "plurals") == NULL)
    return find_head_plain (lexicon, words, end);
  for (; i < MIN (words->n, end + PHRASE); i++)
    {
      const SynWord *word = &words->words[i];

      if (ends_phrase (lexicon, words, i, end))
        break;
      if (word->kind != SYN_WORD_LETTERS)
        continue;
      if (is_harm (lexicon, word) && !is_plural (lexicon, word)
          && (last >= 0 || ends_phrase (lexicon, words, i + 1, i)))
        break;
      last = i;
      if (!one && is_plural (lexicon, word))
        return i;
    }
  return last;
}

static gboolean
ends_clause (SynLexicon *lexicon, const SynWords *words, guint i)
{
  const SynWord *word = syn_words_get (words, i);
  const char *text = word->text;

  return strcmp (text, ";") == 0 || strcmp (text, ",") == 0 || strcmp (text, ":") == 0
         || strcmp (text, ".") == 0 || strcmp (text, "(") == 0 || strcmp (text, "\"") == 0
         || in_list (lexicon, "clause-ends", word);
}

/* "killing at least 12": right before the figure, or with a few small words between */
static gint
find_before (SynLexicon *lexicon, const SynWords *words, guint first, gboolean harm)
{
  for (guint back = 1; back <= 4 && back <= first; back++)
    {
      guint i = first - back;
      const SynWord *word = syn_words_get (words, i);

      if (ends_clause (lexicon, words, i) || word->kind == SYN_WORD_DIGITS
          || in_list (lexicon, "joining", word))
        return -1;
      if (harm ? is_harm (lexicon, word)
               : (is_past_form (lexicon, word) || g_str_has_suffix (word->text, "ing")))
        return in_list (lexicon, "reporting", word) ? -1 : (gint) i;
      if (!harm && back == 2)
        return -1;
    }
  return -1;
}

/* "900 jobs would go": the verb stands in its plain form. */
static gboolean
is_modal (const SynWord *word)
{
  return strcmp (word->text, "would") == 0 || strcmp (word->text, "will") == 0
         || strcmp (word->text, "could") == 0 || strcmp (word->text, "may") == 0
         || strcmp (word->text, "might") == 0;
}

static gint
find_after (SynLexicon *lexicon, const SynWords *words, guint from, gboolean harm)
{
  for (guint i = from; i < MIN (words->n, from + CLAUSE); i++)
    {
      const SynWord *word = &words->words[i];

      if (ends_clause (lexicon, words, i) || word->kind == SYN_WORD_DIGITS)
        return -1;
      if (harm ? is_harm (lexicon, word)
               : (is_past_form (lexicon, word) || is_modal (syn_words_get (words, (gint)i - 1))))
        return in_list (lexicon, "reporting", word) ? -1 : (gint) i;
    }
  return -1;
}

SynNounSlots
syn_number_nouns_find (
    SynLexicon *lexicon, const SynWords *words, guint first, guint end, gboolean one)
{
  SynNounSlots slots = { -1, -1 };
  guint behind;

  slots.head = find_head (lexicon, words, end, one);
  behind = slots.head >= 0 ? (guint) slots.head + 1 : end;

  if (slots.head >= 0 && is_harm (lexicon, &words->words[slots.head]))
    slots.predicate = slots.head; /* "14 deaths" */
  for (guint i = end; slots.predicate < 0 && slots.head >= 0 && i < (guint) slots.head; i++)
    if (is_harm (lexicon, &words->words[i]))
      slots.predicate = i; /* "eight wounded soldiers" */
  if (slots.predicate < 0)
    slots.predicate = find_before (lexicon, words, first, TRUE);
  if (slots.predicate < 0)
    slots.predicate = find_after (lexicon, words, behind, TRUE);
  if (slots.predicate < 0)
    slots.predicate = find_after (lexicon, words, behind, FALSE);
  if (slots.predicate < 0)
    slots.predicate = find_before (lexicon, words, first, FALSE);
  return slots;
}
