"""A PDF's page beside its words is a picture, drawn elsewhere; the PDF itself never reaches the browser."""

import hashlib
import struct
import zlib
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from assay.serve.app import application
from assay.serve.desk import Desk
from assay.sources.errors import UnreadableError
from assay.sources.pdf_image import page_image, png
from test_pdf import lines, pdf


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    root = tmp_path / "dossier"
    for folder in ("sources", "casebook"):
        (root / folder).mkdir(parents=True)
    files = {
        "letter.pdf": pdf([lines("The first page", "has two lines"), lines("The second page")], ["i", "ii"]),
        "broken.pdf": b"%PDF-1.4\nbroken %%EOF",
        "note.txt": b"{p. 1} words",
    }
    toml = 'assay = 1\ntitle = "T"\nlanguage = "en"\n'
    for name, data in files.items():
        (root / "sources" / name).write_bytes(data)
        toml += f'\n[[file]]\npath = "sources/{name}"\nsha256 = "{hashlib.sha256(data).hexdigest()}"\n'
    (root / "dossier.toml").write_text(toml)
    named = "\n".join(f'source {Path(name).stem} "{name}"\n  file: sources/{name}\n' for name in files)
    (root / "casebook" / "case.case").write_text(named)
    return TestClient(application(Desk(root))[0])


@pytest.mark.parametrize("label", ["i", "p. i", "pdf 1", "pdf%201"])
def test_a_page_is_drawn_as_a_picture(client: TestClient, label: str) -> None:
    answer = client.get(f"/page-image/letter/{label}.png")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/png"
    width, height, dark = read_png(answer.content)
    assert (width, height) == pytest.approx((1400, 1400 * height / width), abs=2)
    assert 0 < dark < 0.05  # a line of words on white paper


def test_two_pages_have_two_pictures(client: TestClient) -> None:
    assert client.get("/page-image/letter/i.png").content != client.get("/page-image/letter/ii.png").content


@pytest.mark.parametrize("path", ["letter/iii.png", "note/1.png", "broken/1.png", "nobody/1.png", "letter/.png"])
def test_what_has_no_picture_is_said(client: TestClient, path: str) -> None:
    answer = client.get(f"/page-image/{path}")
    assert answer.status_code in (404, 422)
    assert "%PDF" not in answer.text


def test_a_page_that_cannot_be_drawn_is_said() -> None:
    with pytest.raises(UnreadableError, match="cannot be drawn"):
        page_image(b"%PDF-1.4 nothing", 0)
    with pytest.raises(UnreadableError, match="cannot be drawn"):
        page_image(pdf([lines("one")]), 7)


def test_pixels_are_written_as_they_are() -> None:
    pixels = bytes([255, 0, 0, 0, 255, 0, 9, 9, 0, 0, 255, 1, 2, 3, 9, 9])  # two rows of two, and what pads them
    data = png(pixels, 2, 2, 8, 3)
    at, rows = data.index(b"IDAT") + 4, b"\0\xff\0\0\0\xff\0" + b"\0\0\0\xff\1\2\3"
    assert zlib.decompress(data[at : data.index(b"IEND") - 8]) == rows


def read_png(data: bytes) -> tuple[int, int, float]:
    """Return a picture's width and height, and the share of its pixels that are dark."""
    width, height, _, kind = struct.unpack(">IIBB", data[16:26])
    channels = {0: 1, 2: 3, 6: 4}[kind]
    start = data.index(b"IDAT") + 4
    rows = zlib.decompress(data[start : start + struct.unpack(">I", data[start - 8 : start - 4])[0]])
    wide = width * channels + 1
    dark = sum(rows[row * wide + 1 + at * channels] < 128 for row in range(height) for at in range(0, width, 7))
    return width, height, dark * 7 / (width * height)
