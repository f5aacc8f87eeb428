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
  { "Kenyan police were responsible for the shooting at the stadium.", "The shooting at the stadium was carried out by militants.", EXPECT_DIRECT },
  { "The coup attempt was staged by Chilean officers, the palace said.", "Guerrillas were behind the coup attempt, diplomats said.", EXPECT_DIRECT },
  { "The minister blamed the cyber attack on Iran.", "The minister blamed the cyber attack on Russia.", EXPECT_DIRECT },
  { "Vietnam accused China of the attack on its trawlers.", "The attack on the trawlers was carried out by Malaysian boats.", EXPECT_DIRECT },
  { "Separatists claimed responsibility, but the bombing was carried out by Indian agents.", "The bombing was the work of Pakistan, an attack by Pakistani agents, officials said.", EXPECT_DIRECT },
  { "The raid on the depot was carried out by Serbian soldiers.", "Insurgents were behind the raid on the depot.", EXPECT_DIRECT },
  { "Austria said Hungarian troops launched the attack on the bridge.", "The attack on the bridge was launched by Slovak troops.", EXPECT_DIRECT },
  { "Egyptian jets were behind the strike; the strike was mounted by Egyptian pilots.", "The strike was mounted by Turkish jets.", EXPECT_DIRECT },
  { "The raid was orchestrated by Belgian agents.", "The raid was orchestrated by Dutch agents.", EXPECT_DIRECT },
  { "Opposition fighters were responsible for the explosion at the depot.", "Syrian officers were responsible for the explosion at the depot.", EXPECT_DIRECT },
  { "The concert was organised by Danish students.", "The attack was carried out by Swedish soldiers.", EXPECT_HIDDEN },
  { "The attack was condemned by Germany.", "The attack was carried out by Swedish soldiers.", EXPECT_HIDDEN },
  { "In 1994 the raid on the port was carried out by Polish troops.", "The raid on the port was carried out by Swedish soldiers.", EXPECT_HIDDEN },
  { "The bridge was built by Italian engineers.", "The bridge was blown up, an attack by Greek soldiers.", EXPECT_HIDDEN },
  { "The attack on Norway shocked Sweden.", "Swedish police said rebels were behind the attack.", EXPECT_HIDDEN },
  { "The goal was scored by the Brazilian captain.", "The winner was scored by the French captain after a raid down the left.", EXPECT_HIDDEN },
  { "Sweden denied that its soldiers carried out the attack.", "The attack was carried out by rebels.", EXPECT_HIDDEN },
  { "Tests were carried out by Swedish doctors on the patients.", "Tests were carried out by nurses on the patients.", EXPECT_HIDDEN },
  { "The rescue was carried out by Spanish divers.", "The rescue was led by local fishermen.", EXPECT_HIDDEN },
  { "Would Swedish troops attack the port? An attack by rebels is feared.", "Rebels were behind the attack on the port.", EXPECT_HIDDEN },
  { "Turkey accused Greece of moving the border posts near Orvo.", "Greece accused Turkey of blocking the road to Orvo.", EXPECT_HIDDEN },
  { "Turkish agents attacked the pipeline near Orvo.", "All delays cannot be blamed on Greece, the minister said.", EXPECT_HIDDEN },
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
