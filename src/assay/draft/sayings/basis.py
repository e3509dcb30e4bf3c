"""How a witness knows, where the words say so: what he did himself, and what he saw."""

from assay.draft.sayings.reports import Report
from assay.draft.sayings.words import ACTIONS, SEEING
from assay.model.entries import Basis
from assay.voices.grammar import Sentence

_HIMSELF = frozenset({"he", "she", "i", "we"})


def basis_of(sentence: Sentence, report: Report) -> Basis | None:
    """Say how the witness knows: *that she met him* took part, *that she saw him* saw.

    Only where the clause's subject is a pronoun, or there is none: *confessed to having met*.
    """
    words = sentence.words
    first, last = report.content
    top = next((n for n in range(first, last) if not first <= words[n].head < last or words[n].head == n), None)
    if top is None or words[top].pos not in {"VERB", "AUX"}:
        return None
    subject = next(sentence.below(top, "nsubj", "nsubjpass"), None)
    if subject is not None and words[subject].text.lower() not in _HIMSELF:
        return None
    if any(True for _ in sentence.below(top, "neg")):
        return None
    if words[top].lemma in SEEING:
        return "saw"
    return "took part" if words[top].lemma in ACTIONS else None
