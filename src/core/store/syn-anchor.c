/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-anchor.h"

#include <string.h>

#include "store/syn-article-store.h"

typedef struct
{
  SynSpan span;
  char *word; /* case folded */
} Word;

static const char *
step_back (const char *text, const char *at, guint chars)
{
  for (; chars > 0 && at > text; chars--)
    at = g_utf8_prev_char (at);
  return at;
}

static const char *
step_on (const char *at, guint chars)
{
  for (; chars > 0 && *at != '\0'; chars--)
    at = g_utf8_next_char (at);
  return at;
}

SynAnchor *
syn_anchor_new (SynArticle *article, SynSpan span)
{
  const char *text = syn_article_get_text (article);
  const char *start = text + span.start, *end = text + span.end;
  const char *before = step_back (text, start, SYN_ANCHOR_CONTEXT);
  const char *after = step_on (end, SYN_ANCHOR_CONTEXT);
  const char *path = syn_article_get_path (article);
  SynAnchor *self = g_new (SynAnchor, 1);

  *self = (SynAnchor){
    .article_key = syn_article_store_dup_key (article),
    .path = g_strdup (path != NULL ? path : ""),
    .start = syn_article_offset_to_chars (article, span.start),
    .end = syn_article_offset_to_chars (article, span.end),
    .quote = g_strndup (start, (gsize) (end - start)),
    .prefix = g_strndup (before, (gsize) (start - before)),
    .suffix = g_strndup (end, (gsize) (after - end)),
  };
  return self;
}

/* How many bytes of the surroundings agree, counted from the quote outwards. */
static guint
context_agreement (const SynAnchor *self, const char *text, const char *at, gsize length)
{
  const gsize before = strlen (self->prefix);
  const char *after = at + length;
  guint n = 0, left = 0, right = 0;

  while (left < before && at - left > text && at[-(gssize) left - 1] == self->prefix[before - left - 1])
    left++;
  while (self->suffix[right] != '\0' && after[right] == self->suffix[right])
    right++;
  n = left + right;
  return n;
}

static gboolean
find_in_place (const SynAnchor *self, SynArticle *article, SynSpan *out_span)
{
  const char *text = syn_article_get_text (article);
  const gsize length = strlen (self->quote);
  const guint32 start = syn_article_chars_to_offset (article, self->start);
  const guint context = (guint) (strlen (self->prefix) + strlen (self->suffix));

  if (start + length > syn_article_get_length (article) || memcmp (text + start, self->quote, length) != 0)
    return FALSE;
  /* The same words may now stand here by chance: "he said." */
  if (context_agreement (self, text, text + start, length) < context)
    return FALSE;
  *out_span = (SynSpan){ start, start + (guint32) length };
  return TRUE;
}

static gboolean
find_exact (const SynAnchor *self, SynArticle *article, SynSpan *out_span)
{
  const char *text = syn_article_get_text (article);
  const gsize length = strlen (self->quote);
  const guint32 old_start = syn_article_chars_to_offset (article, self->start);
  guint best_agreement = 0, best_distance = G_MAXUINT;
  const char *best = NULL;

  if (length == 0)
    return FALSE;
  for (const char *at = strstr (text, self->quote); at != NULL; at = strstr (at + 1, self->quote))
    {
      const guint agreement = context_agreement (self, text, at, length);
      const guint32 start = (guint32) (at - text);
      const guint distance = start > old_start ? start - old_start : old_start - start;

      if (best == NULL || agreement > best_agreement
          || (agreement == best_agreement && distance < best_distance))
        {
          best = at;
          best_agreement = agreement;
          best_distance = distance;
        }
    }
  if (best == NULL)
    return FALSE;
  *out_span = (SynSpan){ (guint32) (best - text), (guint32) (best - text + (gssize) length) };
  return TRUE;
}

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->word);
}

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Runs of letters and digits; scripts written without spaces give a word per character. */
static GArray *
split_words (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  g_array_set_clear_func (words, word_clear);
  for (const char *at = text; *at != '\0';)
    {
      const char *start = at;
      gunichar c = g_utf8_get_char (at);

      at = g_utf8_next_char (at);
      if (!is_word_char (c))
        continue;
      while (!g_unichar_iswide (c) && is_word_char (g_utf8_get_char (at))
             && !g_unichar_iswide (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      Word word = { { (guint32) (start - text), (guint32) (at - text) },
                    g_utf8_casefold (start, at - start) };
      g_array_append_val (words, word);
    }
  return words;
}

typedef struct
{
  guint distance;
  guint start; /* of the stretch of text that this is the distance to */
} Cell;

static Cell
cheapest (Cell diagonal, guint substitution, Cell up, Cell left)
{
  Cell best = { diagonal.distance + substitution, diagonal.start };

  if (up.distance + 1 < best.distance)
    best = (Cell){ up.distance + 1, up.start };
  if (left.distance + 1 < best.distance)
    best = (Cell){ left.distance + 1, left.start };
  return best;
}

/* One row of the table per word of the text; a match may begin and end anywhere in it. */
static gboolean
find_approximate (const SynAnchor *self, SynArticle *article, SynSpan *out_span, double *out_score)
{
  g_autoptr (GArray) quote = split_words (self->quote);
  g_autoptr (GArray) text = split_words (syn_article_get_text (article));
  const guint m = quote->len;
  g_autofree Cell *column = g_new (Cell, m + 1);
  const guint32 old_start = syn_article_chars_to_offset (article, self->start);
  Cell best = { G_MAXUINT, 0 };
  guint best_end = 0, best_away = G_MAXUINT;

  if (m == 0 || text->len == 0)
    return FALSE;
  for (guint i = 0; i <= m; i++)
    column[i] = (Cell){ i, 0 };
  for (guint j = 0; j < text->len; j++)
    {
      const Word *word = &g_array_index (text, Word, j);
      Cell diagonal = column[0];
      guint away;

      column[0] = (Cell){ 0, j + 1 };
      diagonal.start = j;
      for (guint i = 1; i <= m; i++)
        {
          const gboolean equal = g_str_equal (g_array_index (quote, Word, i - 1).word, word->word);
          const Cell left = column[i];

          column[i] = cheapest (diagonal, equal ? 0 : 1, column[i - 1], left);
          diagonal = left;
        }
      away = (guint) ABS ((gint64) word->span.end - (gint64) old_start);
      if (column[m].distance < best.distance
          || (column[m].distance == best.distance && away < best_away))
        {
          best = column[m];
          best_end = j;
          best_away = away;
        }
    }
  *out_score = 1.0 - (double) best.distance / m;
  if (*out_score < SYN_ANCHOR_LEAST_SCORE || best.start > best_end)
    return FALSE;
  *out_span = (SynSpan){ g_array_index (text, Word, best.start).span.start,
                         g_array_index (text, Word, best_end).span.end };
  return TRUE;
}

gboolean
syn_anchor_find (const SynAnchor *self, SynArticle *article, SynSpan *out_span, double *out_score)
{
  double score = 1;
  gboolean found;

  g_return_val_if_fail (self != NULL && SYN_IS_ARTICLE (article), FALSE);

  found = find_in_place (self, article, out_span) || find_exact (self, article, out_span)
          || find_approximate (self, article, out_span, &score);
  if (out_score != NULL)
    *out_score = found ? score : 0;
  return found;
}
