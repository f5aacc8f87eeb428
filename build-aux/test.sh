#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# build-aux/test.sh: installs what is missing, builds, runs every test, and the core's tests once more under
# AddressSanitizer and UndefinedBehaviorSanitizer.  Needs neither a display nor a session bus.
# The last line is "N passed, N failed, N skipped".
set -u

top=$(cd "$(dirname "$0")/.." && pwd)
build=${SYNOPTIC_TEST_DIR:-$top/_build-test}
export LC_ALL=C.UTF-8

"$top/build-aux/install-deps.sh" --tests || exit 1

status=0
setup () { # DIR OPTION…
  local dir=$1
  shift
  if [ ! -f "$dir/build.ninja" ]; then
    meson setup "$dir" "$top" --werror "$@" > "$dir.log" 2>&1 || { cat "$dir.log"; exit 1; }
  fi
  ninja -C "$dir" > "$dir.log" 2>&1 || { grep -E -A8 'FAILED|error|warning' "$dir.log" | head -n 60; exit 1; }
}

setup "$build" -Dbuildtype=debugoptimized
meson test -C "$build" --no-rebuild --print-errorlogs || status=1

# Leaks and stray memory are looked for where there is no toolkit to drown them: in the core.
setup "$build-asan" -Dapp=false -Dbuildtype=debugoptimized -Db_sanitize=address,undefined -Db_lundef=false
ASAN_OPTIONS=detect_leaks=1:abort_on_error=1 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
G_SLICE=always-malloc LSAN_OPTIONS=suppressions=$top/build-aux/lsan.supp \
  meson test -C "$build-asan" --no-rebuild --print-errorlogs --suite core --timeout-multiplier 4 || status=1

python3 "$top/build-aux/count-tests.py" "$build/meson-logs/testlog.json" "$build-asan/meson-logs/testlog.json" || status=1
exit $status
