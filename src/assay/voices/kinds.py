"""Speech, or a term held at arm's length? Rules of thumb, tried in order; the first that speaks decides."""

import re

from assay.model.voices import QuoteKind
from assay.voices.context import REPLY, VERB, Context
from assay.voices.lexicon import listed

_TITLED = re.compile(
    r"\b(?:articles?|books?|novels?|pamphlets?|chapters?|journal|newspapers?|novellas?|stor(?:y|ies)|sketch|memoirs|"
    r"collection|titled?|entitled|essay|poem|play|song|film|headline|factory|ship|pseudonym|called|paper|brochure|"
    r"magazine)\W+(?:by (?:[\w.]+ ?){1,3}\W+)?$",
    re.IGNORECASE,
)
_SAID_BEFORE = re.compile(rf"\b{VERB}\b(?:[^.:;]{{0,40}}?)(?:[,:]| that)?\s*$")
_SAID_DIRECTLY = re.compile(rf"\b{VERB}\b(?:[^.:;]{{0,12}}?)(?:[,:]| that)?\s*$")
_SAID_AFTER = re.compile(
    r"^,?\s*(?:[A-Z][\w.'-]*\s?){0,3}(?:he|she|they|people|some|others|many|everyone|someone|the \w+(?: \w+)?)?"
    rf"\s?{VERB}\b"
)
_OF = re.compile(
    r"\b(?:of|with|in|on|by|at|for|against|from|to|about|the|a|an|this|these|his|her|their|its)\s*$|['’]s?\s*$",
    re.IGNORECASE,
)
_MENTIONED = re.compile(
    r"\b(?:word|term|expression|phrase|label|slogan|so-called|name|nickname|formula|concept)s?,?\W*$"
)
_IN_WORDS = re.compile(
    r"\b(?:with|in|by) (?:the|these|those|his|her|their) (?:one word|single word|few words|words),?:?\s*$"
)
_NAMED = r"(?:he|she|I|they|we|(?:the [a-z]+|[A-Z][\w.'-]+)(?: [A-Z][\w.'-]+)?)"
_GOES_ON = re.compile(
    rf"_[\W_]{{0,3}}\s*(?:{_NAMED} (?:\w+ly )?(?:{VERB}|begins|began)|(?:{VERB}|begins|began) {_NAMED})"
    r"\b[^.;:_]{0,40},\s*$"
)
_OWNED = re.compile(
    r"\W*(?:as (?:they|he|she|[A-Z][\w.]+) (?:call|term|put|say|said|describe|name)"
    r"|to (?:use|borrow|quote) (?:\w+ ){0,2}[A-Z]\w+['’]s (?:language|words?|expression|phrase|term))"
)
_ANNOUNCED = re.compile(
    rf"\b(?:{VERB}|argument|charges?|language|slogans?|words|accusations?|epithets?|phrases|formula|answers?|repl(?:y|ies))\b"
    r"[^.!?;]{0,60}:[^.!?;]*$"
)
_DESCRIBED = re.compile(
    r"\b(?:describ|characteri[sz]|denounc|dismiss|brand|condemn|prais|portray|hail)\w*\b[^.;:\"“”‘]{0,60}?\bas\s+(?:an?\s|the\s)?$"
)
_BY_ACCOUNT = re.compile(
    r"\b(?:[Aa]ccording to (?!the (?:law|rules|book|plan))|[Ii]n the words of |[Ii]n (?:his|her|their|[A-Z]\w+['’]s) "
    r"(?:own )?(?:words|opinion|view|account|estimate|judgment|telling)\b)[^.;:]*$"
)
_THREE_WORDS = "three words or fewer"
_NAME = "a name, in capitals"
_NO_VERB = "a short phrase without a verb, and nobody says it"
FEW_WORDS = frozenset({_THREE_WORDS, _NO_VERB})
"""Rules that say only that there are few words: the grammar of the sentence may know better."""
_SHORT, _MIDDLING = 3, 6
_FINITE = listed(
    """is are was were am be been has have had do does did will would can could should must may might shall isn't wasn't
    didn't don't couldn't won't can't"""
)
_PERSONAL = listed("i we you he she they it me us him them my our your who what")
_WITHIN = listed("on for before in with by from as against at without under through about into until")
_FEWEST = 1  # to remove him
_LONGEST_NAME = 12
_SMALL = listed("a an the of and or in on for to from with by at as vs")


def kind_of_quote(context: Context) -> tuple[QuoteKind, str]:
    """Return what a quotation is, and the rule that said so."""
    words = re.findall(r"[\w'’-]+", context.words)
    lowered = {word.lower() for word in words}
    is_object = _OF.search(context.lead) is not None and len(words) <= _SHORT
    before = _SAID_DIRECTLY if len(words) <= _SHORT else _SAID_BEFORE
    said = bool(before.search(context.lead) or (_SAID_AFTER.match(context.after) and not is_object))
    if not words:
        return "scare", "no words"
    if _is_capitalised(words) and _TITLED.search(context.lead):
        return "title", "capitals behind the name of a kind of work"
    if _IN_WORDS.search(context.lead) and not _is_name(context, words):
        return "mixed", "in somebody's words"
    if _MENTIONED.search(context.lead) and len(words) <= _MIDDLING and not context.words.rstrip().endswith("!"):
        return "scare", "mentioned as a word"
    if len(words) > 1 and context.words.rstrip().endswith("!"):
        return "speech", "exclaimed"
    if context.words[:1].isupper() and context.words.rstrip().endswith(".") and context.is_free_standing:
        return "speech", "a sentence of its own"
    if len(words) > 1 and _GOES_ON.search(context.lead):
        return "speech", "goes on behind its attribution"
    if REPLY.match(context.after):
        return "speech", "a reply"
    if _OWNED.match(context.after):
        return "mixed", "said to be somebody's word for it"
    if len(words) > 1 and not _is_exclaimed(context) and _ANNOUNCED.search(context.lead):
        return "mixed", "behind a colon that announces somebody's words"
    if _is_name(context, words) and not lowered & _FINITE:
        return "scare", _NAME
    if _starts_within(words) and not context.is_free_standing:
        return "mixed", "a phrase that begins in the middle of a clause"
    if len(words) <= _SHORT and not _is_exclaimed(context):
        if said and (lowered & _FINITE or lowered & _PERSONAL or context.words.rstrip().endswith((".", ","))):
            return "mixed", "a few words behind or before a verb of saying"
        return "scare", _THREE_WORDS
    if _DESCRIBED.search(context.lead) or _BY_ACCOUNT.search(context.lead):
        return "mixed", "as somebody describes it"
    is_phrase = len(words) <= _MIDDLING and not lowered & _FINITE and not context.is_free_standing
    if is_phrase and not said and not _is_exclaimed(context):
        return "scare", _NO_VERB
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


def _starts_within(words: list[str]) -> bool:
    """Say whether words begin as no term does: *on the basis of the law*, *to remove him*."""
    return (len(words) > _SHORT and words[0] in _WITHIN) or (len(words) > _FEWEST and words[0] == "to")


def _is_name(context: Context, words: list[str]) -> bool:
    is_sentence = context.is_free_standing or context.words.rstrip().endswith(("!", "?"))
    is_led_in = context.lead.rstrip().endswith(":")
    return 1 < len(words) <= _LONGEST_NAME and _is_capitalised(words) and not is_sentence and not is_led_in


def _is_capitalised(words: list[str]) -> bool:
    principal = [word for word in words if word.lower() not in _SMALL]
    return bool(principal) and all(word[:1].isupper() or word.isdigit() for word in principal)


def _is_exclaimed(context: Context) -> bool:
    if context.words.rstrip().endswith(("!", "?")):
        return True
    return context.lead.rstrip().endswith(":") and (
        " " in context.words.strip() or context.words.rstrip().endswith(".")
    )
