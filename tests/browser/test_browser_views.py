"""Every view, in light and dark, wide and narrow: nobody is kept out, and nothing is wider than the window."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from workbench import ROOT, WIDTHS, Workbench, chromium, example, looking, needs_chromium, serving, too_wide, violations

sys.path.insert(0, str(ROOT / "scripts"))

from screenshots import VIEWS


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    needs_chromium()
    with chromium() as started:
        yield started


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_views_keep_nobody_out(browser: Browser, tmp_path: Path, width: int, scheme: str) -> None:
    root = example(tmp_path)
    with serving(root) as address, looking(browser, width, scheme) as page:
        bench = Workbench(root, address, page)
        wrong: dict[str, list[str]] = {}
        for name, path in VIEWS.items():
            bench.go(path)
            found = violations(page)
            found += [f"{too_wide(page)} pixels too wide"] if too_wide(page) > 0 else []
            if found:
                wrong[name] = found
        assert wrong == {}


def test_the_keys_of_a_page_are_listed_on_it(browser: Browser, tmp_path: Path) -> None:
    root = example(tmp_path)
    with serving(root) as address, looking(browser) as page:
        bench = Workbench(root, address, page)
        for path in VIEWS.values():
            bench.go(path)
            page.keyboard.press("?")
            expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
            assert violations(page) == [], path
            page.keyboard.press("Escape")
            expect(page.get_by_role("dialog")).to_have_count(0)


def test_every_link_of_every_view_leads_somewhere(browser: Browser, tmp_path: Path) -> None:
    root = example(tmp_path)
    with serving(root) as address, looking(browser) as page:
        bench = Workbench(root, address, page)
        links: set[str] = set()
        for path in VIEWS.values():
            bench.go(path)
            links |= set(
                page.eval_on_selector_all(
                    "a[href]", "all => all.map(one => new URL(one.getAttribute('href'), location.href).href)"
                )
            )
        dead = [link for link in sorted(links) if page.request.get(link.partition("#")[0]).status != 200]
        assert dead == []
