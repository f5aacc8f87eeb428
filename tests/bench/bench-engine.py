#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time, memory and growth of the engine beside others, in one run, alternating, as ratios of medians.

usage: bench-engine.py SYNOPTIC_CLI BENCH_TEXT SAMPLE_FOLDER [SHARED_FOLDER]

SHARED_FOLDER (default: ../shared) holds real articles (corpus/NAME, corpus/scale-1000.tar.gz) and small programs to
measure against (yardsticks/tok.c, yardsticks/icu.c), which are compiled here.  The peer is sim_text (Debian's
similarity-tester), which only looks for copied passages.  What is absent is left out, and said.

SYNOPTIC_BENCH_GROWTH=N (default 10000) is how many articles growth is measured up to; 0 leaves it out."""

import hashlib
import json
import math
import os
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from collections import Counter, defaultdict

ROUNDS = 7
SHINGLE = 8
RENAMED = 0.7  # of the words that are not frequent, in each copy
WORD = re.compile(r"[^\W_]+")
COMPARE = ("compare", "--format=json")


class Command:
    """A program with its arguments; the list of files stands on its standard input where it wants one."""

    def __init__(self, name, *arguments, files=None, env=None):
        self.name, self.arguments, self.files = name, [str(a) for a in arguments], files
        self.env = {**os.environ, **(env or {})}

    def run(self):
        """(CPU seconds, wall seconds, peak MB) of one run"""
        with tempfile.TemporaryFile("w+") as given:
            given.write("".join(f"{file}\n" for file in self.files or []))
            given.seek(0)
            begin = time.monotonic()
            process = subprocess.Popen(self.arguments, stdin=given, stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL, env=self.env)
            _, _, usage = os.wait4(process.pid, 0)
            return usage.ru_utime + usage.ru_stime, time.monotonic() - begin, usage.ru_maxrss / 1024

    def output(self):
        given = "".join(f"{file}\n" for file in self.files or [])
        return subprocess.run(self.arguments, input=given, stdout=subprocess.PIPE, check=False,
                              encoding="utf-8", env=self.env).stdout


def alternate(commands):
    """Medians (CPU, wall, MB) of each command; they take turns, so that what slows the machine slows all of them."""
    runs = defaultdict(list)
    for _ in range(ROUNDS):
        for command in commands:
            runs[command.name].append(command.run())
    return {name: tuple(statistics.median(column) for column in zip(*rows)) for name, rows in runs.items()}


def line(name, value, mark, least=False):
    reached = value >= mark if least else value <= mark
    print(f"{'ok  ' if reached else 'MISS'}  {name:58} {value:9.3f}  (mark {'>=' if least else '<='} {mark:g})",
          flush=True)


def list_files(folder):
    return sorted(str(path) for path in pathlib.Path(folder).rglob("*") if path.is_file())


def show(title, medians):
    print(f"\n{title}")
    for name, (cpu, wall, memory) in medians.items():
        print(f"      {name:28} CPU {cpu * 1000:9.1f} ms  wall {wall * 1000:9.1f} ms  peak {memory:7.1f} MB", flush=True)


def compile_yardstick(shared, name, folder, *flags):
    source = shared / "yardsticks" / f"{name}.c"
    if not source.is_file() or shutil.which("cc") is None:
        return None
    libraries = subprocess.run(["pkg-config", "--cflags", "--libs", *flags], stdout=subprocess.PIPE,
                               check=False, encoding="utf-8").stdout.split() if flags else []
    done = subprocess.run(["cc", "-O2", str(source), "-o", str(folder / name), *libraries], check=False)
    return folder / name if done.returncode == 0 else None


def sim_text(files):
    return Command("sim_text -n -s -r 8 -i", "sim_text", "-n", "-s", "-r", "8", "-i", files=files)


def bench_small(cli, folder):
    files = list_files(folder)
    commands = [Command("synoptic-cli compare", cli, *COMPARE, folder),
                Command("synoptic-cli --version", cli, "--version")]
    if shutil.which("sim_text"):
        commands.append(sim_text(files))
    medians = alternate(commands)
    show(f"{pathlib.Path(folder).name}: {len(files)} files, {sum(map(os.path.getsize, files)) / 1024:.0f} kB", medians)
    if len(commands) == 3:
        line("whole analysis, CPU / sim_text", medians[commands[0].name][0] / medians[commands[2].name][0], 4)


def bench_scale(cli, bench_text, folder, tok, icu):
    files = list_files(folder)
    size = sum(map(os.path.getsize, files))
    ours = Command("synoptic-cli compare", cli, *COMPARE, folder)
    tokens = Command("bench-text tokens", bench_text, "tokens", files=files)
    documents = Command("bench-text documents", bench_text, "documents", files=files)
    commands = [ours, tokens, documents]
    peers = {"sim": sim_text(files) if shutil.which("sim_text") else None,
             "tok": Command("tok 1", tok, 1, files=files) if tok else None,
             "icu": Command("icu -s", icu, "-s", files=files) if icu else None}
    medians = alternate(commands + [peer for peer in peers.values() if peer])
    show(f"{len(files)} articles, {size / 1024:.0f} kB", medians)
    if peers["sim"]:
        line("whole, wall / sim_text", medians[ours.name][1] / medians[peers["sim"].name][1], 1.5)
    if peers["tok"]:
        line("read and tokenise, CPU / tok 1", medians[tokens.name][0] / medians[peers["tok"].name][0], 1.5)
    if peers["icu"]:
        line("whole, CPU / icu -s", medians[ours.name][0] / medians[peers["icu"].name][0], 3)
    line("peak memory / text", medians[ours.name][2] * 1024 * 1024 / size, 6)
    line("cores used, CPU / wall", medians[ours.name][0] / medians[ours.name][1], 1.2, least=True)
    check_copies(ours, Command("stories", cli, "stories", "--format=json", folder))
    check_threads(cli, folder)
    full, added = map(float, Command("add", bench_text, "add", files=files).output().split())
    line("one more article, CPU / full", added / full, 0.01)


def shingles(text):
    words = [word.lower() for word in WORD.findall(text)]
    return {tuple(words[i:i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def check_copies(command, stories):
    """How many of the pairs of articles with eight words in a row in common have a match.  Both texts are taken from
    the result, and only from statements that are matched: page furniture is not what is looked for.  Between two
    stories such words are phrases of the trade ("said one analyst who asked not to be"); inside one they are copies."""
    result = json.loads(command.output())
    story_of = {article["id"]: number for number, story in enumerate(json.loads(stories.output())["stories"])
                for article in story["articles"]}
    holders, article_of = defaultdict(set), {}
    for article in result["articles"]:
        for statement in article["statements"]:
            article_of[statement["id"]] = article["id"]
            if statement["role"] in ("body", "headline", "subhead"):
                for shingle in shingles(article["text"][statement["start"]:statement["end"]]):
                    holders[shingle].add(article["id"])
    wanted = {(a, b) for group in holders.values() for a in group for b in group if a < b}
    linked = {tuple(sorted((article_of[m["a"]], article_of[m["b"]]))) for m in result["matches"]}
    inside = {(a, b) for a, b in wanted if story_of[a] == story_of[b]}
    for name, pairs in (("all stories", wanted), ("one story", inside)):
        if pairs:
            line(f"linked of {len(pairs)} pairs of {name} with 8 words in a row", len(pairs & linked) / len(pairs), 0.99,
                 least=True)


def check_threads(cli, folder):
    sums = {hashlib.sha256(Command("", cli, *COMPARE, folder, env={"SYNOPTIC_THREADS": str(n)}).output().encode()).digest()
            for n in (1, 2, 8)}
    line("different outputs with 1, 2 and 8 threads", len(sums), 1)


def rename(text, number, frequent):
    """A copy with most of its words renamed, each word always to the same one: another event of the same kind."""
    def other(match):
        word = match.group()
        key = f"{number} {word.lower()}"
        if word.lower() in frequent or random.Random(key).random() >= RENAMED:
            return word
        letters = hashlib.md5(key.encode()).hexdigest().translate(str.maketrans("0123456789", "ghijklmnop"))
        new = letters[:max(3, min(len(word), 12))]
        return new.capitalize() if word[0].isupper() else new
    return re.sub(r"[^\W\d_]+", other, text)


def grow(folder, target, n):
    """@n articles in @target: those of @folder, and as many copies with renamed words as are needed."""
    texts = [pathlib.Path(file).read_text(encoding="utf-8", errors="replace") for file in list_files(folder)]
    counts = Counter(word.lower() for text in texts for word in WORD.findall(text))
    frequent = {word for word, _ in counts.most_common(300)}
    target.mkdir()
    for i in range(n):
        copy, article = divmod(i, len(texts))
        text = texts[article] if copy == 0 else rename(texts[article], copy, frequent)
        (target / f"{i:06}.txt").write_text(text, encoding="utf-8")


def bench_growth(cli, folder, temporary, most):
    print("\ngrowth with copies whose words are renamed", flush=True)
    figures = []
    for n in (1000, most):
        target = temporary / f"grown-{n}"
        grow(folder, target, n)
        runs = [Command("", cli, *COMPARE, target).run() for _ in range(3 if n == 1000 else 1)]
        cpu, wall, memory = (statistics.median(column) for column in zip(*runs))
        size = sum(map(os.path.getsize, list_files(target)))
        figures.append((size, cpu))
        print(f"      {n:6} articles  {size / 1048576:6.1f} MB text  CPU {cpu:8.2f} s  wall {wall:8.2f} s"
              f"  peak {memory:7.1f} MB = {memory * 1048576 / size:.1f} x text", flush=True)
        shutil.rmtree(target)
    (small, cpu_small), (large, cpu_large) = figures
    line("exponent of CPU over input", math.log(cpu_large / cpu_small) / math.log(large / small), 1.15)


def main():
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    cli, bench_text, sample = sys.argv[1:4]
    shared = pathlib.Path(sys.argv[4] if len(sys.argv) == 5 else "../shared")
    small = shared / "corpus" / "belgorod"
    scale = shared / "corpus" / "scale-1000.tar.gz"
    bench_small(cli, str(small if small.is_dir() else sample))
    if not scale.is_file():
        print(f"\n{scale} is not there: nothing of its size is measured")
        return
    with tempfile.TemporaryDirectory() as name:
        temporary = pathlib.Path(name)
        with tarfile.open(scale) as archive:
            archive.extractall(temporary / "scale", filter="data")
        tok = compile_yardstick(shared, "tok", temporary)
        icu = compile_yardstick(shared, "icu", temporary, "icu-uc")
        bench_scale(cli, bench_text, str(temporary / "scale"), tok, icu)
        most = int(os.environ.get("SYNOPTIC_BENCH_GROWTH", "10000"))
        if most > 1000:
            bench_growth(cli, str(temporary / "scale"), temporary, most)


main()
