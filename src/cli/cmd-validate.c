/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-cli.h"

#include "store/syn-workspace.h"

#include <glib/gi18n.h>
#include <stdio.h>

/**
 * syn_cli_validate:
 * @argc: number of arguments
 * @argv: "validate" and what follows
 *
 * Checks a workspace without changing it and prints one sentence per finding.
 *
 * Returns: 0 when it is sound, 1 when something was found, 3 when it cannot be opened
 */
int
syn_cli_validate (int argc, char **argv)
{
  gboolean quiet = FALSE;
  const GOptionEntry entries[] = {
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, N_ ("Print findings only"), NULL },
    { NULL },
  };
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  int code;

  if (!syn_cli_parse (&argc, &argv, entries, _ ("WORKSPACE"),
                      _ ("Checks a workspace without changing it: integrity, references, version, hashes of the "
                         "kept bytes,\nand whether every decision finds its words.  Exit status: 0 sound, "
                         "1 something was found, 3 cannot be opened."),
                      &code))
    return code;
  if (argc != 2)
    {
      syn_cli_complain (_ ("validate: name one workspace"));
      return SYN_EXIT_USAGE;
    }
  findings = syn_workspace_validate (argv[1], &error);
  if (findings == NULL)
    {
      syn_cli_complain ("%s", error->message);
      return SYN_EXIT_FAILED;
    }
  for (guint i = 0; i < findings->len; i++)
    printf ("%s\n", (const char *) findings->pdata[i]);
  if (findings->len == 0 && !quiet)
    printf (_ ("“%s” is sound.\n"), argv[1]);
  return findings->len == 0 ? SYN_EXIT_DONE : SYN_EXIT_PARTIAL;
}
