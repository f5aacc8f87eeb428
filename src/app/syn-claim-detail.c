/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-claim-detail.h"

#include <glib/gi18n-lib.h>

#include "compare/syn-wording.h"
#include "syn-claim-comments.h"
#include "syn-claim-evidence.h"
#include "syn-claim-history.h"
#include "syn-claim-parts.h"
#include "syn-claim-reasons.h"
#include "syn-claim-values.h"
#include "syn-disputes.h"
#include "syn-explain.h"
#include "syn-format.h"

/* Letters from which on a claim is set smaller, so that what the sources say stays in sight. */
#define LONG_WORDING 70

struct _SynClaimDetail
{
  GtkWidget parent_instance;
  SynSession *session;
  GCancellable *history_cancellable;
  gint edited_claim; /* whose note or wording is in the field */

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkStack *wording_stack;
  GtkLabel *wording;
  GtkEntry *wording_entry;
  GtkImage *conflict_icon;
  GtkLabel *conflict_type;
  GtkLabel *sources;
  GtkWidget *disputes_hint;
  GtkLabel *disputes_label;
  GtkBox *values;
  GtkWidget *notice;
  GtkLabel *notice_label;
  GtkWidget *conflicts_section;
  GtkBox *conflicts;
  GtkWidget *reasons_expander;
  GtkBox *reasons;
  GtkBox *evidence;
  GtkStack *note_stack;
  GtkLabel *note;
  GtkTextView *note_view;
  SynClaimComments *comments;
  GtkWidget *denial_hint;
  GtkBox *history;
};

typedef struct
{
  char *claim_id;
  GPtrArray *entries;
} HistoryData;

G_DEFINE_FINAL_TYPE (SynClaimDetail, syn_claim_detail, GTK_TYPE_WIDGET)

static GtkWidget *
make_second (const char *text, gboolean wrap)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wrap);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "second");
  return label;
}

static gboolean
read_history (SynWorkspace *workspace, gpointer data, GError **error)
{
  HistoryData *history = data;

  history->entries = syn_workspace_list_history (workspace, history->claim_id, error);
  return history->entries != NULL;
}

static void
history_free (gpointer data)
{
  HistoryData *history = data;

  g_clear_pointer (&history->entries, g_ptr_array_unref);
  g_free (history->claim_id);
  g_free (history);
}

/* What was read of one claim may arrive when the reader is at another. */
static gboolean
is_shown (SynClaimDetail *self, const char *claim_id)
{
  gint claim = self->session != NULL ? syn_session_get_selected_claim (self->session) : -1;
  const SynClaimRecord *record = claim >= 0 ? syn_session_get_record (self->session, (guint) claim) : NULL;

  return self->history != NULL && record != NULL && g_str_equal (record->id, claim_id);
}

/* The history begins with what the program proposed. */
static void
append_proposed (SynClaimDetail *self)
{
  gint claim = syn_session_get_selected_claim (self->session);
  const SynConflict *conflict = claim >= 0 ? syn_session_get_conflict (self->session, (guint) claim) : NULL;
  g_autofree char *type = conflict != NULL ? syn_format_conflict (conflict) : NULL;
  g_autofree char *text = type != NULL ? g_strdup_printf (_ ("Proposed by the program: %s"), type)
                                       : g_strdup (_ ("Proposed by the program"));

  if (claim < 0 || syn_comparison_get_claims (syn_session_get_comparison (self->session), NULL)[claim].own)
    return;
  syn_claim_history_append (self->history, conflict != NULL ? syn_conflict_icon (conflict) : "syn-same-symbolic", text,
                            NULL);
}

static void
history_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SynClaimDetail) self = user_data;
  g_autoptr (GError) error = NULL;
  HistoryData *history;

  if (!syn_workspace_run_finish (SYN_WORKSPACE (source), result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->history != NULL)
        gtk_box_append (self->history, make_second (error->message, TRUE));
      return;
    }
  history = syn_workspace_run_get_data (result);
  if (!is_shown (self, history->claim_id))
    return;
  syn_claim_history_fill (self->history, SYN_WORKSPACE (source), history->entries);
  append_proposed (self);
}

static void
update_history (SynClaimDetail *self, const SynClaimRecord *record)
{
  HistoryData *data;

  if (self->history_cancellable != NULL)
    g_cancellable_cancel (self->history_cancellable);
  g_clear_object (&self->history_cancellable);
  if (record == NULL)
    {
      syn_claim_box_clear (self->history);
      gtk_box_append (self->history, make_second (_ ("Nothing decided yet."), TRUE));
      append_proposed (self);
      return;
    }
  data = g_new0 (HistoryData, 1);
  data->claim_id = g_strdup (record->id);
  self->history_cancellable = g_cancellable_new ();
  syn_workspace_run_async (syn_session_get_workspace (self->session), read_history, data,
                           history_free, self->history_cancellable, history_cb,
                           g_object_ref (self));
}

static void
update_note (SynClaimDetail *self, const SynClaimRecord *record)
{
  gboolean has_note = record != NULL && record->note != NULL && *record->note != '\0';

  gtk_label_set_text (self->note, has_note ? record->note : _ ("None yet."));
  if (has_note)
    gtk_widget_remove_css_class (GTK_WIDGET (self->note), "second");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->note), "second");
}

/* The language of most of what makes the claim is that of its wording. */
static gboolean
is_denial (SynClaimDetail *self, guint claim, const SynClaim *of)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  const char *wording = syn_session_get_wording (self->session, claim);
  guint first = of->statements->len > 0 ? g_array_index (of->statements, guint, 0) : 0;

  return wording != NULL && of->statements->len > 0
         && syn_wording_denies (
             wording, syn_article_get_language (syn_comparison_get_article (
                          comparison, syn_comparison_get_statement (comparison, first)->article)));
}

/* Of several questions in one claim, which one the panel and the heading name, and what a verdict is on. */
static void
update_disputes (SynClaimDetail *self, guint claim)
{
  SynComparison *comparison = syn_session_get_comparison (self->session);
  g_autoptr (GPtrArray) disputes = syn_disputes_list (comparison, claim);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u question in this claim. Your verdict is on all of it.",
                   "%u questions in this claim. Your verdict is on all of it.", disputes->len),
      disputes->len);

  gtk_widget_set_visible (self->disputes_hint, disputes->len > 1);
  gtk_label_set_text (self->disputes_label, text);
}

/* What the reader is at, of all that the claim holds. */
static const SynConflict *
get_shown_conflict (SynClaimDetail *self, guint claim)
{
  const gint selected = syn_session_get_selected_conflict (self->session);

  return selected >= 0 ? syn_get_conflict (syn_session_get_comparison (self->session), (guint) selected)
                       : syn_session_get_conflict (self->session, claim);
}

static void
update_head (SynClaimDetail *self, guint claim, const SynClaim *of)
{
  const SynConflict *conflict = get_shown_conflict (self, claim);
  const char *wording = syn_session_get_wording (self->session, claim);
  g_autofree char *sources = syn_format_sources (of);
  g_autofree char *type = conflict != NULL ? syn_format_conflict (conflict) : NULL;
  g_autofree char *origins = syn_explain_origins (self->session, of);
  g_autofree char *dotted = conflict != NULL ? g_strdup_printf ("· %s", sources) : NULL;

  gtk_label_set_text (self->wording, wording);
  if (g_utf8_strlen (wording, -1) > LONG_WORDING)
    gtk_widget_add_css_class (GTK_WIDGET (self->wording), "long");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->wording), "long");
  gtk_widget_set_visible (self->denial_hint, is_denial (self, claim, of));
  gtk_widget_set_visible (GTK_WIDGET (self->conflict_icon), conflict != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->conflict_type), conflict != NULL);
  if (conflict != NULL)
    {
      gtk_image_set_from_icon_name (self->conflict_icon, syn_conflict_icon (conflict));
      gtk_label_set_text (self->conflict_type, type);
    }
  gtk_label_set_text (self->sources, dotted != NULL ? dotted : sources);
  update_disputes (self, claim);
  gtk_widget_set_visible (self->notice, origins != NULL);
  gtk_label_set_text (self->notice_label, origins != NULL ? origins : "");
}

static void
update (SynClaimDetail *self)
{
  gint claim = syn_session_get_selected_claim (self->session);
  SynComparison *comparison = syn_session_get_comparison (self->session);
  const SynClaimRecord *record;
  const SynClaim *claims;
  guint n = 0;

  gtk_stack_set_visible_child_name (self->stack,
                                    claim >= 0 && comparison != NULL ? "claim" : "none");
  if (claim < 0 || comparison == NULL)
    return;
  claims = syn_comparison_get_claims (comparison, &n);
  if ((guint) claim >= n)
    return;
  record = syn_session_get_record (self->session, (guint) claim);
  if (claim != self->edited_claim)
    {
      gtk_stack_set_visible_child_name (self->wording_stack, "label");
      gtk_stack_set_visible_child_name (self->note_stack, "label");
    }
  update_head (self, (guint) claim, &claims[claim]);
  syn_claim_values_fill (self->values, self->session, (guint) claim);
  syn_claim_conflicts_fill (self->conflicts, self->session, (guint) claim);
  gtk_widget_set_visible (self->conflicts_section,
                          gtk_widget_get_first_child (GTK_WIDGET (self->conflicts)) != NULL);
  syn_claim_reasons_fill (self->reasons, self->session, (guint) claim);
  gtk_widget_set_visible (self->reasons_expander,
                          gtk_widget_get_first_child (GTK_WIDGET (self->reasons)) != NULL);
  syn_claim_evidence_fill (self->evidence, self->session, record);
  syn_claim_comments_show (self->comments, claim, record);
  update_note (self, record);
  update_history (self, record);
}

static void
selected_cb (SynClaimDetail *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  update (self);
  gtk_adjustment_set_value (adjustment, 0);
}

static void
stop_wording (SynClaimDetail *self)
{
  gtk_stack_set_visible_child_name (self->wording_stack, "label");
  gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
}

static void
wording_activate_cb (SynClaimDetail *self)
{
  syn_session_set_wording (self->session, self->edited_claim,
                           gtk_editable_get_text (GTK_EDITABLE (self->wording_entry)));
  stop_wording (self);
}

static gboolean
wording_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, SynClaimDetail *self)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  stop_wording (self);
  return GDK_EVENT_STOP;
}

static void
note_cancel_cb (SynClaimDetail *self)
{
  gtk_stack_set_visible_child_name (self->note_stack, "label");
  gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
}

static void
note_keep_cb (SynClaimDetail *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note_view);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  syn_session_set_note (self->session, self->edited_claim, g_strstrip (text));
  note_cancel_cb (self);
}

static gboolean
note_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
             GdkModifierType state, SynClaimDetail *self)
{
  if (keyval == GDK_KEY_Escape)
    note_cancel_cb (self);
  else if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK))
    note_keep_cb (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
syn_claim_detail_dispose (GObject *object)
{
  SynClaimDetail *self = SYN_CLAIM_DETAIL (object);
  GtkWidget *child;

  if (self->history_cancellable != NULL)
    g_cancellable_cancel (self->history_cancellable);
  g_clear_object (&self->history_cancellable);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  self->history = NULL;
  G_OBJECT_CLASS (syn_claim_detail_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SynClaimDetail, stack);
  gtk_widget_class_bind_template_child (widget_class, SynClaimDetail, scroller);
  gtk_widget_class_bind_template_child (widget_class, SynClaimDetail, wording_stack);
  gtk_widget_class_bind_template_child (widget_class, SynClaimDetail, wording);
  gtk_widget_class_bind_template_child (widget_class, SynClaimDetail, wording_entry);
  gtk_widget_class_bind_template_child (widget_class, SynClaimDetail, conflict_icon);
  gtk_widget_class_bind_template_child (widget_class, SynClaimDetail, conflict_type);
  gtk_widget_class_bind_template_child (widget_class, SynClaimDetail, sources);
  gtk_widget_class_bind_template_child (widget_class, SynClaimDetail, disputes_hint);
  gtk_widget_class_bind_template_child (widget_class, SynClaimDetail, disputes_label);
  gtk_widget_class_bind_template_child (widget_class, SynClaimDetail, values);
  gtk_widget_class_bind_template_child (widget_class, SynClaimDetail, notice);
  gtk_widget_class_bind_template_child (widget_class, SynClaimDetail, notice_label);
  gtk_widget_class_bind_template_child (widget_class, SynClaimDetail, conflicts_section);
  gtk_widget_class_bind_template_child (widget_class, SynClaimDetail, conflicts);
  gtk_widget_class_bind_template_child (widget_class, SynClaimDetail, reasons_expander);
  gtk_widget_class_bind_template_child (widget_class, SynClaimDetail, reasons);
  gtk_widget_class_bind_template_child (widget_class, SynClaimDetail, evidence);
  gtk_widget_class_bind_template_child (widget_class, SynClaimDetail, note_stack);
  gtk_widget_class_bind_template_child (widget_class, SynClaimDetail, note);
  gtk_widget_class_bind_template_child (widget_class, SynClaimDetail, note_view);
  gtk_widget_class_bind_template_child (widget_class, SynClaimDetail, comments);
  gtk_widget_class_bind_template_child (widget_class, SynClaimDetail, denial_hint);
  gtk_widget_class_bind_template_child (widget_class, SynClaimDetail, history);
}

static void
syn_claim_detail_class_init (SynClaimDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_claim_detail_dispose;
  g_type_ensure (SYN_TYPE_CLAIM_COMMENTS);
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/claim-detail.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, wording_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, wording_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_key_cb);
}

static void
syn_claim_detail_init (SynClaimDetail *self)
{
  self->edited_claim = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
syn_claim_detail_set_session (SynClaimDetail *self, SynSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  syn_claim_comments_set_session (self->comments, session);
  g_signal_connect_object (session, "notify::comparison", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected-claim", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected-conflict", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::revision", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

void
syn_claim_detail_edit_wording (SynClaimDetail *self)
{
  gint claim = syn_session_get_selected_claim (self->session);

  if (claim < 0)
    return;
  self->edited_claim = claim;
  gtk_editable_set_text (GTK_EDITABLE (self->wording_entry),
                         syn_session_get_wording (self->session, (guint) claim));
  gtk_stack_set_visible_child_name (self->wording_stack, "entry");
  gtk_widget_grab_focus (GTK_WIDGET (self->wording_entry));
}

#define NOTE_FRAMES 12

/* A field that has just come up finds its place and size only within the next frames. */
static gboolean
show_note_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  SynClaimDetail *self = SYN_CLAIM_DETAIL (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *content = gtk_widget_get_first_child (
      gtk_scrolled_window_get_child (self->scroller));
  graphene_rect_t bounds;
  guint *frames = user_data;

  if (++*frames > 1
      && gtk_widget_compute_bounds (GTK_WIDGET (self->note_stack), content, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y,
                               bounds.origin.y + bounds.size.height + 8);
  return *frames < NOTE_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
syn_claim_detail_edit_note (SynClaimDetail *self)
{
  gint claim = syn_session_get_selected_claim (self->session);
  const SynClaimRecord *record;

  if (claim < 0)
    return;
  self->edited_claim = claim;
  record = syn_session_get_record (self->session, (guint) claim);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note_view),
                            record != NULL && record->note != NULL ? record->note : "", -1);
  gtk_stack_set_visible_child_name (self->note_stack, "view");
  gtk_widget_grab_focus (GTK_WIDGET (self->note_view));
  gtk_widget_add_tick_callback (GTK_WIDGET (self), show_note_tick_cb, g_new0 (guint, 1), g_free);
}

void
syn_claim_detail_add_comment (SynClaimDetail *self)
{
  if (syn_session_get_selected_claim (self->session) >= 0)
    syn_claim_comments_focus (self->comments);
}
