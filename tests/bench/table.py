#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the engine is worth, in one table: every line has a mark, a value, and whether it is reached.

usage: table.py SYNOPTIC_CLI SAMPLE_FOLDER [SHARED_FOLDER] [LINE…]

SHARED_FOLDER (default: ../shared) holds annotated stories (corpus/NAME with eval/gold-NAME.json), the
program that measures against them (eval/score) and sentence pairs (data/*/*.tsv).  A line whose data
is absent says so.  LINE names the lines wanted: stories, samples, mrpc, sts, ecb, emergent, rte.

Protocols: stories and samples with default settings, figures as eval/score prints them.  mrpc, emergent
and rte: logistic regression over the columns of "judge --features", five folds, all rows predicted from
the other folds (emergent: the headlines of one claim stay in one fold).  sts: Pearson's r of the
judgement's score as it comes.  mrpc decides at 0.45: two pairs in three are true there, and F1 asks for
them.  ecb: each topic is compared as one corpus; its pairs of sentences from different documents are true
when they share a chain of events that is no singleton and no verb of saying.
"""

import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import fit

FAILED = []
RELATIONS = ("copied", "same", "related")
SAYING = set("""say said says saying tell told tells telling report reported reports reporting announce announced
announces announcing announcement claim claimed claims claiming add added adds adding state stated states stating
statement confirm confirmed confirms comment commented comments note noted notes explain explained according
tweet tweeted write wrote quote quoted ask asked describe described""".split())


def line(name, mark, value, reached):
    if not reached:
        FAILED.append(name)
    print(f"{'ok  ' if reached else 'MISS'}  {name:34} {mark:34} {value}", flush=True)


def skip(name, why):
    print(f"--    {name:34} {why}", flush=True)


# -- annotated stories

class Figures:
    """The lines of eval/score for one story."""

    def __init__(self, cli, score, gold, corpus):
        compared = subprocess.run([cli, "compare", "--format=json", "--all", corpus],
                                  stdout=subprocess.PIPE, check=True).stdout
        out = subprocess.run([sys.executable, score, gold, corpus, "-"], input=compared,
                             stdout=subprocess.PIPE, check=True).stdout.decode()
        self.lines = {}
        for text in out.splitlines()[1:]:
            name, rest = text[:14].strip(), text[14:]
            self.lines[name] = {m[1]: m[2] for m in
                                re.finditer(r"(pairs|listed|[A-Z]\S*|groups|direct|traps|calibration error) +(\S+)", rest)}

    def number(self, line, column):
        return float(self.lines[line][column])

    def share(self, line, column):
        hit, of = self.lines[line][column].split("/")
        return int(hit), int(of)

    def right(self, line):
        """(right pairs, pairs)"""
        pairs = self.number(line, "pairs")
        return round(pairs * self.number(line, "P")), int(pairs)


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def add(pairs):
    pairs = list(pairs)
    return sum(p[0] for p in pairs), sum(p[1] for p in pairs)


def of(pair):
    return pair[0] / pair[1] if pair[1] else 0.0


def print_stories(stories):
    print(f"\n{'story':10} {'shown P':>8} {'R_must':>7} {'F1':>6} {'sure':>5} {'P':>6} {'R_must':>7} {'AP':>6} {'R@P80':>6}"
          f" {'ECE':>6}   conflicts, P, groups, direct, traps; queue")
    for name, f in stories.items():
        print(f"{name:10} {f.number('match shown', 'P'):8.3f} {f.number('match shown', 'R_must'):7.3f}"
              f" {f.number('match shown', 'F1'):6.3f} {f.number('match sure', 'pairs'):5.0f}"
              f" {f.number('match sure', 'P'):6.3f} {f.number('match sure', 'R_must'):7.3f}"
              f" {f.number('match ranking', 'AP'):6.3f} {f.number('match ranking', 'R@P80'):6.3f}"
              f" {f.number('match ranking', 'calibration error'):6.3f}   "
              + " ".join(f.lines["conflict shown"][c] for c in ("pairs", "P", "groups", "direct", "traps"))
              + "; " + f.lines["conflict queue"]["groups"])
    print()


def match_lines(stories):
    shown = {name: (f.number("match shown", "F1"), f.number("match shown", "P")) for name, f in stories.items()}
    worst = min(shown, key=lambda name: shown[name][0])
    f1, p = mean(s[0] for s in shown.values()), mean(s[1] for s in shown.values())
    line("matches shown, mean", "F1 >= 0.56, P >= 0.62", f"F1 {f1:.3f}  P {p:.3f}", f1 >= .56 and p >= .62)
    line("matches shown, worst story", "F1 >= 0.42", f"F1 {shown[worst][0]:.3f} ({worst})", shown[worst][0] >= .42)
    sure = {n: (f.number("match sure", "P"), f.number("match sure", "pairs")) for n, f in stories.items()}
    counted = {name: s[0] for name, s in sure.items() if s[1] >= 20} or {"none": 0.0}
    low = min(counted, key=counted.get)
    recall = mean(f.number("match sure", "R_must") for f in stories.values())
    line("matches sure, stories with >= 20", "P >= 0.90, mean R_must >= 0.15",
         f"P {counted[low]:.3f} ({low})  R_must {recall:.3f}", counted[low] >= .9 and recall >= .15)
    ap = mean(f.number("match ranking", "AP") for f in stories.values())
    r80 = mean(f.number("match ranking", "R@P80") for f in stories.values())
    line("ranking, mean", "AP >= 0.61, R@P80 >= 0.40", f"AP {ap:.3f}  R@P80 {r80:.3f}", ap >= .61 and r80 >= .4)
    ece = {n: f.number("match ranking", "calibration error") for n, f in stories.items()}
    high = max(ece, key=ece.get)
    line("calibration error, every story", "<= 0.05", f"{ece[high]:.3f} ({high})", ece[high] <= .05)


def conflict_lines(stories):
    right = add(f.right("conflict shown") for f in stories.values())
    groups = add(f.share("conflict shown", "groups") for f in stories.values())
    traps = add(f.share("conflict shown", "traps") for f in stories.values())
    queue = add(f.share("conflict queue", "groups") for f in stories.values())
    line("conflicts shown, all stories", "P >= 0.65, >= 30 % of disagreements",
         f"P {of(right):.3f} of {right[1]}  {groups[0]}/{groups[1]} = {of(groups):.0%}", of(right) >= .65 and of(groups) >= .3)
    if "belgorod" in stories:
        direct = stories["belgorod"].share("conflict shown", "direct")
        line("conflicts shown, direct, belgorod", "all", "{}/{}".format(*direct), direct[0] == direct[1])
    line("conflicts shown, traps", "<= 3 % of the listed traps", f"{traps[0]}/{traps[1]} = {of(traps):.1%}", of(traps) <= .03)
    line("review list of 50", ">= 60 % of disagreements", f"{queue[0]}/{queue[1]} = {of(queue):.0%}", of(queue) >= .6)


def measure_stories(cli, samples, shared):
    score = shared / "eval" / "score"
    golds = sorted((shared / "eval").glob("gold-*.json"))
    if not score.is_file() or not golds:
        return skip("stories", f"no {score} with gold files")
    stories = {g.stem[5:]: Figures(cli, score, g, shared / "corpus" / g.stem[5:]) for g in golds}
    print_stories(stories)
    match_lines(stories)
    conflict_lines(stories)


def measure_samples(cli, samples, shared):
    score = shared / "eval" / "score"
    if not score.is_file():
        return skip("samples", f"no {score}")
    stories = {g.name.split(".")[0]: Figures(cli, score, g, samples / g.name.split(".")[0])
               for g in sorted(samples.glob("*.gold.json"))}
    print_stories(stories)
    for name, f in stories.items():
        value = f.number("match shown", "F1")
        line(f"sample {name}, matches", "F1 >= 0.70", f"F1 {value:.3f}", value >= .7)
        groups, right, traps = f.share("conflict shown", "groups"), f.right("conflict shown"), f.share("conflict shown", "traps")
        line(f"sample {name}, conflicts", ">= 70 % at P >= 0.85, no trap",
             f"{groups[0]}/{groups[1]} = {of(groups):.0%}  P {of(right):.3f}  traps {traps[0]}",
             of(groups) >= .7 and of(right) >= .85 and traps[0] == 0)


# -- pairs of sentences

def read_table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def judge(cli, pairs):
    """One dictionary per pair, of the columns that "judge --features" prints."""
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as file:
        file.write("s1\ts2\n")
        file.writelines(f"{a}\t{b}\n" for a, b in pairs)
        file.flush()
        out = subprocess.run([cli, "judge", "--features", file.name], stdout=subprocess.PIPE, check=True).stdout
    return list(csv.DictReader(out.decode().splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def features_of(row):
    kinds = [float(row["relation"] == relation) for relation in RELATIONS]
    measures = [float(value) for name, value in row.items()
                if name not in ("relation", "conflict", "reason")]
    return kinds + [float(row["conflict"] != "-")] + measures


def measure_mrpc(cli, samples, shared):
    path = shared / "data" / "mrpc" / "train.tsv"
    if not path.is_file():
        return skip("mrpc", f"no {path}")
    table = read_table(path)
    labels = [int(row["label"]) for row in table]
    rows = [features_of(row) for row in judge(cli, [(row["s1"], row["s2"]) for row in table])]
    predicted = fit.cross_validate(rows, labels, fit.fold_of(range(len(rows))))
    decided = [p >= .45 for p, _ in predicted]
    accuracy, f1 = mean(d == bool(l) for d, l in zip(decided, labels)), fit.f1(decided, labels)
    line("MRPC train, five folds", "accuracy >= 0.75, F1 >= 0.83", f"accuracy {accuracy:.3f}  F1 {f1:.3f}",
         accuracy >= .75 and f1 >= .83)


def measure_sts(cli, samples, shared):
    for name, file, mark in (("STS benchmark dev", "stsb/dev.tsv", .75), ("STS headlines 2013", "sts_news/2013.headlines.test.tsv", .78),
                             ("STS headlines 2014", "sts_news/2014.headlines.test.tsv", .76)):
        path = shared / "data" / file
        if not path.is_file():
            skip(name, f"no {path}")
            continue
        table = read_table(path)
        scores = [float(row["score"]) for row in judge(cli, [(row["s1"], row["s2"]) for row in table])]
        r = fit.pearson(scores, [float(row["score"]) for row in table])
        line(name, f"r >= {mark}", f"r {r:.3f}", r >= mark)


def measure_emergent(cli, samples, shared):
    path = shared / "data" / "emergent" / "train.tsv"
    if not path.is_file():
        return skip("emergent", f"no {path}")
    table = read_table(path)
    labels = [int(row["stance"] == "against") for row in table]
    rows = [features_of(row) for row in judge(cli, [(row["claim"], row["headline"]) for row in table])]
    predicted = fit.cross_validate(rows, labels, fit.fold_of([row["claimId"] for row in table]))
    f1 = fit.f1([p >= t for p, t in predicted], labels)
    line("Emergent train, five folds, against", "F1 >= 0.74", f"F1 {f1:.3f}", f1 >= .74)


def measure_rte(cli, samples, shared):
    path = shared / "data" / "rte3" / "dev.tsv"
    if not path.is_file():
        return skip("rte", f"no {path}")
    table = read_table(path)
    labels = [int(row["label3"] == "contradiction") for row in table]
    rows = [features_of(row) for row in judge(cli, [(row["s1"], row["s2"]) for row in table])]
    predicted = fit.cross_validate(rows, labels, fit.fold_of(range(len(rows))))
    precision = fit.precision_at_recall([p for p, _ in predicted], labels, .2)
    line("RTE-3 dev, five folds, contradiction", "P >= 0.30 at R >= 0.20", f"P {precision:.3f}", precision >= .3)


# -- events

def chains_of(row):
    """The chains of events of a sentence that say something about the world."""
    out = set()
    for mention in filter(None, row["events"].split("|")):
        chain, _, words = mention.partition("=")
        if not chain.startswith(("Singleton", "INTRA")) and words.split(" ")[-1].lower() not in SAYING:
            out.add(chain)
    return out


class Topic:
    """The documents of a topic, a paragraph for each sentence, and which chains each one has."""

    def __init__(self, rows, folder):
        self.places, self.chains, texts = {}, {}, {}
        for row in rows:
            text = texts.get(row["doc"], "")
            key = (row["doc"], row["sent"])
            self.places.setdefault(row["doc"], []).append((len(text), len(text) + len(row["text"]), key))
            self.chains[key] = chains_of(row)
            texts[row["doc"]] = text + row["text"] + "\n\n"
        for name, text in texts.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")

    def sentences_of(self, comparison):
        """statement → its sentence"""
        out = {}
        for article in comparison["articles"]:
            places = self.places[pathlib.Path(article["path"]).stem]
            for statement in article["statements"]:
                for start, end, key in places:
                    if start <= statement["start"] < end:
                        out[statement["id"]] = key
        return out

    def pairs(self):
        keys = list(self.chains)
        return [(a, b) for i, a in enumerate(keys) for b in keys[i + 1:] if a[0] != b[0]]

    def measure(self, comparison):
        """(scores, labels) of all pairs; what the program does not list comes last."""
        sentences = self.sentences_of(comparison)
        scores = {}
        for match in comparison["matches"]:
            pair = tuple(sorted((sentences[match["a"]], sentences[match["b"]])))
            scores[pair] = max(scores.get(pair, 0), match["score"])
        pairs = self.pairs()
        return ([scores.get(tuple(sorted(pair)), 0.0) for pair in pairs],
                [int(bool(self.chains[a] & self.chains[b])) for a, b in pairs])


def measure_ecb(cli, samples, shared, file="dev"):
    path = shared / "data" / "ecbplus" / f"{file}.tsv"
    if not path.is_file():
        return skip("ecb", f"no {path}")
    topics, scores, labels = {}, [], []
    for row in read_table(path):
        topics.setdefault(row["topic"], []).append(row)
    for rows in topics.values():
        with tempfile.TemporaryDirectory() as folder:
            topic = Topic(rows, pathlib.Path(folder))
            out = subprocess.run([cli, "compare", "--format=json", "--all", folder], stdout=subprocess.PIPE, check=True)
            measured = topic.measure(json.loads(out.stdout))
            scores += measured[0]
            labels += measured[1]
    ap = fit.average_precision(scores, labels)
    line(f"ECB+ {file}, pairs of one event", "AP >= 0.71", f"AP {ap:.3f} of {len(labels)} pairs, {mean(labels):.0%} true",
         ap >= .71)


LINES = {"stories": measure_stories, "samples": measure_samples, "mrpc": measure_mrpc, "sts": measure_sts,
         "ecb": measure_ecb, "emergent": measure_emergent, "rte": measure_rte}


def main(cli, samples, shared="../shared", *wanted):
    for name in wanted or LINES:
        LINES[name](cli, pathlib.Path(samples), pathlib.Path(shared))
    print(f"\n{len(FAILED)} missed" + (": " + "; ".join(FAILED) if FAILED else ""))


if len(sys.argv) < 3 or not set(sys.argv[4:]) <= set(LINES):
    sys.exit(__doc__)
main(*sys.argv[1:])
