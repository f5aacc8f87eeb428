/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/syn-wording.h"

/* Which wordings are denials: adding a case is adding a row. */
static const struct
{
  const char *language;
  const char *text;
  gboolean denies;
} cases[] = {
  { "en", "No one was hurt in the collision", TRUE },
  { "en", "Nobody was hurt", TRUE },
  { "en", "The barge was not showing lights", TRUE },
  { "en", "The minister denied the report", TRUE },
  { "en", "The bank didn't pay", TRUE },
  { "en", "The bank didn’t pay", TRUE },
  { "en", "In all no one was hurt", TRUE },
  { "en", "Fourteen people were hurt in the collision", FALSE },
  { "en", "The barge was showing lights", FALSE },
  { "en", "The ferry was turned by its captain and she did not answer", FALSE },
  { "en", "“We did not pay,” the bank said", FALSE },
  { "en", "Notaries met in Velm", FALSE },
  { "en", "", FALSE },
  { "de", "Niemand wurde verletzt", TRUE },
  { "de", "Die Fähre war nicht versichert", TRUE },
  { "de", "Vierzehn Menschen wurden verletzt", FALSE },
  { "xx", "The barge was not showing lights", FALSE },
  { NULL, "The barge was not showing lights", TRUE },
};

static void
test_denials (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s: %s", cases[i].language, cases[i].text);
      g_assert_cmpint (syn_wording_denies (cases[i].text, cases[i].language), ==, cases[i].denies);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/denials", test_denials);
  return g_test_run ();
}
