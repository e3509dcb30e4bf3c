"""Aliases in one document: where a way of saying it fits, and both sides are names."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from assay.draft.aliases.called import CALLED
from assay.draft.aliases.parts import Way
from assay.draft.aliases.patterns import BORN, SECOND_PAIR, UNCALLED, WAYS
from assay.draft.document import Document
from assay.draft.names.firsts import FIRST_NAMES
from assay.draft.names.resolving import Mention
from assay.draft.names.spelling import misread, plain, sound
from assay.draft.names.words import BODIES, NEVER, PEOPLES, PLACES, TITLES
from assay.model.location import Span
from assay.quotation.lexicon import known_words
from assay.voices.lexicon import is_person

_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.\s?)+")
_PATRONYMIC = re.compile(r"\w+\s\w+(?:ovich|evich|ovna|evna|ich)")
_ENDS = re.compile(r"[.!?][\"'”’)]*\s+(?=[A-Z\"“(])")
_NAMING = re.compile(r"\b(?:known|called|named|nicknamed|dubbed|christened)\b")
_ANTECEDENT = re.compile(
    r"\b(?:an?|the|his|her|its|their|this|that)\s(?:[\w-]+\s){0,2}?([a-z-]+),?\s(?:(?:which|that)\s)?"
    r"(?:(?:was|is|were|had\sbeen)\s)?"
    r"(?:[a-z]+ly\s|later\s|also\s|better\s|soon\s)?(?:known|called|named|nicknamed|dubbed|christened)\b(?!\s(?:him|her))"
)
_ANOTHER = re.compile(
    r"\b(?:and|with|by|to|of|from|for|against)\s(?:an?|the|his|her)\s(?:[\w-]+\s){0,2}?[a-z-]+,?\s"
    r"(?:who\s\w+\s)?(?:[a-z]+ly\s|later\s|also\s|better\s)?(?:known|called|named|nicknamed|dubbed|christened)\b"
)
_OF = re.compile(r"\b([a-z]+)\sof\s$")
_CLOSE = 24
_SENTENCE = 400
_BY_FAR = 10
_DESCRIPTIONS = frozenset(
    {"Old", "Man", "Boss", "Master", "Leader", "Father", "Chief", "Uncle", "Little", "Big", "Iron"}
)


class Found(Struct, frozen=True):
    """A passage of the body that says that `alias` stands for `person`, who is `id` in the register."""

    span: Span
    alias: str
    alias_at: Span
    person: str
    id: str
    rule: str
    scope: Span
    """Where the name surely means him: the quotation, or the paragraph, in which this is said."""


class _Known(Struct, frozen=True):
    """The names of persons in a document by where they end, and how often each surname stands in it."""

    by_end: Mapping[int, Mention]
    counts: Mapping[str, int]


def aliases(document: Document, mentions: Sequence[Mention]) -> tuple[Found, ...]:
    """Find every passage that says that a name stands for another person's, in order."""
    by_end = {mention.sighting.end: mention for mention in mentions}
    counts: dict[str, int] = {}
    for mention in mentions:
        counts[plain(mention.sighting.last)] = counts.get(plain(mention.sighting.last), 0) + 1
    known = _Known(by_end, counts)
    taken: list[Found] = []
    for way in WAYS:
        at = 0
        while (match := way.pattern.search(document.body, at)) is not None:
            found = _read(document, way, match, mentions, known)
            at = match.start() + 1 if found is None else match.end()  # a nearer name may be the right one
            is_second = way.rule == SECOND_PAIR  # it says something of its own in the words of the first
            if found is not None and (is_second or not any(_crosses(found.span, other.span) for other in taken)):
                taken.append(found)
    return tuple(sorted(taken, key=lambda found: found.span))


def _crosses(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _read(
    document: Document, way: Way, match: re.Match[str], mentions: Sequence[Mention], known: _Known
) -> Found | None:
    by_end, counts = known.by_end, known.counts
    alias = match.span("alias")
    person = (
        match.span("person")
        if "person" in way.pattern.groupindex
        else _before(document.body, mentions, match.start(), near=way.near)
    )
    if way.rule in _BY_BRACKETS:  # whose name is the usual one is the person, if it is so by far
        often, seldom = _times(match["alias"], counts), _times(match["person"], counts)
        if often > seldom * (1 if way.usual_first else _BY_FAR):
            person, alias = alias, person
    body = document.body
    whose = _mention(by_end, body, person)
    if whose is None and way.rule == UNCALLED:  # the two names were read as one person's
        whose = next((one for one in mentions if one.form.last == match["person"]), None)
    name = " ".join(body[alias[0] : alias[1]].split())
    called = " ".join(body[person[0] : person[1]].split())
    if whose is not None and "-" in called and called.endswith(f"-{whose.form.last}"):
        called = whose.form.last  # *Judas-Lindqvist*
    is_born = way.rule == BORN and plain(name.split()[-1]) != plain(called.split()[-1])
    if whose is None or (not is_born and _is_same(name, called, whose)) or not _can_name(name, way, body, alias[0]):
        return None
    if way in CALLED and _is_somebody_else(_mention(by_end, body, alias), mentions):
        return None
    if way.usual_first and (_mention(by_end, body, alias) is None or not _is_surname(name)):
        return None
    if _says_of_thing(body, person[0], body[person[1] : alias[0]]):
        return None
    has_person = "person" in way.pattern.groupindex
    is_one = way.quoted_only or way.may_end or not has_person
    if not is_one and _ENDS.search(body, min(person[1], alias[1]), max(person[0], alias[0])):
        return None
    voices = list(document.speakers_at(alias[0]))
    if way.quoted_only and not any(voice.is_said and voice.quoted.setting in ("marks", "block") for voice in voices):
        return None
    around = next((voice.quoted.span for voice in voices if voice.is_said), None)
    scope = around or _paragraph(document, alias[0])
    start = min(alias[0], match.start())
    return Found(Span(start, match.end()), name, Span(*alias), called, whose.person, way.rule, scope)


def _is_somebody_else(other: Mention | None, mentions: Sequence[Mention]) -> bool:
    """Say whether what looks like a nickname is the name of somebody whom the document names in full."""
    return other is not None and any(one.form.given and one.person == other.person for one in mentions)


def _says_of_thing(body: str, at: int, between: str) -> bool:
    """Say whether not the person is called so but something of his: *Berg led a group called the Foxes*."""
    if _ANOTHER.search(between):
        return True
    antecedents = [*_ANTECEDENT.findall(between)]
    owned = _OF.search(body, max(0, at - _CLOSE), at)
    if owned is not None and owned[1] != "name" and _NAMING.search(between):
        antecedents.append(owned[1])
    return any(not is_person(noun) for noun in antecedents)


def _before(body: str, mentions: Sequence[Mention], at: int, *, near: bool) -> tuple[int, int]:
    """Return where the person stands whom a pronoun may mean: whom the sentence before names first, else last."""
    starts = [max(0, at - _SENTENCE), *(end.end() for end in _ENDS.finditer(body, max(0, at - _SENTENCE), at + 1))]
    before = starts[-2] if len(starts) > 1 else starts[0]
    named = [mention.sighting for mention in mentions if before <= mention.sighting.start < at]
    here = [one for one in named if near and one.start >= starts[-1]]
    first = next(iter((*here, *named)), None)
    return (0, 0) if first is None else (first.start, first.end)


def _times(name: str, counts: Mapping[str, int]) -> int:
    return counts.get(plain(re.split(r"[\s-]", name)[-1]), 0)


def _mention(by_end: Mapping[int, Mention], body: str, place: tuple[int, int]) -> Mention | None:
    """Return the person's name that ends where a name of the pattern does, a possessive aside."""
    start, end = place
    for at in (end, start + len(re.sub(r"['’]s?$", "", body[start:end]))):
        mention = by_end.get(at)
        if mention is not None and mention.sighting.start >= start - 1:
            return mention
    return None


def _paragraph(document: Document, at: int) -> Span:
    for paragraph in document.paragraphs:
        if paragraph.start <= at < paragraph.end:
            return Span(paragraph.start, paragraph.end)
    return Span(at, at)


def _is_same(alias: str, person: str, whose: Mention) -> bool:
    """Say whether two names are one name, written otherwise, or a first name beside a surname: these are no aliases."""
    one, other = {plain(word) for word in alias.split()}, {plain(word) for word in person.split()}
    if one & other or plain(alias) in plain(person) or plain(person) in plain(alias):
        return True
    last = alias.rsplit(maxsplit=1)[-1]
    usual = whose.form.last or whose.form.words
    return sound(last) == sound(usual) or misread(last, usual)


def _can_name(name: str, way: Way, body: str, at: int) -> bool:
    """Say whether words can be somebody's alias: a name or nickname, and no title, place, body, people or initials."""
    words = name.split()
    is_quoted = bool(re.search(r"[\"“”‘'*_](?:[Tt]he\s)?$", body[max(0, at - len('the "')) : at]))
    if is_quoted and way.rule not in _BY_BRACKETS:
        return words[-1] not in PLACES | PEOPLES
    if _INITIALS.fullmatch(name) or _PATRONYMIC.fullmatch(name):
        return False
    if all(word in TITLES or (word in NEVER and word not in _DESCRIPTIONS) for word in words):
        return False
    if words[-1] in BODIES | PLACES | PEOPLES or (len(words) == 1 and words[0] in NEVER | TITLES):
        return False
    if (way.rule in _BY_BRACKETS or way in CALLED) and len(words) == 1 and words[0] in FIRST_NAMES:
        return False
    if way.rule not in _BY_BRACKETS or not all(plain(word) in known_words("en") for word in words):
        return True
    return bool(set(words) & _DESCRIPTIONS) or is_quoted


_BY_BRACKETS = frozenset(
    {
        "a signed insertion names somebody",
        "an insertion into quoted words names somebody",
        "a name in brackets behind a name",
    }
)


def _is_surname(name: str) -> bool:
    return not name.rsplit(maxsplit=1)[-1].endswith("'s")


def rebound(mentions: Iterable[Mention], found: Sequence[Found], is_other: Mapping[str, bool]) -> Iterator[Mention]:
    """Let names mean whom the document says that they stand for.

    Where nobody else is called so, everywhere in it; where somebody is (`is_other`, by folded name), only in the
    quotation or paragraph that says it.
    """
    from msgspec import structs  # noqa: PLC0415 - beside its only use

    by_name: dict[str, list[Found]] = {}
    for one in found:  # a maiden name is the whole family's
        by_name.setdefault(plain(one.alias), []).append(one)
    for mention in mentions:
        name = plain(mention.form.words)
        here = [one for one in by_name.get(name, ()) if one.scope.start <= mention.sighting.start < one.scope.end]
        at = mention.sighting.start
        here = [one for one in here if one.rule != BORN or one.span.start <= at < one.span.end]
        if not here and not is_other.get(name, False):
            here = [one for one in by_name.get(name, []) if one.rule != BORN]
        if not here:
            yield mention
            continue
        nearest = min(here, key=lambda one: abs(one.span.start - mention.sighting.start))
        yield structs.replace(mention, person=nearest.id, rule="alias: the document says whose name it is")
