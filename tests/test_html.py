"""HTML: what a reader sees, and where each character of it is written."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.model.text import Text
from assay.sources import Limits, Profile, UnreadableError, read_source
from leading_back import leads_back

PARTS = st.sampled_from(
    ["<p>", "</p>", "<P CLASS='x>y'>", "<i>", "</i>", "<q>", "</q>", "<blockquote cite=a>", "</blockquote>", "<br/>", "<br>",
     "word", "pre-", " ", "\n", "\r\n", "\t  ", "&amp;", "&lt;", "&#x1D538;", "&notit;", "&nbsp;", "& ", "𝔸", "é", "<", "< ",
     "<!-- a > b -->", "<![CDATA[x & <y>]]>", "<script>if (a<b) {}</script>", "<span class=pagenum>[Pg 7]</span>",
     "<a id='p3' epub:type='pagebreak' title='3'/>", "<aside epub:type='footnote'>", "</aside>", "<pre>", "</pre>", "</x>",
     "{p. 9}", "<td>", "</ >", "</div>", "<div>"]
)  # fmt: skip
TEXTS = st.lists(PARTS, max_size=40).map("".join)


def read(document: str, **profile: str) -> Text:
    return read_source(document.encode(), Profile("a.html", **profile))


@given(TEXTS)
def test_every_character_leads_back(document: str) -> None:
    with contextlib.suppress(UnreadableError):
        leads_back(read(document), document)


def test_a_page_reads_as_it_is_seen() -> None:
    text = read(
        "\ufeff<!DOCTYPE html><html><head><title>No</title><style>p {}</style></head><body><h1>A  Memoir</h1>\r\n"
        "<p>It was\r\n  <b>p</b>re&shy;sented &amp; read<br>aloud.<p>She said <q>no</q>.<script>1 < 2</script>"
        "<table><tr><td>one<td>two</table><pre>as  it\n is</pre>"
    )
    assert text.body == ("A Memoir\n\nIt was\npre\u00adsented & read\naloud.\n\nShe said no.\n\none two\n\nas  it\n is")
    assert [(text.body[run.at : run.end], run.element) for run in text.marked] == [("no", "q")]
    assert (text.format, text.encoding) == ("html", "utf-8")
    assert text.notices == ("It has no page marks: cite ¶ N, or the work alone.",)


def pages(text: Text) -> list[tuple[str, str]]:
    return [(" / ".join(map(str, page.labels)), text.body[page.at : page.end]) for page in text.pages]


def test_pages_of_gutenberg_and_of_accessible_books() -> None:
    text = read(
        '<p><span class="pagenum"><a id="Page_6">[Pg 6]</a></span>It was pre-<span class="pagenum">[Pg 7]</span>\n'
        'sented. The <span epub:type="pagebreak" role="doc-pagebreak" id="pg9" title="9"></span>end.</p>'
    )
    assert pages(text) == [("p. 6", "It was pre"), ("pp. 7-8", "sented. The "), ("p. 9", "end.")]


def test_page_marks_in_the_words_are_found_as_in_plain_text() -> None:
    assert pages(read("<p>{p. 1} One &amp; pre-</p><p>{p. 2} sented.</p>")) == [
        ("p. 1", "One & pre"),
        ("p. 2 or later", "sented."),
    ]


def test_notes_are_lifted_out() -> None:
    text = read(
        'He left.<a epub:type="noteref" href="#n">1</a> Then <aside role="doc-footnote">1 In <i>May</i>.</aside>he came.'
    )
    assert text.body == "He left. Then he came."
    assert [(aside.words, aside.at) for aside in text.asides] == [("1", 8), ("1 In May.", 13)]


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ("<p>one <a href=x two", "a tag on line 1"),
        ("one\n<!-- two", "a comment on line 2"),
        ("<script>one", "a script on line 1"),
        ("<!DOCTYPE html [<!ENTITY a 'b'>]><p>&a;", "entities of its own"),
        ("<p>" + "<q>" * 30, "more than 20 deep"),
    ],
)
def test_what_loses_words_is_refused(document: str, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        read_source(document.encode(), Profile("a.html"), Limits(depth=20))


@pytest.mark.parametrize(
    "part", ["<a ", "<!--", "</", "<a b='", "<", "<p class=", "&", "<q>x</q>", "<![CDATA[", "<!", "{"]
)
def test_time_grows_with_the_length_alone(part: str) -> None:
    """A hundred thousand of anything is read, or refused, at once."""
    with contextlib.suppress(UnreadableError):
        read(part * 100_000)


@pytest.mark.parametrize(
    ("document", "body"),
    [
        ("<html><head><title>No</title><body><p>Yes", "Yes"),
        ("<html><head><title>No</title><p>Yes", "Yes"),
        ("<html><head><meta charset=utf-8><title>No</title>Yes", "Yes"),
        ("<html><ul><li hidden>No<li>Yes</ul>and yes", "Yes\n\nand yes"),
        ("<html><ul><li hidden>No</ul>Yes", "Yes"),
        ("<html><ul><li hidden>No<ul><li>no</ul>no</ul>Yes", "Yes"),
        ("<html><table><tr hidden><td>No<tr><td>Yes</table>", "Yes"),
    ],
)
def test_what_needs_no_end_tag_hides_nothing_else(document: str, body: str) -> None:
    assert read(document).body == body


def test_a_page_number_that_is_none_stays_beside_the_text() -> None:
    text = read("<html><p>One <span class='pagenum'>as he said to the court</span> two")
    assert text.body == "One two"
    assert [aside.words for aside in text.asides] == ["as he said to the court"]


def test_notes_one_after_another_without_end_tags() -> None:
    text = read("<html><p>It burned.<ol><li epub:type='footnote'>One<li epub:type='footnote'>two</ol><p>It did.")
    assert text.body == "It burned.\n\nIt did."
    assert [aside.words for aside in text.asides] == ["One", "two"]
