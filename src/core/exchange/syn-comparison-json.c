/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/syn-comparison-json.h"

#include <stdlib.h>

#include "exchange/syn-json-build.h"

/* Written by hand: a generator would build a tree of the whole first, and a thousand articles have
 * hundreds of thousands of pairs. */
typedef struct
{
  SynComparison *comparison;
  GString *out; /* what is not written yet */
  SynJsonWrite write;
  gpointer user_data;
} Writer;

/* So much is gathered before it is written. */
#define PIECE (64 * 1024)

static void
flush (Writer *self)
{
  self->write (self->out->str, self->out->len, self->user_data);
  g_string_truncate (self->out, 0);
}

/* Before item @i of a list. */
static void
begin_item (Writer *self, guint i)
{
  if (i > 0)
    g_string_append_c (self->out, ',');
  if (self->out->len >= PIECE)
    flush (self);
}

static void
put_uint (GString *out, guint value)
{
  char digits[12];
  guint at = sizeof digits;

  do
    digits[--at] = '0' + value % 10;
  while ((value /= 10) > 0);
  g_string_append_len (out, digits + at, sizeof digits - at);
}

/* Whether a byte stands for itself inside a string. */
static inline gboolean
is_plain (guchar c)
{
  return c >= 0x20 && c != 0x7f && c != '"' && c != '\\';
}

static void
put_string (GString *out, const char *value)
{
  if (value == NULL)
    {
      g_string_append (out, "null");
      return;
    }
  g_string_append_c (out, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      const char *plain = p;
      guchar c;

      while (is_plain (*p))
        p++;
      g_string_append_len (out, plain, p - plain);
      if (*p == '\0')
        break;
      c = *p;

      if (c == '"' || c == '\\')
        g_string_append_printf (out, "\\%c", c);
      else if (c == '\n')
        g_string_append (out, "\\n");
      else if (c == '\t')
        g_string_append (out, "\\t");
      else
        g_string_append_printf (out, "\\u%04x", c);
    }
  g_string_append_c (out, '"');
}

static void
put_member (GString *out, const char *name, const char *value)
{
  g_string_append_c (out, '"');
  g_string_append (out, name);
  g_string_append (out, "\":");
  put_string (out, value);
}

/* Four decimals, whatever the locale. */
static void
put_number (GString *out, const char *name, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, "\"%s\":%s", name,
                          g_ascii_formatd (digits, sizeof digits, "%.4f", value));
}

static void
put_statement_id (Writer *self, guint statement)
{
  g_autofree char *id = syn_comparison_dup_statement_id (self->comparison, statement);

  g_string_append_c (self->out, '"');
  g_string_append (self->out, id);
  g_string_append_c (self->out, '"');
}

static SynArticle *
article_of (Writer *self, guint statement)
{
  return syn_comparison_get_article (
      self->comparison, syn_comparison_get_statement (self->comparison, statement)->article);
}

static void
put_span (Writer *self, guint statement, SynSpan span)
{
  SynArticle *article = article_of (self, statement);

  g_string_append_c (self->out, '[');
  put_uint (self->out, syn_article_offset_to_chars (article, span.start));
  g_string_append_c (self->out, ',');
  put_uint (self->out, syn_article_offset_to_chars (article, span.end));
  g_string_append_c (self->out, ']');
}

static void
put_spans (Writer *self, const char *name, guint statement, GArray *spans)
{
  g_string_append (self->out, ",\"");
  g_string_append (self->out, name);
  g_string_append (self->out, "\":[");
  for (guint i = 0; i < spans->len; i++)
    {
      if (i > 0)
        g_string_append_c (self->out, ',');
      put_span (self, statement, g_array_index (spans, SynSpan, i));
    }
  g_string_append_c (self->out, ']');
}

static void
put_article (Writer *self, guint index)
{
  SynArticle *article = syn_comparison_get_article (self->comparison, index);
  guint n, first = syn_comparison_get_first_statement (self->comparison, index, &n);

  g_string_append (self->out, "\n{");
  put_member (self->out, "id", syn_article_get_id (article));
  g_string_append_c (self->out, ',');
  put_member (self->out, "path", syn_article_get_path (article));
  g_string_append_c (self->out, ',');
  put_member (self->out, "title", syn_article_get_title (article));
  g_string_append_c (self->out, ',');
  put_member (self->out, "outlet", syn_article_get_outlet (article));
  g_string_append_c (self->out, ',');
  put_member (self->out, "published", syn_article_get_published (article));
  g_string_append_c (self->out, ',');
  put_member (self->out, "language", syn_article_get_language (article));
  g_string_append_c (self->out, ',');
  put_member (self->out, "text", syn_article_get_text (article));
  g_string_append (self->out, ",\"statements\":[");
  for (guint s = first; s < first + n; s++)
    {
      const SynStatement *statement = syn_comparison_get_statement (self->comparison, s);

      g_string_append (self->out, s > first ? ",\n{\"id\":" : "\n{\"id\":");
      put_statement_id (self, s);
      g_string_append_printf (self->out, ",\"start\":%u,\"end\":%u,\"role\":\"%s\"}",
                              syn_article_offset_to_chars (article, statement->span.start),
                              syn_article_offset_to_chars (article, statement->span.end),
                              syn_role_to_string (statement->role));
    }
  g_string_append (self->out, "]}");
}

static void
put_claim (Writer *self, const SynClaim *claim, guint index)
{
  g_string_append_printf (self->out, "\n{\"id\":\"c%u\",", index + 1);
  put_member (self->out, "summary", claim->summary);
  g_string_append (self->out, ",\"statements\":[");
  for (guint i = 0; i < claim->statements->len; i++)
    {
      if (i > 0)
        g_string_append_c (self->out, ',');
      put_statement_id (self, g_array_index (claim->statements, guint, i));
    }
  g_string_append_printf (self->out, "],\"sources\":%u,\"origins\":%u", claim->n_sources,
                          claim->n_origins);
  if (claim->origin_reason != NULL)
    {
      g_string_append_c (self->out, ',');
      put_member (self->out, "origin_reason", claim->origin_reason);
    }
  g_string_append_c (self->out, '}');
}

static void
put_pair (Writer *self, guint a, guint b)
{
  g_string_append (self->out, "\n{\"a\":");
  put_statement_id (self, a);
  g_string_append (self->out, ",\"b\":");
  put_statement_id (self, b);
  g_string_append_c (self->out, ',');
}

static void
put_match (Writer *self, const SynMatch *match)
{
  put_pair (self, match->a, match->b);
  put_member (self->out, "kind", syn_match_kind_to_string (match->kind));
  g_string_append_c (self->out, ',');
  put_number (self->out, "score", match->score);
  g_string_append_c (self->out, ',');
  /* The format knows three tiers: what is only listed on demand is possible at best. */
  put_member (self->out, "tier", syn_tier_to_string (MIN (match->tier, SYN_TIER_POSSIBLE)));
  put_spans (self, "a_spans", match->a, match->a_spans);
  put_spans (self, "b_spans", match->b, match->b_spans);
  g_string_append_c (self->out, ',');
  put_member (self->out, "reason", match->reason);
  g_string_append_c (self->out, '}');
}

static void
put_conflict (Writer *self, const SynConflict *conflict)
{
  put_pair (self, conflict->a, conflict->b);
  put_member (self->out, "type", syn_conflict_type_to_string (conflict->type));
  g_string_append_c (self->out, ',');
  put_member (self->out, "strength", syn_strength_to_string (conflict->strength));
  g_string_append_c (self->out, ',');
  put_number (self->out, "score", conflict->score);
  g_string_append_c (self->out, ',');
  put_number (self->out, "group", conflict->group);
  g_string_append_c (self->out, ',');
  put_member (self->out, "tier", syn_tier_to_string (conflict->tier));
  g_string_append (self->out, ",\"a_span\":");
  put_span (self, conflict->a, conflict->a_span);
  g_string_append (self->out, ",\"b_span\":");
  put_span (self, conflict->b, conflict->b_span);
  g_string_append_c (self->out, ',');
  put_member (self->out, "topic", conflict->topic);
  g_string_append_c (self->out, ',');
  put_member (self->out, "reason", conflict->reason);
  g_string_append_c (self->out, '}');
}

static void
put_occurrence (Writer *self, const SynOccurrence *occurrence, gboolean first)
{
  const SynStatement *of = syn_comparison_get_statement (self->comparison, occurrence->statement);
  SynArticle *article = syn_comparison_get_article (self->comparison, of->article);
  g_autofree char *id = syn_comparison_dup_statement_id (self->comparison, occurrence->statement);

  g_string_append_printf (self->out, "%s{", first ? "" : ",");
  put_member (self->out, "statement", id);
  g_string_append_printf (self->out, ",\"start\":%u,\"end\":%u}",
                          syn_article_offset_to_chars (article, occurrence->span.start),
                          syn_article_offset_to_chars (article, occurrence->span.end));
}

static void
put_variant (Writer *self, const SynVariant *variant)
{
  g_string_append (self->out, "\n{\"forms\":[");
  for (guint i = 0; variant->forms[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (self->out, ',');
      put_string (self->out, variant->forms[i]);
    }
  g_string_append (self->out, "],");
  put_member (self->out, "kind", syn_variant_kind_to_string (variant->kind));
  g_string_append (self->out, ",\"occurrences\":[");
  for (guint i = 0; i < variant->occurrences->len; i++)
    put_occurrence (self, &g_array_index (variant->occurrences, SynOccurrence, i), i == 0);
  g_string_append (self->out, "]}");
}

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const SynMatch *x = *(const SynMatch *const *)a, *y = *(const SynMatch *const *)b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

static void
put_time (GString *out, const char *name, GDateTime *time)
{
  g_autofree char *text = syn_json_dup_time (time);

  put_member (out, name, text);
}

static void
put_story (Writer *self, const SynStory *story)
{
  g_string_append (self->out, "\n{");
  put_member (self->out, "id", story->id);
  g_string_append_c (self->out, ',');
  put_member (self->out, "title", story->title);
  g_string_append_c (self->out, ',');
  put_time (self->out, "first", story->first);
  g_string_append_c (self->out, ',');
  put_time (self->out, "last", story->last);
  g_string_append (self->out, ",\"articles\":[");
  for (guint i = 0; i < story->articles->len; i++)
    {
      guint article = g_array_index (story->articles, guint, i);

      if (i > 0)
        g_string_append_c (self->out, ',');
      put_string (self->out,
                  syn_article_get_id (syn_comparison_get_article (self->comparison, article)));
    }
  g_string_append (self->out, "]}");
}

/* A corpus of one story has no list of them. */
static void
put_stories (Writer *self)
{
  SynStories *stories = syn_comparison_get_stories (self->comparison);

  if (stories == NULL)
    return;
  g_string_append (self->out, "],\n\"stories\":[");
  for (guint i = 0; i < syn_stories_get_n (stories); i++)
    {
      if (i > 0)
        g_string_append_c (self->out, ',');
      put_story (self, syn_stories_get (stories, i));
    }
}

/* In the comparison what is not shown comes last; in the file the score alone counts. */
static void
put_matches (Writer *self)
{
  guint n;
  const SynMatch *matches = syn_comparison_get_matches (self->comparison, &n);
  g_autofree const SynMatch **sorted = g_new (const SynMatch *, n + 1);

  for (guint i = 0; i < n; i++)
    sorted[i] = &matches[i];
  qsort (sorted, n, sizeof *sorted, compare_scores);
  for (guint i = 0; i < n; i++)
    {
      begin_item (self, i);
      put_match (self, sorted[i]);
    }
}

void
syn_comparison_write_json (SynComparison *comparison, SynJsonWrite write, gpointer user_data)
{
  Writer self = { comparison, NULL, write, user_data };
  guint n;

  g_return_if_fail (SYN_IS_COMPARISON (comparison) && write != NULL);

  self.out = g_string_new ("{\"format\":\"synoptic-comparison\",\"version\":1,\n\"articles\":[");
  for (guint i = 0; i < syn_comparison_get_n_articles (comparison); i++)
    {
      begin_item (&self, i);
      put_article (&self, i);
    }
  put_stories (&self);
  g_string_append (self.out, "],\n\"claims\":[");
  for (guint i = 0; syn_comparison_get_claims (comparison, &n) != NULL && i < n; i++)
    {
      begin_item (&self, i);
      put_claim (&self, &syn_comparison_get_claims (comparison, &n)[i], i);
    }
  g_string_append (self.out, "],\n\"matches\":[");
  put_matches (&self);
  g_string_append (self.out, "],\n\"conflicts\":[");
  for (guint i = 0; syn_comparison_get_conflicts (comparison, &n) != NULL && i < n; i++)
    {
      begin_item (&self, i);
      put_conflict (&self, &syn_comparison_get_conflicts (comparison, &n)[i]);
    }
  g_string_append (self.out, "],\n\"variants\":[");
  for (guint i = 0; syn_comparison_get_variants (comparison, &n) != NULL && i < n; i++)
    {
      begin_item (&self, i);
      put_variant (&self, &syn_comparison_get_variants (comparison, &n)[i]);
    }
  g_string_append (self.out, "]}\n");
  flush (&self);
  g_string_free (self.out, TRUE);
}

static void
append (const char *text, gsize length, gpointer string)
{
  g_string_append_len (string, text, length);
}

char *
syn_comparison_to_json (SynComparison *comparison)
{
  GString *out;

  g_return_val_if_fail (SYN_IS_COMPARISON (comparison), NULL);
  out = g_string_new (NULL);
  syn_comparison_write_json (comparison, append, out);
  return g_string_free (out, FALSE);
}
