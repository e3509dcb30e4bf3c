"""The workbench's own pages into HTML, in the frame that all pages have."""

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from assay.pages.rendering import environment
from assay.report.invisible import visible_in_page
from assay.report.plainly import showable

if TYPE_CHECKING:
    from jinja2 import Environment

    from assay.pages import Site


def show(page: Any, site: "Site") -> str:
    """Write a page of the workbench: its template is the one named after its value."""
    name = re.sub(r"Page$", "", type(page).__name__).lower()
    written = _environment().get_template(f"{name}.html").render(page=page, site=site)
    return showable(visible_in_page(written))


@cache
def _environment() -> "Environment":
    """Return the templates of the workbench, which stand in the frame of `assay.pages`."""
    from jinja2 import ChoiceLoader, PackageLoader  # noqa: PLC0415 - only where HTML is written

    shared = environment()
    assert shared.loader is not None
    return shared.overlay(loader=ChoiceLoader([PackageLoader("assay.serve"), shared.loader]))
