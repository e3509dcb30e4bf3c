"""The pages of the workbench and of the report: what they say, and that nothing of a dossier is ever more than text."""

import json
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import assay
from assay.dossier import Dossier
from assay.model.location import Span
from assay.pages import (
    Live,
    NotHereError,
    checks,
    claim,
    drafts,
    network,
    overview,
    quotations,
    reading,
    render,
    search,
    strike,
    timeline,
    witness,
    witnesses,
    works,
)
from assay.pages.graph import Arrow, Node, draw
from assay.pages.lanes import Token, is_prose, paragraphs
from assay.pages.reading import Lane, Lifted, ReadingPage, Tied
from assay.serve.images import image_of
from conftest import Make
from html_pages import Looked
from test_cli import SNAPSHOTS
from test_pdf import lines, pdf

LIVE = Live()
HOSTILE = "<script>alert(1)</script>\"><img src=x onerror=alert(1)> ' {{ 7*7 }} javascript:alert(1)"


def every_page(dossier: Dossier) -> dict[str, Any]:
    """Make every page that a dossier has."""
    made: dict[str, Any] = {
        one.__name__: one(dossier)
        for one in (overview, works, checks, strike, timeline, network, witnesses, quotations, drafts)
    }
    made |= {f"claim {id_}": claim(dossier, id_) for id_ in dossier.case.claims}
    made |= {f"witness {id_}": witness(dossier, id_) for id_ in (*dossier.case.persons, *dossier.case.groups)}
    made |= {
        f"read {work.id} {leaf.key}": reading(dossier, work.id, leaf.key)
        for work in made["works"].works
        for leaf in work.leaves
    }
    made |= {f"without {id_}": strike(dossier, [id_]) for id_ in dossier.case.persons}
    made |= {f"{id_} without": claim(dossier, id_, ["under custody"]) for id_ in dossier.case.claims}
    return made


@pytest.fixture
def dossier(example: Path, tmp_path: Path) -> Dossier:
    shutil.copytree(example, tmp_path / "copenhagen")
    return assay.open(tmp_path / "copenhagen")


def test_pages_say_the_same_as_when_they_were_reviewed(dossier: Dossier) -> None:
    """A snapshot of the JSON twins; delete it and run again to take it anew."""
    shown = {
        "overview": overview(dossier),
        "claim": claim(dossier, "meeting-bristol"),
        "struck": claim(dossier, "meeting-bristol", ["minutes"]),
        "reading": reading(dossier, "minutes", "11"),
        "timeline": timeline(dossier),
        "network": network(dossier),
        "witness": witness(dossier, "goltsman"),
    }
    written = json.dumps(msgspec.to_builtins(shown), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    snapshot = SNAPSHOTS / "pages.json"
    if not snapshot.exists():
        snapshot.write_text(written, "utf-8")
    assert written == snapshot.read_text("utf-8")


def test_every_page_is_whole_and_says_what_its_value_says(dossier: Dossier) -> None:
    for name, page in every_page(dossier).items():
        looked = Looked(render(page, LIVE))
        assert not looked.faults, (name, looked.faults)
        assert looked.headings.count(1) == 1, name


def test_nothing_of_a_dossier_is_more_than_text(make: Make) -> None:
    quoted = HOSTILE.replace('"', "”")
    dossier = make(
        whole=f"""\
source memoir "{quoted}"
  file: sources/memoir.txt
  note: {HOSTILE}
person anna "{quoted}"
  alias: {HOSTILE}
claim fire "{quoted}"
  when: 1931
  about: {HOSTILE.replace(",", "")}
  note: {HOSTILE}

1931 anna affirms fire
  setting: {quoted}
  interest: {quoted}
  note: {HOSTILE}
  cite: memoir p. 2
    > <script>alert(2)</script> "I burned" 'it'
""",
        sources={
            "memoir.txt": f'{{p. 1}} {HOSTILE}\n\n{{p. 2}} He said: "<script>alert(2)</script> "I burned" \'it\'".'
        },
    )
    pages = every_page(dossier) | {"search": search(dossier, "script"), "sought": search(dossier, HOSTILE)}
    for name, page in pages.items():
        looked = Looked(render(page, LIVE))
        assert not looked.faults, (name, looked.faults)
        assert all(link.startswith(("/", "#")) for link in looked.links), (name, looked.links)
    assert "<script>alert(2)</script>" in Looked(render(reading(dossier, "memoir", "2"), LIVE)).words


def test_a_page_that_is_not_there_says_what_there_is(dossier: Dossier) -> None:
    with pytest.raises(NotHereError, match="has no page 99") as missing:
        reading(dossier, "minutes", "99")
    assert missing.value.help == "its pages run from before the first page mark to p. 13 or later"
    with pytest.raises(NotHereError) as unknown:
        claim(dossier, "meeting-bristle")
    assert "meeting-bristol" in unknown.value.help
    with pytest.raises(NotHereError, match="nothing here is called"):
        strike(dossier, ["goltzman"])


def test_a_page_is_found_as_it_is_typed(dossier: Dossier) -> None:
    assert reading(dossier, "minutes", "p. 12").key == reading(dossier, "minutes", "12").key == "12"


def test_a_work_without_pages_is_turned_over_by_paragraphs(make: Make) -> None:
    whole = "\n\n".join(f"Paragraph {number}. " + "It says little. " * 60 for number in range(1, 21))
    dossier = make(whole='source memoir "A Memoir"\n  file: sources/memoir.txt\n', sources={"memoir.txt": whole})
    leaves = works(dossier).works[0].leaves
    pages = [reading(dossier, "memoir", leaf.key) for leaf in leaves]
    assert len(leaves) > 1
    assert "".join("".join(page.text.split()) for page in pages) == "".join(whole.split())


def test_statements_are_tied_to_their_words(dossier: Dossier) -> None:
    page = reading(dossier, "minutes", "11")
    words = [[page.text[run.start : run.end] for run in one.runs] for one in page.tied]
    assert words[0] == ["In Copenhagen, at the Hotel Bristol"]
    assert [one.card.witness for one in page.tied] == ["goltsman", "goltsman", "david"]
    over = reading(dossier, "minutes", "12").tied[0]
    assert over.card.witness == "david"  # the quotation runs over the page
    assert [page.speakers[lane.speaker].name for lane in page.lanes[:2]] == ["E. S. Goltsman", "E. S. Goltsman"]


def test_words_that_are_not_on_the_cited_page_are_shown_as_astray(make: Make) -> None:
    dossier = make("1932 anna affirms fire\n  cite: memoir p. 3\n    > I saw nothing at all of any such mill\n")
    page = reading(dossier, "memoir", "3")
    assert [card.witness for card in page.astray] == ["anna"]
    assert not page.astray[0].quotes[0].stands
    assert "not found as cited" in Looked(render(page, LIVE)).words


def test_strikes_say_what_falls_and_what_is_left(dossier: Dossier) -> None:
    page = strike(dossier, ["minutes"])
    assert [one.id for one in page.otherwise if one.after == "unsupported"] == ["meeting-bristol", "sedov-in-lobby"]
    assert {card.witness for card in page.fallen} == {"goltsman", "david", "smirnov"}
    assert page.called == {"minutes": "Minutes of a hearing"}
    assert claim(dossier, "meeting-bristol", ["minutes"]).before == "refuted"
    assert strike(dossier, ["inquiry"]).scenario == "Without the papers of the inquiry"


def test_findings_of_check_lead_to_their_entry(make: Make) -> None:
    dossier = make("1932 anna affirms fire\n  cite: memoir p. 1\n    > In the end the whole village knew it\n")
    one = next(one for one in checks(dossier).findings if one.code == "Q004")
    lines = dossier.casebook_texts[one.file].split("\n")
    assert lines[one.entry_line - 1] == "1932 anna affirms fire"
    assert one.line_text[1] == "p. 1"
    assert one.help == "write: p. 2"
    assert "Q004" in checks(dossier).rules


def test_what_changed_since_the_last_commit_is_told_by_entry(dossier: Dossier) -> None:
    if shutil.which("git") is None:
        pytest.skip("GIT IS NOT INSTALLED HERE")
    assert overview(dossier).changed is None
    for said in (["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "one"]):
        subprocess.run(["git", "-C", dossier.root, *said], check=True)
    assert overview(assay.open(dossier.root)).changed == ()
    people = dossier.root / "casebook" / "people.case"
    people.write_text(
        people.read_text("utf-8")
        .replace('"Leon Sedov"', '"L. L. Sedov"')
        .replace('person usher "The usher"', 'person cook "The cook"'),
        "utf-8",
    )
    changed = overview(assay.open(dossier.root)).changed
    assert changed is not None
    assert [(one.how, one.id) for one in changed] == [("new", "cook"), ("changed", "sedov"), ("gone", "usher")]


def test_a_repository_that_names_programs_has_none_of_them_run(dossier: Dossier, tmp_path: Path) -> None:
    """A dossier that somebody sends may bring a repository along, whose settings name programs."""
    if shutil.which("git") is None:
        pytest.skip("GIT IS NOT INSTALLED HERE")
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\ncat\n", "utf-8")
    trap.chmod(0o755)
    (dossier.root / ".gitattributes").write_text("* filter=trap diff=trap\n", "utf-8")
    for said in (["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "one"]):
        subprocess.run(["git", "-C", dossier.root, *said], check=True)
    with (dossier.root / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write(f"[core]\n\tfsmonitor = {trap}\n\tpager = {trap}\n\thooksPath = {tmp_path}\n")
        config.write(f'[filter "trap"]\n\tclean = {trap}\n\tsmudge = {trap}\n[diff "trap"]\n\ttextconv = {trap}\n')
    sources = dossier.root / "casebook" / "people.case"
    sources.write_text(sources.read_text("utf-8") + '\nperson new-one "A new one"\n', "utf-8")
    changed = overview(assay.open(dossier.root)).changed
    assert changed is not None
    assert [one.id for one in changed] == ["new-one"]
    assert not (tmp_path / "sprung").exists()


def test_voices_come_from_the_index_where_it_is_fresh(dossier: Dossier) -> None:
    assert reading(dossier, "minutes", "11").hint
    assert search(dossier, "lobby").hits[0].leaf == "11"  # reads the documents into the index
    fresh = reading(dossier, "minutes", "11")
    assert not fresh.hint
    assert fresh.lanes == reading(assay.open(dossier.root), "minutes", "11").lanes
    with (dossier.root / "sources" / "minutes.txt").open("a", encoding="utf-8") as file:
        file.write("\nAn afterthought.\n")
    assert reading(assay.open(dossier.root), "minutes", "11").hint


def test_a_vague_date_is_drawn_as_vague_as_it_is(make: Make) -> None:
    dossier = make("""
claim closed "Nothing was milled"
  none: milling
  when: 1930/1931
claim sold "The mill was sold"
  when: 1930/1931
claim seen "She was seen there"
  when: 1931-05-03
claim before "It stood there"
  where: mill
  existed: ../1929
place mill "The mill"
""")
    bars = {row.id: row.bar for row in timeline(dossier).rows if row.sort == "claim"}
    assert bars["closed"].sure is not None
    assert bars["sold"].sure is None  # at some time within: on no day surely
    assert bars["seen"].sure == (bars["seen"].left, bars["seen"].right)
    assert bars["before"].open_left
    assert not bars["before"].open_right
    assert bars["closed"].left == bars["sold"].left < bars["seen"].left


def test_proposals_are_listed_and_count_for_nothing(make: Make) -> None:
    dossier = make()
    folder = dossier.root / "casebook" / "drafts"
    folder.mkdir()
    (folder / "statements.case").write_text(
        "1932 anna denies fire\n  cite: memoir p. 2\n    > I saw the mill burn\n\nnot an entry at all\n", "utf-8"
    )
    page = drafts(assay.open(dossier.root))
    assert [(one.kind, one.title) for one in page.proposals] == [("statement", "Anna denies: The mill burned")]
    assert page.unreadable
    assert overview(assay.open(dossier.root)).statements == 1
    assert not Looked(render(page, LIVE)).faults


def test_the_documents_own_quotations_are_graded_on_request(dossier: Dossier) -> None:
    own, both = quotations(dossier), quotations(dossier, documents=True)
    assert len(own.rows) == own.faithful == 12
    assert len(both.rows) >= len(own.rows)
    assert all(row.line for row in own.rows)


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=12),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6),
    st.lists(st.integers(0, 60), max_size=4),
)
def test_lanes_nest_whatever_overlaps(
    lanes: list[tuple[int, int]], tied: list[tuple[int, int]], lifted: list[int]
) -> None:
    text = "one two three\n\nfour five six seven\n\neight nine ten eleven end"
    page = ReadingPage(
        "w", "W", (), "1", "p. 1", "", "en", text, 100,
        tuple(Lane(min(p), max(p), 1, "speech", "marks", "none", "", "") for p in lanes), (),
        tuple(Lifted(min(at, len(text)), "note") for at in lifted),
        tuple(Tied(str(n), None, (Span(min(p), max(p)),)) for n, p in enumerate(tied)),  # type: ignore[arg-type]
        (), None, None, 1, 1, "", "",
    )  # fmt: skip
    laid = paragraphs(page)
    assert ["".join(token.words for token in one if token.sort == "words") for one in laid] == text.split("\n\n")
    assert sum(token.sort == "lifted" for one in laid for token in one) == len(lifted)
    for one in laid:
        depth = 0
        for token in one:
            depth += (token.sort in ("lane", "tie")) - (token.sort == "close")
            assert depth >= 0
        assert depth == 0
    begun = sum(token.sort == "lane" and token.first for one in laid for token in one)
    assert begun <= len(lanes)


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=25))
def test_a_picture_has_everybody_in_a_place_of_his_own(pairs: list[tuple[int, int]]) -> None:
    nodes = [Node(str(number), f"Somebody {number}", "witness") for number in range(9)]
    arrows = [Arrow(str(a), str(b)) for a, b in dict.fromkeys(pairs) if a != b]
    drawn = draw(nodes, arrows)
    assert len({(one.x, one.y) for one in drawn.nodes}) == len(nodes)
    assert all(
        0 <= one.x <= drawn.width - drawn.wide and 0 <= one.y <= drawn.height - drawn.high for one in drawn.nodes
    )
    assert len(drawn.arrows) == len(arrows)


def test_an_address_is_written_as_browsers_read_it() -> None:
    assert LIVE.link("claim", "a b/c", "x") == "/claim/a%20b%2Fc?without=x"
    assert LIVE.link("new", "statement", "claim", "fire") == "/new/statement?claim=fire"
    assert LIVE.link("line", "casebook/a.case", "3") == "/edit/entry?file=casebook%2Fa.case&line=3"
    assert LIVE.link("overview") == "/"


def test_the_printed_page_of_a_pdf_stands_beside_its_words(tmp_path: Path) -> None:

    data = pdf([lines("The first page", "has two lines"), lines("The second page")], ["i", "ii"])
    root = tmp_path / "dossier"
    (root / "sources").mkdir(parents=True)
    (root / "casebook").mkdir()
    (root / "sources" / "letter.pdf").write_bytes(data)
    (root / "dossier.toml").write_text(
        f'assay = 1\ntitle = "T"\n[[file]]\npath = "sources/letter.pdf"\nsha256 = "{sha256(data).hexdigest()}"\n',
        "utf-8",
    )
    (root / "casebook" / "a.case").write_text('source letter "A letter"\n  file: sources/letter.pdf\n', "utf-8")
    page = reading(assay.open(root), "letter", "ii")
    assert page.text.strip() == "The second page"
    assert image_of(assay.open(root), "letter", page.sheet).startswith(b"\x89PNG")
    assert f"/page-image/letter/{page.sheet.replace(' ', '%20')}.png" in Looked(render(page, LIVE)).links


@pytest.mark.parametrize(
    ("words", "prose"),
    [
        ("one line alone", True),
        ("a line that was broken because it had become too long for its page\nand its end", True),
        ("Roses burn,\nviolets too,\nand the mill", False),
    ],
)
def test_lines_broken_for_their_length_are_prose(words: str, prose: bool) -> None:  # noqa: FBT001
    assert is_prose([Token("words", words[:5]), Token("close"), Token("words", words[5:])]) is prose
