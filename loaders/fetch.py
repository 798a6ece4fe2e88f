"""Addresses to bytes: polite, bounded, and never into private networks unless told so."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpx

from loaders.article import Problem
from loaders.inputs import MAX_DOCUMENT, Input
from loaders.network import transport
from loaders.normalise import canonical_url
from loaders.validators import Validator, Validators
from models.errors import FetchError

MAX_REDIRECTS = 5
MAX_ROBOTS = 500_000  # bytes, as RFC 9309 asks for at least
ACCEPT = (
    "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5"
)


def user_agent() -> str:
    """Says who asks. Sites can name it in their robots.txt as `Steppe`."""
    try:
        return f"Steppe/{version('steppe')} (news reader; obeys robots.txt)"
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "Steppe (news reader; obeys robots.txt)"


@dataclass(slots=True)
class Limits:
    """Bounds of one fetch: seconds and bytes."""

    connect: float = 10.0
    read: float = 20.0  # silence
    total: float = 60.0  # however slowly it drips
    size: int = MAX_DOCUMENT
    delay: float = 1.0  # between two requests to one host; a longer Crawl-delay counts, up to 30 s


@dataclass(slots=True)
class Fetcher:
    """Fetches pages and feeds one after another. `fetched` and `unchanged` count what it did."""

    allow_private: bool = False
    validators: Validators = field(default_factory=lambda: Validators(None))
    is_stored: Callable[[str], bool] = lambda _: False  # is the article at this address in the store?
    limits: Limits = field(default_factory=Limits)
    unchanged: int = 0
    headers: dict[str, tuple[str, str]] = field(default_factory=dict)  # address asked -> ETag, Last-Modified
    _client: httpx.Client | None = None
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def __call__(self, url: str) -> Input | Problem | None:
        """The page at `url`; a Problem if there is none; None if it has not changed since it was loaded."""
        try:
            return self._fetch(url)
        except FetchError as error:
            host = "" if error.where in (url, "") else error.where
            return Problem(url, error.what, error.way_out, host)

    def close(self) -> None:
        """Let go of the connections."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _fetch(self, asked: str) -> Input | None:
        known = self.validators.get(asked)
        if known and not self.is_stored(known.witness):
            known = None
        url = _checked(asked)
        for _ in range(MAX_REDIRECTS + 1):
            self._obey_robots(url)
            self._wait(url)
            with self._get(url, known) as response:
                if response.is_redirect and "location" in response.headers:
                    url = _checked(urljoin(url, response.headers["location"]))
                    continue
                if response.status_code == httpx.codes.NOT_MODIFIED and known:
                    self.unchanged += 1
                    return None
                if response.status_code != httpx.codes.OK:
                    raise FetchError(
                        asked, f"the server answered {response.status_code}.", _way_out(response)
                    )
                data = self._body(response, self.limits.size)
                self.headers[asked] = (
                    response.headers.get("etag", ""),
                    response.headers.get("last-modified", ""),
                )
                media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
                return Input(
                    asked, io.BytesIO(data), response.charset_encoding, media_type, canonical_url(url)
                )
        raise FetchError(asked, "it redirects too often.", "Open it in a browser and load where it ends.")

    @contextmanager
    def _get(self, url: str, known: Validator | None = None) -> Iterator[httpx.Response]:
        headers = {"if-none-match": known.etag, "if-modified-since": known.modified} if known else {}
        try:
            with self._open().stream("GET", url, headers={k: v for k, v in headers.items() if v}) as response:
                yield response
        except httpx.TimeoutException:
            raise FetchError(url, "the server took too long.", "Try again later.") from None
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise FetchError(
                url, f"it can't be fetched ({type(error).__name__}).", "Check the address."
            ) from None

    def _open(self) -> httpx.Client:
        if self._client is None:
            # The environment's proxies are left aside: behind one, nobody could say where an address leads.
            self._client = httpx.Client(
                transport=transport(self.allow_private),
                trust_env=False,
                follow_redirects=False,
                headers={"user-agent": user_agent(), "accept": ACCEPT},
                timeout=httpx.Timeout(self.limits.read, connect=self.limits.connect),
            )
        return self._client

    def _body(self, response: httpx.Response, limit: int) -> bytes:
        """The unpacked body, read in pieces so that neither size nor slowness gets past the limits."""
        deadline, data = time.monotonic() + self.limits.total, bytearray()
        for piece in response.iter_bytes():
            data += piece
            if len(data) > limit:
                raise FetchError(
                    str(response.url), "the page is too large.", f"The limit is {limit // 1_000_000} MB."
                )
            if time.monotonic() > deadline:
                raise FetchError(str(response.url), "the server took too long.", "Try again later.")
        return bytes(data)

    def _wait(self, url: str) -> None:
        """Keep the pause between two requests to one host."""
        host = urlsplit(url).netloc
        asked_for = self._robots[_origin(url)].crawl_delay("Steppe") if _origin(url) in self._robots else None
        pause = max(self.limits.delay, min(float(asked_for or 0), 30.0))
        if host in self._last:
            time.sleep(max(0.0, self._last[host] + pause - time.monotonic()))
        self._last[host] = time.monotonic()

    def _obey_robots(self, url: str) -> None:
        origin = _origin(url)
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(origin)
        if not self._robots[origin].can_fetch("Steppe", url):
            raise FetchError(
                url, "the site's robots.txt does not allow it.", "Save the page and load the file."
            )

    def _read_robots(self, origin: str) -> RobotFileParser:
        """By RFC 9309: none found allows all, a server in trouble allows nothing."""
        rules, url = RobotFileParser(), f"{origin}/robots.txt"
        for _ in range(MAX_REDIRECTS + 1):
            with self._get(url) as response:
                if response.is_redirect and "location" in response.headers:
                    url = _checked(urljoin(url, response.headers["location"]))
                    continue
                if response.status_code >= httpx.codes.INTERNAL_SERVER_ERROR:
                    rules.parse(["User-agent: *", "Disallow: /"])
                elif response.status_code == httpx.codes.OK:
                    rules.parse(self._body(response, MAX_ROBOTS).decode("utf-8", "replace").splitlines())
                else:
                    rules.parse([])
                return rules
        rules.parse([])
        return rules


def _checked(url: str) -> str:
    """An http(s) address without a name and password in it, or FetchError."""
    try:
        parts = urlsplit(url)
        usable = parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise FetchError(url, "this is no address of a page.", "It begins with http:// or https://.")
    if "@" in parts.netloc:
        raise FetchError(url, "the address holds a name or password.", "Leave that out.")
    return url


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _way_out(response: httpx.Response) -> str:
    if response.status_code in (401, 403, 429, 451):
        return "The site does not want programs there: save the page and load the file."
    return "Check the address, or try again later."
