"""The ways in which a text says that a name stands for somebody. One row to a way; no list is complete.

`alias` and `person` are names as written. Where `person` is missing from a pattern, it is whoever was named before it.
"""

from assay.draft.aliases.called import CALLED
from assay.draft.aliases.parts import CAPITAL, CLOSE, NAME, OPEN, way

_A = rf"(?:the\s|The\s)?{OPEN}(?P<alias>{NAME}){CLOSE}"
_B = rf"(?P<person>{NAME})"
_SIGNED = r"\s*[-–—]+\s*(?:(?:[A-Z]\.\s?){1,3}|[Ee]d(?:itor|s)?\b\.?|[Tt]r(?:ans)?\.?|[Aa]uthor|[A-Z][\w. ]{1,24})"
_SORT = (
    r"(?:conspiratorial|conspirative|party|code|cover|underground|pen|stage|real|true|actual|original|family|birth|maiden|"
    r"secret|assumed|false|revolutionary|literary|fictitious|nick|baptismal|given)"
)
_NAMED = (
    rf"(?:{_SORT}[- ]?(?:name|surname)|nickname|pseudonym|alias|code[- ]?name|pen[- ]?name|nom de (?:guerre|plume))"
)
_OF = (
    r"(?:of|for|used by|adopted by|given to|borne by|"
    r"(?:which|that|by which|under which) (?:[a-z]+ ){1,6}?(?:for|to|of|meant|called|mean|call|with))"
)
_DESCRIBED = r"(?:the\s|our\s|his\s|her\s)?(?:[a-z]+\s){0,4}?"
_AS = (
    r"(?:(?:also|better|otherwise|generally|usually|formerly|later|previously)\s)?known\s(?:(?:to|in|among|by)\s(?!the\sname)[\w\s]{1,30}?\s)?(?:as|by\sthe\s"
    r"(?:name|nickname|pseudonym|alias)(?:\sof)?)"
)
_UNDER = rf"under\s(?:the|an?|his|her)\s(?:[a-z]+\s)?(?:{_NAMED}|name)(?:\s(?:of|is|was))?"
_TOOK = (
    r"(?:(?:took|adopted|assumed|used|using|bore|had|chose|with|by)\s(?:the|his|her|an?)\s"
    rf"(?:[a-z]+\s)?(?:{_NAMED})(?:\sof)?|"
    r"(?:took|adopted|assumed|used|using)\sthe\sname(?:\sof)?|"
    r"(?:signed|signing|called|calling|styled|styling)\s(?:himself|herself)(?:\sas)?|"
    r"(?:went|goes|going)\sby\sthe\sname(?:\sof)?|changed\s(?:his|her)\sname\sto|"
    r"(?:a\s)?passport\sin\sthe\sname\sof|nicknamed|code-?named|dubbed)"
)


BORN = "born"
UNCALLED = "what nobody calls somebody"
SECOND_PAIR = "the second of two pairs of names"


WAYS = (
    way(
        "brackets say whose name it is",
        rf"{_A}\s[(\[](?:the\s|a\s|this\sis\s(?:the\s)?)?(?:\w+\s){{0,2}}?{_NAMED}\s{_OF}\s{_DESCRIBED}{_B}"
        rf"(?:{_SIGNED})?[^()\[\]]{{0,60}}[)\]]",
    ),
    way(
        "brackets say that it is somebody's other name",
        rf"{_A}\s[(\[](?:this\sis\s)?{_B}['’]s?\s(?:\w+\s){{0,2}}?{_NAMED}(?:{_SIGNED})?[^()\[\]]{{0,60}}[)\]]",
    ),
    way(
        "a signed insertion names somebody",
        rf"{_A}\s[(\[](?:i\.\s?e\.,?\s|that\sis,?\s|meaning\s)?{_B}{_SIGNED}[)\]]",
    ),
    way(
        "an insertion into quoted words names somebody",
        rf"{_A}\s[(\[](?:i\.\s?e\.,?\s|that\sis,?\s|meaning\s|=\s?)?{_B}[)\]]",
        quoted_only=True,
    ),
    way(
        "brackets give another name",
        rf"(?P<person>{NAME})\s[(\[](?:(?:alias|aka|a\.\s?k\.\s?a\.|also\sknown\sas|also\scalled|also|{_AS}|n[ée]e|born|formerly|"
        rf"(?:his|her)?\s?{_NAMED}(?:\s(?:was|is|of))?:?)\s)(?:the\s)?{OPEN}(?P<alias>{NAME}){CLOSE}"
        rf"(?:{_SIGNED})?[^()\[\]]{{0,40}}[)\]]",
    ),
    way(
        "a name in brackets behind a name",
        rf"(?P<person>{NAME})\s\((?P<alias>{CAPITAL}(?:\s{CAPITAL})?)\)",
        usual_first=True,
    ),
    way(
        "who took a name is said",
        rf"\b(?:who|that)\s{_TOOK}\s(?:the\s)?{OPEN}(?P<alias>{NAME}){CLOSE}\s(?:was|is|had\sbeen|turned\sout\sto\sbe)\s{_B}",
    ),
    way(
        "whose other name is said",
        rf"(?P<person>{NAME})(?:\s[(\[][^()\[\]]{{1,40}}[)\]])?,?\s[^.;()]{{0,60}}?\bwhose\s(?:\w+\s)?{_NAMED}\s(?:was|is|had\sbeen)\s"
        rf"(?:the\s)?{OPEN}(?P<alias>{NAME})",
    ),
    way(
        "somebody's other name is said",
        rf"(?P<person>{NAME})['’]s?\s(?:\w+\s)?{_NAMED}(?:,?\s(?:was|is|had\sbeen))?,?\s(?:the\s)?{OPEN}(?P<alias>{NAME})",
    ),
    way(
        "the other name of somebody is said",
        rf"\b(?:the|The)\s(?:\w+\s)?{_NAMED}\s{_OF}\s{_DESCRIBED}(?P<person>{NAME})(?:\s(?:was|is|had\sbeen)|,|:)\s(?:the\s)?{OPEN}"
        rf"(?P<alias>{NAME})",
    ),
    way(
        "a name is said to be another's",
        rf"{_A},?\s(?:(?:was|is|being|which\swas|which\sis)\s)?(?:the|a)\s(?:\w+\s)?{_NAMED}\s{_OF}\s{_DESCRIBED}{_B}",
    ),
    way(
        "alias",
        rf"(?P<person>{NAME}),?\s(?:alias|aka|a\.\s?k\.\s?a\.?)\s(?:the\s)?{OPEN}(?P<alias>{NAME})",
    ),
    way(
        "known as",
        rf"(?P<person>{NAME})(?:\s[(\[][^()\[\]]{{1,40}}[)\]])?,?\s(?:[^.;:()\"“”]{{0,50}}?\b)?{_AS}\s(?:the\s)?{OPEN}(?P<alias>{NAME})",
    ),
    way(
        "under another name",
        rf"(?P<person>{NAME})\b[^.;:()\[\]\"“”]{{0,80}}?\s{_UNDER}\s(?:the\s)?{OPEN}(?P<alias>{NAME})",
    ),
    way(
        "a name that was taken",
        rf"(?P<person>{NAME})\b[^.;:()\[\]\"“”]{{0,60}}?\s{_TOOK}\s(?:the\s)?{OPEN}(?P<alias>{NAME})",
    ),
    way(
        "by which somebody was meant",
        rf"(?:by|By|as|As)\s{OPEN}(?P<alias>{NAME}){CLOSE},?\s(?:he\s|she\s|they\s)?(?:means?|meant|was\smeant|is\smeant)\s{_B}",
    ),
    way(
        "whose name it was, by a pronoun",
        rf"\b(?:His|Her|his|her)\s(?:\w+\s)?{_NAMED}\s(?:was|is|had\sbeen)\s(?:the\s)?{OPEN}(?P<alias>{NAME})",
    ),
    way(
        "how somebody is called",
        rf"{_A},?\s[(\[\-–—]*\s?(?:(?:that|this)\s(?:is|was)|so|as)\s?(?:how|what)?\s[^()\[\].;]{{1,50}}?\b"
        rf"(?:called|call|calls|named|nicknamed|dubbed|referred\sto|refers?\sto|refer\sto|knew|meant|means)\s{_B}",
    ),
    way(
        "by what name somebody is called",
        rf"\b(?:(?:called|calls|call)(?=\s{CAPITAL}\s(?:the\s)?[\"“']|\s{CAPITAL}\sby\s)|named|nicknamed|dubbed|christened|"
        rf"refers?\sto|referred\sto)\s(?P<person>{CAPITAL})\s(?:(?:as|by\sthe\s(?:\w+\s)?(?:name|nickname|{_NAMED})(?:\sof)?)\s)?(?:the\s)?[\"“']?(?P<alias>{CAPITAL}(?:\s{CAPITAL})?)",
    ),
    way(
        "by a father's name",
        rf"\b(?:borne|bore|bear|carried|carry|used|use|have|had)\sthe\sname\s(?:of\s)?(?P<person>{NAME})\b[^()]{{0,200}}?\bname\sof\s"
        rf"(?:my|his|her)\s(?:father|mother|parents)\s\((?P<alias>{NAME})\)",
        may_end=True,
    ),
    way(
        UNCALLED,
        rf"\b(?:[Nn]o\sone|[Nn]obody|[Nn]o-one)\s(?:ever\s|now\s)?call(?:s|ed)\s(?P<person>{CAPITAL})\s(?P<alias>{CAPITAL})(?!\s[A-Z])",
    ),
    way(
        "a name in brackets behind somebody's other name",
        rf"{_A}\s[(\[](?:(?:his|her)\s)?(?:real|true|actual|full)\sname:?\s(?:was\s|is\s)?{_B}[^()\[\]]{{0,40}}[)\]]",
    ),
    way(
        "a name is said to be somebody's",
        rf"{_A}\s(?:was|is|had\sbeen)\s{_B}['’]s?\s(?:\w+\s)?{_NAMED}\b",
    ),
    way(
        "who somebody was in fact",
        rf"\b(?:man|woman|person|one|agent|author)?,?\s?\b(?:called|named|known\sas|calling\s(?:him|her)self)\s{_A},?\s(?:was|is)\s"
        rf"(?:in\sfact|in\sreality|really|actually)\s{_B}",
    ),
    way("none other than", rf"{_A},?\s(?:was|is|being)\snone\sother\sthan\s{_B}"),
    way(
        "what somebody was called at another time",
        rf"(?P<person>{NAME}),\s(?:then|formerly|later|previously|once)\s(?:still\s)?(?:called|named|known\sas|calling\s(?:him|her)self)\s"
        rf"(?:the\s)?{OPEN}(?P<alias>{NAME})",
    ),
    way(
        "by a father's name, in one sentence",
        rf"(?P<person>{NAME})\b[^()]{{0,200}}?\bname\sof\s(?:my|his|her)\s(?:father|mother|parents)\s\((?P<alias>{NAME})\)",
    ),
    way(
        "a real name is not the usual one",
        rf"\b(?:name|surname)['’\"”]?(?:\(!\))?\sof\s(?:my|his|her|their)\s[a-z]+\s(?:was|is)\snot\s{_B},?\s(?:but|it\swas)\s"
        rf"(?P<alias>{NAME})",
    ),
    way(
        "the first of two pairs of names",
        rf"\bnames\s(?:of\s)?(?P<person>{NAME})\sand\s{NAME}\b[^.;]{{0,80}}?\bthan\s(?:the\snames\s)?(?:of\s)?(?P<alias>{NAME})\sand\s{NAME}",
    ),
    way(
        SECOND_PAIR,
        rf"\b(?<=and\s)(?P<person>{NAME})\b[^.;]{{0,80}}?\bthan\sthe\snames\s(?:of\s)?{NAME}\sand\s(?P<alias>{NAME})",
    ),
    way(
        BORN,
        rf"(?P<person>{NAME}),?\s(?:who\s)?(?:was\s)?(?:born|n[ée]e)\s(?:as\s)?(?P<alias>(?!(?:in|on|at)\b){NAME})",
    ),
    *CALLED,
)
