"""Fetching from a server on this machine: pages, feeds, politeness and every bound."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpcore
import pytest

from loaders import network
from loaders.article import Article, Problem
from loaders.fetch import Fetcher, Limits
from loaders.inputs import Input
from loaders.pipeline import LoadReport, load
from loaders.reading import read
from loaders.validators import Validators, beside
from models.store import Store
from tests.fake_coder import fake

DATA = Path(__file__).parent / "data" / "formats"
Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """A small site: what it answers at each path, and what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
                answer = site.answers.get(self.path)
                if answer is None:
                    self.send_error(404)
                else:
                    answer(self)

            def log_message(self, *_: object) -> None:
                """Keep the test's output clean."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def page(self, path: str, body: bytes, status: int = 200, **headers: str) -> None:
        def answer(handler: BaseHTTPRequestHandler) -> None:
            etag = headers.get("etag")
            if etag and handler.headers.get("if-none-match") == etag:
                handler.send_response(304)
                handler.end_headers()
                return
            handler.send_response(status)
            for name, value in {"content-type": "text/html", **headers}.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.send_header("content-length", str(len(body)))
            handler.end_headers()
            handler.wfile.write(body)

        self.answers[path] = answer

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    made = Fetcher(allow_private=True, limits=Limits(delay=0, read=1.0, total=1.5))
    yield made
    made.close()


def problem(found: object) -> Problem:
    assert isinstance(found, Problem)
    return found


def test_a_page_and_a_feed_are_read(site: Site, fetcher: Fetcher) -> None:
    site.page("/visit", (DATA / "page_ru.html").read_bytes(), content_type="text/html; charset=utf-8")
    site.page("/rss", (DATA / "feed_ru.xml").read_bytes(), content_type="application/rss+xml")
    found = list(read([f"{site.url}/visit", f"{site.url}/rss"], {}, fetcher))
    assert [type(f) for f in found] == [Article, Article, Article]
    assert [f.origin for f in found if isinstance(f, Article)][1] == f"{site.url}/rss#1"
    headers = site.asked[1][1]
    assert headers["user-agent"].startswith("Steppe")


def test_a_page_without_its_own_address_gets_the_one_it_came_from(site: Site, fetcher: Fetcher) -> None:
    page = (DATA / "page_ru.html").read_text(encoding="utf-8").replace('<link rel="canonical"', "<link")
    site.page("/visit", page.encode())
    (article,) = read(
        [f"{site.url}/visit?utm_source=x"], {}, _answering(site, fetcher, "/visit?utm_source=x", "/visit")
    )
    assert isinstance(article, Article)
    assert article.url == f"{site.url}/visit"


def _answering(site: Site, fetcher: Fetcher, path: str, same_as: str) -> Fetcher:
    site.answers[path] = site.answers[same_as]
    return fetcher


def test_private_networks_are_refused_unless_allowed(site: Site) -> None:
    site.page("/", b"secret")
    refused = problem(Fetcher()(site.url))
    assert "private network" in refused.what
    assert "--allow-private" in refused.way_out
    assert site.asked == []


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),
        *(
            "::1",
            "fe80::1%eth0",
            "fd00::1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "224.0.0.1",
        ),
    ],
)
def test_what_is_not_public(address: str) -> None:
    assert not network.is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2a00:1450:4001:81b::200e"])
def test_what_is_public(address: str) -> None:
    assert network.is_public(address)


def test_a_name_that_turns_private_between_two_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection goes to the address that was checked: no second answer of the name server counts."""
    answers = iter(["8.8.8.8", "127.0.0.1", "127.0.0.1"])
    connected: list[str] = []

    def resolving(*_: object, **__: object) -> list[tuple[object, ...]]:
        return [(2, 1, 6, "", (next(answers), 0))]

    def connecting(_: object, address: str, *__: object) -> None:
        connected.append(address)
        raise httpcore.ConnectError("no network in this test")

    monkeypatch.setattr(socket, "getaddrinfo", resolving)
    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connecting)
    assert "can't be fetched" in problem(Fetcher()("http://rebinding.example.org/")).what
    assert connected == ["8.8.8.8"]
    assert "private network" in problem(Fetcher()("http://rebinding.example.org/")).what
    assert connected == ["8.8.8.8"]


def test_a_redirect_into_a_private_network_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host counts as public here, the one that it points to does not."""
    other = Site()
    other.page("/secret", b"secret")
    site.page("/", b"", 302, location=f"http://127.0.0.2:{other.server.server_port}/secret")
    monkeypatch.setattr(network, "is_public", lambda address: address == "127.0.0.1")
    assert "private network" in problem(Fetcher(limits=Limits(delay=0))(site.url + "/")).what
    assert other.asked == []
    other.server.shutdown()


def test_redirects_are_followed_and_bounded(site: Site, fetcher: Fetcher) -> None:
    site.page("/old", b"", 301, location="/new")
    site.page("/new", b"<!doctype html><p>x")
    site.page("/loop", b"", 302, location="/loop")
    found = fetcher(site.url + "/old")
    assert isinstance(found, Input)
    assert found.url == site.url + "/new"
    assert "too often" in problem(fetcher(site.url + "/loop")).what
    site.page("/file", b"", 302, location="file:///etc/passwd")
    assert "no address" in problem(fetcher(site.url + "/file")).what


def test_robots_are_obeyed(site: Site, fetcher: Fetcher) -> None:
    site.page("/robots.txt", b"User-agent: Steppe\nDisallow: /private\n\nUser-agent: *\nDisallow: /")
    site.page("/private/a", b"x")
    site.page("/news", b"x")
    assert "robots.txt" in problem(fetcher(site.url + "/private/a")).what
    assert isinstance(fetcher(site.url + "/news"), Input)
    assert site.paths() == ["/robots.txt", "/news"]


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (503, False)])
def test_missing_and_broken_robots(site: Site, fetcher: Fetcher, status: int, allowed: bool) -> None:
    site.page("/robots.txt", b"", status)
    site.page("/news", b"x")
    assert isinstance(fetcher(site.url + "/news"), Input) is allowed


def test_too_large(site: Site, fetcher: Fetcher) -> None:
    fetcher.limits.size = 1000
    site.page("/big", b"x" * 2000)
    assert "too large" in problem(fetcher(site.url + "/big")).what


def test_silent_and_dripping_servers(site: Site, fetcher: Fetcher) -> None:
    def silent(_: BaseHTTPRequestHandler) -> None:
        time.sleep(3)

    def dripping(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(40):
            handler.wfile.write(b"x")
            time.sleep(0.1)

    site.answers |= {"/silent": silent, "/drip": dripping}
    for path in ("/silent", "/drip"):
        began = time.monotonic()
        assert "too long" in problem(fetcher(site.url + path)).what
        assert time.monotonic() - began < 3


def test_errors_of_the_server_and_of_the_address(site: Site, fetcher: Fetcher) -> None:
    assert "404" in problem(fetcher(site.url + "/none")).what
    assert "password" in problem(fetcher("http://me:secret@example.org/")).what
    assert "no address" in problem(fetcher("http://")).what
    assert "can't be fetched" in problem(fetcher("http://127.0.0.1:1/")).what


def test_pause_between_two_requests_to_one_host(site: Site) -> None:
    site.page("/a", b"x")
    polite = Fetcher(allow_private=True, limits=Limits(delay=0.4))
    began = time.monotonic()
    polite(site.url + "/a")
    polite(site.url + "/a")
    assert time.monotonic() - began >= 0.4
    polite.close()


def test_unchanged_pages_are_not_sent_again(site: Site, tmp_path: Path) -> None:
    site.page("/rss", b"<rss/>", etag='"v1"')
    path = tmp_path / "fetched.json"
    first = Fetcher(allow_private=True, validators=Validators(path), limits=Limits(delay=0))
    assert isinstance(first(site.url + "/rss"), Input)
    etag, modified = first.headers[site.url + "/rss"]
    first.validators.learn(site.url + "/rss", etag, modified, "https://x.kz/1")
    first.validators.write()
    stored = {"https://x.kz/1"}
    second = Fetcher(
        allow_private=True, validators=Validators(path), is_stored=stored.__contains__, limits=Limits(delay=0)
    )
    assert second(site.url + "/rss") is None
    assert second.unchanged == 1
    stored.clear()  # another, empty database: what it does not hold must be sent
    assert isinstance(second(site.url + "/rss"), Input)


def test_validators_survive_a_broken_file_and_lie_beside_the_database(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text("{not json")
    assert Validators(path).get("http://x.kz/") is None
    path.write_text('{"http://x.kz/": {"odd": 1}}')
    assert Validators(path).get("http://x.kz/") is None
    assert beside(f"sqlite:///{tmp_path}/news.db") == tmp_path / "news.db.fetched.json"


def test_a_feed_that_has_not_changed_is_loaded_once(site: Site, tmp_path: Path) -> None:
    site.page("/rss", (DATA / "feed_ru.xml").read_bytes(), etag='"v1"', content_type="application/rss+xml")
    url = f"sqlite:///{tmp_path}/news.db"

    def loaded() -> LoadReport:
        with Store.open(url) as store:
            fetcher = Fetcher(
                allow_private=True,
                validators=Validators(beside(url)),
                is_stored=lambda address: store.known(Article("", url=address)),
                limits=Limits(delay=0),
            )
            report = load(store, [f"{site.url}/rss"], coder=fake, fetcher=fetcher)
            fetcher.close()
            return report

    first, second = loaded(), loaded()
    assert (first.new, first.unchanged) == (2, 0)
    assert (second.read, second.unchanged) == (0, 1)
    (tmp_path / "news.db").unlink()  # the validators stay behind, the articles do not
    assert loaded().new == 2


def test_an_address_that_fails_is_a_rejection(site: Site, tmp_path: Path) -> None:
    with Store.open(f"sqlite:///{tmp_path}/news.db") as store:
        report = load(store, [f"{site.url}/none", str(DATA / "header_ru.txt")], coder=fake)
    assert (report.new, report.rejected) == (1, 1)
    assert report.problems[0].where == f"{site.url}/none"
