/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>

#include "syn-error.h"
#include "syn-html.h"

/* One page that needs nothing else: no script, no picture, no font, no network; the policy in its head says so. */

static void
append_head (GString *out, const SynExportSet *set)
{
  g_autoptr (GBytes) css = g_resources_lookup_data (SYN_RESOURCE_PATH "/exchange/report.css",
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size = 0;
  const char *style = css != NULL ? g_bytes_get_data (css, &size) : "";

  g_string_append (out, "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                        "style-src 'unsafe-inline'\">\n"
                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                        "<meta name=\"generator\" content=\"Synoptic\">\n<title>");
  syn_html_append (out, set->title);
  g_string_append (out, "</title>\n<style>\n");
  g_string_append_len (out, style, size);
  g_string_append (out, "</style>\n</head>\n<body>\n");
}

static void
append_summary (GString *out, const SynExportSet *set)
{
  guint n, counts[SYN_N_VERDICTS] = { 0 };
  guint articles = syn_comparison_get_n_articles (set->comparison);

  syn_comparison_get_claims (set->comparison, &n);
  for (guint i = 0; i < n; i++)
    counts[syn_export_set_get_verdict (set, i)]++;
  g_string_append (out, "<header>\n<h1>");
  syn_html_append (out, set->title);
  g_string_append (out, "</h1>\n<p class=\"second\">");
  syn_html_append_format (out, g_dngettext (GETTEXT_PACKAGE, "%u source", "%u sources", articles), articles);
  g_string_append (out, " · ");
  syn_html_append_format (out, g_dngettext (GETTEXT_PACKAGE, "%u claim", "%u claims", n), n);
  for (guint i = SYN_VERDICT_CONFIRMED; i < SYN_N_VERDICTS; i++)
    {
      g_string_append_printf (out, " · %u ", counts[i]);
      syn_html_append_verdict (out, i);
    }
  g_string_append (out, " · ");
  syn_html_append_time (out, set->generated);
  g_string_append (out, "</p>\n</header>\n");
}

static void
append_legend_item (GString *out, const char *sample, const char *meaning)
{
  g_string_append_printf (out, "<div><dt>%s</dt><dd>", sample);
  syn_html_append (out, meaning);
  g_string_append (out, "</dd></div>\n");
}

static void
append_legend (GString *out)
{
  g_string_append (out, "<dl class=\"legend\">\n");
  append_legend_item (out, "≡", _ ("copied: the same words"));
  append_legend_item (out, "=", _ ("same: other words"));
  append_legend_item (out, "≈", _ ("related: part of it"));
  append_legend_item (out, "<mark class=\"direct\">≠</mark>", _ ("conflict: both cannot be true as stated"));
  append_legend_item (out, "<mark class=\"tension\">≉</mark>",
                      _ ("tension: hedged, framed, dated or worded otherwise"));
  append_legend_item (out, "<span class=\"variant\">↔</span>", _ ("variant: written otherwise"));
  g_string_append (out, "</dl>\n");
}

static void
append_sayings (GString *out, const SynExportSet *set, const SynClaim *claim)
{
  g_string_append (out, "<ul class=\"says\">\n");
  for (guint i = 0; i < claim->statements->len; i++)
    {
      guint statement = g_array_index (claim->statements, guint, i);
      const SynStatement *s = syn_comparison_get_statement (set->comparison, statement);
      SynArticle *article = syn_comparison_get_article (set->comparison, s->article);
      g_autofree char *name = syn_article_dup_source_name (article);
      g_autofree char *speaker = syn_article_dup_span (article, syn_claim_get_speaker (claim, s, statement));

      g_string_append (out, "<li><b>");
      syn_html_append (out, name);
      g_string_append (out, "</b> <span class=\"second\">");
      syn_html_append_time (out, syn_article_get_published (article));
      if (speaker[0] != '\0')
        {
          g_string_append (out, " · ");
          syn_html_append_format (out, _ ("quotes %s"), speaker);
        }
      g_string_append (out, "</span><br><q dir=\"auto\">");
      syn_html_append_statement (out, set, statement);
      g_string_append (out, "</q></li>\n");
    }
  g_string_append (out, "</ul>\n");
}

static void
append_conflict_lines (GString *out, const SynExportSet *set, const SynClaim *claim)
{
  const SynConflict *conflicts = syn_comparison_get_conflicts (set->comparison, NULL);

  for (guint i = 0; i < claim->conflicts->len; i++)
    {
      const SynConflict *conflict = &conflicts[g_array_index (claim->conflicts, guint, i)];

      if (conflict->tier > SYN_TIER_LIKELY)
        continue;
      g_string_append_printf (out, "<p><span class=\"conflict\">%s ",
                              conflict->strength == SYN_STRENGTH_DIRECT ? "≠" : "≉");
      syn_html_append (out, syn_conflict_type_label (conflict->type));
      g_string_append (out, "</span> ");
      syn_html_append (out, conflict->reason);
      g_string_append (out, "</p>\n");
    }
}

static void
append_record (GString *out, const SynClaimRecord *record)
{
  if (record == NULL)
    return;
  if (record->note != NULL && record->note[0] != '\0')
    {
      g_string_append (out, "<div class=\"note\" dir=\"auto\">");
      syn_html_append (out, record->note);
      g_string_append (out, "</div>\n");
    }
  for (guint i = 0; record->evidence != NULL && i < record->evidence->len; i++)
    {
      const SynEvidence *evidence = g_ptr_array_index (record->evidence, i);

      /* Addresses are printed, not linked: a report must not send its reader anywhere. */
      g_string_append (out, "<p class=\"second evidence\">");
      syn_html_append_format (out, _ ("Evidence: %s"), evidence->label != NULL ? evidence->label : evidence->target);
      if (evidence->label != NULL && evidence->target != NULL)
        {
          g_string_append (out, " · ");
          syn_html_append (out, evidence->target);
        }
      g_string_append (out, "</p>\n");
    }
}

/* Own tags and that there is nothing to decide, after the verdict; what was written about it, after the evidence. */
static void
append_tags (GString *out, const SynClaimRecord *record)
{
  g_autofree char *tags = syn_export_dup_tags (record);

  if (record != NULL && record->settled)
    {
      g_string_append (out, " · ");
      syn_html_append (out, _ ("nothing to decide"));
    }
  if (tags != NULL)
    {
      g_string_append (out, " · ");
      syn_html_append (out, tags);
    }
}

static void
append_comments (GString *out, const SynClaimRecord *record)
{
  for (guint i = 0; record != NULL && i < record->comments->len; i++)
    {
      const SynComment *comment = record->comments->pdata[i];

      g_string_append (out, "<p class=\"second comment\" dir=\"auto\"><b>");
      syn_html_append (out, comment->annotator != NULL ? comment->annotator : "");
      g_string_append (out, "</b> ");
      syn_html_append (out, comment->text);
      g_string_append (out, "</p>\n");
    }
}

static void
append_struck (GString *out, const SynExportSet *set)
{
  g_autoptr (GPtrArray) struck = syn_export_set_list_struck (set);

  if (struck->len == 0)
    return;
  g_string_append (out, "<h2>");
  syn_html_append (out, _ ("Struck out: not claims"));
  g_string_append (out, "</h2>\n<ul>\n");
  for (guint i = 0; i < struck->len; i++)
    {
      const SynClaimRecord *record = struck->pdata[i];

      g_string_append (out, "<li dir=\"auto\">");
      syn_html_append (out, record->wording != NULL ? record->wording : record->summary != NULL ? record->summary : "");
      g_string_append (out, "</li>\n");
    }
  g_string_append (out, "</ul>\n");
}

static void
append_claim (GString *out, const SynExportSet *set, guint index, const SynClaim *claim)
{
  const SynClaimRecord *record = syn_export_set_find_record (set, index);
  g_autofree char *id = syn_export_set_dup_claim_id (set, index);
  g_autofree char *time = syn_export_dup_time (record != NULL ? record->time : 0);

  g_string_append_printf (out, "<section class=\"claim\" id=\"claim-%s\">\n<h3>", id);
  syn_html_append_verdict (out, syn_export_set_get_verdict (set, index));
  g_string_append (out, "  ");
  syn_html_append (out, syn_export_set_get_wording (set, index));
  g_string_append (out, "</h3>\n<p class=\"second\">");
  syn_html_append_format (out, g_dngettext (GETTEXT_PACKAGE, "%u source", "%u sources", claim->n_sources),
                          claim->n_sources);
  g_string_append (out, ", ");
  syn_html_append_format (out, g_dngettext (GETTEXT_PACKAGE, "%u origin", "%u origins", claim->n_origins),
                          claim->n_origins);
  if (time != NULL)
    {
      syn_html_append_format (out, " · %s, ", record->annotator != NULL ? record->annotator : "");
      syn_html_append_time (out, time);
    }
  append_tags (out, record);
  g_string_append (out, "</p>\n");
  append_conflict_lines (out, set, claim);
  append_sayings (out, set, claim);
  append_record (out, record);
  append_comments (out, record);
  g_string_append (out, "</section>\n");
}

static void
write_html (const SynExportSet *set, GString *out)
{
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (set->comparison, &n);

  append_head (out, set);
  append_summary (out, set);
  append_legend (out);
  g_string_append (out, "<h2>");
  syn_html_append (out, _ ("Side by side"));
  g_string_append (out, "</h2>\n");
  syn_html_append_rows (out, set);
  g_string_append (out, "<h2>");
  syn_html_append (out, _ ("Claims"));
  g_string_append (out, "</h2>\n");
  for (guint i = 0; i < n; i++)
    if (syn_export_set_includes (set, i))
      append_claim (out, set, i, &claims[i]);
  append_struck (out, set);
  g_string_append (out, "</body>\n</html>\n");
}

static void
count_nodes (xmlNode *node, guint *sections, gboolean *active)
{
  for (; node != NULL; node = node->next)
    {
      g_autofree char *class = NULL;
      xmlChar *value;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      *active |= xmlStrEqual (node->name, BAD_CAST "script") || xmlStrEqual (node->name, BAD_CAST "img")
                 || xmlStrEqual (node->name, BAD_CAST "link") || xmlStrEqual (node->name, BAD_CAST "a");
      value = xmlGetProp (node, BAD_CAST "class");
      class = g_strdup ((const char *) value);
      xmlFree (value);
      *sections += g_strcmp0 (class, "claim") == 0;
      count_nodes (node->children, sections, active);
    }
}

static gboolean
check_html (const SynExportSet *set, GBytes *bytes, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  htmlDocPtr document = htmlReadMemory (text, size, NULL, "UTF-8",
                                        HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                                            | HTML_PARSE_RECOVER);
  guint sections = 0;
  gboolean active = FALSE;

  if (document != NULL)
    count_nodes (xmlDocGetRootElement (document), &sections, &active);
  xmlFreeDoc (document);
  if (document == NULL || active || sections != syn_export_set_count (set))
    {
      g_set_error (error, SYN_ERROR, SYN_ERROR_FORMAT, _ ("%u of %u claims could be read back"), sections,
                   syn_export_set_count (set));
      return FALSE;
    }
  return TRUE;
}

const SynExporter syn_exporter_html = {
  .id = "html",
  .label = N_ ("Report (HTML)"),
  .extension = "html",
  .mime = "text/html",
  .losses = N_ ("A report is for reading: kept files of evidence, history and the places of the words in the "
                "original files are left out."),
  .write = write_html,
  .check = check_html,
};
