/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody who presses everything in any order.  Nothing is expected but that GTK and the program complain of nothing
 * and that the workspace is whole at the end.  -m thorough goes on for longer, with another seed each time. */
#include "config.h"

#include <glib/gstdio.h>

#include "syn-window-private.h"
#include "view-fixture.h"

#define PATIENCE_US (60 * G_USEC_PER_SEC)
#define N_ACTIONS 3000
#define N_THOROUGH 40000
#define PER_FRAME 50

/* They ask for a file or a printer, in a dialog of the desktop's; and GTK's list of keys warns of its own labels. */
static const char *const left_out[] = { "add-files",  "open-files",    "open-folder",       "open-uris",
                                        "print",      "print-preview", "show-help-overlay", NULL };

static const char *const words[] = { "confirmed", "disputed", "unverified", "open", "read", "compare", "", "ferry",
                                     "none of these" };

static void
wait_for_rows (SynSession *session)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (syn_session_get_rows (session) == NULL || syn_session_get_busy (session))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* A parameter of the right type, and as often as not of a wrong value. */
static GVariant *
make_parameter (GRand *rand, const GVariantType *type)
{
  if (type == NULL)
    return NULL;
  if (g_variant_type_equal (type, G_VARIANT_TYPE_STRING))
    return g_variant_new_string (words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  if (g_variant_type_equal (type, G_VARIANT_TYPE_UINT32))
    return g_variant_new_uint32 (g_rand_int_range (rand, 0, 8) == 0 ? G_MAXUINT32
                                                                    : (guint32) g_rand_int_range (rand, 0, 8));
  if (g_variant_type_equal (type, G_VARIANT_TYPE_INT32))
    return g_variant_new_int32 (g_rand_int_range (rand, -2, 60));
  if (g_variant_type_is_tuple (type))
    {
      g_autoptr (GVariantBuilder) builder = g_variant_builder_new (type);

      for (const GVariantType *item = g_variant_type_first (type); item != NULL; item = g_variant_type_next (item))
        g_variant_builder_add_value (builder, make_parameter (rand, item));
      return g_variant_builder_end (builder);
    }
  g_error ("no parameter for an action of type %s", g_variant_type_peek_string (type));
}

static void
act (GActionGroup *group, GRand *rand, char **names, guint n)
{
  const char *name = names[g_rand_int_range (rand, 0, (gint32) n)];

  if (g_strv_contains (left_out, name))
    return;
  /* The other corpus is read anew each time: seldom. */
  if (g_str_equal (name, "open-sample") && g_rand_int_range (rand, 0, 10) > 0)
    return;
  g_test_message ("%s", name);
  g_action_group_activate_action (group, name,
                                  make_parameter (rand, g_action_group_get_action_parameter_type (group, name)));
}

/* Dialogs hold no one up: they are closed as they come. */
static void
close_others (SynWindow *window)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (l->data != (gpointer) window)
      gtk_window_close (l->data);
}

static void
test_actions (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SynWorkspace) workspace = syn_workspace_open (":memory:", FALSE, &error);
  SynWindow *window = syn_window_new (NULL, workspace);
  GActionGroup *group = G_ACTION_GROUP (window);
  g_auto (GStrv) names = g_action_group_list_actions (group);
  gboolean thorough = g_test_thorough ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (thorough ? (guint32) g_test_rand_int () : 20);
  guint n = thorough ? N_THOROUGH : N_ACTIONS;

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (names), >, 40);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_present (GTK_WINDOW (window));
  g_action_group_activate_action (group, "open-sample", g_variant_new_string ("ferry"));
  wait_for_rows (syn_window_get_session (window));
  for (guint i = 1; i <= n; i++)
    {
      act (group, rand, names, g_strv_length (names));
      if (i % PER_FRAME != 0)
        continue;
      close_others (window);
      view_fixture_settle (GTK_WIDGET (window));
    }
  g_action_group_activate_action (group, "open-sample", g_variant_new_string ("ferry"));
  wait_for_rows (syn_window_get_session (window));
  g_assert_nonnull (syn_session_get_comparison (syn_window_get_session (window)));
  close_others (window);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (window);
  syn_workspace_close (workspace);
}

int
main (int argc, char *argv[])
{
  view_fixture_init (&argc, &argv);
  g_test_add_func ("/fuzz/actions", test_actions);
  return g_test_run ();
}
