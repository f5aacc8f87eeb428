/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/syn-document.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *language;
  const char *text; /* "|" stands where a statement ends */
} Case;

static const Case cases[] = {
  { "plain", "en", "The bridge is closed.| Nobody was hurt." },
  { "title", "en", "Dr. Ilse Quend and Mr. Orvath met Gen. Tarn.| They spoke for an hour." },
  { "initial", "en", "The report by J. K. Tamrin was late.| It has 40 pages." },
  { "acronym-inside", "en", "The U.S. Navy sent a ship.| It came late." },
  { "acronym-end", "en", "He lives in the U.S.| The house is small." },
  { "clock", "en", "It began at 9 a.m. Tuesday.| It ended at noon." },
  { "company", "en", "Orvath Inc. Chief Mara Dole left.| She gave no reason." },
  { "decimal", "en", "The river rose 3.5 metres.| That is a record." },
  { "quote", "en", "“We saw it. | It was dark,” she said." },
  { "quote-stop", "en", "“We saw it.” | The police came." },
  { "question-in-quote", "en", "“Who did this?” he asked.| Nobody answered." },
  { "straight-quote", "en", "He said: \"It is over.\" | Then he left." },
  { "line", "en", "Nine hurt as barge hits bridge|\nA barge hit the bridge." },
  { "bracket", "en", "It sank (in 1902).| It was raised later." },
  { "exclamation", "en", "Stop! | Go back." },
  { "ellipsis", "en", "We waited … and then it fell." },
  { "month", "en", "It was on Jan. 14 that he left.| Nobody knew." },
  { "number", "en", "The No. 2 pump failed.| The other ran." },
  { "german", "de", "Der Fluss stieg.| Die Brücke wurde gesperrt." },
  { "french", "fr", "Le pont est fermé.| Personne n’est blessé." },
  { "russian", "ru", "Мост закрыт.| Никто не пострадал." },
  { "spanish", "es", "¿Quién fue? | Nadie lo sabe." },
  { "empty-lines", "en", "One.|\n\n\nTwo.|\n \nThree." },
  { "no-stop", "en", "A line without an end" },
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
test_case (gconstpointer data)
{
  const Case *c = data;
  g_auto (GStrv) parts = g_strsplit (c->text, "|", -1);
  g_autofree char *text = g_strjoinv ("", parts);
  g_autoptr (SynDocument) document = make_document (c->language, text);
  guint n;
  const SynStatement *statements = syn_document_get_statements (document, &n);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *got = NULL;

      g_strstrip (parts[i]);
      g_assert_cmpuint (i, <, n);
      got = g_strndup (text + statements[i].span.start,
                       statements[i].span.end - statements[i].span.start);
      g_assert_cmpstr (got, ==, parts[i]);
    }
  g_assert_cmpuint (n, ==, g_strv_length (parts));
}

/* Whatever the bytes, statements are sorted, disjoint, not empty, and lose nothing but white space.
 */
static void
test_random (void)
{
  static const char *const pieces[]
      = { "a",   "Ärger", ". ",     "! ",   "?",  "\n", "\"",  "“",  "”", " ",    "U.S.",
          "3.5", "…",     "\u2028", "мост", "橋", "'",  "Mr.", "\t", ")", "🙂", "\u0301" };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (SynDocument) document = NULL;
      guint n, n_tokens, length = g_rand_int_range (random, 0, 60);
      const SynStatement *statements;
      const SynToken *tokens;
      guint32 at = 0;

      for (guint i = 0; i < length; i++)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      document = make_document ("en", text->str);
      statements = syn_document_get_statements (document, &n);
      tokens = syn_document_get_tokens (document, &n_tokens);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpuint (statements[i].span.start, >=, at);
          g_assert_cmpuint (statements[i].span.end, >, statements[i].span.start);
          for (const char *p = text->str + at; p < text->str + statements[i].span.start;
               p = g_utf8_next_char (p))
            g_assert_true (g_unichar_isspace (g_utf8_get_char (p)));
          at = statements[i].span.end;
          g_assert_cmpuint (statements[i].n_clauses, >=, 1);
          for (guint t = statements[i].first_token;
               t < statements[i].first_token + statements[i].n_tokens; t++)
            {
              g_assert_cmpuint (t, <, n_tokens);
              g_assert_cmpuint (tokens[t].span.start, >=, statements[i].span.start);
              g_assert_cmpuint (tokens[t].span.end, <=, statements[i].span.end);
              g_assert_cmpuint (tokens[t].clause, <, statements[i].n_clauses);
            }
        }
      for (const char *p = text->str + at; *p != '\0'; p = g_utf8_next_char (p))
        g_assert_true (g_unichar_isspace (g_utf8_get_char (p)));
    }
}

/* A text without a full stop is no one statement, and loses nothing in being cut. */
static void
test_endless (void)
{
  static const char *const words[] = { "ferry ", "Brücke", "橋", "e\u0301", "\U0001f469\u200d\U0001f467" };

  for (guint w = 0; w < G_N_ELEMENTS (words); w++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (SynDocument) document = NULL;
      const SynStatement *statements;
      gsize kept = 0, spaces = 0;
      guint n;

      for (guint i = 0; i < 5000; i++)
        g_string_append (text, words[w]);
      document = make_document ("en", text->str);
      statements = syn_document_get_statements (document, &n);
      for (guint i = 0; i < n; i++)
        {
          gsize length = statements[i].span.end - statements[i].span.start;

          g_assert_cmpuint (length, <=, 4000);
          g_assert_true (g_utf8_validate (text->str + statements[i].span.start, length, NULL));
          /* What is seen as one character stays one. */
          if (w >= 3)
            g_assert_true (g_str_has_prefix (text->str + statements[i].span.start, words[w]));
          kept += length;
        }
      spaces = g_str_has_suffix (words[w], " ") ? n : 0;
      g_assert_cmpuint (kept + spaces, ==, text->len);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/sentences/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/sentences/endless", test_endless);
  g_test_add_func ("/sentences/random", test_random);
  return g_test_run ();
}
