/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "exchange/syn-annotated-set.h"
#include "exchange/syn-exporter.h"

/* One reader rules and exports; another opens the file alone and must find the same articles and rulings. */

static const char first[] = "Bridge falls at Oster\n\nThe old bridge at Oster fell into the river on Monday night.\n\n"
                            "Twelve people were hurt when the bridge fell, the mayor said.\n";
static const char second[] = "Oster bridge collapses\n\nOster’s old bridge fell into the river late on Monday night.\n\n"
                             "Nine people were hurt when the bridge fell, police said.\n";

typedef struct
{
  char *folder;
  char *set;
} Fixture;

static void
write_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("synoptic-reimport-XXXXXX", NULL);
  fixture->set = g_build_filename (fixture->folder, "set.json", NULL);
  write_file (fixture, "first.txt", first);
  write_file (fixture, "second.txt", second);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "first.txt", "second.txt", "third.txt", "fourth.txt", "set.json" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->set);
}

static GPtrArray *
list_files (const char *path)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, g_file_new_for_path (path));
  return files;
}

static SynCorpus *
open_in (SynWorkspace *workspace, GPtrArray *files, guint n_articles)
{
  g_autoptr (GError) error = NULL;
  SynCorpus *corpus = syn_corpus_load (files, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (syn_corpus_get_n_articles (corpus), ==, n_articles);
  g_assert_true (syn_workspace_put_corpus (workspace, corpus, &error));
  g_assert_no_error (error);
  return corpus;
}

static SynComparison *
compare_in (SynWorkspace *workspace, SynCorpus *corpus, GPtrArray **out_records)
{
  g_autoptr (SynComparison) fresh = syn_comparison_new (corpus, 0, SYN_COMPARE_DEFAULT, NULL, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) orphans = NULL;
  g_autoptr (SynDecisions) decisions = syn_workspace_resolve (workspace, fresh, out_records, &orphans, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (orphans->len, ==, 0);
  return syn_comparison_apply (fresh, decisions);
}

static void
rule_and_export (Fixture *fixture, SynVerdict verdict)
{
  g_autoptr (SynWorkspace) workspace = syn_workspace_open (":memory:", FALSE, NULL);
  g_autoptr (GPtrArray) files = list_files (fixture->folder);
  g_autoptr (SynCorpus) corpus = open_in (workspace, files, 2);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (SynComparison) before = compare_in (workspace, corpus, &none);
  g_autoptr (SynClaimRecord) record = NULL;
  g_autoptr (SynComparison) after = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (fixture->set);
  g_autoptr (GError) error = NULL;
  SynExportSet set = { .title = "Oster", .generated = "2026-03-04T10:00:00Z" };

  syn_workspace_set_annotator (workspace, "First Reader");
  record = syn_workspace_tag (workspace, before, 0, verdict, &error);
  g_assert_no_error (error);
  after = compare_in (workspace, corpus, &records);
  set.comparison = after;
  set.records = records;
  g_assert_true (syn_exporter_save (syn_exporter_find ("json"), &set, file, NULL, &error));
  g_assert_no_error (error);
}

static guint
count_verdict (GPtrArray *records, SynVerdict verdict)
{
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    n += ((SynClaimRecord *) g_ptr_array_index (records, i))->verdict == verdict;
  return n;
}

static void
test_another_reader (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SynWorkspace) workspace = syn_workspace_open (":memory:", FALSE, NULL);
  g_autoptr (GPtrArray) files = list_files (fixture->set);
  g_autoptr (SynCorpus) corpus = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  g_autoptr (SynComparison) comparison = NULL;
  g_autoptr (SynComparison) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  guint n;

  rule_and_export (fixture, SYN_VERDICT_DISPUTED);
  corpus = open_in (workspace, files, 2);
  g_assert_cmpstr (syn_article_get_text (syn_corpus_get_article (corpus, 0)), ==, first);
  g_assert_true (syn_annotated_set_import (workspace, files, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  comparison = compare_in (workspace, corpus, &records);
  g_assert_cmpuint (count_verdict (records, SYN_VERDICT_DISPUTED), ==, 1);
  g_assert_nonnull (syn_comparison_get_claims (comparison, NULL)[0].id);

  /* Again: nothing is newer.  Undone: as it was. */
  g_assert_true (syn_annotated_set_import (workspace, files, &n, &error));
  g_assert_cmpuint (n, ==, 0);
  label = syn_workspace_dup_undo_label (workspace);
  g_assert_nonnull (strstr (label, "set.json"));
  g_assert_true (syn_workspace_undo (workspace, &error));
  again = compare_in (workspace, corpus, &undone);
  g_assert_cmpuint (count_verdict (undone, SYN_VERDICT_DISPUTED), ==, 0);
}

static GPtrArray *
make_tags (const char *id, const char *name, const char *scale, guint key)
{
  GPtrArray *tags = g_ptr_array_new_with_free_func ((GDestroyNotify) syn_tag_free);

  g_ptr_array_add (tags, syn_tag_new (id, name, scale, key));
  return tags;
}

static GArray *
make_claims (guint claim)
{
  GArray *claims = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (claims, claim);
  return claims;
}

/* Everything but a verdict: a tag, a value of a scale, a stance, a comment, and one claim struck out. */
static void
say_and_export (Fixture *fixture)
{
  g_autoptr (SynWorkspace) workspace = syn_workspace_open (":memory:", FALSE, NULL);
  g_autoptr (GPtrArray) files = list_files (fixture->folder);
  g_autoptr (SynCorpus) corpus = open_in (workspace, files, 2);
  g_autoptr (GPtrArray) none = NULL, records = NULL;
  g_autoptr (GPtrArray) tags = make_tags ("first-legal", "Legal", NULL, 4);
  g_autoptr (SynComparison) before = compare_in (workspace, corpus, &none), after = NULL;
  g_autoptr (GArray) said = make_claims (0), struck = make_claims (1);
  g_autoptr (SynClaimRecord) stance = NULL, comment = NULL;
  g_autoptr (GError) error = NULL;
  SynExportSet set = { .title = "Oster", .generated = "2026-03-04T10:00:00Z" };

  syn_workspace_set_annotator (workspace, "First Reader");
  g_ptr_array_add (tags, syn_tag_new ("first-half", "Half true", "Meter", 5));
  g_assert_true (syn_workspace_set_tags (workspace, tags, NULL));
  g_assert_true (syn_workspace_label_claims (workspace, before, said, "first-legal", TRUE, NULL));
  g_assert_true (syn_workspace_label_claims (workspace, before, said, "first-half", TRUE, NULL));
  stance = syn_workspace_set_stance (workspace, before, 0, 1, SYN_STANCE_DENIES, NULL);
  comment = syn_workspace_add_comment (workspace, before, 0, NULL, "Who counted?", NULL);
  g_assert_true (syn_workspace_remove_claims (workspace, before, struck, NULL));
  after = compare_in (workspace, corpus, &records);
  set.comparison = after;
  set.records = records;
  for (const SynExporter *const *exporter = syn_exporter_list (); *exporter != NULL; exporter++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (fixture->set);
      g_autofree char *content = NULL;

      if (g_str_equal ((*exporter)->id, "json"))
        continue;
      g_assert_true (syn_exporter_save (*exporter, &set, file, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (fixture->set, &content, NULL, NULL));
      g_assert_nonnull (strstr (content, "Legal"));
      g_assert_nonnull (strstr (content, "Meter: Half true"));
      g_assert_nonnull (strstr (content, "Who counted?"));
    }
  {
    g_autoptr (GFile) file = g_file_new_for_path (fixture->set);

    g_assert_true (syn_exporter_save (syn_exporter_find ("json"), &set, file, NULL, &error));
    g_assert_no_error (error);
  }
}

/* The other reader has a tag of the same name and one on the same key: the name counts, and her key stays hers. */
static void
test_sayings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SynWorkspace) workspace = syn_workspace_open (":memory:", FALSE, NULL);
  g_autoptr (GPtrArray) files = list_files (fixture->set);
  g_autoptr (GPtrArray) records = NULL, tags = make_tags ("my-legal", "Legal", NULL, 5), listed = NULL;
  g_autoptr (SynCorpus) corpus = NULL;
  g_autoptr (SynComparison) comparison = NULL;
  g_autoptr (GError) error = NULL;
  const SynClaimRecord *said = NULL;
  guint n, n_claims, n_removed = 0;

  say_and_export (fixture);
  g_assert_true (syn_workspace_set_tags (workspace, tags, NULL));
  corpus = open_in (workspace, files, 2);
  {
    g_autoptr (GPtrArray) none = NULL;
    g_autoptr (SynComparison) before = compare_in (workspace, corpus, &none);

    syn_comparison_get_claims (before, &n_claims);
  }
  g_assert_true (syn_annotated_set_import (workspace, files, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  comparison = compare_in (workspace, corpus, &records);
  for (guint i = 0; i < records->len; i++)
    {
      const SynClaimRecord *record = records->pdata[i];

      n_removed += record->removed;
      if (record->comments->len > 0)
        said = record;
    }
  g_assert_cmpuint (n_removed, ==, 1);
  g_assert_nonnull (said);
  g_assert_true (syn_claim_record_has_tag (said, "my-legal"));
  g_assert_true (syn_claim_record_has_tag (said, "first-half"));
  g_assert_false (syn_claim_record_is_open (said));
  g_assert_cmpuint (said->stances->len, ==, 1);
  g_assert_cmpint (((SynOwnStance *) said->stances->pdata[0])->stance, ==, SYN_STANCE_DENIES);
  g_assert_cmpstr (((SynComment *) said->comments->pdata[0])->annotator, ==, "First Reader");
  listed = syn_workspace_list_tags (workspace, NULL);
  g_assert_cmpuint (listed->len, ==, 2);
  g_assert_cmpuint (((SynTag *) listed->pdata[1])->key, ==, 0);
  syn_comparison_get_claims (comparison, &n);
  g_assert_cmpuint (n, <, n_claims);
}

/* Both wrote: both comments stay, whoever ruled last. */
static void
test_comments_of_both (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SynWorkspace) workspace = syn_workspace_open (":memory:", FALSE, NULL);
  g_autoptr (GPtrArray) files = list_files (fixture->set), records = NULL, again = NULL;
  g_autoptr (SynCorpus) corpus = NULL;
  g_autoptr (SynComparison) comparison = NULL, after = NULL;
  g_autoptr (SynClaimRecord) mine = NULL, ruled = NULL;
  g_autoptr (GError) error = NULL;
  guint n, most = 0;

  say_and_export (fixture);
  corpus = open_in (workspace, files, 2);
  g_assert_true (syn_annotated_set_import (workspace, files, &n, &error));
  g_assert_true (syn_workspace_undo (workspace, &error));
  g_assert_true (syn_workspace_redo (workspace, &error));
  comparison = compare_in (workspace, corpus, &records);
  syn_workspace_set_annotator (workspace, "Second Reader");
  for (guint i = 0; i < records->len; i++)
    {
      const SynClaimRecord *record = records->pdata[i];
      guint n_claims;
      const SynClaim *claims = syn_comparison_get_claims (comparison, &n_claims);

      for (guint k = 0; k < n_claims && record->comments->len > 0 && mine == NULL; k++)
        if (g_strcmp0 (claims[k].id, record->id) == 0)
          {
            mine = syn_workspace_add_comment (workspace, comparison, k, NULL, "I did.", NULL);
            ruled = syn_workspace_tag (workspace, comparison, k, SYN_VERDICT_DISPUTED, NULL);
          }
    }
  g_assert_nonnull (ruled);
  g_assert_true (syn_annotated_set_import (workspace, files, &n, &error));
  g_assert_no_error (error);
  after = compare_in (workspace, corpus, &again);
  for (guint i = 0; i < again->len; i++)
    most = MAX (most, ((SynClaimRecord *) again->pdata[i])->comments->len);
  g_assert_cmpuint (most, ==, 2);
}

static const char third[] = "Mayor on the Oster bridge\n\nNobody was hurt when the bridge at Oster fell, the mayor said.\n\n"
                            "The old bridge fell into the river on Tuesday morning.\n";
static const char fourth[] = "Oster mourns its bridge\n\nEleven people were hurt as the Oster bridge fell into the river.\n\n"
                             "The old bridge at Oster was built in 1911.\n";

/* A reader at work: what she does next is drawn by lot. */
typedef struct
{
  GRand *lots;
  SynWorkspace *workspace;
  SynCorpus *corpus;
  SynComparison *comparison;
  GPtrArray *records;
} Reader;

static void
reader_look (Reader *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SynStories) stories = syn_workspace_group (self->workspace, self->corpus, NULL, &error);
  g_autoptr (SynComparison) fresh = NULL;
  g_autoptr (SynDecisions) decisions = NULL;

  g_assert_no_error (error);
  fresh = syn_comparison_new_stories (stories, 0, SYN_COMPARE_DEFAULT, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_object (&self->comparison);
  decisions = syn_workspace_resolve (self->workspace, fresh, &self->records, NULL, &error);
  g_assert_no_error (error);
  self->comparison = syn_comparison_apply (fresh, decisions);
}

static void
reader_clear (Reader *self)
{
  g_clear_object (&self->workspace);
  g_clear_object (&self->corpus);
  g_clear_object (&self->comparison);
  g_clear_pointer (&self->records, g_ptr_array_unref);
}

static guint
draw (Reader *self, guint n)
{
  return (guint) g_rand_int_range (self->lots, 0, (gint32) n);
}

static void
reader_open (Reader *self, const char *path)
{
  g_autoptr (GPtrArray) files = list_files (path);
  g_autoptr (GError) error = NULL;

  self->workspace = syn_workspace_open (":memory:", FALSE, &error);
  g_assert_no_error (error);
  self->corpus = open_in (self->workspace, files, 4);
  g_assert_true (syn_annotated_set_import (self->workspace, files, NULL, &error));
  g_assert_no_error (error);
  reader_look (self);
}

static void
say_something (Reader *self, guint claim)
{
  g_autoptr (GArray) claims = make_claims (claim);
  g_autoptr (SynClaimRecord) record = NULL;
  const SynEvidence url = { .kind = (char *) "url", .target = (char *) "https://oster.example/bridge" };
  g_autofree char *tag = NULL;

  switch (draw (self, 9))
    {
    case 0:
      syn_workspace_remove_claims (self->workspace, self->comparison, claims, NULL);
      break;
    case 1:
      syn_workspace_settle_claims (self->workspace, self->comparison, claims, TRUE, NULL);
      break;
    case 2:
      record = syn_workspace_set_note (self->workspace, self->comparison, claim, "Ask “them” — 橋\n", NULL);
      break;
    case 3:
      record = syn_workspace_set_wording (self->workspace, self->comparison, claim, "The bridge fell.", NULL);
      break;
    case 4:
      tag = syn_workspace_make_tag (self->workspace, draw (self, 2) == 0 ? "Legal" : "Desk", NULL);
      syn_workspace_label_claims (self->workspace, self->comparison, claims, tag, TRUE, NULL);
      break;
    case 5:
      record = syn_workspace_set_stance (self->workspace, self->comparison, claim, draw (self, 4),
                                         (gint) draw (self, 4), NULL);
      break;
    case 6:
      record = syn_workspace_add_comment (self->workspace, self->comparison, claim, NULL, "Who counted?", NULL);
      break;
    case 7:
      record = syn_workspace_add_evidence (self->workspace, self->comparison, claim, &url, NULL, NULL);
      break;
    default:
      record = syn_workspace_tag (self->workspace, self->comparison, claim, (SynVerdict) draw (self, 4), NULL);
    }
}

static void
regroup_something (Reader *self, guint claim)
{
  guint n_claims;
  const SynClaim *claims = syn_comparison_get_claims (self->comparison, &n_claims);
  g_autoptr (GArray) some = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (SynClaimRecord) record = NULL;

  if (draw (self, 2) == 0 && n_claims > 1)
    {
      const guint other = (claim + 1) % n_claims;

      g_array_append_val (some, claim);
      g_array_append_val (some, other);
      record = syn_workspace_merge_claims (self->workspace, self->comparison, some, NULL);
      return;
    }
  g_array_append_val (some, g_array_index (claims[claim].statements, guint, 0));
  if (draw (self, 2) == 0)
    record = syn_workspace_new_claim (self->workspace, self->comparison, some, "My own", NULL);
  else if (claims[claim].statements->len > 1)
    record = syn_workspace_split_claim (self->workspace, self->comparison, claim, some, "Apart", NULL);
}

static void
correct_something (Reader *self)
{
  const guint n = syn_comparison_get_n_statements (self->comparison);
  const guint a = draw (self, n), b = (a + 1 + draw (self, n - 1)) % n;
  guint n_conflicts;

  syn_comparison_get_conflicts (self->comparison, &n_conflicts);
  switch (draw (self, 4))
    {
    case 0:
      syn_workspace_link (self->workspace, self->comparison, a, b, NULL);
      break;
    case 1:
      syn_workspace_unlink (self->workspace, self->comparison, a, b, NULL);
      break;
    case 2:
      if (n_conflicts > 0)
        syn_workspace_dismiss (self->workspace, self->comparison, draw (self, n_conflicts), "Another day", NULL);
      break;
    default:
      syn_workspace_move_article (self->workspace, syn_corpus_get_article (self->corpus, draw (self, 4)),
                                  syn_corpus_get_article (self->corpus, draw (self, 4)), NULL);
    }
}

static void
reader_work (Reader *self)
{
  for (guint step = 0; step < 12; step++)
    {
      const guint what = draw (self, 4);
      guint n_claims;

      syn_comparison_get_claims (self->comparison, &n_claims);
      if (what == 0 || n_claims == 0)
        correct_something (self);
      else if (what == 1)
        regroup_something (self, draw (self, n_claims));
      else
        say_something (self, draw (self, n_claims));
      reader_look (self);
    }
}

static char *
reader_export (Reader *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SynKept) kept = syn_workspace_list_kept (self->workspace, self->comparison, &error);
  SynExportSet set = { .title = "Oster", .generated = "2026-03-04T10:00:00Z", .comparison = self->comparison,
                       .records = self->records, .kept = kept };
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  syn_exporter_find ("json")->write (&set, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whatever one reader decided, another one who opens the export has it all, and exports the same. */
static void
test_there_and_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) lots = g_rand_new_with_seed (20261125);

  write_file (fixture, "third.txt", third);
  write_file (fixture, "fourth.txt", fourth);
  for (guint run = 0; run < 40; run++)
    {
      Reader one = { .lots = lots }, other = { .lots = lots };
      g_autofree char *there = NULL, *back = NULL;

      g_unlink (fixture->set);
      reader_open (&one, fixture->folder);
      reader_work (&one);
      there = reader_export (&one);
      write_file (fixture, "set.json", there);
      reader_open (&other, fixture->set);
      back = reader_export (&other);
      g_assert_cmpstr (there, ==, back);
      reader_clear (&one);
      reader_clear (&other);
    }
}

static void
test_broken_set (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SynWorkspace) workspace = syn_workspace_open (":memory:", FALSE, NULL);
  g_autoptr (GPtrArray) files = list_files (fixture->set);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length;
  guint n = 7;

  rule_and_export (fixture, SYN_VERDICT_CONFIRMED);
  g_assert_true (g_file_get_contents (fixture->set, &content, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->set, content, length / 2, NULL));
  g_assert_false (syn_annotated_set_import (workspace, files, &n, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "set.json"));
}

/* Sets in which something stands that no exporter wrote: they are taken or refused with a reason, and what was kept
 * before stays sound. */
static void
test_mutated_sets (Fixture *fixture, gconstpointer data)
{
  static const char *const scraps[] = { "null", "-1", "4294967296", "1e999", "[]", "{}", "true", "\"a1\"", "\"\"" };
  g_autoptr (GRand) lots = g_rand_new_with_seed (20261125);
  g_autofree char *content = NULL;
  Reader one = { .lots = lots };

  write_file (fixture, "third.txt", third);
  write_file (fixture, "fourth.txt", fourth);
  reader_open (&one, fixture->folder);
  reader_work (&one);
  content = reader_export (&one);
  for (guint run = 0; run < 300; run++)
    {
      g_autoptr (GString) text = g_string_new (content);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (SynAnnotatedSet) set = NULL;
      g_autoptr (GError) error = NULL;

      for (guint k = 0; k < 1 + run % 4; k++)
        {
          /* What stands between a colon and the end of the line is a value, or the beginning of one. */
          const char *from = strstr (text->str + draw (&one, (guint) text->len), " : ");
          const gsize at = from != NULL ? (gsize) (from + 3 - text->str) : 0;
          const gsize n = strcspn (text->str + at, run % 3 == 0 ? "\n" : ",\n");

          g_string_erase (text, (gssize) at, (gssize) n);
          g_string_insert (text, (gssize) at, scraps[draw (&one, G_N_ELEMENTS (scraps))]);
        }
      bytes = g_bytes_new (text->str, text->len);
      set = syn_annotated_set_parse (bytes, &error);
      g_assert_true ((set == NULL) == (error != NULL));
      if (set == NULL)
        continue;
      if (!syn_workspace_put_set (one.workspace, set->records, set->kept, "set.json", NULL, &error))
        g_assert_nonnull (error);
      reader_look (&one);
    }
  reader_clear (&one);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/reimport/another-reader", Fixture, NULL, fixture_set_up, test_another_reader, fixture_tear_down);
  g_test_add ("/reimport/sayings", Fixture, NULL, fixture_set_up, test_sayings, fixture_tear_down);
  g_test_add ("/reimport/comments-of-both", Fixture, NULL, fixture_set_up, test_comments_of_both,
              fixture_tear_down);
  g_test_add ("/reimport/there-and-back", Fixture, NULL, fixture_set_up, test_there_and_back, fixture_tear_down);
  g_test_add ("/reimport/mutated-sets", Fixture, NULL, fixture_set_up, test_mutated_sets, fixture_tear_down);
  g_test_add ("/reimport/broken-set", Fixture, NULL, fixture_set_up, test_broken_set, fixture_tear_down);
  return g_test_run ();
}
