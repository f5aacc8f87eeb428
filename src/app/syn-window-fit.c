/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-settings.h"
#include "syn-window-private.h"

/* What the window shows at the width it has. Constants say from where on it is pleasant; whether it fits is
 * measured, for the text may be large, and the words long in another language. */

#define NARROW 700
#define MEDIUM 900
#define HANDLES 12
#define COUNTS 480
/* Of the name of what is open. */
#define TITLE_CHARS 14

/* What the header bar gives up, one after the other. */
typedef enum
{
  HEADER_FULL,
  HEADER_NO_COUNT,
  HEADER_SMALL_SWITCHER,
  HEADER_NO_SEARCH,
  HEADER_SHORT_TITLE,
  HEADER_NARROW, /* the views and conflicts have bars of their own */
} Header;

static int
measure (gpointer widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* Of the window without its border; before it has a width, all there could be. */
static int
get_room (SynWindow *self)
{
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (self));

  if (self->width == 0)
    return G_MAXINT;
  return self->width - MAX (syn_window_measure_least (self) - measure (content), 0);
}

static void
set_header (SynWindow *self, Header header)
{
  gboolean has_corpus = syn_session_get_corpus (self->session) != NULL;
  gboolean narrow = header == HEADER_NARROW;

  /* What is open is more than how it is looked through: its name gives way last. */
  gtk_label_set_width_chars (self->story_title, header >= HEADER_SHORT_TITLE
                                                    ? -1
                                                    : MIN ((int) g_utf8_strlen (gtk_label_get_text (self->story_title), -1) + 2,
                                                           TITLE_CHARS));
  /* Half a number says less than none. */
  gtk_widget_set_visible (GTK_WIDGET (self->story_counts),
                          header < HEADER_NO_COUNT || (narrow && self->width >= COUNTS));
  gtk_stack_set_visible_child_name (self->title_stack,
                                    !has_corpus ? "title" : narrow ? "none" : "switcher");
  adw_view_switcher_set_policy (self->switcher, header >= HEADER_SMALL_SWITCHER
                                                    ? ADW_VIEW_SWITCHER_POLICY_NARROW
                                                    : ADW_VIEW_SWITCHER_POLICY_WIDE);
  gtk_widget_set_visible (GTK_WIDGET (self->conflict_box), has_corpus && !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->conflict_label), header < HEADER_NO_COUNT);
  gtk_widget_set_visible (self->view_button, has_corpus && header < HEADER_NO_SEARCH);
  gtk_widget_set_visible (GTK_WIDGET (self->search_button), has_corpus && header < HEADER_NO_SEARCH);
}

static Header
fit_header (SynWindow *self, int room)
{
  Header header = self->width > 0 && self->width < NARROW ? HEADER_NARROW : HEADER_FULL;

  set_header (self, header);
  while (header < HEADER_NARROW && self->width > 0 && measure (self->header) > room)
    set_header (self, ++header);
  return header;
}

/* Beside the views, or, where these are one column, on a sheet that comes up over them. */
static void
place_claims (SynWindow *self, gboolean on_sheet)
{
  g_autoptr (GtkWidget) panel = g_object_ref (GTK_WIDGET (self->claim_panel));

  if ((syn_sheet_get_card (self->sheet) == panel) == on_sheet)
    return;
  adw_bin_set_child (self->claims_slot, NULL);
  syn_sheet_set_card (self->sheet, NULL);
  if (on_sheet)
    syn_sheet_set_card (self->sheet, panel);
  else
    adw_bin_set_child (self->claims_slot, panel);
}

/* Panels next to the views, in place of them, or only on request: by the width there is. */
void
syn_window_adapt (SynWindow *self)
{
  gboolean has_corpus = syn_session_get_corpus (self->session) != NULL;
  gboolean sources = has_corpus && syn_window_get_action_state (self, "show-sources");
  gboolean claims = has_corpus && syn_window_get_action_state (self, "show-claims");
  gboolean narrow;

  gtk_widget_set_visible (GTK_WIDGET (self->sources_button), has_corpus);
  gtk_widget_set_visible (GTK_WIDGET (self->claims_button), has_corpus);
  gtk_widget_set_visible (GTK_WIDGET (self->story_button), has_corpus);
  narrow = fit_header (self, get_room (self)) == HEADER_NARROW;
  place_claims (self, narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->sources_slot), sources);
  gtk_widget_set_visible (GTK_WIDGET (self->claims_slot), claims && !narrow && !(self->pages && sources));
  gtk_widget_set_visible (GTK_WIDGET (self->views), !(self->pages && (sources || (claims && !narrow))));
  gtk_widget_set_visible (GTK_WIDGET (self->inner_paned), !(self->pages && sources));
  gtk_widget_set_visible (GTK_WIDGET (self->claim_bar_slot), !claims || narrow);
  syn_sheet_set_open (self->sheet, claims && narrow);
  syn_claim_bar_set_narrow (self->claim_bar, narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->status_slot), !narrow);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, has_corpus && narrow);
  gtk_widget_set_visible (self->narrow_bar, has_corpus && narrow);
}

/* Panels are as wide as their text needs: 1 at 11 pt, at most half as much again. */
double
syn_window_get_text_scale (SynWindow *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  /* In device units when it comes from CSS, 96 of them to the inch. */
  if (pango_font_description_get_size_is_absolute (font))
    size = size * 72.0 / 96.0;
  return CLAMP (size / 11.0, 1.0, 1.5);
}

/* The end panel is placed from the end, which needs the width that the window really got. */
static void
place_panels (SynWindow *self)
{
  double scale = syn_window_get_text_scale (self);
  int sources = (int) (syn_settings_get_int ("sources-width") * scale);
  int claims = (int) (syn_settings_get_int ("claims-width") * scale);

  gtk_paned_set_position (self->outer_paned, sources);
  gtk_paned_set_position (self->inner_paned,
                          gtk_widget_get_width (GTK_WIDGET (self->inner_paned)) - claims);
  self->placed = TRUE;
}

/* How many panels there is room for beside the views. */
static int
count_beside (SynWindow *self)
{
  int room = get_room (self);
  int views = MAX (measure (self->compare_view), measure (self->read_view));
  int sources = MAX (measure (self->sources_panel), 220);
  int claims = MAX (measure (self->claim_panel), 280);

  if (self->width < MEDIUM || views + MAX (sources, claims) + HANDLES > room)
    return 0;
  return views + sources + claims + HANDLES > room ? 1 : 2;
}

/* Without room beside the views panels are pages, closed until they are asked for; where there is room for one,
 * it is that of the claims. What the reader keeps open in a wide window comes back with it. */
static void
change_beside (SynWindow *self)
{
  int beside = count_beside (self);
  gboolean claims = beside > 0 && syn_settings_get_boolean ("show-claims");

  if (beside == self->beside)
    return;
  self->beside = beside;
  self->pages = beside == 0;
  syn_window_set_action_state (self, "show-sources",
                               beside > (claims ? 1 : 0) && syn_settings_get_boolean ("show-sources"));
  syn_window_set_action_state (self, "show-claims", claims);
}

static gboolean
adapt_cb (gpointer user_data)
{
  SynWindow *self = user_data;

  self->adapt_source = 0;
  change_beside (self);
  if (!self->placed && self->beside > 0 && gtk_widget_get_width (GTK_WIDGET (self->inner_paned)) > MEDIUM
      && gtk_widget_get_visible (GTK_WIDGET (self->claims_slot)))
    place_panels (self);
  syn_window_adapt (self);
  self->least = syn_window_measure_least (self);
  return G_SOURCE_REMOVE;
}

void
syn_window_queue_adapt (SynWindow *self)
{
  if (self->adapt_source == 0)
    self->adapt_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, adapt_cb, self, NULL);
}

/* Children must not be shown or hidden while they are being given their places. */
void
syn_window_fit (SynWindow *self, int width, int least)
{
  if (width != self->width || least != self->least || !self->placed)
    syn_window_queue_adapt (self);
  self->width = width;
}
