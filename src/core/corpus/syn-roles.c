/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-roles.h"

#include "syn-blocks.h"
#include "syn-page-cues.h"
#include "syn-page-dates.h"
#include "syn-language.h"
#include "syn-line.h"

#include <string.h>

#define MAX_HEADLINE_WORDS 32
#define MAX_SUBHEAD_WORDS 16
#define MAX_STANDFIRST_WORDS 45
/* Links under a "Related articles" are at most so many and so long. */
#define MAX_LINKS 12
#define MAX_LINK_WORDS 20
/* Bylines without a "by" stand among the first blocks. */
#define TOP_BLOCKS 4

typedef struct
{
  SynArticle *article;
  SynPageCues *cues;
  GArray *blocks;
  GPtrArray *lines; /* SynLine of each block */
  gboolean *known;  /* whether the role of a block is settled */
} Guess;

static SynBlock *
block_at (Guess *self, guint i)
{
  return &g_array_index (self->blocks, SynBlock, i);
}

static void
settle (Guess *self, guint i, SynRole role)
{
  block_at (self, i)->role = role;
  self->known[i] = TRUE;
}

/* What the line says of itself: TRUE if its role is settled by that. */
static gboolean
guess_line (Guess *self, guint i, gboolean *heading)
{
  const SynLine *line = self->lines->pdata[i];

  *heading = FALSE;
  if (block_at (self, i)->role == SYN_ROLE_BOILERPLATE
      || syn_line_is_boilerplate (line, self->cues, heading))
    settle (self, i, SYN_ROLE_BOILERPLATE);
  else if (syn_page_date_is_dateline (line->text, self->cues))
    settle (self, i, SYN_ROLE_DATELINE);
  else if (syn_line_is_byline (line, self->cues))
    settle (self, i, SYN_ROLE_BYLINE);
  else if (syn_line_is_caption (line, self->cues))
    settle (self, i, SYN_ROLE_CAPTION);
  return self->known[i];
}

/* "VIDEO: Ferry runs aground off the cape" over a text is a headline, whatever it begins or ends with. */
static gboolean
is_headline_after_all (Guess *self, guint i)
{
  const SynLine *line = self->lines->pdata[i];
  SynRole role = block_at (self, i)->role;

  return i == 0 && self->lines->len > 1 && line->n_words >= 5
         && (role == SYN_ROLE_BOILERPLATE || role == SYN_ROLE_CAPTION)
         && !line->ends_sentence && ((SynLine *) self->lines->pdata[1])->ends_sentence;
}

/* First pass: each line by itself, and the links under a "Related articles". */
static void
guess_by_words (Guess *self)
{
  guint n_links = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const SynLine *line = self->lines->pdata[i];
      gboolean heading;
      gboolean settled = guess_line (self, i, &heading);

      if (settled && is_headline_after_all (self, i))
        {
          block_at (self, i)->role = SYN_ROLE_BODY;
          self->known[i] = settled = FALSE;
        }
      if (heading)
        n_links = MAX_LINKS;
      else if (n_links > 0 && !settled && !line->ends_sentence && line->n_words <= MAX_LINK_WORDS)
        {
          settle (self, i, SYN_ROLE_BOILERPLATE);
          n_links--;
        }
      else if (!settled)
        n_links = 0;
    }
}

/* The first block at or after @i of which nothing is known yet; the number of blocks if none. */
static guint
next_unknown (Guess *self, guint i)
{
  while (i < self->blocks->len && self->known[i])
    i++;
  return i;
}

static gboolean
looks_headline (const SynLine *line)
{
  return line->n_words <= MAX_HEADLINE_WORDS && line->n_letters > 3
         && (!line->ends_sentence || line->question);
}

/* Whether @text is several things between @separator: one bar may part a headline from its outlet. */
static gboolean
is_row (const char *text, const char *separator)
{
  const char *first = strstr (text, separator);

  return first != NULL && strstr (first + strlen (separator), separator) != NULL;
}

/* "World News", "Home > Europe", "News | Sport | Tides", above a headline. */
static gboolean
is_section_label (Guess *self, guint i)
{
  const SynLine *line = self->lines->pdata[i];
  guint next = next_unknown (self, i + 1);
  g_auto (GStrv) words = NULL;

  if (line->n_words > 10 || next >= self->blocks->len || next > i + 3
      || !looks_headline (self->lines->pdata[next]))
    return FALSE;
  if (strstr (line->text, " > ") != NULL || strstr (line->text, " » ") != NULL
      || strstr (line->text, " › ") != NULL || is_row (line->text, " | ")
      || is_row (line->text, " / "))
    return TRUE;
  if (line->n_words > 3 || !line->capitalized
      || ((SynLine *) self->lines->pdata[next])->n_words <= line->n_words)
    return FALSE;
  words = g_strsplit (line->key, " ", -1);
  for (guint j = 0; words[j] != NULL; j++)
    if (syn_page_cues_has (self->cues, "section", words[j]))
      return TRUE;
  return FALSE;
}

static gboolean
is_title (Guess *self, guint i)
{
  const char *title = syn_article_get_title (self->article);
  g_autofree char *key = title != NULL ? syn_page_cue_key (title) : NULL;

  return key != NULL && g_str_equal (key, ((SynLine *) self->lines->pdata[i])->key);
}

/* Second pass: the head of the article. */
static void
guess_head (Guess *self)
{
  guint i = next_unknown (self, 0);
  guint next;

  while (i < self->blocks->len && !is_title (self, i) && is_section_label (self, i))
    {
      settle (self, i, SYN_ROLE_BOILERPLATE);
      i = next_unknown (self, i + 1);
    }
  for (guint j = i; j < MIN (self->blocks->len, i + TOP_BLOCKS); j++)
    if (!self->known[j] && !is_title (self, j)
        && syn_line_is_name_and_outlet (self->lines->pdata[j], self->cues))
      settle (self, j, SYN_ROLE_BYLINE);
  i = next_unknown (self, i);
  next = next_unknown (self, i + 1);
  if (i >= self->blocks->len
      || !(is_title (self, i) || (next < self->blocks->len && looks_headline (self->lines->pdata[i]))))
    return;
  settle (self, i, SYN_ROLE_HEADLINE);
  if (next < self->blocks->len && next_unknown (self, next + 1) < self->blocks->len
      && !((SynLine *) self->lines->pdata[next])->ends_sentence
      && ((SynLine *) self->lines->pdata[next])->n_words <= MAX_STANDFIRST_WORDS)
    settle (self, next, SYN_ROLE_SUBHEAD);
}

/* A name alone at the very end signs the article. */
static void
guess_signature (Guess *self)
{
  guint last = self->blocks->len;
  const SynLine *line, *before = NULL;

  while (last > 0 && self->known[last - 1])
    last--;
  if (last < 3)
    return;
  line = self->lines->pdata[last - 1];
  before = self->lines->pdata[last - 2];
  if (line->n_words > 4 || !line->capitalized || line->ends_sentence || !before->ends_sentence)
    return;
  /* With figures it is a telephone number or a rate of exchange. */
  settle (self, last - 1,
          strpbrk (line->text, "0123456789") != NULL ? SYN_ROLE_BOILERPLATE : SYN_ROLE_BYLINE);
}

static void
guess_subheads (Guess *self)
{
  guint last = self->blocks->len;

  while (last > 0 && self->known[last - 1])
    last--;
  for (guint i = 1; i + 1 < last; i++)
    {
      const SynLine *line = self->lines->pdata[i];

      if (!self->known[i] && line->n_words <= MAX_SUBHEAD_WORDS && line->n_letters > 3
          && !line->ends_sentence)
        settle (self, i, SYN_ROLE_SUBHEAD);
    }
}

void
syn_roles_guess (SynArticle *article)
{
  const char *text = syn_article_get_text (article);
  gsize length = syn_article_get_length (article);
  const char *language = syn_article_get_language (article);
  g_autoptr (GArray) blocks = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_line_free);
  g_autofree gboolean *known = NULL;
  Guess self = { .article = article, .lines = lines };

  g_return_if_fail (SYN_IS_ARTICLE (article));
  self.cues = syn_page_cues_get (language != NULL ? language : syn_language_guess (text, length));
  self.blocks = blocks = syn_blocks_cut (text, length);
  self.known = known = g_new0 (gboolean, blocks->len + 1);
  for (guint i = 0; i < blocks->len; i++)
    {
      SynSpan span = block_at (&self, i)->span;

      g_ptr_array_add (lines, syn_line_new (text + span.start, span.end - span.start));
    }
  guess_by_words (&self);
  guess_head (&self);
  guess_signature (&self);
  guess_subheads (&self);
  syn_article_set_blocks (article, (SynBlock *) (void *) blocks->data, blocks->len);
}
