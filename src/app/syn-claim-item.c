/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-claim-item.h"

#include <glib/gi18n-lib.h>

#include "syn-claim-filter.h"
#include "syn-disputes.h"
#include "syn-format.h"

struct _SynClaimItem
{
  GObject parent_instance;
  guint claim;
  SynVerdict verdict;
  gboolean open;
  gboolean in_conflict;
  guint n_sources;
  guint row;
  gint64 time;
  char *title;
  char *detail;
  char *words; /* NULL until they are asked for */
  const char *state_icon;
  char *state_label;
  const char *conflict_icon;
  char *accessible_label;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_DETAIL,
  PROP_VERDICT,
  PROP_OPEN,
  PROP_CONFLICT_ICON,
  PROP_ACCESSIBLE_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SynClaimItem, syn_claim_item, G_TYPE_OBJECT)

static void
syn_claim_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SynClaimItem *self = SYN_CLAIM_ITEM (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_VERDICT:
      g_value_set_uint (value, self->verdict);
      break;
    case PROP_OPEN:
      g_value_set_boolean (value, self->open);
      break;
    case PROP_CONFLICT_ICON:
      g_value_set_string (value, self->conflict_icon);
      break;
    case PROP_ACCESSIBLE_LABEL:
      g_value_set_string (value, self->accessible_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
syn_claim_item_finalize (GObject *object)
{
  SynClaimItem *self = SYN_CLAIM_ITEM (object);

  g_free (self->title);
  g_free (self->detail);
  g_free (self->words);
  g_free (self->state_label);
  g_free (self->accessible_label);
  G_OBJECT_CLASS (syn_claim_item_parent_class)->finalize (object);
}

static void
syn_claim_item_class_init (SynClaimItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = syn_claim_item_get_property;
  object_class->finalize = syn_claim_item_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_VERDICT]
      = g_param_spec_uint ("verdict", NULL, NULL, 0, SYN_N_VERDICTS - 1, 0, flags);
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, TRUE, flags);
  properties[PROP_CONFLICT_ICON] = g_param_spec_string ("conflict-icon", NULL, NULL, NULL, flags);
  properties[PROP_ACCESSIBLE_LABEL]
      = g_param_spec_string ("accessible-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
syn_claim_item_init (SynClaimItem *self)
{
}

static void
set_string (SynClaimItem *self, char **place, char *taken, guint property)
{
  g_autofree char *value = taken;

  if (g_strcmp0 (*place, value) == 0)
    return;
  g_free (*place);
  *place = g_steal_pointer (&value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static gint64
find_first_time (SynSession *session, const SynClaim *claim)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  gint64 first = G_MAXINT64;

  for (guint i = 0; i < claim->statements->len; i++)
    {
      guint article
          = syn_comparison_get_statement (comparison, g_array_index (claim->statements, guint, i))->article;
      g_autoptr (GDateTime) time
          = syn_article_dup_published_time (syn_comparison_get_article (comparison, article));

      if (time != NULL)
        first = MIN (first, g_date_time_to_unix (time));
    }
  return first;
}

SynClaimItem *
syn_claim_item_new (SynSession *session, guint claim)
{
  SynClaimItem *self = g_object_new (SYN_TYPE_CLAIM_ITEM, NULL);

  self->claim = claim;
  self->open = TRUE;
  self->time = find_first_time (
      session, &syn_comparison_get_claims (syn_session_get_comparison (session), NULL)[claim]);
  syn_claim_item_update (self, session);
  return self;
}

/* How many sources stand on the two sides of a conflict. */
static guint
count_disagreeing (SynSession *session, const SynClaim *claim)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  g_autoptr (GHashTable) articles = g_hash_table_new (NULL, NULL);
  guint n;
  const SynConflict *conflicts = syn_comparison_get_conflicts (comparison, &n);

  for (guint i = 0; i < claim->conflicts->len; i++)
    {
      const SynConflict *conflict = &conflicts[g_array_index (claim->conflicts, guint, i)];

      if (conflict->tier > SYN_TIER_LIKELY)
        continue;
      g_hash_table_add (articles,
                        GUINT_TO_POINTER (syn_comparison_get_statement (comparison, conflict->a)->article));
      g_hash_table_add (articles,
                        GUINT_TO_POINTER (syn_comparison_get_statement (comparison, conflict->b)->article));
    }
  return g_hash_table_size (articles);
}

static gboolean
ends_sentence (const char *title)
{
  const char *last = g_utf8_find_prev_char (title, title + strlen (title));

  return last != NULL && g_utf8_strchr (".!?…”\"", -1, g_utf8_get_char (last)) != NULL;
}

/* “Fourteen people were injured. Reuters, row 14, disputed, conflict: Figures with 2 sources; 5 sources, 3 origins” */
static char *
describe (SynClaimItem *self, SynSession *session, const SynClaim *claim, const char *sources)
{
  const SynConflict *conflict = syn_session_get_conflict (session, self->claim);
  gint first = syn_session_get_first_statement (session, self->claim);
  g_autoptr (GString) text = g_string_new (self->title);

  if (first >= 0)
    {
      SynComparison *comparison = syn_session_get_comparison (session);
      SynSource *source
          = syn_session_find_source (session, syn_comparison_get_statement (comparison, (guint) first)->article);

      g_string_append_printf (text, "%s %s", ends_sentence (self->title) ? "" : ".",
                              source != NULL ? syn_source_get_name (source) : "");
    }
  /* Translators: where a claim stands, as a screen reader says it. */
  g_string_append (text, ", ");
  g_string_append_printf (text, _ ("row %u"), self->row + 1);
  g_string_append_printf (text, ", %s", self->state_label);
  if (conflict != NULL)
    {
      guint n = count_disagreeing (session, claim);

      g_string_append (text, ", ");
      /* Translators: “conflict: Figures, among 2 sources” */
      g_string_append_printf (
          text, g_dngettext (GETTEXT_PACKAGE, "conflict: %s, among %u source", "conflict: %s, among %u sources", n),
          syn_conflict_type_label (conflict->type), n);
    }
  g_string_append_printf (text, ", %s", sources);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
update_state (SynClaimItem *self, SynSession *session)
{
  const SynClaimRecord *record = syn_session_get_record (session, self->claim);
  const SynVerdict verdict = syn_session_get_verdict (session, self->claim);
  const gboolean open = syn_claim_record_is_open (record);
  const char *label = syn_state_label (record);

  if (verdict == self->verdict && open == self->open && g_strcmp0 (label, self->state_label) == 0)
    return;
  self->state_icon = syn_state_icon (record);
  g_free (self->state_label);
  self->state_label = g_strdup (label);
  self->verdict = verdict;
  self->open = open;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VERDICT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

/* "Figures, Place · ": of all its questions, each kind once. */
static void
append_types (GString *text, SynSession *session, guint claim)
{
  SynComparison *comparison = syn_session_get_comparison (session);
  g_autoptr (GPtrArray) disputes = syn_disputes_list (comparison, claim);
  gboolean seen[SYN_N_CONFLICT_TYPES] = { FALSE };

  for (guint i = 0; i < disputes->len; i++)
    {
      const SynConflictType type = syn_get_conflict (comparison, ((SynDispute *) disputes->pdata[i])->lead)->type;

      if (!seen[type])
        g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", syn_conflict_type_label (type));
      seen[type] = TRUE;
    }
  g_string_append (text, " · ");
}

/* The tags that the reader gave it, after what the program says of it. */
static char *
dup_detail (SynSession *session, guint claim, const SynConflict *conflict, const char *sources)
{
  const SynClaimRecord *record = syn_session_get_record (session, claim);
  g_autoptr (GString) text = g_string_new (NULL);

  if (conflict != NULL)
    append_types (text, session, claim);
  g_string_append (text, sources);
  for (guint i = 0; record != NULL && i < record->tags->len; i++)
    g_string_append_printf (text, " · %s", ((const SynTag *) record->tags->pdata[i])->name);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
syn_claim_item_update (SynClaimItem *self, SynSession *session)
{
  const SynConflict *conflict = syn_session_get_conflict (session, self->claim);
  const SynClaim *claim
      = &syn_comparison_get_claims (syn_session_get_comparison (session), NULL)[self->claim];
  SynRows *rows = syn_session_get_rows (session);
  const char *icon = conflict != NULL ? syn_conflict_icon (conflict) : NULL;
  g_autofree char *sources = syn_format_sources (claim);
  gint row = rows != NULL ? syn_rows_find_claim (rows, self->claim) : (gint) self->claim;

  self->in_conflict = conflict != NULL;
  self->n_sources = claim->n_sources;
  self->row = (guint) MAX (row, 0);
  update_state (self, session);
  set_string (self, &self->title, g_strdup (syn_session_get_wording (session, self->claim)),
              PROP_TITLE);
  set_string (self, &self->detail, dup_detail (session, self->claim, conflict, sources), PROP_DETAIL);
  if (self->conflict_icon != icon)
    {
      self->conflict_icon = icon;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONFLICT_ICON]);
    }
  set_string (self, &self->accessible_label, describe (self, session, claim, sources), PROP_ACCESSIBLE_LABEL);
}

gboolean
syn_claim_item_is_open (SynClaimItem *self)
{
  return self->open;
}

gboolean
syn_claim_item_in_conflict (SynClaimItem *self)
{
  return self->in_conflict;
}

guint
syn_claim_item_get_n_sources (SynClaimItem *self)
{
  return self->n_sources;
}

guint
syn_claim_item_get_row (SynClaimItem *self)
{
  return self->row;
}

gint64
syn_claim_item_get_time (SynClaimItem *self)
{
  return self->time;
}

const char *
syn_claim_item_get_words (SynClaimItem *self, SynSession *session)
{
  if (self->words == NULL)
    self->words = syn_claim_dup_words (session, self->claim);
  return self->words;
}

const char *
syn_claim_item_get_state_icon (SynClaimItem *self)
{
  return self->state_icon;
}

const char *
syn_claim_item_get_state_label (SynClaimItem *self)
{
  return self->state_label;
}

guint
syn_claim_item_get_claim (SynClaimItem *self)
{
  return self->claim;
}

SynVerdict
syn_claim_item_get_verdict (SynClaimItem *self)
{
  return self->verdict;
}

const char *
syn_claim_item_get_title (SynClaimItem *self)
{
  return self->title;
}
