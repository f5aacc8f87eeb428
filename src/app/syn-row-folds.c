/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-row-folds.h"

#include <glib/gi18n-lib.h>

#include "syn-compare-describe.h"

/* A line has no room for more names than this. */
#define NAMES_MOST 4

struct _SynRowFolds
{
  GArray *folds;      /* SynFold, ascending */
  GArray *fold_of;    /* gint, per row: its fold, or -1 */
  GHashTable *opened; /* the first statements of those that the reader opened */
};

SynRowFolds *
syn_row_folds_new (void)
{
  SynRowFolds *self = g_new0 (SynRowFolds, 1);

  self->folds = g_array_new (FALSE, FALSE, sizeof (SynFold));
  self->fold_of = g_array_new (FALSE, FALSE, sizeof (gint));
  self->opened = g_hash_table_new (NULL, NULL);
  return self;
}

void
syn_row_folds_free (SynRowFolds *self)
{
  g_array_unref (self->folds);
  g_array_unref (self->fold_of);
  g_hash_table_unref (self->opened);
  g_free (self);
}

void
syn_row_folds_forget (SynRowFolds *self)
{
  g_hash_table_remove_all (self->opened);
}

/* ── What a row is ───────────────────────────────────────────────────────── */

typedef struct
{
  SynSession *session;
  SynRows *rows;
  const GArray *columns;
  GArray *articles; /* of the columns */
  gboolean *seen;   /* per article: its text is to be seen */
  gboolean alone, copied;
} Look;

static gboolean
speaks (const Look *look, guint row, guint article)
{
  guint n = 0;

  syn_rows_get_cell (look->rows, row, article, &n);
  return n > 0;
}

static gboolean
only_spines (const Look *look, guint row)
{
  SynComparison *comparison = syn_session_get_comparison (look->session);
  guint n = 0;
  const guint *statements = syn_rows_get_statements (look->rows, row, &n);

  for (guint i = 0; i < n; i++)
    if (look->seen[syn_comparison_get_statement (comparison, statements[i])->article])
      return FALSE;
  return TRUE;
}

static gboolean
is_copied (const Look *look, guint row)
{
  gint reference = syn_describe_reference (look->session, row, look->articles);
  guint n_copies = 0;

  for (guint i = 0; i < look->articles->len; i++)
    {
      guint article = g_array_index (look->articles, guint, i);

      if ((gint)article == reference || !speaks (look, row, article))
        continue;
      if (!syn_describe_is_copy (look->session, row, article, reference))
        return FALSE;
      n_copies++;
    }
  return n_copies > 0;
}

static SynFoldKind
kind_of (const Look *look, guint row)
{
  const SynRow *of = syn_rows_get_row (look->rows, row);

  if (of->headline || of->conflict >= 0)
    return SYN_FOLD_NONE;
  if (only_spines (look, row))
    return SYN_FOLD_SPINES;
  if (look->alone && (of->claim < 0 || of->set_aside))
    return SYN_FOLD_ALONE;
  if (look->copied && of->claim >= 0 && is_copied (look, row))
    return SYN_FOLD_COPIED;
  return SYN_FOLD_NONE;
}

static guint
first_statement (SynRows *rows, guint row)
{
  guint n = 0;

  return syn_rows_get_statements (rows, row, &n)[0];
}

static void
add_row (SynRowFolds *self, const Look *look, guint row, SynFoldKind kind)
{
  SynFold *last = self->folds->len > 0
                      ? &g_array_index (self->folds, SynFold, self->folds->len - 1)
                      : NULL;
  gint index = -1;

  if (kind != SYN_FOLD_NONE && (last == NULL || last->kind != kind || last->last + 1 != row))
    {
      guint statement = first_statement (look->rows, row);
      SynFold fold = { kind, row, row,
                       g_hash_table_contains (self->opened, GUINT_TO_POINTER (statement + 1)) };

      g_array_append_val (self->folds, fold);
    }
  else if (kind != SYN_FOLD_NONE)
    last->last = row;
  if (kind != SYN_FOLD_NONE)
    index = (gint)self->folds->len - 1;
  g_array_append_val (self->fold_of, index);
}

void
syn_row_folds_update (SynRowFolds *self,
                      SynSession *session,
                      const GArray *columns,
                      gboolean narrow,
                      gboolean alone,
                      gboolean copied)
{
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (guint));
  SynRows *rows = syn_session_get_rows (session);
  guint n_columns = rows != NULL ? syn_rows_get_n_columns (rows) : 0;
  g_autofree gboolean *seen = g_new0 (gboolean, n_columns + 1);
  Look look = { session, rows, columns, articles, seen, alone, copied };

  g_array_set_size (self->folds, 0);
  g_array_set_size (self->fold_of, 0);
  for (guint i = 0; i < columns->len; i++)
    {
      const SynCompareColumn *column = &g_array_index (columns, SynCompareColumn, i);

      /* Until the next layout the columns may be those of the corpus that was open before. */
      if (column->article >= n_columns)
        return;
      seen[column->article] = narrow ? column->asked : column->open;
      g_array_append_val (articles, column->article);
    }
  for (guint row = 0; n_columns > 0 && columns->len > 0 && row < syn_rows_get_n_rows (look.rows);
       row++)
    add_row (self, &look, row, kind_of (&look, row));
}

/* ── What is seen ────────────────────────────────────────────────────────── */

const SynFold *
syn_row_folds_get (const SynRowFolds *self, guint row)
{
  gint index = row < self->fold_of->len ? g_array_index (self->fold_of, gint, row) : -1;

  return index >= 0 ? &g_array_index (self->folds, SynFold, index) : NULL;
}

gboolean
syn_row_folds_is_shut (const SynRowFolds *self, guint row)
{
  const SynFold *fold = syn_row_folds_get (self, row);

  return fold != NULL && !fold->open;
}

gboolean
syn_row_folds_is_hidden (const SynRowFolds *self, guint row)
{
  const SynFold *fold = syn_row_folds_get (self, row);

  return fold != NULL && !fold->open && row != fold->first;
}

void
syn_row_folds_set_open (SynRowFolds *self, SynSession *session, guint row, gboolean open)
{
  SynFold *fold = (SynFold *)syn_row_folds_get (self, row);
  gpointer key;

  g_return_if_fail (fold != NULL);

  fold->open = open;
  key = GUINT_TO_POINTER (first_statement (syn_session_get_rows (session), fold->first) + 1);
  if (open)
    g_hash_table_add (self->opened, key);
  else
    g_hash_table_remove (self->opened, key);
}

/* ── In words ────────────────────────────────────────────────────────────── */

typedef struct
{
  guint article;
  guint n;
} Share;

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const Share *x = a;
  const Share *y = b;

  return x->n != y->n ? (x->n < y->n) - (x->n > y->n) : (x->article > y->article) - (x->article < y->article);
}

/* How much of the fold is whose, most first. */
static GArray *
share (const SynFold *fold, SynSession *session, guint *out_n)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (Share));
  g_autofree guint *counts = g_new0 (guint, syn_comparison_get_n_articles (comparison) + 1);

  *out_n = 0;
  for (guint row = fold->first; row <= fold->last; row++)
    {
      guint n = 0;
      const guint *statements = syn_rows_get_statements (syn_session_get_rows (session), row, &n);

      for (guint i = 0; i < n; i++)
        counts[syn_comparison_get_statement (comparison, statements[i])->article]++;
      *out_n += n;
    }
  for (guint article = 0; article < syn_comparison_get_n_articles (comparison); article++)
    {
      Share of = { article, counts[article] };

      if (of.n > 0)
        g_array_append_val (shares, of);
    }
  g_array_sort (shares, compare_shares);
  return shares;
}

static const char *
name_of (SynSession *session, guint article)
{
  SynSource *source = syn_session_find_source (session, article);

  return source != NULL ? syn_source_get_name (source) : "";
}

/* "Harbour Post 12, Sound Radio 3" */
static char *
list_shares (SynSession *session, const GArray *shares, gboolean counts)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < shares->len && i < NAMES_MOST; i++)
    {
      const Share *of = &g_array_index (shares, Share, i);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", name_of (session, of->article));
      if (counts)
        g_string_append_printf (list, " %u", of->n);
    }
  if (shares->len > NAMES_MOST)
    g_string_append (list, ", …");
  return g_string_free (g_steal_pointer (&list), FALSE);
}

char *
syn_row_folds_describe (const SynFold *fold, SynSession *session)
{
  guint n = 0;
  g_autoptr (GArray) shares = share (fold, session, &n);
  g_autofree char *names = NULL;

  if (fold->kind == SYN_FOLD_COPIED)
    {
      n = fold->last - fold->first + 1;
      names = list_shares (session, shares, FALSE);
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u statement word for word in %s",
                                           "%u statements word for word in %s", n),
                              n, names);
    }
  if (shares->len == 1)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u statement only in %s", "%u statements only in %s", n), n,
        name_of (session, g_array_index (shares, Share, 0).article));
  names = list_shares (session, shares, TRUE);
  if (fold->kind == SYN_FOLD_SPINES)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u statement only in folded columns: %s",
                                         "%u statements only in folded columns: %s", n),
                            n, names);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u statement of one source alone: %s",
                                       "%u statements of one source alone: %s", n),
                          n, names);
}
