# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as somebody uses it: started in folders of its own, read through AT-SPI, operated by keys.

A test is a script that calls check() and ends with done(); the output is TAP.  Nothing here sleeps for a fixed time:
each step waits until what it needs is in the accessible tree.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

warnings.simplefilter("ignore", DeprecationWarning)

PATIENCE = 30.0
# What GTK calls an object that nobody gave a name.
TYPE_PREFIXES = ("Gtk", "Adw", "Syn")


def wait_for(what, predicate, patience=PATIENCE):
    """Polls until the predicate holds and returns its value."""
    end = time.monotonic() + patience
    while True:
        try:
            value = predicate()
        except GLib.Error:  # an object that went away while it was looked at
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise TimeoutError(f"waited {patience:.0f} s in vain for {what}")
        time.sleep(0.02)


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def walk(node, into_tables=False):
    """The node and all below it; what goes away meanwhile is left out.

    The rows of the comparison are many and seldom what is looked for.
    """
    try:
        below = list(children(node)) if into_tables or node.get_role_name() != "table" else []
    except GLib.Error:
        return
    yield node
    for child in below:
        yield from walk(child, into_tables)


def text_of(node):
    text = node.get_text_iface()
    return text.get_text(0, text.get_character_count()) if text is not None else ""


def has_state(node, state):
    return node.get_state_set().contains(state)


def name_of(node):
    """The name that a screen reader says, empty where it would have to say a type."""
    name = node.get_name() or ""
    return "" if name.startswith(TYPE_PREFIXES) and " " not in name else name


def is_complaint(line):
    """Whether the program says that something is wrong with it.

    GTK 4.8 itself is asked for objects that go away in that moment, and has no path for them any more.
    """
    return ("-CRITICAL **" in line or "-WARNING **" in line) and not any(
        known in line for known in ("g_variant_is_object_path", "dbind", "Failed to set fd limit")
    )


class Home:
    """The folders in which the program keeps things, private to one test."""

    def __init__(self):
        self.path = tempfile.mkdtemp(prefix="synoptic-e2e-")
        for name in ("data", "config", "cache", "home"):
            os.mkdir(os.path.join(self.path, name), 0o700)

    def join(self, *names):
        return os.path.join(self.path, *names)

    def environment(self):
        return dict(
            os.environ,
            HOME=self.join("home"),
            XDG_DATA_HOME=self.join("data"),
            XDG_CONFIG_HOME=self.join("config"),
            XDG_CACHE_HOME=self.join("cache"),
            GSETTINGS_BACKEND="keyfile",
            LC_ALL="C.UTF-8",
            LANGUAGE="C",
        )

    def remove(self):
        shutil.rmtree(self.path)


class Reader:
    """One run of the program, from its start to its end."""

    def __init__(self, home, *arguments):
        self.log = open(home.join("log"), "ab+")
        self.process = subprocess.Popen(
            [sys.argv[1], *arguments], env=home.environment(), stdout=self.log, stderr=subprocess.STDOUT
        )
        self.parts = {}
        self.app = wait_for("the program on the accessibility bus", self._find_app)
        wait_for("its window", lambda: self.app.get_child_count() > 0)
        wait_for("its X window", self._list_windows)

    @property
    def window_id(self):
        """The main window, which is made first."""
        return self._list_windows()[0]

    def _find_app(self):
        if self.process.poll() is not None:
            raise RuntimeError(f"the program ended with {self.process.returncode}:\n{self.read_log()}")
        for app in children(Atspi.get_desktop(0)):
            if app.get_process_id() == self.process.pid:
                Atspi.Accessible.set_cache_mask(app, Atspi.Cache.NONE)
                return app
        return None

    def _list_windows(self):
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--maxdepth", "1", "--class", "synoptic"],
            capture_output=True,
            text=True,
        )
        return sorted(int(line) for line in found.stdout.split())

    def read_log(self):
        self.log.seek(0)
        return self.log.read().decode("utf-8", "replace")

    # Looking

    @property
    def frame(self):
        return self.app.get_child_at_index(0)

    def find(self, role, name, root=None):
        """The first object of a role whose name holds the text, or None."""
        for node in walk(root or self.app):
            if node.get_role_name() == role and name in (node.get_name() or ""):
                return node
        return None

    def wait_find(self, role, name):
        return wait_for(f"a {role} named “{name}”", lambda: self.find(role, name))

    def part(self, role, name):
        """An object of the main window that lives as long as it; found once, because a walk costs a second."""
        if (role, name) not in self.parts:
            found = self.find(role, name, self.frame)
            if found is None:
                return None
            self.parts[role, name] = found
        return self.parts[role, name]

    def status(self):
        """What the status bar says."""
        bar = self.part("filler", "SynStatusBar")
        return set(self.labels(bar)) if bar is not None else set()

    def focused(self, root=None):
        for node in walk(root or self.app):
            if has_state(node, Atspi.StateType.FOCUSED):
                return node
        return None

    def labels(self, root=None):
        """All that labels say."""
        return [name_of(node) for node in walk(root or self.app) if node.get_role_name() == "label"]

    def windows(self):
        return [window.get_name() for window in children(self.app)]

    def claims(self):
        """The claims of the panel as a screen reader says them, in their order."""
        panel = self.part("list", "Claims")
        return [name_of(row) for row in children(panel)] if panel is not None else []

    def claim(self, title):
        """What is said of the claim with this title."""
        panel = self.part("list", "Claims")
        return next((name for row in children(panel) if (name := name_of(row)).startswith(title)), "")

    def selected_claim(self):
        panel = self.part("list", "Claims")
        for row in children(panel) if panel is not None else ():
            if has_state(row, Atspi.StateType.SELECTED):
                return name_of(row)
        return None

    def claim_other_than(self, before):
        """The claim that is selected, or None when it stays the one before."""
        try:
            return wait_for("another claim", lambda: (now := self.selected_claim()) != before and now, patience=1)
        except TimeoutError:
            return None

    def step(self):
        """Which conflict of how many the header bar says the reader is at, or None."""
        names = (node.get_name() or "" for node in walk(self.frame))
        return next((name for name in names if re.fullmatch(r"Conflict \d+ of \d+", name)), None)

    def n_conflicts(self):
        """The number in the header bar, or None while there is none."""
        for node in walk(self.frame):
            found = re.fullmatch(r"(\d+) conflicts?|Conflict \d+ of (\d+)", node.get_name() or "")
            if found:
                return int(found[1] or found[2])
        return None

    # Acting

    def key(self, *keys, main=False):
        """Presses keys in the newest window, or the main one: without a window manager nobody else gives it the focus."""
        def press():
            window = str(self.window_id if main else self._list_windows()[-1])
            return subprocess.run(["xdotool", "windowfocus", "--sync", window, "key", *keys]).returncode == 0

        # A dialog may close between the look at the windows and the key, which nobody got then.
        wait_for("a window that takes the key", press)

    def type(self, text):
        window = str(self._list_windows()[-1])
        subprocess.run(["xdotool", "windowfocus", "--sync", window, "type", text], check=True)

    def place(self, node):
        """The middle of an object in its X window, which has a frame around what GTK counts."""
        inside = self.frame.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        whole = subprocess.run(
            ["xdotool", "getwindowgeometry", "--shell", str(self.window_id)], capture_output=True, text=True, check=True
        ).stdout
        border = (int(re.search(r"WIDTH=(\d+)", whole)[1]) - inside.width) // 2
        at = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return at.x + at.width // 2 + border, at.y + at.height // 2 + border

    def pointer(self, *steps):
        """Moves the pointer to places in the window, presses ("down") and releases ("up") its button."""
        for step in steps:
            if step in ("down", "up"):
                command = ["mousedown" if step == "down" else "mouseup", "1"]
            else:
                command = ["mousemove", "--window", str(self.window_id), *map(str, step)]
            subprocess.run(["xdotool", *command], check=True)
            time.sleep(0.05)  # what is dragged must be seen on its way, or GTK takes it for a jump

    def drag(self, start, end):
        """Drags from one place to another, as a hand does: over places between."""
        steps = [(start[0] + (end[0] - start[0]) * i // 8, start[1] + (end[1] - start[1]) * i // 8) for i in range(1, 9)]
        self.pointer(start, "down", *steps, end, "up")

    def press(self, node):
        """Presses a button by its action."""
        node.get_action_iface().do_action(0)

    def activate(self, action):
        """Runs an action of the window by the name it has in the program."""
        actions = self.frame.get_action_iface()
        for index in range(actions.get_n_actions()):
            if actions.get_action_name(index) == action:
                return actions.do_action(index)
        raise LookupError(f"the window has no action {action} now")

    def tab_to(self, name, root=None, key="Tab"):
        """Goes on with Tab, or another key, until the object of this name has the focus."""
        for _ in range(40):
            now = self.focused(root)
            if now is not None and name in (now.get_name() or ""):
                return
            self.key(key)
        raise LookupError(f"Tab does not come to “{name}”")

    # Whole steps

    def open_sample(self):
        self.tab_to("Try the Sample Event")
        self.key("Return")
        self.wait_compared()

    def wait_compared(self):
        wait_for("the claims", lambda: self.part("list", "Claims") and self.claims())
        wait_for("the number of conflicts", self.n_conflicts)

    def select_claim(self, key="n"):
        """Selects the next claim by a key, which may step through the questions of one first; returns its title."""
        before = self.selected_claim()
        said = None
        while said is None:
            step = self.step()
            self.key(key)
            wait_for("another claim or question", lambda: self.selected_claim() != before or self.step() != step)
            said = self.claim_other_than(before)
        # “Fourteen people were injured. Coastal Wire, row 7, Open, …”; its row may change.
        return re.match(r"(.+)[.!?…”\"] [^,]+, row \d+, ", said)[1]

    def wait_verdict(self, title, verdict):
        wait_for(f"“{verdict}” for “{title}”", lambda: f", {verdict}, " in self.claim(title))

    def quit(self):
        self.key("ctrl+q", main=True)
        code = self.process.wait(PATIENCE)
        log = self.read_log()
        complaints = [line for line in log.splitlines() if is_complaint(line)]
        if code != 0 or complaints:
            raise RuntimeError(f"the program ended with {code}:\n{log}")

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


_count = 0
_failed = 0


def check(holds, name):
    global _count, _failed
    _count += 1
    _failed += not holds
    print(f"{'ok' if holds else 'not ok'} {_count} - {name}", flush=True)


def run(test):
    """Runs the test in a new home, ends what it left running, and prints the plan."""
    home = Home()
    readers = []

    def start(*arguments):
        readers.append(Reader(home, *arguments))
        return readers[-1]

    try:
        test(home, start)
    except Exception:
        print("".join("# " + line + "\n" for line in traceback.format_exc().splitlines()))
        check(False, "runs to its end")
        if readers:
            print("".join("# " + line + "\n" for line in readers[-1].read_log().splitlines()[-20:]))
    for reader in readers:
        reader.kill()
    home.remove()
    print(f"1..{_count}")
    sys.exit(_failed > 0)
