/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "syn-print-content.h"
#include "syn-settings.h"
#include "syn-window-private.h"

#define FOOT_MM 8.0

/* One job: what it prints was made when it began, so that reading may go on meanwhile. */
typedef struct
{
  SynSession *session;
  SynPrintWhat what;
  SynPrintFolds folds;
  GtkWidget *fold_alone, *fold_copied; /* of the page in the dialog, while there is one */
  GPtrArray *heads;
  GPtrArray *blocks;
  char *title;
  gboolean rtl;
  SynPrintPages *pages;
  double foot; /* height of the line at the foot of a page, device units */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->session);
  g_clear_pointer (&job->heads, g_ptr_array_unref);
  g_clear_pointer (&job->blocks, g_ptr_array_unref);
  g_free (job->title);
  g_clear_pointer (&job->pages, syn_print_pages_free);
  g_free (job);
}

static void
fill (Job *job, SynPrintFolds folds)
{
  g_clear_pointer (&job->heads, g_ptr_array_unref);
  g_clear_pointer (&job->blocks, g_ptr_array_unref);
  job->folds = folds;
  job->blocks = syn_print_content_new (job->session, job->what, folds, &job->heads);
}

static GtkWidget *
add_choice (GtkWidget *page, const char *label, gboolean active)
{
  GtkWidget *button = gtk_check_button_new_with_mnemonic (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), active);
  gtk_box_append (GTK_BOX (page), button);
  return button;
}

/* A page of the dialog: what is one line on paper. */
static GtkWidget *
create_choices_cb (GtkPrintOperation *operation, Job *job)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_margin_top (page, 12);
  gtk_widget_set_margin_start (page, 12);
  gtk_widget_set_margin_end (page, 12);
  job->fold_alone = add_choice (page, _ ("Fold What Only _One Source Says"), (job->folds & SYN_PRINT_FOLD_ALONE) != 0);
  job->fold_copied = add_choice (page, _ ("Fold What Is _Copied"), (job->folds & SYN_PRINT_FOLD_COPIED) != 0);
  return page;
}

static void
apply_choices_cb (GtkPrintOperation *operation, GtkWidget *page, Job *job)
{
  SynPrintFolds folds = SYN_PRINT_IN_FULL;

  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (job->fold_alone)))
    folds |= SYN_PRINT_FOLD_ALONE;
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (job->fold_copied)))
    folds |= SYN_PRINT_FOLD_COPIED;
  if (folds != job->folds && syn_session_get_comparison (job->session) != NULL)
    fill (job, folds);
}

static SynPrintFolds
get_folds (void)
{
  return (syn_settings_get_boolean ("fold-alone") ? SYN_PRINT_FOLD_ALONE : SYN_PRINT_IN_FULL)
         | (syn_settings_get_boolean ("fold-copied") ? SYN_PRINT_FOLD_COPIED : SYN_PRINT_IN_FULL);
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  PangoContext *pango = gtk_print_context_create_pango_context (context);
  double height = gtk_print_context_get_height (context);

  job->foot = FOOT_MM / 25.4 * gtk_print_context_get_dpi_y (context);
  g_clear_pointer (&job->pages, syn_print_pages_free);
  job->pages = syn_print_pages_new (pango, job->heads, job->blocks,
                                    gtk_print_context_get_width (context), height - job->foot, job->rtl);
  g_object_unref (pango);
  gtk_print_operation_set_n_pages (operation, (int) syn_print_pages_get_n_pages (job->pages));
}

/* Title at one side, page at the other. */
static void
draw_foot (GtkPrintContext *context, Job *job, int page)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  guint n = syn_print_pages_get_n_pages (job->pages);
  /* Translators: the foot of a printed page: title of the corpus, page, number of pages */
  g_autofree char *text = g_strdup_printf (_ ("%s — %d of %u"), job->title, page + 1, n);
  g_autofree char *markup = g_markup_printf_escaped ("<span size=\"8000\">%s</span>", text);

  pango_layout_set_width (layout, (int) (gtk_print_context_get_width (context) * PANGO_SCALE));
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_START);
  pango_layout_set_markup (layout, markup, -1);
  cairo_move_to (cr, 0, gtk_print_context_get_height (context) - job->foot * 0.6);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  syn_print_pages_draw (job->pages, gtk_print_context_get_cairo_context (context), (guint) page);
  draw_foot (context, job, page);
}

GtkPrintOperation *
syn_window_new_print (SynWindow *self, SynPrintWhat what)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) page = gtk_page_setup_new ();
  Job *job = g_new0 (Job, 1);

  job->session = g_object_ref (self->session);
  job->what = what;
  /* As the rows stand on the screen, unless the dialog says otherwise. */
  fill (job, get_folds ());
  job->title = g_strdup (syn_session_get_title (self->session));
  job->rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gtk_page_setup_set_orientation (page, job->heads->len > 2 ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                            : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_print_operation_set_default_page_setup (operation, page);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_NONE);
  gtk_print_operation_set_job_name (operation, job->title);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  if (what == SYN_PRINT_COMPARISON)
    {
      gtk_print_operation_set_custom_tab_label (operation, _ ("Rows"));
      g_signal_connect (operation, "create-custom-widget", G_CALLBACK (create_choices_cb), job);
      g_signal_connect (operation, "custom-widget-apply", G_CALLBACK (apply_choices_cb), job);
    }
  g_object_set_data_full (G_OBJECT (operation), "syn-print-job", job, job_free);
  return operation;
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, SynWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR || self->session == NULL)
    return;
  gtk_print_operation_get_error (operation, &error);
  syn_window_toast (self, error != NULL ? error->message : _ ("Printing did not work."));
}

static void
run (SynWindow *self, GVariant *parameter, GtkPrintOperationAction action)
{
  SynPrintWhat what = g_str_equal (g_variant_get_string (parameter, NULL), "claims")
                          ? SYN_PRINT_CLAIMS
                          : SYN_PRINT_COMPARISON;
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (syn_session_get_comparison (self->session) == NULL)
    return;
  operation = syn_window_new_print (self, what);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, 0);
  gtk_print_operation_run (operation, action, GTK_WINDOW (self), NULL);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  run (user_data, parameter, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG);
}

/* GTK leaves the preview to another program, and is silent when there is none.  In a sandbox the portal shows it.
 * Returns: (transfer full) (nullable): the name of the program that is missing */
static char *
dup_missing_viewer (SynWindow *self)
{
  g_autofree char *command = NULL, *path = NULL;
  g_auto (GStrv) words = NULL;

  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    return NULL;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-print-preview-command", &command, NULL);
  if (command == NULL || !g_shell_parse_argv (command, NULL, &words, NULL))
    return g_strdup (command != NULL ? command : "");
  path = g_find_program_in_path (words[0]);
  return path != NULL ? NULL : g_strdup (words[0]);
}

static void
preview_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  SynWindow *self = user_data;
  g_autofree char *missing = dup_missing_viewer (self);

  if (missing != NULL)
    {
      g_autofree char *text = g_strdup_printf (
          _ ("The preview needs the program “%s”. Without it: Ctrl+P, “Print to File”."), missing);

      syn_window_toast (self, text);
      return;
    }
  run (user_data, parameter, GTK_PRINT_OPERATION_ACTION_PREVIEW);
}

static const GActionEntry entries[] = {
  { .name = "print", .activate = print_cb, .parameter_type = "s" },
  { .name = "print-preview", .activate = preview_cb, .parameter_type = "s" },
};

void
syn_window_install_print (SynWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
