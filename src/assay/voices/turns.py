"""Two who speak by turns, paragraph by paragraph, and are not named each time.

Whoever is named anywhere in the exchange has every second paragraph before and behind it, and the other of the two has
the rest. That is our inference, shown as such; where the other one is named nowhere, those turns are nobody's.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from assay.voices.beside import Found
from assay.voices.people import is_same
from assay.voices.stretches import Stretch

_NUMBER = re.compile(r"[\s(]*(?:\d{1,3}[.)]?)?\s*")
_SHE_SAID = re.compile(r"\W*(?:(?:he|she) (?:\w+ly )?(?:had |would )?[a-z]+|[a-z]+ (?:he|she))\b")
_I_SAID = re.compile(r"\W*(?:I (?:\w+ly )?(?:had |would )?[a-z]+|[a-z]+ I)\b")
_FEWEST = 2  # paragraphs
_AUTHOR = ""
_TURN = "by turns with whoever is named near by"
_OTHER = Found(None, "none", "the other of two who speak by turns, and is not named")


class Turn(Struct, frozen=True):
    """A paragraph in which somebody speaks: its quotations, and what stands beside the first of them."""

    quotes: tuple[int, ...]
    is_bare: bool
    """Whether there is nothing else in the paragraph."""
    is_by_pronoun: bool
    is_by_author: bool
    is_opening: bool
    """Whether it only ends with a quotation: an exchange can begin with it, and no more."""
    asks: bool


def turn(stretch: Stretch, said: frozenset[int], asks: frozenset[int]) -> Turn | None:
    """Read a paragraph as a turn, where it begins with whole sentences of somebody, or ends with them."""
    heard = [one for one in stretch.stand_ins if one.quote in said]
    if not heard:
        return None
    begins = _NUMBER.fullmatch(stretch.text, 0, heard[0].start) is not None
    rest = stretch.text[heard[0].end :]
    if not begins and (heard[-1].is_woven or re.search(r"\w", stretch.text[heard[-1].end :])):
        return None
    return Turn(
        tuple(one.quote for one in heard),
        begins and not re.search(r"\w", rest),
        begins and _SHE_SAID.match(rest) is not None,
        begins and _I_SAID.match(rest) is not None,
        not begins,
        any(one.quote in asks for one in heard),
    )


def by_turns(turns: Sequence[Turn], found: Mapping[int, Found], before: Sequence[str]) -> Iterator[tuple[int, Found]]:
    """Yield the quotations of an exchange that are somebody's by its order; `before` are who may be the other one.

    `found` says who was found for each so far.
    """
    named = [_named(one, found) for one in turns]
    if not _is_exchange(turns, named):
        return
    for number, one in enumerate(turns):
        if not one.is_bare and not (one.is_by_pronoun and _contradicts(found[one.quotes[0]].name, number, named)):
            continue
        whose = _whose(number, named, before)
        if whose is not None:
            for quote in one.quotes:
                yield quote, whose


def _is_exchange(turns: Sequence[Turn], named: Sequence[str | None]) -> bool:
    """Say whether somebody asks, or two are named: quotations one below the other may all be one person's."""
    known = [name for name in named if name is not None]
    are_two = any(not is_same(name, known[0]) for name in known)
    is_one = any(one.asks for one in turns) or are_two
    return len(turns) >= _FEWEST and is_one and any(one.is_bare for one in turns)


def _named(one: Turn, found: Mapping[int, Found]) -> str | None:
    """Return who is named as speaking in a turn; the author's *I* is a name as well."""
    if one.is_by_author:
        return found[one.quotes[0]].name or _AUTHOR
    first = found[one.quotes[-1 if one.is_opening else 0]]
    is_named = first.certainty in {"explicit", "anaphoric"} and not one.is_by_pronoun
    return first.name if is_named else None


def _contradicts(name: str | None, number: int, named: Sequence[str | None]) -> bool:
    """Say whether a pronoun was taken for somebody who speaks in the turn before or behind, or for nobody."""
    beside = (*named[max(0, number - 1) : number], *named[number + 1 : number + 2])
    return name is None or any(other is not None and is_same(other, name) for other in beside)


def _whose(number: int, named: Sequence[str | None], before: Sequence[str]) -> Found | None:
    """Return whose turn it is, counting from the nearest at which somebody is named."""
    anchors = [at for at, name in enumerate(named) if name is not None]
    if not anchors:
        return None
    nearest = min(anchors, key=lambda at: (abs(at - number), at))
    name = named[nearest]
    if (nearest - number) % 2:
        others = [named[at] for at in sorted(anchors, key=lambda at: abs(at - number))]
        known = (other for other in (*others, *before) if other is not None)
        name = next((other for other in known if not is_same(other, name)), _AUTHOR)
    return Found(name, "carried", _TURN) if name else _OTHER
