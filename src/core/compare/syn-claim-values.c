/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"

#include <math.h>
#include <string.h>

/* From here on equal figures of one claim are hardly chance. */
#define LEAST_TELLING 10

/* Figures of a claim that fill the same slot: kind, unit and counted noun. */
static gboolean
is_same_slot (SynEngine *engine, guint a, const SynNumber *x, guint b, const SynNumber *y)
{
  if (x->kind != y->kind || g_strcmp0 (x->unit, y->unit) != 0)
    return FALSE;
  if (x->head == 0 || y->head == 0)
    return x->head == y->head && x->unit != NULL;
  return syn_engine_similarity (engine, syn_engine_map_term (engine, a, x->head),
                                syn_engine_map_term (engine, b, y->head))
         > 0;
}

typedef struct
{
  guint statement;
  const SynNumber *number;
  guint slot;
} Figure;

/* "900 jobs", "900 workers": in one claim the same figure is the same value, whatever the noun; small ones
 * may coincide. */
static gboolean
is_same_figure (const SynNumber *x, const SynNumber *y)
{
  return x->kind == SYN_NUMBER_CARDINAL && y->kind == x->kind && g_strcmp0 (x->unit, y->unit) == 0
         && x->value == y->value && x->value >= LEAST_TELLING;
}

/* The slot that @figure fills, or its own. */
static guint
find_slot (SynEngine *engine, GArray *figures, const Figure *figure)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < figures->len; i++)
      {
        const Figure *known = &g_array_index (figures, Figure, i);

        if (pass == 0 ? is_same_slot (engine, known->statement, known->number, figure->statement, figure->number)
                      : is_same_figure (known->number, figure->number))
          return known->slot;
      }
  return figure->slot;
}

static GArray *
list_figures (const SynClaim *claim, SynEngine *engine)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (Figure));

  for (guint i = 0; i < claim->statements->len; i++)
    {
      guint statement = g_array_index (claim->statements, guint, i), n;
      const SynStatement *of = syn_engine_get_statement (engine, statement);
      const SynNumber *numbers
          = syn_document_get_numbers (syn_engine_get_document (engine, statement), &n);

      for (guint k = of->first_number; k < of->first_number + of->n_numbers; k++)
        {
          Figure figure = { statement, &numbers[k], figures->len };

          if (numbers[k].kind == SYN_NUMBER_SHARE || numbers[k].kind == SYN_NUMBER_VAGUE
              || numbers[k].kind == SYN_NUMBER_ORDINAL)
            continue;
          figure.slot = find_slot (engine, figures, &figure);
          g_array_append_val (figures, figure);
        }
    }
  return figures;
}

/* Whether figures of at least two articles stand in @slot. */
static gboolean
is_shared_slot (SynEngine *engine, GArray *figures, guint slot)
{
  gint article = -1;

  for (guint i = 0; i < figures->len; i++)
    {
      const Figure *figure = &g_array_index (figures, Figure, i);
      gint of = syn_engine_get_statement (engine, figure->statement)->article;

      if (figure->slot != slot)
        continue;
      if (article >= 0 && of != article)
        return TRUE;
      article = of;
    }
  return FALSE;
}

static char *
dup_span (SynEngine *engine, guint statement, SynSpan span)
{
  g_autofree char *raw = syn_article_dup_span (
      syn_document_get_article (syn_engine_get_document (engine, statement)), span);
  g_auto (GStrv) words = g_strsplit_set (raw, " \t\n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", words[i]);
  return g_string_free (out, FALSE);
}

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* "At least twelve" → "at least 12": however it was spelled out, one figure has one text. */
static char *
dup_figure (SynEngine *engine, guint statement, const SynNumber *number)
{
  g_autofree char *text = dup_span (engine, statement, number->span);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *lower = NULL;

  if (number->kind != SYN_NUMBER_CARDINAL || has_digit (text) || number->value != floor (number->value)
      || number->value <= 0)
    return g_steal_pointer (&text);
  before = dup_span (engine, statement, (SynSpan){ number->span.start, number->value_span.start });
  after = dup_span (engine, statement, (SynSpan){ number->value_span.end, number->span.end });
  lower = g_utf8_strdown (before, -1);
  return g_strdup_printf ("%s%s%.0f%s%s", lower, *lower != '\0' ? " " : "", number->value, *after != '\0' ? " " : "",
                          after);
}

/* The figure that @span is, or is part of; NULL for other words. */
static const SynNumber *
find_number (SynEngine *engine, guint statement, SynSpan span)
{
  const SynStatement *of = syn_engine_get_statement (engine, statement);
  guint n;
  const SynNumber *numbers = syn_document_get_numbers (syn_engine_get_document (engine, statement), &n);

  for (guint i = of->first_number; i < of->first_number + of->n_numbers; i++)
    if (numbers[i].span.start <= span.start && span.end <= numbers[i].span.end)
      return &numbers[i];
  return NULL;
}

static char *
dup_value (SynEngine *engine, guint statement, SynSpan span)
{
  const SynNumber *number = find_number (engine, statement, span);

  return number != NULL ? dup_figure (engine, statement, number) : dup_span (engine, statement, span);
}

static gboolean
is_compatible (const SynNumber *a, const SynNumber *b)
{
  return a->lo <= b->hi && b->lo <= a->hi;
}

/* Equal figures show the words of the first that gives them; compatible ones share a group. */
static void
add_figure (SynClaim *claim,
            SynEngine *engine,
            GArray *figures,
            guint index,
            guint *n_groups,
            GArray *groups)
{
  const Figure *figure = &g_array_index (figures, Figure, index);
  SynValue value = { .statement = figure->statement, .span = figure->number->span, .conflict = -1 };
  gint group = -1;

  for (guint i = 0; i < index; i++)
    {
      const Figure *other = &g_array_index (figures, Figure, i);
      gint of_other = g_array_index (groups, gint, i);

      if (of_other < 0 || other->slot != figure->slot
          || !is_compatible (other->number, figure->number))
        continue;
      if (group < 0)
        group = of_other;
      if (value.text == NULL && other->number->value == figure->number->value
          && other->number->qualifier == figure->number->qualifier)
        value.text = dup_figure (engine, other->statement, other->number);
    }
  if (group < 0)
    group = (*n_groups)++;
  g_array_append_val (groups, group);
  value.group = group;
  if (value.text == NULL)
    value.text = dup_figure (engine, figure->statement, figure->number);
  g_array_append_val (claim->values, value);
}

/* From @first on: the figures stand before all others. */
static SynValue *
find_value (SynClaim *claim, guint first, guint statement, SynSpan span)
{
  for (guint i = first; i < claim->values->len; i++)
    {
      SynValue *value = &g_array_index (claim->values, SynValue, i);

      if (value->statement == statement && syn_span_overlaps (value->span, span))
        return value;
    }
  return NULL;
}

/* Both sides of a conflict are values, whether a figure or not. */
static void
add_conflict_side (SynClaim *claim,
                   SynEngine *engine,
                   guint n_figures,
                   guint conflict,
                   const SynConflict *of,
                   guint statement,
                   SynSpan span,
                   guint *n_groups)
{
  /* "Two armed groups" did it: what is disputed is not how many. */
  const gboolean is_number = find_number (engine, statement, span) != NULL;
  SynValue *known = find_value (claim, is_number ? 0 : n_figures, statement, span);
  SynValue value
      = { .statement = statement, .span = span, .conflict = conflict, .strength = of->strength };

  if (known != NULL)
    {
      if (known->conflict < 0)
        {
          known->conflict = conflict;
          known->strength = of->strength;
        }
      return;
    }
  if (syn_span_is_empty (span))
    return;
  value.text = is_number ? dup_value (engine, statement, span) : dup_span (engine, statement, span);
  value.group = (*n_groups)++;
  for (guint i = 0; i < claim->values->len; i++)
    {
      const SynValue *other = &g_array_index (claim->values, SynValue, i);

      if (g_strcmp0 (other->text, value.text) == 0)
        {
          value.group = other->group;
          (*n_groups)--;
          break;
        }
    }
  g_array_append_val (claim->values, value);
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const SynValue *x = a, *y = b;

  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;
  if (x->statement != y->statement)
    return x->statement < y->statement ? -1 : 1;
  return (x->span.start > y->span.start) - (x->span.start < y->span.start);
}

void
syn_claim_list_values (SynClaim *claim, SynEngine *engine, GArray *conflicts)
{
  g_autoptr (GArray) figures = list_figures (claim, engine);
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (gint));
  guint n_groups = 0, n_figures;

  g_clear_pointer (&claim->values, g_array_unref);
  claim->values = g_array_new (FALSE, TRUE, sizeof (SynValue));
  g_array_set_clear_func (claim->values, (GDestroyNotify)syn_value_clear);
  for (guint i = 0; i < figures->len; i++)
    {
      gint none = -1;

      if (is_shared_slot (engine, figures, g_array_index (figures, Figure, i).slot))
        add_figure (claim, engine, figures, i, &n_groups, groups);
      else
        g_array_append_val (groups, none);
    }
  n_figures = claim->values->len;
  for (guint i = 0; i < claim->conflicts->len; i++)
    {
      guint index = g_array_index (claim->conflicts, guint, i);
      const SynConflict *conflict = &g_array_index (conflicts, SynConflict, index);

      if (conflict->tier > SYN_TIER_LIKELY)
        continue;
      add_conflict_side (claim, engine, n_figures, index, conflict, conflict->a, conflict->a_span, &n_groups);
      add_conflict_side (claim, engine, n_figures, index, conflict, conflict->b, conflict->b_span, &n_groups);
    }
  g_array_sort (claim->values, compare_values);
  syn_claim_list_stances (claim, engine);
}
