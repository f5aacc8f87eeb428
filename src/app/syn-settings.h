/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the window remembers. Without an installed schema it is remembered until the program ends. */
GVariant *syn_settings_get (const char *key); /* (transfer full) */
void      syn_settings_set (const char *key, GVariant *value); /* takes a floating @value */
gboolean  syn_settings_get_boolean (const char *key);
int       syn_settings_get_int (const char *key);
char     *syn_settings_get_string (const char *key);
void      syn_settings_set_boolean (const char *key, gboolean value);
void      syn_settings_set_int (const char *key, int value);
void      syn_settings_set_string (const char *key, const char *value);

/* Calls @func (@object, @key) whenever @key changes, from here or from outside, as long as @object lives. */
typedef void (*SynSettingsFunc) (gpointer object, const char *key);
void      syn_settings_watch (const char *key, SynSettingsFunc func, GObject *object);

/* Puts a corpus at the head of the recent ones. */
void syn_settings_add_recent (const char *title, const char *const *uris);

G_END_DECLS
