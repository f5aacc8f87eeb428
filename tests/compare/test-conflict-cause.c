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
