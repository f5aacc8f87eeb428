/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-window-private.h"

#include <glib/gi18n-lib.h>

#include "syn-compat.h"
#include "syn-settings.h"

/* What a window may be narrowed to, whatever is open in it. */
#define LEAST 360

G_DEFINE_FINAL_TYPE (SynWindow, syn_window, ADW_TYPE_APPLICATION_WINDOW)

/* Both views of one comparison; each observes the session and never the other. */
static void
fill_views (SynWindow *self)
{
  self->compare_view = SYN_COMPARE_VIEW (syn_compare_view_new (self->session));
  self->read_view = SYN_READ_VIEW (syn_read_view_new (self->session));
  adw_bin_set_child (self->compare_slot, GTK_WIDGET (self->compare_view));
  adw_bin_set_child (self->read_slot, GTK_WIDGET (self->read_view));
  syn_window_install_find (self);
}

/* The reader pulled the sheet up or down: up, to see more of the claim that the bar tells of. */
static void
sheet_cb (SynWindow *self)
{
  gboolean open = syn_sheet_get_open (self->sheet);

  if (syn_sheet_get_card (self->sheet) == NULL || syn_window_get_action_state (self, "show-claims") == open)
    return;
  if (open && syn_session_get_selected_claim (self->session) >= 0)
    syn_claim_panel_show_list (self->claim_panel, FALSE);
  syn_window_set_action_state (self, "show-claims", open);
}

static void
fill_panels (SynWindow *self)
{
  self->sources_panel = SYN_SOURCES_PANEL (syn_sources_panel_new (self->session));
  self->claim_panel = SYN_CLAIM_PANEL (syn_claim_panel_new (self->session));
  self->claim_bar = SYN_CLAIM_BAR (syn_claim_bar_new (self->session));
  self->status_bar = SYN_STATUS_BAR (syn_status_bar_new (self->session));
  self->search_panel = SYN_SEARCH_PANEL (syn_search_panel_new (self->session));
  adw_bin_set_child (self->sources_slot, GTK_WIDGET (self->sources_panel));
  adw_bin_set_child (self->claims_slot, GTK_WIDGET (self->claim_panel));
  adw_bin_set_child (self->claim_bar_slot, GTK_WIDGET (self->claim_bar));
  adw_bin_set_child (self->status_slot, GTK_WIDGET (self->status_bar));
  adw_bin_set_child (self->search_slot, GTK_WIDGET (self->search_panel));
  syn_sheet_add_handle (self->sheet, GTK_WIDGET (self->claim_bar_slot));
  g_signal_connect_object (self->sheet, "notify::open", G_CALLBACK (sheet_cb), self, G_CONNECT_SWAPPED);
}

static void
set_primary_menu (SynWindow *self)
{
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource (SYN_RESOURCE_PATH "/primary-menu.ui");

  syn_compat_set_menu (self->menu_button, G_MENU_MODEL (gtk_builder_get_object (builder, "menu")));
}

/* The recent corpora change with every one that is opened. */
static void
update_story_menu (SynWindow *self)
{
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource (SYN_RESOURCE_PATH "/story-menu.ui");
  GMenu *menu = G_MENU (gtk_builder_get_object (builder, "menu"));
  GMenu *section = G_MENU (gtk_builder_get_object (builder, "recent"));
  g_autoptr (GVariant) recent = syn_settings_get ("recent");
  GVariantIter iter;
  const char *title;
  GVariant *uris;

  g_variant_iter_init (&iter, recent);
  while (g_variant_iter_next (&iter, "(&s@as)", &title, &uris))
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

      g_menu_item_set_action_and_target_value (item, "win.open-uris", uris);
      g_menu_append_item (section, item);
      g_variant_unref (uris);
    }
  syn_compat_set_menu (self->story_button, G_MENU_MODEL (menu));
}

/* Made when it is seen: a window that opens a corpus at once never shows it. */
static void
update_start (SynWindow *self)
{
  if (syn_session_get_corpus (self->session) != NULL || syn_session_get_busy (self->session)
      || !gtk_widget_get_mapped (GTK_WIDGET (self->start_slot)))
    return;
  if (self->first_run == NULL)
    {
      self->first_run = SYN_FIRST_RUN (syn_first_run_new ());
      adw_bin_set_child (self->start_slot, GTK_WIDGET (self->first_run));
    }
  syn_first_run_update (self->first_run);
}

static void
update_title (SynWindow *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  SynCorpus *corpus = syn_session_get_corpus (self->session);
  const char *title = syn_session_get_title (self->session);
  g_autofree char *counts = NULL;
  g_autofree char *window_title = NULL;

  gtk_stack_set_visible_child_name (self->main_stack, corpus != NULL ? "corpus" : "start");
  gtk_label_set_text (self->story_title, title != NULL ? title : "");
  syn_compat_name_button (GTK_WIDGET (self->story_button), title != NULL ? title : _ ("Synoptic"));
  window_title = title != NULL ? g_strdup_printf (_ ("%s — Synoptic"), title)
                               : g_strdup (_ ("Synoptic"));
  gtk_window_set_title (GTK_WINDOW (self), window_title);
  if (corpus != NULL)
    {
      guint n = syn_corpus_get_n_articles (corpus);
      g_autofree char *sources = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u source", "%u sources", n), n);

      if (comparison != NULL)
        {
          guint n_claims;
          g_autofree char *claims = NULL;

          syn_comparison_get_claims (comparison, &n_claims);
          claims = g_strdup_printf (
              g_dngettext (GETTEXT_PACKAGE, "%u claim", "%u claims", n_claims), n_claims);
          counts = g_strdup_printf ("%s · %s", sources, claims);
        }
      else
        counts = g_steal_pointer (&sources);
    }
  gtk_label_set_text (self->story_counts, counts != NULL ? counts : "");
  if (self->width > 0)
    syn_window_queue_adapt (self);
  else
    syn_window_adapt (self);
}

static void
update_conflicts (SynWindow *self)
{
  guint current = 0;
  guint n = syn_window_count_conflicts (self, &current);
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (_ ("No conflict"));
  else if (current > 0)
    text = g_strdup_printf (_ ("Conflict %u of %u"), current, n);
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u conflict", "%u conflicts", n), n);
  gtk_label_set_text (self->conflict_label, text);
  gtk_label_set_text (self->narrow_conflict_label, text);
  syn_window_update_actions (self);
}

static void
update_progress (SynWindow *self)
{
  const char *message = syn_session_get_message (self->session);

  gtk_revealer_set_reveal_child (self->progress_revealer, syn_session_get_busy (self->session));
  gtk_progress_bar_set_fraction (self->progress_bar, syn_session_get_progress (self->session));
  gtk_label_set_text (self->progress_label, message != NULL ? message : "");
  update_start (self);
  syn_window_update_actions (self);
}

static void
corpus_cb (SynWindow *self)
{
  SynCorpus *corpus = syn_session_get_whole (self->session);

  update_title (self);
  if (corpus != NULL && syn_corpus_get_uris (corpus) != NULL && *syn_corpus_get_uris (corpus) != NULL)
    syn_settings_add_recent (syn_corpus_get_title (corpus), syn_corpus_get_uris (corpus));
  update_story_menu (self);
  update_start (self);
}

/* A link is begun at one statement and ended at another; adding needs the claim the reader came from. */
static void
selected_cb (SynWindow *self)
{
  gint claim = syn_session_get_selected_claim (self->session);

  if (claim != self->claim_now)
    {
      if (self->claim_now >= 0)
        self->claim_before = self->claim_now;
      self->claim_now = claim;
    }
  update_conflicts (self);
}

static void
forget_numbers (SynWindow *self)
{
  self->claim_now = syn_session_get_selected_claim (self->session);
  self->claim_before = -1;
  self->claim_marked = -1;
  self->link_from = -1;
  update_title (self);
}

static void
view_changed_cb (SynWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->views);

  /* The stack only has the view placed, for which it may have grown or shrunk; see handle_moved_cb(). */
  gtk_widget_queue_resize (GTK_WIDGET (self->views));
  if (name != NULL && self->status_bar != NULL)
    syn_status_bar_set_view (self->status_bar, name);
}

static void
done_toast_dismissed_cb (SynWindow *self)
{
  g_clear_handle_id (&self->done_source, g_source_remove);
  self->done_toast = NULL;
}

static gboolean
hide_done_toast_cb (gpointer user_data)
{
  SynWindow *self = user_data;

  self->done_source = 0;
  adw_toast_dismiss (self->done_toast);
  return G_SOURCE_REMOVE;
}

/* The button reverses the last action, so there is one toast and it names the last action: of several, the
   first would still stand there, offering to reverse what it does not name. */
static void
done_cb (SynWindow *self, const char *label)
{
  gboolean back = syn_session_is_undone (self->session);
  gboolean more = (back ? syn_session_get_redo_label (self->session) : syn_session_get_undo_label (self->session)) != NULL;
  AdwToast *shown = self->done_toast, *toast = shown != NULL ? shown : adw_toast_new (label);

  adw_toast_set_title (toast, label);
  adw_toast_set_button_label (toast, !more ? NULL : back ? _ ("Redo") : _ ("Undo"));
  adw_toast_set_action_name (toast, !more ? NULL : back ? "win.redo" : "win.undo");
  g_clear_handle_id (&self->done_source, g_source_remove);
  self->done_source = g_timeout_add_seconds (4, hide_done_toast_cb, self);
  if (shown != NULL)
    return;
  self->done_toast = toast;
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (done_toast_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
error_cb (SynWindow *self, GError *error)
{
  syn_compat_alert (GTK_WINDOW (self), _ ("That did not work"), error->message);
}

/* What gives way in a narrow window can only do so when the window may become narrow first. */
static void
syn_window_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                    int *natural, int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, syn_window_measure_least (SYN_WINDOW (widget)));
  GTK_WIDGET_CLASS (syn_window_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
                 natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, LEAST);
}

int
syn_window_measure_least (SynWindow *self)
{
  int least = 0, natural;

  GTK_WIDGET_CLASS (syn_window_parent_class)
      ->measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  return least;
}

static void
syn_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SynWindow *self = SYN_WINDOW (widget);
  int least = syn_window_measure_least (self);

  self->allocating = TRUE;
  GTK_WIDGET_CLASS (syn_window_parent_class)
      ->size_allocate (widget, MAX (width, least), height, baseline);
  self->allocating = FALSE;
  syn_window_fit (self, width, least);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  GSList *dropped = g_value_get_boxed (value);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (GSList *l = dropped; l != NULL; l = l->next)
    g_ptr_array_add (files, g_object_ref (l->data));
  if (files->len == 0)
    return FALSE;
  syn_window_open (user_data, files);
  return TRUE;
}

/* The handle of a paned only has its two sides placed anew.  Rows that are made for another width ask for a size while
 * they are given their place, and whatever above them is not given one in the same go would be drawn without. */
static void
handle_moved_cb (SynWindow *self)
{
  if (!self->allocating)
    gtk_widget_queue_resize (GTK_WIDGET (self->inner_paned));
}

static void
watch_handles (SynWindow *self)
{
  g_signal_connect_object (self->outer_paned, "notify::position", G_CALLBACK (handle_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inner_paned, "notify::position", G_CALLBACK (handle_moved_cb), self, G_CONNECT_SWAPPED);
}

static void
accept_drops (SynWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
restore_geometry (SynWindow *self)
{
  g_autofree char *view = syn_settings_get_string ("view");

  gtk_window_set_default_size (GTK_WINDOW (self), syn_settings_get_int ("window-width"),
                               syn_settings_get_int ("window-height"));
  if (syn_settings_get_boolean ("window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  if (adw_view_stack_get_child_by_name (self->views, view) != NULL)
    adw_view_stack_set_visible_child_name (self->views, view);
}

static void
keep_geometry (SynWindow *self)
{
  double scale = syn_window_get_text_scale (self);
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  syn_settings_set_int ("window-width", width);
  syn_settings_set_int ("window-height", height);
  syn_settings_set_boolean ("window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (self->placed && self->beside > 0)
    {
      if (gtk_widget_get_visible (GTK_WIDGET (self->sources_slot)))
        syn_settings_set_int ("sources-width",
                              CLAMP ((int) (gtk_paned_get_position (self->outer_paned) / scale), 220, 360));
      if (gtk_widget_get_visible (GTK_WIDGET (self->claims_slot)))
        syn_settings_set_int (
            "claims-width",
            CLAMP ((int) (gtk_widget_get_width (GTK_WIDGET (self->claims_slot)) / scale), 280, 420));
    }
  syn_settings_set_string ("view", adw_view_stack_get_visible_child_name (self->views));
}

static gboolean
syn_window_close_request (GtkWindow *window)
{
  keep_geometry (SYN_WINDOW (window));
  syn_window_keep_place (SYN_WINDOW (window));
  return GTK_WINDOW_CLASS (syn_window_parent_class)->close_request (window);
}

static void
syn_window_dispose (GObject *object)
{
  SynWindow *self = SYN_WINDOW (object);

  g_clear_handle_id (&self->adapt_source, g_source_remove);
  g_clear_handle_id (&self->place_source, g_source_remove);
  g_clear_handle_id (&self->done_source, g_source_remove);
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      syn_session_cancel (self->session);
    }
  g_clear_object (&self->history);
  g_clear_object (&self->session);
  syn_window_drop_legend (self);
  G_OBJECT_CLASS (syn_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SynWindow, title_stack);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, header);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, sources_button);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, story_button);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, story_title);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, story_counts);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, claims_button);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, view_button);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, conflict_box);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, conflict_label);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, narrow_bar);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, narrow_conflict_label);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, progress_label);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, main_stack);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, search_slot);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, start_slot);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, find_slot);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, outer_paned);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, inner_paned);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, sources_slot);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, views);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, compare_slot);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, read_slot);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, claims_slot);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, claim_bar_slot);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, sheet);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, status_slot);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, tour_slot);
  gtk_widget_class_bind_template_child (widget_class, SynWindow, switcher_bar);
}

static void
syn_window_class_init (SynWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_window_dispose;
  g_type_ensure (SYN_TYPE_SHEET);
  widget_class->measure = syn_window_measure;
  widget_class->size_allocate = syn_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = syn_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/window.ui");
  bind_children (widget_class);
}

static void
syn_window_init (SynWindow *self)
{
  self->beside = 2;
  self->claim_now = -1;
  self->claim_before = -1;
  self->claim_marked = -1;
  self->link_from = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Once for a corpus: what was decided on words that are not there any more. */
static void
announce_orphans (SynWindow *self)
{
  GPtrArray *orphans = syn_session_get_orphans (self->session);
  gconstpointer corpus = syn_session_get_corpus (self->session);
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (orphans == NULL || orphans->len == 0 || corpus == self->orphans_told)
    return;
  self->orphans_told = corpus;
  text = g_strdup_printf (ngettext ("%u decision hangs on words that were not found again",
                                    "%u decisions hang on words that were not found again", orphans->len),
                          orphans->len);
  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _ ("Show"));
  adw_toast_set_action_name (toast, "win.import-report");
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
observe_session (SynWindow *self)
{
  static const struct
  {
    const char *signal;
    GCallback callback;
  } handlers[] = {
    { "notify::corpus", G_CALLBACK (corpus_cb) },
    { "notify::comparison", G_CALLBACK (forget_numbers) },
    { "notify::title", G_CALLBACK (corpus_cb) },
    { "notify::rows", G_CALLBACK (update_conflicts) },
    { "notify::selected-claim", G_CALLBACK (selected_cb) },
    { "notify::selected-conflict", G_CALLBACK (update_conflicts) },
    { "notify::revision", G_CALLBACK (update_conflicts) },
    { "notify::revision", G_CALLBACK (announce_orphans) },
    { "notify::undo-label", G_CALLBACK (syn_window_update_actions) },
    { "notify::redo-label", G_CALLBACK (syn_window_update_actions) },
    { "notify::report", G_CALLBACK (syn_window_update_actions) },
    { "notify::busy", G_CALLBACK (update_progress) },
    { "notify::progress", G_CALLBACK (update_progress) },
    { "notify::message", G_CALLBACK (update_progress) },
    { "done", G_CALLBACK (done_cb) },
    { "error", G_CALLBACK (error_cb) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (self->session, handlers[i].signal, handlers[i].callback, self,
                             G_CONNECT_SWAPPED);
}

SynWindow *
syn_window_new (SynApplication *app, SynWorkspace *workspace)
{
  SynWindow *self = g_object_new (SYN_TYPE_WINDOW, "application", app, NULL);

  self->session = syn_session_new (workspace);
  fill_views (self);
  fill_panels (self);
  syn_window_install_actions (self);
  syn_window_install_claims (self);
  syn_window_install_commands (self);
  syn_window_install_rulings (self);
  syn_window_install_filters (self);
  syn_window_install_marks (self);
  syn_window_install_corrections (self);
  syn_window_install_stories (self);
  syn_window_install_rows (self);
  syn_window_install_help (self);
  syn_window_install_tour (self);
  syn_window_install_place (self);
  syn_window_install_print (self);
  syn_window_install_keys (self);
  set_primary_menu (self);
  update_story_menu (self);
  accept_drops (self);
  watch_handles (self);
  observe_session (self);
  g_signal_connect_object (self->start_slot, "map", G_CALLBACK (update_start), self,
                           G_CONNECT_SWAPPED);
  restore_geometry (self);
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  view_changed_cb (self);
  update_title (self);
  update_conflicts (self);
  return self;
}

SynSession *
syn_window_get_session (SynWindow *self)
{
  return self->session;
}

void
syn_window_continue (SynWindow *self)
{
  if (syn_settings_get_boolean ("continue"))
    syn_session_reopen (self->session);
}

void
syn_window_open (SynWindow *self, GPtrArray *files)
{
  syn_session_open (self->session, files);
}

void
syn_window_toast (SynWindow *self, const char *message)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (message));
}

void
syn_window_warn_unsaved (SynWindow *self, const GError *error)
{
  g_autofree char *body = g_strdup_printf (
      _ ("%s\n\nYou can read and tag, but what you decide now is lost when you close the window. "
         "The file was left as it is."),
      error->message);

  self->unsaved = TRUE;
  syn_status_bar_set_unsaved (self->status_bar, TRUE);
  syn_compat_alert (GTK_WINDOW (self), _ ("Your workspace cannot be opened"), body);
}
