"""A work as it is turned over: leaf by leaf, each a page where the work has pages, else a few paragraphs."""

import re
from collections.abc import Iterator

from msgspec import Struct, structs

from assay.library import Volume
from assay.model.location import Span
from assay.model.locators import parse_locator
from assay.model.text import Page

_LEAF = 4000  # characters, about, of a work without pages
_UNFIT = re.compile(r"[^\w.-]+")


class Leaf(Struct, frozen=True):
    """One leaf: the key in its address, its place in words, as it is cited, and the words."""

    key: str
    place: str
    span: Span
    sheet: str = ""
    """The label by which its picture is asked for, where the file is a PDF."""


def leaves(volume: Volume) -> tuple[Leaf, ...]:
    """Cut a work into its leaves, in order; no two have the same key."""
    seen: dict[str, int] = {}
    made: list[Leaf] = []
    for leaf in _paged(volume) if volume.pages else _unpaged(volume):
        if not volume.text.body[leaf.span.start : leaf.span.end].strip():
            continue
        again = seen[leaf.key] = seen.get(leaf.key, 0) + 1
        made.append(leaf if again == 1 else structs.replace(leaf, key=f"{leaf.key}~{again}"))
    return tuple(made)


def find_leaf(all_leaves: tuple[Leaf, ...], volume: Volume, asked: str) -> int | None:
    """Find a leaf by its key, or by a place as somebody may type it: `17`, `p. 17`, `first`."""
    if asked == "first" and all_leaves:
        return 0
    for number, leaf in enumerate(all_leaves):
        if leaf.key == asked:
            return number
    locator = parse_locator(asked) or parse_locator(f"p. {asked}")
    places = volume.places(locator) if locator is not None else ()
    return leaf_at(all_leaves, places[0].start) if places else None


def leaf_at(all_leaves: tuple[Leaf, ...], at: int) -> int | None:
    """Return the number of the leaf on which a character of the body stands."""
    return next((number for number, leaf in enumerate(all_leaves) if leaf.span.start <= at < leaf.span.end), None)


def _paged(volume: Volume) -> Iterator[Leaf]:
    """Go through the pages of each run of words; what no page mark covers is a leaf of its own."""
    for span in volume.spans:
        at, before = span.start, ""
        for page in (page for page in volume.pages if span.start <= page.at < span.end):
            if page.at > at:
                yield _between(before, Span(at, page.at))
            end = min(page.end, span.end)
            yield Leaf(_key(page), _place(page), Span(page.at, end), _sheet(volume, page))
            at, before = max(at, end), _key(page)
        if at < span.end:
            yield _between(before, Span(at, span.end))


def _between(before: str, span: Span) -> Leaf:
    return Leaf(
        f"after-{before}" if before else "front",
        "behind the last page mark" if before else "before the first page mark",
        span,
    )


def _key(page: Page) -> str:
    if not page.labels:
        return f"at-{page.at}"
    label = page.labels[0]
    return _UNFIT.sub("-", f"{label.edition} {label.first}".strip()) or f"at-{page.at}"


def _place(page: Page) -> str:
    return ", ".join(map(str, page.labels)) or "an unnumbered page"


def _sheet(volume: Volume, page: Page) -> str:
    if volume.text.format != "pdf" or not page.labels:
        return ""
    label = next((one for one in page.labels if one.edition == "pdf"), page.labels[0])
    return f"{label.edition} {label.first}".strip()


def _unpaged(volume: Volume) -> Iterator[Leaf]:
    first, size = 1, 0
    for number, span in enumerate(volume.paragraphs, 1):
        size += len(span)
        if size >= _LEAF or number == len(volume.paragraphs):
            start, end = volume.paragraphs[first - 1].start, span.end
            place = f"¶ {number}" if first == number else f"¶¶ {first}-{number}"
            yield Leaf(f"par-{first}" if first == number else f"par-{first}-{number}", place, Span(start, end))
            first, size = number + 1, 0
