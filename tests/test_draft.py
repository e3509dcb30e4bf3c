"""Drafting as a whole: the folder, drafting again, keeping, dropping, the gate, the commands."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assay.cli.app import app
from assay.dossier import DossierError, open_dossier
from assay.dossier.writing import undo
from assay.draft.deciding import drop, keep
from assay.draft.drafting import Drafting
from assay.draft.folder import file_of, merged, read_drafts
from assay.draft.gate import Refused, fault, pass_on
from assay.library import Library
from assay.model.proposals import Part, Proposal
from assay.voices import ROUGH
from drafting import dossier

MEMOIR = """\
Anna Lindqvist came to the mill in May. Mr. Sandor said that it burned. A. Lindqvist wrote to Mr. Sandor in June.

At noon Korvath (the party name of Lindqvist - Ed.) came back.
"""
PARTS: tuple[Part, ...] = ("persons", "aliases")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def made(folder: Path, words: str = MEMOIR, casebook: str = "") -> Path:
    root = folder / "case"
    dossier(root, {"memoir.txt": words}, casebook)
    return root


def proposed(root: Path) -> dict[str, str]:
    return {one.key: one.text for one in read_drafts(root).drafted}


def drafted(root: Path) -> Result:
    result = run("draft", root, "--rough", "--only", ",".join(PARTS))
    assert result.exit_code == 0, result.output
    return result


def test_a_draft_is_files_beside_the_casebook_that_count_for_nothing(tmp_path: Path) -> None:
    root = made(tmp_path)
    said = drafted(root).output
    assert "persons: 2 new" in said
    assert set(proposed(root)) == {"lindqvist", "sandor", "lindqvist+korvath+memoir"}
    assert proposed(root)["lindqvist"].startswith('person lindqvist "Anna Lindqvist"\n  proposed: one surname')
    assert "alias: Korvath in memoir" in proposed(root)["lindqvist+korvath+memoir"]
    assert open_dossier(root).case.persons == {}
    assert run("check", root).exit_code == 0
    checked = run("check", root, "--drafts")
    assert checked.exit_code == 0, checked.output


def test_proposals_are_checked_like_any_entry(tmp_path: Path) -> None:
    root = made(tmp_path)
    drafted(root)
    file = root / file_of("persons")
    file.write_text(file.read_text("utf-8") + '\nperson sandor "Somebody else"\n', "utf-8")
    checked = run("check", root, "--drafts")
    assert checked.exit_code == 1
    assert "N002" in checked.output


def test_drafting_again_changes_nothing(tmp_path: Path) -> None:
    root = made(tmp_path)
    drafted(root)
    before = (root / file_of("persons")).read_bytes()
    assert "persons: 0 new, 2 as before" in drafted(root).output
    assert (root / file_of("persons")).read_bytes() == before


def test_what_was_edited_stays_and_what_was_dropped_does_not_come_back(tmp_path: Path) -> None:
    root = made(tmp_path)
    drafted(root)
    file = root / file_of("persons")
    file.write_text(file.read_text("utf-8").replace('"Anna Lindqvist"', '"Dr. Anna Lindqvist"'), "utf-8")
    assert drop(open_dossier(root), ["sandor"], "a ship") == ("sandor",)
    assert "because a ship" in (root / "casebook/drafts/decided.case").read_text("utf-8")
    said = drafted(root).output
    assert "0 new, 1 edited, left alone" in said
    assert '"Dr. Anna Lindqvist"' in proposed(root)["lindqvist"]
    assert "sandor" not in proposed(root)


def test_what_is_new_is_said(tmp_path: Path) -> None:
    root = made(tmp_path)
    drafted(root)
    (root / "sources/memoir.txt").write_text(MEMOIR + "\nMr. Holmgren said that he had seen it.\n", "utf-8", newline="")
    assert "persons: 1 new, 2 as before" in drafted(root).output


def test_a_kept_proposal_is_in_the_casebook_and_undone_as_one_change(tmp_path: Path) -> None:
    root = made(tmp_path)
    drafted(root)
    with pytest.raises(DossierError, match="needs what is only proposed: lindqvist"):
        keep(open_dossier(root), ["lindqvist+korvath+memoir"])
    kept = keep(open_dossier(root), ["lindqvist+korvath+memoir"], with_needed=True)
    assert [one.key for one in kept] == ["lindqvist", "lindqvist+korvath+memoir"]
    person = open_dossier(root).case.persons["lindqvist"]
    assert [(alias.name, alias.source) for alias in person.aliases] == [("Korvath", "memoir")]
    assert person.proposed.startswith("one surname")
    assert set(proposed(root)) == {"sandor"}
    drafted(root)
    assert set(proposed(root)) == {"sandor"}
    undo(root)
    assert undo(root) is not None or open_dossier(root).case.persons == {}


def test_an_extension_goes_behind_the_entry_that_it_extends(tmp_path: Path) -> None:
    casebook = 'person anna "Anna Lindqvist"\n  note: of the mill\n\nplace mill "The mill"\n'
    root = made(tmp_path, casebook=casebook)
    drafted(root)
    assert set(proposed(root)) == {"sandor", "anna+korvath+memoir"}
    keep(open_dossier(root), ["anna+korvath+memoir"])
    lines = (root / "casebook/case.case").read_text("utf-8").split("\n")
    assert lines.index("extend person anna") == lines.index('place mill "The mill"') - 5
    assert open_dossier(root).case.persons["anna"].proposed == ""


@pytest.mark.parametrize(
    ("label", "says"), [("sandr", "did you mean sandor"), ("nothing-like-it", "nothing proposed is called")]
)
def test_what_is_not_proposed_cannot_be_kept(tmp_path: Path, label: str, says: str) -> None:
    root = made(tmp_path)
    drafted(root)
    result = run("keep", root, label)
    assert result.exit_code == 2
    assert says in result.output


def test_what_is_kept_already_is_said(tmp_path: Path) -> None:
    root = made(tmp_path)
    drafted(root)
    keep(open_dossier(root), ["sandor"])
    with pytest.raises(DossierError, match="was kept before"):
        keep(open_dossier(root), ["sandor"])


def test_deleting_the_folder_of_the_index_loses_no_decision(tmp_path: Path) -> None:
    import shutil  # noqa: PLC0415

    root = made(tmp_path)
    drafted(root)
    drop(open_dossier(root), ["sandor"], "no")
    shutil.rmtree(root / ".assay")
    shutil.rmtree(tmp_path / "cache")
    drafted(root)
    assert "sandor" not in proposed(root)


def test_an_interrupted_draft_goes_on_where_it_stopped(tmp_path: Path) -> None:
    root = tmp_path / "case"
    dossier(root, {"a.txt": MEMOIR, "b.txt": "Mr. Holmgren said no.\n"})

    class _StoppedError(Exception):
        pass

    def stop(_what: str, number: int, _count: int) -> None:
        if number == 1:
            raise _StoppedError

    with pytest.raises(_StoppedError):
        Drafting(open_dossier(root), ROUGH, PARTS, stop).run()
    draft = Drafting(open_dossier(root), ROUGH, PARTS).run()
    assert (draft.documents, draft.from_before) == (2, 1)
    assert {one.id for one in draft.proposals} >= {"lindqvist", "holmgren"}


def test_json_lines_have_the_keys_of_the_labels_and_places_of_the_file(tmp_path: Path) -> None:
    root = made(tmp_path)
    rows = [
        json.loads(line)
        for line in run("draft", root, "--rough", "--only", ",".join(PARTS), "--format", "jsonl").stdout.splitlines()
    ]
    names = [row for row in rows if row["sort"] == "name"]
    assert [MEMOIR[row["start"] : row["end"]] for row in names][:2] == ["Anna Lindqvist", "Sandor"]
    assert {row["person"] for row in names} == {"Anna Lindqvist", "Sandor"}
    (alias,) = (row for row in rows if row["sort"] == "alias")
    assert (alias["alias"], alias["person"]) == ("Korvath", "Lindqvist")
    assert MEMOIR[alias["start"] : alias["end"]].startswith("Korvath (the party name")
    assert {row["part"] for row in rows if row["sort"] == "proposal"} == set(PARTS)
    assert not (root / "casebook/drafts").exists()


def test_a_part_that_is_none_is_refused_with_a_guess(tmp_path: Path) -> None:
    result = run("draft", made(tmp_path), "--only", "person")
    assert result.exit_code == 2
    assert "did you mean persons" in result.output


def test_an_alias_that_somebody_else_bears_is_limited_to_the_document_that_uses_it(tmp_path: Path) -> None:
    words = (
        "A. Korvath said that it rained. Mr. Lindqvist said no.\n\n"
        'Lindqvist wrote: "I sent Korvath (Sandor - Ed.) to Oslo, and Korvath came back." Mr. Sandor said so.\n\n'
        "Korvath said that it snowed.\n"
    )
    root = made(tmp_path, words)
    drafted(root)
    (alias,) = (text for key, text in proposed(root).items() if "+korvath" in key)
    scope = alias.split("alias: Korvath in ")[1].split("\n")[0]
    assert scope != "memoir"
    assert f"source {scope} " in "\n".join(proposed(root).values())
    rows = [
        json.loads(line)
        for line in run("draft", root, "--rough", "--only", ",".join(PARTS), "--format", "jsonl").stdout.splitlines()
    ]
    whose = [row["id"] for row in rows if row["sort"] == "name" and row["text"].endswith("Korvath")]
    assert whose == ["korvath", "sandor", "sandor", "korvath"]


def test_the_gate_refuses_a_quotation_that_is_not_on_its_page(tmp_path: Path) -> None:
    root = made(tmp_path, casebook='person anna "Anna"\n\nclaim mill "The mill burned"\n')
    library = open_dossier(root).library
    head = "undated anna affirms mill #a\n  cite: memoir ¶ 1\n    > "
    assert fault(head + "it burned", library) == ""
    assert fault(head + "it drowned in the river altogether", library) == "its quotation is not at memoir ¶ 1"
    assert fault(head.replace("¶ 1", "¶ 2") + "it burned", library) == "its quotation is not at memoir ¶ 2"
    assert fault("undated anna affirms mill #a", library) == "it quotes no words"
    assert fault("undated anna afirms mill", library) != ""
    bad = Proposal("statements", "a", head + "never", "r", "explicit", ())
    assert [type(one) for one in pass_on([bad], library)] == [Refused]


def test_a_comment_of_somebody_in_a_draft_file_is_an_edit_to_no_entry(tmp_path: Path) -> None:
    root = made(tmp_path)
    drafted(root)
    drafts = read_drafts(root)
    assert not any(one.is_edited for one in drafts.drafted)
    made_now = Drafting(open_dossier(root), ROUGH, PARTS).run().proposals
    again = merged("persons", [one for one in made_now if one.part == "persons"], drafts)
    assert again.text == drafts.texts[file_of("persons")]


def test_words_of_a_document_cannot_make_entries(tmp_path: Path) -> None:
    hostile = 'Mr. Sandor\u2028\x0b\x1cperson evil "Evil" said no.\n\nMr. "Holm\u2029" said so. Mr. Sandor said no.\n'
    root = made(tmp_path, hostile)
    drafted(root)
    assert "evil" not in proposed(root)
    assert run("check", root, "--drafts").exit_code == 0


def test_everything_that_is_drafted_together_is_sound(tmp_path: Path) -> None:
    words = (
        "{p. 1} Anna Lindqvist told the inspector on 3 May 1931 that the mill had burned. Mr. Sandor denied this. "
        'According to Anna Lindqvist, nobody was there. "I saw it from the bridge," Anna Lindqvist said.\n\n'
        "{p. 2} In a letter of June 1931, Sandor wrote to Lindqvist that he had been in Oslo.\n"
    )
    root = made(tmp_path, words)
    said = run("draft", root, "--rough")
    assert said.exit_code == 0, said.output
    heads = [text.split("\n")[0] for text in proposed(root).values()]
    assert any(" lindqvist affirms " in head for head in heads)
    assert any(head.startswith("claim ") for head in heads)
    checked = run("check", root, "--drafts")
    assert "error" not in checked.output, checked.output
    labels = [key for key, text in proposed(root).items() if " lindqvist affirms " in text.split("\n")[0]]
    keep(open_dossier(root), labels[:1], with_needed=True)
    case = open_dossier(root).case
    assert [one.witness for one in case.statements.values()] == ["lindqvist"]
    assert len(case.claims) == 1


def test_whoever_statements_name_is_described(tmp_path: Path) -> None:
    words = (
        "{p. 1} Mr. Sandor wrote to Korvath that the mill had burned. Korvath told Mr. Sandor that he was ill.\n\n"
        "{p. 2} According to Mr. Sandor, the watchman Korvath (the nickname of K. Lindqvist - Ed.) said no. "
        "K. Lindqvist denied having seen Korvath.\n"
    )
    root = made(tmp_path, words)
    assert run("draft", root, "--rough").exit_code == 0
    assert "N001" not in run("check", root, "--drafts").output


def test_a_statement_keeps_its_label_when_others_come_before_it(tmp_path: Path) -> None:
    words = "{p. 1} Anna Lindqvist said that the mill had burned.\n"
    root = made(tmp_path, words)
    run("draft", root, "--rough")
    before = {(key, text) for key, text in proposed(root).items() if " affirms " in text}
    more = words.replace("Anna", "Anna Lindqvist said that the stairs were wet. Anna", 1)
    (root / "sources/memoir.txt").write_text(more, "utf-8", newline="")
    run("draft", root, "--rough")
    after = {(key, text) for key, text in proposed(root).items() if " affirms " in text}
    assert len(after) == 2
    assert before < after


def test_a_kept_statement_and_its_claim_are_not_proposed_again(tmp_path: Path) -> None:
    words = "{p. 1} Anna Lindqvist said that the mill had burned. She said that the stairs were wet that night.\n"
    root = made(tmp_path, words)
    run("draft", root, "--rough")
    before = set(proposed(root))
    label = next(key for key, text in proposed(root).items() if "mill had burned" in text and " affirms " in text)
    kept = {one.key for one in keep(open_dossier(root), [label], with_needed=True)}
    assert len(kept) == 3  # the person, the claim, the statement
    run("draft", root, "--rough")
    assert set(proposed(root)) == before - kept


def test_nothing_passes_an_empty_library() -> None:
    assert fault("undated a affirms b #c\n  cite: w p. 1\n    > words", Library({}, {})) != ""


def test_from_inside_a_dossier_its_name_is_not_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = made(tmp_path)
    drafted(root)
    monkeypatch.chdir(root / "casebook")
    assert run("keep", "lindqvist").output == "Kept lindqvist, in casebook/people.case.\n"
    assert run("drop", "sandor", "--because", "a ship").output == "Dropped sandor.\n"
    assert "[lindqvist]" in run("witness", "lindqvist").output
    assert "¶ 1" in run("show", "memoir", "¶", "1").output
    assert run("search", "mill").exit_code == 0
    assert run("strikes", "lindqvist").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("keep", "nowhere", "berg"), "there is no dossier nowhere"),
        (("keep", "case"), "assay keep case LABEL..."),
        (("show", "case"), "assay show case WORK [PLACE]"),
        (("keep", "case", "sandr"), "did you mean sandor? labels stand behind “; drafted” in casebook/drafts"),
        (("drop", "case", "xyzzy", "--because", "no"), "assay check --drafts"),
    ],
)
def test_a_word_that_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], says: str
) -> None:
    drafted(made(tmp_path))
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == 2
    assert says in result.output
