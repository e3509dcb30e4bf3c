"""Time that is told by an event: *before his arrest*, *during the war*, *on the eve of the coup*.

When that was, another sentence may say or none; nothing is said here. A table of events that a reader could put on a
calendar; it is not complete.
"""

from assay.draft.dates.counting import Row, moot, row

_WHEN = (
    r"(?:(?:soon|shortly|immediately|just|right|long|not long|directly|only|even|well|some time|sometime) )?"
    r"(?:before|after|since|until|till|following|prior to|on the eve of|upon|at the time of"
    r"|by the time of|in the wake of|on the day of)"
)
_LIFE = (
    r"(?:arrest|rearrest|death|birth|assassination|murder|killing|execution|release|suicide|marriage|wedding|funeral"
    r"|(?:coming|rise|return|accession) to power|abdication|deportation|expulsion|emigration|resignation|downfall"
    r"|overthrow|defection|imprisonment|liberation)"
)
_PUBLIC = (
    r"(?:(?:first|second|great|civil|cold|world|[A-Z][a-z]+(?:-[A-Z][a-z]+)?)\s){0,3}(?:[Ww]ar|[Rr]evolution|[Uu]prising"
    r"|[Cc]oup|[Rr]ebellion|[Ii]nvasion|[Aa]rmistice|[Pp]utsch|[Ff]amine|[Ee]arthquake|[Ll]iberation)(?:\s[Ww]ar)?(?:\s(?:I{1,2}|One|Two)\b)?"
)
_NAME = r"(?!The\s|This\s|That\s)(?:[A-Z]\.\s?)*[A-Z][\w’'-]*(?:\s(?:[A-Z]\.\s?)*[A-Z][\w’'-]*){0,2}"
_WHOSE = rf"(?:his|her|their|my|our|your|its|{_NAME}['’]s?)"
_WORDS = rf"(?:{_NAME}|[a-z]+)"
_ENDS = r"\b(?!\s+(?:of\s+(?:words|nerves|attrition|[A-Z1-9])|[a-z]*(?:crime|effort|year|aim|plan)s?\b))"
_EVENT = "dated by an event"

EVENTS: tuple[Row, ...] = (
    row(_EVENT, rf"(?i:{_WHEN}) {_WHOSE} {_LIFE}\b", moot),
    row(_EVENT, rf"(?i:{_WHEN}) the {_LIFE} of (?:his |her |their |my )?{_WORDS}", moot),
    row(_EVENT, rf"(?i:{_WHEN}|during|throughout) (?:the |(?=[A-Z])){_PUBLIC}{_ENDS}", moot),
    row(
        _EVENT,
        rf"(?i:as|when|once) (?:the )?{_PUBLIC} (?:approached|began|broke out|came|drew near|ended|started)\b",
        moot,
    ),
    row(_EVENT, rf"(?i:{_WHEN}) {_NAME} (?:came|rose|had come) to power\b", moot),
)
