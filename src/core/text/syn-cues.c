/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-cues.h"

#include <string.h>

typedef struct
{
  char **words;
  guint n;
  char *value;
} Phrase;

/* Phrases by their first letter: lists are short, the first word decides soon. */
struct _SynCues
{
  GPtrArray *by_letter[256];
  guint longest;
};

static void
phrase_free (gpointer data)
{
  Phrase *phrase = data;

  g_strfreev (phrase->words);
  g_free (phrase->value);
  g_free (phrase);
}

static gboolean
word_matches (const char *pattern, const char *word)
{
  gsize length = strlen (pattern);

  if (length > 1 && pattern[length - 1] == '*')
    return strncmp (pattern, word, length - 1) == 0;
  return strcmp (pattern, word) == 0;
}

/* Cut as text is cut, so that a hyphen in a list meets a hyphen in an article; "*" rejoins its
 * word. */
static char **
split_phrase (const char *line, gsize length, guint *out_n)
{
  g_autofree char *text = g_strndup (line, length);
  g_autoptr (SynWords) words = syn_words_new (text, (SynSpan) { 0, length });
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  *out_n = 0;
  for (guint i = 0; i < words->n; i++)
    {
      g_autofree char *word = g_strdup (words->words[i].text);

      if (i + 1 < words->n && syn_words_is (words, i + 1, "*") && !words->words[i + 1].spaced)
        {
          char *wild = g_strconcat (word, "*", NULL);

          g_free (word);
          word = wild;
          i++;
        }
      g_strv_builder_add (builder, word);
      (*out_n)++;
    }
  return g_strv_builder_end (builder);
}

SynCues *
syn_cues_new (const char *const *lines)
{
  SynCues *self = g_new0 (SynCues, 1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *equal = strstr (lines[i], " = ");
      gsize length = equal != NULL ? (gsize) (equal - lines[i]) : strlen (lines[i]);
      Phrase *phrase = g_new0 (Phrase, 1);
      guchar letter;

      phrase->words = split_phrase (lines[i], length, &phrase->n);
      phrase->value = g_strstrip (g_strdup (equal != NULL ? equal + 3 : ""));
      if (phrase->n == 0)
        {
          phrase_free (phrase);
          continue;
        }
      letter = (guchar) phrase->words[0][0];
      if (self->by_letter[letter] == NULL)
        self->by_letter[letter] = g_ptr_array_new_with_free_func (phrase_free);
      g_ptr_array_add (self->by_letter[letter], phrase);
      self->longest = MAX (self->longest, phrase->n);
    }
  return self;
}

void
syn_cues_free (SynCues *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->by_letter); i++)
    g_clear_pointer (&self->by_letter[i], g_ptr_array_unref);
  g_free (self);
}

const SynCues *
syn_cues_get (SynLexicon *lexicon, const char *list)
{
  static GMutex mutex;
  static GHashTable *all;
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);
  g_autofree char *key = g_strdup_printf ("%s/%s", syn_lexicon_get_language (lexicon), list);
  SynCues *cues;

  if (all == NULL)
    all = g_hash_table_new (g_str_hash, g_str_equal);
  cues = g_hash_table_lookup (all, key);
  if (cues == NULL)
    {
      cues = syn_cues_new (syn_lexicon_get_list (lexicon, list));
      g_hash_table_insert (all, g_steal_pointer (&key), cues);
    }
  return cues;
}

static gboolean
phrase_is_at (const Phrase *phrase, const SynWords *words, guint at)
{
  if (at + phrase->n > words->n)
    return FALSE;
  for (guint i = 0; i < phrase->n; i++)
    if (!word_matches (phrase->words[i], words->words[at + i].text))
      return FALSE;
  return TRUE;
}

guint
syn_cues_match (const SynCues *self, const SynWords *words, guint at, const char **out_value)
{
  const Phrase *best = NULL;
  GPtrArray *candidates;

  if (at >= words->n)
    return 0;
  candidates = self->by_letter[(guchar) words->words[at].text[0]];
  for (guint i = 0; candidates != NULL && i < candidates->len; i++)
    {
      const Phrase *phrase = g_ptr_array_index (candidates, i);

      if ((best == NULL || phrase->n > best->n) && phrase_is_at (phrase, words, at))
        best = phrase;
    }
  if (best == NULL)
    return 0;
  if (out_value != NULL)
    *out_value = best->value;
  return best->n;
}

guint
syn_cues_match_before (const SynCues *self, const SynWords *words, guint at, const char **out_value)
{
  for (guint n = MIN (self->longest, at); n > 0; n--)
    {
      const char *value = NULL;

      /* The longest phrase there may run on past @at: only one that ends there counts. */
      if (syn_cues_match (self, words, at - n, &value) == n)
        {
          if (out_value != NULL)
            *out_value = value;
          return n;
        }
    }
  return 0;
}

gboolean
syn_cues_find (
    const SynCues *self, const SynWords *words, guint from, guint to, guint *out_at, guint *out_n)
{
  for (guint i = from; i < MIN (to, words->n); i++)
    {
      guint n = syn_cues_match (self, words, i, NULL);

      if (n > 0)
        {
          if (out_at != NULL)
            *out_at = i;
          if (out_n != NULL)
            *out_n = n;
          return TRUE;
        }
    }
  return FALSE;
}
