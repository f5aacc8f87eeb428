/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-claim-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "syn-compat.h"

/* One choice of a facet: its words, and how many claims it would show. */
#define SYN_TYPE_FACET_CHOICE (syn_facet_choice_get_type ())
G_DECLARE_FINAL_TYPE (SynFacetChoice, syn_facet_choice, SYN, FACET_CHOICE, GObject)

struct _SynFacetChoice
{
  GObject parent_instance;
  char *key; /* NULL: any */
  char *label;
  guint count;
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_COUNT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SynFacetChoice, syn_facet_choice, G_TYPE_OBJECT)

static void
syn_facet_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SynFacetChoice *self = SYN_FACET_CHOICE (object);

  if (id == PROP_LABEL)
    g_value_set_string (value, self->label);
  else if (id == PROP_COUNT)
    g_value_take_string (value, self->key != NULL ? g_strdup_printf ("%u", self->count) : g_strdup (""));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
syn_facet_choice_finalize (GObject *object)
{
  g_free (SYN_FACET_CHOICE (object)->key);
  g_free (SYN_FACET_CHOICE (object)->label);
  G_OBJECT_CLASS (syn_facet_choice_parent_class)->finalize (object);
}

static void
syn_facet_choice_class_init (SynFacetChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = syn_facet_choice_get_property;
  object_class->finalize = syn_facet_choice_finalize;
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_COUNT] = g_param_spec_string ("count", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
syn_facet_choice_init (SynFacetChoice *self)
{
}

static SynFacetChoice *
choice_new (const char *key, const char *label)
{
  SynFacetChoice *self = g_object_new (SYN_TYPE_FACET_CHOICE, NULL);

  self->key = g_strdup (key);
  self->label = g_strdup (label);
  return self;
}

struct _SynClaimFilterBar
{
  GtkWidget parent_instance;
  GtkSearchEntry *entry;
  GtkGrid *grid;
  SynSession *session; /* (nullable): of which the choices are */
  GtkDropDown *facets[SYN_N_FACETS]; /* none before they are asked for */
  SynClaimFilter filter;
  gboolean setting; /* by the program, not by the reader */
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_STOP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SynClaimFilterBar, syn_claim_filter_bar, GTK_TYPE_WIDGET)

static void
read_choices (SynClaimFilterBar *self)
{
  for (guint i = 0; i < SYN_N_FACETS && self->facets[i] != NULL; i++)
    {
      SynFacetChoice *choice = gtk_drop_down_get_selected_item (self->facets[i]);

      g_free (self->filter.keys[i]);
      self->filter.keys[i] = choice != NULL ? g_strdup (choice->key) : NULL;
    }
}

static void
changed_cb (SynClaimFilterBar *self)
{
  if (self->setting)
    return;
  read_choices (self);
  syn_claim_filter_set_words (&self->filter, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
stop_cb (SynClaimFilterBar *self)
{
  g_signal_emit (self, signals[SIGNAL_STOP], 0);
}

static GtkWidget *
make_bound_label (GtkListItem *item, const char *property, const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autoptr (GtkExpression) of_item = gtk_property_expression_new (GTK_TYPE_LIST_ITEM, NULL, "item");
  g_autoptr (GtkExpression) value
      = gtk_property_expression_new (SYN_TYPE_FACET_CHOICE, gtk_expression_ref (of_item), property);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  gtk_expression_bind (gtk_expression_ref (value), label, "label", item);
  return label;
}

/* In the button there is no room for the number, and it is the list's own anyway. */
static void
setup_button_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = make_bound_label (item, "label", NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *label = make_bound_label (item, "label", NULL);
  GtkWidget *count = make_bound_label (item, "count", "second");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_item_set_child (item, box);
}

static void
add_facet (SynClaimFilterBar *self, SynClaimFacet facet)
{
  g_autoptr (GtkListItemFactory) in_button = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) in_list = gtk_signal_list_item_factory_new ();
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);

  self->facets[facet] = GTK_DROP_DOWN (drop_down);
  g_signal_connect (in_button, "setup", G_CALLBACK (setup_button_cb), NULL);
  g_signal_connect (in_list, "setup", G_CALLBACK (setup_row_cb), NULL);
  gtk_drop_down_set_factory (self->facets[facet], in_button);
  gtk_drop_down_set_list_factory (self->facets[facet], in_list);
  gtk_widget_set_hexpand (drop_down, TRUE);
  syn_compat_set_tooltip (drop_down, syn_claim_facet_label (facet));
  syn_compat_name_button (drop_down, syn_claim_facet_label (facet));
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (changed_cb), self);
  gtk_grid_attach (self->grid, drop_down, (int) facet % 2, (int) facet / 2, 1, 1);
}

static void
syn_claim_filter_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  memset (SYN_CLAIM_FILTER_BAR (object)->facets, 0, sizeof SYN_CLAIM_FILTER_BAR (object)->facets);
  g_clear_object (&SYN_CLAIM_FILTER_BAR (object)->session);
  G_OBJECT_CLASS (syn_claim_filter_bar_parent_class)->dispose (object);
}

static void
syn_claim_filter_bar_finalize (GObject *object)
{
  syn_claim_filter_clear (&SYN_CLAIM_FILTER_BAR (object)->filter);
  G_OBJECT_CLASS (syn_claim_filter_bar_parent_class)->finalize (object);
}

static void
syn_claim_filter_bar_class_init (SynClaimFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_claim_filter_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = syn_claim_filter_bar_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SYN_TYPE_CLAIM_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_STOP]
      = g_signal_new ("stop", SYN_TYPE_CLAIM_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/claim-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SynClaimFilterBar, entry);
  gtk_widget_class_bind_template_child (widget_class, SynClaimFilterBar, grid);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
syn_claim_filter_bar_init (SynClaimFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

const SynClaimFilter *
syn_claim_filter_bar_get_filter (SynClaimFilterBar *self)
{
  return &self->filter;
}

/* The place of @key in the list of choices; of one that is not there any more 0, which is any. */
static guint
find_choice (GListModel *choices, const char *key)
{
  for (guint i = 0; key != NULL && i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (SynFacetChoice) choice = g_list_model_get_item (choices, i);

      if (g_strcmp0 (choice->key, key) == 0)
        return i;
    }
  return 0;
}

/* A list that is filled again while it is open would close. */
static gboolean
offers (GListModel *choices, const GPtrArray *values)
{
  if (choices == NULL || g_list_model_get_n_items (choices) != values->len + 1)
    return FALSE;
  for (guint i = 0; i < values->len; i++)
    {
      g_autoptr (SynFacetChoice) choice = g_list_model_get_item (choices, i + 1);
      const SynFacetValue *value = values->pdata[i];

      if (!g_str_equal (choice->key, value->key) || !g_str_equal (choice->label, value->label))
        return FALSE;
    }
  return TRUE;
}

static void
fill_facet (SynClaimFilterBar *self, SynClaimFacet facet, SynSession *session)
{
  g_autoptr (GPtrArray) values = syn_claim_facet_list_values (facet, session);
  g_autoptr (GListStore) choices = g_list_store_new (SYN_TYPE_FACET_CHOICE);
  g_autoptr (SynFacetChoice) any = choice_new (NULL, syn_claim_facet_any (facet));

  if (offers (gtk_drop_down_get_model (self->facets[facet]), values))
    return;
  g_list_store_append (choices, any);
  for (guint i = 0; i < values->len; i++)
    {
      const SynFacetValue *value = values->pdata[i];
      g_autoptr (SynFacetChoice) choice = choice_new (value->key, value->label);

      g_list_store_append (choices, choice);
    }
  gtk_drop_down_set_model (self->facets[facet], G_LIST_MODEL (choices));
  gtk_drop_down_set_selected (self->facets[facet],
                              find_choice (G_LIST_MODEL (choices), self->filter.keys[facet]));
}

/* Lists of choices are the dearest part of a window's start, and the reader may never filter. */
static void
make_facets (SynClaimFilterBar *self)
{
  if (self->facets[0] != NULL)
    return;
  self->setting = TRUE;
  for (guint i = 0; i < SYN_N_FACETS; i++)
    {
      add_facet (self, i);
      if (self->session != NULL)
        fill_facet (self, i, self->session);
    }
  self->setting = FALSE;
}

void
syn_claim_filter_bar_set_filter (SynClaimFilterBar *self, const SynClaimFilter *filter)
{
  make_facets (self);
  self->setting = TRUE;
  for (guint i = 0; i < SYN_N_FACETS; i++)
    gtk_drop_down_set_selected (self->facets[i],
                                find_choice (gtk_drop_down_get_model (self->facets[i]), filter->keys[i]));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), filter->words != NULL ? filter->words : "");
  self->setting = FALSE;
  changed_cb (self);
}

void
syn_claim_filter_bar_fill (SynClaimFilterBar *self, SynSession *session)
{
  g_set_object (&self->session, session);
  self->setting = TRUE;
  for (guint i = 0; i < SYN_N_FACETS && self->facets[i] != NULL; i++)
    fill_facet (self, i, session);
  self->setting = FALSE;
  read_choices (self);
}

void
syn_claim_filter_bar_count (SynClaimFilterBar *self, SynSession *session, const guint *misses, guint n_claims)
{
  make_facets (self);
  for (guint facet = 0; facet < SYN_N_FACETS; facet++)
    {
      GListModel *choices = gtk_drop_down_get_model (self->facets[facet]);

      for (guint i = 1; choices != NULL && i < g_list_model_get_n_items (choices); i++)
        {
          g_autoptr (SynFacetChoice) choice = g_list_model_get_item (choices, i);
          guint count = 0;

          for (guint claim = 0; claim < n_claims; claim++)
            count += (misses[claim] & ~(1u << facet)) == 0
                     && syn_claim_facet_has (facet, session, claim, choice->key);
          if (count == choice->count)
            continue;
          choice->count = count;
          g_object_notify_by_pspec (G_OBJECT (choice), properties[PROP_COUNT]);
        }
    }
}

void
syn_claim_filter_bar_focus (SynClaimFilterBar *self)
{
  make_facets (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
