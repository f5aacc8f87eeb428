/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-table.h"

/* What is quoted, per statement, parted by "|". */
static const TextRow rows[] = {
  { "He said \"we are safe\" twice.", "we are safe" },
  { "He said “we are safe” twice.", "we are safe" },
  { "Er sagte „wir sind sicher“ und ging.", "wir sind sicher" },
  { "Il a dit «tout va bien» hier.", "tout va bien" },
  { "He said 'we are safe' twice.", "we are safe" },
  { "He said ‘we are safe’ twice.", "we are safe" },
  { "He said ``we are safe'' twice.", "we are safe" },
  { "It's the ship's crew that doesn't sleep.", "" },
  { "It’s the sailors’ day.", "" },
  { "He called it ‘the sailors’ day,’ she said.", "the sailors’ day," },
  { "“He told me ‘run’ and I ran,” she said.", "He told me ‘run’ and I ran," },
  { "‘He told me “run” and I ran,’ she said.", "He told me “run” and I ran," },
  { "“We ran,” she said. “We hid.”", "We ran,|We hid." },
  { "“We ran. We hid,” she said.", "We ran.|We hid," },
  { "“We ran.\n\n“We hid,” she said.", "We ran.|We hid," },
  { "“We ran.\n\nThey hid in a barn.", "We ran." },
  { "The 'n' key is broken.", "n" },
  { "Rock 'n roll never dies.", "" },
  { "The so-called \"safe zone\" and the \"corridor\" closed.", "safe zone|corridor" },
};

static char *
list_quotes (SynDocument *document)
{
  guint n;
  const SynQuote *quotes = syn_document_get_quotes (document, &n);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = syn_article_dup_span (syn_document_get_article (document), quotes[i].span);

      g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", text);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_table (void)
{
  check_text_rows (rows, G_N_ELEMENTS (rows), list_quotes);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quotes/table", test_table);
  return g_test_run ();
}
