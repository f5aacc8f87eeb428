/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <locale.h>

#include "corpus/syn-roles.h"
#include "exchange/syn-annotated-set.h"
#include "exchange/syn-exporter.h"
#include "syn-error.h"

static gboolean regenerate;

/* Three invented reports; hostile words stand where a careless exporter would let them out. */
static const struct
{
  const char *path, *outlet, *published, *url, *text;
} articles[] = {
  { "a.txt", "=Coastal \"Wire\"", "2026-03-03T09:12:00Z", "https://wire.example/1",
    "Ferry and barge collide off Port Velm\n"
    "The passenger ferry Marguerite and a gravel barge collided in thick fog off Tolven Point on Tuesday morning.\n"
    "Fourteen people were injured in the collision, harbour master Ilse Quend said.\n"
    "=HYPERLINK(\"http://evil.example\") was painted on the barge, a witness said.\n" },
  { "b.txt", "Velm <Courier>", "2026-03-03T09:47:00Z", NULL,
    "Fourteen injured as ferry hits barge\n"
    "The passenger ferry Marguerite and a gravel barge collided in thick fog off Tolven Point on Tuesday morning.\n"
    "Fourteen people were injured in the collision, harbour master Ilse Quend said.\n"
    "<script>alert('x')</script> & more stood in the log.\n" },
  { "c.txt", "Harbour Post", NULL, "not a url",
    "Ferry strikes barge off Tollven Point\n"
    "The island ferry Marguerite collided with a loaded gravel barge off Tollven Point in fog on Tuesday.\n"
    "Seventeen people were injured in the collision, said Dr Amon Reyle of St Brannoc’s hospital.\n"
    "Naïve “quotes”, 日本語 and 🚢 keep their places.\n" },
};

typedef struct
{
  SynComparison *comparison;
  GPtrArray *records;
  SynExportSet set;
} Fixture;

static SynCorpus *
make_corpus (void)
{
  SynCorpus *corpus = syn_corpus_new ("Ferry & barge");

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autoptr (SynArticle) article = syn_article_new (articles[i].path, articles[i].text, -1);
      g_autoptr (GBytes) bytes = g_bytes_new_static (articles[i].text, strlen (articles[i].text));

      g_object_set (article, "outlet", articles[i].outlet, "published", articles[i].published, "url", articles[i].url,
                    "language", "en", NULL);
      syn_article_set_bytes (article, bytes, 0);
      syn_roles_guess (article);
      syn_metadata_guess (article);
      syn_corpus_add (corpus, article);
    }
  return corpus;
}

static SynComment *
make_comment (const char *id, const char *parent, const char *annotator, const char *text)
{
  SynComment *comment = g_new0 (SynComment, 1);

  comment->id = g_strdup (id);
  comment->parent = g_strdup (parent);
  comment->annotator = g_strdup (annotator);
  comment->time = 1772535660;
  comment->text = g_strdup (text);
  return comment;
}

static SynClaimRecord *
make_record (const char *id)
{
  SynClaimRecord *record = syn_claim_record_new (id);
  SynEvidence *evidence = g_new0 (SynEvidence, 1);

  record->verdict = SYN_VERDICT_DISPUTED;
  record->note = g_strdup ("-1 for both: they “count” <b>differently</b>");
  record->annotator = g_strdup ("Reader");
  record->time = 1772535600;
  evidence->kind = g_strdup ("url");
  evidence->target = g_strdup ("https://hospital.example/statement?a=1&b=2");
  evidence->label = g_strdup ("Hospital statement");
  g_ptr_array_add (record->evidence, evidence);
  g_ptr_array_add (record->tags, syn_tag_new ("22222222-2222-4333-8444-555555555555", "Legal; urgent", NULL, 4));
  g_ptr_array_add (record->tags, syn_tag_new ("33333333-2222-4333-8444-555555555555", "Half true", "Meter", 5));
  g_ptr_array_add (record->comments, make_comment ("c-1", NULL, "Reader", "Who <counted>, and when?"));
  g_ptr_array_add (record->comments, make_comment ("c-2", "c-1", "Second Reader", "The port & the hospital."));
  return record;
}

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SynCorpus) corpus = make_corpus ();
  g_autoptr (SynDecisions) decisions = syn_decisions_new ();
  g_autoptr (SynComparison) fresh = NULL;
  SynOwnClaim *own = syn_own_claim_new ("11111111-2222-4333-8444-555555555555", NULL, FALSE);
  const SynClaim *claims;
  guint n;

  fresh = syn_comparison_new (corpus, 0, SYN_COMPARE_DEFAULT, NULL, NULL, NULL, NULL);
  claims = syn_comparison_get_claims (fresh, &n);
  g_assert_cmpuint (n, >, 1);
  g_array_append_vals (own->statements, claims[0].statements->data, claims[0].statements->len);
  g_ptr_array_add (decisions->claims, own);
  fixture->comparison = syn_comparison_apply (fresh, decisions);
  fixture->records = g_ptr_array_new ();
  g_ptr_array_add (fixture->records, make_record (own->id));
  fixture->set = (SynExportSet){ .title = "Ferry & barge", .comparison = fixture->comparison,
                                 .records = fixture->records, .generated = "2026-03-04T10:00:00Z" };
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  SynClaimRecord *record = g_ptr_array_index (fixture->records, 0);

  syn_claim_record_free (record);
  g_ptr_array_unref (fixture->records);
  g_assert_finalize_object (fixture->comparison);
}

static GString *
write_set (Fixture *fixture, const char *format)
{
  GString *out = g_string_new (NULL);

  syn_exporter_find (format)->write (&fixture->set, out);
  return out;
}

static void
test_golden (Fixture *fixture, gconstpointer data)
{
  const SynExporter *exporter = syn_exporter_find (data);
  g_autoptr (GString) out = write_set (fixture, data);
  g_autofree char *name = g_strdup_printf ("ferry.%s", exporter->extension);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "golden", name, NULL);
  g_autofree char *expected = NULL;

  if (regenerate)
    g_assert_true (g_file_set_contents (path, out->str, out->len, NULL));
  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  g_assert_cmpstr (out->str, ==, expected);
}

/* The columns as the reader ordered them, the hidden one named. */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  const guint order[] = { 1, 0 };
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) all = write_set (fixture, "html");
  g_autoptr (GString) out = NULL;
  const char *head;

  g_assert_cmpuint (syn_comparison_get_n_articles (fixture->comparison), ==, 3);
  g_array_append_vals (columns, order, G_N_ELEMENTS (order));
  fixture->set.columns = columns;
  fixture->set.pivot = 1;
  out = write_set (fixture, "html");
  fixture->set.columns = NULL;
  fixture->set.pivot = 0;
  head = strstr (out->str, "<thead>");
  g_assert_nonnull (head);
  g_assert_true (strstr (head, "Velm &lt;Courier") < strstr (head, "Coastal &quot;Wire"));
  g_assert_nonnull (strstr (out->str, "Not shown side by side: Harbour Post<"));
  g_assert_null (strstr (all->str, "Not shown"));
}

/* The cells of a record, unquoted; moves @text behind it. */
static GPtrArray *
read_record (const char **text)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  GString *cell = g_string_new (NULL);
  gboolean quoted = FALSE;
  const char *c;

  for (c = *text; *c != '\0' && (quoted || *c != '\r'); c++)
    {
      if (*c == '"' && quoted && c[1] == '"')
        g_string_append_c (cell, *c++);
      else if (*c == '"')
        quoted = !quoted;
      else if (*c == ',' && !quoted)
        {
          g_ptr_array_add (cells, g_string_free (cell, FALSE));
          cell = g_string_new (NULL);
        }
      else
        g_string_append_c (cell, *c);
    }
  g_ptr_array_add (cells, g_string_free (cell, FALSE));
  *text = *c == '\r' ? c + 2 : c;
  return cells;
}

static void
test_csv_is_safe (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) out = write_set (fixture, "csv");
  const char *text = out->str + 3;
  guint rows = 0;
  gboolean safe = FALSE;

  g_assert_true (g_str_has_prefix (out->str, "\xef\xbb\xbf"));
  for (; *text != '\0'; rows++)
    {
      g_autoptr (GPtrArray) cells = read_record (&text);

      g_assert_cmpuint (cells->len, ==, 24);
      for (guint i = 0; i < cells->len; i++)
        {
          const char *cell = g_ptr_array_index (cells, i);

          g_assert_true (cell[0] == '\0' || strchr ("=+-@\t\r", cell[0]) == NULL);
          safe |= g_str_equal (cell, "'=Coastal \"Wire\"");
        }
    }
  g_assert_cmpuint (rows, >, 3);
  g_assert_true (safe);
}

static void
test_html_is_inert (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) out = write_set (fixture, "html");

  g_assert_null (strstr (out->str, "<script"));
  g_assert_null (strstr (out->str, "<b>differently"));
  g_assert_null (strstr (out->str, "<Courier"));
  g_assert_null (strstr (out->str, "href="));
  g_assert_null (strstr (out->str, "src="));
  g_assert_nonnull (strstr (out->str, "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"));
  g_assert_nonnull (strstr (out->str, "<mark class=\"direct\""));
  g_assert_nonnull (strstr (out->str, "Velm &lt;Courier&gt;"));
}

static void
test_annotation_places (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) out = write_set (fixture, "web-annotation");
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *items;
  guint checked = 0;

  g_assert_true (json_parser_load_from_data (parser, out->str, out->len, NULL));
  items = json_object_get_array_member (
      json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), "first"), "items");
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonArray *targets = json_object_get_array_member (json_array_get_object_element (items, i), "target");

      for (guint j = 0; j < json_array_get_length (targets); j++)
        {
          JsonObject *target = json_array_get_object_element (targets, j);
          JsonArray *selectors = json_object_get_array_member (target, "selector");
          JsonObject *place = json_array_get_object_element (selectors, 0);
          const char *exact = json_object_get_string_member (json_array_get_object_element (selectors, 1), "exact");
          const char *outlet = json_object_get_string_member (target, "syn:outlet");

          for (guint k = 0; k < G_N_ELEMENTS (articles); k++)
            {
              gint64 start = json_object_get_int_member (place, "start");
              gint64 end = json_object_get_int_member (place, "end");
              g_autofree char *slice = NULL;

              if (!g_str_equal (outlet, articles[k].outlet))
                continue;
              slice = g_utf8_substring (articles[k].text, start, end);
              g_assert_cmpstr (slice, ==, exact);
              checked++;
            }
        }
    }
  g_assert_cmpuint (checked, >, 3);
}

static void
test_json_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) out = write_set (fixture, "json");
  g_autoptr (GBytes) bytes = g_bytes_new (out->str, out->len);
  g_autoptr (GError) error = NULL;
  g_autoptr (SynAnnotatedSet) set = NULL;
  gboolean found = FALSE;

  g_assert_true (syn_annotated_set_sniff (bytes));
  set = syn_annotated_set_parse (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (syn_corpus_get_n_articles (set->corpus), ==, G_N_ELEMENTS (articles));
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      SynArticle *article = syn_corpus_get_article (set->corpus, i);
      SynArticle *before = syn_comparison_get_article (fixture->comparison, i);

      g_assert_cmpstr (syn_article_get_text (article), ==, articles[i].text);
      g_assert_cmpstr (syn_article_get_sha256 (article), ==, syn_article_get_sha256 (before));
      g_assert_cmpstr (syn_article_get_published (article), ==, syn_article_get_published (before));
    }
  for (guint i = 0; i < set->records->len; i++)
    {
      const SynClaimRecord *record = g_ptr_array_index (set->records, i);

      if (record->verdict != SYN_VERDICT_DISPUTED)
        continue;
      found = TRUE;
      g_assert_cmpstr (record->note, ==, "-1 for both: they “count” <b>differently</b>");
      g_assert_cmpint (record->time, ==, 1772535600);
      g_assert_cmpuint (record->evidence->len, ==, 1);
      g_assert_cmpuint (record->anchors->len, >, 1);
    }
  g_assert_true (found);
}

static void
test_tagged_only (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; syn_exporter_list ()[i] != NULL; i++)
    {
      const SynExporter *exporter = syn_exporter_list ()[i];
      g_autoptr (GString) all = g_string_new (NULL);
      g_autoptr (GString) tagged = g_string_new (NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      fixture->set.tagged_only = FALSE;
      exporter->write (&fixture->set, all);
      fixture->set.tagged_only = TRUE;
      exporter->write (&fixture->set, tagged);
      g_assert_cmpuint (tagged->len, <, all->len);
      bytes = g_bytes_new (tagged->str, tagged->len);
      g_assert_true (exporter->check (&fixture->set, bytes, &error));
      g_assert_no_error (error);
    }
}

/* What was cut or changed on its way to the disk must not pass for written. */
static void
test_check_notices_damage (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; syn_exporter_list ()[i] != NULL; i++)
    {
      const SynExporter *exporter = syn_exporter_list ()[i];
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (GBytes) cut = NULL;
      g_autoptr (GError) error = NULL;

      exporter->write (&fixture->set, out);
      cut = g_bytes_new (out->str, out->len / 2);
      g_assert_false (exporter->check (&fixture->set, cut, &error));
      g_assert_nonnull (error);
    }
}

static void
test_save_keeps_the_old_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("synoptic-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "set.html", NULL);
  g_autofree char *missing = g_build_filename (folder, "no", "such", "set.html", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_new_for_path (missing);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GDir) dir = NULL;

  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  g_cancellable_cancel (cancelled);
  g_assert_false (syn_exporter_save (syn_exporter_find ("html"), &fixture->set, file, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "before");

  g_assert_false (syn_exporter_save (syn_exporter_find ("html"), &fixture->set, nowhere, NULL, &error));
  g_assert_error (error, SYN_ERROR, SYN_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "set.html"));
  g_clear_error (&error);

  g_assert_true (syn_exporter_save (syn_exporter_find ("html"), &fixture->set, file, NULL, &error));
  g_assert_no_error (error);
  g_clear_pointer (&content, g_free);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "<!DOCTYPE html>"));

  /* Nothing temporary stays behind. */
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "set.html");
  g_assert_null (g_dir_read_name (dir));
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_parse_refuses (void)
{
  static const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "[]", SYN_ERROR_FORMAT },
    { "{}", SYN_ERROR_FORMAT },
    { "{\"format\":\"synoptic-comparison\",\"version\":1}", SYN_ERROR_FORMAT },
    { "{\"format\":\"synoptic-annotated-set\",\"version\":99}", SYN_ERROR_NEWER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;

      g_assert_null (syn_annotated_set_parse (bytes, &error));
      g_assert_error (error, SYN_ERROR, cases[i].code);
    }
}

/* Members of wrong types are left out, not trusted. */
static void
test_parse_survives_nonsense (void)
{
  static const char text[] = "{\"format\":\"synoptic-annotated-set\",\"version\":1,\"title\":7,\"articles\":[1,null,{},"
                             "{\"id\":\"a1\",\"text\":\"Words.\",\"outlet\":[]}],\"claims\":[{\"id\":3,\"statements\":"
                             "[{\"article\":\"a9\"},{\"article\":\"a1\",\"start\":\"x\"},5]},\"no\"]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (SynAnnotatedSet) set = syn_annotated_set_parse (bytes, &error);
  SynClaimRecord *record;

  g_assert_no_error (error);
  g_assert_cmpuint (syn_corpus_get_n_articles (set->corpus), ==, 1);
  g_assert_cmpuint (set->records->len, ==, 1);
  record = g_ptr_array_index (set->records, 0);
  g_assert_cmpuint (record->anchors->len, ==, 1);
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  for (int i = 1; i < argc; i++)
    regenerate |= g_str_equal (argv[i], "--regen");
  g_test_init (&argc, &argv, NULL);
  ADD ("/exchange/golden/csv", "csv", test_golden);
  ADD ("/exchange/golden/json", "json", test_golden);
  ADD ("/exchange/golden/web-annotation", "web-annotation", test_golden);
  ADD ("/exchange/golden/html", "html", test_golden);
  ADD ("/exchange/csv-is-safe", NULL, test_csv_is_safe);
  ADD ("/exchange/html-is-inert", NULL, test_html_is_inert);
  ADD ("/exchange/annotation-places", NULL, test_annotation_places);
  ADD ("/exchange/json-round-trip", NULL, test_json_round_trip);
  ADD ("/exchange/tagged-only", NULL, test_tagged_only);
  ADD ("/exchange/check-notices-damage", NULL, test_check_notices_damage);
  ADD ("/exchange/save-keeps-the-old-file", NULL, test_save_keeps_the_old_file);
  ADD ("/exchange/html-columns", NULL, test_columns);
  g_test_add_func ("/exchange/parse-refuses", test_parse_refuses);
  g_test_add_func ("/exchange/parse-survives-nonsense", test_parse_survives_nonsense);
  return g_test_run ();
}
