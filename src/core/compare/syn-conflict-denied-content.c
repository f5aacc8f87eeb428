/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "compare/syn-comparison-private.h"
#include "compare/syn-conflict-private.h"

/* "The hospital denied that its records had been altered", "no serious side effects were found":
 * what one statement says is not so, against one that says that very thing. */

#define MIN_Z 0.06
#define MIN_Z_SHOWN 0.12
#define SAME_WORD 0.7
#define MAX_CLAUSE 14 /* words of what is denied */
#define MAX_NOUNS 4   /* … of what there is none of */
#define MIN_SHARE 0.6 /* of it, by weight, that the other side says */
#define MIN_SHARED 2.0 /* … and their weight */
#define SHOWN 0.64
#define SHOWN_NONE 0.62
#define MIN_P_NONE 0.4
#define LISTED 0.4

/* Words of a statement that are said not to be so, and what says that. */
typedef struct
{
  SynSpan cue;
  guint first, end;
} Denied;

typedef struct
{
  const char *list;
  guint most; /* words */
  gboolean nouns;
} Way;

static const Way ways[] = {
  { "denies", MAX_CLAUSE, FALSE },
  { "none-of", MAX_NOUNS, TRUE },
};

static gboolean
ends_denied (SynConflictFinder *finder, guint statement, const Way *way, const SynWord *word)
{
  if (word->kind == SYN_WORD_MARK)
    return way->nouns || strchr (".;:", word->text[0]) != NULL;
  return way->nouns
         && (syn_lexicon_has (syn_conflict_lexicon (finder, statement), "stop", word->text)
             || syn_lexicon_has (syn_conflict_lexicon (finder, statement), "auxiliaries", word->text));
}

static gboolean
find_denied (SynConflictFinder *finder, guint statement, const Way *way, Denied *out)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  const GArray *phrases = syn_conflict_phrases (finder, statement, way->list);
  const SynPhrase *phrase;

  if (phrases == NULL)
    return FALSE;
  phrase = &g_array_index (phrases, SynPhrase, 0);
  out->cue = syn_words_span (words, phrase->at, phrase->n);
  out->first = out->end = phrase->at + phrase->n;
  while (out->end < words->n && out->end - out->first < way->most
         && !ends_denied (finder, statement, way, &words->words[out->end]))
    out->end++;
  return out->end > out->first;
}

static gboolean
is_turned_round (SynConflictFinder *finder, guint statement)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  SynLexicon *lexicon = syn_conflict_lexicon (finder, statement);

  for (guint i = 0; i < words->n; i++)
    if (syn_lexicon_has (lexicon, "negation", words->words[i].text)
        || syn_lexicon_has (lexicon, "negation-words", words->words[i].text)
        || g_str_has_suffix (words->words[i].text, "n't"))
      return TRUE;
  return syn_engine_get_statement (finder->engine, statement)->certainty == SYN_CERTAINTY_DENIED
         || syn_conflict_find_cue (finder, statement, "denial", NULL)
         || syn_conflict_find_cue (finder, statement, "denies", NULL)
         || syn_conflict_find_cue (finder, statement, "none-of", NULL);
}

/* How much of the words at @denied, by weight, @other says, and where it says the heaviest. */
static double
share_of_denied (SynConflictFinder *finder,
                 guint statement,
                 const Denied *denied,
                 guint other,
                 double *out_shared,
                 SynSpan *out_span)
{
  const SynStatement *s = syn_engine_get_statement (finder->engine, statement),
                     *o = syn_engine_get_statement (finder->engine, other);
  const SynWords *words = syn_conflict_words (finder, statement);
  double total = 0, heaviest = 0;
  guint n, n_terms = 0;
  const SynToken *theirs
      = syn_document_get_tokens (syn_engine_get_document (finder->engine, other), &n);

  *out_shared = 0;
  for (guint i = denied->first; i < denied->end; i++)
    {
      guint32 term = syn_conflict_term_at (finder, statement, words->words[i].span);
      double best = 0, weight;
      SynSpan span = { 0, 0 };

      if (term == 0 || !syn_conflict_has_term (finder, statement, term)
          || syn_span_overlaps (words->words[i].span, s->speaker))
        continue;
      weight = g_array_index (finder->engine->weight, float, term);
      for (guint t = o->first_token; t < o->first_token + o->n_tokens; t++)
        {
          double similarity;

          if (!syn_token_is_content (&theirs[t]) || syn_span_overlaps (theirs[t].span, o->speaker))
            continue;
          similarity = syn_engine_similarity (
              finder->engine, term, syn_engine_map_term (finder->engine, other, theirs[t].term));
          if (similarity > best)
            {
              best = similarity;
              span = theirs[t].span;
            }
        }
      total += weight;
      n_terms++;
      if (best < SAME_WORD)
        continue;
      *out_shared += weight * best;
      if (weight > heaviest)
        {
          heaviest = weight;
          *out_span = span;
        }
    }
  return n_terms >= 2 && total > 0 ? *out_shared / total : 0;
}

static void
compare (SynConflictFinder *finder, const SynPair *pair, const Way *way, guint denying, guint other)
{
  g_autofree char *sides = NULL;
  Denied denied;
  double share, shared, score;
  SynSpan span = { 0, 0 };

  if (!find_denied (finder, denying, way, &denied) || is_turned_round (finder, other)
      || !syn_conflict_same_time (finder, denying, other))
    return;
  share = share_of_denied (finder, denying, &denied, other, &shared, &span);
  if (share < MIN_SHARE || shared < MIN_SHARED)
    return;
  if (way->nouns)
    score = share >= 1 && pair->p >= MIN_P_NONE ? SHOWN_NONE : LISTED;
  else
    score = pair->z >= MIN_Z_SHOWN ? SHOWN : LISTED;
  span = syn_conflict_widen (finder, other, span, denying);
  denied.cue.end = syn_words_get (syn_conflict_words (finder, denying), denied.end - 1)->span.end;
  sides = syn_conflict_dup_sides (finder, denying, denied.cue, other, span);
  syn_conflict_report (finder, SYN_CONFLICT_DENIAL, SYN_STRENGTH_DIRECT, score, denying,
                       denied.cue, other, span, g_strdup (_ ("said or disputed")),
                       /* Translators: %s is two wordings with their sources. */
                       g_strdup_printf (_ ("One says it, the other speaks against it: %s."), sides));
}

void
syn_conflict_denied_content_detect (SynConflictFinder *finder)
{
  GArray *pairs = finder->engine->pairs;

  for (guint i = 0; i < pairs->len; i++)
    {
      const SynPair *pair = &g_array_index (pairs, SynPair, i);

      if (pair->z < MIN_Z || syn_conflict_stops (finder))
        break;
      for (guint k = 0; k < G_N_ELEMENTS (ways); k++)
        {
          compare (finder, pair, &ways[k], pair->a, pair->b);
          compare (finder, pair, &ways[k], pair->b, pair->a);
        }
    }
}
