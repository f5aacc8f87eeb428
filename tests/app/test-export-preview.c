/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syn-export-preview.h"

/* What a browser would show, and nothing of how. */
static void
test_page (void)
{
  static const char html[]
      = "<!DOCTYPE html><html><head><title>No</title><style>p { color: red }</style></head>\n<body>\n"
        "<h1>A &amp; B</h1>\n<p class=\"second\">6 sources ·\n  <b>46</b> claims</p>"
        "<dl><div><dt>=</dt><dd>same</dd></div></dl>"
        "<table><tr><td></td><td>one &lt;1&gt;</td><td>two&#x2014;&#50;</td></tr><tr><td>three</td></tr></table>"
        "</body></html>\n";
  g_autofree char *text = syn_export_preview (html, "html");

  g_assert_cmpstr (text, ==,
                   "A & B\n\n6 sources · 46 claims\n\n= same\n\none <1>\ntwo—2\n\nthree\n");
}

static void
test_other (void)
{
  g_autofree char *text = syn_export_preview ("a,b\n<body>,&amp;\n", "csv");

  g_assert_cmpstr (text, ==, "a,b\n<body>,&amp;\n\n");
}

static void
test_long (void)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 100; i++)
    {
      for (guint k = 0; k < 100; k++)
        g_string_append (all, "wörd ");
      g_string_append_c (all, '\n');
    }
  text = syn_export_preview (all->str, "json");
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 32);
  g_assert_cmpint (g_utf8_strlen (lines[0], -1), ==, 401);
  g_assert_true (g_str_has_suffix (lines[0], "…"));
  g_assert_cmpstr (lines[30], ==, "…");
}

static void
test_broken (void)
{
  static const char *const texts[] = { "", "<", "<body", "&", "&#", "&#x;", "&#99999999;", "<body>a<", "&#0;" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = syn_export_preview (texts[i], "html");

      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export-preview/page", test_page);
  g_test_add_func ("/export-preview/other", test_other);
  g_test_add_func ("/export-preview/long", test_long);
  g_test_add_func ("/export-preview/broken", test_broken);
  return g_test_run ();
}
