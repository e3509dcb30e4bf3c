"""Take a picture of every view of the workbench: make screenshots.

The dossier is a copy of the example, in a git repository of its own, with a change that is not committed yet.
"""

import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "browser"))

from workbench import CHROMIUM, OPTIONS, Workbench, example, looking, serving  # noqa: E402 - of the tests

FOLDER = Path(os.environ.get("ASSAY_SCREENSHOTS") or ROOT / "docs" / "screenshots")
VIEWS = {
    "overview": "/",
    "works": "/read",
    "reading": "/read/minutes/11",
    "claim": "/claim/meeting-bristol",
    "strike": "/strike?without=inquiry",
    "checks": "/checks",
    "timeline": "/timeline",
    "witnesses": "/witness",
    "witness": "/witness/goltsman",
    "network": "/network",
    "quotations": "/quotations",
    "drafts": "/drafts",
    "edit": "/edit/entry?id=1936-09-04-holm-affirms-porter",
    "new": "/new/statement?work=minutes&page=11&start=640&end=700",
    "search": "/search?q=bristol",
    "report": "/report",
}
"""Every view, by the name of its picture."""
SHOWN_TWICE = ("overview", "reading", "claim", "edit")
"""Views of which there are pictures in the dark and on a narrow screen, too."""
_STILL = "document.querySelectorAll('.entry .actions').forEach(one => { one.style.position = 'static' })"
"""A picture of a whole page has no lower edge for buttons to stick to."""
LOOKS = {"": (1280, "light"), "-dark": (1280, "dark"), "-narrow": (390, "light")}


def main() -> None:
    """Take them all, or those that are named."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = example(Path(folder))
        case = root / "casebook" / "copenhagen.case"
        case.write_text(
            case.read_text("utf-8").replace("  about: fabrication\n", "  about: fabrication, minutes\n"), "utf-8"
        )
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(OPTIONS))
        for look, (width, scheme) in LOOKS.items():
            with serving(root) as address, looking(browser, width, scheme) as page:
                bench = Workbench(root, address, page)
                for name, path in VIEWS.items():
                    if (look and name not in SHOWN_TWICE) or (sys.argv[1:] and name not in sys.argv[1:]):
                        continue
                    bench.go(path)
                    page.evaluate(_STILL)
                    page.screenshot(path=FOLDER / f"{name}{look}.png", full_page=True)
                    print(f"{name}{look}.png")
        browser.close()


if __name__ == "__main__":
    main()
