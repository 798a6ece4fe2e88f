"""Charts in other people's pages: who may frame them, what stands in the frame, and the code to copy."""

from __future__ import annotations

import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from dashboard import app_pages, frames, guard
from dashboard.page import find_pages
from models.errors import SteppeError

NEWS = "https://news.example"


def ancestors(policy: str) -> list[str]:
    return next(rule.split()[1:] for rule in policy.split("; ") if rule.startswith("frame-ancestors"))


def client(*framers: str) -> TestClient:
    return TestClient(
        guard.Guard(PlainTextResponse("page"), frozenset(), framers), base_url="http://localhost"
    )


@pytest.mark.parametrize(
    ("setting", "wanted"),
    [
        ("", ()),
        ("https://news.example", (NEWS,)),
        ("https://news.example/, http://localhost:8000", (NEWS, "http://localhost:8000")),
        ("https://News.example https://news.example", (NEWS,)),
        ("http://127.0.0.1:9", ("http://127.0.0.1:9",)),
    ],
)
def test_origins_that_may_frame(
    monkeypatch: pytest.MonkeyPatch, setting: str, wanted: tuple[str, ...]
) -> None:
    monkeypatch.setenv(frames.VARIABLE, setting)
    assert frames.origins() == wanted


@pytest.mark.parametrize(
    "wrong",
    [
        "*",
        "news.example",
        "https://*.news.example",
        "https://news.example/page",
        "https://me@news.example",
        "https://news.example;script-src",
        "data:x",
        "https://",
        "https://news.example:port",
    ],
)
def test_what_is_no_origin_is_an_error(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    monkeypatch.setenv(frames.VARIABLE, wrong)
    with pytest.raises(SteppeError, match=frames.VARIABLE):
        frames.origins()


def test_nobody_frames_us_without_the_setting() -> None:
    for path in ("/", "/timeline?embed=true"):
        headers = client().get(path).headers
        assert ancestors(headers["content-security-policy"]) == ["'self'"]
        assert headers["x-frame-options"] == "SAMEORIGIN"


def test_named_origins_frame_the_embedded_form_only() -> None:
    framed = client(NEWS).get("/timeline?country=KAZ&embed=true").headers
    assert ancestors(framed["content-security-policy"]) == ["'self'", NEWS]
    assert "x-frame-options" not in framed
    assert framed["x-content-type-options"] == "nosniff"
    for path in ("/timeline", "/timeline?embed=false", "/timeline?search=embed%3Dtrue"):
        whole = client(NEWS).get(path).headers
        assert ancestors(whole["content-security-policy"]) == ["'self'"]
        assert whole["x-frame-options"] == "SAMEORIGIN"


def test_each_page_with_charts_draws_them_alone() -> None:
    for listed in find_pages(app_pages):
        assert bool(listed.page.charts) == (listed.embed is not None), listed.slug
