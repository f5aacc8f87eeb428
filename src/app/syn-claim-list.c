/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-claim-list.h"

#include <glib/gi18n-lib.h>

#include "syn-claim-row.h"
#include "syn-compat.h"

struct _SynClaimList
{
  GtkWidget parent_instance;
  SynSession *session;
  GListStore *items;
  GtkCustomFilter *filter;
  GtkCustomSorter *sorter;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  gboolean following; /* the session's selection, not the reader's click */
  char *needle;
  SynComparison *filled_for; /* whose claims the items are; only compared */

  GtkLabel *count;
  GtkToggleButton *filter_button;
  GtkSearchEntry *entry;
  GtkDropDown *verdict_filter;
  GtkDropDown *source_filter;
  GtkCheckButton *conflict_filter;
  GtkStack *stack;
  GtkListView *view;
  GtkLabel *empty_label;
  GtkWidget *reset_button;
};

G_DEFINE_FINAL_TYPE (SynClaimList, syn_claim_list, GTK_TYPE_WIDGET)

/* Notifications of one change come in no order to rely on: until the new claims are in, the items are of the old ones. */
static gboolean
is_stale (SynClaimList *self)
{
  return self->session == NULL
         || self->filled_for != syn_session_get_comparison (self->session);
}

static const SynClaim *
claim_of (SynClaimList *self, SynClaimItem *item)
{
  guint n;
  const SynClaim *claims
      = syn_comparison_get_claims (syn_session_get_comparison (self->session), &n);

  g_return_val_if_fail (syn_claim_item_get_claim (item) < n, NULL);
  return &claims[syn_claim_item_get_claim (item)];
}

/* Words of the wording and of every statement that makes the claim. */
static gboolean
has_words (SynClaimList *self, SynClaimItem *item)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  const SynClaim *claim = claim_of (self, item);
  g_autofree char *title = g_utf8_casefold (syn_claim_item_get_title (item), -1);

  if (strstr (title, self->needle) != NULL)
    return TRUE;
  for (guint i = 0; i < claim->statements->len; i++)
    {
      g_autofree char *text = syn_comparison_dup_statement_text (
          comparison, g_array_index (claim->statements, guint, i));
      g_autofree char *folded = g_utf8_casefold (text, -1);

      if (strstr (folded, self->needle) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_made_by (SynClaimList *self, const SynClaim *claim, guint position)
{
  g_autoptr (SynSource) source
      = g_list_model_get_item (syn_session_get_sources (self->session), position);

  return source != NULL && syn_source_get_index (source) < claim->stances->len
         && g_array_index (claim->stances, SynStance, syn_source_get_index (source))
                != SYN_STANCE_SILENT;
}

static gboolean
match_cb (gpointer object, gpointer user_data)
{
  SynClaimList *self = user_data;
  SynClaimItem *item = object;
  guint verdict = gtk_drop_down_get_selected (self->verdict_filter);
  guint source = gtk_drop_down_get_selected (self->source_filter);

  if (is_stale (self))
    return TRUE;
  if (verdict > 0 && verdict != GTK_INVALID_LIST_POSITION
      && syn_claim_item_get_verdict (item) != verdict - 1)
    return FALSE;
  if (source > 0 && source != GTK_INVALID_LIST_POSITION
      && !is_made_by (self, claim_of (self, item), source - 1))
    return FALSE;
  if (gtk_check_button_get_active (self->conflict_filter)
      && syn_session_get_conflict (self->session, syn_claim_item_get_claim (item)) == NULL)
    return FALSE;
  return self->needle == NULL || has_words (self, item);
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  SynClaimList *self = user_data;
  int conflict_x, conflict_y;
  guint x = syn_claim_item_get_claim (SYN_CLAIM_ITEM ((gpointer) a));
  guint y = syn_claim_item_get_claim (SYN_CLAIM_ITEM ((gpointer) b));
  SynRows *rows = syn_session_get_rows (self->session);

  if (is_stale (self))
    return 0;
  conflict_x = syn_session_get_conflict (self->session, x) == NULL;
  conflict_y = syn_session_get_conflict (self->session, y) == NULL;
  if (conflict_x != conflict_y)
    return conflict_x - conflict_y;
  return rows != NULL ? syn_rows_find_claim (rows, x) - syn_rows_find_claim (rows, y)
                      : (int) x - (int) y;
}

static void
update_count (SynClaimList *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autofree char *text = shown == all ? g_strdup_printf ("%u", all)
                                       : g_strdup_printf (_ ("%u of %u"), shown, all);

  gtk_label_set_text (self->count, text);
  gtk_stack_set_visible_child_name (self->stack, shown > 0 ? "list" : "empty");
  gtk_widget_set_visible (self->reset_button, all > 0);
  gtk_label_set_text (self->empty_label,
                      all > 0 ? _ ("No claim fits the filter.")
                      : syn_session_get_comparison (self->session) != NULL
                          ? _ ("These sources have no statement in common.")
                          : _ ("The sources have not been compared yet."));
}

static void
follow_session (SynClaimList *self)
{
  gint claim = syn_session_get_selected_claim (self->session);
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (SynClaimItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if ((gint) syn_claim_item_get_claim (item) == claim)
        position = i;
    }
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
selected_cb (SynClaimList *self)
{
  SynClaimItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (!self->following && item != NULL)
    syn_session_select_claim (self->session, (gint) syn_claim_item_get_claim (item));
}

static void
activate_cb (SynClaimList *self, guint position)
{
  g_autoptr (SynClaimItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  syn_session_select_claim (self->session, (gint) syn_claim_item_get_claim (item));
}

static void
filter_changed_cb (SynClaimList *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (is_stale (self))
    return;
  g_clear_pointer (&self->needle, g_free);
  if (*text != '\0')
    self->needle = g_utf8_casefold (text, -1);
  self->following = TRUE;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  self->following = FALSE;
  update_count (self);
  follow_session (self);
}

static void
reset_cb (SynClaimList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_drop_down_set_selected (self->verdict_filter, 0);
  gtk_drop_down_set_selected (self->source_filter, 0);
  gtk_check_button_set_active (self->conflict_filter, FALSE);
  filter_changed_cb (self);
}

static void
stop_filter_cb (SynClaimList *self)
{
  reset_cb (self);
  gtk_toggle_button_set_active (self->filter_button, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
fill_sources (SynClaimList *self)
{
  GListModel *sources = syn_session_get_sources (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Any source"));
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (SynSource) source = g_list_model_get_item (sources, i);

      gtk_string_list_append (names, syn_source_get_name (source));
    }
  gtk_drop_down_set_model (self->source_filter, G_LIST_MODEL (names));
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
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  gtk_sorter_changed (GTK_SORTER (self->sorter), GTK_SORTER_CHANGE_DIFFERENT);
  self->following = FALSE;
  update_count (self);
  follow_session (self);
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

static void
revise (SynClaimList *self)
{
  /* An equal comparison with other names for its claims: the numbers still hold. */
  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0)
    self->filled_for = syn_session_get_comparison (self->session);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (SynClaimItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      syn_claim_item_update (item, self->session);
    }
  filter_changed_cb (self);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, syn_claim_row_new ());
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
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->filtered));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
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
  g_clear_object (&self->selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->items);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (syn_claim_list_parent_class)->dispose (object);
}

static void
syn_claim_list_finalize (GObject *object)
{
  g_free (SYN_CLAIM_LIST (object)->needle);
  G_OBJECT_CLASS (syn_claim_list_parent_class)->finalize (object);
}

static void
syn_claim_list_class_init (SynClaimListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_claim_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = syn_claim_list_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/claim-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SynClaimList, count);
  gtk_widget_class_bind_template_child (widget_class, SynClaimList, filter_button);
  gtk_widget_class_bind_template_child (widget_class, SynClaimList, entry);
  gtk_widget_class_bind_template_child (widget_class, SynClaimList, verdict_filter);
  gtk_widget_class_bind_template_child (widget_class, SynClaimList, source_filter);
  gtk_widget_class_bind_template_child (widget_class, SynClaimList, conflict_filter);
  gtk_widget_class_bind_template_child (widget_class, SynClaimList, stack);
  gtk_widget_class_bind_template_child (widget_class, SynClaimList, view);
  gtk_widget_class_bind_template_child (widget_class, SynClaimList, empty_label);
  gtk_widget_class_bind_template_child (widget_class, SynClaimList, reset_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_filter_cb);
}

static void
syn_claim_list_init (SynClaimList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  syn_compat_name_button (GTK_WIDGET (self->verdict_filter), _ ("Verdict"));
  syn_compat_name_button (GTK_WIDGET (self->source_filter), _ ("Source"));
  make_models (self);
}

void
syn_claim_list_set_session (SynClaimList *self, SynSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::comparison", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::rows", G_CALLBACK (resort), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::revision", G_CALLBACK (revise), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected-claim", G_CALLBACK (follow_session), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (syn_session_get_sources (session), "items-changed",
                           G_CALLBACK (fill_sources), self, G_CONNECT_SWAPPED);
  fill_sources (self);
  fill (self);
}

void
syn_claim_list_filter (SynClaimList *self)
{
  gtk_toggle_button_set_active (self->filter_button, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

guint
syn_claim_list_get_n_shown (SynClaimList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
}

void
syn_claim_list_step (SynClaimList *self, int step)
{
  guint n = syn_claim_list_get_n_shown (self);
  guint at = gtk_single_selection_get_selected (self->selection);

  if (n == 0)
    return;
  if (at == GTK_INVALID_LIST_POSITION)
    at = step > 0 ? n - 1 : 0;
  gtk_single_selection_set_selected (self->selection, (at + n + (guint) (step + (int) n)) % n);
}

guint
syn_claim_list_get_position (SynClaimList *self)
{
  guint at = gtk_single_selection_get_selected (self->selection);

  return at == GTK_INVALID_LIST_POSITION ? 0 : at + 1;
}
