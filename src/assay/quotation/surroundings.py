"""What stands just outside the quoted words: was a qualification cut off?

Rules for English, by lists of words. They know no grammar: each flag says which words it went by, and a reader decides.
"""

import re
from collections.abc import Iterator

from assay.model.verdicts import Flag, Verdict
from assay.quotation.negation import NEGATION

_BEYOND = 240
_SENTENCE = re.compile(r"[.!?…]['\"’”)\]]*\d{0,3}\s+(?=[\"'“‘(\[]?[^\W\d_a-z])|\n\s*\n")  # noqa: RUF001 - quotation marks
_SAYING = r"(?:claim|alleg|pretend|suppos|assum|imagin|rumou?r|suspect|contend|assert|maintain|insist|hint|suggest|report|believe|fear|fanc)"
_BEFORE = (
    ("a denial", re.compile(r"\b(?:den(?:y|ies|ied|ying)|refus\w+|disput\w+|reject\w+|disprov\w+|refut\w+|contradict\w+)\b[^.;:]{0,40}$", re.I)),
    ("what is called untrue", re.compile(r"\b(?:false|untrue|lie|lies|myth|legend|fiction|error|mistake\w*|wrong|absurd|nonsense|impossible|unlikely|slander|invent\w+)\b[^.;:]{0,40}$", re.I)),
    ("a doubt", re.compile(r"\b(?:doubt\w*|whether|uncertain|questionable|improbable|perhaps|possibly|maybe|supposedly|allegedly|reportedly|apparently)\b[^.;:]{0,30}$", re.I)),
    ("a condition", re.compile(r"(?:^|[,;]\s*|\b(?:and|but|only|even|as)\s+)(?:if|unless|had|were|suppose|supposing|provided|in case|should|lest)\b[^.;]{0,50}$", re.I)),
    ("somebody's claim", re.compile(rf"\b{_SAYING}\w*\s+(?:\w+\s+)?(?:that|how)?\s*$|\baccording to\b[^.;]{{0,40}}$", re.I)),
    ("a negation", re.compile(rf"{NEGATION.pattern}(?:[^.;,:]{{0,50}}\b(?:that|whether|if|to|as though|as if)\s*|\s+(?:[\w'’]+\s+){{0,2}})$", re.I)),
)  # fmt: skip
_AFTER = (
    ("a limit", re.compile(r"^[\s,;:–—-]*\(?(?:but|unless|except|provided|only if|if only|though|although|however|at least|save that|apart from)\b(?! (?:also|then|before))", re.I)),
    ("a condition", re.compile(r"^[\s,;–—-]*(?:if|had)\b", re.I)),
    ("what is called untrue", re.compile(r"^[^.!?]{0,60}\b(?:false|untrue|lie|lies|lied|myth|legend|fiction|wrong|absurd|nonsense|impossible|slander|forged|forgery|invented|fabricat\w+)\b", re.I)),
    ("somebody's claim", re.compile(rf"^[\s,;–—-]*(?:or |as |so |at least )*(?:\w+ ){{0,4}}(?:according to|{_SAYING}\w*|it is said|they say|he says|she says)\b", re.I)),
    ("a negation", re.compile(rf"^[\s,;:–—-]*(?:[\w'’]+\s+)?(?:is|was|are|were|did|does|do|has|had|which)?\s*{NEGATION.pattern}", re.I)),
)  # fmt: skip
_LEFT_OUT = re.compile(r"[.!?]['\"’”)]*\s+[\"“‘(]?[A-Z]")  # noqa: RUF001 - quotation marks


def flags(body: str, verdict: Verdict) -> tuple[Flag, ...]:
    """Say what a reader should know of the words around a quotation, and of those that it leaves out."""
    if not verdict.spans:
        return ()
    return tuple((*_truncated(body, verdict), *_negation_left_out(verdict)))


def _truncated(body: str, verdict: Verdict) -> Iterator[Flag]:
    start, end = verdict.spans[0].start, verdict.spans[-1].end
    before = _SENTENCE.split(body[max(0, start - _BEYOND) : start])[-1]
    after = _SENTENCE.split(f"{body[end : end + _BEYOND]} ")[0]
    for rules, words, where in ((_BEFORE, before, "before"), (_AFTER, after, "behind")):
        for name, rule in rules:
            found = rule.search(" ".join(words.split()) + (" " if where == "before" else ""))
            if found is not None:
                yield Flag("truncated", f"{name} stands {where} the quoted words: “{_short(found.group())}”")
                return


def _negation_left_out(verdict: Verdict) -> Iterator[Flag]:
    for omitted in verdict.omitted:
        found = NEGATION.search(omitted)
        if found is not None and not _LEFT_OUT.search(omitted):
            yield Flag("negation-left-out", f"what is left out has “{found.group()}”: “{_short(omitted)}”")


def _short(words: str, most: int = 80) -> str:
    words = " ".join(words.split()).strip(" ,;")
    return words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0]} …"
