"""How good the coder is: figures by language and by action, and what it is known to miss."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from dashboard import data, filters, misses, reader, words
from dashboard.i18n import mark, tr
from dashboard.text import escape
from models.vocabulary.actions import actions

VIEW = "measured"
POOLS = {"unseen": mark("Never seen"), "own": mark("Own articles"), "both": mark("Both")}
WORTH = {
    "unseen": mark(
        "Never seen: nobody wrote a rule from these articles or their errors. The figures to believe."
    ),
    "own": mark("Own articles: coded by hand before the coder saw them, then used to mend it."),
    "tuned": mark("Tuned on: rules were written from these articles, so that they flatter the coder."),
}


def pool() -> Mapping[str, Any]:
    """The pool that the reader chose; empty where no measurement ships."""
    pools = {row["name"]: row for row in data.accuracy().get("pools", ())}
    return pools.get(filters.view(VIEW)) or pools.get("unseen") or {}


def rows() -> list[Mapping[str, Any]]:
    """The figures by set and language of the sets in the chosen pool."""
    return [row for row in data.accuracy().get("rows", ()) if row["set"] in pool().get("sets", ())]


def languages() -> None:
    """The figures by language and set, and the choice of what the tables below are told of."""
    measured = data.accuracy()
    if not measured:
        st.text(tr("No measurement ships with this version."))
        return
    meaning = tr(
        "Precision: how many coded rows are right. Recall: how many moves were found. F1 joins both: 1 is "
        "perfect. A move is right when actor, action and counterpart are; a pair when both parties are; a "
        "comment when the speaker and half of its words are. Measured on {n} articles with {command}.",
        n=reader.number(measured["articles"]),
        command=measured["command"],
    )
    st.html(
        f'<p class="sp-lead">{escape(tr(measured["what"]))}</p>'
        f'<p class="sp-small sp-soft sp-note">{escape(meaning)}</p>'
    )
    groups = [
        (tr(meaning), [_language_row(row) for row in measured["rows"] if row["worth"] == worth])
        for worth, meaning in WORTH.items()
    ]
    st.html(_table([*map(tr, LANGUAGE_HEADS)], groups))


def chooser() -> None:
    """On which articles the tables below were measured."""
    if not pool():
        return
    st.segmented_control(
        tr("Measured on"),
        list(POOLS),
        format_func=partial(words.told, POOLS),
        key=filters.key(VIEW),
        required=True,
    )
    chosen = pool()
    titles = {row["set"]: row["title"] for row in data.accuracy()["rows"]}
    told = "; ".join(dict.fromkeys(tr(titles[name]) for name in chosen["sets"]))
    figures = chosen["figures"]
    counted = reader.count(figures["articles"], "article", "articles")
    st.html(
        f'<p class="sp-small sp-soft sp-note">{escape(told)}: {counted}, '
        f"{reader.count(figures['move']['gold'], 'move', 'moves')}.</p>"
    )


def by_action() -> None:
    """Precision, recall and F1 of each action, with counts."""
    chosen = pool()
    if not chosen:
        return
    known = {slug: row for slug, row in chosen["actions"].items() if slug in actions()}
    dark = reader.dark()
    listed = []
    for slug, f in known.items():
        dot = f'<span class="sp-dot" style="--c:{words.colour(words.quad_of(slug), dark)}"></span>'
        listed.append(
            [
                f"{dot}{escape(words.action(slug))}",
                str(f["gold"]),
                str(f["coded"]),
                *_shares(f),
                _bar(f["f1"]),
            ]
        )
    st.html(_table([*map(tr, ACTION_HEADS), ""], [("", listed)]))
    absent = [words.action(slug) for slug in actions() if slug not in known]
    if absent:
        st.caption(tr("Not told in these articles: {actions}.", actions=", ".join(absent)))


def known_misses() -> None:
    """What is measured as missed and misread, in plain words."""
    chosen = pool()
    if not chosen:
        return
    told = misses.sentences(chosen, rows(), words.action, words.language)
    bullets(told)


def bullets(lines: Iterable[str]) -> None:
    """Sentences as a list; none as nothing."""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    if items:
        st.html(f'<ul class="sp-list">{items}</ul>')


ACTION_HEADS = (mark("Action"), mark("Moves"), mark("Coded"), mark("Precision"), mark("Recall"), mark("F1"))
LANGUAGE_HEADS = (
    mark("Language"),
    mark("Articles"),
    mark("Moves"),
    mark("Precision"),
    mark("Recall"),
    mark("F1"),
    mark("Pairs F1"),
    mark("Right day"),
    mark("Quiet kept quiet"),
    mark("Comments F1"),
    mark("Speakers F1"),
)


def _language_row(row: Mapping[str, Any]) -> list[str]:
    comments = [_share(row[name]["f1"] if row[name]["gold"] else None) for name in ("said", "who")]
    shares = [*_shares(row["move"]), _share(row["dyad"]["f1"]), _share(row["date"]), _share(row["quiet"])]
    name = ", ".join(map(words.language, row["langs"]))
    return [escape(name), str(row["articles"]), str(row["move"]["gold"]), *shares, *comments]


def _shares(f: Mapping[str, Any]) -> list[str]:
    """Precision where something was coded, recall where something was wanted, F1 where either."""
    precision = f["p"] if f["coded"] else None
    return [_share(precision), _share(f["r"] if f["gold"] else None), _share(f["f1"])]


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _bar(value: float) -> str:
    return f'<span class="sp-bar" style="--w:{value:.0%}"></span>'


def _table(heads: Sequence[str], groups: Iterable[tuple[str, Sequence[Sequence[str]]]]) -> str:
    """A table of figures as HTML, in groups with a heading each; the cells are our own and safe."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' if name else "<td></td>" for name in heads)
    bodies = []
    for title, rows in groups:
        if not rows:
            continue
        over = f'<tr><th scope="rowgroup" colspan="{len(heads)}"><span>{escape(title)}</span></th></tr>'
        body = over if title else ""
        for first, *rest in rows:
            cells = "".join(f"<td>{cell}</td>" for cell in rest)
            body += f'<tr><th scope="row">{first}</th>{cells}</tr>'
        bodies.append(f"<tbody>{body}</tbody>")
    return (
        '<div class="sp-scroll" tabindex="0"><table class="sp-table sp-numbers">'
        f"<thead><tr>{head}</tr></thead>{''.join(bodies)}</table></div>"
    )
