#!/bin/sh
# Sees to it that the browser tests have a Chromium: Debian's package, where this user may install it.
command -v chromium >/dev/null 2>&1 && exit 0
if command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then sudo=; elif sudo -n true 2>/dev/null; then sudo=sudo; else sudo=none; fi
    if [ "$sudo" != none ]; then
        echo "Installing chromium from Debian's packages for the browser tests."
        if $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends chromium >/dev/null; then
            exit 0
        fi
    fi
fi
echo "No chromium here: the tests under tests/browser are SKIPPED. Get it with: sudo apt-get install chromium"
[ "${CI:-}" = true ] && exit 1
exit 0
