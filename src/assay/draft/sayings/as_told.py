"""Reports in which the telling stands aside: *as she testified, it burned*; *according to her, it burned*."""

from collections.abc import Iterator

from assay.draft.sayings.by_views import VIEW
from assay.draft.sayings.reports import Report, below, has, trimmed
from assay.draft.sayings.words import HOLDING, VERBS
from assay.voices.grammar import Sentence
from assay.voices.lexicon import WORDS_OF, listed

_IN_WORDS = listed(
    """word account testimony version recollection report statement memoir admission telling confession assertion
    reckoning"""
)
_IN_VIEW = listed("view opinion judgment judgement estimation")
SET_IN = "a clause in which somebody's saying is set"
_SHORT = 6  # words of an aside
_OWN = frozenset({"my", "our", "your", "one"})
_SET_IN = frozenset({"ccomp", "parataxis", "advcl"})
_FEWEST = 3  # words that say something


def as_told(sentence: Sentence) -> Iterator[Report]:
    """Find clauses with *as*, and *according to*, and what stands beside them."""
    yield from _as(sentence)
    yield from _aside(sentence)
    yield from _according(sentence)
    yield from _in_words(sentence)


def _as(sentence: Sentence) -> Iterator[Report]:
    words = sentence.words
    for number, word in enumerate(words):
        act = VERBS.get(word.lemma)
        is_as = any(words[mark].text.lower() == "as" for mark in sentence.below(number, "mark", "advmod"))
        if word.pos != "VERB" or act is None or not is_as or word.dep not in {"advcl", "ccomp", "parataxis", "ROOT"}:
            continue
        if has(sentence, number, "ccomp", "dobj", "nsubjpass") or has(sentence, number, "neg"):
            continue
        content = _beside(sentence, below(sentence, number), word.head)
        if content is not None and (doer := sentence.doer(number)) is not None:
            yield Report(number, doer, content, act, "as somebody says")


def _aside(sentence: Sentence) -> Iterator[Report]:
    """*Under such conditions, Lund went on, mills burn*: a subject and its verb of saying between two commas."""
    words = sentence.words
    for number, word in enumerate(words):
        subject = next((one for one in sentence.below(number, "nsubj") if one < number), None)
        act = VERBS.get(word.lemma, "affirms" if word.lemma in HOLDING else None)
        if word.pos != "VERB" or act is None or subject is None or word.dep not in _SET_IN:
            continue
        first, last = min(below(sentence, subject)), number + 1
        is_parted = first > 0 and words[first - 1].text == "," and last < len(words) and words[last].text == ","
        if not is_parted or last - first > _SHORT or has(sentence, number, "ccomp", "dobj", "neg", "mark"):
            continue
        clause = below(sentence, word.head)
        is_within = any(one < first for one in sentence.below(word.head, "nsubj", "nsubjpass"))
        content = trimmed(sentence, min(clause) if is_within else last, max(clause) + 1)
        if content[1] - content[0] >= _FEWEST:
            rule = VIEW if word.lemma in HOLDING else SET_IN
            yield Report(number, sentence.doer(number), content, act, rule)


def _according(sentence: Sentence) -> Iterator[Report]:
    words = sentence.words
    for number, word in enumerate(words):
        if word.text.lower() != "according":
            continue
        if [one.text.lower() for one in words[number + 1 : number + 3]] == ["to", "which"]:
            yield from _according_to_which(sentence, number + 2)
            continue
        to = next(sentence.below(number, "prep"), None)
        object_ = next(sentence.below(to, "pobj"), None) if to is not None else None
        content = _beside(sentence, below(sentence, number), word.head) if object_ is not None else None
        if object_ is not None and content is not None:
            yield Report(number, _source(sentence, object_), content, "affirms", "according to somebody")


def _source(sentence: Sentence, object_: int) -> int:
    """According to whom: whose testimony it is, else what is named itself."""
    owner = sentence.owner(object_)
    is_words = sentence.words[object_].pos == "NOUN" and sentence.words[object_].lemma in WORDS_OF
    return owner if owner is not None and is_words else object_


def _according_to_which(sentence: Sentence, which: int) -> Iterator[Report]:
    """*Her testimony, according to which it burned*: the noun before it is whose, and the rest is what it says."""
    words = sentence.words
    for noun in range(which - 1, -1, -1):
        owner = sentence.owner(noun) if words[noun].pos == "NOUN" and words[noun].lemma in WORDS_OF else None
        if owner is None or owner >= which:
            continue
        stops = (number for number in range(which + 1, len(words)) if words[number].text in {";", "."})
        content = trimmed(sentence, which + 1, next(stops, len(words)))
        if content[0] < content[1]:
            yield Report(which, owner, content, "affirms", "a testimony according to which")
        return


def _in_words(sentence: Sentence) -> Iterator[Report]:
    """*In her words, it burned*; *by her own account*."""
    words = sentence.words
    for number, word in enumerate(words):
        is_aside = word.dep == "pobj" and words[word.head].text.lower() in {"in", "by"}
        if word.lemma not in _IN_WORDS | _IN_VIEW or not is_aside or words[word.head].dep != "prep":
            continue
        owner = next(sentence.below(number, "poss"), None)
        if word.lemma == "word" and owner is None:
            owner = sentence.owner(number)
        clause = words[word.head].head
        is_saying = words[clause].lemma in VERBS
        following = words[number + 1].text if number + 1 < len(words) else ""
        if owner is None or words[owner].text.lower() in _OWN:
            continue
        if is_saying or (following != "," and number + 1 < len(words)) or word.head > 1:
            continue
        content = _beside(sentence, below(sentence, word.head), clause)
        if content is not None:
            rule = VIEW if word.lemma in _IN_VIEW else f"in somebody's {word.lemma}"
            yield Report(number, owner, content, "affirms", rule)


def _beside(sentence: Sentence, aside: set[int], clause: int) -> tuple[int, int] | None:
    """Return the words of a clause that stand beside an aside, the longer side where it interrupts."""
    inside = sorted(below(sentence, clause) - aside)
    if not inside:
        inside = [number for number in range(len(sentence.words)) if number not in aside]
    first, last = min(aside), max(aside) + 1
    before = [number for number in inside if number < first]
    behind = [number for number in inside if number >= last]
    side = max((before, behind), key=len)
    is_quoted = any(sentence.words[number].text.lower() == "this" for number in side)
    if len(side) < _FEWEST and not is_quoted:
        return None
    return trimmed(sentence, side[0], side[-1] + 1)
