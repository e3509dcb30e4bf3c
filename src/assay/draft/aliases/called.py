"""The ways in which a text says what others call somebody: nicknames, bywords, names that one goes by.

They are read like those in `patterns`; where `person` is missing, a pronoun stands for whoever was named before.
"""

from msgspec import structs

from assay.draft.aliases.parts import CAPITAL, CLOSE, NAME, OPEN, QUOTED_CLOSE, QUOTED_OPEN, Way, way

_SMALL = r"(?<=[\"“'‘*_]the\s)[a-z][\w-]+(?:\s[a-z][\w-]+){0,2}(?=[\"”'’*_])"
_NICK = rf"(?:the\s|The\s)?{OPEN}(?P<alias>{NAME}|{_SMALL})(?![^\W_]|['’]s\s\w){CLOSE}"
_IN_QUOTES = (
    rf"(?:the\s|The\s)?{QUOTED_OPEN}(?:the\s|The\s)?(?P<alias>{NAME}|{_SMALL})(?![^\W_]|['’]s\s\w){QUOTED_CLOSE}"
)
_PERSON = rf"(?P<person>{NAME})"
_OFTEN = (
    r"(?:(?:always|all|only|sometimes|often|soon|later|once|ever|had|have|has|would|used\sto|came\sto|still|simply|just|"
    r"liked\sto|also|already|universally|generally|usually|affectionately|jokingly|[a-z]+ly)\s){0,3}"
)
_CALLED = r"(?:ca[l1]{2}ed|nicknamed|dubbed|christened|named|known|addressed|remembered|spoken\sof|referred\sto)"
_CALL = r"(?:ca[l1]{2}ed|ca[l1]{2}s?|nicknamed|dubbed|christened|named|knew|know|knows|referred\sto|spoke\sof)"
_AMONG = r"(?:\s(?:to|by|in|among|amongst|throughout|at|on|all\sover)\s(?!the\sname)[\w\s'’-]{1,40}?)?"
_AS = r"(?:\s(?:as|by\sthe\s(?:name|nickname)(?:\sof)?))?"
_IS = r"(?:was|is|has\sbeen|had\sbeen|came\sto\sbe|would\sbe|became)"
_WHO = (
    rf"(?:\b(?:[Ee]very(?:body|one)|[Pp]eople|[Tt]hey|[Ww]e|[Oo]thers|[Aa]ll|[Ss]ome|[Mm]any|[Mm]ost|[Ww]ho)|"
    rf"\b(?:[Hh]is|[Hh]er|[Mm]y|[Oo]ur|[Tt]heir|[Tt]he)\s(?:[\w-]+\s){{0,3}}?[\w-]+|\b{NAME})"
)
_NAMED = r"(?:\sthe\s(?:\w+\s)?(?:name|nickname|alias)(?:\sof)?)"


def _near(rule: str, pattern: str) -> Way:
    """A way in which a pronoun means whom its own sentence names first."""
    return structs.replace(way(rule, pattern), near=True)


CALLED: tuple[Way, ...] = (
    _near(
        "what others call somebody, by a pronoun",
        rf"{_WHO}\s{_OFTEN}{_CALL}\s(?:him|her){_AS}\s{_NICK}",
    ),
    way(
        "what somebody was called, by a pronoun",
        rf"\b(?:[Hh]e|[Ss]he)\s{_IS}\s{_OFTEN}{_CALLED}{_AMONG}{_AS}\s{_NICK}",
    ),
    way(
        "what somebody was called",
        rf"{_PERSON}\b[^.;:()\"“”]{{0,60}}?\s{_IS}\s{_OFTEN}{_CALLED}{_AMONG}{_AS}\s{_NICK}",
    ),
    way("called", rf"{_PERSON},\s{_OFTEN}{_CALLED}{_AMONG}{_AS}\s{_NICK}"),
    way("as somebody was called", rf"{_NICK},?\s(?:as|which\sis\swhat)\s{_PERSON}\s{_IS}\s{_OFTEN}{_CALLED}\b"),
    _near(
        "as others call him",
        rf"{_NICK},?\s(?:as|which\s(?:is|was)\swhat)\s"
        rf"(?:{_WHO}\s{_OFTEN}{_CALL}\s(?:him|her)|(?:he|she)\s{_IS}\s{_OFTEN}{_CALLED})\b",
    ),
    way(
        "whom others know as",
        rf"{_PERSON},?\s(?:the\s(?:one|man|woman),?\s)?whom\s[^.;()]{{1,60}}?\b{_CALL}{_AS}\s{_NICK}",
    ),
    way(
        "the name that somebody goes by",
        rf"{_PERSON}\b[^.;:()]{{0,60}}?\s(?:(?:went|goes|go|going)\s(?:simply\s)?(?:by|under)|answer(?:ed|s|ing)\s(?:only\s)?to|"
        rf"pass(?:ed|es|ing)\s(?:as|for|under)){_NAMED}\s{_NICK}",
    ),
    way(
        "the name that somebody goes by, in quotation marks",
        rf"{_PERSON}\b[^.;:()]{{0,60}}?\s(?:(?:went|goes|go|going)\s(?:simply\s)?(?:by|under)|answer(?:ed|s|ing)\s(?:only\s)?to|"
        rf"(?:wrote|writes|published|travelled|registered|lived|enrolled|appears|appeared|figures|signed)\s(?:\w+\s){{0,3}}?as)\s"
        rf"{_IN_QUOTES}",
    ),
    way(
        "how somebody signs",
        rf"{_PERSON}\b[^.;:()]{{0,60}}?\s(?:signed|signs|signing)\s(?:his|her)\s(?:\w+\s)?(?:letters?|articles?|pieces|columns?|reports?|"
        rf"poems)\s(?:as\s)?{_NICK}",
    ),
    way(
        "a nickname between the first name and the surname",
        rf"\b{CAPITAL}\s{QUOTED_OPEN}(?:the\s|The\s)?(?P<alias>{CAPITAL}(?:\s{CAPITAL})?){QUOTED_CLOSE}\s(?P<person>{CAPITAL})",
    ),
    way("otherwise", rf"{_PERSON},?\s(?:otherwise(?:\scalled)?|the\sso-called)\s{_NICK}"),
    way(
        "that is to say who it was",
        rf"{_NICK}(?:,\s|\s?[–—-]\s?)(?:that\s(?:is|was)(?:\sto\ssay)?|this\s(?:is|was)|i\.\s?e\.),?\s{_PERSON}(?!['’])",
    ),
    way(
        "a name in quotation marks was somebody's",
        rf"{_IN_QUOTES}\s(?:was|is)\s(?:really\s|in\sfact\s)?{_PERSON}(?!['’\w])",
    ),
)
