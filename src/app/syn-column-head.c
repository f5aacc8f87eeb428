/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-column-head.h"

#include <glib/gi18n-lib.h>

#include "syn-column-language.h"
#include "syn-column-style.h"
#include "syn-compare-describe.h"
#include "syn-compat.h"
#include "syn-settings.h"

struct _SynColumnHead
{
  GtkWidget parent_instance;

  SynSession *session;
  SynSource *source;
  GSimpleActionGroup *actions;

  GtkWidget *button;
  GtkLabel *outlet;
  GtkWidget *pin;
  GtkWidget *lock;
  GtkWidget *bring;
  GtkLabel *second;
  GtkLabel *conflicts;
  GtkLabel *open;
  GtkWidget *conflict_box;
  GtkWidget *open_box;
};

G_DEFINE_FINAL_TYPE (SynColumnHead, syn_column_head, GTK_TYPE_WIDGET)

/* ── Actions ─────────────────────────────────────────────────────────────── */

static gint
find_place (SynColumnHead *self)
{
  GListModel *sources = syn_session_get_sources (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (SynSource) source = g_list_model_get_item (sources, i);

      if (source == self->source)
        return (gint) i;
    }
  return -1;
}

static void
move (SynColumnHead *self, gint step)
{
  gint place = find_place (self);
  gint n = (gint) g_list_model_get_n_items (syn_session_get_sources (self->session));

  if (place >= 0 && place + step >= 0 && place + step < n)
    syn_session_move_source (self->session, (guint) place, (guint) (place + step));
}

static void
pivot_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynColumnHead *self = user_data;

  syn_session_set_pivot (self->session, syn_source_get_index (self->source));
}

static void
left_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move (user_data, -1);
}

static void
right_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move (user_data, 1);
}

static void
fold_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  syn_source_set_visible (SYN_COLUMN_HEAD (user_data)->source, FALSE);
}

static void
size_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name = syn_source_get_name (SYN_COLUMN_HEAD (user_data)->source);
  const char *what = g_action_get_name (G_ACTION (action));
  SynColumnStyle style = syn_column_style_get (name);

  if (g_str_equal (what, "plain-size"))
    style.zoom = 100;
  else
    style.zoom = syn_column_style_step (style.zoom, g_str_equal (what, "larger") ? 1 : -1);
  syn_column_style_set (name, style);
}

static void
face_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  const char *name = syn_source_get_name (SYN_COLUMN_HEAD (user_data)->source);
  SynColumnStyle style = syn_column_style_get (name);

  style.face = g_variant_get_string (state, NULL);
  syn_column_style_set (name, style);
}

static void
style_changed_cb (gpointer object, const char *key)
{
  SynColumnHead *self = object;
  SynColumnStyle style = syn_column_style_get (syn_source_get_name (self->source));

  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "face")),
      g_variant_new_string (style.face));
}

static const GActionEntry entries[] = {
  { .name = "pivot", .activate = pivot_cb },
  { .name = "left", .activate = left_cb },
  { .name = "right", .activate = right_cb },
  { .name = "fold", .activate = fold_cb },
  { .name = "larger", .activate = size_cb },
  { .name = "smaller", .activate = size_cb },
  { .name = "plain-size", .activate = size_cb },
  { .name = "face", .parameter_type = "s", .state = "''", .change_state = face_cb },
};

/* ── What it shows ───────────────────────────────────────────────────────── */

static void
add_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static void
set_count (GtkWidget *box, GtkLabel *label, guint n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);

  gtk_label_set_text (label, text);
  gtk_widget_set_visible (box, n > 0);
}

static char *
describe (SynColumnHead *self, const char *second)
{
  guint n_conflicts = syn_source_get_n_conflicts (self->source), n_open = syn_source_get_n_open (self->source);
  g_autofree char *conflicts = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u conflict", "%u conflicts", n_conflicts), n_conflicts);
  g_autofree char *open = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u open claim", "%u open claims", n_open), n_open);

  return g_strdup_printf ("%s, %s, %s, %s", syn_source_get_name (self->source), second, conflicts, open);
}

static void
update (SynColumnHead *self)
{
  g_autoptr (GString) second = g_string_new (NULL);
  g_autofree char *time = syn_describe_time (self->session, syn_source_get_index (self->source), FALSE);
  g_autofree char *words = NULL;
  gboolean pivot = syn_source_get_pivot (self->source);
  const char *copies = syn_source_get_copies (self->source);

  gtk_label_set_text (self->outlet, syn_source_get_name (self->source));
  gtk_widget_set_visible (self->pin, pivot);
  gtk_widget_set_visible (self->lock, syn_source_get_scroll_locked (self->source));
  if (pivot)
    add_part (second, _ ("Pivot"));
  add_part (second, time);
  if (copies != NULL)
    {
      g_autofree char *mostly = g_strdup_printf (_ ("mostly %s"), copies);

      add_part (second, mostly);
    }
  gtk_label_set_text (self->second, second->str);
  set_count (self->conflict_box, self->conflicts, syn_source_get_n_conflicts (self->source));
  set_count (self->open_box, self->open, syn_source_get_n_open (self->source));
  words = describe (self, second->str);
  syn_compat_set_tooltip (self->button, syn_article_get_title (syn_source_get_article (self->source)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "pivot")), !pivot);
}

/* Where the reader stands the others can be called to. */
static void
update_bring (SynColumnHead *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  gint active = syn_session_get_active_statement (self->session);
  gboolean here = comparison != NULL && active >= 0 && (guint) active < syn_comparison_get_n_statements (comparison)
                  && syn_comparison_get_statement (comparison, (guint) active)->article
                         == syn_source_get_index (self->source);

  gtk_widget_set_visible (self->bring, here);
}

static void
add_menu (SynColumnHead *self)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (SYN_RESOURCE_PATH "/column-menu.ui");
  GMenu *menu = G_MENU (gtk_builder_get_object (builder, "menu"));
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("_Edit Details…"), NULL);
  g_autoptr (GMenuItem) language = syn_column_language_new_item (self->source);

  g_menu_item_set_action_and_target (item, "win.edit-source", "u", syn_source_get_index (self->source));
  g_menu_append_item (section, language);
  g_menu_append_item (section, item);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  syn_compat_set_menu (GTK_MENU_BUTTON (self->button), G_MENU_MODEL (menu));
}

static void
syn_column_head_dispose (GObject *object)
{
  SynColumnHead *self = SYN_COLUMN_HEAD (object);

  g_clear_pointer (&self->bring, gtk_widget_unparent);
  if (self->button != NULL)
    gtk_widget_unparent (self->button);
  self->button = NULL;
  g_clear_object (&self->actions);
  g_clear_object (&self->source);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (syn_column_head_parent_class)->dispose (object);
}

static void
syn_column_head_class_init (SynColumnHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_column_head_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "columnhead");
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/column-head.ui");
  gtk_widget_class_bind_template_child (widget_class, SynColumnHead, button);
  gtk_widget_class_bind_template_child (widget_class, SynColumnHead, outlet);
  gtk_widget_class_bind_template_child (widget_class, SynColumnHead, pin);
  gtk_widget_class_bind_template_child (widget_class, SynColumnHead, lock);
  gtk_widget_class_bind_template_child (widget_class, SynColumnHead, bring);
  gtk_widget_class_bind_template_child (widget_class, SynColumnHead, second);
  gtk_widget_class_bind_template_child (widget_class, SynColumnHead, conflicts);
  gtk_widget_class_bind_template_child (widget_class, SynColumnHead, open);
  gtk_widget_class_bind_template_child (widget_class, SynColumnHead, conflict_box);
  gtk_widget_class_bind_template_child (widget_class, SynColumnHead, open_box);
}

static void
syn_column_head_init (SynColumnHead *self)
{
  GtkWidget *content;

  gtk_widget_init_template (GTK_WIDGET (self));
  /* A menu button centres what is in it; a head begins where its column does. */
  content = gtk_menu_button_get_child (GTK_MENU_BUTTON (self->button));
  for (GtkWidget *at = content; at != NULL && at != self->button; at = gtk_widget_get_parent (at))
    gtk_widget_set_halign (at, GTK_ALIGN_FILL);
}

GtkWidget *
syn_column_head_new (SynSession *session, SynSource *source)
{
  SynColumnHead *self;
  g_autoptr (GPropertyAction) lock = NULL;
  g_autoptr (GPropertyAction) place = NULL;

  g_return_val_if_fail (SYN_IS_SESSION (session), NULL);
  g_return_val_if_fail (SYN_IS_SOURCE (source), NULL);

  self = g_object_new (SYN_TYPE_COLUMN_HEAD, NULL);
  self->session = g_object_ref (session);
  self->source = g_object_ref (source);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  lock = g_property_action_new ("lock", source, "scroll-locked");
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (lock));
  syn_column_language_add_action (session, source, G_ACTION_MAP (self->actions));
  place = g_property_action_new ("place", source, "place-locked");
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (place));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "column", G_ACTION_GROUP (self->actions));
  add_menu (self);
  g_signal_connect_object (source, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (syn_source_get_article (source), "notify", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::active-statement", G_CALLBACK (update_bring), self, G_CONNECT_SWAPPED);
  syn_settings_watch (SYN_COLUMN_STYLE_KEY, style_changed_cb, G_OBJECT (self));
  style_changed_cb (self, NULL);
  update_bring (self);
  update (self);
  return GTK_WIDGET (self);
}
