"""What stands just outside the quoted words: was a qualification cut off?

Rules for English, by lists of words. They know no grammar: each flag says which words it went by, and a reader decides.
"""

import re
from collections.abc import Iterator

from assay.model.verdicts import Flag, Verdict
from assay.quotation.negation import NEGATION

_BEYOND = 240
_SENTENCE = re.compile(r"[.!?…]['\"’”)\]]*\d{0,3}\s+(?=[\"'“‘(\[]?[^\W\d_a-z])|\n\s*\n")
_SAYING = (
    r"(?:claim|alleg|pretend|suppos|assum|imagin|rumou?r|suspect|contend|assert|maintain|insist|hint|suggest|report|"
    r"believe|fear|fanc)"
)
_UNTRUE = (
    r"(?:false|untrue|lie|lies|lied|myth|legend|fiction|error|mistake\w*|wrong|absurd|nonsense|impossible|unlikely|"
    r"slander|forged|forgery|fabricat\w+|invent\w+)"
)
_SAID = "it is said|they say|he says|she says"
_DENIAL = r"(?:den(?:y|ies|ied|ying)|refus\w+|disput\w+|reject\w+|disprov\w+|refut\w+|contradict\w+)"
_DOUBT = (
    r"(?:doubt\w*|whether|uncertain|questionable|improbable|perhaps|possibly|maybe|supposedly|allegedly|reportedly|"
    r"apparently)"
)
_IF = r"(?:if|unless|had|were|suppose|supposing|provided|in case|should|lest)"
_BUT = r"(?:but|unless|except|provided|only if|if only|though|although|however|at least|save that|apart from)"
_GOVERNS = r"(?:[^.;,:]{0,50}\b(?:that|whether|if|to|as though|as if)\s*|\s+(?:[\w'’]+\s+){0,2})"


def _rules(*rules: tuple[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in rules)


_BEFORE = _rules(
    ("a denial", rf"\b{_DENIAL}\b[^.;:]{{0,40}}$"),
    ("what is called untrue", rf"\b{_UNTRUE}\b[^.;:]{{0,40}}$"),
    ("a doubt", rf"\b{_DOUBT}\b[^.;:]{{0,30}}$"),
    ("a condition", rf"(?:^|[,;]\s*|\b(?:and|but|only|even|as)\s+){_IF}\b[^.;]{{0,50}}$"),
    ("somebody's claim", rf"\b{_SAYING}\w*\s+(?:\w+\s+)?(?:that|how)?\s*$|\baccording to\b[^.;]{{0,40}}$"),
    ("a negation", rf"{NEGATION.pattern}{_GOVERNS}$"),
)
_AFTER = _rules(
    ("a limit", rf"^[\s,;:–—-]*\(?{_BUT}\b(?! (?:also|then|before))"),
    ("a condition", r"^[\s,;–—-]*(?:if|had)\b"),
    ("what is called untrue", rf"^[^.!?]{{0,60}}\b{_UNTRUE}\b"),
    (
        "somebody's claim",
        rf"^[\s,;–—-]*(?:or |as |so |at least )*(?:\w+ ){{0,4}}(?:according to|{_SAYING}\w*|{_SAID})\b",
    ),
    (
        "a negation",
        rf"^[\s,;:–—-]*(?:[\w'’]+\s+)?(?:is|was|are|were|did|does|do|has|had|which)?\s*{NEGATION.pattern}",
    ),
)
_LEFT_OUT = re.compile(r"[.!?]['\"’”)]*\s+[\"“‘(]?[A-Z]")


def flags(body: str, verdict: Verdict) -> tuple[Flag, ...]:
    """Say what a reader should know of the words around a quotation, and of those that it leaves out."""
    if not verdict.spans:
        return ()
    return (*_truncated(body, verdict), *_negation_left_out(verdict))


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
