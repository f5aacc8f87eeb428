/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "compare/syn-comparison-private.h"
#include "compare/syn-engine.h"
#include "compare/syn-gazetteer.h"
#include "compare/syn-languages.h"
#include "compare/syn-transliterate.h"

/* Articles in different languages share no words.  What they share is made one here: names, spelled or
 * translated otherwise; and days, what befell people and a few things, as terms of their own that
 * begin with "@".  Figures are terms without a language already. */

#define SIMILARITY_NATION 0.75f

/* A word that is a name in one language. */
typedef struct
{
  guint language;
  guint32 term;
  char *lower;
  char *latin;        /* nullable */
  const char *nation; /* nullable: of what country, people or capital */
  const char *place;  /* nullable: what the gazetteer has it for */
} Name;

typedef struct
{
  SynEngine *engine;
  GPtrArray *names;     /* Name */
  GHashTable *lexicons; /* SynLexicon → its number + 1 */
} Joiner;

static void
name_free (gpointer data)
{
  Name *name = data;

  g_free (name->lower);
  g_free (name->latin);
  g_free (name);
}

static guint
number_languages (Joiner *self)
{
  SynEngine *engine = self->engine;

  for (guint d = 0; d < engine->documents->len; d++)
    {
      SynLexicon *lexicon = syn_document_get_lexicon (g_ptr_array_index (engine->documents, d));
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->lexicons, lexicon));

      if (number == 0)
        {
          number = g_hash_table_size (self->lexicons) + 1;
          g_hash_table_insert (self->lexicons, lexicon, GUINT_TO_POINTER (number));
        }
      number--;
      g_array_append_val (engine->languages, number);
    }
  return g_hash_table_size (self->lexicons);
}

/* Cyrillic names are inflected: their stem is compared too.  Latin ones seldom are, and a stemmer of
 * another language cuts them in another place. */
static gboolean
is_inflected (const char *lower)
{
  return g_unichar_get_script (g_utf8_get_char (lower)) == G_UNICODE_SCRIPT_CYRILLIC;
}

static Name *
append_name (Joiner *self, guint language, guint32 term, const char *lower, char *latin)
{
  Name *name = g_new0 (Name, 1);

  name->language = language;
  name->term = term;
  name->lower = g_strdup (lower);
  name->latin = latin;
  g_ptr_array_add (self->names, name);
  return name;
}

static void
add_name (Joiner *self, GHashTable *known, guint statement, const SynToken *token)
{
  SynDocument *document = syn_engine_get_document (self->engine, statement);
  SynLexicon *lexicon = syn_document_get_lexicon (document);
  const char *language = syn_lexicon_get_language (lexicon);
  g_autofree char *word = syn_article_dup_span (syn_document_get_article (document), token->span);
  g_autofree char *lower = g_utf8_strdown (word, -1);
  guint number = g_array_index (self->engine->languages, guint,
                                syn_engine_get_statement (self->engine, statement)->article);
  g_autofree char *key = g_strdup_printf ("%u %s", number, lower);
  guint32 term;
  Name *name;

  if (!g_hash_table_add (known, g_steal_pointer (&key)))
    return;
  term = syn_engine_map_term (self->engine, statement, token->term);
  name = append_name (self, number, term, lower, syn_transliterate (lower, language));
  name->nation = syn_lexicon_lookup (lexicon, "nations", lower);
  name->place = g_hash_table_lookup (syn_gazetteer_list (language), lower);
  if (is_inflected (lower))
    append_name (self, number, term, lower,
                 syn_transliterate (g_ptr_array_index (self->engine->terms, term), language))
        ->nation = name->nation;
}

static void
collect_names (Joiner *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->engine->statements->len; i++)
    {
      const SynStatement *of = syn_engine_get_statement (self->engine, i);
      guint n;
      const SynToken *tokens
          = syn_document_get_tokens (syn_engine_get_document (self->engine, i), &n);

      for (guint t = of->first_token; t < of->first_token + of->n_tokens; t++)
        if ((tokens[t].flags & SYN_TOKEN_NAME) && (tokens[t].flags & SYN_TOKEN_CAPITAL))
          add_name (self, known, i, &tokens[t]);
    }
}

/* From now on @b is the term that @a is. */
static void
merge (Joiner *self, const Name *a, const Name *b)
{
  GArray *merged = self->engine->merged;
  guint32 root = g_array_index (merged, guint32, a->term),
          other = g_array_index (merged, guint32, b->term);

  for (guint t = 0; t < merged->len && root != other; t++)
    if (g_array_index (merged, guint32, t) == other)
      g_array_index (merged, guint32, t) = root;
}

/* Merges the names of other languages with the first one of each key. */
static void
merge_by (Joiner *self, char *(*dup_key) (const Name *name),
          gboolean (*agree) (const Name *a, const Name *b))
{
  g_autoptr (GHashTable) buckets
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < self->names->len; i++)
    {
      Name *name = g_ptr_array_index (self->names, i);
      char *key = dup_key (name);
      GPtrArray *bucket = key != NULL ? g_hash_table_lookup (buckets, key) : NULL;

      if (key == NULL)
        continue;
      if (bucket == NULL)
        {
          bucket = g_ptr_array_new ();
          g_hash_table_insert (buckets, g_strdup (key), bucket);
        }
      for (guint k = 0; k < bucket->len; k++)
        {
          const Name *other = g_ptr_array_index (bucket, k);

          if (other->language != name->language && agree (other, name))
            merge (self, other, name);
        }
      g_ptr_array_add (bucket, name);
      g_free (key);
    }
}

static char *
dup_place (const Name *name)
{
  return g_strdup (name->place);
}

static gboolean
agree_always (const Name *a, const Name *b)
{
  return TRUE;
}

/* Names of countries and peoples are translated: what sounds alike may be another one. */
static char *
dup_skeleton (const Name *name)
{
  return name->latin != NULL && name->nation == NULL
             ? syn_transliteration_dup_skeleton (name->latin) : NULL;
}

static gboolean
agree_in_sound (const Name *a, const Name *b)
{
  return syn_transliterations_agree (a->latin, b->latin);
}

static guint32
intern (SynEngine *self, const char *term)
{
  gpointer found;
  char *copy;
  guint32 number = self->terms->len;

  if (g_hash_table_lookup_extended (self->term_index, term, NULL, &found))
    return GPOINTER_TO_UINT (found);
  copy = g_strdup (term);
  g_ptr_array_add (self->terms, copy);
  g_hash_table_insert (self->term_index, copy, GUINT_TO_POINTER (number));
  g_array_append_val (self->merged, number);
  return number;
}

char *
syn_language_dup_pivot (SynLexicon *lexicon, const char *lower)
{
  const char *value = syn_lexicon_lookup (lexicon, "harm", lower);

  if (value != NULL)
    return g_strconcat ("@harm ", value, NULL);
  value = syn_lexicon_lookup (lexicon, "concepts", lower);
  return value != NULL ? g_strconcat ("@thing ", value, NULL) : NULL;
}

char *
syn_language_dup_common (SynLexicon *lexicon, const char *lower, const char *stem)
{
  const char *language = syn_lexicon_get_language (lexicon);
  char *pivot = syn_language_dup_pivot (lexicon, lower), *latin;
  const char *place;

  if (pivot != NULL)
    return pivot;
  place = g_hash_table_lookup (syn_gazetteer_list (language), lower);
  if (place != NULL)
    return g_strconcat ("@place ", place, NULL);
  latin = syn_transliterate (stem, language);
  if (latin == NULL || *latin == '\0')
    {
      g_free (latin);
      return g_strdup (stem);
    }
  /* What one language's stemmer leaves at the end of a name, another's cuts off. */
  for (gsize n = strlen (latin); n > 3 && strchr ("aeiou", latin[n - 1]) != NULL; n--)
    latin[n - 1] = '\0';
  return latin;
}

static char *
dup_pivot (SynEngine *self, guint statement, const SynToken *token)
{
  SynDocument *document = syn_engine_get_document (self, statement);
  g_autofree char *word = NULL;
  g_autofree char *lower = NULL;

  if (!(token->flags & SYN_TOKEN_WORD))
    return NULL;
  word = syn_article_dup_span (syn_document_get_article (document), token->span);
  lower = g_utf8_strdown (word, -1);
  return syn_language_dup_pivot (syn_document_get_lexicon (document), lower);
}

guint32
syn_engine_find_pivot (SynEngine *self, guint statement, const SynToken *token)
{
  g_autofree char *pivot = dup_pivot (self, statement, token);

  return pivot != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->term_index, pivot)) : 0;
}

static void
add_pivot (SynEngine *self, GArray *pivots, const char *text)
{
  guint32 term = intern (self, text);

  g_array_append_val (pivots, term);
}

static void
add_days (SynEngine *self, guint statement, GArray *pivots)
{
  const SynStatement *of = syn_engine_get_statement (self, statement);
  guint n;
  const SynNumber *numbers
      = syn_document_get_numbers (syn_engine_get_document (self, statement), &n);

  for (guint i = of->first_number; i < of->first_number + of->n_numbers; i++)
    if (numbers[i].kind == SYN_NUMBER_DATE && numbers[i].lo == numbers[i].hi)
      {
        g_autofree char *day = g_strdup_printf ("@day %d", (gint)numbers[i].value);

        add_pivot (self, pivots, day);
      }
}

static GArray *
list_pivots (SynEngine *self, guint statement)
{
  const SynStatement *of = syn_engine_get_statement (self, statement);
  SynDocument *document = syn_engine_get_document (self, statement);
  GArray *pivots = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n;
  const SynToken *tokens = syn_document_get_tokens (document, &n);

  for (guint t = of->first_token; t < of->first_token + of->n_tokens; t++)
    {
      g_autofree char *pivot = dup_pivot (self, statement, &tokens[t]);

      if (pivot != NULL)
        add_pivot (self, pivots, pivot);
    }
  add_days (self, statement, pivots);
  return pivots;
}

static void
pivots_free (gpointer data)
{
  g_array_unref (data);
}

static void
add_pivots (SynEngine *self)
{
  self->pivots = g_ptr_array_new_with_free_func (pivots_free);
  for (guint i = 0; i < self->statements->len; i++)
    g_ptr_array_add (self->pivots, list_pivots (self, i));
}

/* What can be found in an article of another language: figures, pivots and names. */
static void
mark_common_terms (Joiner *self)
{
  SynEngine *engine = self->engine;

  engine->common = g_array_new (FALSE, TRUE, sizeof (gboolean));
  g_array_set_size (engine->common, engine->terms->len);
  for (guint t = 0; t < engine->terms->len; t++)
    {
      const char *text = g_ptr_array_index (engine->terms, t);

      g_array_index (engine->common, gboolean, t) = text[0] == '#' || text[0] == '@';
    }
  for (guint i = 0; i < self->names->len; i++)
    {
      const Name *name = g_ptr_array_index (self->names, i);

      g_array_index (engine->common, gboolean,
                     g_array_index (engine->merged, guint32, name->term)) = TRUE;
    }
}

static void
add_variant (SynEngine *self, const Name *a, const Name *b)
{
  SynVariant variant = { .kind = SYN_VARIANT_TRANSLATION };

  variant.forms = g_new0 (char *, 3);
  variant.occurrences = g_array_new (FALSE, FALSE, sizeof (SynOccurrence));
  for (guint i = 0; i < self->statements->len; i++)
    {
      const SynStatement *of = syn_engine_get_statement (self, i);
      SynDocument *document = syn_engine_get_document (self, i);
      guint n, language = g_array_index (self->languages, guint, of->article);
      const SynToken *tokens = syn_document_get_tokens (document, &n);

      for (guint t = of->first_token; t < of->first_token + of->n_tokens; t++)
        {
          guint side = language == a->language ? 0 : 1;
          SynOccurrence occurrence = { i, tokens[t].span };

          if (!(tokens[t].flags & SYN_TOKEN_NAME) || (side == 1 && language != b->language)
              || syn_engine_map_term (self, i, tokens[t].term)
                     != g_array_index (self->merged, guint32, a->term))
            continue;
          if (variant.forms[side] == NULL)
            variant.forms[side]
                = syn_article_dup_span (syn_document_get_article (document), tokens[t].span);
          g_array_append_val (variant.occurrences, occurrence);
        }
    }
  if (variant.forms[0] != NULL && variant.forms[1] != NULL
      && strcmp (variant.forms[0], variant.forms[1]) != 0)
    g_array_append_val (self->variants, variant);
  else
    syn_variant_clear (&variant);
}

/* Merged names that are not written alike, once for every two languages. */
static void
list_translations (Joiner *self)
{
  g_autoptr (GHashTable) first = g_hash_table_new (NULL, NULL); /* root → Name */
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->names->len; i++)
    {
      Name *name = g_ptr_array_index (self->names, i);
      guint32 root = g_array_index (self->engine->merged, guint32, name->term);
      const Name *other = g_hash_table_lookup (first, GUINT_TO_POINTER (root));

      if (other == NULL)
        g_hash_table_insert (first, GUINT_TO_POINTER (root), name);
      else if (other->language != name->language && strcmp (other->lower, name->lower) != 0
               && g_hash_table_add (told, g_strdup_printf ("%u %u", root, name->language)))
        add_variant (self->engine, other, name);
    }
}

void
syn_engine_join_languages (SynEngine *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (name_free);
  g_autoptr (GHashTable) lexicons = g_hash_table_new (NULL, NULL);
  Joiner joiner = { self, names, lexicons };

  if (number_languages (&joiner) < 2)
    return;
  collect_names (&joiner);
  merge_by (&joiner, dup_place, agree_always);
  merge_by (&joiner, dup_skeleton, agree_in_sound);
  add_pivots (self);
  mark_common_terms (&joiner);
  list_translations (&joiner);
}

/* A country, its people and its capital are near each other in all languages. */
void
syn_engine_link_nations (SynEngine *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (name_free);
  g_autoptr (GHashTable) lexicons = g_hash_table_new (NULL, NULL);
  Joiner joiner = { self, names, lexicons };

  if (self->pivots == NULL)
    return;
  collect_names (&joiner);
  for (guint i = 0; i < names->len; i++)
    for (guint k = 0; k < i; k++)
      {
        const Name *a = g_ptr_array_index (names, i), *b = g_ptr_array_index (names, k);
        guint32 x = g_array_index (self->merged, guint32, a->term),
                y = g_array_index (self->merged, guint32, b->term);

        if (a->language == b->language || a->nation == NULL || g_strcmp0 (a->nation, b->nation) != 0
            || x == y)
          continue;
        syn_engine_add_neighbour (self, x, y, SIMILARITY_NATION);
        syn_engine_add_neighbour (self, y, x, SIMILARITY_NATION);
      }
}

guint
syn_engine_count_common (SynEngine *self, guint a, guint b)
{
  g_autoptr (GArray) of_a = syn_engine_list_terms (self, a, -1);
  g_autoptr (GArray) of_b = syn_engine_list_terms (self, b, -1);
  guint count = 0;

  for (guint i = 0; i < of_a->len; i++)
    for (guint k = 0; k < of_b->len; k++)
      if (syn_engine_similarity (self, g_array_index (of_a, SynTermUse, i).term,
                                 g_array_index (of_b, SynTermUse, k).term)
          >= SIMILARITY_NATION)
        {
          count++;
          break;
        }
  return count;
}

gboolean
syn_engine_same_language (SynEngine *self, guint a, guint b)
{
  return self->pivots == NULL
         || g_array_index (self->languages, guint, syn_engine_get_statement (self, a)->article)
                == g_array_index (self->languages, guint,
                                  syn_engine_get_statement (self, b)->article);
}
