/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison.h"
#include "compare/syn-stories.h"
#include "corpus/syn-language.h"
#include "corpus/syn-roles.h"

#include <string.h>

/* One invented fire, told by two papers of one language.  The statements of both stand in one order:
 * an "at least", another figure, a sum in two spellings, a charge and a plea, blame and denial, a verb
 * and its negation, a doubt, what goes on or is over, and two answers to who did it. */
enum
{
  COMPATIBLE,
  FIGURE,
  MONEY,
  CHARGE,
  BLAME,
  NEGATION,
  CERTAINTY,
  STATUS,
  AGENT,
  N_STATEMENTS,
};
#define N_TRANSLATED 6

static const struct
{
  const char *language;
  const char *a[N_STATEMENTS], *b[N_STATEMENTS];
} stories[] = {
  { "de",
    { "Bei dem Brand in der Tuchfabrik von Tiefenau sind mindestens acht Menschen verletzt worden.",
      "Drei Weber starben noch in der Halle an den Webstühlen.",
      "Den Schaden am Gebäude beziffert die Polizei auf 1,2 Millionen Euro.",
      "Der Pächter Karl Ostrich wurde der Brandstiftung beschuldigt.",
      "Der Innenminister machte Ungarn für den Angriff auf das Lager verantwortlich.",
      "Der Eigentümer hat das Grundstück am Kanal inzwischen verkauft.",
      "Ob der Wachmann Streichhölzer bei sich trug, ist noch unklar.",
      "Die Löscharbeiten am Kornspeicher dauern an.",
      "Der Überfall auf die Zollstation wurde von ungarischen Soldaten verübt." },
    { "Zwölf Menschen wurden bei dem Brand in der Tuchfabrik von Tiefenau verletzt.",
      "In der Halle an den Webstühlen starben fünf Weber.",
      "Der Schaden am Gebäude beläuft sich laut Polizei auf 1.200.000 Euro.",
      "Der Pächter Karl Ostrich bestreitet die Brandstiftung.",
      "Ungarn hat mit dem Angriff auf das Lager nichts zu tun, sagte ein ungarischer Sprecher.",
      "Der Eigentümer hat das Grundstück am Kanal nicht verkauft.",
      "Der Wachmann trug Streichhölzer bei sich.",
      "Die Löscharbeiten am Kornspeicher sind beendet.",
      "Der Überfall auf die Zollstation wurde von Rebellen verübt." } },
  { "fr",
    { "Au moins huit personnes ont été blessées dans l'incendie de la filature de Valdoré.",
      "Trois tisserands sont morts dans l'atelier, près des métiers.",
      "La police estime les dégâts du bâtiment à 1,2 million d'euros.",
      "Le gérant Karl Ostrich est accusé d'incendie volontaire.",
      "Le ministre a accusé la Hongrie de l'attaque contre le dépôt.",
      "Le propriétaire a vendu le terrain au bord du canal.",
      "On ignore encore si le gardien avait des allumettes sur lui.",
      "L'intervention au grenier à blé se poursuit.",
      "L'attaque du poste de douane a été menée par des soldats hongrois." },
    { "Douze personnes ont été blessées par l'incendie de la filature de Valdoré.",
      "Dans l'atelier, cinq tisserands sont morts près des métiers.",
      "Selon la police, les dégâts du bâtiment atteignent 1 200 000 euros.",
      "Le gérant Karl Ostrich nie tout incendie volontaire.",
      "La Hongrie n'a rien à voir avec l'attaque contre le dépôt, a dit un porte-parole hongrois.",
      "Le propriétaire n'a pas vendu le terrain au bord du canal.",
      "Le gardien avait des allumettes sur lui.",
      "L'intervention au grenier à blé est terminée.",
      "L'attaque du poste de douane a été menée par des rebelles." } },
  { "es",
    { "Al menos ocho personas resultaron heridas en el incendio de la hilandería de Valdorado.",
      "Tres tejedores murieron en el taller, junto a los telares.",
      "La policía calcula los daños del edificio en 1,2 millones de euros.",
      "El gerente Karl Ostrich fue acusado de incendio provocado.",
      "El ministro acusó a Hungría del ataque contra el almacén.",
      "El propietario vendió el terreno junto al canal.",
      "Se desconoce si el guardia llevaba cerillas en el bolsillo.",
      "Los trabajos en el granero continúan.",
      "El ataque al puesto aduanero fue perpetrado por soldados húngaros." },
    { "Doce personas resultaron heridas por el incendio de la hilandería de Valdorado.",
      "En el taller, junto a los telares, murieron cinco tejedores.",
      "Según la policía, los daños del edificio suman 1.200.000 euros.",
      "El gerente Karl Ostrich niega el incendio provocado.",
      "Hungría no tiene nada que ver con el ataque contra el almacén, dijo un portavoz húngaro.",
      "El propietario no vendió el terreno junto al canal.",
      "El guardia llevaba cerillas en el bolsillo.",
      "Los trabajos en el granero han terminado, concluyó el parte.",
      "El ataque al puesto aduanero fue perpetrado por rebeldes." } },
  { "it",
    { "Almeno otto persone sono rimaste ferite nell'incendio della filanda di Valdorata.",
      "Tre tessitori sono morti nel capannone, accanto ai telai.",
      "La polizia stima i danni all'edificio in 1,2 milioni di euro.",
      "Il gestore Karl Ostrich è accusato di incendio doloso.",
      "Il ministro ha accusato l'Ungheria dell'attacco al deposito.",
      "Il proprietario ha venduto il terreno lungo il canale.",
      "Non è chiaro se il guardiano avesse fiammiferi in tasca.",
      "Le operazioni al granaio proseguono.",
      "L'attacco al posto doganale è stato compiuto da soldati ungheresi." },
    { "Dodici persone sono rimaste ferite per l'incendio della filanda di Valdorata.",
      "Nel capannone, accanto ai telai, sono morti cinque tessitori.",
      "Secondo la polizia i danni all'edificio arrivano a 1.200.000 euro.",
      "Il gestore Karl Ostrich nega l'incendio doloso.",
      "L'Ungheria non ha nulla a che fare con l'attacco al deposito, ha detto un portavoce ungherese.",
      "Il proprietario non ha venduto il terreno lungo il canale.",
      "Il guardiano aveva fiammiferi in tasca.",
      "Le operazioni al granaio si sono concluse.",
      "L'attacco al posto doganale è stato compiuto da ribelli." } },
  { "ru",
    { "Не менее восьми человек были ранены при пожаре на ткацкой фабрике в Тиховодске.",
      "Трое ткачей погибли в цехе возле станков.",
      "Полиция оценила ущерб зданию в 1,2 миллиона евро.",
      "Арендатора Карла Острича обвиняют в поджоге.",
      "Министр обвинил Венгрию в нападении на склад.",
      "Владелец продал участок у канала.",
      "Неизвестно, были ли у сторожа спички в кармане.",
      "Тушение зернохранилища продолжается.",
      "Таможенный пост атаковали венгерские солдаты." },
    { "Двенадцать человек ранены при пожаре на ткацкой фабрике в Тиховодске.",
      "В цехе возле станков погибли пятеро ткачей.",
      "По данным полиции, ущерб зданию составил 1 200 000 евро.",
      "Арендатор Карл Острич отрицает поджог.",
      "Венгрия не имеет отношения к нападению на склад, заявил венгерский представитель.",
      "Владелец не продал участок у канала.",
      "У сторожа были спички в кармане.",
      "Тушение зернохранилища завершено.",
      "Таможенный пост атаковали повстанцы." } },
  { "uk",
    { "Щонайменше вісім людей поранені під час пожежі на ткацькій фабриці в Тиховодську.",
      "Троє ткачів загинули в цеху біля верстатів.",
      "Поліція оцінила збитки будівлі в 1,2 мільйона євро.",
      "Орендаря Карла Острича звинувачують у підпалі.",
      "Міністр звинуватив Угорщину в нападі на склад.",
      "Власник продав ділянку біля каналу.",
      "Невідомо, чи були у сторожа сірники в кишені.",
      "Гасіння зерносховища триває.",
      "Митний пост атакували угорські солдати." },
    { "Дванадцятеро людей поранено під час пожежі на ткацькій фабриці в Тиховодську.",
      "У цеху біля верстатів загинули п'ятеро ткачів.",
      "За даними поліції, збитки будівлі сягають 1 200 000 євро.",
      "Орендар Карл Острич заперечує підпал.",
      "Угорщина не має стосунку до нападу на склад, заявив угорський речник.",
      "Власник не продав ділянку біля каналу.",
      "У сторожа були сірники в кишені.",
      "Гасіння зерносховища завершено.",
      "Митний пост атакували повстанці." } },
};

static SynArticle *
make_article (const char *name, const char *const *statements, guint n, const char *language)
{
  g_autoptr (GString) text = g_string_new (NULL);
  SynArticle *article;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s\n\n", statements[i]);
  g_assert_cmpstr (syn_language_guess (text->str, text->len), ==, language);
  article = syn_article_new (name, text->str, text->len);
  g_object_set (article, "language", language, NULL);
  syn_roles_guess (article);
  return article;
}

static SynComparison *
compare (guint story)
{
  g_autoptr (SynCorpus) corpus = syn_corpus_new ("test");
  g_autoptr (SynArticle) a = make_article ("a.txt", stories[story].a, N_STATEMENTS, stories[story].language);
  g_autoptr (SynArticle) b = make_article ("b.txt", stories[story].b, N_STATEMENTS, stories[story].language);
  g_autoptr (GError) error = NULL;
  SynComparison *comparison;

  syn_corpus_add (corpus, a);
  syn_corpus_add (corpus, b);
  comparison = syn_comparison_new (corpus, 0, SYN_COMPARE_DEFAULT, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (syn_comparison_get_n_statements (comparison), ==, 2 * N_STATEMENTS);
  g_assert_null (syn_comparison_get_remarks (comparison)[0]);
  return comparison;
}

/* The best shown conflict between the two statements at @place, or NULL. */
static const SynConflict *
find_conflict (SynComparison *comparison, guint n_statements, guint place)
{
  guint n;
  const SynConflict *conflicts = syn_comparison_get_conflicts (comparison, &n);

  for (guint i = 0; i < n; i++)
    if (conflicts[i].a == place && conflicts[i].b == place + n_statements
        && conflicts[i].tier < SYN_TIER_POSSIBLE)
      return &conflicts[i];
  return NULL;
}

static void
check_conflict (SynComparison *comparison,
                const char *language,
                guint n_statements,
                guint place,
                SynConflictType type,
                SynStrength strength)
{
  const SynConflict *conflict = find_conflict (comparison, n_statements, place);

  if (conflict == NULL || conflict->type != type || conflict->strength != strength)
    g_error ("%s, statement %u: expected %s, found %s", language, place,
             syn_conflict_type_to_string (type),
             conflict != NULL ? syn_conflict_type_to_string (conflict->type) : "nothing");
}

static void
test_matches (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autoptr (SynComparison) comparison = compare (i);

      for (guint k = 0; k < N_STATEMENTS; k++)
        {
          const SynMatch *match = syn_comparison_find_match (comparison, k, k + N_STATEMENTS);

          if (match == NULL || match->tier > SYN_TIER_LIKELY)
            g_error ("%s, statement %u is not matched", stories[i].language, k);
        }
    }
}

static void
test_conflicts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      const char *language = stories[i].language;
      g_autoptr (SynComparison) comparison = compare (i);

      check_conflict (comparison, language, N_STATEMENTS, COMPATIBLE, SYN_CONFLICT_FIGURE, SYN_STRENGTH_TENSION);
      check_conflict (comparison, language, N_STATEMENTS, FIGURE, SYN_CONFLICT_FIGURE, SYN_STRENGTH_DIRECT);
      check_conflict (comparison, language, N_STATEMENTS, CHARGE, SYN_CONFLICT_DENIAL, SYN_STRENGTH_DIRECT);
      check_conflict (comparison, language, N_STATEMENTS, BLAME, SYN_CONFLICT_DENIAL, SYN_STRENGTH_DIRECT);
      check_conflict (comparison, language, N_STATEMENTS, NEGATION, SYN_CONFLICT_DENIAL, SYN_STRENGTH_DIRECT);
      check_conflict (comparison, language, N_STATEMENTS, STATUS, SYN_CONFLICT_STATUS, SYN_STRENGTH_DIRECT);
      check_conflict (comparison, language, N_STATEMENTS, AGENT, SYN_CONFLICT_AGENT, SYN_STRENGTH_DIRECT);
      check_conflict (comparison, language, N_STATEMENTS, CERTAINTY, SYN_CONFLICT_CERTAINTY, SYN_STRENGTH_TENSION);
      g_assert_null (find_conflict (comparison, N_STATEMENTS, MONEY));
    }
}

/* The same fire in another language: names written as that language writes them. */
static const struct
{
  const char *a_language, *b_language;
  const char *a[N_TRANSLATED], *b[N_TRANSLATED];
  const char *form_a, *form_b; /* one name in both */
} translated[] = {
  { "de", "en",
    { "Bei dem Brand in der Tuchfabrik von Tiefenau wurden acht Menschen verletzt.",
      "„Wir haben großes Glück gehabt“, sagte Bürgermeisterin Ilse Quend.",
      "Den Schaden am Gebäude beziffert die Polizei auf 1,2 Millionen Euro.",
      "Die Weber arbeiteten am Montag noch an den Webstühlen.",
      "Der Innenminister machte Ungarn für den Angriff auf das Lager verantwortlich.",
      "Am 3. Mai 2023 kamen 40 Pressevertreter in die Halle nach Tiefenau." },
    { "Twelve people were injured in the fire at the cloth mill in Tiefenau.",
      "“We have been very lucky,” said Mayor Ilse Quend.",
      "Police put the damage to the building at 1.2 million euros.",
      "Nobody knows how long the old walls will stand.",
      "Hungary has nothing to do with the attack on the depot, a Hungarian spokesman said.",
      "On May 3, 2023, 40 reporters were let into the hall in Tiefenau." },
    "Ungarn", "Hungary" },
  { "ru", "en",
    { "При пожаре на фабрике в Тиховодске ранены восемь человек.",
      "«Нам очень повезло», — сказала мэр Ильза Квендова.",
      "Полиция оценила ущерб зданию в 1,2 миллиона евро.",
      "Ткачи ещё в понедельник работали у станков.",
      "Министр обвинил Венгрию в нападении на склад.",
      "3 мая 2023 года 40 журналистов пустили в цех в Тиховодске." },
    { "Twelve people were injured in the fire at the factory in Tikhovodsk.",
      "“We have been very lucky,” said Mayor Ilza Kvendova.",
      "Police put the damage to the building at 1.2 million euros.",
      "Nobody knows how long the old walls will stand.",
      "Hungary has nothing to do with the attack on the depot, a Hungarian spokesman said.",
      "On May 3, 2023, 40 reporters were let into the hall in Tikhovodsk." },
    "Тиховодске", "Tikhovodsk" },
  { "de", "ru",
    { "Bei dem Brand in der Tuchfabrik von Tichowodsk wurden acht Menschen verletzt.",
      "„Wir haben großes Glück gehabt“, sagte Bürgermeisterin Ilsa Kwendowa.",
      "Den Schaden am Gebäude beziffert die Polizei auf 1,2 Millionen Euro.",
      "Die Weber arbeiteten am Montag noch an den Webstühlen.",
      "Der Innenminister machte Ungarn für den Angriff auf das Lager verantwortlich.",
      "Am 3. Mai 2023 kamen 40 Pressevertreter in die Halle nach Tichowodsk." },
    { "При пожаре на фабрике в Тиховодске ранены двенадцать человек.",
      "«Нам очень повезло», — сказала мэр Ильза Квендова.",
      "Полиция оценила ущерб зданию в 1,2 миллиона евро.",
      "Никто не знает, сколько простоят старые стены.",
      "Венгрия не имеет отношения к нападению на склад, заявил венгерский представитель.",
      "3 мая 2023 года 40 журналистов пустили в цех в Тиховодске." },
    "Kwendowa", "Квендова" },
};

static gboolean
has_translation (SynComparison *comparison, const char *a, const char *b)
{
  guint n;
  const SynVariant *variants = syn_comparison_get_variants (comparison, &n);

  for (guint i = 0; i < n; i++)
    if (variants[i].kind == SYN_VARIANT_TRANSLATION
        && g_strv_contains ((const char *const *)variants[i].forms, a)
        && g_strv_contains ((const char *const *)variants[i].forms, b))
      return TRUE;
  return FALSE;
}

/* Names, figures, days and speakers link statements of two languages, but never surely; what shares
 * none of them is not linked; and figures and denials conflict as in one language. */
static void
test_translated (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (translated); i++)
    {
      g_autoptr (SynCorpus) corpus = syn_corpus_new ("test");
      g_autoptr (SynArticle) a = make_article ("a.txt", translated[i].a, N_TRANSLATED, translated[i].a_language);
      g_autoptr (SynArticle) b = make_article ("b.txt", translated[i].b, N_TRANSLATED, translated[i].b_language);
      g_autoptr (SynComparison) comparison = NULL;
      guint n;
      const SynMatch *matches;

      syn_corpus_add (corpus, a);
      syn_corpus_add (corpus, b);
      comparison = syn_comparison_new (corpus, 0, SYN_COMPARE_DEFAULT, NULL, NULL, NULL, NULL);
      matches = syn_comparison_get_matches (comparison, &n);
      for (guint k = 0; k < n; k++)
        {
          g_assert_cmpint (matches[k].tier, !=, SYN_TIER_SURE);
          g_assert_cmpfloat (matches[k].score, <, 0.9);
          g_assert_cmpint (matches[k].kind, !=, SYN_MATCH_COPIED);
        }
      for (guint k = 0; k < N_TRANSLATED; k++)
        {
          const SynMatch *match = syn_comparison_find_match (comparison, k, k + N_TRANSLATED);
          gboolean shown = match != NULL && match->tier == SYN_TIER_LIKELY;

          if (shown != (k != 3)) /* what the fourth ones say is not the same */
            g_error ("%s and %s, statement %u: %s", translated[i].a_language,
                     translated[i].b_language, k, shown ? "matched" : "not matched");
        }
      check_conflict (comparison, translated[i].a_language, N_TRANSLATED, 0, SYN_CONFLICT_FIGURE,
                      SYN_STRENGTH_DIRECT);
      check_conflict (comparison, translated[i].a_language, N_TRANSLATED, 4, SYN_CONFLICT_DENIAL,
                      SYN_STRENGTH_DIRECT);
      g_assert_true (has_translation (comparison, translated[i].form_a, translated[i].form_b));
    }
}

/* Articles of two scripts about one event are one story, those about another stay apart. */
static void
test_stories (void)
{
  static const char *const other[N_TRANSLATED]
      = { "The Kestrow orchestra has chosen Anna Lindqvist as its conductor.",
          "Lindqvist led the choir of Arlen for a decade, the board said on Thursday.",
          "Her first concert will open the season in the old concert hall.",
          "Forty musicians had voted for her, eleven for the other candidate.",
          "The orchestra had played under guests since the spring.",
          "Tickets for the concert sold within an hour, the box office said." };

  for (guint i = 1; i < G_N_ELEMENTS (translated); i++)
    {
      g_autoptr (SynCorpus) corpus = syn_corpus_new ("test");
      g_autoptr (SynArticle) a = make_article ("a.txt", translated[i].a, N_TRANSLATED, translated[i].a_language);
      g_autoptr (SynArticle) b = make_article ("b.txt", translated[i].b, N_TRANSLATED, translated[i].b_language);
      g_autoptr (SynArticle) c = make_article ("c.txt", other, N_TRANSLATED, "en");
      g_autoptr (SynStories) stories = NULL;

      syn_corpus_add (corpus, a);
      syn_corpus_add (corpus, b);
      syn_corpus_add (corpus, c);
      stories = syn_stories_new (corpus, NULL, NULL, NULL, NULL);
      g_assert_cmpuint (syn_stories_get_n (stories), ==, 2);
      g_assert_cmpuint (syn_stories_find (stories, 0), ==, syn_stories_find (stories, 1));
    }
}

/* Where lists are missing the reader is told, once for a language. */
static void
test_remarks (void)
{
  static const struct
  {
    const char *language;
    gboolean remark;
  } cases[] = { { "en", FALSE }, { "de", FALSE }, { "uk", FALSE }, { "pl", TRUE }, { "xx", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SynCorpus) corpus = syn_corpus_new ("test");
      g_autoptr (SynComparison) comparison = NULL;
      const char *const *remarks;

      for (guint k = 0; k < 2; k++)
        {
          g_autoptr (SynArticle) article = syn_article_new (NULL, "Ilse Quend 1250 Orvo.", -1);

          g_object_set (article, "language", cases[i].language, NULL);
          syn_roles_guess (article);
          syn_corpus_add (corpus, article);
        }
      comparison = syn_comparison_new (corpus, 0, SYN_COMPARE_DEFAULT, NULL, NULL, NULL, NULL);
      remarks = syn_comparison_get_remarks (comparison);
      g_assert_cmpuint (g_strv_length ((char **)remarks), ==, cases[i].remark);
      g_assert_true (!cases[i].remark || strstr (remarks[0], cases[i].language) != NULL);
    }
}

/* What looks like a disagreement and is none: another year, additions, another harm, a condition, a
 * conversion, another person. */
static const struct
{
  const char *language, *a, *b;
} traps[] = {
  { "de", "Bei dem Brand in Orvo wurden acht Menschen verletzt.",
    "Bei dem Brand in Orvo wurden im vergangenen Jahr drei Menschen verletzt." },
  { "de", "Bei dem Brand in Orvo wurden acht Menschen verletzt.",
    "Zwei weitere Menschen wurden bei dem Brand in Orvo verletzt." },
  { "de", "Bei dem Brand in Orvo starben acht Menschen.",
    "Bei dem Brand in Orvo wurden zwölf Menschen verletzt." },
  { "de", "Die Fähre fuhr 40 Kilometer von Orvo nach Lund.",
    "Die Fähre fuhr 25 Meilen von Orvo nach Lund." },
  { "de", "Der 32-jährige Fahrer kam aus Orvo.", "Der 33 Jahre alte Koch kam aus Lund." },
  { "de", "Das Gericht hat den Verkauf genehmigt.",
    "Wenn das Gericht den Verkauf nicht genehmigt, bleibt das Werk zu." },
  { "fr", "Huit personnes ont été blessées dans l'incendie d'Orvo.",
    "L'an dernier, trois personnes ont été blessées dans l'incendie d'Orvo." },
  { "fr", "Huit personnes ont été blessées dans l'incendie d'Orvo.",
    "Deux autres personnes ont été blessées dans l'incendie d'Orvo." },
  { "fr", "Huit personnes sont mortes dans l'incendie d'Orvo.",
    "Douze personnes ont été blessées dans l'incendie d'Orvo." },
  { "es", "Ocho personas resultaron heridas en el incendio de Orvo.",
    "El año pasado tres personas resultaron heridas en el incendio de Orvo." },
  { "es", "Ocho personas resultaron heridas en el incendio de Orvo.",
    "Otras dos personas resultaron heridas en el incendio de Orvo." },
  { "it", "Otto persone sono rimaste ferite nell'incendio di Orvo.",
    "L'anno scorso tre persone sono rimaste ferite nell'incendio di Orvo." },
  { "it", "Otto persone sono rimaste ferite nell'incendio di Orvo.",
    "Altre due persone sono rimaste ferite nell'incendio di Orvo." },
  { "ru", "При пожаре в Орво ранены восемь человек.",
    "В прошлом году при пожаре в Орво ранены три человека." },
  { "ru", "При пожаре в Орво ранены восемь человек.", "Ещё два человека ранены при пожаре в Орво." },
  { "ru", "Суд одобрил продажу.", "Если суд не одобрит продажу, завод закроют." },
  { "uk", "Під час пожежі в Орво поранено вісім людей.",
    "Торік під час пожежі в Орво поранено трьох людей." },
  { "uk", "Під час пожежі в Орво поранено вісім людей.",
    "Ще двоє людей поранені під час пожежі в Орво." },
};

/* What is told in two ways, where the lists of the language say so. */
static const struct
{
  const char *language;
  SynConflictType type;
  const char *a, *b;
} disagreements[] = {
  { "de", SYN_CONFLICT_CAUSE, "Der Brand in Orvo wurde durch einen Kurzschluss ausgelöst.",
    "Ursache des Brandes in Orvo war eine Zigarette." },
  { "fr", SYN_CONFLICT_CAUSE, "L'incendie d'Orvo a été causé par une cigarette.",
    "La cause de l'incendie d'Orvo est une fuite de gaz." },
  { "es", SYN_CONFLICT_CAUSE, "El incendio de Orvo fue causado por un cigarrillo.",
    "El incendio de Orvo se debió a una fuga de gas." },
  { "it", SYN_CONFLICT_CAUSE, "L'incendio di Orvo è stato causato da una sigaretta.",
    "La causa dell'incendio di Orvo è una fuga di gas." },
  { "ru", SYN_CONFLICT_CAUSE, "Причиной пожара в Орво стала сигарета.",
    "Пожар в Орво вызван коротким замыканием." },
  { "uk", SYN_CONFLICT_CAUSE, "Причиною пожежі в Орво стала цигарка.",
    "Пожежа в Орво спричинена коротким замиканням." },
  { "de", SYN_CONFLICT_DENIAL, "Der Direktor bestritt, dass die Sensoren in der Grube abgeschaltet waren.",
    "Die Sensoren in der Grube waren abgeschaltet, sagten Bergleute." },
  { "fr", SYN_CONFLICT_DENIAL, "Le directeur a nié que les capteurs de la mine étaient débranchés.",
    "Les capteurs de la mine étaient débranchés, selon des mineurs." },
  { "es", SYN_CONFLICT_DENIAL, "El director negó que los sensores de la mina estuvieran apagados.",
    "Los sensores de la mina estaban apagados, dijeron los mineros." },
  { "it", SYN_CONFLICT_DENIAL, "Il direttore ha negato che i sensori della miniera fossero spenti.",
    "I sensori della miniera erano spenti, hanno detto i minatori." },
  { "ru", SYN_CONFLICT_DENIAL, "Директор отрицал, что датчики на шахте были отключены.",
    "Датчики на шахте были отключены, сказали горняки." },
  { "uk", SYN_CONFLICT_DENIAL, "Директор заперечив, що датчики на шахті були вимкнені.",
    "Датчики на шахті були вимкнені, сказали гірники." },
};

static SynComparison *
compare_two (const char *language, const char *a, const char *b)
{
  const char *const texts[] = { a, b };
  g_autoptr (SynCorpus) corpus = syn_corpus_new ("test");

  for (guint k = 0; k < 2; k++)
    {
      g_autoptr (SynArticle) article = syn_article_new (NULL, texts[k], -1);

      g_object_set (article, "language", language, NULL);
      syn_roles_guess (article);
      syn_corpus_add (corpus, article);
    }
  return syn_comparison_new (corpus, 0, SYN_COMPARE_ALL, NULL, NULL, NULL, NULL);
}

/* The story of the language, so that words have weight, with one more statement in front. */
static SynArticle *
make_longer_article (const char *name, const char *first, const char *const *rest, const char *language)
{
  const char *texts[N_STATEMENTS + 1] = { first };

  memcpy (texts + 1, rest, N_STATEMENTS * sizeof *rest);
  return make_article (name, texts, N_STATEMENTS + 1, language);
}

static void
test_disagreements (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (disagreements); i++)
    {
      const char *language = disagreements[i].language;
      g_autoptr (SynCorpus) corpus = syn_corpus_new ("test");
      g_autoptr (SynComparison) comparison = NULL;
      g_autoptr (SynArticle) a = NULL;
      g_autoptr (SynArticle) b = NULL;
      guint story = 0;

      while (strcmp (stories[story].language, language) != 0)
        story++;
      a = make_longer_article ("a.txt", disagreements[i].a, stories[story].a, language);
      b = make_longer_article ("b.txt", disagreements[i].b, stories[story].b, language);
      syn_corpus_add (corpus, a);
      syn_corpus_add (corpus, b);
      comparison = syn_comparison_new (corpus, 0, SYN_COMPARE_DEFAULT, NULL, NULL, NULL, NULL);
      check_conflict (comparison, language, N_STATEMENTS + 1, 0, disagreements[i].type,
                      SYN_STRENGTH_DIRECT);
    }
}

static void
test_traps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (traps); i++)
    {
      g_autoptr (SynComparison) comparison
          = compare_two (traps[i].language, traps[i].a, traps[i].b);
      guint n;
      const SynConflict *conflicts;

      conflicts = syn_comparison_get_conflicts (comparison, &n);
      for (guint k = 0; k < n; k++)
        if (conflicts[k].tier < SYN_TIER_POSSIBLE)
          g_error ("%s: %s", traps[i].b, conflicts[k].reason);
    }
}

/* An article in a language that nobody knows of is not read as an English one. */
static void
test_unknown (void)
{
  static const char *const texts[]
      = { "Ministerstvo oznámilo, že oheň zničil přádelnu u řeky a poškodil osm sousedních domů.\n"
          "Hasiči zasahovali celou noc, protože voda zamrzala v hadicích a vítr zesílil.\n"
          "Starostka Ilse Quend řekla, že město pomůže rodinám, které přišly o střechu nad hlavou.\n"
          "Policie vyšetřuje příčinu požáru, svědci slyšeli výbuch krátce před půlnocí. Škoda "
          "dosáhla několika milionů, pojišťovna slíbila rychlou výplatu, starosta sousední obce "
          "nabídl ubytování, škola zůstane zavřená, dětem zajistí výuku náhradní prostory.",
          "Η πυρκαγιά κατέστρεψε το κλωστήριο δίπλα στο ποτάμι, είπε η δήμαρχος το βράδυ." };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SynArticle) article = syn_article_new (NULL, texts[i], -1);

      g_assert_cmpstr (syn_language_of_article (article), ==, SYN_LANGUAGE_OTHER);
      g_object_set (article, "language", "cs", NULL);
      g_assert_cmpstr (syn_language_of_article (article), ==, "cs");
    }
  {
    g_autoptr (SynArticle) article = syn_article_new (NULL, "Quend wins in Orvo", -1);

    g_assert_null (syn_language_of_article (article));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/languages/matches", test_matches);
  g_test_add_func ("/languages/conflicts", test_conflicts);
  g_test_add_func ("/languages/traps", test_traps);
  g_test_add_func ("/languages/disagreements", test_disagreements);
  g_test_add_func ("/languages/translated", test_translated);
  g_test_add_func ("/languages/stories", test_stories);
  g_test_add_func ("/languages/unknown", test_unknown);
  g_test_add_func ("/languages/remarks", test_remarks);
  return g_test_run ();
}
