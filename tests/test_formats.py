"""The same little text in every format: added, hashed, read, and its quotations found on their pages."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archives import docx, epub, paragraphs, word_document, zipped
from assay.cli.app import app
from assay.dossier import open_dossier
from assay.model.location import Span
from test_pdf import lines, pdf
from test_scans import alto, alto_page, hocr, hocr_page, string

PAGE_1 = ("I saw the mill burn on the night", "of the third of May & told the vil-")
PAGE_2 = ("lage of it. Nobody would be-", "lieve me.")
ACROSS = "I saw the mill burn on the night of the third of May & told the village of it."
HTML_1, HTML_2 = ("<br>".join(page).replace("&", "&amp;") for page in (PAGE_1, PAGE_2))
MARKED = "{p. 7} " + "\n".join(PAGE_1) + "\n\n{p. 8} " + "\n".join(PAGE_2)

FORMATS: dict[str, tuple[str, bytes, str]] = {
    "plain text": ("memoir.txt", MARKED.encode(), "pp. 7-8"),
    "UTF-16": ("memoir.txt", MARKED.encode("utf-16"), "pp. 7-8"),
    "Markdown": ("memoir.md", f"# Memoir\n\n{MARKED.replace('mill', '*mill*')}".encode(), "pp. 7-8"),
    "HTML": (
        "memoir.html",
        f'<!DOCTYPE html><p><a class="pagenum">7</a>{HTML_1}<a class="pagenum">8</a>{HTML_2}'.encode(),
        "pp. 7-8",
    ),
    "TEI": (
        "memoir.xml",
        f"<TEI><text><p><pb n='7'/>{HTML_1.replace('<br>', '<lb/>')}\n<pb n='8'/>{HTML_2.replace('<br>', '<lb/>')}</p></text></TEI>".encode(),
        "pp. 7-8",
    ),
    "PDF": ("memoir.pdf", pdf([lines(*PAGE_1), lines(*PAGE_2)], ["7", "8"]), "pp. 7-8"),
    "PDF, counted": ("memoir.pdf", pdf([lines(*PAGE_1), lines(*PAGE_2)]), "pdf pp. 1-2"),
    "DOCX": ("memoir.docx", docx(paragraphs("A Memoir", " ".join((*PAGE_1, *PAGE_2)).replace("&", "&amp;").replace("- ", ""))), "¶ 2"),
    "EPUB": (
        "memoir.epub",
        epub({"a.xhtml": f"<p>{HTML_1}</p>", "b.xhtml": f"<p>{HTML_2}</p>"}, {"a.xhtml": "7", "b.xhtml": "8"}),
        "pp. 7-8",
    ),
    "ALTO": (
        "memoir.xml",
        alto(
            alto_page(*("<SP/>".join(map(string, line.split())) for line in PAGE_1), number="7"),
            alto_page(*("<SP/>".join(map(string, line.split())) for line in PAGE_2), number="8"),
        ).encode(),
        "pp. 7-8",
    ),
    "hOCR": (
        "memoir.html",
        hocr(hocr_page(*map(str.split, PAGE_1), label="7"), hocr_page(*map(str.split, PAGE_2), label="8")).encode(),
        "pp. 7-8",
    ),
}  # fmt: skip

CASE = """\
person anna "Anna"

claim fire "The mill burned"

1931 anna affirms fire
  cite: memoir {locator}
    > {words}
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def new(folder: Path) -> Path:
    assert run("new", folder, "--title", "The mill").exit_code == 0
    return folder


@pytest.mark.parametrize("format_", FORMATS)
def test_a_quotation_across_a_page_is_found_on_its_page(format_: str, tmp_path: Path) -> None:
    name, data, locator = FORMATS[format_]
    document, root = tmp_path / name, new(tmp_path / "trial")
    document.write_bytes(data)
    added = run("add", root, document)
    assert added.exit_code == 0, added.output
    assert f"({format_.split(',', maxsplit=1)[0]}" in added.output or format_ in ("UTF-16", "TEI", "ALTO")
    book = root / "casebook" / "case.case"
    book.write_text(CASE.format(locator=locator, words=ACROSS), "utf-8")
    done = run("check", root)
    assert done.exit_code == 0, done.output
    assert "1 quotation in 1 work" in done.output
    book.write_text(CASE.format(locator=locator, words=ACROSS.replace("third", "fourth")), "utf-8")
    assert "“fourth” where the work has “third”" in " ".join(run("check", root).output.split())
    if locator == "pp. 7-8":
        book.write_text(CASE.format(locator="p. 7", words="Nobody would believe me."), "utf-8")
        assert "write: p. 8" in run("check", root).output
    assert document.read_bytes() == data == (root / "sources" / name).read_bytes()


@pytest.mark.parametrize("format_", ["PDF", "ALTO", "hOCR"])
def test_a_quotation_is_seen_in_rectangles_on_both_pages(format_: str, tmp_path: Path) -> None:
    name, data, _ = FORMATS[format_]
    document, root = tmp_path / name, new(tmp_path / "trial")
    document.write_bytes(data)
    run("add", root, document)
    (text,) = open_dossier(root).texts.values()
    at = text.body.index("village")
    regions = text.regions_of(Span(at, at + len("village")))
    assert [(text.body[region.at : region.end], region.page) for region in regions] == [("vil", 0), ("lage", 1)]


def test_what_was_found_is_printed(tmp_path: Path) -> None:
    root = new(tmp_path / "trial")
    (tmp_path / "a.docx").write_bytes(FORMATS["DOCX"][1])
    (tmp_path / "b.html").write_bytes('<meta charset="windows-1251"><p>да'.encode("cp1251"))
    output = run("add", root, tmp_path / "a.docx", tmp_path / "b.html").output
    assert "Added sources/a.docx as source a (DOCX, 113 characters)." in output
    assert "DOCX keeps no pages: cite paragraphs, ¶ N." in output
    assert "(HTML, windows-1251, 2 characters)" in output


HOSTILE = {
    "a zip bomb.docx": zipped({"word/document.xml": word_document(paragraphs("a" * 3_000_000))}),
    "entities.xml": b"<!DOCTYPE TEI [<!ENTITY a 'b'>]><TEI><text>&a;</text></TEI>",
    "external.xml": b"<!DOCTYPE TEI [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><TEI><text>&a;</text></TEI>",
    "encrypted.pdf": pdf([lines("One.")], password="no"),
    "cut off.pdf": FORMATS["PDF"][1][:500],
    "cut off.docx": FORMATS["DOCX"][1][:300],
    "cut off.epub": FORMATS["EPUB"][1][:300],
    "deep.xml": b"<TEI><text>" + b"<p>" * 5000,
    "garbage.txt": bytes(range(256)),
    "garbage.pdf": bytes(range(256)),
    "wrong.epub": FORMATS["HTML"][1],
    "other.zip": zipped({"a.txt": "a"}),
    "picture.txt": b"\x89PNG\r\n\x1a\n",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_read_is_refused_in_one_sentence_and_nothing_written(name: str, tmp_path: Path) -> None:
    root = new(tmp_path / "trial")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    document = tmp_path / name
    document.write_bytes(HOSTILE[name])
    done = run("add", root, document)
    assert done.exit_code == 2
    assert done.output.count(name) == 1
    assert len(done.output.strip().split("\n")) <= 2
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
    toml = root / "dossier.toml"
    (root / "sources" / name).write_bytes(HOSTILE[name])
    toml.write_text(f'{toml.read_text()}\n[[file]]\npath = "sources/{name}"\n')
    checked = run("check", root)
    assert checked.exit_code == 1
    assert checked.output.count("F002") == 1


def test_a_format_may_be_stated(tmp_path: Path) -> None:
    root = new(tmp_path / "trial")
    (tmp_path / "a.txt").write_text("<p>One &amp; two")
    assert "(HTML, utf-8, 9 characters)" in run("add", root, tmp_path / "a.txt", "--format", "html").output
    assert 'format = "html"' in (root / "dossier.toml").read_text()
    (text,) = open_dossier(root).texts.values()
    assert text.body == "One & two"
