# SPDX-License-Identifier: GPL-3.0-or-later
"""A mark says why it is there, and the overview strip where the reader is, to those who do not see them."""
import re

from reader import check, run, wait_for


def explain(reader, button):
    """Asks with w and waits for the popover's button that leads to the other view."""
    reader.key("w")
    return wait_for(f"“{button}”", lambda: reader.find("push button", button))


def test(home, start):
    reader = start()
    reader.open_sample()
    reader.select_claim("ctrl+Next")
    explain(reader, "Open in Read")
    labels = reader.labels()
    check(any(label.startswith("Probability ") for label in labels), "the popover says how probable it is")
    check(any("against" in label for label in labels), "and what stands against what")
    check(reader.find("push button", "Dismiss…") is not None, "it can be dismissed there")
    focus = reader.focused()
    check(focus is not None and focus.get_role_name() == "push button", "the focus is on one of its buttons")
    reader.key("Escape")
    wait_for("the popover to close", lambda: reader.find("push button", "Open in Read") is None)
    reader.press(explain(reader, "Open in Read"))
    wait_for("the end of the popover", lambda: reader.find("push button", "Open in Read") is None)
    check(True, "from there it leads into the other view")
    explain(reader, "Open in Compare")
    check(True, "where a mark is explained as well")
    reader.key("Escape")
    wait_for("the popover to close", lambda: reader.find("push button", "Open in Compare") is None)

    strip = wait_for("the strip", lambda: reader.find("scroll bar", "Overview of the articles"))
    before = strip.get_description()
    check(re.fullmatch(r"[\w ]+, statements \d+ to \d+ of \d+", before) is not None, "the strip says what is in sight")
    reader.key("n", "n", "n", "n", "n", "n")
    wait_for("the strip to tell of it", lambda: strip.get_description() not in ("", before))
    check(True, "and tells when it is another part")
    reader.quit()


run(test)
