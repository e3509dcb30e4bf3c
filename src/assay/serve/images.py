"""The original page beside its words: a PDF's page, drawn as a picture by another process; never the PDF itself."""

from assay.dossier import Dossier, DossierError
from assay.dossier.documents import bytes_of
from assay.library import Volume
from assay.model.text import Page
from assay.serve.answers import RefusedError
from assay.sources.errors import UnreadableError
from assay.sources.pdf_image import page_image


def image_of(dossier: Dossier, work: str, label: str) -> bytes:
    """Draw a page of a work, by its label or its number in the file (`pdf 3`), as a PNG.

    Raises:
        RefusedError: there is no such page, or it has no picture.
    """
    volume = dossier.library.volume(work)
    if volume is None or volume.text.format != "pdf":
        raise RefusedError(404, f"{work} has no pictures of its pages", "only works in hand as a PDF have")
    number = sheet(volume, label)
    if number is None:
        raise RefusedError(404, f"{work} has no page {label}", "choose another page")
    path = dossier.root / volume.text.file
    try:
        if not path.resolve().is_relative_to(dossier.root.resolve()):
            raise RefusedError(404, f"{volume.text.file} leads out of the dossier", "put the file itself there")
        return page_image(bytes_of(path), number)
    except (UnreadableError, DossierError) as error:
        raise RefusedError(422, f"this page cannot be drawn: {error}", error.help) from None


def sheet(volume: Volume, label: str) -> int | None:
    """Find the sheet of the file on which a page stands: 0 for the first."""
    for page in volume.pages:
        if label in _labels(page):
            own = next((one.first for one in page.labels if one.edition == "pdf"), "")
            if own.isdecimal():
                return int(own) - 1
    return None


def _labels(page: Page) -> set[str]:
    return {text for one in page.labels for text in (one.first, f"{one.edition} {one.first}".strip(), str(one))}
