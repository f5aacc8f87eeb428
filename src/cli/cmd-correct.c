/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-cli-desk.h"
#include "syn-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "syn-error.h"

typedef struct
{
  char *workspace;
  char *annotator;
  char *reason;
  char *wording;
  char *from;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->workspace);
  g_free (self->annotator);
  g_free (self->reason);
  g_free (self->wording);
  g_free (self->from);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What it does to what is named by @what; FALSE and an error when nothing was changed. */
typedef gboolean (*Correct) (SynDesk *desk, const Options *options, const char *what, GError **error);

static gboolean
refuse (GError **error, const char *format, const char *what)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, SYN_ERROR, SYN_ERROR_USAGE, format, what);
#pragma GCC diagnostic pop
  return FALSE;
}

static GArray *
parse_statements (const SynDesk *desk, const char *what, guint least, GError **error)
{
  g_autoptr (GArray) statements = syn_desk_parse_ids (desk, what);

  if (statements != NULL && statements->len >= least)
    return g_steal_pointer (&statements);
  refuse (error, least == 2 ? _ ("“%s” names no two statements of these articles, as “a1.2+a2.3” does")
                            : _ ("“%s” names no statements of these articles, as “a1.2+a2.3” does"),
          what);
  return NULL;
}

static gboolean
correct_pair (SynDesk *desk, const char *what, gboolean link, GError **error)
{
  g_autoptr (GArray) pair = parse_statements (desk, what, 2, error);
  guint a, b;

  if (pair == NULL)
    return FALSE;
  a = g_array_index (pair, guint, 0);
  b = g_array_index (pair, guint, 1);
  if (pair->len > 2)
    return refuse (error, _ ("“%s” names more than two statements"), what);
  return link ? syn_workspace_link (desk->workspace, desk->comparison, a, b, error)
              : syn_workspace_unlink (desk->workspace, desk->comparison, a, b, error);
}

static gboolean
correct_link (SynDesk *desk, const Options *options, const char *what, GError **error)
{
  return correct_pair (desk, what, TRUE, error);
}

static gboolean
correct_unlink (SynDesk *desk, const Options *options, const char *what, GError **error)
{
  return correct_pair (desk, what, FALSE, error);
}

/* All conflicts between the two statements. */
static gboolean
correct_dismiss (SynDesk *desk, const Options *options, const char *what, GError **error)
{
  g_autoptr (GArray) pair = parse_statements (desk, what, 2, error);
  const SynConflict *conflicts = syn_comparison_get_conflicts (desk->comparison, NULL);
  const guint *indices;
  guint n, n_done = 0, b;

  if (pair == NULL)
    return FALSE;
  b = g_array_index (pair, guint, 1);
  indices = syn_comparison_conflicts_of (desk->comparison, g_array_index (pair, guint, 0), &n);
  for (guint i = 0; i < n; i++)
    if (conflicts[indices[i]].a == b || conflicts[indices[i]].b == b)
      {
        if (!syn_workspace_dismiss (desk->workspace, desk->comparison, indices[i], options->reason, error))
          return FALSE;
        n_done++;
      }
  return n_done > 0 || refuse (error, _ ("there is no conflict between the statements “%s”"), what);
}

/* A verb that gives the record back. */
static gboolean
took (SynClaimRecord *record)
{
  const gboolean done = record != NULL;

  g_clear_pointer (&record, syn_claim_record_free);
  return done;
}

static gboolean
correct_claim (SynDesk *desk, const Options *options, const char *what, GError **error)
{
  g_autoptr (GArray) statements = parse_statements (desk, what, 1, error);

  return statements != NULL
         && took (syn_workspace_new_claim (desk->workspace, desk->comparison, statements, options->wording, error));
}

static gboolean
correct_split (SynDesk *desk, const Options *options, const char *what, GError **error)
{
  g_autoptr (GArray) statements = parse_statements (desk, what, 1, error);
  gint claim;

  if (statements == NULL)
    return FALSE;
  claim = syn_desk_find_claim (desk, options->from != NULL ? options->from : what);
  if (claim < 0)
    return refuse (error, _ ("“%s” was not split; --from names the claim to split"), what);
  return took (syn_workspace_split_claim (desk->workspace, desk->comparison, (guint) claim, statements,
                                          options->wording, error));
}

static gboolean
correct_merge (SynDesk *desk, const Options *options, const char *what, GError **error)
{
  g_auto (GStrv) names = g_strsplit (what, ",", -1);
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; names[i] != NULL; i++)
    {
      const gint claim = syn_desk_find_claim (desk, names[i]);

      for (guint j = 0; j < claims->len; j++)
        if ((gint) g_array_index (claims, guint, j) == claim)
          return refuse (error, _ ("“%s” names one claim twice"), what);
      if (claim < 0)
        return refuse (error, _ ("“%s” was not merged"), what);
      g_array_append_val (claims, claim);
    }
  if (claims->len < 2)
    return refuse (error, _ ("“%s” names no two claims, as “a1.2,a2.3” does"), what);
  return took (syn_workspace_merge_claims (desk->workspace, desk->comparison, claims, error));
}

static gboolean
correct_revert (SynDesk *desk, const Options *options, const char *what, GError **error)
{
  g_autoptr (GError) local = NULL;
  gint64 number;

  if (!g_ascii_string_to_signed (what, 10, 1, G_MAXINT64, &number, NULL))
    return refuse (error, _ ("“%s” is no number of “synoptic-cli correct list”"), what);
  if (syn_workspace_revert (desk->workspace, number, &local))
    return TRUE;
  if (local == NULL)
    return refuse (error, _ ("nothing of correction %s is in effect"), what);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* number, day, who, what, reason, the words */
static void
print_correction (const SynCorrection *one)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (one->time);
  g_autofree char *day = time != NULL ? g_date_time_format (time, "%F") : g_strdup ("");
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append_printf (line, "%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s", one->history, day,
                          one->annotator != NULL ? one->annotator : "", one->text,
                          one->reason != NULL ? one->reason : "");
  for (guint i = 0; i < one->anchors->len; i++)
    {
      const SynAnchor *anchor = one->anchors->pdata[i];

      g_string_append_printf (line, "%s%s: %s", i == 0 ? "\t" : " | ", anchor->path, anchor->quote);
    }
  /* The tabs are ours. */
  for (char *cell = strtok (line->str, "\t"); cell != NULL; cell = strtok (NULL, "\t"))
    printf ("%s%s", cell == line->str ? "" : "\t", syn_cli_tame (cell));
  printf ("\n");
}

static gboolean
correct_list (SynDesk *desk, const Options *options, const char *what, GError **error)
{
  g_autoptr (GPtrArray) list = syn_workspace_list_corrections (desk->workspace, desk->comparison, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    print_correction (list->pdata[i]);
  return list != NULL;
}

static const struct
{
  const char *name;
  gboolean has_what;
  Correct correct;
} verbs[] = {
  { "list", FALSE, correct_list },   { "link", TRUE, correct_link },   { "unlink", TRUE, correct_unlink },
  { "dismiss", TRUE, correct_dismiss }, { "claim", TRUE, correct_claim }, { "split", TRUE, correct_split },
  { "merge", TRUE, correct_merge },  { "revert", TRUE, correct_revert },
};

static int
correct (guint verb, const Options *options, int argc, char **argv)
{
  const int n_before = verbs[verb].has_what ? 2 : 1;
  g_auto (SynDesk) desk = { NULL };
  g_autoptr (GError) error = NULL;
  int opened;

  if (argc - n_before < 2)
    {
      syn_cli_complain (verbs[verb].has_what ? _ ("correct: say what to %s, and name files or folders")
                                             : _ ("correct: %s needs files or folders"),
                        verbs[verb].name);
      return SYN_EXIT_USAGE;
    }
  opened = syn_desk_open (&desk, options->workspace, options->annotator, verbs[verb].correct == correct_list,
                          argc - n_before, argv + n_before);
  if (opened != SYN_EXIT_DONE && opened != SYN_EXIT_PARTIAL)
    return opened;
  if (verbs[verb].correct (&desk, options, argv[2], &error))
    return fflush (stdout) == 0 ? opened : SYN_EXIT_FAILED;
  syn_cli_complain ("%s", error->message);
  return g_error_matches (error, SYN_ERROR, SYN_ERROR_USAGE) ? SYN_EXIT_USAGE : SYN_EXIT_FAILED;
}

/* Undo and redo are steps of the whole workspace, the window's too, and need no articles. */
static int
step (const Options *options, gboolean back)
{
  g_autofree char *fallback = syn_workspace_default_path ();
  const char *path = options->workspace != NULL ? options->workspace : fallback;
  g_autoptr (GError) error = NULL;
  g_autoptr (SynWorkspace) workspace = NULL;
  g_autofree char *label = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    workspace = syn_workspace_open (path, FALSE, &error);
  else
    g_set_error (&error, SYN_ERROR, SYN_ERROR_READ, _ ("there is no workspace “%s”"), path);
  if (workspace != NULL)
    {
      if (options->annotator != NULL)
        syn_workspace_set_annotator (workspace, options->annotator);
      label = back ? syn_workspace_dup_undo_label (workspace) : syn_workspace_dup_redo_label (workspace);
      if (back ? syn_workspace_undo (workspace, &error) : syn_workspace_redo (workspace, &error))
        {
          printf (back ? _ ("undone: %s\n") : _ ("done again: %s\n"), label != NULL ? syn_cli_tame (label) : "");
          return SYN_EXIT_DONE;
        }
    }
  syn_cli_complain ("%s", error != NULL ? error->message
                          : back        ? _ ("there is nothing to undo")
                                        : _ ("there is nothing to do again"));
  return SYN_EXIT_FAILED;
}

static int
run (const Options *options, int argc, char **argv)
{
  if (argc == 2 && (g_str_equal (argv[1], "undo") || g_str_equal (argv[1], "redo")))
    return step (options, g_str_equal (argv[1], "undo"));
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (argv[1], verbs[i].name))
      return correct (i, options, argc, argv);
  syn_cli_complain (_ ("correct: say one of list, link, unlink, dismiss, claim, split, merge, revert, undo, redo"));
  return SYN_EXIT_USAGE;
}

/**
 * syn_cli_correct:
 * @argc: number of arguments
 * @argv: "correct" and what follows
 *
 * Overrules the program, lists what was overruled, and takes it back.
 *
 * Returns: an exit code
 */
int
syn_cli_correct (int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "workspace", 'w', 0, G_OPTION_ARG_FILENAME, &options.workspace,
      N_ ("The workspace to write to (default: the one of the window)"), N_ ("FILE") },
    { "annotator", 'a', 0, G_OPTION_ARG_STRING, &options.annotator,
      N_ ("Whose correction it is (default: your user name)"), N_ ("NAME") },
    { "reason", 'r', 0, G_OPTION_ARG_STRING, &options.reason, N_ ("Why a conflict is dismissed"), N_ ("TEXT") },
    { "wording", 0, 0, G_OPTION_ARG_STRING, &options.wording, N_ ("Wording of a claim that is made"), N_ ("TEXT") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("The claim to split, where several have the statements"),
      N_ ("CLAIM") },
    { NULL },
  };
  int code;

  if (!syn_cli_parse (&argc, &argv, entries, _ ("VERB [WHAT] [PATH…]"),
                      _ ("Overrules the program, in one of these ways:\n"
                         "  list PATH…              what is in effect: number, day, who, what, reason, words\n"
                         "  link a1.2+a2.3 PATH…    these two statements say the same; “unlink”: they do not\n"
                         "  dismiss a1.2+a2.3 PATH…  there is no conflict between them\n"
                         "  claim a1.2+a2.3 PATH…   a new claim\n"
                         "  split a1.2+a2.3 PATH…   these statements leave their claim and make one of their own\n"
                         "  merge a1.2,a2.3 PATH…   these claims, named as “tag --list” does, are one\n"
                         "  revert NUMBER PATH…     takes back what “list” shows, and nothing that came later\n"
                         "  undo, redo              the last step of the workspace"),
                      &code))
    return code;
  return run (&options, argc, argv);
}
