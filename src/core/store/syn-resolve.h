/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/syn-database.h"
#include "store/syn-workspace.h"

G_BEGIN_DECLS

/* What syn_workspace_resolve() does on the workspace's thread. */
typedef struct
{
  SynComparison *comparison;
  SynDecisions *decisions;
  GPtrArray *records; /* SynClaimRecord */
  GPtrArray *orphans; /* SynOrphan */
} SynResolution;

gboolean syn_resolve (SynDatabase *database, SynResolution *resolution, GError **error);

/* (transfer full): the articles of @comparison, as the statements that list what may be about them want them. */
char *syn_resolve_articles_to_text (SynComparison *comparison);

G_END_DECLS
