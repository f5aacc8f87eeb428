# SPDX-License-Identifier: GPL-3.0-or-later
"""Dragging with a pointer: the heads of columns, and the sheet of a narrow window."""
import os
import re
import subprocess

from reader import check, children, has_state, run, wait_for
from gi.repository import Atspi

SAMPLES = os.path.join(os.path.dirname(__file__), "..", "..", "..", "data", "sample")


def heads(reader):
    """The heads of the columns of Compare by their names, as they stand."""
    found = {}
    for row in children(reader.part("table", "Comparison")):
        for node in children(row) if row.get_name() == "Sources" else ():
            name = re.match(r"([^,]+), .*\d+ open claims?$", node.get_name() or "")
            if name:
                found[name[1]] = reader.place(node)
    return dict(sorted(found.items(), key=lambda item: item[1]))


def test_columns(reader):
    before = heads(reader)
    names = list(before)
    reader.drag(before[names[2]], before[names[1]])
    wait_for("another order", lambda: list(heads(reader)) != names)
    now = list(heads(reader))
    check(now[:3] == [names[0], names[2], names[1]], "the head of a column is dragged in front of another")
    at = heads(reader)
    reader.drag(at[now[1]], at[now[0]])
    reader.drag(at[now[1]], at[now[2]])
    wait_for("the order of before", lambda: list(heads(reader)) == names)
    check(True, "and back; the pivot stays first whatever is dropped on it")


def test_sheet(reader):
    window = str(reader.window_id)
    subprocess.run(["xdotool", "windowsize", "--sync", window, "420", "800"], check=True)
    button = reader.part("toggle button", "Claims") or reader.part("push button", "Claims")

    def is_open():
        return has_state(button, Atspi.StateType.PRESSED) or has_state(button, Atspi.StateType.CHECKED)

    wait_for("the claims to give way", lambda: not is_open())
    # The newest window may be what was shown under the pointer while it dragged.
    reader.key("ctrl+Next", main=True)
    wait_for("a conflict", lambda: reader.find("label", "Conflict 1 of", reader.frame))
    bar = wait_for("the claim bar", lambda: reader.find("push button", "All about this claim", reader.frame))
    x, y = reader.place(bar)
    reader.drag((120, y), (120, 300))
    wait_for("the sheet", is_open)
    check(True, "the claim bar is pulled up over the rows")
    back = wait_for("its button", lambda: reader.find("push button", "Back to the texts", reader.frame))
    x, y = wait_for("its place", lambda: reader.place(back))
    reader.drag((200, y), (200, 700))
    wait_for("the end of the sheet", lambda: not is_open())
    check(True, "and pulled down again")
    reader.key("o", main=True)
    wait_for("the sheet", is_open)
    reader.key("Escape", main=True)
    wait_for("the end of the sheet", lambda: not is_open())
    check(True, "the same by keys")


def test(home, start):
    reader = start(os.path.join(SAMPLES, "ferry"))
    reader.wait_compared()
    test_columns(reader)
    test_sheet(reader)
    reader.quit()


run(test)
