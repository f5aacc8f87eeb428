/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-resolve.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "store/syn-anchor.h"
#include "store/syn-article-store.h"
#include "store/syn-state.h"

/* Least share of a statement that must lie in what was found, for the statement to be meant as well: a
 * sentence that was cut in two is two statements now. */
#define LEAST_COVER 0.6

/* What an anchor's article is in the comparison. */
typedef enum
{
  PLACE_ELSEWHERE, /* not compared now, but nothing happened to it */
  PLACE_GONE,      /* changed or left out, and nothing took its place */
  PLACE_HERE,
} Place;

typedef struct
{
  SynDatabase *database;
  SynResolution *out;
  GHashTable *by_key;  /* key → index + 1; of several copies the first */
  GHashTable *by_name; /* "key\npath" → index + 1 */
  GHashTable *by_path;
  GHashTable *by_url;
  GHashTable *by_title;
  GHashTable *pairs; /* (a, b) → SynPairKind, the later decision counts */
} Resolver;

static void
add_index (GHashTable *table, const char *name, guint index)
{
  if (name != NULL && *name != '\0' && !g_hash_table_contains (table, name))
    g_hash_table_insert (table, g_strdup (name), GUINT_TO_POINTER (index + 1));
}

static GHashTable *
index_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
resolver_init (Resolver *self, SynDatabase *database, SynResolution *out)
{
  self->database = database;
  self->out = out;
  self->by_key = index_new ();
  self->by_name = index_new ();
  self->by_path = index_new ();
  self->by_url = index_new ();
  self->by_title = index_new ();
  self->pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < syn_comparison_get_n_articles (out->comparison); i++)
    {
      SynArticle *article = syn_comparison_get_article (out->comparison, i);
      const char *path = syn_article_get_path (article);
      g_autofree char *key = syn_article_store_dup_key (article);
      g_autofree char *name = g_strconcat (key, "\n", path, NULL);

      add_index (self->by_key, key, i);
      add_index (self->by_name, name, i);
      add_index (self->by_path, path, i);
      add_index (self->by_url, syn_article_get_url (article), i);
      add_index (self->by_title, syn_article_get_title (article), i);
    }
}

static void
resolver_clear (Resolver *self)
{
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_path);
  g_hash_table_unref (self->by_url);
  g_hash_table_unref (self->by_title);
  g_hash_table_unref (self->pairs);
}

static guint
lookup (GHashTable *table, const char *name)
{
  return name != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (table, name)) : 0;
}

/* The article of the comparison that the anchor was made on, or that took its place. */
static gboolean
locate_article (Resolver *self, const SynAnchor *anchor, Place *out_place, guint *out_article, GError **error)
{
  g_autofree char *name = g_strconcat (anchor->article_key, "\n", anchor->path, NULL);
  guint found = lookup (self->by_name, name);
  g_autoptr (SynQuery) query = NULL;

  if (found == 0)
    found = lookup (self->by_key, anchor->article_key);
  if (found == 0)
    found = lookup (self->by_path, anchor->path);
  *out_place = PLACE_HERE;
  *out_article = found - 1;
  if (found != 0)
    return TRUE;
  query = syn_database_query (self->database, SYN_SQL_ARTICLE_FIND, error, "ss", anchor->article_key,
                              anchor->path);
  if (query == NULL)
    return FALSE;
  *out_place = PLACE_GONE;
  if (syn_query_next (query, NULL))
    {
      const gboolean gone = syn_query_get_int (query, 3) != 0;

      found = lookup (self->by_url, syn_query_get_text (query, 1));
      /* Two papers may print one headline: it only tells where an article went that is not there any more. */
      if (found == 0 && gone)
        found = lookup (self->by_title, syn_query_get_text (query, 2));
      if (found != 0)
        *out_place = PLACE_HERE;
      else if (!gone)
        *out_place = PLACE_ELSEWHERE;
      *out_article = found - 1;
    }
  return syn_query_end (query, error);
}

static guint
overlap (SynSpan a, SynSpan b)
{
  return syn_span_overlaps (a, b) ? MIN (a.end, b.end) - MAX (a.start, b.start) : 0;
}

/* Appends to @statements what lies in @span: the statement that shares most with it, and all that lie in it
 * for the greater part. */
static void
collect_statements (SynComparison *comparison, guint article, SynSpan span, GArray *statements)
{
  guint n, best = 0, best_shared = 0;
  const guint first = syn_comparison_get_first_statement (comparison, article, &n);

  for (guint i = first; i < first + n; i++)
    {
      const SynSpan other = syn_comparison_get_statement (comparison, i)->span;
      const guint shared = overlap (span, other);

      if (shared > best_shared)
        {
          best = i;
          best_shared = shared;
        }
    }
  if (best_shared == 0)
    return;
  for (guint i = first; i < first + n; i++)
    {
      const SynSpan other = syn_comparison_get_statement (comparison, i)->span;

      if (i == best || overlap (span, other) >= LEAST_COVER * (other.end - other.start))
        g_array_append_val (statements, i);
    }
}

static void
add_orphan (Resolver *self, const SynAnchor *anchor, const char *claim_id, const char *text)
{
  SynOrphan *orphan = g_new0 (SynOrphan, 1);

  orphan->anchor = syn_anchor_copy (anchor);
  orphan->claim_id = g_strdup (claim_id);
  orphan->text = g_strdup (text);
  g_ptr_array_add (self->out->orphans, orphan);
}

/* Appends the statements that @anchor means now.  @out_lost: it should be here but is not. */
static gboolean
resolve_anchor (Resolver *self, const SynAnchor *anchor, GArray *statements, gboolean *out_lost, GError **error)
{
  SynComparison *comparison = self->out->comparison;
  const guint before = statements->len;
  guint article;
  Place place;
  SynSpan span;

  if (!locate_article (self, anchor, &place, &article, error))
    return FALSE;
  if (place == PLACE_HERE
      && syn_anchor_find (anchor, syn_comparison_get_article (comparison, article), &span, NULL))
    collect_statements (comparison, article, span, statements);
  *out_lost = statements->len == before && place != PLACE_ELSEWHERE;
  return TRUE;
}

static int
compare_uint (gconstpointer a, gconstpointer b)
{
  const guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

static void
sort_unique (GArray *statements)
{
  guint n = 0;

  g_array_sort (statements, compare_uint);
  for (guint i = 0; i < statements->len; i++)
    if (n == 0 || g_array_index (statements, guint, i) != g_array_index (statements, guint, n - 1))
      g_array_index (statements, guint, n++) = g_array_index (statements, guint, i);
  g_array_set_size (statements, n);
}

static const char *
record_text (const SynClaimRecord *record)
{
  if (record->wording != NULL)
    return record->wording;
  if (record->summary != NULL)
    return record->summary;
  return record->note;
}

/* What the reader says a source does, for the sources that are compared now. */
static gboolean
resolve_stances (Resolver *self, const SynClaimRecord *record, SynOwnClaim *own, GError **error)
{
  for (guint i = 0; i < record->stances->len; i++)
    {
      const SynOwnStance *stance = record->stances->pdata[i];
      const SynAnchor source = { .article_key = stance->article_key, .path = stance->path };
      SynDecisionStance decision = { .stance = stance->stance };
      Place place;

      if (!locate_article (self, &source, &place, &decision.article, error))
        return FALSE;
      if (place == PLACE_HERE)
        g_array_append_val (own->stances, decision);
    }
  return TRUE;
}

/* Whether the claim stands in another one now; if that one is gone it stands by itself again. */
static gboolean
is_merged (Resolver *self, const SynClaimRecord *record)
{
  g_autoptr (SynClaimRecord) into
      = record->merged != NULL ? syn_state_load_claim (self->database, record->merged, NULL) : NULL;

  return into != NULL;
}

static gboolean
resolve_claim (Resolver *self, const char *id, GError **error)
{
  g_autoptr (SynClaimRecord) record = syn_state_load_claim (self->database, id, error);
  g_autoptr (SynOwnClaim) own = NULL;
  gboolean any_lost = FALSE;

  if (record == NULL)
    return FALSE;
  own = syn_own_claim_new (id, record->wording, record->exact);
  for (guint i = 0; i < record->anchors->len; i++)
    {
      gboolean lost;

      if (!resolve_anchor (self, record->anchors->pdata[i], own->statements, &lost, error))
        return FALSE;
      if (lost)
        add_orphan (self, record->anchors->pdata[i], id, record_text (record));
      any_lost |= lost;
    }
  sort_unique (own->statements);
  if (own->statements->len == 0 && !any_lost)
    return TRUE;
  if (!resolve_stances (self, record, own, error))
    return FALSE;
  if (is_merged (self, record))
    g_debug ("%s is part of %s", id, record->merged);
  else if (own->statements->len > 0 && !record->removed)
    g_ptr_array_add (self->out->decisions->claims, g_steal_pointer (&own));
  /* A claim that the reader made and struck out again was never one of the engine's. */
  else if (own->statements->len > 0 && record->summary != NULL)
    g_ptr_array_add (self->out->decisions->not_claims, g_steal_pointer (&own));
  g_ptr_array_add (self->out->records, g_steal_pointer (&record));
  return TRUE;
}

static void
note_pair (Resolver *self, guint a, guint b, SynPairKind kind)
{
  const gint64 key = (gint64) MIN (a, b) << 32 | MAX (a, b);

  g_hash_table_replace (self->pairs, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (kind));
}

/* The words of a dismissed conflict changed: what is dismissed is the conflict that stands there now. */
static void
dismiss_between (Resolver *self, const char *old_key, guint a, guint b)
{
  SynComparison *comparison = self->out->comparison;
  guint n, n_conflicts;
  const guint *indices = syn_comparison_conflicts_of (comparison, a, &n);
  const SynConflict *conflicts = syn_comparison_get_conflicts (comparison, &n_conflicts);

  for (guint i = 0; i < n; i++)
    {
      const SynConflict *conflict = &conflicts[indices[i]];
      const char *type = syn_conflict_type_to_string (conflict->type);

      if ((conflict->a == b || conflict->b == b) && g_str_has_prefix (old_key, type))
        g_hash_table_add (self->out->decisions->dismissed, syn_conflict_dup_key (comparison, conflict));
    }
}

static char *
pair_text (const SynPairRecord *record)
{
  switch (record->kind)
    {
    case SYN_PAIR_LINK:
      return g_strdup (_ ("a link"));
    case SYN_PAIR_UNLINK:
      return g_strdup (_ ("a parted link"));
    case SYN_PAIR_DISMISSAL:
      return record->reason != NULL ? g_strdup_printf (_ ("a dismissed conflict: %s"), record->reason)
                                    : g_strdup (_ ("a dismissed conflict"));
    }
  g_return_val_if_reached (NULL);
}

static gboolean
resolve_pair (Resolver *self, const char *id, GError **error)
{
  g_autoptr (SynPairRecord) record = syn_state_load_pair (self->database, id, error);
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *text = NULL;

  if (record == NULL)
    return FALSE;
  text = pair_text (record);
  for (guint i = 0; i < MIN (record->anchors->len, 2); i++)
    {
      gboolean lost;

      if (!resolve_anchor (self, record->anchors->pdata[i], i == 0 ? left : right, &lost, error))
        return FALSE;
      if (lost)
        add_orphan (self, record->anchors->pdata[i], NULL, text);
    }
  if (record->kind == SYN_PAIR_DISMISSAL)
    g_hash_table_add (self->out->decisions->dismissed, g_strdup (record->key));
  for (guint i = 0; i < left->len; i++)
    for (guint j = 0; j < right->len; j++)
      {
        const guint a = g_array_index (left, guint, i), b = g_array_index (right, guint, j);

        if (record->kind == SYN_PAIR_DISMISSAL)
          dismiss_between (self, record->key, a, b);
        else if (a != b)
          note_pair (self, a, b, record->kind);
      }
  return TRUE;
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const SynDecisionPair *x = a, *y = b;

  return x->a != y->a ? (x->a > y->a) - (x->a < y->a) : (x->b > y->b) - (x->b < y->b);
}

static void
take_pairs (Resolver *self)
{
  SynDecisions *decisions = self->out->decisions;
  GHashTableIter iter;
  gpointer key, kind;

  g_hash_table_iter_init (&iter, self->pairs);
  while (g_hash_table_iter_next (&iter, &key, &kind))
    {
      const gint64 both = *(const gint64 *) key;
      const SynDecisionPair pair = { (guint) (both >> 32), (guint) (both & G_MAXUINT32) };

      g_array_append_val (GPOINTER_TO_UINT (kind) == SYN_PAIR_LINK ? decisions->links : decisions->unlinks,
                          pair);
    }
  g_array_sort (decisions->links, compare_pairs);
  g_array_sort (decisions->unlinks, compare_pairs);
}

/* [[key, url]…] of the compared articles, for RELATED_ARTICLES. */
char *
syn_resolve_articles_to_text (SynComparison *comparison)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < syn_comparison_get_n_articles (comparison); i++)
    {
      SynArticle *article = syn_comparison_get_article (comparison, i);
      g_autofree char *key = syn_article_store_dup_key (article);
      const char *url = syn_article_get_url (article);
      JsonArray *one = json_array_new ();

      json_array_add_string_element (one, key);
      if (url != NULL && *url != '\0')
        json_array_add_string_element (one, url);
      else
        json_array_add_null_element (one);
      json_array_add_array_element (array, one);
    }
  json_node_take_array (node, array);
  return json_to_string (node, FALSE);
}

typedef gboolean (*ResolveOne) (Resolver *self, const char *id, GError **error);

static gboolean
resolve_all (Resolver *self, SynSql sql, const char *articles, ResolveOne resolve, GError **error)
{
  g_autoptr (SynQuery) query = syn_database_query (self->database, sql, error, "s", articles);
  g_autoptr (GError) local = NULL;

  if (query == NULL)
    return FALSE;
  while (local == NULL && syn_query_next (query, &local))
    resolve (self, syn_query_get_text (query, 0), &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
syn_resolve (SynDatabase *database, SynResolution *resolution, GError **error)
{
  g_autofree char *articles = syn_resolve_articles_to_text (resolution->comparison);
  Resolver resolver;
  gboolean done;

  resolution->decisions = syn_decisions_new ();
  resolution->records = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_claim_record_free);
  resolution->orphans = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_orphan_free);
  resolver_init (&resolver, database, resolution);
  done = resolve_all (&resolver, SYN_SQL_CLAIM_LIST, articles, resolve_claim, error)
         && resolve_all (&resolver, SYN_SQL_PAIR_LIST, articles, resolve_pair, error);
  if (done)
    take_pairs (&resolver);
  resolver_clear (&resolver);
  return done;
}
