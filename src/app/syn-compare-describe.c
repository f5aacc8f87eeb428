/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-compare-describe.h"

#include <glib/gi18n-lib.h>

#include "compare/syn-differences.h"
#include "syn-disputes.h"
#include "syn-explain.h"
#include "syn-format.h"
#include "syn-mark-choice.h"
#include "syn-statement-text.h"

/* A heading has no room for more values than this; the claim panel has them all. */
#define VALUES_MOST 5

void
syn_glyph_clear (SynGlyph *self)
{
  g_clear_pointer (&self->name, g_free);
}

const char *
syn_verdict_icon (SynVerdict verdict)
{
  static const char *const icons[SYN_N_VERDICTS] = {
    [SYN_VERDICT_OPEN] = "syn-open-symbolic",
    [SYN_VERDICT_CONFIRMED] = "syn-confirmed-symbolic",
    [SYN_VERDICT_DISPUTED] = "syn-disputed-symbolic",
    [SYN_VERDICT_UNVERIFIED] = "syn-unverified-symbolic",
  };

  return icons[verdict];
}

SynColor
syn_verdict_color (SynVerdict verdict)
{
  static const SynColor colors[SYN_N_VERDICTS] = {
    [SYN_VERDICT_OPEN] = SYN_COLOR_INK2,
    [SYN_VERDICT_CONFIRMED] = SYN_COLOR_CONFIRMED,
    [SYN_VERDICT_DISPUTED] = SYN_COLOR_DISPUTED,
    [SYN_VERDICT_UNVERIFIED] = SYN_COLOR_UNVERIFIED,
  };

  return colors[verdict];
}

const char *
syn_strength_icon (SynStrength strength)
{
  return strength == SYN_STRENGTH_DIRECT ? "syn-conflict-symbolic" : "syn-tension-symbolic";
}

/* ── Rows ────────────────────────────────────────────────────────────────── */

static const char *
conflict_phrase (SynConflictType type)
{
  static const char *const phrases[SYN_N_CONFLICT_TYPES] = {
    [SYN_CONFLICT_FIGURE] = N_ ("conflict of figures"),
    [SYN_CONFLICT_AGENT] = N_ ("conflict over who did it"),
    [SYN_CONFLICT_DENIAL] = N_ ("conflict by denial"),
    [SYN_CONFLICT_STATUS] = N_ ("conflict of status"),
    [SYN_CONFLICT_TIME] = N_ ("conflict of times"),
    [SYN_CONFLICT_PLACE] = N_ ("conflict of places"),
    [SYN_CONFLICT_CERTAINTY] = N_ ("conflict of certainty"),
    [SYN_CONFLICT_SCOPE] = N_ ("conflict of scope"),
    [SYN_CONFLICT_WORDING] = N_ ("conflict of wording"),
    [SYN_CONFLICT_CAUSE] = N_ ("conflict over the cause"),
    [SYN_CONFLICT_IDENTITY] = N_ ("conflict over who it was"),
  };

  return _ (phrases[type]);
}

static void
append_claim (GString *name, SynSession *session, const SynRow *row)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  const SynClaim *claim = syn_get_claim (comparison, (guint)row->claim);

  if (row->conflict >= 0)
    {
      const SynConflict *conflict = syn_get_conflict (comparison, (guint)row->conflict);

      if (conflict->topic != NULL && *conflict->topic != '\0')
        g_string_append_printf (name, ", %s", conflict->topic);
      g_string_append_printf (name, ", %s", conflict_phrase (conflict->type));
    }
  else
    {
      g_string_append_printf (name, ", %s", syn_session_get_wording (session, (guint)row->claim));
    }
  g_string_append_printf (name, ", %s",
                          syn_state_label (syn_session_get_record (session, (guint)row->claim)));
  g_string_append (name, ", ");
  g_string_append_printf (
      name, g_dngettext (GETTEXT_PACKAGE, "%u source", "%u sources", claim->n_sources),
      claim->n_sources);
  g_string_append (name, ", ");
  g_string_append_printf (
      name, g_dngettext (GETTEXT_PACKAGE, "%u origin", "%u origins", claim->n_origins),
      claim->n_origins);
}

char *
syn_describe_row (SynSession *session, guint row)
{
  const SynRow *entry = syn_rows_get_row (syn_session_get_rows (session), row);
  g_autoptr (GString) name = g_string_new (NULL);

  g_string_append_printf (name, _ ("Row %u"), row + 1);
  if (entry->headline)
    g_string_append_printf (name, ", %s", _ ("headlines"));
  if (entry->claim >= 0)
    append_claim (name, session, entry);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

gboolean
syn_describe_is_shared (SynSession *session, guint row)
{
  const SynRow *entry = syn_rows_get_row (syn_session_get_rows (session), row);

  return entry->claim >= 0 && !entry->headline
         && syn_get_claim (syn_session_get_comparison (session), (guint)entry->claim)->n_sources
                > 1;
}

gboolean
syn_describe_is_silent (SynSession *session, guint row, guint article)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  const SynClaim *claim;

  if (!syn_describe_is_shared (session, row))
    return FALSE;
  claim = syn_get_claim (comparison,
                         (guint)syn_rows_get_row (syn_session_get_rows (session), row)->claim);
  for (guint i = 0; i < claim->statements->len; i++)
    if (syn_comparison_get_statement (comparison, g_array_index (claim->statements, guint, i))
            ->article
        == article)
      return FALSE;
  return TRUE;
}

static gboolean
append_value (GString *values, GHashTable *seen, const char *text)
{
  if (text == NULL || *text == '\0' || !g_hash_table_add (seen, g_strdup (text)))
    return FALSE;
  if (values->len > 0)
    g_string_append (values, " · ");
  g_string_append (values, text);
  return TRUE;
}

static void
append_span (
    GString *values, GHashTable *seen, SynComparison *comparison, guint statement, SynSpan span)
{
  const SynStatement *entry = syn_comparison_get_statement (comparison, statement);
  SynArticle *article = syn_comparison_get_article (comparison, entry->article);
  g_autoptr (SynStatementText) text = syn_statement_text_new (syn_article_get_text (article), span);

  append_value (values, seen, syn_statement_text_get (text));
}

char *
syn_describe_values (SynSession *session, guint index)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  const SynConflict *conflict = syn_get_conflict (comparison, index);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (conflict->claim >= 0)
    {
      const SynClaim *claim = syn_get_claim (comparison, (guint)conflict->claim);
      g_autoptr (SynDispute) dispute = syn_dispute_new (comparison, index);

      for (guint i = 0; i < claim->values->len; i++)
        {
          const SynValue *value = &g_array_index (claim->values, SynValue, i);

          if (g_hash_table_size (seen) < VALUES_MOST
              && syn_dispute_has_value (dispute, comparison, value))
            append_value (values, seen, value->text);
        }
    }
  if (g_hash_table_size (seen) < 2)
    {
      g_string_truncate (values, 0);
      g_hash_table_remove_all (seen);
      append_span (values, seen, comparison, conflict->a, conflict->a_span);
      append_span (values, seen, comparison, conflict->b, conflict->b_span);
    }
  return g_string_free (g_steal_pointer (&values), FALSE);
}

static gboolean
touches_row (SynSession *session, const SynDispute *dispute, guint row)
{
  guint n;
  const guint *statements = syn_rows_get_statements (syn_session_get_rows (session), row, &n);

  for (guint i = 0; i < n; i++)
    if (syn_dispute_touches (dispute, syn_session_get_comparison (session), statements[i]))
      return TRUE;
  return FALSE;
}

char *
syn_describe_heading_values (SynSession *session, guint conflict, guint row)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  const gint claim = syn_get_conflict (comparison, conflict)->claim;
  g_autofree char *values = syn_describe_values (session, conflict);
  g_autoptr (GPtrArray) disputes = claim >= 0 ? syn_disputes_list (comparison, (guint)claim) : NULL;
  guint n_more = 0;

  for (guint i = 0; disputes != NULL && i < disputes->len; i++)
    {
      const SynDispute *dispute = disputes->pdata[i];

      n_more += !syn_disputes_are_same (comparison, dispute->lead, conflict) && touches_row (session, dispute, row);
    }
  if (n_more == 0)
    return g_steal_pointer (&values);
  /* Translators: after the values of one disagreement: "14 · 17 — and 1 more question". */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s — and %u more question", "%s — and %u more questions", n_more), values, n_more);
}

char *
syn_describe_time (SynSession *session, guint article, gboolean brief)
{
  return syn_format_published (session, syn_corpus_get_article (syn_session_get_corpus (session), article), brief);
}

/* ── Cells ───────────────────────────────────────────────────────────────── */

gint
syn_describe_reference (SynSession *session, guint row, const GArray *articles)
{
  SynRows *rows = syn_session_get_rows (session);

  for (guint i = 0; i < articles->len; i++)
    {
      guint article = g_array_index (articles, guint, i);
      guint n = 0;

      syn_rows_get_cell (rows, row, article, &n);
      if (n > 0)
        return (gint)article;
    }
  return -1;
}

/* How @statement matches what stands in its row: @reference's statement if they match, else the
 * closest. */
static const SynMatch *
find_relation (SynSession *session, guint statement, gint reference)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  SynRows *rows = syn_session_get_rows (session);
  guint n_matches;
  const SynMatch *matches = syn_comparison_get_matches (comparison, &n_matches);
  const SynMatch *best = NULL;
  guint row = syn_rows_find_statement (rows, statement);
  guint n = 0;
  const guint *of = syn_comparison_matches_of (comparison, statement, &n);

  if (reference < 0
      || syn_comparison_get_statement (comparison, statement)->article == (guint)reference)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      const SynMatch *match = &matches[of[i]];
      guint other = match->a == statement ? match->b : match->a;
      gboolean at_reference
          = syn_comparison_get_statement (comparison, other)->article == (guint)reference;

      if (match->tier > SYN_TIER_LIKELY || syn_rows_find_statement (rows, other) != row)
        continue;
      if (at_reference || best == NULL || match->kind < best->kind)
        best = match;
      if (at_reference)
        break;
    }
  return best;
}

static gboolean
relation_of (
    SynSession *session, guint statement, gint reference, SynMatchKind *out_kind, gboolean *out_own)
{
  const SynMatch *match = find_relation (session, statement, reference);

  if (match == NULL)
    return FALSE;
  *out_kind = match->kind;
  *out_own = match->own;
  return TRUE;
}

static char *
variant_tip (const SynVariant *variant, const char *shown)
{
  g_autoptr (GString) others = g_string_new (NULL);

  for (char **form = variant->forms; *form != NULL; form++)
    if (strcmp (*form, shown) != 0)
      g_string_append_printf (others, "%s%s", others->len > 0 ? ", " : "", *form);
  return others->len > 0 ? g_strdup_printf (_ ("Elsewhere: %s"), others->str) : NULL;
}

static char *
mark_tip (SynSession *session, const SynMark *mark, const char *shown)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  guint n;

  if (mark->kind == SYN_MARK_VARIANT)
    return variant_tip (&syn_comparison_get_variants (comparison, &n)[mark->index], shown);
  return syn_explain_conflict (session, syn_get_conflict (comparison, mark->index));
}

static gint
compare_text_marks (gconstpointer a, gconstpointer b)
{
  const SynTextMark *first = a, *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

char *
syn_describe_difference (SynSession *session, guint reference)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  SynSource *source
      = syn_session_find_source (session, syn_comparison_get_statement (comparison, reference)->article);
  g_autofree char *words = syn_comparison_dup_statement_text (comparison, reference);

  /* Translators: an outlet and what it says. */
  return source != NULL ? g_strdup_printf (_ ("%s: “%s”"), syn_source_get_name (source), words) : NULL;
}

/* The words that what it matches in its row has not, but for what is boxed already. */
static void
add_differences (SynStatementCell *cell,
                 SynSession *session,
                 const SynStatementText *text,
                 const SynMatch *match,
                 const GArray *boxes)
{
  guint other = match->a == cell->statement ? match->b : match->a;
  g_autoptr (GArray) spans
      = syn_differences_list (syn_session_get_comparison (session), cell->statement, other, boxes);

  for (guint i = 0; i < spans->len; i++)
    {
      SynSpan span = syn_statement_text_map (text, g_array_index (spans, SynSpan, i));
      SynTextMark mark = { span.start, span.end, SYN_MARK_DIFFERENCE, NULL, other };

      mark.tip = syn_describe_difference (session, other);
      g_array_append_val (cell->marks, mark);
    }
  g_array_sort (cell->marks, compare_text_marks);
}

static void
add_marks (SynStatementCell *cell,
           SynSession *session,
           const SynStatementText *text,
           const SynMatch *match)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  SynMarkKinds kinds = syn_mark_choice_get_kinds ();
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (SynSpan));
  g_autoptr (GArray) marks = syn_marks_list (comparison, cell->statement);

  for (guint i = 0; i < marks->len; i++)
    {
      const SynMark *mark = &g_array_index (marks, SynMark, i);
      SynSpan span = syn_statement_text_map (text, mark->span);
      g_autofree char *shown = NULL;
      SynTextMark shown_mark = { span.start, span.end, mark->kind, NULL, mark->index };

      if (mark->kind < SYN_MARK_VARIANT || syn_span_is_empty (span)
          || !syn_mark_kinds_has (kinds, mark->kind))
        continue;
      if (mark->kind != SYN_MARK_VARIANT)
        g_array_append_val (boxes, mark->span);
      shown = g_strndup (cell->text + span.start, span.end - span.start);
      shown_mark.tip = mark_tip (session, mark, shown);
      g_array_append_val (cell->marks, shown_mark);
    }
  if (match != NULL && syn_mark_kinds_has (kinds, SYN_MARK_DIFFERENCE))
    add_differences (cell, session, text, match, boxes);
}

static char *
cell_name (SynSession *session, const SynStatementCell *cell, guint article)
{
  SynSource *source = syn_session_find_source (session, article);
  g_autoptr (GString) name = g_string_new (source != NULL ? syn_source_get_name (source) : NULL);

  if (cell->role == SYN_ROLE_BOILERPLATE)
    g_string_append_printf (name, ", %s", _ ("boilerplate"));
  if (cell->has_relation)
    g_string_append_printf (name, ", %s", syn_match_kind_label (cell->relation));
  if (cell->own)
    g_string_append_printf (name, ", %s", _ ("your link"));
  if (cell->from_paragraph > 0)
    {
      g_string_append (name, ", ");
      g_string_append_printf (name, _ ("from paragraph %u"), cell->from_paragraph);
    }
  g_string_append_printf (name, ": %s", cell->text);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

SynStatementCell *
syn_describe_cell (SynSession *session, guint statement, gint reference)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  const SynStatement *entry = syn_comparison_get_statement (comparison, statement);
  SynArticle *article = syn_comparison_get_article (comparison, entry->article);
  g_autoptr (SynStatementText) text
      = syn_statement_text_new (syn_article_get_text (article), entry->span);
  g_autoptr (SynStatementCell) cell = syn_statement_cell_new ();
  const SynMatch *match = find_relation (session, statement, reference);

  cell->statement = statement;
  cell->text = g_strdup (syn_statement_text_get (text));
  cell->role = entry->role;
  cell->language = g_strdup (syn_article_get_language (article));
  if (match != NULL)
    {
      cell->relation = match->kind;
      cell->own = match->own;
      cell->has_relation
          = syn_mark_kinds_has (syn_mark_choice_get_kinds (), syn_mark_kind_of_match (match->kind));
    }
  if (syn_rows_is_moved (syn_session_get_rows (session), statement))
    cell->from_paragraph = entry->paragraph + 1;
  add_marks (cell, session, text, match);
  cell->name = cell_name (session, cell, entry->article);
  return g_steal_pointer (&cell);
}

static gint
conflict_in_row (SynSession *session, guint statement, gint claim)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  guint n = 0;
  const guint *of = syn_comparison_conflicts_of (comparison, statement, &n);

  for (guint i = 0; i < n; i++)
    {
      const SynConflict *conflict = syn_get_conflict (comparison, of[i]);

      if (conflict->claim == claim && conflict->tier <= SYN_TIER_LIKELY)
        return (gint)of[i];
    }
  return -1;
}

void
syn_describe_spine (SynSession *session, guint row, guint article, gint reference, SynGlyph *glyph)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  SynRows *rows = syn_session_get_rows (session);
  const SynRow *entry = syn_rows_get_row (rows, row);
  SynSource *source = syn_session_find_source (session, article);
  const char *name = source != NULL ? syn_source_get_name (source) : "";
  SynMatchKind kind = SYN_MATCH_RELATED;
  gboolean own = FALSE;
  gint conflict;
  guint n = 0;
  const guint *statements = syn_rows_get_cell (rows, row, article, &n);

  *glyph = (SynGlyph){ NULL, SYN_COLOR_INK3, NULL };
  if (n == 0)
    {
      if (!syn_describe_is_silent (session, row, article))
        return;
      glyph->icon = "syn-silent-symbolic";
      glyph->name = g_strdup_printf (_ ("%s, silent here"), name);
      return;
    }
  conflict = entry->claim >= 0 ? conflict_in_row (session, statements[0], entry->claim) : -1;
  if (conflict >= 0)
    {
      const SynConflict *found = syn_get_conflict (comparison, (guint)conflict);

      glyph->icon = syn_strength_icon (found->strength);
      glyph->color = SYN_COLOR_CONFLICT;
      glyph->name = g_strdup_printf ("%s, %s", name, conflict_phrase (found->type));
    }
  else if (relation_of (session, statements[0], reference, &kind, &own))
    {
      glyph->icon = syn_match_kind_icon (kind);
      glyph->name = g_strdup_printf ("%s, %s", name, syn_match_kind_label (kind));
    }
  else
    {
      glyph->icon = "syn-says-symbolic";
      glyph->name = g_strdup_printf (_ ("%s, a statement of its own"), name);
    }
}

gboolean
syn_describe_is_copy (SynSession *session, guint row, guint article, gint reference)
{
  SynMatchKind kind = SYN_MATCH_RELATED;
  gboolean own = FALSE;
  guint n = 0;
  const guint *statements = syn_rows_get_cell (syn_session_get_rows (session), row, article, &n);

  for (guint i = 0; i < n; i++)
    if (!relation_of (session, statements[i], reference, &kind, &own) || kind != SYN_MATCH_COPIED)
      return FALSE;
  return n > 0;
}
