/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-table.h"

/* Names of the whole text, parted by "|". */
static const TextRow rows[] = {
  { "The boat belongs to Ilse Quend.", "Ilse Quend" },
  { "Mayor Ilse Quend spoke.", "Mayor Ilse Quend" },
  { "The mayor spoke to J. R. Hartley.", "J. R. Hartley" },
  { "He met Ludwig van Beethoven.", "Ludwig van Beethoven" },
  { "He met Omar al-Rashid there.", "Omar al-Rashid" },
  { "It came from the Bank of England.", "Bank of England" },
  { "It came from Norway's Bergen harbour.", "Norway|Bergen" },
  { "It came from Norway’s Bergen harbour.", "Norway|Bergen" },
  { "Fire broke out. Later the fire was put out by Quend.", "Quend" },
  { "Smoke was seen.", "" },
  { "Quend said no.", "Quend" },
  { "Quend left. Nobody followed Quend.", "Quend|Quend" },
  { "However, they left on Monday.", "" },
  { "They came to Oslo and Bergen.", "Oslo|Bergen" },
  { "They came to Oslo, Bergen and Narvik.", "Oslo|Bergen|Narvik" },
  { "The city of Oslo fell silent. It began in May 2020.", "Oslo" },
  { "Ferry Sinks Off Northern Coast\n\nThe ferry Aurelia sank off the northern coast.", "Aurelia" },
  { "“We left,” Anna Berg said.", "Anna Berg" },
};

static char *
list_names (SynDocument *document)
{
  guint n;
  const SynName *names = syn_document_get_names (document, &n);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = syn_article_dup_span (syn_document_get_article (document), names[i].span);

      g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", text);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_table (void)
{
  check_text_rows (rows, G_N_ELEMENTS (rows), list_names);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/table", test_table);
  return g_test_run ();
}
