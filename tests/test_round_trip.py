"""Every reader, on documents that are made up: each word is read, on its page, and leads back to where it was written."""

import random
import re
from collections.abc import Callable, Iterator

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import made_documents as made
from assay.model.location import Span
from assay.model.text import Text
from assay.sources import Profile, read_source
from assay.sources import pdf as pdf_reader
from assay.sources.pdf_pages import pages_of
from made_documents import Made, Pages

SPANS = st.tuples(st.floats(0, 0.999), st.floats(0, 0.999))
"""Two places in a document, as shares of its words."""


def words_of(text: Text) -> list[Span]:
    return [Span(*match.span()) for match in re.finditer(r"[^ \n]+", text.body)]


def leads_back_to_its_words(document: Made, shares: tuple[float, float], *, pages: bool) -> Text:
    """Check every word and its page, and a random run of words: both ends of it are where they were written."""
    text = read_source(document.data, Profile(document.path))
    found = words_of(text)
    assert [text.body[span.start : span.end] for span in found] == [place.word for place in document.places]
    for span, place in zip(found, document.places, strict=True):
        assert text.raw(span) == Span(place.start, place.end), place
        page = text.page_at(span.start)
        assert (page.labels[0].first if page is not None else None) == (place.page if pages else None), place
    first, last = sorted(int(share * len(found)) for share in shares)
    run = Span(found[first].start, found[last].end)
    assert text.raw(run) == Span(document.places[first].start, document.places[last].end)
    assert sum(len(range(*slice(*_ends(where)).indices(1 << 30))) for _, where in text.places(run)) <= len(
        text.raw(run)
    )
    return text


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def as_written(document: Made, text: Text) -> Iterator[tuple[str, str]]:
    """Yield each word as the body has it and as the original has it."""
    for span in words_of(text):
        raw = text.raw(span)
        yield text.body[span.start : span.end], document.original[raw.start : raw.end]


FLOWING: dict[str, tuple[Callable[[Pages], Made], st.SearchStrategy[Pages], bool]] = {
    "plain text": (made.plain, made.documents(made.PLAIN, divided_lines=False, notes=False), True),
    "Markdown": (lambda pages: made.plain(pages, "a.md"), made.documents(made.PLAIN, divided_lines=False, notes=False), True),
    "HTML": (made.html, made.documents(made.ANY, divided_lines=False, notes=True), True),
    "TEI": (made.tei, made.documents(made.ANY, divided_lines=True, notes=True), True),
    "DOCX": (made.word_file, made.documents(made.ANY, divided_lines=False, notes=True), False),
    "EPUB": (made.book, made.documents(made.ANY, divided_lines=False, notes=False), True),
    "ALTO": (made.alto, made.documents(made.ANY, divided_lines=True, notes=False), True),
    "hOCR": (made.recognised, made.documents(made.ANY, divided_lines=True, notes=False), True),
}  # fmt: skip


@pytest.mark.parametrize("format_", FLOWING)
@given(data=st.data())
@settings(deadline=None)
def test_words_lead_back_to_where_they_were_written(format_: str, data: st.DataObject) -> None:
    write, documents, pages = FLOWING[format_]
    document = write(data.draw(documents))
    text = leads_back_to_its_words(document, data.draw(SPANS), pages=pages)
    if format_ in ("plain text", "Markdown"):
        for said, written in as_written(document, text):
            assert written == said or "-" in written


@pytest.mark.parametrize("format_", ["HTML", "TEI", "DOCX"])
@given(data=st.data())
@settings(deadline=None, max_examples=30)
def test_notes_are_beside_the_text_in_order(format_: str, data: st.DataObject) -> None:
    write, documents, _ = FLOWING[format_]
    pages = data.draw(documents)
    document = write(pages)
    text = read_source(document.data, Profile(document.path))
    notes = [aside.words.removesuffix(" x") for aside in text.asides]
    blocks = [block for page in pages for block in page if block.note]
    if format_ != "DOCX":  # elsewhere a note is not written where a word is divided
        blocks = [block for block in blocks if not block.lines[-1][-1].rest]
    assert notes == [block.note for block in blocks]
    assert [aside.at for aside in text.asides] == sorted(aside.at for aside in text.asides)


@given(seed=st.integers(0, 1 << 30), sizes=st.lists(st.integers(5, 12), min_size=2, max_size=4), shares=SPANS)
@settings(deadline=None, max_examples=25)
def test_columns_of_a_pdf_are_read_in_order_and_seen_where_they_are(
    seed: int, sizes: list[int], shares: tuple[float, float]
) -> None:
    draw = random.Random(seed)
    pages = [(made.column(draw, size), made.column(draw, draw.randint(5, 12))) for size in sizes]
    printed, said = made.printed(pages)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf_reader, "pages_apart", pages_of)
        text = read_source(printed, Profile("a.pdf"))
    found = words_of(text)
    assert [text.body[span.start : span.end] for span in found] == said
    first, last = sorted(int(share * len(found)) for share in shares)
    run = Span(found[first].start, found[last].end)
    assert "".join(_seen(printed, text, run)) == "".join(said[first : last + 1])


def _seen(printed: bytes, text: Text, run: Span) -> Iterator[str]:
    document = pypdfium2.PdfDocument(printed)
    for region in text.regions_of(run):
        box = region.box
        page = document[region.page].get_textpage()
        yield "".join(page.get_text_bounded(box.x0, box.y0, box.x1, box.y1).split()).translate(
            dict.fromkeys((0x2, 0xFFFE, 0x2D))
        )
    document.close()
