"""Article: the stored text with all its moves and comments marked in place, and their list beside it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard import filters, paths, reader, texts, words
from dashboard.i18n import mark, tr
from dashboard.page import Page
from dashboard.panels import article_text, empty, grounds, heading, keys, reading_list
from dashboard.panels.source_line import RETOLD, source_line
from dashboard.text import escape, plain
from models.queries.article import ArticleRow, Reading

PAGE = Page(mark("Articles"), order=65, views=(("article", ""), ("at", "")), hidden=True)
LISTED = 200


def render() -> None:
    """The article that the address names; without one, the newest articles to choose from."""
    article_id = filters.view("article")
    found = texts.article(article_id) if article_id else None
    if found is None:
        _choose(missing=bool(article_id))
        return
    _head(found)
    places = article_text.places(found)
    text, beside = st.columns([1.7, 1], gap="large")
    with text:
        _text(found, places)
    with beside, st.container(key="reading_list"):
        reading_list.show(places, filters.view("at"))
    left_out = grounds.left_out(found.left_out)
    if left_out:
        st.html(left_out)
    _neighbours(found)


def _head(found: Reading) -> None:
    """Title, source, and what stands in the text."""
    row = found.row
    name = escape(plain(row.title)) or escape(_untitled(row))
    author = f'<p class="sp-small sp-soft sp-flush">{escape(plain(found.author))}</p>' if found.author else ""
    retold = f'<p class="sp-small sp-soft sp-flush">{escape(tr(RETOLD))}</p>' if row.retold else ""
    lead = f'<p class="sp-lead">{escape(_finding(row))}</p>'
    st.html(f'<h1 class="sp-title">{name}</h1>{source_line(row, with_title=False)}{author}{retold}{lead}')


def _untitled(row: ArticleRow) -> str:
    return tr("An article of {day}", day=reader.day(row.published, row.published_precision))


def _finding(row: ArticleRow) -> str:
    """How much was read from the article."""
    counts = ((row.moves, "move", "moves"), (row.comments, "comment", "comments"))
    told = [reader.count(n, one, many) for n, one, many in counts if n]
    if not told:
        return tr("Nothing was read from this article.")
    return tr(
        "Read from this article: {what}. A click leads from the text to the list and back.",
        what=", ".join(told),
    )


def _text(found: Reading, places: tuple[article_text.Place, ...]) -> None:
    """The text under its key; a click on a mark opens the card of the move, or leads to the comment.

    The card opens in place by the button in the list; without that script the mark's address loads it.
    """

    def address(place: article_text.Place) -> str:
        if place.comment:
            return f"#n{place.number}"
        code = place.moves[0].event_id
        return paths.address("article", keep=True, article=found.row.article_id, at=code, move=code)

    keys.quads()
    if found.comments:
        st.html(
            f'<p class="sp-small sp-flush"><span class="sp-said">{escape(tr("underlined"))}</span>: '
            f"{escape(tr('the words of a comment'))}</p>"
        )
    body = article_text.html(found.text, places, filters.view("at"), reader.dark(), address)
    lang = f' lang="{escape(found.row.lang)}"' if found.row.lang else ""
    st.html(f'<article class="sp-article sp-reading"{lang}>{body}</article>')
    st.html('<script src="./in_place.js"></script>', unsafe_allow_javascript=True)


def _neighbours(found: Reading) -> None:
    """The way on within the outlet, and back to all articles."""
    for row, label in (
        (found.later, tr("Next article of this outlet")),
        (found.earlier, tr("Earlier article of this outlet")),
    ):
        if row is None:
            continue
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            paths.link("article", label, keep=True, article=row.article_id)
            st.text(f"{_name(row)}, {reader.day(row.published, row.published_precision)}")
    paths.link("article", tr("All articles"), keep=True)


def _name(row: ArticleRow) -> str:
    """An article's title, or how it begins."""
    name = plain(row.title) or plain(row.begins)
    return name if len(name) <= 90 else name[:89] + "…"


def _choose(missing: bool) -> None:
    """The newest articles with moves that pass; a click opens one."""
    f = filters.current()
    rows = texts.articles(f, limit=LISTED)
    told = tr("The newest articles with moves. Click one to read it with everything marked.") if rows else ""
    heading.head(tr("Articles"), told)
    if missing:
        st.text(tr("No article bears this address. It may come from another database."))
    if not rows:
        empty.nothing(tr("No articles here"))
        return
    ids = [row.article_id for row in rows]

    def chosen() -> None:
        cells = st.session_state["articles"].selection.cells
        if cells and cells[0][0] < len(ids):
            filters.set_view("article", ids[cells[0][0]])
            filters.set_view("at", "")

    columns = {
        "Date": [row.published for row in rows],
        "Source": [plain(row.source) for row in rows],
        "Title": [_name(row) for row in rows],
        "Language": [words.language(row.lang) for row in rows],
        "Moves": [row.moves for row in rows],
        "Comments": [row.comments for row in rows],
    }
    st.dataframe(
        pd.DataFrame(columns),
        key="articles",
        on_select=chosen,
        selection_mode="single-cell",
        hide_index=True,
        height=min(35 * (len(rows) + 1) + 3, 720),
        column_config={
            "Date": st.column_config.DateColumn(tr("Date"), format="localized", width=118),
            "Source": st.column_config.TextColumn(tr("Source"), width=170),
            "Title": st.column_config.TextColumn(tr("Title"), width="large"),
            "Language": st.column_config.TextColumn(tr("Language"), width=100),
            "Moves": st.column_config.NumberColumn(tr("Moves"), format="localized", width="small"),
            "Comments": st.column_config.NumberColumn(tr("Comments"), format="localized", width="small"),
        },
    )
