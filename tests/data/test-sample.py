#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the sample corpus against its gold files.

usage: test-sample.py DATA_SAMPLE_DIRECTORY

Measurements rest on the gold files, so a shifted offset would pass for a fault of the engine.
"""
import json
import sys
from pathlib import Path

MIN_GROUPS, MIN_TYPES, MIN_TRAPS, MIN_MATCHES, MIN_BOILERPLATE = 12, 7, 10, 100, 10
MIN_WORDS, MAX_WORDS, N_ARTICLES = 250, 600, 6
TYPES = {
    "figure", "agent", "denial", "status", "time", "place", "certainty", "scope", "wording",
    "cause", "identity",
}
KINDS = {"spelling", "translation", "unit", "alias", "title", "rounding"}


class Checker:
    def __init__(self, root, name):
        self.name = name
        self.gold = json.loads((root / f"{name}.gold.json").read_text(encoding="utf-8"))
        # newline="" keeps offsets honest: a CRLF must count as two.
        self.texts = {}
        for path in sorted((root / name).iterdir()):
            with open(path, encoding="utf-8", newline="") as file:
                self.texts[path.name] = file.read()
        self.faults = []

    def expect(self, condition, message):
        if not condition:
            self.faults.append(f"{self.name}: {message}")

    def text_of(self, sid):
        sentence = self.gold["sentences"][sid]
        return self.texts[sentence["file"]][sentence["start"]:sentence["end"]]

    def check_articles(self):
        articles = self.gold["articles"]
        self.expect(articles == sorted(self.texts), "articles and files differ")
        self.expect(len(articles) == N_ARTICLES, f"{len(articles)} articles, not {N_ARTICLES}")
        suffixes = {Path(name).suffix for name in articles}
        self.expect(suffixes == {".txt", ".html", ".json"}, f"formats are {sorted(suffixes)}")
        for name in articles:
            own = [sid for sid, s in self.gold["sentences"].items()
                   if s["file"] == name and sid not in self.gold["boilerplate"]]
            n = sum(len(self.text_of(sid).split()) for sid in own)
            self.expect(MIN_WORDS <= n <= MAX_WORDS, f"{name} has {n} words")

    def check_sentences(self):
        last_file, last_end = None, 0
        for sid, sentence in self.gold["sentences"].items():
            file, start, end = sentence["file"], sentence["start"], sentence["end"]
            article = int(sid.split(".")[0])
            self.expect(self.gold["articles"][article] == file, f"{sid} is not in {file}")
            if file != last_file:
                last_file, last_end = file, 0
            self.expect(last_end <= start < end <= len(self.texts[file]), f"{sid} is out of place")
            last_end = end
            text = self.text_of(sid)
            self.expect(text == text.strip() and "\n" not in text, f"{sid} is not trimmed: {text!r}")
            self.expect(not set(text) & set('<>&\\"'), f"{sid} holds markup or escapes: {text!r}")
            self.expect_whole_words(sid, file, start, end)

    def expect_whole_words(self, sid, file, start, end):
        text = self.texts[file]
        before, after = text[start - 1:start], text[end:end + 1]
        # In JSON the letter before a paragraph is the n of a line break.
        breaks = text[start - 2:start] == "\\n"
        self.expect(breaks or not before.isalnum(), f"{sid} begins inside a word")
        self.expect(not after.isalnum(), f"{sid} ends inside a word")

    def pairs(self, items, what):
        found = set()
        for a, b in items:
            known = a in self.gold["sentences"] and b in self.gold["sentences"]
            self.expect(known, f"{what}: no such sentence in {a} {b}")
            self.expect(a.split(".")[0] != b.split(".")[0], f"{what}: {a} {b} are of one article")
            pair = tuple(sorted((a, b)))
            self.expect(pair not in found, f"{what}: {a} {b} twice")
            found.add(pair)
        return found

    def check_matches(self):
        core, must, accept = (self.pairs(self.gold[key], key)
                              for key in ("match_core", "match_must", "match_accept"))
        self.expect(core <= must <= accept, "core, must and accept are not nested")
        self.expect(len(accept) >= MIN_MATCHES, f"only {len(accept)} matches")
        junk = set(self.gold["boilerplate"])
        self.expect(len(junk) >= MIN_BOILERPLATE, f"only {len(junk)} lines of boilerplate")
        self.expect(not any(junk & set(pair) for pair in accept), "boilerplate is matched")
        for a, b in self.copies(junk):
            self.expect((a, b) in core, f"the same words, but no core match: {a} {b}")

    def copies(self, junk):
        seen = {}
        for sid in self.gold["sentences"]:
            if sid in junk:
                continue
            for other in seen.setdefault(self.text_of(sid), []):
                yield tuple(sorted((sid, other)))
            seen[self.text_of(sid)].append(sid)

    def check_conflicts(self):
        groups = self.gold["conflict_groups"]
        core = [group for group in groups if group["core"]]
        types = {group["type"] for group in core}
        union = set()
        for group in groups:
            union |= self.pairs(group["pairs"], group["id"])
            self.expect(group["type"] in TYPES, f"{group['id']} is a {group['type']}")
            self.expect(group["strength"] in ("direct", "tension"), f"{group['id']}: strength")
            self.expect(group["pairs"] and group["about"], f"{group['id']} is empty")
        self.expect(len({group["id"] for group in groups}) == len(groups), "a group id is used twice")
        self.expect(len(core) >= MIN_GROUPS, f"only {len(core)} disagreements")
        self.expect(len(types) >= MIN_TYPES, f"only {len(types)} types of disagreement")
        accept = self.pairs(self.gold["conflict_accept"], "conflict_accept")
        self.expect(accept == union, "conflict_accept is not the union of the groups")
        self.check_traps(accept)

    def check_traps(self, conflicts):
        traps = self.pairs(self.gold["traps"], "traps")
        union = set()
        for group in self.gold["trap_groups"]:
            union |= self.pairs(group["pairs"], group["id"])
            self.expect(group["pairs"] and group["about"], f"{group['id']} is empty")
        self.expect(traps == union, "traps is not the union of its groups")
        self.expect(not traps & conflicts, f"both trap and conflict: {sorted(traps & conflicts)}")
        n = len(self.gold["trap_groups"])
        self.expect(n >= MIN_TRAPS, f"only {n} traps")

    def check_variants(self):
        for variant in self.gold["variants"]:
            self.expect(variant["kind"] in KINDS, f"variant of kind {variant['kind']}")
            self.expect(len(variant["forms"]) >= 2, f"a single form: {variant['forms']}")
            for form in variant["forms"]:
                found = any(form in text for text in self.texts.values())
                self.expect(found, f"no article writes {form!r}")

    def run(self):
        self.check_articles()
        self.check_sentences()
        self.check_matches()
        self.check_conflicts()
        self.check_variants()
        return self.faults


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    root = Path(sys.argv[1])
    faults = []
    for name in ("ferry", "takeover"):
        faults += Checker(root, name).run()
    print("\n".join(faults) or "sample corpus: sound")
    sys.exit(1 if faults else 0)


main()
