/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "compare/syn-stories.h"
#include "corpus/syn-corpus.h"

G_BEGIN_DECLS

/* Exit codes of synoptic-cli. */
enum
{
  SYN_EXIT_DONE = 0,
  SYN_EXIT_PARTIAL = 1, /* something in the input could not be read; the rest was done */
  SYN_EXIT_USAGE = 2,
  SYN_EXIT_FAILED = 3,
};

/**
 * SynCliCommand:
 * @name: the word on the command line
 * @summary: one line for --help, translatable
 * @run: @argv[0] is the command's name; returns an exit code
 */
typedef struct
{
  const char *name;
  const char *summary;
  int (*run) (int argc, char **argv);
} SynCliCommand;

int syn_cli_compare (int argc, char **argv);
int syn_cli_correct (int argc, char **argv);
int syn_cli_judge (int argc, char **argv);
int syn_cli_import (int argc, char **argv);
int syn_cli_export (int argc, char **argv);
int syn_cli_stories (int argc, char **argv);
int syn_cli_tag (int argc, char **argv);
int syn_cli_validate (int argc, char **argv);

/* Parses @argv with @entries; prints usage and returns FALSE on nonsense (exit 2) or after --help (exit 0).
 * @parameters: "PATH…", shown in the usage line.  What is left in @argv are the positional arguments. */
gboolean syn_cli_parse (int *argc, char ***argv, const GOptionEntry *entries, const char *parameters,
                        const char *summary, int *out_exit);
/* Files named on the command line, (element-type GFile). */
GPtrArray *syn_cli_files (int argc, char **argv);
/* (transfer full): the articles of the story named @id; NULL and an error when there is none. */
SynCorpus *syn_cli_find_story (SynStories *stories, const char *id, GError **error);
/* Prints the report's skipped and partial files on standard error; TRUE if there were any. */
gboolean syn_cli_report_skipped (SynCorpus *corpus);
/* Prints "synoptic-cli: message" on standard error. */
void syn_cli_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* Makes @text, UTF-8, fit for one line of a terminal, in place: what others wrote must not move the cursor or
 * begin a line.  Returns @text. */
char *syn_cli_tame (char *text);
/* (transfer full): the text of a table; what has no end, or is larger than any file that is read, is an error. */
char *syn_cli_read_table (GFile *file, GError **error);
/* Whether standard output is a terminal that wants colour (NO_COLOR respected). */
gboolean syn_cli_wants_colour (void);

G_END_DECLS
