"""Records of what was said to one body or one person: who is told, by the heading of the document.

    RECORD OF INTERVIEW. Present: the applicant; the interviewing officer      the interviewing officer
    REPORT OF THE COMMISSION OF INQUIRY INTO ...                               the Commission
    IN THE HIGH COURT OF ...                                                   the court

A witness who is heard there tells it to them, unless the text says that he told somebody else, or wrote it.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from assay.draft.sayings.saying import Party, Saying
from assay.model.location import Span
from assay.voices.lexicon import is_person, is_somebody

_HEAD = 500  # characters in which a document says what it is
_HEARING = r"commission|committee|inquiry|tribunal"
_TABLE = (
    (
        r"(?i:\b(?:record|transcript|minutes|notes?) of (?:an? |the )?(?:\w+ )?interview\b)",
        r"(?i:\b(?P<who>(?:interviewing|investigating|examining) \w+|interviewer)\b)",
    ),
    (
        rf"(?i:\b(?:report|findings|proceedings|hearings) of the (?:[\w’'-]+ ){{0,4}}?(?:{_HEARING})\b)",
        rf"(?i:\b(?P<who>{_HEARING})\b)",
    ),
    (r"\bIN THE (?:[\w’'-]+ ){0,6}COURT\b", r"\b(?P<who>COURT)\b"),
)
"""How a document is headed, and who is told what is said in it."""
_COMPILED = tuple((re.compile(heading), re.compile(who)) for heading, who in _TABLE)
_ALOUD = frozenset({"", "court", "commission", "interview", "testimony", "interrogation"})


def told_on_record(found: Sequence[Saying], body: str) -> Iterator[Saying]:
    """Give what witnesses say in a record those who heard them; what is quoted within it stays."""
    listener = _listener(body[:_HEAD])
    for one in found:
        is_heard = one.within < 0 and not one.to and one.setting in _ALOUD and _is_witness(one.witness)
        yield structs.replace(one, to=(listener,)) if listener is not None and is_heard else one


def _listener(head: str) -> Party | None:
    for heading, who in _COMPILED:
        match = heading.search(head)
        named = who.search(head, match.start()) if match is not None else None
        if named is not None:
            span = Span(named.start("who"), named.end("who"))
            return Party(named["who"].lower(), span, "carried")
    return None


def _is_witness(party: Party) -> bool:
    """Say whether somebody can be heard: a person, and neither a council nor a document."""
    last = party.name.split()[-1].lower()
    return is_person(last) or (party.name[:1].isupper() and not is_somebody(last))
