/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-cli-desk.h"
#include "syn-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "exchange/syn-export-set.h"

typedef struct
{
  char *workspace;
  char *verdict;
  char *note;
  char *wording;
  char **tags;
  char **untags;
  char **comments;
  char *stance;
  char *annotator;
  gboolean list;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->workspace);
  g_free (self->verdict);
  g_free (self->note);
  g_free (self->wording);
  g_strfreev (self->tags);
  g_strfreev (self->untags);
  g_strfreev (self->comments);
  g_free (self->stance);
  g_free (self->annotator);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What is to be done, as far as it can be known without the articles. */
typedef struct
{
  const Options *options;
  SynVerdict verdict;
  char *article; /* of --stance */
  gint stance;
} Ruling;

static void
list_claims_of (const SynDesk *desk, gboolean struck)
{
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (desk->comparison, &n);

  for (guint i = 0; i < n; i++)
    if (syn_desk_is_struck (desk, &claims[i]) == struck)
      syn_desk_print_claim (desk, stdout, &claims[i]);
}

static int
list_claims (const SynDesk *desk)
{
  list_claims_of (desk, FALSE);
  list_claims_of (desk, TRUE);
  for (guint i = 0; i < desk->orphans->len; i++)
    {
      const SynOrphan *orphan = desk->orphans->pdata[i];

      syn_cli_complain (_ ("%s: the words “%s” are not there any more; what was decided on them is kept"),
                        orphan->anchor->path, orphan->anchor->quote);
    }
  return fflush (stdout) == 0 ? SYN_EXIT_DONE : SYN_EXIT_FAILED;
}

static gboolean
rule (const SynDesk *desk, const Ruling *ruling, const GArray *claims, GError **error)
{
  const char *verdict = ruling->options->verdict;

  if (verdict == NULL)
    return TRUE;
  if (g_str_equal (verdict, SYN_DESK_STRUCK))
    return syn_workspace_remove_claims (desk->workspace, desk->comparison, claims, error);
  if (g_str_equal (verdict, SYN_DESK_SETTLED))
    return syn_workspace_restore_claims (desk->workspace, desk->comparison, claims, error)
           && syn_workspace_settle_claims (desk->workspace, desk->comparison, claims, TRUE, error);
  /* An open claim is neither settled nor struck out. */
  return (ruling->verdict != SYN_VERDICT_OPEN
          || (syn_workspace_restore_claims (desk->workspace, desk->comparison, claims, error)
              && syn_workspace_settle_claims (desk->workspace, desk->comparison, claims, FALSE, error)))
         && syn_workspace_tag_claims (desk->workspace, desk->comparison, claims, ruling->verdict, error);
}

/* The tag of that name that there is. */
static char *
dup_tag (SynWorkspace *workspace, const char *name, GError **error)
{
  g_autoptr (GPtrArray) tags = syn_workspace_list_tags (workspace, error);

  for (guint i = 0; tags != NULL && i < tags->len; i++)
    if (g_str_equal (((const SynTag *) tags->pdata[i])->name, name))
      return g_strdup (((const SynTag *) tags->pdata[i])->id);
  if (tags != NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("there is no tag “%s”"), name);
  return NULL;
}

static gboolean
label (const SynDesk *desk, char **names, gboolean on, const GArray *claims, GError **error)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *id = on ? syn_workspace_make_tag (desk->workspace, names[i], error)
                               : dup_tag (desk->workspace, names[i], error);

      if (id == NULL
          || !syn_workspace_label_claims (desk->workspace, desk->comparison, claims, id, on, error))
        return FALSE;
    }
  return TRUE;
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
set_stance (const SynDesk *desk, const Ruling *ruling, guint claim, GError **error)
{
  for (guint i = 0; i < syn_comparison_get_n_articles (desk->comparison); i++)
    if (g_strcmp0 (syn_article_get_id (syn_comparison_get_article (desk->comparison, i)), ruling->article) == 0)
      return took (syn_workspace_set_stance (desk->workspace, desk->comparison, claim, i, ruling->stance, error));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("there is no article “%s”"), ruling->article);
  return FALSE;
}

static gboolean
comment (const SynDesk *desk, char **comments, guint claim, GError **error)
{
  for (guint i = 0; comments != NULL && comments[i] != NULL; i++)
    if (!took (syn_workspace_add_comment (desk->workspace, desk->comparison, claim, NULL, comments[i], error)))
      return FALSE;
  return TRUE;
}

static gboolean
say (const SynDesk *desk, const Ruling *ruling, guint claim, GError **error)
{
  const Options *options = ruling->options;
  SynWorkspace *workspace = desk->workspace;
  SynComparison *comparison = desk->comparison;

  return (ruling->article == NULL || set_stance (desk, ruling, claim, error))
         && comment (desk, options->comments, claim, error)
         && (options->wording == NULL
             || took (syn_workspace_set_wording (workspace, comparison, claim, options->wording, error)))
         && (options->note == NULL
             || took (syn_workspace_set_note (workspace, comparison, claim, options->note, error)));
}

/* As it is now, whoever changed it last. */
static gboolean
print_as_it_is (SynDesk *desk, guint claim, GError **error)
{
  SynClaim shown = syn_comparison_get_claims (desk->comparison, NULL)[claim];
  g_autoptr (GError) local = NULL;
  SynClaimRecord *record = syn_workspace_dup_record (desk->workspace, desk->comparison, claim, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (record != NULL)
    {
      g_ptr_array_add (desk->owned_records, record);
      g_hash_table_insert (desk->records, record->id, record);
      shown.id = record->id;
    }
  syn_desk_print_claim (desk, stdout, &shown);
  return TRUE;
}

static int
tag_claim (SynDesk *desk, const Ruling *ruling, const char *name)
{
  const gint claim = syn_desk_find_claim (desk, name);
  const Options *options = ruling->options;
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GError) error = NULL;

  if (claim < 0)
    return SYN_EXIT_USAGE;
  g_array_append_val (claims, claim);
  if (!rule (desk, ruling, claims, &error) || !label (desk, options->tags, TRUE, claims, &error)
      || !label (desk, options->untags, FALSE, claims, &error) || !say (desk, ruling, (guint) claim, &error)
      || !print_as_it_is (desk, (guint) claim, &error))
    {
      syn_cli_complain ("%s", error->message);
      return SYN_EXIT_FAILED;
    }
  return fflush (stdout) == 0 ? SYN_EXIT_DONE : SYN_EXIT_FAILED;
}

static gboolean
is_verdict (const char *name, SynVerdict *out_verdict)
{
  return g_str_equal (name, SYN_DESK_SETTLED) || g_str_equal (name, SYN_DESK_STRUCK)
         || syn_verdict_from_string (name, out_verdict);
}

/* "a3=denies"; "a3=found" is what the program found. */
static gboolean
parse_stance (Ruling *ruling)
{
  g_auto (GStrv) parts = g_strsplit (ruling->options->stance, "=", 2);

  if (g_strv_length (parts) != 2)
    return FALSE;
  ruling->article = g_strdup (parts[0]);
  ruling->stance = -1;
  if (g_str_equal (parts[1], "found"))
    return TRUE;
  for (gint i = SYN_STANCE_SILENT; i <= SYN_STANCE_DENIES; i++)
    if (g_str_equal (parts[1], syn_stance_to_string ((SynStance) i)))
      ruling->stance = i;
  return ruling->stance >= 0;
}

static gboolean
says_nothing (const Options *options)
{
  return options->verdict == NULL && options->note == NULL && options->wording == NULL && options->tags == NULL
         && options->untags == NULL && options->comments == NULL && options->stance == NULL;
}

static gboolean
has_blank (char **texts)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    if (texts[i][strspn (texts[i], " \t\n")] == '\0')
      return TRUE;
  return FALSE;
}

static gboolean
check_usage (Ruling *ruling, int argc)
{
  const Options *options = ruling->options;

  if (options->verdict != NULL && !is_verdict (options->verdict, &ruling->verdict))
    syn_cli_complain (_ ("tag: “%s” is no verdict; there are confirmed, disputed, unverified and open, "
                         "nothing-to-decide and not-a-claim"),
                      options->verdict);
  else if (options->list && !says_nothing (options))
    syn_cli_complain (_ ("tag: --list only lists"));
  else if (has_blank (options->tags) || has_blank (options->untags) || has_blank (options->comments))
    syn_cli_complain (_ ("tag: a tag and a comment have words"));
  else if (options->stance != NULL && !parse_stance (ruling))
    syn_cli_complain (_ ("tag: a stance is “a3=says”, “denies”, “attributes” or “silent”, or “found” for what the "
                         "program found"));
  else if (!options->list && says_nothing (options))
    syn_cli_complain (_ ("tag: say what: --verdict, --note, --wording, --tag, --untag, --comment or --stance; or "
                         "--list"));
  else if (argc < (options->list ? 2 : 3))
    syn_cli_complain (options->list ? _ ("tag: name a file or folder")
                                    : _ ("tag: name a claim, and then files or folders"));
  else
    return TRUE;
  return FALSE;
}

static int
run (const Options *options, const Ruling *ruling, int argc, char **argv)
{
  const int n_before = options->list ? 0 : 1;
  g_auto (SynDesk) desk = { NULL };
  const int opened = syn_desk_open (&desk, options->workspace, options->annotator, options->list, argc - n_before,
                                    argv + n_before);
  int code;

  if (opened != SYN_EXIT_DONE && opened != SYN_EXIT_PARTIAL)
    return opened;
  code = options->list ? list_claims (&desk) : tag_claim (&desk, ruling, argv[1]);
  return code == SYN_EXIT_DONE ? opened : code;
}

/**
 * syn_cli_tag:
 * @argc: number of arguments
 * @argv: "tag" and what follows
 *
 * Rules on a claim, says something of it, or lists the claims.
 *
 * Returns: an exit code
 */
int
syn_cli_tag (int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "workspace", 'w', 0, G_OPTION_ARG_FILENAME, &options.workspace,
      N_ ("The workspace to write to (default: the one of the window)"), N_ ("FILE") },
    { "verdict", 'v', 0, G_OPTION_ARG_STRING, &options.verdict,
      N_ ("“confirmed”, “disputed”, “unverified”, “nothing-to-decide” or “not-a-claim”; “open” takes any back"),
      N_ ("VERDICT") },
    { "note", 'n', 0, G_OPTION_ARG_STRING, &options.note, N_ ("A note on the claim; empty removes it"),
      N_ ("TEXT") },
    { "wording", 0, 0, G_OPTION_ARG_STRING, &options.wording, N_ ("Your wording of it; empty takes it back"),
      N_ ("TEXT") },
    { "tag", 't', 0, G_OPTION_ARG_STRING_ARRAY, &options.tags, N_ ("A tag of your own for it"), N_ ("NAME") },
    { "untag", 'u', 0, G_OPTION_ARG_STRING_ARRAY, &options.untags, N_ ("A tag that is taken away"), N_ ("NAME") },
    { "comment", 'c', 0, G_OPTION_ARG_STRING_ARRAY, &options.comments, N_ ("A comment to add to it"), N_ ("TEXT") },
    { "stance", 's', 0, G_OPTION_ARG_STRING, &options.stance,
      N_ ("What an article does with it: “a3=says”, “denies”, “attributes”, “silent”, or “found”"),
      N_ ("ARTICLE=STANCE") },
    { "annotator", 'a', 0, G_OPTION_ARG_STRING, &options.annotator,
      N_ ("Whose verdict it is (default: your user name)"), N_ ("NAME") },
    { "list", 'l', 0, G_OPTION_ARG_NONE, &options.list,
      N_ ("List claims: verdict, name, number of sources, wording, note; separated by tabs"), NULL },
    { NULL },
  };
  Ruling ruling = { .options = &options };
  int code;

  if (!syn_cli_parse (&argc, &argv, entries, _ ("[CLAIM] PATH…"),
                      _ ("Tags a claim that articles make.  CLAIM is the id of one of its statements (a2.17), the "
                         "ids of several (a1.2+a2.17),\nor words that only its statements have.  --list shows the "
                         "shortest name of each.  “synoptic-cli correct undo” takes back the last step."),
                      &code))
    return code;
  code = check_usage (&ruling, argc) ? run (&options, &ruling, argc, argv) : SYN_EXIT_USAGE;
  g_free (ruling.article);
  return code;
}
