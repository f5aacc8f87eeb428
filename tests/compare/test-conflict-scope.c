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
  { "The merger is one of the largest deals in banking.", "The merger is the largest deal in banking.", EXPECT_TENSION },
  { "She is one of the youngest players in the league.", "She is the youngest player in the league.", EXPECT_TENSION },
  { "The comet is among the brightest and one of the fastest objects ever seen.", "The comet is the fastest object ever seen.", EXPECT_TENSION },
  { "Many patients in Brenn recovered from the fever.", "All patients in Brenn recovered from the fever.", EXPECT_TENSION },
  { "Most teachers in Orvo joined the strike.", "All teachers in Orvo joined the strike.", EXPECT_TENSION },
  { "Few farmers in Kelva signed the petition.", "Many farmers in Kelva signed the petition.", EXPECT_TENSION },
  { "Every school in Lund was shut by the snow.", "Most school in Lund was shut by the snow.", EXPECT_TENSION },
  { "It was one of the longest trials in Orvo.", "It was the longest trial in Orvo.", EXPECT_TENSION },
  { "It is one of the oldest bridges in Kelva.", "It is the oldest bridge in Kelva.", EXPECT_TENSION },
  { "Almost all clinics in Brenn ran out of the vaccine.", "Few clinics in Brenn ran out of the vaccine.", EXPECT_TENSION },
  { "The merger is one of the largest deals in banking.", "The merger is the worst deal for tellers.", EXPECT_HIDDEN },
  { "All shareholders should be treated alike, the lawyer in Orvo said.", "Many shareholders went to the races in Lund.", EXPECT_HIDDEN },
  { "Most teachers in Orvo joined the strike.", "Most teachers in Orvo backed the strike.", EXPECT_HIDDEN },
  { "Many patients in Brenn recovered from the fever.", "Many doctors in Brenn caught the fever.", EXPECT_HIDDEN },
  { "She is one of the youngest players in the league.", "She is the youngest daughter of a player.", EXPECT_HIDDEN },
  { "The fastest train in Orvo left late.", "One of the slowest trains in Orvo left on time.", EXPECT_HIDDEN },
  { "Every player got a medal in Kelva.", "Most spectators in Kelva got wet.", EXPECT_HIDDEN },
  { "The largest dog won.", "One of the largest cats lost.", EXPECT_HIDDEN },
  { "All roads to Lund are open.", "Many cyclists near Lund want narrow roads.", EXPECT_HIDDEN },
  { "Few farmers in Kelva signed the petition.", "A few farmers in Kelva signed the petition.", EXPECT_HIDDEN },
  { "Only boats in Orvo had to stay in port for the storm.", "All boats in Orvo had to stay in port for the storm.", EXPECT_TENSION },
  { "The only boats in Orvo had to stay in port for the storm.", "All boats in Orvo had to stay in port for the storm.", EXPECT_HIDDEN },
  { "Only boats in Orvo had to stay in port for the storm.", "Many boats in Orvo had to stay in port for the storm.", EXPECT_HIDDEN },
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
