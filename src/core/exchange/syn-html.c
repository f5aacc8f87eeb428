/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-html.h"

#include <glib/gi18n-lib.h>

#include "compare/syn-marks.h"
#include "compare/syn-rows.h"

void
syn_html_append (GString *out, const char *text)
{
  if (text == NULL)
    return;
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar ch = g_utf8_get_char (c);

      if (ch == '&')
        g_string_append (out, "&amp;");
      else if (ch == '<')
        g_string_append (out, "&lt;");
      else if (ch == '>')
        g_string_append (out, "&gt;");
      else if (ch == '"')
        g_string_append (out, "&quot;");
      else if (ch == '\'')
        g_string_append (out, "&#39;");
      else if ((ch < 0x20 && ch != '\t' && ch != '\n') || (ch >= 0x7f && ch < 0xa0))
        g_string_append_unichar (out, 0xfffd);
      else
        g_string_append_unichar (out, ch);
    }
}

void
syn_html_append_format (GString *out, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  syn_html_append (out, text);
}

void
syn_html_append_time (GString *out, const char *iso)
{
  const gsize length = strlen ("2026-03-03T09:12");
  const char *zone;

  /* What is not in that form is text of the source, and is shown as it is. */
  if (iso == NULL || strspn (iso, "0123456789-T:") < length || iso[10] != 'T')
    {
      syn_html_append (out, iso);
      return;
    }
  zone = iso + length;
  zone += strspn (zone, ":.0123456789");
  g_string_append (out, "<time datetime=\"");
  syn_html_append (out, iso);
  g_string_append_printf (out, "\">%.10s %.5s", iso, iso + 11);
  if (*zone != '\0')
    syn_html_append_format (out, " %s", g_str_equal (zone, "Z") ? "UTC" : zone);
  g_string_append (out, "</time>");
}

void
syn_html_append_verdict (GString *out, SynVerdict verdict)
{
  static const char *const glyphs[SYN_N_VERDICTS] = { "○", "✓", "⬖", "?" };

  g_string_append_printf (out, "<span class=\"verdict %s\">%s ", syn_verdict_to_string (verdict), glyphs[verdict]);
  syn_html_append (out, syn_verdict_label (verdict));
  g_string_append (out, "</span>");
}

static void
append_marked (GString *out, SynComparison *comparison, SynArticle *article, const SynMark *mark)
{
  g_autofree char *text = syn_article_dup_span (article, mark->span);
  const SynConflict *conflicts = syn_comparison_get_conflicts (comparison, NULL);

  if (mark->kind == SYN_MARK_VARIANT)
    {
      g_string_append (out, "<span class=\"variant\">");
      syn_html_append (out, text);
      g_string_append (out, "</span>");
      return;
    }
  g_string_append_printf (out, "<mark class=\"%s\" title=\"", mark->kind == SYN_MARK_DIRECT ? "direct" : "tension");
  syn_html_append (out, conflicts[mark->index].reason);
  g_string_append (out, "\">");
  syn_html_append (out, text);
  g_string_append (out, "</mark>");
}

void
syn_html_append_statement (GString *out, const SynExportSet *set, guint statement)
{
  const SynStatement *s = syn_comparison_get_statement (set->comparison, statement);
  SynArticle *article = syn_comparison_get_article (set->comparison, s->article);
  g_autoptr (GArray) marks = syn_marks_list (set->comparison, statement);
  guint32 at = s->span.start;
  g_autofree char *rest = NULL;

  for (guint i = 0; i < marks->len; i++)
    {
      const SynMark *mark = &g_array_index (marks, SynMark, i);
      g_autofree char *before = NULL;

      if (mark->kind < SYN_MARK_VARIANT || mark->span.start < at || mark->span.end > s->span.end)
        continue;
      before = syn_article_dup_span (article, (SynSpan){ at, mark->span.start });
      syn_html_append (out, before);
      append_marked (out, set->comparison, article, mark);
      at = mark->span.end;
    }
  rest = syn_article_dup_span (article, (SynSpan){ at, s->span.end });
  syn_html_append (out, rest);
}

static const char *
get_match_glyph (SynMatchKind kind)
{
  switch (kind)
    {
    case SYN_MATCH_COPIED:
      return "≡";
    case SYN_MATCH_SAME:
      return "=";
    case SYN_MATCH_RELATED:
      return "≈";
    }
  g_assert_not_reached ();
}

static const char *
get_match_label (SynMatchKind kind)
{
  switch (kind)
    {
    case SYN_MATCH_COPIED:
      return _ ("copied");
    case SYN_MATCH_SAME:
      return _ ("same statement");
    case SYN_MATCH_RELATED:
      return _ ("related");
    }
  g_assert_not_reached ();
}

static const char *
get_statement_class (const SynStatement *s, gboolean matched, SynMatchKind kind)
{
  switch (s->role)
    {
    case SYN_ROLE_HEADLINE:
      return "headline";
    case SYN_ROLE_CAPTION:
    case SYN_ROLE_BYLINE:
    case SYN_ROLE_DATELINE:
    case SYN_ROLE_BOILERPLATE:
      return "set-aside";
    case SYN_ROLE_BODY:
    case SYN_ROLE_SUBHEAD:
      break;
    }
  return matched && kind == SYN_MATCH_COPIED ? "copied" : "source";
}

static void
append_cell_statement (GString *out, const SynExportSet *set, SynRows *rows, guint statement)
{
  const SynStatement *s = syn_comparison_get_statement (set->comparison, statement);
  SynMatchKind kind = SYN_MATCH_SAME;
  gboolean own = FALSE;
  gboolean matched = s->article != syn_rows_get_pivot (rows)
                     && syn_marks_match_with (set->comparison, statement, syn_rows_get_pivot (rows), &kind, &own);

  g_string_append_printf (out, "<span class=\"%s\">", get_statement_class (s, matched, kind));
  if (matched)
    {
      g_string_append (out, "<span class=\"glyph\" title=\"");
      syn_html_append (out, get_match_label (kind));
      g_string_append_printf (out, "\">%s</span>", get_match_glyph (kind));
    }
  syn_html_append_statement (out, set, statement);
  g_string_append (out, "</span> ");
}

/* Silence means something only where others make a claim, and not where the source makes it in another row. */
static gboolean
is_silent (const SynExportSet *set, gint claim, guint article)
{
  const SynClaim *claims = syn_comparison_get_claims (set->comparison, NULL);

  return claim >= 0
         && syn_comparison_get_stance (set->comparison, &claims[claim], article) == SYN_STANCE_SILENT;
}

static void
append_cell (GString *out, const SynExportSet *set, SynRows *rows, guint row, guint column)
{
  SynArticle *article = syn_comparison_get_article (set->comparison, column);
  const char *language = syn_article_get_language (article);
  guint n;
  const guint *statements = syn_rows_get_cell (rows, row, column, &n);

  if (n == 0)
    {
      if (is_silent (set, syn_rows_get_row (rows, row)->claim, column))
        {
          g_string_append (out, "<td class=\"silent\"><span>");
          syn_html_append (out, _ ("silent here"));
          g_string_append (out, "</span></td>");
        }
      else
        g_string_append (out, "<td></td>");
      return;
    }
  g_string_append (out, "<td class=\"cell\" dir=\"auto\"");
  if (language != NULL)
    {
      g_string_append (out, " lang=\"");
      syn_html_append (out, language);
      g_string_append_c (out, '"');
    }
  g_string_append_c (out, '>');
  for (guint i = 0; i < n; i++)
    append_cell_statement (out, set, rows, statements[i]);
  g_string_append (out, "</td>");
}

static void
append_row_heading (GString *out, const SynExportSet *set, const SynRow *row, guint n_columns)
{
  const SynConflict *conflicts = syn_comparison_get_conflicts (set->comparison, NULL);
  const SynConflict *conflict = row->conflict >= 0 ? &conflicts[row->conflict] : NULL;
  SynVerdict verdict = row->claim >= 0 ? syn_export_set_get_verdict (set, row->claim) : SYN_VERDICT_OPEN;

  if (conflict == NULL && verdict == SYN_VERDICT_OPEN)
    return;
  g_string_append_printf (out, "<tr><th class=\"topic\" colspan=\"%u\" scope=\"rowgroup\">", n_columns);
  if (row->claim >= 0)
    {
      syn_html_append_verdict (out, verdict);
      g_string_append (out, "  ");
    }
  if (conflict != NULL)
    {
      g_string_append_printf (out, "<span class=\"conflict\">%s ",
                              conflict->strength == SYN_STRENGTH_DIRECT ? "≠" : "≉");
      syn_html_append (out, syn_conflict_type_label (conflict->type));
      g_string_append (out, "</span> ");
      syn_html_append (out, conflict->topic);
    }
  g_string_append (out, "</th></tr>\n");
}

static void
append_heads (GString *out, const SynExportSet *set, const GArray *columns)
{
  g_string_append (out, "<thead><tr>");
  for (guint i = 0; i < columns->len; i++)
    {
      SynArticle *article
          = syn_comparison_get_article (set->comparison, g_array_index (columns, guint, i));
      g_autofree char *name = syn_article_dup_source_name (article);

      g_string_append (out, "<th scope=\"col\">");
      syn_html_append (out, name);
      g_string_append (out, "<span class=\"second\">");
      syn_html_append_time (out, syn_article_get_published (article));
      g_string_append (out, "</span></th>");
    }
  g_string_append (out, "</tr></thead>\n");
}

/* The columns to show: those asked for that are there, else all. */
static GArray *
list_columns (const SynExportSet *set)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = syn_comparison_get_n_articles (set->comparison);

  for (guint i = 0; set->columns != NULL && i < set->columns->len; i++)
    if (g_array_index (set->columns, guint, i) < n)
      g_array_append_val (columns, g_array_index (set->columns, guint, i));
  for (guint i = 0; set->columns == NULL && i < n; i++)
    g_array_append_val (columns, i);
  return columns;
}

static gboolean
has_words (SynRows *rows, guint row, const GArray *columns)
{
  guint n = 0;

  for (guint i = 0; i < columns->len && n == 0; i++)
    syn_rows_get_cell (rows, row, g_array_index (columns, guint, i), &n);
  return n > 0;
}

/* A source that is not shown is named: nobody shall take the rest for all there is. */
static void
append_hidden (GString *out, const SynExportSet *set, const GArray *columns)
{
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    g_hash_table_add (shown, GUINT_TO_POINTER (g_array_index (columns, guint, i)));
  for (guint i = 0; i < syn_comparison_get_n_articles (set->comparison); i++)
    if (!g_hash_table_contains (shown, GUINT_TO_POINTER (i)))
      {
        g_autofree char *name
            = syn_article_dup_source_name (syn_comparison_get_article (set->comparison, i));

        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
      }
  if (names->len == 0)
    return;
  g_string_append (out, "<p class=\"second\">");
  syn_html_append_format (out, _ ("Not shown side by side: %s"), names->str);
  g_string_append (out, "</p>\n");
}

void
syn_html_append_rows (GString *out, const SynExportSet *set)
{
  g_autoptr (SynRows) rows = syn_rows_new (set->comparison, set->pivot);
  g_autoptr (GArray) columns = list_columns (set);

  append_hidden (out, set, columns);
  g_string_append_printf (out, "<div class=\"scroll\"><table style=\"--columns: %u\">\n",
                          columns->len);
  append_heads (out, set, columns);
  g_string_append (out, "<tbody>\n");
  for (guint row = 0; row < syn_rows_get_n_rows (rows); row++)
    {
      if (!has_words (rows, row, columns))
        continue;
      append_row_heading (out, set, syn_rows_get_row (rows, row), columns->len);
      g_string_append (out, "<tr>");
      for (guint i = 0; i < columns->len; i++)
        append_cell (out, set, rows, row, g_array_index (columns, guint, i));
      g_string_append (out, "</tr>\n");
    }
  g_string_append (out, "</tbody></table></div>\n");
}
