"""EPUB: chapters in the order of the spine, pages of the printed book, each character's chapter and place in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archives import chapter, epub, zipped
from assay.model.location import Span
from assay.model.text import Text
from assay.sources import Limits, Profile, UnreadableError, read_source
from leading_back import leads_back

PARTS = st.sampled_from(
    ["<p>", "</p>", "word", " ", "&amp;", "&nbsp;", "𝔸", "<i>x</i>", "\r\n", "<!-- c -->", "<span epub:type='pagebreak' title='4'/>"]
)  # fmt: skip
CHAPTERS = st.lists(st.lists(PARTS, max_size=10).map("".join), min_size=1, max_size=3)


def read(data: bytes, **profile: str) -> Text:
    return read_source(data, Profile("a.epub", **profile))


@given(CHAPTERS)
def test_every_character_leads_back_to_its_chapter(inner: list[str]) -> None:
    chapters = {f"c{number}.xhtml": words for number, words in enumerate(inner)}
    text = read(epub(chapters))
    leads_back(text, "".join(map(chapter, inner)))
    for at, letter in enumerate(text.body):
        (name, span), *others = text.places(Span(at, at + 1))
        if not others and not letter.isspace():
            written = chapter(chapters[name.rpartition("/")[2]])[span.start : span.end]
            assert written == letter or written.startswith("&")


def pages(text: Text) -> list[tuple[str, str]]:
    return [(" / ".join(map(str, page.labels)), text.body[page.at : page.end]) for page in text.pages]


ONE = '<p>In the begin-<span id="p2"/>ning &amp; <a epub:type="pagebreak" role="doc-pagebreak" id="p3">3</a>then it'
TWO = "<p>ended. <span id='p5' epub:type='pagebreak' title='5'/>Here.</p>"


@pytest.mark.parametrize("ncx", [False, True], ids=["EPUB 3", "EPUB 2"])
def test_pages_are_those_of_the_printed_book(*, ncx: bool) -> None:
    listed = {"b.xhtml": "1", "b.xhtml#p2": "2", "b.xhtml#p3": "3", "a.xhtml": "4"}
    text = read(epub({"b.xhtml": ONE, "a.xhtml": TWO}, listed, ncx=ncx))
    assert text.body == "In the beginning & then it\n\nended. Here."
    assert pages(text) == [
        ("p. 1", "In the begin"),
        ("p. 2", "ning & "),
        ("p. 3", "then it\n\n"),
        ("p. 4", "ended. "),
        ("p. 5", "Here."),
    ]
    assert [part.name for part in text.parts] == ["OEBPS/text/b.xhtml", "OEBPS/text/a.xhtml"]
    assert (text.format, text.notices) == ("epub", ())


def test_without_a_page_list_paragraphs_are_cited() -> None:
    text = read(epub({"a.xhtml": "<p>One.</p>"}))
    assert (text.pages, len(text.notices)) == ((), 1)
    assert "cite paragraphs" in text.notices[0]


LOCKED = '<encryption><EncryptedData><CipherData><CipherReference URI="OEBPS/text/{}"/></CipherData></EncryptedData></encryption>'


def test_protected_chapters_are_refused_and_scrambled_fonts_are_not() -> None:
    with pytest.raises(UnreadableError, match="is encrypted"):
        read(epub({"a.xhtml": "<p>x"}, more={"META-INF/encryption.xml": LOCKED.format("a.xhtml")}))
    assert read(epub({"a.xhtml": "<p>x</p>"}, more={"META-INF/encryption.xml": LOCKED.format("a.otf")})).body == "x"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (epub({"a.xhtml": "<p>x"})[:400], "is damaged or cut off"),
        (zipped({"META-INF/container.xml": "<container/>"}), "names no package"),
        (zipped({"META-INF/container.xml": '<a><rootfile full-path="../../etc/passwd"/></a>'}), "lacks a file"),
        (epub({}), "without chapters"),
        (epub({"a.xhtml": "x" * 3_000_000}), "unpacks to far more"),
        (epub({"a.xhtml": "<!-- x"}), "never closed"),
        (
            epub({"a.xhtml": "<p>x"}, more={"OEBPS/text/a.xhtml": "<!DOCTYPE html [<!ENTITY a 'b'>]><p>&a;"}),
            "declares entities",
        ),
        (epub({"a.xhtml": "<q>" * 30}), "more than 20 deep"),
    ],
)
def test_hostile_books_are_refused(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        read_source(data, Profile("a.epub"), Limits(depth=20))


def test_chapters_that_come_to_too_much_together_are_refused() -> None:
    with pytest.raises(UnreadableError, match="more than 1000 characters"):
        read_source(epub({f"{n}.xhtml": "word " * 50 for n in range(4)}), Profile("a.epub"), Limits(characters=1000))


def test_pictures_in_the_reading_order_are_said() -> None:
    package = (
        '<package><manifest><item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="b" href="b.svg" media-type="image/svg+xml"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    text = read(epub({"a.xhtml": "<p>One.</p>"}, more={"OEBPS/book.opf": package}))
    assert text.body == "One."
    assert "pictures, not text: 1" in text.notices[0]
