"""Who else says so, who has it from whom, which version holds, and do the records bear it out?"""

import itertools
from collections.abc import Iterator, Sequence

from msgspec import structs

from assay.examine.identity import Identity
from assay.examine.questions.asking import Asked, Edit, Inquiry, as_it_is, somebody, with_statement
from assay.examine.strikes import strike
from assay.model.case import Case
from assay.model.dates import UNDATED
from assay.model.entries import Act, Judgement, Knowledge, Statement, Verb
from assay.model.findings import ClaimFinding, Route

_MOST_PAIRS = 6


def ask(scene: Inquiry) -> Iterator[Asked]:
    """Ask of every open claim."""
    for finding in scene.open:
        yield from _independence(scene, finding)
        yield from _versions(scene, finding)
        yield from _records(scene, finding)
        yield from _another(scene, finding)


def _another(scene: Inquiry, finding: ClaimFinding) -> Iterator[Asked]:
    """Ask for a witness more, of whom everything is known that would make him a root."""
    sides: tuple[tuple[Act, tuple[Route, ...]], ...]
    sides = (("affirms", finding.pro.routes), ("denies", finding.contra.routes))
    for act, routes in sides:
        if act == "denies" and finding.standing != "disputed":
            continue
        links = sorted({link.id for route in routes for link in route.links})
        depends = f" and independent of {scene.names(links)}" if links else ""
        words = f"Who else, under no pressure{depends}, {act} {scene.title(finding.id)}?"
        statements = tuple(sorted(route.statement for route in routes if route.claim == finding.id))
        yield Asked("witness", words, (("somebody", _said(finding.id, act)), ("nobody", as_it_is)), statements)


def _said(claim: str, act: Act) -> Edit:
    def edit(case: Case) -> Case:
        case, id_ = somebody(case)
        return with_statement(case, Statement(id_, UNDATED, id_, act, claim, knows=Knowledge("saw")))

    return edit


def _independence(scene: Inquiry, finding: ClaimFinding) -> Iterator[Asked]:
    """Where roots are a range, ask of pairs that may go back to one origin."""
    for side in (finding.pro, finding.contra):
        if side.roots[0] == side.roots[1]:
            continue
        pairs = {
            tuple(sorted((one.statement, other.statement)))
            for one, other in itertools.product(side.routes, repeat=2)
            if one.statement != other.statement and (not one.origin_known or other.statement in one.alike_to)
        }
        for one, other in itertools.islice(sorted(pairs), _MOST_PAIRS):
            yield _pair(scene, finding.id, one, other)


def _pair(scene: Inquiry, claim: str, one: str, other: str) -> Asked:
    first, second = (scene.name(scene.case.statements[id_].witness) for id_ in (one, other))
    words = f"Do {first} (#{one}) and {second} (#{other}) draw on one origin for {scene.title(claim)}?"
    answers = (("yes", _judged("dependent", one, other)), ("no", _judged("independent", one, other)))
    return Asked("independence", words, answers, (one, other))


def _judged(verb: Verb, one: str, other: str) -> Edit:
    def edit(case: Case) -> Case:
        judgement = Judgement(f"{verb} {one} {other}", UNDATED, "", verb, (f"#{one}", f"#{other}"), because="supposed")
        return structs.replace(case, judgements=(*case.judgements, judgement), inherited=None)

    return edit


def _versions(scene: Inquiry, finding: ClaimFinding) -> Iterator[Asked]:
    """Where one witness speaks on both sides, ask which version holds."""
    one = Identity(scene.case).one
    sides: dict[str, dict[str, list[str]]] = {}
    for s in sorted(scene.case.by_claim.get(finding.id, ()), key=lambda s: s.id):
        if s.act in ("affirms", "denies") and not s.aside:
            sides.setdefault(one(s.witness), {}).setdefault(s.act, []).append(s.id)
    for witness, said in sorted(sides.items()):
        if len(said) > 1:
            words = (
                f"{scene.name(witness)} is quoted for and against {scene.title(finding.id)}: which is to be followed?"
            )
            answers = (("that it is so", _striking(said["denies"])), ("that it is not so", _striking(said["affirms"])))
            yield Asked("version", words, answers, (*said["affirms"], *said["denies"]))


def _striking(statements: Sequence[str]) -> Edit:
    return lambda case: strike(case, [f"#{id_}" for id_ in statements])


def _records(scene: Inquiry, finding: ClaimFinding) -> Iterator[Asked]:
    """Where words reach us as somebody's report of a record that is not in hand, ask whether it bears them out."""
    found: dict[str, list[Statement]] = {}
    for s in sorted(scene.case.by_claim.get(finding.id, ()), key=lambda s: s.id):
        record = None if s.record is None else scene.case.sources.get(s.record)
        if record is not None and not record.held and record.file is None and s.act in ("affirms", "denies"):
            found.setdefault(record.id, []).append(s)
    for record_id, reported in sorted(found.items()):
        who = scene.names(dict.fromkeys(s.witness for s in reported))
        look = f"Look into {scene.name(record_id)}, which is not in hand."
        words = f"Did {who} say so, of {scene.title(finding.id)}? {look}"
        ids = tuple(s.id for s in reported)
        yield Asked("record", words, (("yes", _own_words(ids)), ("no", _striking(ids))), ids)


def _own_words(statements: Sequence[str]) -> Edit:
    def edit(case: Case) -> Case:
        for id_ in statements:
            case = with_statement(case, structs.replace(case.statements[id_], words="own"))
        return case

    return edit
