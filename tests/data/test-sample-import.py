#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that the sample corpus opens as a reader should meet it.

usage: test-sample-import.py SYNOPTIC_CLI DATA_SAMPLE_DIRECTORY

The columns must have the right heads, and nothing that the gold file matches may be taken for debris or lost.
"""
import json
import subprocess
import sys
from pathlib import Path

HEADS = {
    "ferry": [
        ("Coastal Wire", "Ferry and gravel barge collide in fog off Port Velm; 14 hurt", "2025-10-14T09:12"),
        ("Velm Courier", "14 injured as ferry hits barge in Velm harbour", "2025-10-14T09:47"),
        ("Sound Radio", "Ferry collision: twelve in hospital", "2025-10-14T10:05"),
        ("Harbour Post", "Seventeen hurt after Marguerite strikes barge off Tollven Point", "2025-10-14T10:20"),
        ("The Continental", "Fourteen hurt as island ferry and barge collide off Cape Tolven", "2025-10-14T11:30"),
        ("Port Velm Harbour Authority", "Statement No. 3 on the collision of 14 October", "2025-10-15T08:00"),
    ],
    "takeover": [
        ("Northline News Agency", "Corvane bids 412 pence a share for Halvren Glassworks", "2025-06-09T17:10"),
        ("Ludmoor Herald", "Fears for 900 Ludmoor jobs as glassworks faces takeover", "2025-06-09T18:15"),
        ("The Morning Shout", "SMASH AND GRAB: raiders offer 450p to snatch glass giant", "2025-06-09T18:02"),
        ("Aalmark Courant", "Corvane offers €4.86 a share for Halvrén Glass", "2025-06-09T19:30"),
        ("Halvren Glassworks plc", "Board unanimously rejects unsolicited proposal from Corvane Capital",
         "2025-06-09T11:30"),
        ("City Ledger", "Corvane lifts Halvren stake as board digs in", "2025-06-10T11:20"),
    ],
}
TOLD = {"body", "headline", "subhead", "caption"}


def compare(cli, folder):
    done = subprocess.run([cli, "compare", "--format=json", folder], check=True, capture_output=True)
    return json.loads(done.stdout)


def told(article):
    """What the article says, in one line: the statements that are no debris."""
    parts = [article["text"][s["start"]:s["end"]] for s in article["statements"] if s["role"] in TOLD]
    return " ".join(" ".join(parts).split())


def check(cli, root, name):
    faults = []
    gold = json.loads((root / f"{name}.gold.json").read_text(encoding="utf-8"))
    articles = compare(cli, root / name)["articles"]
    if len(articles) != len(HEADS[name]):
        return [f"{name}: {len(articles)} articles"]
    for article, (outlet, title, published) in zip(articles, HEADS[name]):
        found = (article["outlet"], article["title"], (article["published"] or "")[:16])
        if found != (outlet, title, published):
            faults.append(f"{article['path']}: headed {found}")
    texts = {Path(article["path"]).name: told(article) for article in articles}
    for sid in sorted({sid for pair in gold["match_accept"] for sid in pair}):
        sentence = gold["sentences"][sid]
        raw = (root / name / sentence["file"]).read_text(encoding="utf-8")
        words = raw[sentence["start"]:sentence["end"]]
        if words not in texts[sentence["file"]]:
            faults.append(f"{sentence['file']}: lost “{words}”")
    return faults


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    faults = [fault for name in HEADS for fault in check(sys.argv[1], Path(sys.argv[2]), name)]
    print("\n".join(faults) or "sample corpus: opens as it should")
    sys.exit(1 if faults else 0)


main()
