"""Who says *I* in a letter: whoever signs it, between the words to the one who gets it and the name at its foot."""

import re
from collections.abc import Iterator

from msgspec import Struct

from assay.model.location import Span
from assay.voices.beside import NAME

_DEAR = re.compile(r"^[ \t]*(?:My )?(?:[Dd]ear(?:est)?|Sirs?|Madam|Gentlemen|Comrades?)\b[^\n.]{0,60}$", re.MULTILINE)
_SIGNED = re.compile(
    r"^[^\n]{0,40}?\b(?:Your|[Yy]ours|Sincerely|Faithfully|Respectfully|Affectionately|With (?:love|regards|greetings)|"
    r"With (?:my |best |kind |warm )+(?:love|wishes|regards|greetings))\b[^\n.]{0,40}?"
    rf"(?:,[ \t]*|[ \t]*\n\s*)(?P<name>{NAME})\.?[ \t]*$",
    re.MULTILINE,
)
_LONGEST = 60_000  # characters of a letter


class Letter(Struct, frozen=True):
    """A letter within a text, and who signed it."""

    span: Span
    signed: str


def letters(body: str) -> Iterator[Letter]:
    """Find the letters of a text that say to whom they are and by whom, in order."""
    begun = 0
    for signed in _SIGNED.finditer(body):
        dear = next(_DEAR.finditer(body, max(begun, signed.start() - _LONGEST), signed.start()), None)
        if dear is not None:
            yield Letter(Span(dear.start(), signed.end()), signed["name"])
        begun = signed.end()
