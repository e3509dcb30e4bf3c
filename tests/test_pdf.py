"""PDF: what is read on which page, and in which rectangle it is seen."""

import io
from collections.abc import Iterator, Sequence

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

from assay.model.location import Span
from assay.model.text import Text
from assay.sources import Limits, Profile, UnreadableError, read_source
from assay.sources import pdf as pdf_reader
from assay.sources.pdf_pages import pages_of


@pytest.fixture(scope="module", autouse=True)
def _here() -> Iterator[None]:
    """Read PDFs in this process, as it is quicker; `test_hostile` reads them as everybody does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf_reader, "pages_apart", pages_of)
        yield


Place = tuple[float, float, str]
WIDTH, HEIGHT = 400, 600
WORDS = st.text("abcdefgéß0189.,;", min_size=1, max_size=9)


def pdf(pages: Sequence[Sequence[Place]], labels: Sequence[str] = (), *, turned: int = 0, password: str = "") -> bytes:
    """Make a PDF of words at places, in the order in which they are given."""
    out = io.BytesIO()
    encryption = StandardEncryption(password) if password else None
    made = canvas.Canvas(out, pagesize=(WIDTH, HEIGHT), encrypt=encryption, pageCompression=0, invariant=1)
    for number, places in enumerate(pages):
        if labels:
            made.addPageLabel(number, prefix=labels[number])
        if turned:
            made.setPageRotation(turned)
        made.setFont("Helvetica", 10)
        for x, y, words in places:
            made.drawString(x, y, words)
        made.showPage()
    made.save()
    return out.getvalue()


def lines(*said: str, x: float = 40, top: float = 500, step: float = 14) -> list[Place]:
    return [(x, top - number * step, line) for number, line in enumerate(said)]


def read(data: bytes, limits: Limits | None = None) -> Text:
    return read_source(data, Profile("a.pdf"), *([limits] if limits else []))


def pages(text: Text) -> list[tuple[str, str]]:
    return [(" / ".join(map(str, page.labels)), text.body[page.at : page.end]) for page in text.pages]


def test_pages_have_their_printed_labels_and_their_place_in_the_file() -> None:
    text = read(pdf([lines("A memoir, told"), lines("in pre-", "sented words by Smirnov-", "Eismont.")], ["xii", "1"]))
    assert pages(text) == [
        ("p. xii / pdf p. 1", "A memoir, told\n"),
        ("p. 1 / pdf p. 2", "in presented words by Smirnov-Eismont."),
    ]
    assert (text.format, text.encoding, text.notices) == ("pdf", "", ())


def test_without_printed_labels_the_pages_of_the_file_are_cited() -> None:
    text = read(pdf([lines("One.")]))
    assert pages(text) == [("pdf p. 1", "One.")]
    assert text.notices == ("It does not tell its printed page numbers: cite pdf p. N, counted from its first page.",)


def test_words_split_over_pages_are_joined() -> None:
    text = read(pdf([lines("It was pre-"), lines("sented to them.")]))
    assert text.body == "It was presented to them."
    assert [page.at for page in text.pages] == [0, 10]


LEFT = [f"left side line {number} goes on" for number in range(6)]
RIGHT = [f"right side line {number} does" for number in range(6)]


@pytest.mark.parametrize("apart", [0, 5], ids=["lines beside each other", "lines between each other"])
@pytest.mark.parametrize("crossed", [False, True], ids=["written by column", "written across"])
def test_two_columns_are_read_one_after_the_other(apart: float, *, crossed: bool) -> None:
    left, right = lines(*LEFT, x=40), lines(*RIGHT, x=220, top=500 - apart)
    both = [place for pair in zip(left, right, strict=True) for place in pair] if crossed else left + right
    title = [(60.0, 540.0, "A title that runs over both of the columns of this page")]
    foot = [(60.0, 400.0, "A line under both of the columns that is as wide as both")]
    text = read(pdf([[*title, *both, *foot]]))
    assert text.body.replace("\n\n", "\n").split("\n") == [title[0][2], *LEFT, *RIGHT, foot[0][2]]


def test_one_column_is_not_taken_for_two() -> None:
    said = [f"{'word ' * 9}{number} {'and more ' * 3}".strip() for number in range(12)]
    assert read(pdf([lines(*said)])).body.split("\n") == said


def test_a_hyphen_at_a_columns_end_is_joined() -> None:
    left, right = lines(*LEFT, "it was pre-", x=40), lines("sented to all the others", *RIGHT, x=220)
    assert "it was presented to all" in read(pdf([left + right])).body


def test_running_heads_and_page_numbers_are_lifted_out() -> None:
    made = [
        [
            (150, 560, "A MEMOIR"),
            *lines(f"Words {number} stand on this page, and", "they go on"),
            (200, 40, str(number)),
        ]
        for number in range(7, 11)
    ]
    text = read(pdf(made, [str(number) for number in range(7, 11)]))
    assert text.body.startswith("Words 7 stand on this page, and\nthey go on\nWords 8")
    assert [aside.words for aside in text.asides][:3] == ["A MEMOIR", "7", "A MEMOIR"]
    assert text.notices == ("Running heads and page numbers are lifted out on 4 of 4 pages.",)


def test_sentences_that_come_back_with_another_figure_are_no_running_heads() -> None:
    made = [lines(f"He said that {n * 7} people had been there,", "and that he knew.") for n in range(1, 7)]
    text = read(pdf(made))
    assert "He said that 21 people" in text.body
    assert not text.asides


@pytest.mark.parametrize("head", ["{} A MEMOIR OF 1936", "A MEMOIR OF 1936 {}", "A Memoir | {}"])
def test_running_heads_close_to_the_words_are_lifted_out(head: str) -> None:
    made = [lines(head.format(n), f"words {n} stand here,", "and they go on") for n in range(12, 20)]
    text = read(pdf(made))
    assert text.body.startswith("words 12 stand here,\nand they go on\nwords 13")
    assert len(text.asides) == len(made)


def test_a_page_without_words_says_so() -> None:
    text = read(pdf([[]]))
    assert text.body == ""
    assert "have them recognised" in text.notices[0]


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@given(
    pages=st.lists(st.lists(st.lists(WORDS, min_size=1, max_size=5), min_size=1, max_size=6), min_size=1, max_size=3)
)
@settings(max_examples=25, deadline=None)
def test_what_is_seen_in_a_rectangle_is_what_was_read_there(turned: int, pages: list[list[list[str]]]) -> None:
    data = pdf([lines(*map(" ".join, page)) for page in pages], turned=turned)
    text = read(data)
    document = pypdfium2.PdfDocument(data)
    for region in text.regions:
        page = document[region.page].get_textpage()
        seen = page.get_text_bounded(*(value for value in (region.box.x0, region.box.y0, region.box.x1, region.box.y1)))
        said = text.body[region.at : region.end]
        assert said in "".join(seen.split()).replace("\ufffe", "-"), (said, seen)
    document.close()
    for at, letter in enumerate(text.body):
        if letter.isspace():
            continue
        (region,) = text.regions_of(Span(at, at + 1))
        (at_page,) = {index for index, page in enumerate(text.pages) if page.at <= at < page.end}
        assert region.page == at_page
        ((name, _),) = text.places(Span(at, at + 1))
        assert name == f"page {at_page + 1}"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf([lines("One.")], password="no"), "is encrypted: it asks for a password"),
        (pdf([lines("One.")])[:300], "is cut off"),
        (pdf([lines("One.")])[:300] + b"\n%%EOF", "is damaged"),
        (b"%PDF-1.4\n" + bytes(range(256)) * 9 + b"%%EOF", "is damaged"),
    ],
)
def test_what_is_no_whole_pdf_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        read(data)


def test_what_is_too_much_is_refused() -> None:
    with pytest.raises(UnreadableError, match="more than 2 pages"):
        read(pdf([lines("One.")] * 3), Limits(pages=2))
    with pytest.raises(UnreadableError, match="more than 10 characters"):
        read(pdf([lines("One two three four.")]), Limits(characters=10))


def test_a_format_that_is_stated_wrongly_is_said() -> None:
    with pytest.raises(UnreadableError, match="is PDF, not HTML as stated"):
        read_source(pdf([lines("One.")]), Profile("a.pdf", format="html"))
    assert read_source(pdf([lines("One.")]), Profile("a.txt")).format == "pdf"
