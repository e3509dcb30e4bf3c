"""The work has no such place.

## What it checks

The page, folio, paragraph or section of a citation, or of a work's `in:`, is marked in the document. Where a document
marks two editions, the citation says which.

## Why it matters

A reference to a page that the work does not have cannot be looked up by anyone.

## Example

    1931 boris affirms fire
      cite: memoir p. 40
        > I saw the mill burn

## Write instead

    1931 boris affirms fire
      cite: memoir p. 2
        > I saw the mill burn
"""

from collections.abc import Iterator

from assay.check.context import Context, Looked, where
from assay.library import Volume
from assay.model.diagnostics import Diagnostic, Severity
from assay.model.locators import Locator

CODE = "L001"


def check(context: Context) -> Iterator[Diagnostic]:
    """Look every cited place up, and every place that a work is said to take up in another."""
    for looked in context.quotations:
        locator, volume = looked.cite.locator, looked.volume
        if locator is None or volume is None or volume.has(locator):
            continue
        message = f"{context.title(looked.cite.source)} has no {locator}"
        help_ = _help(looked, volume, locator)
        yield Diagnostic(CODE, message, context.at_locator(looked), help_, Severity.ERROR)
    for source in context.case.sources.values():
        if source.within is None or source.within.locator is None:
            continue
        whole = context.library.volume_of_whole(source.within.source)
        if whole is not None and not whole.has(source.within.locator):
            message = f"{context.title(source.within.source)} has no {source.within.locator}"
            yield Diagnostic(
                CODE, message, context.at(source.id, "in"), "its sections are found by dossier.toml's section ="
            )


def _help(looked: Looked, volume: Volume, locator: Locator) -> str:
    if looked.verdict is not None and looked.verdict.kind.is_faithful and looked.verdict.pages:
        return f"the words are on {where(looked)}"
    editions = sorted({label.edition for page in volume.pages for label in page.labels})
    if locator.edition not in editions and any(editions):
        return "say which edition: " + " or ".join(f"{edition} {locator}" for edition in editions if edition)
    if locator.unit == "paragraph":
        return f"it has ¶ 1 to ¶ {len(volume.paragraphs)}"
    if volume.pages:
        return f"its marks run from {volume.pages[0].labels[0]} to {volume.pages[-1].labels[0]}"
    return "it has no page marks: cite ¶ N, or the work alone"
