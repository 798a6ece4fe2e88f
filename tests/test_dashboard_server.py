"""The HTTP door: hosts, headers, ports."""

from __future__ import annotations

import asyncio
import re
import socket
from typing import Any

import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from dashboard import server


@pytest.fixture
def client() -> TestClient:
    return TestClient(
        server.Guard(PlainTextResponse("page"), frozenset({"steppe.example"})), base_url="http://localhost"
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
    rule = re.search(r"script-src ([^;]*)", server.content_policy())
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
        guard = server.Guard(PlainTextResponse("page"), frozenset())
        await guard({"type": "websocket", "headers": [(b"host", b"evil.example")]}, None, send)  # type: ignore[arg-type]

    asyncio.run(run())
    assert sent == [{"type": "websocket.close", "code": 1008}]


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
