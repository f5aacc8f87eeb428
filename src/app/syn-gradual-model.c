/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-gradual-model.h"

struct _SynGradualModel
{
  GObject parent_instance;
  GListModel *model;
  guint n; /* handed over */
  guint source;
};

static GType
syn_gradual_model_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (SYN_GRADUAL_MODEL (model)->model);
}

static guint
syn_gradual_model_get_n_items (GListModel *model)
{
  return SYN_GRADUAL_MODEL (model)->n;
}

static gpointer
syn_gradual_model_get_item (GListModel *model, guint position)
{
  SynGradualModel *self = SYN_GRADUAL_MODEL (model);

  return position < self->n ? g_list_model_get_item (self->model, position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = syn_gradual_model_get_item_type;
  iface->get_n_items = syn_gradual_model_get_n_items;
  iface->get_item = syn_gradual_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SynGradualModel, syn_gradual_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
grow (SynGradualModel *self, guint n)
{
  guint before = self->n;

  self->n = MIN (n, g_list_model_get_n_items (self->model));
  if (self->n > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->n - before);
}

static gboolean
grow_cb (gpointer user_data)
{
  SynGradualModel *self = user_data;

  grow (self, self->n + SYN_GRADUAL_STEP);
  if (self->n < g_list_model_get_n_items (self->model))
    return G_SOURCE_CONTINUE;
  self->source = 0;
  return G_SOURCE_REMOVE;
}

static void
queue_grow (SynGradualModel *self)
{
  if (self->source == 0 && self->n < g_list_model_get_n_items (self->model))
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, grow_cb, self, NULL);
}

/* What was handed over and stays is not announced again; of what is new no more than one step is. */
static void
changed_cb (SynGradualModel *self, guint position, guint removed, guint added)
{
  guint before = self->n;

  if (position > before || (position == before && added > 0 && before > 0))
    {
      queue_grow (self);
      return;
    }
  removed = MIN (removed, before - position);
  if (added > SYN_GRADUAL_STEP)
    {
      removed = before - position;
      added = SYN_GRADUAL_STEP;
    }
  self->n = before - removed + added;
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  queue_grow (self);
}

static void
syn_gradual_model_dispose (GObject *object)
{
  SynGradualModel *self = SYN_GRADUAL_MODEL (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  G_OBJECT_CLASS (syn_gradual_model_parent_class)->dispose (object);
}

static void
syn_gradual_model_finalize (GObject *object)
{
  g_clear_object (&SYN_GRADUAL_MODEL (object)->model);
  G_OBJECT_CLASS (syn_gradual_model_parent_class)->finalize (object);
}

static void
syn_gradual_model_class_init (SynGradualModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = syn_gradual_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = syn_gradual_model_finalize;
}

static void
syn_gradual_model_init (SynGradualModel *self)
{
}

SynGradualModel *
syn_gradual_model_new (GListModel *model)
{
  SynGradualModel *self = g_object_new (SYN_TYPE_GRADUAL_MODEL, NULL);

  self->model = model;
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (changed_cb), self);
  self->n = MIN (g_list_model_get_n_items (model), SYN_GRADUAL_STEP);
  queue_grow (self);
  return self;
}

void
syn_gradual_model_reach (SynGradualModel *self, guint position)
{
  if (position >= self->n)
    grow (self, position + 1);
}
