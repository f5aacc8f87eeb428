/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-conflict-private.h"

G_BEGIN_DECLS

/**
 * SynAgentFrame: a statement that says who did it, or who did not.
 * @statement: which
 * @denied: the doer has no part in it
 * @doer: the words that name the doer
 * @cue: the words that make it a frame
 * @nation: static name of the country the doer acts for, or %NULL
 * @irregular: acts for no state: rebels, partisans, gangs
 * @name: term of the doer's last name where neither is known, or 0
 * @passive: the doer stands behind a deed's "by"
 * @charge: what the doer is accused of or blamed for, empty if that is not said
 * @act: term of the deed's word ("attack"), or 0
 */
typedef struct
{
  guint statement;
  gboolean denied;
  SynSpan doer;
  SynSpan cue;
  const char *nation;
  gboolean irregular;
  guint32 name;
  gboolean passive;
  SynSpan charge;
  guint32 act;
} SynAgentFrame;

/* The frames of all statements, in their order; (element-type SynAgentFrame). */
GArray *syn_agent_frames_list (SynConflictFinder *finder);
/* Whether nation, kind or name tell two doers apart. */
gboolean syn_agent_frames_differ (const SynAgentFrame *a, const SynAgentFrame *b);
/* Whether both surely mean one doer. */
gboolean syn_agent_frames_agree (const SynAgentFrame *a, const SynAgentFrame *b);

/* (transfer full): the doer as a key: equal for doers that agree. */
char *syn_agent_frames_dup_key (const SynAgentFrame *self);

G_END_DECLS
