#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window costs, beside small programs that do as little as can be, in one run, alternating.

usage: bench-window.py BUILD [SHARED]

BUILD is the build folder.  SHARED is a folder with yardsticks/{columns,scroll,mapwait}.c, corpus/belgorod (the folder
that is opened) and corpus/scale-1000.tar.gz (a thousand articles); what is not there is said, and the sample and the
figures alone must do.  Everything is drawn by cairo, in an X server and on a session bus of its own."""

import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time

ROUNDS = 7
ROOT = pathlib.Path(__file__).resolve().parents[2]
INSIDE = "SYNOPTIC_BENCH_INSIDE"


def build(folder, scratch):
    """The yardsticks that can be built, by name."""
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "gtk4"], capture_output=True, text=True)
    libraries = {"columns": flags.stdout.split(), "scroll": flags.stdout.split(), "mapwait": ["-lX11", "-lXdamage"]}
    built = {}
    for name, more in libraries.items():
        source = folder / f"{name}.c"
        if source.exists() and shutil.which("cc"):
            command = ["cc", "-O2", "-w", str(source), "-o", str(scratch / name), *more]
            if subprocess.run(command, capture_output=True).returncode == 0:
                built[name] = str(scratch / name)
    return built


class Bench:
    """The programs, where to find what they open, and what was missed."""

    def __init__(self, folder, shared, scratch):
        self.synoptic = str(folder / "src" / "app" / "synoptic")
        self.bench = str(folder / "tests" / "app" / "bench-window")
        self.built = build(shared / "yardsticks", scratch)
        corpus = shared / "corpus" / "belgorod"
        self.corpus = str(corpus if corpus.is_dir() else ROOT / "data" / "sample" / "ferry")
        self.many = self.unpack(shared / "corpus" / "scale-1000.tar.gz", scratch)
        self.missed = 0
        self.environment = os.environ | {
            "CORPUS": self.corpus, "GTK_A11Y": "none", "GSK_RENDERER": "cairo", "SETTLE": "1000", "G_DEBUG": "",
            "TMPDIR": str(scratch), "XDG_DATA_HOME": str(scratch), "GSETTINGS_SCHEMA_DIR": str(folder / "data")}

    @staticmethod
    def unpack(archive, scratch):
        """The folder of the thousand articles, or None."""
        if not archive.exists():
            return None
        with tarfile.open(archive) as tar:
            tar.extractall(scratch / "many")
        return str(max((path.parent for path in (scratch / "many").rglob("*.txt")),
                       key=lambda parent: len(list(parent.iterdir()))))

    def run(self, *command):
        environment = self.environment | {"SYNOPTIC_BENCH_BEGUN": str(time.monotonic_ns() // 1000)}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=900)
        if done.returncode != 0:
            sys.exit(f"{' '.join(command)}: {done.stderr.strip() or done.returncode}")
        return done.stdout

    def alternate(self, commands, *names):
        """Medians of what each command prints after these words."""
        rounds = {key: [] for key in commands}
        for _ in range(ROUNDS):
            for key, command in commands.items():
                output = self.run(*command)
                rounds[key].append([float(re.findall(rf"\b{name} ([0-9.]+)", output)[-1]) for name in names])
        return {key: [statistics.median(column) for column in zip(*rows)] for key, rows in rounds.items()}

    def line(self, what, ours, unit, mark=None, yard=None, difference=False):
        """mark: what ours, or ours beside the yardstick, must not exceed."""
        text = f"  {what:50} {ours:8.1f} {unit:6}"
        value = ours
        if yard is not None:
            value = ours - yard if difference else ours / yard
            text += f" yardstick {yard:7.1f}  " + (f"{value:+6.1f}" if difference else f"x {value:.2f}")
        if mark is not None:
            self.missed += value > mark
            text += f"  at most {mark:+g}" if difference else f"  at most {mark:g}"
            text += "" if value <= mark else "  MISSED"
        print(text, flush=True)


def first_frame(self):
    print(f"\nFirst full frame with {self.corpus} open, medians of {ROUNDS}")
    if "mapwait" in self.built and "columns" in self.built:
        medians = self.alternate({"ours": [self.built["mapwait"], self.synoptic, self.corpus],
                                  "yard": [self.built["mapwait"], self.built["columns"]]}, "cpu_full", "pss")
        self.line("CPU to the first full frame", medians["ours"][0], "ms", 1.15, medians["yard"][0])
        self.line("memory (PSS) when all is settled", medians["ours"][1], "MB", 15, medians["yard"][1], True)
    start = self.alternate({"ours": [self.bench, "start", self.corpus]}, "text", "textcpu", "marks", "markscpu")["ours"]
    self.line("texts are on the screen", start[0], "ms")
    self.line("CPU until then", start[1], "ms")
    self.line("marks are on the screen, after the texts", start[2] - start[0], "ms", 100)
    self.line("CPU of that, all threads", start[3] - start[1], "ms")


def scrolling(self):
    print(f"\nFrames while scrolling with all marks, medians of {ROUNDS} runs of 400 frames")
    commands = {view: [self.bench, "scroll", view, self.corpus] for view in ("compare", "read")}
    if "scroll" in self.built:
        commands["yard"] = [self.built["scroll"]]
    commands |= {n: [self.bench, "scroll", "compare", n] for n in ("60", "3000")}
    medians = self.alternate(commands, "median", "p99")
    yard = medians.get("yard", [None, None])
    for view in ("compare", "read"):
        self.line(f"{view}: median", medians[view][0], "ms", 0.7 if yard[0] else None, yard[0])
        self.line(f"{view}: 99 of 100", medians[view][1], "ms", 0.8 if yard[1] else None, yard[1])
    self.line("3,000 paragraphs beside 60: median", medians["3000"][0], "ms", 1.1, medians["60"][0])


def commands(self):
    print(f"\nFrom a command to the frame that shows it, medians of {ROUNDS} runs of 12; frames in which it is done")
    names = {"resize": "the window made narrower, or wider", "font": "150 % text, and back",
             "jump": "jump to a counterpart", "tag": "a verdict by key"}
    runs = {(name, view): [self.bench, name, view, self.corpus] for name in names for view in ("compare", "read")}
    medians = self.alternate(runs, "median", "frames")
    for (name, view), (median, frames) in medians.items():
        self.line(f"{view}: {names[name]}", median, "ms")
        self.line("", frames, "frames", 1)


def blocked(self):
    print(f"\nThe longest turn of the thread that draws, with {self.many or self.corpus}, medians of 3")
    longest = {}
    for _ in range(3):
        for step, milliseconds in re.findall(r"^(.+): longest ([0-9.]+) ms", self.run(self.bench, "blocked",
                                             self.many or self.corpus), re.MULTILINE):
            longest.setdefault(step, []).append(float(milliseconds))
    for step, milliseconds in longest.items():
        self.line(step, statistics.median(milliseconds), "ms", 50)


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    shared = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else ROOT.parent / "shared").resolve()
    if INSIDE not in os.environ:
        display = ROOT / "tests" / "app" / "with-display.sh"
        inside = ["env", "-u", "DBUS_SESSION_BUS_ADDRESS", INSIDE + "=1", "dbus-run-session", "--",
                  sys.executable, __file__, str(folder), str(shared)]
        sys.exit(subprocess.run([str(display), *inside]).returncode)
    with tempfile.TemporaryDirectory(prefix="synoptic-bench-") as scratch:
        bench = Bench(folder, shared, pathlib.Path(scratch))
        wanted = os.environ.get("SYNOPTIC_BENCH_PARTS", "first_frame scrolling commands blocked").split()
        for part in (first_frame, scrolling, commands, blocked):
            if part.__name__ in wanted:
                part(bench)
        print(f"\n{bench.missed} missed")


if __name__ == "__main__":
    main()
