/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-claim-values.h"

#include <glib/gi18n-lib.h>

#include "syn-claim-parts.h"
#include "syn-compat.h"
#include "syn-disputes.h"
#include "syn-format.h"

/* Of hundreds of silent sources nobody reads the names, and a menu of them would take seconds to make. */
#define SILENT_MOST 24
/* Nor more lines of one value: the heading counts them all. */
#define LINES_MOST 40
/* Nor more values of one claim; what disagrees among them is listed below in any case. */
#define GROUPS_MOST 30

/* Whether the words of @statement that carry a match inside the claim stand in the clause that denies. */
static gboolean
denies_claim (const SynClaimContext *context, guint statement, const SynStatement *of)
{
  guint n, n_all;
  const guint *matches_of = syn_comparison_matches_of (context->comparison, statement, &n);
  const SynMatch *matches = syn_comparison_get_matches (context->comparison, &n_all);

  for (guint i = 0; i < n; i++)
    {
      const SynMatch *match = &matches[matches_of[i]];
      const GArray *spans = match->a == statement ? match->a_spans : match->b_spans;

      if (match->tier > SYN_TIER_LIKELY || !syn_claim_context_holds (context, match->a == statement ? match->b : match->a))
        continue;
      for (guint k = 0; spans != NULL && k < spans->len; k++)
        if (syn_span_overlaps (g_array_index (spans, SynSpan, k), of->denial))
          return TRUE;
    }
  return FALSE;
}

/* Of the clause that gives the value, not of the whole article: a value may come from a statement that
   conflicts with the claim from outside, and its article may be silent about the claim itself. */
static SynStance
stance_of (const SynClaimContext *context, guint statement, SynSpan value, SynSpan *out_speaker)
{
  const SynStatement *of = syn_comparison_get_statement (context->comparison, statement);
  SynStance stance = syn_statement_get_stance_at (of, value, out_speaker);

  if (stance == SYN_STANCE_DENIES && syn_span_is_empty (value) && !denies_claim (context, statement, of))
    return syn_span_is_empty (of->speaker) ? SYN_STANCE_SAYS : SYN_STANCE_ATTRIBUTES;
  return stance;
}

/* Whether the reader corrected what the program found. */
static gboolean
is_own (const SynClaimContext *context, guint article)
{
  const GArray *own = context->claim->own_stances;

  for (guint i = 0; own != NULL && i < own->len; i++)
    if (g_array_index (own, guint, i) == article)
      return TRUE;
  return FALSE;
}

/* What the reader says the source does, else what its statement does. */
static SynStance
shown_stance (const SynClaimContext *context, guint statement, SynSpan value)
{
  const guint article = syn_comparison_get_statement (context->comparison, statement)->article;

  return is_own (context, article) ? g_array_index (context->claim->stances, SynStance, article)
                                   : stance_of (context, statement, value, NULL);
}

static const char *
stance_icon (SynStance stance)
{
  static const char *const icons[] = {
    [SYN_STANCE_SILENT] = "syn-silent-symbolic",
    [SYN_STANCE_SAYS] = "syn-says-symbolic",
    [SYN_STANCE_ATTRIBUTES] = "syn-attributes-symbolic",
    [SYN_STANCE_DENIES] = "syn-denies-symbolic",
  };

  return icons[stance];
}

/* The reader's own word for it stands alone: whom the statement quotes is what she overruled. */
static char *
describe_own (SynStance stance)
{
  static const char *const words[] = {
    [SYN_STANCE_SILENT] = N_ ("silent — by your correction"),
    [SYN_STANCE_SAYS] = N_ ("says it itself — by your correction"),
    [SYN_STANCE_ATTRIBUTES] = N_ ("quotes someone — by your correction"),
    [SYN_STANCE_DENIES] = N_ ("denies it — by your correction"),
  };

  return g_strdup (_ (words[stance]));
}

static char *
describe_stance (const SynClaimContext *context, guint statement, SynSpan value)
{
  const SynStatement *of = syn_comparison_get_statement (context->comparison, statement);
  SynArticle *article = syn_comparison_get_article (context->comparison, of->article);
  SynSpan who;
  SynStance stance = stance_of (context, statement, value, &who);
  g_autofree char *speaker = syn_span_is_empty (who) ? NULL : syn_article_dup_span (article, who);

  if (is_own (context, of->article))
    return describe_own (shown_stance (context, statement, value));
  switch (stance)
    {
    case SYN_STANCE_DENIES:
      return speaker != NULL ? g_strdup_printf (_ ("denied by %s"), speaker)
                             : g_strdup (_ ("denies it"));
    case SYN_STANCE_ATTRIBUTES:
      return speaker != NULL ? g_strdup_printf (_ ("quotes %s"), speaker)
                             : g_strdup (_ ("quotes someone it does not name"));
    case SYN_STANCE_SAYS:
    case SYN_STANCE_SILENT:
    default:
      return g_strdup (_ ("in its own voice, names no one"));
    }
}

/* The source before this one that @statement is copied from, inside the claim, or NULL. */
static SynSource *
find_original (const SynClaimContext *context, guint statement)
{
  guint n, n_all;
  const guint *of = syn_comparison_matches_of (context->comparison, statement, &n);
  const SynMatch *matches = syn_comparison_get_matches (context->comparison, &n_all);
  GListModel *sources = syn_session_get_sources (context->session);
  guint own = syn_comparison_get_statement (context->comparison, statement)->article;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (SynSource) source = g_list_model_get_item (sources, i);

      if (syn_source_get_index (source) == own)
        return NULL;
      for (guint j = 0; j < n; j++)
        {
          const SynMatch *match = &matches[of[j]];
          guint other = match->a == statement ? match->b : match->a;

          if (match->kind == SYN_MATCH_COPIED && match->tier <= SYN_TIER_LIKELY
              && syn_comparison_get_statement (context->comparison, other)->article
                     == syn_source_get_index (source))
            return source;
        }
    }
  return NULL;
}

static void
append_name_line (const SynClaimContext *context, guint statement, GtkBox *line)
{
  guint article = syn_comparison_get_statement (context->comparison, statement)->article;
  SynSource *source = syn_session_find_source (context->session, article);
  SynSource *original = find_original (context, statement);
  g_autofree char *time
      = syn_format_published (context->session,
                              syn_comparison_get_article (context->comparison, article), FALSE);

  gtk_box_append (line, syn_claim_label_new (syn_source_get_name (source), "source-name", FALSE));
  if (original != NULL)
    {
      g_autofree char *copies = g_strdup_printf (_ ("copies %s"), syn_source_get_name (original));

      gtk_box_append (line, syn_claim_icon_new ("syn-copied-symbolic", 12, NULL));
      gtk_widget_set_valign (gtk_widget_get_last_child (GTK_WIDGET (line)), GTK_ALIGN_CENTER);
      gtk_box_append (line, syn_claim_label_new (copies, "second", FALSE));
    }
  if (time != NULL)
    {
      GtkWidget *label = syn_claim_label_new (time, "second", FALSE);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_set_halign (label, GTK_ALIGN_END);
      gtk_box_append (line, label);
    }
}

static void
append_stance_item (GMenu *menu, const char *label, guint article, gint stance)
{
  g_autofree char *target = g_strdup_printf ("%u %d", article, stance);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.stance", "s", target);
  g_menu_append_item (menu, item);
}

/* What a source can be said to do; the last takes the reader's own word back. */
static GMenu *
make_stance_menu (guint article, gboolean own)
{
  GMenu *menu = g_menu_new ();

  append_stance_item (menu, _ ("Says It Itself"), article, SYN_STANCE_SAYS);
  append_stance_item (menu, _ ("Quotes Someone"), article, SYN_STANCE_ATTRIBUTES);
  append_stance_item (menu, _ ("Denies It"), article, SYN_STANCE_DENIES);
  append_stance_item (menu, _ ("Is Silent"), article, SYN_STANCE_SILENT);
  if (own)
    append_stance_item (menu, _ ("As the Program Found"), article, -1);
  return menu;
}

/* Whose stance a button corrects. */
typedef struct
{
  guint article;
  gboolean own;
} StanceOf;

/* A menu costs more than the line it stands in, and few are ever opened. */
static void
open_stance_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  const StanceOf *of = user_data;
  g_autoptr (GMenu) menu = make_stance_menu (of->article, of->own);

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static GtkWidget *
make_stance_button (const SynClaimContext *context, guint article, SynStance stance, const char *words)
{
  SynSource *source = syn_session_find_source (context->session, article);
  GtkWidget *button = gtk_menu_button_new ();
  StanceOf *of = g_new0 (StanceOf, 1);
  g_autofree char *name = g_strdup_printf (_ ("%s: %s. Correct"), syn_source_get_name (source), words);

  *of = (StanceOf) { article, is_own (context, article) };
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), stance_icon (stance));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), open_stance_menu_cb, of, g_free);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "stance-button");
  if (is_own (context, article))
    gtk_widget_add_css_class (button, "own-link");
  syn_compat_set_tooltip (button, _ ("What This Source Does with the Claim"));
  syn_compat_name_button (button, name);
  return button;
}

static GtkWidget *
make_source_line (const SynClaimContext *context, guint statement, SynSpan value)
{
  const guint article = syn_comparison_get_statement (context->comparison, statement)->article;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *stance = describe_stance (context, statement, value);
  g_autofree char *text = syn_comparison_dup_statement_text (context->comparison, statement);
  GtkWidget *label = syn_claim_label_new (stance, "second", TRUE);
  GtkWidget *button;

  append_name_line (context, statement, GTK_BOX (line));
  if (is_own (context, article))
    gtk_widget_add_css_class (label, "own-link");
  gtk_box_append (GTK_BOX (texts), line);
  gtk_box_append (GTK_BOX (texts), label);
  button = syn_claim_jump_new (context, statement, texts);
  gtk_widget_set_hexpand (button, TRUE);
  syn_compat_set_tooltip (button, text);
  gtk_box_append (GTK_BOX (box),
                  make_stance_button (context, article, shown_stance (context, statement, value), stance));
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static GtkWidget *
make_value_box (const SynClaimContext *context, const SynValue *value)
{
  GtkWidget *box = syn_claim_label_new (value->text, "value-box", TRUE);

  gtk_widget_set_halign (box, GTK_ALIGN_START);
  if (value->conflict < 0)
    gtk_widget_add_css_class (box, "plain");
  else
    gtk_widget_add_css_class (box, value->strength == SYN_STRENGTH_DIRECT ? "direct" : "tension");
  return box;
}

static void
append_more (GtkBox *box, guint n)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n), n);

  gtk_box_append (box, syn_claim_label_new (text, "second", FALSE));
}

/* One source counts once in a group, however often it says it. */
static void
append_group (const SynClaimContext *context, GtkBox *box, guint first, guint end)
{
  g_autoptr (GHashTable) articles = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  guint n_sources = 0, n_origins = 0;
  g_autofree char *sources = NULL;

  for (guint i = first; i < end; i++)
    {
      const SynValue *value = &g_array_index (context->claim->values, SynValue, i);
      guint article = syn_comparison_get_statement (context->comparison, value->statement)->article;

      if (g_hash_table_add (texts, value->text))
        gtk_box_append (GTK_BOX (head), make_value_box (context, value));
      if (!g_hash_table_add (articles, GUINT_TO_POINTER (article)))
        continue;
      n_sources++;
      n_origins += find_original (context, value->statement) == NULL;
      if (n_sources <= LINES_MOST)
        gtk_box_append (GTK_BOX (lines), make_source_line (context, value->statement, value->span));
    }
  if (n_sources > LINES_MOST)
    append_more (GTK_BOX (lines), n_sources - LINES_MOST);
  sources = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u source", "%u sources", n_sources),
                             n_sources);
  if (n_origins > 0 && n_origins < n_sources)
    {
      g_autofree char *origins = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u origin", "%u origins", n_origins), n_origins);
      g_autofree char *both = g_strdup_printf (_ ("%s, %s"), sources, origins);

      gtk_box_append (GTK_BOX (head), syn_claim_label_new (both, "second", FALSE));
    }
  else
    gtk_box_append (GTK_BOX (head), syn_claim_label_new (sources, "second", FALSE));
  /* A long value wraps; the count beside it must not be the one that gives way. */
  gtk_label_set_ellipsize (GTK_LABEL (gtk_widget_get_last_child (head)), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (head, "value-head");
  gtk_box_append (box, head);
  gtk_box_append (box, lines);
}

static void
append_rule (GtkBox *box)
{
  if (gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL)
    gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
}

static gboolean
article_has_value (const SynClaimContext *context, guint article)
{
  for (guint i = 0; i < context->claim->values->len; i++)
    {
      const SynValue *value = &g_array_index (context->claim->values, SynValue, i);

      if (syn_comparison_get_statement (context->comparison, value->statement)->article == article)
        return TRUE;
    }
  return FALSE;
}

/* Sources that make the claim without a value of their own. */
static void
append_others (const SynClaimContext *context, GtkBox *box)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < context->claim->statements->len; i++)
    {
      guint statement = g_array_index (context->claim->statements, guint, i);
      guint article = syn_comparison_get_statement (context->comparison, statement)->article;

      if (article_has_value (context, article)
          || !g_hash_table_add (seen, GUINT_TO_POINTER (article)))
        continue;
      if (n++ == 0)
        {
          append_rule (box);
          if (context->claim->values->len > 0)
            gtk_box_append (box, syn_claim_label_new (_ ("Without a value"), "second", FALSE));
        }
      if (n <= LINES_MOST)
        gtk_box_append (box, make_source_line (context, statement, (SynSpan) { 0, 0 }));
    }
  if (n > LINES_MOST)
    append_more (box, n - LINES_MOST);
}

/* All that are silent in one line, and behind its icon a menu to say that one of them is not. */
static GtkWidget *
make_silent_button (const SynClaimContext *context, GArray *silent)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < silent->len; i++)
    {
      const guint article = g_array_index (silent, guint, i);
      g_autoptr (GMenu) of_source = make_stance_menu (article, is_own (context, article));

      g_menu_append_submenu (menu, syn_source_get_name (syn_session_find_source (context->session, article)),
                             G_MENU_MODEL (of_source));
    }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "syn-silent-symbolic");
  syn_compat_set_menu (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "stance-button");
  syn_compat_set_tooltip (button, _ ("Not Silent?"));
  syn_compat_name_button (button, _ ("Correct which sources are silent"));
  return button;
}

static gboolean
has_statement (const SynClaimContext *context, guint article)
{
  for (guint i = 0; i < context->claim->statements->len; i++)
    if (syn_comparison_get_statement (context->comparison,
                                      g_array_index (context->claim->statements, guint, i))->article
        == article)
      return TRUE;
  return FALSE;
}

/* Marks the articles that a conflict shown with the claim brings in. */
static void
mark_opponents (const SynClaimContext *context, gboolean *in)
{
  guint n;
  const SynConflict *conflicts = syn_comparison_get_conflicts (context->comparison, &n);

  for (guint i = 0; i < n; i++)
    if (conflicts[i].tier <= SYN_TIER_LIKELY && syn_claim_context_reaches (context, &conflicts[i]))
      {
        in[syn_comparison_get_statement (context->comparison, conflicts[i].a)->article] = TRUE;
        in[syn_comparison_get_statement (context->comparison, conflicts[i].b)->article] = TRUE;
      }
}

/* Sources of which the claim has no statement and no opponent: silent, or, by the reader's word, not. */
static void
append_silent (const SynClaimContext *context, GtkBox *box)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GArray) silent = g_array_new (FALSE, FALSE, sizeof (guint));
  GListModel *sources = syn_session_get_sources (context->session);
  g_autofree gboolean *opponents = g_new0 (gboolean, syn_comparison_get_n_articles (context->comparison));
  GtkWidget *line;
  guint n_more = 0;

  mark_opponents (context, opponents);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (SynSource) source = g_list_model_get_item (sources, i);
      guint index = syn_source_get_index (source);

      if (index >= context->claim->stances->len || has_statement (context, index)
          || opponents[index] || article_has_value (context, index))
        continue;
      if (silent->len >= SILENT_MOST)
        {
          n_more++;
          continue;
        }
      g_array_append_val (silent, index);
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", syn_source_get_name (source));
      if (is_own (context, index))
        {
          g_autofree char *own = describe_own (g_array_index (context->claim->stances, SynStance, index));

          g_string_append_printf (names, " (%s)", own);
        }
    }
  if (names->len == 0)
    return;
  if (n_more > 0)
    {
      g_string_append (names, ", ");
      g_string_append_printf (names, g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n_more), n_more);
    }
  append_rule (box);
  g_string_prepend (names, _ ("Silent: "));
  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_widget_add_css_class (line, "silent-line");
  gtk_box_append (GTK_BOX (line), make_silent_button (context, silent));
  gtk_box_append (GTK_BOX (line), syn_claim_label_new (names->str, "second", TRUE));
  gtk_box_append (box, line);
}

static void
select_cb (GtkButton *button, gpointer user_data)
{
  SynSession *session = g_object_get_data (G_OBJECT (button), "session");

  syn_session_select_conflict (session, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "conflict")));
}

/* "≠ Figures  People injured", as the heading over the row; a way to go there. */
static GtkWidget *
make_dispute_head (const SynClaimContext *context, const SynDispute *dispute, gboolean selected)
{
  const SynConflict *conflict = syn_get_conflict (context->comparison, dispute->lead);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = syn_claim_icon_new (syn_conflict_icon (conflict), 12, NULL);
  g_autofree char *name = g_strdup_printf ("%s: %s", syn_conflict_type_label (conflict->type),
                                           conflict->topic != NULL ? conflict->topic : "");

  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (icon, "syn-conflict");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), syn_claim_label_new (syn_conflict_type_label (conflict->type), "conflict-type", FALSE));
  if (conflict->topic != NULL)
    gtk_box_append (GTK_BOX (box), syn_claim_label_new (conflict->topic, "dispute-topic", FALSE));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "dispute-head");
  if (selected)
    gtk_widget_add_css_class (button, "selected");
  syn_compat_set_tooltip (button, _ ("Show Where It Stands"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "session", g_object_ref (context->session), g_object_unref);
  g_object_set_data (G_OBJECT (button), "conflict", GUINT_TO_POINTER (dispute->lead));
  g_signal_connect (button, "clicked", G_CALLBACK (select_cb), NULL);
  return button;
}

/* The end of the group of values that begins at @first. */
static guint
find_group_end (const SynClaimContext *context, guint first)
{
  const GArray *values = context->claim->values;
  guint end = first;

  while (end < values->len
         && g_array_index (values, SynValue, end).group == g_array_index (values, SynValue, first).group)
    end++;
  return end;
}

/* The values that are about @dispute, or without one those that are about none of @disputes. */
static void
append_groups (const SynClaimContext *context, GtkBox *box, const GPtrArray *disputes, const SynDispute *dispute, guint *n_groups)
{
  const GArray *values = context->claim->values;
  gboolean headed = dispute == NULL;

  for (guint i = 0, end; i < values->len; i = end)
    {
      const SynValue *value = &g_array_index (values, SynValue, i);
      gboolean fits = dispute == NULL;

      end = find_group_end (context, i);
      for (guint k = 0; k < disputes->len; k++)
        if (dispute == NULL || dispute == disputes->pdata[k])
          fits = syn_dispute_has_value (disputes->pdata[k], context->comparison, value) ? dispute != NULL : fits;
      if (!fits || (*n_groups)++ >= GROUPS_MOST)
        continue;
      if (dispute == NULL && headed && disputes->len > 0)
        {
          append_rule (box);
          gtk_box_append (box, syn_claim_label_new (_ ("Other values"), "second", FALSE));
        }
      else if (!GTK_IS_BUTTON (gtk_widget_get_last_child (GTK_WIDGET (box))))
        append_rule (box);
      headed = FALSE;
      append_group (context, box, i, end);
    }
}

/* The question that the reader is at comes first. */
static int
compare_disputes (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const SynClaimContext *context = user_data;
  const gint selected = syn_session_get_selected_conflict (context->session);
  const SynDispute *x = *(SynDispute *const *) a, *y = *(SynDispute *const *) b;

  if (selected < 0)
    return 0;
  return (int) syn_disputes_are_same (context->comparison, y->lead, (guint) selected)
         - (int) syn_disputes_are_same (context->comparison, x->lead, (guint) selected);
}

void
syn_claim_values_fill (GtkBox *box, SynSession *session, guint claim)
{
  SynClaimContext context = syn_claim_context_init (session, claim);
  g_autoptr (GPtrArray) disputes = syn_disputes_list (context.comparison, claim);
  guint n_groups = 0;

  syn_claim_box_clear (box);
  g_ptr_array_sort_with_data (disputes, compare_disputes, &context);
  for (guint i = 0; i < disputes->len; i++)
    {
      if (disputes->len > 1)
        gtk_box_append (box, make_dispute_head (&context, disputes->pdata[i], i == 0));
      append_groups (&context, box, disputes, disputes->pdata[i], &n_groups);
    }
  append_groups (&context, box, disputes, NULL, &n_groups);
  if (n_groups > GROUPS_MOST)
    append_more (box, n_groups - GROUPS_MOST);
  append_others (&context, box);
  append_silent (&context, box);
}
