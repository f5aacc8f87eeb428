/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/syn-gazetteer.h"
#include "compare/syn-transliterate.h"

static const struct
{
  const char *a_language, *a, *b_language, *b;
  gboolean agree;
} rows[] = {
  { "ru", "Чернов", "en", "Chernov", TRUE },      { "ru", "Чернов", "de", "Tschernow", TRUE },
  { "ru", "Щукин", "en", "Shchukin", TRUE },      { "ru", "Шишкин", "fr", "Chichkine", TRUE },
  { "uk", "Гнатюк", "en", "Hnatiuk", TRUE },      { "ru", "Хомяков", "en", "Khomyakov", TRUE },
  { "ru", "Хомяков", "de", "Chomjakow", TRUE },   { "ru", "Кузнецов", "es", "Kuznetsov", TRUE },
  { "de", "Müller", "en", "Muller", TRUE },       { "en", "Orvo", "ru", "Орво", TRUE },
  { "ru", "Сорокин", "en", "Zakharov", FALSE },   { "ru", "Петров", "en", "Petrenko", FALSE },
  { "de", "Maria", "en", "Mario", FALSE },        { "en", "Lee", "ru", "Ли", FALSE },
  { "ru", "Иванов", "en", "Ivanenko", FALSE },    { "de", "Weber", "en", "Weaver", FALSE },
};

static void
test_names (void)
{
  guint failed = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *a = syn_transliterate (rows[i].a, rows[i].a_language);
      g_autofree char *b = syn_transliterate (rows[i].b, rows[i].b_language);

      if (syn_transliterations_agree (a, b) == rows[i].agree
          && syn_transliterations_agree (b, a) == rows[i].agree)
        continue;
      g_printerr ("%s %s, %s %s\n", rows[i].a, a, rows[i].b, b);
      failed++;
    }
  g_assert_cmpuint (failed, ==, 0);
}

static void
test_other_scripts (void)
{
  g_assert_null (syn_transliterate ("北京", "zh"));
  g_assert_null (syn_transliterate ("Αθήνα", "el"));
}

static void
test_gazetteer (void)
{
  const char *hungary = g_hash_table_lookup (syn_gazetteer_list ("en"), "hungary");

  g_assert_nonnull (hungary);
  g_assert_cmpstr (g_hash_table_lookup (syn_gazetteer_list ("de"), "ungarn"), ==, hungary);
  g_assert_cmpstr (g_hash_table_lookup (syn_gazetteer_list ("uk"), "угорщина"), ==, hungary);
  g_assert_cmpstr (g_hash_table_lookup (syn_gazetteer_list ("it"), "ungheria"), ==, hungary);
  g_assert_cmpstr (g_hash_table_lookup (syn_gazetteer_list ("de"), "warschau"), ==,
                   g_hash_table_lookup (syn_gazetteer_list ("fr"), "varsovie"));
  g_assert_null (g_hash_table_lookup (syn_gazetteer_list ("en"), "kestrow"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/transliterate/names", test_names);
  g_test_add_func ("/transliterate/other-scripts", test_other_scripts);
  g_test_add_func ("/transliterate/gazetteer", test_gazetteer);
  return g_test_run ();
}
