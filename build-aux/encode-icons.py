#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""encode-icons.py TOOL OUTPUT-FOLDER SIZE:SVG...

Draws symbolic icons into the pixels that GTK can recolour by itself.  Read as SVG, each would load a
whole drawing library into the program before its first frame.
"""

import pathlib
import subprocess
import sys
import tempfile


def encode(tool, folder, size, svg):
    with tempfile.TemporaryDirectory() as place:
        subprocess.run([tool, svg, f"{size}x{size}", "-o", place], check=True)
        (drawn,) = pathlib.Path(place).iterdir()
        drawn.replace(folder / f"{pathlib.Path(svg).stem}-{size}.png")


def main():
    tool, folder, *wanted = sys.argv[1:]
    for entry in wanted:
        size, svg = entry.split(":", 1)
        encode(tool, pathlib.Path(folder), size, svg)


if __name__ == "__main__":
    main()
