"""Pages of the workbench into HTML."""

from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from msgspec import Struct

if TYPE_CHECKING:
    from jinja2 import Environment


class LiveSite(Struct, frozen=True):
    """The workbench as pages link to it. `notice` is what was just done; `turn` tells whether a page is out of date."""

    turn: int = 0
    notice: str = ""
    live: bool = True

    def link(self, view: str, *keys: str) -> str:
        """Return the address of a view."""
        return "/" + "/".join(quote(part, safe="") for part in ("" if view == "overview" else view, *keys))

    def asset(self, name: str) -> str:
        """Return the address of a file of ours."""
        return f"/static/{name}"


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - the server starts without it

    return Environment(
        loader=PackageLoader("assay.serve"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def show(template: str, page: Any, site: LiveSite) -> str:
    """Write a page of our own."""
    return _environment().get_template(template).render(page=page, site=site)
