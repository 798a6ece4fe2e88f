#!/bin/sh
# Sees to it that the tests on PostgreSQL have a server to start. In CI that is Debian's package, installed here.
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && exit 0
command -v initdb >/dev/null 2>&1 && exit 0
if [ "${CI:-}" = true ] && command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then sudo=; elif sudo -n true 2>/dev/null; then sudo=sudo; else sudo=none; fi
    if [ "$sudo" != none ]; then
        echo "Installing postgresql from Debian's packages for the tests on it."
        # Only its programs are needed: no server of the machine's own is made or started.
        if $sudo apt-get update -qq && $sudo mkdir -p /etc/postgresql-common &&
            { [ -e /etc/postgresql-common/createcluster.conf ] ||
                echo "create_main_cluster = false" | $sudo tee /etc/postgresql-common/createcluster.conf >/dev/null; } &&
            DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends postgresql >/dev/null; then
            exit 0
        fi
    fi
fi
echo "No PostgreSQL here: the tests on it are SKIPPED. Get it: sudo apt-get install postgresql"
[ "${CI:-}" = true ] && exit 1
exit 0
