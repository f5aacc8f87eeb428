/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-claim-bar.h"
#include "syn-claim-panel.h"
#include "syn-compare-view.h"
#include "syn-first-run.h"
#include "syn-history.h"
#include "syn-read-view.h"
#include "syn-search-panel.h"
#include "syn-sheet.h"
#include "syn-sources-panel.h"
#include "syn-status-bar.h"
#include "syn-window.h"

G_BEGIN_DECLS

struct _SynWindow
{
  AdwApplicationWindow parent_instance;

  SynSession *session;
  gboolean opening_workspace;
  gboolean unsaved; /* the workspace lives in memory only */
  gboolean installed; /* the actions have the states that are remembered */
  gboolean pages;   /* there is no room for panels beside the views */
  gboolean placed;  /* the panels have the widths that are remembered */
  int beside;       /* how many panels there is room for beside the views */
  int width;        /* what the window got last; 0 before */
  int least;        /* what it needed when it was adapted to that */
  guint adapt_source;
  gboolean allocating;
  gint claim_now;    /* the selected claim, and the one selected before it */
  gint claim_before;
  gint claim_marked; /* the selected claim when the first statement was marked */
  SynHistory *history;
  gint link_from;    /* the statement that waits for its other end, or -1 */
  gboolean pointing; /* a button of the pointer is or was just pressed */
  guint pointing_source;
  guint place_source; /* keeps where the reader is */
  gconstpointer placed_in; /* the corpus in which she was put where she had been; only compared */
  SynVerdict held;   /* what a click tags with while the tag lock is on */

  SynFirstRun *first_run;
  SynCompareView *compare_view;
  SynReadView *read_view;
  SynSourcesPanel *sources_panel;
  SynClaimPanel *claim_panel;
  SynClaimBar *claim_bar;
  SynStatusBar *status_bar;
  SynSearchPanel *search_panel;

  GtkWidget *header;
  GtkStack *title_stack;
  AdwViewSwitcher *switcher;
  GtkToggleButton *sources_button;
  GtkMenuButton *menu_button;
  GtkMenuButton *story_button;
  GtkLabel *story_title;
  GtkLabel *story_counts;
  GtkToggleButton *claims_button;
  GtkWidget *view_button;
  GtkWidget *legend; /* NULL until it is asked for */
  GtkButton *search_button;
  GtkBox *conflict_box;
  GtkLabel *conflict_label;
  GtkWidget *narrow_bar;
  GtkLabel *narrow_conflict_label;
  GtkRevealer *progress_revealer;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  AdwToastOverlay *toasts;
  gconstpointer orphans_told; /* the corpus whose lost decisions were announced; only compared */
  AdwToast *done_toast; /* says what was done last, while it is shown */
  guint done_source;    /* hides it */
  GtkStack *main_stack;
  AdwBin *search_slot;
  AdwBin *start_slot;
  AdwBin *find_slot;
  GtkPaned *outer_paned;
  GtkPaned *inner_paned;
  AdwBin *sources_slot;
  AdwViewStack *views;
  AdwBin *compare_slot;
  AdwBin *read_slot;
  AdwBin *claims_slot;
  AdwBin *claim_bar_slot;
  SynSheet *sheet; /* where the claims come up in a narrow window */
  AdwBin *status_slot;
  AdwBin *tour_slot;
  GtkWidget *tour_target; /* weak: what the tour frames */
  AdwViewSwitcherBar *switcher_bar;
};

/* syn-window-actions.c */
void syn_window_install_actions (SynWindow *self);
/* Which commands make sense now. */
void syn_window_update_actions (SynWindow *self);
void syn_window_set_action_state (SynWindow *self, const char *name, gboolean state);
gboolean syn_window_get_action_state (SynWindow *self, const char *name);
/* Rows with a conflict heading: how many, and which of them is selected (from 1; 0 is none). */
guint syn_window_count_conflicts (SynWindow *self, guint *out_current);

/* syn-window-find.c: the find bar and the actions on the text; after the views are there. */
void syn_window_install_find (SynWindow *self);
/* syn-window-claims.c: the claims that the reader makes. */
void syn_window_install_claims (SynWindow *self);
/* syn-window-rulings.c: how the reader rules on claims: one, several, one after the other. */
void syn_window_install_rulings (SynWindow *self);
/* Escape: leaves the tag lock, several chosen claims, or the claims where they cover the rows; whether there was
 * anything to leave. */
gboolean syn_window_stop_ruling (SynWindow *self);
/* syn-window-corrections.c: splitting, merging, stances, comments, own tags, teaching, and the list of corrections. */
void syn_window_install_corrections (SynWindow *self);
/* syn-window-filters.c: order and saved filters of the list of claims. */
void syn_window_install_filters (SynWindow *self);
/* syn-window-rows.c: how the rows of Compare are ordered and folded. */
void syn_window_install_rows (SynWindow *self);
/* syn-window-commands.c */
/* After the panels are there. */
void syn_window_install_stories (SynWindow *self);
void syn_window_install_commands (SynWindow *self);

/* syn-window-help.c: the help and the preferences. */
void syn_window_install_help (SynWindow *self);

/* syn-window-place.c: where the reader stood when she left. */
void syn_window_install_place (SynWindow *self);
void syn_window_keep_place (SynWindow *self);

/* syn-window-print.c */
void syn_window_install_print (SynWindow *self);

/* syn-window-tour.c: five steps on the sample. */
void syn_window_install_tour (SynWindow *self);

/* syn-window-marks.c: which marks are shown. */
void syn_window_install_marks (SynWindow *self);
void syn_window_drop_legend (SynWindow *self);

/* syn-window-export.c */
void syn_window_show_export (SynWindow *self);

/* syn-window-workspace.c */
void syn_window_choose_workspace (SynWindow *self);

/* syn-window-keys.c */
void syn_window_install_keys (SynWindow *self);

/* syn-window-fit.c: what is shown, by the width there is. */
void syn_window_adapt (SynWindow *self);
/* The same before the next frame, once, whatever happens until then. */
void syn_window_queue_adapt (SynWindow *self);
/* The window got @width and needs @least: adapts it when there is time. */
void syn_window_fit (SynWindow *self, int width, int least);
/* Panels are as wide as their text needs: 1 at 11 pt, at most half as much again. */
double syn_window_get_text_scale (SynWindow *self);

/* syn-window.c */
/* The least width at which nothing of what is shown now is cut off. */
int syn_window_measure_least (SynWindow *self);

G_END_DECLS
