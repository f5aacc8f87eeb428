/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-decode.h"

#include "syn-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/ustring.h>

#define REPLACEMENT "\xef\xbf\xbd"
/* So much of a file is enough to guess its encoding. */
#define DETECT_BYTES (64 * 1024)
/* More control characters, or NULs, than one in this many: not text. */
#define CONTROL_SHARE 50
#define NUL_SHARE 10
/* A text in UTF-16 has at least one space or line end among so many characters. */
#define SPACE_SHARE 40

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UConverter, ucnv_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UCharsetDetector, ucsdet_close)

/* What could not be kept. */
typedef struct
{
  gsize n_nuls;
  gsize n_bad;
} Losses;

typedef struct
{
  const char *bytes;
  gsize length;
  const char *encoding;
} Mark;

/* The longer marks first: that of UTF-32LE begins with that of UTF-16LE. */
static const Mark marks[] = {
  { "\xef\xbb\xbf", 3, "UTF-8" },
  { "\xff\xfe\0\0", 4, "UTF-32LE" },
  { "\0\0\xfe\xff", 4, "UTF-32BE" },
  { "\xff\xfe", 2, "UTF-16LE" },
  { "\xfe\xff", 2, "UTF-16BE" },
};

static const Mark *
find_mark (const char *data, gsize size)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (size >= marks[i].length && memcmp (data, marks[i].bytes, marks[i].length) == 0)
      return &marks[i];
  return NULL;
}

static gboolean
is_control (guint32 c)
{
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1b)
         || c == 0x7f;
}

/* Read as 16-bit units, does this look like words?  Only asked of bytes that hold NULs, which no other
 * encoding of text has. */
static gboolean
looks_utf16 (const guchar *data, gsize size, gboolean big)
{
  gsize n = MIN (size, DETECT_BYTES) / 2;
  gsize spaces = 0, odd = 0;

  for (gsize i = 0; i < n; i++)
    {
      guint32 c = big ? data[2 * i] << 8 | data[2 * i + 1] : data[2 * i + 1] << 8 | data[2 * i];
      gboolean surrogate = c >= 0xd800 && c < 0xe000;

      spaces += c == ' ' || c == '\n' || c == 0x3000 || c == 0x3002;
      odd += is_control (c) || (!surrogate && !g_unichar_isdefined (c));
    }
  return n > 0 && spaces * SPACE_SHARE >= n && odd * CONTROL_SHARE <= n;
}

/* Copies all but NULs. */
static GString *
drop_nuls (const char *data, gsize size, gsize *n_nuls)
{
  GString *out = g_string_sized_new (size);

  *n_nuls = 0;
  while (size > 0)
    {
      const char *nul = memchr (data, '\0', size);
      gsize n = nul != NULL ? (gsize) (nul - data) : size;

      g_string_append_len (out, data, n);
      if (nul == NULL)
        break;
      (*n_nuls)++;
      data += n + 1;
      size -= n + 1;
    }
  return out;
}

static gboolean
too_many_controls (const char *data, gsize size)
{
  gsize controls = 0;

  for (gsize i = 0; i < size; i++)
    if ((guchar) data[i] < 0x20 || data[i] == 0x7f)
      controls += is_control ((guchar) data[i]);
  return controls * CONTROL_SHARE > size;
}

/* How many bytes at @data are no UTF-8: a surrogate written as if it were a character is one piece. */
static gsize
bad_piece (const guchar *data, gsize size)
{
  if (size >= 3 && data[0] == 0xed && data[1] >= 0xa0 && data[1] <= 0xbf && (data[2] & 0xc0) == 0x80)
    return 3;
  return 1;
}

/**
 * repair_utf8:
 * @n_bad: (out): pieces that were replaced
 * @n_good: (out): characters of several bytes that were right, and surrogates; not counted where nothing is bad
 *
 * Returns: valid UTF-8 with U+FFFD in place of what is none
 */
static char *
repair_utf8 (const char *data, gsize size, gsize *n_bad, gsize *n_good)
{
  GString *out;
  const char *end = data + size;

  *n_bad = *n_good = 0;
  if (g_utf8_validate_len (data, size, NULL))
    return g_strndup (data, size);
  out = g_string_sized_new (size);
  while (data < end)
    {
      const char *stop;
      gboolean valid = g_utf8_validate_len (data, end - data, &stop);
      gsize piece;

      for (const char *p = data; p < stop; p = g_utf8_next_char (p))
        *n_good += (guchar) *p >= 0x80;
      g_string_append_len (out, data, stop - data);
      if (valid)
        break;
      piece = bad_piece ((const guchar *) stop, end - stop);
      *n_good += piece == 3 ? 2 : 0; /* no other encoding looks like one */
      (*n_bad)++;
      g_string_append (out, REPLACEMENT);
      data = stop + piece;
    }
  return g_string_free (out, FALSE);
}

static gint32
drop_nul_units (UChar *units, gint32 n, gsize *n_nuls)
{
  gint32 kept = 0;

  for (gint32 i = 0; i < n; i++)
    if (units[i] != 0)
      units[kept++] = units[i];
  *n_nuls += n - kept;
  return kept;
}

/* By ICU; unlike iconv it knows what the web means by a name.  NULL when it does not know the name.
 * Adds to @losses. */
static char *
convert (const char *encoding, const char *data, gsize size, Losses *losses)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autoptr (UConverter) converter = ucnv_open (encoding, &status);
  g_autofree UChar *units = NULL;
  g_autofree char *text = NULL;
  gint32 n_units, n_bytes = 0, n_substituted = 0;

  if (U_FAILURE (status))
    return NULL;
  /* No byte of any encoding ICU knows becomes more than two units. */
  units = g_new (UChar, 2 * size + 1);
  n_units = ucnv_toUChars (converter, units, 2 * size + 1, data, size, &status);
  if (U_FAILURE (status))
    return NULL;
  n_units = drop_nul_units (units, n_units, &losses->n_nuls);
  text = g_malloc (3 * (gsize) n_units + 1);
  u_strToUTF8WithSub (text, 3 * n_units + 1, &n_bytes, units, n_units, 0xfffd, &n_substituted,
                      &status);
  if (U_FAILURE (status))
    return NULL;
  text[n_bytes] = '\0';
  for (const char *p = text; (p = strstr (p, REPLACEMENT)) != NULL; p += strlen (REPLACEMENT))
    losses->n_bad++;
  return g_steal_pointer (&text);
}

/* The likeliest encoding of bytes that are no UTF-8: (transfer full). */
static char *
detect (const char *data, gsize size)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autoptr (UCharsetDetector) detector = ucsdet_open (&status);
  const UCharsetMatch *match;
  const char *name;

  ucsdet_setText (detector, data, MIN (size, DETECT_BYTES), &status);
  ucsdet_enableInputFilter (detector, TRUE);
  match = ucsdet_detect (detector, &status);
  if (U_FAILURE (status) || match == NULL)
    return g_strdup ("windows-1252");
  name = ucsdet_getName (match, &status);
  /* The bytes are known not to be Unicode; and what calls itself Latin-1 is mostly its superset. */
  if (U_FAILURE (status) || g_str_has_prefix (name, "UTF-") || g_str_equal (name, "ISO-8859-1"))
    return g_strdup ("windows-1252");
  return g_strdup (name);
}

/* "\r\n" and "\r" become "\n", in place. */
static void
normalize_line_ends (SynImport *import, char *text)
{
  char *out = strchr (text, '\r');

  if (out == NULL)
    return;
  for (const char *in = out; *in != '\0'; in++)
    {
      if (*in == '\r' && in[1] == '\n')
        continue;
      *out++ = *in == '\r' ? '\n' : *in;
    }
  *out = '\0';
  syn_import_remark (import, FALSE, _ ("Its line ends were made plain line feeds."));
}

static void
remark_losses (SynImport *import, const char *encoding, const Losses *losses)
{
  if (losses->n_nuls > 0)
    syn_import_remark (import, TRUE,
                       ngettext ("%lu NUL was left out.", "%lu NULs were left out.",
                                 losses->n_nuls),
                       (gulong) losses->n_nuls);
  if (losses->n_bad > 0)
    syn_import_remark (import, TRUE,
                       ngettext ("%lu place is no valid %s and shows as “�”.",
                                 "%lu places are no valid %s and show as “�”.", losses->n_bad),
                       (gulong) losses->n_bad, encoding);
}

/* Bytes without a mark that are no UTF-16: UTF-8, what the file declares, or the likeliest. */
static char *
decode_8bit (SynImport *import, const char *declared, const char *data, gsize size, char **encoding,
             Losses *losses)
{
  gsize n_bad, n_good;
  g_autofree char *repaired = repair_utf8 (data, size, &n_bad, &n_good);
  g_autofree char *converted = NULL;

  if (n_bad == 0 || n_good >= 2 * n_bad)
    {
      *encoding = g_strdup ("UTF-8");
      losses->n_bad += n_bad;
      return g_steal_pointer (&repaired);
    }
  if (declared != NULL && g_ascii_strncasecmp (declared, "utf", 3) != 0)
    converted = convert (declared, data, size, losses);
  if (converted != NULL)
    {
      *encoding = g_strdup (declared);
      syn_import_remark (import, FALSE, _ ("Read as %s, as the file declares."), declared);
      return g_steal_pointer (&converted);
    }
  *encoding = detect (data, size);
  syn_import_remark (import, FALSE, _ ("It is not UTF-8; read as %s, the likeliest encoding."),
                     *encoding);
  return convert (*encoding, data, size, losses);
}

/* UTF-8 in which a few NULs got lost. */
static gboolean
is_utf8_with_nuls (const char *data, gsize size)
{
  gsize n_nuls;
  g_autoptr (GString) clean = drop_nuls (data, size, &n_nuls);

  return n_nuls * NUL_SHARE <= size && g_utf8_validate_len (clean->str, clean->len, NULL);
}

static gboolean
is_utf16_without_mark (const char *data, gsize size, gboolean *big)
{
  if (memchr (data, '\0', size) == NULL || is_utf8_with_nuls (data, size))
    return FALSE;
  *big = !looks_utf16 ((const guchar *) data, size, FALSE);
  return !*big || looks_utf16 ((const guchar *) data, size, TRUE);
}

static char *
decode_bytes (SynImport *import, const char *declared, const char *data, gsize size,
              char **encoding, Losses *losses)
{
  const Mark *mark = find_mark (data, size);
  g_autoptr (GString) clean = NULL;
  gsize n_good;
  gboolean big;

  if (mark != NULL && !g_str_equal (mark->encoding, "UTF-8"))
    {
      *encoding = g_strdup (mark->encoding);
      syn_import_remark (import, FALSE, _ ("Read as %s."), *encoding);
      return convert (*encoding, data + mark->length, size - mark->length, losses);
    }
  if (mark == NULL && is_utf16_without_mark (data, size, &big))
    {
      *encoding = g_strdup (big ? "UTF-16BE" : "UTF-16LE");
      syn_import_remark (import, FALSE, _ ("It has no byte-order mark; read as %s."), *encoding);
      return convert (*encoding, data, size, losses);
    }
  if (mark != NULL)
    {
      data += mark->length;
      size -= mark->length;
    }
  clean = drop_nuls (data, size, &losses->n_nuls);
  if (losses->n_nuls * NUL_SHARE > size || too_many_controls (clean->str, clean->len))
    return NULL;
  if (mark == NULL)
    return decode_8bit (import, declared, clean->str, clean->len, encoding, losses);
  *encoding = g_strdup (mark->encoding);
  return repair_utf8 (clean->str, clean->len, &losses->n_bad, &n_good);
}

char *
syn_decode (SynImport *import, const char *declared, char **out_encoding, GError **error)
{
  g_autofree char *encoding = NULL;
  g_autofree char *text = NULL;
  Losses losses = { 0 };
  const char *data;
  gsize size;

  g_return_val_if_fail (import != NULL && import->bytes != NULL, NULL);
  data = g_bytes_get_data (import->bytes, &size);
  text = decode_bytes (import, declared, data, size, &encoding, &losses);
  if (text == NULL)
    {
      g_set_error (error, SYN_ERROR, SYN_ERROR_FORMAT, _ ("This is no text but binary data."));
      return NULL;
    }
  remark_losses (import, encoding, &losses);
  normalize_line_ends (import, text);
  *out_encoding = g_steal_pointer (&encoding);
  return g_steal_pointer (&text);
}
