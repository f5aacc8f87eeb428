/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-statements-dialog.h"

#include <glib/gi18n-lib.h>

#include "syn-format.h"

/* So many of each source are proposed, and of those the ones that the program finds this likely are ticked. */
#define N_PROPOSALS 3
#define TICKED_FROM 0.5

struct _SynStatementsDialog
{
  AdwWindow parent_instance;
  SynSession *session;
  SynComparison *comparison; /* whose statements they are */
  GArray *given;             /* guint: of a new claim, the ones that need no tick */
  gint claim;                /* to split, or -1 */
  GPtrArray *checks;         /* GtkCheckButton */

  GtkLabel *explanation;
  AdwEntryRow *wording;
  GtkBox *groups;
  GtkButton *answer;
};

G_DEFINE_FINAL_TYPE (SynStatementsDialog, syn_statements_dialog, ADW_TYPE_WINDOW)

static guint
get_statement (GtkCheckButton *check)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "statement"));
}

static GArray *
list_ticked (SynStatementsDialog *self)
{
  GArray *ticked = self->given != NULL ? g_array_copy (self->given) : g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      {
        guint statement = get_statement (self->checks->pdata[i]);

        g_array_append_val (ticked, statement);
      }
  return ticked;
}

/* Of a split some go and some stay; of a new claim all may be proposals that are left. */
static void
update (SynStatementsDialog *self)
{
  g_autoptr (GArray) ticked = list_ticked (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->answer),
                            self->claim < 0 || (ticked->len > 0 && ticked->len < self->checks->len));
}

static char *
dup_wording (SynStatementsDialog *self, const GArray *statements)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->wording))));

  if (*text != '\0')
    return g_steal_pointer (&text);
  return syn_comparison_dup_statement_text (self->comparison, g_array_index (statements, guint, 0));
}

static void
answer_cb (SynStatementsDialog *self)
{
  g_autoptr (GArray) ticked = list_ticked (self);
  g_autofree char *wording = NULL;

  /* Numbers of another comparison name other statements. */
  if (syn_session_get_comparison (self->session) == self->comparison && ticked->len > 0
      && gtk_widget_get_sensitive (GTK_WIDGET (self->answer)))
    {
      wording = dup_wording (self, ticked);
      if (self->claim >= 0)
        syn_session_split_claim (self->session, self->claim, ticked, wording);
      else
        syn_session_new_claim (self->session, ticked, wording);
      syn_session_clear_marked (self->session);
    }
  gtk_window_close (GTK_WINDOW (self));
}

static GtkListBox *
add_group (SynStatementsDialog *self, guint article)
{
  SynSource *source = syn_session_find_source (self->session, article);
  GtkWidget *title = gtk_label_new (source != NULL ? syn_source_get_name (source) : "");
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "section-title");
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  source != NULL ? syn_source_get_name (source) : "", -1);
  gtk_box_append (self->groups, title);
  gtk_box_append (self->groups, list);
  return GTK_LIST_BOX (list);
}

static GtkWidget *
make_words (SynStatementsDialog *self, guint statement)
{
  g_autofree char *text = syn_comparison_dup_statement_text (self->comparison, statement);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "reading");
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

/* A statement to tick; without a box when it belongs to the claim in any case. */
static void
add_statement (SynStatementsDialog *self, GtkListBox *list, guint statement, gboolean choosable, gboolean ticked)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *words = make_words (self, statement);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (words)), -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  if (choosable)
    {
      GtkWidget *check = gtk_check_button_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
      g_autofree char *name = syn_comparison_dup_statement_text (self->comparison, statement);
      GtkGesture *click = gtk_gesture_click_new ();

      gtk_widget_set_valign (check, GTK_ALIGN_START);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), ticked);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_object_set_data (G_OBJECT (check), "statement", GUINT_TO_POINTER (statement));
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (update), self);
      /* The words are as good a place to click as the little box. */
      g_signal_connect_swapped (click, "released", G_CALLBACK (gtk_widget_activate), check);
      gtk_widget_add_controller (words, GTK_EVENT_CONTROLLER (click));
      gtk_widget_add_css_class (box, "tag-line");
      gtk_box_append (GTK_BOX (box), check);
      gtk_box_append (GTK_BOX (box), words);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
      g_ptr_array_add (self->checks, check);
    }
  else
    {
      gtk_widget_add_css_class (words, "tag-line");
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), words);
    }
  gtk_list_box_append (list, row);
}

static void
fill_given (SynStatementsDialog *self)
{
  GtkListBox *list = NULL;
  guint article = G_MAXUINT;

  for (guint i = 0; i < self->given->len; i++)
    {
      const guint statement = g_array_index (self->given, guint, i);
      const guint of = syn_comparison_get_statement (self->comparison, statement)->article;

      if (of != article)
        list = add_group (self, of);
      article = of;
      add_statement (self, list, statement, FALSE, TRUE);
    }
}

static void
fill_proposals (SynStatementsDialog *self)
{
  g_autoptr (GArray) found
      = syn_comparison_list_counterparts (self->comparison, self->given, N_PROPOSALS);
  GtkListBox *list = NULL;
  guint article = G_MAXUINT;

  for (guint i = 0; i < found->len; i++)
    {
      const SynQuestion *question = &g_array_index (found, SynQuestion, i);
      const guint of = syn_comparison_get_statement (self->comparison, question->b)->article;
      const gboolean first = of != article;

      if (first)
        list = add_group (self, of);
      article = of;
      add_statement (self, list, question->b, TRUE, first && question->p >= TICKED_FROM);
    }
}

static void
fill_claim (SynStatementsDialog *self)
{
  const SynClaim *claim = &syn_comparison_get_claims (self->comparison, NULL)[self->claim];
  const gint active = syn_session_get_active_statement (self->session);
  GtkListBox *list = NULL;
  guint article = G_MAXUINT;

  for (guint i = 0; i < claim->statements->len; i++)
    {
      const guint statement = g_array_index (claim->statements, guint, i);
      const guint of = syn_comparison_get_statement (self->comparison, statement)->article;

      if (of != article)
        list = add_group (self, of);
      article = of;
      add_statement (self, list, statement, TRUE, (gint) statement == active && claim->statements->len > 1);
    }
}

static void
syn_statements_dialog_dispose (GObject *object)
{
  SynStatementsDialog *self = SYN_STATEMENTS_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->comparison);
  G_OBJECT_CLASS (syn_statements_dialog_parent_class)->dispose (object);
}

static void
syn_statements_dialog_finalize (GObject *object)
{
  SynStatementsDialog *self = SYN_STATEMENTS_DIALOG (object);

  g_clear_pointer (&self->given, g_array_unref);
  g_ptr_array_unref (self->checks);
  G_OBJECT_CLASS (syn_statements_dialog_parent_class)->finalize (object);
}

static void
syn_statements_dialog_class_init (SynStatementsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_statements_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = syn_statements_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/statements-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SynStatementsDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, SynStatementsDialog, wording);
  gtk_widget_class_bind_template_child (widget_class, SynStatementsDialog, groups);
  gtk_widget_class_bind_template_child (widget_class, SynStatementsDialog, answer);
  gtk_widget_class_bind_template_callback (widget_class, answer_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
syn_statements_dialog_init (SynStatementsDialog *self)
{
  self->claim = -1;
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static SynStatementsDialog *
dialog_new (GtkWindow *parent, SynSession *session, const char *title, const char *answer)
{
  SynStatementsDialog *self
      = g_object_new (SYN_TYPE_STATEMENTS_DIALOG, "transient-for", parent, "title", title, NULL);

  self->session = g_object_ref (session);
  self->comparison = g_object_ref (syn_session_get_comparison (session));
  gtk_button_set_label (self->answer, answer);
  return self;
}

GtkWindow *
syn_statements_dialog_new_claim (GtkWindow *parent, SynSession *session, const GArray *statements,
                                 const char *words)
{
  SynStatementsDialog *self = dialog_new (parent, session, _ ("New Claim"), _ ("_Make Claim"));
  g_autofree char *first = NULL;

  self->given = g_array_copy ((GArray *) statements);
  if (words == NULL)
    words = first = syn_comparison_dup_statement_text (self->comparison, g_array_index (self->given, guint, 0));
  gtk_editable_set_text (GTK_EDITABLE (self->wording), words);
  gtk_label_set_text (self->explanation, _ ("Say in one sentence what is claimed, and tick which statements of the "
                                            "other sources claim it too. The likely ones are ticked."));
  fill_given (self);
  fill_proposals (self);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->wording));
  return GTK_WINDOW (self);
}

GtkWindow *
syn_statements_dialog_new_split (GtkWindow *parent, SynSession *session, guint claim)
{
  SynStatementsDialog *self = dialog_new (parent, session, _ ("Split Claim"), _ ("_Split"));

  self->claim = (gint) claim;
  gtk_label_set_text (self->explanation, _ ("Tick the statements that claim something else. They become a claim of "
                                            "their own; verdict and note stay with the others."));
  fill_claim (self);
  update (self);
  gtk_widget_grab_focus (self->checks->pdata[0]);
  return GTK_WINDOW (self);
}
