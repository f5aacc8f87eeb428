/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus-fixture.h"

#include "corpus/syn-blocks.h"
#include "corpus/syn-roles.h"

#include <string.h>

#define BODY "The ferry ran aground off the cape on Monday, the port board said."
#define MORE "It was carrying forty people and a load of timber when it struck the rock."

/* Whole articles, and the role of each of their blocks. */
static const struct
{
  const char *name, *text, *roles;
} articles[] = {
  { "plain", "Ferry runs aground off the cape\n\n" BODY "\n\n" MORE, "headline|body|body" },
  { "no-headline", BODY "\n" MORE, "body|body" },
  { "one-line", "Ferry runs aground", "body" },
  { "section-label", "World News\n\nFerry runs aground off the cape\n\n" BODY, "boilerplate|headline|body" },
  { "breadcrumb", "Home > News > Coast\nFerry runs aground off the cape\n" BODY, "boilerplate|headline|body" },
  { "skip-link", "Skip to content\nMay 23, 2023\n\nFerry runs aground off the cape\n\n" BODY,
    "boilerplate|dateline|headline|body" },
  { "standfirst", "Ferry aground\nRescuers work through the night off the cape\n" BODY "\n" MORE,
    "headline|subhead|body|body" },
  { "byline-and-date", "Ferry runs aground off the cape\nBy Jane Doe\nPublished 23 May 2023, 10:05 BST\n" BODY,
    "headline|byline|dateline|body" },
  { "name-and-outlet", "Jane Doe, Harbour News\n[share_buttons id=\"1\"]\n" BODY "\n" MORE,
    "byline|boilerplate|body|body" },
  { "title-with-comma", "Ferry Runs Aground, Dozens Saved\n" BODY, "headline|body" },
  { "captions",
    "Ferry runs aground off the cape\nThe ferry on Monday (Jane Doe/Agency)\n" BODY
    "\nPhoto:\nPhoto: Jane Doe\nThe quay at dawn. Photograph: Jane Doe/Agency\n" MORE,
    "headline|caption|body|caption|caption|caption|body" },
  { "agency-in-brackets", BODY "\nThe captain was not hurt, it said. (Reuters)\n" MORE, "body|body|body" },
  { "subheads", "Ferry runs aground off the cape\n" BODY "\nWhat the captain says\n" MORE "\n‘A bad night’\n" BODY,
    "headline|body|subhead|body|subhead|body" },
  { "capitals", BODY "\nA BAD NIGHT FOR THE ISLANDS\n" MORE, "body|subhead|body" },
  { "video-headline", "VIDEO: Ferry runs aground off the cape\n" BODY, "headline|body" },
  { "signature", "Ferry runs aground off the cape\n" BODY "\n" MORE "\nHarbour Post", "headline|body|body|byline" },
  { "initials", BODY "\n" MORE "\n(ab/cd)", "body|body|boilerplate" },
  { "related",
    BODY "\n" MORE "\nRELATED ARTICLES\nIslanders demand a new pier\nPrice of timber rises again\nViews: 0",
    "body|body|boilerplate|boilerplate|boilerplate|boilerplate" },
  { "related-inside", BODY "\nRelated:\nIslanders demand a new pier\n" MORE, "body|boilerplate|boilerplate|body" },
  { "embedded-post", BODY "\n— Jane Doe (@janedoe) May 23, 2023\nhttps://post.example/1\n" MORE,
    "body|boilerplate|boilerplate|body" },
  { "markdown", "# Ferry runs aground off the cape\n\n" BODY "\n\n## What the captain says\n\n" MORE,
    "boilerplate|headline|body|boilerplate|subhead|body" },
  { "wrapped",
    "The ferry ran aground off the cape on Monday morning\nand lay there until the evening, when the tide\n"
    "lifted it from the rock and two tugs brought it\ninto the port.\n\nNobody was hurt, said the port board, which\n"
    "had sent a boat.\n",
    "body|body" },
  { "german", "Zum Inhalt springen\nFähre läuft vor dem Kap auf Grund\nVon Erika Muster\nStand: 23. Mai 2023, 10:05 Uhr\n"
    "Die Fähre ist am Montag vor dem Kap auf Grund gelaufen, und es gab keine Verletzten.\nFoto: Erika Muster\n"
    "Mehr zum Thema\nNeue Mole für die Insel\n",
    "boilerplate|headline|byline|dateline|body|caption|boilerplate|boilerplate" },
  { "russian", "Паром сел на мель у мыса\nПаром сел на мель в понедельник, и об этом сообщила администрация порта.\n"
    "Фото: порт\nЧитайте также: Новый причал\nИсточник: агентство\n",
    "headline|body|caption|boilerplate|boilerplate" },
  { "empty", "", "" },
};

/* One line among sentences, and what it is. */
static const struct
{
  const char *line, *role;
} lines[] = {
  { "Please wait…", "boilerplate" },
  { "Advertisement", "boilerplate" },
  { "ADVERTISEMENT", "boilerplate" },
  { "— Read more —", "boilerplate" },
  { "Read more: Islanders demand a new pier", "boilerplate" },
  { "Sign up for our newsletter to get the best of our stories.", "boilerplate" },
  { "Share on Facebook", "boilerplate" },
  { "Facebook Twitter WhatsApp Email", "boilerplate" },
  { "Share Tweet 12", "boilerplate" },
  { "3 comments", "boilerplate" },
  { "Views: 1,024", "boilerplate" },
  { "Source: Agency, Harbour Post", "boilerplate" },
  { "Source", "boilerplate" },
  { "© 2023 Harbour Post", "boilerplate" },
  { "Copyright 2023 Harbour Post. All rights reserved.", "boilerplate" },
  { "[elf_share id=”1″]", "boilerplate" },
  { "[/caption]", "boilerplate" },
  { "* * *", "boilerplate" },
  { "BNR", "boilerplate" },
  { "https://harbour.example/news/1", "boilerplate" },
  { "pic.twitter.com/aB3dE", "boilerplate" },
  { "Getty Images", "caption" },
  { "Image: Port board", "caption" },
  { "File photo", "caption" },
  { "The ferry at the pier (via Getty Images)", "caption" },
  { "Reporting by Jane Doe; Editing by John Roe", "byline" },
  { "By Jane Doe and John Roe", "byline" },
  { "Monday, May 22, 2023", "dateline" },
  { "21 July 2013 Last updated at 11:11 GMT", "dateline" },
  { "Updated: 2023-05-22 10:00", "dateline" },
  { "23.05.2023 10:00", "dateline" },
  /* What looks like it and is not. */
  { "By Monday the town had fallen.", "body" },
  { "By noon nobody was left on the island.", "body" },
  { "Share prices fell on Monday.", "body" },
  { "Related to this is the question who paid.", "body" },
  { "Copyright law does not protect it.", "body" },
  { "Sources said the ferry was late.", "body" },
  { "On May 23, 2023 the ferry ran aground.", "body" },
  { "He was born in 1971 (in a village).", "body" },
  { "Photo editors chose the picture.", "body" },
  { "[The ferry] ran aground.", "body" },
  { "Images of the wreck showed a hole in its side.", "body" },
  { "Print is dead, he said.", "body" },
  { "See more of the island and you will love it, he said.", "body" },
};

static void
test_article_roles (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (SynArticle) article = syn_article_new ("a.txt", articles[i].text, -1);
  g_autofree char *roles = NULL;

  syn_roles_guess (article);
  roles = fixture_roles (article);
  g_assert_cmpstr (roles, ==, articles[i].roles);
}

static void
test_line_roles (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *text = g_strdup_printf ("%s\n%s\n%s\n%s\n", BODY, lines[i].line, MORE, BODY);
  g_autoptr (SynArticle) article = syn_article_new ("a.txt", text, -1);
  g_autofree char *roles = NULL;
  g_autofree char *expected = g_strdup_printf ("body|%s|body|body", lines[i].role);

  syn_roles_guess (article);
  roles = fixture_roles (article);
  g_assert_cmpstr (roles, ==, expected);
}

/* Whatever the text: blocks are sorted, disjoint, trimmed, and nothing but white space lies outside. */
static void
test_blocks_cover_everything (void)
{
  static const char *const pieces[]
      = { "word ", "Word", ". ", "\n", "\n\n", "# ", "“é”", " \xc2\xa0 ", "By ", "Photo: ", "(A/B)", "\t", "23 May 2023", "ж" };

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (SynArticle) article = NULL;
      const SynBlock *blocks;
      guint n_blocks, end = 0;

      for (int i = g_test_rand_int_range (0, 60); i > 0; i--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      article = syn_article_new ("a.txt", text->str, -1);
      syn_roles_guess (article);
      blocks = syn_article_get_blocks (article, &n_blocks);
      for (guint i = 0; i <= n_blocks; i++)
        {
          guint start = i < n_blocks ? blocks[i].span.start : text->len;

          g_assert_cmpuint (start, >=, end);
          for (const char *p = text->str + end; p < text->str + start; p = g_utf8_next_char (p))
            g_assert_true (g_unichar_isspace (g_utf8_get_char (p)));
          if (i == n_blocks)
            break;
          g_assert_cmpuint (blocks[i].span.end, >, start);
          g_assert_true (i == 0 || blocks[i].paragraph >= blocks[i - 1].paragraph);
          end = blocks[i].span.end;
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* All rows of a table that fail are worth knowing. */
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autofree char *path = g_strconcat ("/roles/article/", articles[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_article_roles);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *path = g_strdup_printf ("/roles/line/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_line_roles);
    }
  g_test_add_func ("/roles/cover", test_blocks_cover_everything);
  return g_test_run ();
}
