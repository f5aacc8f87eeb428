/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Five events, two fires and two takeovers among them, each told three times. */
#define STORY_EVENTS 5
#define STORY_REPORTS 3

static const char *const story_reports[STORY_EVENTS][STORY_REPORTS] = {
  {
      "Fire guts rope warehouse in Orrenby\n"
      "A fire destroyed a rope warehouse in the harbour district of Orrenby in the early hours of "
      "Monday.\n"
      "Sixty firefighters fought the blaze for seven hours, fire chief Tessa Vorn said.\n"
      "The roof of the Quellin & Sons building fell in shortly before five.\n"
      "The smoke drifted over the ferry quay and the salt works. Nobody was hurt, and Vorn would not "
      "speak of the cause.\n",
      "Orrenby: blaze at Quellin warehouse burns for hours\n"
      "Firefighters in Orrenby have put out a blaze that destroyed the warehouse of the rope maker "
      "Quellin & Sons.\n"
      "The alarm was raised at half past two on Monday by a night porter, Tessa Vorn of the Orrenby "
      "fire brigade told reporters.\n"
      "Sixty firefighters were sent to the harbour. Nobody was injured, but the roof collapsed.\n",
      "Quellin family vows to rebuild after fire\n"
      "The owners of Quellin & Sons said on Tuesday that they would rebuild the rope warehouse lost "
      "to a fire in Orrenby.\n"
      "Mats Quellin thanked the firefighters, who had worked for seven hours to keep the flames from "
      "the neighbouring houses of the harbour district.\n"
      "Investigators found a faulty heater, fire chief Tessa Vorn said.\n",
  },
  {
      "Sawmill fire in Castlemure injures two\n"
      "Two people were injured when a fire broke out in a sawmill in Castlemure on Monday "
      "night.\n"
      "Forty firefighters fought the blaze, which spread to the timber yard of the Dunsett mill.\n"
      "Fire officer Imre Galland said both injured were employees of Dunsett.\n"
      "Residents of Mill Lane spent the night in the school gym, mayor Brigid Oakes said.\n",
      "Two hurt as Dunsett sawmill burns\n"
      "A blaze in the Dunsett sawmill on Mill Lane in Castlemure has injured two "
      "employees.\n"
      "The fire began in the packing room around nine in the evening, fire officer Imre Galland "
      "said. Forty firefighters were at the scene until morning.\n"
      "Mill Lane will stay closed on Tuesday.\n",
      "Castlemure fire: police question a man\n"
      "Police in Castlemure are questioning a man about the fire at the Dunsett sawmill, in which "
      "two employees were injured.\n"
      "Imre Galland of the fire brigade said that traces of petrol had been found in the packing "
      "room.\n"
      "Dunsett said that the saws on Mill Lane would run again within a month.\n",
  },
  {
      "Brantolis to buy Kessmere Foods for 2.1 billion\n"
      "Brantolis, the grocery chain, has agreed to buy Kessmere Foods in a deal worth 2.1 billion "
      "crowns.\n"
      "Shareholders of Kessmere will receive 14 crowns a share, the companies said.\n"
      "Chief executive Orla Denby called the takeover a natural step. It needs the approval of the "
      "competition authority.\n",
      "Kessmere shares soar on Brantolis offer\n"
      "Shares of Kessmere Foods rose by a third after Brantolis offered 14 crowns a share for the "
      "frozen food maker.\n"
      "The board recommends the 2.1 billion crown takeover, which would make Brantolis the largest "
      "grocery group of the country. Orla Denby will lead both companies.\n",
      "Union fears for jobs after Brantolis deal\n"
      "The food workers' union warned that the takeover of Kessmere Foods by Brantolis could cost "
      "900 jobs.\n"
      "Orla Denby, who leads the grocery chain, said that no plant of Kessmere would be closed for "
      "two years. The competition authority will examine the 2.1 billion deal.\n",
  },
  {
      "Dorvane Steel and Pellworth agree merger\n"
      "Dorvane Steel and its rival Pellworth have agreed to merge, the companies said on Wednesday.\n"
      "Shareholders of Pellworth will hold 40 percent of the new company, which will be led by "
      "Henrik Asmar.\n"
      "The competition authority has to approve the deal.\n",
      "Pellworth to join Dorvane in steel merger\n"
      "Pellworth, the maker of steel tubes, will merge with Dorvane Steel in an exchange of shares.\n"
      "Chief executive Henrik Asmar of Dorvane said that the new company would save 80 million "
      "crowns a year. Pellworth shareholders get 40 percent.\n",
      "Asmar: no mills will close in Dorvane merger\n"
      "Henrik Asmar, chief executive of Dorvane Steel, promised on Thursday to keep all mills of "
      "Pellworth after the merger.\n"
      "Analysts doubt that 80 million crowns a year can be saved without closures. Dorvane "
      "shareholders will vote on the deal in May.\n",
  },
  {
      "Sarvik win cup after late goal by Oduya\n"
      "Sarvik beat Lomar United 2-1 in the cup final on Saturday with a goal by Ben Oduya two minutes "
      "before the end.\n"
      "Coach Petra Lindqvist praised the patience of her team in front of 41,000 spectators in the "
      "Norden stadium.\n",
      "Oduya sinks Lomar in the cup final\n"
      "A header by substitute Ben Oduya gave Sarvik the cup against Lomar United on Saturday.\n"
      "Lomar had led by a penalty until the hour, before 41,000 spectators in the Norden stadium. "
      "Petra Lindqvist is the first woman to win the cup as a coach.\n",
      "Lomar coach quits after lost final\n"
      "Two days after the 2-1 defeat by Sarvik in the cup final, Lomar United have parted with coach "
      "Tomas Reil.\n"
      "The late header of Ben Oduya in the Norden stadium was his last moment on the bench. Petra "
      "Lindqvist of Sarvik sent him her regards.\n",
  },
};

/* "Orrenby" → "Orrenbybak": another event in the same words; those of so many letters are
 * others too. */
static inline char *
story_report_rename (const char *text, guint event, glong letters)
{
  GString *out = g_string_new (NULL);
  gboolean first = TRUE;

  for (const char *p = text; *p != '\0';)
    {
      const char *end = p;

      while (g_ascii_isalnum (*end))
        end++;
      if (end == p)
        {
          first = first || *p == '\n' || *p == '.';
          g_string_append_c (out, *p++);
          continue;
        }
      g_string_append_len (out, p, end - p);
      if ((g_ascii_isupper (*p) && !first) || end - p >= letters)
        g_string_append_printf (out, "%c%c%c", 'a' + event % 26, 'a' + event / 26 % 26, 'k');
      first = FALSE;
      p = end;
    }
  return g_string_free (out, FALSE);
}
