"""Where a page stands: among the addresses of a server, or among files."""

from typing import Protocol


class Site(Protocol):
    """What a page has to know of where it stands.

    The views are `overview`, `works`, `read` (work, page), `claim` (id), `strike` (selectors), `checks`, `timeline`,
    `witnesses`, `witness` (id), `network`, `quotations`, `drafts`, `search` (words), `image` (work, page); and in the
    server `edit` (id), `line` (file, line) and `new` (kind, then name and value in turn).
    """

    @property
    def live(self) -> bool:
        """Say whether there is a server behind it: then what can be edited and struck is offered."""

    @property
    def notice(self) -> str:
        """What was just done, in a sentence, or nothing."""

    @property
    def turn(self) -> int:
        """A number that changes when the files do."""

    def link(self, view: str, *keys: str) -> str:
        """Return where a view is; nothing where this site has no such page."""

    def asset(self, name: str) -> str:
        """Return where one of our own files is, by its name."""


class NotHereError(Exception):
    """There is no such page. `help` says what there is."""

    def __init__(self, message: str, help_: str = "") -> None:
        super().__init__(message)
        self.help = help_
