"""Coding on one processor or on several, in the order of the input."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from datetime import date
from itertools import chain, islice

from loaders.article import Article, Problem
from loaders.coding.drafts import CodedArticle
from loaders.published import last_day

CHUNK = 16  # articles a task: enough to hide the cost of a task, small enough to keep the workers even
POOL_FROM = 3 * CHUNK  # fewer articles are coded here: a worker needs seconds to load its models

Coder = Callable[[Article], CodedArticle]
Result = CodedArticle | Problem


def code_article(article: Article, scope: str = "central-asia") -> CodedArticle:
    """All moves and comments of one article. Its models are loaded at the first article of its language."""
    from loaders.coding.coder import code
    from loaders.language import identify

    first = article.published or date.today()
    last = last_day(first, article.published_precision)
    coded = code(
        article.text,
        lang=article.lang or identify(article.text, article.title),
        published=last,
        source=article.source,
        title=article.title,
        scope=scope,
    )
    if last == first:
        return coded
    moves = (replace(move, date=first) if move.date_basis == "published" else move for move in coded.moves)
    return replace(coded, moves=tuple(moves))


def default_workers() -> int:
    """Processors that this process may use, four at most: each worker holds the models once."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(4, usable)


def coded_in_order(
    articles: Iterable[Article], coder: Coder, workers: int = 1
) -> Generator[tuple[Article, Result], None, None]:
    """Each article with what was coded in it, or with the Problem that the coder ran into.

    Reads ahead by a few chunks for each worker and never further, so that memory stays the same for any
    length. With several workers, `coder` must be a function that another process can import.
    """
    stream = iter(articles)
    if workers > 1:
        first = list(islice(stream, POOL_FROM))
        stream = chain(first, stream)
        if len(first) == POOL_FROM:
            yield from _in_pool(stream, coder, workers)
            return
    for article in stream:
        yield article, _guarded(coder, article)


def _in_pool(articles: Iterator[Article], coder: Coder, workers: int) -> Iterator[tuple[Article, Result]]:
    waiting: deque[tuple[list[Article], Future[list[Result]]]] = deque()
    pool = _pool(workers)
    try:
        while True:
            while len(waiting) < 2 * workers + 1 and (chunk := list(islice(articles, CHUNK))):
                waiting.append((chunk, pool.submit(_code_chunk, coder, chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                results = future.result()
            except (
                BrokenProcessPool
            ):  # an article took its worker down: out of memory, a crash in native code
                pool.shutdown()
                pool = _pool(workers)
                waiting = deque((late, pool.submit(_code_chunk, coder, late)) for late, _ in waiting)
                results = _one_by_one(coder, chunk)
            yield from zip(chunk, results, strict=True)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    # Spawned, not forked: a forked worker would inherit the database's connections and locks.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_prepare_worker)


def _one_by_one(coder: Coder, chunk: list[Article]) -> list[Result]:
    """Code a chunk that broke a worker, so that only the article that does it is given up."""
    results: list[Result] = []
    pool = _pool(1)
    try:
        for article in chunk:
            try:
                results.append(pool.submit(_guarded, coder, article).result())
            except BrokenProcessPool:
                where = article.origin or article.url
                results.append(Problem(where, "the coder crashed.", "Please report it with the text."))
                pool.shutdown()
                pool = _pool(1)
    finally:
        pool.shutdown()
    return results


def _prepare_worker() -> None:
    """Ctrl-C is for the process that saves: it ends the workers itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _code_chunk(coder: Coder, chunk: list[Article]) -> list[Result]:
    return [_guarded(coder, article) for article in chunk]


def _guarded(coder: Coder, article: Article) -> Result:
    """One article that the coder can't take must not stop the others."""
    try:
        return coder(article)
    except Exception as error:
        where = article.origin or article.url or article.id or "article"
        return Problem(
            where,
            "the coder failed.",
            "Please report it with the text.",
            f"{type(error).__name__}: {error}"[:200],
        )
