/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-session.h"

G_BEGIN_DECLS

/* What a place of a lane holds, in the order in which one hides the other where they share a pixel. */
typedef enum
{
  SYN_OVERVIEW_SILENT,
  SYN_OVERVIEW_PLAIN,
  SYN_OVERVIEW_TAGGED,
  SYN_OVERVIEW_OPEN,
  SYN_OVERVIEW_CONFLICT,
} SynOverviewKind;

/**
 * SynOverviewItem: one statement, or row, of a lane.
 * @start, @end: where it stands, in the model's own units
 */
typedef struct
{
  double start, end;
  SynOverviewKind kind;
} SynOverviewItem;

typedef enum
{
  SYN_OVERVIEW_STEP,
  SYN_OVERVIEW_PAGE,
  SYN_OVERVIEW_ENDS,
  SYN_OVERVIEW_PIXELS,
} SynOverviewMove;

#define SYN_TYPE_OVERVIEW_MODEL (syn_overview_model_get_type ())
/**
 * SynOverviewModel: what an overview strip shows, a lane for each source, and scrolls.
 *
 * Signal "changed": lanes, items or lengths are others.  Signal "moved": another part can be seen.
 */
G_DECLARE_INTERFACE (SynOverviewModel, syn_overview_model, SYN, OVERVIEW_MODEL, GObject)

/**
 * SynOverviewModelInterface:
 * @get_n_lanes: how many sources
 * @get_source: (transfer none) (nullable): that of a lane
 * @get_n_items, @get_item: what stands in a lane, in order
 * @get_length: units of the longest lane; never 0
 * @get_density: pixels that a unit takes at most: what is short is not pulled apart
 * @get_visible: the part that can be seen; %FALSE when the lane's column is folded
 * @has_one_frame: all lanes scroll as one
 * @get_marked: where the reader is, or less than 0
 * @scroll: brings @at of @lane to the upper edge
 * @move: scrolls on by @amount steps, pages, ends (-1 start, 1 end) or pixels
 * @dup_words_at: (nullable): what stands at @at, for the tooltip
 * @dup_place: (nullable): the part that can be seen, in words
 * @get_value: (out): first and last value, and where we are, for assistive tools
 * @get_head_height: pixels above the lanes
 */
struct _SynOverviewModelInterface
{
  GTypeInterface parent_iface;

  guint (*get_n_lanes) (SynOverviewModel *self);
  SynSource *(*get_source) (SynOverviewModel *self, guint lane);
  guint (*get_n_items) (SynOverviewModel *self, guint lane);
  void (*get_item) (SynOverviewModel *self, guint lane, guint index, SynOverviewItem *out_item);
  double (*get_length) (SynOverviewModel *self);
  double (*get_density) (SynOverviewModel *self);
  gboolean (*get_visible) (SynOverviewModel *self, guint lane, double *out_from, double *out_to);
  gboolean (*has_one_frame) (SynOverviewModel *self);
  double (*get_marked) (SynOverviewModel *self);
  void (*scroll) (SynOverviewModel *self, guint lane, double at);
  void (*move) (SynOverviewModel *self, SynOverviewMove move, double amount);
  char *(*dup_words_at) (SynOverviewModel *self, guint lane, double at);
  char *(*dup_place) (SynOverviewModel *self);
  void (*get_value) (SynOverviewModel *self, double *out_most, double *out_now);
  int (*get_head_height) (SynOverviewModel *self);
};

void syn_overview_model_changed (SynOverviewModel *self);
void syn_overview_model_moved (SynOverviewModel *self);

/**
 * syn_overview_kind_of:
 * @claim: the claim whose row it is, or -1 for all that @statement makes
 *
 * A claim that only one source makes is plain until it is ruled on.
 */
SynOverviewKind syn_overview_kind_of (SynSession *session, guint statement, gint claim);
/* For people, translated: "open claim" */
const char *syn_overview_kind_label (SynOverviewKind kind);

G_END_DECLS
