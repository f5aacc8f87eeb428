/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-teach-dialog.h"

#include <glib/gi18n-lib.h>

#include "syn-format.h"

#define N_QUESTIONS 10

struct _SynTeachDialog
{
  AdwWindow parent_instance;
  SynSession *session;
  SynCorpus *corpus; /* the questions are about its statements */
  GCancellable *cancellable;
  GArray *questions; /* SynQuestion */
  guint at;
  guint n_answers;
  guint n_undone;
  guint claims_before, matches_before;

  GtkStack *stack;
  GtkLabel *progress;
  GtkLabel *source_a, *source_b;
  GtkLabel *before_a, *before_b;
  GtkLabel *words_a, *words_b;
  GtkLabel *after_a, *after_b;
  AdwStatusPage *result;
  GtkWidget *undo_button;
  GtkWidget *done_button;
  GtkWidget *yes_button;
};

G_DEFINE_FINAL_TYPE (SynTeachDialog, syn_teach_dialog, ADW_TYPE_WINDOW)

static guint
count_matches (SynComparison *comparison)
{
  guint n, shown = 0;
  const SynMatch *matches = syn_comparison_get_matches (comparison, &n);

  for (guint i = 0; i < n; i++)
    shown += matches[i].tier <= SYN_TIER_LIKELY;
  return shown;
}

/* The words beside a statement in its article, so that "it" and "they" can be understood. */
static void
show_neighbour (GtkLabel *label, SynComparison *comparison, guint statement, int step)
{
  const guint article = syn_comparison_get_statement (comparison, statement)->article;
  const guint n = syn_comparison_get_n_statements (comparison);
  const guint other = statement + (guint) step;
  g_autofree char *text = NULL;

  /* Unsigned: before the first statement lies nothing. */
  if (other < n && syn_comparison_get_statement (comparison, other)->article == article)
    text = syn_comparison_dup_statement_text (comparison, other);
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_side (SynTeachDialog *self, guint statement, GtkLabel *source, GtkLabel *before, GtkLabel *words,
           GtkLabel *after)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  const guint article = syn_comparison_get_statement (comparison, statement)->article;
  SynSource *of = syn_session_find_source (self->session, article);
  g_autofree char *time
      = syn_format_published (self->session, syn_comparison_get_article (comparison, article), FALSE);
  g_autofree char *head = time != NULL ? g_strdup_printf ("%s · %s", syn_source_get_name (of), time)
                                       : g_strdup (syn_source_get_name (of));
  g_autofree char *text = syn_comparison_dup_statement_text (comparison, statement);

  gtk_label_set_text (source, head);
  gtk_label_set_text (words, text);
  show_neighbour (before, comparison, statement, -1);
  show_neighbour (after, comparison, statement, 1);
}

static gboolean
is_current (SynTeachDialog *self)
{
  return self->session != NULL && syn_session_get_comparison (self->session) != NULL
         && syn_session_get_corpus (self->session) == self->corpus;
}

static char *
describe_effect (SynTeachDialog *self)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  guint n_claims, n_matches = count_matches (comparison);
  g_autofree char *matches = NULL, *claims = NULL;

  syn_comparison_get_claims (comparison, &n_claims);
  if (self->n_answers == 0)
    return g_strdup (_ ("Nothing was answered, and nothing changed."));
  matches = n_matches == self->matches_before
                ? g_strdup_printf (_ ("Matches shown: %u, as before."), n_matches)
                : g_strdup_printf (_ ("Matches shown: %u before, %u now."), self->matches_before, n_matches);
  claims = n_claims == self->claims_before
               ? g_strdup_printf (_ ("Claims: %u, as before."), n_claims)
               : g_strdup_printf (_ ("Claims: %u before, %u now."), self->claims_before, n_claims);
  return g_strdup_printf ("%s\n%s", matches, claims);
}

/* Once all answers are kept the comparison has learned from them; until then the numbers still move. */
static void
update_result (SynTeachDialog *self)
{
  g_autofree char *title = NULL, *effect = NULL, *escaped = NULL;
  const guint n = self->n_answers - self->n_undone;

  if (!is_current (self) || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "result") != 0)
    return;
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Answer Kept", "%u Answers Kept", n), n);
  effect = describe_effect (self);
  escaped = g_markup_escape_text (effect, -1);
  adw_status_page_set_title (self->result, title);
  adw_status_page_set_description (self->result, escaped);
  gtk_widget_set_visible (self->undo_button, n > 0);
}

static void
show_question (SynTeachDialog *self)
{
  const SynQuestion *question;
  g_autofree char *progress = NULL;

  if (!is_current (self) || self->at >= self->questions->len)
    {
      gtk_stack_set_visible_child_name (self->stack, self->questions->len > 0 ? "result" : "none");
      update_result (self);
      /* The key that answered the last question must not take all answers back. */
      gtk_widget_grab_focus (self->done_button);
      return;
    }
  question = &g_array_index (self->questions, SynQuestion, self->at);
  progress = g_strdup_printf (_ ("Question %u of %u"), self->at + 1, self->questions->len);
  gtk_label_set_text (self->progress, progress);
  show_side (self, question->a, self->source_a, self->before_a, self->words_a, self->after_a);
  show_side (self, question->b, self->source_b, self->before_b, self->words_b, self->after_b);
  gtk_stack_set_visible_child_name (self->stack, "question");
}

static void
answer (SynTeachDialog *self, gboolean same)
{
  const SynQuestion *question;

  if (self->questions == NULL || self->at >= self->questions->len || !is_current (self))
    return;
  question = &g_array_index (self->questions, SynQuestion, self->at);
  if (same)
    syn_session_link (self->session, question->a, question->b);
  else
    syn_session_unlink (self->session, question->a, question->b);
  self->n_answers++;
  self->at++;
  show_question (self);
}

static void
yes_cb (SynTeachDialog *self)
{
  answer (self, TRUE);
}

static void
no_cb (SynTeachDialog *self)
{
  answer (self, FALSE);
}

static void
skip_cb (SynTeachDialog *self)
{
  if (self->questions == NULL || self->at >= self->questions->len)
    return;
  self->at++;
  show_question (self);
}

/* The answers are the last steps that were made: the dialog is modal. */
static void
undo_cb (SynTeachDialog *self)
{
  for (; self->n_undone < self->n_answers; self->n_undone++)
    syn_session_undo (self->session);
  update_result (self);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, SynTeachDialog *self)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_y)
    yes_cb (self);
  else if (keyval == GDK_KEY_n)
    no_cb (self);
  else if (keyval == GDK_KEY_s)
    skip_cb (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SynTeachDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  GArray *questions = syn_session_list_questions_finish (SYN_SESSION (object), result, &error);

  if (self->session == NULL)
    {
      g_clear_pointer (&questions, g_array_unref);
      return;
    }
  if (questions == NULL)
    {
      g_debug ("%s", error->message);
      questions = g_array_new (FALSE, FALSE, sizeof (SynQuestion));
    }
  self->questions = questions;
  show_question (self);
  gtk_widget_grab_focus (self->yes_button);
}

static void
syn_teach_dialog_dispose (GObject *object)
{
  SynTeachDialog *self = SYN_TEACH_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->corpus);
  g_clear_object (&self->session);
  g_clear_pointer (&self->questions, g_array_unref);
  G_OBJECT_CLASS (syn_teach_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SynTeachDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SynTeachDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, SynTeachDialog, source_a);
  gtk_widget_class_bind_template_child (widget_class, SynTeachDialog, source_b);
  gtk_widget_class_bind_template_child (widget_class, SynTeachDialog, before_a);
  gtk_widget_class_bind_template_child (widget_class, SynTeachDialog, before_b);
  gtk_widget_class_bind_template_child (widget_class, SynTeachDialog, words_a);
  gtk_widget_class_bind_template_child (widget_class, SynTeachDialog, words_b);
  gtk_widget_class_bind_template_child (widget_class, SynTeachDialog, after_a);
  gtk_widget_class_bind_template_child (widget_class, SynTeachDialog, after_b);
  gtk_widget_class_bind_template_child (widget_class, SynTeachDialog, result);
  gtk_widget_class_bind_template_child (widget_class, SynTeachDialog, undo_button);
  gtk_widget_class_bind_template_child (widget_class, SynTeachDialog, done_button);
  gtk_widget_class_bind_template_child (widget_class, SynTeachDialog, yes_button);
}

static void
syn_teach_dialog_class_init (SynTeachDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_teach_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/teach-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, yes_cb);
  gtk_widget_class_bind_template_callback (widget_class, no_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
syn_teach_dialog_init (SynTeachDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
syn_teach_dialog_new (GtkWindow *parent, SynSession *session)
{
  SynTeachDialog *self = g_object_new (SYN_TYPE_TEACH_DIALOG, "transient-for", parent, NULL);
  SynComparison *comparison = syn_session_get_comparison (session);

  self->session = g_object_ref (session);
  self->corpus = g_object_ref (syn_session_get_corpus (session));
  syn_comparison_get_claims (comparison, &self->claims_before);
  self->matches_before = count_matches (comparison);
  self->cancellable = g_cancellable_new ();
  g_signal_connect_object (session, "notify::revision", G_CALLBACK (update_result), self, G_CONNECT_SWAPPED);
  syn_session_list_questions (session, N_QUESTIONS, self->cancellable, listed_cb, g_object_ref (self));
  return GTK_WINDOW (self);
}
