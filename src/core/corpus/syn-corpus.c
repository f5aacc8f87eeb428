/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-corpus.h"

struct _SynCorpus
{
  GObject parent_instance;

  char *title;
  GPtrArray *articles;
  GListStore *report;
  char **uris;
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GType
syn_corpus_get_item_type (GListModel *model)
{
  return SYN_TYPE_ARTICLE;
}

static guint
syn_corpus_get_n_items (GListModel *model)
{
  return SYN_CORPUS (model)->articles->len;
}

static gpointer
syn_corpus_get_item (GListModel *model, guint position)
{
  SynCorpus *self = SYN_CORPUS (model);

  return position < self->articles->len ? g_object_ref (self->articles->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = syn_corpus_get_item_type;
  iface->get_n_items = syn_corpus_get_n_items;
  iface->get_item = syn_corpus_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SynCorpus, syn_corpus, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
syn_corpus_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_TITLE)
    g_value_set_string (value, SYN_CORPUS (object)->title);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
syn_corpus_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_TITLE)
    syn_corpus_set_title (SYN_CORPUS (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
syn_corpus_finalize (GObject *object)
{
  SynCorpus *self = SYN_CORPUS (object);

  g_free (self->title);
  g_strfreev (self->uris);
  g_ptr_array_unref (self->articles);
  g_object_unref (self->report);

  G_OBJECT_CLASS (syn_corpus_parent_class)->finalize (object);
}

static void
syn_corpus_class_init (SynCorpusClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = syn_corpus_finalize;
  object_class->get_property = syn_corpus_get_property;
  object_class->set_property = syn_corpus_set_property;

  properties[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
syn_corpus_init (SynCorpus *self)
{
  self->articles = g_ptr_array_new_with_free_func (g_object_unref);
  self->report = g_list_store_new (SYN_TYPE_IMPORT_ENTRY);
  self->uris = g_new0 (char *, 1);
}

/**
 * syn_corpus_new:
 * @title: (nullable): what it is called
 *
 * Returns: (transfer full): a corpus without articles
 */
SynCorpus *
syn_corpus_new (const char *title)
{
  SynCorpus *self = g_object_new (SYN_TYPE_CORPUS, NULL);

  self->title = g_strdup (title);
  return self;
}

/**
 * syn_corpus_get_title:
 * @self: a corpus
 *
 * Returns: (transfer none): what it is called, perhaps empty
 */
const char *
syn_corpus_get_title (SynCorpus *self)
{
  g_return_val_if_fail (SYN_IS_CORPUS (self), NULL);
  return self->title != NULL ? self->title : "";
}

/**
 * syn_corpus_set_title:
 * @self: a corpus
 * @title: (nullable): what it is called
 */
void
syn_corpus_set_title (SynCorpus *self, const char *title)
{
  g_return_if_fail (SYN_IS_CORPUS (self));
  if (g_strcmp0 (self->title, title) == 0)
    return;
  g_free (self->title);
  self->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * syn_corpus_add:
 * @self: a corpus
 * @article: an article of no other corpus
 */
void
syn_corpus_add (SynCorpus *self, SynArticle *article)
{
  g_autofree char *id = NULL;

  g_return_if_fail (SYN_IS_CORPUS (self));
  g_return_if_fail (SYN_IS_ARTICLE (article));
  id = g_strdup_printf ("a%u", self->articles->len + 1);
  syn_article_set_id (article, id);
  g_ptr_array_add (self->articles, g_object_ref (article));
  g_list_model_items_changed (G_LIST_MODEL (self), self->articles->len - 1, 0, 1);
}

/**
 * syn_corpus_add_named:
 * @self: a corpus
 * @article: an article of another corpus
 *
 * Makes this a corpus of some of the other's articles.  @article keeps the name it has there.
 */
void
syn_corpus_add_named (SynCorpus *self, SynArticle *article)
{
  g_return_if_fail (SYN_IS_CORPUS (self));
  g_return_if_fail (SYN_IS_ARTICLE (article));
  g_ptr_array_add (self->articles, g_object_ref (article));
  g_list_model_items_changed (G_LIST_MODEL (self), self->articles->len - 1, 0, 1);
}

/**
 * syn_corpus_get_n_articles:
 * @self: a corpus
 *
 * Returns: the number of its articles
 */
guint
syn_corpus_get_n_articles (SynCorpus *self)
{
  g_return_val_if_fail (SYN_IS_CORPUS (self), 0);
  return self->articles->len;
}

/**
 * syn_corpus_get_article:
 * @self: a corpus
 * @index: less than the number of articles
 *
 * Returns: (transfer none): the article
 */
SynArticle *
syn_corpus_get_article (SynCorpus *self, guint index)
{
  g_return_val_if_fail (SYN_IS_CORPUS (self), NULL);
  g_return_val_if_fail (index < self->articles->len, NULL);
  return self->articles->pdata[index];
}

/**
 * syn_corpus_get_report:
 * @self: a corpus
 *
 * Returns: (transfer none): a #GListStore of #SynImportEntry, one per file met
 */
GListModel *
syn_corpus_get_report (SynCorpus *self)
{
  g_return_val_if_fail (SYN_IS_CORPUS (self), NULL);
  return G_LIST_MODEL (self->report);
}

/**
 * syn_corpus_get_uris:
 * @self: a corpus
 *
 * Returns: (transfer none) (array zero-terminated=1): what it was opened from
 */
const char *const *
syn_corpus_get_uris (SynCorpus *self)
{
  g_return_val_if_fail (SYN_IS_CORPUS (self), NULL);
  return (const char *const *) self->uris;
}

/**
 * syn_corpus_set_uris:
 * @self: a corpus
 * @uris: (nullable) (array zero-terminated=1): what it was opened from
 */
void
syn_corpus_set_uris (SynCorpus *self, const char *const *uris)
{
  g_auto (GStrv) old = NULL;

  g_return_if_fail (SYN_IS_CORPUS (self));
  old = g_steal_pointer (&self->uris);
  self->uris = uris != NULL ? g_strdupv ((char **) uris) : g_new0 (char *, 1);
}
