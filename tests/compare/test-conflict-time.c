/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conflict-table.h"

static const ConflictRow rows[] = {
  { "The first call for help from the ferry came at 7.42 a.m.", "The first call for help from the ferry came at 7:10 a.m.", EXPECT_DIRECT },
  { "The blast at the mill in Orvo came at 19:30.", "The blast at the mill in Orvo came at 21:00.", EXPECT_DIRECT },
  { "The blast at the mill in Orvo came at half past six.", "The blast at the mill in Orvo came at quarter to eight.", EXPECT_DIRECT },
  { "The firm has until 7 July to publish its terms.", "The firm has until 4 July to publish its terms.", EXPECT_DIRECT },
  { "The dam in Orvo must be mended by 1 June.", "The dam in Orvo must be mended by 20 June.", EXPECT_DIRECT },
  { "On Tuesday morning, Berg told residents of Orvo to stay away.", "Berg late last night told residents of Orvo to stay away.", EXPECT_DIRECT },
  { "Berg said early on Tuesday that Orvo was unsafe.", "Berg said on Tuesday evening that Orvo was unsafe.", EXPECT_DIRECT },
  { "The alarm in the bank in Orvo rang at noon.", "The alarm in the bank in Orvo rang at 2 pm.", EXPECT_DIRECT },
  { "Polls in Orvo closed at 8 pm.", "Polls in Orvo closed at 9 pm.", EXPECT_DIRECT },
  { "The launch in Orvo took place on 3 May.", "The launch in Orvo took place on 5 May.", EXPECT_LISTED },
  { "The blast at the mill in Orvo came at 19:30.", "The blast at the mill in Orvo came at 7.30 pm.", EXPECT_HIDDEN },
  { "The blast at the mill in Orvo came at 6 pm.", "The blast at the mill in Orvo came at 6.10 pm.", EXPECT_HIDDEN },
  { "The call from the ferry came at 7.42 a.m.", "The call from the ferry came at 8.42 a.m. Continental time.", EXPECT_HIDDEN },
  { "The call from the ferry came at 7.42 a.m.", "The ball in Lund began at 9 pm.", EXPECT_HIDDEN },
  { "The blast at the mill in Orvo came at 19:30.", "Last year a blast at the mill in Orvo came at 21:00.", EXPECT_HIDDEN },
  { "The blast in Orvo came on Monday at 19:30.", "The blast in Orvo came on Friday at 21:00.", EXPECT_HIDDEN },
  { "Berg said that houses in Orvo were hit overnight.", "On Tuesday morning Berg told people in Orvo to leave.", EXPECT_HIDDEN },
  { "The firm has until 7 July to publish its terms.", "The firm has until 7 July 2023 to publish its terms.", EXPECT_HIDDEN },
  { "Mayor Holm spoke in the morning.", "Mayor Berg sang in the evening.", EXPECT_HIDDEN },
  { "The score in Orvo was 2:1.", "The match in Orvo began at 21:00.", EXPECT_HIDDEN },
  { "The earthquake in Kelva struck at 4.15 a.m.", "The earthquake in Kelva struck at 5.40 a.m.", EXPECT_DIRECT },
  { "The verdict in Lund was read at 10:30.", "The verdict in Lund was read at 13:00.", EXPECT_DIRECT },
  { "Kick-off in Brenn was at 3 pm.", "Kick-off in Brenn was at 5 pm.", EXPECT_DIRECT },
  { "The rocket lifted off from Orvo at 09:12.", "The rocket lifted off from Orvo at 11:40.", EXPECT_DIRECT },
  { "Bidders for the brewery have until 3 March to file offers.", "Bidders for the brewery have until 17 March to file offers.", EXPECT_DIRECT },
  { "The clinic in Brenn must close by 30 June.", "The clinic in Brenn must close by 15 June.", EXPECT_DIRECT },
  { "On Monday evening Holm said that the dam in Kelva was safe.", "Holm said on Monday morning that the dam in Kelva was safe.", EXPECT_DIRECT },
  { "The power in Orvo came back at midnight.", "The power in Orvo came back at 6 am.", EXPECT_DIRECT },
  { "The patients in Lund must leave before 8 May.", "The patients in Lund must leave before 20 May.", EXPECT_DIRECT },
  { "The eclipse over Kelva began at 11.05 am.", "The eclipse over Kelva began at 11.50 am.", EXPECT_DIRECT },
  { "The eclipse over Kelva began at 11.05 am.", "The eclipse over Kelva began at 11:05.", EXPECT_HIDDEN },
  { "Kick-off in Brenn was at 3 pm.", "Kick-off in Brenn was at 15:00.", EXPECT_HIDDEN },
  { "The verdict in Lund was read at 10:30.", "Lunch in Lund was served at 13:00.", EXPECT_HIDDEN },
  { "The earthquake in Kelva struck at 4.15 a.m.", "The 2005 earthquake in Kelva struck at 5.40 a.m.", EXPECT_HIDDEN },
  { "The rocket lifted off from Orvo at 09:12.", "The rocket lifted off from Orvo at 09:20.", EXPECT_HIDDEN },
  { "The clinic in Brenn must close by 30 June.", "The school in Lund must open by 15 August.", EXPECT_HIDDEN },
  { "Holm spoke on Monday.", "Holm spoke at noon.", EXPECT_HIDDEN },
  { "Polls opened at 7 am and closed at 8 pm in Orvo.", "Polls closed at 8 pm in Orvo.", EXPECT_HIDDEN },
  { "Bidders have until 3 March.", "Bidders have until 3 March 2023.", EXPECT_HIDDEN },
  { "The song lasts until 3.30.", "The shop is open until 6 pm.", EXPECT_HIDDEN },
};

static void
test_table (void)
{
  conflict_table_check (SYN_CONFLICT_TIME, rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflict-time/table", test_table);
  return g_test_run ();
}
