#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that every command can be reached.

usage: test-actions.py SOURCE_ROOT

Each action of the window stands in a menu or on a button, so that a pointer and an assistive tool reach it, and each
key of src/app/syn-window-keys.c is listed in the window of shortcuts, and no other.
"""
import re
import sys
from pathlib import Path

# What a pointer does without a command: clicking a statement or a column, scrolling, dragging.
BY_POINTER = {
    "mark-next", "mark-previous",  # Ctrl and a click
    "next-column", "previous-column",  # a click on the statement there
    "next-row", "previous-row",
    "next-open", "previous-open",  # the list of claims
    "find-next", "find-previous",  # the arrows of the find bar
    "filter-claims",  # the button of the list
    "move-down", "move-up", "pivot-here",  # dragging the head of a column, its menu
    "label-key",  # the buttons of the reader's own tags
    "clear-marks",  # a click on the statement again
    "lock-column",  # the menu of the column has an action of its own
    "open-story", "next-story", "previous-story", "move-article-to",  # the list of stories
    "dismiss",  # the button of the conflict, which has an action of its own
}

# Listed for the application or for GTK's own commands.
OTHER_KEYS = {"<ctrl>q", "4...9"}


def read(paths):
    return {path: path.read_text(encoding="utf-8") for path in paths}


def find_actions(sources):
    names = set()
    for text in sources.values():
        for table in re.findall(r"GActionEntry \w+\[\] = \{(.*?)\n\s*\};", text, re.S):
            names |= set(re.findall(r'\.name = "([a-z-]+)"', table))
        names |= set(re.findall(r'g_property_action_new \("([a-z-]+)"', text))
    return names - {"quit"}


def normalize(key):
    key = key.replace("<Control>", "<ctrl>").replace("<Shift>", "<shift>").replace("<Alt>", "<alt>")
    modifiers = sorted(re.findall(r"<\w+>", key))
    return "".join(modifiers) + re.sub(r"<\w+>", "", key)


def find_keys(text):
    """The first key of every accelerator, and the plain ones but those of the keypad."""
    keys = set()
    for line in re.findall(r'\{ "[a-z.:-]+", \{ (.*?) \} \}', text):
        keys.add(normalize(re.findall(r'"([^"]+)"', line)[0]))
    keys |= {normalize(key) for key in re.findall(r"GDK_KEY_(?!KP_)(\w+), \"", text)}
    return keys


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    top, faults = Path(sys.argv[1]), []
    sources = read(sorted((top / "src" / "app").glob("*.c")))
    templates = read(sorted((top / "ui").glob("*.ui")))
    keys_path = top / "src" / "app" / "syn-window-keys.c"
    actions = find_actions(sources)
    reachable = "\n".join(text for path, text in {**templates, **sources}.items() if path != keys_path)
    for name in sorted(actions - BY_POINTER):
        # An activation from code is no menu and no button.
        uses = [line for line in reachable.splitlines()
                if re.search(rf"\b[a-z]+\.{name}\b(?!-)", line) and "activate_action" not in line]
        if not uses:
            faults.append(f"win.{name}: in no menu and on no button")
    for name in sorted(BY_POINTER - actions):
        faults.append(f"win.{name} is no action any more")
    bound = find_keys(sources[keys_path])
    shown = templates[top / "ui" / "shortcuts.ui"].replace("&lt;", "<").replace("&gt;", ">")
    shown = re.sub(r"(<ctrl><alt>)1\.\.\.3", r"\g<1>1 \g<1>2 \g<1>3", shown)
    listed = {normalize(key) for keys in re.findall(r'name="accelerator">([^<]*(?:<\w+>[^<]*)*)</property>', shown)
              for key in keys.split()}
    listed -= {"Left", "Right", "<shift>Up", "<shift>Down", *OTHER_KEYS}  # the views' own keys
    faults += [f"{key} is bound, but not among the shortcuts" for key in sorted(bound - listed)]
    faults += [f"{key} is among the shortcuts, but not bound" for key in sorted(listed - bound)]
    print("\n".join(faults) or f"{len(actions)} actions, {len(bound)} keys: all can be reached")
    sys.exit(1 if faults or len(actions) < 20 or len(bound) < 20 else 0)


main()
