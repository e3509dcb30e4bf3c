"""A statement as the reports show it: who spoke, how, to whom, and the pages on which it stands."""

from msgspec import Struct

from assay.model.case import Case
from assay.model.entries import Statement


class Page(Struct, frozen=True, order=True):
    """Words, the work in which they stand, and where in it; no locator where none is given."""

    work: str
    locator: str
    words: str


class Said(Struct, frozen=True):
    """One statement, in ids. Nothing in it is concluded."""

    statement: str
    witness: str
    act: str
    claim: str
    target: str | None
    """The statement that is denied or retracted, where one is named."""
    date: str
    setting: str
    to: tuple[str, ...]
    record: str | None
    via: tuple[str, ...]
    interest: str
    words: str
    """own or reported, where the casebook says."""
    pages: tuple[Page, ...]


def said(statement: Statement) -> Said:
    """Put a statement into the form in which it is shown."""
    cites = ((cite.source, "" if cite.locator is None else str(cite.locator), cite.words) for cite in statement.cites)
    return Said(
        statement=statement.id,
        witness=statement.witness,
        act=statement.act,
        claim=statement.claim,
        target=statement.target,
        date=statement.date.text,
        setting=statement.setting,
        to=statement.to,
        record=statement.record,
        via=statement.via,
        interest=statement.interest,
        words=statement.words,
        pages=tuple(Page(*cite) for cite in cites),
    )


def said_by_id(case: Case, id_: str) -> Said:
    """Return a statement of the case in the form in which it is shown."""
    return said(case.statements[id_])
