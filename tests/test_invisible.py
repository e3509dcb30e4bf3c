"""What nobody sees in a document is shown in pages, in the report and on a terminal, and in no data."""

import io
import json

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import assay
from assay.cli.app import app
from assay.pages.export.building import build
from assay.report.invisible import Screen, visible, visible_in_page, without_numbers
from conftest import Make

TURNED = "It was \u202eesuoh eht\u202c, and not the mi\u200bll, that burned\u2066.\x1b]0;gone\x07"
MEMOIR = f"A Memoir.\n\n{{p. 1}} {TURNED} Nobody saw it.\n"
CASEBOOK = """\
source memoir "A Memoir"
  by: clara
  file: sources/memoir.txt

person clara "Clara"

claim fire "The mill \u202eburned"

1931 clara affirms fire
  knows: saw
  cite: memoir p. 1
    > Nobody saw it.
"""


@pytest.mark.parametrize(
    "sign", ["\u202e", "\u2066", "\u200b", "\ufeff", "\x1b", "\x07", "\u200f", "\U000e0041", "\x9b"]
)
def test_each_is_shown_by_its_number(sign: str) -> None:
    shown = f"a⟨U+{ord(sign):04X}⟩b"
    assert visible(f"a{sign}b") == shown == visible_in_page(f"a{sign}b")
    assert without_numbers(shown) == "ab"


@given(st.text())
def test_nothing_else_is_changed(words: str) -> None:
    assert visible(visible(words)) == visible(words)
    assert len(visible(words)) >= len(words)
    plain = "".join(sign if sign.isprintable() else " " for sign in words)
    assert visible(plain) == plain


def test_colours_stay_and_what_is_edited_stays() -> None:
    assert visible("\x1b[1mbold\x1b[0m\x1b]8;;x") == "\x1b[1mbold\x1b[0m⟨U+001B⟩]8;;x"
    field = "<textarea name='text'>a\u202eb</textarea><input value='\u202e'>"
    assert visible_in_page(f"<p>\u202e{field}") == f"<p>⟨U+202E⟩{field}"


def test_a_terminal_is_written_nothing_unseen() -> None:
    stream = io.StringIO()
    screen = Screen(stream)
    screen.write("a\u202eb\n")
    assert not screen.isatty()
    assert stream.getvalue() == "a⟨U+202E⟩b\n"


def test_the_report_shows_them(make: Make) -> None:
    files = build(make(whole=CASEBOOK, sources={"memoir.txt": MEMOIR})).files
    pages = {name: words for name, words in files.items() if name.endswith(".html")}
    assert [words[words.index("\u202e") - 90 :][:99] for words in pages.values() if "\u202e" in words] == []
    assert any("The mill ⟨U+202E⟩burned" in words for words in pages.values())
    assert any("⟨U+202E⟩esuoh eht⟨U+202C⟩" in words for words in pages.values())


def test_text_shows_them_and_data_has_them(make: Make) -> None:
    root = str(make(whole=CASEBOOK, sources={"memoir.txt": MEMOIR}).root)
    assert "The mill ⟨U+202E⟩burned" in CliRunner().invoke(app, ["examine", root]).output
    shown = CliRunner().invoke(app, ["show", root, "memoir"]).output
    assert "⟨U+202E⟩esuoh" in shown
    assert "\u202e" not in shown
    data = CliRunner().invoke(app, ["examine", root, "--format", "json"]).output
    assert "The mill \u202eburned" in json.dumps(json.loads(data), ensure_ascii=False)
    assert assay.open(root).case.claims["fire"].title == "The mill \u202eburned"
