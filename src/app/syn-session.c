/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-session-stories.h"
#include "syn-story-item.h"

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_CORPUS,
  PROP_COMPARISON,
  PROP_ROWS,
  PROP_SOURCES,
  PROP_PIVOT,
  PROP_SELECTED_CLAIM,
  PROP_SELECTED_CONFLICT,
  PROP_ACTIVE_STATEMENT,
  PROP_HOVER_STATEMENT,
  PROP_N_MARKED,
  PROP_N_CHOSEN,
  PROP_BUSY,
  PROP_PROGRESS,
  PROP_MESSAGE,
  PROP_REVISION,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_REPORT,
  PROP_TAGS,
  PROP_STORY,
  N_PROPS
};

enum
{
  SIGNAL_ERROR,
  SIGNAL_DONE,
  SIGNAL_REVEAL,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SynSession, syn_session, G_TYPE_OBJECT)

static void
notify (SynSession *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_selected (SynSession *self, gint claim)
{
  if (self->selected_claim == claim)
    return;
  self->selected_claim = claim;
  notify (self, PROP_SELECTED_CLAIM);
}

static void
set_conflict (SynSession *self, gint conflict)
{
  if (self->selected_conflict == conflict)
    return;
  self->selected_conflict = conflict;
  notify (self, PROP_SELECTED_CONFLICT);
}

static void
set_active (SynSession *self, gint statement)
{
  if (self->active_statement == statement)
    return;
  self->active_statement = statement;
  notify (self, PROP_ACTIVE_STATEMENT);
}

static void
set_label (SynSession *self, char **place, const char *label, guint property)
{
  if (g_strcmp0 (*place, label) == 0)
    return;
  g_free (*place);
  *place = g_strdup (label);
  notify (self, property);
}

static gboolean
same_indices (const GArray *a, const GArray *b)
{
  return a->len == b->len && memcmp (a->data, b->data, a->len * sizeof (guint)) == 0;
}

/* A verdict on a claim changes its name in the workspace and nothing that a view draws from the comparison:
 * rebuilding rows for it would cost the reader her place. */
static gboolean
looks_the_same (SynComparison *a, SynComparison *b)
{
  guint n_a, n_b, n;
  const SynClaim *claims_a = syn_comparison_get_claims (a, &n_a);
  const SynClaim *claims_b = syn_comparison_get_claims (b, &n_b);
  const SynMatch *matches_a, *matches_b;
  const SynConflict *conflicts_a, *conflicts_b;

  if (n_a != n_b)
    return FALSE;
  for (guint i = 0; i < n_a; i++)
    if (claims_a[i].own != claims_b[i].own
        || !same_indices (claims_a[i].statements, claims_b[i].statements)
        || !same_indices (claims_a[i].conflicts, claims_b[i].conflicts))
      return FALSE;
  matches_a = syn_comparison_get_matches (a, &n);
  matches_b = syn_comparison_get_matches (b, &n_b);
  if (n != n_b)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (matches_a[i].a != matches_b[i].a || matches_a[i].b != matches_b[i].b
        || matches_a[i].own != matches_b[i].own || matches_a[i].kind != matches_b[i].kind)
      return FALSE;
  conflicts_a = syn_comparison_get_conflicts (a, &n);
  conflicts_b = syn_comparison_get_conflicts (b, &n_b);
  if (n != n_b)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (conflicts_a[i].a != conflicts_b[i].a || conflicts_a[i].b != conflicts_b[i].b
        || conflicts_a[i].claim != conflicts_b[i].claim)
      return FALSE;
  return TRUE;
}

/* The claim of @comparison that shares most statements with @statements, of several the smallest, or -1. */
static gint
find_claim_by_statements (SynComparison *comparison, const guint *statements, guint n)
{
  g_autoptr (GHashTable) votes = g_hash_table_new (NULL, NULL);
  const SynClaim *all = syn_comparison_get_claims (comparison, NULL);
  gint best = -1;
  guint best_votes = 0;

  for (guint i = 0; i < n; i++)
    {
      guint n_claims;
      const guint *claims = syn_comparison_claims_of (comparison, statements[i], &n_claims);

      for (guint j = 0; j < n_claims; j++)
        {
          guint count = GPOINTER_TO_UINT (g_hash_table_lookup (votes, GUINT_TO_POINTER (claims[j])));

          g_hash_table_insert (votes, GUINT_TO_POINTER (claims[j]), GUINT_TO_POINTER (count + 1));
          if (count + 1 > best_votes
              || (count + 1 == best_votes && best >= 0
                  && all[claims[j]].statements->len < all[best].statements->len))
            {
              best_votes = count + 1;
              best = (gint) claims[j];
            }
        }
    }
  return best;
}

gint
syn_session_find_claim (SynSession *self, const GArray *statements)
{
  return find_claim_by_statements (self->comparison, (const guint *) (gpointer) statements->data,
                                   statements->len);
}

static void
index_records (SynSession *self)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  const SynClaim *claims;
  guint n = 0;

  g_ptr_array_set_size (self->record_of_claim, 0);
  if (self->comparison == NULL)
    return;
  for (guint i = 0; self->records != NULL && i < self->records->len; i++)
    {
      SynClaimRecord *record = g_ptr_array_index (self->records, i);

      g_hash_table_insert (by_id, record->id, record);
    }
  claims = syn_comparison_get_claims (self->comparison, &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->record_of_claim,
                     claims[i].id != NULL ? g_hash_table_lookup (by_id, claims[i].id) : NULL);
}

/* Puts the selection where it was, by the statements it stood on.  A statement that was taken out of the claim
 * takes the selection with it: the panel would call its source silent. */
static void
restore_selection (SynSession *self, SynComparison *before)
{
  gint claim = -1;
  guint n;

  if (before != NULL && self->selected_claim >= 0)
    {
      const SynClaim *claims = syn_comparison_get_claims (before, &n);
      const GArray *statements = claims[self->selected_claim].statements;

      claim = syn_session_find_followed_claim (self, statements);
    }
  self->selected_conflict = syn_session_find_conflict_again (self, before, self->selected_conflict);
  set_selected (self, claim);
  self->selected_conflict = syn_session_choose_conflict (self, claim, -1);
  notify (self, PROP_SELECTED_CONFLICT);
}

static void
take_comparison (SynSession *self, SynComparison *comparison)
{
  g_autoptr (SynComparison) before = g_steal_pointer (&self->comparison);

  self->comparison = g_object_ref (comparison);
  if (before != NULL && looks_the_same (before, comparison))
    {
      index_records (self);
      return;
    }
  index_records (self);
  g_object_freeze_notify (G_OBJECT (self));
  self->hover_statement = -1;
  /* Numbers of the old comparison name other claims. */
  syn_session_set_chosen (self, NULL);
  restore_selection (self, before);
  notify (self, PROP_COMPARISON);
  syn_session_make_rows (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static gboolean
same_tags (const GPtrArray *a, const GPtrArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return a == b;
  for (guint i = 0; i < a->len; i++)
    {
      const SynTag *x = a->pdata[i], *y = b->pdata[i];

      if (!g_str_equal (x->id, y->id) || !g_str_equal (x->name, y->name) || g_strcmp0 (x->scale, y->scale) != 0
          || x->key != y->key || x->retired != y->retired)
        return FALSE;
    }
  return TRUE;
}

static void
take_tags (SynSession *self, GPtrArray *taken)
{
  g_autoptr (GPtrArray) tags = taken;

  if (same_tags (self->tags, tags))
    return;
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  self->tags = g_steal_pointer (&tags);
  notify (self, PROP_TAGS);
}

void
syn_session_take_resolved (SynSession *self, SynResolved *resolved)
{
  G_GNUC_UNUSED g_autoptr (GPtrArray) old_records = g_steal_pointer (&self->records);

  self->records = g_steal_pointer (&resolved->records);
  g_clear_pointer (&self->orphans, g_ptr_array_unref);
  self->orphans = g_steal_pointer (&resolved->orphans);
  take_tags (self, g_steal_pointer (&resolved->tags));
  take_comparison (self, resolved->comparison);
  set_label (self, &self->undo_label, resolved->undo_label, PROP_UNDO_LABEL);
  set_label (self, &self->redo_label, resolved->redo_label, PROP_REDO_LABEL);
  syn_session_update_counts (self);
  self->revision++;
  notify (self, PROP_REVISION);
  syn_session_update_story (self);
}

void
syn_session_set_corpus (SynSession *self, SynCorpus *corpus, const SynArrangement *arrangement)
{
  syn_session_keep_columns_now (self);
  g_object_freeze_notify (G_OBJECT (self));
  syn_session_clear_verbs (self);
  g_set_object (&self->corpus, corpus);
  g_clear_object (&self->fresh);
  g_clear_object (&self->comparison);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->orphans, g_ptr_array_unref);
  index_records (self);
  set_selected (self, -1);
  set_conflict (self, -1);
  set_active (self, -1);
  syn_session_set_hover_statement (self, -1);
  syn_session_clear_marked (self);
  syn_session_set_chosen (self, NULL);
  set_label (self, &self->undo_label, NULL, PROP_UNDO_LABEL);
  set_label (self, &self->redo_label, NULL, PROP_REDO_LABEL);
  notify (self, PROP_COMPARISON);
  syn_session_make_rows (self);
  syn_session_fill_sources (self, arrangement);
  notify (self, PROP_PIVOT);
  notify (self, PROP_CORPUS);
  notify (self, PROP_TITLE);
  g_object_thaw_notify (G_OBJECT (self));
}

void
syn_session_set_fresh (SynSession *self, SynComparison *fresh)
{
  g_set_object (&self->fresh, fresh);
  for (guint i = 0; i < self->source_of_article->len; i++)
    syn_source_note_compared (self->source_of_article->pdata[i]);
}

void
syn_session_set_report (SynSession *self, GListModel *report)
{
  g_set_object (&self->report, report);
  notify (self, PROP_REPORT);
}

void
syn_session_set_busy (SynSession *self, gboolean busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  notify (self, PROP_BUSY);
}

void
syn_session_set_progress (SynSession *self, double fraction, const char *message)
{
  if (self->progress != fraction)
    {
      self->progress = fraction;
      notify (self, PROP_PROGRESS);
    }
  if (message != NULL)
    set_label (self, &self->message, message, PROP_MESSAGE);
}

void
syn_session_fail (SynSession *self, GError *error)
{
  g_signal_emit (self, signals[SIGNAL_ERROR], 0, error);
}

void
syn_session_announce (SynSession *self, const char *label)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0, label);
}

static void
syn_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SynSession *self = SYN_SESSION (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, syn_session_get_title (self));
      break;
    case PROP_CORPUS:
      g_value_set_object (value, self->corpus);
      break;
    case PROP_COMPARISON:
      g_value_set_object (value, self->comparison);
      break;
    case PROP_ROWS:
      g_value_set_object (value, self->rows);
      break;
    case PROP_SOURCES:
      g_value_set_object (value, self->sources);
      break;
    case PROP_PIVOT:
      g_value_set_uint (value, self->pivot);
      break;
    case PROP_SELECTED_CLAIM:
      g_value_set_int (value, self->selected_claim);
      break;
    case PROP_SELECTED_CONFLICT:
      g_value_set_int (value, self->selected_conflict);
      break;
    case PROP_ACTIVE_STATEMENT:
      g_value_set_int (value, self->active_statement);
      break;
    case PROP_HOVER_STATEMENT:
      g_value_set_int (value, self->hover_statement);
      break;
    case PROP_N_MARKED:
      g_value_set_uint (value, self->marked->len);
      break;
    case PROP_N_CHOSEN:
      g_value_set_uint (value, self->chosen->len);
      break;
    case PROP_STORY:
      g_value_set_int (value, self->story);
      break;
    case PROP_TAGS:
      g_value_set_boxed (value, self->tags);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_REVISION:
      g_value_set_uint (value, self->revision);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    case PROP_REPORT:
      g_value_set_object (value, self->report);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
syn_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SynSession *self = SYN_SESSION (object);

  if (id == PROP_PIVOT)
    syn_session_set_pivot (self, g_value_get_uint (value));
  else if (id == PROP_HOVER_STATEMENT)
    syn_session_set_hover_statement (self, g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
syn_session_dispose (GObject *object)
{
  SynSession *self = SYN_SESSION (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  syn_session_keep_columns_now (self);
  syn_session_clear_verbs (self);
  syn_session_stop_counting (self);
  g_clear_pointer (&self->grouping, syn_grouping_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->rows);
  g_clear_object (&self->comparison);
  g_clear_object (&self->fresh);
  g_clear_object (&self->corpus);
  g_clear_object (&self->report);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (syn_session_parent_class)->dispose (object);
}

static void
syn_session_finalize (GObject *object)
{
  SynSession *self = SYN_SESSION (object);

  g_clear_object (&self->sources);
  g_clear_object (&self->stories);
  g_ptr_array_unref (self->source_of_article);
  g_clear_pointer (&self->record_of_claim, g_ptr_array_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->orphans, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_array_unref (self->marked);
  g_array_unref (self->chosen);
  g_free (self->message);
  g_free (self->title);
  g_free (self->own_title);
  g_free (self->undo_label);
  g_free (self->redo_label);
  G_OBJECT_CLASS (syn_session_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, readable);
  properties[PROP_CORPUS] = g_param_spec_object ("corpus", NULL, NULL, SYN_TYPE_CORPUS, readable);
  properties[PROP_COMPARISON]
      = g_param_spec_object ("comparison", NULL, NULL, SYN_TYPE_COMPARISON, readable);
  properties[PROP_ROWS] = g_param_spec_object ("rows", NULL, NULL, SYN_TYPE_ROWS, readable);
  properties[PROP_SOURCES]
      = g_param_spec_object ("sources", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  properties[PROP_PIVOT] = g_param_spec_uint ("pivot", NULL, NULL, 0, G_MAXUINT, 0, writable);
  properties[PROP_SELECTED_CLAIM]
      = g_param_spec_int ("selected-claim", NULL, NULL, -1, G_MAXINT, -1, readable);
  properties[PROP_SELECTED_CONFLICT]
      = g_param_spec_int ("selected-conflict", NULL, NULL, -1, G_MAXINT, -1, readable);
  properties[PROP_ACTIVE_STATEMENT]
      = g_param_spec_int ("active-statement", NULL, NULL, -1, G_MAXINT, -1, readable);
  properties[PROP_HOVER_STATEMENT]
      = g_param_spec_int ("hover-statement", NULL, NULL, -1, G_MAXINT, -1, writable);
  properties[PROP_N_MARKED] = g_param_spec_uint ("n-marked", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_N_CHOSEN] = g_param_spec_uint ("n-chosen", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, readable);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, readable);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, readable);
  properties[PROP_REVISION] = g_param_spec_uint ("revision", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, readable);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, readable);
  properties[PROP_REPORT]
      = g_param_spec_object ("report", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  properties[PROP_TAGS] = g_param_spec_boxed ("tags", NULL, NULL, G_TYPE_PTR_ARRAY, readable);
  properties[PROP_STORY] = g_param_spec_int ("story", NULL, NULL, -1, G_MAXINT, -1, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
syn_session_class_init (SynSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = syn_session_get_property;
  object_class->set_property = syn_session_set_property;
  object_class->dispose = syn_session_dispose;
  object_class->finalize = syn_session_finalize;
  install_properties (object_class);

  signals[SIGNAL_ERROR] = g_signal_new ("error", SYN_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[SIGNAL_DONE] = g_signal_new ("done", SYN_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_REVEAL] = g_signal_new ("reveal", SYN_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
syn_session_init (SynSession *self)
{
  self->sources = g_list_store_new (SYN_TYPE_SOURCE);
  self->stories = g_list_store_new (SYN_TYPE_STORY_ITEM);
  self->story = -1;
  self->source_of_article = g_ptr_array_new ();
  self->record_of_claim = g_ptr_array_new ();
  self->marked = g_array_new (FALSE, FALSE, sizeof (guint));
  self->chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  self->selected_claim = -1;
  self->selected_conflict = -1;
  self->active_statement = -1;
  self->hover_statement = -1;
  g_queue_init (&self->verbs);
}

/**
 * syn_session_new:
 * @workspace: where the reader's decisions are kept
 *
 * Returns: (transfer full): a session without a corpus
 */
SynSession *
syn_session_new (SynWorkspace *workspace)
{
  SynSession *self = g_object_new (SYN_TYPE_SESSION, NULL);

  g_return_val_if_fail (SYN_IS_WORKSPACE (workspace), self);
  self->workspace = g_object_ref (workspace);
  return self;
}

SynWorkspace *
syn_session_get_workspace (SynSession *self)
{
  return self->workspace;
}

SynCorpus *
syn_session_get_corpus (SynSession *self)
{
  return self->corpus;
}

SynComparison *
syn_session_get_comparison (SynSession *self)
{
  return self->comparison;
}

SynRows *
syn_session_get_rows (SynSession *self)
{
  return self->rows;
}

GListModel *
syn_session_get_sources (SynSession *self)
{
  return G_LIST_MODEL (self->sources);
}

GListModel *
syn_session_get_report (SynSession *self)
{
  return self->report;
}

GPtrArray *
syn_session_get_records (SynSession *self)
{
  return self->records;
}

GPtrArray *
syn_session_get_orphans (SynSession *self)
{
  return self->orphans;
}

gboolean
syn_session_get_busy (SynSession *self)
{
  return self->busy;
}

const char *
syn_session_get_message (SynSession *self)
{
  return self->message;
}

double
syn_session_get_progress (SynSession *self)
{
  return self->progress;
}

const char *
syn_session_get_title (SynSession *self)
{
  return self->corpus != NULL ? syn_corpus_get_title (self->corpus) : NULL;
}

const char *
syn_session_get_undo_label (SynSession *self)
{
  return self->undo_label;
}

const char *
syn_session_get_redo_label (SynSession *self)
{
  return self->redo_label;
}

gboolean
syn_session_is_undone (SynSession *self)
{
  return self->undone;
}

gint
syn_session_get_selected_claim (SynSession *self)
{
  return self->selected_claim;
}

gint
syn_session_get_active_statement (SynSession *self)
{
  return self->active_statement;
}

gint
syn_session_get_hover_statement (SynSession *self)
{
  return self->hover_statement;
}

void
syn_session_set_hover_statement (SynSession *self, gint statement)
{
  if (self->hover_statement == statement)
    return;
  self->hover_statement = statement;
  notify (self, PROP_HOVER_STATEMENT);
}

/* Of the claims that @statement makes: the one that is selected already, the one that its row shows, or the first. */
static gint
choose_claim (SynSession *self, guint statement)
{
  guint n;
  const guint *claims = syn_comparison_claims_of (self->comparison, statement, &n);
  gint of_row = -1, claim = n > 0 ? (gint) claims[0] : -1;

  if (self->rows != NULL)
    of_row = syn_rows_get_row (self->rows, syn_rows_find_statement (self->rows, statement))->claim;
  for (guint i = 0; i < n; i++)
    if ((gint) claims[i] == self->selected_claim)
      return self->selected_claim;
    else if ((gint) claims[i] == of_row)
      claim = of_row;
  return claim;
}

void
syn_session_activate (SynSession *self, gint statement)
{
  gint claim;

  if (self->comparison == NULL)
    return;
  claim = statement >= 0 ? choose_claim (self, (guint) statement) : -1;
  g_object_freeze_notify (G_OBJECT (self));
  set_active (self, statement);
  set_selected (self, claim);
  set_conflict (self, syn_session_choose_conflict (self, claim, statement));
  g_object_thaw_notify (G_OBJECT (self));
}

gint
syn_session_get_first_statement (SynSession *self, guint claim)
{
  guint n;
  const SynClaim *claims;
  const GArray *statements;
  gint row;

  if (self->comparison == NULL || self->rows == NULL)
    return -1;
  claims = syn_comparison_get_claims (self->comparison, &n);
  g_return_val_if_fail (claim < n, -1);
  statements = claims[claim].statements;
  row = syn_rows_find_claim (self->rows, claim);
  /* A headline can belong to the claim too; the row that shows it holds what the article says in full. */
  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0; i < statements->len; i++)
      {
        guint statement = g_array_index (statements, guint, i);
        guint article = syn_comparison_get_statement (self->comparison, statement)->article;
        gboolean in_row = row >= 0 && syn_rows_find_statement (self->rows, statement) == (guint) row;

        if ((pass == 0 && in_row && article == self->pivot) || (pass == 1 && in_row)
            || (pass == 2 && article == self->pivot))
          return (gint) statement;
      }
  return statements->len > 0 ? (gint) g_array_index (statements, guint, 0) : -1;
}

void
syn_session_select_claim (SynSession *self, gint claim)
{
  gint statement;

  if (self->comparison == NULL)
    return;
  if (claim < 0)
    {
      set_selected (self, -1);
      set_conflict (self, -1);
      return;
    }
  statement = syn_session_get_first_statement (self, (guint) claim);
  g_object_freeze_notify (G_OBJECT (self));
  set_selected (self, claim);
  set_active (self, statement);
  set_conflict (self, syn_session_choose_conflict (self, claim, statement));
  g_object_thaw_notify (G_OBJECT (self));
  if (statement >= 0)
    g_signal_emit (self, signals[SIGNAL_REVEAL], 0, (guint) statement);
}

void
syn_session_select_conflict (SynSession *self, guint conflict)
{
  gint statement = syn_session_find_dispute_statement (self, conflict);
  const gint claim
      = self->comparison != NULL ? syn_comparison_get_conflicts (self->comparison, NULL)[conflict].claim : -1;

  if (statement < 0)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  if (claim >= 0)
    {
      set_selected (self, claim);
      set_active (self, statement);
      set_conflict (self, (gint) conflict);
    }
  else
    syn_session_activate (self, statement);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[SIGNAL_REVEAL], 0, (guint) statement);
}

void
syn_session_reveal (SynSession *self, guint statement)
{
  syn_session_activate (self, (gint) statement);
  g_signal_emit (self, signals[SIGNAL_REVEAL], 0, statement);
}

gboolean
syn_session_is_counterpart (SynSession *self, guint statement, gint of_statement)
{
  guint n, m;
  const guint *claims, *others;

  if (self->comparison == NULL || of_statement < 0)
    return FALSE;
  if (statement == (guint) of_statement)
    return TRUE;
  claims = syn_comparison_claims_of (self->comparison, statement, &n);
  others = syn_comparison_claims_of (self->comparison, (guint) of_statement, &m);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < m; j++)
      if (claims[i] == others[j])
        return TRUE;
  return FALSE;
}
