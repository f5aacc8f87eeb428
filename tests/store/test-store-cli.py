#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""synoptic-cli tag and validate, as a script uses them: arguments, output, exit status."""

import os
import pathlib
import subprocess
import sys
import tempfile

CLI, SAMPLE = sys.argv[1], sys.argv[2]
tests = []


def run(*args):
    done = subprocess.run([CLI, *map(str, args)], capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout, done.stderr


def rows(workspace):
    code, out, err = run("tag", "--list", "--workspace", workspace, SAMPLE)
    assert code == 0, err
    return [line.split("\t") for line in out.splitlines()]


def test(function):
    tests.append(function)
    return function


@test
def listing_makes_no_workspace(folder):
    workspace = folder / "w.db"
    assert len(rows(workspace)) > 10
    assert not workspace.exists()


@test
def every_claim_can_be_named_and_is_kept(folder):
    workspace = folder / "w.db"
    names = [row[1] for row in rows(workspace)]
    assert len(set(names)) == len(names)
    for name in names[:6]:
        code, out, err = run("tag", "-w", workspace, "-v", "disputed", name, SAMPLE)
        assert code == 0, err
        assert out.split("\t")[:2] == ["disputed", name], out
    assert [row[1] for row in rows(workspace) if row[0] == "disputed"] == names[:6]
    assert run("validate", workspace)[0] == 0


@test
def what_else_can_be_said_is_kept_and_exported(folder):
    workspace = folder / "w.db"
    names = [row[1] for row in rows(workspace)]
    code, out, err = run("tag", "-w", workspace, "-v", "nothing-to-decide", "--tag", "Legal", "--comment", "Ask.",
                         names[0], SAMPLE)
    assert code == 0 and out.startswith("nothing-to-decide\t"), err
    assert run("tag", "-w", workspace, "--tag", "Legal", names[1], SAMPLE)[0] == 0
    assert run("tag", "-w", workspace, "-v", "not-a-claim", names[2], SAMPLE)[0] == 0
    kept = rows(workspace)
    assert kept[0][0] == "nothing-to-decide" and kept[1][0] == "open" and len(kept) < len(names)
    assert run("tag", "-w", workspace, "-v", "open", names[0], SAMPLE)[0] == 0
    assert rows(workspace)[0][0] == "open"
    assert run("validate", workspace)[0] == 0


@test
def a_note_and_a_verdict_that_is_taken_back(folder):
    workspace = folder / "w.db"
    name = rows(workspace)[0][1]
    assert run("tag", "-w", workspace, "-v", "confirmed", "--note", "Two logs\nagree", name, SAMPLE)[0] == 0
    assert rows(workspace)[0][0] == "confirmed" and rows(workspace)[0][4] == "Two logs agree"
    assert run("tag", "-w", workspace, "-v", "open", name, SAMPLE)[0] == 0
    assert run("tag", "-w", workspace, "--note", "", name, SAMPLE)[0] == 0
    assert rows(workspace)[0][0] == "open" and len(rows(workspace)[0]) == 4


@test
def a_quote_names_a_claim_or_its_candidates(folder):
    workspace = folder / "w.db"
    code, out, err = run("tag", "-w", workspace, "-v", "disputed", "THE", SAMPLE)
    assert code == 2 and out == ""
    assert "claims" in err and len(err.splitlines()) > 2
    code, out, err = run("tag", "-w", workspace, "-v", "disputed", "no such words anywhere", SAMPLE)
    assert code == 2 and "no such words anywhere" in err
    wording = next(r[3] for r in rows(workspace) if "+" not in r[1] and not r[3].endswith("…"))
    code, out, err = run("tag", "-w", workspace, "-v", "disputed", wording.upper(), SAMPLE)
    assert code == 0 or wording in err, err


@test
def nonsense_is_refused_with_a_sentence(folder):
    workspace = folder / "w.db"
    for args in (
        ["tag"],
        ["tag", "-w", workspace, "a1.1", SAMPLE],
        ["tag", "-w", workspace, "-v", "true", "a1.1", SAMPLE],
        ["tag", "-w", workspace, "--tag", "", "a1.1", SAMPLE],
        ["tag", "-w", workspace, "--comment", "  ", "a1.1", SAMPLE],
        ["tag", "-w", workspace, "--list", "-v", "open", SAMPLE],
        ["tag", "-w", workspace, "-v", "open", "a1.1"],
        ["tag", "--colour"],
        ["validate"],
        ["validate", "a", "b"],
    ):
        code, out, err = run(*args)
        assert code == 2 and out == "" and err.startswith("synoptic-cli: "), (args, code, out, err)
    assert not workspace.exists()


@test
def a_workspace_that_is_none(folder):
    bad = folder / "bad.db"
    bad.write_text("Dear diary")
    for args in (["validate", bad], ["tag", "-w", bad, "-v", "open", "a1.1", SAMPLE],
                 ["validate", folder], ["validate", folder / "missing.db"]):
        code, out, err = run(*args)
        assert code == 3 and str(args[1] if args[0] == "validate" else bad) in err, (args, code, err)
    assert bad.read_text() == "Dear diary"


@test
def what_cannot_be_read_is_said_and_the_rest_is_tagged(folder):
    workspace = folder / "w.db"
    name = rows(workspace)[0][1]
    code, out, err = run("tag", "-w", workspace, "-v", "confirmed", name, SAMPLE, folder / "missing.txt")
    assert code == 1 and out.startswith("confirmed\t") and "missing.txt" in err, (code, out, err)


@test
def damage_is_found(folder):
    import sqlite3
    workspace = folder / "w.db"
    assert run("tag", "-w", workspace, "-v", "confirmed", rows(workspace)[0][1], SAMPLE)[0] == 0
    with sqlite3.connect(workspace) as db:
        db.execute("UPDATE anchor SET quote = 'something else'")
    db.close()
    code, out, err = run("validate", workspace)
    assert code == 1 and "something else" in out and out.rstrip().endswith("."), (code, out, err)


@test
def help_names_every_option(folder):
    for command, options in (("tag", ["--workspace", "--verdict", "--note", "--list", "--annotator"]),
                             ("validate", ["--quiet"])):
        code, out, err = run(command, "--help")
        assert code == 0 and err == ""
        for option in options:
            assert option in out, option
    assert "tag" in run("--help")[1] and "validate" in run("--help")[1]


print(f"1..{len(tests)}")
failed = 0
for number, function in enumerate(tests, 1):
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_DATA_HOME"] = name
        try:
            function(pathlib.Path(name))
            print(f"ok {number} {function.__name__}", flush=True)
        except Exception as error:  # every failure is a line of the protocol
            failed += 1
            print(f"not ok {number} {function.__name__}\n# {error!r}", flush=True)
sys.exit(1 if failed else 0)
