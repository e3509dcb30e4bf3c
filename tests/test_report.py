"""A report as files: complete, verified, and without the names that are withheld in it."""

import shutil
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import assay
from assay.dossier import Dossier
from assay.model.entries import Alias, Person
from assay.pages.export import ReportError, build, write_report
from assay.pages.export.searching import search
from assay.pages.export.secrets import secret
from assay.pages.export.withheld import Withheld, blank_for, moved
from conftest import Make
from html_pages import Looked
from test_cli import run

CASEBOOK = """\
source memoir "A Memoir"
  by: clara
  file: sources/memoir.txt

person neruda "Ana M. Neruda"
  alias: Nérudová
  alias: the Bird
  alias: Li
person clara "Clara"
person judge "The judge"
claim neruda-burned-it "Neruda burned the mill"
  who: neruda
claim fire "The mill burned"
  note: Said Neruda's friends, the Nerudaists.

1931 neruda affirms fire #neruda-1931
  knows: saw
  cite: memoir p. 1
    > Neruda said: I saw the mill burn

1932 clara affirms neruda-burned-it
  knows: from neruda
  cite: memoir p. 2
    > Ana Neruda did it herself

scenario bird "Without Neruda"
  strike: neruda
"""
MEMOIR = """\
{p. 1} NERUDA said: I saw the mill burn. A. M. Neruda's brother, an anti-Nerudaist, told the judge. So the Bird sang, and Ne-

{p. 2} ruda wept. Ana Neruda did it herself, said Li. The judge laughed; judges do. A lifelong lily grew.
"""


@pytest.fixture
def dossier(make: Make) -> Dossier:
    return make(whole=CASEBOOK, sources={"memoir.txt": MEMOIR})


def names_in(report: dict[str, str]) -> set[str]:
    """Find what is left of Neruda, in a way of its own: letters only, without accents."""
    left: set[str] = set()
    for name, words in {**report, "names": " ".join(report)}.items():
        if name == "assay.css":
            continue
        plain = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c)).casefold()
        left |= {one for one in ("nerud", "bird") if one in plain}
    return left


def test_a_report_is_complete_and_needs_nothing_else(example: Path) -> None:
    report = build(assay.open(example), whole=True)
    pages = {name: Looked(words) for name, words in report.files.items() if name.endswith(".html")}
    for name, page in pages.items():
        assert not page.faults, (name, page.faults)
        for link in page.links:
            file, _, place = link.partition("#")
            assert (file or name) in report.files, (name, link)
            assert not place or place in pages[file or name].ids, (name, link)
        assert "<script" not in report.files[name]
        assert "<form" not in report.files[name]
    assert report.verified == 12
    linked = {link.partition("#")[0] for page in pages.values() for link in page.links}
    assert report.files.keys() - linked - {"index.html"} == set()  # every page can be reached


def test_a_citation_that_does_not_stand_stops_the_report(make: Make, tmp_path: Path) -> None:
    dossier = make("1932 anna affirms fire\n  cite: memoir p. 1\n    > In the end the whole village knew it\n")
    with pytest.raises(ReportError) as refused:
        build(dossier)
    assert refused.value.places == (
        "casebook/case.case:21:7: 1932-anna-affirms-fire cites memoir p. 1: these words stand on p. 2",
    )
    done = run("report", str(dossier.root), "--html", str(tmp_path / "out"))
    assert done.exit_code == 1
    assert "casebook/case.case:21:7" in done.stderr
    assert not (tmp_path / "out").exists()


def test_without_a_folder_the_report_goes_beside_the_dossier(make: Make) -> None:
    root = make().root
    done = run("report", str(root))
    assert done.exit_code == 0, done.output
    assert (root.parent / f"{root.name}-report" / "index.html").exists()


def test_nothing_but_a_report_is_replaced(example: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("report", str(example), "--html", str(out)).exit_code == 0
    first = {path.name for path in out.iterdir()}
    (out / "claim-of-an-earlier-day.html").write_text("old", "utf-8")
    with (out / ".assay-report").open("a", encoding="utf-8") as listed:
        listed.write("claim-of-an-earlier-day.html\n")
    assert run("report", str(example), "--html", str(out)).exit_code == 0
    assert {path.name for path in out.iterdir()} == first
    (out / "thesis.docx").write_text("ten years of work", "utf-8")
    refused = run("report", str(example), "--html", str(out))
    assert refused.exit_code == 2
    assert "thesis.docx" in refused.stderr
    assert (out / "thesis.docx").read_text("utf-8") == "ten years of work"
    (tmp_path / "link").symlink_to(out)
    assert run("report", str(example), "--html", str(tmp_path / "link")).exit_code == 2
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".out")) == []


def test_a_report_that_cannot_be_written_whole_leaves_the_old_one(
    example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, report = tmp_path / "out", build(assay.open(example))
    write_report(report, out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    written = 0

    def failing(self: Path, words: str, encoding: str) -> int:
        nonlocal written
        written += 1
        if written == 5:
            raise OSError(28, "No space left on device")
        return len(self.name) + len(words) + len(encoding)

    monkeypatch.setattr(Path, "write_text", failing)
    with pytest.raises(ReportError, match="no space left"):
        write_report(report, out)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("name", ["notes.html", "mine.css", "folder.html/x"])
def test_a_file_of_somebody_elses_in_a_report_is_left_alone(dossier: Dossier, tmp_path: Path, name: str) -> None:
    report, out = build(dossier), tmp_path / "out"
    write_report(report, out)
    write_report(report, out)
    (out / name).parent.mkdir(exist_ok=True)
    (out / name).write_text("mine")
    with pytest.raises(ReportError, match="other files"):
        write_report(report, out)
    assert (out / name).read_text() == "mine"


def test_every_form_of_a_name_is_withheld(dossier: Dossier) -> None:
    plain, report = build(dossier, whole=True), build(dossier, ["neruda"], whole=True)
    assert names_in(dict(plain.files)) == {"nerud", "bird"}
    assert names_in(dict(report.files)) == set()
    assert "claim-withheld-a-burned-it.html" in report.files
    words = Looked(report.files["read-memoir-1.html"]).words
    assert "brother, an [withheld A], told the judge. So [withheld A] sang, and [withheld A]" in words
    second = Looked(report.files["read-memoir-2.html"]).words
    assert second.count("[withheld A]") >= 3
    assert "A lifelong lily grew" in second  # Li is a name, and no part of other words


@pytest.mark.parametrize(
    "written",
    [
        "N E R U D A", "N.E.R.U.D.A.", "Ner_uda", "N[e]ruda", "Ner*uda*", "Ne\ufe0fruda", "Ne\x07ruda", "Ner\u00ad\nuda",
        "\u041d\u0435\u0440\u0443\u0434\u0430", "\u041d\u0415\u0420\u0423\u0414\u042b", "N\u0435ruda", "\u039d\u03b5\u03c1\u03bf\u03cd\u03b4\u03b1",
        "\u24c3\u24d4\u24e1\u24e4\u24d3\u24d0", "\U0001d40d\U0001d41e\U0001d42b\U0001d42e\U0001d41d\U0001d41a", "Ne\u115fruda",
    ],
)  # fmt: skip
def test_a_name_in_disguise_is_withheld(dossier: Dossier, written: str) -> None:
    withheld = Withheld([secret("A", [dossier.case.persons["neruda"]])], dossier.case.described)
    blanked = withheld.blank(f"So {written} sang.")
    assert "[withheld A]" in blanked
    assert blanked.startswith("So [")
    assert not withheld.is_in(blanked)
    assert withheld.is_in(f"<p>{written}</p>")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("M\u00fcller", "Mueller"), ("Mueller", "M\u00fcllers"), ("Anna Berman-Yurin", "Yurin"), ("Jean D'Arcy", "Arcy"),
        ("\u041b\u0435\u0432 \u0422\u0440\u043e\u0446\u043a\u0438\u0439", "Trotsky"),
        ("\u041b\u0435\u0432 \u0422\u0440\u043e\u0446\u043a\u0438\u0439", "\u0422\u0440\u043e\u0446\u043a\u043e\u0433\u043e"),
        ("\u6bdb\u6cfd\u4e1c", "\u6bdb\u6cfd\u4e1c"),
    ],
)  # fmt: skip
def test_a_name_is_withheld_however_it_is_spelled(name: str, written: str) -> None:
    assert Withheld([secret("A", [Person("somebody", name)])]).blank(f"So {written}.") == "So [withheld A]."


def test_a_name_that_is_a_letter_alone_is_refused(make: Make) -> None:
    dossier = make(whole=CASEBOOK + '\nperson k "K."\n', sources={"memoir.txt": MEMOIR})
    with pytest.raises(ReportError, match="a letter alone"):
        build(dossier, ["k"], whole=True)


def test_an_id_that_is_a_word_of_our_own_pages_is_withheld_nevertheless(make: Make) -> None:
    whole = CASEBOOK.replace("neruda", "li")
    report = build(make(whole=whole, sources={"memoir.txt": MEMOIR}), ["li"], whole=True)
    assert names_in(dict(report.files)) == set()
    assert "claim-withheld-a-burned-it.html" in report.files
    assert "“li” is a word of our own pages" in report.notices[0]


def test_a_name_in_codes_stops_the_report(dossier: Dossier) -> None:
    withheld = Withheld([secret("A", [dossier.case.persons["neruda"]])], dossier.case.described)
    for left in ("<p>http://x.example/%4e%65ruda</p>", "<p>&amp;#78;eruda</p>"):
        with pytest.raises(ReportError) as refused:
            search({"page.html": left}, withheld)
        assert "codes" in refused.value.places[0]


def test_whoever_is_named_by_an_office_is_withheld_by_it(dossier: Dossier) -> None:
    words = Looked(build(dossier, ["judge"], whole=True).files["read-memoir-2.html"]).words
    assert "[withheld A] laughed; judges do" in words


def test_two_persons_are_told_apart_and_one_under_two_names_is_not(make: Make) -> None:
    same = CASEBOOK + '\nperson ptak "Otto Ptak"\n1950 clara same ptak neruda\n  because: the letters\n'
    report = build(make(whole=same, sources={"memoir.txt": MEMOIR}), ["ptak", "clara"], whole=True)
    assert names_in(dict(report.files)) == set()
    whole = "".join(report.files.values())
    assert "Ptak" not in whole
    assert "Clara" not in whole
    assert "[withheld B]" in whole


def test_a_name_that_is_left_stops_the_report(dossier: Dossier) -> None:
    withheld = Withheld([secret("A", [dossier.case.persons["neruda"]])], dossier.case.described)
    for left in (
        "<p>Ner<mark>uda</mark></p>", "<p>NERUDA’s</p>", '<a href="claim-neruda-burned-it.html">x</a>', "<p>the&nbsp;Bird</p>",
        "<p>Nerudovou</p>", "<p>Ne\u00adru\u200bda</p>", '<p title="Li">x</p>', "<!-- Neruda --><p>x</p>",
    ):  # fmt: skip
        with pytest.raises(ReportError) as refused:
            search({"page.html": left}, withheld)
        assert "Neruda" not in str(refused.value)
        assert refused.value.places[0].startswith("page.html: ")
    with pytest.raises(ReportError, match="still there"):
        search({"claim-neruda-burned-it.html": "<p>x</p>"}, withheld)
    search({"page.html": "<p>A lily, a lifelong bid, the mill</p>"}, withheld)


def test_nobody_unknown_is_withheld(dossier: Dossier, tmp_path: Path) -> None:
    with pytest.raises(ReportError) as refused:
        build(dossier, ["nerude"])
    assert "neruda" in refused.value.help
    done = run("report", str(dossier.root), "--html", str(tmp_path / "out"), "--redact", "Nobody")
    assert done.exit_code == 2
    assert not (tmp_path / "out").exists()


def test_the_reference_dossier_is_reported_with_and_without_a_name(reference: Path) -> None:
    report = build(assay.open(reference), ["goltsman"])
    assert report.verified == 39
    assert not any("goltsman" in words.casefold() or "goltsman" in name for name, words in report.files.items())


ANA = Person("neruda", "Ana M. Neruda", (Alias("Nérudová"),))
FORMS = st.sampled_from(
    ["Neruda", "NERUDA", "neruda", "Néruda", "Ne\u00adruda", "Neru\u200bda", "Ne-\n  ruda", "Neruda's", "Neruda’s", "Nerudas",
     "Nerudaist", "anti-Neruda", "A. M. Neruda", "Ana Neruda", "Ana M. Neruda", "“Neruda”", "(Neruda)", "Neruda,", "Nérudová"]
)  # fmt: skip
FILLER = st.sampled_from(["the", "mill", "burned", "—", "42", "it's", "\n\n", "Clara", "“so”", "[1]"])


@given(st.lists(st.one_of(FORMS, FILLER), max_size=14), st.sampled_from([" ", "  ", "\n"]))
def test_no_form_of_a_name_is_left_in_any_text(parts: list[str], between: str) -> None:
    text, withheld = between.join(parts), Withheld([secret("A", [ANA])])
    blanked = withheld.blank(text)
    letters = unicodedata.normalize("NFKD", blanked)
    assert "nerud" not in "".join(c for c in letters if c.isalpha() and not unicodedata.combining(c)).casefold()
    assert not withheld.is_in(blanked)
    assert withheld.blank(blanked) == blanked


@given(st.lists(FILLER, max_size=14))
def test_a_text_without_a_name_stays_as_it_is(parts: list[str]) -> None:
    text = " ".join(parts)
    assert Withheld([secret("A", [ANA])]).blank(text) == text


@given(st.lists(st.one_of(FORMS, FILLER), min_size=1, max_size=10), st.data())
def test_places_move_with_their_letters(parts: list[str], data: st.DataObject) -> None:
    text, withheld = " ".join(parts), Withheld([secret("A", [ANA])], ["x-y"])
    places = withheld.places(text)
    blanked, at = "", 0
    for place in places:
        blanked, at = blanked + text[at : place.start] + blank_for(place.letter), place.end
    blanked += text[at:]
    here = data.draw(st.integers(0, len(text) - 1))
    if not any(place.start <= here < place.end for place in places):
        assert blanked[moved(places, here)] == text[here]
    assert 0 <= moved(places, here) <= len(blanked)


def test_a_report_of_a_dossier_that_cannot_be_written_to(example: Path, tmp_path: Path) -> None:
    copy = tmp_path / "sealed"
    shutil.copytree(example, copy)
    for path in (copy, *copy.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    assert run("report", str(copy), "--html", str(tmp_path / "out")).exit_code == 0
    for path in (copy, *copy.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
