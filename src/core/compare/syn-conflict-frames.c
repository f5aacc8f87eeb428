/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "compare/syn-conflict-frames.h"

#define MAX_DOER 10 /* words that name a doer */
#define MAX_CHARGE 8 /* words behind "of" or "for" that say what for */
#define MAX_REACH 9 /* words between a deed and its "by" or "on" */

static gboolean
ends_doer (SynLexicon *lexicon, const SynWord *word)
{
  if (word->kind == SYN_WORD_MARK)
    return strcmp (word->text, "-") != 0 && strcmp (word->text, "\"") != 0
           && strcmp (word->text, "“") != 0 && strcmp (word->text, "‘") != 0
           && strcmp (word->text, "'") != 0;
  return syn_lexicon_has (lexicon, "doer-ends", word->text);
}

/* "anti-Kremlin", "Ukraine-based", "pro-Russian": a nation there is not the doer's own. */
static gboolean
is_modified_nation (const SynWords *words, guint at)
{
  static const char *const prefixes[] = { "anti", "pro", "non" };
  const SynWord *dash = syn_words_get (words, (gint)at - 1);

  if (strcmp (dash->text, "-") == 0 && !words->words[at].spaced)
    for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
      if (syn_words_is (words, (gint)at - 2, prefixes[i]))
        return TRUE;
  return syn_words_is (words, at + 1, "-") && !syn_words_get (words, at + 1)->spaced
         && (syn_words_is (words, at + 2, "based") || syn_words_is (words, at + 2, "backed")
             || syn_words_is (words, at + 2, "held") || syn_words_is (words, at + 2, "born"));
}

static gboolean
is_anti_compound (const SynWords *words, guint at)
{
  return syn_words_is (words, at, "anti") && syn_words_is (words, at + 1, "-");
}

/* Where every noun has a capital, a capital does not make a name. */
static gboolean
may_be_name (SynConflictFinder *finder, guint statement, SynSpan span)
{
  const SynStatement *of = syn_engine_get_statement (finder->engine, statement);
  SynLexicon *lexicon = syn_conflict_lexicon (finder, statement);
  guint n;
  const SynToken *tokens
      = syn_document_get_tokens (syn_engine_get_document (finder->engine, statement), &n);

  if (syn_lexicon_get_words (lexicon, "noun-signs") == NULL)
    return TRUE;
  for (guint t = of->first_token; t < of->first_token + of->n_tokens; t++)
    if (syn_span_overlaps (tokens[t].span, span))
      return (tokens[t].flags & SYN_TOKEN_NAME) != 0;
  return FALSE;
}

/* Nation, kind and name of the doer that words[first, end) name; FALSE if they tell none of them.
 */
static gboolean
sign (SynConflictFinder *finder, SynAgentFrame *frame, guint first, guint end)
{
  const SynWords *words = syn_conflict_words (finder, frame->statement);
  SynLexicon *lexicon = syn_conflict_lexicon (finder, frame->statement);
  const SynWord *name = NULL;
  /* Only English writes what is of a nation with a capital. */
  gboolean small = strcmp (syn_lexicon_get_language (lexicon), "en") != 0;

  for (guint i = first; i < MIN (end, words->n); i++)
    {
      const SynWord *word = &words->words[i];
      const char *nation;

      if (word->kind != SYN_WORD_LETTERS)
        continue;
      nation = syn_lexicon_lookup (lexicon, "nations", word->text);
      if (nation == NULL && word->capital && strcmp (word->text, "us") == 0)
        nation = "usa";
      if (nation != NULL && (word->capital || small) && !is_modified_nation (words, i))
        frame->nation = frame->nation != NULL ? frame->nation : nation;
      else if (syn_lexicon_has (lexicon, "irregular-actors", word->text)
               || is_anti_compound (words, i))
        frame->irregular = TRUE;
      else if (word->capital && nation == NULL && !syn_lexicon_has (lexicon, "stop", word->text)
               && may_be_name (finder, frame->statement, word->span))
        name = word;
    }
  if (end <= first)
    return FALSE;
  frame->doer = syn_words_span (words, first, MIN (end, words->n) - first);
  if (frame->nation != NULL || frame->irregular)
    return TRUE;
  if (name == NULL)
    return FALSE;
  frame->name = syn_conflict_term_at (finder, frame->statement, name->span);
  return frame->name != 0;
}

static gboolean
sign_after (SynConflictFinder *finder, SynAgentFrame *frame, guint from)
{
  const SynWords *words = syn_conflict_words (finder, frame->statement);
  SynLexicon *lexicon = syn_conflict_lexicon (finder, frame->statement);
  guint end = from;

  while (end < words->n && end - from < MAX_DOER
         && (end == from || !ends_doer (lexicon, &words->words[end])
             || strcmp (words->words[end].text, "of") == 0))
    end++;
  return sign (finder, frame, from, end);
}

/* "accused the ministry of hiding the letters", "blamed the ministry for it": the doer ends where
 * the charge begins. */
static gboolean
sign_charged (SynConflictFinder *finder, SynAgentFrame *frame, guint from)
{
  const SynWords *words = syn_conflict_words (finder, frame->statement);
  SynLexicon *lexicon = syn_conflict_lexicon (finder, frame->statement);
  guint end = from;

  /* "the blame for the delay": of whom is not said */
  if (from >= words->n || ends_doer (lexicon, &words->words[from]))
    return FALSE;
  while (end < words->n && end - from < MAX_DOER && !ends_doer (lexicon, &words->words[end])
         && !syn_lexicon_has (lexicon, "charge-starts", words->words[end].text))
    end++;
  if (!sign (finder, frame, from, end))
    return FALSE;
  if (end < words->n && syn_lexicon_has (lexicon, "charge-starts", words->words[end].text))
    frame->charge = syn_words_span (words, end + 1, MIN (words->n - end - 1, MAX_CHARGE));
  return TRUE;
}

/* The subject before a verb, over its asides, back to who says it. */
static gboolean
sign_before (SynConflictFinder *finder, SynAgentFrame *frame, guint end)
{
  const SynWords *words = syn_conflict_words (finder, frame->statement);
  SynLexicon *lexicon = syn_conflict_lexicon (finder, frame->statement);
  guint first = end;

  while (first > 0 && end - first < 36)
    {
      const SynWord *word = &words->words[first - 1];

      if (strcmp (word->text, "that") == 0 || strcmp (word->text, "but") == 0
          || strcmp (word->text, ":") == 0 || strcmp (word->text, ";") == 0
          || (word->kind == SYN_WORD_LETTERS && syn_lexicon_has (lexicon, "reporting", word->text)))
        break;
      first--;
    }
  return sign (finder, frame, first, end);
}

/* "the attack was condemned by": the doer is that of another verb, unless it only says that it was
 * done. */
static gboolean
is_other_deed (SynLexicon *lexicon, const char *word)
{
  return syn_lexicon_get_words (lexicon, "doing") != NULL && g_str_has_suffix (word, "ed")
         && !syn_lexicon_has (lexicon, "doing", word);
}

static gint
find_word (SynLexicon *lexicon, const SynWords *words, guint from, const char *text)
{
  for (guint i = from; i < MIN (words->n, from + MAX_REACH); i++)
    {
      const char *word = words->words[i].text;

      if (strcmp (word, text) == 0)
        return strcmp (text, "by") == 0 && i > from
                       && is_other_deed (lexicon, words->words[i - 1].text)
                   ? -1
                   : (gint)i;
      if (strcmp (word, ",") == 0 || strcmp (word, ".") == 0 || strcmp (word, ";") == 0)
        return -1;
    }
  return -1;
}

static gboolean
is_negated (SynLexicon *lexicon, const SynWords *words, guint at, guint n)
{
  guint first = at > 0 ? at - 1 : at;

  /* "cannot be blamed on", "has not been carried out" */
  while (first > 0 && at - first < 3
         && syn_lexicon_has (lexicon, "auxiliaries", words->words[first].text))
    first--;
  for (guint i = first; i < at + n; i++)
    if (syn_lexicon_has (lexicon, "negation-words", syn_words_get (words, i)->text))
      return TRUE;
  return FALSE;
}

static gboolean
read_frame (SynConflictFinder *finder, SynAgentFrame *frame, guint at, guint n, const char *where)
{
  const SynWords *words = syn_conflict_words (finder, frame->statement);
  SynLexicon *lexicon = syn_conflict_lexicon (finder, frame->statement);
  gint found;

  frame->cue = syn_words_span (words, at, n);
  frame->act = syn_conflict_term_at (finder, frame->statement, frame->cue);
  frame->denied = is_negated (lexicon, words, at, n);
  frame->passive = strcmp (where, "by") == 0;
  /* Where the order of words is free: "атаковали повстанцы", "повстанцы атаковали" */
  if (strcmp (where, "either") == 0)
    {
      SynAgentFrame before = *frame;

      if (sign_after (finder, frame, at + n) && (frame->nation != NULL || frame->irregular))
        return TRUE;
      *frame = before;
      return sign_before (finder, frame, at);
    }
  if (strcmp (where, "before") == 0)
    return sign_before (finder, frame, at);
  if (strcmp (where, "after") == 0)
    return sign_after (finder, frame, at + n);
  if (strcmp (where, "charged") == 0)
    return sign_charged (finder, frame, at + n);
  found = find_word (lexicon, words, at + n, where);
  if (found >= 0)
    {
      frame->denied |= is_negated (lexicon, words, at + n, found - at - n);
      return sign_after (finder, frame, found + 1);
    }
  /* "blamed the West for it" */
  return strcmp (where, "on") == 0 && sign_charged (finder, frame, at + n);
}

static gboolean
is_denial_of_part (SynLexicon *lexicon, const SynWords *words, guint at, guint n)
{
  for (guint i = at; i < MIN (words->n, at + n + 5); i++)
    if (syn_lexicon_has (lexicon, "denial-objects", words->words[i].text))
      return TRUE;
  return FALSE;
}

/* A denial speaks for whoever makes it: the speaker, else who stands before the denying words. */
static gboolean
read_denial (SynConflictFinder *finder, SynAgentFrame *frame)
{
  const SynWords *words = syn_conflict_words (finder, frame->statement);
  SynSpan speaker = syn_engine_get_statement (finder->engine, frame->statement)->speaker;
  const GArray *phrases = syn_conflict_phrases (finder, frame->statement, "denial");
  guint at, n, first, end;

  if (phrases == NULL)
    return FALSE;
  at = g_array_index (phrases, SynPhrase, 0).at;
  n = g_array_index (phrases, SynPhrase, 0).n;
  if (!is_denial_of_part (syn_conflict_lexicon (finder, frame->statement), words, at, n))
    return FALSE;
  frame->cue = syn_words_span (words, at, n);
  frame->denied = TRUE;
  first = syn_words_find (words, speaker.start);
  end = syn_words_find (words, speaker.end);
  if (!syn_span_is_empty (speaker) && end > first && sign (finder, frame, first, end)
      && frame->nation != NULL)
    return TRUE;
  return sign (finder, frame, 0, at);
}

static void
read_statement (SynConflictFinder *finder, guint statement, GArray *out)
{
  const GArray *phrases = syn_conflict_phrases (finder, statement, "agent-frames");
  SynAgentFrame denial = { .statement = statement };

  if (read_denial (finder, &denial))
    {
      g_array_append_val (out, denial);
      return; /* what it is about is not asserted */
    }
  for (guint i = 0; phrases != NULL && i < phrases->len; i++)
    {
      const SynPhrase *phrase = &g_array_index (phrases, SynPhrase, i);
      SynAgentFrame frame = { .statement = statement };

      if (phrase->inside)
        continue;
      if (read_frame (finder, &frame, phrase->at, phrase->n, phrase->value))
        g_array_append_val (out, frame);
    }
}

GArray *
syn_agent_frames_list (SynConflictFinder *finder)
{
  GArray *out = g_array_new (FALSE, TRUE, sizeof (SynAgentFrame));

  for (guint i = 0; i < finder->engine->statements->len; i++)
    if (syn_engine_is_matched (finder->engine, i))
      read_statement (finder, i, out);
  return out;
}

gboolean
syn_agent_frames_differ (const SynAgentFrame *a, const SynAgentFrame *b)
{
  if (a->nation != NULL && b->nation != NULL)
    return strcmp (a->nation, b->nation) != 0;
  if (a->nation != NULL || b->nation != NULL)
    {
      const SynAgentFrame *state = a->nation != NULL ? a : b, *other = a->nation != NULL ? b : a;

      return other->irregular && !state->irregular;
    }
  return a->name != 0 && b->name != 0 && a->name != b->name;
}

gboolean
syn_agent_frames_agree (const SynAgentFrame *a, const SynAgentFrame *b)
{
  if (a->nation != NULL && b->nation != NULL)
    return strcmp (a->nation, b->nation) == 0 && a->irregular == b->irregular;
  return a->name != 0 && a->name == b->name;
}

char *
syn_agent_frames_dup_key (const SynAgentFrame *self)
{
  if (self->nation != NULL || self->irregular)
    return g_strdup_printf ("%s %s", self->denied ? "not" : "by",
                            self->nation != NULL ? self->nation : "irregular");
  return g_strdup_printf ("%s %u", self->denied ? "not" : "by", self->name);
}
