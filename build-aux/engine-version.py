#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a header with a hash over the sources that decide what a comparison finds.

usage: engine-version.py HEADER DEPFILE FOLDER…

Results kept by an engine of other sources are computed anew: nobody has to remember to raise a number.
The names below the folders and what is in the files count, nothing else.
"""

import hashlib
import sys
from pathlib import Path


def list_files(folders):
    """(name below its folder, path) of every file, in an order that no file system decides"""
    return sorted((f"{folder.name}/{path.relative_to(folder).as_posix()}", path)
                  for folder in folders for path in folder.rglob("*")
                  if path.is_file() and not path.name.startswith(".") and not path.name.endswith("~"))


def hash_files(files):
    total = hashlib.sha256()
    for name, path in files:
        content = path.read_bytes()
        total.update(f"{name}\n{len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()[:32]


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    header, depfile = Path(sys.argv[1]), Path(sys.argv[2])
    folders = [Path(name) for name in sys.argv[3:]]
    files = list_files(folders)
    text = f'#pragma once\n\n#define SYN_ENGINE_VERSION "{hash_files(files)}"\n'
    if not header.exists() or header.read_text() != text:
        header.write_text(text)
    # A folder changes when a file comes or goes.
    within = {path.parent for _, path in files} | set(folders)
    depends = [str(path).replace(" ", "\\ ") for path in sorted(within) + [path for _, path in files]]
    depfile.write_text(f"{str(header)}: {' '.join(depends)}\n")


main()
