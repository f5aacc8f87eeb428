/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-search-panel.h"

#include <glib/gi18n-lib.h>

#include "syn-compat.h"

#define MAX_HITS 500
#define BEFORE 40 /* characters shown before a hit */

/* One statement with the words in it. */
#define SYN_TYPE_HIT (syn_hit_get_type ())
G_DECLARE_FINAL_TYPE (SynHit, syn_hit, SYN, HIT, GObject)

struct _SynHit
{
  GObject parent_instance;
  guint statement;
  char *source;
  char *markup;
};

G_DEFINE_FINAL_TYPE (SynHit, syn_hit, G_TYPE_OBJECT)

struct _SynSearchPanel
{
  GtkWidget parent_instance;
  SynSession *session;
  GListStore *hits;
  GtkSingleSelection *selection;
  GtkRevealer *revealer;
  GtkSearchEntry *entry;
  GtkLabel *count;
  GtkWidget *scroller;
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (SynSearchPanel, syn_search_panel, GTK_TYPE_WIDGET)

static void
syn_hit_finalize (GObject *object)
{
  g_free (SYN_HIT (object)->source);
  g_free (SYN_HIT (object)->markup);
  G_OBJECT_CLASS (syn_hit_parent_class)->finalize (object);
}

static void
syn_hit_class_init (SynHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = syn_hit_finalize;
}

static void
syn_hit_init (SynHit *self)
{
}

/* Lower case, one character for one, so that a place in the folded text is a place in the text. */
static char *
fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (folded, g_unichar_tolower (g_utf8_get_char (p)));
  return g_string_free (folded, FALSE);
}

static char *
mark_hit (const char *text, glong start, glong length)
{
  glong from = start > BEFORE ? start - BEFORE : 0;
  const char *head = g_utf8_offset_to_pointer (text, from);
  const char *hit = g_utf8_offset_to_pointer (text, start);
  const char *tail = g_utf8_offset_to_pointer (hit, length);
  g_autofree char *before = g_markup_escape_text (head, hit - head);
  g_autofree char *words = g_markup_escape_text (hit, tail - hit);
  g_autofree char *after = g_markup_escape_text (tail, -1);

  return g_strdup_printf ("%s%s<b>%s</b>%s", from > 0 ? "…" : "", before, words, after);
}

static SynHit *
find_in (SynSearchPanel *self, guint statement, const char *needle)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  g_autofree char *text = syn_comparison_dup_statement_text (comparison, statement);
  g_autofree char *folded = fold (text);
  const char *at = strstr (folded, needle);
  SynSource *source;
  SynHit *hit;

  if (at == NULL)
    return NULL;
  source = syn_session_find_source (self->session,
                                    syn_comparison_get_statement (comparison, statement)->article);
  hit = g_object_new (SYN_TYPE_HIT, NULL);
  hit->statement = statement;
  hit->source = g_strdup (source != NULL ? syn_source_get_name (source) : "");
  hit->markup = mark_hit (text, g_utf8_pointer_to_offset (folded, at), g_utf8_strlen (needle, -1));
  return hit;
}

static void
show_count (SynSearchPanel *self, const char *needle, guint n)
{
  g_autofree char *text = NULL;

  if (*needle == '\0')
    text = g_strdup ("");
  else if (n >= MAX_HITS)
    text = g_strdup_printf (_ ("first %u statements"), n);
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u statement", "%u statements", n), n);
  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (self->scroller, n > 0);
}

static void
search_cb (SynSearchPanel *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  g_autofree char *needle = fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = comparison != NULL ? syn_comparison_get_n_statements (comparison) : 0;

  g_strstrip (needle);
  for (guint i = 0; *needle != '\0' && i < n && hits->len < MAX_HITS; i++)
    {
      SynHit *hit = find_in (self, i, needle);

      if (hit != NULL)
        g_ptr_array_add (hits, hit);
    }
  g_list_store_splice (self->hits, 0, g_list_model_get_n_items (G_LIST_MODEL (self->hits)),
                       hits->pdata, hits->len);
  show_count (self, needle, hits->len);
}

static void
go_to (SynSearchPanel *self, guint position)
{
  g_autoptr (SynHit) hit = g_list_model_get_item (G_LIST_MODEL (self->hits), position);

  if (hit == NULL)
    return;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
  syn_session_reveal (self->session, hit->statement);
}

static void
activate_cb (SynSearchPanel *self, guint position)
{
  go_to (self, position);
}

static void
step (SynSearchPanel *self, int direction)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->hits));
  guint at = gtk_single_selection_get_selected (self->selection);

  if (n == 0)
    return;
  if (at == GTK_INVALID_LIST_POSITION)
    at = direction > 0 ? n - 1 : 0;
  go_to (self, (guint) ((int) at + (int) n + direction) % n);
}

static void
next_cb (SynSearchPanel *self)
{
  step (self, 1);
}

static void
previous_cb (SynSearchPanel *self)
{
  step (self, -1);
}

static void
close_cb (SynSearchPanel *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_label_new (NULL);
  GtkWidget *source = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (text, "reading");
  gtk_widget_add_css_class (source, "second");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), source);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  SynHit *hit = gtk_list_item_get_item (item);
  GtkWidget *text = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *name = NULL;

  gtk_label_set_markup (GTK_LABEL (text), hit->markup);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (text)), hit->source);
  name = g_strdup_printf ("%s, %s", gtk_label_get_text (GTK_LABEL (text)), hit->source);
  syn_compat_name_row (gtk_list_item_get_child (item), name);
}

static void
syn_search_panel_dispose (GObject *object)
{
  SynSearchPanel *self = SYN_SEARCH_PANEL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->hits);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (syn_search_panel_parent_class)->dispose (object);
}

static void
syn_search_panel_class_init (SynSearchPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_search_panel_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/search-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SynSearchPanel, revealer);
  gtk_widget_class_bind_template_child (widget_class, SynSearchPanel, entry);
  gtk_widget_class_bind_template_child (widget_class, SynSearchPanel, count);
  gtk_widget_class_bind_template_child (widget_class, SynSearchPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, SynSearchPanel, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
}

static void
syn_search_panel_init (SynSearchPanel *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->hits = g_list_store_new (SYN_TYPE_HIT);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->hits));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

GtkWidget *
syn_search_panel_new (SynSession *session)
{
  SynSearchPanel *self = g_object_new (SYN_TYPE_SEARCH_PANEL, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::comparison", G_CALLBACK (search_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
syn_search_panel_open (SynSearchPanel *self)
{
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

void
syn_search_panel_search (SynSearchPanel *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  search_cb (self);
}

guint
syn_search_panel_get_n_hits (SynSearchPanel *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->hits));
}
