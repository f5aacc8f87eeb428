/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-claim-list.h"

#include <glib/gi18n-lib.h>

#include "syn-claim-filter-bar.h"
#include "syn-claim-item.h"
#include "syn-claim-row.h"
#include "syn-compat.h"
#include "syn-format.h"
#include "syn-gradual-model.h"

typedef int (*CompareItems) (SynClaimItem *a, SynClaimItem *b);

struct _SynClaimList
{
  GtkWidget parent_instance;
  SynSession *session;
  GListStore *items;
  GtkCustomFilter *filter;
  GtkCustomSorter *sorter;
  GtkFilterListModel *filtered;
  SynGradualModel *shown; /* of these, what there are rows for */
  GtkMultiSelection *selection;
  CompareItems compare;
  gboolean following; /* the session's selection, not the reader's click */
  SynComparison *filled_for; /* whose claims the items are; only compared */

  GtkLabel *count;
  GtkLabel *progress;
  GtkToggleButton *filter_button;
  GtkMenuButton *menu_button;
  GMenuModel *menu;   /* of a claim */
  GtkWidget *popover; /* the same, once it was opened */
  SynClaimFilterBar *bar;
  GtkStack *stack;
  GtkListView *view;
  GtkLabel *empty_label;
  GtkWidget *reset_button;
};

enum
{
  COUNTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SynClaimList, syn_claim_list, GTK_TYPE_WIDGET)

/* Notifications of one change come in no order to rely on: until the new claims are in, the items are of the old
 * ones. */
static gboolean
is_stale (SynClaimList *self)
{
  return self->session == NULL
         || self->filled_for != syn_session_get_comparison (self->session);
}

static guint
miss (SynClaimList *self, SynClaimItem *item)
{
  const SynClaimFilter *filter = syn_claim_filter_bar_get_filter (self->bar);

  return syn_claim_filter_miss (filter, self->session, syn_claim_item_get_claim (item),
                                filter->words != NULL ? syn_claim_item_get_words (item, self->session) : NULL);
}

static gboolean
match_cb (gpointer object, gpointer user_data)
{
  return is_stale (user_data) || miss (user_data, object) == 0;
}

static int
compare_reading (SynClaimItem *a, SynClaimItem *b)
{
  const guint x = syn_claim_item_get_row (a), y = syn_claim_item_get_row (b);

  return (x > y) - (x < y);
}

static int
compare_conflict (SynClaimItem *a, SynClaimItem *b)
{
  return (int) syn_claim_item_in_conflict (b) - (int) syn_claim_item_in_conflict (a);
}

static int
compare_sources (SynClaimItem *a, SynClaimItem *b)
{
  return (int) syn_claim_item_get_n_sources (b) - (int) syn_claim_item_get_n_sources (a);
}

static int
compare_time (SynClaimItem *a, SynClaimItem *b)
{
  const gint64 x = syn_claim_item_get_time (a), y = syn_claim_item_get_time (b);

  return (x > y) - (x < y);
}

static int
compare_open (SynClaimItem *a, SynClaimItem *b)
{
  return (int) syn_claim_item_is_open (b) - (int) syn_claim_item_is_open (a);
}

static const struct
{
  const char *name;
  CompareItems compare;
} sorts[] = {
  { "conflict", compare_conflict }, { "reading", compare_reading }, { "sources", compare_sources },
  { "time", compare_time },         { "open", compare_open },
};

/* Whatever comes first, equal ones stand as they are read. */
static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  SynClaimList *self = user_data;
  SynClaimItem *x = SYN_CLAIM_ITEM ((gpointer) a), *y = SYN_CLAIM_ITEM ((gpointer) b);
  int order = self->compare (x, y);

  return order != 0 ? order : compare_reading (x, y);
}

static void
update_count (SynClaimList *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autofree char *text = shown == all ? g_strdup_printf ("%u", all)
                                       : g_strdup_printf (_ ("%u of %u"), shown, all);
  g_autofree char *progress = all > 0 && !is_stale (self) ? syn_format_progress (self->session) : NULL;

  g_signal_emit (self, signals[COUNTED], 0, shown, all);
  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), progress != NULL);
  gtk_label_set_text (self->progress, progress != NULL ? progress : "");
  gtk_stack_set_visible_child_name (self->stack, shown > 0 ? "list" : "empty");
  gtk_widget_set_visible (self->reset_button, all > 0);
  gtk_label_set_text (self->empty_label,
                      all > 0 ? _ ("No claim fits the filter.")
                      : syn_session_get_comparison (self->session) != NULL
                          ? _ ("These sources have no statement in common.")
                          : _ ("The sources have not been compared yet."));
}

/* How many claims each choice of the filter would leave. */
static void
update_facets (SynClaimList *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autofree guint *misses = NULL;

  if (is_stale (self) || !gtk_toggle_button_get_active (self->filter_button))
    return;
  misses = g_new0 (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SynClaimItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      misses[syn_claim_item_get_claim (item)] = miss (self, item);
    }
  syn_claim_filter_bar_count (self->bar, self->session, misses, n);
}

static guint
find_position (SynClaimList *self, gint claim)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->filtered)); i++)
    {
      g_autoptr (SynClaimItem) item = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);

      if ((gint) syn_claim_item_get_claim (item) == claim)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static guint
current_position (SynClaimList *self)
{
  return is_stale (self) ? GTK_INVALID_LIST_POSITION
                         : find_position (self, syn_session_get_selected_claim (self->session));
}

/* The session's claim is the selected one; of several that the reader chose it is one, and they stay chosen. */
static void
follow_session (SynClaimList *self)
{
  guint position = current_position (self);
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);
  guint n_chosen;

  g_object_get (self->session, "n-chosen", &n_chosen, NULL);
  if (n_chosen > 0 && position != GTK_INVALID_LIST_POSITION && gtk_selection_model_is_selected (model, position))
    return;
  self->following = TRUE;
  if (position != GTK_INVALID_LIST_POSITION)
    {
      syn_gradual_model_reach (self->shown, position);
      gtk_selection_model_select_item (model, position, TRUE);
    }
  else
    gtk_selection_model_unselect_all (model);
  self->following = FALSE;
  syn_session_set_chosen (self->session, NULL);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

/* One claim is gone to; several are chosen for a command, and the reader stays where she is, at one of them. */
static void
selected_cb (SynClaimList *self)
{
  g_autoptr (GtkBitset) set = NULL;
  g_autoptr (GArray) claims = NULL;
  GtkBitsetIter iter;
  gboolean more;
  guint position;
  gint selected = syn_session_get_selected_claim (self->session);
  gboolean with_selected = FALSE;

  if (self->following || is_stale (self))
    return;
  set = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  claims = g_array_new (FALSE, FALSE, sizeof (guint));
  for (more = gtk_bitset_iter_init_first (&iter, set, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (SynClaimItem) item = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);
      guint claim = syn_claim_item_get_claim (item);

      g_array_append_val (claims, claim);
      with_selected = with_selected || (gint) claim == selected;
    }
  syn_session_set_chosen (self->session, claims);
  if (claims->len > 0 && (claims->len == 1 || !with_selected))
    syn_session_select_claim (self->session, (gint) g_array_index (claims, guint, claims->len - 1));
}

static void
activate_cb (SynClaimList *self, guint position)
{
  g_autoptr (SynClaimItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  syn_session_select_claim (self->session, (gint) syn_claim_item_get_claim (item));
}

static void
refilter (SynClaimList *self)
{
  if (is_stale (self))
    return;
  self->following = TRUE;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  self->following = FALSE;
  update_count (self);
  update_facets (self);
  follow_session (self);
}

static void
show_filter_state (SynClaimList *self)
{
  if (syn_claim_filter_is_empty (syn_claim_filter_bar_get_filter (self->bar)))
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "filtering");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "filtering");
}

static void
filter_changed_cb (SynClaimList *self)
{
  show_filter_state (self);
  refilter (self);
}

static void
reset_cb (SynClaimList *self)
{
  const SynClaimFilter none = { 0 };

  syn_claim_filter_bar_set_filter (self->bar, &none);
}

static void
stop_filter_cb (SynClaimList *self)
{
  reset_cb (self);
  gtk_toggle_button_set_active (self->filter_button, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
fill_bar (SynClaimList *self)
{
  syn_claim_filter_bar_fill (self->bar, self->session);
  show_filter_state (self);
  update_facets (self);
}

/* A new comparison: other claims, with other numbers. */
static void
fill (SynClaimList *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = 0;

  if (comparison != NULL)
    syn_comparison_get_claims (comparison, &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, syn_claim_item_new (self->session, i));
  self->following = TRUE;
  g_list_store_remove_all (self->items);
  self->filled_for = comparison;
  syn_claim_filter_bar_fill (self->bar, self->session);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  gtk_sorter_changed (GTK_SORTER (self->sorter), GTK_SORTER_CHANGE_DIFFERENT);
  self->following = FALSE;
  update_count (self);
  update_facets (self);
  follow_session (self);
}

static void
update_items (SynClaimList *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (SynClaimItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      syn_claim_item_update (item, self->session);
    }
}

static void
resort (SynClaimList *self)
{
  if (is_stale (self))
    return;
  self->following = TRUE;
  gtk_sorter_changed (GTK_SORTER (self->sorter), GTK_SORTER_CHANGE_DIFFERENT);
  self->following = FALSE;
  follow_session (self);
}

/* Other rows for the same claims: each may stand elsewhere now. */
static void
rows_cb (SynClaimList *self)
{
  if (is_stale (self))
    return;
  update_items (self);
  resort (self);
}

static void
revise (SynClaimList *self)
{
  /* An equal comparison with other names for its claims: the numbers still hold. */
  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0)
    self->filled_for = syn_session_get_comparison (self->session);
  if (is_stale (self))
    return;
  update_items (self);
  if (self->compare == compare_open)
    resort (self);
  fill_bar (self);
  refilter (self);
}

static void
popup_menu (SynClaimList *self, float x, float y)
{
  GtkPopover *popover = syn_compat_ensure_menu (GTK_WIDGET (self), &self->popover, self->menu);

  gtk_popover_set_pointing_to (popover, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (popover);
}

/* The menu is about the claim under the pointer, or about all that are chosen if that is one of them. */
static void
secondary_cb (GtkGestureClick *gesture, int n_press, double x, double y, SynClaimList *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  SynClaimItem *item = syn_claim_row_get_item (SYN_CLAIM_ROW (row));
  guint position = item != NULL ? find_position (self, (gint) syn_claim_item_get_claim (item))
                                : GTK_INVALID_LIST_POSITION;
  graphene_point_t at;

  if (position == GTK_INVALID_LIST_POSITION || self->menu == NULL)
    return;
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  if (!gtk_widget_compute_point (row, GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    return;
  popup_menu (self, at.x, at.y);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* The menu key, where there is no pointer. */
static void
show_menu (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SynClaimList *self = SYN_CLAIM_LIST (widget);
  graphene_rect_t bounds;

  if (self->menu == NULL || current_position (self) == GTK_INVALID_LIST_POSITION
      || !gtk_widget_compute_bounds (GTK_WIDGET (self->stack), widget, &bounds))
    return;
  popup_menu (self, bounds.origin.x + bounds.size.width / 2, bounds.origin.y);
}

static void
syn_claim_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SynClaimList *self = SYN_CLAIM_LIST (widget);

  GTK_WIDGET_CLASS (syn_claim_list_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, SynClaimList *self)
{
  GtkWidget *row = syn_claim_row_new ();
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect (gesture, "pressed", G_CALLBACK (secondary_cb), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (gesture));
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  syn_claim_row_set_item (SYN_CLAIM_ROW (gtk_list_item_get_child (item)),
                          gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  syn_claim_row_set_item (SYN_CLAIM_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
make_models (SynClaimList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSortListModel *sorted;

  self->items = g_list_store_new (SYN_TYPE_CLAIM_ITEM);
  self->sorter = gtk_custom_sorter_new (compare_cb, self, NULL);
  self->filter = gtk_custom_filter_new (match_cb, self, NULL);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->items)),
                                    GTK_SORTER (g_object_ref (self->sorter)));
  self->filtered = gtk_filter_list_model_new (G_LIST_MODEL (sorted),
                                              GTK_FILTER (g_object_ref (self->filter)));
  self->shown = syn_gradual_model_new (G_LIST_MODEL (g_object_ref (self->filtered)));
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (selected_cb), self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (factory);
}

static void
syn_claim_list_dispose (GObject *object)
{
  SynClaimList *self = SYN_CLAIM_LIST (object);
  GtkWidget *child;

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  self->popover = NULL;
  g_clear_object (&self->menu);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->filtered);
  g_clear_object (&self->items);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (syn_claim_list_parent_class)->dispose (object);
}

static void
syn_claim_list_class_init (SynClaimListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_claim_list_dispose;
  widget_class->size_allocate = syn_claim_list_size_allocate;
  g_type_ensure (SYN_TYPE_CLAIM_FILTER_BAR);
  gtk_widget_class_install_action (widget_class, "claim-list.menu", NULL, show_menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "claim-list.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "claim-list.menu", NULL);
  signals[COUNTED] = g_signal_new ("counted", SYN_TYPE_CLAIM_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/claim-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SynClaimList, count);
  gtk_widget_class_bind_template_child (widget_class, SynClaimList, filter_button);
  gtk_widget_class_bind_template_child (widget_class, SynClaimList, progress);
  gtk_widget_class_bind_template_child (widget_class, SynClaimList, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SynClaimList, bar);
  gtk_widget_class_bind_template_child (widget_class, SynClaimList, stack);
  gtk_widget_class_bind_template_child (widget_class, SynClaimList, view);
  gtk_widget_class_bind_template_child (widget_class, SynClaimList, empty_label);
  gtk_widget_class_bind_template_child (widget_class, SynClaimList, reset_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_facets);
}

static void
syn_claim_list_init (SynClaimList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->compare = compare_conflict;
  make_models (self);
}

void
syn_claim_list_set_session (SynClaimList *self, SynSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::comparison", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::rows", G_CALLBACK (rows_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::revision", G_CALLBACK (revise), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected-claim", G_CALLBACK (follow_session), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (syn_session_get_sources (session), "items-changed",
                           G_CALLBACK (fill_bar), self, G_CONNECT_SWAPPED);
  fill (self);
}

void
syn_claim_list_filter (SynClaimList *self)
{
  gtk_toggle_button_set_active (self->filter_button, TRUE);
  syn_claim_filter_bar_focus (self->bar);
}

const SynClaimFilter *
syn_claim_list_get_filter (SynClaimList *self)
{
  return syn_claim_filter_bar_get_filter (self->bar);
}

void
syn_claim_list_set_filter (SynClaimList *self, const SynClaimFilter *filter)
{
  gtk_toggle_button_set_active (self->filter_button, TRUE);
  syn_claim_filter_bar_set_filter (self->bar, filter);
}

void
syn_claim_list_set_sort (SynClaimList *self, const char *sort)
{
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (g_strcmp0 (sorts[i].name, sort) == 0)
      self->compare = sorts[i].compare;
  resort (self);
}

void
syn_claim_list_set_menus (SynClaimList *self, GMenuModel *list, GMenuModel *claim)
{
  syn_compat_set_menu (self->menu_button, list);
  g_set_object (&self->menu, claim);
}

guint
syn_claim_list_get_n_shown (SynClaimList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
}

static gint
get_claim_at (SynClaimList *self, guint position)
{
  g_autoptr (SynClaimItem) item = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);

  return item != NULL ? (gint) syn_claim_item_get_claim (item) : -1;
}

void
syn_claim_list_step (SynClaimList *self, int step)
{
  guint n = syn_claim_list_get_n_shown (self);
  guint at = current_position (self);

  if (n == 0)
    return;
  if (at == GTK_INVALID_LIST_POSITION)
    at = step > 0 ? n - 1 : 0;
  syn_session_select_claim (self->session, get_claim_at (self, (at + n + (guint) (step + (int) n)) % n));
}

guint
syn_claim_list_get_position (SynClaimList *self)
{
  guint at = current_position (self);

  return at == GTK_INVALID_LIST_POSITION ? 0 : at + 1;
}

gint
syn_claim_list_find_open (SynClaimList *self, gint claim, int step)
{
  const int n = (int) syn_claim_list_get_n_shown (self);
  const guint at = is_stale (self) ? GTK_INVALID_LIST_POSITION : find_position (self, claim);
  const int from = at == GTK_INVALID_LIST_POSITION ? (step > 0 ? -1 : n) : (int) at;

  for (int i = 1; i <= n; i++)
    {
      gint other = get_claim_at (self, (guint) (((from + step * i) % n + n) % n));

      if (other != claim && other >= 0 && syn_session_is_open (self->session, (guint) other))
        return other;
    }
  return -1;
}
