/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test-corpus.h"

/* Two reports of one event whose second sentences differ in what is asked. */
#define FIRST "The cargo plane left Kestrow at dawn and came down in a field near the village of Arlen.\n"
#define SECOND "A cargo plane that left Kestrow at dawn came down in a field near Arlen village.\n"

static const struct
{
  const char *a, *b;
  const char *form_a, *form_b; /* NULL: no variant */
} cases[] = {
  { "The wreck lies 75 km from the airport of Kestrow, the agency said.",
    "The wreck lies 47 miles from the airport of Kestrow, the agency said.", "75 km", "47 miles" },
  { "The plane was flying at 9 knots above the stall speed, investigators said.",
    "The plane was flying at 17 km/h above the stall speed, investigators said.", "9 knots", "17 km/h" },
  { "The plane was carrying 3 tonnes of mail to the islands, the agency said.",
    "The plane was carrying 6,600 pounds of mail to the islands, the agency said.", "3 tonnes", "6,600 pounds" },
  /* The same unit: another figure, not another way to write it. */
  { "The wreck lies 75 km from the airport of Kestrow, the agency said.",
    "The wreck lies 76 km from the airport of Kestrow, the agency said.", NULL, NULL },
  /* Other units, but no conversion of each other. */
  { "The wreck lies 75 km from the airport of Kestrow, the agency said.",
    "The wreck lies 75 miles from the airport of Kestrow, the agency said.", NULL, NULL },
  /* One unit written in two ways. */
  { "The wreck lies 75 km from the airport of Kestrow, the agency said.",
    "The wreck lies 75 kilometres from the airport of Kestrow, the agency said.", NULL, NULL },
  /* Equal numbers of different things. */
  { "The plane was carrying 3 tonnes of mail to the islands, the agency said.",
    "The plane was carrying mail to the islands for 3 hours, the agency said.", NULL, NULL },
};

static gboolean
has_form (const SynVariant *variant, const char *form)
{
  return g_strv_contains ((const char *const *) variant->forms, form);
}

static void
test_units (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *a = g_strconcat (FIRST, cases[i].a, "\n", NULL);
      g_autofree char *b = g_strconcat (SECOND, cases[i].b, "\n", NULL);
      const char *const texts[] = { a, b, NULL };
      g_autoptr (SynCorpus) corpus = test_corpus_new (texts);
      g_autoptr (SynComparison) comparison = test_compare (corpus);
      guint n, found = 0;
      const SynVariant *variants = syn_comparison_get_variants (comparison, &n);

      for (guint v = 0; v < n; v++)
        {
          if (variants[v].kind != SYN_VARIANT_UNIT)
            continue;
          found++;
          g_assert_nonnull (cases[i].form_a);
          g_assert_true (has_form (&variants[v], cases[i].form_a) && has_form (&variants[v], cases[i].form_b));
          g_assert_cmpuint (variants[v].occurrences->len, ==, 2);
        }
      g_assert_cmpuint (found, ==, cases[i].form_a != NULL);
    }
}

static const struct
{
  const char *a, *b;
  SynVariantKind kind;
  const char *form_a, *form_b; /* NULL: no variant of any kind but units */
} alias_cases[] = {
  { "The Arlen Gliding Club (AGC) will close the field, members said.",
    "The field is closed by the AGC until spring, members said.", SYN_VARIANT_ALIAS,
    "Arlen Gliding Club", "AGC" },
  { "The field belongs to the League of Arlen Gliders (LAG), members said.",
    "The LAG has owned the field for years, members said.", SYN_VARIANT_ALIAS,
    "League of Arlen Gliders", "LAG" },
  { "Nobody was hurt, said Mayor Ilse Quend on the steps.",
    "Nobody was hurt, Mayor Quend said on the steps.", SYN_VARIANT_ALIAS, "Ilse Quend", "Quend" },
  { "The field was bought by the Freedom of Kestrow Party last spring.",
    "Last spring the Liberty of Kestrow Party bought the field.", SYN_VARIANT_TRANSLATION,
    "Freedom of Kestrow Party", "Liberty of Kestrow Party" },
  { "Norway has sent two investigators to the field near Arlen village.",
    "Oslo has sent two investigators to the field near Arlen village.", SYN_VARIANT_ALIAS, "Norway",
    "Oslo" },
  /* Letters that do not begin the words. */
  { "The Arlen Gliding Club (XYZ) will close the field, members said.",
    "The field is closed by the XYZ until spring, members said.", 0, NULL, NULL },
  /* Two people of one surname. */
  { "Mayor Ilse Quend and her brother Karl Quend saw it.", "Mayor Quend saw it from the steps.", 0,
    NULL, NULL },
  /* Names that differ in a word that means something else. */
  { "The field was bought by the Northern Kestrow Party last spring.",
    "Last spring the Southern Kestrow Party bought the field.", 0, NULL, NULL },
  /* The same name on both sides. */
  { "Norway has sent two investigators to the field near Arlen village.",
    "Norway has sent two investigators to the field near Arlen village.", 0, NULL, NULL },
};

static void
test_aliases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (alias_cases); i++)
    {
      g_autofree char *a = g_strconcat (FIRST, alias_cases[i].a, "\n", NULL);
      g_autofree char *b = g_strconcat (SECOND, alias_cases[i].b, "\n", NULL);
      const char *const texts[] = { a, b, NULL };
      g_autoptr (SynCorpus) corpus = test_corpus_new (texts);
      g_autoptr (SynComparison) comparison = test_compare (corpus);
      guint n, found = 0;
      const SynVariant *variants = syn_comparison_get_variants (comparison, &n);

      for (guint v = 0; v < n; v++)
        {
          found++;
          g_assert_nonnull (alias_cases[i].form_a);
          g_assert_cmpint (variants[v].kind, ==, alias_cases[i].kind);
          g_assert_true (has_form (&variants[v], alias_cases[i].form_a)
                         && has_form (&variants[v], alias_cases[i].form_b));
          g_assert_cmpuint (variants[v].occurrences->len, >=, 2);
        }
      if (found != (alias_cases[i].form_a != NULL))
        g_error ("%s: %u variants", alias_cases[i].a, found);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/variants/units", test_units);
  g_test_add_func ("/variants/aliases", test_aliases);
  return g_test_run ();
}
