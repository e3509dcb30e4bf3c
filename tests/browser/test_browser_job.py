"""The whole job in a real browser: read, record, see the clash, strike, see the claim fall, keep it, and what git says."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Download, Page, expect
from workbench import Workbench, chromium, diff, example, looking, needs_chromium, serving

WORDS = "led me up the stairs"
TITLE = "Goltsman climbed the stairs of the Hotel Bristol"
CLAIM = "goltsman-climbed-stairs-hotel"
STATEMENT = f"1936-08 goltsman affirms {CLAIM}"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    needs_chromium()
    with chromium() as started:
        yield started


@pytest.fixture
def bench(browser: Browser, tmp_path: Path) -> Iterator[Workbench]:
    root = example(tmp_path)
    with serving(root) as address, looking(browser) as page:
        yield Workbench(root, address, page)


def test_by_pointer(bench: Workbench) -> None:
    page = bench.page
    page.get_by_role("link", name="Read", exact=True).click()
    page.get_by_role("link", name="p. 11").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Minutes of a hearing")
    drag_over(page, WORDS)
    page.get_by_role("link", name="New statement of these words").click()
    expect(page.get_by_text("exact")).to_be_visible()
    statement, claim = page.locator('[data-prefix="1"]'), page.locator('[data-prefix="0"]')
    expect(statement.get_by_label("quoted words of cite")).to_have_value(WORDS)
    for label, value in {"date": "1936-08", "witness": "goltsman", "knows": "took part"}.items():
        statement.get_by_label(label, exact=True).fill(value)
    for label, value in {"title": TITLE, "who": "goltsman", "where": "hotel-bristol", "when": "1932-11-24"}.items():
        claim.get_by_label(label, exact=True).fill(value)
    page.get_by_role("button", name="Write", exact=True).click()
    see_what_was_written(bench)
    see_the_clash(page)
    page.get_by_role("link", name="E. S. Goltsman").and_(page.locator('a[href*="without"]')).first.click()
    see_it_fall(page)
    keep(page)
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("status").first).to_contain_text("Written: without-goltsman")
    page.get_by_role("link", name="Report", exact=True).click()
    with page.expect_download() as report:
        page.get_by_role("button", name="Make the report").click()
    see_the_report(report.value)
    see_what_git_says(bench)


def test_by_keyboard_alone(bench: Workbench) -> None:
    page = bench.page
    page.keyboard.press("g")
    page.keyboard.press("r")
    page.wait_for_url("**/read")
    tab_to(page, "document.activeElement.textContent.trim() === 'p. 11'")
    page.keyboard.press("Enter")
    page.wait_for_url("**/read/minutes/11")
    for _ in range(20):
        page.keyboard.press("j")
        if WORDS in (page.evaluate("getSelection().toString()") or ""):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/new/statement?**")
    fill_by_keyboard(page, "1.head.date", "1936-08")
    fill_by_keyboard(page, "1.head.witness", "goltsman")
    fill_by_keyboard(page, "1.field.knows", "took part")
    fill_by_keyboard(page, "1.quoted.cite", WORDS)
    fill_by_keyboard(page, "0.head.title", TITLE)
    fill_by_keyboard(page, "0.field.who", "goltsman")
    fill_by_keyboard(page, "0.field.where", "hotel-bristol")
    fill_by_keyboard(page, "0.field.when", "1932-11-24")
    page.keyboard.press("Control+Enter")
    see_what_was_written(bench, press=True)
    see_the_clash(page)
    tab_to(
        page,
        "document.activeElement.matches('a[href*=without]') && document.activeElement.textContent.includes('Goltsman')",
    )
    page.keyboard.press("Enter")
    see_it_fall(page)
    keep(page, press=True)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Written: without-goltsman")
    tab_to(page, "document.activeElement.getAttribute('href') === '/report'")
    page.keyboard.press("Enter")
    page.wait_for_url("**/report")
    tab_to(page, "document.activeElement.textContent === 'Make the report'")
    with page.expect_download() as report:
        page.keyboard.press("Enter")
    see_the_report(report.value)
    see_what_git_says(bench)


def drag_over(page: Page, words: str) -> None:
    """Select words with the pointer, from their first letter to their last; again where the page moved meanwhile."""
    page.wait_for_load_state("load")  # until then, lines may still move
    for _ in range(5):
        ends = _ends_of(page, words)
        page.mouse.move(ends[0], ends[1])
        page.mouse.down()
        page.mouse.move(ends[2], ends[3], steps=8)
        page.mouse.up()
        if page.evaluate("String(getSelection())").strip() == words:
            return
        page.wait_for_timeout(300)
    raise AssertionError(f"{words} cannot be selected")


def _ends_of(page: Page, words: str) -> list[float]:
    """Find the middles of the first and the last letter of some words, on the screen."""
    ends: list[float] = page.evaluate(
        """words => {
          for (const span of document.querySelectorAll('#text [data-at]')) {
            const at = span.textContent.indexOf(words);
            if (at < 0) continue;
            const edge = (from, to) => { const range = document.createRange(); range.setStart(span.firstChild, from);
              range.setEnd(span.firstChild, to); return range.getBoundingClientRect(); };
            const first = edge(at, at + 1), last = edge(at + words.length - 1, at + words.length);
            return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2];
          }
        }""",
        words,
    )
    return ends


def tab_to(page: Page, condition: str) -> None:
    """Press Tab until something has the focus."""
    for _ in range(150):
        if page.evaluate(condition):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"the keyboard does not get there: {condition}")


def fill_by_keyboard(page: Page, name: str, value: str) -> None:
    """Go to a field, and type into it."""
    tab_to(page, f"document.activeElement.name === '{name}'")
    page.keyboard.press("Control+a")
    page.keyboard.type(value)


def see_what_was_written(bench: Workbench, *, press: bool = False) -> None:
    page = bench.page
    expect(page.get_by_role("status").first).to_contain_text(f"Written: {CLAIM}")
    page.wait_for_url("**/read/minutes/11?**")
    if press:
        tab_to(page, f"document.activeElement.textContent.trim() === '{TITLE}'")
        page.keyboard.press("Enter")
    else:
        page.get_by_role("link", name=TITLE, exact=True).click()
    page.wait_for_url(f"**/claim/{CLAIM}")


def see_the_clash(page: Page) -> None:
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(page.get_by_text("Cannot be true together with", exact=False).first).to_contain_text("pulled down in 1917")
    expect(page.get_by_text("mistaken identity of the place").first).to_be_visible()
    expect(page.locator("main .standing").first).to_contain_text("refuted")


def see_it_fall(page: Page) -> None:
    page.wait_for_url("**without=goltsman**")
    expect(page.locator("main .standing").first).to_contain_text("unsupported")


def keep(page: Page, *, press: bool = False) -> None:
    """Go to the strike, and give it a name."""
    if press:
        tab_to(page, "document.activeElement.matches('main a[href^=\"/strike?without=goltsman\"]')")
        page.keyboard.press("Enter")
        page.wait_for_url("**/strike?without=goltsman")
        tab_to(page, "document.activeElement.id === 'scenario-title'")
        page.keyboard.type("Without Goltsman")
        return
    page.locator('main a[href="/strike?without=goltsman"]').first.click()
    expect(page.get_by_role("link", name=TITLE).first).to_be_visible()
    page.get_by_label("Title").fill("Without Goltsman")


def see_the_report(download: Download) -> None:
    """The report has the new claim, as files that need no server and no script."""
    with zipfile.ZipFile(download.path()) as packed:
        pages = {name: packed.read(name).decode() for name in packed.namelist() if name.endswith(".html")}
    assert any(name.endswith("/index.html") for name in pages)
    assert any(f"<h1>{TITLE}</h1>" in words for words in pages.values())
    assert not any("<script" in words for words in pages.values())


def see_what_git_says(bench: Workbench) -> None:
    """Only what was recorded is new, and nothing else moved."""
    said = diff(bench.root)
    lines = [line for line in said.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert [line for line in lines if line.startswith("-")] == []
    assert [line[1:] for line in lines if line[1:]] == [
        f'claim {CLAIM} "{TITLE}"', "  who: goltsman", "  where: hotel-bristol", "  when: 1932-11-24",
        STATEMENT, "  knows: took part", "  cite: minutes p. 11", f"    > {WORDS}",
        'scenario without-goltsman "Without Goltsman"', "  strike: goltsman",
    ]  # fmt: skip
