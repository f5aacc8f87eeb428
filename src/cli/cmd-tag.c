/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-cli.h"

#include "store/syn-workspace.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* More candidates than these help nobody; --list has them all. */
#define MAX_CANDIDATES 12

typedef struct
{
  char *workspace_path;
  char *verdict;
  char *note;
  char *tag;
  char *comment;
  char *annotator;
  gboolean list;
} Options;

/* What can stand in place of a verdict. */
#define SETTLED "nothing-to-decide"
#define STRUCK "not-a-claim"

typedef struct
{
  SynWorkspace *workspace;
  SynComparison *comparison; /* with the reader's decisions */
  GHashTable *records;       /* id → SynClaimRecord, borrowed */
  GPtrArray *owned_records;
  GPtrArray *orphans;
} Desk;

static void
desk_clear (Desk *self)
{
  g_clear_object (&self->workspace);
  g_clear_object (&self->comparison);
  g_clear_pointer (&self->records, g_hash_table_unref);
  g_clear_pointer (&self->owned_records, g_ptr_array_unref);
  g_clear_pointer (&self->orphans, g_ptr_array_unref);
}

static gboolean
desk_lay (Desk *self, const Options *options, SynCorpus *corpus, GError **error)
{
  g_autofree char *path = options->workspace_path != NULL ? g_strdup (options->workspace_path)
                                                          : syn_workspace_default_path ();
  g_autoptr (SynStories) stories = NULL;
  g_autoptr (SynComparison) raw = NULL;
  g_autoptr (SynDecisions) decisions = NULL;
  SynResultCache cache;

  /* A list is a question: it must not make a workspace, nor change one. */
  if (options->list && !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_free (path);
      path = g_strdup (":memory:");
    }
  self->workspace = syn_workspace_open (path, options->list, error);
  if (self->workspace == NULL)
    return FALSE;
  if (options->annotator != NULL)
    syn_workspace_set_annotator (self->workspace, options->annotator);
  if (options->list ? !syn_workspace_restore_metadata (self->workspace, corpus, error)
                    : !syn_workspace_keep_corpus (self->workspace, corpus, error))
    return FALSE;
  cache = syn_workspace_get_result_cache (self->workspace);
  stories = syn_workspace_group (self->workspace, corpus, NULL, error);
  if (stories == NULL)
    return FALSE;
  raw = syn_comparison_new_stories_cached (stories, 0, SYN_COMPARE_DEFAULT, &cache, NULL, NULL, NULL, error);
  if (raw == NULL)
    return FALSE;
  decisions = syn_workspace_resolve (self->workspace, raw, &self->owned_records, &self->orphans, error);
  if (decisions == NULL)
    return FALSE;
  self->comparison = syn_comparison_apply (raw, decisions);
  self->records = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->owned_records->len; i++)
    {
      SynClaimRecord *record = self->owned_records->pdata[i];

      g_hash_table_insert (self->records, record->id, record);
    }
  return TRUE;
}

static gboolean
contains (const SynClaim *claim, guint statement)
{
  for (guint i = 0; i < claim->statements->len; i++)
    if (g_array_index (claim->statements, guint, i) == statement)
      return TRUE;
  return FALSE;
}

/* What names a claim and no other: a statement that is in no other, else all its statements, "a1.2+a3.4". */
static char *
dup_name (const Desk *self, const SynClaim *claim)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < claim->statements->len; i++)
    {
      const guint statement = g_array_index (claim->statements, guint, i);
      g_autofree char *id = syn_comparison_dup_statement_id (self->comparison, statement);
      guint n;

      syn_comparison_claims_of (self->comparison, statement, &n);
      if (n == 1)
        return g_steal_pointer (&id);
      g_string_append_printf (all, "%s%s", i > 0 ? "+" : "", id);
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

/* One line per claim, for scripts too: verdict, name, sources, wording, note. */
static void
print_claim (const Desk *self, FILE *out, const SynClaim *claim)
{
  const SynClaimRecord *record = claim->id != NULL ? g_hash_table_lookup (self->records, claim->id) : NULL;
  const SynVerdict verdict = record != NULL ? record->verdict : SYN_VERDICT_OPEN;
  g_autofree char *name = dup_name (self, claim);
  const char *wording = record != NULL && record->wording != NULL ? record->wording : claim->summary;
  g_autofree char *line = g_strdup (wording != NULL ? wording : "");

  fprintf (out, "%s\t%s\t%u\t%s",
           record != NULL && record->removed   ? STRUCK
           : record != NULL && record->settled ? SETTLED
                                               : syn_verdict_to_string (verdict),
           name, claim->n_sources, syn_cli_tame (line));
  if (record != NULL && record->note != NULL)
    {
      g_autofree char *note = g_strdup (record->note);

      fprintf (out, "\t%s", syn_cli_tame (note));
    }
  fputc ('\n', out);
}

static int
list_claims (const Desk *self)
{
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (self->comparison, &n);

  for (guint i = 0; i < n; i++)
    print_claim (self, stdout, &claims[i]);
  for (guint i = 0; i < self->orphans->len; i++)
    {
      const SynOrphan *orphan = self->orphans->pdata[i];

      syn_cli_complain (_ ("%s: the words “%s” are not there any more; what was decided on them is kept"),
                        orphan->anchor->path, orphan->anchor->quote);
    }
  return fflush (stdout) == 0 ? SYN_EXIT_DONE : SYN_EXIT_FAILED;
}

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = normal != NULL ? g_utf8_casefold (normal, -1) : NULL;
  g_auto (GStrv) words = g_regex_split_simple ("\\s+", folded != NULL ? folded : "", 0, 0);
  g_autofree char *joined = g_strjoinv (" ", words);

  return g_strdup (g_strstrip (joined));
}

static void
add_unique (GArray *claims, const guint *indices, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      gboolean known = FALSE;

      for (guint j = 0; j < claims->len && !known; j++)
        known = g_array_index (claims, guint, j) == indices[i];
      if (!known)
        g_array_append_val (claims, indices[i]);
    }
}

/* The statements of "a1.2" or "a1.2+a3.4", or NULL when @name is nothing like it. */
static GArray *
parse_ids (const Desk *self, const char *name)
{
  g_auto (GStrv) ids = g_strsplit (name, "+", -1);
  g_autoptr (GArray) statements = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const gint statement = syn_comparison_lookup_statement (self->comparison, ids[i]);

      if (statement < 0)
        return NULL;
      g_array_append_val (statements, statement);
    }
  return statements->len > 0 ? g_steal_pointer (&statements) : NULL;
}

/* The claims with all of @statements; the one that has no more than these, if there is one. */
static void
find_by_ids (const Desk *self, const GArray *statements, GArray *found)
{
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (self->comparison, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean all = TRUE;

      for (guint j = 0; j < statements->len && all; j++)
        all = contains (&claims[i], g_array_index (statements, guint, j));
      if (!all)
        continue;
      if (claims[i].statements->len == statements->len)
        {
          g_array_set_size (found, 0);
          g_array_append_val (found, i);
          return;
        }
      g_array_append_val (found, i);
    }
}

/* The claims that @name means: of the statements with these ids, else of those with these words in them. */
static GArray *
find_claims (const Desk *self, const char *name, gboolean *out_statement_found)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) statements = parse_ids (self, name);
  g_autofree char *words = fold (name);

  *out_statement_found = statements != NULL;
  if (statements != NULL)
    {
      find_by_ids (self, statements, found);
      return found;
    }
  for (guint i = 0; *words != '\0' && i < syn_comparison_get_n_statements (self->comparison); i++)
    {
      g_autofree char *text = syn_comparison_dup_statement_text (self->comparison, i);
      g_autofree char *folded = fold (text);
      const guint *indices;
      guint n;

      if (strstr (folded, words) == NULL)
        continue;
      *out_statement_found = TRUE;
      indices = syn_comparison_claims_of (self->comparison, i, &n);
      add_unique (found, indices, n);
    }
  return found;
}

/* The one claim, or -1 after saying why. */
static gint
find_claim (const Desk *self, const char *name)
{
  gboolean statement_found;
  g_autoptr (GArray) found = find_claims (self, name, &statement_found);
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (self->comparison, &n);

  if (found->len == 1)
    return (gint) g_array_index (found, guint, 0);
  if (found->len == 0 && statement_found)
    syn_cli_complain (_ ("tag: no claim of several sources has “%s” in it"), name);
  else if (found->len == 0)
    syn_cli_complain (_ ("tag: no statement has the id or the words “%s”; see --list"), name);
  else
    {
      syn_cli_complain (_ ("tag: “%s” may mean one of %u claims; name one as the second column does:"), name,
                        found->len);
      for (guint i = 0; i < MIN (found->len, MAX_CANDIDATES); i++)
        print_claim (self, stderr, &claims[g_array_index (found, guint, i)]);
    }
  return -1;
}

/* The tag of that name; a new one where there is none yet. */
static char *
find_tag (const Desk *self, const char *name, GError **error)
{
  g_autoptr (GPtrArray) tags = syn_workspace_list_tags (self->workspace, error);
  g_autoptr (GPtrArray) offered = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_tag_free);
  char *id;

  for (guint i = 0; tags != NULL && i < tags->len; i++)
    {
      const SynTag *tag = tags->pdata[i];

      if (g_str_equal (tag->name, name) && !tag->retired)
        return g_strdup (tag->id);
      if (!tag->retired)
        g_ptr_array_add (offered, syn_tag_copy (tag));
    }
  if (tags == NULL)
    return NULL;
  id = g_uuid_string_random ();
  g_ptr_array_add (offered, syn_tag_new (id, name, NULL, 0));
  if (syn_workspace_set_tags (self->workspace, offered, error))
    return id;
  g_free (id);
  return NULL;
}

static gboolean
rule (const Desk *self, const Options *options, SynVerdict verdict, const GArray *claims, GError **error)
{
  if (options->verdict == NULL)
    return TRUE;
  if (g_str_equal (options->verdict, STRUCK))
    return syn_workspace_remove_claims (self->workspace, self->comparison, claims, error);
  if (g_str_equal (options->verdict, SETTLED))
    return syn_workspace_settle_claims (self->workspace, self->comparison, claims, TRUE, error);
  /* An open claim is not settled either. */
  return (verdict != SYN_VERDICT_OPEN
          || syn_workspace_settle_claims (self->workspace, self->comparison, claims, FALSE, error))
         && syn_workspace_tag_claims (self->workspace, self->comparison, claims, verdict, error);
}

static gboolean
say (const Desk *self, const Options *options, const GArray *claims, GError **error)
{
  const guint claim = g_array_index (claims, guint, 0);
  g_autofree char *tag = options->tag != NULL ? find_tag (self, options->tag, error) : NULL;

  if (options->tag != NULL
      && (tag == NULL
          || !syn_workspace_label_claims (self->workspace, self->comparison, claims, tag, TRUE, error)))
    return FALSE;
  if (options->comment != NULL && *options->comment != '\0')
    {
      g_autoptr (SynClaimRecord) said
          = syn_workspace_add_comment (self->workspace, self->comparison, claim, NULL, options->comment, error);

      if (said == NULL)
        return FALSE;
    }
  return TRUE;
}

static int
tag_claim (const Desk *self, const Options *options, SynVerdict verdict, const char *name)
{
  const gint claim = find_claim (self, name);
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (SynClaimRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  if (claim < 0)
    return SYN_EXIT_USAGE;
  g_array_append_val (claims, claim);
  if (rule (self, options, verdict, claims, &error) && say (self, options, claims, &error))
    {
      const char *id = syn_comparison_get_claims (self->comparison, NULL)[claim].id;
      const SynClaimRecord *before = id != NULL ? g_hash_table_lookup (self->records, id) : NULL;

      /* The note last: what it gives back is the claim as it is now, whether it was changed or not. */
      record = syn_workspace_set_note (self->workspace, self->comparison, (guint) claim,
                                       options->note != NULL ? options->note
                                       : before != NULL      ? before->note
                                                             : NULL,
                                       &error);
    }
  if (record == NULL)
    {
      syn_cli_complain ("%s", error->message);
      return SYN_EXIT_FAILED;
    }
  g_hash_table_insert (self->records, record->id, record);
  {
    SynClaim shown = syn_comparison_get_claims (self->comparison, NULL)[claim];

    shown.id = record->id;
    print_claim (self, stdout, &shown);
  }
  return fflush (stdout) == 0 ? SYN_EXIT_DONE : SYN_EXIT_FAILED;
}

static gboolean
is_verdict (const char *name, SynVerdict *out_verdict)
{
  return g_str_equal (name, SETTLED) || g_str_equal (name, STRUCK) || syn_verdict_from_string (name, out_verdict);
}

static gboolean
says_nothing (const Options *options)
{
  return options->verdict == NULL && options->note == NULL && options->tag == NULL && options->comment == NULL;
}

static gboolean
is_blank (const char *text)
{
  return text != NULL && text[strspn (text, " \t\n")] == '\0';
}

static gboolean
check_usage (const Options *options, int argc, SynVerdict *out_verdict)
{
  if (options->verdict != NULL && !is_verdict (options->verdict, out_verdict))
    syn_cli_complain (_ ("tag: “%s” is no verdict; there are confirmed, disputed, unverified and open, "
                         "nothing-to-decide and not-a-claim"),
                      options->verdict);
  else if (options->list && !says_nothing (options))
    syn_cli_complain (_ ("tag: --list only lists"));
  else if (is_blank (options->tag) || is_blank (options->comment))
    syn_cli_complain (_ ("tag: a tag and a comment have words"));
  else if (!options->list && says_nothing (options))
    syn_cli_complain (_ ("tag: give --verdict, --note, --tag or --comment, or --list"));
  else if (argc < (options->list ? 2 : 3))
    syn_cli_complain (options->list ? _ ("tag: name a file or folder")
                                    : _ ("tag: name a claim, and then files or folders"));
  else
    return TRUE;
  return FALSE;
}

static int
run (const Options *options, SynVerdict verdict, int argc, char **argv)
{
  const int n_before = options->list ? 0 : 1;
  g_autoptr (GPtrArray) files = syn_cli_files (argc - n_before, argv + n_before);
  g_autoptr (GError) error = NULL;
  g_autoptr (SynCorpus) corpus = syn_corpus_load (files, NULL, NULL, NULL, &error);
  Desk desk = { NULL };
  gboolean partial;
  int code;

  if (corpus == NULL)
    {
      syn_cli_complain ("%s", error->message);
      return SYN_EXIT_FAILED;
    }
  partial = syn_cli_report_skipped (corpus);
  if (syn_corpus_get_n_articles (corpus) == 0)
    {
      syn_cli_complain (_ ("tag: there is no article in what was named"));
      return SYN_EXIT_FAILED;
    }
  if (!desk_lay (&desk, options, corpus, &error))
    {
      syn_cli_complain ("%s", error->message);
      code = SYN_EXIT_FAILED;
    }
  else
    code = options->list ? list_claims (&desk) : tag_claim (&desk, options, verdict, argv[1]);
  desk_clear (&desk);
  return code == SYN_EXIT_DONE && partial ? SYN_EXIT_PARTIAL : code;
}

/**
 * syn_cli_tag:
 * @argc: number of arguments
 * @argv: "tag" and what follows
 *
 * Gives a claim a verdict or a note, or lists claims with theirs.
 *
 * Returns: an exit code
 */
int
syn_cli_tag (int argc, char **argv)
{
  Options options = { NULL };
  const GOptionEntry entries[] = {
    { "workspace", 'w', 0, G_OPTION_ARG_FILENAME, &options.workspace_path,
      N_ ("The workspace to write to (default: the one of the window)"), N_ ("FILE") },
    { "verdict", 'v', 0, G_OPTION_ARG_STRING, &options.verdict,
      N_ ("“confirmed”, “disputed”, “unverified” or “open”; “nothing-to-decide” or “not-a-claim”"),
      N_ ("VERDICT") },
    { "note", 'n', 0, G_OPTION_ARG_STRING, &options.note, N_ ("A note on the claim; empty removes it"),
      N_ ("TEXT") },
    { "tag", 't', 0, G_OPTION_ARG_STRING, &options.tag, N_ ("A tag of your own for it"), N_ ("NAME") },
    { "comment", 'c', 0, G_OPTION_ARG_STRING, &options.comment, N_ ("A comment to add to it"), N_ ("TEXT") },
    { "annotator", 'a', 0, G_OPTION_ARG_STRING, &options.annotator,
      N_ ("Whose verdict it is (default: your user name)"), N_ ("NAME") },
    { "list", 'l', 0, G_OPTION_ARG_NONE, &options.list,
      N_ ("List claims: verdict, name, number of sources, wording, note; separated by tabs"), NULL },
    { NULL },
  };
  SynVerdict verdict = SYN_VERDICT_OPEN;
  int code;

  if (!syn_cli_parse (&argc, &argv, entries, _ ("[CLAIM] PATH…"),
                      _ ("Tags a claim that articles make.  CLAIM is the id of one of its statements (a2.17), the "
                         "ids of several (a1.2+a2.17),\nor words that only its statements have.  --list shows the "
                         "shortest name of each."),
                      &code))
    ;
  else if (!check_usage (&options, argc, &verdict))
    code = SYN_EXIT_USAGE;
  else
    code = run (&options, verdict, argc, argv);
  g_free (options.workspace_path);
  g_free (options.verdict);
  g_free (options.note);
  g_free (options.tag);
  g_free (options.comment);
  g_free (options.annotator);
  return code;
}
