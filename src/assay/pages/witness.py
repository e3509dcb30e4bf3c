"""One witness over time: every version of the story, what changed, under which conditions, who says the same."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from assay.examine.witness import account
from assay.model.guessing import did_you_mean
from assay.model.sayings import Said
from assay.pages.cards import Card, card
from assay.pages.found import Found, found
from assay.pages.site import NotHereError
from assay.report import witness_text as write
from assay.report.layout import Layout

if TYPE_CHECKING:
    from assay.dossier import Dossier
    from assay.model.accounts import Account, Agreement, Version

_BROAD = 1_000_000  # lines are broken by the browser


class VersionPage(Struct, frozen=True):
    """All that was said on one occasion: when and where, under what, and what is otherwise than before."""

    occasion: str
    unordered: tuple[int, ...]
    """Versions above, of which the dates do not tell whether they came first."""
    said: tuple[Card, ...]
    circumstances: tuple[tuple[str, str], ...]
    """`under` or `despite`, and what."""
    changes: tuple[tuple[str, str], ...]
    """What became of a claim (added, dropped, retracted ...), and which."""


class AgreementPage(Struct, frozen=True):
    """Somebody else who says the same: when, and by which recorded contact he may have it from this witness."""

    claim: str
    claim_title: str
    other: Card
    when: str
    contacts: tuple[str, ...]


class WitnessPage(Struct, frozen=True):
    """A witness over time."""

    id: str
    name: str
    aliases: tuple[str, ...]
    opening: str
    versions: tuple[VersionPage, ...]
    heard_by: tuple[Card, ...]
    agreements: tuple[AgreementPage, ...]
    notes: tuple[str, ...]


class WitnessLine(Struct, frozen=True):
    """A witness in the list: how many statements, and to how many claims."""

    id: str
    name: str
    statements: int
    claims: int


class Witnesses(Struct, frozen=True):
    """Everybody who says something, those with most statements first; then those who are only spoken of."""

    title: str
    witnesses: tuple[WitnessLine, ...]
    others: tuple[tuple[str, str], ...]


def witnesses(dossier: "Dossier") -> Witnesses:
    """List everybody."""
    case = dossier.case
    spoken: dict[str, list[str]] = {}
    for statement in case.statements.values():
        spoken.setdefault(statement.witness, []).append(statement.claim)
    lines = [WitnessLine(id_, case.called(id_), len(said), len(set(said))) for id_, said in spoken.items()]
    others = [(id_, case.called(id_)) for id_ in (*case.persons, *case.groups) if id_ not in spoken]
    return Witnesses(
        dossier.title,
        tuple(sorted(lines, key=lambda line: (-line.statements, line.name.casefold()))),
        tuple(sorted(others, key=lambda one: one[1].casefold())),
    )


def witness(dossier: "Dossier", id: str) -> WitnessPage:  # noqa: A002 - as entries have it
    """Show a witness.

    Raises:
        NotHereError: the casebook describes nobody of that id.
    """
    case, known = dossier.case, found(dossier)
    entry = case.persons.get(id) or case.groups.get(id)
    if entry is None:
        raise NotHereError(
            f"the casebook describes nobody called {id}", did_you_mean(id, [*case.persons, *case.groups])
        )
    told, layout = account(case, id), Layout(case, width=_BROAD)
    return WitnessPage(
        id=id,
        name=entry.title,
        aliases=tuple(alias.name for alias in entry.aliases),
        opening=write.opening(told, sum(len(version.said) for version in told.versions)),
        versions=tuple(_version(known, version, layout) for version in told.versions),
        heard_by=tuple(_card(known, one) for one in told.heard_by),
        agreements=tuple(_agreements(known, told, layout)),
        notes=entry.notes,
    )


def _version(known: Found, version: "Version", layout: Layout) -> VersionPage:
    return VersionPage(
        occasion=write.occasion(version, layout),
        unordered=version.unordered,
        said=tuple(_card(known, one) for one in version.said),
        circumstances=tuple(
            ("despite" if one.despite else "under", write.circumstance(one, layout)) for one in version.circumstances
        ),
        changes=tuple((one.turn, write.change(one, layout)) for one in version.changes),
    )


def _agreements(known: Found, told: "Account", layout: Layout) -> Iterator[AgreementPage]:
    one: Agreement
    for one in told.agreements:
        yield AgreementPage(
            one.claim,
            known.case.called(one.claim),
            _card(known, one.other),
            write.when(one),
            tuple(write.contact(contact, layout) for contact in one.contacts),
        )


def _card(known: Found, one: Said) -> Card:
    return card(known, known.case.statements[one.statement])
