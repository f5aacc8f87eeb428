/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-fields.h"

#include "syn-html-text.h"
#include "syn-page-cues.h"
#include "syn-page-dates.h"

#include <string.h>

/* Larger than this, seconds since 1970 are milliseconds. */
#define MAX_SECONDS 100000000000
/* Nowhere on earth is further from Greenwich, in hours. */
#define MAX_OFFSET 14

/* The spellings of each name: lower case, without "_" and "-"; the better ones first. */
static const char *const title_names[] = { "title", "headline", "heading", "name", NULL };
static const char *const text_names[]
    = { "text", "body", "content", "articlebody", "fulltext", "maintext", "article", "story",
        "contenthtml", "contenttext", NULL };
static const char *const outlet_names[]
    = { "outlet", "source", "publisher", "sourcename", "sitename", "site", "newspaper",
        "publication", "domain", "sourcedomain", NULL };
static const char *const byline_names[]
    = { "byline", "author", "authors", "creator", "writer", NULL };
static const char *const date_names[]
    = { "published", "datepublished", "publishedat", "publishdate", "publicationdate", "pubdate",
        "date", "datetime", "timestamp", "created", "createdat", "datecreated", NULL };
static const char *const url_names[]
    = { "url", "link", "canonicalurl", "permalink", "sourceurl", "mainentityofpage", "uri", NULL };
static const char *const language_names[] = { "lang", "language", "inlanguage", "locale", NULL };

void
syn_fields_free (SynFields *self)
{
  g_free (self->title);
  g_free (self->text);
  g_free (self->outlet);
  g_free (self->byline);
  g_free (self->published);
  g_free (self->url);
  g_free (self->language);
  g_free (self);
}

void
syn_fields_set (char **member, const char *value)
{
  g_autofree char *copy = NULL;

  if (*member != NULL || value == NULL)
    return;
  copy = g_strstrip (g_strdup (value));
  if (*copy != '\0')
    *member = g_steal_pointer (&copy);
}

static JsonNode *
find_member (JsonObject *object, const char *name)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &member, &node))
    {
      const char *p = name;

      for (; *member != '\0'; member++)
        {
          if (*member == '_' || *member == '-' || *member == '@')
            continue;
          if (*p != g_ascii_tolower (*member))
            break;
          p++;
        }
      if (*p == '\0' && *member == '\0')
        return node;
    }
  return NULL;
}

static char *dup_value (JsonNode *node, const char *separator, gboolean nested);

/* {"name": "Harbour Post"}, {"@id": "https://…"} */
static char *
dup_object_value (JsonObject *object, const char *separator)
{
  static const char *const names[] = { "name", "title", "id", "url", "text", "rendered", NULL };

  for (guint i = 0; names[i] != NULL; i++)
    {
      JsonNode *node = find_member (object, names[i]);
      g_autofree char *value = node != NULL ? dup_value (node, separator, TRUE) : NULL;

      if (value != NULL)
        return g_steal_pointer (&value);
    }
  return NULL;
}

static char *
dup_array_value (JsonArray *array, const char *separator)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      char *part = dup_value (json_array_get_element (array, i), separator, TRUE);

      if (part != NULL)
        g_ptr_array_add (parts, part);
    }
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (separator, (char **) parts->pdata);
}

/* A string, a list of strings joined by @separator, or what an object is called; NULL for the rest.
 * @nested: inside another value already, so that hostile nesting ends. */
static char *
dup_value (JsonNode *node, const char *separator, gboolean nested)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      g_autofree char *value = g_utf8_make_valid (json_node_get_string (node), -1);

      return *g_strstrip (value) != '\0' ? g_steal_pointer (&value) : NULL;
    }
  if (JSON_NODE_HOLDS_OBJECT (node))
    return dup_object_value (json_node_get_object (node), separator);
  if (JSON_NODE_HOLDS_ARRAY (node) && !nested)
    return dup_array_value (json_node_get_array (node), separator);
  return NULL;
}

static char *
dup_field (JsonObject *object, const char *const *names, const char *separator)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      JsonNode *node = find_member (object, names[i]);
      g_autofree char *value = node != NULL ? dup_value (node, separator, FALSE) : NULL;

      if (value != NULL)
        return g_steal_pointer (&value);
    }
  return NULL;
}

/* Seconds or milliseconds since 1970, which a string field never holds. */
static char *
dup_number_date (JsonObject *object)
{
  for (guint i = 0; date_names[i] != NULL; i++)
    {
      JsonNode *node = find_member (object, date_names[i]);
      g_autoptr (GDateTime) time = NULL;
      double seconds;

      if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
          || (json_node_get_value_type (node) != G_TYPE_INT64
              && json_node_get_value_type (node) != G_TYPE_DOUBLE))
        continue;
      seconds = json_node_get_double (node);
      if (seconds > MAX_SECONDS)
        seconds /= 1000;
      if (seconds > 0 && seconds < MAX_SECONDS)
        time = g_date_time_new_from_unix_utc ((gint64) seconds);
      if (time != NULL)
        return g_date_time_format_iso8601 (time);
    }
  return NULL;
}

SynFields *
syn_fields_new_from_json (JsonObject *object)
{
  SynFields *self = g_new0 (SynFields, 1);

  self->title = dup_field (object, title_names, " ");
  self->text = dup_field (object, text_names, "\n\n");
  self->outlet = dup_field (object, outlet_names, ", ");
  self->byline = dup_field (object, byline_names, ", ");
  self->published = dup_field (object, date_names, " ");
  self->url = dup_field (object, url_names, " ");
  self->language = dup_field (object, language_names, " ");
  if (self->published == NULL)
    self->published = dup_number_date (object);
  return self;
}

static gboolean
has_odd_offset (const char *stated)
{
  const char *time = strchr (stated, 'T');
  const char *sign = time != NULL ? strpbrk (time, "+-") : NULL;

  if (sign == NULL)
    return FALSE;
  return g_ascii_digit_value (sign[1]) * 10 + g_ascii_digit_value (sign[2]) > MAX_OFFSET
         || (strlen (sign) > 4 && g_ascii_digit_value (sign[strlen (sign) - 2]) > 5);
}

/* ISO 8601 as it stands, else the date that can be read in it. */
static char *
dup_iso_date (const char *stated, SynPageCues *cues)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (stated, utc);
  char *date = time != NULL ? g_strdup (stated) : syn_page_date_find (stated, cues, NULL, NULL);

  /* The day is right, or a day off; of the hour nothing is known. */
  if (date != NULL && has_odd_offset (date))
    date[strcspn (date, "T")] = '\0';
  return date;
}

/* "en_GB.UTF-8" and "en-gb" as BCP 47; NULL for what is no language tag, such as "English". */
static char *
dup_language_tag (const char *stated)
{
  g_autofree char *tag = g_strdup (stated);
  gsize primary;

  tag[strcspn (tag, ".@")] = '\0';
  g_strdelimit (tag, "_", '-');
  primary = strcspn (tag, "-");
  for (const char *p = tag; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-')
      return NULL;
  if (primary < 2 || primary > 3)
    return NULL;
  for (gsize i = 0; i < primary; i++)
    tag[i] = g_ascii_tolower (tag[i]);
  return g_steal_pointer (&tag);
}

/* The headline, unless the text begins with it, and the text. */
static char *
dup_whole_text (SynFields *self)
{
  g_autofree char *plain = syn_html_looks_marked_up (self->text) ? syn_html_fragment_to_text (self->text)
                                                          : g_strdup (self->text);
  g_autofree char *first = NULL;
  g_autofree char *first_key = NULL;
  g_autofree char *title_key = NULL;

  if (self->title == NULL)
    return g_steal_pointer (&plain);
  first = g_strndup (plain, strcspn (plain, "\n"));
  first_key = syn_page_cue_key (first);
  title_key = syn_page_cue_key (self->title);
  if (g_str_equal (first_key, title_key))
    return g_steal_pointer (&plain);
  return g_strconcat (self->title, "\n\n", plain, NULL);
}

SynArticle *
syn_fields_add_article (SynFields *self, SynImport *import, const char *encoding)
{
  g_autofree char *text = NULL;
  g_autofree char *published = NULL;
  g_autofree char *language = NULL;
  SynArticle *article;

  if (self->text == NULL)
    return NULL;
  text = dup_whole_text (self);
  if (self->language != NULL)
    language = dup_language_tag (self->language);
  if (self->published != NULL)
    published = dup_iso_date (self->published, syn_page_cues_get (language));
  article = syn_article_new (import->path, text, -1);
  syn_article_set_encoding (article, encoding);
  g_object_set (article, "title", self->title, "outlet", self->outlet, "byline", self->byline,
                "published", published, "url", self->url, "language", language, NULL);
  g_ptr_array_add (import->articles, article);
  return article;
}
