/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view-fixture.h"

#include <glib/gstdio.h>

#include "syn-reading-style.h"

#define PATIENCE_US (30 * G_USEC_PER_SEC)

static void
add_style (const char *name)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  g_autofree char *path = g_strdup_printf ("%s/%s", SYN_RESOURCE_PATH, name);

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

void
view_fixture_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    SYN_RESOURCE_PATH "/icons");
  add_style ("style.css");
  syn_reading_style_install (gdk_display_get_default ());
}

static void
error_cb (SynSession *session, GError *error)
{
  g_error ("%s", error->message);
}

static void
wait_for_rows (ViewFixture *self)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (syn_session_get_rows (self->session) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
}

void
view_fixture_open (ViewFixture *self, const char *const *texts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SynWorkspace) workspace = syn_workspace_open (":memory:", FALSE, &error);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_no_error (error);
  self->folder = g_dir_make_tmp ("synoptic-view-XXXXXX", &error);
  g_assert_no_error (error);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u-source.txt", i + 1);
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_file_set_contents (path, texts[i], -1, &error);
      g_assert_no_error (error);
    }
  self->session = syn_session_new (workspace);
  g_signal_connect (self->session, "error", G_CALLBACK (error_cb), NULL);
  g_ptr_array_add (files, g_file_new_for_path (self->folder));
  syn_session_open (self->session, files);
  wait_for_rows (self);
}

static const char *const subjects[]
    = { "The harbour office",    "A spokesman of the yard", "The keeper of the light",
        "The owner of the mill", "The crew of the dredger", "A teacher from Orvel" };
static const char *const verbs[]
    = { "reported", "denied", "counted", "repaired", "measured", "described" };
static const char *const objects[]
    = { "broken windows in the old school", "tonnes of gravel on the northern pier",
        "lanterns along the flooded road",  "boats that came back without their nets",
        "letters from the council of Velm", "trees across the railway line" };

/* Statement @number as source @source tells it; some of them at length. */
static void
append_statement (GString *text, guint number, guint source)
{
  const char *subject = subjects[number % 6];
  const char *verb = verbs[(number / 2) % 6];
  const char *object = objects[(number / 3 + number) % 6];

  if (source % 2 == 0)
    g_string_append_printf (text, "%s %s %u %s on the evening of day %u.", subject, verb,
                            number * 3 + 4, object, number + 1);
  else
    g_string_append_printf (text, "On the evening of day %u, %s %s %u %s, as it said.", number + 1,
                            subject, verb, number * 3 + 4 + (number % 5 == 0 ? 2 : 0), object);
  if (number % 7 == 3)
    g_string_append (
        text,
        " It took until the early hours before anybody in the town could say what had come of it, "
        "and even then the accounts of those who had stood closest differed in much that "
        "mattered.");
}

void
view_fixture_open_invented (ViewFixture *self, guint n, guint n_paragraphs)
{
  g_auto (GStrv) texts = g_new0 (char *, n + 1);

  for (guint source = 0; source < n; source++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      g_string_append_printf (text, "What the night brought to Orvel, part %u\n\n", source + 1);
      for (guint i = 0; i < n_paragraphs; i++)
        {
          /* Every second one is shared, the others are a source's own. */
          append_statement (text, i % 2 == 0 ? i : 1000 * (source + 1) + i, source);
          g_string_append (text, "\n\n");
        }
      texts[source] = g_string_free (g_steal_pointer (&text), FALSE);
    }
  view_fixture_open (self, (const char *const *)texts);
}

void
view_fixture_show (ViewFixture *self, GtkWidget *view, int width, int height)
{
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  gtk_window_set_child (GTK_WINDOW (self->window), view);
  gtk_window_present (GTK_WINDOW (self->window));
  view_fixture_settle (view);
}

void
view_fixture_close (ViewFixture *self)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  self->window = NULL;
  g_clear_object (&self->session);
  if (self->folder != NULL)
    {
      g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
      const char *name;

      while ((name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *path = g_build_filename (self->folder, name, NULL);

          g_unlink (path);
        }
      g_rmdir (self->folder);
    }
  g_clear_pointer (&self->folder, g_free);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  guint *frames = user_data;

  (*frames)++;
  return G_SOURCE_CONTINUE;
}

void
view_fixture_settle (GtkWidget *widget)
{
  guint frames = 0;
  guint tick = gtk_widget_add_tick_callback (widget, tick_cb, &frames, NULL);
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  /* A resize by the window manager's side takes a round trip: the layout follows in one of the next
   * frames. */
  while (frames < 3)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  gtk_widget_remove_tick_callback (widget, tick);
}

GtkWidget *
view_fixture_find (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = view_fixture_find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}
