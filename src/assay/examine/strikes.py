"""Striking testimony: a case in which something does not occur.

What is struck is unsupported, not false. Strikes travel along the chain: whoever strikes a person strikes what he
said, what reached us only through him, and the works that he made.
"""

from collections.abc import Callable, Iterable

from msgspec import structs

from assay.examine.channels import conditions_cited, conditions_said, passed_through
from assay.examine.hearsay import with_hearsay
from assay.examine.identity import Identity
from assay.examine.routes import route
from assay.model.case import Case
from assay.model.entries import Citation, Condition, Judgement, Statement, kind_of
from assay.model.guessing import guess
from assay.model.selectors import Selector, parse_selector

Falls = Callable[[Statement], bool]
FallsCite = Callable[[Statement, Citation], bool]


class UnknownSelectorError(Exception):
    """A strike that names nothing of the case. `help` says what to type."""

    def __init__(self, message: str, help_: str) -> None:
        super().__init__(message)
        self.help = help_


def understand(case: Case, text: str) -> Selector:
    """Read a selector and make sure that it names something.

    Raises:
        UnknownSelectorError: it does not.
    """
    selector = parse_selector(text)
    if selector is None:
        titles = {entry.title.casefold(): id_ for id_, entry in case.described.items()}
        near = guess(text.casefold(), titles)
        help_ = (
            f"did you mean {titles[near]}?"
            if near
            else "write a name, #label, under CONDITION, about THEME, or setting WORD"
        )
        raise UnknownSelectorError(f"“{text}” says not what to strike", help_)
    known = _known(case, selector)
    if known is not None and selector.value not in known:
        raise UnknownSelectorError(*_unknown(case, selector, known))
    if selector.by is not None and selector.by not in case.described:
        near = guess(selector.by, [*case.persons, *case.groups])
        raise UnknownSelectorError(f"nobody here is called “{selector.by}”", f"did you mean {near}?" if near else "")
    return selector


def _known(case: Case, selector: Selector) -> Iterable[str] | None:
    """Return what a selector of this sort may name; None where any word will do."""
    match selector.sort:
        case "name":
            return {**case.persons, **case.groups, **case.sources, **case.claims}.keys()
        case "label":
            return case.statements.keys() | case.struck
        case "about":
            return {theme for claim in case.claims.values() for theme in claim.about}
        case "setting":
            # Once something is struck, a setting of which nothing is left is still one.
            return None if case.struck else {statement.setting for statement in case.statements.values()} - {""}
        case _:
            return None


def _unknown(case: Case, selector: Selector, known: Iterable[str]) -> tuple[str, str]:
    """Say why a selector names nothing that can be struck, and what to type."""
    value = selector.value
    if selector.sort == "name" and value in case.statements:
        return f"“{value}” is a statement", f"write #{value}"
    if selector.sort == "name" and value in case.described:
        kind = kind_of(case.described[value])
        return f"“{value}” is a {kind}, which cannot be struck", "strike a person, group, source or claim"
    near = guess(value, known)
    said = value if selector.sort == "name" else str(selector)
    return f"nothing here is called “{said}”", f"did you mean {near}?" if near else "names are those of the casebook"


def strike(case: Case, selectors: Iterable[str]) -> Case:
    """Return the case without what the selectors name, whatever their order.

    Raises:
        UnknownSelectorError: a selector names nothing of the case.
    """
    case = with_hearsay(case)
    understood = [understand(case, text) for text in selectors]
    while True:
        before = len(case.statements), sum(len(s.cites) for s in case.statements.values()), len(case.judgements)
        for selector in understood:
            case = _without(case, selector)
        # Once a citation is gone, what weighs on those that are left may weigh on the whole.
        if before == (len(case.statements), sum(len(s.cites) for s in case.statements.values()), len(case.judgements)):
            return case


def _without(case: Case, selector: Selector) -> Case:
    kept: dict[str, Statement] = {}
    fallen: set[str] = set()
    fallen_claims: set[str] = set()
    falls, falls_cite = _tests(case, selector)
    for id_, statement in case.statements.items():
        cites = tuple(cite for cite in statement.cites if not falls_cite(statement, cite))
        if falls(statement) or (statement.cites and not cites):
            fallen.add(id_)
            fallen_claims.add(statement.claim)
        else:
            kept[id_] = statement if cites == statement.cites else structs.replace(statement, cites=cites)
    struck = _struck_people(case, selector)
    kept = {id_: structs.replace(s, target=None) if s.target in fallen else s for id_, s in kept.items()}
    return structs.replace(
        case,
        statements=kept,
        judgements=tuple(j for j in case.judgements if not _judgement_falls(case, j, selector, fallen, struck)),
        searches=tuple(search for search in case.searches if search.person not in struck),
        struck=case.struck | fallen,
        struck_claims=case.struck_claims | fallen_claims,
    )


def _tests(case: Case, selector: Selector) -> tuple[Falls, FallsCite]:
    """Make the tests for what falls: whole statements, and single citations of them."""
    match selector:
        case Selector("label", label):
            return (lambda statement: statement.id == label), _no_cite
        case Selector("about", theme):
            claims = {claim.id for claim in case.claims.values() if theme in claim.about}
            return (lambda statement: statement.claim in claims), _no_cite
        case Selector("setting", setting):
            return (lambda statement: statement.setting == setting), _no_cite
        case Selector("under", kind, by):
            return _under(case, kind, by)
    return _by_name(case, selector.value)


def _no_cite(statement: Statement, cite: Citation) -> bool:
    del statement, cite
    return False


def _under(case: Case, kind: str, by: str | None) -> tuple[Falls, FallsCite]:
    identity = Identity(case)
    pressing = None if by is None else identity.covers(by)

    def meant(found: Iterable[tuple[Condition, str]]) -> bool:
        return any(
            condition.kind == kind
            and (pressing is None or (condition.by is not None and identity.one(condition.by) in pressing))
            for condition, _ in found
        )

    return (
        lambda statement: meant(conditions_said(case, statement)),
        lambda statement, cite: meant(conditions_cited(case, statement, cite)),
    )


def _by_name(case: Case, name: str) -> tuple[Falls, FallsCite]:
    if name in case.claims:
        return (lambda statement: statement.claim == name), _no_cite
    identity = Identity(case)
    struck = identity.covers(name)

    def is_struck(passed: Iterable[str]) -> bool:
        return any(identity.one(one) in struck for one in passed)

    def falls(statement: Statement) -> bool:
        depends_on = [link.id for link in route(case, statement).links]
        if statement.record is not None:
            depends_on += passed_through(case, statement.record)
        return is_struck(depends_on)

    def falls_cite(statement: Statement, cite: Citation) -> bool:
        del statement
        return is_struck(passed_through(case, cite.source))

    return falls, falls_cite


def _judgement_falls(
    case: Case, judgement: Judgement, selector: Selector, fallen: set[str], struck: frozenset[str]
) -> bool:
    """A judgement falls with a statement that it rests on or is about, with its theme, and with who made it.

    That two are the same, or dependent, holds whatever is struck: a strike never makes anything firmer.
    """
    if judgement.verb in ("same", "dependent"):
        return False
    if any(label in fallen for label in judgement.rests_on):
        return True
    if any(subject.removeprefix("#") in fallen for subject in judgement.subjects if subject.startswith("#")):
        return True
    if selector.sort == "about":
        themes = {t for subject in judgement.subjects if subject in case.claims for t in case.claims[subject].about}
        return selector.value in themes
    return judgement.person in struck or (selector.sort == "name" and selector.value in judgement.subjects)


def _struck_people(case: Case, selector: Selector) -> frozenset[str]:
    """Return everybody whom a selector strikes, under every name."""
    if selector.sort != "name":
        return frozenset()
    identity = Identity(case)
    struck = identity.covers(selector.value)
    return frozenset(name for name in (*case.persons, *case.groups) if identity.one(name) in struck)
