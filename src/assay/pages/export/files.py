"""The files of a report: each page one file, all in one folder, so that every link is a file's name."""

import re
from collections.abc import Mapping

from msgspec import Struct

Key = tuple[str, ...]
_UNFIT = re.compile(r"[^a-z0-9-]+")
_LONGEST = 80


class Files(Struct, frozen=True):
    """A folder of pages, as they link to one another: the name of each one's file, by view and keys."""

    names: Mapping[Key, str]
    turn: int = 0
    notice: str = ""
    live: bool = False

    def link(self, view: str, *keys: str) -> str:
        """Return a page's file; of a claim under strikes, that of the claim; nothing where there is none."""
        found = self.names.get((view, *keys))
        if found is None and view == "claim":
            found = self.names.get((view, *keys[:1]))
        return found or ""

    def asset(self, name: str) -> str:
        """Return the name of a file of ours."""
        return name


def file_names(keys: "list[Key]") -> dict[Key, str]:
    """Give every page a file name of its own, the same for the same pages; capitals do not tell two apart."""
    names: dict[Key, str] = {}
    taken: set[str] = set()
    for key in keys:
        stem = "index" if key == ("overview",) else _UNFIT.sub("-", "-".join(key).lower()).strip("-")[:_LONGEST]
        name, number = f"{stem}.html", 2
        while name in taken:
            name, number = f"{stem}-{number}.html", number + 1
        taken.add(name)
        names[key] = name
    return names
