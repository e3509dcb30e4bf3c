"""Each quotation to its speaker: stretch by stretch, sentence by sentence, remembering whom the text speaks of."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from msgspec import Struct, field, structs

from assay.model.voices import Quoted
from assay.voices.beside import NOBODY, Found
from assay.voices.grammar import Sentence
from assay.voices.letters import Letter
from assay.voices.lexicon import NO_NAMES
from assay.voices.memory import Memory
from assay.voices.people import People
from assay.voices.scene import Scene
from assay.voices.sieves import Sieve, sift
from assay.voices.stretches import StandIn, Stretch
from assay.voices.turns import Turn, by_turns, turn

_AND = re.compile(r"[\s,;]*(?:and|or|then)?[\s,;]*")
_TOGETHER = 3  # characters between two marks that open together


class Attribution(Struct):
    """What is needed to attribute the quotations of one text, and what has been found.

    `said` are those that are somebody's words; `beside` what stands outright beside them; `breaks` where works begin.
    """

    spans: Sequence[Quoted]
    said: frozenset[int]
    beside: Mapping[int, Found]
    people: People
    sieves: Sequence[Sieve]
    breaks: Sequence[int]
    found: dict[int, Found]
    quoting: frozenset[int] = frozenset()
    """Those within which others are quoted."""
    around: dict[int, Memory] = field(default_factory=dict)
    """What was remembered where each of these stands."""
    letters: Sequence[Letter] = ()
    asks: frozenset[int] = frozenset()
    """Those that have a question in them."""

    def of(self, stretches: Sequence[Stretch], parses: Sequence[tuple[Sentence, ...]]) -> Mapping[int, Found]:
        """Attribute every quotation that is said."""
        memory = Memory(self.people)
        last: tuple[int, int, int] = (-1, 0, -1)
        exchange: list[Turn] = []
        before: tuple[str, ...] = ()
        for stretch, sentences in zip(stretches, parses, strict=True):
            letter = self._letter(stretch)
            place = (
                stretch.within,
                sum(at <= stretch.start for at in self.breaks) if stretch.within < 0 else 0,
                letter.span.start if letter is not None else -1,
            )
            if place != last:  # another work, or another's words: nothing said before counts
                memory = Memory(self.people, letter.signed) if letter is not None else self._begun(stretch.within)
                self.found.update(by_turns(exchange, self.found, before))
                exchange, last = [], place
            one = turn(stretch, self.said, self.asks)
            if one is None or one.is_opening:
                self.found.update(by_turns(exchange, self.found, before))
                exchange = []
            if one is not None:
                before = before if exchange else memory.parties()
                exchange.append(one)
            self._stretch(stretch, sentences, memory)
        self.found.update(by_turns(exchange, self.found, before))
        return self.found

    def _letter(self, stretch: Stretch) -> Letter | None:
        """Return the letter that a stretch of the author's own is part of."""
        if stretch.within >= 0:
            return None
        begun = bisect_right(self.letters, stretch.start, key=lambda letter: letter.span.start)
        letter = self.letters[begun - 1] if begun else None
        return letter if letter is not None and stretch.start < letter.span.end else None

    def _begun(self, within: int) -> Memory:
        """Return what is remembered where a work begins, or a quotation: there, whom the one who quotes spoke of."""
        if within not in self.found:
            return Memory(self.people)
        own = self.found[within].name
        around = self.around.get(within)
        return Memory(self.people, own) if around is None else around.told_by(own)

    def _stretch(self, stretch: Stretch, sentences: Sequence[Sentence], memory: Memory) -> None:
        in_paragraph: str | None = None
        follows_quote = False
        woven = [(one.start, one.end) for one in stretch.stand_ins if one.is_woven and one.quote in self.said]
        for number, sentence in enumerate(sentences):
            in_sentence: Found | None = None
            first = bisect_right(woven, sentence.start, key=lambda run: run[1])
            plain = sentence.without(woven[first : bisect_left(woven, (sentence.end,), first)])
            quoted = stretch.quoted_in(sentence.start, sentence.end)
            said = [one for one in quoted if one.quote in self.said]
            for before, stand_in in zip((None, *said), said, strict=False):
                scene = Scene(
                    stand_in,
                    sentence,
                    memory,
                    plain,
                    in_paragraph=in_paragraph,
                    in_sentence=in_sentence,
                    is_joined=before is not None
                    and _AND.fullmatch(stretch.text, before.end, stand_in.start) is not None,
                    follows_quote=follows_quote,
                    starts_paragraph=number == 0,
                )
                if stand_in.quote in self.quoting:
                    self.around[stand_in.quote] = memory.copy()
                best = self._decide(stand_in, scene)
                if best.name is not None:
                    in_sentence, in_paragraph = best, best.name
                    if best.name[:1].isupper() and best.name.split()[0] not in NO_NAMES:  # a name, and no description
                        memory.quote(best.name)
            follows_quote = bool(said)
            memory.note(sentence, plain)

    def _decide(self, stand_in: StandIn, scene: Scene) -> Found:
        if stand_in.quote in self.found:
            return self.found[stand_in.quote]  # it was found with the one around it
        best = self.beside.get(stand_in.quote) or sift(scene, self.sieves)
        if best.name is not None and best.name.lower() in scene.memory.roles:  # *Captain*
            best = structs.replace(best, name=scene.memory.roles[best.name.lower()])
        inner = self._opens_with(stand_in.quote)
        if inner is not None and best.certainty != "carried":
            # The sentence leads in to the inner one; the outer is by whoever was the source before.
            self.found[inner] = best
            source = scene.memory.source
            best = NOBODY if source is None else Found(source, "carried", "quoted last, and quoting")
        self.found[stand_in.quote] = best
        return best

    def _opens_with(self, quote: int) -> int | None:
        """Return the quotation within one that opens together with it."""
        inner = quote + 1
        if inner >= len(self.spans) or self.spans[inner].parent != quote or inner not in self.said:
            return None
        return inner if self.spans[inner].span.start - self.spans[quote].span.start <= _TOGETHER else None
