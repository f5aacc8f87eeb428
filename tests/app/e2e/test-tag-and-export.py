# SPDX-License-Identifier: GPL-3.0-or-later
"""Open the sample, tag a claim by key, export, quit, and find it all again."""
import csv
import os

from reader import check, run, wait_for


def export_csv(reader, path):
    reader.key("ctrl+e")
    dialog = reader.wait_find("frame", "Export")
    reader.tab_to("Report (HTML)", dialog)
    reader.tab_to("Spreadsheet (CSV)", dialog, "Down")
    reader.key("space")
    wait_for("the preview", lambda: "Spreadsheet (CSV) begins like this" in reader.labels(dialog))
    reader.press(reader.find("push button", "Save…", dialog))
    wait_for("the file dialog", lambda: len(reader.windows()) == 3)
    reader.key("ctrl+a")
    reader.type(path)
    reader.key("Return")
    wait_for("the file", lambda: os.path.exists(path))
    wait_for("both dialogs to close", lambda: len(reader.windows()) == 1)
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test(home, start):
    reader = start()
    reader.open_sample()
    check(len(reader.claims()) > 20, "the sample is compared")
    title = reader.select_claim()
    check(", Open, " in reader.claim(title), "a claim begins open")
    reader.key("1")
    reader.wait_verdict(title, "Confirmed")
    check("1 confirmed" in reader.status(), "the key 1 confirms the claim and the status bar counts it")

    rows = export_csv(reader, home.join("home", "sample.csv"))
    tagged = {row["claim"] for row in rows if "confirmed" in row["verdict"].lower()}
    check(len(tagged) == 1, "the export holds the verdict, of this claim only")
    reader.quit()

    reader = start()
    reader.wait_compared()
    check(", Confirmed, " in reader.claim(title), "the corpus and the verdict are there after a restart")
    reader.quit()


run(test)
