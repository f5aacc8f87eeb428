#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the settings schema: strictly valid, and with the defaults that the program takes where no schema is installed.

usage: test-schema.py SOURCE_ROOT
"""
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

SCHEMA = "io.github.synoptic_reader.Synoptic"


def declared(root):
    """key → default, as the schema has it"""
    tree = ElementTree.parse(root / "data" / f"{SCHEMA}.gschema.xml")
    return {key.get("name"): key.find("default").text.strip() for key in tree.iter("key")}


def built_in(root):
    """key → default, as the table in syn-settings.c has it"""
    source = (root / "src" / "app" / "syn-settings.c").read_text(encoding="utf-8")
    table = source[source.index("defaults[] = {"):source.index("};", source.index("defaults[] = {"))]
    # GVariant's text needs the type of an empty array, the schema has it elsewhere.
    return {key: re.sub(r"^@\S+ ", "", value)
            for key, value in re.findall(r'\{ "([^"]+)", "([^"]*)" \}', table)}


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    root = Path(sys.argv[1])
    done = subprocess.run(["glib-compile-schemas", "--strict", "--dry-run", root / "data"],
                          check=False, capture_output=True, text=True)
    faults = [done.stderr] if done.returncode != 0 else []
    schema, table = declared(root), built_in(root)
    faults += [f"{key}: {schema.get(key)!r} in the schema, {table.get(key)!r} in syn-settings.c"
               for key in sorted(schema.keys() | table.keys()) if schema.get(key) != table.get(key)]
    print("\n".join(faults) or f"schema: {len(schema)} keys")
    sys.exit(1 if faults or not schema else 0)


main()
