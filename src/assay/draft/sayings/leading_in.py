"""Block quotations without marks, by the sentence that leads in to them: *On 2 May he cabled the Board:*."""

from collections.abc import Sequence

from assay.draft.sayings.place import Place
from assay.draft.sayings.reports import Report
from assay.draft.sayings.words import VERBS, WRITING
from assay.model.location import Span
from assay.voices.lexicon import WORDS_OF

_MARKS = " \t\r\n>"


def led_to(place: Place, blocks: Sequence[Span], body: str) -> Span | None:
    """Return the block to which a sentence leads in with a colon, if it does."""
    whole = place.span(0, len(place.sentence.words))
    for block in blocks:
        lead = body[whole.start : block.start].rstrip(_MARKS)
        is_next = whole.start < block.start < whole.end or not body[whole.end : block.start].strip(_MARKS)
        if whole.start < block.start and is_next and lead.endswith(":"):
            return block
    return None


def leading_in(place: Place, block: Span) -> Report | None:
    """Find who is said to say what the block says: the last verb of saying before it, else whose letter it is."""
    sentence = place.sentence
    lead = [number for number in range(len(sentence.words)) if place.span(number, number + 1).start < block.start]
    content = (len(lead), len(sentence.words))
    rule = "a block quotation behind the sentence that leads in to it"
    for number in reversed(lead):
        word = sentence.words[number]
        if word.pos == "VERB" and word.lemma in VERBS.keys() | WRITING and (doer := sentence.doer(number)) in lead:
            return Report(number, doer, content, VERBS.get(word.lemma, "affirms"), rule)
    for number in reversed(lead):
        if sentence.words[number].lemma in WORDS_OF and (owner := sentence.owner(number)) in lead:
            return Report(number, owner, content, "affirms", rule)
    return None
