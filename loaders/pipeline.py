"""load(): 1 read, 2 normalise, 3 skip known, 4 code, 5 check, 6 save, and a report of all six."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date

from loaders import reading
from loaders.article import Article, Problem
from loaders.checks import check_article, check_coded
from loaders.fetch import Fetcher
from loaders.language import identify
from loaders.normalise import clean_line, clean_text, domain
from loaders.outlets import lookup
from loaders.workers import Coder, code_article, coded_in_order
from models.shapes import Figures, Outlet
from models.store import Store

SHOWN = 200  # problems kept for the report; the store keeps all
Progress = Callable[["LoadReport"], None]


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """What stands in where an article lacks it, and how columns are called."""

    published: date | None = None
    source: str = ""
    url: str = ""
    lang: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)  # field of an article -> column


@dataclass(slots=True)
class LoadReport:
    """What a load did. `read` = `new` + `known` + `rejected`; `dropped` counts drafts that did not fit."""

    read: int = 0
    new: int = 0
    known: int = 0
    moves: int = 0
    comments: int = 0
    rejected: int = 0
    dropped: int = 0
    unchanged: int = 0  # addresses that have not changed since their last load
    reasons: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    def figures(self) -> Figures:
        """The part that the store keeps."""
        return Figures(self.read, self.new, self.known, self.moves, self.comments, self.rejected)


def load(
    store: Store,
    places: Iterable[str],
    options: LoadOptions | None = None,
    *,
    fetcher: Fetcher | None = None,
    workers: int = 1,
    coder: Coder | None = None,
    gauge: reading.Gauge | None = None,
    progress: Progress = lambda _: None,
    today: date | None = None,
    version: str = "",
) -> LoadReport:
    """Load everything from files, folders, globs and addresses; loading the same again changes nothing.

    One article is one transaction: an interruption (KeyboardInterrupt goes through) leaves whole articles,
    and the same command goes on where it stopped. StoreError goes through as well; whatever is wrong with an
    article does not, it is noted as a rejection.
    """
    places = list(places)
    run = _Run(store, options or LoadOptions(), fetcher or Fetcher(), today or date.today(), progress)
    run.load_id = store.start_load(" ".join(places), version)
    try:
        found = reading.read(places, run.options.mapping, run.fetcher, gauge)  # 1
        prepared = run.prepared(found)  # 2
        unknown = run.unknown(prepared)  # 3
        with closing(coded_in_order(unknown, coder or code_article, workers)) as coded:  # 4
            for article, result in coded:
                run.save(article, result)  # 5, 6
        run.keep_validators()
    finally:
        run.report.unchanged = run.fetcher.unchanged
        store.finish_load(run.load_id, run.report.figures())
    return run.report


class _Run:
    """One load under way."""

    def __init__(
        self, store: Store, options: LoadOptions, fetcher: Fetcher, today: date, progress: Progress
    ) -> None:
        self.store, self.options, self.fetcher, self.today = store, options, fetcher, today
        self.progress, self.report, self.load_id = progress, LoadReport(), 0
        self._outlets: set[str] = set()
        self._urls_given = 0
        self._witnesses: dict[str, str] = {}

    def prepared(self, found: Iterable[Article | Problem]) -> Iterator[Article]:
        """Articles with clean text, outlet, date and language, and fit to be coded; problems are noted."""
        for item in found:
            self.report.read += 1
            made = self._prepare(item) if isinstance(item, Article) else item
            problem = made if isinstance(made, Problem) else check_article(made, self.today)
            if problem:
                self._reject(problem, item if isinstance(item, Article) else None)
            elif isinstance(made, Article):
                yield made

    def _prepare(self, article: Article) -> Article | Problem:
        options, text = self.options, clean_text(article.text)
        url = article.url
        if not url and options.url:
            self._urls_given += 1
            if self._urls_given > 1:
                way_out = "Give --url for one article only, or write each one's own."
                return Problem(article.origin, "several articles would share the address of --url.", way_out)
            url = options.url
        known_outlet = lookup(article.source, url)
        made = replace(
            article,
            text=text,
            title=clean_line(article.title),
            url=url,
            source=known_outlet.name if known_outlet else article.source or options.source or domain(url),
            lang=article.lang or options.lang or identify(text, article.title),
        )
        if made.published is None and options.published:
            return replace(made, published=options.published, published_basis="option")
        if made.published is None:
            return replace(made, published=self.today, published_basis="loaded")
        return made

    def unknown(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Those that the store does not hold."""
        for article in articles:
            if self.store.known(article):
                self._count_known(article)
            else:
                yield article

    def save(self, article: Article, result: object) -> None:
        """Check what was coded and keep it, or note why there is nothing to keep."""
        if isinstance(result, Problem):
            self._reject(result, article)
            return
        coded, dropped = check_coded(article, result)  # type: ignore[arg-type]
        self._register(article)
        saved = self.store.save(article, coded, self.load_id)
        if not saved.new:  # twice in the same load
            self._count_known(article)
            return
        self.report.new += 1
        self.report.moves += saved.moves
        self.report.comments += saved.comments
        for problem in dropped:
            self.report.dropped += 1
            self._note(problem, article)
        self._witness(article)
        self.progress(self.report)

    def keep_validators(self) -> None:
        """What the servers said of their pages counts only now that the articles are saved."""
        for asked, (etag, modified) in self.fetcher.headers.items():
            if asked in self._witnesses:
                self.fetcher.validators.learn(asked, etag, modified, self._witnesses[asked])
        self.fetcher.validators.write()

    def _count_known(self, article: Article) -> None:
        self.report.known += 1
        self._witness(article)
        self.progress(self.report)

    def _witness(self, article: Article) -> None:
        for asked in self.fetcher.headers:
            if article.url and article.origin.startswith(asked):
                self._witnesses.setdefault(asked, article.url)

    def _register(self, article: Article) -> None:
        """Tell the store once a load what the folder of outlets knows of this one."""
        if article.source in self._outlets:
            return
        self._outlets.add(article.source)
        if found := lookup(article.source):
            languages = ";".join(found.languages)
            self.store.register([Outlet(found.name, found.domains[0], found.country, languages, found.kind)])

    def _reject(self, problem: Problem, article: Article | None) -> None:
        self.report.rejected += 1
        self._note(problem, article)
        self.progress(self.report)

    def _note(self, problem: Problem, article: Article | None) -> None:
        self.report.reasons[problem.what] += 1
        if len(self.report.problems) < SHOWN:
            self.report.problems.append(problem)
        self.store.reject(
            self.load_id,
            problem.where,
            problem.what,
            detail=problem.detail,
            source=article.source if article else "",
            title=article.title if article else "",
        )
