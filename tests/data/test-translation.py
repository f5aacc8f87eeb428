#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks every translation against the strings of the program as it is now.

usage: test-translation.py SOURCE_ROOT

Extracts a fresh template, as `ninja synoptic-pot` does but outside of the source tree, and asks of each language in
po/LINGUAS that nothing is untranslated or fuzzy and that msgfmt finds no fault in format strings and plurals.
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

# The keywords of meson's preset "glib".
KEYWORDS = [
    "_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3",
]
FLAGS = [
    "N_:1:pass-c-format", "C_:2:pass-c-format", "NC_:2:pass-c-format", "g_dngettext:2:pass-c-format",
    "g_strdup_printf:1:c-format", "g_string_printf:2:c-format", "g_string_append_printf:2:c-format",
    "g_error_new:3:c-format", "g_set_error:4:c-format",
]


def run(*command):
    return subprocess.run(command, check=False, capture_output=True, text=True,
                          env={"PATH": "/usr/bin:/bin:/usr/local/bin", "LC_ALL": "C.UTF-8"})


def extract(root, pot):
    command = ["xgettext", "--from-code=UTF-8", f"--directory={root}", f"--output={pot}", "--add-comments",
               f"--files-from={root / 'po' / 'POTFILES.in'}", "--package-name=synoptic"]
    command += [f"--keyword={keyword}" for keyword in KEYWORDS]
    command += [f"--flag={flag}" for flag in FLAGS]
    done = run(*command)
    return [] if done.returncode == 0 else [f"xgettext: {done.stderr}"]


def check(root, pot, language, folder):
    po, merged = root / "po" / f"{language}.po", Path(folder) / f"{language}.po"
    done = run("msgmerge", "--no-fuzzy-matching", "--quiet", f"--output-file={merged}", po, pot)
    if done.returncode != 0:
        return [f"{language}: msgmerge: {done.stderr}"]
    done = run("msgfmt", "--check", "--statistics", "--output-file=/dev/null", merged)
    summary = done.stderr.strip().splitlines()[-1] if done.stderr else ""
    print(f"{language}: {summary}")
    if done.returncode != 0 or re.search(r"fuzzy|untranslated", summary):
        missing = run("msgattrib", "--untranslated", "--no-obsolete", "--no-wrap", merged).stdout
        found = re.findall(r'^msgid "(.+)"$', missing, re.M)
        return [f"{language}: {done.stderr}"] + [f"  not translated: {text}" for text in found]
    return []


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    root = Path(sys.argv[1])
    languages = (root / "po" / "LINGUAS").read_text(encoding="utf-8").split()
    with tempfile.TemporaryDirectory() as folder:
        pot = Path(folder) / "synoptic.pot"
        faults = extract(root, pot)
        for language in languages if not faults else []:
            faults += check(root, pot, language, folder)
    print("\n".join(faults))
    sys.exit(1 if faults or not languages else 0)


main()
