"""Search: every hit is there to the letter, with its page, its work and its speaker; and nothing that is typed breaks it."""

import contextlib
import errno
import itertools
import json
import re
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import assay.library.index.passages as index_passages
import assay.library.index.searching as index_searching
from assay.cli.app import app
from assay.dossier import open_dossier
from assay.library.index import QueryError, open_index, parse_query
from assay.library.index.words import folded, words_of
from assay.model.search import All, Either, Phrase, Query, Without
from assay.sources import Profile, read_plain
from conftest import REGISTER, Make, write_dossier
from indexes import looked_up

QUIET = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
VOICES = """\
{p. 1} Anna said: "The mill burned. Boris wrote to me: 'I saw the mill fall.' That is all." The mill was old.

Boris Lund replied, "No mill of mine."

On a wall there stood: "There is no mill." They called it a "mill" then.

{p. 2} The {mill of the compiler} end of the mi-

{p. 3} ll came in spring, as Anna and Boris Lund knew."""
PEOPLE = """
person anna "Anna"

person boris "Boris Lund"
  alias: Boris

source memoir "A Memoir"
  by: anna
  file: sources/memoir.txt

source second "A part"
  by: boris
  in: memoir pp. 2-3
"""


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    return write_dossier(tmp_path / "mill", PEOPLE, {"memoir.txt": VOICES}, 'compiler = "anna"\n').root


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def found(root: Path, typed: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(hit.work, hit.page, hit.speaker.name if hit.speaker else None) for hit in looked_up(root, typed).hits]


def test_every_hit_has_its_work_its_page_and_its_speaker(mill: Path) -> None:
    assert found(mill, "mill") == [
        ("memoir", "1", "Anna"),
        ("memoir", "1", "Boris Lund"),
        ("memoir", "1", None),
        ("memoir", "1", "Boris Lund"),
        ("memoir", "1", None),
        ("memoir", "1", None),  # a term held at arm's length is the author's word
        ("second", "2", None),
        ("second", "2", None),
    ]


def test_whether_somebody_is_quoted_and_by_whom(mill: Path) -> None:
    hits = looked_up(mill, "mill").hits
    assert [speaker.id for speaker in hits[1].quoted] == ["anna", "boris"]
    assert [(speaker.name, speaker.id) for speaker in hits[4].quoted] == [(None, None)]
    assert hits[2].quoted == ()
    assert [hit.is_aside for hit in hits] == [False] * 7 + [True]


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("mill said-by:anna", ["1"]),
        ("mill said-by:boris", ["1", "1"]),
        ('mill said-by:"Boris Lund"', ["1", "1"]),
        ("mill said-by:LUND", ["1", "1"]),
        ("mill said-by:boris said-by:anna", ["1", "1", "1"]),
        ("burned fall said-by:anna", []),
        ("mill in:second", ["2", "2"]),
        ("mill in:memoir", ["1"] * 6),
        ("mill in:memoir in:second", ["1"] * 6 + ["2"] * 2),
        ("mill page:2", ["2", "2"]),
        ("mill page:3", ["2"]),
        ("mill page:2-9", ["2", "2"]),
        ("mill page:1-2 said-by:anna", ["1"]),
        ("mill page:7", []),
        ("spring page:3 in:memoir", []),
        ("spring page:3 in:second", ["3"]),
        ('"came in spring" OR burned', ["1", "3"]),
        ("spr*", ["3"]),
        ('"in spr"*', ["3"]),
        ("mill NOT burned", ["1"] * 3 + ["2"] * 2),
        ("(burned OR replied) mill", ["1", "1"]),
        ("burned mill old", ["1"]),
        ("MÍLL fall", ["1"]),
        ("said-by:anna", ["1"]),
        ("said-by:boris", ["1", "1"]),
        ("said-by:boris in:second", []),
        ("said-by:boris page:1", ["1", "1"]),
        ("said-by:boris page:7", []),
    ],
)
def test_filters_and_operators(mill: Path, typed: str, pages: list[str]) -> None:
    assert [page for _, page, _ in found(mill, typed)] == pages


def test_words_over_a_page_break_are_found_and_cited_with_both_pages(mill: Path) -> None:
    (hit,) = looked_up(mill, '"the mill came"').hits
    assert (hit.page, hit.page_end, hit.text) == ("2", "3", "the mill came")
    assert VOICES[hit.raw.start : hit.raw.end] == "the mi-\n\n{p. 3} ll came"
    assert "second, pp. 2-3" in run("search", mill, '"the mill came"').output


def test_a_comment_is_found_where_it_stands_in_the_file(mill: Path) -> None:
    (hit,) = looked_up(mill, "compiler").hits
    assert VOICES[hit.raw.start : hit.raw.end] == "compiler"


LETTERS = st.text("aAáäbß ñ-'\"“”.,*()\n", max_size=12)
WORD = st.sampled_from(
    ["mill", "Mill", "míll", "fell", "the", "burn-\nt", "1936", "anti-mill", "don't", "тройка", "裁判"]
)
MARKS = st.sampled_from([" ", " ", " ", ", ", ". ", "\n\n", "-\n\n{p. 5} ", "\n\n{p. 6} ", ' "', '" ', " {a note} "])
DOCUMENT = st.lists(st.tuples(WORD | LETTERS, MARKS), max_size=60).map(
    lambda drawn: "{p. 4} " + "".join(word + mark for word, mark in drawn)
)


@pytest.fixture
def short_passages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut paragraphs that are longer than a few words, so that phrases lie over the cuts."""
    monkeypatch.setattr(index_passages, "LONGEST", 40)
    monkeypatch.setattr(index_passages, "_LONGEST_WORD", 15)


@settings(QUIET, max_examples=300)
@given(document=DOCUMENT, data=st.data())
@pytest.mark.usefixtures("short_passages")
def test_every_phrase_is_found_wherever_it_stands_and_nowhere_else(
    document: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = read_plain(document, Profile("x", compiler="anna"))
    paragraphs = [[word for word, _ in words_of(part)] for part in re.split(r"\n[ \t\r]*\n\s*", text.body)]
    paragraphs = [words for words in paragraphs if words]
    assume(paragraphs)
    words = data.draw(st.sampled_from(paragraphs))
    start = data.draw(st.integers(0, len(words) - 1))
    phrase = words[start : data.draw(st.integers(start + 1, min(len(words), start + 6)))]
    root = write_dossier(tmp_path_factory.mktemp("world"), PEOPLE, {"memoir.txt": document}, 'compiler = "anna"\n').root
    hits = [hit for hit in looked_up(root, f'"{" ".join(phrase)}"').hits if not hit.is_aside]
    for hit in hits:
        # The slice of the file, read as the file was, has the words and no others.
        there = read_plain(document[hit.raw.start : hit.raw.end], Profile("x", compiler="anna")).body
        assert folded(there).replace(" ", "") == "".join(phrase)
        assert folded(hit.text) == " ".join(phrase)
    assert len(hits) == sum(_times(phrase, words) for words in paragraphs)


def _times(phrase: list[str], words: list[str]) -> int:
    """Count a phrase's places that do not overlap."""
    count, at = 0, 0
    while at + len(phrase) <= len(words):
        if words[at : at + len(phrase)] == phrase:
            count, at = count + 1, at + len(phrase)
        else:
            at += 1
    return count


def met(query: Query, words: list[str]) -> bool:
    """Say whether words meet a query, as plainly as can be."""
    match query:
        case Phrase():
            places = range(len(words) - len(query.words) + 1)
            return any(_begins(query, words[at : at + len(query.words)]) for at in places)
        case All():
            return all(met(part, words) for part in query.parts)
        case Either():
            return any(met(part, words) for part in query.parts)
        case Without():
            return met(query.wanted, words) and not met(query.unwanted, words)


def _begins(phrase: Phrase, words: list[str]) -> bool:
    last = words[-1].startswith(phrase.words[-1]) if phrase.begins else words[-1] == phrase.words[-1]
    return tuple(words[:-1]) == phrase.words[:-1] and last


TYPED = st.recursive(
    st.sampled_from(["mill", "fell", "the", "fe*", '"the mill"', "1936", "don't", "none"]),
    lambda inner: st.tuples(inner, st.sampled_from([" ", " AND ", " OR ", " NOT "]), inner).map(
        lambda t: f"({''.join(t)})"
    ),
    max_leaves=5,
)


@QUIET
@given(document=DOCUMENT, typed=TYPED)
def test_the_paragraphs_that_meet_a_query_are_those_that_are_found(
    document: str, typed: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = write_dossier(tmp_path_factory.mktemp("world"), PEOPLE, {"memoir.txt": document}).root
    text = open_dossier(root).texts["sources/memoir.txt"]
    sought = parse_query(typed).query
    assert sought is not None
    ends = [match.end() for match in re.finditer(r"\n[ \t\r]*\n\s*", text.body)]
    edges = [0, *ends, len(text.body)]
    wanted = [met(sought, [word for word, _ in words_of(text.body[a:b])]) for a, b in itertools.pairwise(edges)]
    starts = {text.in_body(hit.raw.start) for hit in looked_up(root, typed).hits}
    got = [any(a <= start < b for start in starts) for a, b in itertools.pairwise(edges)]
    assert got == wanted


@settings(max_examples=300, deadline=None)
@given(typed=st.text(st.sampled_from("ab*\"'():^-+NOTANDOR {}.,;\0\ud800é裁1~\\") | st.characters(), max_size=40))
def test_nothing_that_is_typed_raises_more_than_a_clear_error(typed: str, hostile: sqlite3.Connection) -> None:
    with contextlib.suppress(QueryError):
        index_searching.search(hostile, parse_query(typed), 3)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    return open_index(tmp_path_factory.mktemp("index") / "index.db", "").connection


@pytest.mark.parametrize(
    ("typed", "said", "help_"),
    [
        ("", "no words to look for", "confess*"),
        ("in:memoir", "no words to look for", "said-by:radek"),
        ("m*ll", "m*ll: a * stands at the end of a word only", "write m*"),
        ("...", "no words to look for", "confess*"),
        ("NOT mill", "words are missing before NOT", "small"),
        ("mill AND", "words are missing behind AND", "small: and"),
        ("mill OR OR fell", "words are missing before OR", "small"),
        ("(mill", "a bracket is not closed", "write )"),
        ("mill)", "a bracket is closed that was not opened", "take"),
        ("()", "words are missing before )", "small"),
        ("(mill said-by:anna) OR fell", "said-by: holds for the whole search", "outside the brackets"),
        ('"mill', "a quotation mark is missing", "two"),
        ("sayd-by:anna mill", "there is no filter sayd-by:", "did you mean said-by?"),
        ("colour:red", "there is no filter colour:", "put other words with a colon in quotes"),
        ("page:9-3 mill", "“9-3” is no page", "page:10-20"),
        ("page: mill", "page: says nothing", "page:17"),
        ("said-by:ana mill", "the casebook describes nobody called ana", "did you mean"),
        ("in:memoire mill", "there is no work memoire", "did you mean memoir?"),
        ("(" * 60 + "mill" + ")" * 60, "brackets lie too deep", "take some away"),
        (" ".join(["mill"] * 201), "more than 200 words", "fewer"),
        (f'"{"mill " * 70}"', "a phrase of more than 64 words", "part"),
    ],
)
def test_what_cannot_be_understood_is_said_clearly(mill: Path, typed: str, said: str, help_: str) -> None:
    done = run("search", mill, "--", typed)
    assert done.exit_code == 2
    assert said in done.output
    assert help_ in done.output


def test_search_reads_what_is_new_first_and_says_so(mill: Path) -> None:
    first = run("search", mill, "spring")
    assert (first.exit_code, "reading what is new" in first.stderr) == (0, True)
    assert "reading" not in run("search", mill, "spring").stderr
    (mill / "sources" / "memoir.txt").write_text(VOICES.replace("spring", "autumn"))
    again = run("search", mill, "spring")
    assert (again.exit_code, "reading what is new" in again.stderr, again.stdout) == (1, True, "Nothing found.\n")
    (mill / "dossier.toml").write_text('assay = 1\ntitle = "A test"\nlanguage = "en"\n')
    assert run("search", mill, "autumn").exit_code == 1


def test_a_name_that_is_new_in_the_casebook_is_heard(mill: Path) -> None:
    run("read", mill)
    case = mill / "casebook" / "case.case"
    case.write_text(case.read_text().replace("alias: Boris", "alias: B. L."))
    assert len(looked_up(mill, "mill said-by:boris").hits) == 2  # by his first name, too: the text has him in full
    case.write_text(case.read_text().replace('person anna "Anna"', 'person anna "Anna Berg"\n  alias: Anna'))
    assert found(mill, "burned") == [("memoir", "1", "Anna Berg")]


def test_as_json_with_offsets_of_the_file(mill: Path) -> None:
    done = run("search", mill, "mill", "--format", "json", "--limit", "2")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert "6 further hits" in done.stderr
    assert [VOICES[row["start"] : row["end"]] for row in rows] == ["mill", "mill"]
    assert rows[1] | {"before": "", "after": ""} == {
        "file": "sources/memoir.txt", "work": "memoir", "edition": "", "page": "1", "page_end": "1", "locator": "p. 1",
        "start": rows[1]["start"], "end": rows[1]["end"], "text": "mill", "marks": [[0, 4]], "before": "", "after": "",
        "quoted": True, "speaker": "Boris Lund", "speaker_id": "boris", "stack": ["Anna", "Anna", "Boris Lund"],
        "aside": False, "class": "explicit",
    }  # fmt: skip


def test_as_text(mill: Path) -> None:
    shown = run("search", mill, "mill").output
    assert "memoir, p. 1  Anna, quoted by Anna\n" in shown
    assert "memoir, p. 1  Boris Lund, quoted by Anna, quoted by Anna\n" in shown
    assert "memoir, p. 1  not quoted: Anna's own words\n" in shown
    assert "memoir, p. 1  speaker: none named, quoted by Anna\n" in shown
    assert "second, p. 2  in a comment or note to the text of Boris Lund\n" in shown
    assert '"There is no ⟨mill⟩."' in shown
    assert shown.endswith("8 hits.\n")


def test_words_that_lie_far_apart_are_shown_with_what_is_between_left_out(tmp_path: Path) -> None:
    words = "alpha " + "between " * 100 + "omega"
    root = write_dossier(tmp_path / "dossier", PEOPLE, {"memoir.txt": words}).root
    shown = " ".join(run("search", root, "alpha", "omega").output.split())
    assert re.search(r"⟨alpha⟩ (between ){5,15}… (between ){5,15}⟨omega⟩", shown)


def test_hits_come_in_the_order_of_the_dossier(make: Make) -> None:
    dossier = make(whole=REGISTER, sources={"memoir.txt": "A mill.", "b.txt": "A mill."})
    assert [hit.file for hit in looked_up(dossier.root, "mill").hits] == ["sources/memoir.txt", "sources/b.txt"]
    toml = (dossier.root / "dossier.toml").read_text()
    head, first, second = toml.split("\n[[file]]\n")
    (dossier.root / "dossier.toml").write_text(f"{head}\n[[file]]\n{second}\n[[file]]\n{first}")
    assert [hit.file for hit in looked_up(dossier.root, "mill").hits] == ["sources/b.txt", "sources/memoir.txt"]


def test_many_hits_are_counted_up_to_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_dossier(tmp_path / "dossier", PEOPLE, {"memoir.txt": "A mill.\n\n" * 40}).root
    assert "2 hits shown; 38 further" in run("search", root, "mill", "--limit", "2").output
    monkeypatch.setattr(index_searching, "_COUNTED", 10)
    assert "2 hits shown; more than 10 further" in run("search", root, "mill", "--limit", "2").output


def test_read_says_what_is_in_the_dossier(mill: Path) -> None:
    done = run("read", mill)
    assert done.output.startswith(
        "1 document, 2 works, 3 pages, 5 quotations (3 speakers named).\nSentences were read roughly."
    )
    assert "0 read, 1 unchanged, in " in run("read", mill).output
    bad = run("read", mill, "--explain")
    assert (bad.exit_code, "--explain is for one document" in bad.output) == (2, True)


def test_a_dossier_that_cannot_be_written_to_can_be_searched(mill: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_root: Path) -> Path:
        raise OSError(errno.EROFS, "read-only file system")

    monkeypatch.setattr("assay.dossier.indexing.index_folder", refused)
    assert run("search", mill, "said-by:anna").exit_code == 0
    assert not (mill / ".assay").exists()


def test_an_interrupt_says_what_it_leaves(mill: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("assay.dossier.indexing.put_words", stop)
    done = run("read", mill)
    assert done.exit_code == 130
    assert "stopped: 0 of 1 document done; assay read goes on from there" in done.output
    monkeypatch.undo()
    assert run("search", mill, "spring").exit_code == 0


def test_words_of_the_reference_dossier_are_where_it_says(reference: Path) -> None:
    raw = (reference / "sources" / "anthology.txt").read_text("utf-8")
    works = set()
    for typed in ("confess*", '"Hotel Bristol"', "terror trotsky", "in:rogovin1937 stalin"):
        hits = looked_up(reference, typed).hits
        assert hits
        for hit in hits:
            there = read_plain(raw[hit.raw.start : hit.raw.end], Profile("x", compiler="x")).body
            first = words_of(there)
            assert next(first)[0] == next(words_of(hit.text))[0]
            works.add(hit.work)
    assert "rogovin1937" in works
