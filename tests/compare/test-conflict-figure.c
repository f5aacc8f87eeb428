/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conflict-table.h"

static const ConflictRow rows[] = {
  { "The train crash near Lund killed 12 people.", "The train crash near Lund killed 20 people.", EXPECT_DIRECT },
  { "Twelve people were killed in the train crash near Lund.", "The train crash near Lund left 20 people dead.", EXPECT_DIRECT },
  { "Fourteen people were injured when the ferry hit the quay.", "Seventeen people were hurt when the ferry hit the quay.", EXPECT_DIRECT },
  { "Police arrested 30 people at the march in Lyon.", "Police arrested 45 people at the march in Lyon.", EXPECT_DIRECT },
  { "At least 12 people died when the bridge at Orvo fell.", "At least 20 people died when the bridge at Orvo fell.", EXPECT_TENSION },
  { "Eight miners are missing after the blast at Kelva.", "Eleven miners are missing after the blast at Kelva.", EXPECT_DIRECT },
  { "The barge was carrying 800 tonnes of gravel to the harbour.", "The barge was carrying 1,200 tonnes of gravel to the harbour.", EXPECT_DIRECT },
  { "The ferry was doing 14 knots when it hit the barge.", "The ferry was doing 9 knots when it hit the barge.", EXPECT_DIRECT },
  { "No one was hurt when the crane fell in Lund.", "Three people were hurt when the crane fell in Lund.", EXPECT_DIRECT },
  { "The flood in Orvo killed 40 people, the mayor said.", "The flood in Orvo killed 55 people, rescuers said.", EXPECT_DIRECT },
  { "The flood forced 300 families out of Orvo.", "The flood forced 900 families out of Orvo.", EXPECT_DIRECT },
  { "Corvane offers 412 pence for each share of the glassworks.", "Corvane offers 450 pence for each share of the glassworks.", EXPECT_DIRECT },
  { "The train crash near Lund killed 12 people.", "The train crash near Lund killed twelve people.", EXPECT_HIDDEN },
  { "The crash near Lund killed 12 people.", "The crash near Lund injured 20 people.", EXPECT_HIDDEN },
  { "The crash near Lund killed 12 people.", "Two of the people killed in the crash near Lund were tourists.", EXPECT_HIDDEN },
  { "The crash near Lund killed 12 people.", "Another 20 people were killed in the crash near Lund.", EXPECT_HIDDEN },
  { "The crash near Lund killed 12 people.", "In March 2019 a crash near Lund killed 20 people.", EXPECT_HIDDEN },
  { "The crash near Lund killed 12 people.", "Last year a crash near Lund killed 20 people.", EXPECT_HIDDEN },
  { "The crash near Lund killed 12 people on Monday.", "The crash near Lund killed 20 people on Friday.", EXPECT_HIDDEN },
  { "The crash near Lund killed 12 people.", "The crash near Lund killed four women.", EXPECT_HIDDEN },
  { "The quake struck 75 km from Lund.", "The quake struck 47 miles from Lund.", EXPECT_HIDDEN },
  { "The quake struck 75 km from Lund.", "The quake struck 90 km from Orvo.", EXPECT_HIDDEN },
  { "About 1,000 people were hurt in the Lund stampede.", "About 1,100 people were hurt in the Lund stampede.", EXPECT_HIDDEN },
  { "The bid values the glassworks at £1.3 billion including debt.", "The bid values the glassworks at £1.1 billion without debt.", EXPECT_HIDDEN },
  { "One of the cables near Lund was cut.", "Three cables near Lund were cut.", EXPECT_HIDDEN },
  { "The 32-year-old driver of the train was hurt.", "Two people on the train were hurt.", EXPECT_HIDDEN },
};

static void
test_table (void)
{
  conflict_table_check (SYN_CONFLICT_FIGURE, rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflict-figure/table", test_table);
  return g_test_run ();
}
