/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-read-scroller.h"

#include <math.h>

/* Microseconds. */
#define DURATION 150000
/* A statement this near to an edge is not considered to be in sight. */
#define EDGE 8.0

typedef struct
{
  SynReadColumn *column;
  double from, to;  /* of the movement under way */
  gboolean moves;
  GArray *chain;    /* SynReadPair: from the column that leads to this one; NULL when not known */
  double lag;       /* how far it stood from its place when the leading column began to move */
  double seen;      /* where it was last */
} Track;

struct _SynReadScroller
{
  GtkWidget *view;
  SynSession *session;
  GArray *tracks; /* Track */
  gboolean sync;

  gint held;      /* statement whose counterparts are kept at its height, or -1 */
  double height;  /* where it stands */
  gboolean stale; /* it must be looked at again */
  gint64 start;   /* of the movement, or 0 */

  SynReadColumn *leader; /* the column that the reader scrolls, until it is followed */
  SynReadColumn *last_leader;
  double leader_from;    /* its position when it began to lead */
  double lagging;        /* the part of each lag that is left, 1 to 0 */
  guint tick;
};

static Track *
track_at (SynReadScroller *self, guint i)
{
  return &g_array_index (self->tracks, Track, i);
}

static void
clear_track (gpointer data)
{
  Track *track = data;

  g_clear_pointer (&track->chain, g_array_unref);
  g_clear_object (&track->column);
}

static gboolean
is_locked (const Track *track)
{
  return syn_source_get_scroll_locked (syn_read_column_get_source (track->column));
}

/* ── Counterparts at one height ──────────────────────────────────────────── */

static double
position_for (SynReadColumn *column, guint statement, double height)
{
  double top, bottom;

  if (!syn_read_column_get_statement (column, statement, &top, &bottom, NULL))
    return syn_read_column_get_position (column);
  return syn_read_column_get_position (column) + top - height;
}

static void
aim (SynReadScroller *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  gint claim = syn_session_get_selected_claim (self->session);

  if (comparison == NULL || self->held < 0
      || (guint) self->held >= syn_comparison_get_n_statements (comparison))
    return;
  for (guint i = 0; i < self->tracks->len; i++)
    {
      Track *track = track_at (self, i);
      gint statement = syn_read_counterpart (comparison, (guint) self->held,
                                             syn_read_column_get_article (track->column), claim);

      /* The statement itself is brought into sight wherever it is. */
      track->moves = statement >= 0 && (!is_locked (track) || statement == self->held);
      if (track->moves)
        track->to = position_for (track->column, (guint) statement, self->height);
    }
}

static gboolean
animations_enabled (SynReadScroller *self)
{
  gboolean enabled = TRUE;

  g_object_get (gtk_widget_get_settings (self->view), "gtk-enable-animations", &enabled, NULL);
  return enabled;
}

/* Moves the columns by their part of the way; TRUE when they have arrived. */
static gboolean
advance (SynReadScroller *self, gint64 now)
{
  double part = self->start == 0 ? 1.0 : CLAMP ((double) (now - self->start) / DURATION, 0.0, 1.0);
  double eased = 1.0 - pow (1.0 - part, 3.0);

  aim (self);
  for (guint i = 0; i < self->tracks->len; i++)
    {
      Track *track = track_at (self, i);

      if (track->moves)
        syn_read_column_set_position (track->column, track->from + (track->to - track->from) * eased);
    }
  return part >= 1.0;
}

/* ── Following ───────────────────────────────────────────────────────────── */

/* Height of the top of a statement in the text, wherever that is scrolled to; both ends have their own. */
static double
text_height (SynReadColumn *column, guint statement)
{
  double top = 0.0, bottom;

  syn_read_column_get_statement (column, statement, &top, &bottom, NULL);
  return top + syn_read_column_get_position (column);
}

static double
text_end (SynReadColumn *column)
{
  return syn_read_column_get_end (column) + syn_read_column_get_page (column);
}

/* What stands at @height in the leading column, as a height in the following one. */
static double
map_height (SynReadColumn *leader, Track *track, double height)
{
  double from_0 = 0.0, from_1 = text_end (leader);
  double to_0 = 0.0, to_1 = text_end (track->column);
  guint low = 0, high = track->chain->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (text_height (leader, g_array_index (track->chain, SynReadPair, middle).a) <= height)
        low = middle + 1;
      else
        high = middle;
    }
  if (low > 0)
    {
      const SynReadPair *pair = &g_array_index (track->chain, SynReadPair, low - 1);

      from_0 = text_height (leader, pair->a);
      to_0 = text_height (track->column, pair->b);
    }
  if (low < track->chain->len)
    {
      const SynReadPair *pair = &g_array_index (track->chain, SynReadPair, low);

      from_1 = text_height (leader, pair->a);
      to_1 = text_height (track->column, pair->b);
    }
  if (from_1 - from_0 < 1.0)
    return to_0;
  return to_0 + (height - from_0) / (from_1 - from_0) * (to_1 - to_0);
}

/* The place on the screen that is kept together: the middle, but the top at the start of the text and the
 * bottom at its end, so that all columns begin and end together. */
static double
sync_point (SynReadColumn *leader, double position)
{
  double page = syn_read_column_get_page (leader), end = syn_read_column_get_end (leader);
  double near_start = CLAMP (position, 0.0, end), near_end = end - near_start;

  if (near_start < page / 2 && near_start <= near_end)
    return near_start;
  if (near_end < page / 2)
    return page - near_end;
  return page / 2;
}

static void
ensure_chain (SynReadScroller *self, Track *track)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  g_autoptr (GArray) pairs = NULL;

  if (track->chain != NULL)
    return;
  if (comparison != NULL)
    pairs = syn_read_pairs (comparison, syn_read_column_get_article (self->leader),
                            syn_read_column_get_article (track->column));
  else
    pairs = g_array_new (FALSE, FALSE, sizeof (SynReadPair));
  track->chain = syn_read_chain (pairs);
}

/* Where a column stands when the leading one stands at @leading. */
static double
followed_position (SynReadScroller *self, Track *track, double leading)
{
  double point = sync_point (self->leader, leading);
  double height = leading + point;
  double position;

  ensure_chain (self, track);
  position = map_height (self->leader, track, height) - point;
  return CLAMP (position, 0.0, syn_read_column_get_end (track->column));
}

/* The columns catch up with what they lagged behind over a page, so that nothing jumps. */
static void
follow (SynReadScroller *self)
{
  double page = MAX (1.0, syn_read_column_get_page (self->leader));
  double leading = syn_read_column_get_position (self->leader);

  self->lagging = MIN (self->lagging, MAX (0.0, 1.0 - fabs (leading - self->leader_from) / page));
  for (guint i = 0; i < self->tracks->len; i++)
    {
      Track *track = track_at (self, i);

      if (track->column != self->leader && !is_locked (track))
        syn_read_column_set_position (track->column, followed_position (self, track, leading)
                                                         + track->lag * self->lagging);
    }
}

/* @column begins to lead: what was known belongs to another leader. */
static void
lead (SynReadScroller *self, SynReadColumn *column)
{
  self->last_leader = column;
  self->leader = column;
  self->lagging = 1.0;
  self->leader_from = syn_read_column_get_position (column);
  for (guint i = 0; i < self->tracks->len; i++)
    if (track_at (self, i)->column == column)
      self->leader_from = track_at (self, i)->seen;
  for (guint i = 0; i < self->tracks->len; i++)
    {
      Track *track = track_at (self, i);

      g_clear_pointer (&track->chain, g_array_unref);
      track->lag = 0.0;
      if (track->column != column)
        track->lag = track->seen - followed_position (self, track, self->leader_from);
    }
}

/* ── The tick ────────────────────────────────────────────────────────────── */

static void
note_positions (SynReadScroller *self)
{
  for (guint i = 0; i < self->tracks->len; i++)
    track_at (self, i)->seen = syn_read_column_get_position (track_at (self, i)->column);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  SynReadScroller *self = user_data;

  if (self->leader != NULL)
    {
      follow (self);
      self->leader = NULL;
    }
  if (self->held >= 0 && (self->start != 0 || self->stale))
    {
      self->stale = FALSE;
      if (!advance (self, gdk_frame_clock_get_frame_time (clock)))
        return G_SOURCE_CONTINUE;
      self->start = 0;
    }
  note_positions (self);
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
request_tick (SynReadScroller *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (self->view, tick_cb, self, NULL);
}

static void
scrolled_cb (SynReadColumn *column, SynReadScroller *self)
{
  self->held = -1;
  self->start = 0;
  if (!self->sync || self->tracks->len < 2
      || syn_source_get_scroll_locked (syn_read_column_get_source (column)))
    {
      note_positions (self);
      return;
    }
  if (self->last_leader != column)
    lead (self, column);
  self->leader = column;
  request_tick (self);
}

static void
laid_out_cb (SynReadColumn *column, SynReadScroller *self)
{
  if (self->held < 0)
    return;
  self->stale = TRUE;
  request_tick (self);
}

static void
drop_columns (SynReadScroller *self)
{
  for (guint i = 0; i < self->tracks->len; i++)
    g_signal_handlers_disconnect_by_data (track_at (self, i)->column, self);
  g_array_set_size (self->tracks, 0);
  self->leader = NULL;
  self->last_leader = NULL;
}

SynReadScroller *
syn_read_scroller_new (GtkWidget *view, SynSession *session)
{
  SynReadScroller *self = g_new0 (SynReadScroller, 1);

  self->view = view;
  self->session = g_object_ref (session);
  self->tracks = g_array_new (FALSE, TRUE, sizeof (Track));
  g_array_set_clear_func (self->tracks, clear_track);
  self->held = -1;
  self->sync = TRUE;
  return self;
}

void
syn_read_scroller_free (SynReadScroller *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->view, self->tick);
  drop_columns (self);
  g_array_unref (self->tracks);
  g_object_unref (self->session);
  g_free (self);
}

void
syn_read_scroller_set_columns (SynReadScroller *self, GPtrArray *columns)
{
  drop_columns (self);
  for (guint i = 0; i < columns->len; i++)
    {
      Track track = { .column = g_object_ref (g_ptr_array_index (columns, i)) };

      track.seen = syn_read_column_get_position (track.column);
      g_array_append_val (self->tracks, track);
      g_signal_connect (track.column, "scrolled", G_CALLBACK (scrolled_cb), self);
      g_signal_connect (track.column, "laid-out", G_CALLBACK (laid_out_cb), self);
    }
  if (self->held >= 0)
    {
      self->stale = TRUE;
      request_tick (self);
    }
}

void
syn_read_scroller_set_sync (SynReadScroller *self, gboolean sync)
{
  self->sync = sync;
  self->last_leader = NULL;
}

gboolean
syn_read_scroller_get_sync (SynReadScroller *self)
{
  return self->sync;
}

/* Where @statement stands: kept when it is in sight, else a third down. */
static double
choose_height (SynReadScroller *self, guint statement)
{
  for (guint i = 0; i < self->tracks->len; i++)
    {
      SynReadColumn *column = track_at (self, i)->column;
      double page = syn_read_column_get_page (column);
      double top, bottom;

      if (!syn_read_column_get_statement (column, statement, &top, &bottom, NULL))
        continue;
      if (top >= EDGE && MIN (bottom, top + page / 2) <= page - EDGE)
        return top;
      return floor (page / 3);
    }
  return floor (gtk_widget_get_height (self->view) / 3.0);
}

void
syn_read_scroller_align (SynReadScroller *self, guint statement)
{
  self->height = choose_height (self, statement);
  self->held = (gint) statement;
  self->stale = TRUE;
  self->start = 0;
  self->last_leader = NULL;
  for (guint i = 0; i < self->tracks->len; i++)
    track_at (self, i)->from = syn_read_column_get_position (track_at (self, i)->column);
  if (animations_enabled (self))
    {
      GdkFrameClock *clock = gtk_widget_get_frame_clock (self->view);

      self->start = clock != NULL ? gdk_frame_clock_get_frame_time (clock) : 0;
    }
  request_tick (self);
}

void
syn_read_scroller_reset (SynReadScroller *self)
{
  self->held = -1;
  self->start = 0;
  self->leader = NULL;
  self->last_leader = NULL;
}
