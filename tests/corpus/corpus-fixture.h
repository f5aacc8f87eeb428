/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/syn-corpus.h"

G_BEGIN_DECLS

/* A folder of its own under the temporary folder, removed at the end. */
char *fixture_make_folder (void);
void  fixture_remove_folder (char *folder);

/* Writes @length bytes (-1: a string) to @name in @folder, making folders on the way. */
void fixture_write (const char *folder, const char *name, const char *bytes, gssize length);

/* Loads @folder, which must work. */
SynCorpus *fixture_load (const char *folder);
/* "skipped a.txt: The file is empty.", one entry a line, "(n)" behind the path when n is not 1 of what was read. */
char *fixture_report (SynCorpus *corpus);
/* The article of that path, (transfer none). */
SynArticle *fixture_article (SynCorpus *corpus, const char *path);
/* "headline|body|body" */
char *fixture_roles (SynArticle *article);

G_END_DECLS
