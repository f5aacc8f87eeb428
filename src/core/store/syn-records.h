/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/syn-comparison.h"

G_BEGIN_DECLS

/* Stored: append only. */
typedef enum
{
  SYN_VERDICT_OPEN = 0,
  SYN_VERDICT_CONFIRMED = 1,
  SYN_VERDICT_DISPUTED = 2,
  SYN_VERDICT_UNVERIFIED = 3,
} SynVerdict;
#define SYN_N_VERDICTS 4

const char *syn_verdict_to_string (SynVerdict verdict);
gboolean    syn_verdict_from_string (const char *name, SynVerdict *out_verdict);
const char *syn_verdict_label (SynVerdict verdict);

/* Where a decision holds on to an article: code points, and the words in case they move. */
typedef struct
{
  char *article_key; /* sha256 of the bytes, and "#n" for the n-th article of a file */
  char *path;
  guint32 start, end;
  char *quote, *prefix, *suffix; /* prefix and suffix: up to 32 characters */
} SynAnchor;

typedef struct
{
  char *kind;  /* "statement", "url", "file", "note" */
  char *target; /* URL, file name, or the quoted words */
  char *label;
  char *sha256; /* of a file kept in the workspace, or NULL */
  gint64 time; /* seconds since the epoch */
  SynAnchor *anchor; /* of a statement: where it stands, or NULL */
} SynEvidence;

/**
 * SynTag: a word of the reader's own for claims.
 * @scale: (nullable): a scale of which a claim has one value at most; a value rules on the claim as a verdict does
 * @key: the digit that sets it, 4 to 9, or 0
 * @retired: not offered any more; claims that have it keep it
 */
typedef struct
{
  char *id; /* UUID */
  char *name;
  char *scale;
  guint key;
  gboolean retired;
} SynTag;

/* What the reader says a source does with a claim, in place of what the program found. */
typedef struct
{
  char *article_key, *path; /* as in SynAnchor */
  SynStance stance;
  char *annotator;
  gint64 time;
} SynOwnStance;

/* Comments are only ever added to. */
typedef struct
{
  char *id;     /* UUID */
  char *parent; /* id of the comment it answers, or NULL */
  char *annotator;
  gint64 time;
  char *text;
} SynComment;

typedef struct
{
  gint64 time;
  char *annotator;
  char *verb; /* "tag", "link", "unlink", "dismiss", "note", "evidence", "undo", "redo" … */
  char *text; /* for people, translated: "tagged disputed", "linked Harbour Post – Tide Daily" */
} SynHistoryEntry;

/**
 * SynCorrection: something in which the reader overruled the program, and which is in effect.
 * @history: names it, see syn_workspace_revert()
 * @claim_id: (nullable): the claim it is about
 * @anchors: (element-type SynAnchor): the words it is about
 */
typedef struct
{
  gint64 history;
  gint64 time;
  char *annotator;
  char *verb;
  char *text; /* for people, translated */
  char *reason; /* the reader's, or NULL */
  char *claim_id;
  GPtrArray *anchors;
} SynCorrection;

/* What the workspace knows of one claim. */
typedef struct
{
  char *id;          /* UUID */
  char *wording;     /* the reader's, or NULL */
  char *summary;     /* the engine's at the time */
  SynVerdict verdict;
  char *note;
  char *annotator;
  gint64 time;       /* of the verdict, seconds since the epoch; 0 if none */
  gboolean exact;    /* see SynOwnClaim */
  gboolean removed;  /* "not a claim" */
  gboolean settled;  /* "nothing to decide" */
  char *merged;      /* id of the claim that it became part of, or NULL */
  GPtrArray *anchors;  /* SynAnchor */
  GPtrArray *evidence; /* SynEvidence */
  GPtrArray *tags;     /* SynTag */
  GPtrArray *stances;  /* SynOwnStance */
  GPtrArray *comments; /* SynComment, oldest first */
} SynClaimRecord;

/* Stored: append only. */
typedef enum
{
  SYN_PAIR_LINK = 1,
  SYN_PAIR_UNLINK = 2,
  SYN_PAIR_DISMISSAL = 3,
} SynPairKind;

/**
 * SynPairRecord: what the reader decided about two statements.
 * @key: of a dismissal: the conflict's, see syn_conflict_dup_key()
 * @reason: (nullable): of a dismissal
 * @anchors: (element-type SynAnchor): two
 */
typedef struct
{
  char *id;
  SynPairKind kind;
  char *key;
  char *reason;
  char *annotator;
  gint64 time;
  GPtrArray *anchors;
} SynPairRecord;

SynPairRecord *syn_pair_record_new (SynPairKind kind);
/* "link", "unlink", "dismissal" */
const char    *syn_pair_kind_to_string (SynPairKind kind);
gboolean       syn_pair_kind_from_string (const char *name, SynPairKind *out_kind);
void           syn_pair_record_free (SynPairRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynPairRecord, syn_pair_record_free)

/* The reader's word on where an article belongs; articles named as in SynAnchor. */
typedef struct
{
  char *article_key, *path;
  char *companion_key, *companion_path;
  char *annotator;
  gint64 time;
} SynMoveRecord;

void syn_move_record_free (SynMoveRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynMoveRecord, syn_move_record_free)

/**
 * SynKept: what a workspace keeps besides claims, to be taken to another one.
 * @pairs: (element-type SynPairRecord): links, their opposite, and dismissals, in the order they were made
 * @moves: (element-type SynMoveRecord): in the order they were made
 * @tags: (element-type SynTag): all of the reader's own, in her order, retired ones too
 */
typedef struct
{
  GPtrArray *pairs;
  GPtrArray *moves;
  GPtrArray *tags;
} SynKept;

SynKept *syn_kept_new (void);
void     syn_kept_free (SynKept *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynKept, syn_kept_free)

/* (transfer full): a record with nothing in it. */
SynClaimRecord *syn_claim_record_new (const char *id);
/* Whether the reader has not ruled yet: no verdict, no value of a scale, and not settled.  NULL is open. */
gboolean        syn_claim_record_is_open (const SynClaimRecord *self);
/* Nothing is decided in it, or not any more. */
gboolean        syn_claim_record_is_plain (const SynClaimRecord *self);
gboolean        syn_claim_record_has_tag (const SynClaimRecord *self, const char *tag_id);

SynClaimRecord *syn_claim_record_copy (const SynClaimRecord *self);
void            syn_claim_record_free (SynClaimRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynClaimRecord, syn_claim_record_free)

SynAnchor   *syn_anchor_copy (const SynAnchor *self);
void         syn_anchor_free (SynAnchor *self);
SynEvidence *syn_evidence_copy (const SynEvidence *self);
void         syn_evidence_free (SynEvidence *self);
SynTag       *syn_tag_new (const char *id, const char *name, const char *scale, guint key);
SynTag       *syn_tag_copy (const SynTag *self);
void          syn_tag_free (SynTag *self);
SynOwnStance *syn_own_stance_copy (const SynOwnStance *self);
void          syn_own_stance_free (SynOwnStance *self);
SynComment   *syn_comment_copy (const SynComment *self);
void          syn_comment_free (SynComment *self);
void          syn_correction_free (SynCorrection *self);
void         syn_history_entry_free (SynHistoryEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynAnchor, syn_anchor_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynEvidence, syn_evidence_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynTag, syn_tag_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynOwnStance, syn_own_stance_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynComment, syn_comment_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynCorrection, syn_correction_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynHistoryEntry, syn_history_entry_free)

/* An anchor that could not be found again. */
typedef struct
{
  SynAnchor *anchor;
  char *claim_id;
  char *text; /* what hung on it, for people */
} SynOrphan;

void syn_orphan_free (SynOrphan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SynOrphan, syn_orphan_free)

G_END_DECLS
