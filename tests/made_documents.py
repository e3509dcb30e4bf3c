"""One made-up document, written in every format, and where each of its words was put."""

import random
from collections.abc import Callable, Sequence
from html import escape

from hypothesis import strategies as st
from msgspec import Struct
from reportlab.pdfbase.pdfmetrics import stringWidth

from archives import chapter, docx, epub, word_document
from test_pdf import pdf


class Word(Struct, frozen=True):
    """A word. One with a `rest` is divided by a hyphen at the end of its line."""

    said: str
    rest: str = ""

    @property
    def whole(self) -> str:
        return self.said + self.rest


Line = Sequence[Word]


class Paragraph(Struct, frozen=True):
    lines: Sequence[Line]
    note: str = ""


NO_BREAK = " break='no'"
Pages = Sequence[Sequence[Paragraph]]


class Place(Struct, frozen=True):
    """Where a word was written in the original, from its first character to its last, and on which page it begins."""

    word: str
    start: int
    end: int
    page: str


class Made(Struct, frozen=True):
    path: str
    data: bytes
    original: str
    places: Sequence[Place]


LETTERS = st.text(st.characters(categories=["Lu", "Ll", "Lo", "Nd"]), min_size=1, max_size=8)
LOWER = st.text("abcdefghéßñжшλ", min_size=1, max_size=6)
SIGNS = st.sampled_from(["&", "<", ">", "'", '"', "-", "’", "..", "\u0301"])
PLAIN = st.one_of(LETTERS.map(Word), LOWER.map(Word))
ANY = st.one_of(PLAIN, st.builds(lambda a, sign, b: Word(f"{a}{sign}{b}"), LOWER, SIGNS, LOWER))
DIVIDED = st.builds(Word, LOWER, LOWER)


def documents(words: st.SearchStrategy[Word], *, divided_lines: bool, notes: bool) -> st.SearchStrategy[Pages]:
    """Make pages of paragraphs of lines of words; a word may be divided where a page ends, or where any line does."""

    def with_ends(pages: list[list[Paragraph]], ends: list[Word | None]) -> Pages:
        left = iter(ends)
        found = []
        for number, page in enumerate(pages):
            paragraphs = []
            for at, paragraph in enumerate(page):
                lines = [list(line) for line in paragraph.lines]
                for row, line in enumerate(lines):
                    page_ends = row == len(lines) - 1 and at == len(page) - 1
                    divides = page_ends if row == len(lines) - 1 else divided_lines
                    end = next(left, None)
                    if end is not None and divides and not (page_ends and number == len(pages) - 1):
                        line.append(end)
                paragraphs.append(Paragraph(lines, paragraph.note))
            found.append(paragraphs)
        return found

    line = st.lists(words, min_size=1, max_size=5)
    note = st.one_of(st.just(""), LOWER) if notes else st.just("")
    paragraph = st.builds(Paragraph, st.lists(line, min_size=1, max_size=3), note)
    pages = st.lists(st.lists(paragraph, min_size=1, max_size=3), min_size=1, max_size=4)
    return st.builds(with_ends, pages, st.lists(st.one_of(st.none(), DIVIDED), max_size=12))


class Writing:
    """Writes a document down, and remembers where each word went."""

    def __init__(self, escaping: Callable[[str], str] = str, first: int = 17) -> None:
        self.parts: list[str] = []
        self.at = 0
        self.places: list[Place] = []
        self.escaping = escaping
        self.page = first - 1
        self._begun = 0

    def add(self, written: str) -> None:
        self.parts.append(written)
        self.at += len(written)

    def word(self, word: Word, hyphen: str, write: Callable[[str], None] | None = None) -> None:
        """Write a word, or the first part of one that is divided."""
        self._begun = self.at
        put = write or (lambda said: self.add(self.escaping(said)))
        put(word.said + (hyphen if word.rest else ""))
        if not word.rest:
            self.done(word)

    def done(self, word: Word, page: str = "") -> None:
        self.places.append(Place(word.whole, self._begun, self.at, page or str(self.page)))

    @property
    def original(self) -> str:
        return "".join(self.parts)


def _flowing(
    writing: Writing,
    pages: Pages,
    *,
    page: Callable[[int, bool], str],
    paragraph: tuple[str, str] = ("", "\n\n"),
    line: Callable[[bool], str] = lambda _: "\n",
    note: Callable[[str], str] = lambda _: "",
    hyphen: str = "-",
) -> Writing:
    """Write pages one after another; `page` and `line` are told whether they divide a word."""
    open_: Word | None = None
    for sheet in pages:
        divided = open_ is not None
        began = writing.page
        writing.page += 1
        if not divided:
            writing.add(page(writing.page, False))
        for at, block in enumerate(sheet):
            if not (divided and at == 0):
                writing.add(paragraph[0])
            for row, words in enumerate(block.lines):
                if open_ is not None:
                    writing.add(page(writing.page, True) if row == 0 and at == 0 else line(True))
                    writing.add(writing.escaping(open_.rest))
                    writing.done(open_, str(began) if row == 0 and at == 0 else "")
                    open_ = None
                    writing.add(" ")
                elif row:
                    writing.add(line(False))
                for index, word in enumerate(words):
                    writing.add(" " if index else "")
                    writing.word(word, hyphen)
                    open_ = word if word.rest else None
            if block.note and open_ is None:
                writing.add(note(block.note))
            if open_ is None:
                writing.add(paragraph[1])
    return writing


def plain(pages: Pages, path: str = "a.txt", *, mark: str = "{{p. {}}} ") -> Made:
    writing = _flowing(Writing(), pages, page=lambda number, _: ("\n" if number > 17 else "") + mark.format(number))
    return Made(path, writing.original.encode(), writing.original, writing.places)


def html(pages: Pages) -> Made:
    writing = Writing(escape)
    writing.add("<!DOCTYPE html>\n<html><head><title>É</title></head><body>")
    _flowing(
        writing, pages, page=lambda number, _: f"\n<span class='pagenum'>[{number}]</span> ", paragraph=("<p>", "</p>\n"),
        line=lambda _: "<br>\n", note=lambda said: f"<aside epub:type='footnote'><p>{said}</p></aside>",
    )  # fmt: skip
    return Made("a.html", writing.original.encode(), writing.original, writing.places)


def tei(pages: Pages) -> Made:
    writing = Writing(lambda said: escape(said, quote=False))
    writing.add("<?xml version='1.0'?>\n<TEI><teiHeader><p>É</p></teiHeader><text>")
    _flowing(
        writing, pages, page=lambda number, divided: f"\n<pb n='{number}'{NO_BREAK * divided}/><fw>A {number}</fw>",
        paragraph=("<p>", "</p>\n"), line=lambda divided: "\n<lb break='no'/>" if divided else "\n<lb/>",
        note=lambda said: f" <note>{said} <hi>x</hi></note>",
    )  # fmt: skip
    writing.add("</text></TEI>")
    return Made("a.xml", writing.original.encode(), writing.original, writing.places)


def word_file(pages: Pages) -> Made:
    """Write a DOCX of paragraphs, words split over runs as Word does it, and notes."""
    writing = Writing(lambda said: escape(said, quote=False))
    head, tail = word_document("|").split("|")
    notes: list[str] = []

    def put(said: str) -> None:
        middle = len(said) // 2
        writing.add(escape(said[:middle], quote=False))
        writing.add("</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>" if middle else "")
        writing.add(escape(said[middle:], quote=False))

    writing.add(head)
    for number, block in enumerate(block for page in pages for block in page):
        writing.add("<w:p><w:r><w:t xml:space='preserve'>")
        for word in (word for line in block.lines for word in line):
            writing.word(Word(word.whole), "", put)
            writing.add(" ")
        writing.add("</w:t></w:r>")
        if block.note:
            writing.add(f'<w:r><w:footnoteReference w:id="{number}"/></w:r>')
            notes.append(f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{block.note}</w:t></w:r></w:p></w:footnote>')
        writing.add("</w:p>")
    writing.add(tail)
    inner = writing.original[len(head) : len(writing.original) - len(tail)]
    return Made("a.docx", docx(inner, footnotes="".join(notes)), writing.original, writing.places)


def book(pages: Pages) -> Made:
    """Write an EPUB with a chapter to a page, and a page list that names each chapter's head."""
    names = [f"c{number}.xhtml" for number in range(len(pages))]
    head, tail = chapter("|").split("|")
    writing = Writing(escape)
    inner: list[str] = []
    for sheet in pages:
        writing.page += 1
        writing.add(head)
        start = writing.at
        for block in sheet:
            writing.add("<p>")
            for words in block.lines:
                for word in words:
                    writing.word(Word(word.whole), "")
                    writing.add(" ")
                writing.add("<br/>")
            writing.add("</p>")
        inner.append(writing.original[start:])
        writing.add(tail)
    listed = {name: str(17 + number) for number, name in enumerate(names)}
    return Made("a.epub", epub(dict(zip(names, inner, strict=True)), listed), writing.original, writing.places)


def recognised(pages: Pages) -> Made:
    """Write hOCR, a span to a word."""
    writing = Writing(escape)
    writing.add("<html><head><title>x</title></head><body>")
    for sheet in pages:
        writing.page += 1
        writing.add(f"<div class='ocr_page' title='bbox 0 0 9 9; lpageno {writing.page}'>")
        for block in sheet:
            writing.add("<p class='ocr_par'><span class='ocr_line'>")
            for words in block.lines:
                for word in words:
                    writing.add("\n<span class='ocrx_word' title='bbox 1 2 3 4'>")
                    writing.word(word, "-")
                    if word.rest:
                        writing.add(
                            "</span></span>\n<span class='ocr_line'><span class='ocrx_word' title='bbox 1 3 3 4'>"
                        )
                        writing.add(writing.escaping(word.rest))
                        writing.done(word)
                    writing.add("</span>")
                writing.add("</span>\n<span class='ocr_line'>")
            writing.add("</span></p>")
        writing.add("</div>")
    return Made("a.hocr", writing.original.encode(), writing.original, writing.places)


def alto(pages: Pages) -> Made:
    """Write ALTO, words that are divided with their whole in `SUBS_CONTENT`."""
    writing = Writing(escape)
    writing.add("<?xml version='1.0'?>\n<alto><Layout>")
    for sheet in pages:
        writing.page += 1
        writing.add(f'<Page PRINTED_IMG_NR="{writing.page}"><PrintSpace>')
        for block in sheet:
            writing.add("<TextBlock><TextLine>")
            for words in block.lines:
                for index, word in enumerate(words):
                    writing.add("<SP/>" if index else "")
                    _string(writing, word)
                writing.add("</TextLine><TextLine>")
            writing.add("</TextLine></TextBlock>")
        writing.add("</PrintSpace></Page>")
    writing.add("</Layout></alto>")
    return Made("a.xml", writing.original.encode(), writing.original, writing.places)


def _string(writing: Writing, word: Word) -> None:
    box = '<String HPOS="1" VPOS="2" WIDTH="3" HEIGHT="4" '
    if not word.rest:
        writing.add(f'{box}CONTENT="')
        writing.word(word, "")
        writing.add('"/>')
        return
    whole = f'SUBS_CONTENT="{word.whole}"'
    writing.add(f'{box}SUBS_TYPE="HypPart1" {whole} CONTENT="')
    writing.word(word, "")
    writing.add(f'"/><HYP CONTENT="-"/></TextLine><TextLine>{box}SUBS_TYPE="HypPart2" {whole} CONTENT="')
    writing.add(word.rest)
    writing.done(word)
    writing.add('"/>')


_COLUMNS = (40.0, 230.0)
_WIDTH = 150.0


def column(draw: random.Random, lines: int) -> list[list[Word]]:
    """Fill the lines of a column with words, some divided at a line's end."""
    made: list[list[Word]] = []
    rest = ""
    for number in range(lines):
        line: list[Word] = []
        while _width([rest, *(word.said for word in line), said := _latin(draw, 7)]) < _WIDTH:
            line.append(Word(said))
        if number < lines - 1 and draw.random() < 0.4:
            line.append(Word(_latin(draw, 3), _latin(draw, 4)))
        made.append(line)
        rest = line[-1].rest
    return made


def _latin(draw: random.Random, most: int) -> str:
    return "".join(draw.choices("abcdefghéßñ", k=draw.randint(2, most)))


def _width(words: list[str]) -> float:
    return float(stringWidth(" ".join(words), "Helvetica", 10))


def printed(pages: Sequence[tuple[Sequence[Line], Sequence[Line]]]) -> tuple[bytes, list[str]]:
    """Print pages of two columns as a PDF; return it, and the words in the order in which they are read."""
    places: list[list[tuple[float, float, str]]] = []
    said: list[str] = []
    for page in pages:
        places.append([])
        for x, lines in zip(_COLUMNS, page, strict=True):
            rest = ""
            for row, words in enumerate(lines):
                written = [*([rest] if rest else []), *(word.said + "-" * bool(word.rest) for word in words)]
                places[-1].append((x, 540.0 - 14 * row, " ".join(written)))
                rest = words[-1].rest
                said += [word.whole for word in words]
    return pdf(places), said
