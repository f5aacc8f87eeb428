/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/syn-document-private.h"
#include "text/syn-text-lower.h"

#include <string.h>

/* What the whole document tells about a term. */
enum
{
  SEEN_LOWER = 1 << 0,   /* in lower case: a common word */
  SEEN_CAPITAL = 1 << 1, /* with a capital inside a sentence, or at the start of two: a name */
  SEEN_FIRST = 1 << 2,   /* at the start of a sentence */
  SEEN_NOUN = 1 << 3,    /* where nouns have capitals: a noun */
  SEEN_SIGN = 1 << 4,    /* … and a name by what stands beside it */
};

typedef struct
{
  SynDocument *document;
  const char *text;
  guint8 *seen; /* for each term */
  gboolean capital_nouns;
} Finder;

static inline gboolean
is_seen (const Finder *finder, guint8 how, guint32 term)
{
  return (finder->seen[term] & how) != 0;
}

static gboolean
is_in_list (const Finder *finder, const char *list, const SynToken *token)
{
  g_autofree char *lower
      = syn_text_dup_lower (finder->text + token->span.start, token->span.end - token->span.start);

  return syn_lexicon_has (finder->document->lexicon, list, lower);
}

/* Headlines that Capitalise Every Word tell nothing about names. */
static gboolean
is_title_case (const Finder *finder, const SynStatement *statement)
{
  guint words = 0, capitals = 0;

  if (syn_lexicon_get_words (finder->document->lexicon, "noun-signs") != NULL)
    return FALSE; /* every noun has a capital */
  for (guint t = statement->first_token; t < statement->first_token + statement->n_tokens; t++)
    {
      const SynToken *token = &g_array_index (finder->document->tokens, SynToken, t);

      if (!(token->flags & SYN_TOKEN_WORD) || (token->flags & (SYN_TOKEN_STOP | SYN_TOKEN_NUMBER)))
        continue;
      words++;
      capitals += (token->flags & SYN_TOKEN_CAPITAL) != 0;
    }
  return words >= 4 && capitals * 10 >= words * 8;
}

static void
learn_words (Finder *finder)
{
  SynDocument *self = finder->document;

  for (guint i = 0; i < self->statements->len; i++)
    {
      const SynStatement *statement = &g_array_index (self->statements, SynStatement, i);
      gboolean title = is_title_case (finder, statement);

      for (guint t = statement->first_token; t < statement->first_token + statement->n_tokens; t++)
        {
          const SynToken *token = &g_array_index (self->tokens, SynToken, t);

          if (!(token->flags & SYN_TOKEN_WORD))
            continue;
          if (!(token->flags & SYN_TOKEN_CAPITAL))
            finder->seen[token->term] |= SEEN_LOWER;
          else if (!title)
            finder->seen[token->term]
                |= (token->flags & SYN_TOKEN_FIRST) && !is_seen (finder, SEEN_FIRST, token->term)
                       ? SEEN_FIRST
                       : SEEN_CAPITAL;
        }
    }
}

/* The first word of a sentence is a name if it is one elsewhere, or a name or a verb of saying
 * follows. */
static gboolean
is_name_first (const Finder *finder, const SynToken *token)
{
  const SynToken *next = token + 1;

  if (is_seen (finder, SEEN_LOWER, token->term))
    return FALSE;
  if (is_seen (finder, SEEN_CAPITAL, token->term) || is_seen (finder, SEEN_SIGN, token->term)
      || is_in_list (finder, "nations", token))
    return TRUE;
  if (next
      >= &g_array_index (finder->document->tokens, SynToken, finder->document->tokens->len - 1))
    return FALSE;
  return (next->flags & SYN_TOKEN_REPORTING)
         || ((next->flags & SYN_TOKEN_CAPITAL) && !(next->flags & SYN_TOKEN_STOP));
}

/* The word before or behind token @t in its statement, or NULL. */
static const SynToken *
word_beside (const Finder *finder, const SynStatement *statement, guint t, int step)
{
  for (guint i = t + step; i >= statement->first_token
                           && i < statement->first_token + statement->n_tokens;
       i += step)
    {
      const SynToken *token = &g_array_index (finder->document->tokens, SynToken, i);

      if (token->flags & SYN_TOKEN_WORD)
        return token;
      if (finder->text[token->span.start] != '-')
        return NULL;
    }
  return NULL;
}

static gboolean
ends_with_any (const Finder *finder, const SynToken *token, const char *list)
{
  const char *const *endings = syn_lexicon_get_list (finder->document->lexicon, list);
  g_autofree char *lower
      = syn_text_dup_lower (finder->text + token->span.start, token->span.end - token->span.start);

  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

/* "die Stadt", "schwere Kämpfe", "drei Häuser": what stands before tells a noun from a name. */
static gboolean
is_before_noun (const Finder *finder, const SynToken *before)
{
  if (is_in_list (finder, "noun-signs", before) || (before->flags & SYN_TOKEN_NUMBER))
    return TRUE;
  return !(before->flags & (SYN_TOKEN_CAPITAL | SYN_TOKEN_STOP | SYN_TOKEN_REPORTING))
         && ends_with_any (finder, before, "adjective-forms");
}

static gboolean
is_sign_of_name (const Finder *finder, const SynToken *before, const SynToken *behind)
{
  if (before != NULL
      && (is_in_list (finder, "name-signs", before) || is_in_list (finder, "titles", before)
          || (before->flags & SYN_TOKEN_REPORTING)))
    return TRUE;
  return behind != NULL && (behind->flags & SYN_TOKEN_REPORTING) != 0;
}

/* Where every noun has a capital, a name is told by what stands beside it, once in the document:
 * no article, but a preposition, a title or a verb of saying. */
static void
learn_nouns (Finder *finder)
{
  SynDocument *self = finder->document;

  for (guint i = 0; i < self->statements->len; i++)
    {
      const SynStatement *statement = &g_array_index (self->statements, SynStatement, i);

      for (guint t = statement->first_token; t < statement->first_token + statement->n_tokens; t++)
        {
          const SynToken *token = &g_array_index (self->tokens, SynToken, t);
          const SynToken *before = word_beside (finder, statement, t, -1),
                         *behind = word_beside (finder, statement, t, 1);

          if (!(token->flags & SYN_TOKEN_WORD) || !(token->flags & SYN_TOKEN_CAPITAL))
            continue;
          if (is_in_list (finder, "nations", token))
            finder->seen[token->term] |= SEEN_SIGN;
          else if ((before != NULL && is_before_noun (finder, before))
                   || is_in_list (finder, "titles", token) || is_in_list (finder, "speakers", token)
                   || is_in_list (finder, "harm", token)
                   || ends_with_any (finder, token, "noun-endings"))
            finder->seen[token->term] |= SEEN_NOUN;
          else if (is_sign_of_name (finder, before, behind))
            finder->seen[token->term] |= SEEN_SIGN;
        }
    }
}

/* Two words with a capital that are no nouns, side by side, are one name: "Ilse Quend". */
static gboolean
is_noun (const Finder *finder, const SynToken *token)
{
  const SynToken *tokens = (const SynToken *)(void *)finder->document->tokens->data;
  guint t = token - tokens;

  if (is_seen (finder, SEEN_NOUN, token->term))
    return TRUE;
  if (is_seen (finder, SEEN_SIGN, token->term))
    return FALSE;
  for (gint k = -1; k <= 1; k += 2)
    {
      const SynToken *other = &tokens[t + k];

      if ((k < 0 && t == 0) || t + k >= finder->document->tokens->len
          || !(other->flags & SYN_TOKEN_WORD))
        continue;
      if ((other->flags & SYN_TOKEN_CAPITAL) && !(other->flags & (SYN_TOKEN_STOP | SYN_TOKEN_FIRST))
          && !is_seen (finder, SEEN_NOUN, other->term))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_name_word (const Finder *finder, const SynToken *token, gboolean title)
{
  if (!(token->flags & SYN_TOKEN_WORD) || !(token->flags & SYN_TOKEN_CAPITAL)
      || (token->flags & (SYN_TOKEN_STOP | SYN_TOKEN_NUMBER)))
    return FALSE;
  if (finder->capital_nouns && is_noun (finder, token))
    return FALSE;
  if (title)
    return is_seen (finder, SEEN_CAPITAL, token->term) && !is_seen (finder, SEEN_LOWER, token->term);
  if (token->flags & SYN_TOKEN_FIRST)
    return is_name_first (finder, token);
  return TRUE;
}

/* Only white space, a hyphen or an initial's dot may stand between two words of one name. */
static gboolean
is_joined (const Finder *finder, const SynToken *before, const SynToken *after)
{
  for (guint32 at = before->span.end; at < after->span.start; at++)
    {
      char c = finder->text[at];

      if (c == '.' && before->span.end - before->span.start == 1)
        continue;
      if (c != ' ' && c != '-' && c != '\t')
        return FALSE;
    }
  return TRUE;
}

/* The token behind @t that goes on the name that ends with it, or 0: the next word, over an
 * initial's dot, a hyphen or a particle ("van", "al-"). */
static guint
next_of_name (const Finder *finder, guint t, guint end, gboolean title)
{
  GArray *tokens = finder->document->tokens;
  const SynToken *last = &g_array_index (tokens, SynToken, t);
  guint particles = 0;

  for (guint i = t + 1; i < end && i < t + 6; i++)
    {
      const SynToken *token = &g_array_index (tokens, SynToken, i);

      if (!(token->flags & SYN_TOKEN_WORD))
        continue;
      if (!is_joined (finder, last, token))
        return 0;
      if (is_name_word (finder, token, title))
        return i;
      if (particles == 2 || !is_in_list (finder, "name-particles", token))
        return 0;
      particles++;
      last = token;
    }
  return 0;
}

/* Bytes of the possessive ending of @token, 0 if it has none. */
static guint
possessive_length (const Finder *finder, const SynToken *token)
{
  guint length = token->span.end - token->span.start;
  const char *tail = finder->text + token->span.end;

  if (length > 2 && tail[-1] == 's' && tail[-2] == '\'')
    return 2;
  return length > 4 && tail[-1] == 's' && strncmp (tail - 4, "\342\200\231", 3) == 0 ? 4 : 0;
}

static guint
add_name (const Finder *finder, guint first, guint end, gboolean title)
{
  GArray *tokens = finder->document->tokens;
  guint last = first, next;
  SynName name = { .first_token = first };

  while ((next = next_of_name (finder, last, end, title)) > 0)
    {
      /* A possessive ends one name, another may follow: "Norway's Bergen". */
      if (possessive_length (finder, &g_array_index (tokens, SynToken, last)) > 0)
        break;
      last = next;
    }
  for (guint t = first; t <= last; t++)
    if (g_array_index (tokens, SynToken, t).flags & SYN_TOKEN_WORD)
      g_array_index (tokens, SynToken, t).flags |= SYN_TOKEN_NAME;
  name.n_tokens = last - first + 1;
  name.span.start = g_array_index (tokens, SynToken, first).span.start;
  name.span.end = g_array_index (tokens, SynToken, last).span.end;
  name.span.end -= possessive_length (finder, &g_array_index (tokens, SynToken, last));
  name.term = g_array_index (tokens, SynToken, last).term;
  g_array_append_val (finder->document->names, name);
  return last + 1;
}

/* "Mayor" or "Gen" before a name belongs to it; a title by itself names nobody. */
static gboolean
is_lone_title (const Finder *finder, guint first, guint end, gboolean title)
{
  return is_in_list (finder, "titles", &g_array_index (finder->document->tokens, SynToken, first))
         && next_of_name (finder, first, end, title) == 0;
}

/**
 * syn_names_find:
 *
 * Finds runs of capitalised words, with the particles and initials inside them.  The first word of
 * a sentence counts only if the document does not also write it in lower case, and in headlines
 * that capitalise every word only what is a name elsewhere counts.
 */
void
syn_names_find (SynDocument *self)
{
  g_autofree guint8 *seen = g_new0 (guint8, syn_document_get_n_terms (self));
  Finder finder = { self, syn_article_get_text (self->article), seen, FALSE };

  finder.capital_nouns = syn_lexicon_get_words (self->lexicon, "noun-signs") != NULL;
  learn_words (&finder);
  if (finder.capital_nouns)
    learn_nouns (&finder);
  for (guint i = 0; i < self->statements->len; i++)
    {
      SynStatement *statement = &g_array_index (self->statements, SynStatement, i);
      guint end = statement->first_token + statement->n_tokens;
      gboolean title = is_title_case (&finder, statement);

      statement->first_name = self->names->len;
      for (guint t = statement->first_token; t < end;)
        {
          if (!is_name_word (&finder, &g_array_index (self->tokens, SynToken, t), title)
              || is_lone_title (&finder, t, end, title))
            t++;
          else
            t = add_name (&finder, t, end, title);
        }
      statement->n_names = self->names->len - statement->first_name;
    }
}
