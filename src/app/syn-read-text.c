/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-read-text-private.h"

#include "syn-column-style.h"
#include "syn-compare-describe.h"
#include "syn-mark-painter.h"
#include "syn-read-geometry.h"
#include "syn-read-style.h"
#include "syn-read-words.h"
#include "syn-settings.h"

/* A value is short; where half a sentence disagrees, bold would shout down the rest. */
#define BOLD_MOST 32

enum
{
  STATEMENT_ACTIVATED,
  MARK_ACTIVATED,
  MENU_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SynReadText, syn_read_text, GTK_TYPE_TEXT_VIEW)

static void
layout_changed (SynReadText *self)
{
  if (++self->stamp == 0)
    self->stamp = 1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ── What is to be drawn ─────────────────────────────────────────────────── */

/* Adds the statements of this article that belong to @claim. */
static void
add_claim (SynReadText *self, guint claim, GArray *out)
{
  guint n_claims;
  const SynClaim *claims = syn_comparison_get_claims (self->comparison, &n_claims);

  if (claim >= n_claims)
    return;
  for (guint i = 0; i < claims[claim].statements->len; i++)
    {
      guint statement = g_array_index (claims[claim].statements, guint, i);

      if (syn_read_text_owns (self, (gint) statement) && !syn_read_text_contains (out, statement))
        g_array_append_val (out, statement);
    }
}

static void
hover_changed_cb (SynReadText *self)
{
  gint hover = syn_session_get_hover_statement (self->session);
  gboolean had_some = self->hovered->len > 0;

  g_array_set_size (self->hovered, 0);
  if (self->comparison != NULL && hover >= 0
      && (guint) hover < syn_comparison_get_n_statements (self->comparison))
    {
      guint n;
      const guint *claims = syn_comparison_claims_of (self->comparison, (guint) hover, &n);
      guint itself = (guint) hover;

      /* A statement that no other source makes has nothing to show. */
      if (n > 0 && syn_read_text_owns (self, hover))
        g_array_append_val (self->hovered, itself);
      for (guint i = 0; i < n; i++)
        add_claim (self, claims[i], self->hovered);
    }
  if (had_some || self->hovered->len > 0)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
selection_changed_cb (SynReadText *self)
{
  gint claim = syn_session_get_selected_claim (self->session);
  gint active = syn_session_get_active_statement (self->session);

  g_array_set_size (self->selected, 0);
  if (self->comparison != NULL && claim >= 0)
    add_claim (self, (guint) claim, self->selected);
  if (syn_read_text_owns (self, active))
    {
      g_autofree char *words = syn_read_words_describe (self->session, (guint) active);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
    }
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
emphasise (SynReadText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  syn_read_style_clear_emphasis (buffer);
  if (self->marks == NULL)
    return;
  for (guint i = 0; i < self->marks->len; i++)
    {
      const SynReadSpan *mark = &g_array_index (self->marks, SynReadSpan, i);

      /* A pill comes and goes with the pointer: words do not move for it. */
      if (mark->kind == SYN_MARK_DIRECT || mark->kind == SYN_MARK_TENSION)
        syn_read_style_emphasise (buffer, mark->start, mark->end,
                                 mark->kind == SYN_MARK_DIRECT && mark->end - mark->start <= BOLD_MOST);
    }
}

static gboolean
build_differences (SynReadText *self)
{
  g_clear_pointer (&self->differences, g_array_unref);
  if (self->statements != NULL)
    self->differences
        = syn_read_differences_build (self->comparison, syn_source_get_index (self->source),
                                      syn_session_get_pivot (self->session), self->kinds);
  return self->differences != NULL;
}

static void
pivot_changed_cb (SynReadText *self)
{
  if (build_differences (self))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
build_marks (SynReadText *self)
{
  g_clear_pointer (&self->marks, g_array_unref);
  if (self->statements != NULL)
    self->marks = syn_read_marks_build (self->comparison, syn_source_get_index (self->source), self->kinds);
  build_differences (self);
  emphasise (self);
  layout_changed (self);
}

static void
choice_changed_cb (gpointer object, const char *key)
{
  SynReadText *self = object;
  SynMarkKinds kinds = syn_mark_choice_get_kinds ();

  if (kinds == self->kinds)
    return;
  self->kinds = kinds;
  build_marks (self);
}

static void
comparison_changed_cb (SynReadText *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  guint article = syn_source_get_index (self->source);

  if (!g_set_object (&self->comparison, comparison))
    return;
  g_clear_pointer (&self->statements, g_array_unref);
  if (comparison != NULL && article < syn_comparison_get_n_articles (comparison)
      && syn_comparison_get_article (comparison, article) == syn_source_get_article (self->source))
    {
      guint n;

      self->first = syn_comparison_get_first_statement (comparison, article, &n);
      self->statements = syn_read_statements_build (comparison, article);
    }
  build_marks (self);
  hover_changed_cb (self);
  selection_changed_cb (self);
}

/* ── Pointer ─────────────────────────────────────────────────────────────── */

static gint
find_at (SynReadText *self, double x, double y, gboolean only_words)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  gint buffer_x, buffer_y;
  GtkTextIter iter;
  gboolean over_words;
  guint index;
  guint32 offset;

  if (self->statements == NULL)
    return -1;
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (gint) x, (gint) y, &buffer_x,
                                         &buffer_y);
  over_words = gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y);
  offset = (guint32) gtk_text_iter_get_offset (&iter);
  index = syn_read_spans_find (self->statements, offset);
  /* Beside a line that ends a statement the place is the one behind it, which is nobody's. */
  if (!over_words && index > 0 && g_array_index (self->statements, SynReadSpan, index - 1).end == offset)
    index--;
  if (index >= self->statements->len)
    return -1;
  if (syn_read_text_in_rail (self, x) && !only_words)
    {
      /* The rail: the statement whose glyph is on this line is the last that begins on it. */
      gtk_text_view_forward_display_line_end (view, &iter);
      while (index + 1 < self->statements->len
             && (gint) g_array_index (self->statements, SynReadSpan, index + 1).start
                    < gtk_text_iter_get_offset (&iter))
        index++;
      return (gint) (self->first + index);
    }
  /* What is beside the end of a line or between two lines is not lit, but a click there means the statement. */
  if ((only_words && !over_words) || g_array_index (self->statements, SynReadSpan, index).start > offset)
    return -1;
  return (gint) (self->first + index);
}

static void
motion_cb (SynReadText *self, double x, double y)
{
  syn_session_set_hover_statement (self->session, find_at (self, x, y, TRUE));
}

static void
leave_cb (SynReadText *self)
{
  syn_session_set_hover_statement (self->session, -1);
}

/* Where @event happened, in widget coordinates. */
static gboolean
locate (SynReadText *self, GdkEvent *event, double *out_x, double *out_y)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double offset_x, offset_y, x, y;

  if (native == NULL || !gdk_event_get_position (event, &x, &y))
    return FALSE;
  gtk_native_get_surface_transform (native, &offset_x, &offset_y);
  return gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self), x - offset_x,
                                           y - offset_y, out_x, out_y);
}

/* How far below its base line, and above its capitals, a line of words can be clicked: where its marks stand. */
#define LINE_REACH 3.0

static gboolean
is_hit (SynReadText *self, const SynReadSpan *span, const graphene_rect_t *line, double y)
{
  double base = line->origin.y + line->size.height * self->ascent;

  switch (span->kind)
    {
    case SYN_MARK_DIRECT:
    case SYN_MARK_TENSION:
    case SYN_MARK_VARIANT:
      return TRUE;
    case SYN_MARK_COPIED:
    case SYN_MARK_SAME:
    case SYN_MARK_RELATED:
      return y >= base + 1;
    case SYN_MARK_DIFFERENCE:
      return y <= base - line->size.height * SYN_PAINT_CAPITAL + LINE_REACH;
    }
  return FALSE;
}

/* The mark of @spans at a point in buffer coordinates. */
static const SynReadSpan *
find_hit (SynReadText *self, GArray *spans, double x, double y)
{
  guint from, end;

  syn_read_geometry_find_visible (GTK_TEXT_VIEW (self), spans, &from, &end);
  for (guint i = from; i < end; i++)
    {
      SynReadSpan *span = &g_array_index (spans, SynReadSpan, i);
      double origin = syn_read_text_measure (self, span);

      for (guint k = 0; k < span->segments->len; k++)
        {
          graphene_rect_t line = g_array_index (span->segments, graphene_rect_t, k);

          line.origin.y += (float) origin;
          if (x >= line.origin.x - 3 && x <= line.origin.x + line.size.width + 3 && y >= line.origin.y
              && y < line.origin.y + line.size.height && is_hit (self, span, &line, y))
            return span;
        }
    }
  return NULL;
}

const SynReadSpan *
syn_read_text_find_mark_at (SynReadText *self, double x, double y)
{
  const SynReadSpan *found;
  gint buffer_x, buffer_y;

  g_return_val_if_fail (SYN_IS_READ_TEXT (self), NULL);

  if (self->statements == NULL)
    return NULL;
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (gint) x, (gint) y, &buffer_x,
                                         &buffer_y);
  found = find_hit (self, self->marks, buffer_x, buffer_y);
  return found != NULL ? found : find_hit (self, self->differences, buffer_x, buffer_y);
}

static void
activate_mark (SynReadText *self, guint statement, double x, double y)
{
  const SynReadSpan *mark = syn_read_text_find_mark_at (self, x, y);

  if (mark != NULL && mark->statement == statement)
    g_signal_emit (self, signals[MARK_ACTIVATED], 0, statement, (gint) mark->kind, mark->index, x, y);
  else if (syn_read_text_in_rail (self, x))
    g_signal_emit (self, signals[MARK_ACTIVATED], 0, statement, -1, 0, x, y);
}

static void
released (SynReadText *self, double x, double y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gint statement;

  if (!self->pressed)
    return;
  self->pressed = FALSE;
  if (gtk_drag_check_threshold (widget, (gint) self->press_x, (gint) self->press_y, (gint) x, (gint) y)
      || gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))))
    return;
  statement = syn_read_text_find_statement_at (self, x, y);
  if (statement >= 0)
    {
      g_signal_emit (self, signals[STATEMENT_ACTIVATED], 0, (guint) statement);
      activate_mark (self, (guint) statement, x, y);
    }
}

/* A gesture of its own would lose the sequence to the one with which GtkTextView selects. */
static gboolean
event_cb (SynReadText *self, GdkEvent *event)
{
  double x, y;

  switch ((gint) gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
      if (!locate (self, event, &x, &y))
        break;
      self->pressed = gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY;
      self->press_x = x;
      self->press_y = y;
      if (gdk_event_triggers_context_menu (event))
        {
          g_signal_emit (self, signals[MENU_REQUESTED], 0, x, y);
          return GDK_EVENT_STOP;
        }
      break;
    case GDK_BUTTON_RELEASE:
      if (locate (self, event, &x, &y))
        released (self, x, y);
      break;
    case GDK_TOUCH_BEGIN:
      self->pressed = locate (self, event, &self->press_x, &self->press_y);
      break;
    case GDK_TOUCH_END:
      if (locate (self, event, &x, &y))
        released (self, x, y);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
add_controllers (SynReadText *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *legacy = gtk_event_controller_legacy_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_event_controller_set_propagation_phase (legacy, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (legacy, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), legacy);
}

static gboolean
syn_read_text_query_tooltip (GtkWidget *widget, gint x, gint y, gboolean keyboard, GtkTooltip *tooltip)
{
  SynReadText *self = SYN_READ_TEXT (widget);
  gint statement = keyboard ? syn_session_get_active_statement (self->session) : find_at (self, x, y, FALSE);
  g_autofree char *words = NULL;

  if (!syn_read_text_owns (self, statement))
    return FALSE;
  if (!keyboard && !syn_read_text_in_rail (self, x))
    {
      gint bx, by;
      GtkTextIter iter;
      guint index;
      guint32 offset;

      gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y, &bx, &by);
      gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, bx, by);
      offset = (guint32) gtk_text_iter_get_offset (&iter);
      index = syn_read_spans_find (self->marks, offset);
      /* Why two sentences say the same is told beside the claim; here it would cover the text. */
      if (index < self->marks->len && g_array_index (self->marks, SynReadSpan, index).start <= offset
          && g_array_index (self->marks, SynReadSpan, index).kind >= SYN_MARK_VARIANT)
        words = syn_read_words_explain (self->comparison, &g_array_index (self->marks, SynReadSpan, index));
      index = syn_read_spans_find (self->differences, offset);
      if (words == NULL && index < self->differences->len
          && g_array_index (self->differences, SynReadSpan, index).start <= offset)
        words = syn_describe_difference (self->session,
                                         g_array_index (self->differences, SynReadSpan, index).index);
    }
  else
    words = syn_read_words_describe (self->session, (guint) statement);
  if (words == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

/* ── Overrides ───────────────────────────────────────────────────────────── */

static void
syn_read_text_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  SynReadText *self = SYN_READ_TEXT (widget);

  GTK_WIDGET_CLASS (syn_read_text_parent_class)->css_changed (widget, change);
  self->ascent = syn_read_style_get_ascent (GTK_TEXT_VIEW (self));
  /* The first style is set while the widget is made, before it has its text. */
  if (self->source == NULL)
    return;
  syn_read_style_update (GTK_TEXT_VIEW (self));
  layout_changed (self);
}

/* Ctrl+C, and what else copies. */
static void
syn_read_text_copy_clipboard (GtkTextView *view)
{
  SynReadText *self = SYN_READ_TEXT (view);
  g_autofree char *quote = NULL;
  g_autofree char *cite = NULL;

  if (!syn_settings_get_boolean ("copy-with-citation"))
    {
      GTK_TEXT_VIEW_CLASS (syn_read_text_parent_class)->copy_clipboard (view);
      return;
    }
  quote = syn_read_text_dup_quote (self, -1);
  if (quote == NULL)
    return;
  cite = syn_read_words_cite (syn_read_text_get_article (self), quote);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), cite);
}

static void
syn_read_text_size_allocate (GtkWidget *widget, gint width, gint height, gint baseline)
{
  SynReadText *self = SYN_READ_TEXT (widget);

  if (self->laid_out_width != width)
    {
      self->laid_out_width = width;
      if (++self->stamp == 0)
        self->stamp = 1;
    }
  GTK_WIDGET_CLASS (syn_read_text_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
syn_read_text_dispose (GObject *object)
{
  SynReadText *self = SYN_READ_TEXT (object);

  g_clear_object (&self->comparison);
  g_clear_object (&self->source);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (syn_read_text_parent_class)->dispose (object);
}

static void
syn_read_text_finalize (GObject *object)
{
  SynReadText *self = SYN_READ_TEXT (object);

  g_clear_pointer (&self->statements, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->differences, g_array_unref);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_pointer (&self->hovered, g_array_unref);
  g_clear_pointer (&self->selected, g_array_unref);
  G_OBJECT_CLASS (syn_read_text_parent_class)->finalize (object);
}

static void
syn_read_text_class_init (SynReadTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->dispose = syn_read_text_dispose;
  object_class->finalize = syn_read_text_finalize;
  widget_class->css_changed = syn_read_text_css_changed;
  widget_class->size_allocate = syn_read_text_size_allocate;
  widget_class->query_tooltip = syn_read_text_query_tooltip;
  view_class->copy_clipboard = syn_read_text_copy_clipboard;
  view_class->snapshot_layer = syn_read_text_snapshot_layer;

  signals[STATEMENT_ACTIVATED] = g_signal_new ("statement-activated", SYN_TYPE_READ_TEXT, G_SIGNAL_RUN_LAST, 0,
                                               NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[MARK_ACTIVATED]
      = g_signal_new ("mark-activated", SYN_TYPE_READ_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 5,
                      G_TYPE_UINT, G_TYPE_INT, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[MENU_REQUESTED] = g_signal_new ("menu-requested", SYN_TYPE_READ_TEXT, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  gtk_widget_class_set_css_name (widget_class, "textview");
}

static void
syn_read_text_init (SynReadText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->stamp = 1;
  self->kinds = syn_mark_choice_get_kinds ();
  self->ascent = 0.73;
  self->current_hit = -1;
  self->hits = syn_read_spans_new ();
  self->hovered = g_array_new (FALSE, FALSE, sizeof (guint));
  self->selected = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, SYN_READ_LEFT_MARGIN);
  gtk_text_view_set_right_margin (view, SYN_READ_RIGHT_MARGIN);
  gtk_text_view_set_top_margin (view, SYN_READ_TOP_MARGIN);
  gtk_text_view_set_bottom_margin (view, 2 * SYN_READ_TOP_MARGIN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "reading");
  gtk_widget_add_css_class (GTK_WIDGET (self), "article");
  add_controllers (self);
}

/* ── Public ──────────────────────────────────────────────────────────────── */

static void
update_label (SynReadText *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  syn_source_get_name (self->source), -1);
}

/* The words run as their language does; so does the rail. */
static void
update_direction (SynReadText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextDirection direction
      = syn_language_direction (syn_article_get_language (syn_source_get_article (self->source)));
  gboolean rtl = direction == GTK_TEXT_DIR_RTL;

  gtk_widget_set_direction (GTK_WIDGET (self), direction);
  gtk_text_view_set_left_margin (view, rtl ? SYN_READ_RIGHT_MARGIN : SYN_READ_LEFT_MARGIN);
  gtk_text_view_set_right_margin (view, rtl ? SYN_READ_LEFT_MARGIN : SYN_READ_RIGHT_MARGIN);
  layout_changed (self);
}

/* Size and face that the reader gave this outlet. */
static void
style_changed_cb (gpointer object, const char *key)
{
  SynReadText *self = object;
  SynColumnStyle style = syn_column_style_get (syn_source_get_name (self->source));
  g_autofree char *zoom = syn_column_style_dup_class (style.zoom);
  const char *classes[] = { "reading", "article", NULL, NULL, NULL };
  guint n = 2;

  if (zoom != NULL)
    classes[n++] = zoom;
  if (*style.face != '\0')
    classes[n++] = g_str_equal (style.face, "sans") ? "face-sans" : "face-serif";
  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
}

GtkWidget *
syn_read_text_new (SynSession *session, SynSource *source)
{
  SynReadText *self;
  SynArticle *article;
  GtkTextBuffer *buffer;

  g_return_val_if_fail (SYN_IS_SESSION (session), NULL);
  g_return_val_if_fail (SYN_IS_SOURCE (source), NULL);

  self = g_object_new (SYN_TYPE_READ_TEXT, NULL);
  self->session = g_object_ref (session);
  article = syn_source_get_article (source);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_set_text (buffer, syn_article_get_text (article), (gint) syn_article_get_length (article));
  syn_read_style_install (buffer, article);
  self->source = g_object_ref (source);
  syn_read_style_update (GTK_TEXT_VIEW (self));
  update_label (self);
  update_direction (self);
  style_changed_cb (self, NULL);
  syn_settings_watch (SYN_COLUMN_STYLE_KEY, style_changed_cb, G_OBJECT (self));
  g_signal_connect_object (article, "notify::language", G_CALLBACK (update_direction), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "notify::name", G_CALLBACK (update_label), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::comparison", G_CALLBACK (comparison_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::hover-statement", G_CALLBACK (hover_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected-claim", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::active-statement", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::revision", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::pivot", G_CALLBACK (pivot_changed_cb), self, G_CONNECT_SWAPPED);
  syn_mark_choice_watch (choice_changed_cb, G_OBJECT (self));
  comparison_changed_cb (self);
  return GTK_WIDGET (self);
}

SynSource *
syn_read_text_get_source (SynReadText *self)
{
  g_return_val_if_fail (SYN_IS_READ_TEXT (self), NULL);
  return self->source;
}

SynArticle *
syn_read_text_get_article (SynReadText *self)
{
  g_return_val_if_fail (SYN_IS_READ_TEXT (self), NULL);
  return syn_source_get_article (self->source);
}

GArray *
syn_read_text_get_statements (SynReadText *self)
{
  g_return_val_if_fail (SYN_IS_READ_TEXT (self), NULL);
  return self->statements;
}

GArray *
syn_read_text_get_marks (SynReadText *self)
{
  g_return_val_if_fail (SYN_IS_READ_TEXT (self), NULL);
  return self->marks;
}

gint
syn_read_text_find_statement_at (SynReadText *self, double x, double y)
{
  g_return_val_if_fail (SYN_IS_READ_TEXT (self), -1);
  return find_at (self, x, y, FALSE);
}

gboolean
syn_read_text_get_visible_statements (SynReadText *self, guint *out_first, guint *out_end)
{
  guint from, end;

  g_return_val_if_fail (SYN_IS_READ_TEXT (self), FALSE);

  if (self->statements == NULL)
    return FALSE;
  syn_read_geometry_find_visible (GTK_TEXT_VIEW (self), self->statements, &from, &end);
  *out_first = self->first + from;
  *out_end = self->first + end;
  return from < end;
}

gint
syn_read_text_find_first_visible (SynReadText *self)
{
  guint from, end;
  GdkRectangle visible;

  if (!syn_read_text_get_visible_statements (self, &from, &end))
    return -1;
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  for (guint statement = from; statement < end; statement++)
    {
      double top, bottom;

      if (syn_read_text_get_statement_lines (self, statement, &top, &bottom, NULL) && top >= visible.y)
        return (gint) statement;
    }
  return (gint) from;
}

gboolean
syn_read_text_get_statement_lines (SynReadText *self,
                                   guint        statement,
                                   double      *out_top,
                                   double      *out_bottom,
                                   double      *out_line)
{
  SynReadSpan *span;
  double origin;
  const graphene_rect_t *first, *last;

  g_return_val_if_fail (SYN_IS_READ_TEXT (self), FALSE);

  if (!syn_read_text_owns (self, (gint) statement))
    return FALSE;
  span = syn_read_text_span (self, statement);
  origin = syn_read_text_measure (self, span);
  if (span->segments->len == 0)
    return FALSE;
  first = &g_array_index (span->segments, graphene_rect_t, 0);
  last = &g_array_index (span->segments, graphene_rect_t, span->segments->len - 1);
  *out_top = origin + first->origin.y;
  *out_bottom = origin + last->origin.y + last->size.height;
  if (out_line != NULL)
    *out_line = first->size.height;
  return TRUE;
}

gboolean
syn_read_text_is_lit (SynReadText *self, guint statement)
{
  g_return_val_if_fail (SYN_IS_READ_TEXT (self), FALSE);
  return syn_read_text_contains (self->hovered, statement);
}

GArray *
syn_read_text_dup_selection_statements (SynReadText *self)
{
  GArray *statements = g_array_new (FALSE, FALSE, sizeof (guint));
  GtkTextIter start, end;

  g_return_val_if_fail (SYN_IS_READ_TEXT (self), statements);

  if (self->statements == NULL
      || !gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start, &end))
    return statements;
  for (guint i = syn_read_spans_find (self->statements, (guint32) gtk_text_iter_get_offset (&start));
       i < self->statements->len; i++)
    {
      const SynReadSpan *span = &g_array_index (self->statements, SynReadSpan, i);

      if ((gint) span->start >= gtk_text_iter_get_offset (&end))
        break;
      g_array_append_val (statements, span->statement);
    }
  return statements;
}

char *
syn_read_text_dup_quote (SynReadText *self, gint statement)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (SYN_IS_READ_TEXT (self), NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  if (gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  if (!syn_read_text_owns (self, statement))
    return NULL;
  return syn_comparison_dup_statement_text (self->comparison, (guint) statement);
}

void
syn_read_text_set_hits (SynReadText *self, const GArray *hits, gint current)
{
  g_return_if_fail (SYN_IS_READ_TEXT (self));

  g_array_set_size (self->hits, 0);
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      const SynSpan *span = &g_array_index (hits, SynSpan, i);
      SynReadSpan hit = { .start = span->start, .end = span->end };

      g_array_append_val (self->hits, hit);
    }
  self->current_hit = current;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
