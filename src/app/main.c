/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "syn-application.h"
#include "syn-compat.h"

int
main (int argc, char **argv)
{
  g_autoptr (SynApplication) app = NULL;
  const char *locale_dir;

  setlocale (LC_ALL, "");
  /* Set where the program runs out of its build folder. */
  locale_dir = g_getenv ("SYNOPTIC_LOCALE_DIR");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : SYN_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname (SYN_APP_ID);
  g_set_application_name (_ ("Synoptic"));

  syn_compat_prepare_display ();
  app = syn_application_new ();
  return g_application_run (G_APPLICATION (app), argc, argv);
}
