#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the program in German: the whole way from a string in the source to a translated line.

usage: test-german.py SYNOPTIC_CLI LOCALE_DIRECTORY
"""
import os
import subprocess
import sys

EXPECTED = {
    ("--help",): "Aufruf: synoptic-cli BEFEHL",
    ("import", "--help"): "Liest Artikel und sagt, was aus jeder Datei wurde.",
}


def run(cli, arguments, locale_dir):
    # Messages are looked up only in a locale other than C; C.UTF-8 is one that every system has.
    env = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="de", SYNOPTIC_LOCALE_DIR=locale_dir)
    return subprocess.run([cli, *arguments], check=False, capture_output=True, text=True, env=env).stdout


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    faults = []
    for arguments, expected in EXPECTED.items():
        output = run(sys.argv[1], arguments, sys.argv[2])
        if expected not in output:
            faults.append(f"{' '.join(arguments)}: no “{expected}” in:\n{output}")
    print("\n".join(faults) or "synoptic-cli speaks German")
    sys.exit(1 if faults else 0)


main()
