#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test on a session bus of its own, where the accessibility bus and its registry start when asked for.
set -eu
unset DBUS_SESSION_BUS_ADDRESS NO_AT_BRIDGE AT_SPI_BUS_ADDRESS GTK_A11Y
exec dbus-run-session -- "$@"
