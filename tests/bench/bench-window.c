/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window costs, for bench-window.py:
 *
 *   bench-window start FOLDER                     until a frame shows the texts, and until one shows their marks
 *   bench-window scroll compare|read FOLDER       milliseconds per frame, from before-paint to after-paint
 *   bench-window scroll compare|read N            the same on N invented paragraphs of five sources
 *   bench-window resize|font|jump|tag VIEW FOLDER until a frame shows it, and in how many it is done
 *   bench-window blocked FOLDER                   the longest turn of the main loop, step by step
 */
#include "config.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "../app/view-fixture.h"
#include "../app/watchdog.h"
#include "syn-application.h"
#include "syn-compat.h"
#include "syn-export-dialog.h"
#include "syn-overview-strip.h"
#include "syn-session.h"
#include "syn-window-private.h"

#define N_FRAMES 400
#define STEP 37
#define WIDTH 1500
#define HEIGHT 900
#define N_COMMANDS 12
/* After so many frames nothing is drawn any more that belongs to a command. */
#define N_SETTLED 12

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
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
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
run_scroll (Bench *self)
{
  find_adjustments (self, GTK_WIDGET (self->window->views));
  watch_frames (self);
  self->n_frames = -30;
  gtk_widget_add_tick_callback (GTK_WIDGET (self->window), scroll_cb, self, NULL);
  while (!self->done)
    g_main_context_iteration (NULL, TRUE);
  print_frames (self);
}

/* ── One frame ───────────────────────────────────────────────────────────── */

/* A command, the @n_th time. */
typedef void (*CommandFunc) (Bench *self, guint n);

static gboolean
again_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

/* Without the strip that shows the whole corpus: how long that is becomes known little by little. */
static int
width_of_texts (GtkWidget *views)
{
  GtkWidget *strip = view_fixture_find (adw_view_stack_get_visible_child (ADW_VIEW_STACK (views)), SYN_TYPE_OVERVIEW_STRIP);
  double x = gtk_widget_get_width (views), y;

  if (strip != NULL && gtk_widget_get_mapped (strip))
    gtk_widget_translate_coordinates (strip, views, 0, 0, &x, &y);
  return (int) x;
}

/* What the reader sees of the texts, as they were drawn last. */
static GBytes *
take_picture (Bench *self)
{
  GtkWidget *views = GTK_WIDGET (self->window->views);
  int width = width_of_texts (views), height = gtk_widget_get_height (views);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (views);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guchar *pixels = g_malloc0 ((gsize) width * height * 4);

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (views), height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node != NULL)
    {
      texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (self->window)), node,
                                             &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
      gdk_texture_download (texture, pixels, (gsize) width * 4);
    }
  return g_bytes_new_take (g_steal_pointer (&pixels), (gsize) width * height * 4);
}

static void
wait_for_frame (Bench *self)
{
  self->n_frames = 0;
  while (self->n_frames < 1)
    g_main_context_iteration (NULL, TRUE);
}

/* Draws frames until nothing changes any more; returns how many there were between the first that showed the command
 * and the last that changed anything. */
static guint
count_frames (Bench *self, GBytes *picture, gint64 begin, double *out_shown)
{
  g_autoptr (GBytes) before = g_bytes_ref (picture);
  guint first = 0, last = 0;

  *out_shown = 0;
  for (guint frame = 1; frame <= N_SETTLED; frame++)
    {
      g_autoptr (GBytes) now = NULL;
      double shown;

      wait_for_frame (self);
      shown = thread_ms (begin);
      now = take_picture (self);
      if (g_bytes_equal (before, now))
        continue;
      last = frame;
      if (first == 0)
        {
          first = frame;
          *out_shown = shown;
        }
      g_bytes_unref (before);
      before = g_steal_pointer (&now);
    }
  return first == 0 ? 0 : last - first + 1;
}

/* The bar tells how much there is to scroll, which is known later than what is on the screen. */
static void
hide_bars (GtkWidget *widget)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      GtkPolicyType across, down;

      gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (widget), &across, &down);
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (widget), across,
                                      down == GTK_POLICY_NEVER ? down : GTK_POLICY_EXTERNAL);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    hide_bars (child);
}

static void
run_command (Bench *self, CommandFunc command)
{
  guint most = 0, n = 0;
  guint tick;

  watch_frames (self);
  hide_bars (GTK_WIDGET (self->window->views));
  view_fixture_settle (GTK_WIDGET (self->window));
  tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->window), again_cb, NULL, NULL);
  for (guint i = 0; i < N_COMMANDS; i++)
    {
      g_autoptr (GBytes) before = take_picture (self);
      gint64 begin = g_get_monotonic_time ();
      guint frames;

      command (self, i);
      frames = count_frames (self, before, begin, &self->frames[n]);
      /* What was in sight already and was chosen already shows nothing new. */
      n += frames > 0;
      most = MAX (most, frames);
    }
  gtk_widget_remove_tick_callback (GTK_WIDGET (self->window), tick);
  qsort (self->frames, n, sizeof (double), compare_doubles);
  printf ("median %.2f max %.2f frames %u\n", self->frames[n / 2], self->frames[MAX (n, 1) - 1], most);
}

static void
resize (Bench *self, guint n)
{
  int width = n % 2 == 0 ? 1240 : 1400;

  gtk_window_set_default_size (GTK_WINDOW (self->window), width, HEIGHT);
  /* The server answers before anything can be drawn. */
  while (gdk_surface_get_width (gtk_native_get_surface (GTK_NATIVE (self->window))) != width)
    g_main_context_iteration (NULL, TRUE);
}

static void
enlarge (Bench *self, guint n)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", n % 2 == 0 ? 144 * 1024 : 96 * 1024, NULL);
}

static void
jump (Bench *self, guint n)
{
  guint n_claims;
  const SynClaim *claims = syn_comparison_get_claims (syn_session_get_comparison (self->session), &n_claims);
  const GArray *statements = claims[(n * 7) % n_claims].statements;

  syn_session_reveal (self->session, g_array_index (statements, guint, n % statements->len));
}

static void
tag (Bench *self, guint n)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "tag",
                                  g_variant_new_string (n % 2 == 0 ? "disputed" : "open"));
}

/* ── Starting ────────────────────────────────────────────────────────────── */

typedef struct
{
  SynWindow *window;
  double text_cpu;
  double text;
} Start;

static double
cpu_ms (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &spent);
  return (double) spent.tv_sec * 1000 + (double) spent.tv_nsec / 1e6;
}

/* Since the program was asked for: bench-window.py says when that was, on the same clock. */
static double
since_start_ms (void)
{
  const char *begun = g_getenv ("SYNOPTIC_BENCH_BEGUN");

  return begun != NULL ? thread_ms (g_ascii_strtoll (begun, NULL, 10)) : 0;
}

static void
shown_cb (GdkFrameClock *clock, Start *self)
{
  SynSession *session = syn_window_get_session (self->window);

  if (syn_session_get_corpus (session) == NULL)
    return;
  if (self->text == 0)
    {
      self->text = since_start_ms ();
      self->text_cpu = cpu_ms ();
    }
  if (syn_session_get_comparison (session) == NULL)
    return;
  printf ("text %.1f textcpu %.1f marks %.1f markscpu %.1f\n", self->text, self->text_cpu, since_start_ms (), cpu_ms ());
  fflush (stdout);
  _exit (0);
}

static void
realized_cb (GtkWidget *window, Start *self)
{
  self->window = SYN_WINDOW (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (shown_cb), self);
}

static void
added_cb (GtkApplication *app, GtkWindow *window, Start *self)
{
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), self);
}

/* The program as it is, with somebody who looks at the clock. */
static int
run_start (const char *folder)
{
  char *argv[] = { g_strdup ("synoptic"), g_strdup (folder), NULL };
  Start self = { 0 };
  g_autoptr (SynApplication) app = NULL;

  syn_compat_prepare_display ();
  app = syn_application_new ();
  g_signal_connect (app, "window-added", G_CALLBACK (added_cb), &self);
  return g_application_run (G_APPLICATION (app), 2, argv);
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
turn_until_saved (Bench *self, const char *path)
{
  static const char *const formats[] = { "html", "json" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.%s", path, formats[i]);
      g_autofree char *step = g_strdup_printf ("export to %s", formats[i]);
      g_autoptr (GFile) file = g_file_new_for_path (name);
      GtkWindow *dialog = syn_export_dialog_new (GTK_WINDOW (self->window), self->session);
      Watchdog watchdog;

      gtk_window_present (dialog);
      syn_export_dialog_set_format (SYN_EXPORT_DIALOG (dialog), formats[i]);
      syn_export_dialog_save_to (SYN_EXPORT_DIALOG (dialog), file);
      g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
      watchdog_start (&watchdog);
      while (dialog != NULL)
        watchdog_turn (&watchdog);
      print_step (step, &watchdog);
    }
}

static void
act (Bench *self, const char *action, const char *target)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), action,
                                  target != NULL ? g_variant_new_string (target) : NULL);
}

static void
run_blocked (Bench *self, const char *folder, const char *scratch)
{
  g_autofree char *path = g_build_filename (scratch, "export", NULL);
  Watchdog watchdog;

  gtk_window_present (GTK_WINDOW (self->window));
  view_fixture_settle (GTK_WIDGET (self->window));
  open_folder (self, folder);
  watchdog_start (&watchdog);
  while (syn_session_get_corpus (self->session) == NULL)
    watchdog_turn (&watchdog);
  print_step ("import", &watchdog);
  turn_until_ready (self, "comparison");
  act (self, "view", "read");
  turn_until_ready (self, "the other view");
  act (self, "next-story", NULL);
  turn_until_ready (self, "the next story");
  act (self, "next-open", NULL);
  act (self, "tag", "disputed");
  turn_until_ready (self, "save");
  turn_until_saved (self, path);
}

static int
run (Bench *self, int argc, char **argv, const char *folder)
{
  static const struct
  {
    const char *name;
    CommandFunc command;
  } commands[] = { { "resize", resize }, { "font", enlarge }, { "jump", jump }, { "tag", tag } };
  const char *view = argc > 3 ? argv[2] : "compare";

  open_and_wait (self, folder);
  view_fixture_settle (GTK_WIDGET (self->window));
  act (self, "next-open", NULL);
  act (self, "view", view);
  view_fixture_settle (GTK_WIDGET (self->window));
  if (g_str_equal (argv[1], "scroll"))
    run_scroll (self);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      run_command (self, commands[i].command);
  return 0;
}

int
main (int argc, char **argv)
{
  Bench self = { 0 };
  g_autofree char *scratch = g_dir_make_tmp ("synoptic-bench-XXXXXX", NULL);
  g_autofree char *database = g_build_filename (scratch, "workspace.db", NULL);
  g_autofree char *invented = g_build_filename (scratch, "corpus", NULL);
  const char *folder = argc > 2 ? argv[argc - 1] : NULL;
  int n = 1;

  if (folder == NULL)
    return 2;
  if (g_str_equal (argv[1], "start"))
    return run_start (folder);
  view_fixture_init (&n, &argv);
  if (g_ascii_isdigit (*folder) && !g_file_test (folder, G_FILE_TEST_EXISTS))
    {
      g_mkdir (invented, 0700);
      write_invented (invented, (guint) g_ascii_strtoull (folder, NULL, 10));
      folder = invented;
    }
  bench_init (&self, database);
  if (!g_str_equal (argv[1], "blocked"))
    return run (&self, argc, argv, folder);
  run_blocked (&self, folder, scratch);
  return 0;
}
