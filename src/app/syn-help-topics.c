/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-help-topics.h"

#include <glib/gi18n-lib.h>

static const SynHelpTopic topics[] = {
  {
      "start",
      N_ ("What Synoptic Is For"),
      {
          N_ ("Several sources report one event. Synoptic lays them side by side so that the same statement "
              "stands on the same line, and shows where they agree, copy each other, contradict each other or "
              "stay silent. You rule on every claim, and your verdicts are kept."),
          N_ ("Synoptic proposes, with a reason; it never decides. It works offline and sends nothing "
              "anywhere."),
          N_ ("Open articles with <b>Ctrl+O</b>, a folder with <b>Ctrl+Shift+O</b>, or drop them on the "
              "window. Text, HTML, Markdown and JSON are read; what could not be read is listed in the import "
              "report of the main menu, with the reason."),
          N_ ("What an article says is always set in the reading face; what Synoptic or you say, in the face "
              "of the system. So you always see who is speaking."),
      },
  },
  {
      "compare",
      N_ ("Compare: the Same Statement on the Same Line"),
      {
          N_ ("Each column is a source, each row a claim. The <i>pivot</i>, marked with a pin, reads from top "
              "to bottom in its own order; the others stand beside it. Press <b>B</b> to make the column you "
              "are in the pivot."),
          N_ ("An empty cell says “silent here”: this source does not make the claim. Columns "
              "for which there is no room are spines at the side that show one sign per row."),
          N_ ("A heading over a row names a conflict: its type, what it is about, and the values. "
              "<b>Ctrl+Page Down</b> goes to the next one."),
          N_ ("“from ¶ 4” under a statement says that its article has it elsewhere; press it to go there."),
          N_ ("The arrow keys move between statements, <b>Alt+Down</b> and <b>Alt+Up</b> between rows."),
          N_ ("<b>Ctrl+Alt+1</b>, <b>2</b> and <b>3</b> order the rows: as the pivot has them, by who said it first, "
              "or by how many say it. What only one source says stands side by side and can be folded."),
      },
  },
  {
      "read",
      N_ ("Read: Each Article Whole"),
      {
          N_ ("The articles stand in columns of their own, in their own order, joined by ribbons where they "
              "say the same. Activate a statement, and its counterparts in the other columns come to the "
              "same height."),
          N_ ("<b>Ctrl+1</b> and <b>Ctrl+2</b> change between Compare and Read; both show the same "
              "claim and the same place."),
          N_ ("<b>Ctrl+F</b> finds words in the columns, <b>Ctrl+Shift+F</b> in all articles. "
              "<b>Ctrl+C</b> copies what is selected, <b>Ctrl+Shift+C</b> copies it with outlet, date and "
              "address."),
          N_ ("<b>H</b> brings the others to where you are, <b>L</b> keeps a column where it is, <b>Alt+Left</b> "
              "goes back after a jump."),
      },
  },
  {
      "marks",
      N_ ("What the Marks Mean"),
      {
          N_ ("• <b>≡</b> copied: the same words; <b>=</b> the same claim in other words; <b>≈</b> part of "
              "it"),
          N_ ("• <b>≠</b> a direct conflict: both cannot be true as stated; <b>≉</b> a tension: hedged, "
              "framed, dated or worded otherwise"),
          N_ ("• A box stands around the words that disagree, solid for a conflict, dashed for a tension."),
          N_ ("• <b>↔</b> a variant is the same thing written otherwise: a spelling, another unit. It is "
              "never a conflict."),
          N_ ("• Dashed links are guessed, solid ones are yours."),
          N_ ("• <b>○</b> open, <b>✓</b> confirmed, <b>⬖</b> disputed, <b>?</b> unverified: your verdict "
              "on a claim"),
          N_ ("Every mark gives its reason in its tooltip and in the claim panel. Only what is sure or likely is drawn in the strong "
              "colour; the rest waits in the list."),
          N_ ("<b>W</b> says of the statement you are on why it is marked, with both wordings, and lets you dismiss or "
              "link there. <b>Ctrl+M</b> shows all marks and switches each kind off and on."),
          N_ ("“5 sources, 2 origins” says that of the five sources several copy one another or name the "
              "same agency: they are not independent."),
      },
  },
  {
      "claims",
      N_ ("Ruling on Claims"),
      {
          N_ ("The claim panel (<b>Ctrl+F9</b>) lists the claims and shows the selected one: who says which "
              "value, what each source does with it, your verdict, note and evidence."),
          N_ ("<b>1</b> confirmed, <b>2</b> disputed, <b>3</b> unverified, <b>0</b> open again. "
              "<b>N</b> goes to the next open claim, <b>M</b> writes a note, <b>E</b> adds evidence, "
              "<b>F2</b> rewords the claim."),
          N_ ("<b>S</b> says that there is nothing to decide, <b>Delete</b> that it is no claim. With <b>T</b> each claim "
              "you choose gets the same verdict, with <b>G</b> a verdict goes on to the next open claim. Choose several "
              "in the list to rule on all of them in one step."),
          N_ ("<b>4</b> to <b>9</b> give tags of your own, which <b>Ctrl+Shift+T</b> defines. <b>R</b> writes a comment."),
          N_ ("Everything is saved before the window says so. <b>Ctrl+Z</b> takes back the last action by "
              "name, also after a restart."),
          N_ ("A verdict hangs on the words it was given on. When an article changes, they are found again; "
              "what cannot be found is listed in the import report, not lost."),
      },
  },
  {
      "correct",
      N_ ("When Synoptic Is Wrong"),
      {
          N_ ("<b>Ctrl+L</b> links the active statement with another, <b>Ctrl+Shift+L</b> takes it out of its "
              "claim. <b>X</b> dismisses a conflict, with a reason. <b>C</b> makes a claim of what is selected, "
              "<b>A</b> adds the selection to the claim."),
          N_ ("Your corrections outrank the program’s proposals, are shown as yours and are kept when the "
              "articles are read again. They also teach: after ten answers the other proposals for this "
              "event are better."),
          N_ ("<b>D</b> splits a claim, <b>J</b> merges the chosen ones. <b>Ctrl+Alt+Z</b> lists all corrections, each of which "
              "can be taken back; <b>Ctrl+T</b> asks the ten questions that teach the most."),
      },
  },
  {
      "stories",
      N_ ("Many Events in One Folder"),
      {
          N_ ("A folder that mixes events is sorted into stories. The list at the left (<b>Ctrl+Alt+S</b>) shows each with "
              "its dates and articles; opening one compares only what belongs to it, and the search above the list looks "
              "into the articles’ words."),
          N_ ("An article that stands in the wrong story can be moved to another one from its menu, or dragged there."),
      },
  },
  {
      "export",
      N_ ("Exporting and Printing"),
      {
          N_ ("<b>Ctrl+E</b> exports what you ruled: as a web page to read or print, as a table for a "
              "spreadsheet, as JSON that can be opened again with all verdicts, or as web annotations."),
          N_ ("<b>Ctrl+P</b> prints the comparison or the list of claims, with the signs for marks and "
              "verdicts."),
      },
  },
  {
      "workspace",
      N_ ("The Workspace"),
      {
          N_ ("Verdicts, notes, links and their history are kept in one file, the workspace. It can be "
              "copied, sent to a colleague and opened there from the menu beside the corpus’ name."),
          N_ ("If the file is damaged or was made by a newer version it is left untouched and you are told; "
              "reading goes on."),
      },
  },
};

const SynHelpTopic *
syn_help_get_topics (guint *n)
{
  *n = G_N_ELEMENTS (topics);
  return topics;
}
