#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How well a mixed corpus is grouped by event: purity and completeness.

usage: stories.py SYNOPTIC_CLI SAMPLE_FOLDER [SHARED_FOLDER]

Purity is the share of articles that belong to the event most of their group is about, completeness the share that
stand in the biggest group of their event.  Measured on: each corpus alone, which must stay one story; all together;
all among a thousand other articles; and the sentences of ECB+, whose topics hold two events of one kind each.  What
is absent is left out, and said."""

import csv
import json
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter, defaultdict

TOPIC = re.compile(r"(?:^|_)(\d+)_\d+ecb(plus)?\.txt$")


def label(path):
    """The event of an article, by the data's own names; None where nobody said."""
    path = pathlib.Path(path)
    found = TOPIC.search(path.name)
    if found:
        return f"ecb {found[1]} {found[2] or ''}"
    if path.name.startswith("basil__"):
        return path.name.rsplit("__", 1)[0]
    return None if "__" in path.name else path.parent.name


def group(cli, *paths):
    """Lists of the paths of the articles of each story."""
    done = subprocess.run([cli, "stories", "--format=json", *map(str, paths)], capture_output=True, check=False,
                          encoding="utf-8")
    return [[article["path"] for article in story["articles"]] for story in json.loads(done.stdout)["stories"]]


def measure(groups, label_of):
    """(purity, completeness) over the articles whose event is known"""
    by_event, pure, n = defaultdict(Counter), 0, 0
    for number, paths in enumerate(groups):
        events = Counter(filter(None, map(label_of, paths)))
        pure += max(events.values(), default=0)
        n += sum(events.values())
        for event, count in events.items():
            by_event[event][number] += count
    return pure / n, sum(max(counts.values()) for counts in by_event.values()) / n


def show(name, groups, label_of=label):
    purity, completeness = measure(groups, label_of)
    print(f"{name:34} {len(groups):5} stories   purity {purity:.3f}   completeness {completeness:.3f}")


def write_sentences(file, folder):
    """The documents of a table of ECB+, made of their sentences."""
    documents = defaultdict(list)
    with open(file, encoding="utf-8") as rows:
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            documents[row["doc"]].append(row["text"])
    for name, sentences in documents.items():
        (folder / f"{name}.txt").write_text("\n".join(sentences) + "\n", encoding="utf-8")


def measure_ecb(cli, shared, folder):
    tables = [file for file in (shared / "data/ecbplus/train.tsv", shared / "data/ecbplus/dev.tsv") if file.exists()]
    for file in tables:
        write_sentences(file, folder)
    if not tables:
        print("ECB+: not here")
        return
    show("ECB+, a few sentences of each", group(cli, folder))
    by_topic = defaultdict(list)
    for path in sorted(folder.iterdir()):
        by_topic[TOPIC.search(path.name)[1]].append(path)
    pairs = [measure(group(cli, *paths), label) for paths in by_topic.values()]
    print(f"{'ECB+, two events of one kind':34} {len(pairs):5} topics    purity {sum(p for p, _ in pairs) / len(pairs):.3f}"
          f"   completeness {sum(c for _, c in pairs) / len(pairs):.3f}")


def main():
    cli, sample = sys.argv[1], pathlib.Path(sys.argv[2])
    shared = pathlib.Path(sys.argv[3] if len(sys.argv) > 3 else "../shared")
    corpora = [folder for folder in sorted(sample.iterdir()) if folder.is_dir()]
    if (shared / "corpus").is_dir():
        corpora += [folder for folder in sorted((shared / "corpus").iterdir()) if folder.is_dir()]
    else:
        print(f"{shared}/corpus: not here")
    for folder in corpora:
        groups = group(cli, folder)
        print(f"{folder.name:34} {len(groups):5} {'story' if len(groups) == 1 else 'stories: ' + str(list(map(len, groups)))}")
    show("all together", group(cli, *corpora))
    archive = shared / "corpus/scale-1000.tar.gz"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if archive.exists():
            with tarfile.open(archive) as tar:
                tar.extractall(folder / "scale")
            show("all among a thousand others", group(cli, *corpora, folder / "scale"))
        else:
            print("scale-1000: not here")
        (folder / "ecb").mkdir()
        measure_ecb(cli, shared, folder / "ecb")


main()
