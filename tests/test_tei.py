"""TEI: pages, notes, lines and quotations as the editor encoded them, each character with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.model.text import Text
from assay.sources import Limits, Profile, UnreadableError, read_source
from leading_back import leads_back

LEAVES = st.sampled_from(
    ["word", "pre-", "sented", " ", "\n", "\r\n", "\t  ", "&amp;", "&lt;", "&#x1D538;", "&#13;", "𝔸", "é", "&#10;", "\r",
     "<!-- a > b & c -->", "<![CDATA[x & <y>\r\n &amp;𝔸]]>", "<?pi x?>", "<lb/>", "<lb break='no'/>", "<pb n='3'/>",
     "<pb n='4' ed='hbk' break='no'/>", "<fw>9</fw>", "<note a='>' >n &amp;</note>", "<choice><sic>a</sic><corr>b</corr></choice>"]
)  # fmt: skip
NAMES = st.sampled_from(["p", "hi", "q", "said", "div", "note", "quote", "cell", "fw"])
TREES = st.recursive(
    st.lists(LEAVES, max_size=8).map("".join),
    lambda inner: st.builds(
        lambda name, parts: f"<{name} >{''.join(parts)}</{name}>", NAMES, st.lists(inner, max_size=4)
    ),
    max_leaves=8,
)
HEAD = '<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><title>É</title></teiHeader><text>'
TAIL = "</text></TEI>"


def read(inner: str, *, mark: str = "", **profile: str) -> Text:
    return read_source(f"{mark}{HEAD}{inner}{TAIL}".encode(), Profile("a.xml", **profile))


@given(TREES, st.sampled_from(["", "\ufeff"]))
def test_every_character_leads_back(inner: str, mark: str) -> None:
    leads_back(read(inner, mark=mark), f"{mark}{HEAD}{inner}{TAIL}")


def pages(text: Text) -> list[tuple[str, str]]:
    return [(" / ".join(map(str, page.labels)), text.body[page.at : page.end]) for page in text.pages]


def test_pages_lines_and_running_heads() -> None:
    text = read(
        "<p><pb n='17'/>It was pre-<lb break='no'/>\n   sented by A. Smirnov-<lb break='no'/>Eismont, a&#x301; wo<lb break='no'/>"
        "\nman of im-<pb n='18' break='no'/><fw>A MEMOIR 18</fw>portance.<lb/>She\n<pb n='xx'/>left.</p>"
    )
    assert pages(text) == [
        ("p. 17", "It was presented by A. Smirnov-Eismont, a\u0301 woman of im"),
        ("p. 18", "portance.\nShe\n"),
        ("p. xx", "left."),
    ]
    assert (text.format, text.encoding, text.notices) == ("tei", "utf-8", ())


def test_pages_of_two_editions_run_side_by_side() -> None:
    text = read("<p><pb n='1' ed='#hbk'/><pb n='5' ed='pbk'/>a <pb n='6' ed='pbk'/>b <pb n='2' ed='hbk'/>c</p>")
    assert pages(text) == [
        ("hbk p. 1 / pbk p. 5", "a\n"),
        ("hbk p. 1 / pbk p. 6", "b\n"),
        ("hbk p. 2 / pbk p. 6", "c"),
    ]


def test_notes_are_lifted_out_and_quotations_marked() -> None:
    text = read(
        "<p>He <note n='1'>So <note>inner</note>he says.</note>said: <said who='#anna'>It was <q>burning</q>.</said></p>"
        "<quote><p>So.</p></quote>"
    )
    assert text.body == "He said: It was burning.\n\nSo."
    assert [(text.body[m.at : m.end], m.element, m.who) for m in text.marked] == [
        ("It was burning.", "said", "anna"),
        ("burning", "q", ""),
        ("So.", "quote", ""),
    ]
    assert [(aside.at, aside.words) for aside in text.asides] == [(2, "So he says."), (2, "inner")]


def test_what_stands_on_the_page_is_read_not_what_the_editor_makes_of_it() -> None:
    text = read(
        "<p>Iz<choice><sic>vets</sic><corr>vest</corr></choice>ia <choice><abbr>Dr</abbr><expan>Doctor</expan></choice></p>"
    )
    assert text.body == "Izvetsia Dr"


def test_known_names_of_characters_are_read_where_a_dtd_lies_elsewhere() -> None:
    document = '<!DOCTYPE TEI SYSTEM "http://example.org/tei.dtd"><TEI><text><p>caf&eacute;</p></text></TEI>'
    text = read_source(document.encode(), Profile("a.xml"))
    assert text.body == "café"
    leads_back(text, document)


def test_declared_encodings_are_read() -> None:
    data = '<?xml version="1.0" encoding="windows-1251"?><TEI><text><p>да &amp; нет</p></text></TEI>'.encode("cp1251")
    text = read_source(data, Profile("a.xml"))
    assert (text.body, text.encoding) == ("да & нет", "windows-1251")


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ("<!DOCTYPE TEI [<!ENTITY a 'b'>]><TEI><text>&a;</text></TEI>", "declares entities"),
        ("<!DOCTYPE TEI [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><TEI><text>&a;</text></TEI>", "declares entities"),
        ("<!DOCTYPE TEI [<!ENTITY % a SYSTEM 'http://x/'>%a;]><TEI/>", "declares entities"),
        ("<TEI><text>&lol;</text></TEI>", "does not define, on line 1"),
        ("<!DOCTYPE TEI SYSTEM 'x'><TEI><text>&lol;</text></TEI>", "does not define, &lol;"),
        ("<TEI><text>one\n<p>two", "no well-formed XML: line 2"),
        ("<TEI><text>" + "<p>" * 30, "more than 20 deep"),
        ("<TEI><text>a\x01</text></TEI>", "no well-formed XML"),
    ],
)
def test_hostile_documents_are_refused(document: str, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        read_source(document.encode(), Profile("a.xml"), Limits(depth=20))
