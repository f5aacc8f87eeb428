/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-journal.h"

#include <glib/gi18n-lib.h>

#include "store/syn-records.h"

/* What the entries of the history are called: as something to undo, and as something that was done.  Numbers and names
 * stand in the detail, so that a file can be read in another language than the one it was written in. */

typedef struct
{
  const char *verb;
  const char *plain;
  const char *with_detail; /* %s: names of sources, of a field, or a tag */
  const char *past;
  const char *past_with_detail;
} Phrase;

static const Phrase phrases[] = {
  { "note", N_ ("change note"), NULL, N_ ("changed the note"), NULL },
  { "wording", N_ ("change wording"), NULL, N_ ("reworded the claim"), NULL },
  { "evidence", N_ ("add evidence"), NULL, N_ ("added evidence"), NULL },
  { "comment", N_ ("comment"), NULL, N_ ("commented"), NULL },
  { "new-claim", N_ ("new claim"), NULL, N_ ("made the claim"), NULL },
  { "statements", N_ ("change statements of claim"), NULL, N_ ("changed which statements belong to it"), NULL },
  { "split", N_ ("split claim"), NULL, N_ ("split the claim"), NULL },
  { "merge", N_ ("merge claims"), NULL, N_ ("merged claims"), NULL },
  { "remove", N_ ("strike out claim"), NULL, N_ ("struck out: not a claim"), NULL },
  { "restore", N_ ("take claim back in"), NULL, N_ ("took the claim back in"), NULL },
  { "settle", N_ ("nothing to decide"), NULL, N_ ("said that there is nothing to decide"), NULL },
  { "unsettle", N_ ("open claim again"), NULL, N_ ("opened the claim again"), NULL },
  { "label", N_ ("add tag"), N_ ("add tag %s"), N_ ("added a tag"), N_ ("added the tag %s") },
  { "unlabel", N_ ("remove tag"), N_ ("remove tag %s"), N_ ("removed a tag"), N_ ("removed the tag %s") },
  { "stance", N_ ("correct stance"), N_ ("correct stance of %s"), N_ ("corrected a stance"),
    N_ ("corrected the stance of %s") },
  { "link", N_ ("link"), N_ ("link %s"), N_ ("linked two statements"), N_ ("linked %s") },
  { "unlink", N_ ("unlink"), N_ ("unlink %s"), N_ ("unlinked two statements"), N_ ("unlinked %s") },
  { "dismiss", N_ ("dismiss conflict"), N_ ("dismiss conflict: %s"), N_ ("dismissed a conflict"),
    N_ ("dismissed a conflict: %s") },
  { "import", N_ ("take over verdicts"), N_ ("take over verdicts of %s"), N_ ("took over verdicts"),
    N_ ("took over the verdicts of %s") },
  { "edit", N_ ("edit article"), N_ ("edit %s"), N_ ("edited an article"), N_ ("edited %s") },
  { "move", N_ ("move article"), N_ ("move the article of %s"), N_ ("moved an article to another story"),
    N_ ("moved the article of %s to another story") },
  { "tags", N_ ("change own tags"), NULL, N_ ("changed the own tags"), NULL },
};

static const struct
{
  SynVerdict verdict;
  const char *plain, *past;
} tagging[SYN_N_VERDICTS] = {
  { SYN_VERDICT_OPEN, N_ ("clear verdict"), N_ ("cleared the verdict") },
  { SYN_VERDICT_CONFIRMED, N_ ("tag confirmed"), N_ ("tagged confirmed") },
  { SYN_VERDICT_DISPUTED, N_ ("tag disputed"), N_ ("tagged disputed") },
  { SYN_VERDICT_UNVERIFIED, N_ ("tag unverified"), N_ ("tagged unverified") },
};

#define MANY "\t\303\227" /* between a detail and how many things it was done to */

char *
syn_journal_dup_detail (const char *detail, guint n)
{
  if (n < 2)
    return g_strdup (detail);
  return g_strdup_printf ("%s" MANY "%u", detail != NULL ? detail : "", n);
}

static const Phrase *
find_phrase (const char *verb)
{
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (g_str_equal (verb, phrases[i].verb))
      return &phrases[i];
  return NULL;
}

static char *
fill_in (const char *plain, const char *with_detail, const char *detail)
{
  if (detail == NULL || *detail == '\0' || with_detail == NULL)
    return g_strdup (_ (plain));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_ (with_detail), detail);
#pragma GCC diagnostic pop
}

static char *
phrase_one (const char *verb, const char *detail, gboolean past)
{
  const Phrase *phrase = find_phrase (verb);
  SynVerdict verdict;

  if (g_str_equal (verb, "tag"))
    {
      if (!syn_verdict_from_string (detail, &verdict))
        return g_strdup (past ? _ ("tagged") : _ ("tag"));
      return g_strdup (past ? _ (tagging[verdict].past) : _ (tagging[verdict].plain));
    }
  if (phrase == NULL)
    return g_strdup (verb);
  return past ? fill_in (phrase->past, phrase->past_with_detail, detail)
              : fill_in (phrase->plain, phrase->with_detail, detail);
}

static char *
phrase (const char *verb, const char *detail, gboolean past)
{
  const char *many = detail != NULL ? strstr (detail, MANY) : NULL;
  g_autofree char *own = many != NULL ? g_strndup (detail, (gsize) (many - detail)) : g_strdup (detail);
  g_autofree char *one = NULL;
  guint n;

  /* "revert" names in its detail the verb and detail of what it takes back. */
  if (g_str_equal (verb, "revert"))
    {
      const char *tab = detail != NULL ? strchr (detail, '\t') : NULL;
      g_autofree char *of = tab != NULL ? g_strndup (detail, (gsize) (tab - detail)) : g_strdup (detail);
      g_autofree char *what = phrase (of != NULL ? of : "", tab != NULL ? tab + 1 : NULL, FALSE);

      return g_strdup_printf (past ? _ ("took back: %s") : _ ("take back: %s"), what);
    }
  one = phrase_one (verb, own, past);
  if (many == NULL)
    return g_steal_pointer (&one);
  n = (guint) g_ascii_strtoull (many + strlen (MANY), NULL, 10);
  /* Translators: "tag disputed (12 claims)" */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s (%u claim)", "%s (%u claims)", n), one, n);
}

char *
syn_journal_dup_phrase (const char *verb, const char *detail)
{
  return phrase (verb, detail, FALSE);
}

char *
syn_journal_dup_past (const char *verb, const char *detail)
{
  return phrase (verb, detail, TRUE);
}
