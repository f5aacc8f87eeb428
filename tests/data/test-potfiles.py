#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that po/POTFILES.in lists exactly the files that hold words for people.

usage: test-potfiles.py SOURCE_ROOT

A file that is missing from the list is silently never translated.
"""
import re
import sys
from pathlib import Path

# GNU style puts a space before the parenthesis, so the macro and its argument may stand apart.
CALL = re.compile(
    r"\b(?:_|N_|C_|NC_|Q_|gettext|ngettext|g_dgettext|g_dngettext|g_dpgettext2?)\s*\(\s*[\"A-Z]"
)
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)
UI = re.compile(r"translatable=[\"'](?:yes|true)[\"']")
SCHEMA = re.compile(r"<(?:summary|description)>|<default[^>]* l10n=")


def translatable(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix in (".c", ".h"):
        return bool(CALL.search(COMMENT.sub("", text)))
    if path.suffix == ".ui":
        return bool(UI.search(text))
    if path.name.endswith(".gschema.xml"):
        return bool(SCHEMA.search(text))
    return path.name.endswith((".desktop.in", ".metainfo.xml.in"))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    root = Path(sys.argv[1])
    lines = (root / "po" / "POTFILES.in").read_text(encoding="utf-8").splitlines()
    listed = [line for line in lines if line and not line.startswith("#")]
    candidates = [path for folder, pattern in (("data", "*.in"), ("data", "*.gschema.xml"),
                                               ("src", "**/*.c"), ("src", "**/*.h"), ("ui", "**/*.ui"))
                  for path in (root / folder).glob(pattern)]
    wanted = sorted(str(path.relative_to(root)) for path in candidates if translatable(path))
    faults = [f"missing from POTFILES.in: {name}" for name in wanted if name not in listed]
    faults += [f"nothing to translate in {name}" for name in listed if name not in wanted]
    if not faults and listed != wanted:
        faults.append("POTFILES.in is not sorted, or names a file twice")
    print("\n".join(faults) or f"POTFILES.in: {len(listed)} files")
    sys.exit(1 if faults else 0)


main()
