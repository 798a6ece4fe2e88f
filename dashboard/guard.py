"""What stands before every request: strict headers, and no foreign hosts, origins or closed doors."""

from __future__ import annotations

import base64
import hashlib
import ipaddress
import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

import streamlit
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard import frames

# Streamlit's counters name functions and its agent door describes the app: both are for nobody here.
CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/upload_file")


def content_policy(framers: Sequence[str] = ()) -> str:
    """The Content-Security-Policy; `framers` are other origins whose pages may frame ours.

    Streamlit's page holds inline scripts, which are allowed by hash. The hashes change with its version, so
    they are taken from the page that it ships.
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
        "frame-ancestors": " ".join(("'self'", *framers)),
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
    """Adds the security headers to every answer, and refuses foreign hosts, origins and closed doors.

    Other origins in `framers` may frame the form that is made for frames, and no other address.
    """

    def __init__(self, app: ASGIApp, hosts: frozenset[str], framers: Sequence[str] = ()) -> None:
        self._app, self._hosts = app, hosts
        self._headers = [
            (b"content-security-policy", content_policy().encode()),
            (b"x-content-type-options", b"nosniff"),
            (b"x-frame-options", b"SAMEORIGIN"),
            (b"referrer-policy", b"same-origin"),
            (b"cross-origin-opener-policy", b"same-origin"),
            (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=()"),
        ]
        self._framed = list(self._headers)
        if framers:
            # The older header knows no list of origins and would refuse them all.
            self._framed = [pair for pair in self._headers[1:] if pair[0] != b"x-frame-options"]
            self._framed.insert(0, (b"content-security-policy", content_policy(framers).encode()))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or websocket."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        host = dict(scope["headers"]).get(b"host", b"").decode("latin-1")
        adding = self._adding(
            send, self._framed if frames.wanted(scope.get("query_string", b"")) else self._headers
        )
        if not known_host(host, self._hosts):
            answer = PlainTextResponse("This address is not served here. Set STEPPE_HOSTS to allow it.", 400)
        elif scope["type"] == "http" and scope["path"].startswith(CLOSED):
            answer = PlainTextResponse("Not here.", 404)
        elif self._settle_origin(scope, host):
            await self._app(scope, receive, adding)
            return
        else:
            answer = PlainTextResponse("Another site may not speak for you here.", 403)
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await answer(scope, receive, adding)

    def _settle_origin(self, scope: Scope, host: str) -> bool:
        """Is the request from our own page? Origins that remain are told to Streamlit as this host's.

        Streamlit would ask a foreign machine for our public address in order to judge an unknown origin: it
        must never meet one.
        """
        origin = dict(scope["headers"]).get(b"origin")
        if origin is None:
            return True
        try:
            parts = urlsplit(origin.decode("latin-1"))
            name = (parts.hostname or "").lower()
        except ValueError:
            return False
        if parts.netloc == host:
            return True
        if name not in self._hosts:
            return False
        others = [pair for pair in scope["headers"] if pair[0] != b"origin"]
        scope["headers"] = [*others, (b"origin", f"{parts.scheme}://{host}".encode("latin-1"))]
        return True

    @staticmethod
    def _adding(send: Send, headers: list[tuple[bytes, bytes]]) -> Send:
        async def wrapped(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *headers]
            await send(message)

        return wrapped
