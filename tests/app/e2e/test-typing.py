# SPDX-License-Identifier: GPL-3.0-or-later
"""Single letters and digits are commands, but never while somebody types."""
from reader import check, run, text_of, wait_for

UNTOUCHED = {"0 confirmed", "0 disputed", "0 unverified"}


def type_into(reader, role, name, text):
    """Types when the entry has the focus, and waits until all has arrived."""
    entry = reader.wait_find(role, name)
    reader.type(text)
    wait_for(f"“{text}” in {name}", lambda: text_of(entry) == text)
    return entry


def test(home, start):
    reader = start()
    reader.open_sample()
    title = reader.select_claim()
    n_claims = len(reader.claims())

    reader.key("slash")
    type_into(reader, "entry", "Filter claims by words", "123abcemnpx")
    wait_for("the filter", lambda: f"0 of {n_claims}" in reader.labels())
    check(UNTOUCHED <= reader.status(), "no verdict is set while the filter is typed")
    check(len(reader.windows()) == 1, "no dialog opens while the filter is typed")
    reader.key("Escape")
    wait_for("all claims again", lambda: len(reader.claims()) == n_claims)
    check(title and reader.selected_claim() is not None, "the claim is still selected after Escape")

    reader.key("m")
    type_into(reader, "text", "Note", "seen 123 x b")
    check(UNTOUCHED <= reader.status(), "no verdict is set while a note is typed")
    check(len(reader.windows()) == 1, "no dialog opens while a note is typed")
    reader.key("ctrl+Return")
    wait_for("the note", lambda: "seen 123 x b" in reader.labels())

    reader.key("ctrl+f")
    type_into(reader, "entry", "Find in the articles", "321")
    check(UNTOUCHED <= reader.status(), "no verdict is set while a word is looked for")
    reader.key("Escape")

    reader.key("3")
    reader.wait_verdict(title, "Unverified")
    check(True, "the same key is a command again afterwards")
    reader.quit()


run(test)
