"""Every page, with data, without any, and where filters leave nothing: it draws, and it says something."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import app_pages
from dashboard.page import find_pages
from models.queries import events
from models.queries.filters import EventFilter
from models.store import Store
from tests import factories

PAGES = [listed.slug for listed in find_pages(app_pages)]
# Elements whose text is markdown: strangers' words must never reach them.
MARKDOWN = (
    "title",
    "header",
    "subheader",
    "markdown",
    "caption",
    "metric",
    "button",
    "expander",
    "info",
    "warning",
)


def draw(page: str) -> None:
    """The body of the script that AppTest runs."""
    from dashboard import app

    app.main(page)


def opened(page: str, **params: Any) -> AppTest:
    """The page at an address, run once."""
    at = AppTest.from_function(draw, kwargs={"page": page}, default_timeout=60)
    for name, value in params.items():
        at.query_params[name.rstrip("_").replace("_", "-")] = value
    return at.run()


def widget(at: AppTest, key: str) -> Any:
    """The value of the widget with this key."""
    element: Any = at.get_by_key(key)
    return element.value


def html(at: AppTest) -> str:
    """All HTML that the page shows."""
    return "\n".join(element.proto.body for element in at.get("html"))


def address(at: AppTest) -> dict[str, list[str]]:
    """The page's address as it stands."""
    found = {name: at.query_params[name] for name in at.query_params}
    return {name: [value] if isinstance(value, str) else list(value) for name, value in found.items()}


def words(at: AppTest) -> str:
    """Everything that can be read on the page outside of charts and tables."""
    kinds = ("title", "header", "text", "caption", "markdown")
    shown = [getattr(element, "value", "") for kind in kinds for element in at.get(kind)]
    return "\n".join([html(at), *map(str, shown)])


@pytest.fixture
def nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEPPE_DB", str(tmp_path / "empty.sqlite"))


def id_of(store: Store, **wanted: Any) -> str:
    found = [
        row
        for row in events.page(store, EventFilter()).rows
        if all(getattr(row, k) == v for k, v in wanted.items())
    ]
    assert len(found) == 1
    return found[0].event_id


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.usefixtures("data")
def test_a_page_with_data(page: str) -> None:
    at = opened(page)
    assert not at.exception
    assert at.title[0].value
    assert 'class="sp-empty"' not in html(at)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.usefixtures("nothing")
def test_a_page_of_an_empty_store_says_how_to_fill_it(page: str) -> None:
    at = opened(page)
    assert not at.exception
    if at.title[0].value == "Nothing has been loaded yet":
        assert any("steppe load" in code.value for code in at.code)
    else:  # pages that have something to say without a single move
        assert page in {"sources", "about"}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.usefixtures("data")
def test_a_page_where_nothing_passes_offers_the_way_out(page: str) -> None:
    at = opened(page, country="TKM", search="zzzzzz", from_="2031-01-01")
    assert not at.exception
    assert any(button.label == "Clear all filters" and not button.disabled for button in at.button)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.usefixtures("data")
def test_strangers_words_never_reach_markdown(page: str) -> None:
    at = opened(page)
    for kind in MARKDOWN:
        for element in at.get(kind):
            for told in (getattr(element, "value", ""), getattr(element, "label", "")):
                assert "evil" not in str(told), (kind, told)
    assert "<b>bold" not in html(at)


@pytest.mark.usefixtures("data")
def test_an_address_sets_the_filters() -> None:
    at = opened("moves", country="KGZ", from_="2026-01-01", quad=["VC", "MC"], min_confidence="0.5")
    assert not at.exception
    assert widget(at, "in_country") == ["KGZ"]
    assert widget(at, "in_from") == dt.date(2026, 1, 1)
    assert widget(at, "in_min-confidence") == 50
    told = html(at)
    for chip in ("Kyrgyzstan", "Verbal cooperation or Material cooperation", "from Jan 1, 2026", "50%"):
        assert chip in told


@pytest.mark.usefixtures("data")
def test_a_filter_goes_into_the_address_and_holds() -> None:
    at = opened("moves")
    everything = len(at.dataframe[0].value)
    at.multiselect(key="in_action").select("join").run()
    assert address(at) == {"action": ["join"]}
    assert 0 < len(at.dataframe[0].value) < everything
    next(button for button in at.button if button.label == "clear").click().run()
    assert address(at) == {}
    assert len(at.dataframe[0].value) == everything


@pytest.mark.usefixtures("data")
def test_bad_values_are_dropped_and_told() -> None:
    at = opened("moves", country="ATLANTIS", from_="yesterday", min_confidence="nan", move="")
    assert not at.exception
    told = html(at)
    for word in ("ATLANTIS", "yesterday", "nan"):
        assert f"&#x27;{word}&#x27;" in told
    assert address(at) == {}


@pytest.mark.usefixtures("data")
def test_a_date_out_of_all_reason_is_brought_back() -> None:
    at = opened("moves", from_="0001-01-01", to="9999-12-31")
    assert not at.exception
    assert widget(at, "in_from") == dt.date(1900, 1, 1)
    assert widget(at, "in_to") == dt.date(2100, 12, 31)


@pytest.mark.usefixtures("data")
def test_a_search_with_markup_stays_text() -> None:
    at = opened("moves", search="<script>alert(1)</script> ![x](http://e/p.png)")
    assert "<script>" not in html(at)
    assert "&lt;script&gt;" in html(at)


def test_the_card_of_a_move_shows_its_proof(data: Store) -> None:
    event_id = id_of(data, action="join")
    at = opened("moves", move=event_id)
    assert not at.exception
    told = html(at)
    assert "<mark>Kazakhstan joined the Abraham Accords on 6 November 2025.</mark>" in told
    assert "it changes little" in told
    assert "Igor Shestakov" in told
    assert "CAMEO 057" in told
    assert event_id in told
    assert 'href="https://example.org/pact"' in told
    assert address(at)["move"] == [event_id]


@pytest.mark.usefixtures("data")
def test_an_unknown_move_is_told() -> None:
    at = opened("briefing", move="nosuchmove")
    assert not at.exception
    assert any("No move bears this address" in element.value for element in at.text)


def test_a_hostile_article_is_shown_as_it_is(data: Store) -> None:
    at = opened("moves", move=id_of(data, actor="TKM"))
    assert "&lt;b&gt;bold&lt;/b&gt;" in html(at)
    assert "![x](http://evil/p.png)" in html(at)
    assert "<b>bold" not in html(at)


def test_comments_lead_to_their_moves(data: Store) -> None:
    at = opened("commentary", speaker="Igor Shestakov")
    assert not at.exception
    assert "it changes little" in html(at)
    button = next(b for b in at.button if b.label.startswith("Joins: Kazakhstan → Abraham Accords"))
    button.click().run()
    assert address(at)["move"] == [id_of(data, action="join")]


@pytest.mark.usefixtures("data")
def test_a_page_keeps_its_view_in_the_address() -> None:
    at = opened("timeline", lanes="counterpart", step="month")
    assert not at.exception
    assert widget(at, "in_lanes") == "counterpart"
    assert address(at) == {"lanes": ["counterpart"], "step": ["month"]}


@pytest.mark.usefixtures("data")
def test_an_unknown_view_falls_back() -> None:
    at = opened("timeline", lanes="nonsense", step="eon")
    assert not at.exception
    assert widget(at, "in_lanes") == "country"


@pytest.mark.usefixtures("data")
def test_downloads_hold_what_is_filtered() -> None:
    at = opened("moves", country="KGZ", from_="2026-01-01")
    assert 'href="./extract/events.csv?country=KGZ&amp;from=2026-01-01"' in html(at)


def test_a_day_of_publication_is_no_more_exact_than_it_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STEPPE_DB", str(tmp_path / "coarse.sqlite"))
    with Store.open(str(tmp_path / "coarse.sqlite")) as store:
        factories.report(
            store,
            "KAZ",
            "meet",
            "RUS",
            date=dt.date(2025, 11, 1),
            published_precision="month",
            date_precision="month",
        )
        told = html(opened("moves", move=id_of(store, actor="KAZ")))
    assert "Nov 2025" in told
    assert "Nov 1, 2025" not in told


def test_a_load_shows_without_a_restart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dashboard import data as bridge

    monkeypatch.setenv("STEPPE_DB", str(tmp_path / "grows.sqlite"))
    monkeypatch.setattr(bridge, "FRESH", 0.0)
    with Store.open(str(tmp_path / "grows.sqlite")) as store:
        factories.report(store, "KAZ", "meet", "RUS")
        assert len(opened("moves").dataframe[0].value) == 1
        factories.report(store, "KAZ", "sign", "CHN", date=dt.date(2026, 5, 1))
    assert len(opened("moves").dataframe[0].value) == 2


@pytest.mark.usefixtures("data")
def test_the_difference_says_its_days_and_who_changed() -> None:
    at = opened("actors", against="change")
    assert not at.exception
    assert "than in the year before" in html(at)
    assert "No dates are set" in html(at)
    assert list(at.dataframe[0].value.columns) == ["Pair", "Before", "Now", "Change"]
    assert address(at)["against"] == ["change"]


@pytest.mark.usefixtures("data")
def test_a_picked_actor_narrows_the_pairs_and_an_unknown_view_means_everything() -> None:
    at = opened("actors", actor="UZB", against="nonsense")
    assert not at.exception
    assert all("Uzbekistan" in pair for pair in at.dataframe[0].value["Pair"])
    assert widget(at, "in_against") == "all"


@pytest.mark.usefixtures("data")
def test_the_map_steps_through_time_and_says_it_in_the_address() -> None:
    at = opened("actor_map", at="2025q4")
    assert not at.exception
    assert "The pairs" in words(at)
    assert at.dataframe[0].value["Pair"].tolist() == ["Abraham Accords – Kazakhstan"]
    element: Any = at.get_by_key("step_on")
    element.click().run()
    assert not at.exception
    assert address(at)["at"] == ["2026q1"]
    assert "Abraham Accords – Kazakhstan" not in at.dataframe[0].value["Pair"].tolist()


@pytest.mark.usefixtures("data")
def test_the_map_of_a_difference_has_its_table_and_no_kinds() -> None:
    at = opened("actor_map", against="change", frame="nowhere", arcs="nothing")
    assert not at.exception
    assert list(at.dataframe[0].value.columns) == ["Pair", "Before", "Now", "Change"]
    assert "More than before" in html(at)


@pytest.mark.usefixtures("data")
def test_the_briefing_says_of_a_strong_move_that_it_is_the_first_of_its_pair() -> None:
    at = opened("briefing", days="7")
    strong = html(at).split("Nothing beyond")[0]
    assert "Kazakhstan – Uzbekistan: their first move in the record." in strong
    assert at.get_by_key("leads") is not None
