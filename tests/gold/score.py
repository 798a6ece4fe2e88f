"""Score coded articles against gold articles, by the codebook beside this file.

    score.py GOLD.jsonl CODED.jsonl [--optional FILE] [--by lang] [--json] [--errors N]

GOLD: one article a line, with `id`, `events` and `commentary` as the codebook defines them.
CODED: one article a line, with `id`, `events` and `commentary`: what `steppe code` prints.
FILE of --optional: one article a line, with `optional_events` and `optional_commentary` (a hit counts neither
as right nor as wrong) and `alternatives` (another accepted coding of one gold event).
Standard library only. Exit 0 when it could score, 2 when a file can't be read.

Reported, each as precision / recall / F1 over all articles:
  move    actor, action and counterpart all right
  quad    actor, counterpart and quad class right
  dyad    actor and counterpart right, whatever the action
  date    of the right moves, the share with the right day (or month, year at the gold's precision)
  quiet   of the articles without a move, the share in which nothing was coded
  said    speaker right and at least half of the words shared (token F1 >= 0.5)
  who     speaker right, whatever the words
"""

# ruff: noqa
from __future__ import annotations

import argparse
import collections
import json
import re
import sys
import unicodedata
from typing import Any

QUAD = {
    "VC": "announce propose meet call visit mediate negotiate support recognise sign ratify join",
    "MC": "trade exercise extradite aid peacekeep ease",
    "VX": "demand criticise reject threaten",
    "MX": "protest withdraw sanction coerce mobilise clash",
}
QUAD_OF = {slug: quad for quad, slugs in QUAD.items() for slug in slugs.split()}
SYMMETRIC = set(["meet", "call", "negotiate", "sign", "trade", "exercise", "clash"])


def plain(text: str | None) -> str:
    text = unicodedata.normalize("NFKD", (text or "").casefold())
    return re.sub(r"[^\w+]+", " ", "".join(c for c in text if not unicodedata.combining(c))).strip()


def party(code: str | None) -> str:
    return plain(code).removeprefix("the ")


def move_key(event: dict[str, Any]) -> tuple[Any, ...]:
    actor, counterpart, action = (
        party(event.get("actor")),
        party(event.get("counterpart")),
        event.get("action", ""),
    )
    if action in SYMMETRIC and counterpart:
        actor, counterpart = sorted((actor, counterpart))
    return actor, action, counterpart


def quad_key(event: dict[str, Any]) -> tuple[Any, ...]:
    actor, action, counterpart = move_key(event)
    return actor, QUAD_OF.get(action, "?"), counterpart


def dyad_key(event: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(sorted((party(event.get("actor")), party(event.get("counterpart")))))


class Tally:
    def __init__(self) -> None:
        self.hit = self.gold = self.said = 0

    def add(self, gold: collections.Counter[Any], coded: collections.Counter[Any]) -> None:
        self.hit += sum((gold & coded).values())
        self.gold += sum(gold.values())
        self.said += sum(coded.values())

    def figures(self) -> dict[str, Any]:
        precision = self.hit / self.said if self.said else 0.0
        recall = self.hit / self.gold if self.gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {
            "p": round(precision, 3),
            "r": round(recall, 3),
            "f1": round(f1, 3),
            "gold": self.gold,
            "coded": self.said,
        }


def same_day(gold: dict[str, Any], coded: dict[str, Any]) -> bool:
    length = {"day": 10, "published": 10, "month": 7, "year": 4}.get(gold.get("date_precision") or "day", 10)
    return bool(gold.get("date")) and (gold["date"] or "")[:length] == (coded.get("date") or "")[:length]


def tokens(text: str | None) -> collections.Counter[Any]:
    return collections.Counter(plain(text).split())


def overlap(a: str | None, b: str | None) -> float:
    left, right = tokens(a), tokens(b)
    shared = sum((left & right).values())
    return 2 * shared / (sum(left.values()) + sum(right.values())) if shared else 0.0


def same_speaker(a: str | None, b: str | None) -> bool:
    left, right = plain(a).split(), plain(b).split()
    return (
        bool(left)
        and bool(right)
        and (left[-1] == right[-1] or set(left) <= set(right) or set(right) <= set(left))
    )


def match_comments(gold: list[Any], coded: list[Any], least: float) -> int:
    """Greedy one-to-one matching, best overlap first."""
    pairs = sorted(
        (
            (overlap(g.get("text"), c.get("text")), i, j)
            for i, g in enumerate(gold)
            for j, c in enumerate(coded)
            if same_speaker(g.get("speaker"), c.get("speaker"))
        ),
        reverse=True,
    )
    used_gold, used_coded = set(), set()
    for score, i, j in pairs:
        if score >= least and i not in used_gold and j not in used_coded:
            used_gold.add(i)
            used_coded.add(j)
    return len(used_gold)


def lenient(article: dict[str, Any], answer: dict[str, Any], optional: dict[str, Any]) -> dict[str, Any]:
    """The answer with accepted alternatives turned into gold, and hits on optional rows taken out."""
    wanted = collections.Counter(move_key(e) for e in article.get("events") or [])
    found = collections.Counter(move_key(e) for e in answer.get("events") or [])
    accepted = {
        move_key(a["alternative"]): a["gold"]
        for a in optional.get("alternatives") or []
        if move_key(a["alternative"]) not in wanted and not found[move_key(a["gold"])]
    }
    spare = collections.Counter(move_key(e) for e in optional.get("optional_events") or [])
    events = []
    for event in answer.get("events") or []:
        key = move_key(event)
        if key in accepted:
            gold = accepted.pop(key)
            event = {**gold, "date": gold.get("date")}
        elif not wanted[key] and spare[key]:
            spare[key] -= 1
            continue
        events.append(event)
    said = [
        c
        for c in answer.get("commentary") or []
        if match_comments(article.get("commentary") or [], [c], 0.5)
        or not match_comments(optional.get("optional_commentary") or [], [c], 0.5)
    ]
    return {**answer, "events": events, "commentary": said}


def score(gold_articles: list[Any], coded: dict[str, Any]) -> dict[str, Any]:
    move, quad, dyad, said, who = Tally(), Tally(), Tally(), Tally(), Tally()
    dated = right_date = quiet = silent = 0
    for article in gold_articles:
        answer = coded.get(article["id"], {})
        gold_events, coded_events = article.get("events") or [], answer.get("events") or []
        for tally, key in ((move, move_key), (quad, quad_key), (dyad, dyad_key)):
            tally.add(collections.Counter(map(key, gold_events)), collections.Counter(map(key, coded_events)))
        if not gold_events:
            quiet += 1
            silent += not coded_events
        waiting = collections.defaultdict(list)
        for event in coded_events:
            waiting[move_key(event)].append(event)
        for event in gold_events:
            if waiting[move_key(event)]:
                dated += 1
                right_date += same_day(event, waiting[move_key(event)].pop(0))
        gold_said, coded_said = article.get("commentary") or [], answer.get("commentary") or []
        for tally, least in ((said, 0.5), (who, 0.0)):
            tally.hit += match_comments(gold_said, coded_said, least)
            tally.gold += len(gold_said)
            tally.said += len(coded_said)
    return {
        "articles": len(gold_articles),
        "move": move.figures(),
        "quad": quad.figures(),
        "dyad": dyad.figures(),
        "date": round(right_date / dated, 3) if dated else None,
        "quiet": round(silent / quiet, 3) if quiet else None,
        "said": said.figures(),
        "who": who.figures(),
    }


def read(path: str) -> list[Any]:
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def show(name: str, figures: dict[str, Any]) -> None:
    print(f"{name}: {figures['articles']} articles")
    for row in ("move", "quad", "dyad", "said", "who"):
        f = figures[row]
        print(
            f"  {row:5} P {f['p']:.3f}  R {f['r']:.3f}  F1 {f['f1']:.3f}   gold {f['gold']}, coded {f['coded']}"
        )
    print(f"  date  {figures['date']}   quiet {figures['quiet']}")


def show_errors(gold: list[Any], coded: dict[str, Any], most: int) -> None:
    for article in gold:
        want = collections.Counter(map(move_key, article.get("events") or []))
        got = collections.Counter(map(move_key, coded.get(article["id"], {}).get("events") or []))
        for sign, rows in (("missed", want - got), ("extra ", got - want)):
            for row in rows.elements():
                if most <= 0:
                    return
                print(f"  {article['id']} {sign} {' '.join(part or '-' for part in row)}")
                most -= 1


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold")
    parser.add_argument("coded")
    parser.add_argument("--optional", metavar="FILE", help="optional rows and accepted alternatives")
    parser.add_argument("--by", default="lang", help="also report by this field of the gold (default: lang)")
    parser.add_argument("--json", action="store_true")
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="list the first N missed and extra moves"
    )
    options = parser.parse_args()
    try:
        gold, coded = read(options.gold), {row["id"]: row for row in read(options.coded)}
        optional = {row["id"]: row for row in read(options.optional)} if options.optional else {}
    except (OSError, ValueError, KeyError) as problem:
        print(f"score: {problem}", file=sys.stderr)
        return 2
    for article in gold:
        if article["id"] in coded and article["id"] in optional:
            coded[article["id"]] = lenient(article, coded[article["id"]], optional[article["id"]])
    report = {"all": score(gold, coded)}
    for value in sorted({article.get(options.by) or "?" for article in gold}):
        report[value] = score([a for a in gold if (a.get(options.by) or "?") == value], coded)
    if options.json:
        print(json.dumps(report, indent=1))
    else:
        for name, figures in report.items():
            show(name, figures)
    if options.errors:
        show_errors(gold, coded, options.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
