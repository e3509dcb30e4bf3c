"""The addresses of the workbench."""

from urllib.parse import quote, urlencode

from msgspec import Struct

_PATHS = {
    "overview": "", "works": "read", "witnesses": "witness", "edit": "edit/entry", "line": "edit/entry",
    "image": "page-image",
}  # fmt: skip
_ASKED: dict[str, tuple[str, ...]] = {
    "search": ("q",),
    "edit": ("id",),
    "line": ("file", "line"),
    "quotations": ("documents",),
    "timeline": ("since", "until"),
    "overview": ("issue", "first"),
}


class Live(Struct, frozen=True):
    """The workbench as pages link to it."""

    turn: int = 0
    notice: str = ""
    live: bool = True

    def link(self, view: str, *keys: str) -> str:
        """Return the address of a view.

        >>> Live().link("read", "minutes", "11"), Live().link("strike", "orlov", "under torture")
        ('/read/minutes/11', '/strike?without=orlov&without=under+torture')
        """
        path, asked = _PATHS.get(view, view), [*zip(_ASKED.get(view, ()), keys, strict=False)]
        if view in ("strike", "claim"):
            own = 1 if view == "claim" else 0
            asked, keys = [("without", key) for key in keys[own:]], keys[:own]
        elif view == "new":
            asked, keys = [*zip(keys[1::2], keys[2::2], strict=True)], keys[:1]
        elif view in ("quotations", "timeline", "overview") and keys:
            asked, keys = [*zip(_ASKED[view], keys, strict=False)], ()
        elif view == "image":
            keys = (keys[0], f"{keys[1]}.png")
        elif asked:
            keys = ()
        whole = "/" + "/".join(quote(part, safe="") for part in (path.split("/") if path else []) + list(keys))
        return f"{whole}?{urlencode(asked)}" if asked else whole

    def asset(self, name: str) -> str:
        """Return the address of a file of ours."""
        return f"/static/{name}"


def without(strikes: tuple[str, ...], one: str) -> tuple[str, ...]:
    """Return the strikes with one more, or without it where it is among them: what a toggle leads to."""
    return tuple(other for other in strikes if other != one) if one in strikes else (*strikes, one)
