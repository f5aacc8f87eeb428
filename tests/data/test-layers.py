#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of the house that a compiler does not check.  Speaks TAP.

usage: test-layers.py PROJECT_FOLDER"""

import pathlib
import re
import sys

TOP = pathlib.Path(sys.argv[1])
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)


def sources(folder, *suffixes):
    return [path for path in sorted((TOP / folder).rglob("*")) if path.suffix in suffixes]


def includes(path):
    return INCLUDE.findall(path.read_text(encoding="utf-8"))


def core_knows_no_screen():
    return [f"{p}: {i}" for p in sources("src/core", ".c", ".h") + sources("src/cli", ".c", ".h") for i in includes(p)
            if i.startswith(("gtk/", "gdk/", "adwaita"))]


def sqlite_is_wrapped():
    users = [p for p in sources("src", ".c", ".h") if "sqlite3.h" in includes(p)]
    return [str(p) for p in users if p.parent.name != "store"] + ([str(p) for p in users] if len(users) > 2 else [])


def compare_knows_no_database():
    return [f"{p}: {i}" for part in ("corpus", "text", "compare") for p in sources(f"src/core/{part}", ".c", ".h")
            for i in includes(p) if i.startswith(("store/", "exchange/"))]


def store_and_exchange_know_no_window():
    return [f"{p}: {i}" for part in ("store", "exchange") for p in sources(f"src/core/{part}", ".c", ".h")
            for i in includes(p) if i.startswith("app/")]


def window_uses_public_headers():
    return [f"{p}: {i}" for p in sources("src/app", ".c", ".h") + sources("src/cli", ".c", ".h") for i in includes(p)
            if i.endswith("-private.h") and not i.startswith("syn-") or i in ("compare/syn-engine.h",)]


def every_source_names_its_licence():
    return [str(p) for p in sources("src", ".c", ".h") + sources("tests", ".c", ".h", ".py")
            if "SPDX-License-Identifier: GPL-3.0-or-later" not in p.read_text(encoding="utf-8")[:300]]


def views_do_not_know_each_other():
    views = {"syn-compare-view.h": "syn-compare", "syn-read-view.h": "syn-read"}
    return [f"{p}: {i}" for p in sources("src/app", ".c", ".h") for i in includes(p)
            if i in views and p.name.startswith(tuple(v for k, v in views.items() if k != i))]


CASES = [core_knows_no_screen, sqlite_is_wrapped, compare_knows_no_database, store_and_exchange_know_no_window,
         window_uses_public_headers, every_source_names_its_licence, views_do_not_know_each_other]

print(f"1..{len(CASES)}")
bad = 0
for number, function in enumerate(CASES, 1):
    found = function()
    bad += bool(found)
    print(f"{'not ok' if found else 'ok'} {number} {function.__name__}")
    for line in found:
        print(f"# {line}")
sys.exit(1 if bad else 0)
