/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "conflict-table.h"

static const ConflictRow rows[] = {
  { "Captain Tobin Marsk was in command of the ferry.", "First Officer Lena Oskarne was in command of the ferry.", EXPECT_DIRECT },
  { "The firm will make Ines Calloweth its next chief executive.", "The firm will make Dorian Feskar its next chief executive.", EXPECT_DIRECT },
  { "The winner of the race in Orvo was Anna Berg, and the winner wept.", "The winner of the race in Orvo was Mia Lind.", EXPECT_DIRECT },
  { "Police say the gunman in the mall was Karl Voss.", "Police say the gunman in the mall was Peter Lang.", EXPECT_DIRECT },
  { "The bus had Rolf Stein at the wheel.", "The bus had Uwe Brandt at the wheel.", EXPECT_DIRECT },
  { "The club in Orvo named Bo Larsen as head coach.", "The club in Orvo named Nils Holm as head coach.", EXPECT_DIRECT },
  { "Rovers beat United as Dan Moss scored the winner.", "Rovers beat United as Lee Park scored the winner.", EXPECT_DIRECT },
  { "The plane had Eva Kranz at the controls.", "The plane had Olga Petrov at the controls.", EXPECT_DIRECT },
  { "The party in Orvo picked Jan Novak as successor.", "The party in Orvo picked Petr Dvorak as successor.", EXPECT_DIRECT },
  { "The inquiry in Orvo put Ruth Allen in charge of the rescue.", "The inquiry in Orvo found Mark Doyle in charge of the rescue.", EXPECT_DIRECT },
  { "Captain Tobin Marsk was in command of the ferry.", "Tobin Marsk was in command of the ferry.", EXPECT_HIDDEN },
  { "The firm made Ines Calloweth its chief executive.", "The firm sacked Dorian Feskar as chief executive.", EXPECT_HIDDEN },
  { "The firm made Ines Calloweth its chief executive.", "The former chief executive of the firm was Dorian Feskar.", EXPECT_HIDDEN },
  { "The firm made Ines Calloweth its chief executive.", "The firm hired Dorian Feskar as a cook.", EXPECT_HIDDEN },
  { "Captain Tobin Marsk was in command of the ferry.", "Last year Lena Oskarne was in command of the ferry.", EXPECT_HIDDEN },
  { "The winner of the race in Orvo was Anna Berg.", "The race in Orvo was watched by Mia Lind.", EXPECT_HIDDEN },
  { "The bus had Rolf Stein at the wheel.", "The bus in Orvo had new wheels.", EXPECT_HIDDEN },
  { "The plane had Eva Kranz at the controls.", "A yacht in Lund had Olga Petrov at the wheel.", EXPECT_HIDDEN },
  { "The head coach met Bo Larsen and Nils Holm in Orvo.", "The head coach met Jan Novak in Orvo.", EXPECT_HIDDEN },
  { "The chief executive of the firm resigned in Orvo.", "The firm in Orvo made Dorian Feskar its chief executive.", EXPECT_HIDDEN },
  { "The ministry in Orvo named Sara Kohl as chief executive of the railway.", "The ministry in Orvo named Ivo Hardt as chief executive of the railway.", EXPECT_DIRECT },
  { "Police in Brenn say the shooter was Alan Pike.", "Police in Brenn say the shooter was Colin Wray.", EXPECT_DIRECT },
  { "The relay in Orvo was anchored as Lea Funk won the race.", "The relay in Orvo was anchored as Ida Roth won the race.", EXPECT_DIRECT },
  { "The jury in Kelva heard that Otto Brand was at the wheel.", "The jury in Kelva heard that Max Stahl was at the wheel.", EXPECT_DIRECT },
  { "The university in Lund made Clara Voss head coach.", "The university in Lund made Nora Quist head coach.", EXPECT_DIRECT },
  { "The lifeboat off Brenn was under Hugh Dale, who was in command.", "The lifeboat off Brenn was under Fred Marsh, who was in command.", EXPECT_DIRECT },
  { "The union in Orvo will have Rita Bohm as successor.", "The union in Orvo will have Greta Linz as successor.", EXPECT_DIRECT },
  { "The bank said Tomas Reyes will replace the director in Kelva.", "The bank said Pablo Marin will replace the director in Kelva.", EXPECT_DIRECT },
  { "The council in Orvo elected Emma Holt chairwoman of the trust.", "The council in Orvo elected Ada Finch chairwoman of the trust.", EXPECT_DIRECT },
  { "Rangers beat City as Joel Frost scored the only goal.", "Rangers beat City as Adam Crane scored the only goal.", EXPECT_DIRECT },
  { "The firm put Sara Kohl in charge of exports.", "The firm put Ivo Hardt in charge of a new canteen.", EXPECT_HIDDEN },
  { "The club relieved Bo Larsen of his duties as head coach.", "The club introduced Nils Holm as head coach.", EXPECT_HIDDEN },
  { "Police in Brenn say the shooter was Alan Pike.", "Police in Brenn say the shooter wounded Colin Wray and Ben Doyle.", EXPECT_HIDDEN },
  { "The jury in Kelva heard that Otto Brand was at the wheel.", "The jury in Kelva heard Max Stahl, a witness.", EXPECT_HIDDEN },
  { "In 2009 the railway named Ivo Hardt as chief executive.", "The railway named Sara Kohl as chief executive.", EXPECT_HIDDEN },
  { "The university in Lund made Clara Voss head coach.", "The university in Lund made Nora Quist its dean.", EXPECT_HIDDEN },
  { "The winner of the lottery in Orvo was Emma Holt.", "The winner of the lottery in Orvo was a baker.", EXPECT_HIDDEN },
  { "The captain was Hugh Dale, a sailor from Brenn.", "Hugh Dale of Brenn was the captain.", EXPECT_HIDDEN },
  { "The union will have Rita Bohm as successor.", "The union gave Greta Linz a bouquet.", EXPECT_HIDDEN },
  { "The pilot of the plane was unhurt in Kelva.", "Eva Kranz saw the plane land in Kelva.", EXPECT_HIDDEN },
};

static void
test_table (void)
{
  conflict_table_check (SYN_CONFLICT_IDENTITY, rows, G_N_ELEMENTS (rows));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflict-identity/table", test_table);
  return g_test_run ();
}
