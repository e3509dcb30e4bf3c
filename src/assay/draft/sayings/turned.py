"""What the words said make of it: quoted words that deny, *claimed that never*, words too few to say anything."""

from assay.draft.sayings.polarity import polarity
from assay.draft.sayings.reports import Report
from assay.model.entries import Act
from assay.voices.grammar import Sentence
from assay.voices.lexicon import listed

_MAINTAINING = listed("claim declare insist maintain swear testify assert protest vow plead avow")

_WORDS_THAT_SAY = 5
_WORDS_THAT_SAY_ALONE = 12  # where nothing in the sentence says who speaks
_FAR_FETCHED = frozenset(
    {
        "quoted last, in a paragraph before",
        "quoted before in the paragraph",
        "whom the sentence before is about",
        "who acts in the sentence",
        "who does a verb of saying in the sentence",
    }
)


def least_words(rule: str) -> int:
    """Say how many quoted words within a sentence say something, by how their speaker was found."""
    return _WORDS_THAT_SAY_ALONE if rule in _FAR_FETCHED else _WORDS_THAT_SAY


def turned(act: Act, rule: str, words: str) -> tuple[Act, str]:
    """Let quoted words that deny or retract say so."""
    made = polarity(words) if act == "affirms" else None
    return (made[0], f"{rule}; {made[1]}") if made is not None else (act, rule)


def never(sentence: Sentence, report: Report) -> tuple[Act, str]:
    """*Claimed that he had never met her* denies that he had."""
    words = sentence.words
    first, last = report.content
    top = next((n for n in range(first, last) if words[n].head == report.teller), None)
    is_never = top is not None and any(words[one].lemma == "never" for one in sentence.below(top, "neg", "advmod"))
    if report.act == "affirms" and is_never and words[report.teller].lemma in _MAINTAINING:
        return "denies", f"{report.rule}; maintained that never"
    return report.act, report.rule
