/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-compare-heads-private.h"

#include <glib/gi18n-lib.h>

#include "syn-column-language.h"
#include "syn-compare-describe.h"
#include "syn-compat.h"
#include "syn-palette.h"

#define HEIGHT 54

/* What one head shows. */
typedef struct
{
  GtkWidget *button;
  GtkWidget *outlet;
  GtkWidget *pin;
  GtkWidget *lock;
  GtkWidget *second;
  GtkWidget *counts; /* NULL in a spine */
  GtkWidget *conflicts, *open;
  GSimpleActionGroup *actions;
  guint article;
} Head;

struct _SynCompareHeads
{
  GtkWidget parent_instance;

  SynSession *session;
  const SynCompareFrame *frame;
  GPtrArray *heads; /* Head */
};

G_DEFINE_FINAL_TYPE (SynCompareHeads, syn_compare_heads, GTK_TYPE_WIDGET)

static void
head_free (gpointer data)
{
  Head *head = data;

  gtk_widget_unparent (head->button);
  g_object_unref (head->actions);
  g_free (head);
}

/* ── Actions of one column ───────────────────────────────────────────────── */

static guint
find_position (SynCompareHeads *self, guint article)
{
  GListModel *sources = syn_session_get_sources (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (SynSource) source = g_list_model_get_item (sources, i);

      if (syn_source_get_index (source) == article)
        return i;
    }
  return 0;
}

/* The column beside @article's as it is seen: the pivot comes first whatever its place in the list, and those that are
 * locked next to it keep together. */
static gint
find_neighbour (SynCompareHeads *self, guint article, int step)
{
  const GArray *columns = self->frame->columns;

  for (guint i = 0; i < columns->len; i++)
    {
      gint other = (gint)i + step;

      if (g_array_index (columns, SynCompareColumn, i).article != article)
        continue;
      if (i == 0 || other < 1 || other >= (gint)columns->len
          || g_array_index (columns, SynCompareColumn, i).locked != g_array_index (columns, SynCompareColumn, other).locked)
        return -1;
      return (gint)g_array_index (columns, SynCompareColumn, other).article;
    }
  return -1;
}

static guint
action_article (GSimpleAction *action)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (action), "article"));
}

static void
pivot_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  syn_session_set_pivot (SYN_COMPARE_HEADS (user_data)->session, action_article (action));
}

static void
move (SynCompareHeads *self, guint article, int step)
{
  gint neighbour = find_neighbour (self, article, step);

  if (neighbour >= 0)
    syn_session_move_source (self->session, find_position (self, article),
                             find_position (self, (guint)neighbour));
}

static void
left_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move (user_data, action_article (action), -1);
}

static void
right_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move (user_data, action_article (action), 1);
}

static void
hide_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynSource *source
      = syn_session_find_source (SYN_COMPARE_HEADS (user_data)->session, action_article (action));

  if (source != NULL)
    syn_source_set_visible (source, FALSE);
}

static void
show_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  syn_compare_heads_open (user_data, action_article (action));
}

void
syn_compare_heads_open (SynCompareHeads *self, guint article)
{
  g_return_if_fail (SYN_IS_COMPARE_HEADS (self));

  syn_session_call_source (self->session, article);
}

static void
set_enabled (Head *head, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (head->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
add_lock (SynCompareHeads *self, Head *head)
{
  SynSource *source = syn_session_find_source (self->session, head->article);
  g_autoptr (GPropertyAction) lock = NULL;

  /* The pivot has a place of its own anyway. */
  if (source == NULL || syn_source_get_pivot (source))
    return;
  lock = g_property_action_new ("place", source, "place-locked");
  g_action_map_add_action (G_ACTION_MAP (head->actions), G_ACTION (lock));
}

static void
add_actions (SynCompareHeads *self, Head *head)
{
  static const struct
  {
    const char *name;
    GCallback activate;
  } entries[] = {
    { "pivot", G_CALLBACK (pivot_cb) }, { "left", G_CALLBACK (left_cb) },
    { "right", G_CALLBACK (right_cb) }, { "hide", G_CALLBACK (hide_cb) },
    { "show", G_CALLBACK (show_cb) },
  };

  head->actions = g_simple_action_group_new ();
  add_lock (self, head);
  if (syn_session_find_source (self->session, head->article) != NULL)
    syn_column_language_add_action (self->session, syn_session_find_source (self->session, head->article),
                                    G_ACTION_MAP (head->actions));
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (entries[i].name, NULL);

      g_object_set_data (G_OBJECT (action), "article", GUINT_TO_POINTER (head->article));
      g_signal_connect_object (action, "activate", entries[i].activate, self, 0);
      g_action_map_add_action (G_ACTION_MAP (head->actions), G_ACTION (action));
    }
  gtk_widget_insert_action_group (head->button, "column", G_ACTION_GROUP (head->actions));
}

static GMenuModel *
make_menu (SynSource *source, guint article, gboolean open)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) place = g_menu_new ();
  g_autoptr (GMenu) details = g_menu_new ();
  g_autoptr (GMenuItem) edit = g_menu_item_new (_ ("_Edit Details…"), NULL);

  if (!open)
    g_menu_append (place, _ ("_Open Column"), "column.show");
  g_menu_append (place, _ ("Make _Pivot"), "column.pivot");
  g_menu_append (place, _ ("Move to_wards Start"), "column.left");
  g_menu_append (place, _ ("Move towards E_nd"), "column.right");
  g_menu_append (place, _ ("Loc_k in Place"), "column.place");
  if (open)
    g_menu_append (place, _ ("_Fold Column"), "column.hide");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (place));
  if (source != NULL)
    {
      g_autoptr (GMenuItem) language = syn_column_language_new_item (source);

      g_menu_append_item (details, language);
    }
  g_menu_item_set_action_and_target (edit, "win.edit-source", "u", article);
  g_menu_append_item (details, edit);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (details));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* ── Heads ───────────────────────────────────────────────────────────────── */

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
add_count (Head *head, const char *icon, const char *css_class)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *label = make_label ("second");

  gtk_widget_add_css_class (image, css_class);
  gtk_box_append (GTK_BOX (head->counts), image);
  gtk_box_append (GTK_BOX (head->counts), label);
  return label;
}

static GtkWidget *
make_content (Head *head, gboolean open)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  head->outlet = make_label ("outlet");
  head->second = make_label ("second");
  gtk_box_append (GTK_BOX (first), head->outlet);
  gtk_widget_set_hexpand (head->outlet, TRUE);
  if (open)
    {
      head->counts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
      head->conflicts = add_count (head, "syn-conflict-symbolic", "syn-conflict");
      gtk_widget_set_margin_end (head->conflicts, 4);
      head->open = add_count (head, "syn-open-symbolic", "syn-ink2");
      gtk_box_append (GTK_BOX (first), head->counts);
      head->pin = gtk_image_new_from_icon_name ("view-pin-symbolic");
      gtk_widget_add_css_class (head->pin, "syn-accent");
      gtk_box_append (GTK_BOX (second), head->pin);
      head->lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");
      gtk_image_set_pixel_size (GTK_IMAGE (head->lock), 12);
      gtk_widget_add_css_class (head->lock, "syn-accent");
      gtk_box_append (GTK_BOX (second), head->lock);
    }
  else
    {
      gtk_label_set_ellipsize (GTK_LABEL (head->outlet), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_xalign (GTK_LABEL (head->outlet), 0.5);
      gtk_label_set_ellipsize (GTK_LABEL (head->second), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_xalign (GTK_LABEL (head->second), 0.5);
      gtk_widget_set_halign (second, GTK_ALIGN_CENTER);
    }
  gtk_box_append (GTK_BOX (second), head->second);
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  /* All of it is in the button's name. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

/* GtkMenuButton keeps its content in the middle. */
static void
spread_content (Head *head)
{
  GtkWidget *widget = gtk_menu_button_get_child (GTK_MENU_BUTTON (head->button));

  for (; widget != head->button; widget = gtk_widget_get_parent (widget))
    {
      gtk_widget_set_halign (widget, GTK_ALIGN_FILL);
      gtk_widget_set_hexpand (widget, TRUE);
    }
}

static Head *
make_head (SynCompareHeads *self, const SynCompareColumn *column)
{
  Head *head = g_new0 (Head, 1);
  g_autoptr (GMenuModel) menu
      = make_menu (syn_session_find_source (self->session, column->article), column->article, column->open);

  head->article = column->article;
  head->button = gtk_menu_button_new ();
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (head->button), FALSE);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (head->button), make_content (head, column->open));
  spread_content (head);
  syn_compat_set_menu (GTK_MENU_BUTTON (head->button), menu);
  gtk_widget_add_css_class (head->button, column->open ? "column-head" : "spine-head");
  add_actions (self, head);
  if (syn_session_get_pivot (self->session) != column->article)
    syn_compare_heads_add_drag (head->button, column->article);
  gtk_widget_set_parent (head->button, GTK_WIDGET (self));
  return head;
}

static gboolean
has_languages (SynSession *session)
{
  GListModel *sources = syn_session_get_sources (session);
  const char *first = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (SynSource) source = g_list_model_get_item (sources, i);
      const char *language = syn_article_get_language (syn_source_get_article (source));

      if (first != NULL && language != NULL && strcmp (first, language) != 0)
        return TRUE;
      first = first != NULL ? first : language;
    }
  return FALSE;
}

static void
add_part (GString *line, const char *part)
{
  if (part != NULL)
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

static char *
second_line (SynCompareHeads *self, SynSource *source)
{
  g_autofree char *time = syn_describe_time (self->session, syn_source_get_index (source), FALSE);
  g_autoptr (GString) line = g_string_new (syn_source_get_pivot (source) ? _ ("Pivot") : NULL);

  add_part (line, time);
  /* Which one it is, is worth saying where there are several. */
  if (has_languages (self->session))
    add_part (line, syn_article_get_language (syn_source_get_article (source)));
  if (syn_source_get_copies (source) != NULL)
    {
      g_autofree char *mostly = g_strdup_printf (_ ("mostly %s"), syn_source_get_copies (source));

      add_part (line, mostly);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* "5 conflicts, 28 open claims" */
static char *
describe_counts (SynSource *source)
{
  g_autofree char *conflicts
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u conflict", "%u conflicts",
                                      syn_source_get_n_conflicts (source)),
                         syn_source_get_n_conflicts (source));
  g_autofree char *open
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u open claim", "%u open claims",
                                      syn_source_get_n_open (source)),
                         syn_source_get_n_open (source));

  return g_strdup_printf ("%s, %s", conflicts, open);
}

static char *
accessible_name (SynSource *source, const char *second, const char *counts)
{
  if (*second == '\0')
    return g_strdup_printf ("%s, %s", syn_source_get_name (source), counts);
  return g_strdup_printf ("%s, %s, %s", syn_source_get_name (source), second, counts);
}

static void
set_tooltip (Head *head, SynSource *source, const char *second, const char *counts)
{
  const char *title = syn_article_get_title (syn_source_get_article (source));
  const char *name = syn_source_get_name (source);
  g_autoptr (GString) tip = g_string_new (name);

  if (*second != '\0')
    g_string_append_printf (tip, "\n%s", second);
  if (title != NULL && strcmp (title, name) != 0)
    g_string_append_printf (tip, "\n%s", title);
  g_string_append_printf (tip, "\n%s", counts);
  syn_compat_set_tooltip (head->button, tip->str);
}

/* A time fits into a spine, a day does not in every language. */
static void
hide_if_too_wide (GtkWidget *label, int width)
{
  int wanted = 0;

  gtk_widget_set_visible (label, TRUE);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
  gtk_widget_set_visible (label, wanted <= width && *gtk_label_get_text (GTK_LABEL (label)) != '\0');
}

static void
update_head (SynCompareHeads *self, Head *head)
{
  SynSource *source = syn_session_find_source (self->session, head->article);
  g_autofree char *second = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *name = NULL;

  if (source == NULL)
    return;
  second = second_line (self, source);
  counts = describe_counts (source);
  name = accessible_name (source, second, counts);
  set_tooltip (head, source, second, counts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (head->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  if (head->counts != NULL)
    {
      g_autofree char *conflicts = g_strdup_printf ("%u", syn_source_get_n_conflicts (source));
      g_autofree char *open = g_strdup_printf ("%u", syn_source_get_n_open (source));

      gtk_label_set_text (GTK_LABEL (head->outlet), syn_source_get_name (source));
      gtk_label_set_text (GTK_LABEL (head->second), second);
      gtk_label_set_text (GTK_LABEL (head->conflicts), conflicts);
      gtk_label_set_text (GTK_LABEL (head->open), open);
      gtk_widget_set_visible (head->pin, syn_source_get_pivot (source));
      gtk_widget_set_visible (head->lock, syn_source_get_place_locked (source) && !syn_source_get_pivot (source));
    }
  else
    {
      g_autofree char *time = syn_describe_time (self->session, head->article, TRUE);

      gtk_label_set_text (GTK_LABEL (head->outlet), syn_source_get_initials (source));
      gtk_label_set_text (GTK_LABEL (head->second), time != NULL ? time : "");
      hide_if_too_wide (head->second,
                        syn_compare_scaled (SYN_COMPARE_SPINE, self->frame->scale) - 4);
    }
  set_enabled (head, "pivot", !syn_source_get_pivot (source));
  set_enabled (head, "hide", !syn_source_get_pivot (source));
  set_enabled (head, "left", find_neighbour (self, head->article, -1) >= 0);
  set_enabled (head, "right", find_neighbour (self, head->article, 1) >= 0);
}

void
syn_compare_heads_update (SynCompareHeads *self)
{
  g_return_if_fail (SYN_IS_COMPARE_HEADS (self));

  for (guint i = 0; i < self->heads->len; i++)
    update_head (self, g_ptr_array_index (self->heads, i));
}

void
syn_compare_heads_rebuild (SynCompareHeads *self)
{
  g_return_if_fail (SYN_IS_COMPARE_HEADS (self));

  g_ptr_array_set_size (self->heads, 0);
  for (guint i = 0; i < self->frame->columns->len && !self->frame->narrow; i++)
    {
      const SynCompareColumn *column = &g_array_index (self->frame->columns, SynCompareColumn, i);

      /* The spines come last and are all as wide. */
      if (!column->open && column->width < SYN_COMPARE_SPINE_LEAST)
        break;
      g_ptr_array_add (self->heads, make_head (self, column));
    }
  syn_compare_heads_update (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
syn_compare_heads_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  SynCompareHeads *self = SYN_COMPARE_HEADS (widget);
  int most = self->frame->narrow ? 0 : HEIGHT;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  for (guint i = 0; i < self->heads->len; i++)
    {
      Head *head = g_ptr_array_index (self->heads, i);
      int height = 0;

      gtk_widget_measure (head->button, orientation, -1, &height, NULL, NULL, NULL);
      most = MAX (most, height + 1);
    }
  *minimum = *natural = most;
}

static void
syn_compare_heads_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SynCompareHeads *self = SYN_COMPARE_HEADS (widget);

  for (guint i = 0; i < self->heads->len && i < self->frame->columns->len; i++)
    {
      Head *head = g_ptr_array_index (self->heads, i);
      const SynCompareColumn *column = &g_array_index (self->frame->columns, SynCompareColumn, i);
      int x = column->x;
      int least = 0;

      gtk_widget_measure (head->button, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      least = MAX (column->width, least);
      /* Initials wider than their spine stand over its middle. */
      x -= (least - column->width) / 2;
      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        x = width - x - least;
      gtk_widget_size_allocate (head->button, &(GtkAllocation){ x, 0, least, MAX (height - 1, 1) },
                                -1);
    }
}

static void
syn_compare_heads_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SynCompareHeads *self = SYN_COMPARE_HEADS (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  gtk_snapshot_append_color (snapshot, syn_palette_get (widget, SYN_COLOR_WINDOW),
                             &GRAPHENE_RECT_INIT (0, 0, width, height));
  GTK_WIDGET_CLASS (syn_compare_heads_parent_class)->snapshot (widget, snapshot);
  gtk_snapshot_append_color (snapshot, syn_palette_get (widget, SYN_COLOR_RULE),
                             &GRAPHENE_RECT_INIT (0, height - 1, width, 1));
  for (guint i = 0; i < self->frame->columns->len; i++)
    {
      const SynCompareColumn *column = &g_array_index (self->frame->columns, SynCompareColumn, i);
      int x = column->x;

      if (column->open)
        continue;
      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        x = width - x - 1;
      gtk_snapshot_append_color (snapshot, syn_palette_get (widget, SYN_COLOR_RULE),
                                 &GRAPHENE_RECT_INIT (x, 0, 1, height));
    }
}

static void
syn_compare_heads_dispose (GObject *object)
{
  g_ptr_array_set_size (SYN_COMPARE_HEADS (object)->heads, 0);
  G_OBJECT_CLASS (syn_compare_heads_parent_class)->dispose (object);
}

static void
syn_compare_heads_finalize (GObject *object)
{
  g_ptr_array_unref (SYN_COMPARE_HEADS (object)->heads);
  G_OBJECT_CLASS (syn_compare_heads_parent_class)->finalize (object);
}

static void
syn_compare_heads_class_init (SynCompareHeadsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syn_compare_heads_dispose;
  object_class->finalize = syn_compare_heads_finalize;
  widget_class->measure = syn_compare_heads_measure;
  widget_class->size_allocate = syn_compare_heads_size_allocate;
  widget_class->snapshot = syn_compare_heads_snapshot;
  gtk_widget_class_set_css_name (widget_class, "compareheads");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
syn_compare_heads_init (SynCompareHeads *self)
{
  self->heads = g_ptr_array_new_with_free_func (head_free);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sources"), -1);
  syn_palette_watch (GTK_WIDGET (self));
}

GtkWidget *
syn_compare_heads_new (SynSession *session, const SynCompareFrame *frame)
{
  SynCompareHeads *self = g_object_new (SYN_TYPE_COMPARE_HEADS, NULL);

  self->session = session;
  self->frame = frame;
  syn_compare_heads_accept_drops (self);
  return GTK_WIDGET (self);
}

void
syn_compare_heads_drop (SynCompareHeads *self, guint article, double x)
{
  const GArray *columns = self->frame->columns;
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x;
  /* The pivot stands first whatever is dropped on it. */
  for (guint i = 1; i < columns->len; i++)
    {
      const SynCompareColumn *column = &g_array_index (columns, SynCompareColumn, i);

      if (x >= column->x + column->width && i + 1 < columns->len)
        continue;
      if (column->article != article)
        {
          gboolean open = column->open;

          syn_session_move_source (self->session, find_position (self, article),
                                   find_position (self, column->article));
          if (open)
            syn_session_call_source (self->session, article);
          else
            syn_session_release_source (self->session, article);
        }
      return;
    }
}
