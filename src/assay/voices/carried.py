"""Sieves that carry a speaker over from what went before: what they say is our inference, and shown as such."""

from assay.voices.beside import Found
from assay.voices.context import REPLY
from assay.voices.grammar import Word
from assay.voices.lexicon import is_somebody
from assay.voices.scene import Scene

_VERBS = frozenset({"VERB", "AUX"})


def replied(scene: Scene) -> Found | None:
    """*Came the reply*: by whoever was asked, or by the one of two who did not speak last."""
    after = " ".join(word.text for word in scene.sentence.words if word.start >= scene.stand_in.end)
    if not REPLY.match(after):
        return None
    memory = scene.memory
    if memory.is_question and memory.topic is None and memory.source:
        return Found(memory.source, "carried", "who is asked by whoever tells of it")
    name = memory.asked or (memory.topic.name if memory.topic is not None else "")
    if not name or (name == memory.source and len(memory.turns) > 1 and not memory.asked):
        name = memory.turns[0] if memory.turns else name
    return Found(name, "carried", "whose reply it is, by what went before") if name else None


def goes_on(scene: Scene) -> Found | None:
    """The quotation goes on behind its attribution, or where the one before it ended."""
    if not (scene.is_alone and scene.follows_quote and scene.in_paragraph):
        return None
    return Found(scene.in_paragraph, "carried", "goes on from the quotation before")


def also_in_sentence(scene: Scene) -> Found | None:
    """Somebody is quoted already in this sentence."""
    return Found(scene.in_sentence.name, "carried", "quoted in the same sentence") if scene.in_sentence else None


def announced(scene: Scene) -> Found | None:
    """A sentence of its own, behind one that speaks of somebody's words, or is about somebody."""
    if not scene.is_alone:
        return None
    if scene.memory.asked and not scene.starts_paragraph:
        return Found(scene.memory.asked, "carried", "who is asked in the sentence before")
    if scene.memory.is_question and scene.memory.source and not scene.starts_paragraph:
        about = scene.memory.topic
        if about is None or about.name != scene.memory.source:
            return Found(scene.memory.source, "carried", "who is asked by whoever the sentence before is about")
    teller = scene.memory.teller
    if teller is not None and not scene.starts_paragraph:
        return Found(teller.name, "carried", "who tells it in the sentence before")
    told = scene.memory.told
    if told is not None and not scene.starts_paragraph:
        return Found(told.name, "carried", "whose words the sentence before speaks of")
    return subject_before(scene)


def also_in_paragraph(scene: Scene) -> Found | None:
    """Whoever was quoted before in the paragraph is quoted still."""
    return Found(scene.in_paragraph, "carried", "quoted before in the paragraph") if scene.in_paragraph else None


def _can_act(word: Word) -> bool:
    return word.pos in {"PROPN", "PRON"} or (is_somebody(word.lemma) and word.lemma != "people")


def acts(scene: Scene) -> Found | None:
    """Whoever does something in the clause that the quoted words belong to."""
    for number in scene.sentence.above(scene.at):
        word = scene.sentence.words[number]
        if word.pos in _VERBS and word.lemma != "be" and not scene.is_quoted(number):
            doer = scene.sentence.doer(number)
            found = scene.whoever(doer, "who acts in the sentence")
            if found is not None and doer is not None and _can_act(scene.sentence.words[doer]):
                return Found(found.name, "carried", found.rule)
    return None


def subject_before(scene: Scene) -> Found | None:
    """Whom the sentence before is about, in the same paragraph."""
    about = None if scene.starts_paragraph else scene.memory.topic
    return Found(about.name, "carried", "whom the sentence before is about") if about is not None else None


def earlier(scene: Scene) -> Found | None:
    """Whoever was quoted last, in a paragraph before."""
    return Found(scene.memory.source, "carried", "quoted last, in a paragraph before") if scene.memory.source else None
