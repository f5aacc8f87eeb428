/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/syn-workspace-private.h"
#include "store/syn-workspace.h"

/* An invented event told three times, a folder of its own, and a workspace in it. */
typedef struct
{
  char *folder;
  char *path;
  SynCorpus *corpus;
  SynComparison *comparison;
  SynWorkspace *workspace;
} StoreFixture;

extern const char store_text_post[];
extern const char store_text_daily[];
extern const char store_text_wire[];

void           store_fixture_set_up (StoreFixture *self, gconstpointer data);
void           store_fixture_tear_down (StoreFixture *self, gconstpointer data);
/* Closes the workspace and opens it again, as the next start of the program does. */
void           store_fixture_reopen (StoreFixture *self);

SynArticle    *store_article_new (const char *path, const char *outlet, const char *text);
SynCorpus     *store_corpus_new (const char *post, const char *daily, const char *wire);
SynComparison *store_compare (SynCorpus *corpus);
/* The comparison with what the workspace keeps; records and orphans may be NULL. */
SynComparison *store_resolve (SynWorkspace *workspace, SynComparison *raw, GPtrArray **records,
                              GPtrArray **orphans);
/* The one statement that contains @words. */
guint          store_find_statement (SynComparison *comparison, const char *words);
/* The first claim with a statement that contains @words. */
guint          store_find_claim (SynComparison *comparison, const char *words);

/* All that verbs can change, as text. */
char          *store_dump (SynWorkspace *workspace);
void           store_exec (SynWorkspace *workspace, const char *sql);
char          *store_checksum (const char *path);
void           store_remove_folder (const char *folder);
