"""Pages into HTML. Whatever comes from a dossier is text, and is written as text."""

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from assay.pages import addresses, graph, lanes
from assay.pages.site import Site
from assay.report.invisible import visible_in_page
from assay.report.plainly import showable

if TYPE_CHECKING:
    from jinja2 import Environment

_PLAIN = re.compile(r"[^0-9A-Za-z_-]")


def render(page: Any, site: Site) -> str:
    """Write a page: its template is the one named after its value.

    Raises:
        jinja2.TemplateNotFound: there is none for such a value.
    """
    name = type(page).__name__.removesuffix("Page").lower()
    written = environment().get_template(f"{name}.html").render(page=page, site=site)
    return showable(visible_in_page(written))


@cache
def environment() -> "Environment":
    """Return the templates: with whatever is undefined an error, and everything escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - only where HTML is written

    made = Environment(
        loader=PackageLoader("assay.pages"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    made.filters["fragment"] = fragment
    made.globals["in_lines"] = graph.in_lines
    made.globals["paragraphs"] = lanes.paragraphs
    made.globals["is_prose"] = lanes.is_prose
    made.globals["without"] = addresses.without
    return made


def fragment(id_: str) -> str:
    """Write an id so that it can be the anchor of a place in a page, whatever it holds.

    >>> fragment("1936-goltsman-affirms-x~2")
    '1936-goltsman-affirms-x.7e2'
    """
    return _PLAIN.sub(lambda match: f".{ord(match[0]):x}", id_)
