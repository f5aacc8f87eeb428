/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/syn-journal.h"
#include "store/syn-state.h"
#include "store/syn-workspace-private.h"

/* The tags and scales that a reader defines for herself. */

static gboolean
list_tags (SynWorkspace *self, SynDatabase *database, gpointer data, GError **error)
{
  GPtrArray **tags = data;

  *tags = syn_state_list_tags (database, error);
  return *tags != NULL;
}

GPtrArray *
syn_workspace_list_tags (SynWorkspace *self, GError **error)
{
  GPtrArray *tags = NULL;

  g_return_val_if_fail (SYN_IS_WORKSPACE (self), NULL);
  return syn_workspace_call (self, SYN_CALL_READ, list_tags, &tags, error) ? tags : NULL;
}

static gboolean
is_in (const GPtrArray *tags, const char *id)
{
  for (guint i = 0; i < tags->len; i++)
    if (g_str_equal (((const SynTag *) tags->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

static gboolean
set_tags (SynWorkspace *self, SynDatabase *database, gpointer data, GError **error)
{
  const GPtrArray *tags = data;
  g_autofree char *annotator = syn_workspace_dup_annotator (self);
  g_autoptr (SynJournal) journal = syn_journal_new (database);
  g_autoptr (GPtrArray) known = syn_state_list_tags (database, error);
  guint position = 0;

  if (known == NULL)
    return FALSE;
  for (; position < tags->len; position++)
    {
      const SynTag *tag = tags->pdata[position];
      g_autoptr (JsonObject) state = syn_tag_to_json (tag, position);

      if (!syn_journal_change (journal, SYN_STATE_TAG, tag->id, state, error))
        return FALSE;
    }
  /* What claims may have is never forgotten, only not offered any more. */
  for (guint i = 0; i < known->len; i++)
    {
      SynTag *tag = known->pdata[i];
      g_autoptr (JsonObject) state = NULL;

      if (is_in (tags, tag->id))
        continue;
      tag->retired = TRUE;
      tag->key = 0;
      state = syn_tag_to_json (tag, position++);
      if (!syn_journal_change (journal, SYN_STATE_TAG, tag->id, state, error))
        return FALSE;
    }
  return !syn_journal_has_changes (journal)
         || syn_journal_write (journal, annotator, "tags", NULL, NULL, error);
}

gboolean
syn_workspace_set_tags (SynWorkspace *self, const GPtrArray *tags, GError **error)
{
  g_return_val_if_fail (SYN_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (tags != NULL, FALSE);
  for (guint i = 0; i < tags->len; i++)
    {
      const SynTag *tag = tags->pdata[i];

      g_return_val_if_fail (tag->id != NULL && tag->name != NULL && *tag->name != '\0', FALSE);
      g_return_val_if_fail (tag->key == 0 || (tag->key >= 4 && tag->key <= 9), FALSE);
    }
  return syn_workspace_call (self, SYN_CALL_WRITE, set_tags, (gpointer) tags, error);
}

typedef struct
{
  const char *name;
  char *id;
} Make;

static const SynTag *
find_name (const GPtrArray *tags, const char *name, guint *out_position)
{
  for (*out_position = 0; *out_position < tags->len; ++*out_position)
    if (g_str_equal (((const SynTag *) tags->pdata[*out_position])->name, name))
      return tags->pdata[*out_position];
  return NULL;
}

/* Looks and makes inside one transaction, so that two programs make one tag. */
static gboolean
make_tag (SynWorkspace *self, SynDatabase *database, gpointer data, GError **error)
{
  Make *make = data;
  g_autofree char *annotator = syn_workspace_dup_annotator (self);
  g_autoptr (SynJournal) journal = syn_journal_new (database);
  g_autoptr (GPtrArray) known = syn_state_list_tags (database, error);
  g_autoptr (SynTag) tag = NULL;
  g_autoptr (JsonObject) state = NULL;
  const SynTag *found;
  guint position;

  if (known == NULL)
    return FALSE;
  found = find_name (known, make->name, &position);
  make->id = found != NULL ? g_strdup (found->id) : g_uuid_string_random ();
  if (found != NULL && !found->retired)
    return TRUE;
  tag = found != NULL ? syn_tag_copy (found) : syn_tag_new (make->id, make->name, NULL, 0);
  tag->retired = FALSE;
  state = syn_tag_to_json (tag, position);
  return syn_journal_change (journal, SYN_STATE_TAG, tag->id, state, error)
         && syn_journal_write (journal, annotator, "tags", NULL, NULL, error);
}

char *
syn_workspace_make_tag (SynWorkspace *self, const char *name, GError **error)
{
  Make make = { .name = name };

  g_return_val_if_fail (SYN_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (name != NULL && *name != '\0', NULL);

  if (syn_workspace_call (self, SYN_CALL_WRITE, make_tag, &make, error))
    return make.id;
  g_free (make.id);
  return NULL;
}
