"""The workbench in Chromium: how long until a page is painted, on the reference dossier and on a large one.

python bench/serve.py [DOSSIER]

Painted is the browser's own first contentful paint, counted from when the page was asked for. Every address is a new
one, so that nothing is taken from what was worked out before. The large dossier is made up, with a stated seed: 1,000
works of ten pages, 100,000 statements on 10,000 claims.
"""

import contextlib
import hashlib
import json
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from measure import Figure, table
from playwright.sync_api import Browser, Error, Page, sync_playwright

COMMAND = "python bench/serve.py"
REFERENCE = Path(__file__).parent.parent.parent / "shared" / "dossiers" / "moscow-trials"
TIMES = 20
WORKS, PAGES, STATEMENTS, CLAIMS, PEOPLE, FILES = 1_000, 10, 100_000, 10_000, 2_000, 20
_CHROMIUM = os.environ.get("ASSAY_CHROMIUM", "/usr/bin/chromium")
_OPTIONS = ["--no-sandbox", "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
_PAINT = "(performance.getEntriesByName('first-contentful-paint')[0] || {startTime: 0}).startTime"

_SETTLED = """
  [...document.querySelectorAll('main .standing')].some(one => !one.textContent.includes('being worked out'))
"""


def large(root: Path) -> None:
    """Write the large dossier."""
    draw = random.Random(1937)
    for folder in ("casebook", "sources"):
        (root / folder).mkdir(parents=True)
    toml = ['assay = 1\ntitle = "A large dossier"\nlanguage = "en"\n']
    words = [f"word{number}" for number in range(5_000)]
    for work in range(WORKS):
        pages = [
            f"{{p. {page}}} {' '.join(draw.choices(words, k=300))} number {work}-{page}."
            for page in range(1, PAGES + 1)
        ]
        data = "\n\n".join(["A work.", *pages]).encode()
        (root / "sources" / f"w{work}.txt").write_bytes(data)
        toml.append(f'[[file]]\npath = "sources/w{work}.txt"\nsha256 = "{hashlib.sha256(data).hexdigest()}"\n')
    (root / "dossier.toml").write_text("\n".join(toml), "utf-8")
    register = [f'source w{number} "Work {number}"\n  file: sources/w{number}.txt' for number in range(WORKS)]
    register += [f'person p{number} "Person {number}"' for number in range(PEOPLE)]
    register += [f'issue i{number} "Question {number}?"' for number in range(100)]
    register += [f'claim c{number} "Claim {number}"\n  issue: i{number % 100}' for number in range(CLAIMS)]
    (root / "casebook" / "register.case").write_text("\n\n".join(register) + "\n", "utf-8")
    share = STATEMENTS // FILES
    for file in range(FILES):
        entries = [_statement(draw, number) for number in range(file * share, (file + 1) * share)]
        (root / "casebook" / f"part{file:02}.case").write_text("\n\n".join(entries) + "\n", "utf-8")


def _statement(draw: random.Random, number: int) -> str:
    work, page = draw.randrange(WORKS), draw.randint(1, PAGES)
    act = draw.choices(("affirms", "denies", "doubts"), (8, 2, 1))[0]
    knows = f"\n  knows: from p{draw.randrange(PEOPLE)}" if draw.random() < 0.4 else ""
    head = f"19{draw.randint(20, 39)} p{draw.randrange(PEOPLE)} {act} c{draw.randrange(CLAIMS)} #s{number}"
    return f"{head}\n  setting: court{knows}\n  cite: w{work} p. {page}\n    > number {work}-{page}"


class Served:
    """A workbench in a process of its own: its address, and how long it took to print it."""

    def __init__(self, address: str, seconds: float) -> None:
        self.address, self.seconds = address, seconds
        self.home = address.partition("/?")[0]


@contextlib.contextmanager
def serving(root: Path, cache: Path) -> Iterator[Served]:
    """Serve a dossier."""
    command = [sys.executable, "-u", "-m", "assay", "serve", str(root), "--no-browser"]
    start = time.perf_counter()
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:  # noqa: S603 - ours
        assert process.stdout is not None
        found = re.search(r"http://\S+", process.stdout.readline())
        assert found is not None
        try:
            yield Served(found[0], time.perf_counter() - start)
        finally:
            process.send_signal(signal.SIGINT)


def painted(page: Page, address: str) -> float:
    """Open an address, and return the seconds until something of it is seen."""
    page.goto(address)
    return _paint(page)


def _paint(page: Page) -> float:
    """Return when something of the page that is open was first seen, in seconds since it was asked for."""
    while True:
        with contextlib.suppress(Error):  # the page was moved on, or loaded anew, just now
            milliseconds: float = page.evaluate(_PAINT)
            if milliseconds:
                return milliseconds / 1000
        time.sleep(0.005)


def opened(page: Page, served: Served) -> float:
    """Open the address that was printed; return the seconds until something of the first page is seen."""
    start = time.perf_counter()
    page.goto(served.address, wait_until="commit")
    page.wait_for_url(f"{served.home}/", wait_until="commit")
    _paint(page)
    return time.perf_counter() - start


def medians(page: Page, served: Served, paths: Sequence[str]) -> float:
    """Open addresses one after another; return the median of the seconds."""
    return statistics.median(painted(page, served.home + path) for path in paths)


def on_reference(browser: Browser, root: Path, cache: Path) -> list[Figure]:
    """Measure on the reference dossier, or on one that was named."""
    import assay  # noqa: PLC0415 - timed processes import what they time

    case = assay.open(root).case
    with serving(root, cache) as served:
        page = browser.new_page()
        first = opened(page, served)
        leaves = _leaves(page, served)
        reading = medians(page, served, leaves[:TIMES])
        strikes = [f"/strike?without={quote(name)}" for name in (*case.persons, *case.groups, *case.sources)][:TIMES]
        striking = medians(page, served, strikes)
        claims = medians(page, served, [f"/claim/{name}" for name in list(case.claims)[:TIMES]])
    return [
        Figure("reference dossier: the first page, from when its address was opened", f"{first:.2f} s", COMMAND),
        Figure(f"a page of a work, painted (median of {len(leaves[:TIMES])} pages)", f"{reading:.2f} s", COMMAND),
        Figure(f"a strike, painted (median of {len(strikes)} strikes)", f"{striking:.2f} s", COMMAND),
        Figure(f"a claim, painted (median of {min(TIMES, len(case.claims))} claims)", f"{claims:.2f} s", COMMAND),
    ]


def _leaves(page: Page, served: Served) -> list[str]:
    """List the addresses of pages of works, spread over the dossier."""
    found = json.loads(page.context.request.get(f"{served.home}/read.json").text())
    whole = [f"/read/{quote(work['id'])}/{quote(leaf['key'])}" for work in found["works"] for leaf in work["leaves"]]
    return random.Random(7).sample(whole, min(TIMES, len(whole)))


def on_large(browser: Browser, cache: Path) -> list[Figure]:
    """Measure on the large dossier, its casebook parsed before and its quotations never looked up."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "large"
        large(root)
        with serving(root, cache):
            pass  # so that the casebook's files are in the cache, as they are after any other command
        _parsed(root, cache)
        with serving(root, cache) as served:
            page = browser.new_page()
            first = served.seconds + opened(page, served)
            start = time.perf_counter()
            reading = medians(page, served, [f"/read/w{number * 40}/{number % 10 + 1}" for number in range(TIMES)])
            editing = medians(page, served, [f"/edit/entry?id=s{number * 4000}" for number in range(TIMES)])
            page.goto(served.home + "/")
            while not page.evaluate(_SETTLED):  # a condition to wait for would be evaluated by the page, which refuses
                time.sleep(0.5)
            examined = time.perf_counter() - start
            claims = medians(page, served, [f"/claim/c{number * 400}" for number in range(TIMES)])
    size = f"{WORKS:,} works, {STATEMENTS:,} statements"
    return [
        Figure(f"{size}: from typing assay serve to the first page", f"{first:.2f} s", COMMAND),
        Figure(f"a page of a work, while the rest is examined (median of {TIMES})", f"{reading:.2f} s", COMMAND),
        Figure(f"a form, likewise (median of {TIMES})", f"{editing:.2f} s", COMMAND),
        Figure("until where every claim stands is shown", f"{examined:.1f} s", COMMAND),
        Figure(f"a claim, then (median of {TIMES})", f"{claims:.2f} s", COMMAND),
    ]


def _parsed(root: Path, cache: Path) -> None:
    code = "import assay, sys; assay.open(sys.argv[1]).case"
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    subprocess.run([sys.executable, "-c", code, str(root)], check=True, env=environment)  # noqa: S603 - ours


def main() -> str:
    """Measure, and return the table."""
    named = Path(sys.argv[1]) if len(sys.argv) > 1 else REFERENCE
    with tempfile.TemporaryDirectory() as cache, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=_OPTIONS)
        figures = on_reference(browser, named, Path(cache)) if named.is_dir() else []
        figures += on_large(browser, Path(cache))
        browser.close()
    return table("The workbench in Chromium", figures)


if __name__ == "__main__":
    print(main())
