# SPDX-License-Identifier: GPL-3.0-or-later
"""What the reader says is no conflict stays none."""
from reader import check, run, text_of, wait_for, walk


def is_in_conflict(reader, title):
    return ", conflict: " in reader.claim(title)


def is_simple(reader, title):
    """Two statements, in few conflicts; and no other claim of the same words."""
    return ", 2 sources" in reader.claim(title) and sum(name.startswith(title) for name in reader.claims()) == 1


def count_conflicts(reader):
    """How many the selected claim shows, each with a button to dismiss it; when the panel is not being filled."""

    def count():
        buttons = (node for node in walk(reader.part("filler", "Claims")) if node.get_role_name() == "push button")
        return sum(button.get_name() == "Dismiss…" for button in buttons)

    return wait_for("a count that lasts", lambda: [first for first in [count()] if first == count()])[0]


def dismiss(reader, reason):
    """Answers the question that x asks, typing the reason."""
    reader.key("x")
    wait_for("the question", lambda: len(reader.windows()) == 2)
    entry = reader.wait_find("text", "Why (optional)")
    reader.type(reason)
    wait_for("the reason in the entry", lambda: text_of(entry) == reason)
    count = count_conflicts(reader)
    reader.key("Return")
    wait_for("the dialog to close", lambda: len(reader.windows()) == 1)
    wait_for("one conflict less", lambda: count_conflicts(reader) < count)


def test(home, start):
    reader = start()
    reader.open_sample()
    before = reader.n_conflicts()
    title = reader.select_claim("ctrl+Next")
    while not is_simple(reader, title):
        title = reader.select_claim("ctrl+Next")
    check(is_in_conflict(reader, title), "a claim in conflict is selected")
    # After the best one the next best is shown; the header counts claims in conflict.
    for _ in range(8):
        dismiss(reader, "two clocks 123")
        if not is_in_conflict(reader, title):
            break
    wait_for("no conflict in the list", lambda: not is_in_conflict(reader, title))
    check(True, "dismissed with a reason, the claim is in conflict no more")
    # What is dismissed teaches, so that others of its kind may go too; a row may still disagree with another claim.
    after = reader.n_conflicts()
    check(after <= before, f"the header counts {after} conflicts, not more than {before}")
    check(", Open, " in reader.claim(title), "typing the reason set no verdict")
    reader.quit()

    reader = start()
    reader.wait_compared()
    check(not is_in_conflict(reader, title), "after a restart it is still dismissed")
    check(reader.n_conflicts() == after, "and the header still counts as many")
    reader.quit()


run(test)
