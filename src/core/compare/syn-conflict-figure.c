/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "compare/syn-comparison-private.h"
#include "compare/syn-conflict-cue-pairs.h"
#include "compare/syn-conflict-private.h"

/* Two figures conflict only in one slot of one event.  The checks and their order are those that
 * were measured: a linked pair of statements, the same slot, a shared predicate or word, no other
 * year, month or day, no part of a whole, no partner that agrees. */

#define MIN_Z 0.25
#define MIN_Z_SLOT 0.08 /* where the slot itself is rare enough to tell the event */
#define MIN_Z_LISTED 0.12
#define SAME_NOUN 0.7
#define MIN_SHARE 0.3 /* of the words around a price */
#define SURELY 0.7     /* probability of a match */
#define MIN_SLOT_WEIGHT 2.8
#define RARE_SLOT 0.62    /* a slot that tells the event by itself */
#define MIN_LATER 2       /* hours between two papers, in which a count can have grown */
#define MAX_GROWING 5     /* words from "risen to" to its figure */
#define MAX_UPDATED 0.3   /* an update only waits in the list */
#define MAX_OTHER_DAY 0.5 /* … and so does a figure of another day */
#define LEAST_VAGUE 20    /* what a word has to stand for at least to exclude a figure */
#define SLACK 1.4         /* … which has to lie so much outside of what it stands for */
#define WIDEST 5          /* times its lower end that a range of money has as its upper one */
#define NEAR 1.75         /* of the smaller one */
#define SAME 0.03         /* relative difference that is rounding */
#define SAME_ROUNDED 0.05 /* … where a sum of millions is given in round figures */
#define LEAST_ROUNDED 1e6
#define SAME_ROUGH 0.15 /* … where one side says "about" */
#define SAME_UNIT 0.08  /* … between converted units */

/* A figure with what its slot is made of, in the comparison's terms. */
typedef struct
{
  const SynNumber *number;
  SynNumberKind kind; /* of @number, "dozens" being a count too */
  guint statement;
  guint32 head, predicate;
  const char *harm; /* class of the predicate, or NULL */
  gboolean people;  /* counts persons, whoever they are */
  gboolean level;   /* what something has come to: "rose to 12 percent" */
  guint32 rate;     /* "a share", "per tonne": what the money is for, 0 if nothing */
} Figure;

static char *
dup_lower (SynConflictFinder *finder, guint statement, SynSpan span)
{
  g_autofree char *text = syn_conflict_dup_span (finder, statement, span);

  return g_utf8_strdown (text, -1);
}

/* What a sum of money buys: the noun behind "a", "per" or "each" close behind it. */
static guint32
find_rate (SynConflictFinder *finder, guint statement, SynSpan span)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  guint at = syn_words_find (words, span.end);

  for (guint i = at; i + 1 < words->n && i < at + 5; i++)
    if ((syn_words_is (words, i, "a") && i == at) || syn_words_is (words, i, "per")
        || syn_words_is (words, i, "each"))
      {
        guint32 term = syn_conflict_term_at (finder, statement, words->words[i + 1].span);

        /* "for each Acme share" */
        return i + 2 < words->n && words->words[i + 1].capital
                   ? syn_conflict_term_at (finder, statement, words->words[i + 2].span)
                   : term;
      }
  return 0;
}

static gboolean
is_level (SynConflictFinder *finder, guint statement, SynSpan span)
{
  const SynWords *words = syn_conflict_words (finder, statement);

  return syn_lexicon_has (syn_conflict_lexicon (finder, statement), "levels",
                          syn_words_get (words, (gint)syn_words_find (words, span.start) - 1)->text);
}

static void
figure_init (Figure *self, SynConflictFinder *finder, guint statement, const SynNumber *number)
{
  SynLexicon *lexicon = syn_conflict_lexicon (finder, statement);

  *self = (Figure){ .number = number, .kind = number->kind, .statement = statement };
  if (number->kind == SYN_NUMBER_VAGUE)
    self->kind = SYN_NUMBER_CARDINAL;
  if (!syn_span_is_empty (number->predicate_span))
    {
      g_autofree char *word = dup_lower (finder, statement, number->predicate_span);

      self->harm = syn_lexicon_lookup (lexicon, "harm", word);
    }
  if (number->head != 0)
    {
      g_autofree char *word = dup_lower (finder, statement, number->head_span);

      self->people = syn_lexicon_has (lexicon, "generic-people", word);
      self->head = syn_engine_map_term (finder->engine, statement, number->head);
    }
  else
    self->people = self->harm != NULL;
  self->level = is_level (finder, statement, number->span);
  if (number->kind == SYN_NUMBER_MONEY)
    self->rate = find_rate (finder, statement, number->span);
  if (number->predicate != 0)
    self->predicate = syn_engine_map_term (finder->engine, statement, number->predicate);
}

static gpointer
read_figures (SynConflictFinder *finder, guint statement)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (Figure));
  const SynStatement *s = syn_engine_get_statement (finder->engine, statement);
  guint n;
  const SynNumber *numbers
      = syn_document_get_numbers (syn_engine_get_document (finder->engine, statement), &n);

  for (guint i = s->first_number; i < s->first_number + s->n_numbers; i++)
    {
      Figure figure;

      /* "fell $2.25 to $94" is a move and where it ended, no range. */
      if (numbers[i].kind == SYN_NUMBER_MONEY && numbers[i].hi < 1e300
          && numbers[i].hi > WIDEST * numbers[i].lo && numbers[i].lo > 0)
        continue;
      switch (numbers[i].kind)
        {
        case SYN_NUMBER_CARDINAL:
        case SYN_NUMBER_MEASURE:
        case SYN_NUMBER_MONEY:
        case SYN_NUMBER_PERCENT:
        case SYN_NUMBER_DURATION:
          figure_init (&figure, finder, statement, &numbers[i]);
          g_array_append_val (out, figure);
          break;
        case SYN_NUMBER_ORDINAL:
        case SYN_NUMBER_AGE:
        case SYN_NUMBER_DATE:
        case SYN_NUMBER_YEAR:
        case SYN_NUMBER_CLOCK:
        case SYN_NUMBER_SHARE:
          break;
        case SYN_NUMBER_VAGUE:
          /* "several" may be anything, "dozens" are not eight. */
          if (numbers[i].lo < LEAST_VAGUE)
            break;
          figure_init (&figure, finder, statement, &numbers[i]);
          g_array_append_val (out, figure);
          break;
        }
    }
  return out;
}

static const SynConflictFact figures_fact = { read_figures, (GDestroyNotify)g_array_unref };

/* (transfer full): (element-type Figure): read only */
static GArray *
list_figures (SynConflictFinder *finder, guint statement)
{
  return g_array_ref (syn_conflict_recall (finder, &figures_fact, statement));
}

static gboolean
same_predicate (const Figure *a, const Figure *b)
{
  if (a->harm != NULL && b->harm != NULL)
    return strcmp (a->harm, b->harm) == 0;
  return a->predicate != 0 && a->predicate == b->predicate;
}

static gboolean
same_slot (const Figure *a, const Figure *b)
{
  if (a->kind != b->kind || g_strcmp0 (a->number->unit, b->number->unit) != 0)
    return FALSE;
  /* By how much it rose is not what it rose to. */
  if (a->kind == SYN_NUMBER_PERCENT && a->level != b->level)
    return FALSE;
  if (a->kind == SYN_NUMBER_MONEY)
    return a->rate == b->rate || a->rate == 0 || b->rate == 0;
  if (a->kind != SYN_NUMBER_CARDINAL)
    return TRUE;
  if (a->number->unit != NULL)
    return TRUE; /* a result */
  /* What happened to people has to be the same; a special word counts a part of the general one. */
  if ((a->harm != NULL) != (b->harm != NULL))
    return FALSE;
  if (a->harm != NULL && strcmp (a->harm, b->harm) != 0)
    return FALSE;
  if (a->people && b->people)
    return a->harm != NULL;
  return a->head != 0 && a->head == b->head;
}

static double
tolerance (const Figure *a, const Figure *b)
{
  double rough
      = a->number->qualifier == SYN_QUALIFIER_ABOUT || b->number->qualifier == SYN_QUALIFIER_ABOUT;

  if (rough)
    return SAME_ROUGH;
  return a->kind == SYN_NUMBER_MEASURE ? SAME_UNIT : SAME;
}

/* "$9 billion" for $9.33 billion: a big sum in round figures. */
static gboolean
is_rounded (const Figure *a, const Figure *b)
{
  double x = fabs (a->number->value), y = fabs (b->number->value), round_to;

  if (a->kind != SYN_NUMBER_MONEY || MIN (x, y) < LEAST_ROUNDED)
    return FALSE;
  round_to = pow (10, floor (log10 (MIN (x, y))));
  return fabs (x - y) <= SAME_ROUNDED * MAX (x, y)
         && (fmod (x, round_to) == 0) != (fmod (y, round_to) == 0);
}

static gboolean
same_value (const Figure *a, const Figure *b)
{
  double x = a->number->value, y = b->number->value, larger = MAX (fabs (x), fabs (y));

  if (x == y || larger == 0)
    return TRUE;
  if (a->number->kind == SYN_NUMBER_VAGUE || b->number->kind == SYN_NUMBER_VAGUE)
    return a->number->lo <= SLACK * b->number->hi && b->number->lo <= SLACK * a->number->hi;
  return fabs (x - y) / larger <= tolerance (a, b) || is_rounded (a, b);
}

static gboolean
intervals_meet (const Figure *a, const Figure *b)
{
  return a->number->lo <= b->number->hi && b->number->lo <= a->number->hi;
}

/* Another figure of the same slot beside @b that says what @a says: they do not disagree. */
static gboolean
has_partner (const Figure *a, const GArray *others)
{
  for (guint i = 0; i < others->len; i++)
    {
      const Figure *other = &g_array_index (others, Figure, i);

      if (a->kind == other->kind
          && g_strcmp0 (a->number->unit, other->number->unit) == 0
          && (a->kind != SYN_NUMBER_CARDINAL || a->head == other->head
              || same_slot (a, other))
          && same_value (a, other))
        return TRUE;
    }
  return FALSE;
}

/* Whether one article gives both values in that slot: then they are two things. */
static gboolean
article_has_both (SynConflictFinder *finder, guint article, const Figure *a, const Figure *b)
{
  guint first = g_array_index (finder->engine->first, guint, article);
  guint end = g_array_index (finder->engine->first, guint, article + 1);
  gboolean has_a = FALSE, has_b = FALSE;

  for (guint s = first; s < end; s++)
    {
      g_autoptr (GArray) figures = list_figures (finder, s);

      for (guint i = 0; i < figures->len; i++)
        {
          const Figure *figure = &g_array_index (figures, Figure, i);

          /* "dozens" says neither. */
          if (figure->number->kind == SYN_NUMBER_VAGUE)
            continue;
          has_a |= same_slot (figure, a) && same_value (figure, a);
          has_b |= same_slot (figure, b) && same_value (figure, b);
        }
      if (has_a && has_b)
        return TRUE;
    }
  return FALSE;
}

/* A word of weight that stands near both figures. */
static gboolean
shares_word_near (SynConflictFinder *finder, const Figure *a, const Figure *b)
{
  SynDocument *document = syn_engine_get_document (finder->engine, a->statement);
  const SynStatement *s = syn_engine_get_statement (finder->engine, a->statement);
  guint n;
  const SynToken *tokens = syn_document_get_tokens (document, &n);

  for (guint t = s->first_token; t < s->first_token + s->n_tokens; t++)
    {
      guint32 term;

      if ((tokens[t].flags & (SYN_TOKEN_STOP | SYN_TOKEN_NUMBER | SYN_TOKEN_REPORTING))
          || !(tokens[t].flags & SYN_TOKEN_WORD))
        continue;
      if (tokens[t].span.end + 90 < a->number->span.start
          || tokens[t].span.start > a->number->span.end + 60)
        continue;
      term = syn_engine_map_term (finder->engine, a->statement, tokens[t].term);
      if (term != a->head && syn_conflict_has_term (finder, b->statement, term))
        return TRUE;
    }
  return FALSE;
}

/* "including debt", "before tax": two figures of one thing on two bases. */
static gboolean
same_basis (SynConflictFinder *finder, guint a, guint b)
{
  const SynWords *words[] = { syn_conflict_words (finder, a), syn_conflict_words (finder, b) };
  const char *basis[] = { NULL, NULL };

  for (guint side = 0; side < 2; side++)
    {
      const SynCues *cues = syn_conflict_cues (finder, side == 0 ? a : b, "bases");

      for (guint i = 0; i < words[side]->n && basis[side] == NULL; i++)
        syn_cues_match (cues, words[side], i, &basis[side]);
    }
  return g_strcmp0 (basis[0], basis[1]) == 0;
}

static GDateTime *
dup_published (SynConflictFinder *finder, guint statement)
{
  return syn_article_dup_published_time (
      syn_document_get_article (syn_engine_get_document (finder->engine, statement)));
}

/* "the toll has risen to 20": a figure that says of itself that it is newer. */
static gboolean
is_grown (SynConflictFinder *finder, const Figure *figure)
{
  const SynWords *words = syn_conflict_words (finder, figure->statement);
  const SynCues *cues = syn_conflict_cues (finder, figure->statement, "growing");
  guint at = syn_words_find (words, figure->number->span.start);
  guint at_cue, n;

  return syn_cues_find (cues, words, at > MAX_GROWING ? at - MAX_GROWING : 0, at, &at_cue, &n);
}

/* A count of people that the later paper puts higher has grown since: news, not a disagreement. */
static gboolean
is_running_total (SynConflictFinder *finder, const Figure *a, const Figure *b)
{
  const Figure *more = a->number->value > b->number->value ? a : b, *less = more == a ? b : a;
  g_autoptr (GDateTime) time_more = dup_published (finder, more->statement);
  g_autoptr (GDateTime) time_less = dup_published (finder, less->statement);

  if (a->kind != SYN_NUMBER_CARDINAL || a->number->unit != NULL)
    return FALSE;
  if (is_grown (finder, more))
    return time_more == NULL || time_less == NULL
           || g_date_time_compare (time_more, time_less) >= 0;
  return a->harm != NULL && time_more != NULL && time_less != NULL
         && g_date_time_difference (time_more, time_less) >= MIN_LATER * G_TIME_SPAN_HOUR;
}

/* Two figures for one thing are seldom far apart. */
static gboolean
is_near (const Figure *a, const Figure *b)
{
  double x = fabs (a->number->value), y = fabs (b->number->value);

  return MAX (x, y) <= NEAR * MIN (x, y);
}

static double
base_score (const Figure *a, const Figure *b)
{
  switch (a->kind)
    {
    case SYN_NUMBER_CARDINAL:
      if (a->number->unit != NULL)
        return 0.4;
      return a->harm != NULL ? 0.68 : same_predicate (a, b) ? 0.57 : 0.4;
    case SYN_NUMBER_MONEY:
      /* Sums stand for anything: what they are of, or what becomes of them, has to be the same, or
       * they have to be of one order. */
      if (a->rate != 0 && a->rate == b->rate)
        return 0.62;
      return same_predicate (a, b) || (a->head != 0 && a->head == b->head) || is_near (a, b) ? 0.5
                                                                                             : 0.35;
    case SYN_NUMBER_MEASURE:
      /* A distance has two ends, a weight or a speed only what is weighed or moves. */
      if (strcmp (a->number->unit, "m/s") == 0)
        return 0.6;
      if (strcmp (a->number->unit, "m") == 0 || strcmp (a->number->unit, "m2") == 0)
        return 0.3;
      return a->head != 0 && a->head == b->head ? 0.6 : 0.5;
    default:
      return 0.28; /* shares and spans of time mostly have another base */
    }
}

/* "900 jobs would go", "412 pence a share": what is counted and what becomes of it, both the same
 * and rare in the story, name the event where the rest of the sentences differs. */
static gboolean
is_rare_slot (SynConflictFinder *finder, const Figure *a, const Figure *b)
{
  if (a->kind == SYN_NUMBER_MONEY)
    return a->rate != 0 && a->rate == b->rate;
  return a->kind == SYN_NUMBER_CARDINAL && a->harm == NULL && a->head != 0
         && a->head == b->head && a->predicate != 0 && a->predicate == b->predicate
         && g_array_index (finder->engine->weight, float, a->head) >= MIN_SLOT_WEIGHT;
}

/* A share of the same thing that does the same. */
static gboolean
is_share_of_one (SynConflictFinder *finder, const Figure *a, const Figure *b)
{
  return a->predicate != 0 && b->predicate != 0
         && syn_engine_similarity (finder->engine, a->predicate, b->predicate) >= 0.7
         && syn_conflict_share_at (finder, a->statement, a->number->span, b->statement)
                    + syn_conflict_share_at (finder, b->statement, b->number->span, a->statement)
                >= 2 * MIN_SHARE;
}

static double
score_of (SynConflictFinder *finder, const Figure *a, const Figure *b, const SynPair *pair)
{
  double z = pair->z;
  guint article_a = syn_engine_get_statement (finder->engine, a->statement)->article;
  guint article_b = syn_engine_get_statement (finder->engine, b->statement)->article;
  gboolean disjoint;
  gboolean shared = syn_conflict_shares_name (finder, a->statement, b->statement, &disjoint);
  gboolean rare = is_rare_slot (finder, a, b);
  double score = base_score (a, b) + 0.3 * (MIN (z, 0.8) - 0.35);

  score = rare ? MAX (score, RARE_SLOT) : score;

  if (a->kind == SYN_NUMBER_PERCENT && z >= 0.35 && is_share_of_one (finder, a, b))
    score += 0.25;
  if (a->kind == SYN_NUMBER_MONEY && a->rate == b->rate && a->rate != 0 && !is_near (a, b)
      && !same_predicate (a, b)
      && syn_conflict_share_at (finder, a->statement, a->number->span, b->statement) < MIN_SHARE)
    score -= 0.2;
  if (shared)
    score += 0.06;
  /* What is surely one statement counts one thing. */
  if (pair->p >= SURELY && a->kind == SYN_NUMBER_CARDINAL && a->number->unit == NULL
      && is_near (a, b))
    score += 0.08;
  if (disjoint && !rare)
    score -= 0.2;
  if (a->number->head != 0 && a->head == b->head && a->harm != NULL)
    score += 0.04;
  if (article_has_both (finder, article_a, a, b) || article_has_both (finder, article_b, a, b))
    score *= 0.5;
  if (is_running_total (finder, a, b))
    return MIN (score / 2, MAX_UPDATED);
  if (!syn_conflict_same_report_day (finder, a->statement, b->statement))
    score = MIN (score, MAX_OTHER_DAY);
  if (intervals_meet (a, b))
    score -= 0.12;
  return CLAMP (score, 0.05, 0.97);
}

static char *
dup_measure_topic (const char *unit)
{
  static const struct
  {
    const char *unit, *topic;
  } topics[] = {
    { "m", N_ ("distance or size") }, { "m/s", N_ ("speed") },
    { "kg", N_ ("weight") },          { "m2", N_ ("area") },
    { "l", N_ ("volume") },           { "W", N_ ("power") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (g_strcmp0 (unit, topics[i].unit) == 0)
      return g_strdup (_ (topics[i].topic));
  return g_strdup (_ ("measure"));
}

/* "people injured", "cables", "money" */
static char *
dup_topic (SynConflictFinder *finder, const Figure *a, const Figure *b)
{
  const Figure *named = a->number->head != 0 ? a : b;
  g_autofree char *head = NULL;

  if (named->number->head != 0)
    head = dup_lower (finder, named->statement, named->number->head_span);
  if (a->harm != NULL)
    {
      static const struct
      {
        const char *harm, *topic;
      } topics[] = {
        { "die", N_ ("%s killed") },
        { "hurt", N_ ("%s injured") },
        { "arrest", N_ ("%s arrested") },
        { "miss", N_ ("%s missing") },
        { "rescue", N_ ("%s rescued") },
        { "evacuate", N_ ("%s evacuated") },
        { "trap", N_ ("%s trapped") },
        { "ill", N_ ("%s taken ill") },
        { "casualty", N_ ("%s hurt or killed") },
      };

      for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
        if (strcmp (topics[i].harm, a->harm) == 0)
          {
            g_autoptr (GString) topic = g_string_new (_ (topics[i].topic));

            g_string_replace (topic, "%s", head == NULL || a->people ? _ ("people") : head, 1);
            return g_string_free (g_steal_pointer (&topic), FALSE);
          }
    }
  if (head != NULL)
    return g_steal_pointer (&head);
  switch (a->kind)
    {
    case SYN_NUMBER_MONEY:
      return g_strdup (_ ("money"));
    case SYN_NUMBER_PERCENT:
      return g_strdup (_ ("share"));
    case SYN_NUMBER_DURATION:
      return g_strdup (_ ("duration"));
    case SYN_NUMBER_MEASURE:
      return dup_measure_topic (a->number->unit);
    default:
      return g_strdup (a->number->unit != NULL ? _ ("result") : _ ("number"));
    }
}

/* " (3 March, 09:12, and 4 March, 18:00)", empty where a time is not known. */
static char *
dup_times (SynConflictFinder *finder, const Figure *a, const Figure *b)
{
  g_autoptr (GDateTime) first = dup_published (finder, MIN (a->statement, b->statement));
  g_autoptr (GDateTime) second = dup_published (finder, MAX (a->statement, b->statement));
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;

  if (first == NULL || second == NULL)
    return g_strdup ("");
  x = g_date_time_format (first, "%-d %b, %H:%M");
  y = g_date_time_format (second, "%-d %b, %H:%M");
  /* Translators: two times of publication, behind two figures. */
  return g_strdup_printf (_ (" (%s, and %s)"), x, y);
}

static void
report (SynConflictFinder *finder, const Figure *a, const Figure *b, double score)
{
  g_autofree char *topic = dup_topic (finder, a, b);
  g_autofree char *sides = syn_conflict_dup_sides (finder, a->statement, a->number->span,
                                                   b->statement, b->number->span);
  gboolean meet = intervals_meet (a, b), updated = is_running_total (finder, a, b);
  g_autofree char *side_a = g_strdup_printf ("%s %g %g", topic, a->number->lo, a->number->hi);
  g_autofree char *side_b = g_strdup_printf ("%s %g %g", topic, b->number->lo, b->number->hi);
  g_autofree char *times = updated ? dup_times (finder, a, b) : g_strdup ("");
  /* Translators: %1$s is what is counted, %2$s the two sides, %3$s nothing or their times in
   * brackets. */
  char *reason = g_strdup_printf (
      updated ? _ ("Figures for %1$s, of which the later one may be an update: %2$s%3$s.")
      : meet  ? _ ("Figures for %1$s that differ but can both be true: %2$s%3$s.")
              : _ ("Different figures for %1$s: %2$s%3$s."),
      topic, sides, times);

  meet |= updated;

  syn_conflict_report (finder, SYN_CONFLICT_FIGURE,
                       meet ? SYN_STRENGTH_TENSION : SYN_STRENGTH_DIRECT, score, a->statement,
                       a->number->span, b->statement, b->number->span, g_steal_pointer (&topic),
                       reason);
  syn_conflict_name_sides (finder, a->statement, side_a, side_b);
}

/* Whether both count things that are called alike; what becomes of them is not asked. */
static gboolean
similar_slot (SynConflictFinder *finder, const Figure *a, const Figure *b)
{
  if (a->kind != b->kind || g_strcmp0 (a->number->unit, b->number->unit) != 0)
    return FALSE;
  if (a->kind != SYN_NUMBER_CARDINAL || a->number->unit != NULL)
    return TRUE;
  return a->head != 0 && b->head != 0
         && (syn_engine_similarity (finder->engine, a->head, b->head) >= SAME_NOUN
             || (a->people && b->people));
}

/* Figures of linked statements that could fill one slot: mostly they do not, so that they only wait
 * in the list. */
static void
list_possible (SynConflictFinder *finder, const SynPair *pair, GArray *figures_a, GArray *figures_b)
{
  for (guint i = 0; i < figures_a->len; i++)
    for (guint j = 0; j < figures_b->len; j++)
      {
        const Figure *a = &g_array_index (figures_a, Figure, i),
                     *b = &g_array_index (figures_b, Figure, j);
        gboolean near;
        double score;

        if (!similar_slot (finder, a, b) || same_value (a, b) || has_partner (a, figures_b)
            || has_partner (b, figures_a))
          continue;
        near = same_predicate (a, b) || shares_word_near (finder, a, b);
        score = (near ? 0.1 : 0.04) + 0.2 * pair->p;
        if (!syn_conflict_same_time (finder, pair->a, pair->b))
          score /= 2;
        report (finder, a, b, score);
        return;
      }
}

static void
compare_pair (SynConflictFinder *finder, const SynPair *pair)
{
  g_autoptr (GArray) figures_a = list_figures (finder, pair->a);
  g_autoptr (GArray) figures_b = figures_a->len > 0 ? list_figures (finder, pair->b) : NULL;

  if (figures_b == NULL || figures_b->len == 0)
    return;
  if (pair->z >= MIN_Z_LISTED)
    list_possible (finder, pair, figures_a, figures_b);
  if (!syn_conflict_same_time (finder, pair->a, pair->b) || !same_basis (finder, pair->a, pair->b))
    return;
  for (guint i = 0; i < figures_a->len; i++)
    for (guint j = 0; j < figures_b->len; j++)
      {
        const Figure *a = &g_array_index (figures_a, Figure, i),
                     *b = &g_array_index (figures_b, Figure, j);

        if (!same_slot (a, b) || same_value (a, b) || has_partner (a, figures_b)
            || has_partner (b, figures_a))
          continue;
        if (!same_predicate (a, b) && !shares_word_near (finder, a, b))
          continue;
        if (pair->z < MIN_Z && !is_rare_slot (finder, a, b))
          continue;
        report (finder, a, b, score_of (finder, a, b, pair));
      }
}

/* The word that says that @harm befell somebody, without a figure: "a woman died". */
static gboolean
find_harm (SynConflictFinder *finder, guint statement, const char *harm, SynSpan *out_span)
{
  const SynWords *words = syn_conflict_words (finder, statement);
  SynLexicon *lexicon = syn_conflict_lexicon (finder, statement);
  const SynStatement *s = syn_engine_get_statement (finder->engine, statement);

  guint count;
  const SynNumber *numbers
      = syn_document_get_numbers (syn_engine_get_document (finder->engine, statement), &count);

  if (s->certainty == SYN_CERTAINTY_DENIED || syn_conflict_is_past (finder, statement))
    return FALSE;
  /* With a figure of its own it is compared as figures are. */
  for (guint i = s->first_number; i < s->first_number + s->n_numbers; i++)
    if (!syn_span_is_empty (numbers[i].predicate_span) && numbers[i].kind == SYN_NUMBER_CARDINAL
        && numbers[i].value != 1)
      return FALSE;
  for (guint i = 1; i < words->n; i++)
    {
      const char *text = words->words[i].text;

      if (words->words[i].kind != SYN_WORD_LETTERS || !g_str_has_suffix (text, "ed")
          || g_strcmp0 (syn_lexicon_lookup (lexicon, "harm", text), harm) != 0)
        continue;
      for (guint back = 1; back <= 4 && back <= i; back++)
        if (syn_words_is (words, i - back, "not") || syn_words_is (words, i - back, "no")
            || syn_words_is (words, i - back, "if") || syn_words_is (words, i - back, "could")
            || syn_words_is (words, i - back, "might"))
          return FALSE;
      *out_span = syn_words_span (words, i - 1, 2);
      return TRUE;
    }
  return FALSE;
}

/* "Nobody died" is met by every death of the story, however it is told. */
static void
compare_none (SynConflictFinder *finder, const Figure *none)
{
  for (guint b = 0; b < finder->engine->statements->len; b++)
    {
      g_autofree char *sides = NULL;
      SynSpan span;

      if (!syn_engine_is_matched (finder->engine, b)
          || !syn_conflict_is_compared (finder, none->statement, b)
          || !find_harm (finder, b, none->harm, &span)
          || !syn_conflict_same_time (finder, none->statement, b))
        continue;
      sides = syn_conflict_dup_sides (finder, none->statement, none->number->span, b, span);
      syn_conflict_report (
          finder, SYN_CONFLICT_FIGURE, SYN_STRENGTH_DIRECT, 0.64, none->statement,
          none->number->span, b, span, dup_topic (finder, none, none),
          /* Translators: %s is two wordings with their sources. */
          g_strdup_printf (_ ("Nobody on one side, somebody on the other: %s."), sides));
    }
}

static void
find_none (SynConflictFinder *finder)
{
  for (guint a = 0; a < finder->engine->statements->len; a++)
    {
      g_autoptr (GArray) figures
          = syn_engine_is_matched (finder->engine, a) ? list_figures (finder, a) : NULL;

      for (guint i = 0; figures != NULL && i < figures->len; i++)
        {
          const Figure *figure = &g_array_index (figures, Figure, i);

          if (figure->kind == SYN_NUMBER_CARDINAL && figure->number->value == 0
              && figure->harm != NULL && figure->people)
            compare_none (finder, figure);
        }
    }
}

void
syn_conflict_figure_detect (SynConflictFinder *finder)
{
  GArray *pairs = finder->engine->pairs;

  for (guint i = 0; i < pairs->len; i++)
    {
      const SynPair *pair = &g_array_index (pairs, SynPair, i);

      if (pair->z < MIN_Z_SLOT || syn_conflict_stops (finder))
        break;
      compare_pair (finder, pair);
    }
  find_none (finder);
}
