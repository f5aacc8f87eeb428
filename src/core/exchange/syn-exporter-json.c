/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "syn-annotated-set.h"
#include "syn-error.h"
#include "syn-json-build.h"

/* "synoptic-annotated-set" version 1: everything that is needed to open the set again, see
 * syn_annotated_set_parse().  Offsets are code points of the article's text. */

static void
add_article (JsonBuilder *builder, SynArticle *article)
{
  GBytes *bytes = syn_article_get_bytes (article);

  json_builder_begin_object (builder);
  syn_json_set_string (builder, "id", syn_article_get_id (article));
  syn_json_set_string (builder, "path", syn_article_get_path (article));
  syn_json_set_string (builder, "title", syn_article_get_title (article));
  syn_json_set_string (builder, "outlet", syn_article_get_outlet (article));
  syn_json_set_string (builder, "byline", syn_article_get_byline (article));
  syn_json_set_string (builder, "published", syn_article_get_published (article));
  syn_json_set_string (builder, "url", syn_article_get_url (article));
  syn_json_set_string (builder, "language", syn_article_get_language (article));
  syn_json_set_string (builder, "sha256", syn_article_get_sha256 (article));
  syn_json_set_uint (builder, "index_in_file", syn_article_get_index_in_file (article));
  syn_json_set_string (builder, "text", syn_article_get_text (article));
  if (bytes != NULL)
    {
      gsize size;
      const guchar *data = g_bytes_get_data (bytes, &size);
      g_autofree char *original = g_base64_encode (data, size);

      syn_json_set_string (builder, "original", original);
    }
  json_builder_end_object (builder);
}

static void
add_statement (JsonBuilder *builder, const SynExportSet *set, const SynClaim *claim, guint statement)
{
  const SynStatement *s = syn_comparison_get_statement (set->comparison, statement);
  SynArticle *article = syn_comparison_get_article (set->comparison, s->article);
  g_autofree char *id = syn_comparison_dup_statement_id (set->comparison, statement);
  g_autofree char *speaker = syn_article_dup_span (article, syn_claim_get_speaker (claim, s, statement));
  g_auto (SynQuotePlace) place = { 0 };

  syn_quote_place_init (&place, article, s->span);
  json_builder_begin_object (builder);
  syn_json_set_string (builder, "id", id);
  syn_json_set_string (builder, "article", syn_article_get_id (article));
  syn_json_set_uint (builder, "start", place.start);
  syn_json_set_uint (builder, "end", place.end);
  syn_json_set_string (builder, "quote", place.quote);
  syn_json_set_string (builder, "prefix", place.prefix);
  syn_json_set_string (builder, "suffix", place.suffix);
  syn_json_set_string (builder, "stance",
                       syn_stance_to_string (syn_comparison_get_stance (set->comparison, claim, s->article)));
  syn_json_set_string (builder, "speaker", speaker[0] != '\0' ? speaker : NULL);
  json_builder_end_object (builder);
}

static void
add_anchor (JsonBuilder *builder, const SynExportSet *set, const SynAnchor *anchor)
{
  SynArticle *article = syn_export_set_find_article (set, anchor->article_key, anchor->path);

  if (article == NULL)
    return;
  json_builder_begin_object (builder);
  syn_json_set_string (builder, "article", syn_article_get_id (article));
  syn_json_set_uint (builder, "start", anchor->start);
  syn_json_set_uint (builder, "end", anchor->end);
  syn_json_set_string (builder, "quote", anchor->quote);
  syn_json_set_string (builder, "prefix", anchor->prefix);
  syn_json_set_string (builder, "suffix", anchor->suffix);
  json_builder_end_object (builder);
}

static gboolean
has_article (const SynExportSet *set, const SynAnchor *anchor)
{
  return syn_export_set_find_article (set, anchor->article_key, anchor->path) != NULL;
}

static void
add_evidence (JsonBuilder *builder, const SynExportSet *set, const GPtrArray *evidence)
{
  json_builder_set_member_name (builder, "evidence");
  json_builder_begin_array (builder);
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      const SynEvidence *item = g_ptr_array_index ((GPtrArray *) evidence, i);
      g_autofree char *time = syn_export_dup_time (item->time);

      json_builder_begin_object (builder);
      syn_json_set_string (builder, "kind", item->kind);
      syn_json_set_string (builder, "target", item->target);
      syn_json_set_string (builder, "label", item->label);
      syn_json_set_string (builder, "sha256", item->sha256);
      syn_json_set_string (builder, "time", time);
      if (item->anchor != NULL && has_article (set, item->anchor))
        {
          json_builder_set_member_name (builder, "place");
          add_anchor (builder, set, item->anchor);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_tags (JsonBuilder *builder, const GPtrArray *tags)
{
  json_builder_set_member_name (builder, "tags");
  json_builder_begin_array (builder);
  for (guint i = 0; tags != NULL && i < tags->len; i++)
    {
      const SynTag *tag = tags->pdata[i];

      json_builder_begin_object (builder);
      syn_json_set_string (builder, "id", tag->id);
      syn_json_set_string (builder, "name", tag->name);
      syn_json_set_string (builder, "scale", tag->scale);
      if (tag->key != 0)
        syn_json_set_uint (builder, "key", tag->key);
      if (tag->retired)
        {
          json_builder_set_member_name (builder, "retired");
          json_builder_add_boolean_value (builder, TRUE);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_own_stances (JsonBuilder *builder, const SynExportSet *set, const SynClaimRecord *record)
{
  json_builder_set_member_name (builder, "stances");
  json_builder_begin_array (builder);
  for (guint i = 0; record != NULL && i < record->stances->len; i++)
    {
      const SynOwnStance *own = record->stances->pdata[i];
      SynArticle *article = syn_export_set_find_article (set, own->article_key, own->path);
      g_autofree char *time = syn_export_dup_time (own->time);

      if (article == NULL)
        continue;
      json_builder_begin_object (builder);
      syn_json_set_string (builder, "article", syn_article_get_id (article));
      syn_json_set_string (builder, "stance", syn_stance_to_string (own->stance));
      syn_json_set_string (builder, "annotator", own->annotator);
      syn_json_set_string (builder, "time", time);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_comments (JsonBuilder *builder, const GPtrArray *comments)
{
  json_builder_set_member_name (builder, "comments");
  json_builder_begin_array (builder);
  for (guint i = 0; comments != NULL && i < comments->len; i++)
    {
      const SynComment *comment = comments->pdata[i];
      g_autofree char *time = syn_export_dup_time (comment->time);

      json_builder_begin_object (builder);
      syn_json_set_string (builder, "id", comment->id);
      syn_json_set_string (builder, "parent", comment->parent);
      syn_json_set_string (builder, "annotator", comment->annotator);
      syn_json_set_string (builder, "time", time);
      syn_json_set_string (builder, "text", comment->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* What the reader said of a claim, besides its verdict, note and evidence. */
static void
add_sayings (JsonBuilder *builder, const SynExportSet *set, const SynClaimRecord *record)
{
  json_builder_set_member_name (builder, "settled");
  json_builder_add_boolean_value (builder, record != NULL && record->settled);
  add_tags (builder, record != NULL ? record->tags : NULL);
  add_own_stances (builder, set, record);
  add_comments (builder, record != NULL ? record->comments : NULL);
}

/* Whether the reader chose the statements one by one, and whether the claim was hers from the beginning: what a claim
 * of the program becomes in another workspace depends on it. */
static void
add_origin (JsonBuilder *builder, const SynClaimRecord *record)
{
  json_builder_set_member_name (builder, "chosen");
  json_builder_add_boolean_value (builder, record != NULL && record->exact);
  json_builder_set_member_name (builder, "made");
  json_builder_add_boolean_value (builder, record != NULL && record->summary == NULL);
}

/* A claim that is not shown: struck out, or part of another one. */
static void
add_hidden (JsonBuilder *builder, const SynExportSet *set, const SynClaimRecord *record)
{
  g_autofree char *time = syn_export_dup_time (record->time);

  json_builder_begin_object (builder);
  syn_json_set_string (builder, "id", record->id);
  syn_json_set_string (builder, "summary", record->summary);
  syn_json_set_string (builder, "wording", record->wording);
  syn_json_set_string (builder, "verdict", syn_verdict_to_string (record->verdict));
  syn_json_set_string (builder, "note", record->note);
  syn_json_set_string (builder, "annotator", record->annotator);
  syn_json_set_string (builder, "time", time);
  json_builder_set_member_name (builder, "own");
  json_builder_add_boolean_value (builder, record->exact);
  add_origin (builder, record);
  syn_json_set_string (builder, "merged", record->merged);
  json_builder_set_member_name (builder, "statements");
  json_builder_begin_array (builder);
  for (guint k = 0; k < record->anchors->len; k++)
    add_anchor (builder, set, record->anchors->pdata[k]);
  json_builder_end_array (builder);
  add_evidence (builder, set, record->evidence);
  add_sayings (builder, set, record);
  json_builder_end_object (builder);
}

static void
add_all_hidden (JsonBuilder *builder, const SynExportSet *set)
{
  g_autoptr (GPtrArray) struck = syn_export_set_list_struck (set);
  g_autoptr (GPtrArray) merged = syn_export_set_list_merged (set);

  json_builder_set_member_name (builder, "not_claims");
  json_builder_begin_array (builder);
  for (guint i = 0; i < struck->len; i++)
    add_hidden (builder, set, struck->pdata[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "merged_claims");
  json_builder_begin_array (builder);
  for (guint i = 0; i < merged->len; i++)
    add_hidden (builder, set, merged->pdata[i]);
  json_builder_end_array (builder);
}

static void
add_pairs (JsonBuilder *builder, const SynExportSet *set, const GPtrArray *pairs)
{
  json_builder_set_member_name (builder, "pairs");
  json_builder_begin_array (builder);
  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    {
      const SynPairRecord *pair = pairs->pdata[i];
      g_autofree char *time = syn_export_dup_time (pair->time);

      if (pair->anchors->len != 2 || !has_article (set, pair->anchors->pdata[0])
          || !has_article (set, pair->anchors->pdata[1]))
        continue;
      json_builder_begin_object (builder);
      syn_json_set_string (builder, "id", pair->id);
      syn_json_set_string (builder, "kind", syn_pair_kind_to_string (pair->kind));
      syn_json_set_string (builder, "conflict", pair->key);
      syn_json_set_string (builder, "reason", pair->reason);
      syn_json_set_string (builder, "annotator", pair->annotator);
      syn_json_set_string (builder, "time", time);
      json_builder_set_member_name (builder, "statements");
      json_builder_begin_array (builder);
      add_anchor (builder, set, pair->anchors->pdata[0]);
      add_anchor (builder, set, pair->anchors->pdata[1]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_moves (JsonBuilder *builder, const SynExportSet *set, const GPtrArray *moves)
{
  json_builder_set_member_name (builder, "moves");
  json_builder_begin_array (builder);
  for (guint i = 0; moves != NULL && i < moves->len; i++)
    {
      const SynMoveRecord *move = moves->pdata[i];
      SynArticle *article = syn_export_set_find_article (set, move->article_key, move->path);
      SynArticle *companion = syn_export_set_find_article (set, move->companion_key, move->companion_path);
      g_autofree char *time = syn_export_dup_time (move->time);

      if (article == NULL || companion == NULL)
        continue;
      json_builder_begin_object (builder);
      syn_json_set_string (builder, "article", syn_article_get_id (article));
      syn_json_set_string (builder, "with", syn_article_get_id (companion));
      syn_json_set_string (builder, "annotator", move->annotator);
      syn_json_set_string (builder, "time", time);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* What the reader decided besides claims, and which articles belong together in consequence. */
static void
add_kept (JsonBuilder *builder, const SynExportSet *set)
{
  const SynKept *kept = set->kept;

  add_tags (builder, kept != NULL ? kept->tags : NULL);
  add_pairs (builder, set, kept != NULL ? kept->pairs : NULL);
  add_moves (builder, set, kept != NULL ? kept->moves : NULL);
}

static void
add_stories (JsonBuilder *builder, const SynExportSet *set)
{
  SynStories *stories = syn_comparison_get_stories (set->comparison);

  if (stories == NULL)
    return;
  json_builder_set_member_name (builder, "stories");
  json_builder_begin_array (builder);
  for (guint i = 0; i < syn_stories_get_n (stories); i++)
    {
      const SynStory *story = syn_stories_get (stories, i);

      json_builder_begin_object (builder);
      syn_json_set_string (builder, "id", story->id);
      syn_json_set_string (builder, "title", story->title);
      json_builder_set_member_name (builder, "articles");
      json_builder_begin_array (builder);
      for (guint k = 0; k < story->articles->len; k++)
        json_builder_add_string_value (
            builder, syn_article_get_id (syn_corpus_get_article (syn_stories_get_corpus (stories),
                                                                 g_array_index (story->articles, guint, k))));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_values (JsonBuilder *builder, const SynExportSet *set, const SynClaim *claim)
{
  json_builder_set_member_name (builder, "values");
  json_builder_begin_array (builder);
  for (guint i = 0; i < claim->values->len; i++)
    {
      const SynValue *value = &g_array_index (claim->values, SynValue, i);
      g_autofree char *id = syn_comparison_dup_statement_id (set->comparison, value->statement);

      json_builder_begin_object (builder);
      syn_json_set_string (builder, "text", value->text);
      syn_json_set_uint (builder, "group", value->group);
      syn_json_set_string (builder, "statement", id);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_claim (JsonBuilder *builder, const SynExportSet *set, guint index, const SynClaim *claim)
{
  const SynClaimRecord *record = syn_export_set_find_record (set, index);
  g_autofree char *id = syn_export_set_dup_claim_id (set, index);
  g_autofree char *time = syn_export_dup_time (record != NULL ? record->time : 0);

  json_builder_begin_object (builder);
  syn_json_set_string (builder, "id", id);
  syn_json_set_string (builder, "summary", claim->summary);
  syn_json_set_string (builder, "wording", record != NULL ? record->wording : NULL);
  syn_json_set_string (builder, "verdict", syn_verdict_to_string (syn_export_set_get_verdict (set, index)));
  syn_json_set_string (builder, "note", record != NULL ? record->note : NULL);
  syn_json_set_string (builder, "annotator", record != NULL ? record->annotator : NULL);
  syn_json_set_string (builder, "time", time);
  json_builder_set_member_name (builder, "own");
  json_builder_add_boolean_value (builder, claim->own);
  add_origin (builder, record);
  syn_json_set_uint (builder, "sources", claim->n_sources);
  syn_json_set_uint (builder, "origins", claim->n_origins);
  syn_json_set_string (builder, "origin_reason", claim->origin_reason);
  json_builder_set_member_name (builder, "statements");
  json_builder_begin_array (builder);
  for (guint i = 0; i < claim->statements->len; i++)
    add_statement (builder, set, claim, g_array_index (claim->statements, guint, i));
  json_builder_end_array (builder);
  add_values (builder, set, claim);
  add_evidence (builder, set, record != NULL ? record->evidence : NULL);
  add_sayings (builder, set, record);
  json_builder_end_object (builder);
}

static void
set_statement (JsonBuilder *builder, const SynExportSet *set, const char *name, guint statement)
{
  g_autofree char *id = syn_comparison_dup_statement_id (set->comparison, statement);

  syn_json_set_string (builder, name, id);
}

static void
add_span (JsonBuilder *builder, const SynExportSet *set, const char *name, guint statement, SynSpan span)
{
  const SynStatement *s = syn_comparison_get_statement (set->comparison, statement);
  SynArticle *article = syn_comparison_get_article (set->comparison, s->article);

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, syn_article_offset_to_chars (article, span.start));
  json_builder_add_int_value (builder, syn_article_offset_to_chars (article, span.end));
  json_builder_end_array (builder);
}

static void
add_matches (JsonBuilder *builder, const SynExportSet *set)
{
  guint n;
  const SynMatch *matches = syn_comparison_get_matches (set->comparison, &n);

  json_builder_set_member_name (builder, "matches");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      if (matches[i].tier > SYN_TIER_LIKELY)
        continue;
      json_builder_begin_object (builder);
      set_statement (builder, set, "a", matches[i].a);
      set_statement (builder, set, "b", matches[i].b);
      syn_json_set_string (builder, "kind", syn_match_kind_to_string (matches[i].kind));
      syn_json_set_string (builder, "tier", syn_tier_to_string (matches[i].tier));
      json_builder_set_member_name (builder, "own");
      json_builder_add_boolean_value (builder, matches[i].own);
      syn_json_set_string (builder, "reason", matches[i].reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_conflicts (JsonBuilder *builder, const SynExportSet *set)
{
  guint n;
  const SynConflict *conflicts = syn_comparison_get_conflicts (set->comparison, &n);

  json_builder_set_member_name (builder, "conflicts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      if (conflicts[i].tier > SYN_TIER_LIKELY)
        continue;
      json_builder_begin_object (builder);
      set_statement (builder, set, "a", conflicts[i].a);
      set_statement (builder, set, "b", conflicts[i].b);
      syn_json_set_string (builder, "type", syn_conflict_type_to_string (conflicts[i].type));
      syn_json_set_string (builder, "strength", syn_strength_to_string (conflicts[i].strength));
      syn_json_set_string (builder, "topic", conflicts[i].topic);
      add_span (builder, set, "a_span", conflicts[i].a, conflicts[i].a_span);
      add_span (builder, set, "b_span", conflicts[i].b, conflicts[i].b_span);
      syn_json_set_string (builder, "reason", conflicts[i].reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
write_json (const SynExportSet *set, GString *out)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (set->comparison, &n);

  json_builder_begin_object (builder);
  syn_json_set_string (builder, "format", SYN_ANNOTATED_SET_FORMAT);
  syn_json_set_uint (builder, "version", SYN_ANNOTATED_SET_VERSION);
  syn_json_set_string (builder, "title", set->title);
  syn_json_set_string (builder, "generated", set->generated);
  json_builder_set_member_name (builder, "articles");
  json_builder_begin_array (builder);
  for (guint i = 0; i < syn_comparison_get_n_articles (set->comparison); i++)
    add_article (builder, syn_comparison_get_article (set->comparison, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "claims");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    if (syn_export_set_includes (set, i))
      add_claim (builder, set, i, &claims[i]);
  json_builder_end_array (builder);
  add_all_hidden (builder, set);
  add_kept (builder, set);
  add_stories (builder, set);
  add_matches (builder, set);
  add_conflicts (builder, set);
  json_builder_end_object (builder);
  syn_json_finish (builder, out);
}

static gboolean
check_json (const SynExportSet *set, GBytes *bytes, GError **error)
{
  g_autoptr (SynAnnotatedSet) read = syn_annotated_set_parse (bytes, error);
  g_autoptr (GPtrArray) struck = syn_export_set_list_struck (set);
  g_autoptr (GPtrArray) merged = syn_export_set_list_merged (set);
  guint expected = syn_export_set_count (set) + struck->len + merged->len;

  if (read == NULL)
    return FALSE;
  if (read->records->len != expected
      || syn_corpus_get_n_articles (read->corpus) != syn_comparison_get_n_articles (set->comparison))
    {
      g_set_error (error, SYN_ERROR, SYN_ERROR_FORMAT, _ ("%u of %u claims could be read back"), read->records->len,
                   expected);
      return FALSE;
    }
  return TRUE;
}

const SynExporter syn_exporter_json = {
  .id = "json",
  .label = N_ ("Annotated set (JSON)"),
  .extension = "json",
  .mime = "application/json",
  .losses = N_ ("Kept files of evidence are named but not included, and the history stays in the workspace."),
  .write = write_json,
  .check = check_json,
};
