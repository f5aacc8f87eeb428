/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conflict-table.h"

static const ConflictRow rows[] = {
  { "The collision off Orvo was the result of a steering fault.", "The fog caused the collision off Orvo.", EXPECT_DIRECT },
  { "The blaze at the mill was caused by lightning.", "The blaze at the mill was caused by a cigarette.", EXPECT_DIRECT },
  { "The outage in Orvo was triggered by a storm.", "Sabotage triggered the outage in Orvo.", EXPECT_DIRECT },
  { "The decline of the mill was put down to energy prices.", "The decline of the mill was blamed on poor management.", EXPECT_DIRECT },
  { "The derailment in Orvo is attributed to a broken rail.", "A drunk driver is to blame for the derailment in Orvo.", EXPECT_DIRECT },
  { "The leak in Orvo was caused by a cracked valve.", "The leak in Orvo resulted from an earthquake.", EXPECT_DIRECT },
  { "The riot in Orvo was sparked by an arrest.", "High prices sparked the riot in Orvo.", EXPECT_DIRECT },
  { "The sinking of the trawler was the result of neglect.", "A rogue wave caused the sinking of the trawler.", EXPECT_DIRECT },
  { "The stampede in Orvo was caused by a rumour.", "The stampede in Orvo was caused by a locked gate.", EXPECT_DIRECT },
  { "The landslide in Orvo was triggered by rain.", "Mining triggered the landslide in Orvo.", EXPECT_DIRECT },
  { "The blaze at the mill was caused by lightning.", "Lightning caused the blaze at the mill.", EXPECT_HIDDEN },
  { "The blaze at the mill was caused by lightning.", "The blaze at the mill was large.", EXPECT_HIDDEN },
  { "The blaze at the mill was caused by lightning.", "Last year a blaze at the mill was caused by a cigarette.", EXPECT_HIDDEN },
  { "The blaze at the mill was caused by lightning.", "The flood in Lund was caused by rain.", EXPECT_HIDDEN },
  { "The collision off Orvo was the result of a steering fault.", "A fault in the steering caused the collision off Orvo.", EXPECT_HIDDEN },
  { "The cause of the blaze at the mill is not known.", "The blaze at the mill was caused by lightning.", EXPECT_HIDDEN },
  { "The owner denied that the blaze at the mill was caused by lightning.", "The blaze at the mill was caused by a cigarette.", EXPECT_HIDDEN },
  { "Nobody died as a result of the collision off Orvo.", "The fog caused the collision off Orvo.", EXPECT_HIDDEN },
  { "In 1987 the blaze at the mill was caused by a lamp.", "The blaze at the mill was caused by lightning.", EXPECT_HIDDEN },
  { "The quay in Orvo is shut because of the blaze.", "The blaze in Orvo was caused by lightning.", EXPECT_HIDDEN },
  { "The blackout in Kelva was caused by a squirrel.", "A faulty relay caused the blackout in Kelva.", EXPECT_DIRECT },
  { "The collapse of the stand in Orvo was attributed to rusted bolts.", "The collapse of the stand in Orvo was caused by the crowd.", EXPECT_DIRECT },
  { "The outbreak at the school in Brenn was caused by bad oysters.", "The outbreak at the school in Brenn was caused by tap water.", EXPECT_DIRECT },
  { "The slump of the brewery was blamed on cold weather.", "The slump of the brewery was put down to rising taxes.", EXPECT_DIRECT },
  { "The crash of the glider near Lund was caused by ice.", "Pilot error caused the crash of the glider near Lund.", EXPECT_DIRECT },
  { "The strike at the mine was sparked by a dismissal.", "Low wages sparked the strike at the mine.", EXPECT_DIRECT },
  { "The delay of the rocket was caused by lightning.", "The delay of the rocket was caused by a leaking valve.", EXPECT_DIRECT },
  { "The defeat of the mayor was put down to a scandal.", "The defeat of the mayor was attributed to high rents.", EXPECT_DIRECT },
  { "The death of the whales was caused by sonar.", "The death of the whales was caused by a virus.", EXPECT_DIRECT },
  { "The explosion of the silo was triggered by dust.", "A cigarette triggered the explosion of the silo.", EXPECT_DIRECT },
  { "The explosion of the silo was triggered by dust.", "Grain dust triggered the explosion of the silo.", EXPECT_HIDDEN },
  { "The slump of the brewery was blamed on cold weather.", "The brewery blamed cold weather for its slump.", EXPECT_HIDDEN },
  { "The blackout in Kelva was caused by a squirrel.", "The blackout in Kelva caused traffic jams.", EXPECT_HIDDEN },
  { "The death of the whales was caused by sonar.", "The rescue of the whales was praised in Orvo.", EXPECT_HIDDEN },
  { "The strike at the mine was sparked by a dismissal.", "The strike at the mine was ended by a vote.", EXPECT_HIDDEN },
  { "The delay of the rocket was caused by lightning.", "The success of the new bridge was caused by cheap tolls in Lund.", EXPECT_HIDDEN },
  { "Ten years ago the collapse of the stand was caused by rust.", "The collapse of the stand in Orvo was caused by the crowd.", EXPECT_HIDDEN },
  { "It is not clear whether ice was the cause of the crash near Lund.", "The cause of the crash near Lund is unknown.", EXPECT_HIDDEN },
  { "The outbreak in Brenn was caused by bad oysters.", "Oysters were the cause of the outbreak in Brenn.", EXPECT_HIDDEN },
  { "The judge blamed nobody for the defeat of the mayor.", "The defeat of the mayor was attributed to high rents.", EXPECT_HIDDEN },
  { "The cause of the Orvo blaze was a faulty heater, firemen said.", "The cause of the Orvo blaze was arson, the landlord said.", EXPECT_DIRECT },
  { "A gas leak caused the Orvo blast, the mayor said.", "The Orvo blast was caused by dynamite, a miner said.", EXPECT_DIRECT },
  { "The cause of the Orvo blaze was a faulty heater, firemen said.", "The cause of the Lund flood was a broken dam, the mayor said.", EXPECT_HIDDEN },
};

static void
test_table (void)
{
  conflict_table_check (SYN_CONFLICT_CAUSE, rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflict-cause/table", test_table);
  return g_test_run ();
}
