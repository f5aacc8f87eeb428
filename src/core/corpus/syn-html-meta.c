/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-html-meta.h"

#include <string.h>

#define MAX_LD_DEPTH 6

typedef struct
{
  const char *name; /* of the property, name or itemprop, lower case */
  gsize member;     /* offset in SynFields */
} MetaName;

/* The better ones first. */
static const MetaName meta_names[] = {
  { "og:title", G_STRUCT_OFFSET (SynFields, title) },
  { "twitter:title", G_STRUCT_OFFSET (SynFields, title) },
  { "headline", G_STRUCT_OFFSET (SynFields, title) },
  { "dc.title", G_STRUCT_OFFSET (SynFields, title) },
  { "citation_title", G_STRUCT_OFFSET (SynFields, title) },
  { "og:site_name", G_STRUCT_OFFSET (SynFields, outlet) },
  { "application-name", G_STRUCT_OFFSET (SynFields, outlet) },
  { "dc.publisher", G_STRUCT_OFFSET (SynFields, outlet) },
  { "publisher", G_STRUCT_OFFSET (SynFields, outlet) },
  { "citation_journal_title", G_STRUCT_OFFSET (SynFields, outlet) },
  { "author", G_STRUCT_OFFSET (SynFields, byline) },
  { "article:author", G_STRUCT_OFFSET (SynFields, byline) },
  { "byl", G_STRUCT_OFFSET (SynFields, byline) },
  { "dc.creator", G_STRUCT_OFFSET (SynFields, byline) },
  { "parsely-author", G_STRUCT_OFFSET (SynFields, byline) },
  { "sailthru.author", G_STRUCT_OFFSET (SynFields, byline) },
  { "article:published_time", G_STRUCT_OFFSET (SynFields, published) },
  { "og:published_time", G_STRUCT_OFFSET (SynFields, published) },
  { "datepublished", G_STRUCT_OFFSET (SynFields, published) },
  { "parsely-pub-date", G_STRUCT_OFFSET (SynFields, published) },
  { "pubdate", G_STRUCT_OFFSET (SynFields, published) },
  { "publishdate", G_STRUCT_OFFSET (SynFields, published) },
  { "publish-date", G_STRUCT_OFFSET (SynFields, published) },
  { "dc.date.issued", G_STRUCT_OFFSET (SynFields, published) },
  { "dc.date", G_STRUCT_OFFSET (SynFields, published) },
  { "sailthru.date", G_STRUCT_OFFSET (SynFields, published) },
  { "date", G_STRUCT_OFFSET (SynFields, published) },
  { "og:url", G_STRUCT_OFFSET (SynFields, url) },
  { "og:locale", G_STRUCT_OFFSET (SynFields, language) },
  { "language", G_STRUCT_OFFSET (SynFields, language) },
};

static char **
member_of (SynFields *self, gsize offset)
{
  return (char **) (void *) ((char *) self + offset);
}

static gboolean
is_article_type (JsonNode *type)
{
  if (type == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (type) && json_node_get_value_type (type) == G_TYPE_STRING)
    {
      const char *name = json_node_get_string (type);

      return strstr (name, "Article") != NULL || g_str_has_suffix (name, "BlogPosting");
    }
  if (JSON_NODE_HOLDS_ARRAY (type))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (type)); i++)
      {
        JsonNode *element = json_array_get_element (json_node_get_array (type), i);

        if (JSON_NODE_HOLDS_VALUE (element) && is_article_type (element))
          return TRUE;
      }
  return FALSE;
}

/* The object that describes an article: the root, one of a list, one of a "@graph". */
static JsonObject *
find_article (JsonNode *node, guint depth)
{
  JsonObject *object;

  if (node == NULL || depth > MAX_LD_DEPTH)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
        {
          object = find_article (json_array_get_element (json_node_get_array (node), i), depth + 1);
          if (object != NULL)
            return object;
        }
      return NULL;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  object = json_node_get_object (node);
  if (is_article_type (json_object_get_member (object, "@type")))
    return object;
  object = find_article (json_object_get_member (object, "@graph"), depth + 1);
  if (object != NULL)
    return object;
  return find_article (json_object_get_member (json_node_get_object (node), "mainEntity"), depth + 1);
}

static void
take_fields (SynFields *self, SynFields *other)
{
  syn_fields_set (&self->title, other->title);
  syn_fields_set (&self->text, other->text);
  syn_fields_set (&self->outlet, other->outlet);
  syn_fields_set (&self->byline, other->byline);
  syn_fields_set (&self->published, other->published);
  syn_fields_set (&self->url, other->url);
  syn_fields_set (&self->language, other->language);
}

static void
read_json_ld (SynFields *self, xmlNode *script)
{
  g_autofree char *type = syn_html_attribute (script, "type");
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (SynFields) fields = NULL;
  JsonObject *object;
  JsonNode *headline;
  guint n_repaired = 0;

  if (type == NULL || strstr (type, "ld+json") == NULL)
    return;
  text = syn_html_node_text (script);
  root = syn_json_parse (text, strlen (text), &n_repaired, NULL);
  object = find_article (root, 0);
  if (object == NULL)
    return;
  fields = syn_fields_new_from_json (object);
  headline = json_object_get_member (object, "headline");
  /* "name" is the page's; and "body" is no word of schema.org, so that only articleBody counts. */
  if (headline != NULL && JSON_NODE_HOLDS_VALUE (headline)
      && json_node_get_value_type (headline) == G_TYPE_STRING)
    syn_fields_set (&self->title, json_node_get_string (headline));
  take_fields (self, fields);
}

/* An author given as the address of a profile is no name, and an address must be one. */
static gboolean
suits (const MetaName *meta, const char *content)
{
  gboolean is_address = strstr (content, "://") != NULL;

  return is_address == (meta->member == G_STRUCT_OFFSET (SynFields, url));
}

/* Keeps the content of a meta element, by what it is named. */
static void
read_meta (xmlNode *meta, char **values)
{
  static const char *const attributes[] = { "property", "name", "itemprop" };
  g_autofree char *content = syn_html_attribute (meta, "content");

  for (guint i = 0; content != NULL && i < G_N_ELEMENTS (attributes); i++)
    {
      g_autofree char *name = syn_html_attribute (meta, attributes[i]);
      g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

      for (guint j = 0; lower != NULL && j < G_N_ELEMENTS (meta_names); j++)
        if (g_str_equal (lower, meta_names[j].name) && suits (&meta_names[j], content))
          syn_fields_set (&values[j], content);
    }
}

typedef struct
{
  char *values[G_N_ELEMENTS (meta_names)];
  char *title;
  char *heading;
  char *time;
  char *canonical;
  char *language;
} Found;

static void
read_node (SynFields *self, Found *found, xmlNode *node)
{
  const char *name = (const char *) node->name;
  g_autofree char *value = NULL;

  if (strcmp (name, "script") == 0)
    read_json_ld (self, node);
  else if (strcmp (name, "meta") == 0)
    read_meta (node, found->values);
  else if (strcmp (name, "title") == 0 && found->title == NULL)
    syn_fields_set (&found->title, value = syn_html_node_text (node));
  else if (strcmp (name, "h1") == 0 && found->heading == NULL)
    syn_fields_set (&found->heading, value = syn_html_node_text (node));
  else if (strcmp (name, "time") == 0)
    syn_fields_set (&found->time, value = syn_html_attribute (node, "datetime"));
  else if (strcmp (name, "html") == 0)
    syn_fields_set (&found->language, value = syn_html_attribute (node, "lang"));
  else if (strcmp (name, "link") == 0)
    {
      g_autofree char *rel = syn_html_attribute (node, "rel");

      if (g_strcmp0 (rel, "canonical") == 0)
        syn_fields_set (&found->canonical, value = syn_html_attribute (node, "href"));
    }
}

/* "Bridge closed | Harbour Post": the page's name without the outlet's, and the outlet. */
static void
split_title (SynFields *self, const char *title)
{
  static const char *const separators[] = { " | ", " – ", " — ", " - ", " :: ", " « " };
  const char *cut = NULL;
  gsize length = 0;

  for (guint i = 0; i < G_N_ELEMENTS (separators) && cut == NULL; i++)
    {
      cut = g_strrstr (title, separators[i]);
      length = strlen (separators[i]);
    }
  /* What follows is a name, not half of the headline. */
  if (cut != NULL && cut > title && strlen (cut + length) <= 40 && strlen (cut + length) < (gsize) (cut - title))
    {
      g_autofree char *headline = g_strndup (title, cut - title);

      syn_fields_set (&self->title, headline);
      syn_fields_set (&self->outlet, cut + length);
    }
  syn_fields_set (&self->title, title);
}

SynFields *
syn_html_read_meta (xmlDoc *doc)
{
  SynFields *self = g_new0 (SynFields, 1);
  Found found = { 0 };
  xmlNode *top = xmlDocGetRootElement (doc);

  for (xmlNode *node = top; node != NULL; node = syn_html_next_node (node, top, FALSE))
    if (node->type == XML_ELEMENT_NODE)
      read_node (self, &found, node);
  for (guint i = 0; i < G_N_ELEMENTS (meta_names); i++)
    {
      syn_fields_set (member_of (self, meta_names[i].member), found.values[i]);
      g_free (found.values[i]);
    }
  syn_fields_set (&self->title, found.heading);
  if (found.title != NULL)
    split_title (self, found.title);
  syn_fields_set (&self->published, found.time);
  syn_fields_set (&self->url, found.canonical);
  syn_fields_set (&self->language, found.language);
  g_free (found.title);
  g_free (found.heading);
  g_free (found.time);
  g_free (found.canonical);
  g_free (found.language);
  return self;
}
