/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text/syn-document.h"
#include "text/syn-words.h"

G_BEGIN_DECLS

/**
 * SynUnit: what a figure is measured in.
 * @base: the base unit, static
 * @factor, @offset: base = stated * factor + offset
 * @kind: what such a figure is
 */
typedef struct
{
  const char *base;
  double factor;
  double offset;
  SynNumberKind kind;
} SynUnit;

/* The unit behind a figure, beginning at word @at; returns how many words it has, 0 if there is none. */
guint syn_units_match (const SynWords *words, guint at, SynUnit *out_unit);
/* The currency sign before the figure at word @at ("$", "US $", "€"); returns how many words, 0 if none. */
guint syn_units_match_sign (const SynWords *words, guint at, SynUnit *out_unit);

G_END_DECLS
