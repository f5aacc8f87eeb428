/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-table.h"

/* Speaker and certainty of each statement, parted by "|". */
static const TextRow rows[] = {
  { "The ferry sank.", "- asserted" },
  { "Ilse Quend said the ferry sank.", "Ilse Quend reported" },
  { "“It sank,” said Ilse Quend.", "Ilse Quend reported" },
  { "“It sank,” Ilse Quend said on Monday.", "Ilse Quend reported" },
  { "The ferry sank, according to Ilse Quend.", "Ilse Quend reported" },
  { "According to police, the ferry sank.", "police reported" },
  { "Ilse Quend told reporters that it sank.", "Ilse Quend reported" },
  { "Ilse Quend, the harbour master, said it sank.", "Ilse Quend, the harbour master reported" },
  { "Ilse Quend – the harbour master – said it sank.", "Ilse Quend – the harbour master reported" },
  { "The port board, which owns the quay, said it was sound.", "The port board, which owns the quay reported" },
  { "On Monday, police said it sank.", "police reported" },
  { "The company claimed that it was sound.", "The company claimed" },
  { "The company denied that it was at fault.", "The company denied" },
  { "The company has repeatedly denied any fault.", "The company denied" },
  { "The company said it had nothing to do with the leak.", "The company denied" },
  { "The cause was not immediately clear.", "- unconfirmed" },
  { "The report could not be independently verified, police said.", "police unconfirmed" },
  { "The engine may have failed.", "- hedged" },
  { "The engine failed in May.", "- asserted" },
  { "The engine had reportedly failed.", "- hedged" },
  { "Ilse Quend left. She said it was late.", "- asserted|- reported" },
  { "Ilse Quend said nothing. Later she said yes.", "Ilse Quend reported|Ilse Quend reported" },
  { "“It sank,” said Ilse Quend. “We swam.”", "Ilse Quend reported|Ilse Quend reported" },
  { "“It sank. We swam,” said Ilse Quend.", "Ilse Quend reported|Ilse Quend reported" },
  { "She described self-described rebels.", "- asserted" },
  { "Reports of a leak were false.", "- asserted" },
  { "Ilse Quend checked the log before she confirmed the order, according to police.", "police reported" },
  { "The keel was examined and engineer Ilse Quend said it was sound.", "engineer Ilse Quend reported" },
  { "Prices were expected to rise after Orvo dealers said so.", "Orvo dealers reported" },
};

static const char *const certainties[] = { "asserted", "reported", "claimed", "hedged", "unconfirmed", "denied" };

static char *
list_speakers (SynDocument *document)
{
  guint n;
  const SynStatement *statements = syn_document_get_statements (document, &n);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = syn_article_dup_span (syn_document_get_article (document), statements[i].speaker);

      g_string_append_printf (out, "%s%s %s", i > 0 ? "|" : "", *text != '\0' ? text : "-",
                              certainties[statements[i].certainty]);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_table (void)
{
  check_text_rows (rows, G_N_ELEMENTS (rows), list_speakers);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attribution/table", test_table);
  return g_test_run ();
}
