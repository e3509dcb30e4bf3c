"""What `assay check` finds: each with its line, what to type, and the way to the entry."""

import bisect
from typing import TYPE_CHECKING

from msgspec import Struct

from assay.check import all_rules
from assay.pages.found import found

if TYPE_CHECKING:
    from assay.dossier import Dossier


_SHOWN = 500


class Finding(Struct, frozen=True):
    """One finding. `line_text` is the line in which it stands, cut into what is before, at fault, and behind."""

    code: str
    rule: str
    severity: str
    message: str
    help: str
    file: str
    line: int
    column: int
    line_text: tuple[str, str, str]
    entry_line: int
    """Where the entry begins in which it stands; 0 where it stands in none."""


class Checks(Struct, frozen=True):
    """All findings, the gravest first; and what each rule checks, why that matters, and what to write instead."""

    title: str
    summary: str
    findings: tuple[Finding, ...]
    of: int
    """How many there are; of very many, the gravest are shown."""
    rules: dict[str, str]


def checks(dossier: "Dossier") -> Checks:
    """Check a dossier."""
    from assay.report.diagnostics import summary  # noqa: PLC0415 - beside its use

    known = found(dossier)
    pages = {rule.code: rule for rule in all_rules()}
    lines = {**dossier.casebook.lines, "dossier.toml": dossier.settings.lines}
    heads: dict[str, list[int]] = {}
    for spot, _ in dossier.casebook.entries:
        heads.setdefault(spot.file, []).append(spot.line)
    made: list[Finding] = []
    for one in known.diagnostics:
        here = lines.get(one.at.file, ())
        text = here[one.at.line - 1].rstrip() if one.at.line <= len(here) else ""
        start, end = one.at.column - 1, one.at.column - 1 + one.at.width
        begun = bisect.bisect_right(sorted(heads.get(one.at.file, ())), one.at.line)
        made.append(
            Finding(
                one.code,
                pages[one.code].title if one.code in pages else "",
                str(one.severity),
                one.message,
                one.help,
                one.at.file,
                one.at.line,
                one.at.column,
                (text[:start], text[start:end], text[end:]),
                sorted(heads[one.at.file])[begun - 1] if begun else 0,
            )
        )
    grave = {"error": 0, "warning": 1, "note": 2}
    looked_up = [looked for looked in known.context.quotations if looked.verdict is not None]
    return Checks(
        title=dossier.title,
        summary=summary(known.diagnostics, len(looked_up), len({looked.cite.source for looked in looked_up})),
        findings=tuple(sorted(made, key=lambda one: (grave[one.severity], one.file, one.line)))[:_SHOWN],
        of=len(made),
        rules={code: pages[code].page for code in sorted({one.code for one in made}) if code in pages},
    )
