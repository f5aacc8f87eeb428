/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-html-text.h"

#include <libxml/parserInternals.h>
#include <string.h>

/* An element that holds at least this share of the running text is entered. */
#define MAIN_SHARE 0.7
/* Shorter than this and no sentence, a paragraph tells nothing about where the text is. */
#define MIN_RUNNING 60
/* More of its letters than this in links: a list of links. */
#define MAX_LINK_SHARE 0.5
/* So many levels up a paragraph counts for its elements; hostile pages nest thousands. */
#define MAX_CLIMB 60
#define MAX_CLASS 200

typedef struct
{
  SynHtmlBlock block;
  xmlNode *node; /* the element that holds it */
  gsize n_link;  /* bytes of it inside links */
  gboolean item; /* of a list or a table */
} Candidate;

typedef struct
{
  GPtrArray *candidates;
  GString *text; /* of the block being read */
  gsize n_link;
  guint n_links; /* how many <a> are open */
  gboolean space; /* white space is due before the next letter */
} Reader;

static const char *const dropped_elements[]
    = { "script", "style", "noscript", "template", "svg", "math", "nav", "footer", "aside", "form",
        "button", "select", "textarea", "input", "label", "iframe", "object", "embed", "canvas", "dialog",
        "audio", "video", "map", "head", "menu", "applet", "frameset", NULL };
static const char *const inline_elements[]
    = { "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
        "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike",
        "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "picture", "source", NULL };
static const char *const item_elements[] = { "li", "td", "th", "dd", "dt", NULL };
/* Words in classes and ids by which pages name what is not the article. */
static const char *const foreign_words[]
    = { "comment", "comments", "disqus", "share", "sharing", "social", "related", "recommended",
        "recommendations", "promo", "newsletter", "subscribe", "subscription", "sidebar", "footer",
        "menu", "navbar", "navigation", "breadcrumb", "breadcrumbs", "cookie", "cookies",
        "consent", "advert", "advertisement", "ads", "ad", "sponsored", "popup", "modal", "widget",
        "outbrain", "taboola", "toolbar", "skip", "pagination", "masthead", "hidden",
        "visually-hidden", "screen-reader-text", "sr-only", "most-read", "mostread", "trending",
        "tags", "tag-list", NULL };
static const char *const own_words[]
    = { "article", "content", "main", "story", "body", "entry", "post", "text", NULL };
static const char *const foreign_roles[]
    = { "navigation", "complementary", "contentinfo", "search", "dialog", "alert", "menu",
        "menubar", "toolbar", NULL };

static void
candidate_free (gpointer data)
{
  Candidate *self = data;

  g_free (self->block.text);
  g_free (self);
}

static void
html_block_free (gpointer data)
{
  SynHtmlBlock *self = data;

  g_free (self->text);
  g_free (self);
}

/* Behind a document type that declares entities of its own: HTML has none, and they are trouble. */
static const char *
skip_subset (const char *text)
{
  const char *type = strstr (text, "<!DOCTYPE");
  const char *end;

  if (type == NULL || type - text > 512)
    return text;
  end = type + strcspn (type, "[>");
  if (*end != '[')
    return text;
  end = strstr (end, "]>");
  return end != NULL ? end + 2 : text;
}

xmlDoc *
syn_html_parse (const char *text, gsize length)
{
  static gsize ready = 0;
  htmlParserCtxt *context;
  const char *body;
  xmlDoc *doc;

  if (length > G_MAXINT || length == 0)
    return NULL;
  if (g_once_init_enter (&ready))
    {
      xmlInitParser ();
      g_once_init_leave (&ready, 1);
    }
  body = skip_subset (text);
  length -= body - text;
  context = length > 0 ? htmlCreateMemoryParserCtxt (body, (int) length) : NULL;
  if (context == NULL)
    return NULL;
  htmlCtxtUseOptions (context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                                   | HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC);
  /* Without this, what lies below 256 levels is lost; all walks here are loops, so depth does no harm. */
  context->options |= XML_PARSE_HUGE;
  xmlSwitchEncoding (context, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument (context);
  doc = g_steal_pointer (&context->myDoc);
  htmlFreeParserCtxt (context);
  return doc;
}

char *
syn_html_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

xmlNode *
syn_html_next_node (xmlNode *node, xmlNode *top, gboolean skip)
{
  if (!skip && node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;
  while (node != NULL && node != top && node->next == NULL)
    node = node->parent;
  return node == NULL || node == top ? NULL : node->next;
}

static gboolean
is_element (xmlNode *node, const char *const *names)
{
  return node->type == XML_ELEMENT_NODE && g_strv_contains (names, (const char *) node->name);
}

static gboolean
is_named (xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

/* Whether a class or id in @value, or a part of one, stands in @words. */
static gboolean
has_word (const char *value, const char *const *words)
{
  g_autofree char *lower = g_ascii_strdown (value, MIN (strlen (value), MAX_CLASS));
  g_auto (GStrv) classes = g_strsplit_set (lower, " \t\n", -1);

  for (guint i = 0; classes[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit_set (classes[i], "-_:", -1);

      if (g_strv_contains (words, classes[i]))
        return TRUE;
      for (guint j = 0; parts[j] != NULL; j++)
        if (g_strv_contains (words, parts[j]))
          return TRUE;
    }
  return FALSE;
}

static gboolean
is_hidden (xmlNode *node)
{
  g_autofree char *style = syn_html_attribute (node, "style");
  g_autofree char *aria = syn_html_attribute (node, "aria-hidden");
  g_auto (GStrv) parts = NULL;
  g_autofree char *compact = NULL;

  if (xmlHasProp (node, (const xmlChar *) "hidden") != NULL || g_strcmp0 (aria, "true") == 0)
    return TRUE;
  if (style == NULL)
    return FALSE;
  parts = g_strsplit (style, " ", -1);
  compact = g_strjoinv ("", parts);
  return strstr (compact, "display:none") != NULL || strstr (compact, "visibility:hidden") != NULL;
}

static gboolean
is_foreign (xmlNode *node)
{
  g_autofree char *role = syn_html_attribute (node, "role");
  g_autofree char *class = syn_html_attribute (node, "class");
  g_autofree char *id = syn_html_attribute (node, "id");
  g_autofree char *names = g_strconcat (class != NULL ? class : "", " ", id, NULL);

  if (is_named (node, "html") || is_named (node, "body") || is_named (node, "article")
      || is_named (node, "main"))
    return FALSE;
  if (role != NULL && g_strv_contains (foreign_roles, role))
    return TRUE;
  return has_word (names, foreign_words) && !has_word (names, own_words);
}

static gboolean
is_dropped (xmlNode *node)
{
  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  return is_element (node, dropped_elements) || is_hidden (node) || is_foreign (node);
}

static SynRole
role_of (xmlNode *node)
{
  for (guint i = 0; node != NULL && i < 4; i++, node = node->parent)
    {
      const char *name = (const char *) node->name;

      if (node->type != XML_ELEMENT_NODE)
        break;
      if (is_named (node, "figcaption") || is_named (node, "caption"))
        return SYN_ROLE_CAPTION;
      if (strlen (name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
        return name[1] == '1' ? SYN_ROLE_HEADLINE : SYN_ROLE_SUBHEAD;
    }
  return SYN_ROLE_BODY;
}

static void
append_text (Reader *self, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize before = self->text->len;

      if (g_unichar_isspace (g_utf8_get_char (p)))
        {
          self->space = TRUE;
          continue;
        }
      if (self->space && self->text->len > 0)
        g_string_append_c (self->text, ' ');
      self->space = FALSE;
      g_string_append_len (self->text, p, g_utf8_next_char (p) - p);
      if (self->n_links > 0)
        self->n_link += self->text->len - before;
    }
}

static gboolean
is_item (xmlNode *node)
{
  for (guint i = 0; node != NULL && i < 3; i++, node = node->parent)
    if (is_element (node, item_elements))
      return TRUE;
  return FALSE;
}

/* Ends the block being read; @node: the element it stands in. */
static void
flush (Reader *self, xmlNode *node)
{
  Candidate *candidate;

  self->space = FALSE;
  if (self->text->len == 0)
    return;
  candidate = g_new0 (Candidate, 1);
  candidate->block.text = g_strdup (self->text->str);
  candidate->block.role = role_of (node);
  candidate->node = node;
  candidate->n_link = self->n_link;
  candidate->item = is_item (node);
  g_ptr_array_add (self->candidates, candidate);
  g_string_truncate (self->text, 0);
  self->n_link = 0;
}

static xmlNode *
block_parent (xmlNode *node)
{
  for (node = node->parent; node != NULL && is_element (node, inline_elements);)
    node = node->parent;
  return node;
}

/* The end of @node: its block ends, or one link fewer is open. */
static void
leave (Reader *self, xmlNode *node)
{
  if (is_named (node, "a") && self->n_links > 0)
    self->n_links--;
  else if (node->type == XML_ELEMENT_NODE && !is_element (node, inline_elements))
    flush (self, node);
}

static void
enter (Reader *self, xmlNode *node)
{
  if (node->type == XML_TEXT_NODE && node->content != NULL)
    append_text (self, (const char *) node->content);
  else if (is_named (node, "a"))
    self->n_links++;
  else if (node->type == XML_ELEMENT_NODE && !is_element (node, inline_elements))
    flush (self, block_parent (node));
}

/* Reads all blocks below @top.  By hand rather than by recursion: the depth is a stranger's choice. */
static void
read_blocks (Reader *self, xmlNode *top)
{
  xmlNode *node = top;

  while (node != NULL)
    {
      gboolean dropped = is_dropped (node);

      if (!dropped)
        enter (self, node);
      if (!dropped && node->type == XML_ELEMENT_NODE && node->children != NULL)
        {
          node = node->children;
          continue;
        }
      if (!dropped)
        leave (self, node);
      while (node != top && node->next == NULL)
        {
          node = node->parent;
          leave (self, node);
        }
      node = node == top ? NULL : node->next;
    }
}

static gboolean
is_running_text (const Candidate *candidate)
{
  gsize length = strlen (candidate->block.text);

  return length >= MIN_RUNNING && candidate->block.role == SYN_ROLE_BODY
         && candidate->n_link <= MAX_LINK_SHARE * length;
}

/* The deepest element with most of the running text. */
static xmlNode *
find_main (GPtrArray *candidates, xmlNode *top)
{
  g_autoptr (GHashTable) weights = g_hash_table_new (NULL, NULL); /* node → bytes of text in it */
  gsize total = 0;
  xmlNode *best = top;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = candidates->pdata[i];
      xmlNode *node = candidate->node;
      gsize length = strlen (candidate->block.text);

      if (!is_running_text (candidate))
        continue;
      total += length;
      for (guint level = 0; node != NULL && level < MAX_CLIMB; level++, node = node->parent)
        {
          gsize weight = GPOINTER_TO_SIZE (g_hash_table_lookup (weights, node)) + length;

          g_hash_table_insert (weights, node, GSIZE_TO_POINTER (weight));
        }
    }
  while (total > 0)
    {
      xmlNode *child = best->children;

      while (child != NULL
             && GPOINTER_TO_SIZE (g_hash_table_lookup (weights, child)) < MAIN_SHARE * total)
        child = child->next;
      if (child == NULL)
        break;
      best = child;
    }
  return best;
}

static gboolean
is_inside (xmlNode *node, xmlNode *ancestor)
{
  for (guint level = 0; node != NULL && level < 4 * MAX_CLIMB; level++, node = node->parent)
    if (node == ancestor)
      return TRUE;
  return FALSE;
}

/* A list of links, or a few words in a list, is no part of the text. */
static gboolean
is_link_list (const Candidate *candidate)
{
  gsize length = strlen (candidate->block.text);

  return candidate->n_link > MAX_LINK_SHARE * length
         && (candidate->item || length < 2 * MIN_RUNNING || candidate->n_link == length)
         && candidate->block.role == SYN_ROLE_BODY;
}

GPtrArray *
syn_html_main_text (xmlDoc *doc)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (html_block_free);
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (candidate_free);
  g_autoptr (GString) text = g_string_new (NULL);
  Reader reader = { .candidates = candidates, .text = text };
  xmlNode *top = xmlDocGetRootElement (doc);
  xmlNode *main;

  if (top == NULL)
    return blocks;
  read_blocks (&reader, top);
  flush (&reader, top);
  main = find_main (candidates, top);
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = candidates->pdata[i];
      SynHtmlBlock *block;

      if (is_link_list (candidate) || (main != top && !is_inside (candidate->node, main)))
        continue;
      block = g_new0 (SynHtmlBlock, 1);
      block->text = g_steal_pointer (&candidate->block.text);
      block->role = candidate->block.role;
      g_ptr_array_add (blocks, block);
    }
  return blocks;
}

char *
syn_html_node_text (xmlNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Reader reader = { .text = text };

  for (xmlNode *child = node; child != NULL; child = syn_html_next_node (child, node, FALSE))
    if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) && child->content != NULL)
      append_text (&reader, (const char *) child->content);
  return g_strdup (text->str);
}

gboolean
syn_html_looks_marked_up (const char *text)
{
  static const char *const signs[] = { "</p>", "<p>", "<br", "</div>", "</a>", "</P>" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (text, signs[i]) != NULL)
      return TRUE;
  return FALSE;
}

char *
syn_html_fragment_to_text (const char *text)
{
  g_autoptr (xmlDoc) doc = syn_html_parse (text, strlen (text));
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (candidate_free);
  g_autoptr (GString) buffer = g_string_new (NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  Reader reader = { .candidates = candidates, .text = buffer };
  xmlNode *top = doc != NULL ? xmlDocGetRootElement (doc) : NULL;

  if (top == NULL)
    return g_strdup (text);
  read_blocks (&reader, top);
  flush (&reader, top);
  for (guint i = 0; i < candidates->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "\n\n" : "",
                            ((Candidate *) candidates->pdata[i])->block.text);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
