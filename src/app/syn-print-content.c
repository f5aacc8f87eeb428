/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-print-content.h"

#include <glib/gi18n-lib.h>

#include "syn-format.h"
#include "syn-row-folds.h"

/* More columns than this would be too narrow on a sheet: their texts stand beneath each other. */
#define COLUMNS_MOST 5

#define READING "font_family=\"Charis SIL,Source Serif 4,Noto Serif,serif\" size=\"9500\""
#define SANS "font_family=\"Cantarell,Noto Sans,sans-serif\" size=\"8500\""

/* The marks as plain text has them. */
static const char *const relation_signs[] = {
  [SYN_MATCH_COPIED] = "≡",
  [SYN_MATCH_SAME] = "=",
  [SYN_MATCH_RELATED] = "≈",
};
static const char *const verdict_signs[] = {
  [SYN_VERDICT_OPEN] = "○",
  [SYN_VERDICT_CONFIRMED] = "✓",
  [SYN_VERDICT_DISPUTED] = "⬖",
  [SYN_VERDICT_UNVERIFIED] = "?",
};

static const char *
strength_sign (const SynConflict *conflict)
{
  return conflict->strength == SYN_STRENGTH_DIRECT ? "≠" : "≉";
}

static char *
make_head (SynSession *session, guint article)
{
  const char *name = syn_source_get_name (syn_session_find_source (session, article));
  g_autofree char *time = syn_describe_time (session, article, FALSE);

  if (time == NULL)
    return g_markup_printf_escaped ("<span " SANS "><b>%s</b></span>", name);
  return g_markup_printf_escaped ("<span " SANS "><b>%s</b>\n%s</span>", name, time);
}

/* ── The comparison ──────────────────────────────────────────────────────── */

static void
append_verdict (GString *heading, SynSession *session, guint claim)
{
  const SynClaimRecord *record = syn_session_get_record (session, claim);
  SynVerdict verdict = syn_session_get_verdict (session, claim);

  if (!syn_claim_record_is_open (record))
    g_string_append_printf (heading, "%s%s %s", heading->len > 0 ? "   " : "", verdict_signs[verdict],
                            syn_state_label (record));
}

/* "≠ Figures  People injured  14 · at least 12   ✓ Confirmed", or NULL. */
static char *
make_row_heading (SynSession *session, const SynRow *row)
{
  g_autoptr (GString) heading = g_string_new (NULL);

  if (row->conflict >= 0)
    {
      const SynConflict *conflict
          = syn_get_conflict (syn_session_get_comparison (session), (guint) row->conflict);
      g_autofree char *values = syn_describe_values (session, (guint) row->conflict);
      g_autofree char *words = g_markup_printf_escaped (
          "%s <b>%s</b>  <b>%s</b>  %s", strength_sign (conflict),
          syn_conflict_type_label (conflict->type), conflict->topic != NULL ? conflict->topic : "",
          values);

      g_string_append (heading, words);
    }
  if (row->claim >= 0)
    append_verdict (heading, session, (guint) row->claim);
  if (heading->len == 0)
    return NULL;
  return g_strdup_printf ("<span " SANS ">%s</span>", heading->str);
}

static void
append_statement (GString *markup, SynSession *session, guint statement, gint reference)
{
  g_autoptr (SynStatementCell) cell = syn_describe_cell (session, statement, reference);
  g_autofree char *text = g_markup_escape_text (cell->text, -1);
  gboolean head = cell->role == SYN_ROLE_HEADLINE;
  gboolean aside = cell->role == SYN_ROLE_BOILERPLATE;

  if (markup->len > 0)
    g_string_append (markup, "\n");
  if (cell->has_relation)
    g_string_append_printf (markup, "%s ", relation_signs[cell->relation]);
  g_string_append_printf (markup, "<span " READING "%s>%s</span>",
                          head    ? " weight=\"bold\""
                          : aside ? " style=\"italic\""
                                  : "",
                          text);
}

/* The words of @article in @row, "silent here", or NULL. */
static char *
make_cell (SynSession *session, guint row, guint article, gint reference)
{
  SynRows *rows = syn_session_get_rows (session);
  guint n;
  const guint *statements = syn_rows_get_cell (rows, row, article, &n);
  g_autoptr (GString) markup = g_string_new (NULL);

  if (n == 0)
    return syn_describe_is_silent (session, row, article)
               ? g_markup_printf_escaped ("<span " SANS ">– %s</span>", _ ("silent here"))
               : NULL;
  for (guint i = 0; i < n; i++)
    append_statement (markup, session, statements[i], reference);
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static gboolean
has_words (SynSession *session, guint row, const GArray *columns)
{
  SynRows *rows = syn_session_get_rows (session);
  guint n = 0;

  for (guint i = 0; i < columns->len && n == 0; i++)
    syn_rows_get_cell (rows, row, g_array_index (columns, guint, i), &n);
  return n > 0;
}

static SynPrintBlock *
make_row (SynSession *session, guint row, const GArray *columns)
{
  SynPrintBlock *block = syn_print_block_new (columns->len);
  gint reference = syn_describe_reference (session, row, columns);

  block->heading = make_row_heading (session, syn_rows_get_row (syn_session_get_rows (session), row));
  for (guint i = 0; i < columns->len; i++)
    syn_print_block_take_cell (
        block, i, make_cell (session, row, g_array_index (columns, guint, i), reference));
  return block;
}

/* One source beneath the other, each with its name. */
static SynPrintBlock *
make_stack (SynSession *session, guint row, const GArray *columns)
{
  SynPrintBlock *block = syn_print_block_new (1);
  gint reference = syn_describe_reference (session, row, columns);
  g_autoptr (GString) markup = g_string_new (NULL);

  block->heading = make_row_heading (session, syn_rows_get_row (syn_session_get_rows (session), row));
  for (guint i = 0; i < columns->len; i++)
    {
      guint article = g_array_index (columns, guint, i);
      g_autofree char *cell = make_cell (session, row, article, reference);
      g_autofree char *name = g_markup_escape_text (
          syn_source_get_name (syn_session_find_source (session, article)), -1);

      if (cell != NULL)
        g_string_append_printf (markup, "%s<span " SANS "><b>%s</b></span>  %s",
                                markup->len > 0 ? "\n" : "", name, cell);
    }
  syn_print_block_take_cell (block, 0, g_string_free (g_steal_pointer (&markup), FALSE));
  return block;
}

/* On paper every column is open. */
static SynRowFolds *
make_folds (SynSession *session, const GArray *articles, SynPrintFolds wanted)
{
  SynRowFolds *folds = syn_row_folds_new ();
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (SynCompareColumn));

  for (guint i = 0; i < articles->len; i++)
    {
      SynCompareColumn column = { .article = g_array_index (articles, guint, i), .asked = TRUE, .open = TRUE };

      g_array_append_val (columns, column);
    }
  syn_row_folds_update (folds, session, columns, FALSE, (wanted & SYN_PRINT_FOLD_ALONE) != 0,
                        (wanted & SYN_PRINT_FOLD_COPIED) != 0);
  return folds;
}

/* The line that stands for rows that are folded. */
static SynPrintBlock *
make_fold (SynSession *session, const SynFold *fold, guint n_cells)
{
  SynPrintBlock *block = syn_print_block_new (n_cells);
  g_autofree char *text = syn_row_folds_describe (fold, session);

  block->heading = g_markup_printf_escaped ("<span " SANS ">▸ <i>%s</i></span>", text);
  return block;
}

static GPtrArray *
make_comparison (SynSession *session, SynPrintFolds wanted, GPtrArray *heads)
{
  g_autoptr (GArray) columns = syn_session_list_columns (session);
  g_autoptr (SynRowFolds) folds = make_folds (session, columns, wanted);
  gboolean stacked = columns->len > COLUMNS_MOST;
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_print_block_free);

  for (guint i = 0; !stacked && i < columns->len; i++)
    g_ptr_array_add (heads, make_head (session, g_array_index (columns, guint, i)));
  if (stacked)
    g_ptr_array_add (heads, g_markup_printf_escaped ("<span " SANS "><b>%s</b></span>",
                                                     syn_session_get_title (session)));
  for (guint i = 0; i < syn_rows_get_n_rows (syn_session_get_rows (session)); i++)
    if (syn_row_folds_is_hidden (folds, i))
      continue;
    else if (syn_row_folds_is_shut (folds, i))
      g_ptr_array_add (blocks, make_fold (session, syn_row_folds_get (folds, i), stacked ? 1 : columns->len));
    else if (has_words (session, i, columns))
      g_ptr_array_add (blocks, stacked ? make_stack (session, i, columns)
                                       : make_row (session, i, columns));
  return blocks;
}

/* ── The claims ──────────────────────────────────────────────────────────── */

/* The sources that give the same value as the @first of @claim, each once: "Velm Courier, Harbour Post". */
static char *
list_sources (SynSession *session, const SynClaim *claim, guint first)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  const char *text = g_array_index (claim->values, SynValue, first).text;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = first; i < claim->values->len; i++)
    {
      const SynValue *value = &g_array_index (claim->values, SynValue, i);
      guint article = syn_comparison_get_statement (comparison, value->statement)->article;

      if (!g_str_equal (value->text, text)
          || !g_hash_table_add (seen, GUINT_TO_POINTER (article)))
        continue;
      if (names->len > 0)
        g_string_append (names, ", ");
      g_string_append (names, syn_source_get_name (syn_session_find_source (session, article)));
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* Who gives which value: "≠ at least 12 — Velm Courier, Harbour Post", a line per value. */
static void
append_values (GString *markup, SynSession *session, const SynClaim *claim)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < claim->values->len; i++)
    {
      const SynValue *value = &g_array_index (claim->values, SynValue, i);
      g_autofree char *names = NULL;
      g_autofree char *line = NULL;

      if (!g_hash_table_add (seen, value->text))
        continue;
      names = list_sources (session, claim, i);
      line = g_markup_printf_escaped ("\n<span " SANS ">%s%s — %s</span>",
                                      value->conflict < 0                         ? ""
                                      : value->strength == SYN_STRENGTH_DIRECT ? "≠ "
                                                                                  : "≉ ",
                                      value->text, names);
      g_string_append (markup, line);
    }
}

static void
append_ruling (GString *markup, SynSession *session, guint claim)
{
  const SynClaimRecord *record = syn_session_get_record (session, claim);
  SynVerdict verdict = syn_session_get_verdict (session, claim);
  g_autofree char *line = g_markup_printf_escaped ("\n<span " SANS ">%s <b>%s</b>", verdict_signs[verdict],
                                                   syn_state_label (syn_session_get_record (session, claim)));

  g_string_append (markup, line);
  if (record != NULL && record->time > 0)
    {
      g_autofree char *when = syn_format_moment (record->time);
      g_autofree char *who = g_markup_printf_escaped (
          " · %s · %s", record->annotator != NULL ? record->annotator : "", when);

      g_string_append (markup, who);
    }
  if (record != NULL && record->note != NULL && *record->note != '\0')
    {
      g_autofree char *note = g_markup_printf_escaped ("\n<i>%s</i>", record->note);

      g_string_append (markup, note);
    }
  g_string_append (markup, "</span>");
}

static GPtrArray *
make_claims (SynSession *session, GPtrArray *heads)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_print_block_free);
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (comparison, &n);

  g_ptr_array_add (heads, g_markup_printf_escaped ("<span " SANS "><b>%s</b></span>",
                                                   syn_session_get_title (session)));
  for (guint i = 0; i < n; i++)
    {
      SynPrintBlock *block = syn_print_block_new (1);
      g_autofree char *sources = syn_format_sources (&claims[i]);
      g_autoptr (GString) markup = g_string_new (NULL);
      g_autofree char *wording = g_markup_printf_escaped (
          "<span " SANS "><b>%u.  %s</b></span>\n<span " SANS ">%s</span>", i + 1,
          syn_session_get_wording (session, i), sources);

      g_string_append (markup, wording);
      append_ruling (markup, session, i);
      append_values (markup, session, &claims[i]);
      syn_print_block_take_cell (block, 0, g_string_free (g_steal_pointer (&markup), FALSE));
      g_ptr_array_add (blocks, block);
    }
  return blocks;
}

GPtrArray *
syn_print_content_new (SynSession *session, SynPrintWhat what, SynPrintFolds folds, GPtrArray **heads)
{
  g_return_val_if_fail (syn_session_get_comparison (session) != NULL, NULL);
  *heads = g_ptr_array_new_with_free_func (g_free);
  return what == SYN_PRINT_CLAIMS ? make_claims (session, *heads) : make_comparison (session, folds, *heads);
}
