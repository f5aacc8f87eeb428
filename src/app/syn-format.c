/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
same_day (GDateTime *a, GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b)
         && g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

static gboolean
spans_days (SynCorpus *corpus)
{
  g_autoptr (GDateTime) first = NULL;

  for (guint i = 0; i < syn_corpus_get_n_articles (corpus); i++)
    {
      g_autoptr (GDateTime) time
          = syn_article_dup_published_time (syn_corpus_get_article (corpus, i));

      if (time == NULL)
        continue;
      if (first == NULL)
        first = g_date_time_ref (time);
      else if (!same_day (first, time))
        return TRUE;
    }
  return FALSE;
}

/* Many pages give the day and no time. */
static char *
format_day (const char *published)
{
  g_auto (GStrv) parts = published != NULL ? g_strsplit (published, "-", 3) : NULL;
  g_autoptr (GDateTime) day = NULL;

  if (published == NULL || *published == '\0')
    return NULL;
  if (g_strv_length (parts) == 3 && strlen (published) >= 10)
    day = g_date_time_new_utc ((int) g_ascii_strtoll (parts[0], NULL, 10), (int) g_ascii_strtoll (parts[1], NULL, 10),
                               (int) g_ascii_strtoll (parts[2], NULL, 10), 0, 0, 0);
  /* Translators: a day and month, short.  The same everywhere. */
  return day != NULL ? g_date_time_format (day, _ ("%-d %b")) : g_strdup (published);
}

char *
syn_format_published (SynSession *session, SynArticle *article, gboolean brief)
{
  g_autoptr (GDateTime) time = syn_article_dup_published_time (article);
  SynCorpus *corpus = syn_session_get_corpus (session);

  if (time == NULL)
    return format_day (syn_article_get_published (article));
  if (corpus == NULL || !spans_days (corpus))
    return g_date_time_format (time, _ ("%H:%M"));
  /* Translators: a day, month and time, short.  The same everywhere. */
  return g_date_time_format (time, brief ? _ ("%-d %b") : _ ("%-d %b, %H:%M"));
}

char *
syn_format_days (GDateTime *first, GDateTime *last)
{
  g_autofree char *from = NULL, *to = NULL;

  if (first == NULL || last == NULL)
    return NULL;
  to = g_date_time_format (last, _ ("%-d %b %Y"));
  if (same_day (first, last))
    return g_steal_pointer (&to);
  from = g_date_time_format (first, g_date_time_get_year (first) == g_date_time_get_year (last) ? _ ("%-d %b")
                                                                                               : _ ("%-d %b %Y"));
  return g_strdup_printf ("%s – %s", from, to);
}

char *
syn_format_moment (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (moment == NULL)
    return NULL;
  if (same_day (moment, now))
    return g_date_time_format (moment, _ ("%H:%M"));
  if (g_date_time_get_year (moment) == g_date_time_get_year (now))
    return g_date_time_format (moment, _ ("%-d %b, %H:%M"));
  return g_date_time_format (moment, _ ("%-d %b %Y"));
}

char *
syn_format_sources (const SynClaim *claim)
{
  g_autofree char *sources = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u source", "%u sources", claim->n_sources),
      claim->n_sources);
  g_autofree char *origins = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u origin", "%u origins", claim->n_origins),
      claim->n_origins);

  /* Translators: "5 sources, 3 origins" */
  return g_strdup_printf (_ ("%s, %s"), sources, origins);
}

char *
syn_format_values (const SynClaim *claim)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < claim->values->len; i++)
    {
      const SynValue *value = &g_array_index (claim->values, SynValue, i);

      if (!g_hash_table_add (seen, value->text))
        continue;
      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append (text, value->text);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

char *
syn_format_conflict (const SynConflict *conflict)
{
  return g_strdup_printf (conflict->strength == SYN_STRENGTH_DIRECT ? _ ("%s, direct")
                                                                    : _ ("%s, tension"),
                          syn_conflict_type_label (conflict->type));
}

const char *
syn_verdict_class (SynVerdict verdict)
{
  static const char *const classes[SYN_N_VERDICTS] = {
    "verdict-open",
    "verdict-confirmed",
    "verdict-disputed",
    "verdict-unverified",
  };

  return classes[verdict];
}

const char *
syn_conflict_icon (const SynConflict *conflict)
{
  return conflict->strength == SYN_STRENGTH_DIRECT ? "syn-conflict-symbolic"
                                                   : "syn-tension-symbolic";
}

/* The value of a scale, or NULL. */
static const SynTag *
find_value (const SynClaimRecord *record)
{
  for (guint i = 0; record != NULL && i < record->tags->len; i++)
    if (((const SynTag *) record->tags->pdata[i])->scale != NULL)
      return record->tags->pdata[i];
  return NULL;
}

static SynVerdict
verdict_of (const SynClaimRecord *record)
{
  return record != NULL ? record->verdict : SYN_VERDICT_OPEN;
}

const char *
syn_state_icon (const SynClaimRecord *record)
{
  if (verdict_of (record) == SYN_VERDICT_OPEN && find_value (record) != NULL)
    return "syn-value-symbolic";
  if (record != NULL && record->settled)
    return "syn-settled-symbolic";
  return syn_verdict_icon (verdict_of (record));
}

const char *
syn_state_label (const SynClaimRecord *record)
{
  const SynTag *value = find_value (record);

  if (verdict_of (record) == SYN_VERDICT_OPEN && value != NULL)
    return value->name;
  if (record != NULL && record->settled)
    return _ ("Nothing to decide");
  return syn_verdict_label (verdict_of (record));
}

const char *
syn_state_class (const SynClaimRecord *record)
{
  return syn_verdict_class (verdict_of (record));
}

static void
append_count (GString *text, guint n, char *taken)
{
  g_autofree char *count = taken;

  if (n == 0)
    return;
  if (!g_str_has_suffix (text->str, ": "))
    g_string_append (text, ", ");
  g_string_append (text, count);
}

char *
syn_format_progress (SynSession *session)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0, verdicts[SYN_N_VERDICTS] = { 0 }, settled = 0, valued = 0, open = 0;

  syn_comparison_get_claims (syn_session_get_comparison (session), &n);
  for (guint i = 0; i < n; i++)
    {
      const SynClaimRecord *record = syn_session_get_record (session, i);

      if (syn_claim_record_is_open (record))
        open++;
      else if (record->verdict != SYN_VERDICT_OPEN)
        verdicts[record->verdict]++;
      else if (record->settled)
        settled++;
      else
        valued++;
    }
  g_string_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u claim: ", "%u claims: ", n), n);
  append_count (text, verdicts[SYN_VERDICT_CONFIRMED],
                g_strdup_printf (_ ("%u confirmed"), verdicts[SYN_VERDICT_CONFIRMED]));
  append_count (text, verdicts[SYN_VERDICT_DISPUTED],
                g_strdup_printf (_ ("%u disputed"), verdicts[SYN_VERDICT_DISPUTED]));
  append_count (text, verdicts[SYN_VERDICT_UNVERIFIED],
                g_strdup_printf (_ ("%u unverified"), verdicts[SYN_VERDICT_UNVERIFIED]));
  append_count (text, valued, g_strdup_printf (_ ("%u on your scale"), valued));
  append_count (text, settled, g_strdup_printf (_ ("%u with nothing to decide"), settled));
  append_count (text, 1, open > 0 ? g_strdup_printf (_ ("%u open"), open) : g_strdup (_ ("none open")));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
