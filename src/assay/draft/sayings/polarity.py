"""Quoted words that deny, retract or doubt by themselves, whatever the verb beside them."""

import re

from assay.model.entries import Act

_SELF = r"(?:I|we)"
_THING = r"(?:it|this|that|all this|all that|these|they)"
_HOW = r"(?:all |a |an |pure |complete |absolute |not |sheer |utter |\w+ly )*"
_UNTRUE = r"(?:lies?|slanders?|fabrications?|inventions?|untrue|false|nonsense|true)"
_NOT = r"(?:have |had )?(?:never|did not|didn['’]t|was not|wasn['’]t|am not|have no|had no|took no|do not|don['’]t)"
_DONE = (
    r"(?:meet|met|see|seen|know|knew|take|part|guilty|involved|participate\w*|belong\w*|members?|intend\w*|plan\w*|say|said"
    r"|been|have|had|organiz\w+|connection|any|commit\w*|do|done|kill\w*|write|wrote|written)"
)
_TABLE: tuple[tuple[Act, str, str], ...] = (
    (
        "retracts",
        rf"\b{_SELF} (?:now )?(?:retract|recant|withdraw|renounce|take back|repudiate my)\b",
        "words that retract",
    ),
    ("doubts", rf"\b{_SELF} (?:very much |strongly |seriously )?doubt\b", "words that doubt"),
    ("doubts", rf"\b{_SELF} am not (?:at all )?(?:sure|certain)\b", "words that doubt"),
    ("denies", r"^\W*(?:no|never)\b(?! (?:one|matter|doubt|longer|more|less))(?=\W*[,.;!-]|\W*$)", "words that say no"),
    (
        "denies",
        r"^\W*(?:nothing of the (?:kind|sort)|not true|certainly not|absolutely not|of course not)\b",
        "words that say no",
    ),
    ("denies", rf"\b{_SELF} (?:\w+ly )?(?:deny|reject|dispute|repudiate)\b", "words that deny"),
    ("denies", rf"\b{_THING}(?: is| are| was| were|['’]s) {_HOW}{_UNTRUE}\b", "words that call it untrue"),
    ("denies", rf"\b{_SELF} {_NOT} (?:\w+ )?{_DONE}\b", "words that say it was not so"),
)
"""Acts, the words that make them, and the rule."""
_COMPILED = tuple((act, re.compile(pattern, re.IGNORECASE), rule) for act, pattern, rule in _TABLE)
_TRUE = re.compile(r"\b(?:is|are|was|were|['’]s) (?!not)(?:\w+ly )?true\b", re.IGNORECASE)
_HEAD = 160  # what follows is an account, not an answer


def polarity(words: str) -> tuple[Act, str] | None:
    """Say which act quoted words make by themselves, and by which rule; None where they only say something.

    >>> polarity("No, I never met him."), polarity("I met him in Malmö.")
    (('denies', 'words that say no'), None)
    """
    head = words[:_HEAD]
    for act, pattern, rule in _COMPILED:
        if pattern.search(head) and not (rule == "words that call it untrue" and _TRUE.search(head)):
            return act, rule
    return None
