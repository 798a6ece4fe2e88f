"""What was read, what was not, and why? Outlets, languages, gaps in time, refusals, loads."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard import data, filters, reader, refusals, words
from dashboard.charts import base, coverage
from dashboard.i18n import mark, tr, trn
from dashboard.page import Page
from dashboard.panels import columns, coverage_squares, empty, heading
from dashboard.text import escape, is_web_address, plain
from models.queries.coverage import MonthRow, Totals

PAGE = Page(
    mark("Sources"),
    70,
    views=(("square", ""),),
    always=True,
    charts=(
        ("articles", mark("Articles by month of publication")),
        ("outlets", mark("Which outlet was read when")),
    ),
)


def render() -> None:
    """Coverage first, since it changes how every chart is read; refusals and loads below."""
    f = filters.current()
    totals = data.totals()
    heading.head(tr("Sources"), _finding(totals))
    st.html(
        '<p class="sp-small sp-soft">'
        + escape(tr("Of the filters, source, language and dates count here; dates are those of publication."))
        + "</p>"
    )
    months = data.months(f)
    if not months:
        hint = "" if totals.articles else tr("Load some: steppe load sample_data")
        empty.nothing(tr("No articles here"), hint)
        _rejections(totals)
    else:
        _over_time(months)
        coverage_squares.by_outlet(months)
        _outlets()
        left, right = st.columns(2, gap="large")
        with left:
            _languages()
        with right:
            _rejections(totals)
    _loads()


def embed(chart: str) -> int:
    """Articles by month, or outlets by time, alone."""
    f = filters.current()
    heading.head(tr("Sources"), _finding(data.totals()))
    months = data.months(f)
    if not months:
        empty.nothing(tr("No articles here"))
    elif chart == "outlets":
        coverage_squares.by_outlet(months)
    else:
        _over_time(months)
    return len({row.source for row in months})


def _finding(totals: Totals) -> str:
    articles = reader.count(totals.articles, "article", "articles")
    outlets = reader.count(totals.sources, "outlet", "outlets")
    told = [tr("Read: {articles}, {outlets}", articles=articles, outlets=outlets)]
    if totals.rejections:
        told.append(tr("refused: {n}", n=reader.number(totals.rejections)))
    if totals.without_date:
        told.append(tr("without a date of their own: {n}", n=reader.number(totals.without_date)))
    return ", ".join(told) + "."


def _over_time(months: tuple[MonthRow, ...]) -> None:
    st.header(tr("Articles by month of publication"), anchor=False)
    first, last = months[0].month, months[-1].month
    span = (last // 100 - first // 100) * 12 + last % 100 - first % 100 + 1
    gaps = span - len({row.month for row in months})
    st.plotly_chart(
        coverage.figure(months, words.language, reader.dark()),
        key="coverage",
        theme=None,
        config=base.CONFIG,
        alt=tr(
            "Articles a month from {first} to {last}, by language.", first=_month(first), last=_month(last)
        ),
    )
    if gaps:
        st.caption(
            trn(
                "{n} month of {all} without an article: nothing seen there means nothing read.",
                "{n} months of {all} without an article: nothing seen there means nothing read.",
                gaps,
                all=reader.number(span),
            )
        )


def _month(month: int) -> str:
    return f"{month // 100}-{month % 100:02d}"


def _outlets() -> None:
    rows = data.sources(filters.current())
    st.header(tr("Outlets"), anchor=False)
    frame = pd.DataFrame(
        {
            mark("Outlet"): [plain(row.source) for row in rows],
            mark("Articles"): [row.articles for row in rows],
            mark("Moves"): [row.events for row in rows],
            mark("Comments"): [row.comments for row in rows],
            mark("Retold"): [row.retold for row in rows],
            mark("First"): [row.first for row in rows],
            mark("Last"): [row.last for row in rows],
            mark("Languages"): [", ".join(words.language(code) for code in row.languages) for row in rows],
            mark("Country"): [words.party(row.country) if row.country else "" for row in rows],
            mark("Kind"): [plain(row.kind) for row in rows],
            mark("Site"): [_site(row.domain) for row in rows],
        }
    )
    st.dataframe(
        frame,
        hide_index=True,
        width="stretch",
        key="outlets",
        column_config=columns.headed(frame)
        | {
            "Site": st.column_config.LinkColumn(tr("Site"), display_text=r"https?://([^/]+)"),
            "Retold": st.column_config.NumberColumn(
                tr("Retold"), help=tr("Articles whose sentences are ours, the fact theirs.")
            ),
            "Outlet": st.column_config.TextColumn(tr("Outlet"), width=170),
            "First": st.column_config.DateColumn(tr("First"), format="localized", width=104),
            "Last": st.column_config.DateColumn(tr("Last"), format="localized", width=104),
        },
    )


def _site(domain: str) -> str | None:
    address = f"https://{domain.split(';')[0].strip()}"
    return address if domain and is_web_address(address) else None


def _languages() -> None:
    rows = data.languages(filters.current())
    st.header(tr("Languages"), anchor=False)
    frame = pd.DataFrame(
        {
            mark("Language"): [words.language(row.lang) for row in rows],
            mark("Articles"): [row.articles for row in rows],
            mark("Moves"): [row.events for row in rows],
            mark("Comments"): [row.comments for row in rows],
        }
    )
    st.dataframe(
        frame, hide_index=True, width="stretch", key="languages", column_config=columns.headed(frame)
    )


def _rejections(totals: Totals) -> None:
    st.header(tr("Refused, and why"), anchor=False)
    if not totals.rejections:
        st.text(tr("Nothing was refused."))
        return
    reasons = data.reasons()
    st.text(
        "; ".join(
            f"{plain(refusals.told(reason).rstrip('.'))}: {reader.number(count)}" for reason, count in reasons
        )
    )
    rows = data.rejections()
    frame = pd.DataFrame(
        {
            mark("Where"): [plain(row.place) for row in rows],
            mark("Why"): [plain(refusals.told(row.reason)) for row in rows],
            mark("Detail"): [plain(refusals.told(row.detail)) for row in rows],
            mark("Title"): [plain(row.title) for row in rows],
            mark("When"): [row.rejected_at for row in rows],
        }
    )
    st.dataframe(
        frame,
        hide_index=True,
        width="stretch",
        key="rejections",
        column_config=columns.headed(frame)
        | {"When": st.column_config.DatetimeColumn(tr("When"), format="localized")},
    )


def _loads() -> None:
    st.header(tr("Loads"), anchor=False)
    rows = data.loads()
    frame = pd.DataFrame(
        {
            mark("Begun"): [row.started_at for row in rows],
            mark("Inputs"): [plain(row.inputs) for row in rows],
            mark("Read"): [row.read for row in rows],
            mark("New"): [row.new for row in rows],
            mark("Known"): [row.known for row in rows],
            mark("Moves"): [row.moves for row in rows],
            mark("Comments"): [row.comments for row in rows],
            mark("Refused"): [row.rejected for row in rows],
            mark("State"): [
                tr("done") if row.finished_at else tr("cut off or still running") for row in rows
            ],
        }
    )
    st.dataframe(
        frame,
        hide_index=True,
        width="stretch",
        key="loads",
        column_config=columns.headed(frame)
        | {"Begun": st.column_config.DatetimeColumn(tr("Begun"), format="localized")},
    )
