/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "corpus/syn-roles.h"
#include "text/syn-document.h"
#include "text/syn-stem-uk.h"

#include <math.h>

/* What one text in a language holds, written as one string. */
typedef struct
{
  const char *language, *text, *expected;
} Row;

static void
check_rows (const Row *rows, guint n_rows, void (*list) (SynDocument *document, GString *out))
{
  guint failed = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (SynArticle) article = syn_article_new ("a.txt", rows[i].text, -1);
      g_autoptr (SynDocument) document = NULL;
      g_autoptr (GString) found = g_string_new (NULL);

      g_object_set (article, "language", rows[i].language, "published", "2023-05-24T10:00:00Z", NULL);
      syn_roles_guess (article);
      document = syn_document_new (article, 0);
      list (document, found);
      if (g_strcmp0 (found->str, rows[i].expected) == 0)
        continue;
      g_printerr ("%s: %s\n  expected %s\n  found    %s\n", rows[i].language, rows[i].text,
                  rows[i].expected, found->str);
      failed++;
    }
  g_assert_cmpuint (failed, ==, 0);
}

static void
append_span (GString *out, SynDocument *document, SynSpan span)
{
  g_autofree char *text = syn_article_dup_span (syn_document_get_article (document), span);

  g_string_append (out, *text != '\0' ? text : "-");
}

/* "8+ Menschen/verletzt": value with "+" at least, "~" about, "<" at most; unit, or noun and what
 * befell it. */
static void
list_numbers (SynDocument *document, GString *out)
{
  guint n;
  const SynNumber *numbers = syn_document_get_numbers (document, &n);

  for (guint i = 0; i < n; i++)
    {
      const SynNumber *number = &numbers[i];
      char value[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (out, "%s%s%s", out->len > 0 ? "; " : "",
                              number->kind == SYN_NUMBER_SHARE  ? "share "
                              : number->kind == SYN_NUMBER_AGE  ? "age "
                              : number->kind == SYN_NUMBER_DATE ? "day "
                              : number->kind == SYN_NUMBER_CLOCK ? "clock "
                                                                 : "",
                              g_ascii_formatd (value, sizeof value, "%.10g", number->value));
      if (number->kind == SYN_NUMBER_VAGUE)
        g_string_append_printf (out, "–%s", g_ascii_formatd (value, sizeof value, "%.10g", number->hi));
      else if (number->qualifier == SYN_QUALIFIER_ABOUT)
        g_string_append (out, "~");
      else if (number->qualifier != SYN_QUALIFIER_EXACT)
        g_string_append (out, isinf (number->hi) ? "+" : "<");
      if (number->unit != NULL && number->kind != SYN_NUMBER_AGE)
        g_string_append_printf (out, " %s", number->unit);
      else if (number->head != 0 || number->predicate != 0)
        {
          g_string_append_c (out, ' ');
          append_span (out, document, number->head_span);
          g_string_append_c (out, '/');
          append_span (out, document, number->predicate_span);
        }
    }
}

static const Row number_rows[] = {
  { "de", "Bei dem Brand wurden acht Menschen verletzt.", "8 Menschen/verletzt" },
  { "de", "Mindestens 12 schwer verletzte Arbeiter kamen ins Krankenhaus.", "12+ Arbeiter/verletzte" },
  { "de", "Es gab zweihundertfünfzig Tote.", "250 Tote/Tote" },
  { "de", "Rund 1.250 Häuser brannten.", "1250~ Häuser/-" },
  { "de", "Der Damm ist 3,5 Kilometer lang.", "3500 m" },
  { "de", "Ein 32-jähriger Mann kam am 3. Mai um 20.30 Uhr an.", "age 32; day 19480; clock 1230" },
  { "de", "Dreiundzwanzig Boote sanken.", "23 Boote/-" },
  { "de", "Der Schaden liegt bei 1,2 Millionen Euro.", "1200000 EUR" },
  { "de", "Zwei weitere Männer starben.", "share 2 Männer/starben" },
  { "de", "Dutzende Häuser brannten.", "24–150 Häuser/-" },
  { "fr", "Au moins huit personnes ont été blessées.", "8+ personnes/blessées" },
  { "fr", "Vingt-trois bateaux ont coulé.", "23 bateaux/-" },
  { "fr", "Quatre-vingt-dix-sept habitants sont morts.", "97 habitants/morts" },
  { "fr", "Près de 12 500 foyers sont privés d'eau.", "12500~ foyers/-" },
  { "fr", "Un homme âgé de 32 ans est mort à 20h30.", "age 32; clock 1230" },
  { "fr", "La digue mesure 3,5 kilomètres.", "3500 m" },
  { "fr", "Les dégâts atteignent 2 milliards d'euros.", "2000000000 EUR" },
  { "fr", "Une centaine de personnes sont venues.", "85–120 personnes/-" },
  { "fr", "Vingt et un wagons brûlent.", "21 wagons/-" },
  { "es", "Al menos ocho personas resultaron heridas.", "8+ personas/heridas" },
  { "es", "Treinta y dos barcos se hundieron.", "32 barcos/-" },
  { "es", "Murieron doscientos cincuenta obreros.", "250 obreros/Murieron" },
  { "es", "Casi 1.250 casas ardieron.", "1250~ casas/-" },
  { "es", "El dique mide 3,5 kilómetros.", "3500 m" },
  { "es", "Un hombre de 32 años de edad llegó el 3 de mayo.", "age 32; day 19480" },
  { "es", "Los daños suman 1,2 millones de euros.", "1200000 EUR" },
  { "it", "Almeno otto persone sono rimaste ferite.", "8+ persone/ferite" },
  { "it", "Ventitré barche affondarono.", "23 barche/-" },
  { "it", "Sono morti duecentocinquanta operai.", "250 operai/morti" },
  { "it", "Circa 1.250 case bruciano.", "1250~ case/-" },
  { "it", "La diga misura 3,5 chilometri.", "3500 m" },
  { "it", "I danni ammontano a 1,2 milioni di euro.", "1200000 EUR" },
  { "it", "Decine di persone sono fuggite.", "24–150 persone/-" },
  { "ru", "Не менее восьми человек ранены.", "8+ человек/ранены" },
  { "ru", "Погибли двое мирных жителей.", "2 жителей/Погибли" },
  { "ru", "Двадцать три лодки затонули.", "23 лодки/-" },
  { "ru", "Около 1250 домов сгорели.", "1250~ домов/-" },
  { "ru", "До города 3,5 километра.", "3500 m" },
  { "ru", "Ущерб составил 1,2 млн рублей.", "1200000 RUB" },
  { "ru", "32-летний мужчина приехал 3 мая в 20:30.", "age 32; day 19480; clock 1230" },
  { "ru", "Задержаны более 200 человек.", "200+ человек/Задержаны" },
  { "uk", "Щонайменше вісім людей поранені.", "8+ людей/поранені" },
  { "uk", "Загинули двоє мирних жителів.", "2 жителів/Загинули" },
  { "uk", "Двадцять три човни затонули.", "23 човни/-" },
  { "uk", "Близько 1250 будинків згоріли.", "1250~ будинків/-" },
  { "uk", "До міста 3,5 кілометра.", "3500 m" },
  { "uk", "Збитки сягають 1,2 млн гривень.", "1200000 UAH" },
  { "uk", "32-річний чоловік приїхав 3 травня о 20:30.", "age 32; day 19480; clock 1230" },
};

static void
test_numbers (void)
{
  check_rows (number_rows, G_N_ELEMENTS (number_rows), list_numbers);
}

static const char *const certainties[]
    = { "asserted", "reported", "claimed", "hedged", "unconfirmed", "denied" };

/* "speaker certainty «quote»" of each statement, parted by "|". */
static void
list_sayings (SynDocument *document, GString *out)
{
  guint n, n_quotes;
  const SynStatement *statements = syn_document_get_statements (document, &n);
  const SynQuote *quotes = syn_document_get_quotes (document, &n_quotes);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (out, i > 0 ? "|" : "");
      append_span (out, document, statements[i].speaker);
      g_string_append_printf (out, " %s", certainties[statements[i].certainty]);
      for (guint q = statements[i].first_quote; q < statements[i].first_quote + statements[i].n_quotes; q++)
        {
          g_string_append (out, " «");
          append_span (out, document, quotes[q].span);
          g_string_append (out, "»");
        }
    }
}

static const Row saying_rows[] = {
  { "de", "Die Fähre sank.", "- asserted" },
  { "de", "„Wir sind sicher“, sagte Bürgermeisterin Ilse Quend.",
    "Bürgermeisterin Ilse Quend reported «Wir sind sicher»" },
  { "de", "»Wir sind sicher«, sagte Ilse Quend am Montag.", "Ilse Quend reported «Wir sind sicher»" },
  { "de", "Ilse Quend sagte, dass die Fähre sank.", "Ilse Quend reported" },
  { "de", "Nach Angaben der Polizei sank die Fähre.", "Polizei reported" },
  { "de", "Die Fähre sank laut Polizei.", "Polizei reported" },
  { "de", "Die Reederei bestritt einen Defekt.", "Reederei denied" },
  { "de", "Die Ursache ist noch unklar.", "- unconfirmed" },
  { "de", "Offenbar versagte der Motor.", "- hedged" },
  { "de", "Die Fähre sank am 3. Mai vor Orvo.", "- asserted" },
  { "fr", "« Nous sommes saufs », a déclaré la maire Ilse Quend.",
    "maire Ilse Quend reported «Nous sommes saufs»" },
  { "fr", "Selon la police, le ferry a coulé.", "police reported" },
  { "fr", "La compagnie a démenti toute panne.", "compagnie denied" },
  { "fr", "La cause reste inconnue.", "- unconfirmed" },
  { "fr", "Le moteur aurait lâché.", "- hedged" },
  { "es", "«Estamos a salvo», dijo la alcaldesa Ilse Quend.",
    "alcaldesa Ilse Quend reported «Estamos a salvo»" },
  { "es", "Según la policía, el ferry se hundió.", "policía reported" },
  { "es", "La empresa negó cualquier avería.", "empresa denied" },
  { "es", "Se desconoce la causa.", "- unconfirmed" },
  { "es", "El motor probablemente falló.", "- hedged" },
  { "it", "«Siamo salvi», ha detto la sindaca Ilse Quend.", "sindaca Ilse Quend reported «Siamo salvi»" },
  { "it", "Secondo la polizia, il traghetto è affondato.", "polizia reported" },
  { "it", "La compagnia ha smentito ogni guasto.", "compagnia denied" },
  { "it", "La causa non è nota, non è chiaro altro.", "- unconfirmed" },
  { "it", "Il motore forse ha ceduto.", "- hedged" },
  { "ru", "«Мы в безопасности», — заявила мэр Ильза Квендова.",
    "мэр Ильза Квендова reported «Мы в безопасности»" },
  { "ru", "По данным полиции, паром затонул.", "полиции reported" },
  { "ru", "Компания отрицает поломку.", "Компания denied" },
  { "ru", "Причина пока неизвестна.", "- unconfirmed" },
  { "ru", "Двигатель, вероятно, отказал.", "- hedged" },
  { "uk", "«Ми в безпеці», — заявила мерка Ільза Квендова.",
    "мерка Ільза Квендова reported «Ми в безпеці»" },
  { "uk", "За даними поліції, пором затонув.", "поліції reported" },
  { "uk", "Компанія заперечує поломку.", "Компанія denied" },
  { "uk", "Причина поки невідома.", "- unconfirmed" },
  { "uk", "Двигун, ймовірно, відмовив.", "- hedged" },
};

static void
test_sayings (void)
{
  check_rows (saying_rows, G_N_ELEMENTS (saying_rows), list_sayings);
}

static void
list_names (SynDocument *document, GString *out)
{
  guint n;
  const SynName *names = syn_document_get_names (document, &n);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (out, i > 0 ? "|" : "");
      append_span (out, document, names[i].span);
    }
}

static const Row name_rows[] = {
  /* In German every noun has a capital. */
  { "de", "Die Stadt bestätigte den Brand in einer Halle.", "" },
  { "de", "Der Brand in Tiefenau tötete die Mutter von Ilse Quend.", "Tiefenau|Ilse Quend" },
  { "de", "Das Feuer zerstörte schwere Maschinen. Ungarn half der Stadt.", "Ungarn" },
  { "de", "„Das war Glück“, sagte Quend. Später fuhr Quend nach Orvo.", "Quend|Quend|Orvo" },
  { "fr", "L'incendie de Valdoré a tué la mère d'Ilse Quend.", "Valdoré|Ilse Quend" },
  { "it", "L'incendio di Valdorata ha distrutto l'officina dell'Aurora.", "Valdorata|Aurora" },
  { "ru", "Пожар в Тиховодске потушили.", "Тиховодске" },
};

static void
test_names (void)
{
  check_rows (name_rows, G_N_ELEMENTS (name_rows), list_names);
}

/* Forms of one word have one stem, other words another. */
static void
test_ukrainian_stems (void)
{
  static const char *const same[][2] = {
    { "фабрика", "фабрики" },   { "фабриці", "фабриці" },     { "пожежа", "пожежею" },
    { "поранені", "поранених" }, { "поранено", "поранені" },   { "загинув", "загинули" },
    { "поліцейський", "поліцейських" }, { "міністр", "міністром" }, { "Тиховодську", "Тиховодська" },
    { "звинувачує", "звинувачують" }, { "горіла", "горіли" },  { "збитки", "збитків" },
  };
  static const char *const other[][2]
      = { { "фабрика", "фарба" }, { "пожежа", "пошта" }, { "міністр", "місто" }, { "рука", "рік" } };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *a = syn_stem_ukrainian (same[i][0]);
      g_autofree char *b = syn_stem_ukrainian (same[i][1]);

      g_assert_cmpstr (a, ==, b);
    }
  for (guint i = 0; i < G_N_ELEMENTS (other); i++)
    {
      g_autofree char *a = syn_stem_ukrainian (other[i][0]);
      g_autofree char *b = syn_stem_ukrainian (other[i][1]);

      g_assert_cmpstr (a, !=, b);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/languages/numbers", test_numbers);
  g_test_add_func ("/languages/sayings", test_sayings);
  g_test_add_func ("/languages/names", test_names);
  g_test_add_func ("/languages/ukrainian-stems", test_ukrainian_stems);
  return g_test_run ();
}
