#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""synoptic-cli tag and validate, as a script uses them: arguments, output, exit status."""

import contextlib
import json
import os
import pathlib
import sqlite3
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
    assert kept[0][0] == "nothing-to-decide" and kept[1][0] == "open"
    assert kept[-1][:2] == ["not-a-claim", names[2]] and len(kept) == len(names)
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
def what_was_struck_out_comes_back(folder):
    workspace = folder / "w.db"
    before = rows(workspace)
    name = before[2][1]
    for back in ("open", "confirmed", "nothing-to-decide"):
        assert run("tag", "-w", workspace, "-v", "not-a-claim", name, SAMPLE)[1].startswith("not-a-claim\t")
        code, out, err = run("tag", "-w", workspace, "-v", back, name, SAMPLE)
        assert code == 0 and out.startswith(back + "\t"), (out, err)
        assert [row[1] for row in rows(workspace)] == [row[1] for row in before]
    assert run("validate", workspace)[0] == 0


@test
def tags_stances_and_wordings_are_taken_back(folder):
    workspace = folder / "w.db"
    name = rows(workspace)[0][1]
    exported = lambda: run("export", "-f", "json", "-w", workspace, SAMPLE)[1]  # noqa: E731
    said = [["--tag", "Legal"], ["--tag", "Desk", "--tag", "Later"], ["--stance", "a2=denies"],
            ["--wording", "The ship sailed."]]
    back = [["--untag", "Legal"], ["--untag", "Desk", "--untag", "Later"], ["--stance", "a2=found"],
            ["--wording", ""]]
    assert run("tag", "-w", workspace, "-v", "disputed", name, SAMPLE)[0] == 0
    for words, undo in zip(said, back):
        plain = exported()
        assert run("tag", "-w", workspace, *words, name, SAMPLE)[0] == 0, words
        assert exported() != plain, words
        assert run("tag", "-w", workspace, *undo, name, SAMPLE)[0] == 0, undo
        assert json.loads(exported())["claims"] == json.loads(plain)["claims"], undo
    code, out, err = run("tag", "-w", workspace, "--untag", "Nothing like it", name, SAMPLE)
    assert code == 3 and "Nothing like it" in err
    assert run("tag", "-w", workspace, "--comment", "Ask.", name, SAMPLE)[0] == 0
    assert "Ask." in exported()
    code, out, err = run("correct", "-w", workspace, "undo")
    assert code == 0 and "comment" in out and "Ask." not in exported(), (out, err)
    assert run("correct", "-w", workspace, "redo")[0] == 0 and "Ask." in exported()


@test
def several_at_once_make_one_claim(folder):
    for attempt in range(3):
        workspace = folder / f"w{attempt}.db"
        name = rows(workspace)[0][1]
        at_once = [subprocess.Popen([CLI, "tag", "-w", workspace, "-a", f"r{i}", "-v", "disputed", "--tag", "Legal",
                                     "--comment", f"From {i}.", name, SAMPLE], stdout=subprocess.DEVNULL)
                   for i in range(5)]
        assert [process.wait(60) for process in at_once] == [0] * 5
        assert run("validate", workspace)[1].endswith("is sound.\n")
        with contextlib.closing(sqlite3.connect(workspace)) as db:
            assert db.execute("SELECT count(*) FROM claim").fetchone() == (1,)
            assert db.execute("SELECT name, retired FROM tag").fetchall() == [("Legal", 0)]
            assert db.execute("SELECT count(*) FROM comment").fetchone() == (5,)
        assert [row[0] for row in rows(workspace)].count("disputed") == 1


@test
def a_note_is_not_lost_to_another_verdict(folder):
    workspace = folder / "w.db"
    name = rows(workspace)[0][1]
    at_once = [subprocess.Popen([CLI, "tag", "-w", workspace, *words, name, SAMPLE], stdout=subprocess.DEVNULL)
               for words in (["-n", "Two logs"], ["-v", "disputed"], ["--tag", "Legal"])]
    assert [process.wait(60) for process in at_once] == [0] * 3
    assert rows(workspace)[0][0] == "disputed" and rows(workspace)[0][4] == "Two logs"


@test
def the_program_is_corrected_and_that_is_taken_back(folder):
    workspace = folder / "w.db"
    correct = lambda *args: run("correct", "-w", workspace, *args, SAMPLE)  # noqa: E731
    claims = lambda: json.loads(run("export", "-f", "json", "-w", workspace, SAMPLE)[1])["claims"]  # noqa: E731
    assert run("import", "-w", workspace, SAMPLE)[0] == 0
    plain = claims()
    conflict = json.loads(run("compare", "-f", "json", SAMPLE)[1])["conflicts"][0]
    several = next(row[1] for row in rows(workspace) if int(row[2]) > 2)
    pair = f"{conflict['a']}+{conflict['b']}"
    first, second = (row[1] for row in rows(workspace)[:2])
    part = next(name for name in rows(workspace)[0][1].split("+"))
    for args in (["link", "a1.2+a2.9"], ["unlink", pair], ["dismiss", pair, "--reason", "Another day"],
                 ["claim", "a1.3+a2.9", "--wording", "My own"], ["merge", f"{first},{second}"],
                 ["split", part, "--from", first]):
        code, out, err = correct(*args)
        assert code == 0, (args, err)
        assert claims() != plain or args[0] in ("link", "unlink", "dismiss"), args
        code, out, err = correct("list")
        # Two statements may contradict each other in two ways.
        assert code == 0 and (len(out.splitlines()) == 1 or args[0] == "dismiss"), (args, out, err)
        assert "Another day" in out or args[0] != "dismiss"
        for line in out.splitlines():
            assert correct("revert", line.split("\t")[0])[0] == 0
        assert correct("list") == (0, "", ""), args
        assert claims() == plain, args
    assert several and run("validate", workspace)[0] == 0


@test
def corrections_that_make_no_sense(folder):
    workspace = folder / "w.db"
    for args in (["correct"], ["correct", "praise", SAMPLE], ["correct", "link", SAMPLE],
                 ["correct", "link", "a1.1", SAMPLE], ["correct", "link", "a1.1+a2.1+a3.1", SAMPLE],
                 ["correct", "dismiss", "a1.1+a2.1", SAMPLE], ["correct", "merge", "a1.11", SAMPLE],
                 ["correct", "merge", "a1.11,a1.11", SAMPLE], ["correct", "revert", "soon", SAMPLE],
                 ["correct", "revert", "77", SAMPLE]):
        code, out, err = run(*args[:1], "-w", workspace, *args[1:])
        assert code == 2 and out == "" and err.startswith("synoptic-cli: "), (args, code, out, err)
    for verb in ("undo", "redo"):
        code, out, err = run("correct", "-w", folder / "missing.db", verb)
        assert code == 3 and "missing.db" in err and not (folder / "missing.db").exists()
        code, out, err = run("correct", "-w", workspace, verb)
        assert code == 3 and out == "" and "nothing" in err, (out, err)


@test
def a_folder_that_cannot_be_written(folder):
    workspace = folder / "w.db"
    somebody = {"user": 65534} if os.geteuid() == 0 else {}
    assert run("tag", "-w", workspace, "-v", "disputed", rows(workspace)[0][1], SAMPLE)[0] == 0
    plain = run("compare", "-w", workspace, SAMPLE)[1]
    names = sorted(os.listdir(folder))
    for path in (workspace, folder):
        if somebody:
            os.chown(path, 65534, 65534)
    folder.chmod(0o555)
    for command, expected in ((["compare"], 1), (["tag", "--list"], 0), (["export", "-f", "csv"], 0)):
        done = subprocess.run([CLI, *command, "-w", workspace, SAMPLE], capture_output=True, text=True, **somebody)
        assert done.returncode == 0 and done.stdout, (command, done)
        assert len(done.stderr.splitlines()) == expected and "w.db" in done.stderr * expected + "w.db", done.stderr
        assert command != ["compare"] or done.stdout == plain
    done = subprocess.run([CLI, "tag", "-w", workspace, "-v", "open", "a1.11", SAMPLE], capture_output=True,
                          text=True, **somebody)
    assert done.returncode == 3 and "read-only" in done.stderr, done
    folder.chmod(0o755)
    assert sorted(os.listdir(folder)) == names


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
        ["tag", "-w", workspace, "-v", "open", "--verdict=disputed", "a1.1", SAMPLE],
        ["tag", "-w", workspace, "-w", workspace, "-v", "open", "a1.1", SAMPLE],
        ["tag", "-w", workspace, "--stance", "a1", "a1.1", SAMPLE],
        ["tag", "-w", workspace, "--stance", "a1=likes", "a1.1", SAMPLE],
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
