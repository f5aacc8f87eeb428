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
