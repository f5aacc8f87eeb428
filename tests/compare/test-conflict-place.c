/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conflict-table.h"

static const ConflictRow rows[] = {
  { "The ferries collided beside the mole, and not off Tolven Point.", "The ferries collided off Tolven Point.", EXPECT_DIRECT },
  { "The blast was in the cellar, not in the kitchen.", "The blast was in the kitchen.", EXPECT_DIRECT },
  { "The plane came down near Orvo, not near Lund.", "The plane came down near Lund.", EXPECT_DIRECT },
  { "The shots were fired from the tower, not from the roof.", "The shots were fired from the roof.", EXPECT_DIRECT },
  { "The treaty was signed in Orvo, not in Lund.", "The treaty was signed in Lund.", EXPECT_DIRECT },
  { "The ferries collided beside the mole, and not off Tolven Point.", "The ferries collided beside the mole.", EXPECT_HIDDEN },
  { "The blast was in the cellar, not in the kitchen.", "The blast was in the cellar, not in the kitchen, police said.", EXPECT_HIDDEN },
  { "The plane came down near Orvo, not near Lund.", "Flowers bloom in Lund.", EXPECT_HIDDEN },
  { "The treaty was signed in Orvo, not in Lund.", "Last year a treaty was signed in Lund.", EXPECT_HIDDEN },
  { "The ship was late, not only in Orvo.", "The ship was late in Orvo.", EXPECT_HIDDEN },
  { "The summit took place in Orvo, and not in Brenn.", "The summit took place in Brenn.", EXPECT_DIRECT },
  { "The wreck was found off Lund, not off Kelva.", "The wreck was found off Kelva.", EXPECT_DIRECT },
  { "The painting hung in the chapel, not in the library.", "The painting hung in the library.", EXPECT_DIRECT },
  { "The protest was at the station, not at the market.", "The protest was at the market.", EXPECT_DIRECT },
  { "The virus was found in bats, not in pigs.", "The virus was found in pigs.", EXPECT_DIRECT },
  { "The player was injured in the gym, not in the stadium.", "The player was injured in the stadium.", EXPECT_DIRECT },
  { "The shot was fired inside the bank in Orvo.", "The shot was fired outside the bank in Orvo.", EXPECT_DIRECT },
  { "The guard was stabbed inside the prison in Brenn.", "The guard was stabbed outside the prison in Brenn.", EXPECT_DIRECT },
  { "The rocket exploded inside the hangar near Kelva.", "The rocket exploded outside the hangar near Kelva.", EXPECT_DIRECT },
  { "The deal was signed inside the embassy in Lund.", "The deal was signed outside the embassy in Lund.", EXPECT_DIRECT },
  { "The fans fought inside the stadium after the derby.", "The fans fought outside the stadium after the derby.", EXPECT_DIRECT },
  { "The baby was born inside the ambulance on Friday.", "The baby was born outside the ambulance on Friday.", EXPECT_DIRECT },
  { "The crate of vaccines was lost inside the airport in Orvo.", "The crate of vaccines was lost outside the airport in Orvo.", EXPECT_DIRECT },
  { "The bomb was hidden inside the theatre in Kelva.", "The bomb was hidden outside the theatre in Kelva.", EXPECT_DIRECT },
  { "The judge was attacked inside the courthouse in Brenn.", "The judge was attacked outside the courthouse in Brenn.", EXPECT_DIRECT },
  { "The shot was fired inside the bank in Orvo.", "The shot was fired inside the bank of Orvo on Monday.", EXPECT_HIDDEN },
  { "The singer checked into the clinic in Orvo.", "The singer checked out of the clinic in Orvo.", EXPECT_HIDDEN },
  { "The robbers drove into the shop in Orvo.", "The robbers drove out of the shop in Orvo.", EXPECT_HIDDEN },
  { "The guard was stabbed inside the prison in Brenn.", "Relatives waited outside the prison in Brenn for news of the strike.", EXPECT_HIDDEN },
  { "The summit took place in Orvo.", "The summit took place in Orvo in March.", EXPECT_HIDDEN },
  { "The ship sank off Brenn.", "The ship sank in the bay of Brenn.", EXPECT_HIDDEN },
  { "The wreck lies 12 km from Lund.", "The wreck lies near Kelva.", EXPECT_HIDDEN },
  { "The firm is based in Orvo.", "The firm has a branch in Brenn.", EXPECT_HIDDEN },
  { "The actor is in negotiations for the sequel.", "The actor is out of negotiations for the sequel.", EXPECT_HIDDEN },
  { "The deputy died in Hawaiian Gardens on Friday.", "The deputy was shot outside a Hawaiian Gardens flat on Friday.", EXPECT_HIDDEN },
  { "The vigil outside the mission in Orvo ended.", "A defector is hiding in the mission in Orvo.", EXPECT_HIDDEN },
  { "The train left Lund for Kelva.", "The train left Kelva for Lund.", EXPECT_HIDDEN },
  { "The museum in Brenn shows the painting.", "The museum in Lund shows a copy.", EXPECT_HIDDEN },
  { "The virus was found in bats, not in pigs.", "Farmers in Orvo sell pigs.", EXPECT_HIDDEN },
  { "The painting hung in the chapel.", "The painting hung in the chapel of the castle.", EXPECT_HIDDEN },
  { "The game was played indoors in Kelva.", "The game was played in Kelva before a small crowd.", EXPECT_HIDDEN },
};

static void
test_table (void)
{
  conflict_table_check (SYN_CONFLICT_PLACE, rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflict-place/table", test_table);
  return g_test_run ();
}
