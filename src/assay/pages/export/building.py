"""Building a report: looked up, withheld, written out, and searched once more. Nothing here touches a disk."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from assay.check.context import Looked, stands, where
from assay.model.guessing import did_you_mean
from assay.pages.checks import checks
from assay.pages.claim import claim
from assay.pages.export.errors import ReportError
from assay.pages.export.files import Files, Key, file_names
from assay.pages.export.searching import own_words, search
from assay.pages.export.secrets import Secret, secret
from assay.pages.export.values import withhold
from assay.pages.export.withheld import Withheld
from assay.pages.found import Found, found
from assay.pages.network import network
from assay.pages.overview import overview
from assay.pages.quotations import quotations
from assay.pages.reading import reading
from assay.pages.rendering import render
from assay.pages.site import NotHereError
from assay.pages.strike import strike
from assay.pages.timeline import timeline
from assay.pages.witness import witness, witnesses
from assay.pages.works import works

if TYPE_CHECKING:
    from assay.dossier import Dossier
    from assay.model.case import Case

Make = Callable[[], Any]
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Report(Struct, frozen=True):
    """A report that can be written: each file's words by its name, and what has to be said of it."""

    files: Mapping[str, str]
    verified: int
    """Citations that were looked up, and stand."""
    not_in_hand: int
    """Citations of works that are not in hand, which nobody can look up."""
    notices: tuple[str, ...] = ()


def build(dossier: "Dossier", redact: Sequence[str] = (), *, whole: bool = False) -> Report:
    """Build a report. `redact` names persons by id; with `whole` every leaf of every work is in it.

    Raises:
        ReportError: a citation does not stand, somebody is not known, or a name cannot be withheld.
    """
    known = found(dossier)
    verified, absent = verify(dossier, known)
    secrets = tuple(_secrets(dossier.case, redact))
    ids = {*dossier.case.described, *dossier.case.statements}
    withheld = Withheld(secrets, ids)
    made: dict[Key, Any] = {}
    for key, make in _pages(dossier, known, bool(secrets), whole):
        own = tuple(map(withheld.blank, key))
        if own in made and key[0] == "witness":
            continue  # the same person under two ids: either page has all of it
        if own in made:
            raise ReportError("ids become the same once the names are withheld", (" ".join(own),), "rename one of them")
        try:
            made[own] = withhold(make(), withheld, _body(dossier, key))
        except NotHereError as error:
            raise ReportError(f"{' '.join(own)}: {withheld.blank(str(error))}", (), "assay check says more") from None
    site = Files(file_names(list(made)), notice=_said(verified, absent, len(secrets)))
    pages = {site.names[key]: render(page, site) for key, page in made.items()}
    common = sorted({word for one in secrets for word in (*one.words, *one.ids)} & own_words())
    if secrets:
        search(pages, Withheld(secrets, ids, common))
    notices = [
        f"“{word}” is a word of our own pages, too: it was searched for only in what comes from the dossier"
        for word in common
    ]
    style = (files("assay.pages") / "static" / "assay.css").read_text("utf-8")
    return Report({**pages, "assay.css": style}, verified, absent, tuple(notices))


def _said(verified: int, absent: int, withheld: int) -> str:
    """Say below every page how far it can be relied on."""
    said = f"Every citation was looked up when this was made: {verified} stand as cited"
    said += f", {absent} of works that are not in hand could not be looked up." if absent else "."
    if withheld:
        said += f" The names of {withheld} person{'s' * (withheld != 1)} are withheld."
    return said


def verify(dossier: "Dossier", known: Found) -> tuple[int, int]:
    """Look every citation up: count those that stand, and those of works that are not in hand.

    Raises:
        ReportError: a work in hand does not have the words that are cited, or not there.
    """
    failed: list[str] = []
    verified = absent = 0
    for looked in known.context.quotations:
        if looked.verdict is None or looked.volume is None:
            absent += 1
        elif stands(looked):
            verified += 1
        else:
            failed.append(_failure(dossier, known, looked))
    if failed:
        what = "citation does" if len(failed) == 1 else "citations do"
        raise ReportError(
            f"{len(failed)} {what} not stand; nothing was written", tuple(failed), "assay check says what to type"
        )
    return verified, absent


def _failure(dossier: "Dossier", known: Found, looked: Looked) -> str:
    """Name the place of a citation that does not stand, and say what became of its words."""
    del dossier
    assert looked.verdict is not None
    cited = f"{looked.cite.source} {looked.cite.locator or ''}".strip()
    if not looked.verdict.spans:
        became = "these words are not there"
    elif looked.verdict.kind.is_faithful:
        became = f"these words stand on {where(looked)}"
    else:
        became = f"the words on {where(looked)} are others ({looked.verdict.kind})"
    return f"{known.context.at_quote(looked)}: {looked.entry} cites {cited}: {became}"


def _secrets(case: "Case", redact: Sequence[str]) -> Iterator[Secret]:
    """Gather whoever is to be withheld, with everybody who was judged to be the same person."""
    taken: set[str] = set()
    if len(set(redact)) > len(_LETTERS):
        raise ReportError(f"{len(set(redact))} persons are more than can be told apart by letters")
    for number, id_ in enumerate(dict.fromkeys(redact)):
        if id_ not in case.persons:
            raise ReportError(f"there is no person {id_}", (), did_you_mean(id_, case.persons))
        same = {id_}
        for _ in case.judgements:
            for judged in case.judgements:
                if judged.verb == "same" and same & set(judged.subjects):
                    same |= set(judged.subjects) & case.persons.keys()
        if not same & taken:
            gathered = secret(_LETTERS[number], [case.persons[one] for one in sorted(same)])
            if gathered.hidden:
                words = f"a name of {id_} is a letter alone, and cannot be told from others"
                raise ReportError(words, (), "take it out in a copy of the dossier, and read the pages with it in mind")
            yield gathered
        taken |= same


def _pages(dossier: "Dossier", known: Found, withholding: bool, whole: bool) -> Iterator[tuple[Key, Make]]:  # noqa: FBT001
    """Yield every page of a report, by its view and keys, and how it is made."""
    case = dossier.case
    yield ("overview",), partial(overview, dossier)
    yield ("works",), partial(works, dossier)
    for id_ in case.claims:
        yield ("claim", id_), partial(claim, dossier, id_)
    if case.scenarios:
        yield ("strike",), partial(strike, dossier)
    for scenario in {one.strikes: one for one in case.scenarios.values()}.values():
        yield ("strike", *scenario.strikes), partial(strike, dossier, scenario.strikes)
    yield ("timeline",), partial(timeline, dossier)
    yield ("network",), partial(network, dossier)
    yield ("witnesses",), partial(witnesses, dossier)
    for id_ in dict.fromkeys(statement.witness for statement in case.statements.values()):
        if id_ in case.persons or id_ in case.groups:
            yield ("witness", id_), partial(witness, dossier, id_)
    if not withholding:  # lines of the casebook, which nobody needs to read who may not know the names in it
        yield ("checks",), partial(checks, dossier)
        yield ("quotations",), partial(quotations, dossier)
    for work, leaf in _leaves(dossier, known, whole=whole):
        yield ("read", work, leaf), partial(reading, dossier, work, leaf)


def _leaves(dossier: "Dossier", known: Found, *, whole: bool) -> Iterator[tuple[str, str]]:
    """Yield the leaves that statements cite, or with `whole` all that are in hand."""
    cited = {
        (looked.cite.source, known.leaf_of(looked))
        for statement in dossier.case.statements.values()
        for looked in (known.looked(statement, nth) for nth in range(len(statement.cites)))
    }
    for work in dossier.case.sources:
        volume = dossier.library.volume(work)
        for leaf in known.leaves(volume) if volume is not None else ():
            if whole or (work, leaf.key) in cited:
                yield work, leaf.key


def _body(dossier: "Dossier", key: Key) -> str:
    if key[0] != "read":
        return ""
    volume = dossier.library.volume(key[1])
    return volume.text.body if volume is not None else ""
