"""Worlds with clashes planted in them, and near misses that must not be called. Drawn with a stated seed."""

import random
from collections.abc import Callable, Iterator

from msgspec import Struct

REGISTER = """\
source study "A study"
  held: no
source gazette "An Old Style gazette"
  held: no
  calendar: julian
place moscow "Moscow"
  at: 55.75, 37.62
place berlin "Berlin"
  at: 52.52, 13.40
place paris "Paris"
  at: 48.86, 2.35
place prague "Prague"
  at: 50.08, 14.43
place village "The village"
place mill "The mill"
  in: village
place port "The port"
"""


class Plant(Struct, frozen=True):
    """Some claims, each with one statement, and what is to be found among them."""

    kind: str
    claims: tuple[str, ...]
    """Fields of each, with `{0}`, `{1}` ... for the ids of all of them and `{p}` for a person of their own."""
    must: tuple[frozenset[int], ...] = ()
    might: tuple[frozenset[int], ...] = ()
    ways_out: tuple[frozenset[int], ...] = ()
    register: str = ""
    cites: tuple[str, ...] = ()


class World(Struct, frozen=True):
    """A casebook, and what was planted: sets of claims that must clash, that might, and all the ways out, by kind."""

    text: str
    must: tuple[tuple[str, frozenset[str]], ...]
    might: tuple[tuple[str, frozenset[str]], ...]
    quiet: frozenset[str]
    """Claims that clash with nothing."""
    ways_out: tuple[frozenset[frozenset[str]], ...]
    statements: int


def _at(where: str, when: str) -> str:
    return f"who: {{p}}\nwhere: {where}\nwhen: {when}"


_PAIR = (frozenset({0, 1}),)
_ALL = (frozenset({0, 1, 2}),)


def _pairs(year: int) -> Iterator[Plant]:
    """Clashes of two, sure and possible."""
    stood = f"where: {{q}}\nexisted: ../{year - 9}"
    none = f"none: flood {{p}}\nwhere: village\nwhen: {year}/{year + 2}"
    flood = "event: flood {{p}}\nwhere: mill\nwhen: {}"
    yield Plant("existence", (f"where: {{q}}\nwhen: {year}", stood), _PAIR)
    yield Plant("existence, perhaps", (f"where: {{q}}\nwhen: {year - 9}/{year}", stood), (), _PAIR)
    yield Plant("none", (flood.format(f"{year + 1}"), none), _PAIR)
    yield Plant("none, perhaps", (flood.format(f"{year + 2}-06/{year + 3}-02"), none), (), _PAIR)
    yield Plant("two places", (_at("mill", f"{year}-05-03"), _at("port", f"{year}-05-03")), _PAIR)
    yield Plant("two places, perhaps", (_at("mill", f"{year}-05"), _at("port", f"{year}-05-20")), (), _PAIR)
    yield Plant("journey", (_at("moscow", "1812-05-01"), _at("paris", "1812-05-05")), _PAIR)
    yield Plant("journey, perhaps", (_at("moscow", "1812-05-01"), _at("paris", "1812-05-05/1812-05-30")), (), _PAIR)
    yield Plant("counts", (f"count: 30 {{p}}\nwhen: {year}", f"count: 40/50 {{p}}\nwhen: {year}"), _PAIR)
    yield Plant(
        "counts, a part above the whole",
        (f"count: 30 {{p}}\nwhere: mill\nwhen: {year}", f"count: ../20 {{p}}\nwhere: village\nwhen: {year}"), _PAIR,
    )  # fmt: skip
    yield Plant("order", (f"when: {year}-03\nafter: {{1}}", f"when: {year}-04"), _PAIR)
    yield Plant("Old Style", (_at("mill", "1917-10-25"), _at("port", "1917-11-07")), _PAIR, cites=("gazette", "study"))
    yield Plant("assumed", (f"who: {{p}}\nwhen: {year}\nassumes: where {{q}}", stood), (), _PAIR)
    yield Plant("life", (_at("mill", f"{year}"),), (), (frozenset({0}),), register=f"  died: {year - 1}")


def _decoys(year: int) -> Iterator[Plant]:
    """Near misses."""
    stood = f"where: {{q}}\nexisted: ../{year}"
    none = f"none: flood {{p}}\nwhere: village\nwhen: {year}/{year + 2}"
    yield Plant("existence", (f"where: {{q}}\nwhen: {year - 1}-12-31", stood))
    yield Plant("none", (f"event: flood {{p}}\nwhere: mill\nwhen: {year + 3}-01-01", none))
    yield Plant("none, elsewhere", (f"event: flood {{p}}\nwhere: port\nwhen: {year + 1}", none))
    yield Plant("the next day", (_at("mill", f"{year}-05-03"), _at("port", f"{year}-05-04")))
    yield Plant("a place in the other", (_at("mill", f"{year}-05-03"), _at("village", f"{year}-05-03")))
    yield Plant("a journey in time", (_at("moscow", "1812-05-01"), _at("paris", "1812-05-07")))
    yield Plant("counts of other things", (f"count: 30 {{p}}\nwhen: {year}", f"count: 40 {{q}}\nwhen: {year}"))
    yield Plant("counts that meet", (f"count: ~30 {{p}}\nwhen: {year}", f"count: 35/40 {{p}}\nwhen: {year}"))
    yield Plant("a part below the whole", (
        f"count: 20 {{p}}\nwhere: mill\nwhen: {year}", f"count: 20 {{p}}\nwhere: village\nwhen: {year}"))  # fmt: skip
    yield Plant("order on one day", (f"when: {year}-03-05\nafter: {{1}}", f"when: {year}-03-05"))
    yield Plant("Old Style", (_at("mill", "1917-10-25"), _at("port", "1917-10-25")), cites=("gazette", "study"))
    yield Plant("three days for three places", tuple(_at(where, f"{year}-05-0{day}") for where, day in (
        ("mill", 1), ("port", 2), ("moscow", 3))))  # fmt: skip
    yield Plant("a life", (_at("mill", f"{year}-01"),), register=f"  died: {year}-01-31")


def _several(year: int) -> Iterator[Plant]:
    """Clashes of three and more, of which no two clash by order or date alone."""
    days = f"{year}-05-01/{year}-05-02"
    one = tuple(frozenset({at}) for at in range(3))
    pairs = tuple(frozenset(two) for two in ((0, 1), (0, 2), (1, 2)))
    yield Plant("order in a circle", ("after: {2}", "after: {0}", "after: {1}"), _ALL, (), one)
    yield Plant(
        "three places in two days", (_at("mill", days), _at("port", days), _at("moscow", days)), _ALL, pairs, one
    )
    yield Plant(
        "order against dates",
        (f"when: {year}", "after: {0} by at least 12 months", f"when: ../{year}-10-20\nafter: {{1}}"), _ALL, (), one,
    )  # fmt: skip
    yield Plant(
        "order against existence",
        (f"when: {year}", "where: {q}\nafter: {0}", f"where: {{q}}\nexisted: ../{year - 1}"), _ALL, (), one,
    )  # fmt: skip
    yield Plant(
        "order against none",
        (f"when: {year}", f"event: flood {{p}}\nwhen: {year - 1}/{year + 1}\nafter: {{0}}",
         f"none: flood {{p}}\nwhen: {year}-01-01/{year + 1}-12-31"), _ALL, (frozenset({1, 2}),), one,
    )  # fmt: skip
    yield Plant(
        "two conflicts with a stem in common",
        (f"when: {year}-06", "after: {0}", f"when: {year}-02\nafter: {{1}}", f"when: {year}-03\nafter: {{1}}"),
        (frozenset({0, 1, 2}), frozenset({0, 1, 3})), (), (frozenset({0}), frozenset({1}), frozenset({2, 3})),
    )  # fmt: skip


_SORTS: tuple[Callable[[int], Iterator[Plant]], ...] = (_pairs, _decoys, _several)


def world(seed: int, statements: int = 50) -> World:
    """Draw a world of at most so many statements."""
    draw = random.Random(seed)
    plants: list[Plant] = []
    left = statements
    choices = [plant for sort in _SORTS for plant in sort(draw.randint(1925, 1938))]
    draw.shuffle(choices)
    for plant in choices:
        if len(plant.claims) <= left:
            plants.append(plant)
            left -= len(plant.claims)
    return _written(plants, draw)


def _written(plants: list[Plant], draw: random.Random) -> World:
    parts: list[str] = []
    must: list[tuple[str, frozenset[str]]] = []
    might: list[tuple[str, frozenset[str]]] = []
    quiet: set[str] = set()
    ways: list[frozenset[frozenset[str]]] = []
    for number, plant in enumerate(plants):
        ids = [f"c{number}x{at}" for at in range(len(plant.claims))]
        parts += [f'person p{number} "P{number}"\n{plant.register}'.rstrip(), f'place q{number} "Q{number}"']
        for at, (id_, fields) in enumerate(zip(ids, plant.claims, strict=True)):
            body = fields.format(*ids, p=f"p{number}", q=f"q{number}").replace("\n", "\n  ")
            work = plant.cites[at] if plant.cites else "study"
            parts.append(f'claim {id_} "{plant.kind} {at}"\n  {body}')
            parts.append(f"1940 w affirms {id_}\n  cite: {work} p. {number + 1}\n    > words")
        must += [(plant.kind, frozenset(ids[at] for at in members)) for members in plant.must]
        might += [(plant.kind, frozenset(ids[at] for at in members)) for members in plant.might]
        quiet |= set() if plant.must or plant.might else set(ids)
        ways += [frozenset(frozenset(ids[at] for at in way) for way in plant.ways_out)] if plant.ways_out else []
    draw.shuffle(parts)
    text = "\n\n".join([REGISTER, 'person w "A witness"', *parts]) + "\n"
    return World(text, tuple(must), tuple(might), frozenset(quiet), tuple(ways), sum(len(p.claims) for p in plants))


def wild(seed: int, statements: int = 50, people: int = 4) -> str:
    """Draw a world of which everything hangs together: few people, few days, order drawn at random."""
    draw = random.Random(seed)
    parts = [REGISTER, 'person w "A witness"', *(f'person p{number} "P{number}"' for number in range(people))]
    for number in range(statements):
        fields = [f"who: p{draw.randrange(people)}", f"where: {draw.choice(['mill', 'port', 'berlin', 'paris'])}"]
        day, more = draw.randint(1, 24), draw.choice([0, 0, 1, 2, 4])
        fields.append(f"when: 1812-05-{day:02}" + (f"/1812-05-{day + more:02}" if more else ""))
        if number and draw.random() < 0.3:
            fields.append(f"after: c{draw.randrange(number)}")
        parts.append(f'claim c{number} "C{number}"\n  ' + "\n  ".join(fields))
        parts.append(f"1940 w affirms c{number}\n  cite: study p. {number + 1}\n    > words")
    return "\n\n".join(parts) + "\n"
