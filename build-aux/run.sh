#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# build-aux/run.sh [CORPUS…]: installs what is missing, builds, and opens CORPUS (or the sample event).
# Without a display it prints the comparison instead.
set -eu

for arg in "$@"; do
  case $arg in
    -h | --help) sed -n '3,4s/^# //p' "$0"; exit 0 ;;
  esac
done
top=$(cd "$(dirname "$0")/.." && pwd)
build=${SYNOPTIC_BUILD_DIR:-$top/_build}

[ $# -gt 0 ] || set -- "$top/data/sample/ferry"
for path in "$@"; do
  case $path in
    *://*) ;;
    *) [ -e "$path" ] || { echo "run.sh: there is no “$path”" >&2; exit 2; } ;;
  esac
done

"$top/build-aux/install-deps.sh"
[ -f "$build/build.ninja" ] || meson setup "$build" "$top" > /dev/null
ninja -C "$build" > "$build/build.log" 2>&1 || { tail -n 40 "$build/build.log" >&2; exit 1; }

# What an installed program finds in its prefix lies in the build folder.
export GSETTINGS_SCHEMA_DIR=$build/data SYNOPTIC_LOCALE_DIR=$build/po
if [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
  exec "$build/src/app/synoptic" "$@"
fi
status=0
"$build/src/cli/synoptic-cli" compare "$@" || status=$?
echo
echo "There is no display here, so this was the comparison as text.  In a graphical session"
echo "build-aux/run.sh opens the same articles in the window."
exit $status
