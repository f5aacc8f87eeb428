/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-lexicon.h"

#include "text/syn-document-private.h"

#include <gio/gio.h>
#include <libstemmer.h>
#include <string.h>

#define LEXICON_PATH SYN_RESOURCE_PATH "/lexicon/"

/* One list: its lines in file order, and each key with its value ("" in a list of one column).
 * @shortest_wild: bytes of the shortest "word*", without the star, 0 where there is none */
struct _SynWordList
{
  char **lines;
  GHashTable *values;
  gsize shortest_wild;
};
typedef struct _SynWordList SynList;

struct _SynLexicon
{
  char *language;
  GHashTable *lists; /* char * → SynList */
};

static GMutex lexicons_lock;
static GHashTable *lexicons; /* primary language → SynLexicon, kept for ever */

static void
syn_list_free (gpointer data)
{
  SynList *list = data;

  g_strfreev (list->lines);
  g_hash_table_unref (list->values);
  g_free (list);
}

/* "key = value", or a key alone; a comment begins with "#" at the start of a line or after a space.
 */
static SynList *
syn_list_parse (const char *text)
{
  SynList *list = g_new0 (SynList, 1);
  g_auto (GStrv) raw = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  list->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; raw[i] != NULL; i++)
    {
      char *line = raw[i], *comment = strstr (line, " #"), *equal;
      gsize length;

      if (comment != NULL)
        *comment = '\0';
      g_strstrip (line);
      if (line[0] == '\0' || line[0] == '#')
        continue;
      g_ptr_array_add (lines, g_strdup (line));
      equal = strstr (line, " = ");
      length = equal != NULL ? (gsize) (equal - line) : strlen (line);
      if (length > 1 && line[length - 1] == '*')
        list->shortest_wild = list->shortest_wild > 0 ? MIN (list->shortest_wild, length - 1) : length - 1;
      if (equal != NULL)
        g_hash_table_insert (list->values, g_strndup (line, equal - line),
                             g_strstrip (g_strdup (equal + 3)));
      else
        g_hash_table_insert (list->values, g_strdup (line), g_strdup (""));
    }
  g_ptr_array_add (lines, NULL);
  list->lines = (char **)g_ptr_array_steal (lines, NULL);
  return list;
}

static void
load_lists (SynLexicon *self)
{
  g_autofree char *folder = g_strconcat (LEXICON_PATH, self->language, "/", NULL);
  g_auto (GStrv) names
      = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (folder, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_autofree char *text = NULL;

      if (bytes == NULL || !g_str_has_suffix (names[i], ".txt"))
        continue;
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_hash_table_insert (self->lists, g_strndup (names[i], strlen (names[i]) - 4),
                           syn_list_parse (text));
    }
}

static char *
primary_language (const char *language)
{
  gsize length = language != NULL ? strcspn (language, "-_.@") : 0;
  g_autofree char *primary = length > 0 ? g_strndup (language, length) : g_strdup ("en");

  return g_ascii_strdown (primary, -1);
}

SynLexicon *
syn_lexicon_get (const char *language)
{
  g_autofree char *primary = primary_language (language);
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&lexicons_lock);
  SynLexicon *self;

  if (lexicons == NULL)
    lexicons = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (lexicons, primary);
  if (self == NULL)
    {
      self = g_new0 (SynLexicon, 1);
      self->language = g_steal_pointer (&primary);
      self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, syn_list_free);
      load_lists (self);
      g_hash_table_insert (lexicons, self->language, self);
    }
  return self;
}

gboolean
syn_lexicon_is_empty (SynLexicon *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return g_hash_table_size (self->lists) == 0;
}

const char *
syn_lexicon_get_language (SynLexicon *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

gboolean
syn_lexicon_has (SynLexicon *self, const char *list, const char *word)
{
  return syn_lexicon_lookup (self, list, word) != NULL;
}

const char *
syn_lexicon_lookup (SynLexicon *self, const char *list, const char *word)
{
  g_return_val_if_fail (self != NULL && list != NULL && word != NULL, NULL);

  return syn_word_list_lookup (g_hash_table_lookup (self->lists, list), word);
}

const SynWordList *
syn_lexicon_get_words (SynLexicon *self, const char *list)
{
  g_return_val_if_fail (self != NULL && list != NULL, NULL);

  return g_hash_table_lookup (self->lists, list);
}

/* The longest "word*" that begins @word. */
static const char *
lookup_wild (const SynWordList *self, const char *word)
{
  gsize length = strlen (word);
  g_autofree char *key = g_strconcat (word, "*", NULL);

  for (gsize n = length; n >= self->shortest_wild; n--)
    {
      const char *found;

      key[n] = '*';
      key[n + 1] = '\0';
      found = g_hash_table_lookup (self->values, key);
      if (found != NULL)
        return found;
    }
  return NULL;
}

const char *
syn_word_list_lookup (const SynWordList *self, const char *word)
{
  const char *found;

  if (self == NULL)
    return NULL;
  found = g_hash_table_lookup (self->values, word);
  return found != NULL || self->shortest_wild == 0 ? found : lookup_wild (self, word);
}

gboolean
syn_word_list_has (const SynWordList *self, const char *word)
{
  return syn_word_list_lookup (self, word) != NULL;
}

const char *const *
syn_lexicon_get_list (SynLexicon *self, const char *list)
{
  static const char *const nothing[] = { NULL };
  SynList *found;

  g_return_val_if_fail (self != NULL && list != NULL, nothing);

  found = g_hash_table_lookup (self->lists, list);
  return found != NULL ? (const char *const *)found->lines : nothing;
}
