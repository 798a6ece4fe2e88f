"""Small multiples, the squares of coverage, and what pages say of what was not read."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dashboard.charts import compare, coverage
from dashboard.panels import compare_table, compared, coverage_note
from models.queries.compare import NOBODY, SideBySide, State
from models.queries.coverage import MonthRow
from models.queries.filters import EventFilter
from models.queries.known_from import KnownFrom
from models.queries.rows import Quads
from models.store import Store
from tests.factories import DAY, report
from tests.test_dashboard_pages import html, opened

PANELS = [compare.Panel("KAZ", "Kazakhstan", "#0072B2"), compare.Panel("UZB", "Uzbekistan", "#E69F00")]
KAZ = State(
    "KAZ", Quads(VC=3, MX=1), 1.5, {NOBODY: Quads(VC=1), "CHN": Quads(VC=2), "RUS": Quads(MX=1)}, {"meet": 4}
)
UZB = State("UZB", Quads(VC=20), 3.0, {"RUS": Quads(VC=20)}, {"sign": 20})
FOUND = SideBySide((KAZ, UZB), ("RUS",), ("sign", "meet"))


def test_panels_have_one_scale_and_the_same_rows() -> None:
    rows = [compare.Row("RUS", "Russia", {"KAZ": 1, "UZB": 20}), compare.Row("CHN", "China", {"KAZ": 2})]
    figure = compare.rows(PANELS, rows, "partner", str, dark=False, phone=False)
    first, second = figure["data"]
    assert first["customdata"] == [["KAZ", "partner", "RUS"], ["KAZ", "partner", "CHN"]]
    assert second["customdata"] == [["UZB", "partner", "RUS"]]
    assert second["marker"]["color"] == "#E69F00"
    ground = figure["layout"]
    assert ground["xaxis"]["range"] == ground["xaxis2"]["range"]
    assert ground["yaxis"]["ticktext"] == ground["yaxis2"]["ticktext"] == ["Russia", "China"]
    assert not ground["yaxis2"]["showticklabels"]


def test_on_a_phone_panels_stand_in_lines_and_keep_their_labels() -> None:
    three = [*PANELS, compare.Panel("TJK", "Tajikistan", "#CC79A7")]
    rows = [compare.Row("OTS", "Organization of Turkic States", {"KAZ": 1})]
    ground = compare.rows(three, rows, "partner", str, dark=False, phone=True)["layout"]
    assert ground["yaxis3"]["showticklabels"]
    assert ground["yaxis3"]["domain"][1] < ground["yaxis"]["domain"][0]
    assert ground["yaxis"]["ticktext"] == ["Organization of<br>Turkic States"]


def test_cooperation_stands_above_the_line_and_conflict_below() -> None:
    slots = [compare.Slot("KAZ", dt.date(2025, 1, 1), 3, 1), compare.Slot("UZB", dt.date(2026, 1, 1), 2, 0)]
    figure = compare.over_time(
        PANELS, slots, "year", str, ("cooperation", "conflict"), str, dark=True, phone=False
    )
    up, down, *_ = figure["data"]
    assert (up["y"], down["y"]) == ([3], [-1])
    assert down["customdata"] == [["KAZ", "time", "year", "2025-01-01", "down"]]
    assert figure["layout"]["xaxis"]["range"] == figure["layout"]["xaxis2"]["range"]
    assert 0 in figure["layout"]["yaxis"]["tickvals"]


def test_states_without_moves_have_no_mean() -> None:
    figure = compare.means(PANELS, {"UZB": -2.0}, str, dark=False)
    assert figure["data"][0]["customdata"] == [["UZB", "all"]]
    assert figure["data"][0]["y"] == [1]


def test_a_bar_names_the_filter_of_its_moves() -> None:
    f, own = EventFilter(quads=("VC", "VX")), ("KAZ", "UZB")
    title, narrow = compared.picked(f, own, "KAZ:partner:RUS") or ("", f)
    assert (title, narrow.countries, narrow.counterparts) == ("Kazakhstan – Russia", ("KAZ",), ("RUS",))
    _, narrow = compared.picked(f, own, "UZB:time:quarter:2025-10-01:down") or ("", f)
    assert (narrow.date_from, narrow.date_to) == (dt.date(2025, 10, 1), dt.date(2025, 12, 31))
    assert narrow.quads == ("VX",)
    _, narrow = compared.picked(f, own, "UZB:action:sign") or ("", f)
    assert narrow.actions == ("sign",)


@pytest.mark.parametrize(
    "pick",
    [
        "",
        "RUS:all",
        "KAZ:partner:XXX",
        "KAZ:action:fly",
        "KAZ:time:month:soon:up",
        "KAZ:time:age:2025-01-01:up",
    ],
)
def test_an_address_that_names_no_bar_shows_nothing(pick: str) -> None:
    assert compared.picked(EventFilter(), ("KAZ", "UZB"), pick) is None


def test_the_table_holds_all_moves_of_a_state() -> None:
    frame = compare_table.rows(FOUND)
    counts = frame[frame["What"] == "Counterpart"]
    assert list(counts["Which"]) == ["Russia", "all others", "no counterpart"]
    assert list(counts["Kazakhstan"]) == [1, 2, 1]
    assert list(counts["Kazakhstan, %"]) == [25, 50, 25]
    assert frame["Kazakhstan"].iloc[0] == 4


def known(**given: object) -> KnownFrom:
    values: dict[str, object] = {"moves": 40, "source": "24.kg", "of_source": 5, "lang": "ru", "of_lang": 12}
    return KnownFrom(**(values | {"months": 12, "unread": ()} | given))  # type: ignore[arg-type]


def test_nothing_is_said_where_nothing_changes_the_reading() -> None:
    assert coverage_note.said(known(), EventFilter()) == []
    assert coverage_note.said(known(moves=6, of_source=6, of_lang=6), EventFilter()) == []


def test_one_outlet_and_one_language_are_named_from_half_on() -> None:
    found = known(of_source=25, of_lang=30)
    assert coverage_note.said(found, EventFilter()) == [
        "Of these 40 moves, 62% come from one outlet, 24.kg; 75% come from texts in one language, Russian."
    ]
    assert coverage_note.said(known(of_source=20), EventFilter()) == []
    # Who asks for one outlet and one language knows it.
    assert coverage_note.said(found, EventFilter(sources=("24.kg",), langs=("ru",))) == []


def test_the_longest_gaps_are_named() -> None:
    unread = (202501, 202503, 202504, 202506, 202508, 202509)
    [told] = coverage_note.said(known(unread=unread), EventFilter())
    assert "6 of the 12 months" in told
    assert "(Jan 2025, Mar 2025 – Apr 2025, Aug 2025 – Sep 2025, 1 more gap)" in told


def test_squares_show_outlets_by_time_and_shade_what_nobody_read() -> None:
    rows = [
        MonthRow(202401, "24.kg", "ru", 4, 4),
        MonthRow(202401, "Akorda", "ru", 1, 1),
        MonthRow(202404, "<b>", "en", 1, 0),
        MonthRow(202404, "24.kg", "en", 2, 0),
    ]
    order, squares = coverage.squares_of(rows, "month", most=1)
    assert order == ["24.kg", ""]
    assert coverage.Square("", dt.date(2024, 1, 1), 1) in squares
    starts = coverage.starts_between(202401, 202404, "month")
    assert len(starts) == 4
    figure = coverage.squares(
        [("24.kg", "24.kg"), ("", "<b>")], squares, starts, lambda _, n: f"{n}", dark=False
    )
    assert ["24.kg", "2024-04-01"] in figure["data"][0]["customdata"]
    assert [shape["x0"] for shape in figure["layout"]["shapes"]] == [0.5, 1.5]
    assert figure["layout"]["yaxis"]["ticktext"] == ["24.kg", "&lt;b&gt;"]


def test_long_records_are_cut_into_quarters_and_years() -> None:
    assert [coverage.step_for(n) for n in (12, 48, 111, 400)] == ["month", "month", "quarter", "year"]
    assert coverage.start_of(202411, "quarter") == dt.date(2024, 10, 1)
    assert coverage.starts_between(202311, 202402, "quarter") == [dt.date(2023, 10, 1), dt.date(2024, 1, 1)]


@pytest.fixture
def _served(empty: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in range(12):
        on = DAY - dt.timedelta(20 * day)
        report(empty, "KGZ", "meet", "CHN", date=on, source="<i>24.kg</i>", published=DAY)
        report(
            empty,
            "KAZ",
            "criticise",
            "RUS" if day % 3 else "USA",
            date=on,
            source=f"Outlet {day}",
            published=DAY,
        )
    monkeypatch.setenv("STEPPE_DB", str(tmp_path / "steppe.sqlite"))


@pytest.mark.usefixtures("_served")
def test_the_page_says_its_finding_and_shows_the_moves_of_a_bar() -> None:
    at = opened("compare", pick="KGZ:partner:CHN")
    assert not at.exception
    shown = html(at)
    assert "turns most to one partner: 100% of its moves are with China." in shown
    assert "The largest share of conflict: Kazakhstan, 100%." in shown
    assert "Kyrgyzstan – China" in [heading.value for heading in at.header]


@pytest.mark.usefixtures("_served")
def test_the_note_names_a_gap_and_links_to_the_sources_of_those_days() -> None:
    at = opened("actor_map", from_="2025-06-01", to="2026-03-31", country="KGZ")
    shown = html(at)
    assert "<i>24.kg" not in shown
    assert "come from one outlet, &lt;i&gt;24.kg&lt;/i&gt;" in shown
    assert 'href="./sources?from=2025-06-01&amp;to=2026-03-31&amp;lang=en"' in shown
    assert "of the 10 months shown no article was read" in shown
