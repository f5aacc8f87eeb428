/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-rows-private.h"

#include <string.h>

/*
 * The synopsis.  The pivot's statements make the first rows, in their order.  Each other article is
 * then laid beside them: those of its statements that stand in a row already (through a claim) and
 * ascend with it are its anchors, the most that can be had (longest increasing subsequence, Fredman
 * 1975); the others are "moved".  A statement without a row gets one right behind the row of its
 * predecessor.
 */
struct _SynRows
{
  GObject parent_instance;

  guint n_columns, pivot;
  SynRowOrder order;
  GArray *rows;           /* SynRow */
  guint *first;           /* per row, into cells; n_rows + 1 */
  guint *first_of_column; /* first statement of each article; n_columns + 1 */
  guint *cells;           /* statements */
  guint *row_of;          /* per statement */
  gboolean *moved;        /* per statement */
  gint *row_of_claim;
  guint n_claims, n_statements;
};

G_DEFINE_FINAL_TYPE (SynRows, syn_rows, G_TYPE_OBJECT)

typedef struct
{
  SynComparison *comparison;
  guint pivot;
  SynRowSlot *head;
  SynRowSlot **slot_of;    /* per statement */
  gint *claim_of;    /* per statement: the claim it is laid under, or -1 */
  SynRowSlot **claim_slot; /* per claim */
  SynRowSlot *headlines;
  gboolean *moved;
} Layout;

static void
syn_rows_finalize (GObject *object)
{
  SynRows *self = SYN_ROWS (object);

  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->first_of_column, g_free);
  g_clear_pointer (&self->cells, g_free);
  g_clear_pointer (&self->row_of, g_free);
  g_clear_pointer (&self->moved, g_free);
  g_clear_pointer (&self->row_of_claim, g_free);

  G_OBJECT_CLASS (syn_rows_parent_class)->finalize (object);
}

static void
syn_rows_class_init (SynRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = syn_rows_finalize;
}

static void
syn_rows_init (SynRows *self)
{
}

/* A new row behind @after, or at the very top. */
static SynRowSlot *
insert_slot (Layout *self, SynRowSlot *after, gint claim)
{
  SynRowSlot *slot = g_new0 (SynRowSlot, 1);

  slot->claim = claim;
  slot->conflict = -1;
  slot->statements = g_array_new (FALSE, FALSE, sizeof (guint));
  if (after != NULL)
    {
      slot->next = after->next;
      after->next = slot;
    }
  else
    {
      slot->next = self->head;
      self->head = slot;
    }
  return slot;
}

static void
put (Layout *self, SynRowSlot *slot, guint statement)
{
  g_array_append_val (slot->statements, statement);
  self->slot_of[statement] = slot;
}

static gboolean
is_headline (SynComparison *comparison, guint statement)
{
  return syn_comparison_get_statement (comparison, statement)->role == SYN_ROLE_HEADLINE;
}

static gboolean
is_set_aside (SynComparison *comparison, guint statement)
{
  return !syn_role_is_matched (syn_comparison_get_statement (comparison, statement)->role);
}

/*
 * Bylines, captions and the debris of the page are never matched, so standing in one row says nothing about them.
 * Those that follow each other in an article share a cell, and those of several articles a row: else they would
 * fill the first screen.
 */
static SynRowSlot *
find_set_aside (Layout *self, SynRowSlot *here)
{
  SynRowSlot *next = here != NULL ? here->next : self->head;

  if (here != NULL && here->set_aside)
    return here;
  return next != NULL && next->set_aside ? next : NULL;
}

/* Articles among the statements of @claim that have no row yet. */
static guint
count_free_articles (Layout *self, const SynClaim *claim)
{
  guint n = 0, last = G_MAXUINT;

  /* Statements ascend, so those of one article stand together. */
  for (guint i = 0; i < claim->statements->len; i++)
    {
      guint s = g_array_index (claim->statements, guint, i);
      guint article = syn_comparison_get_statement (self->comparison, s)->article;

      if (self->claim_of[s] >= 0 || is_headline (self->comparison, s) || article == last)
        continue;
      last = article;
      n++;
    }
  return n;
}

static void
take_claim (Layout *self, const SynClaim *claim, gint index)
{
  for (guint i = 0; i < claim->statements->len; i++)
    {
      guint s = g_array_index (claim->statements, guint, i);

      if (self->claim_of[s] < 0 && !is_headline (self->comparison, s))
        self->claim_of[s] = index;
    }
}

/*
 * A statement may be in several claims but stands in one row.  The reader's own claims come first;
 * then, greedily (set packing), whichever claim brings most sources together that have no row yet.
 * A claim that could not bring two together gets no row: its statements stand in those of other
 * claims.
 */
static void
choose_claims (Layout *self)
{
  guint n_claims, n_articles = syn_comparison_get_n_articles (self->comparison);
  const SynClaim *claims = syn_comparison_get_claims (self->comparison, &n_claims);

  for (guint s = 0; s < syn_comparison_get_n_statements (self->comparison); s++)
    self->claim_of[s] = -1;
  for (guint i = 0; i < n_claims; i++)
    if (claims[i].own)
      take_claim (self, &claims[i], i);
  for (guint wanted = n_articles; wanted > 1; wanted--)
    for (guint i = 0; i < n_claims; i++)
      if (claims[i].n_sources >= wanted && count_free_articles (self, &claims[i]) >= wanted)
        take_claim (self, &claims[i], i);
}

static void
lay_pivot (Layout *self)
{
  guint n, first = syn_comparison_get_first_statement (self->comparison, self->pivot, &n);
  SynRowSlot *last = NULL;

  for (guint s = first; s < first + n; s++)
    {
      gint claim = self->claim_of[s];

      if (is_headline (self->comparison, s))
        {
          if (self->headlines == NULL || last != self->headlines)
            last = insert_slot (self, last, -1);
          if (self->headlines == NULL)
            {
              self->headlines = last;
              last->headline = TRUE;
            }
        }
      else if (!is_set_aside (self->comparison, s) || last == NULL || !last->set_aside)
        {
          if (claim < 0 || last == NULL || last->claim != claim)
            last = insert_slot (self, last, claim);
          last->set_aside = is_set_aside (self->comparison, s);
          if (claim >= 0 && self->claim_slot[claim] == NULL)
            self->claim_slot[claim] = last;
        }
      put (self, last, s);
    }
}

static void
number_slots (Layout *self)
{
  guint order = 0;

  for (SynRowSlot *slot = self->head; slot != NULL; slot = slot->next)
    slot->order = order++;
}

/* The row that waits for @statement, if there is one. */
static SynRowSlot *
waiting_slot (Layout *self, guint statement)
{
  if (is_headline (self->comparison, statement))
    return self->headlines;
  return self->claim_of[statement] >= 0 ? self->claim_slot[self->claim_of[statement]] : NULL;
}

/* Marks as anchors the longest run of the article's waiting statements whose rows do not descend.
 */
static void
find_anchors (Layout *self, guint first, guint n, gboolean *anchor)
{
  g_autofree guint *tail
      = g_new (guint, n + 1); /* statement that ends the best run of each length */
  g_autofree gint *before = g_new (gint, n + 1);
  guint length = 0;

  for (guint i = 0; i < n; i++)
    {
      SynRowSlot *slot = waiting_slot (self, first + i);
      guint low = 0, high = length;

      if (slot == NULL)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (waiting_slot (self, first + tail[middle])->order <= slot->order)
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? (gint)tail[low - 1] : -1;
      tail[low] = i;
      length = MAX (length, low + 1);
    }
  for (gint i = length > 0 ? (gint)tail[length - 1] : -1; i >= 0; i = before[i])
    anchor[i] = TRUE;
}

static void
lay_article (Layout *self, guint article)
{
  guint n, first = syn_comparison_get_first_statement (self->comparison, article, &n);
  g_autofree gboolean *anchor = g_new0 (gboolean, n + 1);
  SynRowSlot *here = NULL, *last_anchor = NULL;

  number_slots (self);
  find_anchors (self, first, n, anchor);
  for (guint i = 0; i < n; i++)
    {
      guint s = first + i;
      gint claim = self->claim_of[s];
      SynRowSlot *slot = waiting_slot (self, s);

      if (slot == NULL && is_set_aside (self->comparison, s))
        {
          slot = find_set_aside (self, here);
          if (slot == NULL)
            slot = insert_slot (self, here, -1);
          slot->set_aside = TRUE;
          here = slot;
        }
      else if (slot == NULL)
        {
          slot = here = insert_slot (self, here, claim);
          if (claim >= 0)
            self->claim_slot[claim] = slot;
          if (is_headline (self->comparison, s))
            {
              self->headlines = slot;
              slot->headline = TRUE;
            }
        }
      else if (anchor[i] && slot != last_anchor)
        here = last_anchor = slot;
      else if (slot
               != here) /* out of order, or back in a row that others of the article have passed */
        self->moved[s] = TRUE;
      put (self, slot, s);
    }
}

static int
compare_guint (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *)a, y = *(const guint *)b;

  return (x > y) - (x < y);
}

/* Which rows a conflict may head, in the order in which they are asked. */
typedef enum
{
  HEAD_OWN,      /* the row of its claim that shows both sides */
  HEAD_BOTH,     /* any row that shows both sides */
  HEAD_FIRST,    /* the row of one side, its claim's before others, if nothing says yet that this is disputed */
  HEAD_HEADLINE, /* the same among headlines, which mostly only repeat what is headed below */
  HEAD_CLAIM,    /* the row of its claim, if it has boxes and nothing yet that says why */
  N_HEADS,
} Head;

static gboolean
head_slot (SynRowSlot *slot, gint conflict, gboolean headlines)
{
  if (slot->conflict >= 0 || (slot->headline && !headlines))
    return FALSE;
  slot->conflict = conflict;
  return TRUE;
}

/* Whether @index has become the heading of a row that @head allows. */
static gboolean
head (Layout *self, gint index, const SynConflict *conflict, Head how, gboolean headed)
{
  SynRowSlot *a = self->slot_of[conflict->a], *b = self->slot_of[conflict->b];
  const gboolean b_first = conflict->claim >= 0 && a->claim != conflict->claim && b->claim == conflict->claim;
  SynRowSlot *first = b_first ? b : a, *second = b_first ? a : b;

  switch (how)
    {
    case HEAD_OWN:
      return a == b && conflict->claim >= 0 && a->claim == conflict->claim && head_slot (a, index, FALSE);
    case HEAD_BOTH:
      return a == b && head_slot (a, index, FALSE);
    case HEAD_FIRST:
      return !headed && (head_slot (first, index, FALSE) || head_slot (second, index, FALSE));
    case HEAD_HEADLINE:
      return !headed && (head_slot (first, index, TRUE) || head_slot (second, index, TRUE));
    case HEAD_CLAIM:
    case N_HEADS:
    default:
      return conflict->claim >= 0 && first->claim == conflict->claim && head_slot (first, index, FALSE);
    }
}

/*
 * One conflict heads one row: that which shows both its sides; else one of theirs.  Pairs that show a disagreement
 * which is headed already head only the rows of their own claims, so that none of those has boxes and no heading.
 */
static void
place_conflicts (Layout *self)
{
  g_autoptr (GHashTable) headed = g_hash_table_new (NULL, NULL); /* groups */
  guint n;
  const SynConflict *conflicts = syn_comparison_get_conflicts (self->comparison, &n);
  g_autofree gboolean *done = g_new0 (gboolean, n + 1);

  for (Head how = HEAD_OWN; how < N_HEADS; how++)
    for (guint i = 0; i < n; i++)
      {
        const gpointer group = GUINT_TO_POINTER (conflicts[i].group);

        if (conflicts[i].tier > SYN_TIER_LIKELY || done[i]
            || !head (self, i, &conflicts[i], how, g_hash_table_contains (headed, group)))
          continue;
        done[i] = TRUE;
        g_hash_table_add (headed, group);
      }
}

/* Statements of a row stand in global order, so those of one article are neighbours: a row needs no
 * entry per column, which a thousand columns would feel. */
static void
fill_rows (SynRows *self, Layout *layout)
{
  guint n_rows = 0, cell = 0, row = 0;

  for (SynRowSlot *slot = layout->head; slot != NULL; slot = slot->next)
    n_rows++;
  self->first = g_new0 (guint, n_rows + 1);
  self->cells = g_new (guint, self->n_statements + 1);
  for (SynRowSlot *slot = layout->head; slot != NULL; slot = slot->next, row++)
    {
      SynRow of = { slot->claim, slot->conflict, slot->headline, slot->set_aside, slot->apart };

      g_array_sort (slot->statements, compare_guint);
      for (guint k = 0; k < slot->statements->len; k++)
        {
          guint s = g_array_index (slot->statements, guint, k);

          self->cells[cell++] = s;
          self->row_of[s] = row;
        }
      self->first[row + 1] = cell;
      if (slot->claim >= 0 && self->row_of_claim[slot->claim] < 0)
        self->row_of_claim[slot->claim] = row;
      g_array_append_val (self->rows, of);
    }
}

static void
layout_clear (Layout *layout)
{
  for (SynRowSlot *slot = layout->head, *next; slot != NULL; slot = next)
    {
      next = slot->next;
      g_array_unref (slot->statements);
      g_free (slot);
    }
  g_free (layout->slot_of);
  g_free (layout->claim_of);
  g_free (layout->claim_slot);
}

SynRows *
syn_rows_new (SynComparison *comparison, guint pivot)
{
  return syn_rows_new_arranged (comparison, pivot, SYN_ROW_ORDER_PIVOT, NULL, FALSE);
}

SynRows *
syn_rows_new_arranged (SynComparison *comparison,
                       guint pivot,
                       SynRowOrder order,
                       const guint *ranks,
                       gboolean pack)
{
  SynRows *self;
  Layout layout = { .comparison = comparison, .pivot = pivot };

  g_return_val_if_fail (SYN_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (pivot < syn_comparison_get_n_articles (comparison), NULL);

  self = g_object_new (SYN_TYPE_ROWS, NULL);
  self->pivot = pivot;
  self->order = order;
  self->n_columns = syn_comparison_get_n_articles (comparison);
  self->n_statements = syn_comparison_get_n_statements (comparison);
  syn_comparison_get_claims (comparison, &self->n_claims);
  self->first_of_column = g_new (guint, self->n_columns + 1);
  for (guint column = 0; column < self->n_columns; column++)
    self->first_of_column[column] = syn_comparison_get_first_statement (comparison, column, NULL);
  self->first_of_column[self->n_columns] = self->n_statements;
  self->rows = g_array_new (FALSE, FALSE, sizeof (SynRow));
  self->row_of = g_new0 (guint, self->n_statements + 1);
  self->moved = layout.moved = g_new0 (gboolean, self->n_statements + 1);
  self->row_of_claim = g_new (gint, self->n_claims + 1);
  memset (self->row_of_claim, 0xff, (self->n_claims + 1) * sizeof (gint));
  layout.slot_of = g_new0 (SynRowSlot *, self->n_statements + 1);
  layout.claim_of = g_new (gint, self->n_statements + 1);
  layout.claim_slot = g_new0 (SynRowSlot *, self->n_claims + 1);

  choose_claims (&layout);
  lay_pivot (&layout);
  for (guint article = 0; article < self->n_columns; article++)
    if (article != pivot)
      lay_article (&layout, article);
  place_conflicts (&layout);
  layout.head = syn_row_slots_sort (layout.head, comparison, order, ranks);
  if (pack)
    syn_row_slots_pack (layout.head, comparison);
  fill_rows (self, &layout);
  layout_clear (&layout);
  return self;
}

guint
syn_rows_get_n_rows (SynRows *self)
{
  g_return_val_if_fail (SYN_IS_ROWS (self), 0);

  return self->rows->len;
}

guint
syn_rows_get_n_columns (SynRows *self)
{
  g_return_val_if_fail (SYN_IS_ROWS (self), 0);

  return self->n_columns;
}

guint
syn_rows_get_pivot (SynRows *self)
{
  g_return_val_if_fail (SYN_IS_ROWS (self), 0);

  return self->pivot;
}

SynRowOrder
syn_rows_get_order (SynRows *self)
{
  g_return_val_if_fail (SYN_IS_ROWS (self), SYN_ROW_ORDER_PIVOT);

  return self->order;
}

const SynRow *
syn_rows_get_row (SynRows *self, guint row)
{
  g_return_val_if_fail (SYN_IS_ROWS (self) && row < self->rows->len, NULL);

  return &g_array_index (self->rows, SynRow, row);
}

/* The first of @cells[low, high) that is not before @statement. */
static guint
lower_bound (const guint *cells, guint low, guint high, guint statement)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (cells[middle] < statement)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

const guint *
syn_rows_get_cell (SynRows *self, guint row, guint column, guint *n)
{
  guint from, to;

  g_return_val_if_fail (SYN_IS_ROWS (self) && n != NULL, NULL);
  g_return_val_if_fail (row < self->rows->len && column < self->n_columns, NULL);

  from = lower_bound (self->cells, self->first[row], self->first[row + 1],
                      self->first_of_column[column]);
  to = lower_bound (self->cells, from, self->first[row + 1], self->first_of_column[column + 1]);
  *n = to - from;
  return *n > 0 ? self->cells + from : NULL;
}

const guint *
syn_rows_get_statements (SynRows *self, guint row, guint *n)
{
  g_return_val_if_fail (SYN_IS_ROWS (self) && row < self->rows->len && n != NULL, NULL);

  *n = self->first[row + 1] - self->first[row];
  return self->cells + self->first[row];
}

guint
syn_rows_find_statement (SynRows *self, guint statement)
{
  g_return_val_if_fail (SYN_IS_ROWS (self) && statement < self->n_statements, 0);

  return self->row_of[statement];
}

gint
syn_rows_find_claim (SynRows *self, guint claim)
{
  g_return_val_if_fail (SYN_IS_ROWS (self) && claim < self->n_claims, -1);

  return self->row_of_claim[claim];
}

gboolean
syn_rows_is_moved (SynRows *self, guint statement)
{
  g_return_val_if_fail (SYN_IS_ROWS (self) && statement < self->n_statements, FALSE);

  return self->order == SYN_ROW_ORDER_PIVOT && self->moved[statement];
}
