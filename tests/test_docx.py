"""DOCX: paragraphs and notes, and each character's place in which file of the archive."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archives import docx, paragraphs, word_document, zipped
from assay.model.location import Span
from assay.model.text import Text
from assay.sources import Limits, Profile, UnreadableError, read_source
from leading_back import leads_back

RUNS = st.sampled_from(
    ["<w:t>word</w:t>", "<w:t xml:space='preserve'> a &amp; b </w:t>", "<w:t>&#x1D538;</w:t>", "<w:t>𝔸</w:t>", "<w:br/>", "<w:tab/>", "<w:noBreakHyphen/>",
     "<w:t><![CDATA[x & y]]></w:t>", "<w:instrText>PAGE</w:instrText>", "<!-- c -->", "<w:t>{p. 3}</w:t>", "\r\n  "]
)  # fmt: skip
BODIES = st.lists(
    st.lists(RUNS, max_size=5).map(lambda runs: f"<w:p><w:r>{''.join(runs)}</w:r></w:p>"), max_size=6
).map("".join)


def read(data: bytes, **profile: str) -> Text:
    return read_source(data, Profile("a.docx", **profile))


@given(BODIES)
def test_every_character_leads_back(inner: str) -> None:
    text = read(docx(inner))
    leads_back(text, word_document(inner))
    assert {name for name, _ in text.places(Span(0, len(text.body)))} <= {"word/document.xml"}


def test_paragraphs_are_read_in_order_and_notes_lifted_out() -> None:
    inner = (
        "<w:p><w:pPr><w:pStyle w:val='a'/></w:pPr><w:r><w:t>It was pre</w:t></w:r><w:r><w:t>sented.</w:t></w:r>"
        "<w:r><w:footnoteReference w:id='2'/></w:r><w:del><w:r><w:delText>never</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t xml:space='preserve'> Twice.</w:t></w:r></w:ins></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>one</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>two</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    text = read(docx(inner, footnotes="<w:footnote w:id='2'><w:p><w:r><w:t>In May.</w:t></w:r></w:p></w:footnote>"))
    assert text.body == "It was presented. Twice.\n\none\n\ntwo"
    (note,) = text.asides
    assert (note.words, note.at) == ("In May.", 17)
    assert text.parts[1].name == "word/footnotes.xml"
    assert text.parts[1].at <= note.raw.start < note.raw.end <= text.parts[1].at + text.parts[1].length
    assert text.notices == (
        "Words that are marked as deleted are left out, those marked as inserted are read.",
        "DOCX keeps no pages: cite paragraphs, ¶ N.",
    )
    assert (text.format, text.encoding) == ("docx", "")


def test_typed_page_marks_are_found() -> None:
    text = read(docx(paragraphs("{p. 3} It was pre-", "{p. 4} sented.")))
    assert text.body == "It was presented."
    assert [str(page.labels[0]) for page in text.pages] == ["p. 3", "p. 4 or later"]
    assert text.notices == ()


BOMB = word_document(paragraphs("a" * 3_000_000))


@pytest.mark.parametrize(
    ("data", "limits", "said"),
    [
        (docx(paragraphs("One."))[:200], Limits(), "is damaged or cut off"),
        (zipped({"word/document.xml": BOMB}), Limits(), "unpacks to far more than it is"),
        (zipped({"word/document.xml": BOMB}, stored=True), Limits(unpacked=1 << 20), "unpacks to far more than it is"),
        (
            zipped({"word/document.xml": "", **{str(n): "" for n in range(20)}}),
            Limits(members=20),
            "more than 20 files",
        ),
        (zipped({"xl/workbook.xml": "<x/>"}), Limits(), "is a spreadsheet"),
        (zipped({"a.txt": "a"}), Limits(), "is an archive, but neither"),
        (zipped({"word/document.xml": "<w:document"}), Limits(), "is no well-formed XML"),
        (docx("<!DOCTYPE a>"), Limits(), "is no well-formed XML"),
        (zipped({"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), Limits(), "declares entities"),
        (docx("<w:p>" * 30 + "</w:p>" * 30), Limits(depth=20), "more than 20 deep"),
        (docx(paragraphs("One.")), Limits(characters=20), "more than 20 characters"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_hostile_archives_are_refused(data: bytes, limits: Limits, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        read_source(data, Profile("a.docx"), limits)


def test_an_encrypted_member_is_said() -> None:
    data = bytearray(docx(paragraphs("One.")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            data[at + offset] |= 1
    with pytest.raises(UnreadableError, match="is encrypted"):
        read(bytes(data))


def test_damage_within_an_archive_is_said() -> None:
    data = bytearray(docx(paragraphs("One. " * 50)))
    at = data.index(b"word/document.xml") + len("word/document.xml") + 5
    data[at : at + 8] = b"\xff" * 8
    with pytest.raises(UnreadableError, match="is damaged"):
        read(bytes(data))


def test_words_in_boxes_are_kept_beside_the_text() -> None:
    box = f"<w:txbxContent>{paragraphs('A caption.')}</w:txbxContent>"
    text = read(docx(f"<w:p><w:r><w:t>It </w:t></w:r>{box}<w:r><w:t>burned.</w:t></w:r></w:p>"))
    assert text.body == "It burned."
    assert [(aside.words, aside.at) for aside in text.asides] == [("A caption.", 2)]
    assert "text boxes" in text.notices[0]
