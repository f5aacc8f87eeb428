/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-document-private.h"
#include "text/syn-stem-uk.h"
#include "text/syn-text-char.h"
#include "text/syn-text-lower.h"
#include "text/syn-text-script.h"

#include <libstemmer.h>
#include <string.h>

static void
stemmers_free (gpointer data)
{
  g_hash_table_unref (data);
}

/* A stemmer keeps its state inside, so each thread has its own set: language → stemmer. */
static GPrivate stemmers = G_PRIVATE_INIT (stemmers_free);

static void
stemmer_free (gpointer data)
{
  if (data != NULL)
    sb_stemmer_delete (data);
}

static struct sb_stemmer *
get_stemmer (SynLexicon *lexicon)
{
  GHashTable *table = g_private_get (&stemmers);
  const char *language = syn_lexicon_get_language (lexicon);
  gpointer found = NULL;

  if (table == NULL)
    {
      table = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, stemmer_free);
      g_private_set (&stemmers, table);
    }
  if (!g_hash_table_lookup_extended (table, language, NULL, &found))
    {
      /* The lexicon lives for ever, so its language may be the key.  NULL: no stemmer for it. */
      found = sb_stemmer_new (language, "UTF_8");
      g_hash_table_insert (table, (gpointer)language, found);
    }
  return found;
}

/* Accents of Latin letters only: й is no и with an ornament. */
static char *
strip_diacritics (const char *word)
{
  g_autofree char *parts = g_utf8_normalize (word, -1, G_NORMALIZE_NFD);
  GString *out = g_string_new (NULL);
  gboolean latin = FALSE;

  for (const char *p = parts; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ismark (c))
        latin = g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN;
      else if (latin)
        continue;
      g_string_append_unichar (out, c);
    }
  if (latin)
    return g_string_free (out, FALSE);
  g_free (g_string_free (out, FALSE));
  return g_utf8_normalize (word, -1, G_NORMALIZE_NFC);
}

static gboolean
is_ascii (const char *word, gsize length)
{
  guchar bits = 0;

  for (gsize i = 0; i < length; i++)
    bits |= word[i];
  return bits < 0x80;
}

/* Typographic apostrophes to "'", the dots of an acronym and joiners dropped, in place. */
static gsize
tidy (char *lower)
{
  char *to = lower;

  for (const char *p = lower; *p != '\0';)
    {
      gunichar c = syn_char_at (p);
      const char *next = g_utf8_next_char (p);

      if (c == 0x2019 || c == 0x02bc)
        *to++ = '\'';
      else if ((c != '.' || g_ascii_isdigit (*next)) && (c < 0x80 || !syn_text_is_joiner (c)))
        while (p < next)
          *to++ = *p++;
      p = next;
    }
  *to = '\0';
  return to - lower;
}

/* Lower case, tidied, the English possessive dropped. */
static char *
fold (const char *word, gsize length)
{
  char *lower;
  gsize n;

  if (is_ascii (word, length))
    lower = syn_text_dup_lower (word, length);
  else
    {
      g_autofree char *wide = g_utf8_normalize (word, length, G_NORMALIZE_NFKC);

      lower = syn_text_dup_lower (wide, strlen (wide));
    }
  n = tidy (lower);
  if (n > 2 && lower[n - 2] == '\'' && lower[n - 1] == 's')
    lower[n - 2] = '\0';
  else if (n > 1 && lower[n - 1] == '\'')
    lower[n - 1] = '\0';
  return lower;
}

char *
syn_lexicon_normalize (SynLexicon *lexicon, const char *word, gssize length)
{
  g_autofree char *folded = NULL;
  g_autofree char *stem = NULL;
  struct sb_stemmer *stemmer;
  const char *base;

  g_return_val_if_fail (lexicon != NULL && word != NULL, NULL);

  folded = fold (word, length < 0 ? strlen (word) : (gsize)length);
  if ((base = syn_lexicon_lookup (lexicon, "alias", folded)) == NULL
      && (base = syn_lexicon_lookup (lexicon, "irregular", folded)) == NULL)
    base = folded;
  if (syn_lexicon_lookup (lexicon, "spelling", base) != NULL)
    base = syn_lexicon_lookup (lexicon, "spelling", base);
  stemmer = get_stemmer (lexicon);
  if (strcmp (syn_lexicon_get_language (lexicon), "uk") == 0)
    stem = syn_stem_ukrainian (base);
  else if (stemmer != NULL)
    {
      const sb_symbol *out = sb_stemmer_stem (stemmer, (const sb_symbol *)base, strlen (base));

      stem = out != NULL ? g_strndup ((const char *)out, sb_stemmer_length (stemmer))
                         : g_strdup (base);
    }
  else
    stem = g_strdup (base);
  return is_ascii (stem, strlen (stem)) ? g_steal_pointer (&stem) : strip_diacritics (stem);
}
