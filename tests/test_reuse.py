"""assay reuse: passages that documents share."""

import random
import string
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import feather

import assay
from assay.audit.echoes import Watcher, echoes
from assay.cli.app import app
from assay.dossier import DossierError
from assay.echoes.duck import Duck
from assay.echoes.searching import Likeness, likenesses
from assay.echoes.unfinished import left_behind
from assay.echoes.wanted import Wanted
from conftest import write_dossier

PASSAGE = (
    "The clerk who kept the register of the mill wrote on the evening of the fire that nobody had been seen near the "
    "sluice, that the miller's dog had not barked, and that the lamp in the upper room burned until the morning."
)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["reuse", *map(str, arguments)])


def prose(seed: int, words: int = 300) -> str:
    draw = random.Random(seed)
    return " ".join("".join(draw.choices(string.ascii_lowercase, k=draw.randint(2, 9))) for _ in range(words))


def found(*bodies: str) -> list[Likeness]:
    with tempfile.TemporaryDirectory() as folder:
        return likenesses(bodies, Path(folder), Wanted())


def words_of(one: Likeness, bodies: tuple[str, ...]) -> tuple[str, str]:
    return (
        bodies[one.first][one.first_span.start : one.first_span.end],
        bodies[one.second][one.second_span.start : one.second_span.end],
    )


def planted(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "memoir.txt").write_text(f"{prose(1)}. {PASSAGE} {prose(2)}.", "utf-8")
    (folder / "minutes.txt").write_text(f"{prose(3)}. {PASSAGE.replace('miller', 'müllers')} {prose(4)}.", "utf-8")
    (folder / "letter.txt").write_text(f"{prose(5)}.", "utf-8")
    return folder


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**6), st.integers(8, 60), st.integers(0, 200), st.integers(0, 200))
def test_an_exact_copy_in_random_words_is_found_to_the_letter(seed: int, length: int, before: int, behind: int) -> None:
    passage = prose(seed, length)
    # A letter that is nowhere else keeps what stands around the copy from being alike by chance.
    first = f"{prose(seed + 1, before)} É1 {passage} 2 {prose(seed + 2, behind)}"
    second = f"{prose(seed + 3, behind)} 3 {passage} 4 {prose(seed + 4, before)}"
    if len(passage.replace(" ", "")) < 30:
        return
    (one,) = found(first, second)
    assert words_of(one, (first, second)) == (passage, passage)
    assert (one.differing, one.omitted) == (0, 0)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6), st.permutations(range(4)))
def test_the_order_of_the_documents_does_not_matter(seed: int, order: list[int]) -> None:
    passage = prose(seed + 100, 20)
    bodies = [f"{prose(seed + n)} {n} {passage} {n + 5} {prose(seed + 9 + n)}" for n in range(3)] + [prose(seed + 20)]
    moved = [bodies[at] for at in order]

    def pairs(documents: list[str]) -> set[frozenset[tuple[int, str]]]:
        texts = tuple(documents)
        return {
            frozenset(((bodies.index(texts[one.first]), a), (bodies.index(texts[one.second]), b)))
            for one in found(*texts)
            for a, b in [words_of(one, texts)]
        }

    assert pairs(bodies) == pairs(moved)
    assert len(pairs(bodies)) == 3


@settings(max_examples=15, deadline=None)
@given(st.lists(st.text(max_size=300), max_size=6))
def test_whatever_the_words_nothing_breaks_and_no_document_echoes_itself(bodies: list[str]) -> None:
    for one in found(*bodies):
        assert one.first < one.second
        assert 0 <= one.first_span.start < one.first_span.end <= len(bodies[one.first])
        assert 0 <= one.second_span.start < one.second_span.end <= len(bodies[one.second])


def test_a_document_that_repeats_itself_is_no_echo() -> None:
    assert found(f"{PASSAGE} {prose(1)} {PASSAGE}", prose(2)) == []


def test_scanning_errors_are_borne_with() -> None:
    damaged = PASSAGE.replace("clerk", "cleik").replace("register", "regi8ter").replace("sluice", "s1uice")
    damaged = damaged.replace("evening", "eveninq").replace("miller's", "rniller's").replace("lamp", "1amp")
    (one,) = found(f"{prose(1)} {PASSAGE} {prose(2)}", f"{prose(3)} {damaged} {prose(4)}")
    assert one.differing >= 6
    assert one.letters >= 150


def test_words_left_out_in_the_middle_do_not_divide_a_passage() -> None:
    cut = PASSAGE.replace("that nobody had been seen near the sluice, ", "")
    bodies = (f"{prose(1)} {PASSAGE} {prose(2)}", f"{prose(3)} {cut} {prose(4)}")
    (one,) = found(*bodies)
    assert 30 <= one.omitted <= 40
    assert "nobody had been seen" in words_of(one, bodies)[0]


def test_what_many_documents_say_is_a_formula() -> None:
    formula = "in the name of the people and of the village"
    bodies = [f"{prose(n)} {formula} {prose(n + 50)}" for n in range(12)]
    assert found(*bodies) == []
    assert len(found(*bodies[:2])) == 1


def test_a_long_passage_in_many_documents_is_one_cluster() -> None:
    long = prose(7, 150)
    rows = found(*(f"{prose(n + 10)} {long} {prose(n + 50)}" for n in range(6)))
    assert len(rows) == 15
    assert {one.cluster for one in rows} == {1}


def test_a_whole_document_twice_is_one_passage() -> None:
    (one,) = found(prose(1, 3000), prose(1, 3000))
    assert (one.first_span.start, one.differing) == (0, 0)
    assert one.first_span == one.second_span
    assert one.first_span.end == len(prose(1, 3000))


def test_offsets_lead_to_the_original_and_pages_are_named(tmp_path: Path) -> None:
    half = len("The clerk who kept the register of the mill wrote on the eve")
    raw = f"{{p. 1}} {prose(1)} {PASSAGE[:half]}-\n\n{{p. 2}} {PASSAGE[half:]} {prose(2)} {{p. 3}} end"
    for name, words in (("book.txt", raw), ("copy.txt", f"{prose(3)} {PASSAGE}")):
        (tmp_path / name).write_text(words, "utf-8")
    (row,) = assay.reuse(tmp_path / "book.txt", tmp_path / "copy.txt").to_pylist()
    assert raw[row["first_start"] : row["first_end"]].startswith("The clerk")
    assert "{p. 2}" in raw[row["first_start"] : row["first_end"]]
    assert row["first_page"] == "p. 1"


def test_dates_say_who_was_first(tmp_path: Path) -> None:
    casebook = """\
source early "Early"
  made: 1931
  file: sources/early.txt

source late "Late"
  made: 1950
  file: sources/late.txt
"""
    texts = {"early.txt": f"{prose(1)} {PASSAGE}", "late.txt": f"{PASSAGE} {prose(2)}"}
    write_dossier(tmp_path, casebook, texts)
    (row,) = assay.reuse(tmp_path).to_pylist()
    assert (row["first_work"], row["second_work"], row["earlier"]) == ("early", "late", "early")


def test_tables_are_the_same_in_every_format(tmp_path: Path) -> None:
    folder = planted(tmp_path)
    table = assay.reuse(folder)
    assert isinstance(table, pa.Table)
    assert run(folder, "--format", "parquet", "-o", tmp_path / "shared.parquet").exit_code == 0
    assert run(folder, "--format", "arrow", "-o", tmp_path / "shared.arrow").exit_code == 0
    assert pq.read_table(tmp_path / "shared.parquet").equals(table)
    assert feather.read_table(tmp_path / "shared.arrow").equals(table)
    lines = run(folder, "--format", "json").output.splitlines()
    assert len(lines) == table.num_rows == 1


def test_as_text(tmp_path: Path) -> None:
    done = run(planted(tmp_path))
    assert done.exit_code == 0
    assert "memoir.txt" in done.output
    assert "“miller's” where minutes.txt has “müllers's”" in done.output
    assert "3 works compared: 1 shared passage in 1 cluster." in done.output


def test_exit_codes(tmp_path: Path) -> None:
    folder = planted(tmp_path)
    assert run(folder / "memoir.txt", folder / "letter.txt").exit_code == 1
    assert run(folder / "memoir.txt").exit_code == 2
    assert run(tmp_path / "nowhere").exit_code == 2
    assert run(folder, "--format", "parquet").exit_code == 2
    assert run(folder, "--memory", "a lot").exit_code == 2
    assert "there is no engine hadoop" in run(folder, "--engine", "hadoop").output
    assert run(folder, "-o", tmp_path / "no" / "such" / "folder.txt").exit_code == 2


def test_no_document_is_written_over(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("The mill burned to the ground in May, and nobody saw who set it on fire. " + name)
    before = (tmp_path / "one.txt").read_text()
    for paths in ([str(tmp_path)], [str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]):
        done = CliRunner().invoke(app, ["reuse", *paths, "-o", str(tmp_path / "one.txt"), "--memory", "9" * 400 + "GB"])
        assert done.exit_code == 2
        assert "would be written over" in done.output
    assert (tmp_path / "one.txt").read_text() == before
    done = CliRunner().invoke(
        app, ["reuse", str(tmp_path), "-o", str(tmp_path / "new.json"), "--memory", "9" * 400 + "GB"]
    )
    assert done.exit_code in (0, 1)
    assert (tmp_path / "new.json").exists()


def test_an_interrupt_is_said_and_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("assay.echoes.parts.hits_of", interrupted)
    work = tmp_path / "work"
    done = run(planted(tmp_path), "-o", tmp_path / "out.txt", "--work", work)
    assert (done.exit_code, (tmp_path / "out.txt").exists()) == (130, False)
    assert "stopped" in done.output
    assert f"MB in {work / 'reuse-*'}; delete that to begin anew" in done.output
    monkeypatch.undo()
    assert run(tmp_path / "papers", "--work", work).exit_code == 0
    assert list(work.iterdir()) == []


def test_a_folder_that_cannot_be_worked_in_is_said(tmp_path: Path) -> None:
    folder = planted(tmp_path)
    done = run(folder, "--work", folder / "memoir.txt" / "work")
    assert done.exit_code == 2
    assert "--work FOLDER" in done.output


class Stopped:
    """Lets so many parts of one stage pass, then stops the run, as Ctrl-C would."""

    def __init__(self, stage: str, after: int) -> None:
        self.stage, self.left = stage, after

    def __call__(self, what: str, _: float) -> None:
        if what == self.stage:
            self.left -= 1
            if self.left < 0:
                raise KeyboardInterrupt


@pytest.fixture
def in_small_portions(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Join a thousand runs at a time, follow one range after another, and list what is joined."""
    joined: list[Path] = []
    ours = Duck.joined

    def listed(self: Duck, postings: Path, most: int) -> Iterator[tuple[str, pa.RecordBatch]]:
        joined.append(postings)
        return ours(self, postings, most)

    monkeypatch.setattr(Duck, "rows", property(lambda _: 1000))
    monkeypatch.setattr(Duck, "joined", listed)
    monkeypatch.setattr("assay.echoes.parts._TO_A_HIT", 1 << 28)
    return joined


def echoing(documents: int = 8) -> list[str]:
    return [
        " ".join([prose(n), *(prose(1000 + min(n, m) * 100 + max(n, m), 15) for m in range(documents)), prose(n + 500)])
        for n in range(documents)
    ]


def test_in_portions_the_same_is_found_as_at_once(tmp_path: Path, in_small_portions: list[Path]) -> None:
    bodies = echoing()
    in_portions = likenesses(bodies, tmp_path, Wanted())
    assert len(in_small_portions) > 5
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Duck, "rows", property(lambda _: 10**6))
        assert likenesses(bodies, tmp_path, Wanted()) == in_portions
    assert len(in_portions) == 28
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("stage", "after", "joins"),
    [("Joining what recurs", 3, 3), ("Following likenesses", 2, 99), ("Sorting what recurs", 0, 0)],
)
def test_a_run_that_was_stopped_is_taken_up(
    tmp_path: Path, in_small_portions: list[Path], stage: str, after: int, joins: int
) -> None:
    bodies = echoing()
    whole = likenesses(bodies, tmp_path, Wanted())
    portions = len(in_small_portions)
    in_small_portions.clear()
    with pytest.raises(KeyboardInterrupt):
        likenesses(bodies, tmp_path, Wanted(), Stopped(stage, after))
    done = min(joins, portions)
    assert len(in_small_portions) == done
    assert bool(left_behind(tmp_path)) == bool(done)
    in_small_portions.clear()
    assert likenesses(bodies, tmp_path, Wanted()) == whole
    assert len(in_small_portions) == portions - done
    assert list(tmp_path.iterdir()) == []


def test_what_other_documents_left_behind_is_not_taken_up(tmp_path: Path, in_small_portions: list[Path]) -> None:
    with pytest.raises(KeyboardInterrupt):
        likenesses(echoing(), tmp_path, Wanted(), Stopped("Joining what recurs", 3))
    before = left_behind(tmp_path)
    in_small_portions.clear()
    assert len(likenesses(echoing(7), tmp_path, Wanted())) == 21
    assert len(in_small_portions) > 5
    assert left_behind(tmp_path) == before > 0


def test_two_runs_of_the_same_do_not_meet(tmp_path: Path, in_small_portions: list[Path]) -> None:
    bodies = echoing()
    within: list[list[Likeness]] = []

    def beside(what: str, share: float) -> None:
        if what == "Joining what recurs" and share and not within:
            within.append(likenesses(bodies, tmp_path, Wanted()))

    assert [likenesses(bodies, tmp_path, Wanted(), beside)] == within
    assert len(set(in_small_portions)) == len(in_small_portions)
    assert list(tmp_path.iterdir()) == []


def test_files_that_are_no_documents_are_passed_over_and_said(tmp_path: Path) -> None:
    folder = planted(tmp_path)
    (folder / "empty.txt").write_text("")
    (folder / "picture.bin").write_bytes(bytes(range(256)) * 50)
    (folder / ".hidden").write_text(PASSAGE)
    done = run(folder)
    assert done.exit_code == 0
    assert "picture.bin was passed over" in done.output
    assert "1 shared passage" in done.output


def test_a_file_that_was_named_and_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "picture.bin").write_bytes(bytes(range(256)) * 50)
    assert run(tmp_path / "picture.bin", tmp_path / "picture.bin").exit_code == 2
    with pytest.raises(DossierError):
        assay.reuse(tmp_path / "nowhere")


@pytest.mark.parametrize(
    "words", ["a" * 300_000, "12 " * 50_000, "\u0000" * 1000, "да нет " * 20_000, "\U0001f600" * 500]
)
def test_monotonous_documents_take_no_long_time(words: str) -> None:
    found(words, words + " b", "c " + words)


def test_the_watcher_is_told(tmp_path: Path) -> None:
    told: list[tuple[str, float]] = []
    read: list[str] = []
    echoes([planted(tmp_path)], watcher=Watcher(lambda what, share: told.append((what, share)), read.append))
    assert read == ["letter.txt", "memoir.txt", "minutes.txt"]
    last = dict(told)
    assert list(last) == [
        "Counting runs of letters",
        "Sorting what recurs",
        "Joining what recurs",
        "Following likenesses",
    ]
    assert set(last.values()) == {1}


def test_what_the_compiler_of_the_reference_dossier_repeats_is_found(reference: Path) -> None:
    rows = assay.reuse(reference).to_pylist()
    assert len(rows) >= 13
    assert {"anthology"} <= {row["first_work"] for row in rows} | {row["second_work"] for row in rows}
    # No work's own passage is called a copy of another's: all that is shared is the compiler's quoting.
    assert all("anthology" in (row["first_work"], row["second_work"]) for row in rows)
