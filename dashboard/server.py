"""The HTTP door: the dashboard's pages, the extracts, and a health check, behind strict headers."""

from __future__ import annotations

import contextlib
import gc
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit
import uvicorn
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route
from streamlit.starlette import App
from streamlit.web import bootstrap

from dashboard import downloads, frames, i18n
from dashboard.guard import Guard
from models.queries.filters import EventFilter

SCRIPT = Path(__file__).parent / "app.py"
FIRST_PORT, TRIES = 8501, 50


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


def entrance(request: Request) -> Response:
    """The first page by its own name: Streamlit knows it only at the bare address."""
    query = request.url.query
    return RedirectResponse(f"./?{query}" if query else "./")


def in_place(_request: Request) -> Response:
    """The script of the marks in an article: of Streamlit's own static folder browsers get it as plain text,
    and refuse it."""
    return FileResponse(SCRIPT.parent / "static" / "in_place.js", media_type="text/javascript")


def lang(request: Request) -> Response:
    """`/lang/ru.js`: a script that says which language the page is in. Streamlit's page is English for good,
    and the content policy forbids scripts that stand in the page itself."""
    code = request.path_params["code"]
    if code not in i18n.INTERFACE:
        return PlainTextResponse("There is no such language.", 404)
    return Response(f'document.documentElement.lang = "{code}";', media_type="text/javascript")


ROUTES = [
    Route("/lang/{code}.js", lang),
    Route("/healthz", healthz),
    Route("/extract/{kind}.{form}", extract),
    Route("/briefing", entrance),
    Route("/in_place.js", in_place),
]


def build(host: str = "") -> App:
    """The application: Streamlit's pages with our routes and guard around them."""
    also = {name for name in os.environ.get("STEPPE_HOSTS", "").lower().split(",") if name}
    hosts = frozenset(also | {socket.gethostname().lower(), host.lower()} - {""})
    return App(
        SCRIPT,
        routes=ROUTES,
        middleware=[Middleware(Guard, hosts=hosts, framers=frames.origins())],
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
    app = build(host)
    options: dict[str, Any] = {"server.address": host, "server.port": taken, "browser.serverPort": taken}
    bootstrap.load_config_options(options)
    warm()
    shown = f"[{host}]" if ":" in host else host
    say(f"Steppe is at http://{shown}:{taken}")
    # Ctrl-C is how a reader ends it: no traceback, no complaint.
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(
            uvicorn.Config(
                app, host=host, port=taken, access_log=False, log_level="warning", ws="websockets-sansio"
            )
        ).run(sockets=[listening])
