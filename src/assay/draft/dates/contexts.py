"""What stands around figures and months and makes them dates, or something else: pages, counts, imprints, *May I*."""

import re

from assay.draft.dates.units import Found
from assay.model.location import Span

_WIDE = 60
_CUE = re.compile(
    r"(?:\b(?:in|by|since|until|till|from|during|of|early|late|last|through|between|before|after|mid|around|about|circa"
    r"|this|that|for|only|already|beginning|as|Early|Late|Mid|In|By|Since|Until|From|During|Between|Before|After)"
    r"(?:\s+(?:the|as|early|late|in|as|year|years))*[\s-]+)$"
)
_THE = re.compile(r"\b(?:the|The|that|this|a|both)\s+$")
_CAUSE = re.compile(  # "the ideals of October": what is meant is no month of a year that one could look for
    r"\b(?:ideals?|gains?|conquests?|cause|spirit|banners?|glow|light|legacy|traditions?|achievements?)\s+of\s+$",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\b(?:Act|Law|Code|Decree|Ordinance|Constitution|Treaty|Convention|Regulations?|Rules|Statute|Bill|Order)\s+(?:of\s+)?$"
)
_NUMBERED = re.compile(r"(?:[A-Z]{2,}/(?:\d+/)?|\b[Nn]os?\.?\s?\d+/)$")  # "No. 214/1998"
_OF_YEAR = re.compile(
    r"\b(?:in|since|until|till|by|during|of|from|early|late|before|after|circa|year|to|and|mid)[\s-]+(?:the\s+)?(?:years?\s+)?$",
    re.IGNORECASE,
)
_NO_YEAR = re.compile(
    r"(?:\b(?:pp?|vol|no|nos|art|doc|f|ff|fol|op|d|l|ch|cf|room|page|pages|article|number|line|file|fond|over|nearly|almost|than"
    r"|least|some|exactly|another|order|nearly|approximately|section|chapter|item|copy|box|delo|opis)\.?\s*|[§№#$£€]\s*)$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:people|men|women|persons?|children|percent|per\s+cent|km|kilomet|miles?|metres?|meters?|kg|tons?|feet|rubles?|roubles?|"
    r"dollars?|francs?|pounds?|marks?\b|kopecks?|words|copies|pages|votes|deaths|prisoners|victims|officers|soldiers|members|delegates|"
    r"households|families|cases|documents|workers|arrests|questions|letters|volumes|years\b|days\b|hours\b|signatures|inhabitants)"
)
_PLURAL = re.compile(r"\s+(?:[a-z]+\s+)?[a-z]{2,}(?:[^s\W]s|en)\b")
_EVENT = re.compile(
    r"[\s-]+(?:Revolution|revolution|Days?\b|Uprising|uprising|insurrection|Manifesto|coup|overturn|Street|Square)"
)
_NOUN = re.compile(r"\s+(?:[A-Z]?[a-z]+)")
_IMPRINT = re.compile(r"\((?:[^()]*[,:;]\s*)?[A-Z][^()]{0,50}?[,:]\s*$")
_ISSUE = re.compile(r"\b(?:No|Nos|Vol|vol|no|№)\.?\s*[\dIVXLC]+(?:[-–/]\d+)?,?\s*\(?$")
_PAGES = re.compile(r"\)?[,:]\s*(?:pp?\.|[Nn]os?\.|[Vv]ol\.|№|ch\.)")
_STREET = re.compile(r"\s+(?:Street|Square|Avenue|Boulevard|Road|Lane|Bridge|Embankment|Park|Factory|Brigade)\b")
ANY_SEASON = "any such season"
_DURING = re.compile(r"\b(?:[Dd]uring|[Ii]n|[Oo]ver|[Tt]hrough(?:out)?)\s+(?:the|those|these)\s+(?:[a-z]+\s+){0,2}$")
_OLDEST, _HUNDRED = 1700, 100


def is_date(body: str, found: Found) -> bool:
    """Say whether a weak find has the company that makes it a date."""
    before, after = (
        body[max(0, found.span.start - _WIDE) : found.span.start],
        body[found.span.end : found.span.end + _WIDE],
    )
    before = before.replace("\n", " ")
    rule, _, qualifier = found.rule.partition(", ")
    match rule:
        case "month":
            return _is_month(before, after, bool(qualifier))
        case "months":
            return not _EVENT.match(after)
        case "season":
            words = body[found.span.start : found.span.end].lower()
            is_other = re.match(r"\s+of\b", after) if words.endswith("fall") else re.match(r"\s+months\b", after)
            return not is_other and bool(qualifier or _CUE.search(before) or _is_of_days(words, before))
        case "decade in words":
            return bool(qualifier or re.search(r"\bthe\s+$", before))
        case "day with a name":  # not "the May Day parade", of which nothing says when it was
            return bool(re.search(r"\b(?:[Oo]n|[Uu]ntil|[Ss]ince|[Bb]efore|[Aa]fter)\s+$", before))
        case "year of two figures":
            return bool(qualifier or _OF_YEAR.search(before))
        case "year":
            return _is_year(before, after, found, is_qualified=bool(qualifier))
        case _:
            return True


def _is_month(before: str, after: str, is_qualified: bool) -> bool:  # noqa: FBT001 - private
    if _EVENT.match(after) or _CAUSE.search(before):
        return False
    if re.match(r"\s+(?:I|he|she|we|they|you|it|be|have)\b", after) and not re.search(
        r"\b(?:[Ii]n|[Bb]y|since)\s+$", before
    ):
        return False
    return is_qualified or bool(_CUE.search(before)) or bool(_THE.search(before) and _NOUN.match(after))


def _is_year(before: str, after: str, found: Found, *, is_qualified: bool) -> bool:
    if _NO_YEAR.search(before) or _COUNTED.match(after) or _NUMBERED.search(before):
        return False
    if _LAW.search(before):
        return True
    year = found.meaning.start.year or 0
    if is_qualified or _OF_YEAR.search(before):
        return not (year % _HUNDRED == 0 and _PLURAL.match(after))
    if year < _OLDEST:
        return False
    return bool(_THE.search(before)) or not _PLURAL.match(after)


def is_street(body: str, span: Span) -> bool:
    """Say whether something is called by a date: *17 July Street*."""
    return _STREET.match(body, span.end) is not None


def is_any(body: str, found: Found) -> bool:
    """Say whether no particular season is meant: *in winter they would sleep late*."""
    if found.rule != "season":
        return False
    before, after = (
        body[max(0, found.span.start - _WIDE) : found.span.start],
        body[found.span.end : found.span.end + _WIDE],
    )
    if _is_of_days(body[found.span.start : found.span.end], before):
        return False
    return not re.search(r"\b(?:the|that|this)\s+$", before) or bool(re.match(r"[^.;]*\bwould\b", after))


def _is_of_days(words: str, before: str) -> bool:
    """*During the hot summer days*."""
    return words.endswith(("days", "weeks", "holidays")) and _DURING.search(before) is not None


def is_imprint(body: str, span: Span) -> bool:
    """Say whether a date is that of a publication in a reference: *(Paris, 1937)*, *No. 12, 1936*."""
    before, after = body[max(0, span.start - _WIDE) : span.start], body[span.end : span.end + 12]
    is_in_brackets = after[:1] in {")", ","} and _IMPRINT.search(before)
    return bool(is_in_brackets or _ISSUE.search(before) or _PAGES.match(after))
