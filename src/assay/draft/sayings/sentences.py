"""The sayings of one sentence: its reports, its quotations, and which of these are one."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from assay.draft.sayings.acts import act_of
from assay.draft.sayings.as_told import SET_IN
from assay.draft.sayings.basis import basis_of
from assay.draft.sayings.by_views import VIEW
from assay.draft.sayings.chains import chain_of
from assay.draft.sayings.held import Held
from assay.draft.sayings.impersonal import IMPERSONAL
from assay.draft.sayings.joining import GOES_ON
from assay.draft.sayings.leading_in import leading_in, led_to
from assay.draft.sayings.outermost import outermost
from assay.draft.sayings.place import Place, as_before
from assay.draft.sayings.quoted import is_statement
from assay.draft.sayings.reports import Report, is_now
from assay.draft.sayings.saying import Party, Saying
from assay.draft.sayings.settings import setting_of
from assay.draft.sayings.surroundings import around, pressed, under
from assay.draft.sayings.told_to import told_to
from assay.draft.sayings.turned import least_words, never, turned
from assay.draft.sayings.words import ADDING, ORDERING, SPEAKING, VERBS
from assay.model.location import Span
from assay.voices.grammar import Sentence
from assay.voices.hearing import Heard
from assay.voices.memory import Memory
from assay.voices.stretches import StandIn, Stretch

_ASKING = frozenset({"ask", "inquire", "enquire", "order", "command", "demand", "urge", "instruct", "call"})
_QUOTING = frozenset({"quote", "cite"})
_MOSTLY = 0.6  # of what is said stands between quotation marks: then it is the witness's own words
_PRONOUNS = frozenset({"he", "she", "they", "i", "we"})


class Listener:
    """Finds the sayings of a text, sentence by sentence."""

    def __init__(self, heard: Heard, blocks: Sequence[Span] = ()) -> None:
        """Take what was heard in it, and where blocks stand that somebody may lead in to."""
        self._heard, self._blocks = heard, blocks
        names = (found.name for found in heard.speakers.values() if found.name)
        self._held = Held()
        self._last: Party | None = None
        self._voiced = frozenset(name.rsplit(maxsplit=1)[-1] for name in names)

    def sentence(
        self, stretch: Stretch, sentence: Sentence, memory: Memory, before: Sentence | None
    ) -> Iterator[Saying]:
        """Yield what is said in a sentence, and remember whom it speaks of."""
        if before is None:
            self._held, self._last = Held(), None
        place = Place(stretch, sentence, memory, before, self._last, self._held)
        quoted = stretch.quoted_in(sentence.start, sentence.end)
        said = [one for one in quoted if self._heard.is_said(one.quote)]
        taken: set[int] = set()
        reports = outermost(sentence)
        block = led_to(place, self._blocks, self._heard.view.body) if self._blocks else None
        if block is not None and (led := leading_in(place, block)) is not None:
            reports = []
            if (saying := self._in_block(place, led, block)) is not None:
                yield saying
        for report in reports:
            saying = self._reported(place, report, said, reports)
            if saying is not None:
                taken |= {one.quote for one in said if _holds(sentence, report, one)}
                place = structs.replace(place, last=saying.witness)
                yield saying
        for one in said:
            if one.quote not in taken and (saying := self._quoted(place, one, reports)) is not None:
                place = structs.replace(place, last=saying.witness)
                yield saying
        for one in said:
            found = self._heard.speakers.get(one.quote)
            if found is not None and found.name is not None and found.name[:1].isupper():
                memory.source = found.name
        memory.note(sentence)
        self._last = place.last
        self._held.note(place)

    def _reported(
        self, place: Place, report: Report, said: Sequence[StandIn], others: Sequence[Report]
    ) -> Saying | None:
        """Make a saying of a report, in the witness's own words where most of it is quoted."""
        sentence = place.sentence
        if sentence.words[-1].text == "?" or report.doer is None:
            return None
        inside = [one for one in said if _holds(sentence, report, one)]
        witness = place.party(report.doer) or self._whose(inside) or as_before(place, report.doer)
        if witness is None and sentence.words[report.teller].lemma in SPEAKING and report.rule.startswith("a clause"):
            witness = place.described(report.doer)
        if report.rule == SET_IN and witness is not None and place.last is not None:
            witness = place.last if _is_host(sentence, report, witness) else witness
        if report.rule == IMPERSONAL:
            witness = place.spoken_at(report.doer)
        if witness is None or (report.rule == VIEW and not self._is_quoted(witness)):
            return None
        span = place.span(*report.content)
        own = [self._heard.spans[one.quote].span for one in inside]
        is_own = bool(own) and sum(len(one) for one in own) >= _MOSTLY * max(1, len(span))
        body = self._heard.view.body
        act, rule = never(sentence, report)
        if is_own:
            span = Span(own[0].start, own[-1].end)
            words = body[span.start : span.end]
            if not is_statement(words):
                return None
            act, rule = turned(act, rule, words)
        chain = [
            party
            for number in dict.fromkeys(chain_of(sentence, report))
            if (party := place.party(number) or place.described(number)) is not None
        ]
        return Saying(
            span=span,
            parts=(span,),
            sentence=place.span(0, len(sentence.words)),
            witness=witness,
            act=act,
            words="own" if is_own else "reported",
            rule=f"{rule}; {GOES_ON}" if _adds(sentence, report) else rule,
            confidence=witness.certainty,
            to=(to := told_to(place, report, witness)),
            chain=tuple(one for one in chain if one.name != witness.name),
            basis=basis_of(sentence, report) if not chain else None,
            is_now=is_now(sentence, report.teller),
            setting=(setting := setting_of(around(sentence, report), sentence.words[report.teller].lemma)),
            under=under(place, report, (witness, *to), setting, others),
            gist=" ".join(body[span.start : span.end].split()) if is_own else sentence.text(report.content),
        )

    def _in_block(self, place: Place, report: Report, block: Span) -> Saying | None:
        """Make a saying of a block that the sentence leads in to."""
        words = self._heard.view.body[block.start : block.end]
        witness = place.party(report.doer) if report.doer is not None else None
        if witness is None or not is_statement(words):
            return None
        act, rule = turned(report.act, report.rule, words)
        return Saying(
            span=block,
            parts=(block,),
            sentence=Span(place.span(0, 1).start, block.start),
            witness=witness,
            act=act,
            words="own",
            rule=rule,
            confidence=witness.certainty,
            to=told_to(place, report, witness),
            setting=setting_of(around(place.sentence, report), place.sentence.words[report.teller].lemma),
            under=tuple(pressed(place, report)),
            gist=" ".join(words.split()),
        )

    def _is_quoted(self, party: Party) -> bool:
        """Say whether the text quotes somebody anywhere."""
        return party.name.rsplit(maxsplit=1)[-1] in self._voiced

    def _whose(self, inside: Sequence[StandIn]) -> Party | None:
        for one in inside:
            party = self._speaker(one)
            if party is not None:
                return party
        return None

    def _speaker(self, one: StandIn) -> Party | None:
        found = self._heard.speakers.get(one.quote)
        if found is None or found.name is None or found.certainty == "none":
            return None
        start = self._heard.spans[one.quote].span.start
        return Party(found.name, Span(start, start), found.certainty)

    def _quoter(self, place: Place, one: StandIn) -> Party | None:
        """Say who quotes another's words: *Lund quoted from Berg's letter* has it from Berg."""
        at = place.sentence.word_at(one.start, one.end)
        words = place.sentence.words
        for number in place.sentence.above(at) if at is not None else ():
            if words[number].lemma in _QUOTING and words[number].pos == "VERB" and number < (at or 0):
                doer = place.sentence.doer(number)
                return place.party(doer) if doer is not None else None
        return None

    def _quoted(self, place: Place, one: StandIn, others: Sequence[Report]) -> Saying | None:
        """Make a saying of a quotation that no report holds."""
        sentence, quoted = place.sentence, self._heard.spans[one.quote]
        words = self._heard.view.body[quoted.span.start : quoted.span.end]
        speaker = self._speaker(one)
        witness = self._quoter(place, one) or speaker
        if witness is None or not is_statement(words):
            return None
        is_mixed = self._heard.kinds[one.quote][0] == "mixed"
        if is_mixed and len(words.split()) < least_words(self._heard.speakers[one.quote].rule):
            return None
        at = sentence.word_at(one.start, one.end)
        teller = (
            next((n for n in sentence.above(at) if sentence.words[n].lemma in VERBS), None) if at is not None else None
        )
        rule = f"quoted: {self._heard.speakers[one.quote].rule}"
        above = [sentence.words[n].lemma for n in sentence.above(at)] if at is not None else []
        if above[:1] and above[0] in ORDERING:
            return None
        if _ASKING.intersection(above) and words.rstrip().endswith("?"):
            return None
        made = act_of(sentence, teller) if teller is not None else None
        act, rule = turned(made.act if made is not None else "affirms", rule, words)
        inside = {n for n, word in enumerate(sentence.words) if one.start <= word.start < one.end}
        content = (min(inside), max(inside) + 1) if inside else (0, 0)
        report = Report(teller if teller is not None else content[0], None, content, act, rule)
        return Saying(
            span=quoted.span,
            parts=(quoted.span,),
            sentence=place.span(0, len(sentence.words)),
            witness=witness,
            act=act,
            words="own",
            rule=rule,
            confidence=witness.certainty,
            to=(to := told_to(place, report, witness) if teller is not None else ()),
            is_now=teller is not None and is_now(sentence, teller),
            chain=(speaker,) if speaker is not None and speaker.name != witness.name else (),
            setting=(setting := setting_of(around(sentence, report), sentence.words[report.teller].lemma)),
            under=under(place, report, (witness, *to), setting, others),
            gist=" ".join(words.split()),
        )


def _holds(sentence: Sentence, report: Report, one: StandIn) -> bool:
    first, last = report.content
    return first < last and sentence.words[first].start < one.end and one.start < sentence.words[last - 1].end


def _is_host(sentence: Sentence, report: Report, witness: Party) -> bool:
    """*Berg, he added, had paid him*: *he* is not the one of whom he speaks."""
    words = sentence.words
    is_pronoun = report.doer is not None and words[report.doer].text.lower() in _PRONOUNS
    return is_pronoun and any(word.text == witness.name.rsplit(maxsplit=1)[-1] for word in words[: report.teller])


def _adds(sentence: Sentence, report: Report) -> bool:
    """Say whether a report goes on with what was said: *he added that*, *he also said that*."""
    words = sentence.words
    if report.doer is None or words[report.doer].text.lower() not in _PRONOUNS:
        return False
    also = any(
        words[other].lemma in {"also", "further", "furthermore"} for other in sentence.below(report.teller, "advmod")
    )
    return words[report.teller].lemma in ADDING or also or report.rule == VIEW
