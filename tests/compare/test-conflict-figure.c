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
  { "The hospital in Brenn said 18 people were injured in the blast.", "The hospital in Brenn said 31 people were injured in the blast.", EXPECT_DIRECT },
  { "The vaccine trial in Orvo counted 312 infections among nurses.", "The vaccine trial in Orvo counted 460 infections among nurses.", EXPECT_DIRECT },
  { "The avalanche above Kelva left 5 skiers missing.", "Nine skiers are missing after the avalanche above Kelva.", EXPECT_DIRECT },
  { "Lifeguards rescued 22 swimmers off Brenn beach on Sunday.", "Lifeguards rescued 35 swimmers off Brenn beach on Sunday.", EXPECT_DIRECT },
  { "The storm made 4,000 residents of Orvo homeless and killed six people.", "The storm made residents of Orvo homeless and killed eleven people.", EXPECT_DIRECT },
  { "The gallery in Orvo paid $4.1 million for the portrait by Hals.", "The gallery in Orvo paid $5.2 million for the portrait by Hals.", EXPECT_DIRECT },
  { "Turnout at the Kelva vote: the commission counted 61,000 ballots.", "Turnout at the Kelva vote: the commission counted 74,000 ballots.", EXPECT_DIRECT },
  { "The gallery in Orvo paid $4.1 million for the portrait by Hals.", "The gallery in Orvo paid about $4 million for the portrait by Hals.", EXPECT_HIDDEN },
  { "The bank pays its tellers in Orvo $19 an hour.", "The bank pays its tellers in Orvo a bonus of $2,000.", EXPECT_HIDDEN },
  { "The mill in Orvo lost £3 million in the first quarter.", "The mill in Orvo lost £9 million in the full year.", EXPECT_HIDDEN },
  { "The flood in Brenn killed 12 people, and the toll has risen to 19 since, rescuers said.", "The flood in Brenn killed 12 people.", EXPECT_HIDDEN },
  { "Three of the eleven climbers died on the peak above Kelva.", "Eleven climbers set out for the peak above Kelva.", EXPECT_HIDDEN },
  { "Police arrested 30 people at the march in Lyon on Monday.", "Police arrested a further 12 people in Lyon.", EXPECT_HIDDEN },
  { "The team won 14 games in Orvo last season.", "The team won 9 games in Orvo.", EXPECT_HIDDEN },
  { "The probe is 384,000 kilometres from Orvo, the space centre said.", "The probe is 239,000 miles from Orvo, the space centre said.", EXPECT_HIDDEN },
  { "The bank in Orvo has assets of $9.33 billion in Lund.", "The bank in Orvo has assets of $9 billion in Lund.", EXPECT_HIDDEN },
  { "The bank in Orvo paid $9.9 billion for the mill in Lund.", "The bank in Orvo paid $9 billion for the mill in Lund.", EXPECT_DIRECT },
  { "Dozens of miners died in the blast at Kelva.", "Eight miners died in the blast at Kelva.", EXPECT_DIRECT },
  { "Dozens of miners died in the blast at Kelva.", "31 miners died in the blast at Kelva.", EXPECT_HIDDEN },
  { "Several miners died in the blast at Kelva.", "Two miners died in the blast at Kelva.", EXPECT_HIDDEN },
  { "Profit of the Orvo mill rose three percent to 266 million.", "The market share of the Orvo mill rose to 12.8 percent.", EXPECT_HIDDEN },
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
