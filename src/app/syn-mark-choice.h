/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "compare/syn-marks.h"

G_BEGIN_DECLS

/* Which marks the reader wants to see; kept in the settings, obeyed by both views. */

/* Which ribbons stand between the columns of Read. */
typedef enum
{
  SYN_RIBBONS_ALL,
  SYN_RIBBONS_ACTIVE, /* only those of the claim and statement that the reader stands on */
  SYN_RIBBONS_OFF,
} SynRibbons;

/* A set of kinds: bit 1 << SynMarkKind. */
typedef guint SynMarkKinds;

static inline gboolean
syn_mark_kinds_has (SynMarkKinds kinds, SynMarkKind kind)
{
  return (kinds & (1u << kind)) != 0;
}

SynMarkKinds syn_mark_choice_get_kinds (void);
void         syn_mark_choice_set_kind (SynMarkKind kind, gboolean shown);
SynRibbons   syn_mark_choice_get_ribbons (void);
/* Calls @func (@object, key) whenever one of these changes, as long as @object lives. */
void         syn_mark_choice_watch (void (*func) (gpointer object, const char *key), GObject *object);

/* The name of a kind in settings and actions: "copied"; static. */
const char  *syn_mark_kind_to_string (SynMarkKind kind);

G_END_DECLS
