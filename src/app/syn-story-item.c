/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-story-item.h"

struct _SynStoryItem
{
  GObject parent_instance;
  char *id;
  char *title;
  guint n_articles;
  GDateTime *first, *last;
  gint n_conflicts, n_open;
  guint n_hits;
};

enum
{
  PROP_0,
  PROP_N_CONFLICTS,
  PROP_N_OPEN,
  PROP_N_HITS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SynStoryItem, syn_story_item, G_TYPE_OBJECT)

static void
syn_story_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SynStoryItem *self = SYN_STORY_ITEM (object);

  switch (id)
    {
    case PROP_N_CONFLICTS:
      g_value_set_int (value, self->n_conflicts);
      break;
    case PROP_N_OPEN:
      g_value_set_int (value, self->n_open);
      break;
    case PROP_N_HITS:
      g_value_set_uint (value, self->n_hits);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
syn_story_item_finalize (GObject *object)
{
  SynStoryItem *self = SYN_STORY_ITEM (object);

  g_free (self->id);
  g_free (self->title);
  g_clear_pointer (&self->first, g_date_time_unref);
  g_clear_pointer (&self->last, g_date_time_unref);
  G_OBJECT_CLASS (syn_story_item_parent_class)->finalize (object);
}

static void
syn_story_item_class_init (SynStoryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = syn_story_item_get_property;
  object_class->finalize = syn_story_item_finalize;
  properties[PROP_N_CONFLICTS]
      = g_param_spec_int ("n-conflicts", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_N_OPEN] = g_param_spec_int ("n-open", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_N_HITS] = g_param_spec_uint ("n-hits", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
syn_story_item_init (SynStoryItem *self)
{
  self->n_conflicts = -1;
  self->n_open = -1;
}

SynStoryItem *
syn_story_item_new (const SynStory *story)
{
  SynStoryItem *self = g_object_new (SYN_TYPE_STORY_ITEM, NULL);

  self->id = g_strdup (story->id);
  self->title = g_strdup (story->title);
  self->n_articles = story->articles->len;
  self->first = story->first != NULL ? g_date_time_ref (story->first) : NULL;
  self->last = story->last != NULL ? g_date_time_ref (story->last) : NULL;
  return self;
}

const char *
syn_story_item_get_id (SynStoryItem *self)
{
  return self->id;
}

const char *
syn_story_item_get_title (SynStoryItem *self)
{
  return self->title;
}

guint
syn_story_item_get_n_articles (SynStoryItem *self)
{
  return self->n_articles;
}

GDateTime *
syn_story_item_get_first (SynStoryItem *self)
{
  return self->first;
}

GDateTime *
syn_story_item_get_last (SynStoryItem *self)
{
  return self->last;
}

gint
syn_story_item_get_n_conflicts (SynStoryItem *self)
{
  return self->n_conflicts;
}

gint
syn_story_item_get_n_open (SynStoryItem *self)
{
  return self->n_open;
}

guint
syn_story_item_get_n_hits (SynStoryItem *self)
{
  return self->n_hits;
}

void
syn_story_item_set_counts (SynStoryItem *self, gint n_conflicts, gint n_open)
{
  g_object_freeze_notify (G_OBJECT (self));
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
  g_object_thaw_notify (G_OBJECT (self));
}

void
syn_story_item_set_n_hits (SynStoryItem *self, guint n_hits)
{
  if (self->n_hits == n_hits)
    return;
  self->n_hits = n_hits;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_HITS]);
}
