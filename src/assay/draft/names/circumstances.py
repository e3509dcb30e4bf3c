"""What stands right beside a name and says that somebody is meant by it, or a town, a firm, a ship.

Nothing is decided here: a hint is added to those of all other places where the name stands. Only where a name is a part
of a thing's name (*the Berg sawmill*) is it no mention of a person, whatever it is elsewhere.
"""

import re

from assay.draft.names.words import BODIES, PLACE_HEADS, PLACE_SORTS, THING_SORTS
from assay.voices.lexicon import is_person

THING = -3.0
"""A hint so strong that no person is meant at this place."""
_REACH = 60
_SELF = re.compile(r",?\s+(?:himself|herself)\b")
_WHO = re.compile(r",\s+(?:who|whose|whom)\b")
_AGED = re.compile(r",\s+(?:aged\s+)?(?:[1-9]\d|[a-z]+ty(?:-[a-z]+)?)(?:\s+years\s+old)?,|\s+\((?:aged\s+)?[1-9]\d\)")
_APPOSED = re.compile(r",\s+(?:an?|the|his|her|my|our|their|then|now)\s+((?:[a-z]+(?:-[a-z]+)*\s*){1,4})")
_ROLE = re.compile(r"\b([a-z]+)(?:\s+(?:of|for|in|at)\s+(?:the\s+)?[\w-]+(?:\s+[\w-]+)?)?,\s+$")
_FOND = re.compile(r"\b(?:old|young|poor|dear|little)\s+$")
_ALIVE = re.compile(
    r",?\s+(?:(?:had|has|never|also|then|later|only|just)\s+)?(?:smiled|died|dies|married|wept|cried|laughed|smoked|slept|sat|rose|"
    r"stood up|ate|drank|wore|wears|nodded|nods|shrugged|shrugs|smiles|laughs|sighed|sighs|was\s+born|was\s+arrested)\b"
)
_ASKED = re.compile(r"[,”\"’']\s+(?:says|recalls|remembers|recalled|remembered|asks|asked|replied|replies|adds)\s+$")
_SORTED_PLACE = re.compile(rf"\b(?:{'|'.join(sorted(PLACE_SORTS))})\s+(?:of|called|named)\s+[\"“‘]?$")
_SORTED_THING = re.compile(rf"\b(?:{'|'.join(sorted(THING_SORTS))}),?\s+(?:(?:called|named)\s+)?[\"“‘*_]?$")
_MEMBER = re.compile(r"\b(?:member|delegate|candidate)\s+for\s+$")
_CAME = re.compile(
    r"\b(?:(?:man|men|woman|women|boy|boys|girl|girls|people|road|train|bus|ferry|home|away|back|here|down|up|over|moved|"
    r"(?:walked|drove|travelled|traveled|fled|sailed|went|going)(?:\s+\w+)?)\s+(?:from|to)|arrived\s+in|left\s+for|born\s+in|people\s+of)\s+$"
)
_DATELINE = re.compile(
    r",?\s+(?:[1-3]?\d(?:st|nd|rd|th)?\s+[A-Z][a-z]+|[A-Z][a-z]+\s+[1-3]?\d(?:st|nd|rd|th)?),?\s+1[5-9]\d\d\b"
)
_LINE = re.compile(r"(?:^|\n)[ \t]*$")
_OFFICE = re.compile(
    r"\b(?:[Mm]inister|[Mm]inistry|[Ss]ecretary|[Dd]irector|[Dd]epartment|[Cc]ommissioner|[Pp]rofessor|[Bb]ureau|[Oo]ffice|[Rr]egistrar|"
    r"[Cc]ontroller|[Ff]aculty|[Ii]nstitute)\s+(?:\w+\s+)?(?:of|for)\s+(?:the\s+)?$"
)
_JUDGE = re.compile(r"\s+(?:C\.?J|J|J\.?A|JSC|LJ|QC|KC)\b\.?\s?[),]")
_AGAINST = re.compile(r"\sv\.?\s[A-Z]")
_AGAINST_WHOM = re.compile(r"\sv\.?\s+(?:[Hh]eirs\s+of\s+)?$")
_MADE = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:mills?|factory|factories|sawmill|works|shipyard|brewery|colliery|mines?|bridge|farm|estate|valley|hospital|"
    r"hotel|bakery|company|firm|shop|bank|famine|flood|massacre|earthquake|river|dam|reservoir|school|prison|camp|families|people|community|clan)\b"
)
_OF_BODY = re.compile(r"\s(?:[A-Z]\w+\s)?([A-Z]\w+)")
_FROM = re.compile(r"\b([a-z]+)\s+from\s+$")
_IMPRINT = re.compile(r"(?:\s(?:and|&)\s[A-Z]\w+)?,\s[A-Z]\w+,\s(?:1[5-9]|20)\d\d\)")
_TOWN = re.compile(r"\([A-Z]\w+[,:]\s$")
_YEAR = re.compile(r"(?:\s(?:and|&)\s[A-Z]\w+)?,\s(?:1[5-9]|20)\d\d[),]")
_BLOC = re.compile(r"\s(?:[Gg]roup|[Bb]loc|[Ff]action|[Oo]pposition|[Pp]latform|[Cc]ent(?:er|re))\b")
_THE = re.compile(r"\b[Tt]he\s+$")


def hint(body: str, start: int, end: int, words: tuple[str, ...]) -> float:
    """Say how much speaks for a person (above 0) or for something else (below) right beside a name."""
    before, after = body[max(0, start - _REACH) : start], body[end : end + _REACH]
    if _is_of_thing(before, after, words):
        return THING
    is_told = _SELF.match(after) or _WHO.match(after) or _AGED.match(after) or _is_apposed(after)
    found = 2.0 * bool(is_told)
    found += 2.0 * bool((role := _ROLE.search(before)) and is_person(role[1]))
    found += bool(_FOND.search(before)) + 1.5 * bool(_ALIVE.match(after)) + 2.0 * bool(_ASKED.search(before))
    found += 2.0 * bool(_JUDGE.match(after) or _AGAINST.match(after) or _AGAINST_WHOM.search(before))
    is_home = bool((whose := _FROM.search(before)) and is_person(whose[1]))
    return found - 1.5 * (bool(_CAME.search(before)) or is_home)


def _is_of_thing(before: str, after: str, words: tuple[str, ...]) -> bool:
    """Say whether the name is a place's or a thing's here: *the town of Berg*, *the Berg sawmill*, *Berg, 3 May*."""
    if len(words) > 1 and words[0] in PLACE_HEADS:
        return True
    if _SORTED_PLACE.search(before) or _SORTED_THING.search(before) or _MEMBER.search(before) or _OFFICE.search(before):
        return True
    if _THE.search(before) and _MADE.match(after):
        return True
    if len(words) > 1 and (body := re.match(r"\s([A-Z]\w+)", after)) and body[1] in BODIES:
        return True
    if before.endswith((" at ", " in ")) and (body := _OF_BODY.match(after)) and body[1] in BODIES:
        return True
    if "-" in words[-1] and _BLOC.match(after):
        return True
    if (before.endswith("(") and _IMPRINT.match(after)) or (_TOWN.search(before) and _YEAR.match(after)):
        return True  # a publisher: *(Berg and Lund, Oslo, 1931)*
    return bool(_LINE.search(before) and _DATELINE.match(after))


def _is_apposed(after: str) -> bool:
    """Say whether what somebody is stands behind the name: *Berg, a retired carpenter*."""
    match = _APPOSED.match(after)
    if match is None:
        return False
    words = re.split(r"\b(?:of|in|at|from|on|for|to|with|where)\b", match[1])[0].split()
    return bool(words) and is_person(words[-1])
