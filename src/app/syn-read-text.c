/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-read-text-private.h"

#include "syn-column-style.h"
#include "syn-read-geometry.h"
#include "syn-read-style.h"
#include "syn-read-words.h"
#include "syn-settings.h"
#include "syn-statement-view.h"

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
    {
      gtk_widget_queue_draw (GTK_WIDGET (self)); /* other lines are wanted, of the same marks */
      return;
    }
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
  syn_read_text_add_controllers (self);
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
