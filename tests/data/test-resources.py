#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what goes into the program's resources.

usage: test-resources.py SOURCE_ROOT

Every template, style sheet and icon must be well-formed and listed in ui/synoptic.gresource.xml, because a file that is not
listed is missed only when the window that needs it opens.
"""
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path


def parse(path, faults):
    try:
        return ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        faults.append(f"{path}: {error}")
        return None


def check_icon(path, root, faults):
    if not root.tag.endswith("}svg"):
        faults.append(f"{path}: not an SVG picture")
    elif path.stem.endswith("-symbolic") and root.get("viewBox") != "0 0 16 16":
        faults.append(f"{path}: a symbolic icon is drawn on 16 × 16 pixels")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    top, faults = Path(sys.argv[1]), []
    resource = parse(top / "ui" / "synoptic.gresource.xml", faults)
    listed = {file.text.strip() for file in resource.iter("file")} if resource is not None else set()
    templates = sorted((top / "ui").glob("**/*.ui"))
    icons = sorted((top / "data" / "icons").glob("**/*.svg"))
    for path in templates + icons:
        root = parse(path, faults)
        if root is not None and path.suffix == ".svg":
            check_icon(path, root, faults)
    # The icons of the application itself belong to the icon theme, not to the program.
    wanted = [path.relative_to(top / "ui") for path in templates + sorted((top / "ui").glob("*.css"))]
    wanted += [path.relative_to(top / "data") for path in icons if path.parent.name != "apps"]
    # The first run opens the sample without looking for files.
    wanted += [path.relative_to(top / "data") for path in (top / "data" / "sample").glob("*/*")]
    faults += [f"{name} is not in synoptic.gresource.xml" for name in map(str, wanted) if name not in listed]
    for name in sorted(listed):
        # Icons in two sizes that the build draws of the symbolic ones.
        drawn = re.sub(r"-(16|32)\.png$", ".svg", name)
        if drawn != name and any(path.name == drawn for path in icons):
            continue
        if not (top / "ui" / name).exists() and not (top / "data" / name).exists():
            faults.append(f"synoptic.gresource.xml lists {name}, which does not exist")
    print("\n".join(faults) or f"{len(templates)} templates, {len(icons)} icons: sound")
    sys.exit(1 if faults or not templates or not icons else 0)


main()
