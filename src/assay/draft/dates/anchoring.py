"""Year and day that an expression does not say, taken from what was said before, and from where."""

import bisect
import re
from collections.abc import Iterator, Sequence

from assay.draft.dates.apposition import beside
from assay.draft.dates.counting import SPEAKERS_TIME
from assay.draft.dates.datelines import counted_from
from assay.draft.dates.filling import Said, filled, with_century
from assay.draft.dates.finding import expressions
from assay.draft.dates.grounds import Grounds, Place
from assay.draft.dates.leading import is_whole, looks_aside, looks_back
from assay.draft.dates.memory import TORN, Memory, Stand
from assay.draft.dates.occasions import Days, days_of, named, names_of, said_with, within
from assay.draft.dates.sentences import sentences
from assay.draft.dates.shifting import shifted
from assay.draft.dates.speaking import Speaking
from assay.draft.dates.values import Day, Expression, write
from assay.draft.document import Document
from assay.model.proposals import DateMention

_I = re.compile(r"\bI\b")
_NEAR_PARAGRAPHS, _JUST = 4, 2


def dates(document: Document) -> Iterator[DateMention]:
    """Yield every expression of a date in a document, in order, with its EDTF and its anchor."""
    for expression, said in _resolved(document):
        span = expression.span
        anchor = document.text.raw(said.anchor) if said.anchor is not None else None
        edtf = write(said.meaning) if said.meaning is not None else None
        words = document.body[span.start : span.end]
        yield DateMention(document.evidence(span), words, edtf, anchor if edtf else None, said.rule)


def _resolved(document: Document) -> Iterator[tuple[Expression, Said]]:
    """Go through a document, expression by expression, with one memory for each voice that is speaking."""
    body = document.body
    found = [one for one in expressions(body) if not _is_title(document, one.span.start)]
    whole = tuple(sentences(document))
    grounds = Grounds(
        whole, [sentence.start for sentence in whole], [paragraph.start for paragraph in document.paragraphs]
    )
    names = names_of(body, found)
    speaking = Speaking(
        body,
        found,
        [voice.quoted for voice in document.voices if voice.kind == "speech"],
        sorted(section.at for section in document.text.sections),
        days_of(found),
        [Memory(len(body) + 1)],
        Memory(0, is_talk=True),
    )
    previous: tuple[Expression, Said] | None = None
    for number, one in enumerate(found):
        speaking.move_to(number)
        here = grounds.place(body, one, previous)
        begins, ends = grounds.sentence(one)
        said = (
            named(body, one, names)
            or said_with(body, one, found[number + 1] if number + 1 < len(found) else None)
            or beside(body, one, previous)
            or counted_from(speaking.memories, here.words, body[begins:ends], one, (here.sentence, here.paragraph))
            or _say(one, speaking.memories, here, speaking.days)
        )
        if said.meaning is None and said.anchor is None and not said.rule.endswith(TORN) and not is_whole(one):
            said = _from_behind(body, one, found[number + 1 : number + 4], grounds) or said
        speaking.learn(one, said, here)
        previous = one, said
        yield one, said


def _is_title(document: Document, at: int) -> bool:
    index = bisect.bisect_right(document.voices, at, key=lambda voice: voice.quoted.span.start) - 1
    voice = document.voices[index] if index >= 0 else None
    return voice is not None and voice.kind == "title" and voice.quoted.span.start <= at < voice.quoted.span.end


def _say(one: Expression, memories: Sequence[Memory], here: Place, days: Days) -> Said:
    meaning, place = one.meaning, (here.sentence, here.paragraph)
    if meaning.is_moot:
        if one.rule == SPEAKERS_TIME:
            memories[-1].moot = place[0]
        return Said(None, None, one.rule)
    if meaning.shift is not None:
        return shifted(one, meaning.shift, memories, place)
    if meaning.short_year is not None or meaning.start.fixed.startswith("??"):
        return with_century(one, memories, place)
    if not meaning.start.needs_year and not meaning.start.needs_month:
        return Said(meaning, None, one.rule)
    if memories[-1].moot == place[0]:
        return Said(None, None, f"{one.rule}; the year is counted from when it was said")
    for depth, memory in enumerate(reversed(memories)):
        stand = memory.year_for(*place)
        if stand is None and memory.is_talk:
            break  # on which day a talk was taken down says nothing of what is told in it
        if stand is None:
            continue
        is_near = place[1] - stand.paragraph <= _NEAR_PARAGRAPHS
        if stand.sentence != place[0] and (fits := within(one, stand, days, is_near=is_near)) is not None:
            return fits
        if memory.lost > stand.span.start and stand.sentence != place[0]:
            return Said(None, None, f"{one.rule}; {TORN}")
        if here.is_called and stand.paragraph != place[1]:
            return Said(None, None, f"{one.rule}; of which year it is called so is not said")
        if not meaning.start.needs_month and memory.is_torn(*place, is_own=_I.search(here.before) is not None):
            return Said(None, None, f"{one.rule}; {TORN}")
        back = looks_back(here.before)
        is_just_said = not back and place[0] - stand.sentence <= _JUST
        if (whole := filled(meaning, stand, back=back, is_just_said=is_just_said)) is not None:
            around = ", of the words around the quotation" if depth else ""
            anchor = stand.span if meaning.start.needs_month else stand.source
            return Said(whole, anchor, f"{one.rule}; the year is that of a date before{around}")
        if memory.is_talk or meaning.start.needs_month:
            break
    return Said(None, None, f"{one.rule}; no year is said before")


def _from_behind(body: str, one: Expression, after: Sequence[Expression], grounds: Grounds) -> Said | None:
    """Take the year from a date behind, in the same sentence, else in the same paragraph."""
    at = one.span.start
    starts, paragraphs = grounds.starts, grounds.paragraphs
    if not one.meaning.start.needs_year or one.meaning.short_year is not None or one.meaning.start.needs_month:
        return None
    for other in after:
        if (
            bisect.bisect_right(paragraphs, other.span.start) != bisect.bisect_right(paragraphs, at)
            or not other.anchors
        ):
            break
        if other.meaning.start.year is not None and not looks_aside(body[at : other.span.start]):
            whole = filled(one.meaning, Stand(Day(other.meaning.start.year), other.span, other.span, 0, 0))
            where = (
                "sentence"
                if bisect.bisect_right(starts, other.span.start) == bisect.bisect_right(starts, at)
                else "paragraph"
            )
            return Said(whole, other.span, f"{one.rule}; the year is that of a date behind, in the same {where}")
    return None
