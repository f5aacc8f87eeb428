/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison.h"

#include "compare/syn-comparison-private.h"

#include <stdlib.h>
#include <string.h>

/* For each statement the indices of what touches it: one array of indices, and where each begins.
 */
typedef struct
{
  guint *first; /* n + 1 */
  guint *indices;
} Touch;

struct _SynComparison
{
  GObject parent_instance;

  SynEngine *engine;     /* NULL where several stories are put together */
  SynStories *stories;   /* only then */
  GPtrArray *parts;      /* per story its comparison, where they are kept */
  GPtrArray *articles;
  GArray *statements;    /* SynStatement */
  GArray *first;         /* per article, and one past the last */
  GArray *variants;      /* SynVariant */
  GPtrArray *remarks;
  GArray *matches;   /* SynMatch */
  GArray *conflicts; /* SynConflict */
  GArray *claims;    /* SynClaim */
  Touch matches_of, conflicts_of, claims_of;
};

G_DEFINE_FINAL_TYPE (SynComparison, syn_comparison, G_TYPE_OBJECT)

void
syn_conflict_clear (SynConflict *conflict)
{
  g_clear_pointer (&conflict->topic, g_free);
  g_clear_pointer (&conflict->reason, g_free);
}

void
syn_variant_clear (SynVariant *variant)
{
  g_clear_pointer (&variant->forms, g_strfreev);
  g_clear_pointer (&variant->occurrences, g_array_unref);
}

static void
touch_clear (Touch *touch)
{
  g_clear_pointer (&touch->first, g_free);
  g_clear_pointer (&touch->indices, g_free);
}

/* Calls @each with every statement that item @i touches. */
typedef void (*TouchFunc) (GArray *items, guint i, GFunc each, gpointer data);

static void
count_one (gpointer statement, gpointer data)
{
  ((guint *)data)[GPOINTER_TO_UINT (statement) + 1]++;
}

typedef struct
{
  guint *fill, *indices, item;
} TouchFill;

static void
fill_one (gpointer statement, gpointer data)
{
  TouchFill *fill = data;

  fill->indices[fill->fill[GPOINTER_TO_UINT (statement)]++] = fill->item;
}

static void
touch_init (Touch *touch, guint n_statements, GArray *items, TouchFunc func)
{
  TouchFill fill = { 0 };
  g_autofree guint *next = NULL;

  touch->first = g_new0 (guint, n_statements + 1);
  for (guint i = 0; i < items->len; i++)
    func (items, i, count_one, touch->first);
  for (guint s = 0; s < n_statements; s++)
    touch->first[s + 1] += touch->first[s];
  touch->indices = g_new (guint, touch->first[n_statements] + 1);
  next = g_memdup2 (touch->first, (n_statements + 1) * sizeof (guint));
  fill.fill = next;
  fill.indices = touch->indices;
  for (guint i = 0; i < items->len; i++)
    {
      fill.item = i;
      func (items, i, fill_one, &fill);
    }
}

static void
touch_match (GArray *items, guint i, GFunc each, gpointer data)
{
  const SynMatch *match = &g_array_index (items, SynMatch, i);

  each (GUINT_TO_POINTER (match->a), data);
  each (GUINT_TO_POINTER (match->b), data);
}

static void
touch_conflict (GArray *items, guint i, GFunc each, gpointer data)
{
  const SynConflict *conflict = &g_array_index (items, SynConflict, i);

  each (GUINT_TO_POINTER (conflict->a), data);
  each (GUINT_TO_POINTER (conflict->b), data);
}

static void
touch_claim (GArray *items, guint i, GFunc each, gpointer data)
{
  const SynClaim *claim = &g_array_index (items, SynClaim, i);

  for (guint k = 0; k < claim->statements->len; k++)
    each (GUINT_TO_POINTER (g_array_index (claim->statements, guint, k)), data);
}

static void
syn_comparison_finalize (GObject *object)
{
  SynComparison *self = SYN_COMPARISON (object);

  touch_clear (&self->matches_of);
  touch_clear (&self->conflicts_of);
  touch_clear (&self->claims_of);
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_pointer (&self->conflicts, g_array_unref);
  g_clear_pointer (&self->claims, g_array_unref);
  g_clear_pointer (&self->articles, g_ptr_array_unref);
  g_clear_pointer (&self->statements, g_array_unref);
  g_clear_pointer (&self->first, g_array_unref);
  g_clear_pointer (&self->variants, g_array_unref);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->stories, syn_stories_unref);
  g_clear_pointer (&self->engine, syn_engine_unref);

  G_OBJECT_CLASS (syn_comparison_parent_class)->finalize (object);
}

static void
syn_comparison_class_init (SynComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = syn_comparison_finalize;
}

static void
syn_comparison_init (SynComparison *self)
{
}

static void
touch_all (SynComparison *self)
{
  guint n = self->statements->len;

  touch_init (&self->matches_of, n, self->matches, touch_match);
  touch_init (&self->conflicts_of, n, self->conflicts, touch_conflict);
  touch_init (&self->claims_of, n, self->claims, touch_claim);
}

SynComparison *
syn_comparison_new_take (SynEngine *engine, GArray *matches, GArray *conflicts, GArray *claims)
{
  SynComparison *self = g_object_new (SYN_TYPE_COMPARISON, NULL);

  self->engine = engine;
  self->articles = g_ptr_array_new_full (engine->documents->len, g_object_unref);
  for (guint i = 0; i < engine->documents->len; i++)
    g_ptr_array_add (self->articles,
                     g_object_ref (syn_document_get_article (engine->documents->pdata[i])));
  self->statements = g_array_ref (engine->statements);
  self->first = g_array_ref (engine->first);
  self->variants = g_array_ref (engine->variants);
  self->remarks = g_ptr_array_ref (engine->remarks);
  self->matches = matches;
  self->conflicts = conflicts;
  self->claims = claims;
  touch_all (self);
  return self;
}

SynComparison *
syn_comparison_new_union (const SynComparisonUnion *whole)
{
  SynComparison *self = g_object_new (SYN_TYPE_COMPARISON, NULL);
  SynCorpus *corpus = syn_stories_get_corpus (whole->stories);
  guint n = syn_corpus_get_n_articles (corpus);

  self->stories = whole->stories;
  self->parts = whole->parts;
  self->articles = g_ptr_array_new_full (n, g_object_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->articles, g_object_ref (syn_corpus_get_article (corpus, i)));
  self->statements = whole->statements;
  self->first = whole->first;
  self->variants = whole->variants;
  self->remarks = whole->remarks;
  self->matches = whole->matches;
  self->conflicts = whole->conflicts;
  self->claims = whole->claims;
  touch_all (self);
  return self;
}

void
syn_comparison_drop_engine (SynComparison *self)
{
  g_clear_pointer (&self->engine, syn_engine_unref);
}

SynEngine *
syn_comparison_get_engine (SynComparison *self)
{
  return self->engine;
}

guint
syn_comparison_get_n_articles (SynComparison *self)
{
  g_return_val_if_fail (SYN_IS_COMPARISON (self), 0);

  return self->articles->len;
}

SynArticle *
syn_comparison_get_article (SynComparison *self, guint article)
{
  g_return_val_if_fail (SYN_IS_COMPARISON (self) && article < self->articles->len, NULL);

  return g_ptr_array_index (self->articles, article);
}

SynDocument *
syn_comparison_get_document (SynComparison *self, guint article)
{
  guint story;

  g_return_val_if_fail (SYN_IS_COMPARISON (self) && article < self->articles->len, NULL);

  if (self->engine != NULL)
    return g_ptr_array_index (self->engine->documents, article);
  if (self->parts == NULL)
    return NULL;
  story = syn_stories_find (self->stories, article);
  return syn_comparison_get_document (self->parts->pdata[story],
                                      syn_stories_find_place (self->stories, article, story));
}

SynStories *
syn_comparison_get_stories (SynComparison *self)
{
  g_return_val_if_fail (SYN_IS_COMPARISON (self), NULL);

  return self->stories;
}

GPtrArray *
syn_comparison_get_parts (SynComparison *self)
{
  return self->parts;
}

guint
syn_comparison_get_n_statements (SynComparison *self)
{
  g_return_val_if_fail (SYN_IS_COMPARISON (self), 0);

  return self->statements->len;
}

const SynStatement *
syn_comparison_get_statement (SynComparison *self, guint statement)
{
  g_return_val_if_fail (SYN_IS_COMPARISON (self) && statement < self->statements->len,
                        NULL);

  return &g_array_index (self->statements, SynStatement, statement);
}

guint
syn_comparison_get_first_statement (SynComparison *self, guint article, guint *n)
{
  guint first;

  g_return_val_if_fail (SYN_IS_COMPARISON (self) && article < self->articles->len, 0);

  first = g_array_index (self->first, guint, article);
  if (n != NULL)
    *n = g_array_index (self->first, guint, article + 1) - first;
  return first;
}

gint
syn_comparison_find_statement (SynComparison *self, guint article, guint32 byte)
{
  guint n, low, high;

  g_return_val_if_fail (SYN_IS_COMPARISON (self) && article < self->articles->len, -1);

  low = syn_comparison_get_first_statement (self, article, &n);
  high = low + n;
  if (n == 0 || g_array_index (self->statements, SynStatement, low).span.start > byte)
    return -1;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->statements, SynStatement, middle).span.start <= byte)
        low = middle;
      else
        high = middle;
    }
  return low;
}

char *
syn_comparison_dup_statement_id (SynComparison *self, guint statement)
{
  guint article;

  g_return_val_if_fail (SYN_IS_COMPARISON (self) && statement < self->statements->len,
                        NULL);

  article = g_array_index (self->statements, SynStatement, statement).article;
  return g_strdup_printf ("%s.%u",
                          syn_article_get_id (g_ptr_array_index (self->articles, article)),
                          statement - g_array_index (self->first, guint, article) + 1);
}

/* Index of the article named "a<@number>", or -1.  In a whole corpus the number tells it; a story has
 * some of the corpus's articles, which keep their names. */
static gint
find_article (SynComparison *self, guint64 number)
{
  g_autofree char *id = g_strdup_printf ("a%" G_GUINT64_FORMAT, number);

  for (guint i = MIN (number - 1, self->articles->len - 1) + 1; i-- > 0;)
    if (g_strcmp0 (syn_article_get_id (g_ptr_array_index (self->articles, i)), id) == 0)
      return i;
  return -1;
}

gint
syn_comparison_lookup_statement (SynComparison *self, const char *id)
{
  char *end = NULL;
  guint64 article, place;
  guint first, n;
  gint index;

  g_return_val_if_fail (SYN_IS_COMPARISON (self), -1);

  if (id == NULL || id[0] != 'a' || !g_ascii_isdigit (id[1]))
    return -1;
  article = g_ascii_strtoull (id + 1, &end, 10);
  if (*end != '.' || !g_ascii_isdigit (end[1]) || article == 0)
    return -1;
  index = find_article (self, article);
  place = g_ascii_strtoull (end + 1, &end, 10);
  if (index < 0)
    return -1;
  first = syn_comparison_get_first_statement (self, index, &n);
  if (*end != '\0' || place == 0 || place > n)
    return -1;
  return first + place - 1;
}

static char *
dup_words (SynComparison *self, guint statement)
{
  const SynStatement *of = &g_array_index (self->statements, SynStatement, statement);

  return syn_article_dup_words (g_ptr_array_index (self->articles, of->article), of->span);
}

char *
syn_comparison_dup_statement_text (SynComparison *self, guint statement)
{
  g_return_val_if_fail (SYN_IS_COMPARISON (self) && statement < self->statements->len,
                        NULL);

  return dup_words (self, statement);
}

const SynMatch *
syn_comparison_get_matches (SynComparison *self, guint *n)
{
  g_return_val_if_fail (SYN_IS_COMPARISON (self), NULL);

  if (n != NULL)
    *n = self->matches->len;
  return (const SynMatch *)self->matches->data;
}

const SynConflict *
syn_comparison_get_conflicts (SynComparison *self, guint *n)
{
  g_return_val_if_fail (SYN_IS_COMPARISON (self), NULL);

  if (n != NULL)
    *n = self->conflicts->len;
  return (const SynConflict *)self->conflicts->data;
}

const SynClaim *
syn_comparison_get_claims (SynComparison *self, guint *n)
{
  g_return_val_if_fail (SYN_IS_COMPARISON (self), NULL);

  if (n != NULL)
    *n = self->claims->len;
  return (const SynClaim *)self->claims->data;
}

const SynVariant *
syn_comparison_get_variants (SynComparison *self, guint *n)
{
  g_return_val_if_fail (SYN_IS_COMPARISON (self), NULL);

  if (n != NULL)
    *n = self->variants->len;
  return (const SynVariant *)self->variants->data;
}

static const guint *
touching (const Touch *touch, guint statement, guint *n)
{
  *n = touch->first[statement + 1] - touch->first[statement];
  return *n > 0 ? touch->indices + touch->first[statement] : NULL;
}

const guint *
syn_comparison_matches_of (SynComparison *self, guint statement, guint *n)
{
  g_return_val_if_fail (SYN_IS_COMPARISON (self) && statement < self->statements->len,
                        NULL);

  return touching (&self->matches_of, statement, n);
}

const guint *
syn_comparison_conflicts_of (SynComparison *self, guint statement, guint *n)
{
  g_return_val_if_fail (SYN_IS_COMPARISON (self) && statement < self->statements->len,
                        NULL);

  return touching (&self->conflicts_of, statement, n);
}

const guint *
syn_comparison_claims_of (SynComparison *self, guint statement, guint *n)
{
  g_return_val_if_fail (SYN_IS_COMPARISON (self) && statement < self->statements->len,
                        NULL);

  return touching (&self->claims_of, statement, n);
}

const SynMatch *
syn_comparison_find_match (SynComparison *self, guint a, guint b)
{
  guint n;
  const guint *indices = syn_comparison_matches_of (self, a, &n);

  for (guint i = 0; i < n; i++)
    {
      const SynMatch *match = &g_array_index (self->matches, SynMatch, indices[i]);

      if (match->a == b || match->b == b)
        return match;
    }
  return NULL;
}

SynStance
syn_comparison_get_stance (SynComparison *self, const SynClaim *claim, guint article)
{
  gint place;

  g_return_val_if_fail (SYN_IS_COMPARISON (self) && article < self->articles->len
                            && claim != NULL,
                        SYN_STANCE_SILENT);

  if (self->stories == NULL)
    return g_array_index (claim->stances, SynStance, article);
  place = syn_stories_find_place (
      self->stories, article,
      syn_stories_find (self->stories,
                        syn_comparison_get_statement (
                            self, g_array_index (claim->statements, guint, 0))->article));
  return place >= 0 ? g_array_index (claim->stances, SynStance, place) : SYN_STANCE_SILENT;
}

const char *const *
syn_comparison_get_remarks (SynComparison *self)
{
  g_return_val_if_fail (SYN_IS_COMPARISON (self), NULL);

  return (const char *const *)self->remarks->pdata;
}

/* The words without case, marks and spacing: they outlive small corrections of the text. */
static void
append_folded (GString *out, SynComparison *self, guint statement)
{
  g_autofree char *words = dup_words (self, statement);
  g_autofree char *lower = g_utf8_casefold (words, -1);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
}

char *
syn_conflict_dup_key (SynComparison *self, const SynConflict *conflict)
{
  g_autoptr (GString) a = g_string_new (NULL);
  g_autoptr (GString) b = g_string_new (NULL);
  g_autofree char *both = NULL;
  g_autofree char *hash = NULL;

  g_return_val_if_fail (SYN_IS_COMPARISON (self) && conflict != NULL, NULL);

  append_folded (a, self, conflict->a);
  append_folded (b, self, conflict->b);
  /* The order of the articles does not matter. */
  if (strcmp (a->str, b->str) < 0)
    both = g_strconcat (a->str, "\n", b->str, NULL);
  else
    both = g_strconcat (b->str, "\n", a->str, NULL);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, both, -1);
  return g_strdup_printf ("%s:%.32s", syn_conflict_type_to_string (conflict->type), hash);
}
