/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-export-preview.h"

#include <string.h>

#define LINES 30
#define COLUMNS 400

/* A page is shown by its words.  It is one that an exporter of ours wrote: every element is closed, and every "<" that
 * is none is escaped; so this needs no parser that forgives. */

static const char *const blocks[] = { "br", "dl", "div", "h1", "h2", "h3", "header", "li", "p", "section", "table",
                                      "tbody", "td", "th", "thead", "tr", "ul", NULL };
/* What has a line of its own before the next one. */
static const char *const paragraphs[] = { "dl", "h1", "h2", "h3", "p", "section", "tr", "ul", NULL };

typedef struct
{
  GString *out;
  guint line_ends; /* that are due before the next word */
  gboolean space;  /* a space is */
} Page;

static void
add_char (Page *page, gunichar c)
{
  if (g_unichar_isspace (c))
    {
      page->space = TRUE;
      return;
    }
  if (page->out->len > 0 && page->line_ends > 0)
    g_string_append (page->out, page->line_ends > 1 ? "\n\n" : "\n");
  else if (page->out->len > 0 && page->space)
    g_string_append_c (page->out, ' ');
  page->line_ends = 0;
  page->space = FALSE;
  g_string_append_unichar (page->out, c);
}

/* Returns where the text goes on. */
static const char *
add_entity (Page *page, const char *at)
{
  static const struct
  {
    const char *name;
    gunichar c;
  } entities[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }, { "&apos;", '\'' } };
  char *end = NULL;
  guint64 code;

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (at, entities[i].name))
      {
        add_char (page, entities[i].c);
        return at + strlen (entities[i].name);
      }
  code = !g_str_has_prefix (at, "&#") ? 0
         : at[2] == 'x'               ? g_ascii_strtoull (at + 3, &end, 16)
                                      : g_ascii_strtoull (at + 2, &end, 10);
  if (code > 0 && code <= 0x10ffff && g_unichar_validate ((gunichar) code) && *end == ';')
    {
      add_char (page, (gunichar) code);
      return end + 1;
    }
  add_char (page, '&');
  return at + 1;
}

static const char *
skip_tag (Page *page, const char *at)
{
  const char *name = at[1] == '/' ? at + 2 : at + 1;
  const char *end = strchr (at, '>');
  g_autofree char *tag = NULL;

  if (end == NULL)
    return at + strlen (at);
  tag = g_strndup (name, strspn (name, "abcdefghijklmnopqrstuvwxyz123456"));
  if (g_strv_contains (paragraphs, tag))
    page->line_ends = 2;
  else if (g_strv_contains (blocks, tag))
    page->line_ends = MAX (page->line_ends, 1);
  else if (g_str_equal (tag, "dd"))
    page->space = TRUE;
  return end + 1;
}

static char *
page_to_text (const char *html)
{
  const char *at = strstr (html, "<body");
  Page page = { .out = g_string_new (NULL) };

  if (at == NULL)
    at = html;
  while (*at != '\0')
    if (*at == '<')
      at = skip_tag (&page, at);
    else if (*at == '&')
      at = add_entity (&page, at);
    else
      {
        add_char (&page, g_utf8_get_char (at));
        at = g_utf8_next_char (at);
      }
  return g_string_free (page.out, FALSE);
}

static char *
cut (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", LINES + 1);
  g_autoptr (GString) preview = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL && i < LINES; i++)
    {
      g_autofree char *start
          = g_utf8_strlen (lines[i], -1) > COLUMNS ? g_utf8_substring (lines[i], 0, COLUMNS) : NULL;

      g_string_append_printf (preview, "%s%s\n", start != NULL ? start : lines[i], start != NULL ? "…" : "");
    }
  if (g_strv_length (lines) > LINES)
    g_string_append (preview, "…\n");
  return g_string_free (g_steal_pointer (&preview), FALSE);
}

char *
syn_export_preview (const char *text, const char *extension)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_strcmp0 (extension, "html") == 0)
    words = page_to_text (text);
  return cut (words != NULL ? words : text);
}
