"""What axe-core finds on a page: the serious and critical, less what we can't change and say why."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

GRAVE = {"serious", "critical"}
ALSO = {"heading-order", "empty-heading", "region", "html-has-lang", "empty-table-header"}
"""Rules of less weight that hold on every page as well."""


@dataclass(frozen=True, slots=True)
class Known:
    """A finding within one of Streamlit's own widgets: axe's rule, what the element answers to, and why it
    stays. One that is met on no page any more fails a test: take it out."""

    rule: str
    selector: str
    why: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One element that breaks a rule, as axe tells of it."""

    rule: str
    html: str
    told: str


KNOWN: tuple[Known, ...] = ()


def findings(page: Page) -> list[tuple[Finding, list[Known]]]:
    """Grave findings on the page as it stands, each with those of KNOWN that it falls under.

    axe is given to the page past its content policy, which lets in no script but the page's own.
    """
    page.evaluate(_script())
    found: list[dict[str, Any]] = page.evaluate(
        """async selectors => {
            const found = await axe.run(document, {resultTypes: ["violations"]});
            return found.violations.flatMap(one => one.nodes.map(node => {
                const element = document.querySelector(node.target.at(-1));
                return {
                    rule: one.id, impact: node.impact || one.impact, html: node.html,
                    told: node.failureSummary,
                    met: selectors.filter(known => element && element.matches(known)),
                };
            }));
        }""",
        [known.selector for known in KNOWN],
    )
    return [
        (
            Finding(one["rule"], one["html"], one["told"]),
            [known for known in KNOWN if known.rule == one["rule"] and known.selector in one["met"]],
        )
        for one in found
        if one["impact"] in GRAVE or one["rule"] in ALSO
    ]


def _script() -> str:
    """axe-core itself, as the package ships it."""
    found = find_spec("axe_playwright_python")
    assert found
    assert found.origin
    return (Path(found.origin).parent / "axe.min.js").read_text(encoding="utf-8")
