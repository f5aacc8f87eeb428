# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that cannot be read are named in the report; the others are compared."""
import os

from reader import check, name_of, run, wait_for, walk

GOOD = {
    "first.txt": "Bridge over the Lenne closed\n\nThe bridge over the Lenne was closed on Monday after cracks were found. "
    "Three inspectors found the cracks in the northern pillar.\n",
    "second.txt": "Cracks shut the Lenne bridge\n\nThe bridge over the Lenne was closed on Monday after cracks were found. "
    "Five inspectors found the cracks in the northern pillar.\n",
}
BAD = {
    "empty.txt": b"",
    "picture.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89" + bytes(range(256)),
}


def test(home, start):
    folder = home.join("home", "bridge")
    os.mkdir(folder)
    for name, text in GOOD.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
    for name, data in BAD.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
    reader = start(folder)
    wait_for("the claims", reader.claims)
    check(any(text.startswith("2 sources") for text in reader.labels()), "the readable articles are compared")
    reader.activate("win.import-report")
    dialog = wait_for("the report", lambda: reader.find("frame", "Import Report"))
    labels = wait_for("its lines", lambda: (said := reader.labels(dialog)) and any("empty.txt" in s for s in said) and said)
    for name in BAD:
        at = next((i for i, text in enumerate(labels) if name in text), -1)
        check(at >= 0 and labels[at + 1].startswith("Skipped — ") and len(labels[at + 1]) > 15, f"the report says why {name} was skipped")
    rows = [name_of(node) for node in walk(dialog) if node.get_role_name() == "list item"]
    check(len(rows) == 4 and all(rows), "each line of the report has a name")
    reader.key("Escape")
    wait_for("the report to close", lambda: len(reader.windows()) == 1)
    reader.quit()


run(test)
