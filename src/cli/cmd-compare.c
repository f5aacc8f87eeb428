/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-cli-teach.h"
#include "syn-cli.h"

#include "compare/syn-comparison.h"
#include "exchange/syn-comparison-json.h"
#include "store/syn-workspace.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "syn-error.h"

#define BOLD "\033[1m"
#define FAINT "\033[2m"
#define RED "\033[31m"
#define YELLOW "\033[33m"
#define PLAIN "\033[0m"

/* So many pairs of one disagreement are printed. */
#define MOST_PAIRS 3

typedef struct
{
  SynComparison *comparison;
  gboolean colour;
  gboolean all;
} Printer;

static const char *
style (const Printer *self, const char *code)
{
  return self->colour ? code : "";
}

static char *
dup_source (const Printer *self, guint statement)
{
  const SynStatement *of = syn_comparison_get_statement (self->comparison, statement);

  return syn_cli_tame (syn_article_dup_source_name (syn_comparison_get_article (self->comparison, of->article)));
}

static void
print_statement (const Printer *self, guint statement)
{
  g_autofree char *source = dup_source (self, statement);
  g_autofree char *text = syn_cli_tame (syn_comparison_dup_statement_text (self->comparison, statement));

  printf ("    %s%s:%s %s\n", style (self, FAINT), source, style (self, PLAIN), text);
}

/* The words of a statement with the span that disagrees set off. */
static void
print_side (const Printer *self, guint statement, SynSpan span, const char *colour)
{
  const SynStatement *of = syn_comparison_get_statement (self->comparison, statement);
  SynArticle *article = syn_comparison_get_article (self->comparison, of->article);
  g_autofree char *source = dup_source (self, statement);
  g_autofree char *before = NULL, *words = NULL, *after = NULL;

  if (syn_span_is_empty (span) || span.start < of->span.start || span.end > of->span.end)
    {
      print_statement (self, statement);
      return;
    }
  before = syn_cli_tame (syn_article_dup_span (article, (SynSpan){ of->span.start, span.start }));
  words = syn_cli_tame (syn_article_dup_span (article, span));
  after = syn_cli_tame (syn_article_dup_span (article, (SynSpan){ span.end, of->span.end }));
  printf ("      %s%s:%s %s%s[%s]%s%s\n", style (self, FAINT), source, style (self, PLAIN), before,
          style (self, colour), words, style (self, PLAIN), after);
}

static void
print_conflict (const Printer *self, const SynConflict *conflict)
{
  gboolean direct = conflict->strength == SYN_STRENGTH_DIRECT;
  const char *colour = direct ? RED : YELLOW;
  g_autofree char *reason = syn_cli_tame (g_strdup (conflict->reason != NULL ? conflict->reason : ""));

  printf ("    %s%s %s%s", style (self, colour), direct ? "≠" : "≉",
          syn_conflict_type_label (conflict->type), style (self, PLAIN));
  printf (" (%s, %s) %s\n", syn_strength_to_string (conflict->strength),
          syn_tier_to_string (conflict->tier), reason);
  print_side (self, conflict->a, conflict->a_span, colour);
  print_side (self, conflict->b, conflict->b_span, colour);
}

static gboolean
is_printed (const Printer *self, SynTier tier)
{
  return tier <= SYN_TIER_LIKELY || (self->all && tier == SYN_TIER_POSSIBLE);
}

/* Many pairs of statements can show one disagreement; the best few are enough to read it by. */
static void
print_conflicts (const Printer *self, const GArray *indices)
{
  const SynConflict *conflicts = syn_comparison_get_conflicts (self->comparison, NULL);
  g_autoptr (GHashTable) printed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_left_out = 0;

  for (guint i = 0; i < indices->len; i++)
    {
      const SynConflict *conflict = &conflicts[g_array_index (indices, guint, i)];
      g_autofree char *about = NULL;
      guint n;

      if (!is_printed (self, conflict->tier))
        continue;
      about = g_strdup_printf ("%d %s", conflict->type, conflict->topic != NULL ? conflict->topic : "");
      n = GPOINTER_TO_UINT (g_hash_table_lookup (printed, about));
      if (!self->all && n >= MOST_PAIRS)
        {
          n_left_out++;
          continue;
        }
      g_hash_table_insert (printed, g_steal_pointer (&about), GUINT_TO_POINTER (n + 1));
      print_conflict (self, conflict);
    }
  if (n_left_out > 0)
    {
      printf ("    ");
      printf (ngettext ("%u more pair shows the same; --all prints it",
                        "%u more pairs show the same; --all prints them", n_left_out),
              n_left_out);
      printf ("\n");
    }
}

static void
print_claim (const Printer *self, const SynClaim *claim)
{
  g_autofree char *summary = syn_cli_tame (g_strdup (claim->summary));

  printf ("\n%s%s%s\n  ", style (self, BOLD), summary, style (self, PLAIN));
  printf (ngettext ("%u source", "%u sources", claim->n_sources), claim->n_sources);
  if (claim->n_origins < claim->n_sources)
    {
      printf (", ");
      printf (ngettext ("%u origin", "%u origins", claim->n_origins), claim->n_origins);
      if (claim->origin_reason != NULL)
        {
          g_autofree char *reason = syn_cli_tame (g_strdup (claim->origin_reason));

          printf (" (%s)", reason);
        }
    }
  printf ("\n");
  for (guint i = 0; i < claim->statements->len; i++)
    print_statement (self, g_array_index (claim->statements, guint, i));
  print_conflicts (self, claim->conflicts);
}

static void
print_loose_conflicts (const Printer *self)
{
  guint n;
  const SynConflict *conflicts = syn_comparison_get_conflicts (self->comparison, &n);
  g_autoptr (GArray) loose = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    if (conflicts[i].claim < 0 && is_printed (self, conflicts[i].tier))
      g_array_append_val (loose, i);
  if (loose->len > 0)
    printf ("\n%s%s%s\n", style (self, BOLD), _ ("Conflicts outside of claims"), style (self, PLAIN));
  print_conflicts (self, loose);
}

static void
print_variants (const Printer *self)
{
  guint n;
  const SynVariant *variants = syn_comparison_get_variants (self->comparison, &n);

  if (n > 0)
    printf ("\n%s%s%s\n", style (self, BOLD), _ ("Written differently"), style (self, PLAIN));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *forms = syn_cli_tame (g_strjoinv (" · ", variants[i].forms));

      printf ("    %s\n", forms);
    }
}

static void
print_text (const Printer *self)
{
  guint n;
  const SynClaim *claims = syn_comparison_get_claims (self->comparison, &n);
  const char *const *remarks = syn_comparison_get_remarks (self->comparison);

  for (guint i = 0; i < n; i++)
    print_claim (self, &claims[i]);
  print_loose_conflicts (self);
  print_variants (self);
  for (guint i = 0; remarks[i] != NULL; i++)
    printf ("\n%s\n", remarks[i]);
}

/* Nobody can say this number; zero, which the engine takes for "as usual", somebody might. */
#define NO_LEVEL (-G_MAXDOUBLE)

typedef struct
{
  char *format, *answers, *story, *workspace;
  char *a, *b; /* statements to explain */
  gboolean all, explain;
  double level;
  int questions;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->format);
  g_free (self->answers);
  g_free (self->story);
  g_free (self->workspace);
  g_free (self->a);
  g_free (self->b);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
put_bytes (const char *text, gsize length, gpointer file)
{
  fwrite (text, 1, length, file);
}

static void
print_comparison (SynComparison *comparison, const Options *options)
{
  if (g_strcmp0 (options->format, "json") == 0)
    syn_comparison_write_json (comparison, put_bytes, stdout);
  else
    print_text (&(Printer){ comparison, syn_cli_wants_colour (), options->all });
}

/* Of the whole corpus, or of the one story that was asked for; grouped as the reader of @workspace did. */
static SynComparison *
compare_stories (SynCorpus *corpus, const Options *options, SynWorkspace *workspace, const SynResultCache *cache,
                 GError **error)
{
  g_autoptr (SynStories) stories = workspace != NULL ? syn_workspace_group (workspace, corpus, NULL, error)
                                                     : syn_stories_new (corpus, NULL, NULL, NULL, error);
  g_autoptr (SynCorpus) one = NULL;
  const double level = options->level != NO_LEVEL ? options->level : 0;
  SynCompareFlags flags
      = options->all || options->explain ? SYN_COMPARE_ALL : SYN_COMPARE_DEFAULT;

  if (stories == NULL)
    return NULL;
  if (options->answers == NULL && !options->explain && options->questions == 0)
    flags |= SYN_COMPARE_RESULT_ONLY;
  if (options->story == NULL)
    return syn_comparison_new_stories_cached (stories, level, flags, cache, NULL, NULL, NULL, error);
  one = syn_cli_find_story (stories, options->story, error);
  if (one == NULL)
    return NULL;
  return syn_comparison_new_story_cached (one, level, flags, cache, NULL, NULL, NULL, error);
}

/* Where nothing can be kept, what is there can be read. */
static SynWorkspace *
open_to_keep (const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  SynWorkspace *workspace = syn_workspace_open (path, FALSE, &local);

  if (workspace == NULL && g_error_matches (local, SYN_ERROR, SYN_ERROR_READ_ONLY)
      && (workspace = syn_workspace_open (path, TRUE, NULL)) != NULL)
    {
      g_autofree char *name = g_filename_display_name (path);

      syn_cli_complain (_ ("“%s” cannot be written; what it has is used, and nothing new is kept in it"), name);
      return workspace;
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return workspace;
}

/* With a workspace what it has of a story is not compared again. */
static SynComparison *
find_or_compare (SynCorpus *corpus, const Options *options, GError **error)
{
  g_autoptr (SynWorkspace) workspace = NULL;
  SynResultCache cache;

  if (options->workspace == NULL)
    return compare_stories (corpus, options, NULL, NULL, error);
  workspace = open_to_keep (options->workspace, error);
  if (workspace == NULL)
    return NULL;
  cache = syn_workspace_get_result_cache (workspace);
  return compare_stories (corpus, options, workspace, &cache, error);
}

static int
compare_corpus (SynCorpus *corpus, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SynComparison) fresh = NULL;
  g_autoptr (SynDecisions) decisions = syn_decisions_new ();
  gboolean done = TRUE;

  if (syn_corpus_get_n_articles (corpus) == 0)
    {
      syn_cli_complain (_ ("compare: there is no article in what was named"));
      return SYN_EXIT_FAILED;
    }
  fresh = find_or_compare (corpus, options, &error);
  if (fresh == NULL
      || (options->answers != NULL
          && !syn_cli_read_answers (options->answers, fresh, decisions, &error)))
    {
      syn_cli_complain ("%s", error->message);
      return SYN_EXIT_FAILED;
    }
  if (options->explain)
    done = syn_cli_print_derivation (fresh, decisions, options->a, options->b);
  else if (options->questions > 0)
    syn_cli_print_questions (fresh, decisions, options->questions);
  else
    {
      g_autoptr (SynComparison) comparison = syn_comparison_apply (fresh, decisions);

      print_comparison (comparison, options);
    }
  return done && fflush (stdout) == 0 ? SYN_EXIT_DONE : SYN_EXIT_FAILED;
}

/* Takes the two statements of --explain out of the arguments; says what is wrong with them. */
static gboolean
check_options (Options *options, int *argc, char **argv)
{
  const char *complaint = NULL;

  if (options->explain && *argc < 4)
    complaint = _ ("compare: --explain needs two statements, “a1.2 a2.3”, and a file or folder");
  else if (*argc < 2)
    complaint = _ ("compare: name a file or folder");
  else if ((options->format != NULL && !g_str_equal (options->format, "text")
            && !g_str_equal (options->format, "json"))
           || (options->level != NO_LEVEL && !(options->level >= 0.2 && options->level <= 2)))
    complaint = _ ("compare: the format is “text” or “json”, the level 0.2 to 2");
  else if (options->questions < 0)
    complaint = _ ("compare: the number of questions is positive");
  if (complaint != NULL)
    {
      syn_cli_complain ("%s", complaint);
      return FALSE;
    }
  if (options->explain)
    {
      options->a = g_strdup (argv[1]);
      options->b = g_strdup (argv[2]);
      *argc -= 2;
      memmove (argv + 1, argv + 3, (*argc - 1) * sizeof *argv);
    }
  return TRUE;
}

/**
 * syn_cli_compare:
 * @argc: number of arguments
 * @argv: "compare" and what follows
 *
 * Reads articles, compares them and prints claims, matches and conflicts.
 *
 * Returns: an exit code
 */
int
syn_cli_compare (int argc, char **argv)
{
  g_auto (Options) options = { .level = NO_LEVEL };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format,
      N_ ("“text” (default) or “json”"), N_ ("FORMAT") },
    { "all", 'a', 0, G_OPTION_ARG_NONE, &options.all,
      N_ ("List every scored pair, not only what is shown"), NULL },
    { "level", 'l', 0, G_OPTION_ARG_DOUBLE, &options.level,
      N_ ("Matches shown per statement, 0.2 to 2"), N_ ("LEVEL") },
    { "workspace", 'w', 0, G_OPTION_ARG_FILENAME, &options.workspace,
      N_ ("Workspace that keeps what was found, so that nothing is compared twice"), N_ ("FILE") },
    { "story", 0, 0, G_OPTION_ARG_STRING, &options.story,
      N_ ("Only this story of the articles, named as “synoptic-cli stories” does"), N_ ("ID") },
    { "answers", 0, 0, G_OPTION_ARG_FILENAME, &options.answers,
      N_ ("Learn from answers: lines “a1.2⇥a2.3⇥yes” or “no”"), N_ ("FILE.tsv") },
    { "questions", 0, 0, G_OPTION_ARG_INT, &options.questions,
      N_ ("List the pairs whose answers teach the most, as a table"), N_ ("N") },
    { "explain", 0, 0, G_OPTION_ARG_NONE, &options.explain,
      N_ ("Derive the score of two statements, named before the paths: “a1.2 a2.3”"), NULL },
    { NULL },
  };
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (SynCorpus) corpus = NULL;
  g_autoptr (GError) error = NULL;
  gboolean partial;
  int code;

  if (!syn_cli_parse (&argc, &argv, entries, _ ("PATH…"),
                      _ ("Compares articles: what agrees, what conflicts."), &code))
    return code;
  if (!check_options (&options, &argc, argv))
    return SYN_EXIT_USAGE;
  files = syn_cli_files (argc, argv);
  corpus = syn_corpus_load (files, NULL, NULL, NULL, &error);
  if (corpus == NULL)
    {
      syn_cli_complain ("%s", error->message);
      return SYN_EXIT_FAILED;
    }
  partial = syn_cli_report_skipped (corpus);
  code = compare_corpus (corpus, &options);
  return code == SYN_EXIT_DONE && partial ? SYN_EXIT_PARTIAL : code;
}
