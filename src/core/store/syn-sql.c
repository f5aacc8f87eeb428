/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "syn-sql.h"

/* Articles that may carry decisions about the ones asked for: the same bytes, the same address, and whatever
 * ever stood in a corpus together with them (an article that was changed keeps its old version there).
 * ?1 is a JSON array of [key, url]. */
#define RELATED_ARTICLES                                                                              \
  "WITH asked (key, url) AS ("                                                                        \
  " SELECT json_extract (value, '$[0]'), json_extract (value, '$[1]') FROM json_each (?1)),"          \
  " same (id) AS ("                                                                                   \
  " SELECT id FROM article WHERE key IN (SELECT key FROM asked)"                                      \
  " UNION SELECT id FROM article WHERE url IN (SELECT url FROM asked WHERE url IS NOT NULL)),"        \
  " related (id) AS ("                                                                                \
  " SELECT id FROM same"                                                                              \
  " UNION SELECT article FROM corpus_article WHERE corpus IN"                                         \
  " (SELECT corpus FROM corpus_article WHERE article IN (SELECT id FROM same)))"

/* No default: a statement without text is a warning of the compiler. */
const char *
syn_sql_text (SynSql sql)
{
  switch (sql)
    {
    case SYN_SQL_BEGIN:
      return "BEGIN IMMEDIATE";
    case SYN_SQL_BEGIN_READ:
      return "BEGIN";
    case SYN_SQL_COMMIT:
      return "COMMIT";

    case SYN_SQL_BLOB_PUT:
      return "INSERT INTO blob (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING";
    case SYN_SQL_BLOB_GET:
      return "SELECT bytes FROM blob WHERE sha256 = ?";
    case SYN_SQL_BLOB_ALL:
      return "SELECT sha256, bytes FROM blob ORDER BY sha256";

    case SYN_SQL_CORPUS_FIND:
      return "SELECT id FROM corpus WHERE uris = ?1 AND (uris <> '[]' OR title IS ?2 OR name IS ?2)";
    case SYN_SQL_CORPUS_INSERT:
      return "INSERT INTO corpus (title, uris, time) VALUES (?, ?, ?)";
    case SYN_SQL_CORPUS_UPDATE:
      return "UPDATE corpus SET title = ?2, time = ?3 WHERE id = ?1";
    case SYN_SQL_CORPUS_CURRENT:
      return "SELECT id, coalesce (name, title), uris FROM corpus"
             " WHERE id = (SELECT value FROM pointer WHERE name = 'corpus')";
    case SYN_SQL_CORPUS_CLEAR:
      return "UPDATE corpus_article SET position = NULL WHERE corpus = ?";
    case SYN_SQL_CORPUS_ADD:
      return "INSERT INTO corpus_article (corpus, article, position) VALUES (?, ?, ?)"
             " ON CONFLICT DO UPDATE SET position = excluded.position";
    case SYN_SQL_CORPUS_ARTICLES:
      return "SELECT a.id, a.path, a.text, a.sha256, a.number, a.encoding, a.blocks, b.bytes,"
             " a.title, a.outlet, a.byline, a.published, a.url, a.language"
             " FROM corpus_article c JOIN article a ON a.id = c.article"
             " LEFT JOIN blob b ON b.sha256 = a.blob"
             " WHERE c.corpus = ? AND c.position IS NOT NULL ORDER BY c.position";
    case SYN_SQL_CORPUS_ARRANGE:
      return "UPDATE corpus SET name = ?2, pivot = nullif (?3, 0) WHERE id = ?1";
    case SYN_SQL_CORPUS_ARRANGE_ARTICLE:
      return "UPDATE corpus_article SET place = nullif (?3, -1), hidden = ?4 WHERE corpus = ?1 AND article = ?2";
    case SYN_SQL_CORPUS_ARRANGEMENT:
      return "SELECT name, pivot FROM corpus WHERE id = ?";
    case SYN_SQL_CORPUS_PLACES:
      /* What an article of the same file was before it changed comes first, and the article itself last. */
      return "SELECT a.id, a.path || '#' || a.number, c.place, c.hidden FROM corpus_article c JOIN article a ON a.id = c.article"
             " WHERE c.corpus = ? ORDER BY c.position IS NOT NULL, a.id";

    case SYN_SQL_ARTICLE_FIND:
      return "SELECT id, url, title,"
             " NOT EXISTS (SELECT 1 FROM corpus_article i JOIN corpus c ON c.id = i.corpus"
             "  WHERE i.article = a.id AND i.position IS NOT NULL AND c.uris NOT LIKE '[\"synoptic-story:%')"
             " FROM article a WHERE key = ? AND path = ?";
    case SYN_SQL_ARTICLE_INSERT:
      return "INSERT INTO article (key, path, sha256, number, blob, encoding, text, blocks, imported)"
             " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    case SYN_SQL_ARTICLE_UPDATE:
      return "UPDATE article SET"
             " title = CASE WHEN e.fields LIKE '%\"title\"%' THEN title ELSE ?2 END,"
             " outlet = CASE WHEN e.fields LIKE '%\"outlet\"%' THEN outlet ELSE ?3 END,"
             " byline = CASE WHEN e.fields LIKE '%\"byline\"%' THEN byline ELSE ?4 END,"
             " published = CASE WHEN e.fields LIKE '%\"published\"%' THEN published ELSE ?5 END,"
             " url = CASE WHEN e.fields LIKE '%\"url\"%' THEN url ELSE ?6 END,"
             " language = CASE WHEN e.fields LIKE '%\"language\"%' THEN language ELSE ?7 END"
             " FROM (SELECT json_group_array (field) AS fields FROM edit WHERE article = ?1) AS e"
             " WHERE id = ?1";
    case SYN_SQL_ARTICLE_TEXTS:
      return "SELECT id, key, path, sha256, text, blob FROM article ORDER BY id";

    case SYN_SQL_ARTICLE_NAME:
      return "SELECT key, path FROM article WHERE id = ?";

    case SYN_SQL_MOVE_GET:
      return "SELECT companion, position, annotator, time FROM story_move WHERE article = ?";
    case SYN_SQL_MOVE_PUT:
      return "INSERT INTO story_move (article, companion, position, annotator, time) VALUES (?, ?, ?, ?, ?)"
             " ON CONFLICT DO UPDATE SET companion = excluded.companion, position = excluded.position,"
             " annotator = excluded.annotator, time = excluded.time";
    case SYN_SQL_MOVE_DELETE:
      return "DELETE FROM story_move WHERE article = ?";
    case SYN_SQL_MOVE_LAST:
      return "SELECT coalesce (max (position), 0) FROM story_move";
    case SYN_SQL_MOVE_LIST:
      /* An article that changed since is another row; to the reader it is the same one. */
      return "WITH placed (article, position) AS ("
             " SELECT o.article, coalesce (o.position,"
             "  (SELECT n.position FROM corpus_article n JOIN article x ON x.id = n.article"
             "   JOIN article y ON y.id = o.article WHERE n.corpus = o.corpus AND n.position IS NOT NULL"
             "   AND x.path = y.path AND x.number = y.number))"
             " FROM corpus_article o WHERE o.corpus = ?1"
             " AND o.article IN (SELECT article FROM story_move UNION SELECT companion FROM story_move))"
             " SELECT a.position, b.position FROM story_move m JOIN placed a ON a.article = m.article"
             " JOIN placed b ON b.article = m.companion"
             " WHERE a.position IS NOT NULL AND b.position IS NOT NULL ORDER BY m.position";
    case SYN_SQL_WORDS_ADD:
      return "INSERT INTO article_words (rowid, title, text) SELECT id, title, text FROM article WHERE id = ?";
    case SYN_SQL_WORDS_FORGET:
      return "INSERT INTO article_words (article_words, rowid, title, text)"
             " SELECT 'delete', id, title, text FROM article WHERE id = ?1 AND title IS NOT ?2";
    case SYN_SQL_SEARCH:
      /* A word of a headline says more than one of the text. */
      return "SELECT c.position FROM article_words JOIN corpus_article c ON c.article = article_words.rowid"
             " WHERE article_words MATCH ?2 AND c.corpus = ?1 AND c.position IS NOT NULL"
             " ORDER BY bm25 (article_words, 5.0, 1.0), c.position";

    case SYN_SQL_SEARCH_EDITED:
      return "SELECT c.position, e.value FROM edit e JOIN corpus_article c ON c.article = e.article"
             " WHERE e.field = 'title' AND e.value IS NOT NULL AND c.corpus = ? AND c.position IS NOT NULL"
             " ORDER BY c.position";

    case SYN_SQL_EDIT_GET:
      return "SELECT value FROM edit WHERE article = ? AND field = ?";
    case SYN_SQL_EDIT_PUT:
      return "INSERT INTO edit (article, field, value) VALUES (?, ?, ?)"
             " ON CONFLICT DO UPDATE SET value = excluded.value";
    case SYN_SQL_EDIT_DELETE:
      return "DELETE FROM edit WHERE article = ? AND field = ?";
    case SYN_SQL_EDIT_LIST:
      return "SELECT a.title, a.outlet, a.byline, a.published, a.url, a.language, e.field, e.value"
             " FROM article a LEFT JOIN edit e ON e.article = a.id WHERE a.id = ?";

    case SYN_SQL_CLAIM_GET:
      return "SELECT wording, summary, verdict, note, annotator, time, exact, removed, settled, merged"
             " FROM claim WHERE id = ?";
    case SYN_SQL_CLAIM_PUT:
      return "INSERT INTO claim (id, wording, summary, verdict, note, annotator, time, exact, removed, settled, merged)"
             " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
             " wording = excluded.wording, summary = excluded.summary, verdict = excluded.verdict,"
             " note = excluded.note, annotator = excluded.annotator, time = excluded.time,"
             " exact = excluded.exact, removed = excluded.removed, settled = excluded.settled,"
             " merged = excluded.merged";
    case SYN_SQL_CLAIM_DELETE:
      return "DELETE FROM claim WHERE id = ?";
    case SYN_SQL_CLAIM_LIST:
      return RELATED_ARTICLES
             " SELECT claim, min (id) FROM anchor"
             " WHERE claim IS NOT NULL AND article IN (SELECT id FROM related)"
             " GROUP BY claim ORDER BY claim";

    case SYN_SQL_CLAIM_AT:
      return "SELECT n.claim FROM anchor n JOIN article a ON a.id = n.article WHERE a.key = ? AND a.path = ?"
             " AND n.start = ? AND n.stop = ? AND n.claim IS NOT NULL ORDER BY n.id";

    case SYN_SQL_PAIR_GET:
      return "SELECT kind, key, reason, annotator, time FROM pair WHERE id = ?";
    case SYN_SQL_PAIR_PUT:
      return "INSERT INTO pair (id, kind, key, reason, annotator, time) VALUES (?, ?, ?, ?, ?, ?)"
             " ON CONFLICT DO UPDATE SET kind = excluded.kind, key = excluded.key,"
             " reason = excluded.reason, annotator = excluded.annotator, time = excluded.time";
    case SYN_SQL_PAIR_DELETE:
      return "DELETE FROM pair WHERE id = ?";
    case SYN_SQL_PAIR_LIST:
      return RELATED_ARTICLES
             " SELECT id FROM pair WHERE id IN"
             " (SELECT pair FROM anchor WHERE article IN (SELECT id FROM related)) ORDER BY time, id";
    case SYN_SQL_PAIR_FIND:
      return "SELECT p.id FROM pair p"
             " JOIN anchor a ON a.pair = p.id AND a.position = 0"
             " JOIN anchor b ON b.pair = p.id AND b.position = 1"
             " WHERE a.article = ?1 AND a.start = ?2 AND a.stop = ?3"
             " AND b.article = ?4 AND b.start = ?5 AND b.stop = ?6"
             " AND (p.kind = ?7 OR (p.kind <> 3 AND ?7 <> 3)) AND (?7 <> 3 OR p.key = ?8)";

    case SYN_SQL_ANCHOR_LIST:
      return "SELECT a.key, a.path, n.start, n.stop, n.quote, n.prefix, n.suffix"
             " FROM anchor n JOIN article a ON a.id = n.article"
             " WHERE (?2 = 0 AND n.claim = ?1) OR (?2 = 1 AND n.pair = ?1) ORDER BY n.position";
    case SYN_SQL_ANCHOR_INSERT:
      return "INSERT INTO anchor (claim, pair, position, article, start, stop, quote, prefix, suffix)"
             " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    case SYN_SQL_ANCHOR_CLEAR_CLAIM:
      return "DELETE FROM anchor WHERE claim = ?";
    case SYN_SQL_ANCHOR_ALL:
      return "SELECT a.path, n.start, n.stop, n.quote, a.text"
             " FROM anchor n JOIN article a ON a.id = n.article ORDER BY n.id";

    case SYN_SQL_EVIDENCE_LIST:
      return "SELECT kind, target, label, sha256, time, anchor FROM evidence WHERE claim = ? ORDER BY position";
    case SYN_SQL_EVIDENCE_INSERT:
      return "INSERT INTO evidence (claim, position, kind, target, label, sha256, time, anchor)"
             " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    case SYN_SQL_EVIDENCE_CLEAR:
      return "DELETE FROM evidence WHERE claim = ?";

    case SYN_SQL_TAG_GET:
      return "SELECT name, scale, key, position, retired FROM tag WHERE id = ?";
    case SYN_SQL_TAG_PUT:
      return "INSERT INTO tag (id, name, scale, key, position, retired) VALUES (?, ?, ?, ?, ?, ?)"
             " ON CONFLICT DO UPDATE SET name = excluded.name, scale = excluded.scale, key = excluded.key,"
             " position = excluded.position, retired = excluded.retired";
    case SYN_SQL_TAG_DELETE:
      return "DELETE FROM tag WHERE id = ?";
    case SYN_SQL_TAG_LIST:
      return "SELECT id, name, scale, key, retired FROM tag ORDER BY position, id";
    case SYN_SQL_CLAIM_TAG_LIST:
      return "SELECT t.id, t.name, t.scale, t.key, t.retired FROM claim_tag c JOIN tag t ON t.id = c.tag"
             " WHERE c.claim = ? ORDER BY c.position";
    case SYN_SQL_CLAIM_TAG_INSERT:
      return "INSERT INTO claim_tag (claim, tag, position) VALUES (?, ?, ?)";
    case SYN_SQL_CLAIM_TAG_CLEAR:
      return "DELETE FROM claim_tag WHERE claim = ?";
    case SYN_SQL_STANCE_LIST:
      return "SELECT a.key, a.path, s.stance, s.annotator, s.time FROM stance s JOIN article a ON a.id = s.article"
             " WHERE s.claim = ? ORDER BY s.article";
    case SYN_SQL_STANCE_INSERT:
      return "INSERT INTO stance (claim, article, stance, annotator, time) VALUES (?, ?, ?, ?, ?)";
    case SYN_SQL_STANCE_CLEAR:
      return "DELETE FROM stance WHERE claim = ?";
    case SYN_SQL_COMMENT_LIST:
      return "SELECT id, parent, annotator, time, text FROM comment WHERE claim = ? ORDER BY position";
    case SYN_SQL_COMMENT_INSERT:
      return "INSERT INTO comment (claim, position, id, parent, annotator, time, text) VALUES (?, ?, ?, ?, ?, ?, ?)";
    case SYN_SQL_COMMENT_CLEAR:
      return "DELETE FROM comment WHERE claim = ?";

    case SYN_SQL_HISTORY_INSERT:
      return "INSERT INTO history (time, annotator, verb, claim, detail, target, payload)"
             " VALUES (?, ?, ?, ?, ?, ?, ?)";
    case SYN_SQL_HISTORY_LIST:
      return "SELECT h.time, h.annotator, h.verb, h.detail, t.verb, t.detail"
             " FROM history h LEFT JOIN history t ON t.id = h.target"
             " WHERE ?1 IS NULL OR h.claim = ?1 OR h.id IN (SELECT history FROM history_about WHERE claim = ?1)"
             " ORDER BY h.id DESC";
    case SYN_SQL_HISTORY_CLAIM:
      return "INSERT INTO history_about (history, claim) VALUES (?, ?) ON CONFLICT DO NOTHING";
    case SYN_SQL_HISTORY_CLAIM_COPY:
      return "INSERT INTO history_about (history, claim) SELECT ?1, claim FROM history_about WHERE history = ?2";
    case SYN_SQL_HISTORY_IN_EFFECT:
      /* Steps that were neither undone nor taken back by a later one. */
      return "WITH done (id) AS (SELECT history FROM step"
             " WHERE position <= (SELECT value FROM pointer WHERE name = 'undo'))"
             " SELECT id, time, annotator, verb, claim, detail, payload FROM history"
             " WHERE id IN (SELECT id FROM done) AND verb IN ('link', 'unlink', 'dismiss', 'new-claim', 'statements',"
             " 'remove', 'settle', 'stance', 'split', 'merge', 'wording') AND id NOT IN"
             " (SELECT target FROM history WHERE verb = 'revert' AND id IN (SELECT id FROM done))"
             " ORDER BY id DESC";
    case SYN_SQL_HISTORY_PAYLOAD:
      return "SELECT payload, claim FROM history WHERE id = ?";
    case SYN_SQL_STEP_GET:
      return "SELECT s.history, h.verb, h.detail FROM step s JOIN history h ON h.id = s.history"
             " WHERE s.position = ?";
    case SYN_SQL_STEP_TRUNCATE:
      return "DELETE FROM step WHERE position >= ?";
    case SYN_SQL_STEP_INSERT:
      return "INSERT INTO step (position, history) VALUES (?, ?)";
    case SYN_SQL_POINTER_GET:
      return "SELECT value FROM pointer WHERE name = ?";
    case SYN_SQL_POINTER_SET:
      return "INSERT INTO pointer (name, value) VALUES (?, ?)"
             " ON CONFLICT DO UPDATE SET value = excluded.value";

    case SYN_SQL_RESULT_GET:
      return "SELECT bytes FROM result WHERE key = ?";
    case SYN_SQL_RESULT_USE:
      return "UPDATE result SET used = (SELECT max (used) FROM result) + 1 WHERE key = ?1"
             " AND used < (SELECT max (used) FROM result)";
    case SYN_SQL_RESULT_PUT:
      return "INSERT INTO result (key, used, size, bytes)"
             " VALUES (?1, (SELECT coalesce (max (used), 0) + 1 FROM result), ?2, ?3)"
             " ON CONFLICT DO UPDATE SET used = excluded.used, size = excluded.size, bytes = excluded.bytes";
    case SYN_SQL_RESULT_TRIM:
      return "DELETE FROM result WHERE key IN (SELECT key FROM"
             " (SELECT key, sum (size) OVER (ORDER BY used DESC, key) AS total FROM result) WHERE total > ?)";

    case SYN_N_SQL:
      break;
    }
  g_assert_not_reached ();
}
