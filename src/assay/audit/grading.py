"""The grade of a quotation as an audit states it: what its words are, and whether they are where the footnote says."""

from msgspec.structs import replace

from assay.library import Volume
from assay.model.locators import Locator
from assay.model.verdicts import Verdict
from assay.quotation.surroundings import flags

WRONG_PAGE = "wrong-page"


def graded(volume: Volume, words: str, locator: Locator | None) -> tuple[str, Verdict]:
    """Grade a quotation; a faithful one that is not on the place that is cited is on the wrong page."""
    verdict = volume.quote_on(words, locator)
    verdict = replace(verdict, flags=flags(volume.text.body, verdict))
    return (WRONG_PAGE if is_misplaced(volume, verdict, locator) else verdict.kind.value), verdict


def is_misplaced(volume: Volume, verdict: Verdict, locator: Locator | None) -> bool:
    """Say whether faithful words begin outside the place that is cited, or the work's pages do not have that place."""
    if locator is None or not verdict.kind.is_faithful:
        return False
    places = volume.places(locator)
    if not places:
        return locator.unit == "page" and bool(volume.pages)
    return not any(place.start <= verdict.spans[0].start < place.end for place in places)
