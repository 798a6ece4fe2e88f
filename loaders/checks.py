"""What is refused, and why: articles before they are coded, drafts before they are saved. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from loaders.article import Article, Problem
from loaders.coding.drafts import CodedArticle, CommentDraft, MoveDraft
from loaders.published import last_day
from models.vocabulary import LANGS

MIN_LETTERS = 25  # the shortest sentence that can say who did what to whom
MAX_LENGTH = 60_000  # characters; some thirty pages, longer than any news
EARLIEST = date(
    1991, 8, 31
)  # the first of the five states declared its independence (Kyrgyzstan, with Uzbekistan)
EARLIEST_MOVE = date(1900, 1, 1)  # background moves may lie before; nothing in the news dates them earlier


def check_article(article: Article, today: date) -> Problem | None:
    """Why this article, with its language settled, is not coded; None if it is."""
    letters = sum(map(str.isalpha, article.text))
    if not letters:
        return _refuse(article, "the text is empty.")
    if letters < MIN_LETTERS:
        return _refuse(article, "the text is too short.", "Was it cut?", f"{letters} letters")
    if len(article.text) > MAX_LENGTH:
        return _refuse(
            article, "the text is too long for an article.", "Split it.", f"{len(article.text)} characters"
        )
    if article.lang not in LANGS:
        way_out = f"Coded are {', '.join(LANGS)}; say --lang if this is one of them."
        return _refuse(article, f"the language {article.lang or '?'} is not coded.", way_out)
    if article.published and article.published > today + timedelta(days=1):  # tomorrow: time zones
        return _refuse(
            article, "the date lies in the future.", "Correct it, or leave it out.", str(article.published)
        )
    if article.published and article.published < EARLIEST:
        way_out = f"Articles count from {EARLIEST}, when independence began."
        return _refuse(article, "the date lies before independence.", way_out, str(article.published))
    return None


def check_coded(article: Article, coded: CodedArticle) -> tuple[CodedArticle, list[Problem]]:
    """The drafts that fit their article, and a problem for each that does not.

    A draft whose offsets miss its own words, or whose date is absurd, would mislead: better none than that.
    """
    faults = [_move_fault(article, move) for move in coded.moves]
    kept = [index for index, fault in enumerate(faults) if not fault]
    renumbered = {old: new for new, old in enumerate(kept)}
    problems = [
        _refuse(article, fault, "", move.rule)
        for move, fault in zip(coded.moves, faults, strict=True)
        if fault
    ]
    comments = []
    for comment in coded.comments:
        if fault := _comment_fault(article, comment):
            problems.append(_refuse(article, fault, "", comment.speaker))
        else:
            about = tuple(renumbered[index] for index in comment.moves if index in renumbered)
            comments.append(replace(comment, moves=about))
    moves = tuple(coded.moves[index] for index in kept)
    return replace(coded, moves=moves, comments=tuple(comments)), problems


def _move_fault(article: Article, move: MoveDraft) -> str:
    if article.text[move.start : move.end] != move.evidence or not move.evidence:
        return "the evidence of a move does not stand where it should."
    if not 0 <= move.confidence <= 1:
        return "the confidence of a move is not between 0 and 1."
    known = article.published
    late = known and move.date > last_day(known, article.published_precision) + timedelta(days=1)
    if move.date < EARLIEST_MOVE or late:
        return "the date of a move is absurd."
    return ""


def _comment_fault(article: Article, comment: CommentDraft) -> str:
    if not comment.text or article.text[comment.start : comment.end] != comment.text:
        return "the words of a comment do not stand where they should."
    return ""


def _refuse(article: Article, what: str, way_out: str = "", detail: str = "") -> Problem:
    return Problem(
        article.origin or article.url or article.id or article.title or "article", what, way_out, detail
    )
