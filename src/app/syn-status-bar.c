/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-status-bar.h"

#include <glib/gi18n-lib.h>

#include "syn-format.h"

struct _SynStatusBar
{
  GtkWidget parent_instance;
  SynSession *session;
  char *view;
  gboolean unsaved;
  GtkLabel *place;
  GtkBox *counts;
  GtkLabel *saved;
  GtkLabel *count_labels[SYN_N_VERDICTS];
  GtkLabel *rest_label;  /* what is neither open nor has a verdict */
  GtkLabel *shown_label; /* how many claims the filter leaves */
};

G_DEFINE_FINAL_TYPE (SynStatusBar, syn_status_bar, GTK_TYPE_WIDGET)

static char *
describe_row (SynStatusBar *self, gint statement)
{
  SynRows *rows = syn_session_get_rows (self->session);

  if (rows == NULL)
    return g_strdup ("");
  if (statement < 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", syn_rows_get_n_rows (rows)),
        syn_rows_get_n_rows (rows));
  return g_strdup_printf (_ ("Row %u of %u"),
                          syn_rows_find_statement (rows, (guint) statement) + 1,
                          syn_rows_get_n_rows (rows));
}

static char *
describe_statement (SynStatusBar *self, gint statement)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  const SynStatement *of;
  SynSource *source;
  guint first, n;

  if (comparison == NULL || statement < 0)
    return g_strdup ("");
  of = syn_comparison_get_statement (comparison, (guint) statement);
  first = syn_comparison_get_first_statement (comparison, of->article, &n);
  source = syn_session_find_source (self->session, of->article);
  return g_strdup_printf (_ ("Statement %u of %u in %s"), (guint) statement - first + 1, n,
                          source != NULL ? syn_source_get_name (source) : "");
}

static void
update_place (SynStatusBar *self)
{
  gint statement = syn_session_get_active_statement (self->session);
  g_autofree char *text = NULL;

  if (syn_session_get_comparison (self->session) == NULL)
    text = g_strdup ("");
  else if (g_strcmp0 (self->view, "read") == 0)
    text = describe_statement (self, statement);
  else
    text = describe_row (self, statement);
  gtk_label_set_text (self->place, text);
}

static void
update_counts (SynStatusBar *self)
{
  static const char *const formats[SYN_N_VERDICTS]
      = { N_ ("%u open"), N_ ("%u confirmed"), N_ ("%u disputed"), N_ ("%u unverified") };
  SynComparison *comparison = syn_session_get_comparison (self->session);
  guint counts[SYN_N_VERDICTS] = { 0 };
  g_autoptr (GString) rest = g_string_new (NULL);
  guint n = 0, settled = 0, valued = 0;

  gtk_widget_set_visible (GTK_WIDGET (self->counts), comparison != NULL);
  if (comparison != NULL)
    syn_comparison_get_claims (comparison, &n);
  for (guint i = 0; i < n; i++)
    if (syn_session_is_open (self->session, i) || syn_session_get_verdict (self->session, i) != SYN_VERDICT_OPEN)
      counts[syn_session_get_verdict (self->session, i)]++;
    else if (syn_session_get_record (self->session, i)->settled)
      settled++;
    else
      valued++;
  for (guint i = 0; i < SYN_N_VERDICTS; i++)
    {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_autofree char *text = g_strdup_printf (_ (formats[i]), counts[i]);
#pragma GCC diagnostic pop

      gtk_label_set_text (self->count_labels[i], text);
    }
  if (valued > 0)
    g_string_append_printf (rest, _ ("%u on your scale"), valued);
  if (settled > 0)
    {
      if (rest->len > 0)
        g_string_append (rest, ", ");
      g_string_append_printf (rest, _ ("%u with nothing to decide"), settled);
    }
  gtk_label_set_text (self->rest_label, rest->str);
  gtk_widget_set_visible (GTK_WIDGET (self->rest_label), rest->len > 0);
}

static void
update_saved (SynStatusBar *self)
{
  SynCorpus *corpus = syn_session_get_corpus (self->session);

  gtk_label_set_text (self->saved, corpus == NULL  ? ""
                                   : self->unsaved ? _ ("Changes are not saved")
                                                   : _ ("All changes saved"));
}

static void
update (SynStatusBar *self)
{
  update_place (self);
  update_counts (self);
  update_saved (self);
}

static void
add_count (SynStatusBar *self, guint verdict)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (syn_verdict_icon (verdict));

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 14);
  gtk_widget_add_css_class (icon, syn_verdict_class (verdict));
  self->count_labels[verdict] = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count_labels[verdict]), "second");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count_labels[verdict]));
  gtk_box_append (self->counts, box);
}

static GtkLabel *
add_label (SynStatusBar *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "second");
  gtk_widget_set_visible (label, FALSE);
  gtk_box_append (self->counts, label);
  return GTK_LABEL (label);
}

static void
syn_status_bar_dispose (GObject *object)
{
  SynStatusBar *self = SYN_STATUS_BAR (object);
  GtkWidget *child;

  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (syn_status_bar_parent_class)->dispose (object);
}

static void
syn_status_bar_finalize (GObject *object)
{
  g_free (SYN_STATUS_BAR (object)->view);
  G_OBJECT_CLASS (syn_status_bar_parent_class)->finalize (object);
}

static void
syn_status_bar_class_init (SynStatusBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_status_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = syn_status_bar_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/status-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SynStatusBar, place);
  gtk_widget_class_bind_template_child (widget_class, SynStatusBar, counts);
  gtk_widget_class_bind_template_child (widget_class, SynStatusBar, saved);
}

static void
syn_status_bar_init (SynStatusBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown_label = add_label (self);
  for (guint verdict = 0; verdict < SYN_N_VERDICTS; verdict++)
    add_count (self, verdict);
  self->rest_label = add_label (self);
}

GtkWidget *
syn_status_bar_new (SynSession *session)
{
  SynStatusBar *self = g_object_new (SYN_TYPE_STATUS_BAR, NULL);
  static const char *const signals[]
      = { "notify::rows", "notify::active-statement", "notify::revision", "notify::corpus" };

  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (session, signals[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

void
syn_status_bar_set_view (SynStatusBar *self, const char *view)
{
  g_free (self->view);
  self->view = g_strdup (view);
  update_place (self);
}

void
syn_status_bar_set_unsaved (SynStatusBar *self, gboolean unsaved)
{
  self->unsaved = unsaved;
  update_saved (self);
}

void
syn_status_bar_set_shown (SynStatusBar *self, guint n_shown, guint n)
{
  g_autofree char *text
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u claim shown", "%u of %u claims shown", n), n_shown, n);

  gtk_label_set_text (self->shown_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->shown_label), n_shown < n);
}
