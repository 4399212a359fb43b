#!/usr/bin/env bash
# The programs that some tests drive and that pip cannot bring; with the word `bench`, those that
# `make bench` measures beside ours. As root on Debian or Ubuntu, what is missing is installed;
# elsewhere the one line that would install it is printed. Never fails: a test whose program is
# missing is skipped, and `make test` lists it by name; a row of the bench says so itself.
set -euo pipefail

# One line for each: the command that is looked for, then the Debian package that brings it.
wanted="
chromium chromium
tmux     tmux
"
users="tests" without="skipped"
if [ "${1:-}" = bench ]; then
    wanted="
nano       nano
pandoc     pandoc
pango-view pango1.0-tools
"  # pango itself is what WeasyPrint needs
    users="rows of the bench" without="left without their yardstick"
fi

missing=()
while read -r command package; do
    [ -n "$command" ] || continue
    command -v "$command" >/dev/null || missing+=("$package")
done <<<"$wanted"
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" = 0 ] && [ -r /etc/debian_version ] && command -v apt-get >/dev/null; then
    echo "Installing for the $users: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    install=(apt-get install --yes --quiet --no-install-recommends "${missing[@]}")
    log=$(mktemp)
    if "${install[@]}" >"$log" 2>&1 </dev/null \
        || { apt-get update --quiet >"$log" 2>&1 && "${install[@]}" >>"$log" 2>&1 </dev/null; }; then
        rm -f "$log"
        exit 0
    fi
    tail -n 3 "$log" >&2
    rm -f "$log"
    echo "Could not install them. The $users that need them are $without, and named below."
    exit 0
fi

sudo=""
[ "$(id -u)" = 0 ] || sudo="sudo "
echo "Some $users need ${missing[*]}, and are $without. On Debian or Ubuntu:"
echo "    ${sudo}apt-get install --no-install-recommends ${missing[*]}"
