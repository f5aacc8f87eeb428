/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "compare/syn-comparison-private.h"

/* Figures of matched statements that are one measure in two units: "9 knots" and "17 km/h". */

/* Rounding that a paper allows itself when it converts: one part in thirty. */
#define TOLERANCE 0.033

static const SynNumber *
list_numbers (SynEngine *engine, guint statement, guint *n)
{
  const SynStatement *of = syn_engine_get_statement (engine, statement);
  guint total;
  const SynNumber *numbers = syn_document_get_numbers (syn_engine_get_document (engine, statement), &total);

  *n = of->n_numbers;
  return numbers + of->first_number;
}

/* The same base unit and nearly the same value, but not the same: equal ones were stated in one unit. */
static gboolean
is_converted (const SynNumber *a, const SynNumber *b)
{
  double larger = MAX (fabs (a->value), fabs (b->value)), difference = fabs (a->value - b->value);

  return a->kind == SYN_NUMBER_MEASURE && b->kind == SYN_NUMBER_MEASURE && a->unit != NULL
         && g_strcmp0 (a->unit, b->unit) == 0 && difference > 1e-6 * larger && difference <= TOLERANCE * larger;
}

static char *
dup_form (SynEngine *engine, guint statement, const SynNumber *number)
{
  SynArticle *article = syn_document_get_article (syn_engine_get_document (engine, statement));

  return syn_article_dup_span (article, (SynSpan){ number->value_span.start, number->span.end });
}

/* "km/h" of "17 km/h": two figures in one unit differ because they are different figures. */
static gboolean
same_unit_word (const char *a, const char *b)
{
  const char *space_a = strrchr (a, ' '), *space_b = strrchr (b, ' ');

  return space_a == NULL || space_b == NULL || g_ascii_strcasecmp (space_a, space_b) == 0;
}

static SynVariant *
get_variant (SynEngine *engine, GHashTable *known, const char *a, const char *b)
{
  gboolean swap = g_strcmp0 (a, b) > 0;
  g_autofree char *key = g_strjoin ("\t", swap ? b : a, swap ? a : b, NULL);
  gpointer index;

  if (!g_hash_table_lookup_extended (known, key, NULL, &index))
    {
      SynVariant variant = { .kind = SYN_VARIANT_UNIT };

      variant.forms = g_strsplit (key, "\t", 2);
      variant.occurrences = g_array_new (FALSE, FALSE, sizeof (SynOccurrence));
      index = GUINT_TO_POINTER (engine->variants->len);
      g_array_append_val (engine->variants, variant);
      g_hash_table_insert (known, g_steal_pointer (&key), index);
    }
  return &g_array_index (engine->variants, SynVariant, GPOINTER_TO_UINT (index));
}

static void
add_occurrence (SynVariant *variant, guint statement, const SynNumber *number)
{
  SynOccurrence occurrence = { statement, { number->value_span.start, number->span.end } };

  for (guint i = 0; i < variant->occurrences->len; i++)
    {
      const SynOccurrence *other = &g_array_index (variant->occurrences, SynOccurrence, i);

      if (other->statement == statement && other->span.start == occurrence.span.start)
        return;
    }
  g_array_append_val (variant->occurrences, occurrence);
}

static void
compare_numbers (SynEngine *engine, GHashTable *known, const SynMatch *match)
{
  guint n_a, n_b;
  const SynNumber *a = list_numbers (engine, match->a, &n_a), *b = list_numbers (engine, match->b, &n_b);

  for (guint i = 0; i < n_a; i++)
    for (guint j = 0; j < n_b; j++)
      {
        g_autofree char *form_a = NULL;
        g_autofree char *form_b = NULL;
        SynVariant *variant;

        if (!is_converted (&a[i], &b[j]))
          continue;
        form_a = dup_form (engine, match->a, &a[i]);
        form_b = dup_form (engine, match->b, &b[j]);
        if (same_unit_word (form_a, form_b))
          continue;
        variant = get_variant (engine, known, form_a, form_b);
        add_occurrence (variant, match->a, &a[i]);
        add_occurrence (variant, match->b, &b[j]);
      }
}

/* Adds to the engine's variants what shown @matches (element-type SynMatch) say in two units. */
void
syn_variants_find_units (SynEngine *engine, GArray *matches)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const SynMatch *match = &g_array_index (matches, SynMatch, i);

      if (match->tier <= SYN_TIER_LIKELY)
        compare_numbers (engine, known, match);
    }
}

/* A country, and the names that two linked statements give it. */
typedef struct
{
  GPtrArray *forms; /* char * */
  GHashTable *terms;
  GArray *occurrences;
  gboolean translated;
} Seat;

static void
seat_free (gpointer data)
{
  Seat *seat = data;

  g_ptr_array_unref (seat->forms);
  g_hash_table_unref (seat->terms);
  g_array_unref (seat->occurrences);
  g_free (seat);
}

static Seat *
get_seat (GHashTable *seats, GPtrArray *order, const char *nation)
{
  Seat *seat = g_hash_table_lookup (seats, nation);

  if (seat == NULL)
    {
      seat = g_new0 (Seat, 1);
      seat->forms = g_ptr_array_new_with_free_func (g_free);
      seat->terms = g_hash_table_new (NULL, NULL);
      seat->occurrences = g_array_new (FALSE, FALSE, sizeof (SynOccurrence));
      g_hash_table_insert (seats, (gpointer)nation, seat);
      g_ptr_array_add (order, seat);
    }
  return seat;
}

/* The country that a name is of, its people's and its capital's too; NULL for other words. */
static const char *
find_nation (SynEngine *engine, guint statement, const SynToken *token)
{
  SynDocument *document = syn_engine_get_document (engine, statement);
  g_autofree char *word = NULL;
  g_autofree char *lower = NULL;

  if (!(token->flags & SYN_TOKEN_WORD) || !(token->flags & SYN_TOKEN_CAPITAL))
    return NULL;
  word = syn_article_dup_span (syn_document_get_article (document), token->span);
  lower = g_utf8_strdown (word, -1);
  return syn_lexicon_lookup (syn_document_get_lexicon (document), "nations", lower);
}

static void
note_seat (Seat *seat, SynEngine *engine, guint statement, const SynToken *token)
{
  SynOccurrence occurrence = { statement, token->span };
  gpointer term = GUINT_TO_POINTER (syn_engine_map_term (engine, statement, token->term));

  for (guint i = 0; i < seat->occurrences->len; i++)
    {
      const SynOccurrence *other = &g_array_index (seat->occurrences, SynOccurrence, i);

      if (other->statement == statement && other->span.start == token->span.start)
        return;
    }
  g_array_append_val (seat->occurrences, occurrence);
  if (g_hash_table_add (seat->terms, term))
    g_ptr_array_add (
        seat->forms,
        syn_article_dup_span (syn_document_get_article (syn_engine_get_document (engine, statement)),
                              token->span));
}

/* A word of a statement that names a country. */
typedef struct
{
  const SynToken *token;
  const char *nation;
  guint32 term;
} NationWord;

typedef struct
{
  SynEngine *engine;
  GHashTable *words; /* statement → #GArray of NationWord, made on first use */
  GHashTable *seats;
  GPtrArray *order;
} SeatFinder;

static const GArray *
list_nations (SeatFinder *self, guint statement)
{
  GArray *words = g_hash_table_lookup (self->words, GUINT_TO_POINTER (statement));
  const SynStatement *of = syn_engine_get_statement (self->engine, statement);
  guint n;
  const SynToken *tokens
      = syn_document_get_tokens (syn_engine_get_document (self->engine, statement), &n);

  if (words != NULL)
    return words;
  words = g_array_new (FALSE, FALSE, sizeof (NationWord));
  for (guint t = of->first_token; t < of->first_token + of->n_tokens; t++)
    {
      NationWord word = { &tokens[t], find_nation (self->engine, statement, &tokens[t]), 0 };

      word.term = syn_engine_map_term (self->engine, statement, tokens[t].term);
      if (word.nation != NULL)
        g_array_append_val (words, word);
    }
  g_hash_table_insert (self->words, GUINT_TO_POINTER (statement), words);
  return words;
}

/* The first of @words that names @nation; NULL if none does, or if one does by @term: then both
 * statements have the same name. */
static const NationWord *
find_seat (const GArray *words, const char *nation, guint32 term)
{
  const NationWord *found = NULL;

  for (guint i = 0; i < words->len; i++)
    {
      const NationWord *word = &g_array_index (words, NationWord, i);

      if (strcmp (word->nation, nation) != 0)
        continue;
      if (word->term == term)
        return NULL;
      if (found == NULL)
        found = word;
    }
  return found;
}

static void
compare_seats (SeatFinder *self, const SynMatch *match)
{
  SynEngine *engine = self->engine;
  SynLexicon *lexicon_a = syn_document_get_lexicon (syn_engine_get_document (engine, match->a));
  SynLexicon *lexicon_b = syn_document_get_lexicon (syn_engine_get_document (engine, match->b));
  const GArray *of_a = list_nations (self, match->a), *of_b = list_nations (self, match->b);

  for (guint i = 0; i < of_a->len; i++)
    {
      const NationWord *word = &g_array_index (of_a, NationWord, i);
      const NationWord *other = find_seat (of_b, word->nation, word->term);
      Seat *seat;

      if (other == NULL || find_seat (of_a, word->nation, other->term) == NULL)
        continue;
      seat = get_seat (self->seats, self->order, word->nation);
      seat->translated |= lexicon_a != lexicon_b;
      note_seat (seat, engine, match->a, word->token);
      note_seat (seat, engine, match->b, other->token);
    }
}

static void
words_free (gpointer data)
{
  g_array_unref (data);
}

/* Adds to the engine's variants what shown @matches (element-type SynMatch) call by the name of a
 * country on one side and of its capital, its seat of power or its people on the other. */
void
syn_variants_find_seats (SynEngine *engine, GArray *matches)
{
  g_autoptr (GHashTable) seats = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, seat_free);
  g_autoptr (GHashTable) words = g_hash_table_new_full (NULL, NULL, NULL, words_free);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  SeatFinder finder = { engine, words, seats, order };

  for (guint i = 0; i < matches->len; i++)
    {
      const SynMatch *match = &g_array_index (matches, SynMatch, i);

      if (match->tier <= SYN_TIER_LIKELY)
        compare_seats (&finder, match);
    }
  for (guint i = 0; i < order->len; i++)
    {
      Seat *seat = g_ptr_array_index (order, i);
      SynVariant variant
          = { .kind = seat->translated ? SYN_VARIANT_TRANSLATION : SYN_VARIANT_ALIAS };

      if (seat->forms->len < 2)
        continue;
      g_ptr_array_add (seat->forms, NULL);
      variant.forms = g_strdupv ((char **)seat->forms->pdata);
      variant.occurrences = g_array_ref (seat->occurrences);
      g_array_append_val (engine->variants, variant);
    }
}
