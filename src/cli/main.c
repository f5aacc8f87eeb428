/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "corpus/syn-importer.h"

static const SynCliCommand commands[] = {
  { "compare", N_ ("Compare articles and print what agrees and what conflicts"), syn_cli_compare },
  { "correct", N_ ("Overrule the program, and take it back"), syn_cli_correct },
  { "import", N_ ("Read articles and say what became of each file"), syn_cli_import },
  { "export", N_ ("Write an annotated set as a report, spreadsheet, JSON or web annotations"), syn_cli_export },
  { "judge", N_ ("Judge pairs of sentences in a table"), syn_cli_judge },
  { "stories", N_ ("Group articles by event"), syn_cli_stories },
  { "tag", N_ ("Give a claim a verdict or a note, or list the claims"), syn_cli_tag },
  { "validate", N_ ("Check a workspace"), syn_cli_validate },
  { NULL },
};

void
syn_cli_complain (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  fprintf (stderr, "synoptic-cli: %s\n", syn_cli_tame (message));
}

/* Embeddings, overrides and isolates: they show words in another order than they stand in, to the end of the line. */
static gboolean
turns_text (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

char *
syn_cli_tame (char *text)
{
  const char *in = text;
  char *out = text;

  while (*in != '\0')
    {
      const gunichar c = g_utf8_get_char_validated (in, -1);
      const gsize n = c < 0x80 || c >= 0x110000 ? 1 : g_unichar_to_utf8 (c, NULL);

      if ((c < 0xa0 && g_unichar_iscntrl (c)) || c == 0x2028 || c == 0x2029)
        *out++ = g_unichar_isspace (c) ? ' ' : '?';
      else if (turns_text (c))
        *out++ = '?';
      else
        {
          memmove (out, in, n);
          out += n;
        }
      in += n;
    }
  *out = '\0';
  return text;
}

char *
syn_cli_read_table (GFile *file, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GByteArray) text = g_byte_array_new ();
  guint8 buffer[65536];
  gssize n = 1;

  while (stream != NULL && n > 0 && text->len <= SYN_IMPORT_MAX_BYTES)
    {
      n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, sizeof buffer, NULL, error);
      if (n > 0)
        g_byte_array_append (text, buffer, (guint) n);
    }
  if (stream == NULL || n < 0)
    return NULL;
  if (text->len > SYN_IMPORT_MAX_BYTES)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("%s: more than 100 MB of one file are not read"), name);
      return NULL;
    }
  g_byte_array_append (text, (const guint8 *) "", 1);
  return (char *) g_byte_array_free (g_steal_pointer (&text), FALSE);
}

gboolean
syn_cli_wants_colour (void)
{
  const char *term = g_getenv ("TERM");

  return isatty (STDOUT_FILENO) && g_getenv ("NO_COLOR") == NULL && g_strcmp0 (term, "dumb") != 0;
}

GPtrArray *
syn_cli_files (int argc, char **argv)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 1; i < argc; i++)
    /* An empty argument, as a script makes of an unset variable, is not meant as the current folder. */
    g_ptr_array_add (files, *argv[i] != '\0' ? g_file_new_for_commandline_arg (argv[i]) : g_file_new_for_path (""));
  return files;
}

gboolean
syn_cli_report_skipped (SynCorpus *corpus)
{
  GListModel *report = syn_corpus_get_report (corpus);
  gboolean any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (report); i++)
    {
      g_autoptr (SynImportEntry) entry = g_list_model_get_item (report, i);
      const char *message = syn_import_entry_get_message (entry);

      if (syn_import_entry_get_status (entry) == SYN_IMPORT_READ || syn_import_entry_is_intended (entry))
        continue;
      any = TRUE;
      syn_cli_complain ("%s: %s", syn_import_entry_get_path (entry), message != NULL ? message : "");
    }
  return any;
}

static gboolean
takes_value (const GOptionEntry *entry)
{
  return entry->arg != G_OPTION_ARG_NONE;
}

/* The option that @arg begins with: "--name", "--name=value", or the letter at @at of "-abc". */
static const GOptionEntry *
find_option (const GOptionEntry *entries, const char *arg, gsize at)
{
  const gsize n = strcspn (arg, "=");

  for (; entries->long_name != NULL; entries++)
    if (at == 0 ? strlen (entries->long_name) == n - 2 && strncmp (arg + 2, entries->long_name, n - 2) == 0
                : entries->short_name != '\0' && entries->short_name == arg[at])
      return entries;
  return NULL;
}

/* Notes that @entry is given; FALSE if it had been given with another value already. */
static gboolean
give_once (const GOptionEntry *entry, GHashTable *given)
{
  return !takes_value (entry) || entry->arg == G_OPTION_ARG_STRING_ARRAY || entry->arg == G_OPTION_ARG_FILENAME_ARRAY
         || g_hash_table_add (given, (gpointer) entry);
}

/* (nullable): the option of which two values are given; GLib would drop the first in silence. */
static const GOptionEntry *
find_repeated (const GOptionEntry *entries, int argc, char **argv)
{
  g_autoptr (GHashTable) given = g_hash_table_new (NULL, NULL);

  for (int i = 1; i < argc && !g_str_equal (argv[i], "--"); i++)
    {
      const gboolean is_long = g_str_has_prefix (argv[i], "--");
      const gsize n = argv[i][0] != '-' ? 0 : is_long ? 1 : strlen (argv[i]);
      gboolean wants = FALSE;

      for (gsize at = is_long ? 0 : 1; at < n; at++)
        {
          const GOptionEntry *entry = find_option (entries, argv[i], at);

          if (entry != NULL && !give_once (entry, given))
            return entry;
          wants |= entry != NULL && takes_value (entry) && !(is_long && strchr (argv[i], '=') != NULL);
        }
      /* What follows is its value, whatever it looks like. */
      i += wants;
    }
  return NULL;
}

gboolean
syn_cli_parse (int *argc, char ***argv, const GOptionEntry *entries, const char *parameters,
               const char *summary, int *out_exit)
{
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autoptr (GError) error = NULL;
  const GOptionEntry *repeated;
  gboolean help = FALSE;
  GOptionEntry help_entry[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show help"), NULL },
    { NULL },
  };

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help_entry, GETTEXT_PACKAGE);
  repeated = find_repeated (entries, *argc, *argv);
  if (repeated != NULL)
    {
      syn_cli_complain (_ ("%s: --%s is given twice"), (*argv)[0], repeated->long_name);
      *out_exit = SYN_EXIT_USAGE;
      return FALSE;
    }
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      syn_cli_complain ("%s", error->message);
      *out_exit = SYN_EXIT_USAGE;
      return FALSE;
    }
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      fputs (text, stdout);
      *out_exit = SYN_EXIT_DONE;
      return FALSE;
    }
  return TRUE;
}

static void
print_usage (FILE *out)
{
  fprintf (out, _ ("Usage: synoptic-cli COMMAND [OPTION…] [ARGUMENT…]\n\nCommands:\n"));
  for (guint i = 0; commands[i].name != NULL; i++)
    fprintf (out, "  %-10s %s\n", commands[i].name, _ (commands[i].summary));
  fprintf (out, _ ("\n“synoptic-cli COMMAND --help” explains a command.\n"));
}

/* Whether all that was printed got where it should; a full disk may show only now. */
static int
finish (int code)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return code;
  syn_cli_complain (_ ("standard output cannot be written: %s"), g_strerror (errno));
  return SYN_EXIT_FAILED;
}

static int
run (int argc, char **argv)
{
  for (guint i = 0; commands[i].name != NULL; i++)
    if (g_str_equal (argv[0], commands[i].name))
      return commands[i].run (argc, argv);
  syn_cli_complain (_ ("there is no command “%s”; see synoptic-cli --help"), argv[0]);
  return SYN_EXIT_USAGE;
}

/* "help tag" is "tag --help". */
static int
help_with (char *command)
{
  char *argv[] = { command, (char *) "--help", NULL };

  return run (2, argv);
}

int
main (int argc, char **argv)
{
  const char *locale_dir;

  setlocale (LC_ALL, "");
  /* Set where the program runs out of its build folder. */
  locale_dir = g_getenv ("SYNOPTIC_LOCALE_DIR");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : SYN_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("synoptic-cli");

  if (argc < 2)
    {
      print_usage (stderr);
      return SYN_EXIT_USAGE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      printf ("synoptic-cli %s\n", SYN_VERSION);
      return finish (SYN_EXIT_DONE);
    }
  if (g_str_equal (argv[1], "help") && argc > 2)
    return finish (help_with (argv[2]));
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    {
      print_usage (stdout);
      return finish (SYN_EXIT_DONE);
    }
  return finish (run (argc - 1, argv + 1));
}
