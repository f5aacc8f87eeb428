/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-claim-parts.h"

#include "syn-compat.h"

SynClaimContext
syn_claim_context_init (SynSession *session, guint claim)
{
  guint n;
  SynComparison *comparison = syn_session_get_comparison (session);
  const SynClaim *claims = syn_comparison_get_claims (comparison, &n);

  return (SynClaimContext){ session, comparison, &claims[claim] };
}

gboolean
syn_claim_context_holds (const SynClaimContext *context, guint statement)
{
  for (guint i = 0; i < context->claim->statements->len; i++)
    if (g_array_index (context->claim->statements, guint, i) == statement)
      return TRUE;
  return FALSE;
}

gboolean
syn_claim_context_reaches (const SynClaimContext *context, const SynConflict *conflict)
{
  return syn_claim_context_holds (context, conflict->a) || syn_claim_context_holds (context, conflict->b);
}

void
syn_claim_box_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

GtkWidget *
syn_claim_label_new (const char *text, const char *style_class, gboolean wrap)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wrap);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (!wrap)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style_class);
  return label;
}

GtkWidget *
syn_claim_icon_new (const char *name, int size, const char *tooltip)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (name);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), size);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  syn_compat_set_tooltip (icon, tooltip);
  return icon;
}

static void
reveal_cb (GtkButton *button, gpointer user_data)
{
  SynSession *session = g_object_get_data (G_OBJECT (button), "session");

  syn_session_reveal (session, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "statement")));
}

/* GTK 4.8 takes no name from what stands in a button. */
static void
name_jump (const SynClaimContext *context, guint statement, GtkWidget *button)
{
  guint article = syn_comparison_get_statement (context->comparison, statement)->article;
  SynSource *source = syn_session_find_source (context->session, article);
  g_autofree char *words = syn_comparison_dup_statement_text (context->comparison, statement);
  g_autofree char *name = g_strdup_printf ("%s: %s", syn_source_get_name (source), words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *
syn_claim_jump_new (const SynClaimContext *context, guint statement, GtkWidget *child)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "source-line");
  g_object_set_data_full (G_OBJECT (button), "session", g_object_ref (context->session),
                          g_object_unref);
  g_object_set_data (G_OBJECT (button), "statement", GUINT_TO_POINTER (statement));
  name_jump (context, statement, button);
  g_signal_connect (button, "clicked", G_CALLBACK (reveal_cb), NULL);
  return button;
}
