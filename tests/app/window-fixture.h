/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syn-window-private.h"

#define PATIENCE_US (60 * G_USEC_PER_SEC)

/* A window of its own, with a workspace in a folder of its own. */
typedef struct
{
  char *folder;
  SynWorkspace *workspace;
  SynWindow *window;
  guint n_done;
} WindowFixture;

void window_fixture_set_up (WindowFixture *self, gconstpointer data);
void window_fixture_tear_down (WindowFixture *self, gconstpointer data);
/* The parts of the above, for a test that starts the program again. */
void window_fixture_open (WindowFixture *self);
void window_fixture_close (WindowFixture *self);
/* Until the corpus is compared. */
void window_fixture_wait_ready (WindowFixture *self);
/* Until @n verbs are kept. */
void window_fixture_wait_done (WindowFixture *self, guint n);

SynSession *window_fixture_open_sample (WindowFixture *self);
gboolean    window_fixture_is_enabled (WindowFixture *self, const char *name);
void        window_fixture_do (WindowFixture *self, const char *name);
void        window_fixture_tag (WindowFixture *self, const char *verdict);
