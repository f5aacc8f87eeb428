#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window costs, beside small programs that do as little as can be, in one run, alternating.

usage: bench-window.py SYNOPTIC BENCH_WINDOW SAMPLE YARDSTICKS

YARDSTICKS is a folder with columns.c, scroll.c and mapwait.c; without it the figures stand alone.
SYNOPTIC_WINDOW_CORPUS names the folder to open (five articles), SYNOPTIC_WINDOW_MANY one of a thousand.
Everything is drawn by cairo in an X server of its own; run it through tests/app/with-display.sh."""

import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

ROUNDS = 7


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


def run(command, environment):
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=600).stdout


def read(output, *names):
    """The numbers that follow these words."""
    found = [re.findall(rf"\b{name} ([0-9.]+)", output) for name in names]
    return [float(numbers[-1]) if numbers else float("nan") for numbers in found]


def alternate(commands, environment, *names):
    """Medians of what each command prints."""
    rounds = {key: [] for key in commands}
    for _ in range(ROUNDS):
        for key, command in commands.items():
            rounds[key].append(read(run(command, environment), *names))
    return {key: [statistics.median(column) for column in zip(*rows)] for key, rows in rounds.items()}


def line(what, ours, yard, limit, unit="ms"):
    """limit: what the ratio must not exceed."""
    if yard is None or yard != yard:
        print(f"  {what:44} {ours:8.1f} {unit}")
        return
    verdict = "" if limit is None else f"  (at most {limit})" + ("" if ours / yard <= limit else "  MISSED")
    print(f"  {what:44} {ours:8.1f} {unit}  yardstick {yard:8.1f}  ratio {ours / yard:5.2f}{verdict}")


def first_frame(synoptic, corpus, built, environment):
    print(f"\nFirst full frame with {corpus} open, medians of {ROUNDS}")
    if "mapwait" not in built:
        print("  needs the yardstick mapwait")
        return
    commands = {"ours": [built["mapwait"], synoptic, corpus]}
    if "columns" in built:
        commands["yard"] = [built["mapwait"], built["columns"]]
    medians = alternate(commands, environment, "cpu_full", "pss")
    yard = medians.get("yard", [None, None])
    line("CPU to the first full frame", medians["ours"][0], yard[0], 1.15)
    line("memory (PSS) when it has settled", medians["ours"][1], yard[1], None, "MB")
    if yard[1] is not None:
        print(f"  {'':44} {medians['ours'][1] - yard[1]:+8.1f} MB  (at most +15)")


def frames(bench, corpus, built, environment):
    print(f"\nFrames, medians of {ROUNDS} runs of 400 frames (median, 99 of 100)")
    commands = {view: [bench, "scroll", view, corpus] for view in ("compare", "read")}
    commands |= {"60": [bench, "scroll", "compare", "60"], "3000": [bench, "scroll", "compare", "3000"]}
    if "scroll" in built:
        commands["yard"] = [built["scroll"]]
    medians = alternate(commands, environment, "median", "p99")
    yard = medians.get("yard", [None, None])
    for view in ("compare", "read"):
        line(f"scrolling {view}: median frame", medians[view][0], yard[0], 0.7)
        line(f"scrolling {view}: 99 of 100 frames", medians[view][1], yard[1], 0.8)
    line("scrolling 3,000 paragraphs beside 60: median", medians["3000"][0], medians["60"][0], 1.1)
    commands = {name: [bench, name, corpus] for name in ("jump", "tag")}
    medians = alternate(commands, environment, "median", "max")
    for name in commands:
        line(f"{name}: until the frame that shows it", medians[name][0], None, None)


def blocked(bench, folder, environment):
    print(f"\nThe longest that drawing was held up with {folder} (at most 50 ms)")
    for found in re.findall(r"(\w+): longest ([0-9.]+) ms", run([bench, "blocked", folder], environment)):
        print(f"  {found[0]:44} {float(found[1]):8.1f} ms" + ("" if float(found[1]) <= 50 else "  MISSED"))


def main():
    synoptic, bench, sample, yardsticks = sys.argv[1:5]
    corpus = os.environ.get("SYNOPTIC_WINDOW_CORPUS", sample)
    many = os.environ.get("SYNOPTIC_WINDOW_MANY")
    with tempfile.TemporaryDirectory(prefix="synoptic-bench-") as scratch:
        built = build(pathlib.Path(yardsticks), pathlib.Path(scratch))
        environment = os.environ | {"CORPUS": corpus, "GTK_A11Y": "none", "GSK_RENDERER": "cairo", "SETTLE": "600",
                                    "TMPDIR": scratch, "XDG_DATA_HOME": scratch, "G_DEBUG": ""}
        first_frame(synoptic, corpus, built, environment)
        frames(bench, corpus, built, environment)
        blocked(bench, many or corpus, environment)


if __name__ == "__main__":
    main()
