"""The workbench lets in the browser that was given the token, from its own pages, and shows nothing but words."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from assay.serve.app import application
from assay.serve.desk import Desk
from assay.serve.safety import Address, Guarded, Keys
from conftest import Make, write_dossier

ADDRESS = Address("127.0.0.1", 8730)
HOME = "http://127.0.0.1:8730"


class Guest:
    """A browser at a dossier's guarded workbench."""

    def __init__(self, root: Path, address: Address = ADDRESS) -> None:
        self.keys, self.told = Keys(), list[str]()
        app, self.bench = application(Desk(root))
        self.guarded = Guarded(app, address, self.keys, self.told.append)

    def browser(self, base: str = HOME, *, entered: bool = True) -> TestClient:
        client = TestClient(self.guarded, base_url=base, follow_redirects=False)
        if entered:
            client.cookies.set(self.guarded.cookie, self.keys.secret)
        return client


@pytest.fixture
def guest(make: Make) -> Guest:
    return Guest(make().root)


def test_without_the_token_nothing_is_shown(guest: Guest) -> None:
    client = guest.browser(entered=False)
    for path in ("/", "/index.json", "/edit/entry?id=anna", "/events", "/static/edit.js", "/?token=", "/?token=guess"):
        answer = client.get(path)
        assert answer.status_code == 403, path
        assert "mill" not in answer.text


def test_the_token_opens_once_and_becomes_a_cookie_that_no_script_and_no_other_site_can_use(guest: Guest) -> None:
    token = guest.keys.token
    first = guest.browser(entered=False)
    answer = first.get(f"/?token={token}")
    assert answer.status_code == 200
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert token.lower() not in cookie
    assert first.get("/").status_code == 200

    second = guest.browser(entered=False)
    assert second.get(f"/?token={token}").status_code == 403
    assert guest.told == [f"{HOME}/?token={guest.keys.token}"]  # for whoever sits at the terminal, and nobody else
    assert second.get(f"/?token={guest.keys.token}").status_code == 200


def test_who_is_in_already_may_open_the_address_again(guest: Guest) -> None:
    spent = guest.keys.token
    client = guest.browser(entered=False)
    client.get(f"/?token={spent}")
    assert client.get(f"/?token={spent}").status_code == 200
    assert guest.told == []


@pytest.mark.parametrize(
    "host",
    [
        "evil.example:8730",
        "127.0.0.1",
        "127.0.0.1:8731",
        "127.0.0.1.evil.example:8730",
        "",
        "[::2]:8730",
        "192.168.0.7:8730",
    ],
)
def test_it_answers_to_its_own_name_only(guest: Guest, host: str) -> None:
    answer = guest.browser().get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "mill" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8730", "localhost:8730", "[::1]:8730"])
def test_the_names_of_this_machine_are_its_own(guest: Guest, host: str) -> None:
    client = guest.browser(f"http://{host}")
    assert client.get("/").status_code == 200


def test_a_host_that_was_asked_for_is_its_own_and_numbers_where_it_listens_to_all() -> None:
    assert Address("archive.example", 80).is_own("archive.example:80")
    everywhere = Address("0.0.0.0", 80)
    assert everywhere.is_own("192.168.0.7:80")
    assert not everywhere.is_own("archive.example:80")


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "null",
        "http://evil.example",
        "http://127.0.0.1:9999",
        "https://127.0.0.1:8730",
        "http://127.0.0.1:8730.evil.example",
        "http://localhost:8730",
    ],
)
@pytest.mark.parametrize("path", ["/undo", "/entry", "/scenario", "/rename"])
def test_a_change_that_another_page_asks_for_is_refused(guest: Guest, path: str, origin: str | None) -> None:
    before = _files(guest.bench.desk.root)
    headers = {} if origin is None else {"origin": origin}
    answer = guest.browser().post(path, data={"title": "x", "strike": "anna"}, headers=headers)
    assert answer.status_code == 403
    assert _files(guest.bench.desk.root) == before


def test_a_change_from_its_own_pages_is_made(guest: Guest) -> None:
    answer = guest.browser().post(
        "/scenario", data={"title": "Without Anna", "strike": "anna"}, headers={"origin": HOME}
    )
    assert answer.status_code == 303
    assert 'scenario without-anna "Without Anna"\n  strike: anna' in _files(guest.bench.desk.root)["casebook/case.case"]


def test_changes_are_sent_as_forms_are_and_no_larger_than_entries(guest: Guest) -> None:
    client = guest.browser()
    assert client.post("/entry", json={"do": "write"}, headers={"origin": HOME}).status_code == 415
    large = client.post("/entry", data={"0.text": "x" * (5 << 20)}, headers={"origin": HOME})
    assert large.status_code == 413
    assert client.get("/undo").status_code in (404, 405)


def test_every_answer_forbids_scripts_frames_and_guessing(guest: Guest) -> None:
    entered, stranger = guest.browser(), guest.browser(entered=False)
    answers = [
        entered.get("/"),
        entered.get("/nowhere"),
        entered.get("/static/edit.js"),
        stranger.get("/"),
        entered.get("/", headers={"host": "x"}),
    ]
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"


OUTSIDE = [
    "/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd", "/static/%2fetc%2fpasswd",
    "/page-image/memoir/../../../secret.png", "/page-image/..%2f..%2fsecret/1.png",
    "/edit/entry?file=../secret.txt&line=1", "/edit/entry?file=sources/memoir.txt&line=1", "/edit/entry?file=/etc/passwd&line=1",
    "/read/..%2f..%2fsecret/1", "/read/memoir/..%2f..%2fsecret.txt", "/sources/memoir.txt", "/dossier.toml", "/.assay/index.db",
]  # fmt: skip


@pytest.mark.parametrize("path", OUTSIDE)
def test_no_path_leads_to_a_file(guest: Guest, path: str) -> None:
    (guest.bench.desk.root.parent / "secret.txt").write_text("the secret words")
    answer = guest.browser().get(path)
    assert answer.status_code in (404, 422)
    assert "secret words" not in answer.text
    assert "root:" not in answer.text


@pytest.mark.parametrize(
    "file",
    [
        "../out.case",
        "/tmp/out.case",
        "casebook/../../out.case",
        "sources/x.case",
        "casebook/x.txt",
        "casebook/drafts/x.case",
        "casebook/.x.case",
    ],
)
def test_nothing_is_written_outside_the_casebook(guest: Guest, file: str) -> None:
    root = guest.bench.desk.root
    before = {path for path in root.parent.rglob("*") if ".assay" not in path.parts}
    form = {"do": "write", "0.kind": "issue", "0.text": 'issue i "I"', "0.shown": 'issue i "I"', "0.newfile": file}
    assert guest.browser().post("/entry", data=form, headers={"origin": HOME}).status_code in (409, 422)
    assert {path for path in root.parent.rglob("*") if ".assay" not in path.parts} == before


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)></textarea>&lt;b&gt;"


@pytest.fixture
def hostile(tmp_path: Path) -> Guest:
    casebook = f"""\
source memoir "A {HOSTILE}"
  file: sources/memoir.txt
  note: {HOSTILE}

person anna "Anna {HOSTILE}"
  alias: {HOSTILE}

issue i "{HOSTILE}"

claim fire "Fire {HOSTILE}"
  issue: i
  about: {HOSTILE.replace(",", "")}

1931 anna affirms fire #a
  setting: {HOSTILE}
  cite: memoir p. 1
    > words {HOSTILE} of it

scenario s "{HOSTILE}"
  strike: about {HOSTILE.replace(",", "")}
"""
    text = f"A Memoir.\n\n{{p. 1}} The words {HOSTILE} of it.\n\n{{p. 2}} More {HOSTILE}."
    return Guest(write_dossier(tmp_path / "dossier", casebook, {"memoir.txt": text}).root)


def test_what_documents_and_names_say_is_never_run(hostile: Guest) -> None:
    client = hostile.browser()
    paths = [
        "/", "/edit/entry?id=anna", "/edit/entry?id=a", "/edit/entry?id=fire", "/edit/entry?id=s", "/new/statement",
        "/new/statement?work=memoir&page=1&start=0&end=60", f"/new/person?title={HOSTILE}&note={HOSTILE}",
        f"/edit/entry?id={HOSTILE}", f"/new/{HOSTILE}", f"/?done={HOSTILE}",
    ]  # fmt: skip
    for path in paths:
        said = client.get(path).text
        assert "<script>alert" not in said, path
        assert "<img" not in said, path
        assert "</textarea>&lt;b" not in said, path
    page = client.get("/new/statement?work=memoir&page=1&start=0&end=60").text
    assert "&lt;script&gt;" in page  # and it is there, as words


def test_twins_are_json_and_not_pages(hostile: Guest) -> None:
    answer = hostile.browser().get("/index.json")
    assert answer.headers["content-type"] == "application/json"


def _files(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text()
        for path in sorted(root.rglob("*.case"))
        if ".assay" not in path.parts
    }


def test_a_number_of_any_length_is_no_trouble(guest: Guest) -> None:
    form = {"do": "look", "0.part": "9" * 5000, "0.kind": "issue", "0.text": 'issue i "I"', "0.shown": 'issue i "I"'}
    assert guest.browser().post("/entry", data=form, headers={"origin": HOME}).status_code == 200
