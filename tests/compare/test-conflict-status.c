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
  { "The search for the glider in Kelva continues.", "The search for the glider in Kelva was called off.", EXPECT_DIRECT },
  { "The trial of the banker in Lund is still under way.", "The trial of the banker in Lund is over.", EXPECT_DIRECT },
  { "The hunger strike at the prison in Brenn is ongoing.", "The hunger strike at the prison in Brenn has ended.", EXPECT_DIRECT },
  { "The wildfire above Orvo is still burning.", "The wildfire above Orvo was brought under control.", EXPECT_DIRECT },
  { "Rescue work in the mine is continuing.", "Rescue work in the mine was abandoned.", EXPECT_DIRECT },
  { "Rebels captured Kelva.", "Street fighting in Kelva goes on.", EXPECT_DIRECT },
  { "The party declared victory in Brenn.", "The race in Brenn is too close to call.", EXPECT_DIRECT },
  { "The club plans to sell its stadium in Orvo to the city.", "The club has sold its stadium in Orvo to the city.", EXPECT_DIRECT },
  { "The court is due to close the banker's trial for fraud on Friday.", "The court has closed the banker's trial for fraud.", EXPECT_DIRECT },
  { "The airline intends to cancel the route from Lund to Brenn.", "The airline has cancelled the route from Lund to Brenn.", EXPECT_DIRECT },
  { "The trial of the banker in Lund is still under way.", "The trial of the banker in Lund is continuing.", EXPECT_HIDDEN },
  { "The cold spell in the north continues.", "The trial of the banker is over.", EXPECT_HIDDEN },
  { "The club plans to sell its stadium in Orvo to the city.", "The club plans to sell its stadium in Orvo.", EXPECT_HIDDEN },
  { "The club plans to sell its stadium in Orvo to the city.", "The club has sold out its game in Lund.", EXPECT_HIDDEN },
  { "Rebels captured Kelva.", "Tourists filled Kelva.", EXPECT_HIDDEN },
  { "Last year rebels captured Kelva.", "Street fighting in Kelva goes on.", EXPECT_HIDDEN },
  { "Rebels captured Kelva.", "Street fighting in Lund goes on.", EXPECT_HIDDEN },
  { "The wildfire above Orvo is still burning.", "The wildfire above Orvo is still burning, police said.", EXPECT_HIDDEN },
  { "The airline will grow in autumn in Lund.", "Wages at the mill in Brenn have risen.", EXPECT_HIDDEN },
  { "The delegation would arrive in Orvo on Sunday.", "A deal with the miners was reached in Brenn.", EXPECT_HIDDEN },
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
