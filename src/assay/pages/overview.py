"""The whole dossier on one page: its issues and claims, what `check` found, and what changed since the last commit."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from assay.model.entries import Extension, kind_of
from assay.model.findings import LOST, STANDS, ClaimFinding
from assay.model.guessing import did_you_mean
from assay.pages.drafts import waiting
from assay.pages.found import Found, found
from assay.pages.site import NotHereError
from assay.report import words

if TYPE_CHECKING:
    from assay.casebook import Casebook
    from assay.dossier import Dossier

_PAGE, _FEW = 400, 10
"""Claims on a page, and those of each issue where all of them are more."""
Tone = Literal["stands", "open", "falls"]


class ClaimLine(Struct, frozen=True):
    """A claim in a list: where it stands, and on how much on either side."""

    id: str
    title: str
    standing: str
    tone: Tone
    how: str
    """At which hand, and through whom alone."""
    pro: str
    contra: str
    clashes: int


class IssueLines(Struct, frozen=True):
    """A question of the investigation, with its claims; without an id, the claims that belong to none."""

    id: str
    title: str
    claims: tuple[ClaimLine, ...]
    of: int
    """How many claims belong to it; where there are very many, only the first are shown."""


class Changed(Struct, frozen=True):
    """An entry that is not as it was last committed."""

    id: str
    kind: str
    how: Literal["new", "changed", "gone"]


class Overview(Struct, frozen=True):
    """What the first page shows. `changed` is None where there is nothing to compare with."""

    title: str
    notice: str
    opening: str
    issues: tuple[IssueLines, ...]
    checked: dict[str, int]
    """How many errors, warnings and notes `check` found."""
    unverified: tuple[str, ...]
    """The statements of which a quotation does not stand as cited."""
    changed: tuple[Changed, ...] | None
    works: int
    statements: int
    scenarios: tuple[tuple[str, str, tuple[str, ...], str], ...]
    """Id, title and strikes of each, and what these name, in words."""
    proposed: int = 0
    """How many proposals wait for somebody to decide."""
    issue: str = ""
    """The one issue that is shown, where one was asked for."""
    first: int = 0
    pending: bool = False
    """Whether standings and checks are still being worked out: then what is shown will change by itself."""


def overview(dossier: "Dossier", issue: str = "", first: int = 0) -> Overview:
    """Put the first page together; with an issue, only its claims, a few hundred from the first on.

    Raises:
        NotHereError: there is no such issue.
    """
    known, case = found(dossier), dossier.case
    if issue and issue not in case.issues:
        raise NotHereError(f"there is no issue {issue}", did_you_mean(issue, case.issues))
    ready = known.is_worked_out()
    counted = Counter(str(one.severity) for one in known.diagnostics) if ready else Counter()
    return Overview(
        title=dossier.title,
        notice=dossier.notice,
        opening=_opening(known, ready=ready),
        issues=tuple(_issues(known, issue, first, ready=ready)),
        checked={severity: counted[severity] for severity in ("error", "warning", "note")},
        unverified=tuple(sorted(known.unverified)) if ready else (),
        changed=changes(dossier) if ready else None,
        works=len(case.sources),
        statements=len(case.statements),
        scenarios=tuple(
            (one.id, one.title, one.strikes, words.strikes(case, one.strikes)) for one in case.scenarios.values()
        ),
        proposed=waiting(dossier),
        issue=issue,
        first=first,
        pending=not ready,
    )


def _opening(known: Found, *, ready: bool) -> str:
    from assay.report.findings_text import FindingsText  # noqa: PLC0415 - beside its use

    if ready:
        return FindingsText(known.findings, known.soundness).opening()
    return f"{len(known.case.claims)} claims, {len(known.case.statements)} statements."


def tone(standing: str) -> Tone:
    """Say whether a claim stands, has lost, or is open."""
    return "stands" if standing in STANDS else "falls" if standing in LOST else "open"


def claim_line(known: Found, claim: ClaimFinding) -> ClaimLine:
    """Put a claim into a line."""
    case = known.case
    return ClaimLine(
        claim.id, claim.title, claim.standing, tone(claim.standing), words.how_known(case, claim).removeprefix(", "),
        words.side(claim.pro), words.side(claim.contra), len(claim.clashes),
    )  # fmt: skip


def _issues(known: Found, only: str, first: int, *, ready: bool) -> Iterator[IssueLines]:
    """Put the claims under their issues: all of them, or where they are too many for a page, the first of each."""
    case = known.case
    by_issue: dict[str, list[str]] = {}
    for claim in case.claims.values():
        by_issue.setdefault(claim.issue if claim.issue in case.issues and claim.issue else "", []).append(claim.id)
    shown = _PAGE if only or len(case.claims) <= _PAGE else _FEW
    for id_ in [only] if only else [*case.issues, ""]:
        claims = by_issue.get(id_, [])
        if id_ or claims:
            title = case.called(id_) if id_ else "Other claims" if case.issues else "Claims"
            lines = (_line(known, claim, ready=ready) for claim in claims[first : first + shown])
            yield IssueLines(id_, title, tuple(lines), len(claims))


def _line(known: Found, id_: str, *, ready: bool) -> ClaimLine:
    if ready:
        return claim_line(known, known.claims[id_])
    return ClaimLine(id_, known.case.called(id_), "being worked out", "open", "", "", "", 0)


def changes(dossier: "Dossier") -> tuple[Changed, ...] | None:
    """Compare the casebook with what was last committed, entry by entry; None where nothing was."""
    from assay.casebook import assemble, parse_text  # noqa: PLC0415 - beside its use
    from assay.dossier.history import committed_casebook  # noqa: PLC0415 - likewise

    before = committed_casebook(dossier.root, dossier.casebook_texts)
    if before is None:
        return None
    if before == dossier.casebook_texts:
        return ()
    parsed = {path: parse_text(text) for path, text in before.items()}
    was, is_ = _entries(assemble(before, parsed)), _entries(dossier.casebook)
    made = [Changed(id_, kind, "new") for id_, (kind, _) in is_.items() if id_ not in was]
    made += [Changed(id_, kind, "changed") for id_, (kind, entry) in is_.items() if id_ in was and was[id_][1] != entry]
    made += [Changed(id_, kind, "gone") for id_, (kind, _) in was.items() if id_ not in is_]
    return tuple(sorted(made, key=lambda one: (one.kind, one.id)))


def _entries(book: "Casebook") -> dict[str, tuple[str, list[object]]]:
    """Return what each entry says, with whatever extends it, by id."""
    entries: dict[str, tuple[str, list[object]]] = {}
    for _, entry in book.entries:
        inner = entry.entry if isinstance(entry, Extension) else entry
        entries.setdefault(inner.id, (kind_of(inner), []))[1].append(entry)
    return entries
