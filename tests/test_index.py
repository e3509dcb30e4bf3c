"""The index: whatever changed, in whatever order, and wherever it was stopped, it holds what one made anew holds."""

import contextlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assay.dossier import Dossier, DossierError, open_dossier
from assay.dossier.indexing import use_index
from assay.dossier.staleness import plan_update
from assay.library.index import choose_grammar
from assay.library.index.code import VOICES, code_of
from assay.library.index.words import folded
from assay.voices import ROUGH, english, shares
from conftest import MEMOIR, Make, write_dossier
from indexes import contents, from_scratch, looked_up, update

DOCUMENTS = {
    "memoir": MEMOIR,
    "short": 'Anna said: "It burned." She left.',
    "long": "{p. 1} "
    + "Boris wrote: \"I saw it, and 'it fell' as she said.\" Then he left the town.\n\n" * 30
    + "{p. 2} End.",
    "empty": "",
    "marked": "{p. 7} A {comment of the compiler} stands here. Über Zürich.",
}
REGISTERS = (
    'person anna "Anna"\n\nsource memoir "M"\n  file: sources/a.txt\n\nsource first "F"\n  in: memoir p. 1\n',
    'person anna "Anna Berg"\n  alias: Anna\n\nperson boris "Boris"\n\nsource memoir "M"\n  file: sources/b.txt\n',
    "",
)
QUIET = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def rewrite(root: Path, documents: dict[str, str], register: str) -> Dossier:
    """Put other documents and another casebook in the place of those that are there."""
    for path in (root / "sources").glob("*"):
        if path.name not in documents:
            path.unlink()
    (root / "casebook" / "case.case").write_text(register)
    toml = 'assay = 1\ntitle = "A test"\nlanguage = "en"\n'
    for name, words in documents.items():
        path = root / "sources" / name
        if not path.exists() or path.read_text() != words:
            path.write_text(words)
        toml += f'\n[[file]]\npath = "sources/{name}"\ncompiler = "anna"\n'
    (root / "dossier.toml").write_text(toml)
    return open_dossier(root)


worlds = st.lists(
    st.tuples(
        st.permutations(["a.txt", "b.txt", "c.txt"]).flatmap(
            lambda names: st.lists(st.sampled_from(sorted(DOCUMENTS)), max_size=3).map(
                lambda drawn: dict(zip(names, drawn, strict=False))
            )
        ),
        st.sampled_from(REGISTERS),
    ),
    min_size=1,
    max_size=4,
)


@QUIET
@given(steps=worlds)
def test_an_index_that_was_brought_up_to_date_is_one_made_anew(
    steps: list[tuple[dict[str, str], str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    dossier = write_dossier(tmp_path_factory.mktemp("world"), "", {})
    for chosen, register in steps:
        dossier = rewrite(dossier.root, {name: DOCUMENTS[kind] for name, kind in chosen.items()}, register)
        update(dossier)
        assert not use_index(dossier, lambda index, dossier=dossier: plan_update(dossier, index).work, print)  # type: ignore[misc]
    assert contents(dossier) == from_scratch(dossier)


@contextlib.contextmanager
def stopped_at(call: int) -> Iterator[None]:
    """Interrupt the program at the n-th passage that it would write."""
    calls = 0

    def counting(words: str) -> str:
        nonlocal calls
        calls += 1
        if calls == call:
            raise KeyboardInterrupt
        return folded(words)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("assay.library.index.writing.folded", counting)
        yield


@QUIET
@given(call=st.integers(1, 90))
def test_an_interrupted_update_leaves_whole_documents_and_is_finished_later(
    call: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    dossier = write_dossier(
        tmp_path_factory.mktemp("world"), REGISTERS[0], {"a.txt": MEMOIR, "b.txt": DOCUMENTS["long"]}
    )
    update(dossier)
    dossier = rewrite(dossier.root, {"b.txt": MEMOIR, "a.txt": DOCUMENTS["long"], "c.txt": MEMOIR}, REGISTERS[1])
    with contextlib.suppress(KeyboardInterrupt), stopped_at(call):
        update(dossier)
    bodies = use_index(dossier, _bodies, print)
    assert set(bodies.values()) <= {len(MEMOIR), len(DOCUMENTS["long"]), *_lengths(dossier)}
    update(open_dossier(dossier.root))
    assert contents(dossier) == from_scratch(dossier)


def _bodies(index: sqlite3.Connection) -> dict[str, int]:
    rows = index.execute(
        "SELECT d.path, sum(p.length) FROM passage p JOIN document d ON d.id = p.document WHERE p.aside IS NULL GROUP BY 1"
    )
    return dict(rows.fetchall())


def _lengths(dossier: Dossier) -> list[int]:
    return [len(text.body) for text in dossier.texts.values()]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_process_leaves_an_index_that_is_finished_later(tmp_path: Path) -> None:
    draw = random.Random(5)
    words = {f"{number}.txt": DOCUMENTS["long"] * draw.randint(1, 6) for number in range(30)}
    dossier = write_dossier(tmp_path / "dossier", REGISTERS[0], words)
    command = [sys.executable, "-m", "assay", "read", str(dossier.root)]
    for _ in range(4):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(draw.uniform(0.1, 0.6))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert looked_up_now(dossier) >= 0
    update(dossier)
    assert contents(dossier) == from_scratch(dossier)


def looked_up_now(dossier: Dossier) -> int:
    """Count documents in the index as it is."""

    def counted(index: sqlite3.Connection) -> int:
        (count,) = index.execute("SELECT count(*) FROM document").fetchone()
        index.execute("INSERT INTO term (term) VALUES ('integrity-check')")
        return int(count)

    return use_index(dossier, counted, print)


def test_what_has_not_changed_is_not_read_again(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = make()
    assert [task.words for task in update(dossier)] == [True]
    read: list[str] = []
    monkeypatch.setattr(Dossier, "document", lambda _, profile: read.append(profile.path))
    update(open_dossier(dossier.root))
    os.utime(dossier.root / "sources" / "memoir.txt")
    update(open_dossier(dossier.root))
    case = dossier.root / "casebook" / "case.case"
    case.write_text(case.read_text() + '\nperson dora "Dora"\n')
    (task,) = update(open_dossier(dossier.root))
    assert (task.words, task.works, task.voices) == (False, False, True)
    case.write_text(case.read_text() + '\nsource page "A page"\n  in: memoir p. 2\n')
    (task,) = update(open_dossier(dossier.root))
    assert (task.words, task.works, task.voices) == (False, True, False)
    assert not read


def test_voices_are_heard_anew_where_the_code_that_hears_them_is_another(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = make()
    update(dossier)
    monkeypatch.setattr(
        "assay.dossier.staleness.code_of", lambda *parts: f"other-{parts[0]}" if parts == VOICES else code_of(*parts)
    )
    (task,) = update(open_dossier(dossier.root))
    assert (task.words, task.voices) == (False, True)


def test_how_sentences_are_read_can_be_chosen_and_holds(make: Make) -> None:
    dossier = make()
    update(dossier)
    use_index(dossier, lambda index: choose_grammar(index, parsed=True), print)
    if english.missing():
        assert not [task for task in update(dossier) if task.is_work]  # read roughly, as before
        return
    (task,) = update(open_dossier(dossier.root))
    assert (task.words, task.voices) == (False, True)
    assert not [task for task in update(open_dossier(dossier.root)) if task.is_work]


def test_a_long_text_is_heard_share_by_share(reference: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = next(iter(open_dossier(reference).texts.values()))
    names = open_dossier(reference).names
    whole = list(shares.heard(text, names, ROUGH))
    monkeypatch.setattr(shares, "SHARE", 20_000)
    parted = list(shares.heard(text, names, ROUGH))
    same = {(voice.quoted.span, voice.kind, voice.speaker) for voice in parted}
    assert sum((voice.quoted.span, voice.kind, voice.speaker) in same for voice in whole) > len(whole) * 0.95
    marks = [voice.quoted for voice in parted if voice.quoted.setting == "marks"]
    assert all(mark.parent < 0 or marks[mark.parent].span.start <= mark.span.start for mark in marks)


def test_a_change_of_equal_size_a_moment_later_is_seen(make: Make) -> None:
    dossier = make()
    for word in ("mill", "barn", "farm", "shed"):
        path = dossier.root / "sources" / "memoir.txt"
        path.write_text(MEMOIR.replace("mill burn", f"{word} burn"))
        assert len(looked_up(dossier.root, f'"{word} burn"').hits) == 1


def test_a_profile_that_changed_is_read_again(make: Make) -> None:
    dossier = make()
    assert looked_up(dossier.root, "afterword").hits[0].page == "9"
    toml = dossier.root / "dossier.toml"
    toml.write_text(toml.read_text() + "page = 'no (such) mark'\n")
    assert looked_up(dossier.root, "afterword").hits[0].page is None


def test_a_document_that_cannot_be_read_is_said_and_comes_back(make: Make) -> None:
    dossier = make()
    update(dossier)
    path = dossier.root / "sources" / "memoir.txt"
    good = path.read_bytes()
    path.write_bytes(b"\xff\xfe\xff")
    assert not looked_up(dossier.root, "mill").hits
    problems = use_index(dossier, lambda index: index.execute("SELECT problem FROM document").fetchall(), print)
    assert "is not text as stated" in problems[0][0]
    path.unlink()
    assert not looked_up(dossier.root, "mill").hits
    path.write_bytes(good)
    assert looked_up(dossier.root, "mill").hits


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda path: path.write_bytes(b"no database at all, but long enough" * 200), "damaged"),
        (lambda path: path.write_bytes(path.read_bytes()[:5000]), "made anew"),
        (lambda path: _execute(path, "UPDATE about SET value = '99' WHERE key = 'format'"), "another version"),
        (lambda path: _execute(path, "UPDATE about SET value = 'x' WHERE key = 'owner'"), "not made here"),
        (lambda path: _execute(path, "CREATE TRIGGER t AFTER INSERT ON page BEGIN DELETE FROM page; END"), "not made here"),
        (lambda path: _execute(path, "DROP TABLE about"), "made anew"),
        (lambda path: _execute(path, "DROP TABLE term"), "made anew"),
        (lambda path: _execute(path, "DELETE FROM term_data"), "made anew"),
        (lambda path: _execute(path, "UPDATE passage SET words = x'ff'"), "made anew"),
    ],
)  # fmt: skip
def test_an_index_that_is_damaged_or_not_ours_is_made_anew(
    make: Make, damage: "object", said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = make()
    update(dossier)
    assert callable(damage)
    damage(dossier.root / ".assay" / "index.db")
    capsys.readouterr()

    assert len(looked_up(dossier.root, "mill").hits) == 1
    assert said in capsys.readouterr().out


def _execute(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_an_index_that_leads_out_of_the_dossier_is_refused(make: Make, tmp_path: Path) -> None:
    dossier = make()
    (dossier.root / ".assay").mkdir()
    (dossier.root / ".assay" / "index.db").symlink_to(tmp_path / "elsewhere.db")
    with pytest.raises(DossierError, match="is a link"):
        update(dossier)
    assert not (tmp_path / "elsewhere.db").exists()


def test_two_cannot_read_at_once(make: Make) -> None:
    dossier = make()
    update(dossier)
    lock = sqlite3.connect(dossier.root / ".assay" / "index-lock.db", isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DossierError, match="another assay is reading"):
        update(dossier)
    lock.close()


def test_the_index_keeps_itself_out_of_git(make: Make) -> None:
    dossier = make()
    update(dossier)
    assert (dossier.root / ".assay" / ".gitignore").read_text() == "*\n"
