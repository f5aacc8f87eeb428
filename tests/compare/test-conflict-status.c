/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conflict-table.h"

static const ConflictRow rows[] = {
  { "The search for the crew off Orvo is still under way.", "The search for the crew off Orvo was called off.", EXPECT_DIRECT },
  { "Fighting in Orvo continues.", "The rebels in Orvo were beaten back.", EXPECT_DIRECT },
  { "The fire at the mill in Orvo is still burning.", "The fire at the mill in Orvo was extinguished.", EXPECT_DIRECT },
  { "The siege of the bank is ongoing.", "The siege of the bank is over.", EXPECT_DIRECT },
  { "The operation against the gang continues, police said.", "Police said the gang was eliminated and the operation has ended.", EXPECT_DIRECT },
  { "The army captured Orvo.", "Battles for Orvo go on.", EXPECT_DIRECT },
  { "The general declared victory in Orvo.", "Rebels still hold parts of Orvo.", EXPECT_DIRECT },
  { "The firm plans to send a ship to mend the cable off Orvo.", "The firm has sent a ship to mend the cable off Orvo.", EXPECT_DIRECT },
  { "The two banks are set to merge their branches in Orvo.", "The two banks have merged their branches in Orvo.", EXPECT_DIRECT },
  { "The escaped tiger remains at large in Orvo.", "The escaped tiger is back in custody in Orvo.", EXPECT_DIRECT },
  { "Fighting in Orvo continues.", "Fighting in Orvo continues to rage.", EXPECT_HIDDEN },
  { "Rain continues in the north.", "The siege of the bank is over.", EXPECT_HIDDEN },
  { "The army captured Orvo.", "Battles for Lund go on.", EXPECT_HIDDEN },
  { "The army captured Orvo.", "The army seized Orvo.", EXPECT_HIDDEN },
  { "The army captured Orvo last year.", "Battles for Orvo go on.", EXPECT_HIDDEN },
  { "The firm plans to send a ship to mend the cable off Orvo.", "The firm will send a ship to mend the cable off Orvo.", EXPECT_HIDDEN },
  { "The firm plans to be ready in Orvo.", "The firm has been ready in Orvo for years.", EXPECT_HIDDEN },
  { "The statement put out by the mayor of Orvo continues to be read.", "The mayor of Orvo put out a statement.", EXPECT_HIDDEN },
  { "The fire continued for hours but was extinguished.", "The fire was extinguished.", EXPECT_HIDDEN },
  { "The firm plans to send a ship to mend the cable off Orvo.", "The firm has painted a ship in Lund.", EXPECT_HIDDEN },
};

static void
test_table (void)
{
  conflict_table_check (SYN_CONFLICT_STATUS, rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflict-status/table", test_table);
  return g_test_run ();
}
