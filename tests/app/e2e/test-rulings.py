# SPDX-License-Identifier: GPL-3.0-or-later
"""Ruling without a pointer: several claims at once, nothing to decide, own tags, comments, and what is said of it."""
import re

from reader import check, run, text_of, wait_for


def progress(reader):
    """The line over the list: “46 claims: 1 confirmed, 45 open”."""
    return next((text for text in reader.labels(reader.frame) if re.match(r"\d+ claims: ", text or "")), "")


def n_open(reader):
    found = re.search(r"(\d+) open", progress(reader))
    return int(found[1]) if found else 0


def test(home, start):
    reader = start()
    reader.open_sample()
    title = reader.select_claim("ctrl+Next")
    said = reader.claim(title)
    check(re.search(r", row \d+, Open, conflict: [^,]+, among \d+ sources, \d+ sources, \d+ origins?$", said),
          f"a claim is said with its row, verdict and conflict: {said}")
    opened = n_open(reader)

    reader.key("s")
    wait_for("nothing to decide", lambda: ", Nothing to decide, " in reader.claim(title))
    check(n_open(reader) == opened - 1, "nothing to decide is open no more")
    reader.key("s")
    reader.wait_verdict(title, "Open")

    reader.key("ctrl+shift+t")
    wait_for("the tags", lambda: len(reader.windows()) == 2)
    reader.key("alt+a")
    entry = wait_for("the line", lambda: reader.find("text", "Tag or value"))
    reader.type("Legal")
    wait_for("the name", lambda: text_of(entry) == "Legal")
    reader.key("alt+s")
    wait_for("the tags to close", lambda: len(reader.windows()) == 1)
    wait_for("the button", lambda: reader.find("push button", "Legal", reader.frame))
    reader.key("4")
    wait_for("the tag", lambda: any("Legal" in text for text in reader.labels(reader.part("list", "Claims"))))
    check(", Open, " in reader.claim(title), "an own tag leaves the claim open")

    reader.key("r")
    entry = wait_for("the comment", lambda: reader.focused())
    check(entry.get_name() == "Comment", "r goes to the comment")
    reader.type("Who counted 123")
    reader.key("Return")
    wait_for("the comment", lambda: "Who counted 123" in reader.labels(reader.frame))
    check(", Open, " in reader.claim(title), "typing digits there sets no verdict")
    reader.key("Escape")

    reader.key("slash")
    wait_for("the filter", lambda: (now := reader.focused()) is not None and now.get_name() == "Filter claims by words")
    reader.key("Escape")
    reader.key("Home", "shift+Down", "shift+Down")
    wait_for("three claims", lambda: any("3 claims chosen" in (text or "") for text in reader.labels(reader.frame)))
    before = n_open(reader)
    reader.key("3")
    wait_for("three verdicts", lambda: "3 unverified" in progress(reader))
    check(n_open(reader) == before - 3, "a key rules on all three")
    reader.key("ctrl+z")
    wait_for("all three back", lambda: n_open(reader) == before)
    check(True, "and one step takes it back")
    reader.quit()


run(test)
