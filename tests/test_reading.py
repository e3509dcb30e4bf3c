"""The door to documents of every format: what they are, how they are encoded, what is refused."""

import subprocess
import sys

import pytest

from assay.sources import Limits, Profile, UndecodableError, UnreadableError, read_source


def encoding(data: bytes, path: str = "a.txt", **profile: str) -> tuple[str, str]:
    text = read_source(data, Profile(path, **profile))
    return text.encoding, text.body


@pytest.mark.parametrize(
    ("data", "path", "found"),
    [
        ("naïve".encode(), "a.txt", ("utf-8", "naïve")),
        ("naïve".encode("utf-8-sig"), "a.txt", ("utf-8", "naïve")),
        ("naïve".encode("utf-16"), "a.txt", ("utf-16-le", "naïve")),
        (b"\xfe\xff" + "naïve".encode("utf-16-be"), "a.txt", ("utf-16-be", "naïve")),
        (
            '<meta charset="iso-8859-1"><p>na\u00efve \u0093so\u0094'.encode("latin-1"),
            "a.html",
            ("cp1252", "naïve “so”"),
        ),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>да'.encode("cp1251"),
            "a.html",
            ("windows-1251", "да"),
        ),
    ],
)
def test_the_encoding_is_what_the_document_says(data: bytes, path: str, found: tuple[str, str]) -> None:
    assert encoding(data, path) == found


def test_no_encoding_is_guessed() -> None:
    with pytest.raises(UndecodableError, match="line 1 is not in utf-8") as refused:
        encoding(b"na\xefve")
    assert "--encoding cp1252" in refused.value.help
    assert encoding(b"na\xefve", encoding="cp1252") == ("cp1252", "naïve")
    with pytest.raises(UndecodableError, match="no encoding that is known"):
        encoding(b"<meta charset=klingon><p>a", "a.html")


@pytest.mark.parametrize(
    ("data", "path", "format_"),
    [
        (b"a <b>", "a.txt", "plain"),
        (b"a", "a", "plain"),
        (b"a", "a.minutes", "plain"),
        (b"<!DOCTYPE html><p>a", "a.htm", "html"),
        (b"<!-- x --><html><p>a", "a.txt", "html"),
        (b"<p>a", "a.txt", "plain"),
    ],
)
def test_the_format_is_what_is_in_the_file(data: bytes, path: str, format_: str) -> None:
    assert read_source(data, Profile(path)).format == format_


def test_a_format_that_is_stated_holds() -> None:
    assert read_source(b"<html>a", Profile("a.html", format="plain")).body == "<html>a"
    with pytest.raises(UnreadableError, match="not known") as refused:
        read_source(b"a", Profile("a.txt", format="word"))
    assert "docx" in refused.value.help


@pytest.mark.parametrize(
    ("data", "path", "said"),
    [
        (b"a\0b", "a.txt", "is no text: line 1 has a null byte"),
        (b"%PNG words", "a.pdf", "is called .pdf, but is none"),
        (b"words", "a.docx", "is called .docx, but is none"),
        (b"\x89PNG\r\n", "a.txt", "is a picture"),
        (b"{\\rtf1 a}", "a.rtf", "is RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.docx", "with a password"),
        (b"<svg/>", "a.xml", "neither TEI nor ALTO nor XHTML"),
    ],
)
def test_what_is_something_else_is_refused(data: bytes, path: str, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        read_source(data, Profile(path))


def test_too_much_on_one_line_or_at_all_is_refused() -> None:
    limits = Limits(characters=1000, line=100)
    assert read_source(b"a" * 90 + b"\n" + b"a" * 90, Profile("a.txt"), limits).body
    with pytest.raises(UnreadableError, match="a line of more than 100"):
        read_source(b"a\n" + b"a" * 101, Profile("a.txt"), limits)
    with pytest.raises(UnreadableError, match="more than 1000 characters"):
        read_source(b"a\n" * 600, Profile("a.txt"), limits)


def test_words_stated_to_be_an_archive_are_refused() -> None:
    with pytest.raises(UnreadableError, match="is no EPUB as stated"):
        read_source(b"words", Profile("a.txt", format="epub"))


def test_readers_are_loaded_when_they_are_needed() -> None:
    """Plain text, and `assay --help`, wait for no reader of another format."""
    code = (
        "import sys; from assay.sources import *; read_source(b'x', Profile('a.txt'));"
        "print([name for name in ('pypdfium2', 'xml.parsers.expat', 'zipfile', 'html') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
