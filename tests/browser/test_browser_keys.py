"""What the whole job leaves out, by keyboard alone: rename, undo, take out, strike, search, decide about proposals."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, expect
from workbench import Workbench, chromium, example, looking, needs_chromium, serving

CASE = "casebook/copenhagen.case"
DRAFTS = """\
; Persons whom the documents name, and ways of writing their names.

person usher "The usher's son"
  ; drafted usher 0
  proposed: a name

person typist "A typist"
  ; drafted typist 0
  proposed: a name
"""


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


def press(page: Page, condition: str, key: str = "Enter") -> None:
    """Go to something with Tab, and press a key there."""
    for _ in range(200):
        if holds(page, condition):
            page.keyboard.press(key)
            return
        page.keyboard.press("Tab")
    pytest.fail(f"the keyboard does not get there: {condition}")


def holds(page: Page, condition: str) -> bool:
    """Ask the page; one that is loaded anew meanwhile, as its files have changed, is asked again later."""
    try:
        return bool(page.evaluate(f"document.activeElement !== null && ({condition})"))
    except Error as error:
        if "context was destroyed" not in str(error):
            raise
        page.wait_for_load_state()
        return False


def says(words: str) -> str:
    return f"document.activeElement.textContent.trim() === '{words}'"


def test_an_entry_is_renamed_taken_out_and_brought_back(bench: Workbench) -> None:
    before = (bench.root / CASE).read_text()
    page = bench.go("/edit/entry?id=porter")
    press(page, says("Give it another id"))
    press(page, "document.activeElement.id === 'new-id'", "Control+a")
    page.keyboard.type("carrier")
    press(page, says("Rename it everywhere"))
    expect(page.get_by_role("status").first).to_contain_text("carrier")
    assert "claim carrier " in (bench.root / CASE).read_text()
    press(page, says("Undo the latest change"))
    expect(page.get_by_role("status").first).to_contain_text("porter")
    assert (bench.root / CASE).read_text() == before
    page = bench.go("/edit/entry?id=porter")
    press(page, says("Take this entry out"))
    press(page, says("Take it out"))
    expect(page.get_by_role("status").first).to_be_visible()
    assert "claim porter " not in (bench.root / CASE).read_text()
    press(page, says("Undo the latest change"))
    expect(page.get_by_role("status").first).to_be_visible()
    assert (bench.root / CASE).read_text() == before


def test_somebody_is_struck_and_words_are_looked_for(bench: Workbench) -> None:
    page = bench.go("/strike")
    press(page, "document.activeElement.type === 'checkbox' && document.activeElement.value === 'goltsman'", "Space")
    press(page, says("Strike these"))
    page.wait_for_url("**without=goltsman**")
    expect(page.get_by_text("statements fall").first).to_be_visible()
    press(page, "document.activeElement.type === 'search'", "Control+a")
    page.keyboard.type("examination")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?**")
    expect(page.get_by_role("main")).to_contain_text("examination")


def test_proposals_are_kept_and_dropped(bench: Workbench) -> None:
    (bench.root / "casebook" / "drafts").mkdir()
    (bench.root / "casebook" / "drafts" / "persons.case").write_text(DRAFTS)
    page = bench.go("/drafts")
    press(page, "document.activeElement.type === 'checkbox' && document.activeElement.value === 'typist'", "Space")
    page.keyboard.press("Shift+Tab")
    press_back(page, says("Keep the marked ones"))
    expect(page.get_by_role("status").first).to_be_visible()
    assert any('person typist "A typist"' in path.read_text() for path in (bench.root / "casebook").glob("*.case"))
    press(page, "document.activeElement.type === 'checkbox' && document.activeElement.value === 'usher'", "Space")
    press_back(page, "document.activeElement.id === 'because'", "a")
    page.keyboard.type(" wrong name")
    press_back(page, says("Drop the marked ones"))
    expect(page.get_by_role("status").first).to_be_visible()
    assert "usher" in (bench.root / "casebook" / "drafts" / "decided.case").read_text()


def test_a_proposal_is_edited_and_kept_so(bench: Workbench) -> None:
    (bench.root / "casebook" / "drafts").mkdir()
    (bench.root / "casebook" / "drafts" / "persons.case").write_text(DRAFTS)
    page = bench.go("/drafts")
    expect(page.get_by_label("the entry typist")).to_be_attached()  # the file is new, and may be seen late
    press(page, "document.activeElement.nextElementSibling?.getAttribute('aria-label') === 'the entry typist'")
    press(page, "document.activeElement.getAttribute('aria-label') === 'the entry typist'", "Control+End")
    page.keyboard.type("\n  note: at the door")
    press(page, says("Keep as edited"))
    expect(page.get_by_role("status").first).to_contain_text("Kept, as edited: typist")
    assert any("  note: at the door\n" in path.read_text() for path in (bench.root / "casebook").glob("*.case"))


def press_back(page: Page, condition: str, key: str = "Enter") -> None:
    """Go back to something with Shift and Tab, and press a key there."""
    for _ in range(60):
        if holds(page, condition):
            page.keyboard.press(key)
            return
        page.keyboard.press("Shift+Tab")
    pytest.fail(f"the keyboard does not get back: {condition}")
