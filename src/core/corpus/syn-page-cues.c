/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-page-cues.h"

#include "text/syn-lexicon.h"

#include <string.h>

struct _SynPageCues
{
  SynLexicon *lexicons[2];
  GHashTable *lines;     /* whole line → SynPageCue */
  GPtrArray *beginnings; /* char *: "words*" without its star */
  GPtrArray *patterns;   /* Pattern: the others with stars */
};

/* Few lines hold the words of a pattern: they are looked for before its stars are tried. */
typedef struct
{
  GPatternSpec *spec;
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
  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->beginnings = g_ptr_array_new ();
  self->patterns = g_ptr_array_new ();
  for (guint i = 0; i < (self->lexicons[0] == self->lexicons[1] ? 1 : 2); i++)
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
  const char *value = syn_lexicon_lookup (self->lexicons[0], list, word);

  return value != NULL ? value : syn_lexicon_lookup (self->lexicons[1], list, word);
}

gboolean
syn_page_cues_has (SynPageCues *self, const char *list, const char *word)
{
  return syn_page_cues_lookup (self, list, word) != NULL;
}

SynPageCue
syn_page_cues_boilerplate (SynPageCues *self, const char *key)
{
  gpointer cue = g_hash_table_lookup (self->lines, key);
  gsize length = strlen (key);

  if (cue != NULL)
    return GPOINTER_TO_INT (cue);
  for (guint i = 0; i < self->beginnings->len; i++)
    if (g_str_has_prefix (key, self->beginnings->pdata[i]))
      return SYN_PAGE_CUE_LINE;
  for (guint i = 0; i < self->patterns->len; i++)
    {
      const Pattern *pattern = self->patterns->pdata[i];

      if (strstr (key, pattern->words) != NULL
          && g_pattern_spec_match (pattern->spec, length, key, NULL))
        return SYN_PAGE_CUE_LINE;
    }
  return SYN_PAGE_CUE_NONE;
}

static gboolean
is_word_end (const char *p)
{
  return *p == '\0' || !g_unichar_isalnum (g_utf8_get_char (p));
}

gboolean
syn_page_cues_prefix (SynPageCues *self, const char *list, const char *key, gsize *out_length)
{
  *out_length = 0;
  for (guint i = 0; i < 2; i++)
    {
      const char *const *entries = syn_lexicon_get_list (self->lexicons[i], list);

      for (guint j = 0; entries[j] != NULL; j++)
        {
          gsize length = strlen (entries[j]);

          if (length > *out_length && g_str_has_prefix (key, entries[j])
              && is_word_end (key + length))
            *out_length = length;
        }
    }
  return *out_length > 0;
}

static gboolean
is_word_start (const char *text, const char *p)
{
  return p == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p)));
}

gboolean
syn_page_cues_contains (SynPageCues *self, const char *list, guint min_letters, char mark, const char *key,
                   gsize *out_end)
{
  *out_end = 0;
  for (guint i = 0; i < 2; i++)
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

/* Without what is no letter and no digit at both ends. */
static char *
strip_punctuation (const char *text)
{
  const char *end = text + strlen (text);

  while (text < end && !g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text && !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (text, end - text);
}

char *
syn_page_cue_key (const char *line)
{
  g_autofree char *lower = g_utf8_strdown (line, -1);
  g_autoptr (GString) out = g_string_sized_new (strlen (lower) + 1);
  gboolean space = FALSE;

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar)*p < 0x80 ? (guchar)*p : g_utf8_get_char (p);

      if (c < 0x80 ? g_ascii_isspace (c) : g_unichar_isspace (c))
        {
          space = TRUE;
          continue;
        }
      if (space)
        g_string_append_c (out, ' ');
      space = FALSE;
      if (c < 0x80 || c == 0x2019 || c == 0x2018)
        g_string_append_c (out, c < 0x80 ? c : '\'');
      else
        g_string_append_unichar (out, c);
    }
  return strip_punctuation (out->str);
}
