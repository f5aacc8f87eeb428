/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SynHelpTopic:
 * @id: name, as given to the action "win.help"
 * @title: one line, to be translated
 * @paragraphs: %NULL-terminated, to be translated; Pango markup.  One that begins with "• " is an item of a list.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *paragraphs[14];
} SynHelpTopic;

/* All topics, in reading order. */
const SynHelpTopic *syn_help_get_topics (guint *n);

G_END_DECLS
