/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/syn-language.h"
#include "corpus/syn-page-dates.h"
#include "corpus/syn-roles.h"

#include <string.h>

#define BODY "\nThe ferry ran aground off the cape on Monday, the port board said.\nNobody was hurt when it struck the rock.\n"

static const struct
{
  const char *text, *language, *date; /* NULL: no date is there, or none that is sure */
} dates[] = {
  { "2023-05-23", "en", "2023-05-23" },
  { "2023-05-23T10:05:00Z", "en", "2023-05-23T10:05:00Z" },
  { "2023-05-23 10:05", "en", "2023-05-23T10:05:00" },
  { "https://harbour.example/2023/05/23/ferry", "en", "2023-05-23" },
  { "20230523-ferry.txt", "en", "2023-05-23" },
  { "May 23, 2023", "en", "2023-05-23" },
  { "23 May 2023", "en", "2023-05-23" },
  { "Published 23 May 2023, 10:05 BST", "en", "2023-05-23T10:05:00+01:00" },
  { "21 July 2013 Last updated at 11:11 GMT", "en", "2013-07-21T11:11:00Z" },
  { "10:05 EDT, 23rd of May 2023", "en", "2023-05-23T10:05:00-04:00" },
  { "Sept. 11, 2001, 8:46 a.m.", "en", "2001-09-11T08:46:00" },
  { "June 6, 2013 11:34 PM", "en", "2013-06-06T23:34:00" },
  { "12:15 am, 6 June 2013", "en", "2013-06-06T00:15:00" },
  { "Tue, 23 May 2023 10:05:00 +0100", "en", "2023-05-23T10:05:00+01:00" },
  { "23.05.2023 10:00", "en", "2023-05-23T10:00:00" },
  { "5/23/2023", "en", "2023-05-23" },
  { "23/5/2023", "en", "2023-05-23" },
  { "4/5/2023", "en", NULL },
  { "5/5/2023", "en", "2023-05-05" },
  { "31 February 2023", "en", NULL },
  { "Monday", "en", NULL },
  { "May 23", "en", NULL },
  { "23 Mumble 2023", "en", NULL },
  { "23. Mai 2023, 10:05 Uhr", "de", "2023-05-23T10:05:00" },
  { "1er août 2023", "fr", "2023-08-01" },
  { "23 de mayo de 2023", "es", "2023-05-23" },
  { "23 maggio 2023", "it", "2023-05-23" },
  { "23 травня 2023, 10:05", "uk", "2023-05-23T10:05:00" },
  { "23 мая 2023", "ru", "2023-05-23" },
};

static const struct
{
  const char *text, *language;
} languages[] = {
  { "The ferry ran aground off the cape on Monday and nobody was hurt.", "en" },
  { "Die Fähre ist am Montag vor dem Kap auf Grund gelaufen, und es gab keine Verletzten.", "de" },
  { "Le ferry s’est échoué lundi au large du cap et il n’y a pas de blessés dans le port.", "fr" },
  { "El ferry encalló el lunes frente al cabo y no hubo heridos en el puerto de la isla.", "es" },
  { "Il traghetto si è arenato lunedì al largo del capo e non ci sono feriti nella città.", "it" },
  { "Пором сів на мілину біля мису в понеділок, і про це повідомила адміністрація порту.", "uk" },
  { "Паром сел на мель у мыса в понедельник, и об этом сообщила администрация порта, но не сразу.", "ru" },
  { "De veerboot liep maandag aan de grond bij de kaap en er is niemand gewond geraakt.", "nl" },
  { "フェリーが座礁した", NULL },
  { "Ferry", NULL },
  { "", NULL },
};

/* Files, and what is guessed of them. */
static const struct
{
  const char *path, *text;
  const char *title, *outlet, *byline, *published, *url;
} articles[] = {
  { "a.txt", "Ferry runs aground off the cape" BODY, "Ferry runs aground off the cape", NULL, NULL, NULL, NULL },
  { "a.txt", "Ferry runs aground off the cape\nBy Jane Doe\nMay 23, 2023" BODY,
    "Ferry runs aground off the cape", NULL, "Jane Doe", "2023-05-23", NULL },
  { "a.txt", "Ferry runs aground off the cape\nBy Zoé Frâncu • Harbour\nMay 23, 2023" BODY,
    "Ferry runs aground off the cape", NULL, "Zoé Frâncu", "2023-05-23", NULL },
  { "a.txt", "Ferry runs aground off the cape\nBy Пётр Круглов | Harbour\nMay 23, 2023" BODY,
    "Ferry runs aground off the cape", NULL, "Пётр Круглов", "2023-05-23", NULL },
  { "a.txt", "Jane Doe, Harbour News" BODY,
    "The ferry ran aground off the cape on Monday, the port board said.", "Harbour News", "Jane Doe", NULL, NULL },
  { "a.txt", "Ferry runs aground off the cape" BODY "\nThe Harbour Post", "Ferry runs aground off the cape",
    "The Harbour Post", NULL, NULL, NULL },
  { "a.txt", "Ferry runs aground off the cape" BODY "Reporting by Jane Doe; Editing by John Roe",
    "Ferry runs aground off the cape", NULL, "Jane Doe", NULL, NULL },
  { "2023-05-23-ferry.txt", "Ferry runs aground off the cape" BODY, "Ferry runs aground off the cape", NULL, NULL,
    "2023-05-23", NULL },
  { "a.txt", "https://www.harbour.example/2023/05/23/ferry\nFerry runs aground off the cape" BODY,
    "Ferry runs aground off the cape", "harbour.example", NULL, "2023-05-23",
    "https://www.harbour.example/2023/05/23/ferry" },
  { "a.txt", "Ferry runs aground off the cape" BODY "Source: https://harbour.example/1",
    "Ferry runs aground off the cape", "harbour.example", NULL, NULL, "https://harbour.example/1" },
  { "a.txt", "Source: Harbour Post\nFerry runs aground off the cape" BODY, "Ferry runs aground off the cape",
    "Harbour Post", NULL, NULL, NULL },
  { "a.txt", "Ferry runs aground off the cape" BODY "Source: Agency, Harbour Post",
    "Ferry runs aground off the cape", NULL, NULL, NULL, NULL },
};

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *date
          = syn_page_date_find (dates[i].text, syn_page_cues_get (dates[i].language), NULL, NULL);

      g_test_message ("%s", dates[i].text);
      g_assert_cmpstr (date, ==, dates[i].date);
    }
}

static void
test_languages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_test_message ("%s", languages[i].text);
      g_assert_cmpstr (syn_language_guess (languages[i].text, strlen (languages[i].text)), ==,
                       languages[i].language);
    }
}

static void
test_articles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autoptr (SynArticle) article = syn_article_new (articles[i].path, articles[i].text, -1);

      g_test_message ("%u", i);
      syn_roles_guess (article);
      syn_metadata_guess (article);
      g_assert_cmpstr (syn_article_get_title (article), ==, articles[i].title);
      g_assert_cmpstr (syn_article_get_outlet (article), ==, articles[i].outlet);
      g_assert_cmpstr (syn_article_get_byline (article), ==, articles[i].byline);
      g_assert_cmpstr (syn_article_get_published (article), ==, articles[i].published);
      g_assert_cmpstr (syn_article_get_url (article), ==, articles[i].url);
      g_assert_cmpstr (syn_article_get_language (article), ==, "en");
    }
}

static void
test_what_is_stated_stays (void)
{
  g_autoptr (SynArticle) article = syn_article_new (
      "a.txt", "Ferry runs aground off the cape\nBy Jane Doe\nMay 23, 2023" BODY, -1);

  g_object_set (article, "title", "T", "outlet", "O", "byline", "B", "published", "2020-01-01", "language", "de",
                NULL);
  syn_roles_guess (article);
  syn_metadata_guess (article);
  g_assert_cmpstr (syn_article_get_title (article), ==, "T");
  g_assert_cmpstr (syn_article_get_outlet (article), ==, "O");
  g_assert_cmpstr (syn_article_get_byline (article), ==, "B");
  g_assert_cmpstr (syn_article_get_published (article), ==, "2020-01-01");
  g_assert_cmpstr (syn_article_get_language (article), ==, "de");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* All rows of a table that fail are worth knowing. */
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/metadata/dates", test_dates);
  g_test_add_func ("/metadata/languages", test_languages);
  g_test_add_func ("/metadata/articles", test_articles);
  g_test_add_func ("/metadata/stated", test_what_is_stated_stays);
  return g_test_run ();
}
