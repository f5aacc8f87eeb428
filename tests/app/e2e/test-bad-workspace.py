# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace that cannot be opened costs the reader one message, never the file and never the reading."""
import hashlib
import os
import shutil
import sqlite3

from reader import check, run, wait_for

MESSAGE = "Your workspace cannot be opened"


def make_corrupt(path):
    with open(path, "wb") as file:
        file.write(b"SQLite format 3\x00" + b"this is no database " * 400)


def make_newer(path):
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE of_the_future (what TEXT)")
        database.execute("PRAGMA user_version = 9999")
    database.close()


def make_unreadable(path):
    # Permissions keep nothing from root; a folder in its place cannot be read by anybody.
    os.mkdir(path)


def state_of(path):
    if os.path.isdir(path):
        return os.listdir(path)
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def read_anyway(home, start, name, make):
    folder = home.join("data", "synoptic")
    path = os.path.join(folder, "workspace.db")
    os.makedirs(folder)
    make(path)
    before = state_of(path)
    reader = start()
    wait_for("the message", lambda: MESSAGE in reader.labels())
    check(reader.labels().count(MESSAGE) == 1 and len(reader.windows()) == 2, f"{name}: one message says it")
    reader.key("Escape")
    wait_for("the message to close", lambda: len(reader.windows()) == 1)
    reader.open_sample()
    title = reader.select_claim()
    reader.key("1")
    reader.wait_verdict(title, "Confirmed")
    check("All changes saved" not in reader.status(), f"{name}: the window does not claim to save")
    reader.quit()
    check(state_of(path) == before, f"{name}: the file is as it was")
    shutil.rmtree(folder)


def test(home, start):
    read_anyway(home, start, "corrupt", make_corrupt)
    read_anyway(home, start, "newer", make_newer)
    read_anyway(home, start, "unreadable", make_unreadable)


run(test)
