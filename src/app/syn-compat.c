/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-compat.h"

#include <glib/gi18n-lib.h>

/* Where windows are drawn without the graphics card, GTK would still load its driver: a third of the time to the first
 * frame, and as much memory as everything else in the window. */
void
syn_compat_prepare_display (void)
{
  const char *renderer = g_getenv ("GSK_RENDERER");

  if (renderer == NULL || strcmp (renderer, "cairo") != 0)
    return;
#if GTK_CHECK_VERSION(4, 15, 0)
  g_setenv ("GDK_DISABLE", "gl,vulkan", FALSE);
#else
  g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
#endif
}

typedef struct
{
  SynChooseFunc func;
  gpointer user_data;
} Choice;

static void
chosen_cb (GtkNativeDialog *dialog, int response, Choice *choice)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) model = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < g_list_model_get_n_items (model); i++)
        g_ptr_array_add (files, g_list_model_get_item (model, i));
      if (files->len > 0)
        choice->func (files, choice->user_data);
    }
  g_object_unref (dialog);
}

static const char *
choice_label (SynChooseKind kind)
{
  return kind == SYN_CHOOSE_SAVE ? _ ("_Save") : _ ("_Open");
}

static void
show_workspaces (GtkFileChooser *dialog)
{
  g_autoptr (GtkFileFilter) workspaces = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (workspaces, _ ("Workspaces (*.db)"));
  gtk_file_filter_add_pattern (workspaces, "*.db");
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (dialog, workspaces);
  gtk_file_chooser_add_filter (dialog, all);
}

/**
 * syn_compat_choose_files:
 * @name: (nullable): the proposed file name when saving
 *
 * Asks for files or a folder through the desktop's own dialog (the portal inside a sandbox).
 */
void
syn_compat_choose_files (GtkWindow *parent, SynChooseKind kind, const char *title,
                         const char *name, SynChooseFunc func, gpointer user_data)
{
  static const GtkFileChooserAction actions[] = {
    [SYN_CHOOSE_FILES] = GTK_FILE_CHOOSER_ACTION_OPEN,
    [SYN_CHOOSE_FOLDER] = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
    [SYN_CHOOSE_SAVE] = GTK_FILE_CHOOSER_ACTION_SAVE,
    [SYN_CHOOSE_WORKSPACE] = GTK_FILE_CHOOSER_ACTION_OPEN,
  };
  GtkFileChooserNative *dialog;
  Choice *choice = g_new0 (Choice, 1);

  choice->func = func;
  choice->user_data = user_data;
  dialog = gtk_file_chooser_native_new (title, parent, actions[kind], choice_label (kind),
                                        _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), kind == SYN_CHOOSE_FILES);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  if (kind == SYN_CHOOSE_WORKSPACE)
    show_workspaces (GTK_FILE_CHOOSER (dialog));
  g_signal_connect_data (dialog, "response", G_CALLBACK (chosen_cb), choice,
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

typedef struct
{
  SynConfirmOnceFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
  GtkCheckButton *check;
} Once;

static void
answered_once_cb (AdwMessageDialog *dialog, const char *response, Once *once)
{
  if (g_str_equal (response, "answer"))
    once->func (gtk_check_button_get_active (once->check), once->user_data);
}

static void
once_free (gpointer data, GClosure *closure)
{
  Once *once = data;

  if (once->destroy != NULL)
    once->destroy (once->user_data);
  g_free (once);
}

void
syn_compat_confirm_once (GtkWindow *parent, const char *heading, const char *body, const char *check,
                         const char *answer, SynConfirmOnceFunc func, gpointer user_data, GDestroyNotify destroy)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  Once *once = g_new0 (Once, 1);

  once->func = func;
  once->user_data = user_data;
  once->destroy = destroy;
  once->check = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (check));
  gtk_widget_set_halign (GTK_WIDGET (once->check), GTK_ALIGN_CENTER);
  adw_message_dialog_set_extra_child (dialog, GTK_WIDGET (once->check));
  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_message_dialog_add_response (dialog, "answer", answer);
  adw_message_dialog_set_default_response (dialog, "answer");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_once_cb), once, once_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct
{
  SynAskFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
  GtkEditable *entry;
} Ask;

static void
asked_cb (AdwMessageDialog *dialog, const char *response, Ask *ask)
{
  if (g_str_equal (response, "answer"))
    ask->func (gtk_editable_get_text (ask->entry), ask->user_data);
}

static void
ask_free (gpointer data, GClosure *closure)
{
  Ask *ask = data;

  if (ask->destroy != NULL)
    ask->destroy (ask->user_data);
  g_free (data);
}

/**
 * syn_compat_ask:
 * @body: (nullable): what the answer is for
 * @label: of the entry, for the eye and for assistive technology
 * @text: (nullable): what stands in the entry at first
 */
void
syn_compat_ask (GtkWindow *parent, const char *heading, const char *body, const char *label,
                const char *text, const char *answer, SynAskFunc func, gpointer user_data,
                GDestroyNotify destroy)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  GtkWidget *entry = gtk_entry_new ();
  Ask *ask = g_new0 (Ask, 1);

  ask->func = func;
  ask->user_data = user_data;
  ask->destroy = destroy;
  ask->entry = GTK_EDITABLE (entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_message_dialog_add_response (dialog, "answer", answer);
  adw_message_dialog_set_response_appearance (dialog, "answer", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "answer");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (asked_cb), ask, ask_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

void
syn_compat_alert (GtkWindow *parent, const char *heading, const char *body)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_message_dialog_set_default_response (dialog, "close");
  adw_message_dialog_set_close_response (dialog, "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* gtk_list_item_set_accessible_label() came with GTK 4.12; before, the row that takes the focus says nothing. */
void
syn_compat_name_row (GtkWidget *child, const char *name)
{
  GtkWidget *row = gtk_widget_get_parent (child);

  if (row != NULL)
    set_name (row, name);
}

void
syn_compat_name_button (GtkWidget *widget, const char *name)
{
  GtkWidget *button = gtk_widget_get_first_child (widget);

  set_name (widget, name);
  if (button != NULL)
    set_name (button, name);
}

static void
make_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  if (gtk_menu_button_get_menu_model (button) != user_data)
    gtk_menu_button_set_menu_model (button, user_data);
}

/* A menu is a window with a widget for each of its lines: most are never opened. */
void
syn_compat_set_menu (GtkMenuButton *button, GMenuModel *menu)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  gtk_menu_button_set_create_popup_func (button, make_menu_cb, g_object_ref (menu), g_object_unref);
  if (popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (popover)))
    gtk_menu_button_set_menu_model (button, menu);
}

GtkPopover *
syn_compat_ensure_menu (GtkWidget *widget, GtkWidget **popover, GMenuModel *menu)
{
  if (*popover == NULL)
    {
      *popover = gtk_popover_menu_new_from_model (menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (*popover), FALSE);
      gtk_widget_set_halign (*popover, GTK_ALIGN_START);
      gtk_widget_set_parent (*popover, widget);
    }
  else if (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (*popover)) != menu)
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (*popover), menu);
  return GTK_POPOVER (*popover);
}

/* GTK asks at once where the pointer is and waits for the answer, also for a row of a list that is just being made:
 * what is hidden meanwhile is not asked for. */
void
syn_compat_set_tooltip (GtkWidget *widget, const char *text)
{
  gboolean unseen = gtk_widget_get_visible (widget) && !gtk_widget_get_mapped (widget);

  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0)
    return;
  if (unseen)
    gtk_widget_set_visible (widget, FALSE);
  gtk_widget_set_tooltip_text (widget, text);
  if (unseen)
    gtk_widget_set_visible (widget, TRUE);
}

void
syn_compat_open_uri (GtkWindow *parent, const char *uri)
{
  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}
