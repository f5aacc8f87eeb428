/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/syn-document-private.h"

#include <string.h>

typedef struct
{
  const char *language;
  const char *text;
  const char *words; /* what is expected, parted by spaces; punctuation left out */
} Cut;

static const Cut cuts[] = {
  { "en", "Don't stop.", "Don't stop" },
  { "en", "The U.S. Navy’s ship", "The U.S. Navy’s ship" },
  { "en", "1,200 men, 3.5 km", "1,200 men 3.5 km" },
  { "en", "a well-known 10-month plan", "a well known 10 month plan" },
  { "en", "(O’Brien)", "O’Brien" },
  { "en", "end.", "end" },
  { "en", "e.g. this", "e.g. this" },
  { "fr", "l’eau monte", "l eau monte" },
  { "ru", "мост закрыт", "мост закрыт" },
  { "zh", "大橋", "大 橋" },
  { "en", "Tues\u00adday was", "Tues\u00adday was" },
};

typedef struct
{
  const char *language;
  const char *a, *b;
  gboolean equal;
} Pair;

/* Words that are one for matching, and such that must not be. */
static const Pair pairs[] = {
  { "en", "injured", "injuries", FALSE }, { "en", "bridge", "Bridges", TRUE },
  { "en", "fled", "flees", TRUE },        { "en", "shot", "shooting", TRUE },
  { "en", "colour", "colors", TRUE },     { "en", "organisation", "organizations", TRUE },
  { "en", "defence", "defense", TRUE },   { "en", "Norwegian", "Norway", TRUE },
  { "en", "Kiev", "Kyiv", TRUE },         { "en", "U.N.", "UN", TRUE },
  { "en", "mayor's", "mayors", TRUE },    { "en", "mayor’s", "mayor", TRUE },
  { "en", "café", "cafe", TRUE },         { "en", "Slovakia", "Slovenia", FALSE },
  { "en", "Tues\u00adday", "Tuesday", TRUE }, { "en", "fac\u2060tory", "factory", TRUE },
  { "en", "million", "billion", FALSE },  { "de", "Brücken", "Brücke", TRUE },
  { "de", "Bruder", "Brücke", FALSE },    { "fr", "fermée", "fermé", TRUE },
  { "es", "puentes", "puente", TRUE },    { "ru", "мосты", "моста", TRUE },
  { "it", "ponti", "ponte", TRUE },       { "uk", "міст", "міст", TRUE },
};

static SynDocument *
make_document (const char *language, const char *text)
{
  g_autoptr (SynArticle) article = syn_article_new (NULL, text, -1);
  SynBlock block = { .span = { 0, strlen (text) } };

  syn_article_set_blocks (article, &block, 1);
  g_object_set (article, "language", language, NULL);
  return syn_document_new (article, 0);
}

static void
test_cuts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      g_autoptr (SynDocument) document = make_document (cuts[i].language, cuts[i].text);
      g_autoptr (GString) got = g_string_new (NULL);
      guint n;
      const SynToken *tokens = syn_document_get_tokens (document, &n);

      for (guint t = 0; t < n; t++)
        if (tokens[t].flags & SYN_TOKEN_WORD)
          {
            if (got->len > 0)
              g_string_append_c (got, ' ');
            g_string_append_len (got, cuts[i].text + tokens[t].span.start,
                                 tokens[t].span.end - tokens[t].span.start);
          }
      g_assert_cmpstr (got->str, ==, cuts[i].words);
    }
}

static void
test_normal_forms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      SynLexicon *lexicon = syn_lexicon_get (pairs[i].language);
      g_autofree char *a = syn_lexicon_normalize (lexicon, pairs[i].a, -1);
      g_autofree char *b = syn_lexicon_normalize (lexicon, pairs[i].b, -1);

      if (pairs[i].equal)
        g_assert_cmpstr (a, ==, b);
      else
        g_assert_cmpstr (a, !=, b);
    }
}

static guint
flags_of (SynDocument *document, const char *text, const char *word)
{
  guint n;
  const SynToken *tokens = syn_document_get_tokens (document, &n);

  for (guint t = 0; t < n; t++)
    if (tokens[t].span.start == (guint32)(strstr (text, word) - text))
      return tokens[t].flags;
  g_assert_not_reached ();
}

static void
test_flags (void)
{
  const char *text = "The mayor said he didn't see the Tamrin and never would.";
  g_autoptr (SynDocument) document = make_document ("en", text);

  g_assert_cmpuint (flags_of (document, text, "The")
                        & (SYN_TOKEN_STOP | SYN_TOKEN_FIRST | SYN_TOKEN_CAPITAL),
                    ==, SYN_TOKEN_STOP | SYN_TOKEN_FIRST | SYN_TOKEN_CAPITAL);
  g_assert_true (flags_of (document, text, "said") & SYN_TOKEN_REPORTING);
  g_assert_true (flags_of (document, text, "didn't") & SYN_TOKEN_NEGATION);
  g_assert_true (flags_of (document, text, "never") & SYN_TOKEN_NEGATION);
  g_assert_false (flags_of (document, text, "mayor")
                  & (SYN_TOKEN_STOP | SYN_TOKEN_CAPITAL | SYN_TOKEN_FIRST));
  g_assert_true (flags_of (document, text, "Tamrin") & SYN_TOKEN_CAPITAL);
  g_assert_cmpuint (flags_of (document, text, ".") & SYN_TOKEN_WORD, ==, 0);
}

static void
test_clauses (void)
{
  const char *text = "The old bridge was closed on Monday, while divers searched the muddy river "
                     "for the anchor.";
  g_autoptr (SynDocument) document = make_document ("en", text);
  guint n;
  const SynStatement *statement = syn_document_get_statements (document, &n);
  const SynToken *tokens = syn_document_get_tokens (document, &n);

  g_assert_cmpuint (statement->n_clauses, ==, 2);
  g_assert_cmpuint (tokens[1].clause, ==, 0);
  g_assert_cmpuint (tokens[statement->n_tokens - 2].clause, ==, 1);
}

static void
test_figures_have_one_name (void)
{
  g_autoptr (SynDocument) document = make_document ("en", "Eight people and 8 dogs.");
  guint n;
  const SynToken *tokens = syn_document_get_tokens (document, &n);

  g_assert_cmpuint (n, ==, 6);
  g_assert_cmpuint (tokens[0].term, ==, tokens[3].term);
  g_assert_cmpstr (syn_document_get_term (document, tokens[0].term), ==, "#8");
}

static void
test_unknown_language (void)
{
  SynLexicon *lexicon = syn_lexicon_get ("xx-YY");
  g_autofree char *term = syn_lexicon_normalize (lexicon, "Words", -1);

  g_assert_true (syn_lexicon_is_empty (lexicon));
  g_assert_cmpstr (syn_lexicon_get_language (lexicon), ==, "xx");
  g_assert_cmpstr (term, ==, "words");
  g_assert_true (syn_lexicon_get ("en-GB") == syn_lexicon_get (NULL));
}

/* Every list of every language can be read, has no empty key and no key twice. */
static void
test_lists (void)
{
  static const char *const languages[] = { "en", "de", "fr", "es", "it", "uk", "ru" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      SynLexicon *lexicon = syn_lexicon_get (languages[i]);

      g_assert_false (syn_lexicon_is_empty (lexicon));
      g_assert_cmpuint (g_strv_length ((char **)syn_lexicon_get_list (lexicon, "stop")), >, 40);
      g_assert_cmpuint (g_strv_length ((char **)syn_lexicon_get_list (lexicon, "reporting")), >,
                        10);
      g_assert_cmpuint (g_strv_length ((char **)syn_lexicon_get_list (lexicon, "negation")), >, 3);
      g_assert_cmpuint (g_strv_length ((char **)syn_lexicon_get_list (lexicon, "abbreviations")), >,
                        10);
    }
  g_assert_cmpuint (
      g_strv_length ((char **)syn_lexicon_get_list (syn_lexicon_get ("en"), "classes")), >, 60);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokens/cuts", test_cuts);
  g_test_add_func ("/tokens/normal-forms", test_normal_forms);
  g_test_add_func ("/tokens/flags", test_flags);
  g_test_add_func ("/tokens/clauses", test_clauses);
  g_test_add_func ("/tokens/figures", test_figures_have_one_name);
  g_test_add_func ("/lexicon/unknown-language", test_unknown_language);
  g_test_add_func ("/lexicon/lists", test_lists);
  return g_test_run ();
}
