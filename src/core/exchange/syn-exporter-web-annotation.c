/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "syn-error.h"
#include "syn-json-build.h"

/* W3C Web Annotation Data Model (Recommendation, 23 February 2017): a collection with one page; one annotation per
 * claim, one target per statement, each with a text position and a text quote selector. */

static void
add_body (JsonBuilder *builder, const char *purpose, const char *value)
{
  if (value == NULL || value[0] == '\0')
    return;
  json_builder_begin_object (builder);
  syn_json_set_string (builder, "type", "TextualBody");
  syn_json_set_string (builder, "purpose", purpose);
  syn_json_set_string (builder, "format", "text/plain");
  syn_json_set_string (builder, "value", value);
  json_builder_end_object (builder);
}

static void
add_link_body (JsonBuilder *builder, const SynEvidence *evidence)
{
  g_autofree char *scheme = evidence->target != NULL ? g_uri_parse_scheme (evidence->target) : NULL;

  if (scheme == NULL)
    {
      add_body (builder, "commenting", evidence->label != NULL ? evidence->label : evidence->target);
      return;
    }
  json_builder_begin_object (builder);
  syn_json_set_string (builder, "type", "SpecificResource");
  syn_json_set_string (builder, "purpose", "linking");
  syn_json_set_string (builder, "source", evidence->target);
  json_builder_end_object (builder);
}

static void
add_comment_body (JsonBuilder *builder, const SynComment *comment)
{
  g_autofree char *time = syn_export_dup_time (comment->time);

  json_builder_begin_object (builder);
  syn_json_set_string (builder, "type", "TextualBody");
  syn_json_set_string (builder, "purpose", comment->parent != NULL ? "replying" : "commenting");
  syn_json_set_string (builder, "format", "text/plain");
  syn_json_set_string (builder, "value", comment->text);
  syn_json_set_string (builder, "created", time);
  if (comment->annotator != NULL)
    {
      json_builder_set_member_name (builder, "creator");
      json_builder_begin_object (builder);
      syn_json_set_string (builder, "type", "Person");
      syn_json_set_string (builder, "name", comment->annotator);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_saying_bodies (JsonBuilder *builder, const SynClaimRecord *record)
{
  if (record->settled)
    add_body (builder, "tagging", "nothing-to-decide");
  for (guint i = 0; i < record->tags->len; i++)
    {
      const SynTag *tag = record->tags->pdata[i];
      g_autofree char *value
          = tag->scale != NULL ? g_strdup_printf ("%s: %s", tag->scale, tag->name) : g_strdup (tag->name);

      add_body (builder, "tagging", value);
    }
  for (guint i = 0; i < record->comments->len; i++)
    add_comment_body (builder, record->comments->pdata[i]);
}

static void
add_bodies (JsonBuilder *builder, const SynExportSet *set, guint claim)
{
  const SynClaimRecord *record = syn_export_set_find_record (set, claim);
  SynVerdict verdict = syn_export_set_get_verdict (set, claim);

  json_builder_set_member_name (builder, "body");
  json_builder_begin_array (builder);
  add_body (builder, "describing", syn_export_set_get_wording (set, claim));
  if (verdict != SYN_VERDICT_OPEN)
    add_body (builder, "tagging", syn_verdict_to_string (verdict));
  if (record != NULL)
    {
      add_body (builder, "commenting", record->note);
      for (guint i = 0; record->evidence != NULL && i < record->evidence->len; i++)
        add_link_body (builder, g_ptr_array_index (record->evidence, i));
      add_saying_bodies (builder, record);
    }
  json_builder_end_array (builder);
}

static void
add_selectors (JsonBuilder *builder, const SynQuotePlace *place)
{
  json_builder_set_member_name (builder, "selector");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  syn_json_set_string (builder, "type", "TextPositionSelector");
  syn_json_set_uint (builder, "start", place->start);
  syn_json_set_uint (builder, "end", place->end);
  json_builder_end_object (builder);
  json_builder_begin_object (builder);
  syn_json_set_string (builder, "type", "TextQuoteSelector");
  syn_json_set_string (builder, "exact", place->quote);
  syn_json_set_string (builder, "prefix", place->prefix);
  syn_json_set_string (builder, "suffix", place->suffix);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
}

/* A source must be an IRI: the article's address, else the hash of its bytes (RFC 6920 names are for base64url). */
static char *
dup_source (SynArticle *article)
{
  const char *url = syn_article_get_url (article);

  if (url != NULL && g_uri_is_valid (url, G_URI_FLAGS_NONE, NULL))
    return g_strdup (url);
  return g_strdup_printf ("urn:sha256:%s", syn_article_get_sha256 (article));
}

static void
add_target (JsonBuilder *builder, const SynExportSet *set, guint statement)
{
  const SynStatement *s = syn_comparison_get_statement (set->comparison, statement);
  SynArticle *article = syn_comparison_get_article (set->comparison, s->article);
  g_autofree char *source = dup_source (article);
  g_autofree char *scope = syn_article_dup_source_name (article);
  g_auto (SynQuotePlace) place = { 0 };

  syn_quote_place_init (&place, article, s->span);
  json_builder_begin_object (builder);
  syn_json_set_string (builder, "type", "SpecificResource");
  syn_json_set_string (builder, "source", source);
  syn_json_set_string (builder, "syn:outlet", scope);
  add_selectors (builder, &place);
  json_builder_end_object (builder);
}

static void
add_annotation (JsonBuilder *builder, const SynExportSet *set, guint index, const SynClaim *claim)
{
  const SynClaimRecord *record = syn_export_set_find_record (set, index);
  g_autofree char *id = syn_export_set_dup_claim_id (set, index);
  g_autofree char *urn = g_strdup_printf (g_uuid_string_is_valid (id) ? "urn:uuid:%s" : "urn:synoptic:claim:%s", id);
  g_autofree char *time = syn_export_dup_time (record != NULL ? record->time : 0);

  json_builder_begin_object (builder);
  syn_json_set_string (builder, "id", urn);
  syn_json_set_string (builder, "type", "Annotation");
  syn_json_set_string (builder, "motivation",
                       syn_claim_record_is_open (record) ? "identifying" : "assessing");
  syn_json_set_string (builder, "modified", time);
  if (record != NULL && record->annotator != NULL)
    {
      json_builder_set_member_name (builder, "creator");
      json_builder_begin_object (builder);
      syn_json_set_string (builder, "type", "Person");
      syn_json_set_string (builder, "name", record->annotator);
      json_builder_end_object (builder);
    }
  add_bodies (builder, set, index);
  json_builder_set_member_name (builder, "target");
  json_builder_begin_array (builder);
  for (guint i = 0; i < claim->statements->len; i++)
    add_target (builder, set, g_array_index (claim->statements, guint, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_context (JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "@context");
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, "http://www.w3.org/ns/anno.jsonld");
  json_builder_begin_object (builder);
  syn_json_set_string (builder, "syn", "https://synoptic-reader.github.io/ns#");
  json_builder_end_object (builder);
  json_builder_end_array (builder);
}

static void
write_web_annotation (const SynExportSet *set, GString *out)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (set->comparison, &n);

  json_builder_begin_object (builder);
  add_context (builder);
  syn_json_set_string (builder, "id", "urn:synoptic:collection");
  syn_json_set_string (builder, "type", "AnnotationCollection");
  syn_json_set_string (builder, "label", set->title);
  syn_json_set_string (builder, "generated", set->generated);
  syn_json_set_uint (builder, "total", syn_export_set_count (set));
  json_builder_set_member_name (builder, "first");
  json_builder_begin_object (builder);
  syn_json_set_string (builder, "id", "urn:synoptic:collection:page1");
  syn_json_set_string (builder, "type", "AnnotationPage");
  syn_json_set_uint (builder, "startIndex", 0);
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    if (syn_export_set_includes (set, i))
      add_annotation (builder, set, i, &claims[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  syn_json_finish (builder, out);
}

static guint
count_targets (JsonArray *items)
{
  guint targets = 0;

  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonArray *target = syn_json_get_array (json_array_get_object_element (items, i), "target");

      targets += target != NULL ? json_array_get_length (target) : 0;
    }
  return targets;
}

static gboolean
check_web_annotation (const SynExportSet *set, GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *first;
  JsonArray *items;
  guint n, targets = 0;
  const SynClaim *claims = syn_comparison_get_claims (set->comparison, &n);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  if (!json_parser_load_from_data (parser, text, size, error))
    return FALSE;
  first = json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), "first");
  items = syn_json_get_array (first, "items");
  for (guint i = 0; i < n; i++)
    if (syn_export_set_includes (set, i))
      targets += claims[i].statements->len;
  if (items == NULL || json_array_get_length (items) != syn_export_set_count (set) || count_targets (items) != targets)
    {
      g_set_error (error, SYN_ERROR, SYN_ERROR_FORMAT, _ ("%u of %u claims could be read back"),
                   items != NULL ? json_array_get_length (items) : 0, syn_export_set_count (set));
      return FALSE;
    }
  return TRUE;
}

const SynExporter syn_exporter_web_annotation = {
  .id = "web-annotation",
  .label = N_ ("W3C Web Annotation (JSON-LD)"),
  .extension = "jsonld",
  .mime = "application/ld+json",
  .losses = N_ ("Web annotations point at the articles: their texts, the matches and the conflicts between statements, "
                "and what was struck out as no claim are left out."),
  .write = write_web_annotation,
  .check = check_web_annotation,
};
