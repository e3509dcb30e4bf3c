"""`assay serve` as it is typed: it says where it is, tells open pages of changes, and ends with Ctrl-C."""

import asyncio
import gc
import http.client
import re
import signal
import socket
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from assay.serve import running as running_
from conftest import Make

WAIT = 30


class Running:
    """A workbench in a process of its own."""

    def __init__(self, root: Path, *options: str) -> None:
        command = [sys.executable, "-u", "-m", "assay", "serve", str(root), "--no-browser", *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.open: list[http.client.HTTPConnection | http.client.HTTPResponse] = []
        self.said = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/\?token=(\S+)", self.said)
        assert found is not None, self.said
        self.port, self.token = int(found[1]), found[2]

    def get(self, path: str, cookie: str = "") -> http.client.HTTPResponse:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT)
        line.request("GET", path, headers={"cookie": cookie} if cookie else {})
        answer = line.getresponse()
        self.open += [line, answer]
        return answer

    def enter(self) -> str:
        cookie = self.get(f"/?token={self.token}").headers["set-cookie"]
        assert cookie is not None
        return cookie.partition(";")[0]

    def close(self) -> tuple[str, str, int]:
        self.process.send_signal(signal.SIGINT)
        said, wrong = self.process.communicate(timeout=WAIT)
        for one in self.open:
            one.close()
        return said, wrong, self.process.returncode


@pytest.fixture
def running(make: Make) -> Iterator[Running]:
    opened = Running(make().root)
    yield opened
    if opened.process.poll() is None:
        opened.close()


def test_it_prints_an_address_that_opens_and_ctrl_c_closes_it(running: Running) -> None:
    cookie = running.enter()
    answer = running.get("/", cookie)
    assert answer.status == 200
    assert answer.headers["server"] is None
    assert running.get("/").status == 403
    said, wrong, code = running.close()
    assert (said, wrong, code) == ("Closed.\n", "", 0)


def test_open_pages_are_told_of_changes_and_do_not_hold_it_open(running: Running) -> None:
    cookie = running.enter()
    stream = running.get("/events", cookie)
    assert stream.headers["content-type"].startswith("text/event-stream")
    assert stream.readline() == b"retry: 1000\n"
    root = Path(running.process.args[5])  # type: ignore[index,arg-type]
    case = root / "casebook" / "case.case"
    case.write_text(case.read_text() + '\nperson dora "Dora"\n')
    lines = [stream.readline() for _ in range(4)]
    assert b"event: changed\n" in lines
    said, wrong, code = running.close()
    assert (said, wrong, code) == ("Closed.\n", "", 0)


def test_a_port_that_is_taken_is_said(make: Make) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "assay", "serve", str(make().root), "--no-browser", "--port", str(port)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=WAIT, check=False)
    assert done.returncode == 2
    assert f"port {port} is taken" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_is_no_dossier_is_said(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "assay", "serve", str(tmp_path), "--no-browser"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=WAIT, check=False)
    assert done.returncode == 2
    assert "is no dossier" in done.stderr


def test_help_does_not_load_the_server() -> None:
    code = "import sys, assay.cli.app, assay.cli.serve; print([m for m in ('starlette', 'uvicorn', 'jinja2') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=WAIT, check=True)
    assert done.stdout == "[]\n"


def test_ctrl_c_before_the_first_turn_leaves_no_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(asyncio.Runner, "run", interrupted)
    with socket.socket() as listening, warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        with pytest.raises(KeyboardInterrupt):
            running_._run(uvicorn.Server(uvicorn.Config("nothing:at_all")), listening)
        gc.collect()
    assert [str(one.message) for one in warned if "awaited" in str(one.message)] == []
