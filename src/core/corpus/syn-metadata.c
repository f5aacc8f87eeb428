/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-roles.h"

#include "syn-page-cues.h"
#include "syn-page-dates.h"
#include "syn-language.h"
#include "text/syn-text-char.h"

#include <string.h>

/* A title made of the first words is cut about here. */
#define MAX_TITLE 100
/* An address that names the article stands among so many blocks at either end. */
#define URL_BLOCKS 4
/* "Source: Harbour News" stands among so many blocks at the head; further down it credits a picture. */
#define SOURCE_BLOCKS 8

typedef struct
{
  SynArticle *article;
  SynPageCues *cues;
  const SynBlock *blocks;
  guint n_blocks;
} Guess;

/* The words of block @i in one line. */
static char *
dup_line (Guess *self, guint i)
{
  char *line = syn_article_dup_span (self->article, self->blocks[i].span), *out = line;

  for (const char *p = line; *p != '\0';)
    {
      const char *next = g_utf8_next_char (p);

      if (!syn_char_is_space (syn_char_at (p)))
        while (p < next)
          *out++ = *p++;
      else if (out > line && out[-1] != ' ')
        *out++ = ' ';
      p = next;
    }
  *out = '\0';
  return line;
}

/* Whether block @i has a @mark, which tells lines that say nothing about the article without copying them. */
static gboolean
has_mark (Guess *self, guint i, char mark)
{
  SynSpan span = self->blocks[i].span;

  return memchr (syn_article_get_text (self->article) + span.start, mark, span.end - span.start) != NULL;
}

static int
find_role (Guess *self, SynRole role, guint from)
{
  for (guint i = from; i < self->n_blocks; i++)
    if (self->blocks[i].role == role)
      return i;
  return -1;
}

/* The first words of @line, whole words, with "…" where there are more. */
static char *
shorten (const char *line)
{
  const char *end;

  if (g_utf8_strlen (line, -1) <= MAX_TITLE)
    return g_strdup (line);
  end = g_utf8_offset_to_pointer (line, MAX_TITLE);
  for (const char *p = end; p > line; p--)
    if (*p == ' ')
      {
        end = p;
        break;
      }
  return g_strdup_printf ("%.*s…", (int) (end - line), line);
}

static void
guess_title (Guess *self)
{
  int i = find_role (self, SYN_ROLE_HEADLINE, 0);
  g_autofree char *line = NULL;
  g_autofree char *title = NULL;

  if (syn_article_get_title (self->article) != NULL)
    return;
  if (i < 0)
    i = find_role (self, SYN_ROLE_BODY, 0);
  if (i < 0)
    return;
  line = dup_line (self, i);
  title = self->blocks[i].role == SYN_ROLE_HEADLINE ? g_steal_pointer (&line) : shorten (line);
  g_object_set (self->article, "title", title, NULL);
}

static void
set_missing (SynArticle *article, const char *property, const char *value)
{
  g_autofree char *old = NULL;

  g_object_get (article, property, &old, NULL);
  if (old == NULL && value != NULL && *value != '\0')
    g_object_set (article, property, value, NULL);
}

static gboolean
names_outlet (Guess *self, const char *words)
{
  g_autofree char *key = syn_page_cue_key (words);
  g_auto (GStrv) list = g_strsplit (key, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (syn_page_cues_has (self->cues, "outlet", list[i]))
      return TRUE;
  return FALSE;
}

/* What follows the "By" of a byline, up to the next thing said: other people, a date. */
static char *
dup_names (Guess *self, const char *line)
{
  g_autofree char *key = syn_page_cue_key (line);
  g_autofree char *names = NULL;
  gsize length = 0;

  if (syn_page_cues_prefix (self->cues, "byline", key, &length))
    {
      const char *rest = line;

      /* The key lacks the punctuation around the line, and its letters may be of other lengths. */
      while (*rest != '\0' && !g_unichar_isalnum (g_utf8_get_char (rest)))
        rest = g_utf8_next_char (rest);
      rest += MIN (length, strlen (rest));
      while (((guchar) *rest & 0xc0) == 0x80)
        rest++;
      names = g_strdup (rest + strspn (rest, ": "));
    }
  else
    names = g_strdup (line);
  for (char *p = names; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == ';' || *p == '|' || g_utf8_get_char (p) == 0x2022)
      {
        *p = '\0';
        break;
      }
  return g_strdup (g_strstrip (names));
}

/* "Jane Doe, Harbour News" names both; "Harbour News" at the end of a text signs it. */
static void
guess_byline (Guess *self)
{
  for (int i = find_role (self, SYN_ROLE_BYLINE, 0); i >= 0;
       i = find_role (self, SYN_ROLE_BYLINE, i + 1))
    {
      g_autofree char *line = dup_line (self, i);
      g_autofree char *names = dup_names (self, line);
      char *comma = strrchr (names, ',');

      if (comma != NULL && names_outlet (self, comma + 1))
        {
          set_missing (self->article, "outlet", g_strstrip (comma + 1));
          *comma = '\0';
        }
      if (comma == NULL && i > 0 && names_outlet (self, names))
        set_missing (self->article, "outlet", names);
      else
        set_missing (self->article, "byline", names);
    }
}

static gboolean
set_date_of (Guess *self, const char *text)
{
  g_autofree char *date = syn_page_date_find (text, self->cues, NULL, NULL);

  set_missing (self->article, "published", date);
  return date != NULL;
}

static void
guess_published (Guess *self)
{
  const char *url = syn_article_get_url (self->article);
  g_autofree char *base = NULL;

  if (syn_article_get_published (self->article) != NULL)
    return;
  for (guint i = 0; i < self->n_blocks; i++)
    if (self->blocks[i].role == SYN_ROLE_DATELINE || self->blocks[i].role == SYN_ROLE_BYLINE)
      {
        g_autofree char *line = dup_line (self, i);

        if (set_date_of (self, line))
          return;
      }
  if (url != NULL && set_date_of (self, url))
    return;
  base = g_path_get_basename (syn_article_get_path (self->article));
  set_date_of (self, base);
}

/* The address in @line if there is exactly one and little else. */
static char *
dup_only_url (const char *line)
{
  const char *start = strstr (line, "http://");
  gsize length;

  if (start == NULL)
    start = strstr (line, "https://");
  if (start == NULL || start - line > 24)
    return NULL;
  length = strcspn (start, " \t");
  return start[length] == '\0' && g_uri_is_valid (start, G_URI_FLAGS_NONE, NULL) ? g_strdup (start)
                                                                                : NULL;
}

static void
guess_url (Guess *self)
{
  for (guint i = 0; i < self->n_blocks && syn_article_get_url (self->article) == NULL; i++)
    {
      g_autofree char *line = NULL;
      g_autofree char *url = NULL;

      if (self->blocks[i].role != SYN_ROLE_BOILERPLATE
          || (i >= URL_BLOCKS && i + URL_BLOCKS < self->n_blocks))
        continue;
      line = dup_line (self, i);
      url = dup_only_url (line);
      set_missing (self->article, "url", url);
    }
}

/* "Source: Harbour News": what collections of articles write over each. */
static void
guess_source (Guess *self)
{
  for (guint i = 0; i < MIN (self->n_blocks, SOURCE_BLOCKS); i++)
    {
      g_autofree char *line = NULL;
      g_autofree char *key = NULL;
      char *colon;

      if (self->blocks[i].role == SYN_ROLE_HEADLINE || !has_mark (self, i, ':'))
        continue;
      line = dup_line (self, i);
      colon = strchr (line, ':');
      /* An address is told below, and several sources are those of the article, not its own outlet. */
      if (strstr (colon, "://") != NULL || strchr (colon, ',') != NULL)
        continue;
      *colon = '\0';
      key = syn_page_cue_key (line);
      if (syn_page_cues_has (self->cues, "source", key))
        set_missing (self->article, "outlet", g_strstrip (colon + 1));
    }
}

static void
guess_outlet (Guess *self)
{
  const char *url = syn_article_get_url (self->article);
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, G_URI_FLAGS_NONE, NULL) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host != NULL)
    set_missing (self->article, "outlet", g_str_has_prefix (host, "www.") ? host + 4 : host);
}

void
syn_metadata_guess (SynArticle *article)
{
  Guess self = { .article = article };

  g_return_if_fail (SYN_IS_ARTICLE (article));
  self.blocks = syn_article_get_blocks (article, &self.n_blocks);
  syn_language_settle (article);
  self.cues = syn_page_cues_get (syn_article_get_language (article));
  guess_title (&self);
  guess_source (&self);
  guess_byline (&self);
  guess_url (&self);
  guess_published (&self);
  guess_outlet (&self);
}
