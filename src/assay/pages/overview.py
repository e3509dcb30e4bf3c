"""The whole dossier on one page: its issues and claims, what `check` found, and what changed since the last commit."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from assay.model.entries import Extension, kind_of
from assay.model.findings import LOST, STANDS, ClaimFinding
from assay.pages.found import Found, found
from assay.report import words

if TYPE_CHECKING:
    from assay.casebook import Casebook
    from assay.dossier import Dossier

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
    scenarios: tuple[tuple[str, str, tuple[str, ...]], ...]
    """Id, title and strikes of each."""


def overview(dossier: "Dossier") -> Overview:
    """Put the first page together."""
    from assay.report.findings_text import FindingsText  # noqa: PLC0415 - beside its use

    known = found(dossier)
    findings, case = known.findings, dossier.case
    counted = Counter(str(one.severity) for one in known.diagnostics)
    return Overview(
        title=dossier.title,
        notice=dossier.notice,
        opening=FindingsText(findings, known.soundness).opening(),
        issues=tuple(_issues(known)),
        checked={severity: counted[severity] for severity in ("error", "warning", "note")},
        unverified=tuple(sorted(known.unverified)),
        changed=changes(dossier),
        works=len(case.sources),
        statements=len(case.statements),
        scenarios=tuple((one.id, one.title, one.strikes) for one in case.scenarios.values()),
    )


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


def _issues(known: Found) -> Iterator[IssueLines]:
    case, claims = known.case, known.findings.claims
    for id_, issue in case.issues.items():
        yield IssueLines(id_, issue.title, tuple(claim_line(known, one) for one in claims if one.issue == id_))
    others = tuple(claim_line(known, one) for one in claims if one.issue not in case.issues)
    if others:
        yield IssueLines("", "Other claims" if case.issues else "Claims", others)


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
