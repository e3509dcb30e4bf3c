"""Hits for people: where, who speaks, and the words in their sentence."""

import re
import textwrap
from collections.abc import Iterator

from assay.dossier import Dossier
from assay.library.library import joined
from assay.model.case import within
from assay.model.location import Span
from assay.model.search import Found, Hit, Speaker
from assay.report.invisible import visible
from assay.report.paint import Paint, plain
from assay.report.voices_json import outer_voices

_AROUND = 100  # characters on either side of a searched word
_OPEN, _SHUT = "\ue000", "\ue001"  # stand for the marks while lines are broken
_MARKED = re.compile(f"{_OPEN}([^{_SHUT}]*){_SHUT}")


def hit_lines(
    found: Found, dossier: Dossier, width: int, paint: Paint = plain, *, brackets: bool = True
) -> Iterator[str]:
    """Write hits, and how many more there are. The searched words stand in brackets where there is no bold."""
    for hit in found.hits:
        where = ", ".join(filter(None, (hit.work or hit.file, hit.locator)))
        yield visible(f"{paint(where, 'strong')}  {paint(speaks(hit, dossier), 'faint')}")
        for line in _lines(_snippet(hit), width):
            marked = _MARKED.sub(lambda match: f"⟨{match[1]}⟩" if brackets else paint(match[1], "strong"), line)
            yield visible(f"  {marked}")
        yield ""
    yield counted(found)


def speaks(hit: Hit, dossier: Dossier) -> str:
    """Say whose words these are, and by whom they are quoted, the nearest first."""
    outer = [within(name) for name in outer_voices(hit.file, hit.work, dossier)]
    if hit.is_aside:
        return "in a comment or note" + (f" to the text of {outer[-1]}" if outer else "")
    if not hit.quoted:
        return f"not quoted: {outer[-1]}'s own words" if outer else "not quoted"
    around = [within(_named(speaker)) if speaker.name else "somebody not named" for speaker in hit.quoted[:-1]]
    said = _named(hit.quoted[-1]) or "speaker: none named"
    return ", quoted by ".join([said, *around[::-1], *outer[::-1]])


def _named(speaker: Speaker) -> str:
    """Write a name; where it is our inference from what went before, that is said."""
    sure = f" ({speaker.certainty})" if speaker.certainty in {"anaphoric", "carried"} else ""
    return f"{speaker.name or ''}{sure}"


def _snippet(hit: Hit) -> str:
    """Write the searched words with what stands around them; what lies between, where it is long, is left out."""
    whole = f"{hit.before}{hit.text}{hit.after}".replace(_OPEN, " ").replace(_SHUT, " ")
    marks = [Span(mark.start + len(hit.before), mark.end + len(hit.before)) for mark in hit.marks]
    near = [Span(max(0, mark.start - _AROUND), min(len(whole), mark.end + _AROUND)) for mark in marks]
    parts = [_part(whole, span, marks) for span in joined(near)]
    return f"… {' … '.join(parts)} …"


def _part(whole: str, span: Span, marks: list[Span]) -> str:
    """Write a run, from a whole word to a whole word, the searched words marked."""
    start, end = span.start, span.end
    inside = [mark for mark in marks if start <= mark.start and mark.end <= end]
    while 0 < start < inside[0].start and not whole[start - 1].isspace():
        start += 1
    while inside[-1].end < end < len(whole) and not whole[end].isspace():
        end -= 1
    written, at = "", start
    for mark in inside:
        written += f"{whole[at : mark.start]}{_OPEN}{whole[mark.start : mark.end]}{_SHUT}"
        at = mark.end
    return " ".join((written + whole[at:end]).split())


def _lines(words: str, width: int) -> Iterator[str]:
    """Break into lines; a mark that runs over a line's end is closed there, and opened again."""
    is_open = False
    for line in textwrap.wrap(words, width - 2, break_long_words=False, break_on_hyphens=False):
        whole = _OPEN * is_open + line
        is_open = whole.rfind(_OPEN) > whole.rfind(_SHUT)
        yield whole + _SHUT * is_open


def counted(found: Found) -> str:
    """Say how many hits there are."""
    shown = len(found.hits)
    hits = f"{shown} hit{'s' * (shown != 1)}"
    if not found.further and found.exact:
        return f"{hits}." if shown else "Nothing found."
    return f"{hits} shown; {'' if found.exact else 'more than '}{found.further:,} further (--limit shows more)."
