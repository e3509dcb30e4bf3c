"""Sayings about one thing brought together under a claim, whose title is in the words of the documents.

Sayings are compared by the words of what is said, each weighed by how few sayings have it (idf), and by the persons
named in them. They join where nearly all of the weight is shared, and never by one word alone: two claims for one thing
are put right sooner than one claim for two. Heuristic; each joining says what was shared.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from assay.draft.document import Document
from assay.draft.names.register import slug
from assay.draft.sayings.entries import Book
from assay.draft.sayings.naming import Names
from assay.draft.sayings.saying import Saying
from assay.draft.writing import entry, listed, one_line, titled
from assay.model.proposals import Confidence, Evidence, Proposal
from assay.voices.lexicon import listed as listed_words

_ENOUGH = 0.55  # of the weight of both, in common
_FEWEST = 3  # words in common
_TITLE = 110
_IN_ID = 5
_SHOWN = 8
_SAYS = 4  # words
_SMALL = listed_words(
    """the a an of to in on at by for with from and or but that which who whom whose this these those it its he she they
    him her his their them i we you me my our is are was were be been being had has have having do did does not no nor
    as if than then there when where while what how why would could should will shall may might must can into out up
    about over after before under between against during through also only even very more most such some any all both
    one two other another so because"""
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*|\d[\d.,]*\d|\d")
_NUMBER = re.compile(
    r"\b(?P<about>about|approximately|around|nearly|almost|some)?\s*(?P<number>\d{1,3}(?:,\d{3})+|\d+)"
    r"(?P<scale> (?:thousand|million))?\s+(?P<unit>(?!(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December|per|percent|of|to|and|or|in|at|on|o'clock)\b)[a-z]{3,})",
)
_YEARS = range(1000, 2100)
_SCALES = {"": 1, "thousand": 1000, "million": 1_000_000}


class Topic(Struct):
    """A claim in the making: the sayings that speak to it, and what they share."""

    members: list[int]
    words: Counter[str]
    shared: tuple[str, ...] = ()


def claims(
    document: Document, found: Sequence[Saying], names: Names, book: Book
) -> tuple[dict[int, str], list[Proposal]]:
    """Bring sayings together; return the claim of each by its number, and the claims as entries, in order."""
    bags = [_bag(saying.gist) for saying in found]
    weights = _weights(bags)
    topics = _together(bags, weights)
    counts = {number: count for number, saying in enumerate(found) if (count := count_in(saying.gist)) is not None}
    of_saying: dict[int, str] = {}
    made: list[Proposal] = []
    for topic in topics:
        evidence = [document.evidence(found[number].span) for number in topic.members]
        title = _title(topic, found, names)
        id_ = book.free(_id(title))
        of_saying |= dict.fromkeys(topic.members, id_)
        facts = [("who", _who(topic, found, names)), ("count", _count(topic, counts))]
        made.append(_proposal(f"claim {id_} {titled(title)}", facts, topic, evidence, _conflict(topic, counts)))
    return of_saying, made


def _bag(gist: str) -> Counter[str]:
    """The words of what is said that say something, ends of words taken off."""
    words = (word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(gist))
    return Counter(_stem(word) for word in words if word not in _SMALL and len(word) > 1)


def _stem(word: str) -> str:
    """Take the commonest endings off: *flew*, which is no ending, stays."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > len("abc"):
            return word[: -len(ending)].removesuffix("e")
    return word.removesuffix("e")


def _weights(bags: Sequence[Counter[str]]) -> Mapping[str, float]:
    """Weigh each word by how few sayings have it."""
    having = Counter(word for bag in bags for word in bag)
    return {word: math.log(1 + len(bags) / count) for word, count in having.items()}


def _together(bags: Sequence[Counter[str]], weights: Mapping[str, float]) -> list[Topic]:
    """Join each saying to the topic that it shares most with, if it shares enough with all that are in it."""
    topics: list[Topic] = []
    of_word: dict[str, set[int]] = {}
    for number, bag in enumerate(bags):
        near = Counter(topic for word in bag for topic in of_word.get(word, ()))
        fits = [
            (likeness, -topic)
            for topic, common in near.items()
            if common >= _FEWEST
            and (likeness := min(_likeness(bag, bags[other], weights) for other in topics[topic].members)) >= _ENOUGH
        ]
        if fits:
            joined = topics[-max(fits)[1]]
            joined.members.append(number)
            joined.shared = tuple(word for word in joined.words if word in bag)
            place = -max(fits)[1]
        else:
            topics.append(Topic([number], Counter(bag)))
            place = len(topics) - 1
        for word in bag:
            of_word.setdefault(word, set()).add(place)
    return topics


def _likeness(one: Counter[str], other: Counter[str], weights: Mapping[str, float]) -> float:
    """Return the share of the weight of two sayings' words that both have."""
    common = one.keys() & other.keys()
    if len(common) < _FEWEST:
        return 0.0
    both = sum(weights[word] for word in common)
    return both / (sum(weights[word] for word in one) + sum(weights[word] for word in other) - both)


def _title(topic: Topic, found: Sequence[Saying], names: Names) -> str:
    """Name a claim in the words of its shortest saying that affirms it, cut at a clause; a thing with who said it."""
    affirming = [number for number in topic.members if found[number].act == "affirms"] or topic.members
    shortest = min(affirming, key=lambda number: len(one_line(found[number].gist)))
    words = one_line(found[shortest].gist)
    if len(words.split()) < _SAYS:  # *the charges*, *his guilt*
        whose = listed(dict.fromkeys(one.title for one in names.who(found[shortest].witness)))
        words = f"{words.rstrip(' .,;:!?')} ({whose})"
    if len(words) > _TITLE:
        head = words[:_TITLE]
        cut = max(head.rfind(stop) for stop in (". ", "; ", ", "))
        words = head[:cut] if cut > _TITLE // 3 else head.rsplit(" ", 1)[0] + " …"
    return words[:1].upper() + words[1:].rstrip(" .,;:")


def _id(title: str) -> str:
    words = [word for word in slug(title).split("-") if word not in _SMALL]
    id_ = slug(" ".join(words[:_IN_ID]) or title)
    return id_ if id_.count("-") > 1 else f"{id_}-said"  # a word or two may also be whoever says it


def _proposal(
    head: str, facts: Sequence[tuple[str, str]], topic: Topic, evidence: Sequence[Evidence], note: str
) -> Proposal:
    """Write a claim; where sayings were joined, say what they share."""
    rule, because = "what one saying says", ""
    if len(topic.members) > 1:
        rule = "sayings that share nearly all their words"
        pages = listed(dict.fromkeys(_page(one) for one in evidence))
        because = f"{len(topic.members)} sayings ({pages}) share the words {listed(topic.shared[:_SHOWN])}"
    text = entry(head, [*facts, ("because", because), ("proposed", rule), ("note", note)])
    confidence: Confidence = "carried" if len(topic.members) > 1 else "explicit"
    return Proposal("claims", head.split()[1], text, rule, confidence, tuple(evidence))


def _page(evidence: Evidence) -> str:
    where = evidence.work or evidence.file
    return f"{where} p. {evidence.page}" if evidence.page else where


def _who(topic: Topic, found: Sequence[Saying], names: Names) -> str:
    """Name the persons that all sayings of the topic name."""
    each = [{one.id for one in names.within(found[number].span)} for number in topic.members]
    common = set.intersection(*each) if each else set()
    order = [one.id for one in names.within(found[topic.members[0]].span)]
    return ", ".join(dict.fromkeys(id_ for id_ in order if id_ in common))


def count_in(gist: str) -> str | None:
    """Return a number of something that is said, as the casebook writes counts; None where there is no such.

    >>> count_in("about 30,000 officers were shot"), count_in("in May 1932 they met"), count_in("4 million people")
    ('~30000 officers', None, '4000000 people')
    """
    for match in _NUMBER.finditer(gist):
        number = int(match["number"].replace(",", "")) * _SCALES[(match["scale"] or "").strip()]
        if number in _YEARS and not match["scale"] and "," not in match["number"]:
            continue
        return f"{'~' if match['about'] else ''}{number} {match['unit']}"
    return None


def _count(topic: Topic, counts: Mapping[int, str]) -> str:
    """Return the count on which all sayings of a topic agree."""
    found = {counts[number] for number in topic.members if number in counts}
    return next(iter(found)) if len(found) == 1 else ""


def _conflict(topic: Topic, counts: Mapping[int, str]) -> str:
    """Put figures that disagree side by side."""
    figures = dict.fromkeys(counts[number] for number in topic.members if number in counts)
    return f"the figures differ: {listed(figures)}" if len(figures) > 1 else ""


def figures(found: Sequence[Saying], of_saying: Mapping[int, str]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield units of which different numbers are said, with the counts and the claims that say them."""
    by_unit: dict[str, list[tuple[str, str]]] = {}
    for number, saying in enumerate(found):
        count = count_in(saying.gist)
        if count is not None and number in of_saying:
            by_unit.setdefault(count.split(" ", 1)[1], []).append((count, of_saying[number]))
    for unit, said in by_unit.items():
        if len({count for count, _ in said}) > 1:
            yield unit, said
