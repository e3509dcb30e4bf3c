"""Dossiers on disk: opened, refused, changed by slice, undone, and never left half changed."""

import json
import os
import threading
from pathlib import Path

import pytest

import assay
from assay.casebook.edits import Edit
from assay.dossier import ChangedUnderneathError, Dossier, DossierError, find_dossier, open_dossier, writing
from assay.dossier.making import add_file, hash_again, make_dossier, rename
from assay.dossier.writing import file_change, undo, write
from assay.model.location import Span
from conftest import MEMOIR, REGISTER, Make, interrupted_at, write_dossier

CASE = "casebook/case.case"


def read(dossier: Dossier, path: str = CASE) -> str:
    return (dossier.root / path).read_bytes().decode()


def change(dossier: Dossier, new: str) -> None:
    text = dossier.casebook_texts[CASE]
    write(dossier.root, "a test", [file_change(CASE, text, [Edit(CASE, Span(0, 0), new)])])


def test_the_one_door(example: Path) -> None:
    dossier = assay.open(example)
    assert len(dossier.case.statements) == 12
    assert dossier.library.volume("minutes") is not None


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        (None, "has no dossier.toml"),
        ("assay = 2", "is of format 2"),
        ("assay = ", "not written as TOML"),
        ('assay = 1\ntitel = "x"', "“titel” is not known"),
        ("assay = 1\ntitle = 3", "title takes words"),
        ("assay = 1\n[[file]]\n", "a file has no path"),
        ('assay = 1\n[[file]]\npath = "/etc/passwd"', "leads out of the dossier"),
        ('assay = 1\n[[file]]\npath = "a/../../b"', "leads out of the dossier"),
        ('assay = 1\n[[file]]\npath = "a"\ncolour = "x"', "“colour” is no setting"),
        ('assay = 1\nfile = "a"', "files are listed one by one"),
        ("assay = 1\nx = " + "[" * 5000, "lists in lists"),
        ("assay = 1\n" + "a." * 50_000 + "b = 1", "a line of more than"),
    ],
)
def test_what_is_no_dossier_says_why(tmp_path: Path, toml: str | None, said: str) -> None:
    if toml is not None:
        (tmp_path / "dossier.toml").write_text(toml)
    with pytest.raises(DossierError, match=said) as caught:
        open_dossier(tmp_path)
    assert toml is None or "dossier.toml" in str(caught.value)


@pytest.mark.parametrize(
    ("toml", "line", "help_"),
    [
        ("assay = 1\ntitle = The mill", "line 2", 'title = "The mill"'),
        ("assay = 1\ntitle\n", "line 2", "this line says no name = value: title"),
        ('assay = 1\n[[file]]\npath = "a"\npage = "(\\d+)"', "line 4", "page = '(\\d+)'"),
        ('assay = 1\nlanguag = "x"', "toml:2:", "did you mean language?"),
        ('assay = 1\n[[file]]\npath = "a"\npages = "x"', "toml:4:", "did you mean page?"),
        ('assay = 1\n[[file]]\npath = "a"\npage = 3', "toml:4:", 'page = "…"'),
    ],
)
def test_a_setting_that_cannot_be_read_is_shown_with_its_line(tmp_path: Path, toml: str, line: str, help_: str) -> None:
    (tmp_path / "dossier.toml").write_text(toml)
    with pytest.raises(DossierError) as caught:
        open_dossier(tmp_path)
    assert line in str(caught.value)
    assert help_ in caught.value.help


def test_a_link_that_leads_out_is_refused(make: Make, tmp_path: Path) -> None:
    dossier = make()
    (tmp_path / "secret.txt").write_text("secret")
    target = dossier.root / "sources" / "memoir.txt"
    target.unlink()
    target.symlink_to(tmp_path / "secret.txt")
    assert not open_dossier(dossier.root).texts
    (dossier.root / "casebook" / "more.case").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(DossierError, match="leads out"):
        assert open_dossier(dossier.root).casebook


def test_problems_of_sources_are_values(make: Make) -> None:
    dossier = make()
    source = dossier.root / "sources" / "memoir.txt"
    source.write_bytes(b"\xff\xfa")
    again = open_dossier(dossier.root)
    assert not again.texts
    assert [problem.sort for problem in again.problems] == ["changed", "unreadable"]
    source.unlink()
    gone = open_dossier(dossier.root)
    assert not gone.texts
    assert "no such file" in gone.problems[0].message


def test_a_file_that_changed_underneath_is_left_alone(make: Make) -> None:
    dossier = make()
    assert dossier.casebook_texts
    path = dossier.root / CASE
    path.write_text(path.read_text() + "; somebody else was here\n")
    before = path.read_bytes()
    with pytest.raises(ChangedUnderneathError, match=CASE):
        change(dossier, "; mine\n")
    assert path.read_bytes() == before


def test_a_change_can_be_undone_until_the_file_changes(make: Make) -> None:
    dossier = make()
    before = read(dossier)
    change(dossier, "; one\n")
    assert read(dossier) == "; one\n" + before
    assert undo(dossier.root) == "a test"
    assert read(dossier) == before
    assert undo(dossier.root) is None
    change(dossier, "; two\n")
    (dossier.root / CASE).write_text("by hand")
    with pytest.raises(ChangedUnderneathError):
        undo(dossier.root)
    assert read(dossier) == "by hand"


def test_what_was_taken_out_side_by_side_is_put_back_in_its_order(make: Make) -> None:
    dossier = make()
    file, text = next(iter(dossier.casebook_texts.items()))
    lines = ['person zoe "Zoe"\n', 'person adam "Adam"\n', 'person mia "Mia"\n']
    longer = "".join(lines) + text
    (dossier.root / file).write_text(longer, "utf-8", newline="")
    starts = [0, len(lines[0]), len(lines[0]) + len(lines[1])]
    taken = [Edit(file, Span(start, start + len(line)), "") for start, line in zip(starts, lines, strict=True)]
    write(dossier.root, "a test", [file_change(file, longer, taken)])
    undo(dossier.root)
    assert (dossier.root / file).read_bytes().decode() == longer


@pytest.mark.parametrize("stop_at", range(1, 12))
def test_interrupted_anywhere_the_change_is_whole_or_not_at_all(make: Make, stop_at: int) -> None:
    """Stop at every write, one after the other; opening the dossier again finds the old names or the new ones."""
    dossier = make("1931 boris affirms fire\n  cite: memoir p. 2\n    > I saw the mill burn\n")
    (dossier.root / "casebook" / "more.case").write_text("1932 boris denies fire\n  note: anna\n", newline="")
    dossier = open_dossier(dossier.root)
    with interrupted_at(stop_at):
        rename(dossier, "boris", "borya")
    again = open_dossier(dossier.root)
    names = {statement.witness for statement in again.case.statements.values()}
    assert names in ({"anna", "boris"}, {"anna", "borya"})
    assert ("borya" in again.case.persons) == ("borya" in names)


def test_two_writers_wait_for_each_other(make: Make) -> None:
    dossier = make()
    failed: list[str] = []

    def writer(number: int) -> None:
        for _ in range(5):
            while True:
                try:
                    change(open_dossier(dossier.root), f"; {number}\n")
                    break
                except ChangedUnderneathError as error:
                    failed.append(str(error))

    threads = [threading.Thread(target=writer, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(line for line in read(dossier).split("\n") if line.startswith(";")) == sorted(
        f"; {number}" for number in range(3) for _ in range(5)
    )


def test_a_pending_change_may_touch_only_what_assay_writes(make: Make) -> None:
    dossier = make()
    folder = dossier.root / ".assay"
    folder.mkdir()
    secret = dossier.root / "sources" / "memoir.txt"
    bad = writing.Change("evil", (file_change("sources/memoir.txt", MEMOIR, [Edit("x", Span(0, 1), "B")]),))
    (folder / "pending.json").write_bytes(json.dumps(json.loads(writing.encode(bad))).encode())
    open_dossier(dossier.root)
    assert secret.read_bytes() == MEMOIR.encode()


@pytest.mark.parametrize("damaged", [b"[" * 200_000, b"{}", b"9" * 5000, b"\xff", b""])
def test_a_damaged_memory_of_changes_keeps_nothing_from_being_read(make: Make, damaged: bytes) -> None:
    root = make().root
    (root / ".assay" / "journal").mkdir(parents=True)
    (root / ".assay" / "journal" / "000001.json").write_bytes(damaged)
    with pytest.raises(DossierError, match="is damaged"):
        undo(root)
    (root / ".assay" / "pending.json").write_bytes(damaged)
    again = open_dossier(root)
    assert "is damaged" in again.notice
    assert again.case.statements


def test_a_new_dossier_takes_documents(tmp_path: Path) -> None:
    root = tmp_path / "new"
    make_dossier(root, 'The "mill"', "en")
    document = tmp_path / "Mémoires d'Anna.txt"
    document.write_text(MEMOIR, encoding="utf-8")
    added = add_file(open_dossier(root), document)
    assert (added.id, added.path, added.pages) == ("memoires-d-anna", "sources/Mémoires d'Anna.txt", 4)
    dossier = open_dossier(root)
    assert dossier.title == 'The "mill"'
    assert dossier.library.volume("memoires-d-anna") is not None
    assert not dossier.problems
    with pytest.raises(DossierError, match="in the dossier already"):
        add_file(dossier, document)
    with pytest.raises(DossierError, match="is a dossier already"):
        make_dossier(root, "", "en")
    assert document.read_text(encoding="utf-8") == MEMOIR


def test_adding_again_hashes_anew(make: Make) -> None:
    dossier = make()
    source = dossier.root / "sources" / "memoir.txt"
    source.write_text("{p. 2} I saw the mill burn")
    assert hash_again(open_dossier(dossier.root), Path("sources/memoir.txt")) == "sources/memoir.txt"
    again = open_dossier(dossier.root)
    assert again.texts
    assert not again.problems


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("nobody", "somebody", "nothing here has the id"),
        ("boris", "anna", "anna is taken"),
        ("boris", "b b", "cannot be an id"),
        ("boris", "affirms", "cannot be an id"),
    ],
)
def test_renaming_refuses_what_cannot_be(make: Make, old: str, new: str, said: str) -> None:
    dossier = make()
    before = read(dossier)
    with pytest.raises(DossierError, match=said):
        rename(dossier, old, new)
    assert read(dossier) == before


def test_the_dossier_around_a_folder_is_found(make: Make, tmp_path: Path) -> None:
    dossier = make()
    found = find_dossier(dossier.root / "casebook")
    assert found is not None
    assert found.resolve() == dossier.root.resolve()
    assert find_dossier(tmp_path) is None


def test_unchanged_casebooks_are_read_from_the_cache(make: Make) -> None:
    """A casebook large enough to be worth it is stored; a damaged cache is done without."""
    cache = Path(os.environ["XDG_CACHE_HOME"]) / "assay" / "parsed.db"
    many = "\n".join(f"1931 boris doubts fire #s{n}\n  note: {'x' * 100}\n" for n in range(2500))
    dossier = make(many)
    first = dossier.case.statements
    assert cache.exists()
    assert not (dossier.root / ".assay").exists()
    assert open_dossier(dossier.root).case.statements == first
    cache.write_bytes(b"rubbish")
    assert open_dossier(dossier.root).case.statements == first


def test_a_casebook_that_is_not_utf8_loses_one_entry_at_most(tmp_path: Path) -> None:
    dossier = write_dossier(tmp_path, REGISTER + '\nperson dora "D\udce9ra"\n', {"memoir.txt": MEMOIR})
    assert dossier.casebook.complaints[CASE][0].message == "this is not UTF-8"
    assert "anna" in dossier.case.persons
