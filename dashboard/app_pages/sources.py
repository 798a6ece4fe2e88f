"""What was read, what was not, and why? Outlets, languages, gaps in time, refusals, loads."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard import data, filters, reader, words
from dashboard.charts import base, coverage
from dashboard.page import Page
from dashboard.panels import empty, heading
from dashboard.text import is_web_address, plain
from models.queries.coverage import MonthRow, Totals

PAGE = Page("Sources", 70, always=True)


def render() -> None:
    """Coverage first, since it changes how every chart is read; refusals and loads below."""
    f = filters.current()
    totals = data.totals()
    heading.head("Sources", _finding(totals))
    st.html(
        '<p class="sp-small sp-soft">Of the filters, source, language and dates count here; '
        "dates are those of publication.</p>"
    )
    months = data.months(f)
    if not months:
        hint = "" if totals.articles else "Load some: steppe load sample_data"
        empty.nothing("articles", *filter(None, (hint,)))
        _rejections(totals)
    else:
        _over_time(months)
        _outlets()
        left, right = st.columns(2, gap="large")
        with left:
            _languages()
        with right:
            _rejections(totals)
    _loads()


def _finding(totals: Totals) -> str:
    articles = reader.count(totals.articles, "article", "articles")
    outlets = reader.count(totals.sources, "outlet", "outlets")
    words_ = [f"{articles} of {outlets} were read"]
    if totals.rejections:
        words_.append(f"{reader.number(totals.rejections)} refused")
    if totals.without_date:
        words_.append(f"{reader.number(totals.without_date)} have no date of their own")
    return ", ".join(words_) + "."


def _over_time(months: tuple[MonthRow, ...]) -> None:
    st.subheader("Articles by month of publication", anchor=False)
    first, last = months[0].month, months[-1].month
    span = (last // 100 - first // 100) * 12 + last % 100 - first % 100 + 1
    gaps = span - len({row.month for row in months})
    st.plotly_chart(
        coverage.figure(months, words.language, reader.dark()),
        key="coverage",
        theme=None,
        config=base.CONFIG,
        alt=f"Articles a month from {_month(first)} to {_month(last)}, by language.",
    )
    if gaps:
        counted = reader.count(gaps, "month", "months")
        st.caption(
            f"{counted} of {reader.number(span)} without an article: nothing seen there means nothing read."
        )


def _month(month: int) -> str:
    return f"{month // 100}-{month % 100:02d}"


def _outlets() -> None:
    rows = data.sources(filters.current())
    st.subheader("Outlets", anchor=False)
    frame = pd.DataFrame(
        {
            "Outlet": [plain(row.source) for row in rows],
            "Articles": [row.articles for row in rows],
            "Moves": [row.events for row in rows],
            "Comments": [row.comments for row in rows],
            "Retold": [row.retold for row in rows],
            "First": [row.first for row in rows],
            "Last": [row.last for row in rows],
            "Languages": [", ".join(words.language(code) for code in row.languages) for row in rows],
            "Country": [words.party(row.country) if row.country else "" for row in rows],
            "Kind": [plain(row.kind) for row in rows],
            "Site": [_site(row.domain) for row in rows],
        }
    )
    st.dataframe(
        frame,
        hide_index=True,
        width="stretch",
        key="outlets",
        column_config={
            "Site": st.column_config.LinkColumn(display_text=r"https?://([^/]+)"),
            "Retold": st.column_config.NumberColumn(
                help="Articles whose sentences are ours, the fact theirs."
            ),
            "Outlet": st.column_config.TextColumn(width=170),
            "First": st.column_config.DateColumn(format="localized", width=104),
            "Last": st.column_config.DateColumn(format="localized", width=104),
        },
    )


def _site(domain: str) -> str | None:
    address = f"https://{domain.split(';')[0].strip()}"
    return address if domain and is_web_address(address) else None


def _languages() -> None:
    rows = data.languages(filters.current())
    st.subheader("Languages", anchor=False)
    frame = pd.DataFrame(
        {
            "Language": [words.language(row.lang) for row in rows],
            "Articles": [row.articles for row in rows],
            "Moves": [row.events for row in rows],
            "Comments": [row.comments for row in rows],
        }
    )
    st.dataframe(frame, hide_index=True, width="stretch", key="languages")


def _rejections(totals: Totals) -> None:
    st.subheader("Refused, and why", anchor=False)
    if not totals.rejections:
        st.text("Nothing was refused.")
        return
    reasons = data.reasons()
    st.text("; ".join(f"{plain(reason)}: {reader.number(count)}" for reason, count in reasons))
    rows = data.rejections()
    frame = pd.DataFrame(
        {
            "Where": [plain(row.place) for row in rows],
            "Why": [plain(row.reason) for row in rows],
            "Detail": [plain(row.detail) for row in rows],
            "Title": [plain(row.title) for row in rows],
            "When": [row.rejected_at for row in rows],
        }
    )
    st.dataframe(
        frame,
        hide_index=True,
        width="stretch",
        key="rejections",
        column_config={"When": st.column_config.DatetimeColumn(format="localized")},
    )


def _loads() -> None:
    st.subheader("Loads", anchor=False)
    rows = data.loads()
    frame = pd.DataFrame(
        {
            "Begun": [row.started_at for row in rows],
            "Inputs": [plain(row.inputs) for row in rows],
            "Read": [row.read for row in rows],
            "New": [row.new for row in rows],
            "Known": [row.known for row in rows],
            "Moves": [row.moves for row in rows],
            "Comments": [row.comments for row in rows],
            "Refused": [row.rejected for row in rows],
            "State": ["done" if row.finished_at else "cut off or still running" for row in rows],
        }
    )
    st.dataframe(
        frame,
        hide_index=True,
        width="stretch",
        key="loads",
        column_config={"Begun": st.column_config.DatetimeColumn(format="localized")},
    )
