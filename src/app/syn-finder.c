/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-finder.h"

struct _SynFinder
{
  GObject parent_instance;

  SynSession *session;
  char *text;
  GArray *hits; /* SynFindHit, in the order of the columns */
  gint current;
};

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_N_HITS,
  PROP_CURRENT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SynFinder, syn_finder, G_TYPE_OBJECT)

/* ── Looking ─────────────────────────────────────────────────────────────── */

/* What a character is compared as; 0 for combining marks, which are not compared. */
static gunichar
fold (gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (g_unichar_isspace (c))
    return ' ';
  if (g_unichar_ismark (c))
    return 0;
  switch (c)
    {
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
    case 0x201b: /* ‛ */
      return '\'';
    case 0x201c: /* “ */
    case 0x201d: /* ” */
    case 0x201e: /* „ */
    case 0x00ab: /* « */
    case 0x00bb: /* » */
      return '"';
    case 0x2010: /* ‐ */
    case 0x2011: /* ‑ */
    case 0x2013: /* – */
    case 0x2014: /* — */
      return '-';
    default:
      break;
    }
  if (g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts)) > 0)
    c = parts[0];
  return g_unichar_tolower (c);
}

typedef struct
{
  gunichar c;
  guint32 offset; /* code point it comes from */
} Folded;

/* @text as it is compared: runs of white space are one space. */
static GArray *
fold_text (const char *text)
{
  GArray *folded = g_array_new (FALSE, FALSE, sizeof (Folded));
  guint32 offset = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), offset++)
    {
      Folded next = { fold (g_utf8_get_char (p)), offset };

      if (next.c == 0)
        continue;
      if (next.c == ' ' && folded->len > 0 && g_array_index (folded, Folded, folded->len - 1).c == ' ')
        continue;
      g_array_append_val (folded, next);
    }
  return folded;
}

static gboolean
stands_at (const GArray *text, guint at, const GArray *needle)
{
  for (guint i = 0; i < needle->len; i++)
    if (g_array_index (text, Folded, at + i).c != g_array_index (needle, Folded, i).c)
      return FALSE;
  return TRUE;
}

GArray *
syn_find_in_text (const char *text, const char *needle)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (SynSpan));
  g_autoptr (GArray) folded = NULL;
  g_autoptr (GArray) wanted = NULL;

  g_return_val_if_fail (text != NULL && needle != NULL, hits);

  wanted = fold_text (needle);
  if (wanted->len == 0)
    return hits;
  folded = fold_text (text);
  for (guint i = 0; i + wanted->len <= folded->len;)
    {
      SynSpan span;

      if (!stands_at (folded, i, wanted))
        {
          i++;
          continue;
        }
      span.start = g_array_index (folded, Folded, i).offset;
      span.end = g_array_index (folded, Folded, i + wanted->len - 1).offset + 1;
      g_array_append_val (hits, span);
      i += wanted->len;
    }
  return hits;
}

/* ── The search ──────────────────────────────────────────────────────────── */

static void
add_hits (SynFinder *self, SynSource *source)
{
  g_autoptr (GArray) spans = syn_find_in_text (syn_article_get_text (syn_source_get_article (source)), self->text);

  for (guint i = 0; i < spans->len; i++)
    {
      SynFindHit hit = { syn_source_get_index (source), g_array_index (spans, SynSpan, i) };

      g_array_append_val (self->hits, hit);
    }
}

/* The first hit at or after where the reader is. */
static gint
choose_first (SynFinder *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  gint active = syn_session_get_active_statement (self->session);
  const SynStatement *statement;
  guint32 start;

  if (self->hits->len == 0)
    return -1;
  if (comparison == NULL || active < 0)
    return 0;
  statement = syn_comparison_get_statement (comparison, (guint) active);
  start = syn_article_offset_to_chars (syn_comparison_get_article (comparison, statement->article),
                                       statement->span.start);
  for (guint i = 0; i < self->hits->len; i++)
    {
      const SynFindHit *hit = &g_array_index (self->hits, SynFindHit, i);

      if (hit->article == statement->article && hit->span.start >= start)
        return (gint) i;
    }
  return 0;
}

/* Both views bring the statement of the current hit into sight. */
static void
reveal_current (SynFinder *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  const SynFindHit *hit;
  SynArticle *article;
  gint statement;

  if (comparison == NULL || self->current < 0)
    return;
  hit = &g_array_index (self->hits, SynFindHit, self->current);
  article = syn_comparison_get_article (comparison, hit->article);
  statement = syn_comparison_find_statement (comparison, hit->article,
                                             syn_article_chars_to_offset (article, hit->span.start));
  if (statement >= 0)
    syn_session_reveal (self->session, (guint) statement);
}

static void
search (SynFinder *self)
{
  GListModel *sources = syn_session_get_sources (self->session);

  g_array_set_size (self->hits, 0);
  for (guint i = 0; *self->text != '\0' && i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (SynSource) source = g_list_model_get_item (sources, i);

      add_hits (self, source);
    }
  self->current = choose_first (self);
}

static void
notify_all (SynFinder *self)
{
  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

/* Other articles, or another order: the hits are others. */
static void
sources_changed_cb (SynFinder *self)
{
  if (*self->text == '\0')
    return;
  search (self);
  notify_all (self);
}

static void
syn_finder_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SynFinder *self = SYN_FINDER (object);

  switch (id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_N_HITS:
      g_value_set_uint (value, self->hits->len);
      break;
    case PROP_CURRENT:
      g_value_set_int (value, self->current);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
syn_finder_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TEXT)
    syn_finder_set_text (SYN_FINDER (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
syn_finder_finalize (GObject *object)
{
  SynFinder *self = SYN_FINDER (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (syn_finder_parent_class)->finalize (object);
}

static void
syn_finder_class_init (SynFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = syn_finder_get_property;
  object_class->set_property = syn_finder_set_property;
  object_class->finalize = syn_finder_finalize;
  properties[PROP_TEXT] = g_param_spec_string (
      "text", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_N_HITS] = g_param_spec_uint ("n-hits", NULL, NULL, 0, G_MAXUINT, 0,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CURRENT] = g_param_spec_int ("current", NULL, NULL, -1, G_MAXINT, -1,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
syn_finder_init (SynFinder *self)
{
  self->text = g_strdup ("");
  self->hits = g_array_new (FALSE, FALSE, sizeof (SynFindHit));
  self->current = -1;
}

SynFinder *
syn_finder_new (SynSession *session)
{
  SynFinder *self;

  g_return_val_if_fail (SYN_IS_SESSION (session), NULL);

  self = g_object_new (SYN_TYPE_FINDER, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (syn_session_get_sources (session), "items-changed", G_CALLBACK (sources_changed_cb),
                           self, G_CONNECT_SWAPPED);
  return self;
}

SynSession *
syn_finder_get_session (SynFinder *self)
{
  g_return_val_if_fail (SYN_IS_FINDER (self), NULL);
  return self->session;
}

const char *
syn_finder_get_text (SynFinder *self)
{
  g_return_val_if_fail (SYN_IS_FINDER (self), NULL);
  return self->text;
}

void
syn_finder_set_text (SynFinder *self, const char *text)
{
  g_return_if_fail (SYN_IS_FINDER (self));

  if (text == NULL)
    text = "";
  if (g_strcmp0 (self->text, text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  search (self);
  notify_all (self);
  reveal_current (self);
}

guint
syn_finder_get_n_hits (SynFinder *self)
{
  g_return_val_if_fail (SYN_IS_FINDER (self), 0);
  return self->hits->len;
}

const SynFindHit *
syn_finder_get_hit (SynFinder *self, guint index)
{
  g_return_val_if_fail (SYN_IS_FINDER (self), NULL);
  return index < self->hits->len ? &g_array_index (self->hits, SynFindHit, index) : NULL;
}

gint
syn_finder_get_current (SynFinder *self)
{
  g_return_val_if_fail (SYN_IS_FINDER (self), -1);
  return self->current;
}

void
syn_finder_move (SynFinder *self, gint step)
{
  gint n;

  g_return_if_fail (SYN_IS_FINDER (self));

  n = (gint) self->hits->len;
  if (n == 0)
    return;
  self->current = ((self->current + step) % n + n) % n;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
  reveal_current (self);
}

void
syn_finder_move_to_article (SynFinder *self, guint article)
{
  gint first = -1, next = -1;

  g_return_if_fail (SYN_IS_FINDER (self));

  for (gint i = 0; i < (gint) self->hits->len; i++)
    if (g_array_index (self->hits, SynFindHit, i).article == article)
      {
        if (first < 0)
          first = i;
        if (next < 0 && i > self->current && self->current >= first)
          next = i;
      }
  if (first < 0)
    return;
  self->current = next >= 0 ? next : first;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
  reveal_current (self);
}

guint
syn_finder_count_in (SynFinder *self, guint article)
{
  guint n = 0;

  g_return_val_if_fail (SYN_IS_FINDER (self), 0);

  for (guint i = 0; i < self->hits->len; i++)
    n += g_array_index (self->hits, SynFindHit, i).article == article;
  return n;
}

GArray *
syn_finder_list_in (SynFinder *self, guint article, gint *out_current)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SynSpan));

  g_return_val_if_fail (SYN_IS_FINDER (self), spans);

  *out_current = -1;
  for (guint i = 0; i < self->hits->len; i++)
    {
      const SynFindHit *hit = &g_array_index (self->hits, SynFindHit, i);

      if (hit->article != article)
        continue;
      if ((gint) i == self->current)
        *out_current = (gint) spans->len;
      g_array_append_val (spans, hit->span);
    }
  return spans;
}
