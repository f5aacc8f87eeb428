/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-read-view.h"
#include "view-fixture.h"

G_BEGIN_DECLS

/**
 * ReadFixture: a Read view in a window, on invented articles.
 */
typedef struct
{
  ViewFixture base;
  GtkWidget *view;
} ReadFixture;

SynReadView *read_fixture_view (ReadFixture *self);
SynComparison *read_fixture_comparison (ReadFixture *self);
/* A view on the session that is open. */
void read_fixture_show (ReadFixture *self, int width, int height);
/* Four articles of forty paragraphs, 1400 pixels wide. */
void read_fixture_set_up (ReadFixture *self, gconstpointer data);
/* Without a comparison: what is shown while the engine runs. */
void read_fixture_set_up_texts (ReadFixture *self, const char *const *texts, int width);
/* Fails when the view is kept alive by something. */
void read_fixture_tear_down (ReadFixture *self, gconstpointer data);
SynReadColumn *read_fixture_column_at (ReadFixture *self, guint i);
guint read_fixture_n_columns (ReadFixture *self);
char *read_fixture_dup_slice (SynReadText *text, guint start, guint end);
/* A statement of @article in a claim of all open columns, at or after @from; fails when there is none. */
guint read_fixture_find_shared (ReadFixture *self, guint article, guint from);
/* The counterparts of @statement stand at its height in every open column. */
void read_fixture_assert_level (ReadFixture *self, guint statement);
void read_fixture_settle (ReadFixture *self);
/* As the reader does it. */
void read_fixture_scroll_to (ReadFixture *self, SynReadColumn *column, double position);

G_END_DECLS
