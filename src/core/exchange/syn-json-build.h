/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "exchange/syn-export-set.h"

G_BEGIN_DECLS

/* Small steps of building JSON, shared by the formats.  Private to exchange/. */

/* Sets @name to @value; a NULL value is left out. */
void syn_json_set_string (JsonBuilder *builder, const char *name, const char *value);
void syn_json_set_uint (JsonBuilder *builder, const char *name, guint value);
/* Appends the document built so far to @out, indented, with a line end. */
void syn_json_finish (JsonBuilder *builder, GString *out);

/* The member, or NULL when it is missing or of another type. */
const char *syn_json_get_string (JsonObject *object, const char *name);
JsonArray  *syn_json_get_array (JsonObject *object, const char *name);

/* (transfer full) (nullable): as RFC 3339 has it, with minutes in every offset. */
char *syn_json_dup_time (GDateTime *time);

G_END_DECLS
