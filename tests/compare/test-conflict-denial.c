/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conflict-table.h"

static const ConflictRow rows[] = {
  { "Moldova blamed the attack on Hungary.", "Hungary denied any involvement in the attack.", EXPECT_DIRECT },
  { "The attack was carried out by Hungarian troops.", "Hungary said it had nothing to do with the attack.", EXPECT_DIRECT },
  { "Officials accused Hungary of the attack.", "Budapest was not involved, a Hungarian spokesman said.", EXPECT_DIRECT },
  { "A man has been charged with arson after the fire in Orvo.", "A man denied arson over the fire in Orvo.", EXPECT_DIRECT },
  { "Jon Berg was charged with fraud on Monday.", "Jon Berg pleaded not guilty to fraud on Monday.", EXPECT_DIRECT },
  { "The board rejected the offer for the glassworks.", "The board has not rejected the offer for the glassworks.", EXPECT_DIRECT },
  { "The pension fund of the glassworks is in surplus.", "The pension fund of the glassworks is in deficit.", EXPECT_DIRECT },
  { "The head office of the glassworks is to stay in Ludmoor.", "The head office of the glassworks is to move to Aalmark.", EXPECT_DIRECT },
  { "The board of the glassworks rejected the offer.", "The board of the glassworks accepted the offer.", EXPECT_DIRECT },
  { "The church was destroyed by the fire in Orvo.", "The church was left intact by the fire in Orvo.", EXPECT_DIRECT },
  { "The captain boarded the ship in Orvo.", "The captain never boarded the ship in Orvo.", EXPECT_DIRECT },
  { "Nobody drowned when the ferry sank off Orvo.", "A sailor drowned when the ferry sank off Orvo.", EXPECT_DIRECT },
  { "Moldova blamed the attack on Hungary.", "Slovakia denied any involvement in the attack.", EXPECT_HIDDEN },
  { "Moldova blamed the attack on Hungary.", "Hungary has denied any connection to past attacks.", EXPECT_HIDDEN },
  { "Hungary condemned the attack.", "Hungary denied any involvement in the attack.", EXPECT_HIDDEN },
  { "A man has been charged with arson after the fire in Orvo.", "A woman denied theft in Lund.", EXPECT_HIDDEN },
  { "The board rejected the offer for the glassworks.", "The board would not sell the canal.", EXPECT_HIDDEN },
  { "The board rejected the offer for the glassworks.", "The board rejected the offer for the glassworks on Monday.", EXPECT_HIDDEN },
  { "The harbour may not be restored before May.", "It will be months until the harbour is restored.", EXPECT_HIDDEN },
  { "The captain boarded the ship in Orvo.", "The cook did not board a bus in Lund.", EXPECT_HIDDEN },
  { "The fund is in surplus.", "The trade of the whole region is in deficit.", EXPECT_HIDDEN },
  { "Profit rose in the spring at the glassworks.", "Profit grew in the spring at the glassworks.", EXPECT_HIDDEN },
  { "She could not take the train to Orvo.", "She took the train to Orvo.", EXPECT_HIDDEN },
  { "If the dam fails, the valley of Orvo floods.", "The dam has not failed, the mayor of Orvo said.", EXPECT_HIDDEN },
  { "The minister resigned over the tax affair.", "The minister has not resigned over the tax affair.", EXPECT_DIRECT },
  { "The referee awarded a penalty to Rovers.", "The referee did not award a penalty to Rovers, the referee never awarded it.", EXPECT_DIRECT },
  { "The price of wheat rose in Orvo in June.", "The price of wheat fell in Orvo in June.", EXPECT_DIRECT },
  { "The factory in Kelva will stay open.", "The factory in Kelva will close.", EXPECT_DIRECT },
  { "A doctor in Brenn was charged with manslaughter.", "A doctor in Brenn denied manslaughter.", EXPECT_DIRECT },
  { "Parliament in Lund approved the treaty on fishing.", "Parliament in Lund rejected the treaty on fishing.", EXPECT_DIRECT },
  { "Brazil was behind the theft of the data, officials said.", "Brazil denied any role in the theft of the data.", EXPECT_DIRECT },
  { "The climber survived the fall in Kelva.", "The climber died in the fall in Kelva.", EXPECT_DIRECT },
  { "The minister resigned over the tax affair.", "The minister did not say who resigned over the tax affair.", EXPECT_HIDDEN },
  { "No one in Orvo knew how much wheat was stored.", "No one in Orvo knew how much wheat was stored, a trader said.", EXPECT_HIDDEN },
  { "The article ran without details of the treaty on fishing.", "The article ran without details of the treaty on fishing or pictures.", EXPECT_HIDDEN },
  { "The doctor in Brenn faces ten years if convicted of manslaughter.", "The doctor in Brenn denied manslaughter.", EXPECT_HIDDEN },
  { "The price of wheat rose in Orvo in June.", "The price of barley fell in Lund in March.", EXPECT_HIDDEN },
  { "The factory in Kelva will stay open.", "The museum in Lund will close on Mondays.", EXPECT_HIDDEN },
  { "The board of the mill agreed to sell the dam.", "The mayor could not sing at the board's dinner.", EXPECT_HIDDEN },
  { "The prosecutors have not signed off on the hotel in Orvo.", "The singer signed autographs in Lund.", EXPECT_HIDDEN },
  { "The climber survived the fall in Kelva.", "The brother of the climber was buried in Kelva.", EXPECT_HIDDEN },
  { "The club would not have signed Morrow if the striker were fit.", "The club signed Morrow in Lund.", EXPECT_HIDDEN },
  { "The union will not negotiate over the Orvo mill.", "The negotiations over the Orvo mill continued on Monday.", EXPECT_HIDDEN },
  { "Visitors lined the Rose Garden during the minister's speech in Orvo.", "The minister's plan in Orvo fell apart during the speech.", EXPECT_HIDDEN },
  { "Sales of the Orvo mill rose in spring.", "Costs of the Orvo mill fell in spring.", EXPECT_HIDDEN },
  { "The minister left the court in Orvo without giving details of the treaty.", "The minister gave the court in Orvo a lecture.", EXPECT_HIDDEN },
  { "The water supply of the Orvo clinic was checked in March.", "The water supply of the Orvo clinic had not been checked for years.", EXPECT_DIRECT },
  { "The council in Orvo rejected the ferry plan.", "The council in Orvo backed the harbour tax.", EXPECT_HIDDEN },
  { "The Orvo clinic denied that its patient files had been altered.", "Patient files at the Orvo clinic had been altered, a nurse said.", EXPECT_DIRECT },
  { "Observers saw no serious irregularities at the Kelva ballot.", "Observers reported serious irregularities at the Kelva ballot.", EXPECT_DIRECT },
  { "The Orvo clinic denied that its patient files had been altered.", "The Orvo clinic denied that patient files had been altered.", EXPECT_HIDDEN },
  { "The Orvo clinic denied that its patient files had been altered.", "Patient files at the Orvo clinic had not been altered, a nurse said.", EXPECT_HIDDEN },
  { "The Orvo clinic denied that its roof was unsafe.", "Patient files at the Orvo clinic had been altered, a nurse said.", EXPECT_HIDDEN },
};

static void
test_table (void)
{
  conflict_table_check (SYN_CONFLICT_DENIAL, rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflict-denial/table", test_table);
  return g_test_run ();
}
