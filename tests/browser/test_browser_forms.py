"""Forms in a real browser: form and text in step, keyboard alone, live reload that loses nothing typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, expect
from workbench import WIDTHS, Workbench, chromium, example, looking, needs_chromium, serving, too_wide, violations

CASE = "casebook/copenhagen.case"


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


def test_what_is_typed_into_the_form_shows_in_the_text_and_the_other_way_round(bench: Workbench) -> None:
    page = bench.go("/edit/entry?id=porter")
    page.get_by_text("More fields").click()
    page.get_by_label("about", exact=True).fill("luggage")
    page.get_by_label("about", exact=True).press("Tab")
    text = page.get_by_label("Its own text")
    expect(text).to_have_value(
        'claim porter "A porter carried a Russian\'s bag to a hotel in the week of the lectures"\n  issue: meeting\n  when: 1932-11\n  about: luggage'
    )
    text.fill(text.input_value().replace("1932-11", "1932-1"))
    text.press("Tab")
    expect(page.get_by_label("when", exact=True)).to_have_value("1932-1")
    expect(page.get_by_text("is no date")).to_be_visible()
    expect(page.get_by_label("about", exact=True)).to_have_value("luggage")


def test_a_change_by_keyboard_alone_is_written_and_nothing_else_moves(bench: Workbench) -> None:
    before = (bench.root / CASE).read_text()
    page = bench.go("/edit/entry?id=meeting-bristol")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "0.head.title":
            break
    page.keyboard.press("End")
    page.keyboard.type(" again")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("status")).to_contain_text("Written: meeting-bristol")
    assert (bench.root / CASE).read_text() == before.replace(
        'Bristol in Copenhagen"\n  issue: meeting\n  who: goltsman, trotsky',
        'Bristol in Copenhagen again"\n  issue: meeting\n  who: goltsman, trotsky',
    )


def test_a_page_follows_its_files_and_what_was_typed_stays(bench: Workbench) -> None:
    page = bench.go("/edit/entry?id=porter")
    path = bench.root / "casebook" / "people.case"
    path.write_text(path.read_text() + '\nperson dora "Dora"\n')
    expect(page.locator('#names-person option[value="dora"]')).to_be_attached()  # the page was loaded anew
    page.get_by_label("when", exact=True).fill("1932-12")
    path.write_text(path.read_text() + '\nperson emil "Emil"\n')
    expect(page.get_by_text("The files have changed")).to_be_visible()
    expect(page.get_by_label("when", exact=True)).to_have_value("1932-12")
    page.get_by_role("button", name="Write", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Written: porter")
    assert "when: 1932-12" in (bench.root / CASE).read_text()
    assert "emil" in path.read_text()


def test_the_title_of_a_scenario_is_not_lost_when_files_change(bench: Workbench) -> None:
    page = bench.go("/strike?without=goltsman")
    page.get_by_label("Title").fill("Without Goltsman")
    path = bench.root / "casebook" / "people.case"
    path.write_text(path.read_text() + '\nperson dora "Dora"\n')
    expect(page.get_by_text("The files have changed")).to_be_visible()
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("status").first).to_contain_text("Written: without-goltsman")
    assert 'scenario without-goltsman "Without Goltsman"' in (bench.root / CASE).read_text()


def test_two_tabs_on_one_entry_show_both_versions(bench: Workbench) -> None:
    page = bench.go("/edit/entry?id=porter")
    other = page.context.new_page()
    other.goto(f"{bench.home}/edit/entry?id=porter")
    page.get_by_label("when", exact=True).fill("1932-12")
    other.get_by_label("title", exact=True).fill("A porter carried a bag")
    other.get_by_role("button", name="Write", exact=True).click()
    expect(other.get_by_role("status")).to_contain_text("Written: porter")
    page.get_by_role("button", name="Write", exact=True).click()
    expect(page.get_by_role("heading", name="This entry was changed meanwhile")).to_be_visible()
    page.get_by_role("button", name="Write", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("Written: porter")
    assert (
        'claim porter "A porter carried a bag"\n  issue: meeting\n  when: 1932-12\n' in (bench.root / CASE).read_text()
    )


def test_no_script_of_a_document_or_a_name_runs(bench: Workbench) -> None:
    hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    path = bench.root / "casebook" / "people.case"
    path.write_text(path.read_text() + f'\nperson dora "{hostile}"\n  note: {hostile}\n')
    page = bench.page
    ran: list[str] = []

    def note(dialog: Dialog) -> None:
        ran.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    for address in ("/", "/edit/entry?id=dora", "/witness/dora"):
        bench.go(address)
    assert ran == []


FORMS = (
    "/new",
    "/new/statement",
    "/new/claim",
    "/new/source",
    "/edit/entry?id=meeting-bristol",
    "/edit/entry?id=minutes",
    "/nowhere",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_forms_keep_nobody_out(browser: Browser, tmp_path: Path, width: int, scheme: str) -> None:
    with serving(example(tmp_path)) as address, looking(browser, width, scheme) as page:
        bench = Workbench(tmp_path, address, page)
        for path in FORMS:
            bench.go(path)
            assert violations(page) == [], path
            assert too_wide(page) <= 0, path
        bench.go("/edit/entry?id=porter")
        page.get_by_label("when", exact=True).fill("soon")
        page.get_by_role("button", name="Write", exact=True).click()
        expect(page.get_by_text("is no date")).to_be_visible()
        assert violations(page) == []
