/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-session-private.h"

#include <glib/gi18n-lib.h>

/* Characters of a headline that serve as a name. */
#define NAME_MOST 24

struct _SynSource
{
  GObject parent_instance;
  SynArticle *article;
  guint index;
  gboolean visible;
  gboolean pivot;
  gboolean scroll_locked;
  gboolean place_locked;
  guint called;
  guint ordinal;
  char *name;
  char *initials;
  char *compared_name;
  guint n_conflicts;
  guint n_open;
  char *copies;
};

enum
{
  PROP_0,
  PROP_ARTICLE,
  PROP_INDEX,
  PROP_VISIBLE,
  PROP_PIVOT,
  PROP_NAME,
  PROP_INITIALS,
  PROP_N_CONFLICTS,
  PROP_N_OPEN,
  PROP_COPIES,
  PROP_SCROLL_LOCKED,
  PROP_PLACE_LOCKED,
  PROP_CALLED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SynSource, syn_source, G_TYPE_OBJECT)

/* A name that a machine gave the file: a number, or one with a long run of digits and letters up to F. */
static gboolean
is_machine_made (const char *name)
{
  guint n_letters = 0;
  guint run = 0;
  gboolean has_digit = FALSE;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      n_letters += g_unichar_isalpha (g_utf8_get_char (p)) ? 1 : 0;
      run = g_ascii_isxdigit (*p) ? run + 1 : 0;
      has_digit = (has_digit && run > 1) || g_ascii_isdigit (*p);
      if (run >= 8 && has_digit)
        return TRUE;
    }
  return n_letters == 0;
}

/* The first words of the headline say more than such a name. */
char *
syn_source_dup_plain_name (SynArticle *article)
{
  g_autofree char *name = syn_article_dup_source_name (article);
  const char *title = syn_article_get_title (article);
  g_autofree char *words = NULL;
  char *end;

  if (!is_machine_made (name) || title == NULL || is_machine_made (title))
    return g_steal_pointer (&name);
  while (!g_unichar_isalnum (g_utf8_get_char (title)))
    title = g_utf8_next_char (title);
  if (g_utf8_strlen (title, -1) <= NAME_MOST)
    return g_strdup_printf (_ ("“%s”"), title);
  words = g_utf8_substring (title, 0, NAME_MOST);
  end = strrchr (words, ' ');
  if (end != NULL && end > words)
    *end = '\0';
  return g_strdup_printf (_ ("“%s…”"), words);
}

static void
update_name (SynSource *self)
{
  g_autofree char *plain = syn_source_dup_plain_name (self->article);
  g_autofree char *name = self->ordinal > 1 ? g_strdup_printf ("%s (%u)", plain, self->ordinal)
                                            : g_strdup (plain);

  if (g_strcmp0 (name, self->name) == 0)
    return;
  g_free (self->name);
  self->name = g_steal_pointer (&name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

static void
syn_source_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SynSource *self = SYN_SOURCE (object);

  switch (id)
    {
    case PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;
    case PROP_INDEX:
      g_value_set_uint (value, self->index);
      break;
    case PROP_VISIBLE:
      g_value_set_boolean (value, self->visible);
      break;
    case PROP_PIVOT:
      g_value_set_boolean (value, self->pivot);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_INITIALS:
      g_value_set_string (value, self->initials);
      break;
    case PROP_N_CONFLICTS:
      g_value_set_uint (value, self->n_conflicts);
      break;
    case PROP_N_OPEN:
      g_value_set_uint (value, self->n_open);
      break;
    case PROP_COPIES:
      g_value_set_string (value, self->copies);
      break;
    case PROP_SCROLL_LOCKED:
      g_value_set_boolean (value, self->scroll_locked);
      break;
    case PROP_PLACE_LOCKED:
      g_value_set_boolean (value, self->place_locked);
      break;
    case PROP_CALLED:
      g_value_set_uint (value, self->called);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
syn_source_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_VISIBLE)
    syn_source_set_visible (SYN_SOURCE (object), g_value_get_boolean (value));
  else if (id == PROP_SCROLL_LOCKED)
    syn_source_set_scroll_locked (SYN_SOURCE (object), g_value_get_boolean (value));
  else if (id == PROP_PLACE_LOCKED)
    syn_source_set_place_locked (SYN_SOURCE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
syn_source_finalize (GObject *object)
{
  SynSource *self = SYN_SOURCE (object);

  g_clear_object (&self->article);
  g_free (self->name);
  g_free (self->initials);
  g_free (self->compared_name);
  g_free (self->copies);
  G_OBJECT_CLASS (syn_source_parent_class)->finalize (object);
}

static void
syn_source_class_init (SynSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->get_property = syn_source_get_property;
  object_class->set_property = syn_source_set_property;
  object_class->finalize = syn_source_finalize;

  properties[PROP_ARTICLE]
      = g_param_spec_object ("article", NULL, NULL, SYN_TYPE_ARTICLE, readable);
  properties[PROP_INDEX] = g_param_spec_uint ("index", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_VISIBLE] = g_param_spec_boolean ("visible", NULL, NULL, TRUE, writable);
  properties[PROP_PIVOT] = g_param_spec_boolean ("pivot", NULL, NULL, FALSE, readable);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, readable);
  properties[PROP_INITIALS] = g_param_spec_string ("initials", NULL, NULL, NULL, readable);
  properties[PROP_N_CONFLICTS]
      = g_param_spec_uint ("n-conflicts", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_N_OPEN] = g_param_spec_uint ("n-open", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_COPIES] = g_param_spec_string ("copies", NULL, NULL, NULL, readable);
  properties[PROP_SCROLL_LOCKED]
      = g_param_spec_boolean ("scroll-locked", NULL, NULL, FALSE, writable);
  properties[PROP_PLACE_LOCKED] = g_param_spec_boolean ("place-locked", NULL, NULL, FALSE, writable);
  properties[PROP_CALLED] = g_param_spec_uint ("called", NULL, NULL, 0, G_MAXUINT, 0, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
syn_source_init (SynSource *self)
{
  self->visible = TRUE;
  self->ordinal = 1;
}

SynSource *
syn_source_new (SynArticle *article, guint index, guint ordinal)
{
  SynSource *self = g_object_new (SYN_TYPE_SOURCE, NULL);

  self->article = g_object_ref (article);
  self->index = index;
  self->ordinal = ordinal;
  update_name (self);
  g_signal_connect_object (article, "notify", G_CALLBACK (update_name), self, G_CONNECT_SWAPPED);
  return self;
}

void
syn_source_set_pivot (SynSource *self, gboolean pivot)
{
  if (self->pivot == pivot)
    return;
  self->pivot = pivot;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PIVOT]);
}

void
syn_source_set_counts (SynSource *self, guint n_conflicts, guint n_open)
{
  if (self->n_conflicts != n_conflicts)
    {
      self->n_conflicts = n_conflicts;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CONFLICTS]);
    }
  if (self->n_open != n_open)
    {
      self->n_open = n_open;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_OPEN]);
    }
}

void
syn_source_set_copies (SynSource *self, const char *name)
{
  if (g_strcmp0 (self->copies, name) == 0)
    return;
  g_free (self->copies);
  self->copies = g_strdup (name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COPIES]);
}

void
syn_source_set_ordinal (SynSource *self, guint ordinal)
{
  self->ordinal = ordinal;
  update_name (self);
}

void
syn_source_note_compared (SynSource *self)
{
  g_free (self->compared_name);
  self->compared_name = syn_article_dup_source_name (self->article);
}

const char *
syn_source_get_compared_name (SynSource *self)
{
  return self->compared_name != NULL ? self->compared_name : self->name;
}

void
syn_source_set_initials (SynSource *self, const char *initials)
{
  if (g_strcmp0 (self->initials, initials) == 0)
    return;
  g_free (self->initials);
  self->initials = g_strdup (initials);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INITIALS]);
}

SynArticle *
syn_source_get_article (SynSource *self)
{
  return self->article;
}

guint
syn_source_get_index (SynSource *self)
{
  return self->index;
}

gboolean
syn_source_get_visible (SynSource *self)
{
  return self->visible;
}

void
syn_source_set_visible (SynSource *self, gboolean visible)
{
  visible = !!visible;
  if (self->visible == visible)
    return;
  self->visible = visible;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VISIBLE]);
}

gboolean
syn_source_get_scroll_locked (SynSource *self)
{
  return self->scroll_locked;
}

void
syn_source_set_scroll_locked (SynSource *self, gboolean locked)
{
  locked = !!locked;
  if (self->scroll_locked == locked)
    return;
  self->scroll_locked = locked;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCROLL_LOCKED]);
}

gboolean
syn_source_get_place_locked (SynSource *self)
{
  return self->place_locked;
}

void
syn_source_set_place_locked (SynSource *self, gboolean locked)
{
  locked = !!locked;
  if (self->place_locked == locked)
    return;
  self->place_locked = locked;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE_LOCKED]);
}

guint
syn_source_get_called (SynSource *self)
{
  return self->called;
}

void
syn_source_set_called (SynSource *self, guint called)
{
  if (self->called == called)
    return;
  self->called = called;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CALLED]);
}

gboolean
syn_source_get_pivot (SynSource *self)
{
  return self->pivot;
}

const char *
syn_source_get_name (SynSource *self)
{
  return self->name;
}

const char *
syn_source_get_initials (SynSource *self)
{
  return self->initials;
}

guint
syn_source_get_n_conflicts (SynSource *self)
{
  return self->n_conflicts;
}

guint
syn_source_get_n_open (SynSource *self)
{
  return self->n_open;
}

const char *
syn_source_get_copies (SynSource *self)
{
  return self->copies;
}
