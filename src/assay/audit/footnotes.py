"""Where a manuscript says that its quotation stands.

Recognised, behind a quotation and before the next one: `(p. 17)` and `(Name 1937, p. 17)`, `(Name 1937: 17)`, `[^1]`
with its `[^1]: …` anywhere, and a note number behind the closing mark, raised or not, whose note is a numbered line
below a heading (`Notes`, `Footnotes`, `References`, `Endnotes`). `Ibid.` is the work of the note before. No other style
is read, and what is not recognised counts as no footnote.
"""

import re
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from assay.model.locators import Locator, parse_locator
from assay.model.text import Aside

_REACH = 160
_BESIDE = 3  # characters: a closing mark and a full stop
_LABEL = r"(?:\d{1,4}[rv]?|[ivxlc]{1,7})"
_PLACE = re.compile(rf"(?<!\w)(?:pp?|ff?|fols?)\.\s*{_LABEL}(?:\s*[-–]\s*{_LABEL})?\b")
_COLON = re.compile(rf"\d{{4}}[a-z]?\s*:\s*({_LABEL}(?:[-–]{_LABEL})?)$")
_BRACKETED = re.compile(r"^[^()\[\]\n]{0,60}?\(([^()]{2,120})\)")
_MARKED = re.compile(r"^[\s,.;:!?\"'”’»)]*\[\^([\w-]{1,20})\]")
_NUMBER = re.compile(r"^[.,;:!?\"'”’»)]*(\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?!\w)")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_DEFINED = re.compile(r"^\[\^([\w-]{1,20})\]:[ \t]*(.+(?:\n(?![\[\n]).+)*)", re.MULTILINE)
_HEADING = re.compile(r"^[#*\s]*(?:notes|footnotes|endnotes|references)[*:\s]*$", re.MULTILINE | re.IGNORECASE)
_NOTE = re.compile(r"^[ \t]*(\d{1,3})[.)\]]?[ \t]+(\S.*(?:\n(?![ \t]*\d{1,3}[.)\]]?[ \t]).+)*)", re.MULTILINE)
_ONLY_A_MARK = re.compile(r"\W*(?:(?:begin|end)\W*)?(?:of\s*)?quot(?:es?|ations?)\W*", re.IGNORECASE)
"""A compiler's comment that stands for a quotation mark, and cites nothing: `{endquote}`."""
_IBID = re.compile(r"^\W*(?:ibid|ibidem|ebd|там же)\b[.,;\s]*", re.IGNORECASE)


class Footnote(Struct, frozen=True):
    """What a footnote says: all its words, the place that it names, if any, and where in the manuscript it stands."""

    words: str
    locator: Locator | None


class Notes(Struct, frozen=True, dict=True):
    """The notes of a manuscript."""

    body: str
    asides: tuple[Aside, ...] = ()
    """Notes that the format itself has, lifted out of the text where they stood."""

    @cached_property
    def _defined(self) -> Mapping[str, str]:
        return {match[1]: match[2] for match in _DEFINED.finditer(self.body)}

    def _meant(self, words: str) -> str:
        """Return the note that a mark such as `[^1]` refers to, or the words themselves."""
        begins = f"{words.strip()}:"
        return next((one.words[len(begins) :] for one in self.asides if one.words.startswith(begins)), words)

    @cached_property
    def section(self) -> int:
        """Where the notes begin, or the end of the text where they have no section."""
        headings = [heading.start() for heading in _HEADING.finditer(self.body)]
        return headings[-1] if headings else len(self.body)

    @cached_property
    def _numbered(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        before = ""
        for match in _NOTE.finditer(self.body, self.section):
            words = match[2]
            found[match[1]] = f"{_without_places(before)}, {_IBID.sub('', words)}" if _IBID.match(words) else words
            before = found[match[1]]
        return found

    def behind(self, end: int, until: int) -> Footnote | None:
        """Return what is cited behind a quotation, before another begins."""
        for aside in self.asides:
            if end <= aside.at <= min(end + _BESIDE, until) and not _ONLY_A_MARK.fullmatch(aside.words):
                return _read(self._meant(aside.words))
        after = self.body[end : min(end + _REACH, until)].split("\n\n")[0]
        if (marked := _MARKED.match(after)) is not None and marked[1] in self._defined:
            return _read(self._defined[marked[1]])
        number = _NUMBER.match(after)
        if number is not None and (words := self._numbered.get(number[1].translate(_SUPERSCRIPT))) is not None:
            return _read(words)
        bracketed = _BRACKETED.match(after)
        if bracketed is not None and (_PLACE.search(bracketed[1]) or _COLON.search(bracketed[1])):
            return _read(bracketed[1])
        return None


def _read(words: str) -> Footnote:
    """Read a footnote.

    >>> str(_read("Rogovin 1937, pp. 17-18").locator), str(_read("Myers 2008: 31").locator)
    ('pp. 17-18', 'p. 31')
    """
    words = " ".join(words.split())
    place = _PLACE.search(words)
    if place is not None:
        return Footnote(words, parse_locator(place.group()))
    colon = _COLON.search(words)
    return Footnote(words, parse_locator(f"p. {colon[1]}") if colon is not None else None)


def _without_places(words: str) -> str:
    return _PLACE.sub("", words).rstrip(" .,;")
