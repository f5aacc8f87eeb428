/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-line.h"

#include "text/syn-text-char.h"

#include <string.h>

/* A caption's credit is no longer than this, in bytes. */
#define MAX_CREDIT 90
/* A cue inside a longer line may be part of a sentence. */
#define MAX_BOILERPLATE_WORDS 45
#define MAX_BYLINE_WORDS 16
/* A cue word of fewer letters ("via", "map") is no sure sign of a credit. */
#define STRONG_LETTERS 4

/* What shows by its form alone. */
typedef enum
{
  FORM_SHORTCODE,
  FORM_TEMPLATE,
  FORM_ADDRESS,
  FORM_EMBEDDED_POST, /* "— Name (@name) May 23, 2023" */
  FORM_INITIALS,      /* "(ab/cd)" */
  FORM_SIGN,          /* "(AFP)", "(ab)" */
  FORM_COPYRIGHT,
  FORM_ACRONYM, /* a broadcaster's or an agency's, left of its logo */
  FORM_FIGURE,  /* of a counter */
  FORM_HANDLE,
  N_DEBRIS_FORMS,
  FORM_COUNT = N_DEBRIS_FORMS,
  FORM_SLASHED_NAMES,
  FORM_COPYRIGHT_HOLDER,
  N_FORMS
} Form;

static const char *const forms[N_FORMS] = {
  [FORM_SHORTCODE]
  = "^\\[/?[\\p{L}_][\\w-]*(\\s+[^\\]]*=[^\\]]*|[_/][^\\]\\s]*)?\\s*/?\\]$",
  [FORM_TEMPLATE] = "^\\{\\{.*\\}\\}$",
  [FORM_ADDRESS] = "^(https?://|www\\.|pic\\.twitter\\.com/|t\\.co/)\\S+$",
  [FORM_EMBEDDED_POST] = "^[—–-]\\s?.{1,60}\\(@\\w+\\).{0,40}$",
  [FORM_INITIALS] = "^\\(\\s*\\p{L}{2,4}(\\s*[/,]\\s*\\p{L}{2,4})+\\s*\\)$",
  [FORM_SIGN] = "^\\(\\s*(\\p{Ll}{2,4}|\\p{Lu}{2,5})\\s*\\)$",
  [FORM_COPYRIGHT] = "^(©|\\([cC]\\)|[cC]opyright\\b|COPYRIGHT\\b).{0,80}\\d{4}",
  [FORM_ACRONYM] = "^\\p{Lu}{2,4}$",
  [FORM_FIGURE] = "^\\d{1,4}$",
  [FORM_HANDLE] = "^@\\w+$",
  [FORM_COUNT] = "^[\\d.,]+[km]?$",
  [FORM_SLASHED_NAMES] = "\\p{L}\\s?/\\s?\\p{Lu}",
  [FORM_COPYRIGHT_HOLDER] = "©\\s*\\p{L}",
};

/* The first characters of the forms that begin with certain ones: most lines have none of them. */
static const char *const beginnings[N_FORMS] = {
  [FORM_SHORTCODE] = "[",       [FORM_TEMPLATE] = "{", [FORM_ADDRESS] = "hwpt",
  [FORM_EMBEDDED_POST] = "-—–", [FORM_INITIALS] = "(", [FORM_SIGN] = "(",
  [FORM_COPYRIGHT] = "©(cC",    [FORM_HANDLE] = "@",   [FORM_FIGURE] = "0123456789",
  [FORM_COUNT] = "0123456789.,",
};
/* Bytes of the longest short form: four letters of four bytes, and a newline that "$" overlooks. */
#define MAX_ACRONYM 17

static gboolean
can_match (Form form, const char *text)
{
  if ((form == FORM_ACRONYM && strnlen (text, MAX_ACRONYM + 1) > MAX_ACRONYM)
      || (form == FORM_SLASHED_NAMES && strchr (text, '/') == NULL)
      || (form == FORM_COPYRIGHT_HOLDER && strstr (text, "©") == NULL))
    return FALSE;
  return beginnings[form] == NULL || (guchar)text[0] >= 0x80
         || strchr (beginnings[form], text[0]) != NULL;
}

/* Compiled once: an import asks millions of times. */
static gboolean
matches (Form form, const char *text)
{
  static GRegex *compiled[N_FORMS];
  static gsize ready = 0;

  if (!can_match (form, text))
    return FALSE;
  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < N_FORMS; i++)
        compiled[i] = g_regex_new (forms[i], G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&ready, 1);
    }
  return g_regex_match (compiled[form], text, 0, NULL);
}

/* The words of @text, cut at white space without a regular expression. */
static GStrv
split_words (const char *text)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  while (*text != '\0')
    {
      const char *end = text;
      g_autofree char *word = NULL;

      while (*end != '\0' && !syn_char_is_space (syn_char_at (end)))
        end = g_utf8_next_char (end);
      word = g_strndup (text, end - text);
      if (*word != '\0')
        g_strv_builder_add (words, word);
      text = *end != '\0' ? g_utf8_next_char (end) : end;
    }
  return g_strv_builder_end (words);
}

/* "and", "de", "van": they may stand small in a name or a title. */
static gboolean
is_small_word (const char *word)
{
  static const char *const small[]
      = { "and", "&", "by", "of", "the", "for", "in", "at", "on", "to", "a", "an", "with", "und", "von",
          "van", "der", "den", "de", "del", "di", "da", "du", "la", "le", "et", "y", "e", "i", "bin",
          "al", "el", "и", "та", "і", "в", NULL };

  return g_strv_contains (small, word);
}

/* What the words of a line show together. */
typedef struct
{
  guint n_capital, n_upper, n_lower;
} Letters;

/* Whether @p, where a word of a name or a title begins, is small and must not be. */
static gboolean
is_too_small (const char *p, const char *end)
{
  g_autofree char *word = NULL;

  if (p == end || !syn_char_is_lower (syn_char_at (p)))
    return FALSE;
  word = g_strndup (p, end - p);
  return !is_small_word (word);
}

/* Counts the letters of a word, ASCII without a look into a table. */
static void
count_letters (SynLine *self, Letters *letters, const char *p, const char *end)
{
  while (p < end)
    {
      gunichar c = syn_char_at (p);

      if (c < 0x80)
        {
          gboolean upper = c - 'A' < 26, lower = c - 'a' < 26;

          self->n_letters += upper + lower;
          letters->n_upper += upper;
          letters->n_lower += lower;
          p++;
          continue;
        }
      self->n_letters += g_unichar_isalpha (c);
      letters->n_upper += g_unichar_isupper (c);
      letters->n_lower += g_unichar_islower (c);
      p = g_utf8_next_char (p);
    }
}

static void
look_at_word (SynLine *self, Letters *letters, const char *p, const char *end)
{
  self->n_words++;
  while (p < end && !syn_char_is_alnum (syn_char_at (p)))
    p = g_utf8_next_char (p);
  if (self->capitalized && is_too_small (p, end))
    self->capitalized = FALSE;
  letters->n_capital += p < end && syn_char_is_upper (syn_char_at (p));
  count_letters (self, letters, p, end);
}

/* Fills the text, its words parted by one space, and what they show. */
static void
look_at_words (SynLine *self, const char *text, const char *end)
{
  char *out = self->text = g_malloc (end - text + 1);
  Letters letters = { 0 };

  self->capitalized = TRUE;
  while (text < end)
    {
      const char *stop = text;

      while (stop < end && !syn_char_is_space (syn_char_at (stop)))
        stop = g_utf8_next_char (stop);
      if (stop > text)
        {
          if (out > self->text)
            *out++ = ' ';
          out = mempcpy (out, text, stop - text);
          look_at_word (self, &letters, text, stop);
        }
      text = stop < end ? g_utf8_next_char (stop) : stop;
    }
  *out = '\0';
  self->capitalized &= letters.n_capital > 0;
  self->upper = letters.n_upper > 1 && letters.n_lower == 0;
}

static void
look_at_end (SynLine *self)
{
  const char *end = self->text + strlen (self->text);
  const char *open = g_str_has_suffix (self->text, ")") ? strrchr (self->text, '(') : NULL;

  /* "… he said. (Agency)" ends before the bracket. */
  if (open != NULL && open - self->text > 2 && open[-1] == ' '
      && strchr (".?!", open[-2]) != NULL)
    end = open - 1;
  while (end > self->text)
    {
      const char *p = g_utf8_prev_char (end);
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);

      self->question = c == '?' || c == '!';
      if (self->question || c == '.' || c == ';' || c == ':' || c == ',' || c == 0x2026
          || c == 0x3002)
        {
          self->ends_sentence = TRUE;
          return;
        }
      if (type != G_UNICODE_FINAL_PUNCTUATION && type != G_UNICODE_CLOSE_PUNCTUATION && c != '"'
          && c != '\'')
        return;
      end = p;
    }
}

/**
 * syn_line_new:
 * @text: valid UTF-8
 * @length: its bytes
 *
 * Returns: (transfer full): what can be seen of the line
 */
SynLine *
syn_line_new (const char *text, gsize length)
{
  SynLine *self = g_new0 (SynLine, 1);

  look_at_words (self, text, text + length);
  self->key = syn_page_cue_key (self->text);
  look_at_end (self);
  return self;
}

/**
 * syn_line_free:
 * @self: (transfer full): a line
 */
void
syn_line_free (SynLine *self)
{
  g_free (self->text);
  g_free (self->key);
  g_free (self);
}

/* Whether all words are of the list of share buttons and counters, figures aside. */
static gboolean
is_share_debris (const SynLine *self, SynPageCues *cues)
{
  g_auto (GStrv) words = NULL;
  guint n_cues = 0;

  if (self->n_words == 0 || self->n_words > 14)
    return FALSE;
  words = split_words (self->key);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = syn_page_cue_key (words[i]);

      if (*word == '\0' || matches (FORM_COUNT, word))
        continue;
      if (!syn_page_cues_has (cues, "share", word))
        return FALSE;
      n_cues += strlen (word) > 2;
    }
  return n_cues > 0;
}

static gboolean
is_debris (const SynLine *self)
{
  if (self->n_words == 0 || self->n_words > 20)
    return FALSE;
  /* Rules and bullets. */
  if (self->n_letters == 0 && strpbrk (self->text, "0123456789") == NULL)
    return TRUE;
  for (guint i = 0; i < N_DEBRIS_FORMS; i++)
    if (matches (i, self->text))
      /* A word in brackets is a remark; only code has an underscore, a slash or an equals sign. */
      return i != FORM_SHORTCODE || strpbrk (self->text, "_/=") != NULL;
  return FALSE;
}

/**
 * syn_line_is_boilerplate:
 * @self: a line
 * @cues: the cues of its language
 * @out_heading: (out): whether links follow that are boilerplate too
 *
 * Returns: whether the line belongs to the page rather than to the article
 */
gboolean
syn_line_is_boilerplate (const SynLine *self, SynPageCues *cues, gboolean *out_heading)
{
  SynPageCue cue = self->n_words <= MAX_BOILERPLATE_WORDS ? syn_page_cues_boilerplate (cues, self->key)
                                                      : SYN_PAGE_CUE_NONE;

  *out_heading = cue == SYN_PAGE_CUE_HEADING;
  return cue != SYN_PAGE_CUE_NONE || is_debris (self) || is_share_debris (self, cues);
}

static gboolean
has_credit_in_brackets (const SynLine *self, SynPageCues *cues)
{
  const char *open = strrchr (self->text, '(');
  g_autofree char *inside = NULL;
  g_autofree char *before = NULL;
  gsize end;

  if (open == NULL || !g_str_has_suffix (self->text, ")") || strlen (open) > MAX_CREDIT)
    return FALSE;
  inside = syn_page_cue_key (open);
  if (syn_page_cues_contains (cues, "caption", STRONG_LETTERS, '\0', inside, &end))
    return TRUE;
  /* "… he said. (Agency)" names the source of a report, "A street in smoke (Name/Agency)" a picture's. */
  before = g_strndup (self->text, open - self->text);
  g_strchomp (before);
  if (before[0] == '\0' || strchr (".?!\"", before[strlen (before) - 1]) != NULL
      || g_str_has_suffix (before, "”"))
    return FALSE;
  return syn_page_cues_contains (cues, "caption", 2, '\0', inside, &end)
         || matches (FORM_SLASHED_NAMES, open);
}

/**
 * syn_line_is_caption:
 * @self: a line
 * @cues: the cues of its language
 *
 * Returns: whether the line stands under a picture, or names who took it
 */
gboolean
syn_line_is_caption (const SynLine *self, SynPageCues *cues)
{
  gsize end;
  const char *rest;

  if (self->n_words > 90)
    return FALSE;
  if (syn_page_cues_prefix (cues, "caption", self->key, &end))
    {
      rest = self->key + end;
      if (*rest == '\0' || *rest == ':' || g_str_has_prefix (rest, " :") || g_str_has_prefix (rest, " ©"))
        return TRUE;
      if (*rest == ' ' && memchr (self->key, ' ', end) != NULL && self->n_words <= 14
          && self->capitalized)
        return TRUE;
    }
  if (has_credit_in_brackets (self, cues))
    return TRUE;
  /* "The quay at dawn. Photograph: Jane Doe/Agency" */
  return (syn_page_cues_contains (cues, "caption", STRONG_LETTERS, ':', self->key, &end)
          || matches (FORM_COPYRIGHT_HOLDER, self->text))
         && strlen (self->key) - end <= MAX_CREDIT && !self->ends_sentence;
}

/**
 * syn_line_is_byline:
 * @self: a line
 * @cues: the cues of its language
 *
 * Returns: whether the line names who wrote the article
 */
gboolean
syn_line_is_byline (const SynLine *self, SynPageCues *cues)
{
  gsize end;
  g_autoptr (SynLine) names = NULL;
  const char *rest;

  if (self->n_words > MAX_BYLINE_WORDS || !syn_page_cues_prefix (cues, "byline", self->key, &end))
    return FALSE;
  rest = self->key + end;
  if (*rest == ':')
    return TRUE;
  /* The names, in the letters they are written in. */
  names = syn_line_new (self->text + (strlen (self->text) - strlen (rest)), strlen (rest));
  return names->n_words >= 1 && names->capitalized && !self->question
         && (!self->ends_sentence || end > 3);
}

/**
 * syn_line_is_name_and_outlet:
 * @self: a line at the top of an article
 * @cues: the cues of its language
 *
 * Returns: whether it is a person's name and, behind a comma, an outlet or an office
 */
gboolean
syn_line_is_name_and_outlet (const SynLine *self, SynPageCues *cues)
{
  g_auto (GStrv) parts = NULL;
  g_auto (GStrv) first = NULL;
  g_auto (GStrv) second = NULL;
  guint n_first;

  if (self->n_words < 3 || self->n_words > 8 || !self->capitalized || self->ends_sentence)
    return FALSE;
  parts = g_regex_split_simple ("\\s*[,|]\\s*", self->key, 0, 0);
  if (g_strv_length (parts) < 2)
    return FALSE;
  first = g_strsplit (parts[0], " ", -1);
  second = g_strsplit (parts[1], " ", -1);
  n_first = g_strv_length (first);
  if (n_first < 2 || n_first > 4)
    return FALSE;
  for (guint i = 0; second[i] != NULL; i++)
    if (syn_page_cues_has (cues, "outlet", second[i]))
      return TRUE;
  return FALSE;
}
