/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-overview-model.h"
#include "syn-read-view.h"

G_BEGIN_DECLS

#define SYN_TYPE_READ_OVERVIEW (syn_read_overview_get_type ())
/* The articles of a Read view for an overview strip; its units are code points, so that also a folded column, which
 * has no heights, has a lane. */
G_DECLARE_FINAL_TYPE (SynReadOverview, syn_read_overview, SYN, READ_OVERVIEW, GObject)

/* @view owns the strip, and with it this: no reference is kept. */
SynOverviewModel *syn_read_overview_new (SynSession *session, SynReadView *view);

G_END_DECLS
