/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/syn-export-set.h"

G_BEGIN_DECLS

/* Pieces of the HTML report.  Private to exchange/. */

/* Appends @text with & < > " ' escaped and characters that HTML forbids replaced. */
void syn_html_append (GString *out, const char *text);
/* The same for what printf makes of the arguments. */
void syn_html_append_format (GString *out, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* A time in ISO 8601, for people ("2026-03-03 09:12 UTC") and, in its attribute, for programs. */
void syn_html_append_time (GString *out, const char *iso);
/* A statement with its conflict boxes and variants. */
void syn_html_append_statement (GString *out, const SynExportSet *set, guint statement);
/* The columns side by side. */
void syn_html_append_rows (GString *out, const SynExportSet *set);
/* ✓ Confirmed */
void syn_html_append_verdict (GString *out, SynVerdict verdict);

G_END_DECLS
