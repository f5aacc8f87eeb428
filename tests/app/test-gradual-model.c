/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list view makes a widget for each item that it is told of: never many of them in one turn of the main loop. */
#include "config.h"

#include <gtk/gtk.h>

#include "syn-gradual-model.h"

/* What a view would know, from nothing but what it was told. */
typedef struct
{
  GListModel *model;
  GPtrArray *known;
  guint most; /* items in one announcement */
} View;

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, View *view)
{
  g_assert_cmpuint (position + removed, <=, view->known->len);
  if (removed > 0)
    g_ptr_array_remove_range (view->known, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (view->known, (gint) (position + i), g_list_model_get_item (model, position + i));
  g_assert_cmpuint (view->known->len, ==, g_list_model_get_n_items (model));
  view->most = MAX (view->most, added);
}

static void
check_known (View *view)
{
  for (guint i = 0; i < view->known->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (view->model, i);

      g_assert_true (item == g_ptr_array_index (view->known, i));
    }
}

static void
check_whole (View *view, GListStore *store)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  check_known (view);
  g_assert_cmpuint (view->known->len, ==, g_list_model_get_n_items (G_LIST_MODEL (store)));
  for (guint i = 0; i < view->known->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store), i);

      g_assert_true (item == g_ptr_array_index (view->known, i));
    }
}

static void
add (GListStore *store, guint position, guint removed, guint n)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, g_object_new (G_TYPE_OBJECT, NULL));
  g_list_store_splice (store, position, removed, items->pdata, n);
}

static SynGradualModel *
watch (View *view, GListStore *store)
{
  SynGradualModel *model = syn_gradual_model_new (G_LIST_MODEL (g_object_ref (store)));

  *view = (View){ G_LIST_MODEL (model), g_ptr_array_new_with_free_func (g_object_unref), 0 };
  changed_cb (view->model, 0, 0, g_list_model_get_n_items (view->model), view);
  view->most = 0;
  g_signal_connect (model, "items-changed", G_CALLBACK (changed_cb), view);
  return model;
}

static void
test_many (void)
{
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  View view;
  g_autoptr (SynGradualModel) model = watch (&view, store);

  add (store, 0, 0, 1000);
  g_assert_cmpuint (view.known->len, ==, SYN_GRADUAL_STEP);
  for (guint before = view.known->len; view.known->len < 1000; before = view.known->len)
    {
      g_assert_true (g_main_context_iteration (NULL, FALSE));
      g_assert_cmpuint (view.known->len - before, <=, SYN_GRADUAL_STEP);
    }
  g_assert_cmpuint (view.most, ==, SYN_GRADUAL_STEP);
  check_whole (&view, store);
  g_ptr_array_unref (view.known);
}

/* What is going to be selected must be there at once. */
static void
test_reach (void)
{
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  View view;
  g_autoptr (SynGradualModel) model = watch (&view, store);

  add (store, 0, 0, 100);
  syn_gradual_model_reach (model, 70);
  g_assert_cmpuint (view.known->len, ==, 71);
  syn_gradual_model_reach (model, 20);
  g_assert_cmpuint (view.known->len, ==, 71);
  check_whole (&view, store);
  g_ptr_array_unref (view.known);
}

static void
test_any_change (void)
{
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  View view;
  g_autoptr (SynGradualModel) model = watch (&view, store);

  for (guint i = 0; i < 2000; i++)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (store));
      guint position = (guint) g_test_rand_int_range (0, (gint32) n + 1);
      guint removed = (guint) g_test_rand_int_range (0, (gint32) (n - position) + 1);

      add (store, position, removed, (guint) g_test_rand_int_range (0, 60));
      check_known (&view);
      if (g_test_rand_int_range (0, 3) == 0)
        g_main_context_iteration (NULL, FALSE);
      if (i % 50 == 0)
        check_whole (&view, store);
    }
  g_assert_cmpuint (view.most, <=, SYN_GRADUAL_STEP);
  check_whole (&view, store);
  g_ptr_array_unref (view.known);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gradual-model/many", test_many);
  g_test_add_func ("/gradual-model/reach", test_reach);
  g_test_add_func ("/gradual-model/any-change", test_any_change);
  return g_test_run ();
}
