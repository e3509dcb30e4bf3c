"""A language model's proposals: asked at a local address, written by us, and through the same gate."""

import contextlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from assay.cli.app import app
from assay.draft.asked import asking
from assay.draft.asked.answers import read
from assay.draft.asked.asking import Model, ModelError
from assay.draft.folder import read_drafts
from drafting import dossier

MEMOIR = "{p. 1} Anna Lindqvist said that the mill had burned in May.\n\n{p. 2} Otto Sandor denied it.\n"
RIGHT = {"witness": "Anna Lindqvist", "act": "affirms", "claim": "The mill burned", "quotation": "the mill had burned"}
INVENTED = {**RIGHT, "quotation": "the king himself set the fire"}


class _Server(HTTPServer):
    answer: str = "[]"
    status: int = 200
    seen: list[tuple[dict[str, Any], str | None]]


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.seen.append((body, self.headers["Authorization"]))
        data = json.dumps({"choices": [{"message": {"content": self.server.answer}}]}).encode()
        self.send_response(self.server.status)
        if self.server.status != 200:
            self.send_header("Location", "http://127.0.0.1:9/elsewhere")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[_Server]:
    made = _Server(("127.0.0.1", 0), _Handler)
    made.seen = []
    thread = threading.Thread(target=made.serve_forever)
    thread.start()
    yield made
    made.shutdown()
    thread.join()
    made.server_close()


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def url(server: _Server) -> str:
    return f"http://127.0.0.1:{server.server_port}/v1"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_what_it_proposes_goes_through_the_gate(
    tmp_path: Path, server: _Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSAY_MODEL_KEY", "a-key")
    root = tmp_path / "case"
    dossier(root, {"memoir.txt": MEMOIR})
    server.answer = f"Here you are: {json.dumps([RIGHT, INVENTED])}"
    said = run("draft", root, "--rough", "--model-url", url(server), "--model-name", "small")
    assert said.exit_code == 0, said.output
    texts = [one.text for one in read_drafts(root).drafted if one.file.endswith("statements.case")]
    asked = [text for text in texts if "the language model small" in text and "> " in text]
    assert len(asked) == 1
    assert "cite: memoir p. 1\n    > the mill had burned" in asked[0]
    assert not any("the king himself" in text for text in texts)
    assert "refused" in said.output
    checked = run("check", root, "--drafts")
    assert checked.exit_code == 0, checked.output
    pages = [body["messages"][1]["content"] for body, _ in server.seen]
    assert ["the mill had burned" in page for page in pages] == [True, False]
    assert {key for _, key in server.seen} == {"Bearer a-key"}
    assert all(set(body) == {"model", "temperature", "messages"} for body, _ in server.seen)


def test_none_is_asked_unless_it_is_asked_for(tmp_path: Path, server: _Server) -> None:
    root = tmp_path / "case"
    dossier(root, {"memoir.txt": MEMOIR})
    toml = root / "dossier.toml"
    toml.write_text(toml.read_text("utf-8") + f'[model]\nurl = "{url(server)}"\nname = "small"\n', "utf-8")
    assert run("draft", root, "--rough").exit_code == 0
    assert server.seen == []
    assert run("draft", root, "--rough", "--model").exit_code == 0
    assert len(server.seen) == 2


def test_a_dossier_cannot_send_its_documents_elsewhere(tmp_path: Path) -> None:
    root = tmp_path / "case"
    dossier(root, {"memoir.txt": MEMOIR})
    toml = root / "dossier.toml"
    toml.write_text(toml.read_text("utf-8") + '[model]\nurl = "http://example.invalid/v1"\nname = "x"\n', "utf-8")
    said = run("draft", root, "--rough", "--model")
    assert said.exit_code == 2
    assert "is not on this machine" in said.output


def test_no_proxy_has_a_part_in_what_stays_on_this_machine(server: _Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    assert Model(url(server), "small").ask("A memoir", "words") == "[]"
    with pytest.raises(ModelError):  # of another machine, the proxy is asked
        Model("http://model.invalid/v1", "small").ask("A memoir", "words")


class _Endless:
    """Something that answers, blank by blank, and never ends."""

    def open(self, *_: object, **__: object) -> "contextlib.nullcontext[_Endless]":
        return contextlib.nullcontext(self)

    def read1(self, _: int) -> bytes:
        return b" "


def test_an_answer_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "_SECONDS", 0.1)
    monkeypatch.setattr(asking, "_LARGEST", 1 << 40)
    monkeypatch.setattr(Model, "_opener", lambda _: _Endless())
    with pytest.raises(ModelError, match="takes more than"):
        Model("http://127.0.0.1:9/v1", "small").ask("A memoir", "words")


@pytest.mark.parametrize("line", ['[model]\nadress = "x"\n', "[model]\nurl = 3\n"])
def test_a_model_that_is_written_wrongly_is_said(tmp_path: Path, line: str) -> None:
    root = tmp_path / "case"
    dossier(root, {"memoir.txt": MEMOIR})
    toml = root / "dossier.toml"
    toml.write_text(toml.read_text("utf-8") + line, "utf-8")
    assert run("check", root).exit_code == 2


def test_a_model_that_sends_elsewhere_is_not_followed(server: _Server) -> None:
    server.status = 307
    with pytest.raises(ModelError, match="cannot be asked"):
        Model(url(server), "small").ask("A memoir", "words")


@pytest.mark.parametrize("address", ["file:///etc/passwd", "nothing", "http://127.0.0.1:9/v1"])
def test_what_cannot_be_asked_is_said(address: str) -> None:
    with pytest.raises(ModelError):
        Model(address, "small").ask("A memoir", "words")


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "no",
        "[",
        "[[[[",
        "[" * 300_000,
        "[" * 100_000 + "]" * 100_000,
        '{"a": 1}',
        '[{"witness": 3}]',
        json.dumps([{**RIGHT, "act": "omits"}]),
        json.dumps([{**RIGHT, "claim": " "}]),
    ],
)
def test_an_answer_that_is_none_yields_nothing(answer: str) -> None:
    assert read(answer) == ()
