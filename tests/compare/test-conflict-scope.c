/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conflict-table.h"

static const ConflictRow rows[] = {
  { "It was one of the biggest storms in Orvo.", "It was the biggest storm in Orvo.", EXPECT_TENSION },
  { "The quake was one of the worst disasters in Orvo.", "The quake was the worst disaster in Orvo.", EXPECT_TENSION },
  { "It is among the largest mergers in Orvo.", "It is the largest merger in Orvo.", EXPECT_TENSION },
  { "It was one of the deadliest fires in Orvo.", "It was the worst fire in Orvo.", EXPECT_TENSION },
  { "Many residents of Orvo fled the flood.", "Most residents of Orvo fled the flood.", EXPECT_TENSION },
  { "All passengers of the ferry were rescued.", "Most passengers of the ferry were rescued.", EXPECT_TENSION },
  { "Few voters in Orvo backed the plan.", "Most voters in Orvo backed the plan.", EXPECT_TENSION },
  { "All the shareholders of the mill back the deal.", "Many shareholders of the mill back the deal.", EXPECT_TENSION },
  { "At least eight people were wounded in Orvo.", "Eight people were wounded in Orvo.", EXPECT_LISTED },
  { "More than 40 houses burned in Orvo.", "Some 40 houses burned in Orvo.", EXPECT_LISTED },
  { "It was one of the biggest storms in Orvo.", "It was one of the largest storms in Orvo.", EXPECT_HIDDEN },
  { "It was the biggest storm in Orvo.", "It was the largest storm in Orvo.", EXPECT_HIDDEN },
  { "It was one of the biggest storms in Orvo.", "It was the biggest ship in Orvo.", EXPECT_HIDDEN },
  { "It was one of the oldest mills in Orvo.", "It was the largest mill in Orvo.", EXPECT_HIDDEN },
  { "Many residents of Orvo fled.", "Many residents of Orvo left.", EXPECT_HIDDEN },
  { "Many residents of Orvo fled the flood.", "Most tourists in Lund enjoyed the flood.", EXPECT_HIDDEN },
  { "Several villages near Orvo were flooded.", "Some villages near Orvo were flooded.", EXPECT_HIDDEN },
  { "No sailings to Orvo are planned.", "All sailings to Orvo are cancelled.", EXPECT_HIDDEN },
  { "Eight people were wounded in Orvo.", "Eight people were wounded in Orvo, police said.", EXPECT_HIDDEN },
  { "At least eight people were wounded in Orvo.", "Eight boats were lost in Orvo.", EXPECT_HIDDEN },
};

static void
test_table (void)
{
  conflict_table_check (SYN_CONFLICT_SCOPE, rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflict-scope/table", test_table);
  return g_test_run ();
}
