/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-read-style.h"

#include "syn-palette.h"

/* Pixels at 11 pt and 96 dpi, as in the design; the body's size is the unit of everything else. */
#define BODY_SIZE 16.0
#define BODY_LINE 25.0
#define PARAGRAPH_GAP 13.0

typedef enum
{
  FACE_BODY_EVEN,
  FACE_BODY_ODD,
  FACE_HEADLINE,
  FACE_SUBHEAD,
  FACE_SMALL,
  FACE_FADED,
  N_FACES,
} Face;

typedef struct
{
  const char *name;
  double size;
  double line;
  PangoWeight weight;
  PangoStyle style;
} FaceStyle;

/* Two alternating tags for the body: a line that no tag begins or ends on inherits the attributes of the
 * line above it in GtkTextView 4.8. */
static const FaceStyle faces[N_FACES] = {
  [FACE_BODY_EVEN] = { "body-even", BODY_SIZE, BODY_LINE, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [FACE_BODY_ODD] = { "body-odd", BODY_SIZE, BODY_LINE, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [FACE_HEADLINE] = { "headline", 21.0, 29.0, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [FACE_SUBHEAD] = { "subhead", 17.0, 25.0, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [FACE_SMALL] = { "small", 13.5, 21.0, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [FACE_FADED] = { "faded", 13.5, 21.0, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC },
};

static Face
face_of_role (SynRole role, guint paragraph)
{
  switch (role)
    {
    case SYN_ROLE_HEADLINE:
      return FACE_HEADLINE;
    case SYN_ROLE_SUBHEAD:
      return FACE_SUBHEAD;
    case SYN_ROLE_BYLINE:
    case SYN_ROLE_DATELINE:
      return FACE_SMALL;
    case SYN_ROLE_CAPTION:
    case SYN_ROLE_BOILERPLATE:
      return FACE_FADED;
    case SYN_ROLE_BODY:
      break;
    }
  return paragraph % 2 ? FACE_BODY_ODD : FACE_BODY_EVEN;
}

static GtkTextTag *
find_tag (GtkTextBuffer *buffer, const char *name)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
}

static void
make_tags (GtkTextBuffer *buffer)
{
  for (guint i = 0; i < N_FACES; i++)
    gtk_text_buffer_create_tag (buffer, faces[i].name, "scale", faces[i].size / BODY_SIZE, "weight",
                                faces[i].weight, "style", faces[i].style, NULL);
  /* The natural line of most faces is about 1.6 of the size; exact heights are set in update. */
  gtk_text_buffer_create_tag (buffer, "gap", "scale", 0.5, NULL);
  gtk_text_buffer_create_tag (buffer, "no-gap", "scale", 0.01, "pixels-below-lines", 0, NULL);
  gtk_text_buffer_create_tag (buffer, "spaced", "pixels-below-lines", (gint) PARAGRAPH_GAP, NULL);
  gtk_text_buffer_create_tag (buffer, "air", "letter-spacing", 3 * PANGO_SCALE, NULL);
  gtk_text_buffer_create_tag (buffer, "strong", "weight", PANGO_WEIGHT_BOLD, NULL);
}

static gboolean
line_is_blank (const GtkTextIter *start)
{
  GtkTextIter at = *start;

  while (!gtk_text_iter_ends_line (&at))
    {
      if (!g_unichar_isspace (gtk_text_iter_get_char (&at)))
        return FALSE;
      gtk_text_iter_forward_char (&at);
    }
  return TRUE;
}

static const SynBlock *
block_at (const SynBlock *blocks, guint n_blocks, guint *cursor, guint32 byte)
{
  while (*cursor < n_blocks && blocks[*cursor].span.end <= byte)
    (*cursor)++;
  return *cursor < n_blocks && blocks[*cursor].span.start <= byte ? &blocks[*cursor] : NULL;
}

static void
apply (GtkTextBuffer *buffer, const char *tag, const GtkTextIter *start, const GtkTextIter *end)
{
  gtk_text_buffer_apply_tag_by_name (buffer, tag, start, end);
}

/* A line of words: its face, and space below where the next line is another paragraph at once. */
static void
style_line (GtkTextBuffer *buffer, const GtkTextIter *start, const GtkTextIter *end,
            const SynBlock *block, const SynBlock *next, guint line)
{
  SynRole role = block != NULL ? block->role : SYN_ROLE_BODY;

  apply (buffer, faces[face_of_role (role, line)].name, start, end);
  if (next != NULL && next != block)
    apply (buffer, "spaced", start, end);
}

void
syn_read_style_install (GtkTextBuffer *buffer, SynArticle *article)
{
  guint n_blocks, cursor = 0;
  const SynBlock *blocks = syn_article_get_blocks (article, &n_blocks);
  gint n_lines = gtk_text_buffer_get_line_count (buffer);
  gboolean after_blank = FALSE;

  make_tags (buffer);
  for (gint line = 0; line < n_lines; line++)
    {
      GtkTextIter start, end, text;
      guint32 byte;

      gtk_text_buffer_get_iter_at_line (buffer, &start, line);
      end = start;
      gtk_text_iter_forward_line (&end);
      if (line_is_blank (&start))
        {
          apply (buffer, after_blank ? "no-gap" : "gap", &start, &end);
          after_blank = TRUE;
          continue;
        }
      after_blank = FALSE;
      text = start;
      while (g_unichar_isspace (gtk_text_iter_get_char (&text)))
        gtk_text_iter_forward_char (&text);
      byte = syn_article_chars_to_offset (article, gtk_text_iter_get_offset (&text));
      {
        const SynBlock *block = block_at (blocks, n_blocks, &cursor, byte);
        const SynBlock *next = NULL;
        guint ahead = cursor;

        if (!gtk_text_iter_is_end (&end) && !line_is_blank (&end))
          next = block_at (blocks, n_blocks, &ahead,
                           syn_article_chars_to_offset (article, gtk_text_iter_get_offset (&end)));
        style_line (buffer, &start, &end, block, next, (guint) line);
      }
    }
}

static SynColor
face_color (Face face)
{
  if (face == FACE_FADED)
    return SYN_COLOR_INK3;
  return face == FACE_SMALL ? SYN_COLOR_INK2 : SYN_COLOR_INK;
}

/* Ascent and descent of the view's face, in pixels. */
static void
get_metrics (GtkWidget *widget, double *out_ascent, double *out_descent)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);

  *out_ascent = pango_units_to_double (pango_font_metrics_get_ascent (metrics));
  *out_descent = pango_units_to_double (pango_font_metrics_get_descent (metrics));
  pango_font_metrics_unref (metrics);
}

double
syn_read_style_get_ascent (GtkTextView *view)
{
  double ascent, descent;

  get_metrics (GTK_WIDGET (view), &ascent, &descent);
  return ascent + descent > 0.0 ? ascent / (ascent + descent) : 0.75;
}

void
syn_read_style_update (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (view));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_units_to_double (pango_font_description_get_size (font));
  double ascent, descent, natural, unit;

  get_metrics (GTK_WIDGET (view), &ascent, &descent);
  natural = ascent + descent;
  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72.0;
  if (natural <= 0.0 || size <= 0.0)
    return;
  unit = size / BODY_SIZE;
  for (guint i = 0; i < N_FACES; i++)
    {
      GtkTextTag *tag = find_tag (buffer, faces[i].name);
      const GdkRGBA *color = syn_palette_get (GTK_WIDGET (view), face_color (i));
      /* Faces differ in their natural line: what is wanted is an absolute one. */
      double wanted = faces[i].line / faces[i].size * size;

      g_object_set (tag, "line-height", wanted / natural, "foreground-rgba", color, NULL);
    }
  g_object_set (find_tag (buffer, "gap"), "scale", PARAGRAPH_GAP * unit / natural, NULL);
  g_object_set (find_tag (buffer, "spaced"), "pixels-below-lines", (gint) (PARAGRAPH_GAP * unit), NULL);
}

void
syn_read_style_emphasise (GtkTextBuffer *buffer, guint start, guint end, gboolean bold)
{
  GtkTextIter from, to, at;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, (gint) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (gint) end);
  if (bold)
    apply (buffer, "strong", &from, &to);
  at = from;
  if (!gtk_text_iter_starts_line (&from) && gtk_text_iter_backward_char (&at))
    apply (buffer, "air", &at, &from);
  at = to;
  if (!gtk_text_iter_ends_line (&to) && gtk_text_iter_forward_char (&at))
    apply (buffer, "air", &to, &at);
}

void
syn_read_style_clear_emphasis (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, "strong", &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, "air", &start, &end);
}
