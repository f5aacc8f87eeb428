/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-engine.h"
#include "text/syn-document-private.h"

#include <string.h>

/* How much a word counts that is not the same but near. */
#define SIMILARITY_PREFIX 0.80f
#define SIMILARITY_CLASS 0.75f
#define SIMILARITY_DERIVED 0.70f
#define MIN_PREFIX 5
#define PREFIX_SHARE 0.75
#define DERIVED_PREFIX 6
/* A bucket with more words than this says nothing about any two of them. */
#define MAX_BUCKET 64

void
syn_engine_add_neighbour (SynEngine *self, guint32 a, guint32 b, float similarity)
{
  GArray **list = (GArray **)&self->neighbours->pdata[a];
  SynNeighbour neighbour = { b, similarity };

  if (a == b)
    return;
  if (*list == NULL)
    *list = g_array_new (FALSE, FALSE, sizeof (SynNeighbour));
  for (guint i = 0; i < (*list)->len; i++)
    {
      SynNeighbour *known = &g_array_index (*list, SynNeighbour, i);

      if (known->term == b)
        {
          known->similarity = MAX (known->similarity, similarity);
          return;
        }
    }
  g_array_append_val (*list, neighbour);
}

/* A term by the beginning of it that others may share: at most eight bytes, side by side. */
typedef struct
{
  guint64 key;
  guint32 term;
} Keyed;

static void
put (GArray *keyed, const char *text, gsize length, guint32 term)
{
  Keyed entry = { .term = term };

  memcpy (&entry.key, text, MIN (length, sizeof entry.key));
  g_array_append_val (keyed, entry);
}

static int
compare_keyed (gconstpointer a, gconstpointer b)
{
  const Keyed *x = a, *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return (x->term > y->term) - (x->term < y->term);
}

static gsize
shared_prefix (const char *a, const char *b)
{
  gsize n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;
  return n;
}

static gboolean
is_prefix_pair (const char *a, const char *b)
{
  gsize shared = shared_prefix (a, b);

  return shared >= MIN_PREFIX && shared >= PREFIX_SHARE * MAX (strlen (a), strlen (b));
}

/* Bytes of a stem before its longest derivational suffix, at most six; 0 where too little is left. */
static gsize
derivation_length (const char *const *suffixes, const gsize *lengths, const char *term, gsize length)
{
  gsize cut = 0;

  for (guint i = 0; suffixes[i] != NULL; i++)
    if (lengths[i] > cut && length >= lengths[i] + 4
        && memcmp (term + length - lengths[i], suffixes[i], lengths[i]) == 0)
      cut = lengths[i];
  return length - cut >= 4 ? MIN (length - cut, DERIVED_PREFIX) : 0;
}

static void
join_bucket (SynEngine *self, const Keyed *bucket, guint n, float similarity, gboolean check_prefix)
{
  if (n > MAX_BUCKET)
    return;
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        guint32 a = bucket[i].term, b = bucket[j].term;

        if (check_prefix
            && !is_prefix_pair (g_ptr_array_index (self->terms, a),
                                g_ptr_array_index (self->terms, b)))
          continue;
        syn_engine_add_neighbour (self, a, b, similarity);
        syn_engine_add_neighbour (self, b, a, similarity);
      }
}

/* Terms with one key are a bucket. */
static void
join_buckets (SynEngine *self, GArray *keyed, float similarity, gboolean check_prefix)
{
  const Keyed *all = (const Keyed *)(const void *)keyed->data;
  guint end;

  g_array_sort (keyed, compare_keyed);
  for (guint first = 0; first < keyed->len; first = end)
    {
      for (end = first + 1; end < keyed->len && all[end].key == all[first].key;)
        end++;
      join_bucket (self, all + first, end - first, similarity, check_prefix);
    }
}

static void
find_forms (SynEngine *self, SynLexicon *lexicon)
{
  const char *const *suffixes = syn_lexicon_get_list (lexicon, "suffixes");
  g_autofree gsize *lengths = g_new (gsize, g_strv_length ((char **)suffixes) + 1);
  g_autoptr (GArray) prefixes = g_array_new (FALSE, FALSE, sizeof (Keyed));
  g_autoptr (GArray) roots = g_array_new (FALSE, FALSE, sizeof (Keyed));

  for (guint i = 0; suffixes[i] != NULL; i++)
    lengths[i] = strlen (suffixes[i]);
  for (guint32 t = 1; t < self->terms->len; t++)
    {
      const char *term = g_ptr_array_index (self->terms, t);
      gsize length = strlen (term), root;

      if (term[0] == '#' || g_ascii_isdigit (term[0]))
        continue;
      if (length >= MIN_PREFIX)
        put (prefixes, term, MIN_PREFIX, t);
      root = derivation_length (suffixes, lengths, term, length);
      if (root > 0)
        put (roots, term, root, t);
    }
  join_buckets (self, prefixes, SIMILARITY_PREFIX, TRUE);
  join_buckets (self, roots, SIMILARITY_DERIVED, FALSE);
}

static void
strv_free (gpointer data)
{
  g_strfreev (data);
}

/* @lines: (element-type GStrv): the terms of each line
 * @by_term: term → (element-type guint) the lines that have it */
typedef struct
{
  GPtrArray *lines;
  GHashTable *by_term;
} TermSets;

static void
note_line (TermSets *self, const char *term, guint line)
{
  GArray *lines = g_hash_table_lookup (self->by_term, term);

  if (lines == NULL)
    {
      lines = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->by_term, (gpointer)term, lines);
    }
  g_array_append_val (lines, line);
}

static TermSets *
read_sets (SynLexicon *lexicon, const char *list, const char *separator)
{
  const char *const *lines = syn_lexicon_get_list (lexicon, list);
  TermSets *sets = g_new0 (TermSets, 1);

  sets->lines = g_ptr_array_new_with_free_func (strv_free);
  sets->by_term = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char **words = g_strsplit (lines[i], separator, -1);

      for (guint k = 0; words[k] != NULL; k++)
        {
          g_autofree char *word = words[k];

          words[k] = syn_lexicon_normalize (lexicon, word, -1);
          note_line (sets, words[k], i);
        }
      g_ptr_array_add (sets->lines, words);
    }
  return sets;
}

/* Word lists of which each line is several words, and what was read of them in each language. */
typedef struct
{
  const char *list, *separator;
  GHashTable *by_lexicon;
} Sets;

/* Stemmed once for each language and kept for ever. */
static const TermSets *
get_sets (Sets *self, SynLexicon *lexicon)
{
  static GMutex mutex;
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);
  TermSets *sets;

  if (self->by_lexicon == NULL)
    self->by_lexicon = g_hash_table_new (NULL, NULL);
  sets = g_hash_table_lookup (self->by_lexicon, lexicon);
  if (sets == NULL)
    {
      sets = read_sets (lexicon, self->list, self->separator);
      g_hash_table_insert (self->by_lexicon, lexicon, sets);
    }
  return sets;
}

/* Per line whether any term of the comparison is in it: a story has few of them. */
static guint8 *
mark_lines (SynEngine *self, const TermSets *sets)
{
  guint8 *marks = g_new0 (guint8, sets->lines->len + 1);

  for (guint t = 1; t < self->terms->len; t++)
    {
      const GArray *lines = g_hash_table_lookup (sets->by_term, g_ptr_array_index (self->terms, t));

      for (guint i = 0; lines != NULL && i < lines->len; i++)
        marks[g_array_index (lines, guint, i)] = TRUE;
    }
  return marks;
}

/* Words that news uses for one thing. */
static void
find_classes (SynEngine *self, SynLexicon *lexicon)
{
  static Sets sets = { "classes", " ", NULL };
  const TermSets *classes = get_sets (&sets, lexicon);
  g_autofree guint8 *marks = mark_lines (self, classes);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < classes->lines->len; i++)
    {
      char **words = g_ptr_array_index (classes->lines, i);

      if (!marks[i])
        continue;
      g_array_set_size (members, 0);
      for (guint k = 0; words[k] != NULL; k++)
        {
          guint32 member = GPOINTER_TO_UINT (g_hash_table_lookup (self->term_index, words[k]));

          if (member != 0)
            g_array_append_val (members, member);
        }
      for (guint a = 0; a < members->len; a++)
        for (guint b = 0; b < members->len; b++)
          syn_engine_add_neighbour (self, g_array_index (members, guint32, a),
                         g_array_index (members, guint32, b), SIMILARITY_CLASS);
    }
}

/* A government is named by its city: "moscow = russia". */
static void
find_capitals (SynEngine *self, SynLexicon *lexicon)
{
  static Sets sets = { "capitals", " = ", NULL };
  const TermSets *capitals = get_sets (&sets, lexicon);

  for (guint i = 0; i < capitals->lines->len; i++)
    {
      char **names = g_ptr_array_index (capitals->lines, i);
      guint32 city = GPOINTER_TO_UINT (g_hash_table_lookup (self->term_index, names[0]));
      guint32 country = names[1] != NULL
                            ? GPOINTER_TO_UINT (g_hash_table_lookup (self->term_index, names[1]))
                            : 0;

      if (city == 0 || country == 0)
        continue;
      syn_engine_add_neighbour (self, city, country, SIMILARITY_CLASS);
      syn_engine_add_neighbour (self, country, city, SIMILARITY_CLASS);
    }
}

static int
compare_neighbours (gconstpointer a, gconstpointer b)
{
  const SynNeighbour *x = a, *y = b;

  if (x->similarity != y->similarity)
    return x->similarity > y->similarity ? -1 : 1;
  return (x->term > y->term) - (x->term < y->term);
}

void
syn_engine_find_neighbours (SynEngine *self)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  gboolean forms = FALSE;

  g_ptr_array_set_size (self->neighbours, self->terms->len);
  /* The words of one article by itself are compared with nobody's. */
  for (guint d = 0; self->documents->len > 1 && d < self->documents->len; d++)
    {
      SynLexicon *lexicon = syn_document_get_lexicon (g_ptr_array_index (self->documents, d));

      if (!g_hash_table_add (done, lexicon))
        continue;
      if (!forms)
        find_forms (self, lexicon);
      forms = TRUE;
      find_classes (self, lexicon);
      find_capitals (self, lexicon);
    }
  syn_engine_find_aliases (self);
  syn_engine_link_nations (self);
  for (guint i = 0; i < self->neighbours->len; i++)
    if (self->neighbours->pdata[i] != NULL)
      g_array_sort (self->neighbours->pdata[i], compare_neighbours);
}
