/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-column-language.h"

#include <glib/gi18n-lib.h>

#include "corpus/syn-language.h"

static const char *
get_language (SynSource *source)
{
  const char *language = syn_article_get_language (syn_source_get_article (source));

  return language != NULL ? language : "";
}

/* The state follows the article, which has another language only when the workspace has it. */
static void
change_state_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  SynSession *session = g_object_get_data (G_OBJECT (action), "session");
  SynSource *source = g_object_get_data (G_OBJECT (action), "source");
  const char *language = g_variant_get_string (state, NULL);

  if (!g_str_equal (language, get_language (source)))
    syn_session_edit_article (session, syn_source_get_article (source), "language", language);
}

static void
language_cb (GSimpleAction *action, GParamSpec *pspec, SynArticle *article)
{
  SynSource *source = g_object_get_data (G_OBJECT (action), "source");

  g_simple_action_set_state (action, g_variant_new_string (get_language (source)));
}

void
syn_column_language_add_action (SynSession *session, SynSource *source, GActionMap *actions)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
      "language", G_VARIANT_TYPE_STRING, g_variant_new_string (get_language (source)));

  g_return_if_fail (SYN_IS_SESSION (session));
  g_return_if_fail (SYN_IS_SOURCE (source));

  g_object_set_data_full (G_OBJECT (action), "session", g_object_ref (session), g_object_unref);
  g_object_set_data_full (G_OBJECT (action), "source", g_object_ref (source), g_object_unref);
  g_signal_connect (action, "change-state", G_CALLBACK (change_state_cb), NULL);
  g_signal_connect_object (syn_source_get_article (source), "notify::language", G_CALLBACK (language_cb), action,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action (actions, G_ACTION (action));
}

typedef struct
{
  char *name;
  const char *code;
} Choice;

static void
choice_clear (gpointer data)
{
  g_free (((Choice *) data)->name);
}

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (((const Choice *) a)->name, ((const Choice *) b)->name);
}

GMenuItem *
syn_column_language_new_item (SynSource *source)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  const char *const *known = syn_language_list ();
  const char *now = get_language (source);

  g_array_set_clear_func (choices, choice_clear);
  for (guint i = 0; known[i] != NULL; i++)
    {
      Choice choice = { syn_language_dup_name (known[i]), known[i] };

      g_array_append_val (choices, choice);
    }
  /* One without word lists that the article names itself, or a variety of one that has them. */
  if (*now != '\0' && !g_strv_contains (known, now))
    {
      Choice choice = { syn_language_dup_name (now), now };

      g_array_append_val (choices, choice);
    }
  g_array_sort (choices, compare_choices);
  for (guint i = 0; i < choices->len; i++)
    {
      const Choice *choice = &g_array_index (choices, Choice, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (choice->name, NULL);

      g_menu_item_set_action_and_target (item, "column.language", "s", choice->code);
      g_menu_append_item (menu, item);
    }
  return g_menu_item_new_submenu (_ ("Lan_guage"), G_MENU_MODEL (menu));
}
