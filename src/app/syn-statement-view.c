/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-statement-view.h"

#include <glib/gi18n-lib.h>

#include "syn-compat.h"
#include "syn-mark-painter.h"
#include "syn-palette.h"

#define GLYPH 16
#define RING_OFFSET 5
#define NOTE_GAP 2
#define BOLD_MOST 32
/* Without a width in characters GTK would lay the words out at width 0 to learn the least width. */
#define LABEL_CHARS 12

struct _SynStatementView
{
  GtkWidget parent_instance;

  GtkWidget *label;
  const char *label_class;
  GtkWidget *note;
  GtkWidget *note_label;

  SynStatementCell *cell;
  int rail, glyph;
  gboolean active, marked, lit, selected;
};

enum
{
  MOVED_ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SynStatementView, syn_statement_view, GTK_TYPE_WIDGET)

static void
text_mark_clear (gpointer data)
{
  g_free (((SynTextMark *)data)->tip);
}

SynStatementCell *
syn_statement_cell_new (void)
{
  SynStatementCell *self = g_new0 (SynStatementCell, 1);

  self->marks = g_array_new (FALSE, TRUE, sizeof (SynTextMark));
  g_array_set_clear_func (self->marks, text_mark_clear);
  return self;
}

void
syn_statement_cell_free (SynStatementCell *self)
{
  g_free (self->text);
  g_array_unref (self->marks);
  g_free (self->language);
  g_free (self->name);
  g_free (self);
}

const char *
syn_match_kind_icon (SynMatchKind kind)
{
  static const char *const icons[] = {
    [SYN_MATCH_COPIED] = "syn-copied-symbolic",
    [SYN_MATCH_SAME] = "syn-same-symbolic",
    [SYN_MATCH_RELATED] = "syn-related-symbolic",
  };

  return icons[kind];
}

const char *
syn_match_kind_label (SynMatchKind kind)
{
  static const char *const labels[] = {
    [SYN_MATCH_COPIED] = N_ ("copied"),
    [SYN_MATCH_SAME] = N_ ("same statement"),
    [SYN_MATCH_RELATED] = N_ ("related statement"),
  };

  return _ (labels[kind]);
}

/* The boxes need air: the characters beside them get some letter spacing; the text itself stays as
 * it is. */
static void
add_air (PangoAttrList *attributes, const char *text, const SynTextMark *mark)
{
  int spacing = 3 * PANGO_SCALE;

  if (mark->start > 0)
    {
      const char *before = g_utf8_prev_char (text + mark->start);
      PangoAttribute *attribute = pango_attr_letter_spacing_new (spacing);

      attribute->start_index = (guint)(before - text);
      attribute->end_index = mark->start;
      pango_attr_list_insert (attributes, attribute);
    }
  if (text[mark->end] != '\0')
    {
      PangoAttribute *attribute = pango_attr_letter_spacing_new (spacing);

      attribute->start_index = mark->end;
      attribute->end_index = (guint)(g_utf8_next_char (text + mark->end) - text);
      pango_attr_list_insert (attributes, attribute);
    }
}

PangoAttrList *
syn_text_marks_new_attributes (const GArray *marks, const char *text, const char *language)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; i < marks->len; i++)
    {
      const SynTextMark *mark = &g_array_index (marks, SynTextMark, i);

      /* A pill comes and goes with the pointer: words do not move for it. */
      if (mark->kind == SYN_MARK_DIRECT || mark->kind == SYN_MARK_TENSION)
        add_air (attributes, text, mark);
      /* A value is short; where half a sentence disagrees, bold would shout down the rest. */
      if (mark->kind == SYN_MARK_DIRECT && mark->end - mark->start <= BOLD_MOST)
        {
          PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

          bold->start_index = mark->start;
          bold->end_index = mark->end;
          pango_attr_list_insert (attributes, bold);
        }
    }
  if (language != NULL && *language != '\0')
    pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (language)));
  return attributes;
}

static const char *
role_class (SynRole role)
{
  if (role == SYN_ROLE_HEADLINE)
    return "headline";
  /* What is never matched recedes alike: captions and bylines as well as the debris of the page. */
  return syn_role_is_matched (role) ? "statement" : "boilerplate";
}

GtkTextDirection
syn_language_direction (const char *language)
{
  int n = 0;
  const PangoScript *scripts
      = pango_language_get_scripts (pango_language_from_string (language != NULL ? language : "en"), &n);
  gboolean rtl = FALSE;

  for (int i = 0; i < MIN (n, 1); i++)
    rtl = scripts[i] == PANGO_SCRIPT_ARABIC || scripts[i] == PANGO_SCRIPT_HEBREW
          || scripts[i] == PANGO_SCRIPT_SYRIAC || scripts[i] == PANGO_SCRIPT_THAANA
          || scripts[i] == PANGO_SCRIPT_NKO;
  return rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;
}

/* The mark at a point of the label, or NULL. */
static const SynTextMark *
find_text_mark (SynStatementView *self, double x, double y)
{
  int offset_x = 0;
  int offset_y = 0;
  int index = 0;
  int trailing = 0;

  gtk_label_get_layout_offsets (GTK_LABEL (self->label), &offset_x, &offset_y);
  if (!pango_layout_xy_to_index (gtk_label_get_layout (GTK_LABEL (self->label)),
                                 (int)((x - offset_x) * PANGO_SCALE),
                                 (int)((y - offset_y) * PANGO_SCALE), &index, &trailing))
    return NULL;
  for (guint i = 0; i < self->cell->marks->len; i++)
    {
      const SynTextMark *mark = &g_array_index (self->cell->marks, SynTextMark, i);

      if ((guint)index >= mark->start && (guint)index < mark->end)
        return mark;
    }
  return NULL;
}

static gboolean
query_tooltip_cb (
    GtkWidget *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip, SynStatementView *self)
{
  const SynTextMark *mark;

  if (keyboard || self->cell == NULL)
    return FALSE;
  mark = find_text_mark (self, x, y);
  if (mark == NULL || mark->tip == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, mark->tip);
  return TRUE;
}

/* The face belongs to the label from the start: a change of class reaches its metrics only with the
 * next frame, and the row is measured at once. */
static void
make_label (SynStatementView *self)
{
  const char *classes[] = { "reading", role_class (self->cell->role), NULL };

  g_clear_pointer (&self->label, gtk_widget_unparent);
  self->label_class = classes[1];
  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL,
                              "css-classes", classes, "selectable", TRUE, "wrap", TRUE, "wrap-mode",
                              PANGO_WRAP_WORD_CHAR, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE,
                              "width-chars", LABEL_CHARS, "max-width-chars", LABEL_CHARS, "xalign",
                              0.0, "yalign", 0.0, "has-tooltip", TRUE, NULL);
  gtk_widget_insert_before (self->label, GTK_WIDGET (self), self->note);
  g_signal_connect (self->label, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
}

static void
update_note (SynStatementView *self)
{
  gboolean moved = self->cell->from_paragraph > 0;

  if (moved)
    {
      g_autofree char *text = g_strdup_printf (_ ("from ¶ %u"), self->cell->from_paragraph);

      g_autofree char *name
          = g_strdup_printf (_ ("Go to paragraph %u"), self->cell->from_paragraph);

      gtk_label_set_text (GTK_LABEL (self->note_label), text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->note), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      name, -1);
    }
  gtk_widget_set_visible (self->note, moved);
}

void
syn_statement_view_take_cell (SynStatementView *self, SynStatementCell *cell)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  g_return_if_fail (SYN_IS_STATEMENT_VIEW (self));
  g_return_if_fail (cell != NULL);

  g_clear_pointer (&self->cell, syn_statement_cell_free);
  self->cell = cell;
  attributes = syn_text_marks_new_attributes (cell->marks, cell->text, cell->language);
  if (self->label == NULL || self->label_class != role_class (cell->role))
    make_label (self);
  if (cell->has_relation && cell->relation == SYN_MATCH_COPIED)
    gtk_widget_add_css_class (self->label, "copied");
  else
    gtk_widget_remove_css_class (self->label, "copied");
  gtk_widget_set_direction (self->label, syn_language_direction (cell->language));
  gtk_label_set_attributes (GTK_LABEL (self->label), attributes);
  /* The same text keeps its selection. */
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->label)), cell->text) != 0)
    gtk_label_set_text (GTK_LABEL (self->label), cell->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cell->name, -1);
  update_note (self);
  /* A new label wants a size already, and does not ask for one again when it is given its words. */
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const SynStatementCell *
syn_statement_view_get_cell (SynStatementView *self)
{
  g_return_val_if_fail (SYN_IS_STATEMENT_VIEW (self), NULL);

  return self->cell;
}

GtkWidget *
syn_statement_view_get_label (SynStatementView *self)
{
  g_return_val_if_fail (SYN_IS_STATEMENT_VIEW (self), NULL);

  return self->label;
}

gboolean
syn_statement_view_find_mark (
    SynStatementView *self, double x, double y, gint *out_kind, guint *out_index)
{
  graphene_rect_t words;
  const SynTextMark *mark;

  g_return_val_if_fail (SYN_IS_STATEMENT_VIEW (self), FALSE);

  if (self->cell == NULL || !gtk_widget_compute_bounds (self->label, GTK_WIDGET (self), &words))
    return FALSE;
  if (x < words.origin.x || x > words.origin.x + words.size.width)
    {
      gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

      *out_kind = -1;
      *out_index = 0;
      return self->cell->has_relation && (x < words.origin.x) != rtl;
    }
  mark = find_text_mark (self, x - words.origin.x, y - words.origin.y);
  /* Differing words are many: a click there is one on the text, their tooltip says enough. */
  if (mark == NULL || mark->kind == SYN_MARK_DIFFERENCE)
    return FALSE;
  *out_kind = (gint)mark->kind;
  *out_index = mark->index;
  return TRUE;
}

void
syn_statement_view_set_rail (SynStatementView *self, int rail, int glyph)
{
  g_return_if_fail (SYN_IS_STATEMENT_VIEW (self));

  if (self->rail == rail && self->glyph == glyph)
    return;
  self->rail = rail;
  self->glyph = glyph;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
syn_statement_view_set_state (SynStatementView *self,
                              gboolean active,
                              gboolean marked,
                              gboolean lit,
                              gboolean selected)
{
  g_return_if_fail (SYN_IS_STATEMENT_VIEW (self));

  if (self->active == active && self->marked == marked && self->lit == lit && self->selected == selected)
    return;
  self->active = active;
  if (self->marked != marked)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_STATE_SELECTED, marked, -1);
  self->marked = marked;
  self->lit = lit;
  self->selected = selected;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
words_x (SynStatementView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? SYN_STATEMENT_AIR
                                                                          : self->rail;
}

static GtkSizeRequestMode
syn_statement_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
syn_statement_view_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  SynStatementView *self = SYN_STATEMENT_VIEW (widget);
  int extra = self->rail + SYN_STATEMENT_AIR;
  int least = 0;
  int wanted = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->label, orientation, -1, &least, &wanted, NULL, NULL);
      *minimum = least + extra;
      *natural = wanted + extra;
      return;
    }
  gtk_widget_measure (self->label, orientation, for_size > extra ? for_size - extra : -1, minimum,
                      natural, NULL, NULL);
  if (gtk_widget_get_visible (self->note))
    {
      gtk_widget_measure (self->note, orientation, -1, &least, &wanted, NULL, NULL);
      *minimum += wanted + NOTE_GAP;
      *natural += wanted + NOTE_GAP;
    }
}

static void
syn_statement_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SynStatementView *self = SYN_STATEMENT_VIEW (widget);
  int x = words_x (self);
  int words = MAX (1, width - self->rail - SYN_STATEMENT_AIR);
  int words_height = 0;

  gtk_widget_measure (self->label, GTK_ORIENTATION_VERTICAL, words, &words_height, NULL, NULL,
                      NULL);
  gtk_widget_size_allocate (self->label, &(GtkAllocation){ x, 0, words, words_height }, -1);
  if (gtk_widget_get_visible (self->note))
    {
      int least = 0;
      int wanted = 0;
      int note_height = 0;

      gtk_widget_measure (self->note, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      gtk_widget_measure (self->note, GTK_ORIENTATION_VERTICAL, -1, NULL, &note_height, NULL, NULL);
      wanted = MIN (MAX (least, wanted), words);
      /* Under the words' beginning. */
      if (gtk_widget_get_direction (self->label) == GTK_TEXT_DIR_RTL)
        x += words - wanted;
      gtk_widget_size_allocate (
          self->note, &(GtkAllocation){ x, words_height + NOTE_GAP, wanted, note_height }, -1);
    }
}

/* The middle of the first line of words. */
static double
first_line_middle (SynStatementView *self)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (self->label));
  PangoRectangle line;

  pango_layout_line_get_pixel_extents (pango_layout_get_line_readonly (layout, 0), NULL, &line);
  return line.height / 2.0;
}

static void
snapshot_glyph (SynStatementView *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double y = first_line_middle (self) - self->glyph / 2.0;
  double x = 0;
  SynColor color = SYN_COLOR_INK3;

  if (!self->cell->has_relation)
    return;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - self->glyph;
  y = (int)y;
  if (self->cell->own)
    {
      syn_paint_square (widget, snapshot, x, y, self->glyph, TRUE);
      color = SYN_COLOR_ON_VERDICT;
    }
  else if (self->selected)
    {
      syn_paint_square (widget, snapshot, x, y, self->glyph, FALSE);
      color = SYN_COLOR_ACCENT;
    }
  /* Inside its square the glyph leaves the edge free. */
  if (self->cell->own || self->selected)
    syn_palette_snapshot_icon (widget, snapshot, syn_match_kind_icon (self->cell->relation), x + 2,
                               y + 2, self->glyph - 4, color);
  else
    syn_palette_snapshot_icon (widget, snapshot, syn_match_kind_icon (self->cell->relation), x, y,
                               self->glyph, color);
}

static void
snapshot_place (SynStatementView *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  graphene_rect_t words;

  if (!gtk_widget_compute_bounds (self->label, widget, &words))
    return;
  if (self->lit)
    {
      GskRoundedRect shape;

      gsk_rounded_rect_init_from_rect (&shape, &words, 4);
      gsk_rounded_rect_shrink (&shape, 0, -3, 0, -3);
      gtk_snapshot_push_rounded_clip (snapshot, &shape);
      gtk_snapshot_append_color (snapshot, syn_palette_get (widget, SYN_COLOR_TINT2),
                                 &shape.bounds);
      gtk_snapshot_pop (snapshot);
    }
  if (self->active || self->marked)
    syn_paint_ring (widget, snapshot, &words, RING_OFFSET);
}

static void
syn_statement_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SynStatementView *self = SYN_STATEMENT_VIEW (widget);

  if (self->cell == NULL)
    return;
  snapshot_place (self, snapshot);
  syn_paint_marks (widget, snapshot, GTK_LABEL (self->label), self->cell->marks,
                   self->lit || self->active);
  snapshot_glyph (self, snapshot);
  GTK_WIDGET_CLASS (syn_statement_view_parent_class)->snapshot (widget, snapshot);
}

static void
note_clicked_cb (SynStatementView *self)
{
  g_signal_emit (self, signals[MOVED_ACTIVATED], 0);
}

static void
syn_statement_view_dispose (GObject *object)
{
  SynStatementView *self = SYN_STATEMENT_VIEW (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->note, gtk_widget_unparent);
  G_OBJECT_CLASS (syn_statement_view_parent_class)->dispose (object);
}

static void
syn_statement_view_finalize (GObject *object)
{
  SynStatementView *self = SYN_STATEMENT_VIEW (object);

  g_clear_pointer (&self->cell, syn_statement_cell_free);
  G_OBJECT_CLASS (syn_statement_view_parent_class)->finalize (object);
}

static void
syn_statement_view_class_init (SynStatementViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syn_statement_view_dispose;
  object_class->finalize = syn_statement_view_finalize;
  widget_class->get_request_mode = syn_statement_view_get_request_mode;
  widget_class->measure = syn_statement_view_measure;
  widget_class->size_allocate = syn_statement_view_size_allocate;
  widget_class->snapshot = syn_statement_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "statement");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[MOVED_ACTIVATED] = g_signal_new ("moved-activated", SYN_TYPE_STATEMENT_VIEW,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_note (SynStatementView *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->note_label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->note_label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                "icon-name", "object-flip-vertical-symbolic", NULL));
  gtk_box_append (GTK_BOX (box), self->note_label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "moved-note");
  /* Reached with the pointer and by assistive tools; the arrow keys go from statement to statement.
   */
  gtk_widget_set_focusable (button, FALSE);
  syn_compat_set_tooltip (button, _ ("Go to where it stands in its article"));
  gtk_widget_set_visible (button, FALSE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (note_clicked_cb), self);
  return button;
}

static void
syn_statement_view_init (SynStatementView *self)
{
  self->note = make_note (self);
  gtk_widget_set_parent (self->note, GTK_WIDGET (self));
  self->rail = SYN_STATEMENT_RAIL;
  self->glyph = GLYPH;
  syn_palette_watch (GTK_WIDGET (self));
}

GtkWidget *
syn_statement_view_new (void)
{
  return g_object_new (SYN_TYPE_STATEMENT_VIEW, NULL);
}
