/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-application.h"
#include "syn-window.h"
#include "view-fixture.h"
#include "window-fixture.h"

/* Nothing of the window lies outside it, however wide it is, whatever is open in it, and however large the text is. */

#define LEAST 360
#define MOST 1400
#define STEP 60
#define HEIGHT 880
/* The header bar lies over the frame of the window, a pixel at each side. */
#define SLACK 1.5

typedef struct
{
  const char *view;
  gboolean sources;
  gboolean claims;
} Arrangement;

static const Arrangement arrangements[] = {
  { "compare", FALSE, FALSE }, { "compare", TRUE, FALSE }, { "compare", FALSE, TRUE }, { "compare", TRUE, TRUE },
  { "read", FALSE, FALSE },    { "read", TRUE, FALSE },    { "read", FALSE, TRUE },    { "read", TRUE, TRUE },
};

/* The first descendant that is shown and sticks out of the window at a side; what scrolls may be wider. */
static GtkWidget *
find_outside (GtkWidget *widget, GtkWidget *window, int width)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;
      GtkWidget *outside;

      if (!gtk_widget_get_mapped (child) || GTK_IS_NATIVE (child))
        continue;
      if (gtk_widget_compute_bounds (child, window, &bounds)
          && (bounds.origin.x < -SLACK || bounds.origin.x + bounds.size.width > width + SLACK))
        {
          g_test_message ("%s is at %.1f, %.1f wide", G_OBJECT_TYPE_NAME (child), bounds.origin.x, bounds.size.width);
          return child;
        }
      outside = GTK_IS_SCROLLED_WINDOW (child) ? NULL : find_outside (child, window, width);
      if (outside != NULL)
        return outside;
    }
  return NULL;
}

static int
get_least (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* Without a window manager the window gets the width that it asks for. */
static void
resize (GtkWidget *window, int width)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  gtk_window_set_default_size (GTK_WINDOW (window), width, HEIGHT);
  /* The decoration takes a few pixels of it. */
  while (ABS (gtk_widget_get_width (window) - width) > 30)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  view_fixture_settle (window);
}

static void
set_state (GtkWidget *window, const char *action, gboolean wanted)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (window), action);

  if (g_variant_get_boolean (state) != wanted)
    g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
}

static void
check_fits (GtkWidget *window, const Arrangement *arrangement, int width)
{
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
  GtkWidget *outside;

  g_action_group_activate_action (G_ACTION_GROUP (window), "view", g_variant_new_string (arrangement->view));
  set_state (window, "show-sources", arrangement->sources);
  set_state (window, "show-claims", arrangement->claims);
  view_fixture_settle (window);
  outside = find_outside (window, window, width);
  if (outside != NULL || get_least (content) > width)
    {
      g_test_message ("%d px, %s, sources %d, claims %d: needs %d; outside is %s", width, arrangement->view,
                      arrangement->sources, arrangement->claims, get_least (content),
                      outside != NULL ? gtk_widget_get_name (outside) : "nothing");
      g_test_fail ();
    }
}

static void
test_fits (WindowFixture *self, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  GtkSettings *settings = gtk_widget_get_settings (window);
  int before;

  window_fixture_open_sample (self);
  window_fixture_do (self, "next-conflict");
  g_object_get (settings, "gtk-xft-dpi", &before, NULL);
  g_object_set (settings, "gtk-xft-dpi", GPOINTER_TO_INT (data) * 1024, NULL);
  for (int width = MOST; width >= LEAST; width -= STEP)
    {
      resize (window, width);
      for (guint i = 0; i < G_N_ELEMENTS (arrangements); i++)
        check_fits (window, &arrangements[i], gtk_widget_get_width (window));
    }
  g_object_set (settings, "gtk-xft-dpi", before, NULL);
}

int
main (int argc, char **argv)
{
  view_fixture_init (&argc, &argv);
  syn_application_load_styles (gdk_display_get_default ());
  g_test_add ("/window-fit/text", WindowFixture, GINT_TO_POINTER (96), window_fixture_set_up, test_fits,
              window_fixture_tear_down);
  g_test_add ("/window-fit/large-text", WindowFixture, GINT_TO_POINTER (192), window_fixture_set_up, test_fits,
              window_fixture_tear_down);
  return g_test_run ();
}
