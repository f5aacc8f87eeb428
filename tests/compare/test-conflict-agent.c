/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conflict-table.h"

static const ConflictRow rows[] = {
  { "Norway said the raid on the port was carried out by Swedish soldiers.", "The raid on the port was carried out by Danish soldiers.", EXPECT_DIRECT },
  { "The raid on the port was carried out by Swedish soldiers.", "Rebels were behind the raid on the port.", EXPECT_DIRECT },
  { "Officials blamed the attack on France.", "Officials blamed the attack on Spain.", EXPECT_DIRECT },
  { "The attack on the dam was launched by Swedish forces.", "The dam was attacked by local guerrillas.", EXPECT_DIRECT },
  { "Sweden was responsible for the explosion at the dam.", "Danish officers were responsible for the explosion at the dam.", EXPECT_DIRECT },
  { "The incursion was the work of others, but an attack by Polish troops came first.", "The attack by Czech troops came first.", EXPECT_DIRECT },
  { "Responsibility lies with the Greek government.", "The attack on the pipeline was orchestrated by Turkish agents.", EXPECT_DIRECT },
  { "The minister accused Iran of the strike.", "The strike was mounted by Israeli jets.", EXPECT_DIRECT },
  { "Anti-government militia were behind the bombing.", "The bombing was carried out by Peruvian soldiers.", EXPECT_DIRECT },
  { "The hack was carried out by Chinese agents.", "The hack was carried out by Indian agents.", EXPECT_DIRECT },
  { "The attack was carried out by Swedish soldiers.", "Swedish troops were behind the attack.", EXPECT_HIDDEN },
  { "The attack was carried out by Swedish soldiers.", "The attack took the town by surprise.", EXPECT_HIDDEN },
  { "The attack was carried out by drones.", "The attack was carried out by Swedish soldiers.", EXPECT_HIDDEN },
  { "The attack was carried out by rebels.", "Partisans were behind the attack.", EXPECT_HIDDEN },
  { "The attack was carried out by Swedish rebels.", "Rebels were behind the attack.", EXPECT_HIDDEN },
  { "Last year an attack was carried out by Danish soldiers.", "The attack was carried out by Swedish soldiers.", EXPECT_HIDDEN },
  { "The attack was not carried out by Danish soldiers.", "The attack was carried out by Swedish soldiers.", EXPECT_HIDDEN },
  { "Danish soldiers marched past the palace.", "The attack was carried out by Swedish soldiers.", EXPECT_HIDDEN },
  { "A Danish-based group of rebels claimed responsibility for the attack.", "Rebels were behind the attack.", EXPECT_HIDDEN },
  { "The identity of the rebels behind it is unclear, but rebels claimed responsibility.", "Sweden was responsible for the attack.", EXPECT_HIDDEN },
};

static void
test_table (void)
{
  conflict_table_check (SYN_CONFLICT_AGENT, rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflict-agent/table", test_table);
  return g_test_run ();
}
