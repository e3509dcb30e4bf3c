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
    r"believe|fear|fanc|dream|swore|vow|gossip|whisper|gave out|"
    r"give out|would have (?:us|you|me|it)|(?:legend|rumou?r|tradition) has|the story goes)"
)
_WISHING = r"(?:hop(?:e|ing)|wish|want|need|credit|grant|argu|vision)"
_UNTRUE = (
    r"(?:false|untrue|lie|lies|lied|myth|legend|fiction|error|mistake\w*|wrong|absurd\w*|nonsense|impossib\w+|unlikely|"
    r"slander|forged|forgery|forger|fabricat\w+|invent\w+|fable|gossip|hearsay|calumny|canard|superstition|groundless|"
    r"unfounded|folly|joke|comedy|novels?|contrary|opposite|reverse|otherwise|incredible|beyond belief)"
)
_FAR_FROM = (
    r"(?:far from (?:it|being|so|true|certain|clear|the truth)|anything but|in vain|too (?:much|far|soon) to|"
    r"(?:premature|rash|idle) to|remains to be|has yet to be|fail\w* to (?:show|prove|find)|unable to|lack\w*)"
)
_FORCED = (
    r"(?:(?:was|were|been|be|being) (?:made|forced|compelled|ordered|told|promised|paid|bribed|threatened|coached|"
    r"instructed|pressed|beaten|tortured)|under (?:the )?(?:torture|whip|lash|knout|duress|threat|pressure|"
    r"interrogation|orders|hypnosis)|(?:to|in order to) (?:please|flatter|save|spare|deceive|protect)|"
    r"(?:for|out of) fear|dictat\w+|on the rack)"
)
_SAID = "it is said|they say|he says|she says"
_SO_SAID = r"(?:says?|said|had it|put it|tells?|told|claim\w*|pretend\w*|alleg\w*|assert\w*|report\w*)"
_DENIAL = (
    r"(?:den(?:y|ies|ied|ying)|refus\w+|disput\w+|reject\w+|disprov\w+|refut\w+|contradict\w+|"
    r"withdr[ae]w\w*|recant\w*|retract\w*|t(?:ake|akes|ook|aking) back|disown\w*|disavow\w*|repudiat\w*|dismiss\w*)"
)
_DOUBT = (
    r"(?:doubt\w*|whether|uncertain|questionable|improbable|perhaps|possibly|maybe|supposedly|allegedly|reportedly|"
    r"apparently|open question)"
)
_IF = r"(?:if|unless|had|were|suppose|supposing|provided|in case|should|lest)"
_BUT = (
    r"(?:but|unless|except|excepting|save|barring|only|provided|though|although|however|at least|apart from|"
    r"as long as|so long as|in so far|insofar|to the extent|(?:and )?(?:yet|still)(?=,? \w))"
)
_STORY = (
    r"(?:story|tale|charge|claim|version|rumou?r|legend|assertion|allegation|fable|accusation|confession|assumption|"
    r"theory|supposition)"
)
_UNREAL = r"(?:dream|vision|novel|play|poem|film|imagination|fancy|theory|jest|rumou?r|opinion|eyes)"
_ASSUMING = r"(?:assuming|supposing|granted|on condition)"
_SURE = rf"(?:doubt\w*|question\w*|contest\w*|{_DENIAL})"
_AFFIRMED = re.compile(
    rf"{NEGATION.pattern}[^.;:,]{{0,40}}\b{_SURE}\b[^.;:,]{{0,30}}$"
    rf"|\b(?:beyond|past|without) (?:\w+ )?{_SURE}\b[^.;:,]{{0,30}}$"
    rf"|\b(?:no|small|little) (?:wonder|surprise)\b[^.;:,]{{0,30}}$"
    rf"|{NEGATION.pattern}[^.;:,]{{0,20}}\b(?:\w+er|more|less|fewer)\b[^.;:,]{{0,20}} than\b[^.;:]{{0,30}}$",
    re.IGNORECASE,
)
"""Who leaves no doubt, and what nobody denies; what is surer than nothing else. Two negations affirm."""
_AND_YET = r"(?! (?:also|then|before|rather|just))"
_NO_MORE = r"(?! (?:only|merely|far|long|least|less|fewer|later|yet|without)\b)"
_IS = r"(?:is|was|are|were|did|does|do|has|had|can|could)"
_GOVERNS = r"(?:[^.;,:]{0,50}\b(?:that|whether|if|to|as though|as if)\s*|\s+(?:[\w'’]+\s+){0,2})"


def _rules(*rules: tuple[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in rules)


_BEFORE = _rules(
    ("a denial", rf"\b{_DENIAL}\b[^.;:]{{0,40}}$"),
    ("what is called untrue", rf"\b{_UNTRUE}\b[^.;:]{{0,30}}\b(?:that|to|how)\b[^.;:]{{0,40}}$"),
    ("what is called untrue", rf"\b{_FAR_FROM}\b[^.;:]{{0,40}}$"),
    ("a doubt", rf"\b{_DOUBT}\b[^.;:]{{0,30}}$"),
    (
        "a condition",
        rf"(?:^|[,;]\s*|\b(?:and|but|only|even|as)\s+){_IF}\b[^.;,]{{0,60}}(?:, (?:as|so)\b[^.;,]{{0,30}})?,?\s*$",
    ),
    ("something forced", rf"\b{_FORCED}\b[^.;:]{{0,50}}\b(?:that|how)\s*$"),
    (
        "somebody's claim",
        rf"\b{_SAYING}\w*\s+(?:\w+\s+)?$|\b(?:{_SAYING}|{_WISHING})\w*\b[^.;:,]{{0,50}}\b(?:that|how)\s*$",
    ),
    ("somebody's claim", r"\baccording to\b[^.;]{0,40}$"),
    (
        "somebody's claim",
        r"\b(?:only|alone|the one \w+ who|those who)\b[^.;:]{0,30}\b(?:say|tell|hold)\w*\b[^.;:]{0,20}\bthat\s*$",
    ),
    ("a question", r"^\W*(?:who|can|could|is|was|are|how|why|by what|does|did|should|would)\b[^.;:]*\bthat\s*$"),
    ("a negation", rf"(?!without){NEGATION.pattern}{_GOVERNS}$"),
)
_AFTER = _rules(
    ("a limit", rf"^[\s,;:–—-]*\(?{_BUT}\b{_AND_YET}"),
    ("a condition", rf"^[\s,;–—-]*(?:if|had|were it|(?:always )?{_ASSUMING}|failing|without which)\b"),
    ("a question", r"^[^.!;:]{0,100}\?"),
    ("what is called untrue", rf"^[^.!?]{{0,60}}\b{_UNTRUE}\b"),
    ("a denial", r"^[\s,;:–—-]*(?:none|nothing|not a word|not one word) (?:of|in) (?:this|that|it)\b"),
    ("something forced", rf"^[^.!?;]{{0,60}}\b{_FORCED}\b"),
    (
        "a denial",
        r"^[^.!?;]{0,50}\b(?:withdrawn|withdrew|recant\w*|retract\w*|took back|taken back|disavow\w*|disproved)\b",
    ),
    (
        "a doubt",
        r"^[^.!?]{0,40}\b(?:no|not a|nor any) (?:\w+ )?(?:proof|evidence|trace|sign|witness|source|entry|record)\b",
    ),
    ("what is not real", rf"^\s*(?:only )?in (?:[\w'’]+\s+){{1,4}}?{_UNREAL}s?\b"),
    ("somebody's claim", rf"^[\s,;–—-]*(?:or |as |and |at (?:any rate|least) )*so (?:[\w'’]+ ){{0,7}}?{_SO_SAID}\b"),
    ("somebody's claim", rf"^[\s,;–—-]+(?:an?|the|his|her|their) (?:\w+ )?{_STORY}\b"),
    ("somebody's claim", r"^[\s,;–—-]*on the (?:\w+ )?(?:word|authority|evidence|testimony|say-so) of\b"),
    (
        "somebody's claim",
        rf"^[\s,;–—-]*(?:or |as |so |at least )*(?:\w+ ){{0,4}}(?:according to|{_SAYING}\w*|{_SAID})\b",
    ),
    ("somebody's claim", r"^[^.!?]{0,40}\bonly [^.!?]{0,30}\bword\b"),
    # The sentence's own verb goes on (`he did | not go`), or looks back (`, which was never proved`).
    ("a negation", rf"^(?=\w)(?:[\w'’]+\s+)?(?:{_IS}\s+)?(?!without){NEGATION.pattern}{_NO_MORE}"),
    (
        "a negation",
        rf"^[\s,;:–—-]*(?:and |but )?(?:which|this|that) (?:{_IS}\s+{NEGATION.pattern}|cannot\b|\w+n['’]t\b){_NO_MORE}",
    ),
)
_NEXT = _rules(
    ("a denial", rf"^\W*(?:all )?(?:this|that|it) (?:is|was) (?:{NEGATION.pattern}|(?:\w+ )?{_UNTRUE})\b"),
    ("a denial", r"^\W*(?:none|nothing|not a word|not one word) (?:of|in) (?:this|that|it)\b"),
    ("somebody's claim", r"^\W*(?:such|so|this|that),? at least\b"),
)
"""What the next sentence says of the whole one that is quoted."""
_LEFT_OUT = re.compile(r"[.!?]['\"’”)]*\s+[\"“‘(]?[A-Z]")


def flags(body: str, verdict: Verdict) -> tuple[Flag, ...]:
    """Say what a reader should know of the words around a quotation, and of those that it leaves out."""
    if not verdict.spans:
        return ()
    return (*_truncated(body, verdict), *_negation_left_out(verdict))


def _truncated(body: str, verdict: Verdict) -> Iterator[Flag]:
    start, end = verdict.spans[0].start, verdict.spans[-1].end
    before = _SENTENCE.split(body[max(0, start - _BEYOND) : start])[-1]
    after, *following = _SENTENCE.split(f"{body[end : end + _BEYOND]} ")
    sides = [(_BEFORE, before, "before"), (_AFTER, after, "behind")]
    if following and not re.search(r"\w", after):
        sides.append((_NEXT, following[0], "behind"))
    for rules, words, where in sides:
        said = " ".join(words.split()) + (" " if where == "before" else "")
        if where == "before" and _AFFIRMED.search(said):
            continue
        for name, rule in rules:
            found = rule.search(said)
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
