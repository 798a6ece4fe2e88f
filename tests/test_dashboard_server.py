"""The HTTP door: hosts, headers, ports."""

from __future__ import annotations

import asyncio
import re
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from dashboard import downloads, guard, server
from models.queries.filters import EventFilter
from models.store import Store
from tests import factories


@pytest.fixture
def client() -> TestClient:
    return TestClient(
        guard.Guard(PlainTextResponse("page"), frozenset({"steppe.example"})), base_url="http://localhost"
    )


def test_every_answer_carries_the_headers(client: TestClient) -> None:
    for answer in (
        client.get("/"),
        client.get("/_stcore/metrics"),
        client.get("/", headers={"host": "evil.example"}),
    ):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_scripts_run_by_hash_only() -> None:
    rule = re.search(r"script-src ([^;]*)", guard.content_policy())
    assert rule
    assert "unsafe" not in rule[1]
    assert "sha256-" in rule[1]


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/upload_file/x/y"]
)
def test_closed_doors(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:8501", 200),
        ("127.0.0.1:8501", 200),
        ("[::1]:8501", 200),
        ("[::1]", 200),
        ("192.168.1.5", 200),
        ("STEPPE.example.:80", 200),
        ("evil.example", 400),
        ("127.0.0.1.evil.example", 400),
        ("", 400),
    ],
)
def test_hosts(client: TestClient, host: str, status: int) -> None:
    assert client.get("/", headers={"host": host}).status_code == status


def test_a_websocket_from_a_foreign_host_is_closed() -> None:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def run() -> None:
        made = guard.Guard(PlainTextResponse("page"), frozenset())
        await made({"type": "websocket", "headers": [(b"host", b"evil.example")]}, None, send)  # type: ignore[arg-type]

    # Its own thread: a browser test before this one may have left its event loop in ours.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(run())).result()
    assert sent == [{"type": "websocket.close", "code": 1008}]


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("http://localhost", 200),
        ("https://steppe.example", 200),
        ("https://evil.example", 403),
        ("http://localhost:9999", 403),
        ("null", 403),
        ("http://[", 403),
    ],
)
def test_no_other_site_speaks_for_the_reader(client: TestClient, origin: str, status: int) -> None:
    assert client.get("/", headers={"origin": origin}).status_code == status


def test_streamlit_never_meets_an_unknown_origin() -> None:
    met: list[bytes] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        met.extend(value for name, value in scope["headers"] if name == b"origin")
        await PlainTextResponse("page")(scope, receive, send)

    proxied = TestClient(guard.Guard(app, frozenset({"steppe.example"})), base_url="http://127.0.0.1")
    assert proxied.get("/", headers={"origin": "https://steppe.example"}).status_code == 200
    assert met == [b"https://127.0.0.1"]


@pytest.fixture
def doors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """Our own routes, without Streamlit's, on a filled store."""
    monkeypatch.setenv("STEPPE_DB", str(tmp_path / "doors.sqlite"))
    with Store.open(str(tmp_path / "doors.sqlite")) as store:
        factories.fill(store)
    return TestClient(Starlette(routes=server.ROUTES))


@pytest.mark.parametrize("kind", ["events", "mentions", "commentary"])
def test_an_extract_is_what_export_writes(doors: TestClient, tmp_path: Path, kind: downloads.Kind) -> None:
    with Store.open(str(tmp_path / "doors.sqlite")) as store:
        for form in ("csv", "jsonl"):
            wanted = EventFilter.from_params({"country": ["KAZ"]})
            text = "".join(downloads.download(store, kind, form, wanted).chunks)
            answer = doors.get(f"/extract/{kind}.{form}?country=KAZ")
            assert answer.status_code == 200
            assert answer.content.decode() == text
            assert text.count("\n") > 1
            assert f"steppe-{kind}.{form}" in answer.headers["content-disposition"]


def test_an_extract_never_holds_more_than_was_asked_for(doors: TestClient) -> None:
    answer = doors.get("/extract/events.csv?country=ATLANTIS")
    assert answer.status_code == 400
    assert "ATLANTIS" in answer.text


@pytest.mark.parametrize("path", ["/extract/reviews.csv", "/extract/events.exe", "/extract/events"])
def test_there_are_no_other_extracts(doors: TestClient, path: str) -> None:
    assert doors.get(path).status_code == 404


def test_the_first_page_answers_by_its_name_and_keeps_what_was_asked(doors: TestClient) -> None:
    answer = doors.get("/briefing?country=KAZ&lang=ru", follow_redirects=False)
    assert answer.status_code == 307
    assert answer.headers["location"] == "./?country=KAZ&lang=ru"
    assert doors.get("/briefing", follow_redirects=False).headers["location"] == "./"


def test_our_script_is_sent_as_a_script(doors: TestClient) -> None:
    answer = doors.get("/in_place.js")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "data-press" in answer.text


def test_health_asks_the_store(doors: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert doors.get("/healthz").json() == {"status": "ok", "moves": 8}
    (tmp_path / "no.sqlite").write_text("this is no database, and never was one")
    monkeypatch.setenv("STEPPE_DB", str(tmp_path / "no.sqlite"))
    assert doors.get("/healthz").status_code == 503


def test_a_taken_port_moves_on_and_says_so() -> None:
    said: list[str] = []
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        taken = holder.getsockname()[1]
        with server.bind("127.0.0.1", taken, said.append) as found:
            assert found.getsockname()[1] > taken
    assert str(taken) in said[0]


def test_no_free_port_is_told() -> None:
    with pytest.raises(OSError, match="--port"):
        server.bind("203.0.113.7", 8501, lambda _line: None)
