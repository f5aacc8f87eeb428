/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-cli.h"

#include "compare/syn-judge.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

static gint
find_column (char **cells, const char *name)
{
  for (gint i = 0; cells[i] != NULL; i++)
    if (g_str_equal (g_strstrip (cells[i]), name))
      return i;
  return -1;
}

/* Tabs and line ends would break the table. */
static void
print_judgement (const SynJudgement *judgement, gboolean features)
{
  g_autofree char *reason = g_strdup (judgement->reason != NULL ? judgement->reason : "");
  char score[G_ASCII_DTOSTR_BUF_SIZE], conflict[G_ASCII_DTOSTR_BUF_SIZE];

  g_strdelimit (reason, "\t\r\n", ' ');
  printf ("%s\t%s\t%s\t%s\t%s", g_ascii_formatd (score, sizeof score, "%.4f", judgement->score),
          judgement->relation, judgement->conflict,
          g_ascii_formatd (conflict, sizeof conflict, "%.4f", judgement->conflict_score), reason);
  for (guint i = 0; features && i < SYN_JUDGE_N_FEATURES; i++)
    printf ("\t%s", g_ascii_formatd (score, sizeof score, "%.4f", judgement->features[i]));
  printf ("\n");
}

/* A line per pair, also for one that cannot be read: the lines of both tables stay side by side. */
static gboolean
judge_line (const char *line, guint number, gint s1, gint s2, gboolean features)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  gint n = g_strv_length (cells);
  g_autofree char *first = n > s1 ? g_utf8_make_valid (cells[s1], -1) : NULL;
  g_autofree char *second = n > s2 ? g_utf8_make_valid (cells[s2], -1) : NULL;
  g_autoptr (SynJudgement) judgement = NULL;

  if (first == NULL || second == NULL)
    {
      syn_cli_complain (_ ("judge: line %u has no two sentences"), number);
      print_judgement (&(SynJudgement){ .relation = "unrelated", .conflict = "-" }, features);
      return FALSE;
    }
  judgement = syn_judge (first, second);
  print_judgement (judgement, features);
  return TRUE;
}

static int
judge_table (const char *table, gboolean features)
{
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);
  g_auto (GStrv) head = g_strsplit (lines[0] != NULL ? lines[0] : "", "\t", -1);
  gint s1 = find_column (head, "s1"), s2 = find_column (head, "s2");
  gboolean whole = TRUE;

  if (s1 < 0 || s2 < 0)
    {
      syn_cli_complain (_ ("judge: the first line names no columns “s1” and “s2”"));
      return SYN_EXIT_FAILED;
    }
  printf ("score\trelation\tconflict\tconflict_score\treason");
  for (guint i = 0; features && i < SYN_JUDGE_N_FEATURES; i++)
    printf ("\t%s", syn_judge_list_features ()[i]);
  printf ("\n");
  for (guint i = 1; lines[i] != NULL; i++)
    {
      gsize length = strlen (lines[i]);

      if (length > 0 && lines[i][length - 1] == '\r')
        lines[i][length - 1] = '\0';
      if (lines[i][0] == '\0' && lines[i + 1] == NULL)
        break;
      whole &= judge_line (lines[i], i + 1, s1, s2, features);
    }
  return whole ? SYN_EXIT_DONE : SYN_EXIT_PARTIAL;
}

/**
 * syn_cli_judge:
 * @argc: number of arguments
 * @argv: "judge" and what follows
 *
 * Judges pairs of sentences, one pair a line.
 *
 * Returns: an exit code
 */
int
syn_cli_judge (int argc, char **argv)
{
  gboolean features = FALSE;
  const GOptionEntry entries[]
      = { { "features", 0, 0, G_OPTION_ARG_NONE, &features,
            N_ ("Add a column for each measure the score is made of"), NULL },
          { NULL } };
  g_autofree char *table = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  int code;

  if (!syn_cli_parse (
          &argc, &argv, entries, _ ("FILE.tsv"),
          _ ("Judges pairs of sentences: columns s1 and s2 in, score, relation, conflict, "
             "conflict_score and reason out."),
          &code))
    return code;
  if (argc != 2)
    {
      syn_cli_complain (_ ("judge: name one table with columns s1 and s2"));
      return SYN_EXIT_USAGE;
    }
  file = g_file_new_for_commandline_arg (argv[1]);
  table = syn_cli_read_table (file, &error);
  if (table == NULL)
    {
      syn_cli_complain ("%s", error->message);
      return SYN_EXIT_FAILED;
    }
  return judge_table (table, features);
}
