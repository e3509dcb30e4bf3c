"""Markdown: words without the marks of typing, each where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.model.location import Span
from assay.model.text import Text
from assay.sources import Profile, read_source
from leading_back import leads_back

PARTS = st.sampled_from(
    ["# ", "> ", "- ", "*", "**", "_", "`", "```\n", "~~~", "[", "](x)", '](x "t")', "![", "[^1]", "\n[^1]: note\n", "    more\n",
     "<!--", "-->", "<b>", "</b>", "<http://a.b>", "\\*", "\\", "&amp;", "&#x1D538;", "&x", "---\n", "===", "word", "pre-", "sented",
     " ", "\n", "\r\n", "\n\n", "𝔸", "é", "{p. 2}", "[p. 3]", "\ufeff", "[a]: b\n", "1. "]
)  # fmt: skip
TEXTS = st.lists(PARTS, max_size=40).map("".join)


def read(document: str, **profile: str) -> Text:
    return read_source(document.encode(), Profile("a.md", **profile))


@given(TEXTS)
def test_every_character_leads_back(document: str) -> None:
    leads_back(read(document, format="markdown"), document)


@given(TEXTS)
def test_no_letter_is_lost(document: str) -> None:
    """What is in no place of the body was a mark, or is kept as an aside, or lies within brackets that hide it."""
    text = read(document, format="markdown")
    kept = {at for piece in text.pieces for at in range(piece.raw, piece.raw_end)}
    kept |= {at for aside in text.asides for at in range(aside.raw.start, aside.raw.end)}
    lost = "".join(letter for at, letter in enumerate(document) if at not in kept)
    assert not set("é𝔸") & set(lost) or any(
        mark in document for mark in ("<!--", "](", "![", "---", "[a]:", "<b", "```", "~~~")
    )


def test_the_marks_of_typing_are_no_words() -> None:
    text = read(
        '---\ntitle: No\n---\n# A *Memoir* #\n\n> It was **pre**sented & r\\*ead, [aloud](http://x/ "t") &amp; `2 * 3`.\n'
        "> snake_case_name, 2 * 3 * 4\n\nTitle\n-----\n\n- one\n- two\n\n1. three <!-- four --> <b>five</b>![six](x)\n\n```python\n*a*\n```\n"
    )
    assert text.body == (
        "A Memoir\n\nIt was presented & r*ead, aloud & 2 * 3.\nsnake_case_name, 2 * 3 * 4\n\n"
        "Title\n\n\none\ntwo\n\n1. three  five\n\n\n*a*\n\n"
    )
    assert text.format == "markdown"


def test_notes_are_lifted_out() -> None:
    text = read("He left.[^1] So it is.\n\n[^1]: In *May*.\n    Or June.\n\nThe end.\n")
    assert text.body == "He left. So it is.\n\nThe end.\n"
    assert [aside.words for aside in text.asides] == ["[^1]", "[^1]: In *May*.\n    Or June."]


def test_pages_are_marked_as_in_plain_text() -> None:
    text = read("{p. 1} It was *pre-*\n\n{p. 2} sented &amp; read. [p. 3] So.")
    assert [(str(page.labels[0]), text.body[page.at : page.end]) for page in text.pages] == [
        ("p. 1", "It was pre"),
        ("p. 2", "sented & read. "),
        ("p. 3 or later", "So."),
    ]
    assert text.raw(Span(text.body.index("&"), text.body.index("&") + 1)) == Span(36, 41)


@pytest.mark.parametrize(
    "part", ["*a ", "[", "[a](", "<!--", "`", "``` ", "_a", "![", "](", "> ", "#", "**a*", "<a ", "[^", "\\", "-"]
)
def test_time_grows_with_the_length_alone(part: str) -> None:
    read(part * 100_000)


def test_what_is_said_is_no_mark() -> None:
    said = "[Vyshinsky]: Did you meet him?\n\n[Goltsman]: Yes.\n\nHe <laughs> so."
    assert read(f"{said}\n\n[a]: http://a.b 'A'\n", format="markdown").body.rstrip() == said
