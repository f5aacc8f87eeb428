/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-palette.h"

#include <adwaita.h>

static const char *const names[SYN_N_COLORS] = {
  [SYN_COLOR_VIEW] = "syn_view",
  [SYN_COLOR_WINDOW] = "syn_window",
  [SYN_COLOR_HEADER] = "syn_header",
  [SYN_COLOR_INK] = "syn_ink",
  [SYN_COLOR_INK2] = "syn_ink2",
  [SYN_COLOR_INK3] = "syn_ink3",
  [SYN_COLOR_ACCENT] = "syn_accent",
  [SYN_COLOR_CONFLICT] = "syn_conflict",
  [SYN_COLOR_CONFLICT_FILL] = "syn_conflict_fill",
  [SYN_COLOR_CONFIRMED] = "syn_confirmed",
  [SYN_COLOR_DISPUTED] = "syn_disputed",
  [SYN_COLOR_UNVERIFIED] = "syn_unverified",
  [SYN_COLOR_ON_VERDICT] = "syn_on_verdict",
  [SYN_COLOR_MATCH] = "syn_match",
  [SYN_COLOR_TINT] = "syn_tint",
  [SYN_COLOR_TINT2] = "syn_tint2",
  [SYN_COLOR_VARIANT_FILL] = "syn_variant_fill",
  [SYN_COLOR_RULE] = "syn_rule",
  [SYN_COLOR_RULE2] = "syn_rule2",
  [SYN_COLOR_HATCH] = "syn_hatch",
  [SYN_COLOR_FIND] = "syn_find",
  [SYN_COLOR_FIND_CURRENT] = "syn_find_current",
};

static GdkRGBA colors[SYN_N_COLORS];
static gboolean valid;

/* Only marks the colours as stale: the style sheets are exchanged by other handlers of the same notification,
 * perhaps after this one. */
static void
appearance_changed_cb (void)
{
  valid = FALSE;
}

static void
ensure_colors (GtkWidget *widget)
{
  static gboolean watching;
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  gboolean complete = TRUE;

  if (valid)
    return;
  if (!watching)
    {
      AdwStyleManager *manager = adw_style_manager_get_default ();

      g_signal_connect (manager, "notify::dark", G_CALLBACK (appearance_changed_cb), NULL);
      g_signal_connect (manager, "notify::high-contrast", G_CALLBACK (appearance_changed_cb), NULL);
      watching = TRUE;
    }
  for (guint i = 0; i < SYN_N_COLORS; i++)
    if (!gtk_style_context_lookup_color (context, names[i], &colors[i]))
      {
        /* No style sheet yet: readable, and asked again next time. */
        gtk_style_context_get_color (context, &colors[i]);
        complete = FALSE;
      }
  valid = complete;
}

const GdkRGBA *
syn_palette_get (GtkWidget *widget, SynColor color)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (color < SYN_N_COLORS, NULL);

  ensure_colors (widget);
  return &colors[color];
}

gboolean
syn_palette_is_high_contrast (void)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}

void
syn_palette_watch (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), widget,
                           G_CONNECT_SWAPPED);
}

void
syn_palette_snapshot_icon (GtkWidget   *widget,
                           GtkSnapshot *snapshot,
                           const char  *name,
                           double       x,
                           double       y,
                           int          size,
                           SynColor     color)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon = NULL;

  icon = gtk_icon_theme_lookup_icon (theme, name, NULL, size, gtk_widget_get_scale_factor (widget),
                                     gtk_widget_get_direction (widget), 0);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, size, size,
                                            syn_palette_get (widget, color), 1);
  gtk_snapshot_restore (snapshot);
}
