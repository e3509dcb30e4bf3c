"""Reports by a verb of saying: *testified that he had met her*, *denied having met her*, *denied the charges*."""

from collections.abc import Iterator

from assay.draft.sayings.acts import Made, act_of
from assay.draft.sayings.reports import Report, below, has, run_of, trimmed
from assay.draft.sayings.words import (
    ACCUSING,
    OFFERED,
    SPEAKING_OF,
    TAKING_THINGS,
    TELLING_OF,
    THINGS_SAID,
    TO_CONFESS,
    TOLD,
    VERBS,
)
from assay.voices.grammar import Sentence

_ASKING = frozenset({"whether", "if"})
_CLAUSES = ("ccomp",)
_GERUNDS = ("pcomp",)
_PASSIVE = "nsubjpass"
_PARTING = frozenset({";", ":", "-", "–", "—"})
_MAINTAINED = frozenset({"innocence", "story", "version", "claim", "account", "allegation"})
_FORCING = frozenset(
    {"force", "compel", "make", "coerce", "pressure", "get", "lead", "induce", "oblige", "allow", "cause"}
)


def by_verbs(sentence: Sentence) -> Iterator[Report]:
    """Find what verbs of saying say, one report to a verb."""
    for number, word in enumerate(sentence.words):
        if word.pos not in {"VERB", "AUX"} or word.lemma not in VERBS:
            continue
        made = act_of(sentence, number)
        if made is None:
            continue
        report = _clause(sentence, number, made) or _gerund(sentence, number, made) or _thing(sentence, number, made)
        if report is not None:
            yield report


def _report(sentence: Sentence, verb: int, made: Made, content: tuple[int, int], rule: str) -> Report | None:
    """Put a report together; in the passive without *by*, nobody says it."""
    if content[0] >= content[1]:
        return None
    if has(sentence, verb, _PASSIVE) and not has(sentence, verb, "agent"):
        return None
    rule = f"{rule}; {made.rule}" if made.rule else rule
    return Report(verb, _teller(sentence, verb), content, made.act, rule)


def _teller(sentence: Sentence, verb: int) -> int | None:
    """Who says it; where somebody was forced to say it, the one who was."""
    words = sentence.words
    word = words[verb]
    own = next(sentence.below(verb, "nsubj"), None)
    if word.dep in {"xcomp", "ccomp"} and words[word.head].lemma in _FORCING:
        forced = next(sentence.below(word.head, "dobj", "nsubjpass"), None)
        if own is not None or forced is not None:
            return own if own is not None else forced
    return sentence.doer(verb)


def _clause(sentence: Sentence, verb: int, made: Made) -> Report | None:
    """*She said that it burned*; *it burned, she said*; *she claimed to have seen it*."""
    words = sentence.words
    for clause in sorted(sentence.below(verb, "ccomp"), key=lambda clause: clause < verb):
        marks = {words[mark].text.lower() for mark in sentence.below(clause, "mark")}
        if marks & _ASKING and made.act != "doubts":
            return None
        content = run_of(sentence, clause)
        if content[0] < verb < content[1]:
            content = _longest_side(sentence, content, below(sentence, verb) - below(sentence, clause))
        if content[0] > verb:
            content = _past_colon(sentence, content)
        elif any(words[number].text in _PARTING for number in range(content[0], verb)):
            continue  # *he came; later she said it*: another sentence, but for its stop
        rule = "a clause behind a verb of saying" if content[0] > verb else "a clause before a verb of saying"
        return _report(sentence, verb, made, content, rule)
    for clause in sentence.below(verb, "xcomp"):
        is_plain = words[clause].pos in {"VERB", "AUX"} and words[verb].lemma not in TOLD
        if is_plain and (words[clause].text.endswith("ing") or _is_perfect(sentence, clause)):
            return _report(sentence, verb, made, run_of(sentence, clause), "an infinitive behind a verb of saying")
    return None


def _past_colon(sentence: Sentence, content: tuple[int, int]) -> tuple[int, int]:
    """*They said that it was set on fire: Lund had ordered it*: what follows the colon is said too."""
    words = sentence.words
    if content[1] < len(words) and words[content[1]].text == ":" and content[1] + 1 < len(words):
        return trimmed(sentence, content[0], len(words))
    return content


def _is_perfect(sentence: Sentence, verb: int) -> bool:
    """*To have been*, *to be*: a fact, where *to do it* would be an intention."""
    words = sentence.words
    return words[verb].lemma in {"be", "know", "have"} or any(
        words[aux].text.lower() in {"have", "having"} for aux in sentence.below(verb, "aux")
    )


def _longest_side(sentence: Sentence, content: tuple[int, int], told: set[int]) -> tuple[int, int]:
    """Of a clause that its verb of saying interrupts, return the longer side."""
    first, last = min(told), max(told) + 1
    before, behind = (content[0], min(first, content[1])), (max(last, content[0]), content[1])
    return trimmed(sentence, *max((before, behind), key=lambda side: side[1] - side[0]))


def _gerund(sentence: Sentence, verb: int, made: Made) -> Report | None:
    """*Confessed to having lied*, *told of being beaten*, *accused him of lying*."""
    words = sentence.words
    lemma = words[verb].lemma
    for preposition in sentence.below(verb, "prep"):
        link = words[preposition].text.lower()
        takes = (
            (lemma in TO_CONFESS and link in {"to", "about", "of"})
            or (lemma in SPEAKING_OF and link in {"of", "about"})
            or (lemma in ACCUSING and link in {"of", "with", "for"})
        )
        if not takes:
            continue
        for clause in sentence.below(preposition, *_GERUNDS):
            return _report(sentence, verb, made, run_of(sentence, clause), f"what somebody did, behind {lemma} {link}")
        for object_ in sentence.below(preposition, "pobj"):
            tells = lemma in TELLING_OF and has(sentence, object_, "relcl", "acl", "prep", "poss")
            says = lemma in ACCUSING or tells or lemma in TO_CONFESS
            if (
                says
                and words[object_].lemma not in {"instance", "example"}
                and words[object_].pos in {"NOUN", "PROPN"}
                and not (link == "to" and words[object_].pos == "PROPN")
            ):
                return _report(sentence, verb, made, run_of(sentence, object_), f"what is said, behind {lemma} {link}")
    return None


def _is_kept(sentence: Sentence, verb: int, object_: int) -> bool:
    """*Maintained contact* says nothing, *maintained his innocence* does; *had to admit his guilt*: was to, no more."""
    words = sentence.words
    word = words[verb]
    is_due = word.dep == "xcomp" and words[word.head].lemma == "have"
    return is_due or (word.lemma == "maintain" and words[object_].lemma not in _MAINTAINED)


def _thing(sentence: Sentence, verb: int, made: Made) -> Report | None:
    """*Denied the charges*, *retracted his testimony*, *described how it burned*."""
    words = sentence.words
    if words[verb].lemma not in TAKING_THINGS:
        return None
    for object_ in sentence.below(verb, "dobj", "nsubjpass"):
        if words[object_].lemma in OFFERED or _is_kept(sentence, verb, object_):
            continue
        told_by = words[object_].dep == "nsubjpass" and has(sentence, object_, "prep", "relcl", "acl")
        if told_by and words[object_].pos == "NOUN" and words[verb].lemma in TAKING_THINGS:
            return _report(sentence, verb, made, run_of(sentence, object_), "what is told by somebody, in the passive")
        plain = made.act == "affirms" and words[verb].lemma not in {"admit", "confess", "acknowledge", "confirm"}
        is_said = words[object_].lemma.lower() in THINGS_SAID
        if words[object_].pos == "NOUN" and (is_said or (made.act != "affirms" and not plain)):
            if plain and not has(sentence, object_, "relcl", "acl", "prep", "poss"):
                continue
            return _report(sentence, verb, made, run_of(sentence, object_), "the object of a verb of saying")
    return None
