"""What cannot all be true together, though every two of the claims could.

Everything that claims say of time is laid into one network of days (see `assay.examine.network`), each bound in the
name of those who must be believed for it to hold. What hangs together is searched for all the smallest conflicts. A
conflict *must* be where it needs only claims; where it needs an assumption, a doubtful date or the register, too, it
*might*. That vague dates could also be read so that they clash is not called: among several claims they nearly always
can.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from assay.examine.clashes.bounds import bounds
from assay.examine.clashes.said import Said
from assay.examine.clashes.scene import Scene
from assay.examine.clashes.telling import as_clash, named
from assay.examine.network import Atom, Constraint, Core, Stopped, all_conflicts, is_conflict, solve
from assay.examine.network import Tangle as Conflicts
from assay.model.findings import Clash, Tangle

LARGE = 200
"""Constraints beyond which a component is searched for fewer conflicts."""
MOST_SHOWN = 12
"""Claims beyond which a conflict is too long to be read."""


class Part(Struct, frozen=True):
    """Claims that hang together by what they say of days, and what was found among them."""

    claims: frozenset[str]
    clashes: tuple[Clash, ...] = ()
    tangles: tuple[Tangle, ...] = ()
    limits: tuple[str, ...] = ()
    """Where the search stopped."""


def find(scene: Scene, pairs: Sequence[Clash]) -> Iterator[Part]:
    """Find conflicts of several claims, and the ways out of all that hang together, the pairs known so far included."""
    known = {frozenset(clash.members): clash for clash in pairs}
    said = list(bounds(scene, pairs))
    for component in _components(said):
        claims = frozenset(id_ for one in component for kind, id_ in one.constraint.owners if kind == "claim")
        before, found = len(scene.limits), list(_solved(scene, component, known))
        yield Part(
            claims,
            tuple(one for one in found if isinstance(one, Clash)),
            tuple(one for one in found if isinstance(one, Tangle)),
            tuple(scene.limits[before:]),
        )


def _solved(scene: Scene, component: Sequence[Said], known: dict[frozenset[str], Clash]) -> Iterator[Clash | Tangle]:
    constraints = [one.constraint for one in component]
    match solve(constraints):
        case Core():
            yield from _untangled(scene, component, constraints, known)
        case Stopped():
            members = sorted({id_ for one in constraints for kind, id_ in one.owners if kind == "claim"})
            scene.limits.append(
                f"whether {len(members)} claims can all be true was not settled, since there are too many ways to"
                f" order them: {', '.join(members[:6])} …"
            )


def _untangled(
    scene: Scene, component: Sequence[Said], constraints: Sequence[Constraint], known: dict[frozenset[str], Clash]
) -> Iterator[Clash | Tangle]:
    trials = max(60, 4000 * LARGE // max(LARGE, len(constraints) * len(constraints) // LARGE))
    found = all_conflicts(constraints, trials)
    shown: list[frozenset[Atom]] = []
    for conflict in found.conflicts:
        claims = frozenset(id_ for kind, id_ in conflict if kind == "claim")
        if len(claims) > MOST_SHOWN:
            some = ", ".join(sorted(claims)[:6])
            scene.limits.append(f"{len(claims)} claims cannot all be true together, too many to be shown: {some} …")
        elif not is_conflict(conflict, constraints):
            all_ = ", ".join(sorted(claims))
            scene.limits.append(f"a conflict between {all_} could not be verified, and is not shown")
        else:
            shown.append(conflict)
            already = known.get(claims)
            must = all(kind == "claim" for kind, _ in conflict)
            if len(claims) > 1 and (already is None or (must and not already.must)):
                known[claims] = as_clash(scene, component, conflict)
                yield known[claims]
    if len(found.conflicts) > 1 or not found.complete:
        yield _tangle(scene, found, shown)


def _tangle(scene: Scene, found: Conflicts, shown: Sequence[frozenset[Atom]]) -> Tangle:
    stopped = "" if found.complete else (
        f"the search was stopped after {len(found.conflicts)} conflicts: there may be more, and these sets may not"
        " resolve them all"
    )  # fmt: skip
    claims = {id_ for conflict in shown for kind, id_ in conflict if kind == "claim"}
    ways = tuple(tuple(named(scene, atom) for atom in sorted(way)) for way in found.ways_out)
    return Tangle(tuple(sorted(claims)), len(found.conflicts), ways, stopped)


def _components(said: Sequence[Said]) -> Iterator[list[Said]]:
    """Yield what hangs together: bounds that name an unknown, or somebody, in common. Lone bounds bind nobody."""
    parent: dict[str, str] = {}

    def find_(name: str) -> str:
        while (above := parent.setdefault(name, name)) != name:
            parent[name] = parent.setdefault(above, above)
            name = parent[name]
        return name

    keys = [_claims(one.constraint) for one in said]
    for names in keys:
        for name in names[1:]:
            parent[find_(name)] = find_(names[0])
    groups: dict[str, list[Said]] = {}
    for one, names in zip(said, keys, strict=True):
        groups.setdefault(find_(names[0]), []).append(one)
    for group in groups.values():
        if any(len(one.constraint.owners) > 1 for one in group):
            yield group


def _claims(constraint: Constraint) -> list[str]:
    unknowns = (name.rstrip("<>") for way in constraint.alternatives for edge in way for name in edge[:2] if name)
    claims = (id_ for kind, id_ in constraint.owners if kind != "register")
    return list(dict.fromkeys([*sorted(claims), *unknowns]))
