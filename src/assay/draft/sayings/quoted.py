"""Quotations as sayings: what is a question, an order or a term is none."""

import re
from collections.abc import Iterator

from assay.draft.sayings.polarity import polarity
from assay.draft.sayings.saying import Party, Saying
from assay.draft.sayings.settings import setting_of
from assay.model.location import Span
from assay.model.voices import Voice

_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")
_ORDERS = (
    r"tell|give|go|come|bring|take|let|stop|write|sign|confess|send|make|keep|get|put|leave|shoot|kill|arrest|answer|speak|"
    r"say|look|read|remember|forgive|save|help|try|wait|ask|long live|down with"
)
_ORDER = re.compile(rf"^\W*(?:please |do not |don['’]t |never )?(?:{_ORDERS})\b", re.IGNORECASE)
_FEW = 2
_ANSWERS = re.compile(
    r"^\W*(?:yes|no|never|i do|i did|i am|i have|guilty|not guilty|correct|that is (?:so|true|right))\b", re.IGNORECASE
)


def is_statement(words: str) -> bool:
    """Say whether quoted words say that something is so or not so: no question, no order, no single term.

    >>> is_statement("It burned in May."), is_statement("Where was he?"), is_statement("Yes."), is_statement("mad dogs")
    (True, False, True, False)
    """
    plain = " ".join(words.split())
    if _ANSWERS.match(plain):
        return True
    sentences = [one.strip() for one in _SENTENCE.findall(plain) if one.strip(" \"'”’")]
    if not sentences or all(one.rstrip(" \"'”’)").endswith("?") for one in sentences):
        return False
    if len(plain.split()) <= _FEW:
        return False
    return not (len(sentences) == 1 and _ORDER.match(plain))


def told_outright(body: str, voice: Voice, last: Voice | None = None) -> Saying | None:
    """Make a saying of a turn of a dialogue, or of a block quotation whose speaker is named.

    `last` is the voice before it: whoever asked is told the answer.
    """
    span = voice.quoted.span
    words = body[span.start : span.end]
    if not is_statement(words) or voice.speaker is None:
        return None
    made = polarity(words)
    certainty = "carried" if voice.certainty == "none" else voice.certainty
    before = body[max(0, span.start - 80) : span.start]
    return Saying(
        span=span,
        parts=(span,),
        sentence=span,
        witness=Party(voice.speaker, Span(span.start, span.start), certainty),
        act=made[0] if made else "affirms",
        words="own",
        rule=f"{voice.kind_rule}; {made[1]}" if made else voice.kind_rule,
        confidence=certainty,
        to=tuple(_asker(body, voice, last)),
        setting=setting_of(before, ""),
        gist=" ".join(words.split()),
    )


def _asker(body: str, voice: Voice, last: Voice | None) -> Iterator[Party]:
    """Say who asks, in the turn just before."""
    if (
        last is None
        or last.speaker in {None, voice.speaker}
        or not last.quoted.setting == voice.quoted.setting == "turn"
    ):
        return
    span = last.quoted.span
    asks = body[span.start : span.end].rstrip(" \"'”’)\n\t").endswith("?")
    if last.speaker is not None and asks:
        yield Party(last.speaker, Span(span.start, span.start), "carried")
