"""To whom something is said: *told Berg*, *wrote to Berg*, *in a letter to Berg*, *turned to the judges and said*."""

from collections.abc import Iterator

from assay.draft.sayings.answering import asked_by
from assay.draft.sayings.reports import Report, has
from assay.draft.sayings.words import GATHERINGS, HEARING, NOT_TO, THINGS_SAID, TOLD
from assay.voices.clauses import ASKING
from assay.voices.grammar import Sentence
from assay.voices.lexicon import WORDS_OF, is_somebody

_WITH = frozenset({"conversation", "interview", "talk", "meeting"})
_ADDRESSED = frozenset({"address", "send", "write", "deliver", "hand", "give", "make", "submit", "present"})
_SITTINGS = frozenset({"session", "sitting", "hearing", "trial"})
_WIRING = frozenset({"cable", "telegraph", "wire", "telephone", "phone", "write"})
_TURNING = frozenset({"turn", "appeal", "speak", "write", "call", "go", "shout"})
_FACING = frozenset({"address", "telephone", "phone", "ring", "interrupt", "greet"})
_SPEAKING = ASKING | {"speak", "appear", "rise", "testify"}
_TO = frozenset({"to", "before"})
_AT = frozenset({"at", "before", "to"})
_SIDE_BY_SIDE = frozenset({"conj", "advcl", "xcomp"})
_NO_HEARER = frozenset(
    {"truth", "lie", "story", "tale", "time", "way", "news", "secret", "joke", "something", "everything"}
)


def hearers(sentence: Sentence, report: Report) -> Iterator[int]:
    """Yield the words for those to whom a report is told."""
    yield from report.to
    seen = set(report.to)
    for number in _all(sentence, report):
        outside = not report.content[0] <= number < report.content[1]
        if number not in seen and outside and number != report.doer:
            seen.add(number)
            yield number
            yield from (other for other in sentence.below(number, "conj") if _can_hear(sentence, other))


def _all(sentence: Sentence, report: Report) -> Iterator[int]:
    yield from _told(sentence, report.teller)
    yield from (number for number in _likely(sentence, report) if _can_hear(sentence, number))
    yield from _at(sentence, report)


def _likely(sentence: Sentence, report: Report) -> Iterator[int]:
    words = sentence.words
    teller = words[report.teller]
    if teller.lemma in _WIRING:
        yield from (one for one in sentence.below(report.teller, "dobj", "dative") if words[one].pos == "PROPN")
    if teller.lemma not in NOT_TO and teller.lemma not in HEARING:
        yield from _behind(sentence, report.teller, _TO)
    yield from _turned_to(sentence, report.teller)
    for number, word in enumerate(words):
        if report.content[0] <= number < report.content[1]:
            continue
        if word.lemma in _SITTINGS and word.dep == "pobj":
            yield from _behind(sentence, number, frozenset({"of"}))  # *at a session of the council*
        if word.pos in {"NOUN", "PROPN"} and (word.lemma.lower() in WORDS_OF or word.lemma in _WITH):
            yield from _written_to(sentence, number, report)
    yield from asked_by(sentence, report)


def _told(sentence: Sentence, verb: int) -> Iterator[int]:
    """*Told the crew that*, *informed the tenants of it*: whoever stands there, though the noun is in no list."""
    words = sentence.words
    if words[verb].lemma not in TOLD:
        return
    tells = has(sentence, verb, "ccomp", "prep", "dative")
    for number in sentence.below(verb, "dobj", "dative", "iobj", "nsubjpass"):
        is_noun = words[number].pos == "NOUN" and words[number].lemma not in _NO_HEARER | THINGS_SAID
        if _can_hear(sentence, number) or (tells and is_noun and words[number].dep != "nsubjpass"):
            yield number


def _turned_to(sentence: Sentence, teller: int) -> Iterator[int]:
    """*Turned to the judges and stated*, *addressing the crowd, he said*."""
    words = sentence.words
    beside = [*sentence.below(teller, *_SIDE_BY_SIDE)]
    if words[teller].dep in _SIDE_BY_SIDE:
        beside.append(words[teller].head)
    for verb in beside:
        if words[verb].lemma in _TURNING:
            yield from _behind(sentence, verb, _TO)
        if words[verb].lemma in _FACING:
            yield from sentence.below(verb, "dobj")


def _written_to(sentence: Sentence, noun: int, report: Report) -> Iterator[int]:
    """*A letter to Berg*, *a letter sent to Berg*, *sent a letter to Berg in which*, *a talk with Berg*."""
    words = sentence.words
    yield from _behind(sentence, noun, frozenset({"with"}) if words[noun].lemma in _WITH else frozenset({"to"}))
    behind = [noun + 1] if noun + 1 < len(words) and words[noun + 1].pos == "VERB" else []
    for clause in dict.fromkeys([*sentence.below(noun, "acl", "relcl"), *behind]):
        if words[clause].lemma in _ADDRESSED:
            yield from _behind(sentence, clause, _TO)
    sending = words[noun].head
    if words[noun].dep == "dobj" and words[sending].lemma in _ADDRESSED and report.teller >= sending:
        is_sender = report.doer is None or words[report.doer].pos == "PRON" or report.doer == sentence.doer(sending)
        yield from _behind(sentence, sending, _TO) if is_sender else ()


def _at(sentence: Sentence, report: Report) -> Iterator[int]:
    """*At the spring congress she declared*: those who meet are told it."""
    words = sentence.words
    for number, word in enumerate(words):
        if word.lemma.lower() not in GATHERINGS - _SITTINGS:
            continue
        is_joined = word.dep == "conj" or (word.pos == "PROPN" and word.dep == "compound")  # *the Plenum Berg said*
        link = words[words[word.head].head if is_joined else word.head]
        meets = link.dep == "prep" and link.text.lower() in _AT
        speaks = link.head == report.teller or words[link.head].lemma in _SPEAKING
        within = report.content[0] <= link.head < report.content[1]
        if meets and speaks and not within and report.teller in {link.head, *sentence.above(link.head)}:
            yield number


def _behind(sentence: Sentence, number: int, links: frozenset[str]) -> Iterator[int]:
    for preposition in sentence.below(number, "prep", "dative"):
        if sentence.words[preposition].text.lower() in links:
            yield from sentence.below(preposition, "pobj")


def _can_hear(sentence: Sentence, number: int) -> bool:
    word = sentence.words[number]
    if word.pos == "PRON":
        return word.text.lower() in {"him", "her", "them", "me", "us", "he", "she", "they", "i", "we"}
    is_called = any(sentence.words[one].pos == "PROPN" for one in sentence.below(number, "appos"))  # *his mate Finn*
    return word.pos == "PROPN" or (word.pos == "NOUN" and (is_called or is_somebody(word.lemma)))
