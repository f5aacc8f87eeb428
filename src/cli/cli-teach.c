/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-cli-teach.h"
#include "syn-cli.h"

#include "compare/syn-derivation.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* The last answer about two statements holds. */
static void
forget_pair (GArray *pairs, SynDecisionPair pair)
{
  for (guint i = pairs->len; i-- > 0;)
    {
      const SynDecisionPair *other = &g_array_index (pairs, SynDecisionPair, i);

      if (other->a == pair.a && other->b == pair.b)
        g_array_remove_index (pairs, i);
    }
}

static gboolean
read_answer (const char *line, SynComparison *comparison, SynDecisions *decisions)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  gboolean yes;
  gint a, b;
  SynDecisionPair pair;

  if (g_strv_length (cells) < 3)
    return FALSE;
  a = syn_comparison_lookup_statement (comparison, g_strstrip (cells[0]));
  b = syn_comparison_lookup_statement (comparison, g_strstrip (cells[1]));
  yes = g_str_equal (g_strstrip (cells[2]), "yes");
  if (a < 0 || b < 0 || a == b || (!yes && !g_str_equal (cells[2], "no")))
    return FALSE;
  pair = (SynDecisionPair){ MIN (a, b), MAX (a, b) };
  forget_pair (decisions->links, pair);
  forget_pair (decisions->unlinks, pair);
  g_array_append_val (yes ? decisions->links : decisions->unlinks, pair);
  return TRUE;
}

gboolean
syn_cli_read_answers (const char *path,
                      SynComparison *comparison,
                      SynDecisions *decisions,
                      GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *table = syn_cli_read_table (file, error);
  g_auto (GStrv) lines = NULL;

  if (table == NULL)
    return FALSE;
  lines = g_strsplit (table, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '#' || *g_strchomp (lines[i]) == '\0')
        continue;
      if (!read_answer (lines[i], comparison, decisions))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("%s, line %u: not two statements of these articles and “yes” or “no”"),
                       path, i + 1);
          return FALSE;
        }
    }
  return TRUE;
}

void
syn_cli_print_questions (SynComparison *fresh, const SynDecisions *decisions, guint n)
{
  g_autoptr (GArray) questions = syn_comparison_list_questions (fresh, decisions, n);

  for (guint i = 0; i < questions->len; i++)
    {
      const SynQuestion *question = &g_array_index (questions, SynQuestion, i);
      g_autofree char *a = syn_comparison_dup_statement_id (fresh, question->a);
      g_autofree char *b = syn_comparison_dup_statement_id (fresh, question->b);
      g_autofree char *a_text = syn_comparison_dup_statement_text (fresh, question->a);
      g_autofree char *b_text = syn_comparison_dup_statement_text (fresh, question->b);
      char p[G_ASCII_DTOSTR_BUF_SIZE];

      printf ("%s\t%s\t%s\t%s\t%s\n", a, b, g_ascii_formatd (p, sizeof p, "%.4f", question->p),
              syn_cli_tame (a_text), syn_cli_tame (b_text));
    }
}

gboolean
syn_cli_print_derivation (SynComparison *fresh,
                          const SynDecisions *decisions,
                          const char *a,
                          const char *b)
{
  gint x = syn_comparison_lookup_statement (fresh, a),
       y = syn_comparison_lookup_statement (fresh, b);
  g_autofree char *derivation = NULL;
  g_auto (GStrv) lines = NULL;

  if (x < 0 || y < 0 || x == y)
    {
      syn_cli_complain (_ ("compare: “%s” and “%s” are not two statements of these articles"), a,
                        b);
      return FALSE;
    }
  derivation = syn_comparison_dup_derivation (fresh, decisions, x, y);
  lines = g_strsplit (derivation, "\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    printf ("%s\n", syn_cli_tame (lines[i]));
  return TRUE;
}
