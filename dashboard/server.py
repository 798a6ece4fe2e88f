"""The HTTP door: the dashboard's pages, the extracts, and a health check, behind strict headers."""

from __future__ import annotations

import base64
import gc
import hashlib
import ipaddress
import os
import re
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit
import uvicorn
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.starlette import App
from streamlit.web import bootstrap

from dashboard import downloads
from models.queries.filters import EventFilter

SCRIPT = Path(__file__).parent / "app.py"
FIRST_PORT, TRIES = 8501, 50
# Streamlit's counters name functions and its agent door describes the app: both are for nobody here.
CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/upload_file")


def content_policy() -> str:
    """The Content-Security-Policy. Streamlit's page holds inline scripts, which are allowed by hash.

    The hashes change with Streamlit's version, so they are taken from the page that it ships.
    """
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()
    inline = re.findall(rb"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", page, re.DOTALL)
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(s).digest()).decode()}'" for s in inline)
    rules = {
        "default-src": "'none'",
        "script-src": f"'self' {hashes}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "manifest-src": "'self'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'self'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def known_host(host: str, also: frozenset[str]) -> bool:
    """Is this `Host` header ours? A name that an attacker's DNS turned onto us is not.

    Bare IP addresses can't be rebound and are accepted; names must be this machine's or listed.
    """
    name = host.rsplit(":", 1)[0] if not host.endswith("]") and ":" in host else host
    name = name.strip("[]").rstrip(".").lower()
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return name == "localhost" or name in also
    return True


class Guard:
    """Adds the security headers to every answer, and refuses foreign hosts and closed doors."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self._app, self._hosts = app, hosts
        self._headers = [
            (b"content-security-policy", content_policy().encode()),
            (b"x-content-type-options", b"nosniff"),
            (b"x-frame-options", b"SAMEORIGIN"),
            (b"referrer-policy", b"same-origin"),
            (b"cross-origin-opener-policy", b"same-origin"),
            (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=()"),
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or websocket."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        host = dict(scope["headers"]).get(b"host", b"").decode("latin-1")
        if not known_host(host, self._hosts):
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1008})
                return
            answer = PlainTextResponse("This address is not served here. Set STEPPE_HOSTS to allow it.", 400)
            await answer(scope, receive, self._adding(send))
            return
        if scope["type"] == "http" and scope["path"].startswith(CLOSED):
            await PlainTextResponse("Not here.", 404)(scope, receive, self._adding(send))
            return
        await self._app(scope, receive, self._adding(send))

    def _adding(self, send: Send) -> Send:
        async def wrapped(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *self._headers]
            await send(message)

        return wrapped


def healthz(_request: Request) -> JSONResponse:
    """200 when the store answers, 503 when it does not. Says nothing of why: that is in the log."""
    from dashboard import data

    try:
        moves = data.heartbeat()
    except Exception:
        streamlit.logger.get_logger(__name__).exception("The store does not answer")
        return JSONResponse({"status": "the store does not answer"}, 503)
    return JSONResponse({"status": "ok", "moves": moves})


def extract(request: Request) -> Response:
    """`/extract/events.csv?country=KGZ&from=2025-01-01`: all rows that pass, streamed as they are read.

    A value that the filter drops is an error here: an extract must not hold more than was asked for.
    """
    from dashboard import data

    kind, form = request.path_params["kind"], request.path_params["form"]
    if kind not in downloads.COLUMNS or form not in downloads.MEDIA_TYPES:
        return PlainTextResponse("There is no such extract.", 404)
    params = request.query_params
    f = EventFilter.from_params({name: params.getlist(name) for name in params})
    if f.problems:
        return PlainTextResponse("\n".join(f.problems), 400)
    made = downloads.download(data.store(), kind, form, f, bom=params.get("bom") == "1")
    return StreamingResponse(
        made.chunks,
        media_type=made.media_type,
        headers={
            "content-disposition": f'attachment; filename="{made.filename}"',
            "cache-control": "no-store",
        },
    )


def build() -> App:
    """The application: Streamlit's pages with our routes and guard around them."""
    also = {name for name in os.environ.get("STEPPE_HOSTS", "").lower().split(",") if name}
    hosts = frozenset(also | {socket.gethostname().lower()})
    return App(
        SCRIPT,
        routes=[Route("/healthz", healthz), Route("/extract/{kind}.{form}", extract)],
        middleware=[Middleware(Guard, hosts=hosts)],
    )


def bind(host: str, port: int | None, say: Callable[[str], object]) -> socket.socket:
    """A listening socket on `port`, or on the next free one, which it says."""
    first = FIRST_PORT if port is None else port
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for candidate in range(first, min(first + TRIES, 65536)):
        listening = socket.socket(family)
        if os.name != "nt":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, candidate))
            listening.listen(128)
        except OSError:
            listening.close()
            say(f"Port {candidate} is taken, trying {candidate + 1}.")
            if first == 0:
                break
        else:
            return listening
    raise OSError(f"No free port on {host} from {first} to {first + TRIES - 1}. Choose one with --port.")


def warm() -> None:
    """Import what the pages need, then freeze it: Streamlit collects garbage after every run, and the
    frozen half million objects need not be walked each time (measured: 5 to 9 runs a second)."""
    import plotly.graph_objects  # noqa: F401

    from dashboard import app_pages
    from dashboard.page import find_pages

    find_pages(app_pages)
    gc.collect()
    gc.freeze()


def serve(
    db: str | None = None,
    host: str = "127.0.0.1",
    port: int | None = None,
    say: Callable[[str], object] = print,
) -> None:
    """Serve the dashboard until it is stopped.

    `db` is a database address or the path of a SQLite file, as for `Store.open`. A specific `host` also
    keeps Streamlit from asking a foreign machine what our public address is.
    """
    if db:
        os.environ["STEPPE_DB"] = db
    listening = bind(host, port, say)
    taken = listening.getsockname()[1]
    app = build()
    options: dict[str, Any] = {"server.address": host, "server.port": taken, "browser.serverPort": taken}
    bootstrap.load_config_options(options)
    warm()
    shown = f"[{host}]" if ":" in host else host
    say(f"Steppe is at http://{shown}:{taken}")
    uvicorn.Server(
        uvicorn.Config(
            app, host=host, port=taken, access_log=False, log_level="warning", ws="websockets-sansio"
        )
    ).run(sockets=[listening])
