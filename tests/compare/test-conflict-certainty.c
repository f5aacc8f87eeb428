/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conflict-table.h"

static const ConflictRow rows[] = {
  { "The old kiln in Orvo could close, the union said.", "The old kiln in Orvo will close.", EXPECT_TENSION },
  { "The old kiln in Orvo may be closed.", "The old kiln in Orvo will be closed.", EXPECT_TENSION },
  { "The storm might destroy the pier in Orvo.", "The storm has destroyed the pier in Orvo.", EXPECT_TENSION },
  { "Rerouting could slow the trains to Orvo.", "Rerouting has slowed the trains to Orvo.", EXPECT_TENSION },
  { "The mayor of Orvo might resign over the bridge.", "The mayor of Orvo will resign over the bridge.", EXPECT_TENSION },
  { "The strike may cripple the port of Orvo.", "The strike has crippled the port of Orvo.", EXPECT_TENSION },
  { "The cause of the explosion was not immediately clear.", "A gas leak was the cause of the explosion.", EXPECT_TENSION },
  { "The capture of the village had not been independently confirmed.", "The capture of the village was announced by the rebels.", EXPECT_TENSION },
  { "It was too early to say what had caused the collision.", "Fog caused the collision, the owner said.", EXPECT_TENSION },
  { "The identity of the gunman remains unknown, and unclear.", "The identity of the gunman was given as Karl Voss.", EXPECT_TENSION },
  { "The old kiln in Orvo could close.", "The old kiln in Orvo could close soon.", EXPECT_HIDDEN },
  { "The old kiln in Orvo could close.", "The old kiln in Orvo is red.", EXPECT_HIDDEN },
  { "Repairs in Orvo will take several days.", "Repairs in Orvo could take until Friday.", EXPECT_HIDDEN },
  { "The old kiln in Orvo may not close.", "The old kiln in Orvo will close.", EXPECT_HIDDEN },
  { "In May the kiln in Orvo closed.", "The kiln in Orvo has closed.", EXPECT_HIDDEN },
  { "The cause of the explosion was not immediately clear.", "The mayor of Lund opened a school.", EXPECT_HIDDEN },
  { "The cause of the explosion was not immediately clear.", "The cause of the explosion is unclear.", EXPECT_HIDDEN },
  { "The bridge could fall, engineers in Orvo warned.", "Leaves will fall in autumn.", EXPECT_HIDDEN },
  { "The strike may cripple the port of Orvo.", "The strike has ended in Lund.", EXPECT_HIDDEN },
  { "Details of the raid in Orvo are unclear.", "Shops in Lund reopened.", EXPECT_HIDDEN },
  { "The striker may join the club in Kelva.", "The striker will join the club in Kelva.", EXPECT_TENSION },
  { "The tax on sugar could be raised in Orvo.", "The tax on sugar will be raised in Orvo.", EXPECT_TENSION },
  { "The comet might break up near the sun.", "The comet has broken up near the sun.", EXPECT_TENSION },
  { "The drug may cure the fever, doctors in Brenn said.", "The drug has cured the fever, doctors in Brenn said.", EXPECT_TENSION },
  { "The court might free the banker in Lund.", "The court will free the banker in Lund.", EXPECT_TENSION },
  { "The airline could cancel its flights to Orvo.", "The airline has cancelled its flights to Orvo.", EXPECT_TENSION },
  { "Snow may block the pass at Kelva.", "Snow has blocked the pass at Kelva.", EXPECT_TENSION },
  { "What caused the outbreak at the school is not yet known.", "Bad oysters were the cause of the outbreak at the school.", EXPECT_TENSION },
  { "It is unclear what caused the glider to crash.", "Ice caused the crash of the glider.", EXPECT_TENSION },
  { "The death of the general has not been independently confirmed.", "The death of the general was announced on state television.", EXPECT_TENSION },
  { "The striker may join the club in Kelva.", "The striker has joined a choir in Lund.", EXPECT_HIDDEN },
  { "The tax on sugar could be raised in Orvo.", "The tax on sugar was introduced in Orvo.", EXPECT_HIDDEN },
  { "The drug may cure the fever, doctors in Brenn said.", "The drug may cure the fever, experts in Brenn said.", EXPECT_HIDDEN },
  { "In May the pass at Kelva was blocked.", "Snow has blocked the pass at Kelva.", EXPECT_HIDDEN },
  { "The court may free the banker in Lund.", "The court may not free the banker in Lund.", EXPECT_HIDDEN },
  { "Voters might punish the mayor.", "The coach will punish his players.", EXPECT_HIDDEN },
  { "The comet might break up near the sun.", "The comet is near the sun.", EXPECT_HIDDEN },
  { "Will Holm sang in the opera in Orvo.", "May Berg danced in the opera in Orvo.", EXPECT_HIDDEN },
  { "The airline could not cancel its flights to Orvo.", "The airline has cancelled its flights to Orvo.", EXPECT_HIDDEN },
  { "The march could turn violent, police in Lund warned.", "The march in Lund was peaceful.", EXPECT_HIDDEN },
  { "Fire chief Ann Holt said that it would appear the blaze at the mill in Orvo began in the cellar.", "Fire chief Ann Holt said that the blaze at the mill in Orvo began in the cellar.", EXPECT_TENSION },
  { "Fire chief Ann Holt said that it would appear the blaze at the mill in Orvo began in the cellar.", "The blaze at the mill in Orvo began in the cellar, said mayor Jo Lund.", EXPECT_HIDDEN },
  { "Fire chief Ann Holt said that it would appear the blaze at the mill in Orvo began in the cellar.", "Fire chief Ann Holt said that the blaze at the mill in Orvo probably began in the cellar.", EXPECT_HIDDEN },
};

static void
test_table (void)
{
  conflict_table_check (SYN_CONFLICT_CERTAINTY, rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflict-certainty/table", test_table);
  return g_test_run ();
}
