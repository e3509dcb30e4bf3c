"""Proposals are kept and dropped on the workbench's page of drafts."""

import html
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from assay.cli.app import app
from assay.dossier import open_dossier
from assay.draft.folder import draft_texts, read_drafts
from assay.pages.drafts import drafts, waiting
from assay.pages.site import NotHereError
from assay.serve.app import application
from assay.serve.desk import Desk
from conftest import Make
from drafting import dossier

MEMOIR = "Anna Lindqvist came to the mill in May. Mr. Sandor said that it burned. A. Lindqvist wrote to Mr. Sandor.\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    dossier(tmp_path / "case", {"memoir.txt": MEMOIR}, "")
    result = CliRunner().invoke(app, ["draft", str(tmp_path / "case"), "--rough", "--only", "persons"])
    assert result.exit_code == 0, result.output
    return tmp_path / "case"


@pytest.fixture
def client(root: Path) -> TestClient:
    return TestClient(application(Desk(root))[0], follow_redirects=False)


def offered(client: TestClient) -> set[str]:
    return set(re.findall(r'name="?key"? value="?([\w+-]+)', client.get("/drafts").text))


def test_a_marked_proposal_is_kept_and_is_in_the_casebook(root: Path, client: TestClient) -> None:
    assert offered(client) == {"lindqvist", "sandor"}
    answer = client.post("/drafts", data={"do": "keep", "key": "lindqvist"})
    assert answer.status_code == 303
    assert "lindqvist" in open_dossier(root).casebook.spots
    assert offered(client) == {"sandor"}


def test_a_marked_proposal_is_dropped_with_its_reason(root: Path, client: TestClient) -> None:
    assert client.post("/drafts", data={"do": "drop", "key": "sandor"}).status_code == 422
    answer = client.post("/drafts", data={"do": "drop", "key": "sandor", "because": "a ship"})
    assert answer.status_code == 303
    assert read_drafts(root).decided["sandor"].what == "dropped"
    assert "sandor" not in open_dossier(root).casebook.spots
    assert offered(client) == {"lindqvist"}


def test_a_proposal_is_edited_and_then_kept(root: Path, client: TestClient) -> None:
    shown = client.get("/drafts").text
    text = html.unescape(re.search(r"<textarea[^>]*>(person sandor[^<]*)</textarea>", shown)[1])  # type: ignore[index]
    edited = text.replace('"', '"Dr. ', 1).replace("\n", "\n  note: the notary\n", 1).replace("\n", "\r\n")
    answer = client.post("/drafts", data={"do": "reword", "key": "sandor", "text": edited})
    assert answer.status_code == 303
    person = open_dossier(root).case.persons["sandor"]
    assert person.title.startswith("Dr. ")
    assert person.notes == ("the notary",)
    assert person.proposed
    assert offered(client) == {"lindqvist"}


@pytest.mark.parametrize(
    "text", ["", "no entry at all", 'person a "A"\n\nperson b "B"', 'person sandor "S"\n  colour: red']
)
def test_what_cannot_be_read_is_not_kept(root: Path, client: TestClient, text: str) -> None:
    answer = client.post("/drafts", data={"do": "reword", "key": "sandor", "text": text})
    assert answer.status_code == 422
    assert "what you typed is still there" in answer.text
    assert open_dossier(root).case.persons == {}
    assert offered(client) == {"lindqvist", "sandor"}


def test_all_on_a_page_are_marked_by_a_link_and_the_first_page_counts_them(client: TestClient) -> None:
    assert "checked" not in client.get("/drafts").text
    page = client.get("/drafts?first=0&marked=yes").text
    assert len(re.findall(r"<input type=\"?checkbox\"?[^>]* checked", page)) == len(offered(client)) == 2
    assert "2 proposals</a> to decide about" in client.get("/").text


def test_the_page_and_the_commands_read_the_same_folder(make: Make) -> None:
    root = make().root
    folder = root / "casebook" / "drafts"
    (folder / "more").mkdir(parents=True)
    (folder / "more" / "own.case").write_bytes(b'person nora "Nora \xff Lund"\n  ; drafted nora 0123456789ab\n')
    (folder / "decided.case").write_text("; dropped otto because a ship\n")
    assert list(draft_texts(root)) == ["casebook/drafts/decided.case", "casebook/drafts/more/own.case"]
    page = drafts(open_dossier(root))
    assert [one.key for one in page.proposals] == ["nora"] == [one.key for one in read_drafts(root).drafted]
    assert waiting(open_dossier(root)) == 1
    (root.parent / "else.case").write_text('person otto "Otto"\n')
    (folder / "away.case").symlink_to(root.parent / "else.case")
    with pytest.raises(NotHereError, match="leads out of the dossier"):
        drafts(open_dossier(root))
    assert waiting(open_dossier(root)) == 0
