/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "syn-error.h"
#include "syn-export-set.h"

/* A row per statement of a claim, after RFC 4180.  The byte order mark makes spreadsheets read it as UTF-8. */

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static const char *const columns[] = {
  "claim_id", "claim", "verdict", "note", "annotator", "verdict_time", "sources", "origins", "conflicts",
  "article_id", "outlet", "title", "published", "url", "statement_id", "start", "end", "stance", "speaker", "quote",
  "status", "tags", "own_stance", "comments",
};

/* A spreadsheet would run a cell that begins like a formula; an apostrophe makes it text. */
static gboolean
is_formula (const char *text)
{
  return text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL;
}

static void
append_cell (GString *out, const char *text)
{
  gboolean quoted;

  if (out->len > 0 && out->str[out->len - 1] != '\n' && !g_str_has_suffix (out->str, BYTE_ORDER_MARK))
    g_string_append_c (out, ',');
  if (text == NULL)
    text = "";
  quoted = is_formula (text) || text[0] == '\0' || strpbrk (text, ",\"\r\n") != NULL;
  if (!quoted)
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  if (is_formula (text))
    g_string_append_c (out, '\'');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *c);
    }
  g_string_append_c (out, '"');
}

static void
append_number (GString *out, guint number)
{
  char text[16];

  g_snprintf (text, sizeof text, "%u", number);
  append_cell (out, text);
}

static char *
dup_conflict_types (const SynExportSet *set, const SynClaim *claim)
{
  g_autoptr (GString) types = g_string_new (NULL);
  const SynConflict *conflicts = syn_comparison_get_conflicts (set->comparison, NULL);
  gboolean seen[SYN_N_CONFLICT_TYPES] = { FALSE };

  for (guint i = 0; i < claim->conflicts->len; i++)
    {
      const SynConflict *conflict = &conflicts[g_array_index (claim->conflicts, guint, i)];

      if (conflict->tier > SYN_TIER_LIKELY || seen[conflict->type])
        continue;
      g_string_append_printf (types, "%s%s", types->len > 0 ? " " : "",
                              syn_conflict_type_to_string (conflict->type));
      seen[conflict->type] = TRUE;
    }
  return g_string_free (g_steal_pointer (&types), FALSE);
}

static void
append_claim_cells (const SynExportSet *set, guint index, const SynClaim *claim, GString *out)
{
  const SynClaimRecord *record = syn_export_set_find_record (set, index);
  g_autofree char *id = syn_export_set_dup_claim_id (set, index);
  g_autofree char *time = syn_export_dup_time (record != NULL ? record->time : 0);
  g_autofree char *types = dup_conflict_types (set, claim);

  append_cell (out, id);
  append_cell (out, syn_export_set_get_wording (set, index));
  append_cell (out, syn_verdict_to_string (syn_export_set_get_verdict (set, index)));
  append_cell (out, record != NULL ? record->note : NULL);
  append_cell (out, record != NULL ? record->annotator : NULL);
  append_cell (out, time);
  append_number (out, claim->n_sources);
  append_number (out, claim->n_origins);
  append_cell (out, types);
}

static void
append_statement_cells (const SynExportSet *set, const SynClaim *claim, guint statement, GString *out)
{
  const SynStatement *s = syn_comparison_get_statement (set->comparison, statement);
  SynArticle *article = syn_comparison_get_article (set->comparison, s->article);
  g_autofree char *outlet = syn_article_dup_source_name (article);
  g_autofree char *id = syn_comparison_dup_statement_id (set->comparison, statement);
  g_autofree char *quote = syn_article_dup_span (article, s->span);
  g_autofree char *speaker = syn_article_dup_span (article, syn_claim_get_speaker (claim, s, statement));

  append_cell (out, syn_article_get_id (article));
  append_cell (out, outlet);
  append_cell (out, syn_article_get_title (article));
  append_cell (out, syn_article_get_published (article));
  append_cell (out, syn_article_get_url (article));
  append_cell (out, id);
  append_number (out, syn_article_offset_to_chars (article, s->span.start));
  append_number (out, syn_article_offset_to_chars (article, s->span.end));
  append_cell (out, syn_stance_to_string (syn_comparison_get_stance (set->comparison, claim, s->article)));
  append_cell (out, speaker);
  append_cell (out, quote);
}

/* "ada: Who counted? | Ben: The port." */
static char *
dup_comments (const SynClaimRecord *record)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; record != NULL && i < record->comments->len; i++)
    {
      const SynComment *comment = record->comments->pdata[i];

      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? " | " : "",
                              comment->annotator != NULL ? comment->annotator : "", comment->text);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_record_cells (const SynClaimRecord *record, const char *status, gboolean own_stance, GString *out)
{
  g_autofree char *tags = syn_export_dup_tags (record), *comments = dup_comments (record);

  append_cell (out, status);
  append_cell (out, tags);
  append_cell (out, own_stance ? "yes" : NULL);
  append_cell (out, comments);
}

/* What was struck out is no claim of the comparison: its rows are made of the words that it was struck out on. */
static void
append_struck_row (const SynExportSet *set, const SynClaimRecord *record, const SynAnchor *anchor, GString *out)
{
  SynArticle *article = syn_export_set_find_article (set, anchor->article_key, anchor->path);
  g_autofree char *outlet = NULL;

  if (article == NULL)
    return;
  outlet = syn_article_dup_source_name (article);
  append_cell (out, record->id);
  append_cell (out, record->wording != NULL ? record->wording : record->summary);
  append_cell (out, syn_verdict_to_string (record->verdict));
  append_cell (out, record->note);
  append_cell (out, record->annotator);
  for (guint i = 0; i < 4; i++)
    append_cell (out, NULL);
  append_cell (out, syn_article_get_id (article));
  append_cell (out, outlet);
  append_cell (out, syn_article_get_title (article));
  append_cell (out, syn_article_get_published (article));
  append_cell (out, syn_article_get_url (article));
  append_cell (out, NULL);
  append_number (out, anchor->start);
  append_number (out, anchor->end);
  append_cell (out, NULL);
  append_cell (out, NULL);
  append_cell (out, anchor->quote);
  append_record_cells (record, "not-a-claim", FALSE, out);
  g_string_append (out, "\r\n");
}

static void
append_struck (const SynExportSet *set, GString *out)
{
  g_autoptr (GPtrArray) struck = syn_export_set_list_struck (set);

  for (guint i = 0; i < struck->len; i++)
    {
      const SynClaimRecord *record = struck->pdata[i];

      for (guint k = 0; k < record->anchors->len; k++)
        append_struck_row (set, record, record->anchors->pdata[k], out);
    }
}

static gboolean
is_own_stance (const SynExportSet *set, const SynClaim *claim, guint statement)
{
  return syn_export_is_own_stance (claim, syn_comparison_get_statement (set->comparison, statement)->article);
}

static void
write_csv (const SynExportSet *set, GString *out)
{
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (set->comparison, &n);

  g_string_append (out, BYTE_ORDER_MARK);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    append_cell (out, columns[i]);
  g_string_append (out, "\r\n");
  for (guint i = 0; i < n; i++)
    {
      if (!syn_export_set_includes (set, i))
        continue;
      for (guint j = 0; j < claims[i].statements->len; j++)
        {
          append_claim_cells (set, i, &claims[i], out);
          append_statement_cells (set, &claims[i], g_array_index (claims[i].statements, guint, j), out);
          append_record_cells (syn_export_set_find_record (set, i), syn_export_set_get_status (set, i),
                               is_own_stance (set, &claims[i], g_array_index (claims[i].statements, guint, j)), out);
          g_string_append (out, "\r\n");
        }
    }
  append_struck (set, out);
}

static guint
count_struck_rows (const SynExportSet *set)
{
  g_autoptr (GPtrArray) struck = syn_export_set_list_struck (set);
  guint rows = 0;

  for (guint i = 0; i < struck->len; i++)
    {
      const GPtrArray *anchors = ((const SynClaimRecord *) struck->pdata[i])->anchors;

      for (guint k = 0; k < anchors->len; k++)
        {
          const SynAnchor *anchor = anchors->pdata[k];

          rows += syn_export_set_find_article (set, anchor->article_key, anchor->path) != NULL;
        }
    }
  return rows;
}

static guint
count_rows (const SynExportSet *set)
{
  guint n, rows = 0;
  const SynClaim *claims = syn_comparison_get_claims (set->comparison, &n);

  for (guint i = 0; i < n; i++)
    if (syn_export_set_includes (set, i))
      rows += claims[i].statements->len;
  return rows + count_struck_rows (set);
}

/* Reads the file back as a spreadsheet would: every record must have every column. */
static gboolean
check_csv (const SynExportSet *set, GBytes *bytes, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  guint cells = 1, records = 0;
  gboolean quoted = FALSE, even = TRUE;

  for (gsize i = 0; i < size; i++)
    {
      if (text[i] == '"')
        quoted = !quoted;
      else if (!quoted && text[i] == ',')
        cells++;
      else if (!quoted && text[i] == '\n')
        {
          even = even && cells == G_N_ELEMENTS (columns);
          records++;
          cells = 1;
        }
    }
  if (quoted || !even || records != count_rows (set) + 1)
    {
      g_set_error (error, SYN_ERROR, SYN_ERROR_FORMAT, _ ("%u of %u rows could be read back"), records,
                   count_rows (set) + 1);
      return FALSE;
    }
  return TRUE;
}

const SynExporter syn_exporter_csv = {
  .id = "csv",
  .label = N_ ("Spreadsheet (CSV)"),
  .extension = "csv",
  .mime = "text/csv",
  .losses = N_ ("A spreadsheet has a row per statement: the full texts, the matches between statements, the "
                "reasons of conflicts, evidence and history are left out."),
  .write = write_csv,
  .check = check_csv,
};
