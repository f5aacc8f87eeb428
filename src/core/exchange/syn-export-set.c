/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-export-set.h"

#define CONTEXT_CHARS 32

void
syn_quote_place_clear (SynQuotePlace *place)
{
  g_clear_pointer (&place->quote, g_free);
  g_clear_pointer (&place->prefix, g_free);
  g_clear_pointer (&place->suffix, g_free);
}

void
syn_quote_place_init (SynQuotePlace *place, SynArticle *article, SynSpan span)
{
  gsize length = syn_article_get_length (article);
  guint32 total = syn_article_offset_to_chars (article, length);
  guint32 before, after;

  place->start = syn_article_offset_to_chars (article, span.start);
  place->end = syn_article_offset_to_chars (article, span.end);
  before = place->start > CONTEXT_CHARS ? place->start - CONTEXT_CHARS : 0;
  after = MIN (place->end + CONTEXT_CHARS, total);
  place->quote = syn_article_dup_span (article, span);
  place->prefix = syn_article_dup_span (
      article, (SynSpan){ syn_article_chars_to_offset (article, before), span.start });
  place->suffix = syn_article_dup_span (
      article, (SynSpan){ span.end, syn_article_chars_to_offset (article, after) });
}

static const SynClaim *
get_claim (const SynExportSet *set, guint claim)
{
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (set->comparison, &n);

  g_assert (claim < n);
  return &claims[claim];
}

const SynClaimRecord *
syn_export_set_find_record (const SynExportSet *set, guint claim)
{
  const char *id = get_claim (set, claim)->id;

  if (id == NULL || set->records == NULL)
    return NULL;
  for (guint i = 0; i < set->records->len; i++)
    {
      const SynClaimRecord *record = g_ptr_array_index (set->records, i);

      if (g_strcmp0 (record->id, id) == 0)
        return record;
    }
  return NULL;
}

SynVerdict
syn_export_set_get_verdict (const SynExportSet *set, guint claim)
{
  const SynClaimRecord *record = syn_export_set_find_record (set, claim);

  return record != NULL ? record->verdict : SYN_VERDICT_OPEN;
}

gboolean
syn_export_set_includes (const SynExportSet *set, guint claim)
{
  return !set->tagged_only || !syn_claim_record_is_open (syn_export_set_find_record (set, claim));
}

const char *
syn_export_set_get_status (const SynExportSet *set, guint claim)
{
  const SynClaimRecord *record = syn_export_set_find_record (set, claim);

  if (syn_claim_record_is_open (record))
    return "open";
  return record->settled ? "nothing-to-decide" : "ruled";
}

SynArticle *
syn_export_set_find_article (const SynExportSet *set, const char *key, const char *path)
{
  SynArticle *same_bytes = NULL;

  for (guint i = 0; i < syn_comparison_get_n_articles (set->comparison); i++)
    {
      SynArticle *article = syn_comparison_get_article (set->comparison, i);
      const char *sha256 = syn_article_get_sha256 (article);
      const guint index = syn_article_get_index_in_file (article);
      g_autofree char *own = index == 0 ? g_strdup (sha256) : g_strdup_printf ("%s#%u", sha256, index);

      if (g_strcmp0 (own, key) != 0)
        continue;
      if (g_strcmp0 (syn_article_get_path (article), path) == 0)
        return article;
      same_bytes = article;
    }
  return same_bytes;
}

/* (transfer container): of @set's articles, the records of claims that are not shown. */
static GPtrArray *
list_hidden (const SynExportSet *set, gboolean merged)
{
  GPtrArray *hidden = g_ptr_array_new ();

  for (guint i = 0; set->records != NULL && i < set->records->len; i++)
    {
      SynClaimRecord *record = g_ptr_array_index (set->records, i);
      gboolean here = FALSE;

      if (merged ? record->merged == NULL : !record->removed || record->merged != NULL)
        continue;
      for (guint k = 0; k < record->anchors->len && !here; k++)
        {
          const SynAnchor *anchor = record->anchors->pdata[k];

          here = syn_export_set_find_article (set, anchor->article_key, anchor->path) != NULL;
        }
      if (here)
        g_ptr_array_add (hidden, record);
    }
  return hidden;
}

GPtrArray *
syn_export_set_list_struck (const SynExportSet *set)
{
  return list_hidden (set, FALSE);
}

GPtrArray *
syn_export_set_list_merged (const SynExportSet *set)
{
  return list_hidden (set, TRUE);
}

char *
syn_export_dup_tags (const SynClaimRecord *record)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; record != NULL && i < record->tags->len; i++)
    {
      const SynTag *tag = record->tags->pdata[i];

      if (text->len > 0)
        g_string_append (text, "; ");
      if (tag->scale != NULL)
        g_string_append_printf (text, "%s: ", tag->scale);
      g_string_append (text, tag->name);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

gboolean
syn_export_is_own_stance (const SynClaim *claim, guint article)
{
  for (guint i = 0; claim->own_stances != NULL && i < claim->own_stances->len; i++)
    if (g_array_index (claim->own_stances, guint, i) == article)
      return TRUE;
  return FALSE;
}

guint
syn_export_set_count (const SynExportSet *set)
{
  guint n, count = 0;

  syn_comparison_get_claims (set->comparison, &n);
  for (guint i = 0; i < n; i++)
    count += syn_export_set_includes (set, i);
  return count;
}

const char *
syn_export_set_get_wording (const SynExportSet *set, guint claim)
{
  const SynClaimRecord *record = syn_export_set_find_record (set, claim);

  return record != NULL && record->wording != NULL ? record->wording : get_claim (set, claim)->summary;
}

char *
syn_export_set_dup_claim_id (const SynExportSet *set, guint claim)
{
  const SynClaim *self = get_claim (set, claim);
  const SynClaimRecord *record = syn_export_set_find_record (set, claim);
  g_autoptr (GChecksum) checksum = NULL;

  /* What was taken back again leaves no trace in an export. */
  if (self->id != NULL && (record == NULL || !syn_claim_record_is_plain (record)))
    return g_strdup (self->id);
  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  for (guint i = 0; i < self->statements->len; i++)
    {
      guint statement = g_array_index (self->statements, guint, i);
      const SynStatement *s = syn_comparison_get_statement (set->comparison, statement);
      SynArticle *article = syn_comparison_get_article (set->comparison, s->article);
      g_autofree char *text = syn_article_dup_span (article, s->span);

      g_checksum_update (checksum, (const guchar *) syn_article_get_sha256 (article), -1);
      g_checksum_update (checksum, (const guchar *) text, -1);
    }
  return g_strndup (g_checksum_get_string (checksum), 32);
}

char *
syn_export_dup_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = NULL;

  if (seconds == 0)
    return NULL;
  time = g_date_time_new_from_unix_utc (seconds);
  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

const char *
syn_stance_to_string (SynStance stance)
{
  switch (stance)
    {
    case SYN_STANCE_SILENT:
      return "silent";
    case SYN_STANCE_SAYS:
      return "says";
    case SYN_STANCE_ATTRIBUTES:
      return "attributes";
    case SYN_STANCE_DENIES:
      return "denies";
    }
  g_assert_not_reached ();
}
