"""Speech, or a term held at arm's length? Rules of thumb, tried in order; the first that speaks decides."""

import re

from assay.model.voices import QuoteKind
from assay.voices.context import VERB, Context

_TITLED = re.compile(
    r"\b(?:articles?|books?|novels?|pamphlets?|chapters?|journal|newspapers?|titled?|entitled|essay|poem|play|song|film|"
    r"headline|factory|ship|pseudonym|called|paper|brochure|magazine)\W+(?:by \w+ )?$",
    re.IGNORECASE,
)
_SAID_BEFORE = re.compile(rf"\b{VERB}\b(?:[^.:;]{{0,40}}?)(?:[,:]| that)?\s*$")
_SAID_AFTER = re.compile(rf"^,?\s*(?:[A-Z][\w.'-]*\s?){{0,3}}(?:he|she|they|the \w+(?: \w+)?)?\s?{VERB}\b")
_MENTIONED = re.compile(
    r"\b(?:word|term|expression|phrase|label|slogan|so-called|name|nickname|formula|concept)s?,?\W*$"
)
_SHORT, _MIDDLING = 3, 6
_FINITE = frozenset(
    """is are was were am be been has have had do does did will would can could should must may might shall isn't wasn't
    didn't don't couldn't won't can't""".split()  # noqa: SIM905 - a list of words reads best as words
)
_PERSONAL = frozenset("i we you he she they it me us him them my our your who what".split())  # noqa: SIM905 - likewise
_SMALL = frozenset("a an the of and or in on for to from with by at as vs".split())  # noqa: SIM905 - likewise


def kind_of_quote(context: Context) -> tuple[QuoteKind, str]:
    """Return what a quotation is, and the rule that said so."""
    words = re.findall(r"[\w'’-]+", context.words)
    lowered = {word.lower() for word in words}
    said = bool(_SAID_BEFORE.search(context.lead) or _SAID_AFTER.match(context.after))
    if not words:
        return "scare", "no words"
    if _is_capitalised(words) and _TITLED.search(context.lead):
        return "title", "capitals behind the name of a kind of work"
    if _MENTIONED.search(context.lead) and len(words) <= _MIDDLING:
        return "scare", "mentioned as a word"
    if len(words) <= _SHORT and not _is_exclaimed(context):
        if said and (lowered & _FINITE or lowered & _PERSONAL or context.words.rstrip().endswith((".", ","))):
            return "mixed", "a few words behind or before a verb of saying"
        return "scare", "three words or fewer"
    is_phrase = len(words) <= _MIDDLING and not lowered & _FINITE and not context.is_free_standing
    if is_phrase and not said and not _is_exclaimed(context):
        return "scare", "a short phrase without a verb, and nobody says it"
    return _speech_or_mixed(context)


def _speech_or_mixed(context: Context) -> tuple[QuoteKind, str]:
    text = context.words.lstrip(" .…")
    whole = text[:1].isupper() or text[:1] in "[(\"'"
    if context.lead.rstrip().endswith(":"):
        return "speech", "behind a colon"
    if context.is_free_standing:
        return "speech", "a sentence of its own"
    if whole and re.search(r"[.!?…,][\"'”’)\]]*$", context.words.rstrip()):
        return "speech", "a whole sentence"
    if re.search(rf"\b{VERB}\b[^.:;]{{0,25}},\s*$", context.lead):
        return "speech", "behind a verb of saying and a comma"
    if re.search(rf"\b{VERB}\s+that\s*$", context.lead) and len(context.words) > 120:  # noqa: PLR2004 - a long clause
        return "speech", "a whole clause behind a verb of saying"
    return "mixed", "woven into the sentence"


def _is_capitalised(words: list[str]) -> bool:
    principal = [word for word in words if word.lower() not in _SMALL]
    return bool(principal) and all(word[:1].isupper() or word.isdigit() for word in principal)


def _is_exclaimed(context: Context) -> bool:
    return context.words.rstrip().endswith(("!", "?")) or context.lead.rstrip().endswith(":")
