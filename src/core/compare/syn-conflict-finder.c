/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "compare/syn-conflict-private.h"

#define WIDEN 4       /* words on either side */
#define LEAD 4        /* statements in which an article says of which day it is */
#define ONE_DAY 36    /* hours between reports of one day and its morrow */
#define MAX_QUOTED 80 /* letters of a span that are shown in a reason */

const SynWords *
syn_conflict_words (SynConflictFinder *self, guint statement)
{
  SynWords *words = g_ptr_array_index (self->words, statement);

  if (words == NULL)
    {
      SynArticle *article
          = syn_document_get_article (syn_engine_get_document (self->engine, statement));

      words = syn_words_new (syn_article_get_text (article),
                             syn_engine_get_statement (self->engine, statement)->span);
      self->words->pdata[statement] = words;
    }
  return words;
}

SynLexicon *
syn_conflict_lexicon (SynConflictFinder *self, guint statement)
{
  return syn_document_get_lexicon (syn_engine_get_document (self->engine, statement));
}

const SynCues *
syn_conflict_cues (SynConflictFinder *self, guint statement, const char *list)
{
  return syn_cues_get (syn_conflict_lexicon (self, statement), list);
}

/* In a table of what is known: read, and nothing found. */
static gpointer
nothing (void)
{
  static char address;

  return &address;
}

/* The table at @key of @tables: a pointer per statement, NULL where nothing was read yet. */
static GPtrArray *
get_table (SynConflictFinder *self, GHashTable *tables, gconstpointer key, GDestroyNotify clear)
{
  GPtrArray *table = g_hash_table_lookup (tables, key);

  if (table == NULL)
    {
      table = g_ptr_array_new_with_free_func (clear);
      g_ptr_array_set_size (table, self->engine->statements->len);
      g_hash_table_insert (tables, (gpointer)key, table);
    }
  return table;
}

/* How what stands in a table of facts is freed; one entry for each, so that no closure is needed.
 */
typedef struct
{
  gpointer value;
  GDestroyNotify free;
} Known;

static void
known_free (gpointer data)
{
  Known *known = data;

  if (known == NULL)
    return;
  if (known->value != NULL && known->free != NULL)
    known->free (known->value);
  g_free (known);
}

gpointer
syn_conflict_recall (SynConflictFinder *self, const SynConflictFact *fact, guint statement)
{
  GPtrArray *table = get_table (self, self->facts, fact, known_free);
  Known *known = g_ptr_array_index (table, statement);

  if (known == NULL)
    {
      known = g_new (Known, 1);
      *known = (Known){ fact->make (self, statement), fact->free };
      table->pdata[statement] = known;
    }
  return known->value;
}

static GArray *
find_phrases (SynConflictFinder *self, guint statement, const char *list)
{
  const SynWords *words = syn_conflict_words (self, statement);
  const SynCues *cues = syn_conflict_cues (self, statement, list);
  GArray *found = NULL;
  guint end = 0;

  for (guint i = 0; i < words->n; i++)
    {
      SynPhrase phrase = { .at = i, .inside = i < end };

      phrase.n = syn_cues_match (cues, words, i, &phrase.value);
      if (phrase.n == 0)
        continue;
      if (!phrase.inside)
        end = i + phrase.n;
      if (found == NULL)
        found = g_array_sized_new (FALSE, FALSE, sizeof (SynPhrase), 2);
      g_array_append_val (found, phrase);
    }
  return found;
}

static void
phrases_free (gpointer data)
{
  if (data != NULL && data != nothing ())
    g_array_unref (data);
}

const GArray *
syn_conflict_phrases (SynConflictFinder *self, guint statement, const char *list)
{
  gpointer *known;

  if (self->last_list != list)
    {
      self->last_phrases = get_table (self, self->phrases, list, phrases_free);
      self->last_list = list;
    }
  known = &self->last_phrases->pdata[statement];

  if (*known == NULL)
    {
      *known = find_phrases (self, statement, list);
      if (*known == NULL)
        *known = nothing ();
    }
  return *known != nothing () ? *known : NULL;
}

gboolean
syn_conflict_find_cue (SynConflictFinder *self,
                       guint statement,
                       const char *list,
                       SynSpan *out_span)
{
  const GArray *phrases = syn_conflict_phrases (self, statement, list);
  const SynPhrase *first;

  if (phrases == NULL)
    return FALSE;
  first = &g_array_index (phrases, SynPhrase, 0);
  if (out_span != NULL)
    *out_span = syn_words_span (syn_conflict_words (self, statement), first->at, first->n);
  return TRUE;
}

char *
syn_conflict_dup_span (SynConflictFinder *self, guint statement, SynSpan span)
{
  SynArticle *article
      = syn_document_get_article (syn_engine_get_document (self->engine, statement));
  g_autofree char *text = syn_article_dup_span (article, span);
  g_autoptr (GString) folded = g_string_sized_new (span.end - span.start + 1);
  gboolean space = FALSE;
  guint letters = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          space = folded->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (folded, ' ');
      letters += space;
      space = FALSE;
      if (letters >= MAX_QUOTED)
        {
          g_string_append (folded, "…");
          break;
        }
      g_string_append_len (folded, p, g_utf8_next_char (p) - p);
      letters++;
    }
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

/* Who says it: the speaker, else the article's source. */
static char *
dup_source (SynConflictFinder *self, guint statement)
{
  const SynStatement *s = syn_engine_get_statement (self->engine, statement);

  if (!syn_span_is_empty (s->speaker))
    return syn_conflict_dup_span (self, statement, s->speaker);
  return syn_article_dup_source_name (
      syn_document_get_article (syn_engine_get_document (self->engine, statement)));
}

double
syn_conflict_z (SynConflictFinder *self, guint a, guint b)
{
  const SynPair *pair = syn_engine_find_pair (self->engine, MIN (a, b), MAX (a, b));

  return pair != NULL ? pair->z : 0;
}

gboolean
syn_conflict_is_compared (SynConflictFinder *self, guint a, guint b)
{
  if (syn_engine_get_statement (self->engine, a)->article
      == syn_engine_get_statement (self->engine, b)->article)
    return FALSE;
  return self->engine->statements->len <= SYN_CONFLICT_ALL_PAIRS
         || syn_engine_find_pair (self->engine, MIN (a, b), MAX (a, b)) != NULL;
}

const GArray *
syn_conflict_terms (SynConflictFinder *self, guint statement)
{
  GArray *terms = g_ptr_array_index (self->terms, statement);

  if (terms == NULL)
    {
      terms = syn_engine_list_terms (self->engine, statement, -1);
      self->terms->pdata[statement] = terms;
    }
  return terms;
}

gboolean
syn_conflict_has_term (SynConflictFinder *self, guint statement, guint32 term)
{
  const GArray *terms = syn_conflict_terms (self, statement);
  guint low = 0, high = terms->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (terms, SynTermUse, middle).term < term)
        low = middle + 1;
      else
        high = middle;
    }
  return low < terms->len && g_array_index (terms, SynTermUse, low).term == term;
}

double
syn_conflict_shared_weight (SynConflictFinder *self, guint a, guint b)
{
  const GArray *terms = syn_conflict_terms (self, a);
  double weight = 0;

  for (guint i = 0; i < terms->len; i++)
    {
      const SynTermUse *use = &g_array_index (terms, SynTermUse, i);

      if (syn_conflict_has_term (self, b, use->term))
        weight += use->weight;
    }
  return weight;
}

guint32
syn_conflict_term_at (SynConflictFinder *self, guint statement, SynSpan span)
{
  SynDocument *document = syn_engine_get_document (self->engine, statement);
  const SynStatement *s = syn_engine_get_statement (self->engine, statement);
  guint n;
  const SynToken *tokens = syn_document_get_tokens (document, &n);

  guint low = s->first_token, high = s->first_token + s->n_tokens;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (tokens[middle].span.end <= span.start)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == s->first_token + s->n_tokens || !syn_span_overlaps (tokens[low].span, span))
    return 0;
  return syn_engine_map_term (self->engine, statement, tokens[low].term);
}

static gpointer
read_names (SynConflictFinder *self, guint statement)
{
  SynDocument *document = syn_engine_get_document (self->engine, statement);
  const SynStatement *s = syn_engine_get_statement (self->engine, statement);
  GArray *out = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n;
  const SynName *names = syn_document_get_names (document, &n);

  for (guint i = s->first_name; i < s->first_name + s->n_names; i++)
    {
      guint32 term = syn_engine_map_term (self->engine, statement, names[i].term);

      if (!syn_span_overlaps (names[i].span, s->speaker))
        g_array_append_val (out, term);
    }
  return out;
}

static const SynConflictFact names_fact = { read_names, (GDestroyNotify)g_array_unref };

GArray *
syn_conflict_list_names (SynConflictFinder *self, guint statement)
{
  return g_array_ref (syn_conflict_recall (self, &names_fact, statement));
}

gboolean
syn_conflict_shares_name (SynConflictFinder *self, guint a, guint b, gboolean *out_disjoint)
{
  g_autoptr (GArray) names_a = syn_conflict_list_names (self, a);
  g_autoptr (GArray) names_b = syn_conflict_list_names (self, b);

  if (out_disjoint != NULL)
    *out_disjoint = FALSE;
  for (guint i = 0; i < names_a->len; i++)
    for (guint j = 0; j < names_b->len; j++)
      if (g_array_index (names_a, guint32, i) == g_array_index (names_b, guint32, j))
        return TRUE;
  if (out_disjoint != NULL)
    *out_disjoint = names_a->len > 0 && names_b->len > 0;
  return FALSE;
}

static gboolean
is_name_of (const SynToken *token, SynSpan speaker)
{
  return (token->flags & SYN_TOKEN_CAPITAL) && !(token->flags & SYN_TOKEN_STOP)
         && syn_span_overlaps (token->span, speaker);
}

gboolean
syn_conflict_same_speaker (SynConflictFinder *finder, guint a, guint b)
{
  const SynStatement *sa = syn_engine_get_statement (finder->engine, a),
                     *sb = syn_engine_get_statement (finder->engine, b);
  guint n;
  const SynToken *ta = syn_document_get_tokens (syn_engine_get_document (finder->engine, a), &n);
  const SynToken *tb = syn_document_get_tokens (syn_engine_get_document (finder->engine, b), &n);

  for (guint i = sa->first_token; i < sa->first_token + sa->n_tokens; i++)
    {
      if (!is_name_of (&ta[i], sa->speaker))
        continue;
      for (guint j = sb->first_token; j < sb->first_token + sb->n_tokens; j++)
        if (is_name_of (&tb[j], sb->speaker)
            && syn_engine_map_term (finder->engine, a, ta[i].term)
                   == syn_engine_map_term (finder->engine, b, tb[j].term))
          return TRUE;
    }
  return FALSE;
}

/* The year an article is of: its own, else the latest it names. */
static double
year_of_article (SynConflictFinder *self, guint statement)
{
  SynDocument *document = syn_engine_get_document (self->engine, statement);
  g_autoptr (GDateTime) published
      = syn_article_dup_published_time (syn_document_get_article (document));
  guint n;
  const SynNumber *numbers = syn_document_get_numbers (document, &n);
  double year = 0;

  if (published != NULL)
    return g_date_time_get_year (published);
  for (guint i = 0; i < n; i++)
    if (numbers[i].kind == SYN_NUMBER_YEAR)
      year = MAX (year, numbers[i].value);
  return year;
}

/* "In March 2021": a year before the article's own. */
static gboolean
names_past_year (SynConflictFinder *self, guint statement)
{
  const SynStatement *s = syn_engine_get_statement (self->engine, statement);
  guint n;
  const SynNumber *numbers
      = syn_document_get_numbers (syn_engine_get_document (self->engine, statement), &n);
  double year = 0;

  for (guint i = s->first_number; i < s->first_number + s->n_numbers; i++)
    {
      const SynNumber *number = &numbers[i];

      if (number->kind == SYN_NUMBER_YEAR)
        year = number->value;
      else if (number->kind == SYN_NUMBER_DATE && number->value < -1e6 && number->value > -3e7
               && number->lo > -1e300)
        year = floor (-number->value / 1e4); /* a month of a year */
    }
  return year > 0 && year < year_of_article (self, statement);
}

static gpointer
read_past (SynConflictFinder *self, guint statement)
{
  return GINT_TO_POINTER (syn_conflict_find_cue (self, statement, "past-markers", NULL)
                          || names_past_year (self, statement));
}

static const SynConflictFact past_fact = { read_past, NULL };

gboolean
syn_conflict_is_past (SynConflictFinder *self, guint statement)
{
  return GPOINTER_TO_INT (syn_conflict_recall (self, &past_fact, statement));
}

/* Kinds of time that are compared on their own. */
typedef enum
{
  TIME_DAY,
  TIME_MONTH,
  TIME_YEAR,
  N_TIMES,
} TimeKind;

static gboolean
is_time (const SynNumber *number, TimeKind kind)
{
  switch (kind)
    {
    case TIME_DAY:
      return number->kind == SYN_NUMBER_DATE
             && (number->lo == number->hi || number->value <= -1e6
                 || (number->lo < -1e300 && fmod (-number->value, 100) > 0));
    case TIME_MONTH:
      return number->kind == SYN_NUMBER_DATE && !is_time (number, TIME_DAY);
    case TIME_YEAR:
      return number->kind == SYN_NUMBER_YEAR;
    case N_TIMES:
      break;
    }
  return FALSE;
}

/* Whether both name times of this kind and none is the same. */
static gboolean
times_disjoint (SynConflictFinder *self, guint a, guint b, TimeKind kind)
{
  const SynStatement *sa = syn_engine_get_statement (self->engine, a),
                     *sb = syn_engine_get_statement (self->engine, b);
  guint n;
  const SynNumber *na = syn_document_get_numbers (syn_engine_get_document (self->engine, a), &n);
  const SynNumber *nb = syn_document_get_numbers (syn_engine_get_document (self->engine, b), &n);
  guint count_a = 0, count_b = 0;

  for (guint i = sa->first_number; i < sa->first_number + sa->n_numbers; i++)
    {
      if (!is_time (&na[i], kind))
        continue;
      count_a++;
      for (guint j = sb->first_number; j < sb->first_number + sb->n_numbers; j++)
        {
          if (!is_time (&nb[j], kind))
            continue;
          count_b++;
          if (fabs (na[i].value - nb[j].value) < 0.5)
            return FALSE;
        }
    }
  return count_a > 0 && count_b > 0;
}

gboolean
syn_conflict_same_time (SynConflictFinder *self, guint a, guint b)
{
  if (syn_conflict_is_past (self, a) != syn_conflict_is_past (self, b))
    return FALSE;
  for (TimeKind kind = 0; kind < N_TIMES; kind++)
    if (times_disjoint (self, a, b, kind))
      return FALSE;
  return TRUE;
}

/* The day that an article names first, where it does so at its beginning. */
static const SynNumber *
find_lead_day (SynConflictFinder *self, guint statement)
{
  guint article = syn_engine_get_statement (self->engine, statement)->article;
  guint first = g_array_index (self->engine->first, guint, article),
        end = MIN (g_array_index (self->engine->first, guint, article + 1), first + LEAD);
  guint n;
  const SynNumber *numbers
      = syn_document_get_numbers (syn_engine_get_document (self->engine, statement), &n);

  for (guint s = first; s < end; s++)
    {
      const SynStatement *lead = syn_engine_get_statement (self->engine, s);

      for (guint i = lead->first_number; i < lead->first_number + lead->n_numbers; i++)
        if (is_time (&numbers[i], TIME_DAY))
          return &numbers[i];
    }
  return NULL;
}

gboolean
syn_conflict_same_report_day (SynConflictFinder *self, guint a, guint b)
{
  g_autoptr (GDateTime) time_a = syn_article_dup_published_time (
      syn_document_get_article (syn_engine_get_document (self->engine, a)));
  g_autoptr (GDateTime) time_b = syn_article_dup_published_time (
      syn_document_get_article (syn_engine_get_document (self->engine, b)));
  const SynNumber *day_a, *day_b;

  if (time_a != NULL && time_b != NULL)
    return ABS (g_date_time_difference (time_a, time_b)) <= ONE_DAY * G_TIME_SPAN_HOUR;
  if (time_a != NULL || time_b != NULL)
    return TRUE; /* what one says as a date, the other may as a weekday */
  day_a = find_lead_day (self, a);
  day_b = day_a != NULL ? find_lead_day (self, b) : NULL;
  return day_b == NULL || fabs (day_a->value - day_b->value) < 0.5;
}

/* A topic stands in headings.  Takes @topic. */
static char *
capitalize (char *topic)
{
  g_autofree char *owned G_GNUC_UNUSED = topic;
  g_autofree char *first = NULL;

  if (topic == NULL || *topic == '\0')
    return NULL;
  first = g_utf8_strup (topic, g_utf8_next_char (topic) - topic);
  return g_strconcat (first, g_utf8_next_char (topic), NULL);
}

static gboolean
is_edge (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_INITIAL_PUNCTUATION
         || g_unichar_type (c) == G_UNICODE_FINAL_PUNCTUATION || c == '"' || c == '`' || c == ','
         || c == ';';
}

static const SynWord *
word_at (SynConflictFinder *self, guint statement, guint32 byte)
{
  const SynWords *words = syn_conflict_words (self, statement);

  return syn_words_get (words, syn_words_find (words, byte));
}

/* Without the quotation marks and commas that frames leave at its ends, and without an "and" before
 * it: half a quotation reads like a mistake. */
static SynSpan
trim_span (SynConflictFinder *self, guint statement, SynSpan span)
{
  const char *text = syn_article_get_text (
      syn_document_get_article (syn_engine_get_document (self->engine, statement)));

  while (span.start < span.end && is_edge (g_utf8_get_char (text + span.start)))
    span.start = g_utf8_next_char (text + span.start) - text;
  for (const SynWord *first = word_at (self, statement, span.start);
       first->span.start == span.start && first->span.end + 1 < span.end
       && syn_lexicon_has (syn_conflict_lexicon (self, statement), "joining", first->text);
       first = word_at (self, statement, span.start))
    span.start = first->span.end + 1;
  while (span.end > span.start && is_edge (g_utf8_get_char (g_utf8_prev_char (text + span.end))))
    span.end = g_utf8_prev_char (text + span.end) - text;
  return span;
}

void
syn_conflict_report (SynConflictFinder *self,
                     SynConflictType type,
                     SynStrength strength,
                     double score,
                     guint a,
                     SynSpan a_span,
                     guint b,
                     SynSpan b_span,
                     char *topic,
                     char *reason)
{
  SynConflict conflict
      = { .claim = -1, .type = type, .strength = strength, .score = CLAMP (score, 0, 1) };

  conflict.a = MIN (a, b);
  conflict.b = MAX (a, b);
  conflict.a_span = trim_span (self, conflict.a, a < b ? a_span : b_span);
  conflict.b_span = trim_span (self, conflict.b, a < b ? b_span : a_span);
  conflict.topic = capitalize (topic);
  conflict.reason = reason;
  g_array_append_val (self->engine->conflicts, conflict);
}

void
syn_conflict_name_sides (SynConflictFinder *self, guint a, const char *side_a, const char *side_b)
{
  GArray *conflicts = self->engine->conflicts;
  SynConflict *last;

  g_return_if_fail (conflicts->len > 0);

  last = &g_array_index (conflicts, SynConflict, conflicts->len - 1);
  last->a_side = g_quark_from_string (last->a == a ? side_a : side_b);
  last->b_side = g_quark_from_string (last->a == a ? side_b : side_a);
}

/* Whether the word at @i says something that @other says too, or only joins what does. */
static gboolean
is_said_too (SynConflictFinder *self, guint statement, gint i, guint other, gboolean *out_joins)
{
  const SynWord *word = syn_words_get (syn_conflict_words (self, statement), i);
  guint32 term;

  *out_joins = word->kind == SYN_WORD_LETTERS
               && syn_lexicon_has (syn_conflict_lexicon (self, statement), "stop", word->text);
  if (word->kind == SYN_WORD_MARK || *out_joins)
    return *out_joins;
  term = syn_conflict_term_at (self, statement, word->span);
  return term != 0 && syn_conflict_has_term (self, other, term);
}

SynSpan
syn_conflict_widen (SynConflictFinder *self, guint statement, SynSpan span, guint other)
{
  const SynWords *words = syn_conflict_words (self, statement);
  gint first = syn_words_find (words, span.start), last = first, at = first;
  gboolean joins;

  for (gint i = at - 1; at - i <= WIDEN && is_said_too (self, statement, i, other, &joins); i--)
    first = joins ? first : i;
  for (gint i = at + 1; i - at <= WIDEN && is_said_too (self, statement, i, other, &joins); i++)
    last = joins ? last : i;
  return syn_words_span (words, first, last + 1 - first);
}

char *
syn_conflict_dup_sides (SynConflictFinder *self, guint a, SynSpan a_span, guint b, SynSpan b_span)
{
  guint first = MIN (a, b), second = MAX (a, b);
  SynSpan first_span = trim_span (self, first, a < b ? a_span : b_span);
  SynSpan second_span = trim_span (self, second, a < b ? b_span : a_span);
  g_autofree char *x = syn_conflict_dup_span (self, first, first_span);
  g_autofree char *y = syn_conflict_dup_span (self, second, second_span);
  g_autofree char *who_x = dup_source (self, first);
  g_autofree char *who_y = dup_source (self, second);

  /* Translators: two wordings, each with who says it. */
  return g_strdup_printf (_ ("“%s” (%s) against “%s” (%s)"), x, who_x, y, who_y);
}
