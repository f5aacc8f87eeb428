/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-session-private.h"

/* The statements that the reader has gathered for the next claim.  They are not kept: what is made of them is. */

static guint
find_place (SynSession *self, guint statement, gboolean *out_there)
{
  guint place = 0;

  while (place < self->marked->len && g_array_index (self->marked, guint, place) < statement)
    place++;
  *out_there = place < self->marked->len && g_array_index (self->marked, guint, place) == statement;
  return place;
}

gboolean
syn_session_is_marked (SynSession *self, guint statement)
{
  gboolean there;

  find_place (self, statement, &there);
  return there;
}

guint
syn_session_get_n_marked (SynSession *self)
{
  return self->marked->len;
}

GArray *
syn_session_dup_marked (SynSession *self)
{
  return g_array_copy (self->marked);
}

void
syn_session_set_marked (SynSession *self, guint statement, gboolean marked)
{
  gboolean there;
  guint place = find_place (self, statement, &there);

  g_return_if_fail (self->comparison != NULL
                    && statement < syn_comparison_get_n_statements (self->comparison));
  if (there == !!marked)
    return;
  if (marked)
    g_array_insert_val (self->marked, place, statement);
  else
    g_array_remove_index (self->marked, place);
  g_object_notify (G_OBJECT (self), "n-marked");
}

/* As in a list: the first one that is added to the one the reader stands on makes two. */
void
syn_session_toggle_marked (SynSession *self, guint statement)
{
  if (self->marked->len == 0 && self->active_statement >= 0 && (gint) statement != self->active_statement)
    syn_session_set_marked (self, (guint) self->active_statement, TRUE);
  syn_session_set_marked (self, statement, !syn_session_is_marked (self, statement));
}

void
syn_session_clear_marked (SynSession *self)
{
  if (self->marked->len == 0)
    return;
  g_array_set_size (self->marked, 0);
  g_object_notify (G_OBJECT (self), "n-marked");
}
