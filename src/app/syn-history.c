/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-history.h"

#define PLACES_MOST 200
/* Statements of one article that are no farther apart are neighbours. */
#define NEAR 2

struct _SynHistory
{
  GObject parent_instance;

  SynSession *session;
  GArray *places; /* guint: statements, oldest first */
  guint at;       /* the place the reader is at */
  gboolean going;
};

enum
{
  PROP_0,
  PROP_CAN_BACK,
  PROP_CAN_FORWARD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SynHistory, syn_history, G_TYPE_OBJECT)

static void
notify_all (SynHistory *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_BACK]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_FORWARD]);
}

static gboolean
share_claim (SynComparison *comparison, guint a, guint b)
{
  guint n_a, n_b;
  const guint *of_a = syn_comparison_claims_of (comparison, a, &n_a);
  const guint *of_b = syn_comparison_claims_of (comparison, b, &n_b);

  for (guint i = 0; i < n_a; i++)
    for (guint k = 0; k < n_b; k++)
      if (of_a[i] == of_b[k])
        return TRUE;
  return FALSE;
}

static gboolean
is_jump (SynComparison *comparison, guint from, guint to)
{
  const SynStatement *a = syn_comparison_get_statement (comparison, from);
  const SynStatement *b = syn_comparison_get_statement (comparison, to);

  if (a->article == b->article)
    return from > to + NEAR || to > from + NEAR;
  return !share_claim (comparison, from, to);
}

static void
active_changed_cb (SynHistory *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  gint active = syn_session_get_active_statement (self->session);
  guint place = (guint) active;

  if (self->going || comparison == NULL || active < 0 || place >= syn_comparison_get_n_statements (comparison))
    return;
  if (self->places->len == 0)
    g_array_append_val (self->places, place);
  else if (!is_jump (comparison, g_array_index (self->places, guint, self->at), place))
    g_array_index (self->places, guint, self->at) = place;
  else
    {
      /* From here on it goes another way. */
      g_array_set_size (self->places, self->at + 1);
      g_array_append_val (self->places, place);
      if (self->places->len > PLACES_MOST)
        g_array_remove_index (self->places, 0);
      self->at = self->places->len - 1;
    }
  notify_all (self);
}

/* Statements of another corpus are others; those of the same one keep their numbers. */
static void
corpus_changed_cb (SynHistory *self)
{
  g_array_set_size (self->places, 0);
  self->at = 0;
  notify_all (self);
}

gboolean
syn_history_can_go (SynHistory *self, gint step)
{
  gint to;

  g_return_val_if_fail (SYN_IS_HISTORY (self), FALSE);

  to = (gint) self->at + step;
  return to >= 0 && to < (gint) self->places->len;
}

gboolean
syn_history_go (SynHistory *self, gint step)
{
  SynComparison *comparison;
  guint place;

  g_return_val_if_fail (SYN_IS_HISTORY (self), FALSE);

  comparison = syn_session_get_comparison (self->session);
  if (comparison == NULL || !syn_history_can_go (self, step))
    return FALSE;
  self->at = (guint) ((gint) self->at + step);
  place = g_array_index (self->places, guint, self->at);
  if (place < syn_comparison_get_n_statements (comparison))
    {
      self->going = TRUE;
      syn_session_reveal (self->session, place);
      self->going = FALSE;
    }
  notify_all (self);
  return TRUE;
}

static void
syn_history_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CAN_BACK || id == PROP_CAN_FORWARD)
    g_value_set_boolean (value, syn_history_can_go (SYN_HISTORY (object), id == PROP_CAN_BACK ? -1 : 1));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
syn_history_finalize (GObject *object)
{
  SynHistory *self = SYN_HISTORY (object);

  g_clear_object (&self->session);
  g_array_unref (self->places);
  G_OBJECT_CLASS (syn_history_parent_class)->finalize (object);
}

static void
syn_history_class_init (SynHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = syn_history_get_property;
  object_class->finalize = syn_history_finalize;
  properties[PROP_CAN_BACK]
      = g_param_spec_boolean ("can-back", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_FORWARD]
      = g_param_spec_boolean ("can-forward", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
syn_history_init (SynHistory *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
}

SynHistory *
syn_history_new (SynSession *session)
{
  SynHistory *self = g_object_new (SYN_TYPE_HISTORY, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::active-statement", G_CALLBACK (active_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::corpus", G_CALLBACK (corpus_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
