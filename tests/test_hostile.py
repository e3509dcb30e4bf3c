"""Documents made to do harm: each is refused in one sentence with nothing written, or read in a bounded time."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from archives import chapter, docx, epub, paragraphs, word_document, zipped
from assay.cli.app import app
from assay.sources import Limits, Profile, UnreadableError, read_source
from raw_pdf import CATALOG, PAGE, pdf_bomb, raw_pdf

ONE_PAGE = raw_pdf(CATALOG, b"<</Type/Pages/Count 1/Kids[3 0 R]>>", PAGE)
NO_SPINE = '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest></package>'
OUT_OF_IT = (
    '<package><manifest><item id="a" href="../../../etc/passwd" media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="a"/></spine></package>'
)
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))

REFUSED: dict[str, tuple[str, bytes]] = {
    "billion laughs.xml": ("declares entities", f'<!DOCTYPE TEI [<!ENTITY l0 "lol">{LAUGHS}]><TEI><text>&l9;</text></TEI>'.encode()),
    "parameter.xml": ("declares entities", b'<!DOCTYPE TEI [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]><TEI><text>a</text></TEI>'),
    "entities.html": ("declares entities", b'<!DOCTYPE html [<!ENTITY a "b">]><p>&a;'),
    "unknown entity.xml": ("entity that it does not define", b'<!DOCTYPE TEI SYSTEM "http://a.b/c.dtd"><TEI><text>&a;</text></TEI>'),
    "entities.docx": ("declares entities", zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'})),
    "bomb.docx": ("unpacks to far more", zipped({"word/document.xml": word_document(paragraphs("a" * 3_000_000))})),
    "bomb.epub": ("unpacks to far more", epub({"a.xhtml": "x" * 3_000_000})),
    "deep.docx": ("deep in one another", docx("<w:p>" * 5000 + "</w:p>" * 5000)),
    "deep.xml": ("deep in one another", b"<TEI><text>" + b"<p>" * 5000),
    "deep.hocr": ("deep in one another", b"<html><div class='ocr_page'><i class='ocr_line'>" + b"<i>" * 5000),
    "deep.html": ("deep in one another", b"<html>" + b"<q>" * 5000),
    "no spine.epub": ("without chapters", epub({"a.xhtml": "x"}, more={"OEBPS/book.opf": NO_SPINE})),
    "out of it.epub": ("lacks a file", epub({"a.xhtml": "x"}, more={"OEBPS/book.opf": OUT_OF_IT})),
    "no package.epub": ("names no package", zipped({"META-INF/container.xml": "<container/>"})),
    "open chapter.epub": ("never closed", epub({"a.xhtml": "<p>One</p><!-- two"})),
    "slow code.xml": ("no encoding of text", b'<?xml version="1.0" encoding="punycode"?><TEI><text>a-b</text></TEI>'),
    "binary.txt": ("is no text", b"\x7fELF\x02\x01\x01" + bytes(64) + b"\x03\x00\x3e\x00" * 40),
    "wide.txt": ("seems to be in utf-16-le", "A memoir, told in 1936.".encode("utf-16-le")),
    "other.txt": ("in cp1252 it would be “Café”", "A Café in May".encode("cp1252")),
    "a.odt": ("OpenDocument", zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}, stored=True)),
    "a.xlsx": ("spreadsheet", zipped({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"})),
    "a.docm": ("damaged", docx(paragraphs("One."))[:-30]),
    "half.epub": ("cut off", epub({"a.xhtml": "<p>One</p>"})[:600]),
    "half.xml": ("no well-formed XML", b"<TEI><text><p>One"),
    "half.html": ("never closed", b"<html><p>One <!-- two"),
    "half tag.html": ("never closed", b"<html><p>One <a href='x"),
    "open number.html": ("page number on line 2 that is never closed", b"<html>\n<span class='pagenum'>12 <b>" + b"It burned. " * 9),
    "open note.html": ("note on line 1 that is never closed", b"<html><div role='doc-footnote'>1 <p>" + b"It burned. " * 9),
    "a.doc": ("old Word document", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    "cyclic.pdf": ("is damaged", raw_pdf(CATALOG, b"<</Type/Pages/Count 3/Kids[2 0 R 2 0 R 3 0 R]>>", PAGE)),
    "many pages.pdf": ("more than 50000 pages", raw_pdf(CATALOG, b"<</Type/Pages/Count 100000/Kids[%s]>>" % (b"3 0 R " * 100_000), PAGE)),
    "endless.pdf": ("more than 50000 pages", raw_pdf(CATALOG, b"<</Type/Pages/Count 100000/Kids[3 0 R]>>", b"<</Type/Pages/Parent 2 0 R/Count 100000/Kids[2 0 R 3 0 R]>>")),
    "fewer pages.pdf": ("is damaged", raw_pdf(CATALOG, b"<</Type/Pages/Count 4000/Kids[3 0 R]>>", PAGE)),
    "half.pdf": ("cut off", ONE_PAGE[:200]),
    "html.pdf": ("is called .pdf", b"<html><p>Not found"),
    "pdf.txt": ("is cut off", b"%PDF-1.4 and no more"),
    "many marks.html": ("more than 50000 pages", b"<html>" + b"<i class='pagenum'></i>" * 60_000),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_harm_is_refused_in_one_sentence_and_nothing_is_written(name: str, tmp_path: Path) -> None:
    said, data = REFUSED[name]
    root = tmp_path / "trial"
    assert CliRunner().invoke(app, ["new", str(root)]).exit_code == 0
    (tmp_path / name).write_bytes(data)
    before = {path: path.is_file() and path.read_bytes() for path in tmp_path.rglob("*")}
    started = time.process_time()
    done = CliRunner().invoke(app, ["add", str(root), str(tmp_path / name)])
    assert time.process_time() - started < 10
    output = " ".join(done.output.split())
    assert done.exit_code == 2, output
    assert said in output
    assert output.count(name) == 1
    assert len(done.output.strip().split("\n")) <= 2
    assert "Traceback" not in output
    assert {path: path.is_file() and path.read_bytes() for path in tmp_path.rglob("*")} == before


READ: dict[str, tuple[str, bytes]] = {
    "giant attribute.xml": ("a", b"<TEI><text n='" + b"x" * 9_000_000 + b"'>a</text></TEI>"),
    "giant attribute.html": ("a", b"<html><p title='" + b"x" * 9_000_000 + b"'>a"),
    "endless default.xml": ("a", b"<!DOCTYPE TEI [<!ATTLIST p n CDATA '" + b"x" * 1_000_000 + b"'>]><TEI><text>" + b"<p/>" * 20_000 + b"a</text></TEI>"),
    "tags in tags.html": ("a", b"<html>a" + b"<q>" * 900 + b"<b></b></i>" * 100_000),
    "ends in lines.hocr": ("a", b"<html><div class=ocr_page><b class=ocr_line>a" + b"<i>" * 900 + b"</u>" * 100_000),
    "lines after words.xml": ("x" * 4_000_000, b"<TEI><text>" + b"x" * 4_000_000 + b"<lb break='no'/>" * 20_000 + b"</text></TEI>"),
    "space after pages.html": ("a", b"<html><pre>a" + b"<i class='pagenum'></i>" * 3000 + b" " * 3_000_000),
    "braces.txt": ("{ { {", b"{ " * 1_000_000),
    "rules.txt": ("---", b"-" * 3_000_000),
    "brackets.md": ("[", b"[" * 300_000 + b"](" * 300_000),
    "stars.md": ("*a", b"*a " * 300_000),
    "ticks.md": ("", b" ".join(b"`" * n for n in range(1, 1500))),
    "less than.html": ("<", b"<html>" + b"< " * 200_000),
    "noted again and again.docx": ("", zipped({"word/document.xml": word_document('<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>' * 20_000), "word/footnotes.xml": word_document(f'<w:footnote w:id="1">{paragraphs(" word" * 200_000)}</w:footnote>')}, stored=True)),
    "traversal.docx": ("One.", zipped({"word/document.xml": word_document(paragraphs("One.")), "../../evil.txt": "x", "/etc/evil": "x"})),
    "negative.pdf": ("", raw_pdf(CATALOG, b"<</Type/Pages/Count -4/Kids[3 0 R]>>", PAGE)),
    "small bomb.pdf": ("", pdf_bomb(50_000)),
    "empty.txt": ("", b""),
    "says pdf.txt": ("The first bytes", b"The first bytes of a PDF are %PDF-1.4 or the like."),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_what_looks_like_harm_is_read_in_a_bounded_time(name: str) -> None:
    begins, data = READ[name]
    started = time.process_time()
    text = read_source(data, Profile(name))
    assert time.process_time() - started < 8
    assert text.body.startswith(begins)
    assert text.body.strip() or "no words" in " ".join(text.notices)


@pytest.mark.parametrize(
    ("data", "path", "limits", "said"),
    [
        (b"a" * 2000, "a.txt", Limits(line=1000), "a line of more than 1000"),
        (b"a\n" * 2000, "a.txt", Limits(characters=1000), "more than 1000 characters"),
        (b"<html><p>" + b"a " * 1000, "a.html", Limits(line=1000), "a line of more than 1000"),
        (docx(paragraphs(*["One."] * 100)), "a.docx", Limits(elements=100), "more than 100 elements"),
        (docx(paragraphs(*["One."] * 100)), "a.docx", Limits(characters=1000), "more than 1000 characters"),
        (b"<TEI><text>" + b"<p/>" * 200 + b"</text></TEI>", "a.xml", Limits(elements=100), "more than 100 elements"),
        (b"<html>" + b"a&amp;" * 200, "a.html", Limits(elements=100), "more than 100 pieces"),
        (b"*a* " * 200, "a.md", Limits(elements=100), "more than 100 marks of typing"),
        (b"{p. 1} " * 60_000, "a.txt", Limits(), "more than 50000 page marks"),
        (b"<html>" + b"<p></p>" * 200, "a.html", Limits(elements=100), "more than 100 elements"),
        (b"<TEI><text>" + b"<pb n='1'/>" * 9 + b"</text></TEI>", "a.xml", Limits(pages=8), "more than 8 pages"),
        (zipped({str(n): "" for n in range(20)}), "a.docx", Limits(members=10), "archive of more than 10 files"),
        (zipped({"word/document.xml": chapter("a" * 9000)}, stored=True), "a.docx", Limits(unpacked=1000), "unpacks to far more"),
        (ONE_PAGE, "a.pdf", Limits(seconds=0), "takes more than 0 seconds"),
        pytest.param(
            pdf_bomb(4_000_000), "a.pdf", Limits(memory=200 << 20), "asks for more memory",
            marks=pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded where the system can"),
        ),
    ],
)  # fmt: skip
def test_what_is_too_much_is_refused(data: bytes, path: str, limits: Limits, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        read_source(data, Profile(path), limits)


def test_a_file_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    root, file = tmp_path / "trial", tmp_path / "large.txt"
    CliRunner().invoke(app, ["new", str(root)])
    with file.open("wb") as out:
        out.truncate((1 << 30) + 1)
    for arguments in (["add", str(root), str(file)], ["read", str(file)], ["voices", str(file)]):
        done = CliRunner().invoke(app, arguments)
        assert (done.exit_code, "more than 1024 MiB" in done.output) == (2, True), done.output
    assert not list((root / "sources").iterdir())


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    CliRunner().invoke(app, ["new", str(tmp_path / "trial")])
    (tmp_path / "papers").mkdir()
    done = CliRunner().invoke(app, ["add", str(tmp_path / "trial"), str(tmp_path / "papers")])
    assert "is no file" in done.output
    assert done.exit_code == 2


def test_a_pdf_is_read_without_importing_what_lies_around(tmp_path: Path) -> None:
    """A dossier may have been sent by anybody; a module in it is not run."""
    (tmp_path / "msgspec.py").write_text("raise SystemExit('harm')")
    (tmp_path / "a.pdf").write_bytes(ONE_PAGE)
    command = [sys.executable, "-P", "-m", "assay", "read", "a.pdf"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "a.pdf: PDF, 0 characters, 1 page." in done.stdout, done.stderr
