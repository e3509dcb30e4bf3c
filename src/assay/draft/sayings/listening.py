"""The whole way from a text that was heard to its sayings."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import structs

from assay.draft.sayings.carrying import carried
from assay.draft.sayings.dating import Dated, with_dates
from assay.draft.sayings.joining import joined
from assay.draft.sayings.origins import without_origins
from assay.draft.sayings.records import told_on_record
from assay.draft.sayings.saying import Saying
from assay.draft.sayings.sentences import Listener
from assay.model.location import Span
from assay.model.text import Text
from assay.model.voices import Voice
from assay.voices import unmarked
from assay.voices.grammar import Sentence
from assay.voices.hearing import Grammar, Heard
from assay.voices.memory import Memory
from assay.voices.stretches import Stretch, stretches

_NEAR = 4
_OUTSIDE = 90  # characters of a quotation besides what is told in it
_WORTH_PARSING = 40  # characters of a quotation in which somebody else may be reported


def sayings(text: Text, heard: Heard, grammar: Grammar, dated: Dated | None = None) -> list[Saying]:
    """Return what is quoted and reported in a text, in order, as far as somebody is found who says it."""
    listener = Listener(heard, [_seen(voice.quoted.span, heard) for voice in _blocks(text)])
    found: list[Saying] = []
    for stretch, parse, memory in _spoken(heard, grammar):
        in_stretch: list[Saying] = []
        for number, sentence in enumerate(parse):
            in_stretch += listener.sentence(stretch, sentence, memory, parse[number - 1] if number else None)
        found += joined(in_stretch, heard.view.body)
    found = [_moved(one, heard.view.back) for one in found]
    found = list(without_origins([*found, *_turns(text)]))
    found = _nested(sorted(_once(found), key=lambda one: (one.span.start, -one.span.end)))
    return list(told_on_record(carried(with_dates(found, text, dated), text.body), text.body))


def _spoken(heard: Heard, grammar: Grammar) -> Iterator[tuple[Stretch, Sequence[Sentence], Memory]]:
    """Go through all stretches in the order in which they were heard; then through the insides of quotations."""
    memory = Memory(heard.people)
    last: tuple[int, int] = (-1, 0)
    for stretch, parse in zip(heard.parts, heard.parses, strict=True):
        place = (stretch.within, sum(at <= stretch.start for at in heard.breaks) if stretch.within < 0 else 0)
        if place != last:
            memory, last = Memory(heard.people, _speaker(heard, stretch.within)), place
        yield stretch, parse, memory
    parts = list(_unparsed(heard))
    for stretch, parse in zip(parts, grammar.parse([part.text for part in parts]), strict=True):
        yield stretch, parse, Memory(heard.people, _speaker(heard, stretch.within))


def _unparsed(heard: Heard) -> Iterator[Stretch]:
    """Quotations in which nobody is quoted: their sentences were not looked at for telling who speaks."""
    parents = {quoted.parent for quoted in heard.spans}
    for number, quoted in enumerate(heard.spans):
        if number not in parents and heard.is_said(number) and len(quoted.span) >= _WORTH_PARSING:
            for part in _inside(heard.view.body, quoted.span):
                yield structs.replace(part, within=number)


def _inside(body: str, span: Span) -> Iterator[Stretch]:
    """Cut the inside of a quotation into stretches."""
    for part in stretches(body[span.start : span.end], (), ()):
        runs = tuple(structs.replace(run, start=run.start + span.start, end=run.end + span.start) for run in part.runs)
        yield structs.replace(part, start=part.start + span.start, runs=runs)


def _speaker(heard: Heard, quote: int) -> str | None:
    found = heard.speakers.get(quote)
    return found.name if found is not None else None


def _moved(saying: Saying, back: Callable[[Span], Span]) -> Saying:
    """Put all places of a saying elsewhere: those of the view into the text, those of a share into the whole."""
    return structs.replace(
        saying,
        span=back(saying.span),
        parts=tuple(back(part) for part in saying.parts),
        sentence=back(saying.sentence),
        witness=structs.replace(saying.witness, span=back(saying.witness.span)),
        to=tuple(structs.replace(one, span=back(one.span)) for one in saying.to),
        chain=tuple(structs.replace(one, span=back(one.span)) for one in saying.chain),
        under=tuple(structs.replace(one, span=back(one.span)) for one in saying.under),
    )


def _blocks(text: Text) -> Iterator[Voice]:
    """Block quotations that name no speaker."""
    return (voice for voice in unmarked(text) if voice.quoted.setting == "block" and voice.speaker is None)


def _seen(span: Span, heard: Heard) -> Span:
    """Say where a run of the text stands in the view of it."""
    start = heard.view.at(span.start)
    return Span(start, start + len(span))


def _turns(text: Text) -> Iterator[Saying]:
    """What is said in the turns of a dialogue, and in block quotations whose speaker is named."""
    from assay.draft.sayings.quoted import told_outright  # noqa: PLC0415 - it is used here alone

    before: Voice | None = None
    for voice in unmarked(text):
        if voice.quoted.setting in {"turn", "block"} and voice.speaker:
            saying = told_outright(text.body, voice, before)
            if saying is not None:
                yield saying
        before = voice


def _once(found: Sequence[Saying]) -> Iterator[Saying]:
    """Leave out what was found twice at one place."""
    seen: set[tuple[Span, str]] = set()
    for one in found:
        if (one.span, one.witness.name) not in seen and len(one.span):
            seen.add((one.span, one.witness.name))
            yield one


def _is_all_of(one: Saying, outer: Saying) -> bool:
    """Say whether somebody quoted tells nothing but what another told: *"Berg says that it burned," Lund wrote*."""
    if outer.chain or outer.words != "own" or one.witness.name == outer.witness.name or one.act != "affirms":
        return False
    is_first = one.sentence.start - outer.span.start < _NEAR and one.span.start > outer.span.start
    return is_first and len(outer.span) - len(one.span) < _OUTSIDE


def _nested(found: Sequence[Saying]) -> list[Saying]:
    """Say of each in which other it is quoted."""
    nested: list[Saying] = []
    open_: list[int] = []
    for number, one in enumerate(found):
        while open_ and found[open_[-1]].whole.end < one.span.end:
            open_.pop()
        nested.append(structs.replace(one, within=open_[-1] if open_ else -1))
        if open_ and _is_all_of(one, nested[open_[-1]]):
            nested[open_[-1]] = structs.replace(nested[open_[-1]], chain=(one.witness, *one.chain))
        open_.append(number)
    return nested
