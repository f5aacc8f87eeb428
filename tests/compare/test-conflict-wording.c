/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conflict-table.h"

static const ConflictRow rows[] = {
  { "“The cleaning of the territory by our troops continues,” Berg said.", "“The cleansing of the territory by our troops continues,” Berg said.", EXPECT_TENSION },
  { "“I would not have sailed in that fog,” she told reporters.", "“I would not have let her sail in that fog,” she said.", EXPECT_TENSION },
  { "“We were not progressing the way we wanted to progress,” he said.", "“We were not progressing the way we had hoped to progress,” he said.", EXPECT_TENSION },
  { "“The offer is opportunistic and much too low for us,” said Stennick.", "“The offer is insulting and much too low for us,” said Stennick.", EXPECT_TENSION },
  { "“If there was any more I could give you, I would,” the judge said.", "“If I could give you any more, I would,” the judge said.", EXPECT_TENSION },
  { "“Our harbour is closed until the wind drops,” Berg said.", "“Our harbour is shut until the wind drops,” Berg said.", EXPECT_TENSION },
  { "“This town will never forget its lost sailors,” he said.", "“This town will never forgive its lost sailors,” he said.", EXPECT_TENSION },
  { "‘We saw three men run from the bank,’ she said.", "“We saw two men run from the bank,” she said.", EXPECT_TENSION },
  { "“The bridge was safe when I crossed it on Monday,” he said.", "“The bridge was sound when I crossed it on Monday,” he said.", EXPECT_TENSION },
  { "“Nobody told us that the river was rising so fast,” Holm said.", "“Nobody warned us that the river was rising so fast,” Holm said.", EXPECT_TENSION },
  { "“I would not have sailed in that fog,” she told reporters.", "“I would not have sailed in that fog,” said the harbour master.", EXPECT_HIDDEN },
  { "“I would not have sailed in that fog at night,” she said.", "“I would not have sailed in that fog,” she said.", EXPECT_HIDDEN },
  { "“I'm sure the bridge wasn't safe on Monday,” he said.", "“I am sure the bridge was not safe on Monday,” he said.", EXPECT_HIDDEN },
  { "“I know that the things that I did caused pain,” he said.", "“And I know the things I did caused pain,” he said.", EXPECT_HIDDEN },
  { "“The majority of bloggers responded with varied concern,” it said.", "“The majority of [local writers] responded with varied concern,” it said.", EXPECT_HIDDEN },
  { "“I appeal to all residents who ... left their homes,” he said.", "“I appeal to all residents who in the storm left their homes,” he said.", EXPECT_HIDDEN },
  { "“We saw three men run from the bank,” she said.", "“The weather is lovely in the hills today,” she said.", EXPECT_HIDDEN },
  { "He called it “a disgrace”.", "He called it “a scandal”.", EXPECT_HIDDEN },
  { "She said the harbour was closed until the wind drops.", "She said the harbour was shut until the wind drops.", EXPECT_HIDDEN },
  { "“Berg and Andriy Melnyk saw three men run away,” she said.", "“Berg and Andrii Melnyk saw three men run away,” she said.", EXPECT_HIDDEN },
  { "“The patient responded well to the new drug,” said the doctor.", "“The patient reacted well to the new drug,” said the doctor.", EXPECT_TENSION },
  { "“My client acted in plain self-defence that night,” the lawyer said.", "“My client acted in clear self-defence that night,” the lawyer said.", EXPECT_TENSION },
  { "“We played our best game of the season today,” the coach said.", "“We played our worst game of the season today,” the coach said.", EXPECT_TENSION },
  { "“Voters have sent the government a warning in this election,” Holm said.", "“Voters have sent the government a message in this election,” Holm said.", EXPECT_TENSION },
  { "“The telescope has found water on a distant planet,” she said.", "“The telescope has found oxygen on a distant planet,” she said.", EXPECT_TENSION },
  { "“Prices will rise before they fall again,” the banker said.", "“Prices will fall before they rise again,” the banker said.", EXPECT_TENSION },
  { "“I saw smoke coming from the left engine,” a passenger said.", "“I saw smoke coming from the right engine,” a passenger said.", EXPECT_TENSION },
  { "“The water reached the second floor of our house,” Berg said.", "“The water reached the first floor of our house,” Berg said.", EXPECT_TENSION },
  { "“This company has no future without a partner,” he told workers.", "“This company has little future without a partner,” he told workers.", EXPECT_TENSION },
  { "“They will put a brake on our hopes for growth,” an analyst said.", "“They will put a break on our hopes for growth,” an analyst said.", EXPECT_TENSION },
  { "“The patient responded well to the new drug,” said the doctor.", "“The patient responded well to the new drug,” the surgeon said.", EXPECT_HIDDEN },
  { "“My client acted in plain self-defence that night,” the lawyer said.", "“My client acted in plain self-defence,” the lawyer said.", EXPECT_HIDDEN },
  { "“We played our best game of the season today,” the coach said.", "“We’ll train harder for the next one,” the coach said.", EXPECT_HIDDEN },
  { "“Voters have sent the government a warning,” Holm said.", "“The budget is a disaster for the poor,” Holm said.", EXPECT_HIDDEN },
  { "“I've never seen such waves in my life,” he said.", "“I have never seen such waves in my life,” he said.", EXPECT_HIDDEN },
  { "“Prices will rise,” the banker said.", "“Prices will rise,” the banker repeated.", EXPECT_HIDDEN },
  { "“It was [the mayor] who told us to run,” she said.", "“It was he who told us to run,” she said.", EXPECT_HIDDEN },
  { "“The water ... reached the second floor of our house,” Berg said.", "“The water from the burst dam reached the second floor of our house,” Berg said.", EXPECT_HIDDEN },
  { "The doctor said the drug was “safe”.", "The doctor called the drug “promising”.", EXPECT_HIDDEN },
  { "“That this company has no future without a partner is plain,” he said.", "“This company has no future without a partner is plain,” he said.", EXPECT_HIDDEN },
  { "Morrow spoke of \"violence in the poor districts\" and \"poor-on-poor crime\" in Orvo.", "Morrow promised to curb \"poor-on-poor crime\" in Orvo.", EXPECT_HIDDEN },
  { "\"It's the Orvo Corp's worst winter ever,\" Morrow said.", "\"It is the Orvo Corp.'s worst winter ever,\" Morrow said.", EXPECT_HIDDEN },
};

static void
test_table (void)
{
  conflict_table_check (SYN_CONFLICT_WORDING, rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflict-wording/table", test_table);
  return g_test_run ();
}
