/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/syn-database.h"
#include "store/syn-workspace.h"

G_BEGIN_DECLS

/* Private to store/ and its tests. */

typedef enum
{
  SYN_CALL_READ,  /* one moment of the database, however much is read */
  SYN_CALL_WRITE, /* one transaction: kept as a whole when @func returns TRUE, else not at all */
  SYN_CALL_TRY,   /* the same, unless another program is writing at the moment: then it fails at once */
  SYN_CALL_BARE,  /* no transaction */
} SynCallKind;

typedef gboolean (*SynCallFunc) (SynWorkspace *self, SynDatabase *database, gpointer data, GError **error);

/* Runs @func on the workspace's thread and waits for it. */
gboolean    syn_workspace_call (SynWorkspace *self, SynCallKind kind, SynCallFunc func, gpointer data,
                                GError **error);

G_END_DECLS
