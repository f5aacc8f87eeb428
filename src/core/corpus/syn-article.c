/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-article.h"

#include <gio/gio.h>
#include <string.h>

/* One entry of the offset index for so many bytes: small enough to scan, large enough to stay cheap. */
#define STEP 64

struct _SynArticle
{
  GObject parent_instance;

  char *id;
  char *path;
  char *text;
  GBytes *text_bytes; /* where @text lies, if it is not its own */
  gsize length;
  GBytes *bytes;
  guint index_in_file;
  char *sha256;
  char *encoding;
  GArray *blocks;
  char *fields[6]; /* by property, see FIELD */

  guint32 *index; /* code points before each multiple of STEP */
  gsize index_ready;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_OUTLET,
  PROP_BYLINE,
  PROP_PUBLISHED,
  PROP_URL,
  PROP_LANGUAGE,
  PROP_PATH,
  PROP_ID,
  N_PROPS
};

#define FIELD(self, prop) ((self)->fields[(prop) -PROP_TITLE])

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SynArticle, syn_article, G_TYPE_OBJECT)

static const char *const role_names[] = {
  [SYN_ROLE_BODY] = "body",         [SYN_ROLE_HEADLINE] = "headline",
  [SYN_ROLE_SUBHEAD] = "subhead",   [SYN_ROLE_CAPTION] = "caption",
  [SYN_ROLE_BYLINE] = "byline",     [SYN_ROLE_DATELINE] = "dateline",
  [SYN_ROLE_BOILERPLATE] = "boilerplate",
};

static void
syn_article_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SynArticle *self = SYN_ARTICLE (object);
  const char *string = g_value_get_string (value);

  if (prop_id < PROP_TITLE || prop_id > PROP_LANGUAGE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (string != NULL && *string == '\0')
    string = NULL;
  if (g_strcmp0 (FIELD (self, prop_id), string) == 0)
    return;
  g_free (FIELD (self, prop_id));
  FIELD (self, prop_id) = g_strdup (string);
  g_object_notify_by_pspec (object, pspec);
}

static void
syn_article_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SynArticle *self = SYN_ARTICLE (object);

  if (prop_id == PROP_PATH)
    g_value_set_string (value, self->path);
  else if (prop_id == PROP_ID)
    g_value_set_string (value, self->id);
  else if (prop_id >= PROP_TITLE && prop_id <= PROP_LANGUAGE)
    g_value_set_string (value, FIELD (self, prop_id));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
syn_article_finalize (GObject *object)
{
  SynArticle *self = SYN_ARTICLE (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->fields); i++)
    g_free (self->fields[i]);
  g_free (self->id);
  g_free (self->path);
  if (self->text_bytes == NULL)
    g_free (self->text);
  g_clear_pointer (&self->text_bytes, g_bytes_unref);
  g_free (self->sha256);
  g_free (self->encoding);
  g_free (self->index);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->blocks, g_array_unref);

  G_OBJECT_CLASS (syn_article_parent_class)->finalize (object);
}

static void
syn_article_class_init (SynArticleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  static const char *const names[] = {
    [PROP_TITLE] = "title", [PROP_OUTLET] = "outlet",     [PROP_BYLINE] = "byline",
    [PROP_URL] = "url",     [PROP_PUBLISHED] = "published", [PROP_LANGUAGE] = "language",
    [PROP_PATH] = "path",   [PROP_ID] = "id",
  };

  object_class->finalize = syn_article_finalize;
  object_class->get_property = syn_article_get_property;
  object_class->set_property = syn_article_set_property;

  for (guint i = PROP_TITLE; i < N_PROPS; i++)
    properties[i]
        = g_param_spec_string (names[i], NULL, NULL, NULL,
                               (i <= PROP_LANGUAGE ? G_PARAM_READWRITE : G_PARAM_READABLE)
                                   | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
syn_article_init (SynArticle *self)
{
  self->blocks = g_array_new (FALSE, FALSE, sizeof (SynBlock));
}

/**
 * syn_role_to_string:
 * @role: a role
 *
 * Returns: (transfer none): the role's name in JSON and the database
 */
const char *
syn_role_to_string (SynRole role)
{
  g_return_val_if_fail ((guint) role < G_N_ELEMENTS (role_names), "body");
  return role_names[role];
}

/**
 * syn_role_from_string:
 * @name: a role's name
 * @out_role: (out): the role
 *
 * Returns: whether @name names a role; @out_role is untouched otherwise
 */
gboolean
syn_role_from_string (const char *name, SynRole *out_role)
{
  for (guint i = 0; i < G_N_ELEMENTS (role_names); i++)
    if (g_strcmp0 (name, role_names[i]) == 0)
      {
        *out_role = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * syn_role_is_matched:
 * @role: a role
 *
 * Returns: whether statements of @role are compared with those of other articles
 */
gboolean
syn_role_is_matched (SynRole role)
{
  return role == SYN_ROLE_BODY || role == SYN_ROLE_HEADLINE || role == SYN_ROLE_SUBHEAD;
}

SynArticle *
syn_article_new (const char *path, const char *text, gssize length)
{
  SynArticle *self = g_object_new (SYN_TYPE_ARTICLE, NULL);

  g_return_val_if_fail (text != NULL, self);
  self->path = g_strdup (path != NULL ? path : "");
  self->length = length < 0 ? strlen (text) : (gsize) length;
  self->text = g_strndup (text, self->length);
  return self;
}

SynArticle *
syn_article_new_from_bytes (const char *path, GBytes *text)
{
  SynArticle *self = g_object_new (SYN_TYPE_ARTICLE, NULL);

  g_return_val_if_fail (text != NULL, self);
  self->path = g_strdup (path != NULL ? path : "");
  self->text_bytes = g_bytes_ref (text);
  self->text = (char *) g_bytes_get_data (text, &self->length);
  return self;
}

/**
 * syn_article_get_path:
 * @self: an article
 *
 * Returns: (transfer none): where it came from, relative to the corpus; never %NULL
 */
const char *
syn_article_get_path (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);
  return self->path;
}

/**
 * syn_article_get_text:
 * @self: an article
 *
 * Returns: (transfer none): the whole text, valid UTF-8
 */
const char *
syn_article_get_text (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);
  return self->text;
}

/**
 * syn_article_get_length:
 * @self: an article
 *
 * Returns: length of the text in bytes
 */
gsize
syn_article_get_length (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), 0);
  return self->length;
}

/**
 * syn_article_get_id:
 * @self: an article
 *
 * Returns: (transfer none) (nullable): its name inside its corpus
 */
const char *
syn_article_get_id (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);
  return self->id;
}

/**
 * syn_article_set_id:
 * @self: an article
 * @id: (nullable): its name inside its corpus
 */
void
syn_article_set_id (SynArticle *self, const char *id)
{
  g_return_if_fail (SYN_IS_ARTICLE (self));
  if (g_strcmp0 (self->id, id) == 0)
    return;
  g_free (self->id);
  self->id = g_strdup (id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
}

/**
 * syn_article_set_bytes:
 * @self: an article
 * @bytes: (nullable): the file as read
 * @index_in_file: position among the articles of that file
 */
void
syn_article_set_bytes (SynArticle *self, GBytes *bytes, guint index_in_file)
{
  g_autofree char *sha256 = NULL;

  g_return_if_fail (SYN_IS_ARTICLE (self));
  sha256 = bytes != NULL
               ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes)
               : g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) self->text,
                                              self->length);
  syn_article_set_hashed_bytes (self, bytes, sha256, index_in_file);
}

/**
 * syn_article_set_hashed_bytes:
 * @self: an article
 * @bytes: (nullable): the file as read
 * @sha256: their SHA-256 in lower-case hex
 * @index_in_file: position among the articles of that file
 */
void
syn_article_set_hashed_bytes (SynArticle *self, GBytes *bytes, const char *sha256,
                              guint index_in_file)
{
  g_return_if_fail (SYN_IS_ARTICLE (self));
  if (bytes != NULL)
    g_bytes_ref (bytes);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = bytes;
  self->index_in_file = index_in_file;
  g_free (self->sha256);
  self->sha256 = g_strdup (sha256);
}

/**
 * syn_article_get_bytes:
 * @self: an article
 *
 * Returns: (transfer none) (nullable): the file as read
 */
GBytes *
syn_article_get_bytes (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);
  return self->bytes;
}

/**
 * syn_article_get_sha256:
 * @self: an article
 *
 * Returns: (transfer none): SHA-256 of the bytes, or of the text where there are none, in hex
 */
const char *
syn_article_get_sha256 (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);
  if (self->sha256 == NULL)
    syn_article_set_bytes (self, NULL, self->index_in_file);
  return self->sha256;
}

/**
 * syn_article_get_index_in_file:
 * @self: an article
 *
 * Returns: position among the articles of one file
 */
guint
syn_article_get_index_in_file (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), 0);
  return self->index_in_file;
}

/**
 * syn_article_get_encoding:
 * @self: an article
 *
 * Returns: (transfer none): the encoding the bytes were read as
 */
const char *
syn_article_get_encoding (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);
  return self->encoding != NULL ? self->encoding : "UTF-8";
}

/**
 * syn_article_set_encoding:
 * @self: an article
 * @encoding: (nullable): the encoding the bytes were read as
 */
void
syn_article_set_encoding (SynArticle *self, const char *encoding)
{
  g_return_if_fail (SYN_IS_ARTICLE (self));
  g_free (self->encoding);
  self->encoding = g_strdup (encoding);
}

/**
 * syn_article_get_title:
 * @self: an article
 *
 * Returns: (transfer none) (nullable): its headline
 */
const char *
syn_article_get_title (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);
  return FIELD (self, PROP_TITLE);
}

/**
 * syn_article_get_outlet:
 * @self: an article
 *
 * Returns: (transfer none) (nullable): who published it
 */
const char *
syn_article_get_outlet (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);
  return FIELD (self, PROP_OUTLET);
}

/**
 * syn_article_get_byline:
 * @self: an article
 *
 * Returns: (transfer none) (nullable): who wrote it
 */
const char *
syn_article_get_byline (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);
  return FIELD (self, PROP_BYLINE);
}

/**
 * syn_article_get_published:
 * @self: an article
 *
 * Returns: (transfer none) (nullable): when it was published, ISO 8601, perhaps a date only
 */
const char *
syn_article_get_published (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);
  return FIELD (self, PROP_PUBLISHED);
}

/**
 * syn_article_get_url:
 * @self: an article
 *
 * Returns: (transfer none) (nullable): where it was published
 */
const char *
syn_article_get_url (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);
  return FIELD (self, PROP_URL);
}

/**
 * syn_article_get_language:
 * @self: an article
 *
 * Returns: (transfer none) (nullable): its language, BCP 47
 */
const char *
syn_article_get_language (SynArticle *self)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);
  return FIELD (self, PROP_LANGUAGE);
}

/**
 * syn_article_dup_source_name:
 * @self: an article
 *
 * Returns: (transfer full): what its column is headed with; never empty
 */
char *
syn_article_dup_source_name (SynArticle *self)
{
  g_autoptr (GUri) uri = NULL;
  const char *host = NULL;

  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);
  if (FIELD (self, PROP_OUTLET) != NULL)
    return g_strdup (FIELD (self, PROP_OUTLET));
  if (FIELD (self, PROP_URL) != NULL)
    uri = g_uri_parse (FIELD (self, PROP_URL), G_URI_FLAGS_NONE, NULL);
  if (uri != NULL)
    host = g_uri_get_host (uri);
  if (host != NULL && *host != '\0')
    return g_strdup (g_str_has_prefix (host, "www.") ? host + 4 : host);
  if (FIELD (self, PROP_TITLE) != NULL)
    return g_strdup (FIELD (self, PROP_TITLE));
  if (*self->path != '\0')
    return g_path_get_basename (self->path);
  return g_strdup (self->id != NULL ? self->id : "?");
}

/**
 * syn_article_dup_published_time:
 * @self: an article
 *
 * A time without a zone is taken as UTC.
 *
 * Returns: (transfer full) (nullable): the published time; %NULL where there is none or a date only
 */
GDateTime *
syn_article_dup_published_time (SynArticle *self)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);
  if (FIELD (self, PROP_PUBLISHED) == NULL)
    return NULL;
  return g_date_time_new_from_iso8601 (FIELD (self, PROP_PUBLISHED), utc);
}

/**
 * syn_article_set_blocks:
 * @self: an article
 * @blocks: (array length=n_blocks): sorted and disjoint
 * @n_blocks: their number
 */
void
syn_article_set_blocks (SynArticle *self, const SynBlock *blocks, guint n_blocks)
{
  g_return_if_fail (SYN_IS_ARTICLE (self));
  g_array_set_size (self->blocks, 0);
  if (n_blocks > 0)
    g_array_append_vals (self->blocks, blocks, n_blocks);
}

/**
 * syn_article_get_blocks:
 * @self: an article
 * @n_blocks: (out): their number
 *
 * Returns: (transfer none) (array length=n_blocks): the blocks in the order of the text
 */
const SynBlock *
syn_article_get_blocks (SynArticle *self, guint *n_blocks)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);
  *n_blocks = self->blocks->len;
  return (const SynBlock *) (const void *) self->blocks->data;
}

static inline gboolean
starts_character (char byte)
{
  return ((guchar) byte & 0xc0) != 0x80;
}

static const guint32 *
offset_index (SynArticle *self)
{
  if (g_once_init_enter (&self->index_ready))
    {
      gsize n = self->length / STEP + 1;
      guint32 chars = 0;

      self->index = g_new (guint32, n);
      for (gsize i = 0; i <= self->length; i++)
        {
          if (i % STEP == 0)
            self->index[i / STEP] = chars;
          if (i < self->length && starts_character (self->text[i]))
            chars++;
        }
      g_once_init_leave (&self->index_ready, 1);
    }
  return self->index;
}

/**
 * syn_article_offset_to_chars:
 * @self: an article
 * @byte: an offset in bytes; past the end counts as the end
 *
 * Returns: the same place in code points
 */
guint32
syn_article_offset_to_chars (SynArticle *self, guint32 byte)
{
  const guint32 *index;
  guint32 chars;

  g_return_val_if_fail (SYN_IS_ARTICLE (self), 0);
  index = offset_index (self);
  byte = MIN (byte, self->length);
  chars = index[byte / STEP];
  for (guint32 i = byte - byte % STEP; i < byte; i++)
    if (starts_character (self->text[i]))
      chars++;
  return chars;
}

/**
 * syn_article_chars_to_offset:
 * @self: an article
 * @chars: an offset in code points; past the end counts as the end
 *
 * Returns: the same place in bytes
 */
guint32
syn_article_chars_to_offset (SynArticle *self, guint32 chars)
{
  const guint32 *index;
  gsize low = 0, high;
  guint32 seen, byte;

  g_return_val_if_fail (SYN_IS_ARTICLE (self), 0);
  index = offset_index (self);
  high = self->length / STEP;
  while (low < high)
    {
      gsize middle = (low + high + 1) / 2;

      if (index[middle] <= chars)
        low = middle;
      else
        high = middle - 1;
    }
  seen = index[low];
  for (byte = low * STEP; byte < self->length; byte++)
    if (starts_character (self->text[byte]) && seen++ == chars)
      break;
  return byte;
}

/**
 * syn_article_dup_span:
 * @self: an article
 * @span: bytes of its text
 *
 * Returns: (transfer full): the words of @span
 */
char *
syn_article_dup_span (SynArticle *self, SynSpan span)
{
  g_return_val_if_fail (SYN_IS_ARTICLE (self), NULL);
  span.end = MIN (span.end, self->length);
  if (syn_span_is_empty (span))
    return g_strdup ("");
  return g_strndup (self->text + span.start, span.end - span.start);
}

static gboolean
is_space (const char *p)
{
  return (guchar)*p < 0x80 ? g_ascii_isspace (*p) : g_unichar_isspace (g_utf8_get_char (p));
}

/**
 * syn_article_dup_words:
 * @self: an article
 * @span: bytes of its text
 *
 * Returns: (transfer full): the words of the span, one space between them
 */
char *
syn_article_dup_words (SynArticle *self, SynSpan span)
{
  g_autofree char *raw = syn_article_dup_span (self, span);
  GString *out = g_string_sized_new (span.end - span.start + 1);
  gboolean space = FALSE;

  for (const char *p = raw, *next; *p != '\0'; p = next)
    {
      next = g_utf8_next_char (p);
      if (is_space (p))
        {
          space = out->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (out, ' ');
      space = FALSE;
      while (*next != '\0' && !is_space (next))
        next = g_utf8_next_char (next);
      g_string_append_len (out, p, next - p);
    }
  return g_string_free (out, FALSE);
}
