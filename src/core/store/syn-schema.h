/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/syn-database.h"

G_BEGIN_DECLS

/* What this program writes, as the file's user_version. */
#define SYN_SCHEMA_VERSION 6

/**
 * syn_schema_open:
 * @path: a workspace, made when missing and @read_only is not set; ":memory:" for none
 *
 * Opens a workspace and brings it to the present version, step by step, each step in one transaction with
 * its version.  Before the first step the file is copied beside itself.  What is not a workspace, or is
 * damaged, or newer, is refused and left untouched.  With @read_only an older workspace is brought up to
 * date in memory only.
 */
SynDatabase *syn_schema_open (const char *path, gboolean read_only, GError **error);

G_END_DECLS
