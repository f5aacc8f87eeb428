/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window costs, for bench-window.py:
 *
 *   bench-window scroll compare|read FOLDER     milliseconds per frame, from before-paint to after-paint
 *   bench-window scroll compare|read N          the same on N invented paragraphs of five sources
 *   bench-window jump FOLDER                    the frame after a jump to a counterpart
 *   bench-window tag FOLDER                     the frame after a verdict
 *   bench-window blocked FOLDER                 the longest turn of the main loop, step by step
 */
#include "config.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#include "../app/view-fixture.h"
#include "../app/watchdog.h"
#include "exchange/syn-exporter.h"
#include "syn-session.h"
#include "syn-window-private.h"

#define N_FRAMES 400
#define STEP 37

typedef struct
{
  SynWindow *window;
  SynSession *session;
  GtkWidget *view;
  GPtrArray *adjustments;
  double frames[N_FRAMES];
  int n_frames; /* negative while it settles */
  gint64 begun;
  gboolean done;
} Bench;

static double
thread_ms (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000;
}

/* ── Opening ─────────────────────────────────────────────────────────────── */

static void
write_invented (const char *folder, guint n_paragraphs)
{
  static const char *const who[] = { "The harbour office", "A spokesman of the yard", "The keeper of the light" };
  static const char *const what[] = { "counted lanterns along the flooded road", "repaired windows of the old school",
                                      "measured tonnes of gravel on the pier", "described letters from the council" };

  for (guint source = 0; source < 5; source++)
    {
      g_autoptr (GString) text = g_string_new ("What the night brought to Orvel\n\n");
      g_autofree char *name = g_strdup_printf ("%s/%u-paper.txt", folder, source + 1);

      for (guint i = 0; i < n_paragraphs; i++)
        g_string_append_printf (text, "%s %s, %u of them on the evening of day %u, and %u more in the morning.\n\n",
                                who[i % 3], what[(i / 2) % 4], i * 3 + 4, i % 2 == 0 ? i : i + 1000 * source,
                                i + source);
      g_file_set_contents (name, text->str, -1, NULL);
    }
}

static void
open_folder (Bench *self, const char *path)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, g_file_new_for_path (path));
  syn_window_open (self->window, files);
}

static gboolean
is_ready (Bench *self)
{
  return syn_session_get_rows (self->session) != NULL && !syn_session_get_busy (self->session);
}

static void
bench_init (Bench *self, const char *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SynWorkspace) workspace = syn_workspace_open (database, FALSE, &error);

  g_assert_no_error (error);
  self->window = syn_window_new (NULL, workspace);
  self->session = syn_window_get_session (self->window);
  self->adjustments = g_ptr_array_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1500, 900);
}

static void
open_and_wait (Bench *self, const char *folder)
{
  open_folder (self, folder);
  gtk_window_present (GTK_WINDOW (self->window));
  while (!is_ready (self))
    g_main_context_iteration (NULL, TRUE);
}

/* ── Frames ──────────────────────────────────────────────────────────────── */

static void
before_cb (GdkFrameClock *clock, Bench *self)
{
  self->begun = g_get_monotonic_time ();
}

static void
after_cb (GdkFrameClock *clock, Bench *self)
{
  if (self->n_frames >= 0 && self->n_frames < N_FRAMES)
    self->frames[self->n_frames] = thread_ms (self->begun);
  self->n_frames++;
  self->done = self->n_frames >= N_FRAMES;
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Bench *self = user_data;

  for (guint i = 0; i < self->adjustments->len; i++)
    {
      GtkAdjustment *adjustment = g_ptr_array_index (self->adjustments, i);
      double value = gtk_adjustment_get_value (adjustment) + STEP;

      if (value > gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment))
        value = 0;
      gtk_adjustment_set_value (adjustment, value);
    }
  return G_SOURCE_CONTINUE;
}

static void
watch_frames (Bench *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_cb), self);
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
print_frames (Bench *self)
{
  qsort (self->frames, N_FRAMES, sizeof (double), compare_doubles);
  printf ("median %.2f p95 %.2f p99 %.2f max %.2f\n", self->frames[N_FRAMES / 2], self->frames[N_FRAMES * 95 / 100],
          self->frames[N_FRAMES * 99 / 100], self->frames[N_FRAMES - 1]);
}

static void
find_adjustments (Bench *self, GtkWidget *widget)
{
  if (GTK_IS_SCROLLED_WINDOW (widget) && gtk_widget_get_mapped (widget))
    g_ptr_array_add (self->adjustments, gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_adjustments (self, child);
}

static void
run_scroll (Bench *self, const char *view)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "view", g_variant_new_string (view));
  view_fixture_settle (GTK_WIDGET (self->window));
  find_adjustments (self, GTK_WIDGET (self->window->views));
  watch_frames (self);
  self->n_frames = -30;
  gtk_widget_add_tick_callback (GTK_WIDGET (self->window), scroll_cb, self, NULL);
  while (!self->done)
    g_main_context_iteration (NULL, TRUE);
  print_frames (self);
}

/* ── One frame ───────────────────────────────────────────────────────────── */

/* From the command to the end of the frame that shows it, @n times. */
static void
run_commands (Bench *self, const char *action, const char *const *targets, guint n)
{
  watch_frames (self);
  for (guint i = 0; i < n; i++)
    {
      gint64 begin = g_get_monotonic_time ();

      self->n_frames = 0;
      g_action_group_activate_action (G_ACTION_GROUP (self->window), action,
                                      targets != NULL ? g_variant_new_string (targets[i % 2]) : NULL);
      gtk_widget_queue_draw (GTK_WIDGET (self->window));
      while (self->n_frames < 1)
        g_main_context_iteration (NULL, TRUE);
      self->frames[i] = thread_ms (begin);
      view_fixture_settle (GTK_WIDGET (self->window));
    }
  qsort (self->frames, n, sizeof (double), compare_doubles);
  printf ("median %.2f max %.2f\n", self->frames[n / 2], self->frames[n - 1]);
}

/* ── Blocking ────────────────────────────────────────────────────────────── */

static void
print_step (const char *name, const Watchdog *watchdog)
{
  printf ("%s: longest %.1f ms, %.0f ms in %u turns\n", name, watchdog->longest, watchdog->total, watchdog->n_turns);
  fflush (stdout);
}

static void
turn_until_ready (Bench *self, const char *name)
{
  Watchdog watchdog;
  guint still = 0;

  watchdog_start (&watchdog);
  while (!is_ready (self))
    watchdog_turn (&watchdog);
  for (gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC; g_get_monotonic_time () < end && still < 2000; still++)
    watchdog_turn (&watchdog);
  print_step (name, &watchdog);
}

static void
run_blocked (Bench *self, const char *folder)
{
  Watchdog watchdog;

  gtk_window_present (GTK_WINDOW (self->window));
  view_fixture_settle (GTK_WIDGET (self->window));
  open_folder (self, folder);
  watchdog_start (&watchdog);
  while (syn_session_get_corpus (self->session) == NULL)
    watchdog_turn (&watchdog);
  print_step ("import", &watchdog);
  turn_until_ready (self, "comparison");
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "next-open", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "tag", g_variant_new_string ("disputed"));
  turn_until_ready (self, "verdict");
}

int
main (int argc, char **argv)
{
  Bench self = { 0 };
  g_autofree char *scratch = g_dir_make_tmp ("synoptic-bench-XXXXXX", NULL);
  g_autofree char *database = g_build_filename (scratch, "workspace.db", NULL);
  g_autofree char *invented = g_build_filename (scratch, "corpus", NULL);
  const char *mode = argc > 2 ? argv[1] : "";
  const char *folder = argc > 2 ? argv[argc - 1] : NULL;
  static const char *const verdicts[] = { "disputed", "open" };
  int n = 1;

  if (folder == NULL)
    return 2;
  view_fixture_init (&n, &argv);
  if (g_ascii_isdigit (*folder) && !g_file_test (folder, G_FILE_TEST_EXISTS))
    {
      g_mkdir (invented, 0700);
      write_invented (invented, (guint) g_ascii_strtoull (folder, NULL, 10));
      folder = invented;
    }
  bench_init (&self, database);
  if (g_str_equal (mode, "blocked"))
    {
      run_blocked (&self, folder);
      return 0;
    }
  open_and_wait (&self, folder);
  view_fixture_settle (GTK_WIDGET (self.window));
  g_action_group_activate_action (G_ACTION_GROUP (self.window), "next-open", NULL);
  view_fixture_settle (GTK_WIDGET (self.window));
  if (g_str_equal (mode, "scroll"))
    run_scroll (&self, argv[2]);
  else if (g_str_equal (mode, "jump"))
    run_commands (&self, "next-conflict", NULL, 40);
  else if (g_str_equal (mode, "tag"))
    run_commands (&self, "tag", verdicts, 40);
  return 0;
}
