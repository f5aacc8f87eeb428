/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-preferences.h"

#include "syn-settings.h"

struct _SynPreferences
{
  AdwPreferencesWindow parent_instance;
  AdwComboRow *appearance;
  AdwComboRow *face;
  GtkSpinButton *size;
  GtkSwitch *restore;
  GtkSwitch *advance;
  AdwEntryRow *annotator;
};

G_DEFINE_FINAL_TYPE (SynPreferences, syn_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* The values of the settings, in the order of the template's lists. */
static const char *const appearances[] = { "system", "light", "dark", NULL };
static const char *const faces[] = { "serif", "document", NULL };

/* What a row sets: the key of the setting, and its values where it is a choice. */
typedef struct
{
  const char *key;
  const char *const *values;
} Choice;

static const Choice appearance_choice = { "appearance", appearances };
static const Choice face_choice = { "reading-face", faces };

static void
chosen_cb (AdwComboRow *row, GParamSpec *pspec, gpointer user_data)
{
  const Choice *choice = user_data;
  guint selected = adw_combo_row_get_selected (row);

  if (selected < g_strv_length ((char **) choice->values))
    syn_settings_set_string (choice->key, choice->values[selected]);
}

static void
connect_choice (AdwComboRow *row, const Choice *choice)
{
  g_autofree char *value = syn_settings_get_string (choice->key);

  for (guint i = 0; choice->values[i] != NULL; i++)
    if (g_str_equal (choice->values[i], value))
      adw_combo_row_set_selected (row, i);
  g_signal_connect (row, "notify::selected", G_CALLBACK (chosen_cb), (gpointer) choice);
}

static void
switched_cb (GtkSwitch *widget, GParamSpec *pspec, gpointer key)
{
  syn_settings_set_boolean (key, gtk_switch_get_active (widget));
}

static void
connect_switch (GtkSwitch *widget, const char *key)
{
  gtk_switch_set_active (widget, syn_settings_get_boolean (key));
  g_signal_connect (widget, "notify::active", G_CALLBACK (switched_cb), (gpointer) key);
}

static void
size_cb (GtkSpinButton *size, gpointer user_data)
{
  syn_settings_set_int ("reading-size", gtk_spin_button_get_value_as_int (size));
}

static void
annotator_cb (GtkEditable *entry, gpointer user_data)
{
  syn_settings_set_string ("annotator", gtk_editable_get_text (entry));
}

static void
syn_preferences_class_init (SynPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, SynPreferences, appearance);
  gtk_widget_class_bind_template_child (widget_class, SynPreferences, face);
  gtk_widget_class_bind_template_child (widget_class, SynPreferences, size);
  gtk_widget_class_bind_template_child (widget_class, SynPreferences, restore);
  gtk_widget_class_bind_template_child (widget_class, SynPreferences, advance);
  gtk_widget_class_bind_template_child (widget_class, SynPreferences, annotator);
}

static void
syn_preferences_init (SynPreferences *self)
{
  g_autofree char *annotator = syn_settings_get_string ("annotator");

  gtk_widget_init_template (GTK_WIDGET (self));
  connect_choice (self->appearance, &appearance_choice);
  connect_choice (self->face, &face_choice);
  connect_switch (self->restore, "continue");
  connect_switch (self->advance, "auto-advance");
  gtk_spin_button_set_value (self->size, syn_settings_get_int ("reading-size"));
  g_signal_connect (self->size, "value-changed", G_CALLBACK (size_cb), NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->annotator),
                         *annotator != '\0' ? annotator : g_get_real_name ());
  g_signal_connect (self->annotator, "changed", G_CALLBACK (annotator_cb), NULL);
}

GtkWindow *
syn_preferences_new (GtkWindow *parent)
{
  return g_object_new (SYN_TYPE_PREFERENCES, "transient-for", parent, NULL);
}
