"""One test for each question: the rows that it answers with, and what it leaves out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from models.queries import (
    actor_map,
    briefing,
    commentary,
    coverage,
    events,
    mentions,
    network,
    options,
    speakers,
    timeline,
)
from models.queries.filters import EventFilter
from models.queries.rows import EventRow, Quads
from models.store import Store
from tests.factories import DAY, PACT, VISIT_RU, new_store, report

NOTHING = EventFilter(langs=("tk",))
EVERYTHING = EventFilter()


def all_pages(store: Store, **how: Any) -> list[EventRow]:
    rows: list[EventRow] = []
    after = None
    while True:
        page = events.page(store, EVERYTHING, after=after, limit=3, **how)
        assert page.total == 8
        rows += page.rows
        after = page.after
        if after is None:
            return rows


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("sort", sorted(events.SORTS))
def test_pages_show_every_event_once_in_order(store: Store, sort: str, descending: bool) -> None:
    rows = all_pages(store, sort=sort, descending=descending)
    assert len({row.event_id for row in rows}) == len(rows) == 8
    values = [getattr(row, sort) or "" for row in rows]
    assert values == sorted(values, reverse=descending)


@pytest.mark.parametrize("after", ["", "nonsense", "WzEsMl0", "bnVsbA", "WyIyMDI2LTAxLTAxIiwgIngiXQ"])
def test_page_mark_that_is_none_of_ours_starts_anew(store: Store, after: str) -> None:
    assert events.page(store, EVERYTHING, after=after) == events.page(store, EVERYTHING)


def test_walking_and_searching_give_the_same_page(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        for number in range(40):
            actor = "KAZ" if number % 2 else "UZB"
            report(store, actor, "sign", "CHN", date=DAY - dt.timedelta(number))
        report(store, "TKM", "sign", "CHN", date=DAY - dt.timedelta(100))
        for country, expected in (("KAZ", 20), ("TKM", 1)):
            page = events.page(store, EventFilter(countries=(country,)), limit=5)
            assert (page.total, len(page.rows)) == (expected, min(expected, 5))
            assert {row.actor for row in page.rows} == {country}


def test_card_shows_the_evidence_in_its_article(store: Store) -> None:
    (event,) = events.page(store, EventFilter(actions=("visit",))).rows
    card = events.card(store, event.event_id)
    assert card is not None
    assert [mention.lang for mention in card.mentions] == ["en", "ru"]
    russian = card.mentions[1]
    assert russian.before + russian.evidence + russian.behind == VISIT_RU
    assert VISIT_RU[russian.start : russian.end] == russian.evidence
    assert [said.speaker for said in card.comments] == ["Аркадий Дубнов"]
    assert (event.source, event.evidence) == (
        "The Times of Central Asia",
        "President Tokayev arrived in Tashkent.",
    )
    assert (event.actor_name, event.place) == ("Касым-Жомарт Токаев", "Ташкент")
    assert (event.quad, event.intensity, event.outlets) == ("VC", 1.9, 2)


def test_card_of_an_unknown_id(store: Store) -> None:
    assert events.card(store, "enothing") is None


def test_mentions_keep_to_the_filter_themselves(store: Store) -> None:
    f = EventFilter(actions=("visit",))
    assert [row[6] for row in mentions.stream(store, f)] == ["ru", "en"]
    f = EventFilter(actions=("visit",), langs=("en",))
    (row,) = mentions.stream(store, f)
    assert (
        dict(zip(mentions.STREAM, row, strict=True))["evidence"] == "President Tokayev arrived in Tashkent."
    )
    assert len(list(mentions.stream(store, EVERYTHING))) == coverage.totals(store).mentions


def test_comments_come_with_what_they_are_about(store: Store) -> None:
    page = commentary.cards(store, EVERYTHING, limit=1)
    (card,) = page.rows
    assert (card.speaker, card.mode, card.countries) == ("Аркадий Дубнов", "direct", ("KAZ", "UZB"))
    assert [about.action for about in card.events] == ["visit", "sign"]
    assert page.total == 2
    rest = commentary.cards(store, EVERYTHING, limit=1, after=page.after)
    (card,) = rest.rows
    assert (card.outlet, card.source, rest.after) == ("Vesti.kg", "The Times of Central Asia", None)
    assert PACT.endswith(card.text + ".")


@pytest.mark.parametrize(
    ("narrowed", "spoke"),
    [
        ({"speaker": "Igor Shestakov"}, ["Igor Shestakov"]),
        ({"speaker": "Игорь Шестаков"}, ["Igor Shestakov"]),
        ({"speaker": "Nobody Else"}, []),
        ({"kind": "official"}, []),
        ({"outlet": "Vesti.kg"}, ["Igor Shestakov"]),
        ({"event_id": "enothing"}, []),
    ],
)
def test_comments_narrowed(store: Store, narrowed: dict[str, str], spoke: list[str]) -> None:
    found = commentary.cards(store, EVERYTHING, **narrowed)  # type: ignore[arg-type]
    assert [card.speaker for card in found.rows] == spoke


def test_speakers_and_outlets(store: Store) -> None:
    found = {row.speaker: row for row in speakers.speakers(store, EVERYTHING)}
    assert found["Аркадий Дубнов"].role == "политолог"
    assert (found["Igor Shestakov"].comments, found["Igor Shestakov"].outlets) == (1, 1)
    assert {row.outlet for row in speakers.outlets(store, EVERYTHING)} == {"Vesti.kg", "Газета.uz"}
    assert speakers.speakers(store, NOTHING) == ()
    assert speakers.outlets(store, NOTHING) == ()


@pytest.mark.parametrize(
    ("unit", "starts", "coarse"),
    [
        ("year", {dt.date(2025, 1, 1), dt.date(2026, 1, 1)}, 0),
        ("quarter", {dt.date(2025, 10, 1), dt.date(2026, 1, 1)}, 0),
        ("month", {dt.date(2025, 11, 1), dt.date(2026, 2, 1), dt.date(2026, 3, 1), dt.date(2026, 1, 1)}, 0),
        (
            "week",
            {dt.date(2025, 11, 3), dt.date(2026, 2, 23), dt.date(2026, 3, 16), dt.date(2026, 1, 5)},
            1,
        ),
        (
            "day",
            {dt.date(2025, 11, 6), dt.date(2026, 2, 27), DAY, dt.date(2026, 3, 18), dt.date(2026, 1, 10)},
            1,
        ),
    ],
)
def test_timeline_periods(store: Store, unit: timeline.Unit, starts: set[dt.date], coarse: int) -> None:
    found = timeline.buckets(store, EVERYTHING, unit)
    assert ({bucket.start for bucket in found.buckets}, found.coarse) == (starts, coarse)


def test_timeline_lanes(store: Store) -> None:
    by_country = timeline.buckets(store, EVERYTHING, "year")
    assert by_country.lanes[0] == "KAZ"
    kazakh = {bucket.start.year: bucket for bucket in by_country.buckets if bucket.lane == "KAZ"}
    assert (kazakh[2025].quads, kazakh[2026].quads) == (Quads(VC=1), Quads(VC=3))
    assert kazakh[2026].mean_intensity == pytest.approx((1.9 + 8 + 4) / 3)
    by_other = timeline.buckets(store, EVERYTHING, "year", "counterpart", most=2)
    assert by_other.lanes == ("KAZ", "CHN")  # KAZ is the other side of UZB twice and of TJK once
    assert by_other.others == {"TJK": 2, "UZB": 2, "KGZ": 1, "Abraham Accords": 1, timeline.NOBODY: 1}
    assert {bucket.quads for bucket in by_other.buckets} == {Quads(VC=3), Quads(VX=2)}
    asked = timeline.buckets(store, EventFilter(countries=("CHN",)), "year")
    assert [(bucket.lane, bucket.quads) for bucket in asked.buckets] == [("CHN", Quads(VX=2))]
    assert timeline.buckets(store, NOTHING, "month").buckets == ()


def test_timeline_extent_and_points(store: Store) -> None:
    extent = timeline.extent(store, EVERYTHING)
    assert extent == timeline.Extent(dt.date(2025, 11, 6), dt.date(2026, 3, 18), 8)
    assert extent is not None
    assert extent.unit == "week"
    assert timeline.extent(store, NOTHING) is None
    points = timeline.points(store, EVERYTHING)
    assert points is not None
    assert [point.date for point in points] == sorted(point.date for point in points)
    assert timeline.points(store, EVERYTHING, limit=7) is None


def test_map_totals_and_arcs(store: Store) -> None:
    found = actor_map.actor_map(store, EVERYTHING)
    totals = {party.code: party for party in found.totals}
    assert (totals["TJK"].as_actor, totals["TJK"].as_counterpart) == (0, 3)
    assert totals["TJK"].quads == Quads(VC=1, MC=1, VX=1)
    assert totals["TKM"].total == 1
    arcs = {(arc.actor, arc.counterpart, arc.quad): arc for arc in found.arcs}
    assert arcs["KAZ", "UZB", "VC"].count == 2
    assert arcs["KAZ", "UZB", "VC"].mean_intensity == pytest.approx((1.9 + 8) / 2)
    assert ("KGZ", "CHN", "VX") not in arcs
    cut = actor_map.actor_map(store, EVERYTHING, limit=1)
    assert (len(cut.arcs), cut.arcs_left_out) == (1, len(found.arcs) - 1)


def test_edges_know_no_direction(empty: Store) -> None:
    report(empty, "KAZ", "visit", "CHN")
    report(empty, "CHN", "criticise", "KAZ")
    (edge,) = network.edges(empty, EVERYTHING)
    assert (edge.a, edge.b, edge.quads) == ("CHN", "KAZ", Quads(VC=1, VX=1))
    assert edge.mean_intensity == pytest.approx((1.9 - 2) / 2)


def test_matrix(store: Store) -> None:
    cells = {(cell.counterpart, cell.action): cell.count for cell in network.matrix(store, EVERYTHING)}
    assert cells["UZB", "visit"] == 1
    assert cells["CHN", "criticise"] == 2
    assert cells["TJK", "ease"] == cells["KGZ", "ease"] == 1
    assert {cell.counterpart for cell in network.matrix(store, EVERYTHING, top=1)} == {"KAZ"}


def test_profile(store: Store) -> None:
    found = network.profile(store, EVERYTHING, "KAZ")
    assert found is not None
    assert (found.total, found.first, found.last) == (4, dt.date(2025, 11, 6), dt.date(2026, 3, 18))
    assert found.months == ((202511, 1), (202603, 3))
    partners = {partner.code: partner for partner in found.partners}
    assert (partners["UZB"].given, partners["UZB"].received) == (2, 0)
    assert {person.name for person in found.people} == {"Касым-Жомарт Токаев", "Kassym-Jomart Tokayev"}
    chinese = network.profile(store, EventFilter(countries=("TJK",)), "CHN")
    assert chinese is not None
    assert [(partner.code, partner.given) for partner in chinese.partners] == [("TJK", 1)]
    both = network.profile(store, EventFilter(countries=("KAZ", "KGZ")), "KAZ")
    assert both is not None
    assert both.total == 4
    assert network.profile(store, EVERYTHING, "USA") is None


def test_every_question_answers_on_an_empty_store(empty: Store) -> None:
    when = briefing.Period(DAY, DAY)
    assert events.page(empty, EVERYTHING) == events.EventPage((), 0, None)
    assert list(events.stream(empty, EVERYTHING)) == list(mentions.stream(empty, EVERYTHING)) == []
    assert commentary.cards(empty, EVERYTHING).total == 0
    assert timeline.buckets(empty, EVERYTHING, "month").lanes == ()
    assert actor_map.actor_map(empty, EVERYTHING).totals == ()
    assert network.edges(empty, EVERYTHING) == ()
    assert network.matrix(empty, EVERYTHING) == ()
    assert briefing.numbers(empty, EVERYTHING, when).moves == 0
    assert briefing.strongest(empty, EVERYTHING, when) == ()
    assert briefing.unusual(empty, EVERYTHING, when) == ()
    assert coverage.totals(empty).last_loaded is None
    assert coverage.sources(empty, EVERYTHING) == ()
    assert coverage.months(empty, EVERYTHING) == ()
    assert options.options(empty).first is None
