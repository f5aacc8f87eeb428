/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-page-cues.h"

#include "text/syn-lexicon.h"
#include "text/syn-text-char.h"
#include "text/syn-text-lower.h"

#include <string.h>

struct _SynPageCues
{
  SynLexicon *lexicons[2];
  guint n_lexicons; /* 1 for English */
  GHashTable *lines;     /* whole line → SynPageCue */
  GPtrArray *beginnings; /* char *: "words*" without its star */
  GPtrArray *patterns;   /* Pattern: the others with stars */
};

/* Few lines hold the words of a pattern: they are looked for before its stars are tried. */
typedef struct
{
  GPatternSpec *spec;
  char first; /* byte of the entry */
  char *words;
} Pattern;

static GMutex cues_lock;
static GHashTable *cues; /* SynLexicon → SynPageCues, kept for ever */

/* The longest run between the stars. */
static char *
longest_words (const char *entry)
{
  g_auto (GStrv) runs = g_strsplit (entry, "*", -1);
  const char *longest = "";

  for (guint i = 0; runs[i] != NULL; i++)
    if (strlen (runs[i]) > strlen (longest))
      longest = runs[i];
  return g_strdup (longest);
}

static void
add_pattern (SynPageCues *self, const char *entry)
{
  const char *star = strchr (entry, '*');

  if (g_str_has_suffix (entry, " >"))
    g_hash_table_insert (self->lines, g_strndup (entry, strlen (entry) - 2),
                         GINT_TO_POINTER (SYN_PAGE_CUE_HEADING));
  else if (star == NULL)
    g_hash_table_insert (self->lines, g_strdup (entry), GINT_TO_POINTER (SYN_PAGE_CUE_LINE));
  else if (star[1] == '\0')
    g_ptr_array_add (self->beginnings, g_strndup (entry, star - entry));
  else
    {
      Pattern *pattern = g_new (Pattern, 1);

      pattern->spec = g_pattern_spec_new (entry);
      pattern->first = entry[0];
      pattern->words = longest_words (entry);
      g_ptr_array_add (self->patterns, pattern);
    }
}

SynPageCues *
syn_page_cues_get (const char *language)
{
  SynLexicon *lexicon = syn_lexicon_get (language);
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&cues_lock);
  SynPageCues *self;

  if (cues == NULL)
    cues = g_hash_table_new (NULL, NULL);
  self = g_hash_table_lookup (cues, lexicon);
  if (self != NULL)
    return self;
  self = g_new0 (SynPageCues, 1);
  self->lexicons[0] = lexicon;
  self->lexicons[1] = syn_lexicon_get ("en");
  self->n_lexicons = self->lexicons[0] == self->lexicons[1] ? 1 : 2;
  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->beginnings = g_ptr_array_new ();
  self->patterns = g_ptr_array_new ();
  for (guint i = 0; i < self->n_lexicons; i++)
    {
      const char *const *entries = syn_lexicon_get_list (self->lexicons[i], "boilerplate");

      for (guint j = 0; entries[j] != NULL; j++)
        add_pattern (self, entries[j]);
    }
  g_hash_table_insert (cues, lexicon, self);
  return self;
}

const char *
syn_page_cues_lookup (SynPageCues *self, const char *list, const char *word)
{
  const char *value = NULL;

  for (guint i = 0; i < self->n_lexicons && value == NULL; i++)
    value = syn_lexicon_lookup (self->lexicons[i], list, word);
  return value;
}

gboolean
syn_page_cues_has (SynPageCues *self, const char *list, const char *word)
{
  return syn_page_cues_lookup (self, list, word) != NULL;
}

/* Most entries differ in the first byte. */
static inline gboolean
begins_with (const char *key, const char *entry)
{
  return key[0] == entry[0] && g_str_has_prefix (key, entry);
}

SynPageCue
syn_page_cues_boilerplate (SynPageCues *self, const char *key)
{
  gpointer cue = g_hash_table_lookup (self->lines, key);
  gsize length = strlen (key);

  if (cue != NULL)
    return GPOINTER_TO_INT (cue);
  for (guint i = 0; i < self->beginnings->len; i++)
    if (begins_with (key, self->beginnings->pdata[i]))
      return SYN_PAGE_CUE_LINE;
  for (guint i = 0; i < self->patterns->len; i++)
    {
      const Pattern *pattern = self->patterns->pdata[i];

      if ((pattern->first == '*' || pattern->first == key[0])
          && strstr (key, pattern->words) != NULL
          && g_pattern_spec_match (pattern->spec, length, key, NULL))
        return SYN_PAGE_CUE_LINE;
    }
  return SYN_PAGE_CUE_NONE;
}

static gboolean
is_word_end (const char *p)
{
  return *p == '\0' || !syn_char_is_alnum (syn_char_at (p));
}

gboolean
syn_page_cues_prefix (SynPageCues *self, const char *list, const char *key, gsize *out_length)
{
  *out_length = 0;
  for (guint i = 0; i < self->n_lexicons; i++)
    {
      const char *const *entries = syn_lexicon_get_list (self->lexicons[i], list);

      for (guint j = 0; entries[j] != NULL; j++)
        {
          gsize length;

          if (!begins_with (key, entries[j]))
            continue;
          length = strlen (entries[j]);
          if (length > *out_length && is_word_end (key + length))
            *out_length = length;
        }
    }
  return *out_length > 0;
}

static gboolean
is_word_start (const char *text, const char *p)
{
  return p == text || !syn_char_is_alnum (syn_char_at (g_utf8_prev_char (p)));
}

gboolean
syn_page_cues_contains (SynPageCues *self, const char *list, guint min_letters, char mark, const char *key,
                   gsize *out_end)
{
  *out_end = 0;
  if (mark != '\0' && strchr (key, mark) == NULL)
    return FALSE;
  for (guint i = 0; i < self->n_lexicons; i++)
    {
      const char *const *entries = syn_lexicon_get_list (self->lexicons[i], list);

      for (guint j = 0; entries[j] != NULL; j++)
        {
          gsize length = strlen (entries[j]);

          if (g_utf8_strlen (entries[j], -1) < min_letters)
            continue;
          for (const char *p = key; (p = strstr (p, entries[j])) != NULL; p += length)
            if (is_word_start (key, p) && is_word_end (p + length)
                && (mark == '\0' || p[length] == mark))
              *out_end = MAX (*out_end, (gsize) (p - key) + length);
        }
    }
  return *out_end > 0;
}

/* One space for any white space between words, apostrophes straight; nothing grows, so in place. */
static gsize
collapse (char *text)
{
  char *out = text;
  gboolean space = FALSE;

  for (const char *p = text; *p != '\0';)
    {
      gunichar c = syn_char_at (p);
      const char *next = g_utf8_next_char (p);

      if (syn_char_is_space (c))
        {
          space = TRUE;
          p = next;
          continue;
        }
      if (space)
        *out++ = ' ';
      space = FALSE;
      if (c == 0x2019 || c == 0x2018)
        *out++ = '\'';
      else
        for (const char *q = p; q < next; q++)
          *out++ = *q;
      p = next;
    }
  *out = '\0';
  return out - text;
}

/* Drops what is no letter and no digit at both ends. */
static void
strip_punctuation (char *text, gsize length)
{
  const char *start = text, *end = text + length;

  while (start < end && !syn_char_is_alnum (syn_char_at (start)))
    start = g_utf8_next_char (start);
  while (end > start && !syn_char_is_alnum (syn_char_at (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  memmove (text, start, end - start);
  text[end - start] = '\0';
}

char *
syn_page_cue_key (const char *line)
{
  char *key = syn_text_dup_lower (line, strlen (line));

  strip_punctuation (key, collapse (key));
  return key;
}
