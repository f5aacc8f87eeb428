/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/syn-comparison-private.h"
#include "compare/syn-engine.h"

#include <string.h>

/* Other names of one thing, as a corpus itself shows them: an acronym behind the name it stands for,
 * a surname where another paper has the whole name, a long name of which one word is translated
 * otherwise.  The acronym's rule is that of Schwartz and Hearst (2003): its letters begin words, the
 * last one first. */

#define MAX_ACRONYM 8      /* letters */
#define MAX_LONG_FORM 12   /* words behind which an acronym is not looked for */
#define MIN_LONG_NAME 3    /* words of a name of which one may be translated */
#define SIMILARITY 0.75f

/* One name as it is written: its words without titles and particles, in the comparison's terms. */
typedef struct
{
  char *text;
  guint32 *terms;
  guint n_terms;
  gboolean titled;  /* somewhere behind a title: a person */
  gboolean partial; /* has a particle: "Bank of Orvo" */
  GArray *occurrences;
} NameForm;

typedef struct
{
  SynEngine *engine;
  GPtrArray *forms;      /* NameForm */
  GHashTable *by_terms;  /* "12 7 30" → NameForm */
  GHashTable *acronyms;  /* term → GArray of SynOccurrence; when one is asked for */
} Aliases;

static void
name_form_free (gpointer data)
{
  NameForm *form = data;

  g_free (form->text);
  g_free (form->terms);
  g_array_unref (form->occurrences);
  g_free (form);
}

static gboolean
is_in_list (SynDocument *document, const char *list, const SynToken *token)
{
  g_autofree char *word = syn_article_dup_span (syn_document_get_article (document), token->span);
  g_autofree char *lower = g_utf8_strdown (word, -1);

  return syn_lexicon_has (syn_document_get_lexicon (document), list, lower);
}

static char *
dup_key (const guint32 *terms, guint n, gint blank)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (key, "%u ", (gint)i == blank ? 0 : terms[i]);
  return g_string_free (key, FALSE);
}

static void
add_form (Aliases *self, guint statement, const SynName *name)
{
  SynDocument *document = syn_engine_get_document (self->engine, statement);
  guint n, n_terms = 0, first = name->first_token;
  const SynToken *tokens = syn_document_get_tokens (document, &n);
  g_autofree guint32 *terms = g_new (guint32, name->n_tokens + 1);
  g_autofree char *key = NULL;
  SynOccurrence occurrence = { statement, name->span };
  gboolean partial = FALSE;
  NameForm *form;

  while (first + 1 < name->first_token + name->n_tokens
         && is_in_list (document, "titles", &tokens[first]))
    first++;
  for (guint t = first; t < name->first_token + name->n_tokens; t++)
    {
      if (!(tokens[t].flags & SYN_TOKEN_WORD))
        continue;
      if (tokens[t].flags & SYN_TOKEN_CAPITAL)
        terms[n_terms++] = syn_engine_map_term (self->engine, statement, tokens[t].term);
      else
        partial = TRUE;
    }
  if (n_terms == 0)
    return;
  occurrence.span.start = tokens[first].span.start;
  key = dup_key (terms, n_terms, -1);
  form = g_hash_table_lookup (self->by_terms, key);
  if (form == NULL)
    {
      form = g_new0 (NameForm, 1);
      form->text = syn_article_dup_span (syn_document_get_article (document), occurrence.span);
      form->terms = g_memdup2 (terms, n_terms * sizeof (guint32));
      form->n_terms = n_terms;
      form->occurrences = g_array_new (FALSE, FALSE, sizeof (SynOccurrence));
      g_ptr_array_add (self->forms, form);
      g_hash_table_insert (self->by_terms, g_steal_pointer (&key), form);
    }
  form->titled |= first > name->first_token
                  || (first > 0 && (tokens[first - 1].flags & SYN_TOKEN_WORD)
                      && is_in_list (document, "titles", &tokens[first - 1]));
  form->partial |= partial;
  g_array_append_val (form->occurrences, occurrence);
}

static void
collect_forms (Aliases *self)
{
  for (guint i = 0; i < self->engine->statements->len; i++)
    {
      const SynStatement *of = syn_engine_get_statement (self->engine, i);
      guint n;
      const SynName *names
          = syn_document_get_names (syn_engine_get_document (self->engine, i), &n);

      if (!syn_engine_is_matched (self->engine, i))
        continue;
      for (guint k = of->first_name; k < of->first_name + of->n_names; k++)
        add_form (self, i, &names[k]);
    }
}

/* The first place of @form in each article: a name is said once to be another one, not each time. */
static void
add_first_places (Aliases *self, GArray *out, const GArray *occurrences)
{
  guint last = G_MAXUINT;

  for (guint i = 0; i < occurrences->len; i++)
    {
      const SynOccurrence *occurrence = &g_array_index (occurrences, SynOccurrence, i);
      guint article = syn_engine_get_statement (self->engine, occurrence->statement)->article;

      if (article != last)
        g_array_append_val (out, *occurrence);
      last = article;
    }
}

static void
add_variant (Aliases *self, SynVariantKind kind, const NameForm *a, const NameForm *b)
{
  SynVariant variant = { .kind = kind };

  variant.forms = g_new0 (char *, 3);
  variant.forms[0] = g_strdup (a->text);
  variant.forms[1] = g_strdup (b->text);
  variant.occurrences = g_array_new (FALSE, FALSE, sizeof (SynOccurrence));
  add_first_places (self, variant.occurrences, a->occurrences);
  add_first_places (self, variant.occurrences, b->occurrences);
  g_array_append_val (self->engine->variants, variant);
}

/* "Mayor Ilse Quend" and "Quend": told of a person only, and only where one has that surname. */
static void
find_surnames (Aliases *self)
{
  g_autoptr (GHashTable) whole = g_hash_table_new (NULL, NULL); /* surname → NameForm, or itself */

  for (guint i = 0; i < self->forms->len; i++)
    {
      NameForm *form = g_ptr_array_index (self->forms, i);
      gpointer surname = GUINT_TO_POINTER (form->terms[form->n_terms - 1]);

      if (form->n_terms < 2)
        continue;
      if (g_hash_table_contains (whole, surname))
        g_hash_table_insert (whole, surname, NULL);
      else
        g_hash_table_insert (whole, surname, form);
    }
  for (guint i = 0; i < self->forms->len; i++)
    {
      NameForm *form = g_ptr_array_index (self->forms, i), *full;

      if (form->n_terms != 1)
        continue;
      full = g_hash_table_lookup (whole, GUINT_TO_POINTER (form->terms[0]));
      if (full != NULL && !full->partial && full->n_terms <= 3 && (full->titled || form->titled))
        add_variant (self, SYN_VARIANT_ALIAS, full, form);
    }
}

/* The one place where both differ, if they differ in one and the words there are near. */
static gboolean
is_translation (Aliases *self, const NameForm *a, const NameForm *b, guint place)
{
  return a->terms[place] != b->terms[place]
         && syn_engine_similarity (self->engine, a->terms[place], b->terms[place]) >= 0.7;
}

/* "Liberty of Arlen Legion", "Freedom of Arlen Legion" */
static void
find_translations (Aliases *self)
{
  g_autoptr (GHashTable) by_rest
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < self->forms->len; i++)
    {
      NameForm *form = g_ptr_array_index (self->forms, i);

      for (guint place = 0; form->n_terms >= MIN_LONG_NAME && place < form->n_terms; place++)
        {
          char *key = dup_key (form->terms, form->n_terms, place);
          GPtrArray *others = g_hash_table_lookup (by_rest, key);

          for (guint k = 0; others != NULL && k < others->len; k++)
            if (is_translation (self, g_ptr_array_index (others, k), form, place))
              add_variant (self, SYN_VARIANT_TRANSLATION, g_ptr_array_index (others, k), form);
          if (others == NULL)
            {
              others = g_ptr_array_new ();
              g_hash_table_insert (by_rest, g_strdup (key), others);
            }
          g_ptr_array_add (others, form);
          g_free (key);
        }
    }
}

static gboolean
is_acronym (const char *text, const SynToken *token)
{
  guint letters = 0;

  for (const char *p = text + token->span.start; p < text + token->span.end;
       p = g_utf8_next_char (p), letters++)
    if (!g_unichar_isupper (g_utf8_get_char (p)))
      return FALSE;
  return letters >= 2 && letters <= MAX_ACRONYM;
}

static gboolean
is_mark (const char *text, const SynToken *token, char mark)
{
  return text[token->span.start] == mark;
}

/* The token at which the words begin that @acronym, right behind its bracket, stands for, or -1. */
static gint
find_long_form (const char *text, const SynToken *tokens, guint first, guint acronym)
{
  const char *start = text + tokens[acronym].span.start;
  const char *letter = g_utf8_prev_char (text + tokens[acronym].span.end);
  guint small = 0;

  for (guint t = acronym - 1; t-- > first && acronym - t < MAX_LONG_FORM;)
    {
      gunichar c = g_utf8_get_char (text + tokens[t].span.start);

      if (!(tokens[t].flags & SYN_TOKEN_WORD))
        {
          if (is_mark (text, &tokens[t], '-'))
            continue;
          return -1;
        }
      if (g_unichar_toupper (c) == g_utf8_get_char (letter) && g_unichar_isupper (c))
        {
          if (letter == start)
            return t;
          letter = g_utf8_prev_char (letter);
          small = 0;
        }
      else if (g_unichar_isupper (c) || ++small > 2)
        return -1; /* small words may be left out, others not */
    }
  return -1;
}

/* Where each acronym stands as such; all at once, as a text may have many of them. */
static GHashTable *
collect_acronyms (SynEngine *engine)
{
  GHashTable *out = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < engine->statements->len; i++)
    {
      const SynStatement *of = syn_engine_get_statement (engine, i);
      SynDocument *document = syn_engine_get_document (engine, i);
      const char *text = syn_article_get_text (syn_document_get_article (document));
      guint n;
      const SynToken *tokens = syn_document_get_tokens (document, &n);

      for (guint t = of->first_token; t < of->first_token + of->n_tokens; t++)
        {
          SynOccurrence occurrence = { i, tokens[t].span };
          gpointer term;
          GArray *places;

          if (!is_acronym (text, &tokens[t]))
            continue;
          term = GUINT_TO_POINTER (syn_engine_map_term (engine, i, tokens[t].term));
          places = g_hash_table_lookup (out, term);
          if (places == NULL)
            {
              places = g_array_new (FALSE, FALSE, sizeof (SynOccurrence));
              g_hash_table_insert (out, term, places);
            }
          g_array_append_val (places, occurrence);
        }
    }
  return out;
}

static GArray *
list_acronyms (Aliases *self, guint32 term)
{
  if (self->acronyms == NULL)
    self->acronyms = collect_acronyms (self->engine);
  return g_array_ref (g_hash_table_lookup (self->acronyms, GUINT_TO_POINTER (term)));
}

/* Among the words of a long name the rarest one stands for it: the others are the story's own. */
static void
link_rarest (Aliases *self, guint32 acronym, const guint32 *terms, guint n)
{
  const float *weights = (const float *)(void *)self->engine->weight->data;
  guint32 rarest = terms[0];

  for (guint i = 1; i < n; i++)
    if (weights[terms[i]] > weights[rarest])
      rarest = terms[i];
  syn_engine_add_neighbour (self->engine, acronym, rarest, SIMILARITY);
  syn_engine_add_neighbour (self->engine, rarest, acronym, SIMILARITY);
}

/* Says that the acronym at @acronym is the words from @first on: for matching, and as a variant. */
static void
join_acronym (Aliases *self, guint statement, guint first, guint acronym)
{
  SynDocument *document = syn_engine_get_document (self->engine, statement);
  SynArticle *article = syn_document_get_article (document);
  guint n, n_terms = 0;
  const SynToken *tokens = syn_document_get_tokens (document, &n);
  guint32 term = syn_engine_map_term (self->engine, statement, tokens[acronym].term);
  g_autofree guint32 *terms = g_new (guint32, MAX_LONG_FORM + 1);
  g_autofree char *key = NULL;
  NameForm short_form = { .occurrences = NULL }, long_form = { .occurrences = NULL };
  SynOccurrence place = { statement, { tokens[first].span.start, tokens[acronym - 2].span.end } };
  NameForm *known;

  for (guint t = first; t + 1 < acronym; t++)
    if ((tokens[t].flags & SYN_TOKEN_WORD) && (tokens[t].flags & SYN_TOKEN_CAPITAL))
      terms[n_terms++] = syn_engine_map_term (self->engine, statement, tokens[t].term);
  link_rarest (self, term, terms, n_terms);
  key = dup_key (terms, n_terms, -1);
  known = g_hash_table_lookup (self->by_terms, key);
  short_form.text = syn_article_dup_span (article, tokens[acronym].span);
  short_form.occurrences = list_acronyms (self, term);
  long_form.text = syn_article_dup_span (article, place.span);
  long_form.occurrences = known != NULL ? g_array_ref (known->occurrences)
                                        : g_array_new (FALSE, FALSE, sizeof (SynOccurrence));
  if (known == NULL)
    g_array_append_val (long_form.occurrences, place);
  add_variant (self, SYN_VARIANT_ALIAS, &long_form, &short_form);
  g_free (short_form.text);
  g_free (long_form.text);
  g_array_unref (short_form.occurrences);
  g_array_unref (long_form.occurrences);
}

/* "Liberty Boat Company (LBC)": each acronym once, where it is met first. */
static void
find_acronyms (Aliases *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->engine->statements->len; i++)
    {
      const SynStatement *of = syn_engine_get_statement (self->engine, i);
      SynDocument *document = syn_engine_get_document (self->engine, i);
      const char *text = syn_article_get_text (syn_document_get_article (document));
      guint n, end = of->first_token + of->n_tokens;
      const SynToken *tokens = syn_document_get_tokens (document, &n);

      for (guint t = of->first_token + 3; syn_engine_is_matched (self->engine, i) && t + 1 < end; t++)
        {
          gpointer term = GUINT_TO_POINTER (syn_engine_map_term (self->engine, i, tokens[t].term));
          gint first;

          if (!(tokens[t].flags & SYN_TOKEN_WORD) || !is_mark (text, &tokens[t - 1], '(')
              || !is_mark (text, &tokens[t + 1], ')') || !is_acronym (text, &tokens[t]))
            continue;
          first = find_long_form (text, tokens, of->first_token, t);
          if (first >= 0 && (guint)first + 2 < t && g_hash_table_add (seen, term))
            join_acronym (self, i, first, t);
        }
    }
}

void
syn_engine_find_aliases (SynEngine *self)
{
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func (name_form_free);
  g_autoptr (GHashTable) by_terms
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Aliases aliases = { self, forms, by_terms };

  collect_forms (&aliases);
  find_acronyms (&aliases);
  find_surnames (&aliases);
  find_translations (&aliases);
  g_clear_pointer (&aliases.acronyms, g_hash_table_unref);
}
