"""A workbench in a process of its own, and Debian's Chromium in front of it."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = os.environ.get("ASSAY_CHROMIUM") or shutil.which("chromium") or ""
WIDTHS = (1280, 390)
_PATIENCE = 30_000  # milliseconds: a test times nothing, and a machine may have other work
_HEIGHTS = {1280: 800, 390: 844}
OPTIONS = (
    "--no-sandbox", "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-quic",
)  # fmt: skip
_AXE = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")


def needs_chromium() -> None:
    """Skip loudly where there is no Chromium; fail where there must be one."""
    if not CHROMIUM and os.environ.get("ASSAY_REQUIRE_BROWSER"):
        pytest.fail("THERE IS NO CHROMIUM, and ASSAY_REQUIRE_BROWSER says that there must be")
    if not CHROMIUM:
        pytest.skip("THERE IS NO CHROMIUM: the tests in the browser are skipped (apt-get install chromium)")


@contextlib.contextmanager
def serving(root: Path) -> Iterator[str]:
    """Serve a dossier as a person would, and yield the address that it prints."""
    command = [sys.executable, "-u", "-m", "assay", "serve", str(root), "--no-browser", "--port", str(_free_port())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            found = re.search(r"http://\S+", process.stdout.readline())
            assert found is not None
            yield found[0]
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=30)


def _free_port() -> int:
    import socket  # noqa: PLC0415 - for this alone

    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(OPTIONS))
        yield browser
        browser.close()


@contextlib.contextmanager
def looking(browser: Browser, width: int = 1280, scheme: Any = "light") -> Iterator[Page]:
    """Open a window of a width, in light or dark; whatever a page complains of in its console fails the test."""
    context = browser.new_context(
        viewport={"width": width, "height": _HEIGHTS[width]}, color_scheme=scheme, reduced_motion="reduce"
    )
    context.set_default_timeout(_PATIENCE)
    expect.set_options(timeout=_PATIENCE)
    page, wrong = context.new_page(), list[str]()
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    context.close()
    unexpected = [one for one in wrong if "the server responded with a status of 4" not in one]  # a form sent back
    assert not unexpected, unexpected


class Workbench:
    """A window in front of a dossier's workbench."""

    def __init__(self, root: Path, address: str, page: Page) -> None:
        """Open the address that was printed."""
        self.root, self.page = root, page
        self.home = address.partition("/?")[0]
        page.goto(address)
        page.wait_for_url(f"{self.home}/")

    def go(self, path: str) -> Page:
        """Open a page of it."""
        self.page.goto(self.home + path)
        return self.page


def violations(page: Page) -> list[str]:
    """Say what axe-core finds wrong on a page, by WCAG 2.2 A and AA."""
    page.evaluate(_axe())
    found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", list(_AXE))
    return [
        f"{one['id']}: {one['help']}: {node['target']} {node.get('failureSummary', '')}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


def too_wide(page: Page) -> int:
    """Return by how many pixels a page is wider than its window."""
    wide: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wide


@cache
def _axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def example(folder: Path, name: str = "copenhagen") -> Path:
    """Copy the example into a git repository of its own."""
    root = folder / name
    shutil.copytree(ROOT / "examples" / "copenhagen", root, ignore=shutil.ignore_patterns(".assay"))
    for words in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "As it was"],
    ):
        subprocess.run(["git", *words], cwd=root, check=True)
    return root


def diff(root: Path) -> str:
    """Return what git says has changed."""
    done = subprocess.run(["git", "diff", "--unified=0"], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout
