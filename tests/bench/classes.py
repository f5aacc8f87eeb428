#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the word classes of each field do, story by story.

usage: classes.py SYNOPTIC_CLI CLASSES.txt GOLD_FOLDER CORPUS_FOLDER [PAIRS_FOLDER]

CLASSES.txt is the list the program was built with (data/lexicon/en/classes.txt); its lines
"# Field: NAME" part it into fields.  The program is run with all of them, with none, with only what
is general, and with each field left out, by laying another list over the one built in.  A story is
a folder NAME under CORPUS_FOLDER with a file gold-NAME.json or NAME.gold.json in GOLD_FOLDER.

AP is of all scored pairs against match_accept, F1 of what is shown against match_accept and
match_must.  With PAIRS_FOLDER, files mrpc/train.tsv (label s1 s2) and ecbplus/dev.tsv (columns as
its first line says) are judged too: AP of their scores.  A field that does harm on average is
marked with "!".
"""

import csv
import itertools
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from learn import Story, find_stories  # noqa: E402

PLACE = "/io/github/synoptic_reader/Synoptic/lexicon/en"
HEADING = re.compile(r"^# Field: (.+)$")
MAX_PAIRS = 4000


def read_fields(path):
    fields, name = {}, None
    for line in path.read_text(encoding="utf-8").splitlines():
        found = HEADING.match(line)
        if found:
            name = found.group(1)
            fields[name] = []
        elif line and not line.startswith("#"):
            fields.setdefault(name or "no field", []).append(line)
    return fields


def average_precision(ranked, n_true):
    hits, total = 0, 0.0
    for i, right in enumerate(ranked, 1):
        if right:
            hits += 1
            total += hits / i
    return total / n_true if n_true else 0.0


class Overlay:
    """Runs the program with another list of classes."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def put(self, lines):
        (self.folder / "classes.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        os.environ["G_RESOURCE_OVERLAYS"] = f"{PLACE}/classes.txt={self.folder}/classes.txt"


def measure_story(story):
    f1, _, ap = story.measure(story.compare(None), set())
    return ap, f1


def judge(cli, file):
    out = subprocess.run([cli, "judge", file], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, encoding="utf-8")
    return [float(row["score"]) for row in csv.DictReader(out.stdout.splitlines(), delimiter="\t",
                                                          quoting=csv.QUOTE_NONE)]


def read_mrpc(file):
    for row in csv.DictReader(file.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
        yield row["s1"], row["s2"], row["label"] == "1"


def read_ecb(file):
    """Sentences of two documents of one topic; true where they share an event."""
    topics = {}
    for row in csv.DictReader(file.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
        events = {item.split("=")[0] for item in row["events"].split("|") if "=" in item}
        topics.setdefault(row["topic"], []).append((row["doc"], row["text"], events))
    for rows in topics.values():
        for a, b in itertools.combinations(rows, 2):
            if a[0] != b[0] and a[2] and b[2]:
                yield a[1], b[1], bool(a[2] & b[2])


class Pairs:
    """Labelled pairs of sentences, as a file for "judge"."""

    def __init__(self, cli, name, rows, folder):
        rows = list(rows)
        rows = rows[:: max(1, len(rows) // MAX_PAIRS)]
        self.cli, self.name = cli, name
        self.labels = [label for _, _, label in rows]
        self.file = pathlib.Path(folder) / f"{name}.tsv"
        self.file.write_text("s1\ts2\n" + "".join(f"{a}\t{b}\n" for a, b, _ in rows), encoding="utf-8")

    def measure(self):
        scores = judge(self.cli, self.file)
        order = sorted(range(len(scores)), key=lambda i: (-scores[i], i))
        return average_precision([self.labels[i] for i in order], sum(self.labels))


def list_pairs(cli, folder, scratch):
    for name, place, reader in (("mrpc", "mrpc/train.tsv", read_mrpc), ("ecb+", "ecbplus/dev.tsv", read_ecb)):
        file = pathlib.Path(folder) / place
        if file.exists():
            yield Pairs(cli, name, reader(file), scratch)


def print_row(name, stories, pairs, base=None):
    """One line: AP of each story and set, as they are or as what @base loses without the field."""
    found = [measure_story(story) for story in stories]
    row = [ap for ap, _ in found] + [statistics.mean(ap for ap, _ in found)]
    row += [statistics.mean(f1 for _, f1 in found)] + [item.measure() for item in pairs]
    shown = [b - a for a, b in zip(row, base)] if base else row
    mean = len(stories)
    mark = "!" if base and shown[mean] < -0.0005 else " "
    print(f"{name:18s}{mark}" + "".join(f"{value:8.3f}" if not base else f"{value:+8.3f}" for value in shown), flush=True)
    return row


def main():
    if len(sys.argv) not in (5, 6):
        sys.exit(__doc__)
    cli = sys.argv[1]
    classes, gold_folder, corpus_folder = (pathlib.Path(name) for name in sys.argv[2:5])
    fields = read_fields(classes)
    with tempfile.TemporaryDirectory() as scratch:
        overlay = Overlay(scratch)
        Story.stderr = subprocess.DEVNULL  # GLib tells of every list that is laid over another
        everything = [line for lines in fields.values() for line in lines]
        overlay.put(everything)
        stories = [Story(cli, gold, folder) for _, gold, folder in find_stories(gold_folder, corpus_folder, ())]
        pairs = list(list_pairs(cli, sys.argv[5], scratch)) if len(sys.argv) == 6 else []
        print(f"{len(fields)} fields, {len(everything)} classes; AP of each story, mean AP, mean F1, sets")
        print(" " * 19 + "".join(f"{story.folder.name[:7]:>8s}" for story in stories) + "    mean      F1"
              + "".join(f"{item.name:>8s}" for item in pairs))
        base = print_row("all", stories, pairs)
        overlay.put([])
        print_row("none", stories, pairs)
        print("what each field gives: with all less without it")
        for name in fields:
            overlay.put([line for other, lines in fields.items() if other != name for line in lines])
            print_row(name, stories, pairs, base)


if __name__ == "__main__":
    main()
