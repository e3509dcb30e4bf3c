"""assay audit: a manuscript against its sources, and a dossier against itself."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from assay.audit.footnotes import Notes
from assay.audit.quotations import quotations
from assay.audit.rows import in_words, page_of, paragraph_of
from assay.cli.app import app
from assay.model.text import Page, PageLabel, Text
from assay.sources import Profile, read_plain
from conftest import MEMOIR, ROOT, Make, write_dossier

SNAPSHOTS = Path(__file__).parent / "snapshots"
MANUSCRIPT = """\
The fire

Clara writes that "I saw the mill burn on the night of the third of May" (p. 2). Boris, she says, “told me that she made
him say it, and I believe him” (Memoir 1931, p. 2). The so-called "great fire" was soon over.

She goes on: "In the end the whole town knew it."1 And again: "The miller was … seen again",[^a] she says.

> In the end the whole village knew it, and by the
> morning it was known in the town. (p. 2)

He said: "The zebra ate a violet umbrella <b>in the garden</b> of the king."

[^a]: Memoir, p. 3.

Notes

1. Memoir, p. 2.
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["audit", *map(str, arguments)])


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    manuscript, memoir = tmp_path / "chapter.txt", tmp_path / "memoir.txt"
    manuscript.write_text(MANUSCRIPT, "utf-8")
    memoir.write_text(MEMOIR, "utf-8")
    return manuscript, memoir


def test_a_manuscript_as_text(files: tuple[Path, Path]) -> None:
    """A snapshot for people to review; delete it and run again to take it anew."""
    done = run(files[0], "--against", files[1], "--full")
    assert done.exit_code == 1
    snapshot = SNAPSHOTS / "audit.txt"
    if not snapshot.exists():
        snapshot.write_text(done.output, "utf-8")
    assert done.output == snapshot.read_text("utf-8")


def test_a_manuscript_as_json_lines(files: tuple[Path, Path]) -> None:
    done = run(files[0], "--against", files[1], "--format", "json")
    rows = [json.loads(line) for line in done.output.splitlines()]
    assert [row["kind"] for row in rows] == ["exact", "wrong-page", "altered", "elided", "exact", "absent"]
    schema = json.loads((ROOT / "docs" / "schema" / "audit.json").read_text("utf-8"))
    for row in rows:
        jsonschema.validate(row, schema)
    fields = (
        "file work page start end text kind flags source source_page source_start source_end changes omitted others"
    )
    assert all(set(fields.split()) <= row.keys() for row in rows)
    for row in rows:
        assert row["text"] == MANUSCRIPT[row["start"] : row["end"]]
        if row["source"]:
            assert MEMOIR[row["source_start"] : row["source_end"]]
    assert rows[2]["changes"] == [{"source": "village", "quoted": "town"}]
    assert rows[3]["omitted"] == ["not"]
    assert rows[3]["flags"] == ["negation-left-out"]
    assert rows[3]["cited"] == "Memoir, p. 3."


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.seen.append(tag)


def test_a_manuscript_as_html(files: tuple[Path, Path]) -> None:
    page = run(files[0], "--against", files[1], "--format", "html").output
    tags = _Tags()
    tags.feed(page)
    assert not {"script", "link", "img", "b"} & set(tags.seen)
    assert "<ins>town</ins>" in page
    assert "<del>village</del>" in page
    assert "&lt;" in page
    assert not re.search(r"(?:src|href|url)\s*[=(]", page)


def test_a_faithful_manuscript_passes(tmp_path: Path, files: tuple[Path, Path]) -> None:
    good = tmp_path / "good.txt"
    good.write_text('He said: "I saw the mill burn on the night of the third of May" (p. 2).', "utf-8")
    assert run(good, "--against", files[1]).exit_code == 0
    assert run(good).exit_code == 2


def test_the_cited_source_comes_first(tmp_path: Path, files: tuple[Path, Path]) -> None:
    other = tmp_path / "letters.txt"
    other.write_text("{p. 5} I saw the mill burn on the night of the third of May, he wrote.", "utf-8")
    chapter = tmp_path / "short.txt"
    chapter.write_text(
        'She wrote: "I saw the mill burn on the night of the third of May" (Letters 1931, p. 5).', "utf-8"
    )
    done = run(chapter, "--against", files[1], other, "--format", "json")
    assert json.loads(done.output)["source"] == "letters.txt"
    assert json.loads(done.output)["kind"] == "exact"


@pytest.mark.parametrize(
    ("after", "place"),
    [
        (" (p. 17).", "p. 17"),
        (" (Rogovin 1937, pp. 17-18).", "pp. 17-18"),
        (" (Rogovin 1937: 17).", "p. 17"),
        ("[^x].\n\n[^x]: Rogovin, p. 4.", "p. 4"),
        (".²\n\nNotes\n\n1. One, p. 3.\n2. Ibid., p. 6.\n", "p. 6"),
        (" (1937).", None),
        (" he said.", None),
    ],
)
def test_footnotes(after: str, place: str | None) -> None:
    body = f'"A quotation of some words"{after}'
    footnote = Notes(body).behind(body.index('"', 1) + 1, len(body))
    assert (str(footnote.locator) if footnote is not None else None) == place


def test_scare_quotes_and_titles_are_counted() -> None:
    found = quotations(read_plain(MANUSCRIPT, Profile("m.txt")))
    assert (len(found.found), found.passed_over) == (6, 1)


LATER = """\
{p. 1} Boris writes: "In the end the whole town knew it, and by the morning it was known in the country." So he does.
"""


def test_a_dossier_against_itself(tmp_path: Path) -> None:
    casebook = (
        'source memoir "A Memoir"\n  file: sources/memoir.txt\n  made: 1931\n\n'
        'source study "A Study"\n  file: sources/study.txt\n  made: 1950\n\n'
        'source echo "An Echo"\n  file: sources/echo.txt\n  made: 1960\n\n'
        'person anna "Anna"\n\nclaim fire "The mill burned"\n\n'
        "1931 anna affirms fire\n  cite: memoir p. 1\n    > I saw the mill burn\n"
    )
    sources = {"memoir.txt": MEMOIR, "study.txt": LATER, "echo.txt": LATER.replace("Boris writes", "We read")}
    dossier = write_dossier(tmp_path / "dossier", casebook, sources)
    done = run(dossier.root, "--format", "json")
    assert done.exit_code == 1
    rows = {row["work"] or row["file"]: row for row in map(json.loads, done.output.splitlines())}
    assert rows["casebook/case.case"]["kind"] == "wrong-page"
    assert (rows["study"]["kind"], rows["study"]["source"]) == ("altered", "memoir")
    assert "shared-alteration" in rows["study"]["flags"]
    assert [shared["work"] for shared in rows["study"]["shared"]] == ["echo"]


@pytest.mark.parametrize(("footnote", "code"), [("Halvorsen 1911, p. 4", 0), ("A Memoir, p. 4", 1)])
def test_what_cites_a_work_that_is_not_in_hand_is_no_fault(tmp_path: Path, footnote: str, code: int) -> None:
    casebook = (
        'source memoir "A Memoir"\n  file: sources/memoir.txt\n  made: 1931\n\n'
        'source study "A Study"\n  file: sources/study.txt\n  made: 1950\n'
    )
    study = f'{{p. 1}} One writes: "The harbour froze over in that winter and no ship came in for nine weeks" ({footnote}).\n'
    dossier = write_dossier(tmp_path / "dossier", casebook, {"memoir.txt": MEMOIR, "study.txt": study})
    done = run(dossier.root, "--format", "json")
    (row,) = map(json.loads, done.output.splitlines())
    assert row["kind"] == "absent"
    assert ("not-in-hand" in row["flags"]) == (code == 0)
    assert done.exit_code == code


def test_the_casebooks_citations_have_their_place(make: Make) -> None:
    dossier = make()
    (row,) = map(json.loads, run(dossier.root, "--format", "json").output.splitlines())
    case = (dossier.root / row["file"]).read_text("utf-8")
    assert case[row["start"] : row["end"]] == "I saw the mill burn"
    assert row["kind"] == "exact"


def test_the_compilers_repeated_quotations_are_matched(reference: Path) -> None:
    done = run(reference, "--format", "json")
    rows = [json.loads(line) for line in done.output.splitlines()]
    assert all(row["kind"] == "exact" for row in rows if row["file"].startswith("casebook"))
    repeated = [row for row in rows if row["work"] == "anthology" and row["source"]]
    assert len(repeated) >= 12
    assert all(row["kind"] in ("exact", "elided", "orthographic") for row in repeated)


MARKDOWN = """\
He writes: "Boris was in town and saw nothing of it at all."[^1] And "the harbour" (p. 9).

[^1]: Memoir, p. 9.
"""


def test_notes_of_the_format_are_read_and_what_is_cited_is_never_passed_over(tmp_path: Path) -> None:
    source = tmp_path / "memoir.txt"
    source.write_text(
        "{p. 1} Boris was in town and saw nothing of it at all. It was in the harbour.\n{p. 2} The end.\n"
    )
    manuscript = tmp_path / "ms.md"
    manuscript.write_text(MARKDOWN)
    done = run(manuscript, "--against", str(source), "--format", "json")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["kind"] for row in rows] == ["wrong-page", "wrong-page"]  # there is no p. 9
    assert done.exit_code == 1


def test_words_that_stand_in_another_source_than_the_one_cited(tmp_path: Path) -> None:
    (tmp_path / "memoir.txt").write_text("{p. 1} It rained all day in the harbour and nobody came.\n")
    (tmp_path / "minutes.txt").write_text("{p. 1} The minutes were kept by Vera Klein until the very end.\n")
    manuscript = tmp_path / "ms.txt"
    manuscript.write_text('He says: "The minutes were kept by Vera Klein" (Memoir, p. 1).\n')
    sources = ["--against", str(tmp_path / "memoir.txt"), "--against", str(tmp_path / "minutes.txt")]
    done = run(manuscript, *sources, "--format", "json")
    (row,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert "other-source" in row["flags"]
    assert done.exit_code == 1


def test_a_source_without_words_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("* * *\n")
    (tmp_path / "ms.txt").write_text('He says: "The minutes were kept by Vera Klein" (p. 1).\n')
    done = run(tmp_path / "ms.txt", "--against", str(tmp_path / "empty.txt"))
    assert done.exit_code == 2
    assert "empty.txt has no words" in done.stderr


def test_a_page_that_is_counted_and_not_printed_says_so() -> None:
    page = Page(0, 9, (PageLabel("pdf", "2", "2"),))
    assert page_of(Text("a.pdf", "It burned.", (), (page,)), 3) == "pdf p. 2"
    assert in_words("17") == "p. 17"


def test_where_there_are_no_pages_paragraphs_are_named(tmp_path: Path) -> None:
    (tmp_path / "chapter.txt").write_text('The fire.\n\nClara wrote: "the mill burned down to the very last beam".\n')
    (tmp_path / "letter.txt").write_text("Dear Anna,\n\nHello.\n\nThe mill burned to the last beam of all.\n")
    said = run(tmp_path / "chapter.txt", "--against", tmp_path / "letter.txt", "--full").output
    assert "chapter.txt, ¶ 2" in said
    assert "letter.txt, ¶ 3: “" in said
    assert "character" not in said


@pytest.mark.parametrize("mark", ["{endquote}", "{end quote}", "{End of quotation.}", "{quote}"])
def test_a_comment_that_stands_for_a_quotation_mark_cites_nothing(mark: str) -> None:
    body = f'"The harbour froze over in that winter and no ship came"{mark} (Lund 1937, p. 4).\n'
    text = read_plain(body, Profile("a.txt", compiler="c"))
    footnote = Notes(text.body, text.asides).behind(text.body.index("came") + 5, len(text.body))
    assert footnote is not None
    assert footnote.words == "Lund 1937, p. 4"


def test_the_head_of_a_collection_is_named_by_its_paragraphs() -> None:
    text = read_plain("A collection.\n\nMade in winter.\n\n{p. 5} The first page.\n\nIts end.", Profile("a.txt"))
    assert text.pages
    places = [text.body.index(words) for words in ("Made", "Its")]
    assert [page_of(text, at) for at in places] == [None, "5"]
    assert [paragraph_of(text, at) for at in places] == ["¶ 2", ""]
