"""Where addresses may lead: name resolution that refuses private networks and connects to what it checked."""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections.abc import Iterable
from functools import cache
from typing import Any

import httpcore
import httpx

from models.errors import FetchError

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # NAT64: an IPv4 address in disguise


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the open internet, looked at through every IPv4-in-IPv6 disguise."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo or (None, None))[1]
        if inner is None and ip in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def resolve(host: str, port: int, allow_private: bool) -> list[str]:
    """The IP addresses of a host; FetchError if there are none or one of them is private.

    One private address among public ones is enough to refuse: which one is used would be a matter of luck.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FetchError(host, "there is no such host, or no network.", "Check the address.") from None
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not allow_private and not all(map(is_public, addresses)):
        way_out = "If you mean it: --allow-private, or STEPPE_ALLOW_PRIVATE=1."
        raise FetchError(host, "the address leads into a private network.", way_out)
    return addresses


class _CheckedBackend(httpcore.NetworkBackend):
    """Resolves, checks, and connects to the very address that was checked: no second answer can slip in."""

    def __init__(self, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._real = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        error: Exception | None = None
        for address in resolve(host, port, self._allow_private):
            try:
                return self._real.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                error = failed
        assert error is not None
        raise error

    def sleep(self, seconds: float) -> None:
        self._real.sleep(seconds)


@cache
def _tls() -> ssl.SSLContext:
    return httpx.create_ssl_context(trust_env=False)


def transport(allow_private: bool) -> httpx.HTTPTransport:
    """An httpx transport over checked connections. Host header and TLS name stay those of the address."""
    made = httpx.HTTPTransport(verify=_tls())
    made._pool = httpcore.ConnectionPool(
        ssl_context=_tls(),
        max_connections=4,
        keepalive_expiry=5.0,
        network_backend=_CheckedBackend(allow_private),
    )
    return made
