#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the cases of meson's testlog.json files and prints "N passed, N failed, N skipped".

A test that speaks TAP counts case by case, any other as one.  Exit status 1 if anything failed or nothing ran."""

import json
import re
import sys

CASE = re.compile(r"^(not )?ok \d+(.*)$")


def cases(test):
    """(passed, failed, skipped) of one test program."""
    passed = failed = skipped = 0
    for line in test.get("stdout", "").splitlines():
        match = CASE.match(line)
        if not match:
            continue
        if re.search(r"#\s*skip", match.group(2), re.IGNORECASE):
            skipped += 1
        elif match.group(1):
            failed += 1
        else:
            passed += 1
    result = test["result"]
    if result in ("OK", "EXPECTEDFAIL"):
        return (passed, failed, skipped) if passed + skipped else (1, 0, 0)
    if result == "SKIP":
        return passed, failed, max(skipped, 1)
    # A crash or a time-out after the last case is a failure of its own.
    return passed, max(failed, 1), skipped


def main():
    total = [0, 0, 0]
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as log:
            for line in log:
                test = json.loads(line)
                counts = cases(test)
                total = [a + b for a, b in zip(total, counts)]
                if counts[1]:
                    print(f"failed: {test['name']}")
    print(f"{total[0]} passed, {total[1]} failed, {total[2]} skipped")
    return 1 if total[1] or not total[0] else 0


sys.exit(main())
