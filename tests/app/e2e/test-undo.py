# SPDX-License-Identifier: GPL-3.0-or-later
"""Undo and redo, across a restart too."""
from reader import check, run


def test(home, start):
    reader = start()
    reader.open_sample()
    title = reader.select_claim()
    reader.key("2")
    reader.wait_verdict(title, "Disputed")
    check(True, "the key 2 disputes the claim")
    reader.key("ctrl+z")
    reader.wait_verdict(title, "Open")
    check(True, "Ctrl+Z takes the verdict back")
    reader.key("ctrl+shift+z")
    reader.wait_verdict(title, "Disputed")
    check("1 disputed" in reader.status(), "Ctrl+Shift+Z sets it again")
    reader.quit()

    reader = start()
    reader.wait_compared()
    check(", Disputed, " in reader.claim(title), "the verdict is there after a restart")
    reader.key("ctrl+z")
    reader.wait_verdict(title, "Open")
    check("0 disputed" in reader.status(), "what was done before the restart can be undone after it")
    reader.quit()


run(test)
