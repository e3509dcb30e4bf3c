"""Striking testimony: a case in which something does not occur.

What is struck is unsupported, not false. Strikes travel along the chain: whoever strikes a person strikes what he
said, what reached us only through him, and the works that he made.
"""

from collections.abc import Callable, Iterable, Sequence

from msgspec import structs

from assay.examine.channels import conditions_cited, conditions_said, passed_through
from assay.examine.dependents import dependents, hand_on
from assay.examine.hearsay import with_hearsay
from assay.examine.identity import Identity
from assay.examine.routes import depends_on
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
    if not understood:
        return case
    kept, fallen = _parted(case, understood)
    claims = {case.statements[id_].claim for id_ in (*kept, *fallen)}
    statements = {**case.statements, **kept}
    for id_ in fallen:
        del statements[id_]
    people = [_struck_people(case, selector) for selector in understood]
    fell = case.struck | fallen
    judgements = tuple(
        judgement
        for judgement in case.judgements
        if not any(_judgement_falls(case, judgement, *one, fell) for one in zip(understood, people, strict=True))
    )
    left = case.with_statements(
        statements,
        claims,
        judgements=judgements,
        searches=tuple(search for search in case.searches if not any(search.person in struck for struck in people)),
        struck=fell,
        struck_claims=case.struck_claims | {case.statements[id_].claim for id_ in fallen},
    )
    hand_on(case, left)
    return left


def _parted(case: Case, selectors: Sequence[Selector]) -> tuple[dict[str, Statement], set[str]]:
    """Return the statements that stay without some of their citations or their target, and the ids of those that fall.

    Once a citation is gone, what weighs on those that are left may weigh on the whole.
    """
    found = dependents(case)
    tests = [_tests(case, selector) for selector in selectors]
    fallen: set[str] = set()
    kept: dict[str, Statement] = {}
    for id_ in {id_ for selector in selectors for id_ in found.named_by(case, selector)}:
        statement = case.statements.get(id_)
        left = None if statement is None else _left(statement, tests)
        if left is None:
            fallen.add(id_)
        elif left is not statement:
            kept[id_] = left
    fallen &= case.statements.keys()
    for id_ in {at for label in fallen for at in found.aiming_at(label)} & case.statements.keys() - fallen:
        kept[id_] = structs.replace(kept.get(id_, case.statements[id_]), target=None)
    return kept, fallen


def _left(statement: Statement, tests: Sequence[tuple[Falls, FallsCite]]) -> Statement | None:
    """Return what is left of a statement: all of it, fewer citations, or nothing."""
    while True:
        cites = tuple(cite for cite in statement.cites if not any(falls(statement, cite) for _, falls in tests))
        if any(falls(statement) for falls, _ in tests) or (statement.cites and not cites):
            return None
        if len(cites) == len(statement.cites):
            return statement
        statement = structs.replace(statement, cites=cites)


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
        if is_struck(depends_on(case, statement)):
            return True
        return statement.record is not None and is_struck(passed_through(case, statement.record))

    def falls_cite(statement: Statement, cite: Citation) -> bool:
        del statement
        return is_struck(passed_through(case, cite.source))

    return falls, falls_cite


def _judgement_falls(
    case: Case, judgement: Judgement, selector: Selector, struck: frozenset[str], fallen: frozenset[str]
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
