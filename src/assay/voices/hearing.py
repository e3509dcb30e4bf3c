"""The whole way from a text to its voices."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct, structs

from assay.model.text import Text
from assay.model.voices import Name, Quoted, QuoteKind, Voice
from assay.voices import english, rough, sieves
from assay.voices.attribution import Attribution
from assay.voices.beside import NOBODY, Found, common_words, find_beside, in_register
from assay.voices.context import Context
from assay.voices.elements import with_elements
from assay.voices.floating import View, listened_to
from assay.voices.fullest import fullest
from assay.voices.grammar import Sentence
from assay.voices.kinds import FEW_WORDS, kind_of_quote
from assay.voices.letters import letters
from assay.voices.parse import quoted_spans
from assay.voices.people import People
from assay.voices.short_quotes import is_said
from assay.voices.stretches import Stretch, stretches

_NEAR = 12  # quotations on either side whose words are not the author's
_SAID: frozenset[QuoteKind] = frozenset({"speech", "mixed"})


class Grammar(Struct, frozen=True):
    """A way to parse stretches of text, and the sieves that can rely on it."""

    name: str
    parse: Callable[[Sequence[str]], Iterator[tuple[Sentence, ...]]]
    sieves: Sequence[sieves.Sieve]

    @property
    def off(self) -> tuple[str, ...]:
        """Name the sieves that are not tried."""
        return tuple(sieve.__name__ for sieve in sieves.ALL if sieve not in self.sieves)


ROUGH = Grammar("rough", lambda texts: map(rough.sentences, texts), sieves.ROUGH)


def best_grammar() -> Grammar:
    """Return the parser's grammar where the extra `[nlp]` is installed, else the rough one."""
    return ROUGH if english.missing() else Grammar(english.identity(), english.parsed, sieves.ALL)


class Heard(Struct, frozen=True):
    """A text as it was listened to: its quotations, its sentences, and who was found to speak. Places are the view's.

    `parts` are the stretches in which somebody goes on speaking, `parses` their sentences, in the same order. Whoever
    drafts reads these, so that a text is parsed once.
    """

    view: View
    spans: Sequence[Quoted]
    kinds: Sequence[tuple[QuoteKind, str]]
    parts: Sequence[Stretch]
    parses: Sequence[tuple[Sentence, ...]]
    people: People
    speakers: Mapping[int, Found]
    breaks: Sequence[int]
    """Where works and notes begin."""

    def voices(self, register: Sequence[Name] = ()) -> Iterator[Voice]:
        """Yield every quoted span with what it is and who speaks, in the order of the text."""
        for number, quoted in _in_order(self.spans, self.view):
            kind, kind_rule = self.kinds[number]
            found = self.speakers.get(number, NOBODY)
            entry = in_register(found.name, register) if found.name is not None else None
            yield Voice(
                quoted=quoted,
                kind=kind,
                kind_rule=kind_rule,
                speaker=found.name if entry is None else entry.title,
                speaker_id=None if entry is None else entry.id,
                certainty=found.certainty,
                speaker_rule=found.rule,
            )

    def is_said(self, number: int) -> bool:
        """Say whether a quotation is somebody's words."""
        return self.kinds[number][0] in _SAID


def voices(text: Text, register: Sequence[Name] = (), grammar: Grammar = ROUGH) -> Iterator[Voice]:
    """Yield every quoted span of a text with what it is and who speaks, in order."""
    yield from hear(text, register, grammar).voices(register)


def hear(text: Text, register: Sequence[Name] = (), grammar: Grammar = ROUGH) -> Heard:
    """Find the quotations of a text and its sentences, and decide who speaks."""
    view = listened_to(text)
    titles = {name.id: name.title for name in register}
    spans, said_so = with_elements(quoted_spans(view.body, view.pages), text.marked, view, titles)
    contexts = [
        Context(view.body, quoted, (*spans[max(0, number - _NEAR) : number], *spans[number + 1 : number + _NEAR]))
        for number, quoted in enumerate(spans)
    ]
    kinds = [kind_of_quote(context) for context in contexts]
    parts = list(stretches(view.body, spans, [kind != "speech" for kind, _ in kinds]))
    parses = list(grammar.parse([part.text for part in parts]))
    kinds = _looked_at_again(kinds, parts, parses)
    for number in said_so:
        kinds[number] = ("speech", said_so[number].rule)
    said = frozenset(number for number, (kind, _) in enumerate(kinds) if kind in _SAID)
    common = common_words(view.body)
    beside = {number: found for number in said if (found := find_beside(contexts[number], common)) is not NOBODY}
    beside.update(said_so)
    known = (word for name in register for word in name.words.split()[-1:])
    people = People.of((sentence for parse in parses for sentence in parse), known, only=grammar.sieves is sieves.ROUGH)
    quoting = frozenset(part.within for part in parts)
    breaks = [*(section.at for section in text.sections), *view.notes]
    asks = frozenset(number for number in said if "?" in contexts[number].words)
    speakers = Attribution(
        spans, said, beside, people, grammar.sieves, breaks, {}, quoting, {}, tuple(letters(view.body)), asks
    ).of(parts, parses)
    names = fullest(sentence for parse in parses for sentence in parse)
    speakers = {number: _in_full(found, names) for number, found in speakers.items()}
    return Heard(view, spans, kinds, parts, parses, people, speakers, breaks)


def _in_full(found: Found, names: Mapping[str, str]) -> Found:
    full = names.get(found.name or "")
    return found if full is None else Found(full, found.certainty, f"{found.rule}; named in full elsewhere")


def _in_order(spans: Sequence[Quoted], view: View) -> Iterator[tuple[int, Quoted]]:
    """Return the quotations with their numbers, where they stand in the text and in its order."""
    back = [structs.replace(quoted, span=view.back(quoted.span)) for quoted in spans]
    order = sorted(range(len(spans)), key=lambda number: (back[number].span.start, -back[number].span.end))
    places = {number: place for place, number in enumerate(order)}
    for number in order:
        yield number, structs.replace(back[number], parent=places.get(back[number].parent, -1))


_Kinds = list[tuple[QuoteKind, str]]


def _looked_at_again(kinds: _Kinds, parts: Sequence[Stretch], parses: Sequence[tuple[Sentence, ...]]) -> _Kinds:
    """Take a few words for somebody's where the grammar of their sentence says so."""
    found, kinds = kinds, list(kinds)
    for part, parse in zip(parts, parses, strict=True):
        said = [one.start for one in part.stand_ins if found[one.quote][0] in _SAID]
        for stand_in in part.stand_ins:
            if kinds[stand_in.quote][1] not in FEW_WORDS:
                continue
            number = bisect_right(parse, stand_in.start, key=lambda one: one.end)
            sentence = parse[number] if number < len(parse) else None
            if sentence is None or sentence.start > stand_in.start:
                continue
            beside = bisect_left(said, sentence.end) > bisect_left(said, sentence.start)
            rule = is_said(sentence, stand_in, is_beside_speech=beside)
            if rule:
                kinds[stand_in.quote] = ("mixed", rule)
    return kinds
