"""What goes back to the browser: a page, its JSON twin, or why not."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

import msgspec
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from assay.report.plainly import showable

LARGEST_FORM = 4 << 20
"""Bytes. A form is a few entries; whole books are not typed into one."""


class RefusedError(Exception):
    """A request that cannot be met: `status` as HTTP counts, a sentence, and what to do."""

    def __init__(self, status: int, message: str, help_: str = "") -> None:
        super().__init__(message)
        self.status, self.help = status, help_


def page(words: str, status: int = 200) -> Response:
    """Answer with a page."""
    return HTMLResponse(showable(words), status)


def twin(value: Any) -> Response:
    """Answer with a page's JSON twin."""
    written = json.dumps(msgspec.to_builtins(value, str_keys=True), ensure_ascii=False)
    return Response(showable(written), media_type="application/json")


def see_other(address: str) -> Response:
    """Send the browser on to an address of ours, after a change."""
    if not address.startswith("/") or address.startswith(("//", "/\\")):
        address = "/"
    return Response(status_code=303, headers={"location": address})


class Form:
    """What a form sent: each name with its values, in order. Line ends are those of casebook files."""

    def __init__(self, pairs: Mapping[str, list[str]]) -> None:
        self._pairs = pairs

    def one(self, name: str, default: str = "") -> str:
        """Return a field's value; the last where it was sent twice."""
        return self._pairs.get(name, [default])[-1]

    def all(self, name: str) -> list[str]:
        """Return every value of a field."""
        return self._pairs.get(name, [])

    def names(self) -> tuple[str, ...]:
        """Return the fields that were sent."""
        return tuple(self._pairs)


async def read_form(request: Request) -> Form:
    """Read a form that was sent as browsers send forms without files.

    Raises:
        RefusedError: it is too large, or of another kind.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise RefusedError(415, "a form is sent as application/x-www-form-urlencoded")
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > LARGEST_FORM:
            raise RefusedError(413, "this form is larger than any entry can be", "edit the file itself")
    return form_of(data.decode("latin-1"))


def form_of(encoded: str) -> Form:
    """Read a form's or an address's fields."""
    pairs: dict[str, list[str]] = {}
    for name, value in parse_qsl(encoded, keep_blank_values=True, max_num_fields=20_000):
        pairs.setdefault(name, []).append(value.replace("\r\n", "\n").replace("\r", "\n"))
    return Form(pairs)
