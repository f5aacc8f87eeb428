# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever can be operated has a name: a screen reader has nothing else to say of it."""
from reader import check, name_of, run, wait_for, walk

OPERABLE = {
    "check box",
    "combo box",
    "entry",
    "grid cell",
    "list",
    "list item",
    "menu item",
    "page tab",
    "password text",
    "push button",
    "radio button",
    "slider",
    "spin button",
    "switch",
    "table",
    "table row",
    "text",
    "toggle button",
    "tree item",
}


def path_of(node):
    names = []
    while node is not None and node.get_role_name() != "application":
        names.append(f"{node.get_role_name()} “{node.get_name()}”")
        node = node.get_parent()
    return " < ".join(names[:8])


def is_of_toast(node):
    """libadwaita 1.2 gives no name to the button that closes a toast, and no way to it."""
    parent = node.get_parent()
    return parent is not None and parent.get_name() == "AdwToastWidget"


def check_names(root, where, into_tables=False, but=()):
    nameless = []
    n = 0
    for node in walk(root, into_tables):
        if node.get_role_name() in OPERABLE.difference(but) and not is_of_toast(node):
            n += 1
            if not name_of(node):
                nameless.append(path_of(node))
    for path in nameless[:12]:
        print(f"# {path}")
    check(n > 2 and not nameless, f"{where}: all of {n} operable things have names")


def check_dialog(reader, keys, where):
    reader.key(keys)
    wait_for(where, lambda: len(reader.windows()) == 2)
    # A list in a dialog is the frame around a few rows.
    check_names(reader.app.get_child_at_index(1), where, but={"list"})
    reader.key("Escape")
    wait_for(f"{where} to close", lambda: len(reader.windows()) == 1)


def test(home, start):
    reader = start()
    check_names(reader.frame, "first run")
    reader.open_sample()
    title = reader.select_claim("ctrl+Next")
    reader.key("1")
    reader.wait_verdict(title, "Confirmed")
    reader.key("F9")
    wait_for("the sources", lambda: reader.find("list", "Sources", reader.frame))
    check_names(reader.frame, "comparison with both panels", into_tables=True)
    reader.key("ctrl+2")
    wait_for("the Read view", lambda: reader.find("text", "Coastal Wire", reader.frame))
    reader.key("ctrl+f")
    check_names(reader.frame, "reading and finding")
    reader.key("Escape")
    reader.key("ctrl+shift+f")
    reader.type("ferry")
    wait_for("the hits", lambda: reader.find("list", "Hits", reader.frame))
    check_names(reader.frame, "searching all articles")
    reader.key("Escape")
    check_dialog(reader, "ctrl+e", "export")
    check_dialog(reader, "e", "evidence")
    check_dialog(reader, "x", "dismissal")
    check_dialog(reader, "d", "splitting")
    check_dialog(reader, "c", "new claim")
    check_dialog(reader, "ctrl+t", "teaching")
    title = reader.select_claim("ctrl+Next")
    reader.key("s")
    wait_for("a correction", lambda: ", Nothing to decide, " in reader.claim(title))
    check_dialog(reader, "ctrl+alt+z", "corrections")
    reader.key("slash")
    wait_for("the filter", lambda: any(name_of(node) == "Filter claims by words" for node in walk(reader.frame)))
    check_names(reader.frame, "filtering claims", into_tables=True)
    reader.quit()


run(test)
