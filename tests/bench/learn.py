#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The learning curve: how much better the matches are after the reader answered a few questions.

usage: learn.py SYNOPTIC_CLI GOLD_FOLDER CORPUS_FOLDER [STORY…]

A story is a folder NAME under CORPUS_FOLDER with a file gold-NAME.json or NAME.gold.json in
GOLD_FOLDER.  The questions of "compare --questions" are answered from the gold, five at a time as
a reader would, each round with the answers before it; after 10, 20 and 40 the matches are measured
with and without the answers.  Answered pairs count in neither.

F1 and P are those of what is shown (sure, likely, or together in a claim): P against match_accept,
recall against match_must.  AP is of all scored pairs by probability against match_accept.
"""

import itertools
import json
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
from collections import Counter

STEPS = (10, 20, 40)
ROUND = 5
WORD = re.compile(r"[^\W_]+")


def key(a, b):
    return tuple(sorted((a, b)))


def words(text):
    return Counter(w.lower() for w in WORD.findall(text))


class Story:
    """Gold sentences of one story, and which of them each statement of the program covers."""

    stderr = None  # where the program's messages go

    def __init__(self, cli, gold, folder):
        self.cli, self.folder = cli, folder
        gold = json.loads(gold.read_text(encoding="utf-8"))
        self.accept = {key(*pair) for pair in gold["match_accept"]}
        self.must = {key(*pair) for pair in gold["match_must"]}
        self.covers = {}
        self.fresh = self.compare(None)
        for article in self.fresh["articles"]:
            file = pathlib.Path(article["path"]).name
            sentences = {i: s for i, s in gold["sentences"].items() if s["file"] == file}
            self.map_article(article, (folder / file).read_text(encoding="utf-8", errors="replace"), sentences)

    def run(self, answers, *options):
        with tempfile.NamedTemporaryFile("w", suffix=".tsv") as file:
            file.writelines(f"{a}\t{b}\t{'yes' if yes else 'no'}\n" for (a, b), yes in (answers or {}).items())
            file.flush()
            given = [f"--answers={file.name}"] if answers else []
            command = [self.cli, "compare", *options, *given, self.folder]
            return subprocess.run(command, stdout=subprocess.PIPE, stderr=self.stderr,
                                  check=True, encoding="utf-8").stdout

    def compare(self, answers):
        return json.loads(self.run(answers, "--format=json", "--all"))

    def map_article(self, article, text, sentences):
        """By place where the text is the file's, else by shared words: cleaning and cutting may differ."""
        for statement in article["statements"]:
            start, end = statement["start"], statement["end"]
            if article["text"] == text:
                common = {i: min(end, s["end"]) - max(start, s["start"]) for i, s in sentences.items()}
                length = {i: s["end"] - s["start"] for i, s in sentences.items()}
                hits = {i: n for i, n in common.items() if n > 0.5 * min(end - start, length[i])}
                whole = {i for i, n in hits.items() if n > 0.5 * length[i]}
            else:
                mine = words(article["text"][start:end])
                theirs = {i: words(text[s["start"]:s["end"]]) for i, s in sentences.items()}
                length = {i: sum(w.values()) for i, w in theirs.items()}
                common = {i: sum((mine & w).values()) for i, w in theirs.items()}
                n = sum(mine.values())
                hits = {i: c for i, c in common.items()
                        if n and c >= 0.6 * min(n, length[i]) and c >= min(3, n)}
                whole = {i for i, c in hits.items() if c >= 0.8 * length[i]}
            best = {max(hits, key=lambda i: (hits[i], i))} if hits else set()
            self.covers[statement["id"]] = whole | best

    def gold_pairs(self, a, b):
        pairs = itertools.product(self.covers.get(a, ()), self.covers.get(b, ()))
        return {key(x, y) for x, y in pairs if x.split(".")[0] != y.split(".")[0]}

    def ask(self, answers, n):
        """Answers of the gold to the next @n questions."""
        lines = self.run(answers, f"--questions={n}").splitlines()
        pairs = [tuple(line.split("\t")[:2]) for line in lines]
        return {pair: bool(self.gold_pairs(*pair) & self.accept) for pair in pairs}

    def measure(self, comparison, without):
        """(F1, P, AP) over the gold pairs that are not in @without."""
        ranked, shown = {}, set()
        for match in comparison["matches"]:
            for pair in self.gold_pairs(match["a"], match["b"]) - without:
                ranked[pair] = max(ranked.get(pair, 0), match["score"])
                if match["tier"] in ("sure", "likely"):
                    shown.add(pair)
        for claim in comparison["claims"]:
            for a, b in itertools.combinations(claim["statements"], 2):
                shown |= self.gold_pairs(a, b) - without
        accept, must = self.accept - without, self.must - without
        precision = len(shown & accept) / max(1, len(shown))
        recall = len(shown & must) / max(1, len(must))
        f1 = 2 * precision * recall / (precision + recall or 1)
        hits = ap = 0
        for place, (pair, _) in enumerate(sorted(ranked.items(), key=lambda item: (-item[1], item[0])), 1):
            if pair in accept:
                hits += 1
                ap += hits / place
        return f1, precision, ap / max(1, len(accept))


def learn(story):
    """{answers: (figures without, figures with, share of yes)}"""
    answers, curve = {}, {}
    while len(answers) < max(STEPS):
        new = story.ask(answers, min(ROUND, max(STEPS) - len(answers)))
        if not new:
            break
        answers.update(new)
        if len(answers) in STEPS:
            without = set().union(*(story.gold_pairs(*pair) for pair in answers))
            curve[len(answers)] = (story.measure(story.fresh, without), story.measure(story.compare(answers), without),
                                   sum(answers.values()) / len(answers))
    return curve


def find_stories(gold, corpora, wanted):
    for folder in sorted(p for p in corpora.iterdir() if p.is_dir()):
        for name in (f"gold-{folder.name}.json", f"{folder.name}.gold.json"):
            if (gold / name).is_file() and (not wanted or folder.name in wanted):
                yield folder.name, gold / name, folder


def show(name, n, before, after, yes):
    columns = "  ".join(f"{label} {x:.3f} → {y:.3f} ({y - x:+.3f})"
                        for label, x, y in zip(("F1", "P", "AP"), before, after))
    print(f"{name:12} {n:3d} answers, {yes:4.0%} yes   {columns}", flush=True)


def main(cli, gold, corpora, *wanted):
    curves = {}
    for name, file, folder in find_stories(pathlib.Path(gold), pathlib.Path(corpora), wanted):
        curves[name] = learn(Story(cli, file, folder))
        for n, row in curves[name].items():
            show(name, n, *row)
    for n in STEPS:
        rows = [curve[n] for curve in curves.values() if n in curve]
        if rows:
            print()
            before, after = ([statistics.mean(c) for c in zip(*(row[i] for row in rows))] for i in (0, 1))
            show(f"mean of {len(rows)}", n, before, after, statistics.mean(row[2] for row in rows))
            gains = [row[1][0] - row[0][0] for row in rows]
            print(f"{'':12} F1 gains {min(gains):+.3f} to {max(gains):+.3f}")


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
