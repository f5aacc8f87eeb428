#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test in an X server of its own, without a session bus, and ends just that server.
set -eu
export XDG_RUNTIME_DIR="$(mktemp -d)"
chmod 700 "$XDG_RUNTIME_DIR"
export GDK_BACKEND=x11 GSK_RENDERER=cairo GSETTINGS_BACKEND=memory LIBGL_ALWAYS_SOFTWARE=1
export DBUS_SESSION_BUS_ADDRESS=disabled: NO_AT_BRIDGE=1
unset WAYLAND_DISPLAY
Xvfb -displayfd 3 -screen 0 1440x1000x24 -nolisten tcp -noreset 3>"$XDG_RUNTIME_DIR/display" >/dev/null 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$XDG_RUNTIME_DIR"' EXIT
tries=0
while [ ! -s "$XDG_RUNTIME_DIR/display" ]; do
  tries=$((tries + 1))
  [ "$tries" -lt 400 ] || { echo "Bail out! no X server"; exit 1; }
  sleep 0.02
done
export DISPLAY=":$(cat "$XDG_RUNTIME_DIR/display")"
"$@"
