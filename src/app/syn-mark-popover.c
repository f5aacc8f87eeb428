/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-mark-popover.h"

#include <glib/gi18n-lib.h>

#include "compare/syn-differences.h"
#include "syn-compare-describe.h"
#include "syn-explain.h"
#include "syn-format.h"
#include "syn-statement-text.h"
#include "syn-wording.h"

/* One of the two statements: who, when, and what. */
typedef struct
{
  GtkWidget *box;
  GtkLabel *source;
  GtkLabel *voice;
  SynWording *wording;
} Side;

struct _SynMarkPopover
{
  GtkPopover parent_instance;

  SynSession *session;
  char *other_view;
  SynComparison *comparison; /* that the numbers count in */
  guint statement;
  GArray *items;             /* SynMarkItem */
  guint current;
  GtkWidget *came_from;      /* had the focus before */
  GtkWidget *press_root;     /* watched for clicks beside */
  GtkEventController *presses;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *place;
  GtkWidget *steps;
  GtkButton *previous;
  GtkButton *next;
  GtkLabel *reason;
  GtkBox *sides_box;
  Side sides[2];
  GtkLabel *score;
  GtkButton *dismiss;
  GtkButton *link;
  GtkButton *unlink;
  GtkButton *open;
};

G_DEFINE_FINAL_TYPE (SynMarkPopover, syn_mark_popover, GTK_TYPE_POPOVER)

/* ── What it says ────────────────────────────────────────────────────────── */

const SynMarkItem *
syn_mark_popover_get_item (SynMarkPopover *self)
{
  g_return_val_if_fail (SYN_IS_MARK_POPOVER (self), NULL);

  return self->items != NULL && self->current < self->items->len
             ? &g_array_index (self->items, SynMarkItem, self->current)
             : NULL;
}

static gboolean
is_conflict (const SynMarkItem *item)
{
  return item->kind == SYN_MARK_DIRECT || item->kind == SYN_MARK_TENSION;
}

static const SynMatch *
get_match (SynMarkPopover *self, const SynMarkItem *item)
{
  guint n;

  if (item->kind <= SYN_MARK_RELATED)
    return &syn_comparison_get_matches (self->comparison, &n)[item->index];
  return item->other >= 0 ? syn_comparison_find_match (self->comparison, self->statement, (guint) item->other) : NULL;
}

static void
add_text_mark (GArray *marks, const SynStatementText *text, SynSpan span, SynMarkKind kind)
{
  SynSpan shown = syn_statement_text_map (text, span);
  SynTextMark mark = { .start = shown.start, .end = shown.end, .kind = kind };

  if (!syn_span_is_empty (shown))
    g_array_append_val (marks, mark);
}

/* What is marked in the wording of @statement, held against @other. */
static GArray *
list_marks (SynMarkPopover *self, const SynMarkItem *item, guint statement, guint other, const SynStatementText *text)
{
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (SynTextMark));
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (SynSpan));
  g_autoptr (GArray) spans = NULL;

  if (is_conflict (item))
    {
      const SynConflict *conflict = syn_get_conflict (self->comparison, item->index);
      SynSpan span = conflict->a == statement ? conflict->a_span : conflict->b_span;

      g_array_append_val (boxes, span);
      add_text_mark (marks, text, span, item->kind);
    }
  spans = syn_differences_list (self->comparison, statement, other, boxes);
  for (guint i = 0; i < spans->len; i++)
    add_text_mark (marks, text, g_array_index (spans, SynSpan, i), SYN_MARK_DIFFERENCE);
  return marks;
}

/* The words of @statement that the explanation is about; empty for all of it. */
static SynSpan
find_span (SynMarkPopover *self, const SynMarkItem *item, guint statement)
{
  const SynMatch *match;
  const GArray *spans;

  if (is_conflict (item))
    {
      const SynConflict *conflict = syn_get_conflict (self->comparison, item->index);

      return conflict->a == statement ? conflict->a_span : conflict->b_span;
    }
  match = get_match (self, item);
  spans = match == NULL ? NULL : match->a == statement ? match->a_spans : match->b_spans;
  return spans != NULL && spans->len > 0 ? g_array_index (spans, SynSpan, 0) : (SynSpan) { 0, 0 };
}

/* "quotes Dr Amon Reyle": of the words in question, for one clause may quote whom the next does not. */
static char *
describe_voice (SynMarkPopover *self, const SynStatement *statement, SynSpan span)
{
  SynArticle *article = syn_comparison_get_article (self->comparison, statement->article);
  SynSpan who;
  const SynStance stance = syn_statement_get_stance_at (statement, span, &who);
  g_autofree char *speaker = NULL;

  if (syn_span_is_empty (who) || stance == SYN_STANCE_SAYS)
    return g_strdup (_ ("in its own voice, names no one"));
  speaker = syn_article_dup_span (article, who);
  g_strdelimit (speaker, "\n", ' ');
  if (stance == SYN_STANCE_DENIES)
    return g_strdup_printf (_ ("denied by %s"), speaker);
  return g_strdup_printf (_ ("quotes %s"), speaker);
}

static void
show_side (SynMarkPopover *self, const SynMarkItem *item, guint side, guint statement, guint other)
{
  const SynStatement *entry = syn_comparison_get_statement (self->comparison, statement);
  SynArticle *article = syn_comparison_get_article (self->comparison, entry->article);
  SynSource *source = syn_session_find_source (self->session, entry->article);
  g_autoptr (SynStatementText) text = syn_statement_text_new (syn_article_get_text (article), entry->span);
  g_autofree char *time = syn_describe_time (self->session, entry->article, FALSE);
  g_autofree char *voice = describe_voice (self, entry, find_span (self, item, statement));
  g_autofree char *second = time != NULL ? g_strdup_printf ("%s · %s", time, voice) : g_strdup (voice);

  gtk_label_set_text (self->sides[side].source, source != NULL ? syn_source_get_name (source) : "");
  gtk_label_set_text (self->sides[side].voice, second);
  syn_wording_set_text (self->sides[side].wording, syn_statement_text_get (text),
                        list_marks (self, item, statement, other, text), syn_article_get_language (article));
}

static char *
describe_variant (SynMarkPopover *self, const SynMarkItem *item)
{
  guint n;
  const SynVariant *variant = &syn_comparison_get_variants (self->comparison, &n)[item->index];
  g_autofree char *forms = g_strjoinv (" · ", variant->forms);

  return g_strdup_printf (_ ("Also written: %s"), forms);
}

static char *
describe_score (SynMarkPopover *self, const SynMarkItem *item)
{
  double score;

  if (is_conflict (item))
    score = syn_get_conflict (self->comparison, item->index)->score;
  else
    {
      const SynMatch *match = get_match (self, item);

      if (match->own)
        return g_strdup (_ ("You linked these two."));
      score = match->score;
    }
  /* Translators: how probable it is that the program is right. */
  return g_strdup_printf (_ ("Probability %d %%"), (int) (score * 100 + 0.5));
}

static void
show_icon (SynMarkPopover *self, const SynMarkItem *item)
{
  static const char *const icons[SYN_N_MARK_KINDS] = {
    [SYN_MARK_COPIED] = "syn-copied-symbolic",     [SYN_MARK_SAME] = "syn-same-symbolic",
    [SYN_MARK_RELATED] = "syn-related-symbolic",   [SYN_MARK_VARIANT] = "syn-variant-symbolic",
    [SYN_MARK_DIRECT] = "syn-conflict-symbolic",   [SYN_MARK_TENSION] = "syn-tension-symbolic",
    [SYN_MARK_DIFFERENCE] = "syn-related-symbolic",
  };

  gtk_image_set_from_icon_name (self->icon, icons[item->kind]);
  if (is_conflict (item))
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), "conflict");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "conflict");
}

static char *
describe_title (SynMarkPopover *self, const SynMarkItem *item)
{
  if (is_conflict (item))
    return syn_format_conflict (syn_get_conflict (self->comparison, item->index));
  switch (item->kind)
    {
    case SYN_MARK_COPIED:
      return g_strdup (_ ("The same words"));
    case SYN_MARK_SAME:
      return g_strdup (_ ("The same statement"));
    case SYN_MARK_VARIANT:
      return g_strdup (_ ("Written otherwise"));
    default:
      return g_strdup (_ ("A related statement"));
    }
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_buttons (SynMarkPopover *self, const SynMarkItem *item)
{
  const SynMatch *match = get_match (self, item);
  gboolean pair = item->other >= 0;

  gtk_widget_set_visible (GTK_WIDGET (self->dismiss), is_conflict (item));
  if (is_conflict (item))
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->dismiss), "i", (gint32) item->index);
  gtk_widget_set_visible (GTK_WIDGET (self->link), pair && (match == NULL || !match->own));
  /* What the program links already can still be made the reader's own, which nothing takes apart again. */
  gtk_button_set_label (self->link, match != NULL ? _ ("Confirm Link") : _ ("Link"));
  gtk_widget_set_visible (GTK_WIDGET (self->unlink), pair && match != NULL);
  if (pair)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->link), "(uu)", self->statement, (guint) item->other);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->unlink), "(uu)", self->statement, (guint) item->other);
    }
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open), "(su)", self->other_view, self->statement);
}

static void
show_item (SynMarkPopover *self)
{
  const SynMarkItem *item = syn_mark_popover_get_item (self);
  g_autofree char *title = describe_title (self, item);
  g_autofree char *place = NULL;
  g_autofree char *score = NULL;
  g_autofree char *reason = NULL;

  show_icon (self, item);
  gtk_label_set_text (self->title, title);
  /* Translators: which of several marks is explained. */
  place = g_strdup_printf (_ ("%u of %u"), self->current + 1, self->items->len);
  gtk_label_set_text (self->place, place);
  gtk_widget_set_visible (self->steps, self->items->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->sides_box), item->other >= 0);
  if (item->other >= 0)
    {
      show_side (self, item, 0, self->statement, (guint) item->other);
      show_side (self, item, 1, (guint) item->other, self->statement);
      score = describe_score (self, item);
    }
  if (is_conflict (item))
    reason = syn_explain_conflict (self->session, syn_get_conflict (self->comparison, item->index));
  else if (item->kind == SYN_MARK_VARIANT)
    reason = describe_variant (self, item);
  else if (!get_match (self, item)->own)
    reason = syn_explain_match (self->session, get_match (self, item));
  set_text (self->reason, reason);
  set_text (self->score, score);
  show_buttons (self, item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason != NULL ? reason : "", -1);
}

/* ── Coming and going ────────────────────────────────────────────────────── */

static void
step (SynMarkPopover *self, gint by)
{
  if (self->items == NULL || self->items->len == 0)
    return;
  self->current = (self->current + self->items->len + (guint) by) % self->items->len;
  show_item (self);
  gtk_popover_present (GTK_POPOVER (self));
}

static void
previous_cb (SynMarkPopover *self)
{
  step (self, -1);
}

static void
next_cb (SynMarkPopover *self)
{
  step (self, 1);
}

/* What was asked for happens first: the action is activated by the same click. */
static gboolean
popdown_cb (gpointer user_data)
{
  gtk_popover_popdown (user_data);
  return G_SOURCE_REMOVE;
}

static void
acted_cb (SynMarkPopover *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, popdown_cb, g_object_ref (self), g_object_unref);
}

/* A click beside the popover closes it, and does what it does. */
static gboolean
press_cb (SynMarkPopover *self, GdkEvent *event)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if ((type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
      && gdk_event_get_surface (event) != gtk_native_get_surface (GTK_NATIVE (self)))
    gtk_popover_popdown (GTK_POPOVER (self));
  return GDK_EVENT_PROPAGATE;
}

static void
unwatch_presses (SynMarkPopover *self)
{
  if (self->press_root != NULL)
    gtk_widget_remove_controller (self->press_root, self->presses);
  g_clear_weak_pointer (&self->press_root);
  self->presses = NULL;
}

static void
watch_presses (SynMarkPopover *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  unwatch_presses (self);
  if (root == NULL)
    return;
  g_set_weak_pointer (&self->press_root, GTK_WIDGET (root));
  self->presses = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (self->presses, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->presses, "event", G_CALLBACK (press_cb), self);
  gtk_widget_add_controller (self->press_root, self->presses);
}

static void
closed_cb (SynMarkPopover *self)
{
  GtkWidget *back = self->came_from;

  unwatch_presses (self);
  g_clear_weak_pointer (&self->came_from);
  if (back != NULL && gtk_widget_get_mapped (back))
    gtk_widget_grab_focus (back);
}

static gboolean
key_cb (SynMarkPopover *self, guint keyval, guint keycode, GdkModifierType state)
{
  switch (keyval)
    {
    case GDK_KEY_Escape:
      gtk_popover_popdown (GTK_POPOVER (self));
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      step (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      step (self, 1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Its numbers belong to the comparison it was opened on. */
static void
session_changed_cb (SynMarkPopover *self)
{
  gint active = syn_session_get_active_statement (self->session);

  if (self->comparison != syn_session_get_comparison (self->session) || active != (gint) self->statement)
    gtk_popover_popdown (GTK_POPOVER (self));
}

/* What is out of sight is pointed at from the edge.  Beyond the window, or the screen, there is no monitor for a
 * popover to stand on: then %FALSE. */
static gboolean
point_to (SynMarkPopover *self, const GdkRectangle *at)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkNative *native = gtk_widget_get_native (parent);
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  GdkMonitor *monitor
      = surface != NULL ? gdk_display_get_monitor_at_surface (gtk_widget_get_display (parent), surface) : NULL;
  GdkRectangle inside = { 0, 0, gtk_widget_get_width (parent), gtk_widget_get_height (parent) };
  GdkRectangle seen, screen;
  double x, y;

  if (monitor == NULL || !gtk_widget_get_mapped (parent) || inside.width <= 0 || inside.height <= 0)
    return FALSE;
  if (!gdk_rectangle_intersect (at, &inside, &seen))
    {
      seen.x = CLAMP (at->x, 0, inside.width - 1);
      seen.y = CLAMP (at->y, 0, inside.height - 1);
      seen.width = seen.height = 1;
    }
  gdk_monitor_get_geometry (monitor, &screen);
  if (!gtk_widget_translate_coordinates (parent, GTK_WIDGET (native), seen.x + seen.width / 2.0,
                                         seen.y + seen.height / 2.0, &x, &y)
      || x < 0 || x >= MIN (gtk_widget_get_width (GTK_WIDGET (native)), screen.width) || y < 0
      || y >= MIN (gtk_widget_get_height (GTK_WIDGET (native)), screen.height))
    return FALSE;
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &seen);
  return TRUE;
}

gboolean
syn_mark_popover_explain (SynMarkPopover     *self,
                          guint               statement,
                          gint                kind,
                          guint               index,
                          const GdkRectangle *at,
                          gboolean            by_key)
{
  SynComparison *comparison;
  GtkRoot *root;

  g_return_val_if_fail (SYN_IS_MARK_POPOVER (self), FALSE);

  comparison = syn_session_get_comparison (self->session);
  if (comparison == NULL || statement >= syn_comparison_get_n_statements (comparison))
    return FALSE;
  g_clear_pointer (&self->items, g_array_unref);
  g_set_object (&self->comparison, comparison);
  self->statement = statement;
  self->items = syn_mark_items_list (comparison, statement);
  self->current = kind >= 0 ? syn_mark_items_find (self->items, (SynMarkKind) kind, index) : 0;
  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (self->items->len == 0 || root == NULL || !point_to (self, at))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return FALSE;
    }
  show_item (self);
  if (by_key)
    g_set_weak_pointer (&self->came_from, gtk_root_get_focus (root));
  gtk_popover_popup (GTK_POPOVER (self));
  watch_presses (self);
  if (by_key)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  return TRUE;
}

/* ── Making ──────────────────────────────────────────────────────────────── */

static void
syn_mark_popover_dispose (GObject *object)
{
  SynMarkPopover *self = SYN_MARK_POPOVER (object);

  unwatch_presses (self);
  g_clear_weak_pointer (&self->came_from);
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->other_view, g_free);
  g_clear_object (&self->comparison);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (syn_mark_popover_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SynMarkPopover, icon);
  gtk_widget_class_bind_template_child (widget_class, SynMarkPopover, title);
  gtk_widget_class_bind_template_child (widget_class, SynMarkPopover, place);
  gtk_widget_class_bind_template_child (widget_class, SynMarkPopover, steps);
  gtk_widget_class_bind_template_child (widget_class, SynMarkPopover, previous);
  gtk_widget_class_bind_template_child (widget_class, SynMarkPopover, next);
  gtk_widget_class_bind_template_child (widget_class, SynMarkPopover, reason);
  gtk_widget_class_bind_template_child (widget_class, SynMarkPopover, sides_box);
  gtk_widget_class_bind_template_child (widget_class, SynMarkPopover, score);
  gtk_widget_class_bind_template_child (widget_class, SynMarkPopover, dismiss);
  gtk_widget_class_bind_template_child (widget_class, SynMarkPopover, link);
  gtk_widget_class_bind_template_child (widget_class, SynMarkPopover, unlink);
  gtk_widget_class_bind_template_child (widget_class, SynMarkPopover, open);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, acted_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
syn_mark_popover_class_init (SynMarkPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syn_mark_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, SYN_RESOURCE_PATH "/mark-popover.ui");
  bind_children (widget_class);
}

static GtkLabel *
add_label (GtkBox *box, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "width-chars", SYN_WORDING_CHARS,
                                  "max-width-chars", SYN_WORDING_CHARS, NULL);

  gtk_widget_add_css_class (label, style);
  gtk_widget_set_margin_start (label, SYN_WORDING_AIR);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
add_side (SynMarkPopover *self, guint index)
{
  Side *side = &self->sides[index];
  GtkWidget *wording = syn_wording_new ();

  side->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  side->source = add_label (GTK_BOX (side->box), "panel-title");
  side->voice = add_label (GTK_BOX (side->box), "second");
  side->wording = SYN_WORDING (wording);
  gtk_box_append (GTK_BOX (side->box), wording);
  gtk_box_append (self->sides_box, side->box);
}

static void
syn_mark_popover_init (SynMarkPopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* An action without a target of its type is complained about. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->dismiss), "i", -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->link), "(uu)", 0, 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->unlink), "(uu)", 0, 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open), "(su)", "compare", 0);
  add_side (self, 0);
  add_side (self, 1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
syn_mark_popover_new (SynSession *session, GtkWidget *parent, const char *other)
{
  SynMarkPopover *self;

  g_return_val_if_fail (SYN_IS_SESSION (session), NULL);

  self = g_object_new (SYN_TYPE_MARK_POPOVER, NULL);
  self->session = g_object_ref (session);
  self->other_view = g_strdup (other);
  gtk_button_set_label (self->open, g_str_equal (other, "read") ? _ ("Open in Read") : _ ("Open in Compare"));
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  g_signal_connect_object (session, "notify::comparison", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::active-statement", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (parent, "unmap", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
