/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "store/syn-database.h"
#include "store/syn-workspace.h"

G_BEGIN_DECLS

/**
 * SECTION: the state of one thing that verbs change.
 *
 * A claim, a pair, an edited field or a tag, named by its kind ("claim", "pair", "edit", "tag") and id, as a JSON
 * object; no object (NULL) when there is no such thing.  A verb is: load the state, change it, save it, and note both
 * states in the history.  Undo saves the state before.  That is all there is to undo, for any verb.
 */
#define SYN_STATE_CLAIM "claim"
#define SYN_STATE_PAIR "pair"
#define SYN_STATE_EDIT "edit"
#define SYN_STATE_MOVE "move" /* of an article to a story, by the article's row */
#define SYN_STATE_TAG "tag" /* the definition of one of the reader's own */

/* (transfer full): NULL without @error when there is no such thing. */
JsonObject *syn_state_load (SynDatabase *database, const char *kind, const char *id, GError **error);
gboolean    syn_state_save (SynDatabase *database, const char *kind, const char *id, JsonObject *state,
                            GError **error);
/* The same text for equal states: (transfer full). */
char       *syn_state_to_text (JsonObject *state);

JsonObject     *syn_claim_record_to_json (const SynClaimRecord *self);
SynClaimRecord *syn_claim_record_from_json (const char *id, JsonObject *object);
JsonObject     *syn_pair_record_to_json (const SynPairRecord *self);
SynPairRecord  *syn_pair_record_from_json (const char *id, JsonObject *object);

JsonObject     *syn_tag_to_json (const SynTag *self, guint position);
SynTag         *syn_tag_from_json (const char *id, JsonObject *object);
JsonObject     *syn_anchor_to_json (const SynAnchor *self);
SynAnchor      *syn_anchor_from_json (JsonObject *object);

/* Typed forms of the above; NULL without @error when there is none. */
SynClaimRecord *syn_state_load_claim (SynDatabase *database, const char *id, GError **error);
/* (element-type SynTag): all of the workspace, in the reader's order */
GPtrArray      *syn_state_list_tags (SynDatabase *database, GError **error);
SynPairRecord  *syn_state_load_pair (SynDatabase *database, const char *id, GError **error);

G_END_DECLS
