/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SynSheet:
 *
 * Something to look at, and a sheet that slides up over the lower part of it on request: opened and closed by
 * syn_sheet_set_open(), by dragging a handle, and closed by a click beside it or its own button.  While it is open the
 * keyboard focus stays in it, and goes back to where it was afterwards.  Properties: "content" (GtkWidget), "open"
 * (boolean, notified also when the reader opens or closes it).
 */
#define SYN_TYPE_SHEET (syn_sheet_get_type ())
G_DECLARE_FINAL_TYPE (SynSheet, syn_sheet, SYN, SHEET, GtkWidget)

/* @card: (nullable): what is on the sheet */
void       syn_sheet_set_card (SynSheet *self, GtkWidget *card);
/* (nullable) (transfer none) */
GtkWidget *syn_sheet_get_card (SynSheet *self);
/* Nothing happens without a card. */
void       syn_sheet_set_open (SynSheet *self, gboolean open);
gboolean   syn_sheet_get_open (SynSheet *self);
/* Dragging @widget upwards opens the sheet, as far as it has a card. */
void       syn_sheet_add_handle (SynSheet *self, GtkWidget *widget);
/* How much of the sheet is in sight, from 0 to 1. */
double     syn_sheet_get_progress (SynSheet *self);

G_END_DECLS
