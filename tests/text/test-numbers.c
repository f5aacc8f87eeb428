/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/syn-roles.h"
#include "text/syn-document.h"

#include <math.h>

static const char *const kinds[] = {
  "count", "ordinal", "measure", "money", "percent", "duration", "age", "date", "year", "clock", "vague", "share",
};

static char *
format_bound (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (isinf (value))
    return g_strdup (value > 0 ? "inf" : "-inf");
  return g_strdup (g_ascii_formatd (text, sizeof text, "%.4g", value));
}

static char *
dup_span (SynDocument *document, SynSpan span)
{
  return syn_span_is_empty (span) ? g_strdup ("-") : syn_article_dup_span (syn_document_get_article (document), span);
}

/* "count 14 [14,14] people/injured": what a table line expects; several are parted by "; ". */
static char *
describe (SynDocument *document)
{
  guint n;
  const SynNumber *numbers = syn_document_get_numbers (document, &n);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value = format_bound (numbers[i].value);
      g_autofree char *lo = format_bound (numbers[i].lo);
      g_autofree char *hi = format_bound (numbers[i].hi);
      g_autofree char *head = dup_span (document, numbers[i].head_span);
      g_autofree char *predicate = dup_span (document, numbers[i].predicate_span);

      if (out->len > 0)
        g_string_append (out, "; ");
      g_string_append_printf (out, "%s %s", kinds[numbers[i].kind], value);
      if (numbers[i].lo != numbers[i].value || numbers[i].hi != numbers[i].value)
        g_string_append_printf (out, " [%s,%s]", lo, hi);
      if (numbers[i].unit != NULL)
        g_string_append_printf (out, " %s", numbers[i].unit);
      if (numbers[i].head != 0 || numbers[i].predicate != 0)
        g_string_append_printf (out, " %s/%s", head, predicate);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static const struct
{
  const char *language, *text, *expected;
} rows[] = {
  /* counts: digits, words, separators */
  { "en", "Police said 14 people were injured.", "count 14 people/injured" },
  { "en", "Fourteen people were injured.", "count 14 people/injured" },
  { "en", "About 1,250 homes lost power.", "count 1250 [1062,1438] homes/lost" },
  { "en", "Two hundred and fifty workers walked out.", "count 250 workers/walked" },
  { "en", "They counted twenty-three boats.", "count 23 boats/counted" },
  { "en", "The dam holds 1.5 million people's water.", "count 1.5e+06 people/-" },
  { "en", "A hundred soldiers arrived.", "count 100 soldiers/arrived" },
  { "en", "Half a dozen shops closed.", "count 6 shops/closed" },
  { "en", "Two dozen shops closed.", "count 24 shops/closed" },
  { "en", "The crash killed 12 and wounded 30.", "count 12 -/killed; count 30 -/wounded" },
  { "en", "The blast left 12 dead.", "count 12 -/dead" },
  { "en", "Eight wounded soldiers were flown out.", "count 8 soldiers/wounded" },
  { "en", "Killing at least 12 people, the storm moved on.", "count 12 [12,inf] people/Killing" },
  { "en", "A total of three undersea cables went down.", "count 3 cables/went" },
  { "en", "No one was hurt.", "count 0 -/hurt" },
  { "en", "One woman died.", "count 1 woman/died" },
  { "en", "This one was different.", "" },
  /* qualifiers */
  { "en", "At least eight people were wounded.", "count 8 [8,inf] people/wounded" },
  { "en", "More than 200 people died.", "count 200 [200,inf] people/died" },
  { "en", "Over 200 people died.", "count 200 [200,inf] people/died" },
  { "en", "Up to 40 people are missing.", "count 40 [0,40] people/missing" },
  { "en", "Fewer than 40 people are missing.", "count 40 [0,40] people/missing" },
  { "en", "Nearly 100 people are missing.", "count 100 [85,115] people/missing" },
  { "en", "Some 20 people are missing.", "count 20 [17,23] people/missing" },
  { "en", "50 or more people are missing.", "count 50 [50,inf] people/missing" },
  { "en", "No fewer than 50 people are missing.", "count 50 [50,inf] people/missing" },
  /* ranges */
  { "en", "Between 10 and 15 people died.", "count 10 [10,15] people/died" },
  { "en", "Profit rose 3 percent to 266 million.", "percent 3 % -/rose; count 2.66e+08" },
  { "en", "Some 10-15 people died.", "count 10 [8.5,17.25] people/died" },
  { "en", "Three or four cables were cut.", "count 3 [3,4] cables/cut" },
  { "en", "They want 5 to 6 million dollars.", "money 5e+06 [5e+06,6e+06] USD" },
  /* units */
  { "en", "The quake hit 75 km from the coast.", "measure 7.5e+04 m -/hit" },
  { "en", "It lies 3km away.", "measure 3000 m" },
  { "en", "It lies 10 miles away.", "measure 1.609e+04 m" },
  { "en", "Winds of 120 kilometers per hour blew.", "measure 33.33 m/s blew/-" },
  { "en", "A 500 kg bomb fell.", "measure 500 kg bomb/fell" },
  { "en", "It weighed 20 pounds.", "measure 9.072 kg -/weighed" },
  { "en", "It burned 40 hectares of forest.", "measure 4e+05 m2 forest/burned" },
  { "en", "It was 30 degrees Celsius.", "measure 303.1 K" },
  /* money and percent */
  { "en", "The firm paid $5.4 billion.", "money 5.4e+09 USD -/paid" },
  { "en", "The firm paid US $5.4-billion.", "money 5.4e+09 USD -/paid" },
  { "en", "It costs £3m.", "money 3e+06 GBP" },
  { "en", "It costs 20 euros.", "money 20 EUR" },
  { "en", "It costs more than €20k.", "money 2e+04 [2e+04,inf] EUR" },
  { "en", "Some 65 per cent of traffic was lost.", "percent 65 [55.25,74.75] % traffic/lost" },
  { "en", "Turnout was 43.5%.", "percent 43.5 %" },
  /* durations, ages */
  { "en", "The siege lasted nine months.", "duration 2.367e+07 s -/lasted" },
  { "en", "The 10-month siege ended.", "duration 2.63e+07 s siege/ended" },
  { "en", "It took three and a half hours.", "duration 1.26e+04 s -/took" },
  { "en", "A 32-year-old man was held.", "age 32 year" },
  { "en", "The driver, aged 32, was held.", "age 32 year" },
  { "en", "Anna Novak, 24, is accused.", "age 24 year" },
  /* dates and times */
  { "en", "It began on 22 May 2023.", "date 1.95e+04" },
  { "en", "It began on May 22, 2023.", "date 1.95e+04" },
  { "en", "It began on 2023-05-22.", "date 1.95e+04" },
  { "en", "It began on Tuesday.", "date 1.95e+04" },
  { "en", "It began in 1994.", "year 1994" },
  { "en", "The call came at 7.42 a.m. sharp.", "clock 462" },
  { "en", "The call came at 19:30.", "clock 1170" },
  { "en", "The call came at 6am.", "clock 360" },
  { "en", "The call came at 12:15 pm.", "clock 735" },
  { "en", "The call came at quarter to eight.", "clock 465" },
  { "en", "The call came at half past six.", "clock 390" },
  { "en", "You may go on.", "" },
  /* vague */
  { "en", "Dozens of people were hurt.", "vague 24 [24,150] people/hurt" },
  { "en", "Several villages were evacuated.", "vague 3 [3,12] villages/evacuated" },
  /* shares and additions are no counts */
  { "en", "One of the cables was cut.", "share 1 cables/cut" },
  { "en", "Three out of four lines were lost.", "share 3 -/lost; share 4 lines/lost" },
  { "en", "The other two were found.", "share 2 -/found" },
  { "en", "Two more bodies were found.", "share 2 -/found" },
  { "en", "Another 10 people were hurt.", "share 10 people/hurt" },
  /* names of things, results */
  { "en", "Today is day 454 of the war.", "date 1.95e+04; ordinal 454 war/-" },
  { "en", "The Senate voted 97-1 to override.", "count 9.7e+05 score -/voted" },
  { "en", "It was his 19th season.", "ordinal 19 season/-" },
  /* other languages */
  { "de", "Dabei wurden 1.250 Menschen verletzt.", "count 1250 Menschen/verletzt" },
  { "de", "Dabei wurden einundzwanzig Menschen verletzt.", "count 21 Menschen/verletzt" },
  { "fr", "Il y a vingt-trois blessés.", "count 23 blessés/blessés" },
  { "es", "Murieron doscientos cincuenta soldados.", "count 250 soldados/Murieron" },
  { "it", "Sono trecento i feriti.", "count 300 feriti/feriti" },
  { "uk", "Загинули двадцять три людини.", "count 23 людини/Загинули" },
  { "ru", "Погибли 12 тысяч человек.", "count 1.2e+04 человек/Погибли" },
};

static void
test_table (void)
{
  guint failed = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SynArticle) article = syn_article_new ("a.txt", rows[i].text, -1);
      g_autoptr (SynDocument) document = NULL;
      g_autofree char *found = NULL;

      g_object_set (article, "language", rows[i].language, "published", "2023-05-23T10:00:00Z", NULL);
      syn_roles_guess (article);
      document = syn_document_new (article, 0);
      found = describe (document);
      if (g_strcmp0 (found, rows[i].expected) != 0)
        {
          g_printerr ("%s\n  expected %s\n  found    %s\n", rows[i].text, rows[i].expected, found);
          failed++;
        }
    }
  g_assert_cmpuint (failed, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbers/table", test_table);
  return g_test_run ();
}
