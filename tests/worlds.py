"""Small invented worlds, drawn at random, in the casebook language."""

from hypothesis import strategies as st
from msgspec import structs

from assay.model.case import Case, Likeness

PEOPLE = ("ann", "bob", "cid", "dot", "eve", "fay")
GROUPS = {"club": ("ann", "bob"), "guild": ("cid", "club")}
EVERYBODY = (*PEOPLE, *GROUPS)
CLAIMS = ("c1", "c2", "c3", "c4")
WORKS = ("w1", "w2", "w3", "w4")

REGISTER = "\n".join(
    [
        *(f'person {name} "{name.title()}"' for name in PEOPLE),
        *(f'group {name} "{name.title()}"\n  members: {", ".join(members)}' for name, members in GROUPS.items()),
        'place town "Town"',
        'place inn "Inn"\n  in: town',
        'place port "Port"',
        'source w1 "W1"\n  by: eve\n  held: no',
        'source w2 "W2"\n  by: fay\n  in: w1 p. 1\n  held: no',
        'source w3 "W3"\n  held: no\n  under: torture by guild per c4',
        'source w4 "W4"\n  from: w3\n  held: no',
    ]
)

_people = st.sampled_from(EVERYBODY)
_dates = st.sampled_from(["1930", "1931-05", "1931-05-03", "1932~", "193X", "../1931", "1931/1933"])


def _maybe(line: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.just("") | line


_facts = st.one_of(
    st.just(""),
    st.builds("  who: {}\n  where: {}\n  when: {}".format, _people, st.sampled_from(["town", "inn", "port"]), _dates),
    st.builds("  event: fire\n  where: {}\n  when: {}".format, st.sampled_from(["town", "inn", "port"]), _dates),
    st.builds("  none: fire\n  where: {}\n  when: {}".format, st.sampled_from(["town", "inn"]), _dates),
    st.builds("  where: inn\n  existed: {}".format, _dates),
    st.builds("  count: {} men\n  when: 1931".format, st.integers(1, 3)),
)
_excludes = _maybe(st.builds("  excludes: {}".format, st.sampled_from(CLAIMS)))
_theme = _maybe(st.builds("  about: {}".format, st.sampled_from(["war", "peace"])))


@st.composite
def claims(draw: st.DrawFn) -> str:
    found = []
    for name in CLAIMS:
        lines = [f'claim {name} "{name.upper()}"', draw(_facts), draw(_theme), draw(_excludes)]
        found.append("\n".join(line for line in lines if line))
    return "\n\n".join(found)


_knows = st.one_of(
    st.sampled_from(["", "  knows: saw", "  knows: unknown", "  knows: from unknown"]),
    st.builds("  knows: from {}".format, _people),
    st.builds("  knows: from {} from {}".format, _people, _people),
    st.builds("  knows: from {} from unknown".format, _people),
)
_under = st.one_of(
    st.sampled_from(["", "", "  despite: interrogation by guild"]),
    st.builds("  under: {} by {} per c4".format, st.sampled_from(["interrogation", "torture", "promise"]), _people),
)
_record = _maybe(st.builds("  in: {}".format, st.sampled_from(WORKS)))
_via = _maybe(st.builds("  via: {}".format, _people))
_interest = st.sampled_from(["", "", "", "  interest: own defence"])
_setting = st.sampled_from(["", "  setting: court", "  setting: letter"])
_act = st.sampled_from(["affirms", "affirms", "affirms", "denies", "denies", "doubts", "omits", "retracts"])


@st.composite
def statement(draw: st.DrawFn, label: str) -> str:
    lines = [f"1931 {draw(_people)} {draw(_act)} {draw(st.sampled_from(CLAIMS))} #{label}"]
    lines += [draw(part) for part in (_knows, _under, _record, _via, _interest, _setting)]
    works = draw(st.lists(st.sampled_from(WORKS), min_size=1, max_size=2, unique=True))
    lines += [f"  cite: {work} p. 1\n    > words" for work in works]
    return "\n".join(line for line in lines if line)


@st.composite
def judgement(draw: st.DrawFn, labels: int) -> str:
    first, second = (f"#s{draw(st.integers(0, labels - 1))}" for _ in range(2))
    head = draw(
        st.sampled_from(
            [
                f"2024 dot accept {draw(st.sampled_from(CLAIMS))}",
                f"2024 dot accept {first}",
                f"2024 dot dependent {first} {second}",
                f"2024 dot independent {first} {second}",
                "2024 dot same ann dot",
            ]
        )
    )
    rests = draw(_maybe(st.just(f"  rests on: {second}")))
    return "\n".join(line for line in (head, "  because: it is so", rests) if line)


@st.composite
def worlds(draw: st.DrawFn, most: int = 7) -> str:
    """A casebook: the register, four claims, up to `most` statements, a few judgements."""
    count = draw(st.integers(1, most))
    parts = [draw(statement(f"s{number}")) for number in range(count)]
    parts += draw(st.lists(judgement(count), max_size=3))
    return "\n\n".join([REGISTER, draw(claims()), *parts])


PAIRS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=3)
"""Which statements are in the same words."""


def in_the_same_words(world: Case, pairs: list[tuple[int, int]]) -> Case:
    """Take it that statements are in the same words, of those on one side of a claim."""
    alike: list[Likeness] = []
    for first, second in (sorted((f"s{a}", f"s{b}")) for a, b in pairs if a != b):
        one, other = world.statements.get(first), world.statements.get(second)
        if one and other and (one.claim, one.act) == (other.claim, other.act):
            alike.append(Likeness(first, second, ("w1", "w2"), "words", 40))
    return structs.replace(world, alike=tuple(alike))


SELECTORS = st.sampled_from(
    [
        *EVERYBODY,
        *WORKS,
        *CLAIMS,
        "under torture",
        "under interrogation",
        "under torture by club",
        "setting court",
        "#s0",
    ]
)
