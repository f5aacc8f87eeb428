/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-tags-dialog.h"

#include <glib/gi18n-lib.h>

#include "syn-compat.h"

#define FIRST_KEY 4
#define N_KEYS 6

struct _SynTagsDialog
{
  AdwWindow parent_instance;
  SynSession *session;
  GtkListBox *list;
  GtkWidget *empty;
};

G_DEFINE_FINAL_TYPE (SynTagsDialog, syn_tags_dialog, ADW_TYPE_WINDOW)

/* What one line is made of. */
typedef struct
{
  char *id;
  GtkEditable *name;
  GtkEditable *scale;
  GtkDropDown *key;
} Line;

static void
line_free (gpointer data)
{
  g_free (((Line *) data)->id);
  g_free (data);
}

static Line *
get_line (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "line");
}

static guint
get_key (const Line *line)
{
  const guint selected = gtk_drop_down_get_selected (line->key);

  return selected == 0 || selected > N_KEYS ? 0 : FIRST_KEY + selected - 1;
}

/* Two tags cannot have one key: the one that got it last has it. */
static void
key_cb (GtkDropDown *key, GParamSpec *pspec, SynTagsDialog *self)
{
  const guint selected = gtk_drop_down_get_selected (key);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL && selected > 0;
       row = gtk_widget_get_next_sibling (row))
    {
      Line *line = get_line (row);

      if (line != NULL && line->key != key && gtk_drop_down_get_selected (line->key) == selected)
        gtk_drop_down_set_selected (line->key, 0);
    }
}

static void
update_empty (SynTagsDialog *self)
{
  const gboolean any = gtk_list_box_get_row_at_index (self->list, 0) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->list), any);
  gtk_widget_set_visible (self->empty, !any);
}

static void
remove_cb (GtkButton *button, SynTagsDialog *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);

  gtk_list_box_remove (self->list, row);
  update_empty (self);
}

static GtkEditable *
make_entry (GtkWidget *box, const char *text, const char *placeholder, gboolean expand)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 12);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_widget_set_hexpand (entry, expand);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, placeholder, -1);
  gtk_box_append (GTK_BOX (box), entry);
  return GTK_EDITABLE (entry);
}

static GtkDropDown *
make_key (GtkWidget *box, guint key)
{
  static const char *const keys[] = { "–", "4", "5", "6", "7", "8", "9", NULL };
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (keys);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), key >= FIRST_KEY ? key - FIRST_KEY + 1 : 0);
  syn_compat_set_tooltip (drop_down, _ ("Key"));
  syn_compat_name_button (drop_down, _ ("Key"));
  gtk_box_append (GTK_BOX (box), drop_down);
  return GTK_DROP_DOWN (drop_down);
}

static Line *
add_line (SynTagsDialog *self, const SynTag *tag)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  Line *line = g_new0 (Line, 1);

  gtk_widget_add_css_class (box, "tag-line");
  line->id = tag != NULL ? g_strdup (tag->id) : g_uuid_string_random ();
  line->name = make_entry (box, tag != NULL ? tag->name : NULL, _ ("Tag or value"), TRUE);
  line->scale = make_entry (box, tag != NULL ? tag->scale : NULL, _ ("Scale (optional)"), TRUE);
  line->key = make_key (box, tag != NULL ? tag->key : 0);
  g_signal_connect (line->key, "notify::selected", G_CALLBACK (key_cb), self);
  gtk_widget_add_css_class (button, "flat");
  syn_compat_set_tooltip (button, _ ("Do Not Offer It Any More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Remove tag"), -1);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tag != NULL ? tag->name : _ ("New tag"), -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "line", line, line_free);
  gtk_list_box_append (self->list, row);
  update_empty (self);
  return line;
}

static guint
find_free_key (SynTagsDialog *self)
{
  gboolean taken[N_KEYS + 1] = { FALSE };

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (get_line (row) != NULL && get_key (get_line (row)) > 0)
      taken[get_key (get_line (row)) - FIRST_KEY] = TRUE;
  for (guint i = 0; i < N_KEYS; i++)
    if (!taken[i])
      return FIRST_KEY + i;
  return 0;
}

/* The next value of a scale is most likely of the same one. */
static void
add_cb (SynTagsDialog *self)
{
  const guint key = find_free_key (self);
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->list));
  const Line *before = last != NULL ? get_line (last) : NULL;
  const char *scale = before != NULL ? gtk_editable_get_text (before->scale) : "";
  Line *line = add_line (self, NULL);

  gtk_editable_set_text (line->scale, scale);
  gtk_drop_down_set_selected (line->key, key > 0 ? key - FIRST_KEY + 1 : 0);
  gtk_widget_grab_focus (GTK_WIDGET (line->name));
}

/* Of a tag that was given up and is named again the claims that have it know the old one. */
static const char *
find_retired (SynTagsDialog *self, const char *name, const char *scale)
{
  GPtrArray *tags = syn_session_get_tags (self->session);

  for (guint i = 0; tags != NULL && i < tags->len; i++)
    {
      const SynTag *tag = tags->pdata[i];

      if (tag->retired && g_str_equal (tag->name, name) && g_strcmp0 (tag->scale != NULL ? tag->scale : "", scale) == 0)
        return tag->id;
    }
  return NULL;
}

static void
save_cb (SynTagsDialog *self)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_tag_free);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      const Line *line = get_line (row);
      g_autofree char *name = line != NULL ? g_strstrip (g_strdup (gtk_editable_get_text (line->name))) : NULL;
      g_autofree char *scale = line != NULL ? g_strstrip (g_strdup (gtk_editable_get_text (line->scale))) : NULL;
      const char *retired;

      if (name == NULL || *name == '\0')
        continue;
      retired = find_retired (self, name, scale);
      g_ptr_array_add (tags, syn_tag_new (retired != NULL ? retired : line->id, name, scale, get_key (line)));
    }
  syn_session_set_tags (self->session, tags);
  gtk_window_close (GTK_WINDOW (self));
}

static void
syn_tags_dialog_dispose (GObject *object)
{
  g_clear_object (&SYN_TAGS_DIALOG (object)->session);
  G_OBJECT_CLASS (syn_tags_dialog_parent_class)->dispose (object);
}

static void
syn_tags_dialog_class_init (SynTagsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_tags_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/tags-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SynTagsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SynTagsDialog, empty);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
syn_tags_dialog_init (SynTagsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
syn_tags_dialog_new (GtkWindow *parent, SynSession *session)
{
  SynTagsDialog *self = g_object_new (SYN_TYPE_TAGS_DIALOG, "transient-for", parent, NULL);
  GPtrArray *tags = syn_session_get_tags (session);

  self->session = g_object_ref (session);
  for (guint i = 0; tags != NULL && i < tags->len; i++)
    if (!((const SynTag *) tags->pdata[i])->retired)
      add_line (self, tags->pdata[i]);
  update_empty (self);
  return GTK_WINDOW (self);
}
