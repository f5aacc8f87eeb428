#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test on a session bus of its own, where the accessibility bus and its registry start when asked for.
set -eu
unset DBUS_SESSION_BUS_ADDRESS NO_AT_BRIDGE AT_SPI_BUS_ADDRESS GTK_A11Y
# What the services of the bus print must not get between the lines of the test.
exec dbus-run-session -- sh -c 'exec "$@" >&3 3>&-' sh "$@" 3>&1 >&2
