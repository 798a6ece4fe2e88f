"""A throwaway PostgreSQL server for the tests: `python -m tests.postgres [pytest's arguments]`.

The server is Debian's (or whatever is on the path), lives in a temporary folder, listens on a socket in it
and on a free port of this machine alone, and is gone afterwards. Without any the tests are skipped with a
word, but in CI (CI=true) that is a failure.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

VARIABLE = "STEPPE_TEST_DB"  # the address of the server; tests make databases of their own on it
TESTS = (
    *("tests/test_models_store.py", "tests/test_models_identity.py", "tests/test_models_searching.py"),
    *("tests/test_models_bulk.py", "tests/test_models_postgresql.py", "tests/test_dashboard_downloads.py"),
)
PASSWORD = "open"
WAIT = 30.0  # seconds for the server to come up
# Nothing here outlives the tests: the server need not wait for a disk.
SETTINGS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "200"}


def binaries() -> Path | None:
    """The folder of the server's programs: the newest of Debian's, else where `initdb` is on the path."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: float(p.parts[-3]))
    found = str(debian[-1]) if debian else shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextmanager
def server(programs: Path) -> Iterator[str]:
    """A running server; its address, as a superuser, by the socket."""
    as_user = _somebody()
    with tempfile.TemporaryDirectory(prefix="steppe-pg-", ignore_cleanup_errors=True) as folder:
        os.chmod(folder, 0o755)
        home, port = Path(folder) / "data", _free_port()
        home.mkdir(mode=0o700)
        if as_user:
            os.chown(home, as_user["user"], as_user["group"])
        _initialise(programs, home, as_user)
        settings = SETTINGS | {"listen_addresses": "127.0.0.1", "unix_socket_directories": str(home)}
        told = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with (Path(folder) / "log").open("w+") as log:
            running = subprocess.Popen(
                [programs / "postgres", "-D", home, "-p", str(port), *told],
                stdout=log, stderr=log, cwd="/", **as_user,
            )  # fmt: skip
            try:
                _await(programs, home, port, running)
                yield f"postgresql+psycopg://steppe:{PASSWORD}@/postgres?host={home}&port={port}"
            finally:
                running.send_signal(signal.SIGINT)  # ends connections and stops
                running.wait(WAIT)


def _initialise(programs: Path, home: Path, as_user: dict[str, Any]) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".password") as password:
        password.write(PASSWORD)
        password.flush()
        os.chmod(password.name, 0o644)
        # English, so that its sorting differs from that of SQLite where nothing says otherwise.
        for language in ("en_US.UTF-8", "C.UTF-8"):
            made = subprocess.run(
                [programs / "initdb", "-D", home, "-U", "steppe", "-E", "UTF8", "--locale", language,
                 "--auth-local=trust", "--auth-host=scram-sha-256", f"--pwfile={password.name}", "--no-sync"],
                capture_output=True, text=True, cwd="/", **as_user,
            )  # fmt: skip
            if made.returncode == 0:
                return
        raise SystemExit(f"initdb failed: {made.stderr}")


def _somebody() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: who it runs as instead."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            known = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": known.pw_uid, "group": known.pw_gid, "extra_groups": []}
    raise SystemExit("PostgreSQL can't run as root, and there is no other user here.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _await(programs: Path, home: Path, port: int, running: subprocess.Popen[bytes]) -> None:
    ready = [str(programs / "pg_isready"), "-q", "-h", str(home), "-p", str(port)]
    until = time.monotonic() + WAIT
    while subprocess.run(ready, check=False).returncode:
        if running.poll() is not None or time.monotonic() > until:
            raise SystemExit(
                f"The throwaway server did not start: {(home.parent / 'log').read_text()[-2000:]}"
            )
        time.sleep(0.05)


def main(arguments: list[str]) -> int:
    """Run the tests of the store and the queries on a throwaway server; pytest's exit code."""
    programs = binaries()
    if programs is None:
        sys.stdout.write(
            "No PostgreSQL here: its tests are SKIPPED. Get it: sudo apt-get install postgresql\n"
        )
        return 1 if os.environ.get("CI") == "true" else 0
    if not (arguments and Path(arguments[0].partition("::")[0]).exists()):  # files are named first, if at all
        arguments = [*arguments, *TESTS, *map(str, sorted(Path("tests").glob("test_models_queries*.py")))]
    with server(programs) as url:
        return subprocess.run(
            [sys.executable, "-m", "pytest", *arguments], env=os.environ | {VARIABLE: url}, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
