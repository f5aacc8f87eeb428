#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what Synoptic needs and is missing.  With --tests also what its tests need.
# Says what it will install before it does; does nothing when nothing is missing.
set -eu

tests=no
for arg in "$@"; do
  case $arg in
    --tests) tests=yes ;;
    -h | --help) sed -n '3,4s/^# //p' "$0"; exit 0 ;;
    *) echo "install-deps.sh: unknown option $arg" >&2; exit 2 ;;
  esac
done

apt_build="gcc meson ninja-build pkg-config gettext libglib2.0-dev libglib2.0-bin libgtk-4-dev libgtk-4-bin
  libadwaita-1-dev libjson-glib-dev libsqlite3-dev libicu-dev libstemmer-dev libxml2-dev librsvg2-common
  adwaita-icon-theme appstream desktop-file-utils"
apt_tests="xvfb xauth dbus dbus-daemon at-spi2-core python3 python3-gi gir1.2-atspi-2.0 xdotool libxml2-utils
  sqlite3 fonts-dejavu-core libasan8 libubsan1"
dnf_build="gcc meson ninja-build pkgconf-pkg-config gettext glib2-devel gtk4-devel gtk4-devel-tools libadwaita-devel
  json-glib-devel sqlite-devel libicu-devel libstemmer-devel libxml2-devel adwaita-icon-theme appstream
  desktop-file-utils"
dnf_tests="xorg-x11-server-Xvfb xorg-x11-xauth dbus-daemon at-spi2-core python3 python3-gobject xdotool libxml2
  sqlite dejavu-sans-fonts libasan libubsan"

as_root () {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo > /dev/null 2>&1; then
    sudo "$@"
  else
    echo "install-deps.sh: installing needs root or sudo; please run: $*" >&2
    exit 1
  fi
}

if command -v apt-get > /dev/null 2>&1; then
  wanted=$apt_build
  [ $tests = yes ] && wanted="$wanted $apt_tests"
  missing=
  for package in $wanted; do
    dpkg-query -W -f='${Status}\n' "$package" 2> /dev/null | grep -q '^install ok installed$' || missing="$missing $package"
  done
  # Package names carry the version of a library; a newer distribution has another one.
  [ -n "$missing" ] || exit 0
  echo "Synoptic needs these packages, installing them:$missing"
  as_root apt-get update -qq
  available=
  for package in $missing; do
    if apt-cache show "$package" > /dev/null 2>&1; then
      available="$available $package"
    else
      echo "install-deps.sh: this distribution has no package $package, going on without it"
    fi
  done
  # shellcheck disable=SC2086
  [ -z "$available" ] || as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $available > /dev/null
elif command -v dnf > /dev/null 2>&1; then
  wanted=$dnf_build
  [ $tests = yes ] && wanted="$wanted $dnf_tests"
  missing=
  for package in $wanted; do
    rpm -q "$package" > /dev/null 2>&1 || missing="$missing $package"
  done
  [ -n "$missing" ] || exit 0
  echo "Synoptic needs these packages, installing them:$missing"
  # shellcheck disable=SC2086
  as_root dnf install -y -q $missing
else
  echo "install-deps.sh: neither apt nor dnf here; please install meson, ninja, a C compiler, gettext and the" >&2
  echo "development files of GTK 4.8, libadwaita 1.2, json-glib, SQLite 3.40, ICU 72, libstemmer and libxml2." >&2
  for tool in meson ninja pkg-config msgfmt; do
    command -v $tool > /dev/null 2>&1 || exit 1
  done
fi
