"""Whether a date stands in what somebody is reported to have said: *testified that in December 1935 he had flown*.

Such a date belongs to what is told, out of the order of the narrative around it. Tables for English; none is complete.
"""

import re

_VERBS = (
    r"(?:sa(?:y|id|ys|ying)|wr(?:ite|ites|ote|iting)|written|t(?:ell|ells|old|elling)|knew|known|learn(?:ed|t)"
    r"|(?:testif|certif|verif)(?:y|ied|ies|ying)"
    r"|(?:stat|declar|acknowledg|not|announc|disclos|alleg)(?:e|ed|es|ing)"
    r"|(?:claim|report|recall|assert|affirm|confirm|explain|confess|remark|mention|maintain|insist|answer|establish"
    r"|remember|inform|learn|reveal|add|show)(?:s|ed|ing)?|(?:admit|submit)(?:s|ted|ting)?|repl(?:y|ied|ies)"
    r"|den(?:y|ied|ies|ying))"
)
_NOUNS = (
    r"(?:statements?|reports?|testimony|claims?|news|version|story|assertions?|confessions?|allegations?|rumou?rs?"
    r"|evidence|declarations?|admissions?|depositions?)"
)
_SAYS_THAT = re.compile(
    rf"\b(?:{_VERBS}(?:\s+[\w’'-]+){{0,3}}?|{_NOUNS}(?:\s+\w+){{0,1}}?)\s+(?:that|how)\b", re.IGNORECASE
)


_REPORTS = re.compile(rf"\b{_VERBS}(?:\s+(?!that\b|how\b)[\w’'-]+){{0,3}}\s+(?:in|on)(?:\s+the)?\s*$", re.IGNORECASE)
_LOOKS_BACK = re.compile(
    r"(?:\W+[\w’'-]+){0,5}?\W+(?:recalled|remembered|recounted|spoke(?:\s+\w+)?\s+of|wrote(?:\s+\w+)?\s+of|looked\s+back|admitted"
    r"|testified)\b"
)
_AUTHOR = re.compile(r"\bI\b")
_BORN = re.compile(r"\bborn\b[^,.;:]*$", re.IGNORECASE)


def is_telling(before: str, after: str) -> bool:
    """Say whether a date is that of a saying: *as he recalled in*; the narrative is not there.

    >>> is_telling("as she recalled in", "."), is_telling("In", " she remembered it."), is_telling("He left in", ".")
    (True, True, False)
    """
    if _AUTHOR.search(before):
        return False  # the author says when he writes: what he tells next may be of then
    return _REPORTS.search(before) is not None or _LOOKS_BACK.match(after) is not None


def is_birth(before: str) -> bool:
    """Say whether a date is that of a birth: what is told next was later.

    >>> is_birth("Born in")
    True
    """
    return _BORN.search(before) is not None


def is_told(before: str) -> bool:
    """Say whether the words of a sentence before a date make the date part of what somebody says.

    >>> is_told("Berg testified that in"), is_told("In that house, on"), is_told("On")
    (True, False, False)
    """
    return _SAYS_THAT.search(before) is not None
