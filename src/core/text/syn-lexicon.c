/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-lexicon.h"

#include "corpus/syn-language.h"

#include "text/syn-lexicon-private.h"
#include "text/syn-text-hash.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define LEXICON_PATH SYN_RESOURCE_PATH "/lexicon/"

/* One word of a list; @key ends where @length says, @value with a zero byte. */
typedef struct
{
  const char *key, *value;
  guint32 length, hash;
} SynEntry;

/* One list: its lines in file order, and a table of its words with open addressing.
 * @shortest_wild, @longest_wild: bytes of the "word*"s, without the star, 0 where there is none
 * @made: what others made of the lines */
typedef struct _SynWordList SynList;
struct _SynWordList
{
  char *name;
  guint32 name_hash;
  gint parsed; /* atomic */
  char *text;
  const char **lines;
  SynEntry *entries;
  guint32 mask;
  gsize shortest_wild, longest_wild;
  gpointer made;
};

/* The names of the lists are known from the start; each is read when it is first asked for. */
struct _SynLexicon
{
  char *language;
  SynList *lists;
  guint n_lists;
  guint32 mask;
  SynList **by_name; /* open addressing */
  GArray *things;    /* Thing */
};

/* What was made of several lists. */
typedef struct
{
  SynLexiconThing make;
  gpointer made;
} Thing;

static GMutex lexicons_lock;
static GHashTable *lexicons; /* primary language → SynLexicon, kept for ever */
static GMutex lists_lock;    /* while a list is read, or something is made of it */
static GMutex things_lock;   /* while something is made of several */

static SynEntry *
find_entry (SynEntry *entries, guint32 mask, const char *key, gsize length, guint32 hash)
{
  guint32 i = hash & mask;

  while (entries[i].key != NULL
         && (entries[i].hash != hash || entries[i].length != length
             || memcmp (entries[i].key, key, length) != 0))
    i = (i + 1) & mask;
  return &entries[i];
}

/* A power of two that keeps a table of @n entries at most half full, less one. */
static guint32
table_mask (guint n)
{
  guint32 size = 4;

  while (size < 2 * n)
    size *= 2;
  return size - 1;
}

static void
add_entry (SynList *list, const char *line)
{
  const char *equal = strstr (line, " = ");
  gsize length = equal != NULL ? (gsize)(equal - line) : strlen (line);
  guint32 hash = syn_text_hash (line, length);
  SynEntry *entry = find_entry (list->entries, list->mask, line, length, hash);
  const char *value = equal != NULL ? equal + 3 : "";

  while (g_ascii_isspace (*value))
    value++;
  *entry = (SynEntry){ line, value, length, hash };
  if (length > 1 && line[length - 1] == '*')
    {
      list->longest_wild = MAX (list->longest_wild, length - 1);
      list->shortest_wild
          = list->shortest_wild > 0 ? MIN (list->shortest_wild, length - 1) : length - 1;
    }
}

/* The next line of @text without comment and white space around it, or NULL at the end.  "#" begins
 * a comment at the start of a line or after a space. */
static char *
next_line (char **text)
{
  char *line = *text, *end = strchrnul (line, '\n'), *comment;

  if (*line == '\0')
    return NULL;
  *text = *end != '\0' ? end + 1 : end;
  *end = '\0';
  comment = strstr (line, " #");
  if (comment != NULL)
    *comment = '\0';
  g_strstrip (line);
  if (line[0] == '#')
    line[0] = '\0';
  return line;
}

/* "key = value", or a key alone.  Lines stay where they were read, entries point into them. */
static void
parse_list (SynList *list)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  char *rest = list->text, *line;

  while ((line = next_line (&rest)) != NULL)
    if (*line != '\0')
      g_ptr_array_add (lines, line);
  list->mask = table_mask (lines->len);
  list->entries = g_new0 (SynEntry, list->mask + 1);
  for (guint i = 0; i < lines->len; i++)
    add_entry (list, lines->pdata[i]);
  g_ptr_array_add (lines, NULL);
  list->lines = (const char **)g_ptr_array_steal (lines, NULL);
}

static void
read_list (SynLexicon *self, SynList *list)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&lists_lock);
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (list->parsed)
    return;
  path = g_strconcat (LEXICON_PATH, self->language, "/", list->name, ".txt", NULL);
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  list->text = bytes != NULL
                   ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
                   : g_strdup ("");
  parse_list (list);
  g_atomic_int_set (&list->parsed, TRUE);
}

/* The list named @name, read, or NULL. */
static SynList *
find_list (SynLexicon *self, const char *name)
{
  guint32 hash = syn_text_hash (name, strlen (name));

  for (guint32 i = hash & self->mask; self->by_name[i] != NULL; i = (i + 1) & self->mask)
    {
      SynList *list = self->by_name[i];

      if (list->name_hash != hash || strcmp (list->name, name) != 0)
        continue;
      if (!g_atomic_int_get (&list->parsed))
        read_list (self, list);
      return list;
    }
  return NULL;
}

static void
list_lists (SynLexicon *self)
{
  g_autofree char *folder = g_strconcat (LEXICON_PATH, self->language, "/", NULL);
  g_auto (GStrv) names
      = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  guint n = names != NULL ? g_strv_length (names) : 0;

  self->lists = g_new0 (SynList, n + 1);
  self->mask = table_mask (n);
  self->by_name = g_new0 (SynList *, self->mask + 1);
  for (guint k = 0; k < n; k++)
    {
      SynList *list = &self->lists[self->n_lists];
      guint32 i;

      if (!g_str_has_suffix (names[k], ".txt"))
        continue;
      self->n_lists++;
      list->name = g_strndup (names[k], strlen (names[k]) - strlen (".txt"));
      list->name_hash = syn_text_hash (list->name, strlen (list->name));
      for (i = list->name_hash & self->mask; self->by_name[i] != NULL;)
        i = (i + 1) & self->mask;
      self->by_name[i] = list;
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
      list_lists (self);
      g_hash_table_insert (lexicons, self->language, self);
    }
  return self;
}

gboolean
syn_lexicon_is_empty (SynLexicon *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->n_lists == 0;
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

  return syn_word_list_lookup (find_list (self, list), word);
}

const SynWordList *
syn_lexicon_get_words (SynLexicon *self, const char *list)
{
  g_return_val_if_fail (self != NULL && list != NULL, NULL);

  return find_list (self, list);
}

/* The longest "word*" that begins @word. */
static const char *
lookup_wild (const SynWordList *self, const char *word, gsize length)
{
  gsize n = MIN (length, self->longest_wild);
  g_autofree char *key = g_strndup (word, n + 1);

  for (; n >= self->shortest_wild; n--)
    {
      const char *found;

      key[n] = '*';
      found = find_entry (self->entries, self->mask, key, n + 1, syn_text_hash (key, n + 1))->value;
      if (found != NULL)
        return found;
    }
  return NULL;
}

const char *
syn_word_list_lookup (const SynWordList *self, const char *word)
{
  gsize length = strlen (word);
  const char *found;

  if (self == NULL)
    return NULL;
  found = find_entry (self->entries, self->mask, word, length, syn_text_hash (word, length))->value;
  return found != NULL || self->shortest_wild == 0 ? found : lookup_wild (self, word, length);
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

  found = find_list (self, list);
  return found != NULL ? (const char *const *)found->lines : nothing;
}

gpointer
syn_lexicon_make (SynLexicon *self, const char *list, SynLexiconMaker maker)
{
  static const char *const nothing[] = { NULL };
  static gpointer made_of_nothing;
  SynList *found;
  gpointer *made, result;

  g_return_val_if_fail (self != NULL && list != NULL && maker != NULL, NULL);

  found = find_list (self, list);
  made = found != NULL ? &found->made : &made_of_nothing;
  result = g_atomic_pointer_get (made);
  if (result == NULL)
    {
      g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&lists_lock);

      if (*made == NULL)
        g_atomic_pointer_set (made, maker (found != NULL ? (const char *const *)found->lines : nothing));
      result = *made;
    }
  return result;
}

gpointer
syn_lexicon_keep (SynLexicon *self, SynLexiconThing make)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&things_lock);
  Thing thing = { make, NULL };

  g_return_val_if_fail (self != NULL && make != NULL, NULL);

  if (self->things == NULL)
    self->things = g_array_new (FALSE, FALSE, sizeof (Thing));
  for (guint i = 0; i < self->things->len; i++)
    if (g_array_index (self->things, Thing, i).make == make)
      return g_array_index (self->things, Thing, i).made;
  thing.made = make (self);
  g_array_append_val (self->things, thing);
  return thing.made;
}

char *
syn_lexicon_dup_remark (SynLexicon *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (strcmp (self->language, SYN_LANGUAGE_OTHER) == 0)
    return g_strdup (_ ("There are articles in a language that is not known: they are matched by "
                        "names, figures, quotations and equal words only."));
  if (syn_lexicon_is_empty (self))
    return g_strdup_printf (_ ("There are no word lists for the language “%s”: its articles are "
                               "matched by names, figures, quotations and equal words only."),
                            self->language);
  /* What all languages have that are known well. */
  if (syn_lexicon_get_words (self, "saying") == NULL)
    return g_strdup_printf (_ ("There are only small word lists for the language “%s”: its "
                               "articles are matched, but who speaks, denials and most "
                               "disagreements are not found."),
                            self->language);
  return NULL;
}
