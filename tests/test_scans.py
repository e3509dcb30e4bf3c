"""ALTO and hOCR: the words of scanned pages, each with its place in the file and on the page."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.model.location import Span
from assay.model.text import Box, Text
from assay.sources import Limits, Profile, UnreadableError, read_source
from leading_back import leads_back

WORDS = st.text("abé𝔸&<\"' -.", min_size=1, max_size=6).filter(str.strip)
PAGES = st.lists(st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=3), min_size=1, max_size=3)
Pages = list[list[list[str]]]


def read(document: str, path: str = "a.xml", limits: Limits | None = None) -> Text:
    return read_source(document.encode(), Profile(path), *([limits] if limits else []))


def string(words: str, box: tuple[int, int, int, int] = (1, 2, 3, 4), **more: str) -> str:
    x, y, width, height = box
    rest = "".join(f' {key}="{escape(value)}"' for key, value in more.items())
    return f'<String HPOS="{x}" VPOS="{y}" WIDTH="{width}" HEIGHT="{height}"{rest} CONTENT="{escape(words)}"/>'


def alto(*pages: str) -> str:
    return f'<?xml version="1.0"?>\n<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout>{"".join(pages)}</Layout></alto>'


def alto_page(*lines: str, number: str = "", margin: str = "") -> str:
    top = f"<TopMargin><TextBlock><TextLine>{margin}</TextLine></TextBlock></TopMargin>" if margin else ""
    body = "".join(f"<TextLine>{line}</TextLine>" for line in lines)
    return f'<Page PRINTED_IMG_NR="{number}">{top}<PrintSpace><TextBlock>{body}</TextBlock></PrintSpace></Page>'


def hocr(*pages: str) -> str:
    return f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://x">\n<html><head><title>No</title></head><body>{"".join(pages)}</body></html>'


def hocr_page(*lines: list[str], label: str = "", page: int = 0) -> str:
    written = ""
    for row, line in enumerate(lines):
        words = " ".join(
            f"<span class='ocrx_word' title='bbox {column} {row} {column + 1} {row + 1}; x_wconf 9'><em>{escape(word)}</em></span>"
            for column, word in enumerate(line)
        )
        written += f"\n <span class='ocr_line' title='bbox 0 0 99 9'>{words}</span>"
    title = f'image "a.png"; bbox 0 0 9 9; ppageno {page}' + (f'; lpageno "{label}"' if label else "")
    return f"<div class='ocr_page' title='{title}'><p class='ocr_par'>{written}</p></div>"


@given(PAGES)
def test_every_character_of_alto_leads_back(pages: Pages) -> None:
    document = alto(*(alto_page(*("<SP/>".join(map(string, line)) for line in page)) for page in pages))
    text = read(document)
    leads_back(text, document)
    seen_where_they_stand(text)


@given(PAGES)
def test_every_character_of_hocr_leads_back(pages: Pages) -> None:
    document = hocr(*(hocr_page(*page) for page in pages))
    text = read(document, "a.hocr")
    assert text.format == "hocr"
    leads_back(text, document)
    seen_where_they_stand(text)


def seen_where_they_stand(text: Text) -> None:
    for at, letter in enumerate(text.body):
        if not letter.isspace():
            (region,) = text.regions_of(Span(at, at + 1))
            page = text.page_at(at)
            assert page is not None
            assert page.labels == text.pages[region.page].labels


def pages(text: Text) -> list[tuple[str, str]]:
    return [(" / ".join(map(str, page.labels)), text.body[page.at : page.end]) for page in text.pages]


def test_divided_words_are_joined_as_alto_has_them() -> None:
    first = string("pre", SUBS_TYPE="HypPart1", SUBS_CONTENT="presented") + '<HYP CONTENT="-"/>'
    second = string("sented", (9, 9, 9, 9), SUBS_TYPE="HypPart2", SUBS_CONTENT="presented")
    kept = string("anti", SUBS_TYPE="HypPart1", SUBS_CONTENT="anti-Soviet") + '<HYP CONTENT="-"/>'
    soviet = string("Soviet", SUBS_TYPE="HypPart2", SUBS_CONTENT="anti-Soviet")
    within = string("pa-", SUBS_TYPE="HypPart1", SUBS_CONTENT="pages")
    ges = string("ges", SUBS_TYPE="HypPart2", SUBS_CONTENT="pages")
    bare = string("wri") + '<HYP CONTENT="-"/>'
    document = alto(
        alto_page(string("It") + first, second + kept, soviet + bare, string("ting") + within, number="17"),
        alto_page(ges + string("end."), number="18", margin=string("18 A MEMOIR")),
    )
    text = read(document)
    assert pages(text) == [
        ("p. 17 / scan p. 1", "It presented anti-Soviet writing pa"),
        ("p. 18 / scan p. 2", "ges end."),
    ]
    assert [aside.words for aside in text.asides] == ["18 A MEMOIR"]
    assert text.notices == ("What stands in the margins is lifted out.",)
    at = text.body.index("presented")
    assert [region.box for region in text.regions_of(Span(at, at + 9))] == [Box(1, 2, 4, 6), Box(9, 9, 18, 18)]
    leads_back(text, document)


def test_hocr_has_logical_pages_and_joins_lines() -> None:
    text = read(
        hocr(hocr_page(["It", "was", "pre-"], ["sented,"], label="xi"), hocr_page(["&", "kept."], page=1)), "a.html"
    )
    assert pages(text) == [("p. xi / scan p. 1", "It was presented,\n"), ("scan p. 2", "& kept.")]
    assert (text.format, text.notices) == ("hocr", ())


def test_lines_without_words_of_their_own_are_seen_whole() -> None:
    text = read(hocr("<div class='ocr_page'><span class='ocr_line' title='bbox 1 2 3 4'>a line</span></div>"))
    assert [(region.at, region.end, region.box) for region in text.regions] == [(0, 6, Box(1, 2, 3, 4))]


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (alto("<Page><String CONTENT='a'"), "no well-formed XML"),
        ("<!DOCTYPE alto [<!ENTITY a 'b'>]>" + alto("<Page/>")[22:], "declares entities"),
        (alto("<a>" * 30), "more than 20 deep"),
        (hocr("<div class='ocr_page'><span class='ocr_line'><!-- "), "never closed"),
        (hocr("<div class='ocr_page'><span class='ocr_line'>" + "<b>" * 30), "more than 20 deep"),
    ],
)
def test_hostile_scans_are_refused(document: str, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        read(document, limits=Limits(depth=20))
