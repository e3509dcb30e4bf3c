"""EPUB: chapter by chapter, with the pages of the printed book where its page list gives them."""

from msgspec import structs

from assay.model.text import Part
from assay.sources.archive import Archive
from assay.sources.decode import decoded
from assay.sources.errors import UnreadableError
from assay.sources.flow import PARAGRAPH, Flow
from assay.sources.html_page import PageReader
from assay.sources.limits import LIMITS, Limits
from assay.sources.package import read_package
from assay.sources.page_labels import label_in
from assay.sources.transcript import Transcript


def read_epub(archive: Archive, limits: Limits = LIMITS) -> Transcript:
    """Read an EPUB.

    Raises:
        UnreadableError: it is encrypted, cut off or damaged, or more than a document may hold.
    """
    package = read_package(archive, limits)
    flow = Flow(limits)
    parts: list[Part] = []
    at = 0
    for name in package.chapters:
        document, _ = decoded(archive.read(name), limits=limits)
        if at + len(document) > limits.characters:
            raise UnreadableError(f"has more than {limits.characters} characters", "divide it")
        labels = package.pages.get(name, {})
        flow.gap(PARAGRAPH)
        if label := label_in(labels.get("", "")):
            flow.page((("", label),))
        PageReader(
            document, flow, base=at, labels={id_: said for id_, said in labels.items() if id_}, limits=limits
        ).read()
        parts.append(Part(name, at, len(document)))
        at += len(document)
    return structs.replace(
        flow.transcript("epub"),
        parts=tuple(parts),
        notices=(f"Parts that are pictures, not text: {package.others}. They are not read.",) * bool(package.others),
        without_pages="This EPUB has no page list, and pages on a screen are none: cite paragraphs, ¶ N.",
    )
