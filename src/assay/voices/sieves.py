"""Whose words a quotation is, by the grammar of its sentence and of those before: sieves, the surest first.

After the sieves for coreference of Raghunathan and others (2010): each decides what it is sure of, and leaves the rest
to the next. The last ones carry a speaker over from what went before: what they say is our inference, shown as such.
"""

from collections.abc import Callable, Sequence

from assay.voices.beside import NOBODY, Found
from assay.voices.carried import (
    acts,
    also_in_paragraph,
    also_in_sentence,
    announced,
    earlier,
    goes_on,
    replied,
    subject_before,
)
from assay.voices.grammar import Sentence
from assay.voices.lexicon import REPORTING, WORDS_OF, listed
from assay.voices.scene import Scene, is_passive
from assay.voices.written import documented

_OPINIONS = frozenset({"opinion", "view", "word", "account", "estimate", "judgment", "judgement", "recollection"})
_HEDGES = listed(
    "allege claim report rumour rumor suppose believe say think know assume purport hear see record quote remember"
)
_QUOTING = frozenset({"quote", "cite", "read"})


def joined(scene: Scene) -> Found | None:
    """One of several quotations in a row: *"No," "never," and "nowhere"*."""
    if not (scene.is_joined and scene.in_sentence):
        return None
    return Found(scene.in_sentence.name, scene.in_sentence.certainty, "in a row with the quotation before")


def governed(scene: Scene) -> Found | None:
    """Go up from the quotation to the verb of saying, or the word for a letter or testimony, that governs it."""
    sentence = scene.sentence
    unsaid: Found | None = None
    for number in sentence.above(scene.at):
        word = sentence.words[number]
        found = None
        if _is_aside(scene, number):
            continue
        if scene.is_saying(number) and is_passive(sentence, number):
            if (alleged := _alleged(scene, number)) is not None:
                return alleged
            unsaid = Found(None, "none", "in the passive: nobody is named")
            continue
        if word.lemma in _QUOTING and (source := _read_from(sentence, number)) is not None:
            return scene.whoever(source, "from whose words, letter or testimony it is quoted")
        if scene.is_saying(number):
            doer = sentence.doer(number)
            nobody = _nobody(sentence, number, doer, own=scene.memory.own)
            if nobody:
                return Found(None, "none", nobody)
            found = scene.whoever(doer, "who does the verb of saying that governs it")
            if found is None and doer is not None and _is_plain_noun(scene, doer, number):
                found = Found(sentence.text(sentence.described(doer)), "explicit", "what says so in the sentence")
            if found is None and word.dep == "xcomp":
                found = _alleged(scene, word.head)
            if found is None and doer is not None and sentence.words[doer].text.lower() in {"he", "she"}:
                return Found(None, "none", "a pronoun that nothing before it explains")
        elif word.lemma == "as" and word.dep == "prep":
            is_noun = sentence.words[word.head].pos == "NOUN"
            whoever = sentence.owner(word.head) if is_noun else sentence.doer(word.head)
            found = scene.whoever(whoever, "who puts it so")
        elif word.pos == "NOUN" and word.lemma in WORDS_OF and not scene.is_quoted(number):
            owner = sentence.owner(number)
            verb = sentence.words[word.head].head
            if owner is None and sentence.words[word.head].text == "with" and sentence.words[verb].pos == "VERB":
                found = scene.whoever(sentence.doer(verb), "who does it with these words")
            else:
                found = scene.whoever(owner, "whose words, letter or testimony it is")
        if found is not None:
            return found
    return documented(scene) or unsaid if unsaid is not None else None


def _is_aside(scene: Scene, verb: int) -> bool:
    """*He asked, as Berg recalled*: whether a verb of saying only says who tells of it."""
    sentence = scene.sentence
    as_told = any(sentence.words[mark].text.lower() == "as" for mark in sentence.below(verb, "mark", "advmod"))
    above = sentence.words[verb].head
    return as_told and scene.is_saying(verb) and above != verb and scene.is_saying(above)


def _read_from(sentence: Sentence, verb: int) -> int | None:
    """*Berg quoted from Lund's letter*: whose words are quoted."""
    for word in sentence.below(verb, "prep", "dobj"):
        sources = [word, *sentence.below(word, "pobj", "prep")]
        for source in (*sources, *(inner for outer in sources for inner in sentence.below(outer, "pobj"))):
            owner = sentence.owner(source) if sentence.words[source].lemma in WORDS_OF else None
            if owner is not None:
                return owner
    return None


def _nobody(sentence: Sentence, verb: int, doer: int | None, *, own: str | None) -> str:
    """Say why a verb of saying names no speaker: nobody says it, it is denied, or the author says it."""
    form = sentence.words[doer].text.lower() if doer is not None else ""
    if form in {"nobody", "none"}:
        return "nobody says it"
    if any(True for _ in sentence.below(verb, "neg")):
        return "that it was said is denied"
    if form in {"i", "we"} and own is None:
        return "the author says it, and is not named"
    return ""


def _is_plain_noun(scene: Scene, doer: int, verb: int) -> bool:
    """Say whether whoever or whatever says it is a noun of its own: *the notary*, *the transcript*."""
    word = scene.sentence.words[doer]
    tells = any(True for _ in scene.sentence.below(verb, "ccomp"))
    says = scene.sentence.words[verb].lemma in REPORTING or tells
    says = says and scene.sentence.words[verb].dep != "relcl" and word.lemma not in {"former", "latter"}
    return says and word.pos == "NOUN" and not scene.is_quoted(doer) and not scene.memory.people.only


def _alleged(scene: Scene, verb: int) -> Found | None:
    """*Berg is alleged to have said*: who is alleged to."""
    sentence = scene.sentence
    hedge = sentence.words[verb]
    if hedge.lemma not in _HEDGES or not any(scene.is_saying(said) for said in sentence.below(verb, "xcomp")):
        return None
    return scene.whoever(next(sentence.below(verb, "nsubjpass"), None), f"who is {hedge.text} to have said it")


def according_to(scene: Scene) -> Found | None:
    """*According to* somebody, or *in her opinion*, anywhere in the sentence."""
    sentence = scene.sentence
    for number, word in enumerate(sentence.words):
        if word.lemma in _OPINIONS and word.dep == "pobj" and sentence.words[word.head].lemma == "in":
            return scene.whoever(sentence.owner(number), "in whose opinion")
        if word.text.lower() == "according":
            for to in sentence.below(number, "prep"):
                object_ = next(sentence.below(to, "pobj"), None)
                found = scene.whoever(object_, "according to")
                if found is None and object_ is not None:  # documents, rumours, most people
                    found = Found(sentence.text(sentence.described(object_)), "explicit", "according to")
                return found
    return None


def in_the_sentence(scene: Scene) -> Found | None:
    """The nearest verb of saying in the sentence, those before the quotation first."""
    at = scene.at
    verbs = [number for number in range(len(scene.sentence.words)) if scene.is_saying(number)]
    for verb in sorted(verbs, key=lambda number: (number > at, abs(number - at))):
        found = scene.whoever(scene.sentence.doer(verb), "who does a verb of saying in the sentence")
        if found is not None:
            return found
    return None


def spoken_of(scene: Scene) -> Found | None:
    """A letter, a statement or an article that the sentence speaks of before the quotation is somebody's."""
    for number, word in enumerate(scene.sentence.words):
        if word.start > scene.stand_in.start:
            break
        if word.pos == "NOUN" and word.lemma in WORDS_OF and word.dep in {"nsubj", "nsubjpass", "dobj"}:
            owner = scene.sentence.owner(number)
            found = scene.whoever(owner, "whose words, letter or testimony the sentence speaks of")
            if found is not None:
                return found
    return None


Sieve = Callable[[Scene], Found | None]
ROUGH: Sequence[Sieve] = (
    joined, governed, according_to, goes_on, in_the_sentence, spoken_of, also_in_sentence, also_in_paragraph,
)  # fmt: skip
"""The sieves that can be tried with a rough grammar."""
ALL: Sequence[Sieve] = (
    joined, replied, governed, documented, according_to, goes_on, in_the_sentence, spoken_of, also_in_sentence,
    announced, also_in_paragraph, acts, subject_before, earlier,
)  # fmt: skip


def sift(scene: Scene, sieves: Sequence[Sieve]) -> Found:
    """Try sieves in order; the first that finds somebody decides."""
    return next((found for sieve in sieves if (found := sieve(scene)) is not None), NOBODY)
