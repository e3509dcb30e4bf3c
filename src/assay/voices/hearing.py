"""The whole way from a text to its voices."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from assay.model.text import Text
from assay.model.voices import Name, Quoted, QuoteKind, Voice
from assay.voices import english, rough, sieves
from assay.voices.attribution import Attribution
from assay.voices.beside import NOBODY, common_words, find_beside, in_register
from assay.voices.context import Context
from assay.voices.grammar import Sentence
from assay.voices.kinds import FEW_WORDS, kind_of_quote
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


def voices(
    text: Text, register: Sequence[Name] = (), grammar: Grammar = ROUGH, marks: tuple[Quoted, ...] | None = None
) -> Iterator[Voice]:
    """Yield every quoted span of a text with what it is and who speaks, in order.

    `marks` are its quoted spans, where its quotation marks have been read before.
    """
    spans = quoted_spans(text.body) if marks is None else marks
    contexts = [
        Context(text.body, quoted, (*spans[max(0, number - _NEAR) : number], *spans[number + 1 : number + _NEAR]))
        for number, quoted in enumerate(spans)
    ]
    kinds = [kind_of_quote(context) for context in contexts]
    parts = list(stretches(text.body, spans, [kind != "speech" for kind, _ in kinds]))
    parses = list(grammar.parse([part.text for part in parts]))
    kinds = _looked_at_again(kinds, parts, parses)
    said = frozenset(number for number, (kind, _) in enumerate(kinds) if kind in _SAID)
    common = common_words(text.body)
    beside = {number: found for number in said if (found := find_beside(contexts[number], common)) is not NOBODY}
    known = (word for name in register for word in name.words.split()[-1:])
    people = People.of((sentence for parse in parses for sentence in parse), known)
    breaks = [section.at for section in text.sections]
    speakers = Attribution(spans, said, beside, people, grammar.sieves, breaks, {}).of(parts, parses)
    for number, quoted in enumerate(spans):
        kind, kind_rule = kinds[number]
        found = speakers.get(number, NOBODY)
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


_Kinds = list[tuple[QuoteKind, str]]


def _looked_at_again(kinds: _Kinds, parts: Sequence[Stretch], parses: Sequence[tuple[Sentence, ...]]) -> _Kinds:
    """Take a few words for somebody's where the grammar of their sentence says so."""
    kinds = list(kinds)
    for part, parse in zip(parts, parses, strict=True):
        for stand_in in part.stand_ins:
            if kinds[stand_in.quote][1] not in FEW_WORDS:
                continue
            sentence = next((one for one in parse if one.start <= stand_in.start < one.end), None)
            rule = is_said(sentence, stand_in) if sentence is not None else ""
            if rule:
                kinds[stand_in.quote] = ("mixed", rule)
    return kinds
