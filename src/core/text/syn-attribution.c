/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "text/syn-cues.h"
#include "text/syn-document-private.h"
#include "text/syn-lexicon-private.h"

#define MAX_SPEAKER 16 /* words of a speaker's name and function */
#define MEMORY 4       /* statements a pronoun reaches back */

/* The cues that are looked for at every word, as bits of a filter. */
enum
{
  SAYING = 1 << 0,
  ACCORDING = 1 << 1,
  UNCONFIRMED = 1 << 2,
  DENIAL = 1 << 3,
  HEDGES = 1 << 4,
};

/* What is known while the document is read from top to bottom. */
typedef struct
{
  SynDocument *document;
  SynLexicon *lexicon;
  const SynCues *saying, *according, *unconfirmed, *denial, *hedges, *leanings;
  const SynWordList *speakers, *pronouns, *stop, *ends, *edges, *stops, *gaps, *nouns, *not_saying, *turns,
      *auxiliaries, *joining, *subordinators;
  const SynCueFilter *filter;
  const SynWordList *noun_signs; /* a list of languages that write nouns with a capital */
  SynSpan last_speaker; /* last one that was named */
  guint last_index;     /* statement in which */
} Finder;

/* One statement, and what was found in it: indices of words. */
typedef struct
{
  const SynStatement *statement;
  const SynWords *words;
  gboolean *quoted; /* one per word */
  guint8 *starts;   /* one per word: cues that may begin with it */
  guint8 any;       /* all of them */
  gint verb;
  const char *verb_class;
  guint first, n; /* the speaker's words */
  gboolean pronoun;
} Found;

static gboolean
is_boundary (const char *text)
{
  static const char *const marks[]
      = { ",", ";", ":", "(", ")", "\"", "“", "”", "–", "—", "`", "«", "»", "„", "." };

  if (g_ascii_isalnum (*text))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strcmp (text, marks[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_in (const SynWordList *list, const SynWord *word)
{
  return word->kind == SYN_WORD_LETTERS && syn_word_list_has (list, word->text);
}

/* Whether words[first, end) can be somebody who speaks. */
static gboolean
can_speak (const Finder *finder, const Found *found, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      const SynWord *word = &found->words->words[i];

      if (is_in (finder->speakers, word))
        return TRUE;
      if (word->capital && word->kind == SYN_WORD_LETTERS
          && !syn_word_list_has (finder->stop, word->text))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_edge (const Finder *finder, const SynWord *word)
{
  return word->kind == SYN_WORD_DIGITS || syn_word_list_has (finder->edges, word->text);
}

/* "The knee was examined and the coach said": where a verb stands before it, the speaker begins
 * behind the word that joins both; @end where none does. */
static guint
skip_clause (const Finder *finder, const Found *found, guint first, guint end)
{
  gboolean verb = FALSE;

  for (guint i = first; i + 1 < end; i++)
    {
      const SynWord *word = &found->words->words[i];

      if (!word->capital && is_in (finder->auxiliaries, word))
        {
          verb = TRUE;
          first = end;
        }
      else if (verb && is_in (finder->joining, word))
        {
          verb = FALSE;
          first = i + 1;
        }
    }
  return first;
}

/* Takes words[first, end) for the speaker, without the words of time around it. */
static gboolean
take_speaker (const Finder *finder, Found *found, guint first, guint end)
{
  first = skip_clause (finder, found, first, end);
  while (first < end && is_edge (finder, &found->words->words[first]))
    first++;
  while (end > first && is_edge (finder, &found->words->words[end - 1]))
    end--;
  if (end <= first || end - first > MAX_SPEAKER)
    return FALSE;
  if (end - first <= 2 && is_in (finder->pronouns, &found->words->words[first]))
    {
      found->pronoun = TRUE;
      return TRUE;
    }
  if (!can_speak (finder, found, first, end))
    return FALSE;
  found->first = first;
  found->n = end - first;
  return TRUE;
}

/* Small words between a speaker and the verb: "has since said", "said on Monday". */
static guint
skip_back (const Finder *finder, const Found *found, guint at)
{
  while (at > 0)
    {
      const SynWord *word = &found->words->words[at - 1];
      gboolean adverb = word->kind == SYN_WORD_LETTERS && strlen (word->text) > 4
                        && g_str_has_suffix (word->text, "ly");

      if (!adverb && !is_in (finder->gaps, word))
        break;
      at--;
    }
  return at;
}

static guint
clause_start (const Finder *finder, const Found *found, guint end)
{
  guint first = end;

  while (first > 0)
    {
      const SynWord *word = &found->words->words[first - 1];

      if (found->quoted[first - 1] || is_boundary (word->text) || is_in (finder->ends, word))
        break;
      /* A quotation mark that is no word of its own list still parts. */
      if (word->kind == SYN_WORD_MARK && strcmp (word->text, "-") != 0
          && strcmp (word->text, ".") != 0)
        break;
      first--;
    }
  return first;
}

static gboolean
is_aside_mark (const SynWord *word)
{
  return strcmp (word->text, ",") == 0 || strcmp (word->text, "–") == 0
         || strcmp (word->text, "—") == 0 || (strcmp (word->text, "-") == 0 && word->spaced);
}

/* Where the aside that ends before @end begins: behind the mark before it. */
static guint
aside_start (const Found *found, guint end)
{
  while (end > 0 && !found->quoted[end - 1] && !is_aside_mark (&found->words->words[end - 1]))
    end--;
  return end;
}

/* "Gladys Marsh, a spokeswoman for the port, said": the name stands before the comma. */
static gboolean
speaker_before (const Finder *finder, Found *found, guint verb)
{
  guint end = skip_back (finder, found, verb), first = clause_start (finder, found, end);

  /* "before he confirmed it": he does, but does not say what stands before that. */
  if (first < end && first > 0 && is_in (finder->pronouns, &found->words->words[first])
      && is_in (finder->subordinators, &found->words->words[first - 1]))
    return FALSE;
  if (first < end && take_speaker (finder, found, first, end))
    return TRUE;
  if (end > 1 && is_aside_mark (&found->words->words[end - 1]))
    {
      guint inner = aside_start (found, end - 1);

      if (inner > 1 && is_aside_mark (&found->words->words[inner - 1]))
        {
          first = clause_start (finder, found, inner - 1);
          if (take_speaker (finder, found, first, inner - 1))
            {
              found->n = MIN (end - 1 - found->first, found->n + MAX_SPEAKER);
              return TRUE;
            }
        }
    }
  return FALSE;
}

/* "…," said Gladys Marsh */
static gboolean
speaker_after (const Finder *finder, Found *found, guint from)
{
  guint end = from;

  while (end < found->words->n && end < from + MAX_SPEAKER)
    {
      const SynWord *word = &found->words->words[end];

      if (found->quoted[end] || is_boundary (word->text) || is_in (finder->ends, word)
          || (word->kind == SYN_WORD_MARK && strcmp (word->text, "-") != 0))
        break;
      if (end > from && is_in (finder->stops, word))
        break;
      /* Where nouns have a capital, a small word behind one is no part of who speaks. */
      if (end > from && finder->noun_signs != NULL && !word->capital
          && word->kind == SYN_WORD_LETTERS)
        break;
      end++;
    }
  return take_speaker (finder, found, from, end);
}

/* "according to X", "X zufolge" */
static gboolean
find_according_to (const Finder *finder, Found *found)
{
  for (guint i = 0; i < found->words->n; i++)
    {
      const char *where = NULL;
      guint n = found->quoted[i] || !(found->starts[i] & ACCORDING)
                    ? 0
                    : syn_cues_match (finder->according, found->words, i, &where);

      if (n == 0)
        continue;
      if (strcmp (where, "before") == 0
              ? take_speaker (finder, found, clause_start (finder, found, i), i)
              : speaker_after (finder, found, i + n))
        {
          found->verb = i;
          found->verb_class = "reported";
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_passive_or_infinitive (const Finder *finder, const Found *found, guint verb)
{
  return syn_word_list_has (finder->not_saying,
                            syn_words_get (found->words, (gint) verb - 1)->text);
}

/* "reports" and "claims" are nouns unless somebody named or a pronoun does it; "self-described"
 * says nothing. */
static gboolean
is_noun_like (const Finder *finder, const Found *found, guint at)
{
  const SynWord *before = syn_words_get (found->words, (gint) at - 1);

  if (strcmp (before->text, "-") == 0 && !found->words->words[at].spaced)
    return TRUE;
  return is_in (finder->nouns, &found->words->words[at]) && !before->capital
         && !is_in (finder->pronouns, before);
}

/* Only behind what is said may the speaker stand after the verb. */
static gboolean
follows_quote (const Found *found, guint verb)
{
  return verb > 0
         && (found->quoted[verb - 1] || found->words->words[verb - 1].kind == SYN_WORD_MARK);
}

static gboolean
find_verb (const Finder *finder, Found *found, guint from)
{
  for (guint i = from; i < found->words->n; i++)
    {
      const char *value = NULL;
      guint n = found->starts[i] & SAYING
                    ? syn_cues_match (finder->saying, found->words, i, &value)
                    : 0;

      if (n == 0 || found->quoted[i] || found->words->words[i].capital
          || is_passive_or_infinitive (finder, found, i) || is_noun_like (finder, found, i))
        continue;
      found->verb = i;
      found->verb_class = value;
      if (speaker_before (finder, found, i)
          || (follows_quote (found, i) && speaker_after (finder, found, i + n)))
        return TRUE;
      found->verb = -1;
    }
  return FALSE;
}

static void
mark_quoted (const Finder *finder, Found *found)
{
  for (guint q = 0; q < found->statement->n_quotes; q++)
    {
      SynSpan span
          = g_array_index (finder->document->quotes, SynQuote, found->statement->first_quote + q)
                .span;

      for (guint i = syn_words_find (found->words, span.start); i < found->words->n; i++)
        {
          if (found->words->words[i].span.start >= span.end)
            break;
          found->quoted[i] = TRUE;
        }
    }
}

static gboolean
is_month_may (const Found *found, guint at)
{
  const SynWord *word = &found->words->words[at];

  return word->capital && (at > 0 || syn_words_get (found->words, at + 1)->kind == SYN_WORD_DIGITS);
}

static gboolean
has_cue (const Found *found, const SynCues *cues, guint8 bit)
{
  for (guint i = 0; (found->any & bit) && i < found->words->n; i++)
    if ((found->starts[i] & bit) && syn_cues_match (cues, found->words, i, NULL) > 0 && !is_month_may (found, i))
      return TRUE;
  return FALSE;
}

static SynCertainty
find_certainty (const Finder *finder, const Found *found)
{
  const char *value = found->verb_class != NULL ? found->verb_class : "";

  if (has_cue (found, finder->unconfirmed, UNCONFIRMED))
    return SYN_CERTAINTY_UNCONFIRMED;
  if (strcmp (value, "denied") == 0 || strcmp (value, "refused") == 0 || has_cue (found, finder->denial, DENIAL))
    return SYN_CERTAINTY_DENIED;
  if (strcmp (value, "claimed") == 0)
    return SYN_CERTAINTY_CLAIMED;
  if (strcmp (value, "hedged") == 0 || has_cue (found, finder->hedges, HEDGES))
    return SYN_CERTAINTY_HEDGED;
  return *value != '\0' ? SYN_CERTAINTY_REPORTED : SYN_CERTAINTY_ASSERTED;
}

static void
set_quote_speakers (const Finder *finder,
                    const SynStatement *statement,
                    SynSpan speaker,
                    SynSpan verb)
{
  for (guint q = 0; q < statement->n_quotes; q++)
    {
      SynQuote *quote
          = &g_array_index (finder->document->quotes, SynQuote, statement->first_quote + q);

      quote->speaker = speaker;
      quote->verb = verb;
    }
}

/* Where a comma or a stronger mark parts what is said; a full stop also stands in "No. 2". */
static gboolean
parts (const Found *found, guint at)
{
  const SynWord *word = &found->words->words[at];

  return !found->quoted[at] && is_boundary (word->text) && strcmp (word->text, ".") != 0;
}

/* A bid that is refused is not said to be untrue: only a claim that is rejected is denied. */
static gint
find_denying_word (const Finder *finder, const Found *found)
{
  for (guint i = 0; i < found->words->n; i++)
    if ((found->starts[i] & DENIAL) && syn_cues_match (finder->denial, found->words, i, NULL) > 0)
      return (gint) i;
  return g_strcmp0 (found->verb_class, "denied") == 0 ? found->verb : -1;
}

static void
find_denial (const Finder *finder, const Found *found, SynStatement *statement)
{
  gint at = statement->certainty == SYN_CERTAINTY_DENIED ? find_denying_word (finder, found) : -1;
  guint first, end, turn = syn_words_find (found->words, statement->turn);

  if (at < 0)
    return;
  for (first = (guint) at; first > 0 && first != turn && !parts (found, first - 1);)
    first--;
  for (end = (guint) at + 1; end < found->words->n && end != turn && !parts (found, end);)
    end++;
  statement->denial = syn_words_span (found->words, first, end - first);
}

/* "; union fears for …": who feels something about it, at the start of words[first, …). */
static void
find_who_feels (const Finder *finder, const Found *found, guint first, SynStatement *statement)
{
  for (guint i = first; i + 1 < MIN (found->words->n, first + MAX_SPEAKER) && !parts (found, i); i++)
    if (is_in (finder->speakers, &found->words->words[i])
        && syn_cues_match (finder->leanings, found->words, i + 1, NULL) > 0)
      {
        statement->next_speaker = syn_words_span (found->words, first, i + 1 - first);
        return;
      }
}

/* Behind ";" or ", but" the word may be another's. */
static guint
find_turn (const Finder *finder, const Found *found)
{
  for (guint i = (guint) found->verb + 1; i + 1 < found->words->n; i++)
    if (parts (found, i)
        && (strcmp (found->words->words[i].text, ";") == 0
            || (strcmp (found->words->words[i].text, ",") == 0
                && is_in (finder->turns, &found->words->words[i + 1]))))
      return i + 1;
  return found->words->n;
}

/* Who speaks after @found's speaker, and from where on. */
static void
find_next_speaker (const Finder *finder, const Found *found, SynStatement *statement)
{
  Found next = *found;
  guint turn = find_turn (finder, found);

  next.pronoun = FALSE;
  if (find_verb (finder, &next, (guint) found->verb + 1) && !next.pronoun
      && next.first > (guint) found->verb)
    {
      statement->next_speaker = syn_words_span (next.words, next.first, next.n);
      turn = MIN (turn, next.first);
    }
  else if (turn < found->words->n)
    find_who_feels (finder, found, turn, statement);
  if (turn < found->words->n)
    statement->turn = found->words->words[turn].span.start;
}

static void
mark_starts (const Finder *finder, Found *found)
{
  for (guint i = 0; i < found->words->n; i++)
    {
      found->starts[i] = syn_cue_filter_look_up (finder->filter, &found->words->words[i]);
      found->any |= found->starts[i];
    }
}

static void
read_statement (Finder *finder, SynStatement *statement, guint index)
{
  const SynWords *words = syn_document_get_words (finder->document, index);
  g_autofree gboolean *quoted = g_new0 (gboolean, words->n + 1);
  g_autofree guint8 *starts = g_new (guint8, words->n + 1);
  Found found = {
    .statement = statement, .words = words, .quoted = quoted, .starts = starts, .verb = -1
  };
  gboolean recent
      = finder->last_index + MEMORY >= index && !syn_span_is_empty (finder->last_speaker);
  SynSpan verb = { 0, 0 };

  statement->turn = statement->span.end;
  mark_quoted (finder, &found);
  mark_starts (finder, &found);
  if (find_verb (finder, &found, 0) || find_according_to (finder, &found))
    {
      verb = words->words[found.verb].span;
      if (found.pronoun)
        statement->speaker = recent ? finder->last_speaker : (SynSpan) { 0, 0 };
      else
        statement->speaker = syn_words_span (words, found.first, found.n);
      if (!syn_span_is_empty (statement->speaker))
        {
          finder->last_speaker = statement->speaker;
          finder->last_index = index;
        }
    }
  statement->certainty = find_certainty (finder, &found);
  if (found.verb >= 0)
    find_next_speaker (finder, &found, statement);
  find_denial (finder, &found, statement);
  set_quote_speakers (finder, statement, statement->speaker, verb);
}

static gboolean
is_mostly_quoted (const Finder *finder, const SynStatement *statement)
{
  guint32 covered = 0;

  for (guint q = 0; q < statement->n_quotes; q++)
    {
      SynSpan span
          = g_array_index (finder->document->quotes, SynQuote, statement->first_quote + q).span;

      covered += span.end - span.start;
    }
  /* The marks themselves take up to four bytes each. */
  return covered > 0 && (covered + 8) * 4 > (statement->span.end - statement->span.start) * 3;
}

/* A sentence that is only quoted belongs to whoever is named beside it: the one before it in the
 * same or the last paragraph, else the one behind it in its own. */
static void
carry_speakers (const Finder *finder)
{
  GArray *statements = finder->document->statements;

  for (guint i = 0; i < statements->len; i++)
    {
      SynStatement *statement = &g_array_index (statements, SynStatement, i);
      const SynStatement *before = i > 0 ? statement - 1 : NULL;

      if (!syn_span_is_empty (statement->speaker) || !is_mostly_quoted (finder, statement))
        continue;
      if (before != NULL && before->n_quotes > 0 && before->paragraph + 1 >= statement->paragraph)
        statement->speaker = before->speaker;
      for (guint k = i + 1;
           syn_span_is_empty (statement->speaker) && k < statements->len && k < i + 3; k++)
        {
          const SynStatement *after = &g_array_index (statements, SynStatement, k);

          if (after->paragraph == statement->paragraph && after->n_quotes > 0)
            statement->speaker = after->speaker;
        }
      if (syn_span_is_empty (statement->speaker))
        continue;
      if (statement->certainty == SYN_CERTAINTY_ASSERTED)
        statement->certainty = SYN_CERTAINTY_REPORTED;
      set_quote_speakers (finder, statement, statement->speaker, (SynSpan) { 0, 0 });
    }
}

/* In the order of the bits above. */
static gpointer
make_filter (SynLexicon *lexicon)
{
  static const char *const lists[] = { "saying", "according", "unconfirmed", "denial", "hedges" };
  const SynCues *cues[G_N_ELEMENTS (lists)];

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    cues[i] = syn_cues_get (lexicon, lists[i]);
  return syn_cue_filter_new (cues, G_N_ELEMENTS (lists));
}

/**
 * syn_attribution_find:
 *
 * Who says it, and how sure it is left: "X said", "said X", "X, a spokesman, said", "according to
 * X", pronouns for the last one named, quotations without a verb beside their speaker.
 */
void
syn_attribution_find (SynDocument *self)
{
  Finder finder = { .document = self, .lexicon = self->lexicon };

  finder.saying = syn_cues_get (self->lexicon, "saying");
  finder.according = syn_cues_get (self->lexicon, "according");
  finder.speakers = syn_lexicon_get_words (self->lexicon, "speakers");
  finder.pronouns = syn_lexicon_get_words (self->lexicon, "pronouns");
  finder.stop = syn_lexicon_get_words (self->lexicon, "stop");
  finder.ends = syn_lexicon_get_words (self->lexicon, "speaker-ends");
  finder.edges = syn_lexicon_get_words (self->lexicon, "speaker-edges");
  finder.stops = syn_lexicon_get_words (self->lexicon, "speaker-stops");
  finder.gaps = syn_lexicon_get_words (self->lexicon, "saying-gaps");
  finder.nouns = syn_lexicon_get_words (self->lexicon, "saying-nouns");
  finder.noun_signs = syn_lexicon_get_words (self->lexicon, "noun-signs");
  finder.not_saying = syn_lexicon_get_words (self->lexicon, "not-saying");
  finder.unconfirmed = syn_cues_get (self->lexicon, "unconfirmed");
  finder.denial = syn_cues_get (self->lexicon, "denial");
  finder.leanings = syn_cues_get (self->lexicon, "leanings");
  finder.auxiliaries = syn_lexicon_get_words (self->lexicon, "auxiliaries");
  finder.joining = syn_lexicon_get_words (self->lexicon, "joining");
  finder.subordinators = syn_lexicon_get_words (self->lexicon, "subordinators");
  finder.turns = syn_lexicon_get_words (self->lexicon, "clause-ends");
  finder.hedges = syn_cues_get (self->lexicon, "hedges");
  finder.filter = syn_lexicon_keep (self->lexicon, make_filter);
  for (guint i = 0; i < self->statements->len; i++)
    read_statement (&finder, &g_array_index (self->statements, SynStatement, i), i);
  carry_speakers (&finder);
}
