/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-claim-panel.h"

#include <glib/gi18n-lib.h>

#include "syn-compat.h"
#include "syn-format.h"
#include "syn-settings.h"
#include "syn-verdict-bar.h"

struct _SynClaimPanel
{
  GtkWidget parent_instance;
  SynSession *session;
  GtkWidget *detail_head;
  GtkLabel *position;
  GtkPaned *paned;
  SynClaimList *list;
  SynClaimDetail *detail;
  GtkMenuButton *claim_button;
  GtkFlowBox *tags;
  GtkWidget *chosen;
  GtkLabel *chosen_label;
  GtkLabel *ruled_label;
  GtkWidget *clear_button;
  gint held; /* the verdict that a click gives, or -1 */
  int room;  /* that list and claim had when they were last placed */
};

G_DEFINE_FINAL_TYPE (SynClaimPanel, syn_claim_panel, GTK_TYPE_WIDGET)

static GtkWidget *
make_tag (const SynTag *tag)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (tag->name);
  g_autofree char *name
      = tag->scale != NULL ? g_strdup_printf ("%s: %s", tag->scale, tag->name) : g_strdup (tag->name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  if (tag->scale != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("syn-value-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  if (tag->key != 0)
    {
      char digit[] = { (char) ('0' + tag->key), '\0' };
      GtkWidget *keycap = gtk_label_new (digit);

      gtk_widget_add_css_class (keycap, "keycap");
      gtk_box_append (GTK_BOX (box), keycap);
    }
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "small-button");
  gtk_widget_add_css_class (button, "own-tag");
  syn_compat_set_tooltip (button, name);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "tag", g_strdup (tag->id), g_free);
  return button;
}

/* The button shows what the claim has; pressing it asks for the other, and the workspace has the last word. */
static void
tag_clicked_cb (GtkToggleButton *button, SynClaimPanel *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.label", "s", g_object_get_data (G_OBJECT (button), "tag"));
}

static void
fill_tags (SynClaimPanel *self)
{
  GPtrArray *tags = syn_session_get_tags (self->session);
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tags))) != NULL)
    gtk_flow_box_remove (self->tags, child);
  for (guint i = 0; tags != NULL && i < tags->len; i++)
    {
      const SynTag *tag = tags->pdata[i];
      GtkWidget *button;

      if (tag->retired)
        continue;
      button = make_tag (tag);
      g_signal_connect (button, "clicked", G_CALLBACK (tag_clicked_cb), self);
      gtk_flow_box_append (self->tags, button);
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->tags), n > 0);
}

static void
show_tags (SynClaimPanel *self, const SynClaimRecord *record)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->tags)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *button = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child));

      gtk_toggle_button_set_active (
          GTK_TOGGLE_BUTTON (button),
          syn_claim_record_has_tag (record, g_object_get_data (G_OBJECT (button), "tag")));
    }
}

static char *
describe_ruling (SynClaimPanel *self, const SynClaimRecord *record)
{
  g_autofree char *time = NULL, *me = NULL;

  if (self->held >= 0)
    return self->held == SYN_VERDICT_OPEN
               ? g_strdup (_ ("Each click clears"))
               : g_strdup_printf (_ ("Each click tags: %s"), syn_verdict_label ((SynVerdict) self->held));
  if (syn_claim_record_is_open (record) || record->time == 0)
    return g_strdup (syn_session_get_selected_claim (self->session) >= 0 ? _ ("No verdict yet") : "");
  time = syn_format_moment (record->time);
  me = syn_workspace_dup_annotator (syn_session_get_workspace (self->session));
  return g_strdup_printf ("%s, %s", record->annotator == NULL || g_strcmp0 (record->annotator, me) == 0
                                        ? _ ("You")
                                        : record->annotator,
                          time);
}

static void
update (SynClaimPanel *self)
{
  gint claim = syn_session_get_selected_claim (self->session);
  const SynClaimRecord *record
      = claim >= 0 ? syn_session_get_record (self->session, (guint) claim) : NULL;
  g_autofree char *position
      = g_strdup_printf (_ ("Claim %u of %u"), syn_claim_list_get_position (self->list),
                         syn_claim_list_get_n_shown (self->list));
  g_autofree char *ruling = describe_ruling (self, record);

  gtk_label_set_text (self->position, position);
  gtk_widget_set_visible (self->clear_button, record != NULL && record->verdict != SYN_VERDICT_OPEN);
  gtk_label_set_text (self->ruled_label, ruling);
  syn_compat_set_tooltip (GTK_WIDGET (self->ruled_label), *ruling != '\0' ? ruling : NULL);
  show_tags (self, record);
}

static void
update_chosen (SynClaimPanel *self)
{
  g_autoptr (GArray) chosen = syn_session_dup_chosen (self->session);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u claim chosen. A verdict or tag is for all of them.",
                   "%u claims chosen. A verdict or tag is for all of them.", chosen->len),
      chosen->len);

  gtk_widget_set_visible (self->chosen, chosen->len > 0);
  gtk_label_set_text (self->chosen_label, text);
}

static void
tags_cb (SynClaimPanel *self)
{
  fill_tags (self);
  update (self);
}

static void
show_list_cb (SynClaimPanel *self)
{
  syn_claim_panel_show_list (self, TRUE);
}

static void
show_detail (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  syn_claim_panel_show_list (SYN_CLAIM_PANEL (widget), FALSE);
}

static void
previous_cb (SynClaimPanel *self)
{
  syn_claim_list_step (self->list, -1);
}

static void
next_cb (SynClaimPanel *self)
{
  syn_claim_list_step (self->list, 1);
}

/* Eight claims in a window 900 pixels high. */
static int
list_share (int room)
{
  return room * 52 / 100;
}

/* The list has what the reader gave it; before that, somewhat more than half. */
static gboolean
place_cb (gpointer user_data)
{
  SynClaimPanel *self = user_data;
  const int height = syn_settings_get_int ("claims-list-height");
  int room;

  if (self->session == NULL)
    return G_SOURCE_REMOVE;
  room = gtk_widget_get_height (GTK_WIDGET (self->paned));
  if (room <= 0 || room == self->room)
    return G_SOURCE_REMOVE;
  gtk_paned_set_position (self->paned, height >= 0 ? height : list_share (room));
  self->room = room;
  return G_SOURCE_REMOVE;
}

/* Told while the panel is being laid out, where nothing may be moved yet. */
static void
room_cb (SynClaimPanel *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, place_cb, g_object_ref (self), g_object_unref);
}

/* Where the room has not changed, it was the reader who moved the handle. */
static void
position_cb (SynClaimPanel *self)
{
  const int position = gtk_paned_get_position (self->paned);

  if (self->room > 0 && gtk_widget_get_height (GTK_WIDGET (self->paned)) == self->room
      && gtk_widget_get_visible (GTK_WIDGET (self->list)) && position != list_share (self->room))
    syn_settings_set_int ("claims-list-height", position);
}

static void
syn_claim_panel_dispose (GObject *object)
{
  SynClaimPanel *self = SYN_CLAIM_PANEL (object);
  GtkWidget *child;

  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (syn_claim_panel_parent_class)->dispose (object);
}

static void
syn_claim_panel_class_init (SynClaimPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_claim_panel_dispose;
  g_type_ensure (SYN_TYPE_CLAIM_LIST);
  g_type_ensure (SYN_TYPE_CLAIM_DETAIL);
  g_type_ensure (SYN_TYPE_VERDICT_BAR);
  gtk_widget_class_install_action (widget_class, "claim-panel.show-detail", NULL, show_detail);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/claim-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SynClaimPanel, detail_head);
  gtk_widget_class_bind_template_child (widget_class, SynClaimPanel, position);
  gtk_widget_class_bind_template_child (widget_class, SynClaimPanel, paned);
  gtk_widget_class_bind_template_child (widget_class, SynClaimPanel, list);
  gtk_widget_class_bind_template_child (widget_class, SynClaimPanel, detail);
  gtk_widget_class_bind_template_child (widget_class, SynClaimPanel, claim_button);
  gtk_widget_class_bind_template_child (widget_class, SynClaimPanel, tags);
  gtk_widget_class_bind_template_child (widget_class, SynClaimPanel, chosen);
  gtk_widget_class_bind_template_child (widget_class, SynClaimPanel, chosen_label);
  gtk_widget_class_bind_template_child (widget_class, SynClaimPanel, clear_button);
  gtk_widget_class_bind_template_child (widget_class, SynClaimPanel, ruled_label);
  gtk_widget_class_bind_template_callback (widget_class, position_cb);
  gtk_widget_class_bind_template_callback (widget_class, room_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
syn_claim_panel_init (SynClaimPanel *self)
{
  self->held = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
syn_claim_panel_new (SynSession *session)
{
  SynClaimPanel *self = g_object_new (SYN_TYPE_CLAIM_PANEL, NULL);

  self->session = g_object_ref (session);
  syn_claim_list_set_session (self->list, session);
  syn_claim_detail_set_session (self->detail, session);
  g_signal_connect_object (session, "notify::selected-claim", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::revision", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::n-chosen", G_CALLBACK (update_chosen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::tags", G_CALLBACK (tags_cb), self, G_CONNECT_SWAPPED);
  tags_cb (self);
  update_chosen (self);
  return GTK_WIDGET (self);
}

SynClaimList *
syn_claim_panel_get_list (SynClaimPanel *self)
{
  return self->list;
}

SynClaimDetail *
syn_claim_panel_get_detail (SynClaimPanel *self)
{
  return self->detail;
}

void
syn_claim_panel_show_list (SynClaimPanel *self, gboolean show)
{
  gtk_widget_set_visible (GTK_WIDGET (self->list), show);
  gtk_widget_set_visible (self->detail_head, !show);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "claim-panel.show-detail", show);
}

void
syn_claim_panel_set_held (SynClaimPanel *self, gint verdict)
{
  self->held = verdict;
  update (self);
}

void
syn_claim_panel_set_menus (SynClaimPanel *self, GMenuModel *claims, GMenuModel *claim)
{
  syn_compat_set_menu (self->claim_button, claim);
  syn_claim_list_set_menus (self->list, claims, claim);
}
