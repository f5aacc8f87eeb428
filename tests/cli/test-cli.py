#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""synoptic-cli as a script would use it: words, exit codes, bytes.  Speaks TAP.

usage: test-cli.py SYNOPTIC_CLI SAMPLE_FOLDER"""

import collections
import csv
import io
import json
import os
import resource
import stat
import subprocess
import sys
import tempfile
import unicodedata

CLI, SAMPLE = sys.argv[1], sys.argv[2]
CASES = []


def case(function):
    CASES.append(function)
    return function


def run(*args, env=None, stdin=subprocess.DEVNULL):
    """(exit code, standard output as text, standard error)"""
    full = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="C", SOURCE_DATE_EPOCH="1772535600", XDG_DATA_HOME=HOME)
    full.update(env or {})
    done = subprocess.run([CLI, *args], env=full, stdin=stdin, capture_output=True, timeout=100)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def equal(got, wanted):
    assert got == wanted, f"got {got!r}, wanted {wanted!r}"


def comparison(*args):
    code, out, err = run("compare", "--format=json", *args)
    return code, json.loads(out), err


def workspace(name):
    return os.path.join(HOME, name)


@case
def version_and_help():
    code, out, _ = run("--version")
    equal(code, 0)
    assert out.startswith("synoptic-cli "), out
    for command in ("compare", "judge", "import", "export", "stories", "tag", "validate"):
        code, out, _ = run(command, "--help")
        equal(code, 0)
        assert "Usage:" in out and command not in ("",), out
    code, out, _ = run("--help")
    equal(code, 0)
    for command in ("compare", "judge", "import", "export", "stories", "tag", "validate"):
        assert command in out, command


@case
def usage_errors_are_2():
    for args in ((), ("nonsense",), ("compare",), ("compare", "--nonsense"), ("compare", "--format=xml", SAMPLE),
                 ("export", SAMPLE), ("export", "--format=xml", SAMPLE), ("export", "--format=csv"), ("judge",),
                 ("import",), ("stories",), ("stories", "--format=xml", SAMPLE), ("tag",), ("validate",)):
        code, out, err = run(*args)
        assert code == 2, (args, code, err)
        assert err, args


@case
def stories_of_a_mixed_corpus():
    both = os.path.dirname(SAMPLE)
    code, out, err = run("stories", "--format=json", SAMPLE, os.path.join(both, "takeover"))
    equal((code, err), (0, ""))
    found = json.loads(out)
    equal((found["format"], found["version"]), ("synoptic-stories", 1))
    folders = [{os.path.basename(os.path.dirname(article["path"])) for article in story["articles"]}
               for story in found["stories"]]
    equal(sorted(map(len, folders)), [1, 1])
    equal(sum(len(story["articles"]) for story in found["stories"]), 12)
    assert all(story["id"].startswith("s-") and story["title"] and story["first"] for story in found["stories"])
    code, one, err = comparison("--story", found["stories"][0]["id"], SAMPLE, os.path.join(both, "takeover"))
    equal((code, err), (0, ""))
    equal([article["id"] for article in one["articles"]], [article["id"] for article in found["stories"][0]["articles"]])
    assert "stories" not in one
    code, whole, err = comparison(SAMPLE, os.path.join(both, "takeover"))
    equal([story["articles"] for story in whole["stories"]],
          [[article["id"] for article in story["articles"]] for story in found["stories"]])
    story_of = {article: story["id"] for story in whole["stories"] for article in story["articles"]}
    for pair in whole["matches"] + whole["conflicts"]:
        equal(story_of[pair["a"].split(".")[0]], story_of[pair["b"].split(".")[0]])
    code, out, err = run("export", "--format=json", "--story", found["stories"][1]["id"], SAMPLE,
                         os.path.join(both, "takeover"))
    equal((code, len(json.loads(out)["articles"])), (0, 6))
    moved = workspace("moved.db")
    code, out, err = run("stories", "-w", moved, "--move", "a3", SAMPLE, os.path.join(both, "takeover"))
    equal((code, err, out.count("articles"), out.count("1 article ")), (0, "", 2, 1))
    code, out, _ = run("stories", "-w", moved, "--move", "a3", "--with", "a12", SAMPLE, os.path.join(both, "takeover"))
    equal((code, out.count("5 articles"), out.count("7 articles")), (0, 1, 1))
    code, out, _ = run("stories", "-w", moved, SAMPLE, os.path.join(both, "takeover"))
    equal((code, out.count("7 articles")), (0, 1))
    # The comparison knows the stories as the reader has them.
    code, out, _ = run("stories", "--format=json", "-w", moved, SAMPLE, os.path.join(both, "takeover"))
    for story in json.loads(out)["stories"]:
        code, one, err = comparison("--story", story["id"], "-w", moved, SAMPLE, os.path.join(both, "takeover"))
        equal((code, err), (0, ""))
        equal([article["id"] for article in one["articles"]], [article["id"] for article in story["articles"]])
    equal(run("stories", "--move", "a3", SAMPLE)[0], 2)
    equal(run("stories", "-w", moved, "--move", "a99", SAMPLE)[0], 3)
    code, _, err = run("compare", "--story", "s-nonsense", SAMPLE)
    equal(code, 3)
    assert "s-nonsense" in err, err
    code, out, _ = run("stories", SAMPLE)
    equal(code, 0)
    equal(out.count("articles"), 1)


@case
def answers_teach():
    code, out, err = run("compare", "--questions=4", SAMPLE)
    equal((code, err), (0, ""))
    rows = [line.split("\t") for line in out.splitlines()]
    equal([len(row) for row in rows], [5] * 4)
    path = workspace("answers.tsv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("# a, b, answer\n\n" + "".join(f"{a}\t{b}\tyes\n" for a, b, *_ in rows))
    code, learned, _ = comparison(f"--answers={path}", SAMPLE)
    equal(code, 0)
    scores = {(m["a"], m["b"]): m["score"] for m in learned["matches"]}
    equal([scores.get((a, b)) for a, b, *_ in rows], [1] * 4)
    # The last answer about a pair holds.
    changed = workspace("changed.tsv")
    with open(changed, "w", encoding="utf-8") as file:
        file.write("".join(f"{b}\t{a}\tno\n{a}\t{b}\tyes\n" for a, b, *_ in rows))
    equal(comparison(f"--answers={changed}", SAMPLE)[1], learned)
    code, out, _ = run("compare", f"--answers={path}", "--questions=4", SAMPLE)
    assert not {tuple(row[:2]) for row in rows} & {tuple(line.split("\t")[:2]) for line in out.splitlines()}, out
    with open(path, "a", encoding="utf-8") as file:
        file.write("a1.2\ta99.1\tyes\n")
    code, _, err = run("compare", f"--answers={path}", SAMPLE)
    equal(code, 3)
    assert "line 7" in err, err


@case
def derivations():
    code, out, err = run("compare", "--explain", "a1.6", "a2.5", SAMPLE)
    equal((code, err), (0, ""))
    assert "two-step" in out and "Z = " in out, out
    for wrong in (("a1.6", "a1.6"), ("a1.6", "nonsense")):
        equal(run("compare", "--explain", *wrong, SAMPLE)[0], 3)
    equal(run("compare", "--explain", "a1.6", SAMPLE)[0], 2)


@case
def failures_are_3():
    empty = tempfile.mkdtemp(dir=HOME)
    code, _, err = run("compare", empty)
    assert code in (1, 3) and err, (code, err)
    code, _, err = run("validate", os.path.join(HOME, "missing.db"))
    equal(code, 3)
    assert "missing.db" in err, err
    garbage = workspace("garbage.db")
    with open(garbage, "wb") as file:
        file.write(b"not a database at all" * 100)
    code, _, err = run("validate", garbage)
    equal(code, 3)
    assert "garbage.db" in err, err
    code, _, err = run("export", "--format=csv", "--workspace=" + garbage, SAMPLE)
    equal(code, 3)
    assert "garbage.db" in err, err
    with open(garbage, "rb") as file:
        assert file.read() == b"not a database at all" * 100, "the foreign file was changed"


@case
def unreadable_files_are_1_and_named():
    folder = tempfile.mkdtemp(dir=HOME)
    for name, text in (("a.txt", "The bridge fell on Monday night.\nTwelve people were hurt in the fall.\n"),
                       ("b.txt", "A bridge fell on Monday night.\nTwelve people were hurt, police said.\n")):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
    with open(os.path.join(folder, "picture.txt"), "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    code, out, err = run("compare", "--format=json", folder)
    equal(code, 1)
    assert "picture.txt" in err, err
    equal(len(json.loads(out)["articles"]), 2)


@case
def import_says_what_became_of_each_file():
    folder = tempfile.mkdtemp(dir=HOME)
    files = {"a.txt": b"Ferry aground\n\nThe ferry ran aground \xe2\x80\x93 twice.\n", "b.txt": b"", ".hidden": b"x",
             "c.json": b'[{"text": "One."}, {"text": 2}]', "d.txt": b"Ferry aground\n\nThe ferry ran aground \xe2\x80\x93 twice.\n"}
    for name, content in files.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content)
    code, out, _ = run("import", folder)
    equal(code, 1)
    equal(out.splitlines(), [
        "skipped  .hidden: Hidden files are not read.", "read     a.txt", "skipped  b.txt: The file is empty.",
        "partial  c.json: Entry 2 has no text and was left out.",
        "skipped  d.txt: The same file as “a.txt”, which was kept.",
        "2 articles from 2 files; 1 file read in part; 3 files skipped"])
    os.remove(os.path.join(folder, "b.txt"))
    os.remove(os.path.join(folder, "c.json"))
    code, out, _ = run("import", "--format=json", "--workspace=" + workspace("import.db"), folder)
    equal(code, 0)
    article, = json.loads(out)["articles"]
    equal([article["text"][block["start"]:block["end"]] for block in article["blocks"]],
          ["Ferry aground", "The ferry ran aground – twice."])
    equal([block["role"] for block in article["blocks"]], ["headline", "body"])
    equal(run("validate", workspace("import.db"))[0], 0)
    equal(run("import", "--workspace=" + os.path.join(folder, "a.txt", "no.db"), folder)[0], 3)
    equal(run("import", "--format=xml", folder)[0], 2)


@case
def json_keeps_the_stable_interface():
    code, data, _ = comparison("--all", SAMPLE)
    equal(code, 0)
    equal((data["format"], data["version"]), ("synoptic-comparison", 1))
    texts, statements = {}, {}
    for article in data["articles"]:
        for key in ("id", "path", "title", "outlet", "published", "language", "text", "statements"):
            assert key in article, key
        end = 0
        for statement in article["statements"]:
            assert end <= statement["start"] < statement["end"] <= len(article["text"]), statement
            end = statement["end"]
            assert statement["role"] in ("body", "headline", "subhead", "caption", "byline", "dateline",
                                         "boilerplate"), statement
            statements[statement["id"]] = article["id"]
            texts[statement["id"]] = article["text"]
    for kind in ("matches", "conflicts"):
        scores = [item["score"] for item in data[kind]]
        equal(scores, sorted(scores, reverse=True))
        for item in data[kind]:
            assert statements[item["a"]] != statements[item["b"]], item
            assert 0 <= item["score"] <= 1, item
            assert item["reason"] or item.get("tier") not in ("sure", "likely"), item
    for match in data["matches"]:
        assert match["kind"] in ("copied", "same", "related"), match
    for conflict in data["conflicts"]:
        assert conflict["strength"] in ("direct", "tension"), conflict
        for side in "ab":
            start, end = conflict[side + "_span"]
            assert texts[conflict[side]][start:end].strip(), conflict
    for claim in data["claims"]:
        assert claim["summary"] and claim["statements"] and 1 <= claim["origins"] <= claim["sources"], claim


@case
def same_input_same_bytes():
    equal(run("compare", "--format=json", SAMPLE)[1], run("compare", "--format=json", SAMPLE)[1])


@case
def text_is_for_people():
    code, out, _ = run("compare", SAMPLE)
    equal(code, 0)
    assert "\x1b" not in out, "colour without a terminal"
    assert "≠" in out or "≉" in out, out[:500]


@case
def tag_export_validate():
    db = "--workspace=" + workspace("loop.db")
    _, data, _ = comparison(SAMPLE)
    uses = collections.Counter(s for claim in data["claims"] for s in claim["statements"])
    once = next(s for claim in data["claims"] for s in claim["statements"] if uses[s] == 1)
    code, out, err = run("tag", db, "--verdict=disputed", "--note==1+1", once, SAMPLE)
    assert code == 0, err
    code, out, err = run("tag", db, "--verdict=nonsense", once, SAMPLE)
    equal(code, 2)
    often = next((s for s, n in uses.items() if n > 1), None)
    if often is not None:
        code, out, err = run("tag", db, "--verdict=disputed", often, SAMPLE)
        assert code == 2 and often in err, (code, err)
    code, out, err = run("tag", db, "--verdict=disputed", "a99.1", SAMPLE)
    assert code in (2, 3) and err, (code, err)
    code, out, err = run("export", db, "--format=csv", "--tagged", SAMPLE)
    assert code == 0, err
    rows = list(csv.DictReader(io.StringIO(out.lstrip("\ufeff"))))
    assert rows and all(row["verdict"] == "disputed" for row in rows), out
    assert all(row["note"] == "'=1+1" for row in rows), rows[0]
    code, out, err = run("export", db, "--format=json", SAMPLE)
    equal(code, 0)
    verdicts = [c["verdict"] for c in json.loads(out)["claims"]]
    equal(verdicts.count("disputed"), 1)
    equal(run("validate", workspace("loop.db"))[0], 0)


@case
def export_to_a_file_is_the_same_bytes():
    for name in ("html", "csv", "json", "web-annotation"):
        path = os.path.join(HOME, "out." + name)
        equal(run("export", "--format=" + name, "--output=" + path, SAMPLE)[0], 0)
        with open(path, encoding="utf-8", newline="") as file:
            equal(file.read(), run("export", "--format=" + name, SAMPLE)[1])


@case
def output_that_cannot_be_written_is_3():
    for args in (("--version",), ("--help",), ("compare", SAMPLE), ("compare", "--format=json", SAMPLE), ("import", SAMPLE),
                 ("import", "--format=json", SAMPLE), ("export", "--format=csv", SAMPLE), ("export", "--help"),
                 ("tag", "--list", "--workspace=" + workspace("full.db"), SAMPLE)):
        if args[0] == "tag":
            equal(run("import", "--workspace=" + workspace("full.db"), SAMPLE)[0], 0)
        with open("/dev/full", "wb") as full:
            done = subprocess.run([CLI, *args], env=dict(os.environ, LC_ALL="C.UTF-8", XDG_DATA_HOME=HOME), stdout=full,
                                  stderr=subprocess.PIPE, timeout=100)
        equal((args, done.returncode), (args, 3))
        assert b"standard output" in done.stderr, (args, done.stderr)


@case
def export_leaves_links_and_devices_alone():
    real, link, pipe = (os.path.join(HOME, name) for name in ("real.csv", "link.csv", "pipe.csv"))
    with open(real, "w", encoding="utf-8") as file:
        file.write("old")
    os.symlink(real, link)
    os.mkfifo(pipe)
    equal(run("export", "--format=csv", "--output=" + link, SAMPLE)[0], 0)
    assert os.path.islink(link) and os.path.getsize(real) > 3
    code, _, err = run("export", "--format=csv", "--output=" + pipe, SAMPLE)
    equal(code, 3)
    assert "pipe.csv" in err and stat.S_ISFIFO(os.stat(pipe).st_mode), err


@case
def nothing_foreign_steers_the_terminal():
    folder = tempfile.mkdtemp(dir=HOME)
    text = "Twelve \x1b[31mpeople \u202ewere\u2066 hurt\u2028when\x9b the \x07bridge fell on Monday, police said.\n"
    for name in ("new\nline.txt", "turn\u202etxt.txt", "red\x1b[31m.txt", "plain.txt"):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text + "About " + name[0] + ".\n")
    with open(os.path.join(folder, "bad\n\x1b.json"), "w", encoding="utf-8") as file:
        file.write("{")
    for args in (("import", folder), ("compare", folder), ("tag", "--list", "--workspace=" + workspace("esc.db"), folder)):
        code, out, err = run(*args)
        assert code in (1, 3), (code, err)
        assert not [c for c in out + err if c not in "\n\t" and unicodedata.category(c) == "Cc"], (args, out, err)
        assert not [c for c in out + err if unicodedata.bidirectional(c) in
                    ("LRE", "RLE", "LRO", "RLO", "LRI", "RLI", "FSI", "PDF", "PDI") or c in "\u2028\u2029"], out
    _, out, _ = run("import", folder)
    equal(len(out.splitlines()), 6)


@case
def json_is_valid_whatever_the_text_holds():
    folder = tempfile.mkdtemp(dir=HOME)
    controls = "".join(map(chr, [*range(1, 9), *range(14, 32), 127]))
    for name in "ab":
        with open(os.path.join(folder, name + ".txt"), "w", encoding="utf-8") as file:
            file.write(("Twelve people were hurt when the bridge fell on Monday. " * 40) + controls + name)
    for args in (("import", "--format=json"), ("compare", "--format=json"), ("export", "--format=json"),
                 ("export", "--format=web-annotation")):
        code, out, err = run(*args, folder)
        equal((args, code), (args, 0))
        if args[1] != "--format=web-annotation":
            assert json.loads(out)["articles"][0]["text"].endswith(controls + "a"), args


@case
def odd_arguments_are_no_surprise():
    for level in ("nan", "0", "-0", "0.1", "-1", "3", "inf"):
        equal((level, run("compare", "--level=" + level, SAMPLE)[0]), (level, 2))
    for args in (("--level=1", "--level", "2"), ("-l", "1", "-f", "json", "--format", "text"), ("-al", "1", "-l", "1"),
                 ("--story", "--story", "--story=x")):
        code, out, err = run("compare", *args, SAMPLE)
        equal((args, code, out), (args, 2, ""))
        assert "twice" in err, err
    equal(run("compare", "-a", "-a", "-af", "json", "-l", "1", SAMPLE)[0], 0)
    equal(run("help", "compare"), run("compare", "--help"))
    equal(run("help", "nonsense")[0], 2)
    code, _, err = run("compare", "")
    equal(code, 3)
    assert "no article" in err, err


@case
def judge_answers_line_by_line():
    path = os.path.join(HOME, "pairs.tsv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("s1\ts2\n"
                   "Twelve people were hurt when the bridge fell on Monday.\tTwelve people were hurt when the bridge fell on Monday.\n"
                   "Twelve people were hurt when the bridge fell on Monday.\tShares of the bank rose by two percent in Tokyo.\n")
    code, out, err = run("judge", path)
    assert code == 0, err
    lines = [line.split("\t") for line in out.splitlines()]
    rows = lines[1:] if lines[0][0] == "score" else lines
    equal(len(rows), 2)
    assert float(rows[0][0]) > 0.9 > 0.3 > float(rows[1][0]), rows
    equal(rows[0][1], "copied")
    equal(rows[1][1], "unrelated")


@case
def judge_shows_what_its_score_is_made_of():
    path = os.path.join(HOME, "features.tsv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("s1\ts2\nThe old bridge is closed.\tThe old bridge is closed.\nonly one\n")
    code, out, err = run("judge", "--features", path)
    equal(code, 1)
    head, full, broken = [line.split("\t") for line in out.splitlines()]
    equal(head[:5], ["score", "relation", "conflict", "conflict_score", "reason"])
    assert len(head) > 10 and len(set(head)) == len(head) == len(full) == len(broken), head
    equal(float(full[head.index("words")]), 1)
    equal(float(broken[head.index("words")]), 0)


@case
def tables_without_end_are_refused():
    sparse = os.path.join(HOME, "sparse.tsv")
    with open(sparse, "wb") as file:
        file.truncate(1 << 30)
    for args in (("judge", "/dev/zero"), ("judge", sparse), ("compare", "--answers", "/dev/zero", SAMPLE)):
        code, out, err = run(*args)
        equal((args, code, out), (args, 3, ""))
        assert "100 MB" in err and (args[1] in err or "/dev/zero" in err), err


def seconds(*args):
    """CPU seconds of a command: what others do beside it does not count."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    code, _, err = run(*args)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    equal((code, err), (0, ""))
    return after.ru_utime - before.ru_utime


def sentence_without_end(folder, n):
    with open(os.path.join(folder, "a.tsv"), "w", encoding="utf-8") as file:
        text = "Twelve people died in the fire, police said, and " * n
        file.write(f"s1\ts2\n{text}\t{text}\n")
    return ("judge", os.path.join(folder, "a.tsv"))


def acronyms_without_end(folder, n):
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    with open(os.path.join(folder, "a.txt"), "w", encoding="utf-8") as file:
        for i in range(n):
            a, b, c = (letters[i // 26 ** k % 26] for k in range(3))
            file.write(f"The {a}lpha{i} {b}eta{i} {c}amma{i} ({a}{b}{c}) met. ")
    with open(os.path.join(folder, "b.txt"), "w", encoding="utf-8") as file:
        file.write("The committee met.\n")
    return ("compare", folder)


def articles_without_end(folder, n):
    with open(os.path.join(folder, "a.json"), "w", encoding="utf-8") as file:
        json.dump([{"title": f"Number {i}", "text": f"People {i} met."} for i in range(n)], file)
    return ("import", folder)


def lines_without_end(folder, n):
    with open(os.path.join(folder, "a.txt"), "w", encoding="utf-8") as file:
        file.writelines(f"Row {i} of {i + 7} things.\n" for i in range(n))
    with open(os.path.join(folder, "b.txt"), "w", encoding="utf-8") as file:
        file.write("Twelve people were hurt when the bridge fell.\n" * n)
    return ("compare", folder)


@case
def four_times_the_input_takes_no_sixteen_times_as_long():
    for make, n in ((sentence_without_end, 2000), (acronyms_without_end, 3000), (articles_without_end, 3000),
                    (lines_without_end, 3000)):
        took = [seconds(*make(tempfile.mkdtemp(dir=HOME), size)) for size in (n, 4 * n)]
        assert took[1] < 8 * took[0] + 0.5, (make.__name__, took)


@case
def figures_of_one_thing_meet_in_one_claim():
    code, out, err = run("compare", "--format=json", SAMPLE)
    equal(code, 0)
    comparison = json.loads(out)
    texts = {s["id"]: a["text"][s["start"]:s["end"]] for a in comparison["articles"] for s in a["statements"]}
    wanted = ("Fourteen people were injured, two", "Seventeen people were hurt")
    assert any(all(any(texts[i].startswith(w) for i in claim["statements"]) for w in wanted)
               for claim in comparison["claims"]), comparison["claims"]
    summaries = [claim["summary"] for claim in comparison["claims"]]
    equal(len(set(summaries)), len(summaries))


@case
def binary_is_free_of_gtk():
    libraries = subprocess.run(["ldd", CLI], capture_output=True, check=True).stdout.decode()
    assert "gtk" not in libraries and "adwaita" not in libraries, libraries


def main():
    print(f"1..{len(CASES)}")
    failed = 0
    for number, function in enumerate(CASES, 1):
        try:
            function()
            print(f"ok {number} {function.__name__}", flush=True)
        except Exception as error:  # a test reports whatever went wrong
            failed += 1
            print(f"not ok {number} {function.__name__}", flush=True)
            print(f"# {type(error).__name__}: {error}"[:2000].replace("\n", "\n# "), flush=True)
    return 1 if failed else 0


with tempfile.TemporaryDirectory() as HOME:
    sys.exit(main())
