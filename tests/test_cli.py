"""The commands, as a person or a program calls them."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from assay.cli.app import COMMANDS, app
from conftest import MEMOIR, ROOT, Make

SNAPSHOTS = ROOT / "tests" / "snapshots"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def schema(name: str) -> dict[str, object]:
    loaded: dict[str, object] = json.loads((ROOT / "docs" / "schema" / f"{name}.json").read_text("utf-8"))
    return loaded


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    done = run(command, "--help")
    assert done.exit_code == 0
    assert f"assay {command}" in done.output


def test_a_misspelt_command_is_guessed() -> None:
    done = run("chekc")
    assert done.exit_code == 2
    assert "Did you mean check?" in done.output


def test_check_exits_0_when_clean_1_with_findings_2_where_it_cannot_run(make: Make, tmp_path: Path) -> None:
    dossier = make()
    assert run("check", dossier.root).exit_code == 0
    book = dossier.root / "casebook" / "case.case"
    book.write_text(book.read_text().replace("saw the mill", "saw the barn"))
    found = run("check", dossier.root)
    assert found.exit_code == 1
    assert "Q002 the quotation is altered: “barn” where the work has “mill” (p. 2)" in found.output
    nowhere = run("check", tmp_path / "nowhere")
    assert nowhere.exit_code == 2
    assert "there is no folder" in nowhere.output


def test_notes_do_not_make_a_check_fail(make: Make) -> None:
    dossier = make("1931 boris affirms fire\n  cite: memoir p. 3\n    > and here it ends\n")
    done = run("check", dossier.root)
    assert "Q006" in done.output
    assert done.exit_code == 0


def test_formats_of_check(make: Make) -> None:
    dossier = make("persn dora 'Dora'")
    as_json = json.loads(run("check", dossier.root, "--format", "json").output)
    jsonschema.validate(as_json, schema("check"))
    assert [(d["code"], d["line"], d["column"]) for d in as_json["diagnostics"]] == [("S002", 19, 1)]
    sarif = json.loads(run("check", dossier.root, "--format", "sarif").output)
    assert sarif["version"] == "2.1.0"
    (result,) = sarif["runs"][0]["results"]
    assert result["ruleId"] in {rule["id"] for rule in sarif["runs"][0]["tool"]["driver"]["rules"]}
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 19
    github = run("check", dossier.root, "--format", "github").output
    assert re.match(r"::error file=.*case\.case,line=19,col=1,endColumn=6,title=S002::", github)


def test_examine_as_json_has_the_schema_that_is_documented(example: Path) -> None:
    report = json.loads(run("examine", example, "--format", "json", "--without", "about conspiracy").output)
    jsonschema.validate(report, schema("examine"))
    claims = {claim["id"]: claim for claim in report["claims"]}
    assert claims["meeting-bristol"]["standing"] == "unsupported"
    assert report["without"]["strikes"] == ["about conspiracy"]
    whole = json.loads(run("examine", example, "--format", "json").output)
    bristol = next(claim for claim in whole["claims"] if claim["id"] == "meeting-bristol")
    assert bristol["standing"] == "refuted"
    assert bristol["for"]["roots"] == [1, 1]
    assert bristol["for"]["linchpins"] == ["goltsman", "investigators"]
    assert bristol["clashes"][0]["must"]
    assert {scenario["id"] for scenario in whole["scenarios"]} == {"palimpsest", "without-inquiry"}


def test_a_strike_of_nothing_is_guessed(example: Path) -> None:
    done = run("examine", example, "--without", "goltzman")
    assert done.exit_code == 2
    assert "did you mean goltsman?" in done.output


def test_examine_marks_what_does_not_stand_as_cited(make: Make) -> None:
    dossier = make("1931 boris affirms fire\n  cite: memoir p. 1\n    > I saw the mill burn\n")
    done = run("examine", dossier.root)
    assert "1 statement does not stand as cited" in done.output
    assert "assay check finds 1 error" in done.output
    assert "(NOT FOUND AS CITED)" in done.output.replace("\n", " ")


def test_the_example_reads_as_it_did(example: Path) -> None:
    """A snapshot for people to review; delete it and run again to take it anew."""
    shown = run("examine", example).output
    snapshot = SNAPSHOTS / "copenhagen.txt"
    if not snapshot.exists():
        snapshot.write_text(shown, "utf-8")
    assert shown == snapshot.read_text("utf-8")


def test_explain(make: Make) -> None:
    assert "Q004 The quotation is on another page." in run("explain", "q004").output
    assert "S001" in run("explain").output
    unknown = run("explain", "Q999")
    assert unknown.exit_code == 2
    assert "there is no rule Q999" in unknown.output
    del make


def test_from_nothing_to_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("memoir.txt").write_text(MEMOIR)
    assert run("new", "trial", "--title", "The mill").exit_code == 0
    assert "source memoir" in run("add", "trial", "memoir.txt").output
    book = Path("trial/casebook/case.case")
    book.write_text(
        'person anna "Anna"\nclaim fire   "The mill burned"\n\n'
        "1931 anna affirms fire\n  cite: memoir p. 1\n    > I saw the mill burn\n"
    )
    monkeypatch.chdir("trial")
    found = run("check")
    assert found.exit_code == 1
    assert "write: p. 2" in found.output
    book = Path("casebook/case.case")
    book.write_text(book.read_text().replace("p. 1", "p. 2"))
    assert run("check").exit_code == 0
    assert run("fmt", "--check").exit_code == 1
    assert run("fmt").output.strip() == "laid out casebook/case.case"
    assert run("fmt", "--check").exit_code == 0
    assert run("rename", "anna", "ann").exit_code == 0
    assert "1931 ann affirms" in book.read_text()
    assert "rename anna ann" in run("undo").output
    assert "1931 anna affirms" in book.read_text()
    assert "ASSERTED" in run("examine").output


def test_outside_any_dossier_the_message_says_what_to_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("check")
    assert done.exit_code == 2
    assert "assay new" in done.output


def test_a_document_that_is_gone_is_named_where_a_command_goes_on_without_it(example: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(example, copy)
    gone = min((copy / "sources").iterdir())
    gone.unlink()
    for command in (["voices", str(copy), "--rough"], ["audit", str(copy)]):
        done = CliRunner().invoke(app, command)
        assert gone.name in done.stderr
        assert "left out" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_said_in_one_line(example: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(  # noqa: PLW1510
            [sys.executable, "-m", "assay", "examine", str(example)], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_add_says_what_is_wrong_with_the_dossier_that_was_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "papers").mkdir()
    (tmp_path / "a.txt").write_text("words")
    no_folder, no_dossier = run("add", "trial", "a.txt"), run("add", "papers", "a.txt")
    assert no_folder.exit_code == no_dossier.exit_code == 2
    assert "there is no dossier trial" in no_folder.stderr
    assert "papers is no dossier" in no_dossier.stderr


def test_what_check_says_to_type_can_be_typed_where_it_was_called(
    tmp_path: Path, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(example, tmp_path / "the case")
    with (tmp_path / "the case" / "sources" / "minutes.txt").open("a") as file:
        file.write("\n")
    monkeypatch.chdir(tmp_path)
    said = run("check", "the case").stdout
    command = said.partition("type: assay ")[2].partition("\n")[0]
    assert "'the case/sources/minutes.txt'" in command
    assert run(*shlex.split(command)).exit_code == 0
    assert run("check", "the case").exit_code == 0


def test_an_examination_says_what_its_words_mean(example: Path) -> None:
    lines = run("examine", example, "--claim", "bristol-gone").output.splitlines()
    last = " ".join(lines[-3:])
    assert "root: an independent origin; " in last
    assert "corroborated: two or more such roots" in last
    assert "refuted:" not in last


def test_a_document_is_added_where_another_assay_was_quicker(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from assay.dossier import ChangedUnderneathError, making  # noqa: PLC0415

    root = make().root
    for name in ("letter", "diary"):
        (tmp_path / f"{name}.txt").write_text(f"The mill burned, says this {name}.\n", "utf-8")
    real, quicker = making.write, ["diary.txt"]  # type: ignore[attr-defined]

    def slower(*arguments: object) -> None:
        if quicker:
            assert run("add", root, tmp_path / quicker.pop()).exit_code == 0
            raise ChangedUnderneathError("dossier.toml")
        real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(making, "write", slower)
    done = run("add", root, tmp_path / "letter.txt")
    assert done.exit_code == 0, done.output
    settings = (root / "dossier.toml").read_text("utf-8")
    assert settings.count("sources/letter.txt") == settings.count("sources/diary.txt") == 1


def test_a_long_claim_is_not_wider_than_the_page(make: Make) -> None:
    title = "The mill burned from the roof down " * 5
    root = make(f'claim long-one "{title.strip()}"\n\n1932 anna affirms long-one\n').root
    assert all(len(line) <= 100 for line in run("examine", root, "--claim", "long-one").output.splitlines())
