#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time and memory of the whole analysis beside a peer, in one run, alternating, as ratios of medians.

usage: bench-engine.py SYNOPTIC_CLI FOLDER…

The peer is sim_text (Debian's similarity-tester), which only looks for copied passages.  Programs of
one's own are added by SYNOPTIC_YARDSTICKS, a list "name=command" separated by ";"; each is given the
list of files on standard input."""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

ROUNDS = 7


def measure(command, files):
    """(CPU seconds, wall seconds, peak MB) of one run."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.stdin.write("\n".join(files).encode() + b"\n")
        process.stdin.close()
    except BrokenPipeError:
        pass
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime, time.monotonic() - begin, usage.ru_maxrss / 1024


def contenders(cli, folder):
    yield "synoptic-cli compare", [cli, "compare", "--format=json", folder]
    if shutil.which("sim_text"):
        yield "sim_text -n -s -r 8 -i", ["sim_text", "-n", "-s", "-r", "8", "-i"]
    for item in filter(None, os.environ.get("SYNOPTIC_YARDSTICKS", "").split(";")):
        name, _, command = item.partition("=")
        yield name, command.split()


def bench(cli, folder):
    files = [str(p) for p in sorted(pathlib.Path(folder).rglob("*")) if p.is_file()]
    size = sum(os.path.getsize(f) for f in files)
    runs = {name: [] for name, _ in contenders(cli, folder)}
    for _ in range(ROUNDS):
        for name, command in contenders(cli, folder):
            runs[name].append(measure(command, files))
    print(f"\n{folder}: {len(files)} files, {size / 1024:.0f} kB, medians of {ROUNDS}")
    base = None
    for name, results in runs.items():
        cpu, wall, memory = (statistics.median(column) for column in zip(*results))
        base = base or (cpu, wall, memory)
        print(f"  {name:28} CPU {cpu * 1000:8.1f} ms  wall {wall * 1000:8.1f} ms  peak {memory:7.1f} MB"
              f"   ours is {base[0] / max(cpu, 1e-4):6.2f} x CPU, {base[1] / wall:6.2f} x wall")


for path in sys.argv[2:]:
    bench(sys.argv[1], path)
