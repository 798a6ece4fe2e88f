"""What a page says about itself. Each file in `app_pages` carries one `PAGE` and one `render()`,
and `embed()` where it has charts."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType


@dataclass(frozen=True, slots=True)
class Page:
    """`order` sorts the pages in the navigation; `views` are the page's own choices that live in the address.

    An `always` page has something to say even when the store holds no move; a `hidden` one is not in the
    navigation, others lead to it.
    `charts` are the codes and titles of those that can stand in a frame, the usual one first.
    A view is a name and its default, such as `{"lanes": "country"}`: the value of the widget with that key.
    """

    title: str
    order: int
    views: tuple[tuple[str, str], ...] = ()
    always: bool = False
    hidden: bool = False
    charts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A page as found by listing: `slug` is its file's name and its path in the address.

    `embed` draws one of the page's charts alone, by its code, and tells how many outlets it rests on.
    """

    slug: str
    page: Page
    render: Callable[[], None]
    embed: Callable[[str], int] | None = None


def find_pages(package: ModuleType) -> tuple[Listed, ...]:
    """All pages of a package in their order: a new page is a new file and nothing else."""
    found = []
    for info in pkgutil.iter_modules(package.__path__):
        module = import_module(f"{package.__name__}.{info.name}")
        found.append(Listed(info.name, module.PAGE, module.render, getattr(module, "embed", None)))
    return tuple(sorted(found, key=lambda listed: (listed.page.order, listed.slug)))
