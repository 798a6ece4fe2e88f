"""The only bridge from the pages to `loaders`: what a reader may load from the browser, and how far it is.

One load at a time, in a thread of its own: it goes on when the page is closed, and every page can tell how
far it is. Loads are the command line's, with the same checks, pauses and limits; no local path can be given.
"""

from __future__ import annotations

import gc
import os
import threading
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import data, refusals
from models.grounds import Mark
from models.queries.article import Told
from models.queries.rows import quad_of

if TYPE_CHECKING:
    from loaders.article import Article, Problem
    from loaders.coding.drafts import CodedArticle, MoveDraft
    from loaders.pipeline import LoadReport
    from loaders.reading import Gauge

VARIABLE = "STEPPE_LOAD_IN_BROWSER"
SAMPLE = Path(__file__).parents[1] / "sample_data"
LONGEST = 100_000  # characters of a text that is pasted
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_PROXIED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Via")


def allowed() -> bool:
    """May this reader write into the store? As `STEPPE_LOAD_IN_BROWSER` says (1 or 0); without it only where
    the server listens to this machine alone and no proxy speaks for others."""
    told = os.environ.get(VARIABLE, "").strip()
    if told in ("0", "1"):
        return told == "1"
    own = st.get_option("server.address") in _LOOPBACK
    return own and not any(name in st.context.headers for name in _PROXIED)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a load is: `share` from 0 to 1, counts of articles, moves and rejections, the first problems
    (strangers' text), and whether it has ended, well or by an `error`."""

    share: float
    articles: int
    moves: int
    rejected: int
    problems: tuple[str, ...]
    ended: bool
    error: str


class _Job:
    """A load under way."""

    def __init__(self, gauge: Gauge) -> None:
        self.gauge = gauge
        self.report: LoadReport | None = None
        self.ended, self.error = False, ""


_jobs: list[_Job] = []
_starting = threading.Lock()


def running() -> bool:
    """Is a load under way?"""
    return bool(_jobs) and not _jobs[-1].ended


def progress() -> Progress | None:
    """How far the latest load is, or how it ended; None when there was none."""
    if not _jobs:
        return None
    job = _jobs[-1]
    told = job.report
    return Progress(
        share=1.0 if job.ended else job.gauge.share,
        articles=told.new + told.known if told else 0,
        moves=told.moves if told else 0,
        rejected=told.rejected if told else 0,
        problems=tuple(map(refusals.problem, told.problems[:5])) if told else (),
        ended=job.ended,
        error=job.error,
    )


def load_sample() -> None:
    """Begin to load the articles that come with the program."""
    _start(str(SAMPLE))


def load_address(url: str) -> bool:
    """Begin to load a page or feed; False when `url` is no http(s) address."""
    from loaders.normalise import canonical_url

    address = url.strip()
    if not canonical_url(address) or not address.lower().startswith(("http://", "https://")):
        return False
    _start(address)
    return True


def _start(place: str) -> None:
    """Begin a load. It codes in this process: Streamlit stands in the place of the main module, which worker
    processes would import."""
    from loaders.reading import Gauge, weigh

    with _starting:
        if not running():
            job = _Job(Gauge(weigh([place])))
            _jobs[:] = [job]
            threading.Thread(target=_run, args=(job, place), daemon=True).start()


def _run(job: _Job, place: str) -> None:
    from dashboard.commands.about import version
    from loaders.article import Article
    from loaders.fetch import Fetcher
    from loaders.pipeline import load
    from loaders.validators import Validators, beside

    store = data.store()
    fetcher = Fetcher(
        validators=Validators(beside(store.url)),
        is_stored=lambda address: bool(address) and store.known(Article("", url=address)),
    )

    settled = 1

    def note(report: LoadReport) -> None:
        nonlocal settled
        job.report = report
        if report.new >= settled:
            settled = 2 * report.new
            _settle()

    try:
        job.report = load(
            store,
            [place],
            fetcher=fetcher,
            gauge=job.gauge,
            progress=note,
            version=version(),
        )
    except Exception as error:
        st.logger.get_logger(__name__).exception("A load from the browser failed")
        job.error = type(error).__name__
    finally:
        fetcher.close()
        _settle()
        job.ended = True


def _settle() -> None:
    """Take what stands in memory, the coder's dictionaries above all, out of the garbage collector's way.

    Streamlit collects garbage after every run, and each step of the bar of progress is a run: two thirds of
    the process's time went into walking the dictionaries (measured), and the coder waited.
    """
    gc.collect()
    gc.freeze()


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text that was coded and not yet saved: its moves as an article's reader shows them, and how many
    comments there are. `problem` says why it was not coded."""

    text: str
    lang: str
    moves: tuple[Told, ...]
    comments: int
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a reader pasted: text, title, outlet and day (None where nobody knows)."""

    text: str
    title: str = ""
    source: str = ""
    published: date | None = None


def code(paper: Paper) -> Pasted:
    """Code a text without saving it."""
    found = _coded(paper)
    _settle()
    if not isinstance(found, tuple):
        return Pasted(paper.text, "", (), 0, refusals.problem(replace(found, where="")))
    article, coded = found
    moves = tuple(_told(move, number) for number, move in enumerate(coded.moves))
    return Pasted(article.text, coded.lang, moves, len(coded.comments))


def keep(paper: Paper) -> int:
    """Code the text and save it; how many moves were written. One that is known changes nothing."""
    from dashboard.commands.about import version
    from models.shapes import Figures

    found = _coded(paper)
    if not isinstance(found, tuple):
        return 0
    store = data.store()
    load = store.start_load("pasted text", version())
    saved = store.save(*found, load)
    new = int(saved.new)
    store.finish_load(
        load, Figures(read=1, new=new, known=1 - new, moves=saved.moves, comments=saved.comments)
    )
    return saved.moves


def _coded(paper: Paper) -> tuple[Article, CodedArticle] | Problem:
    """The article made of a pasted text, by the steps of a load, and what was coded in it."""
    from loaders.article import Article, Problem
    from loaders.checks import check_article, check_coded
    from loaders.language import identify
    from loaders.normalise import clean_line, clean_text
    from loaders.workers import code_article, coded_in_order

    text, title = clean_text(paper.text[:LONGEST]), clean_line(paper.title)
    made = Article(
        text=text, title=title, source=clean_line(paper.source), published=paper.published or date.today(),
        published_basis="given" if paper.published else "loaded", lang=identify(text, title),
        origin="pasted text",
    )  # fmt: skip
    problem = check_article(made, date.today())
    if problem:
        return problem
    ((article, result),) = coded_in_order([made], code_article)
    if isinstance(result, Problem):
        return result
    return replace(article, lang=result.lang), check_coded(article, result)[0]


def _told(move: MoveDraft, number: int) -> Told:
    marks: tuple[Mark, ...] = move.grounds.marks
    return Told(
        event_id=f"pasted{number}", actor=move.actor, action=move.action, counterpart=move.counterpart,
        date=move.date, date_precision=move.date_precision, planned_for=move.planned_for,
        confidence=move.confidence, quad=quad_of(move.action), start=move.start, end=move.end, marks=marks,
    )  # fmt: skip
