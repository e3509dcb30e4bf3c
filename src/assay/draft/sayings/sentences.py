"""The sayings of one sentence: its reports, its quotations, and which of these are one."""

from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from assay.draft.sayings.acts import act_of
from assay.draft.sayings.announced import announced
from assay.draft.sayings.as_told import as_told
from assay.draft.sayings.basis import basis_of
from assay.draft.sayings.by_nouns import by_nouns
from assay.draft.sayings.by_verbs import by_verbs
from assay.draft.sayings.chains import chain_of
from assay.draft.sayings.conditions import cues
from assay.draft.sayings.heard_from import heard_from
from assay.draft.sayings.hearers import hearers
from assay.draft.sayings.in_brackets import in_brackets
from assay.draft.sayings.joining import GOES_ON
from assay.draft.sayings.plainly import plainly
from assay.draft.sayings.polarity import polarity
from assay.draft.sayings.quoted import is_statement
from assay.draft.sayings.reports import Finder, Report
from assay.draft.sayings.saying import Party, Pressed, Saying
from assay.draft.sayings.settings import setting_of
from assay.draft.sayings.words import ADDING, ORDERING, VERBS
from assay.model.entries import Act
from assay.model.location import Span
from assay.voices.grammar import Sentence, Word
from assay.voices.hearing import Heard
from assay.voices.memory import Memory
from assay.voices.people import Meant
from assay.voices.stretches import StandIn, Stretch

FINDERS: tuple[Finder, ...] = (by_verbs, heard_from, in_brackets, as_told, by_nouns, announced, plainly)
"""What finds reports, the surest first: of two reports of the same words the earlier counts."""
_ASKING = frozenset({"ask", "inquire", "enquire", "order", "command", "demand", "urge", "instruct", "call"})
_MOSTLY = 0.6  # of what is said stands between quotation marks: then it is the witness's own words
_PRONOUNS = frozenset({"he", "she", "they", "i", "we"})


class _Place(Struct, frozen=True):
    """A sentence in its stretch, and whom the text has spoken of."""

    stretch: Stretch
    sentence: Sentence
    memory: Memory
    before: Sentence | None

    def span(self, first: int, last: int) -> Span:
        """Return where a run of words stands."""
        words = self.sentence.words
        return self.stretch.span(words[first].start, words[max(first, last - 1)].end)

    def party(self, number: int) -> Party | None:
        """Say whom a word means, if that can be said."""
        word = self.sentence.words[number]
        meant = self.memory.meant(self.sentence, number)
        if meant is None and word.pos == "NOUN" and word.text in self.memory.people.names:
            meant = Meant(word.text, "explicit")  # a name that the parser takes for a noun
        if meant is None or meant.certainty == "none":
            return None
        first, last = self.sentence.name(number)
        return Party(meant.name, self.span(first, last), meant.certainty)


class Listener:
    """Finds the sayings of a text, sentence by sentence."""

    def __init__(self, heard: Heard) -> None:
        """Take what was heard in it."""
        self._heard = heard

    def sentence(
        self, stretch: Stretch, sentence: Sentence, memory: Memory, before: Sentence | None
    ) -> Iterator[Saying]:
        """Yield what is said in a sentence, and remember whom it speaks of."""
        place = _Place(stretch, sentence, memory, before)
        quoted = [one for one in stretch.stand_ins if sentence.start <= one.start < sentence.end]
        said = [one for one in quoted if self._heard.is_said(one.quote)]
        taken: set[int] = set()
        for report in _outermost(sentence):
            saying = self._reported(place, report, said)
            if saying is not None:
                taken |= {one.quote for one in said if _holds(sentence, report, one)}
                yield saying
        for one in said:
            if one.quote not in taken and (saying := self._quoted(place, one)) is not None:
                yield saying
        for one in said:
            found = self._heard.speakers.get(one.quote)
            if found is not None and found.name is not None and found.name[:1].isupper():
                memory.source = found.name
        memory.note(sentence)

    def _reported(self, place: _Place, report: Report, said: Sequence[StandIn]) -> Saying | None:
        """Make a saying of a report, in the witness's own words where most of it is quoted."""
        sentence = place.sentence
        if sentence.words[-1].text == "?" or report.doer is None:
            return None
        inside = [one for one in said if _holds(sentence, report, one)]
        witness = place.party(report.doer) or self._whose(inside) or _as_before(place, report.doer)
        if witness is None:
            return None
        span = place.span(*report.content)
        own = [self._heard.spans[one.quote].span for one in inside]
        is_own = bool(own) and sum(len(one) for one in own) >= _MOSTLY * max(1, len(span))
        body = self._heard.view.body
        act, rule = report.act, report.rule
        if is_own:
            span = Span(own[0].start, own[-1].end)
            words = body[span.start : span.end]
            if not is_statement(words):
                return None
            act, rule = _turned(act, rule, words)
        chain = [party for number in chain_of(sentence, report) if (party := place.party(number)) is not None]
        return Saying(
            span=span,
            parts=(span,),
            sentence=place.span(0, len(sentence.words)),
            witness=witness,
            act=act,
            words="own" if is_own else "reported",
            rule=f"{rule}; {GOES_ON}" if _adds(sentence, report) else rule,
            confidence=witness.certainty,
            to=tuple(self._hearers(place, report, witness)),
            chain=tuple(one for one in chain if one.name != witness.name),
            basis=basis_of(sentence, report) if not chain else None,
            setting=setting_of(_around(sentence, report), sentence.words[report.teller].lemma),
            under=tuple(_pressed(place, report)),
            gist=_gist(sentence, report.content),
        )

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

    def _hearers(self, place: _Place, report: Report, witness: Party) -> Iterator[Party]:
        for number in hearers(place.sentence, report):
            party = place.party(number)
            if party is not None and party.name != witness.name:
                yield party

    def _quoted(self, place: _Place, one: StandIn) -> Saying | None:
        """Make a saying of a quotation that no report holds."""
        sentence, quoted = place.sentence, self._heard.spans[one.quote]
        words = self._heard.view.body[quoted.span.start : quoted.span.end]
        witness = self._speaker(one)
        if witness is None or not is_statement(words):
            return None
        is_mixed = self._heard.kinds[one.quote][0] == "mixed"
        is_far = self._heard.speakers[one.quote].rule in _FAR_FETCHED
        if is_mixed and (is_far or len(words.split()) < _WORDS_THAT_SAY):
            return None
        at = sentence.word_at(one.start, one.end)
        teller = (
            next((n for n in sentence.above(at) if sentence.words[n].lemma in VERBS), None) if at is not None else None
        )
        act: Act = "affirms"
        rule = f"quoted: {self._heard.speakers[one.quote].rule}"
        above = [sentence.words[n].lemma for n in sentence.above(at)] if at is not None else []
        if above[:1] and above[0] in ORDERING:
            return None
        if _ASKING.intersection(above) and words.rstrip().endswith("?"):
            return None
        if teller is not None and (made := act_of(sentence, teller)) is not None:
            act = made.act
        act, rule = _turned(act, rule, words)
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
            to=tuple(self._hearers(place, report, witness)) if teller is not None else (),
            setting=setting_of(_around(sentence, report), sentence.words[report.teller].lemma),
            under=tuple(_pressed(place, report)),
            gist=" ".join(words.split()),
        )


_WORDS_THAT_SAY = 5
_FAR_FETCHED = frozenset({"quoted last, in a paragraph before"})


def _outermost(sentence: Sentence) -> list[Report]:
    """Find the reports of a sentence. What is told within another report is its chain, unless it is no affirmation."""
    kept: list[Report] = []
    found = [report for finder in FINDERS for report in finder(sentence)]
    for report in found:
        if any(_overlaps(report.content, other.content) and other.teller == report.teller for other in kept):
            continue
        is_told = any(
            other is not report
            and other.content[0] <= report.teller < other.content[1]
            and other.doer is not None
            and other.content != report.content
            for other in found
        )
        same = any(_share(report.content, other.content) > _MOSTLY and not is_told for other in kept)
        if same or (is_told and report.act == "affirms" and not _is_denied(report, kept)):
            continue
        kept.append(report)
    return sorted(kept, key=lambda report: report.content)


def _as_before(place: _Place, doer: int) -> Party | None:
    """Whom *he*, *she* or *they* means where nobody is named: the subject of the sentence before."""
    if place.before is None or place.sentence.words[doer].text.lower() not in {"he", "she", "they"}:
        return None
    before = structs.replace(place, sentence=place.before, before=None)
    for number, word in enumerate(place.before.words):
        if word.dep in {"nsubj", "nsubjpass"} and place.before.words[word.head].dep == "ROOT":
            party = before.party(number)
            if party is not None:
                return structs.replace(party, certainty="carried")
    return None


def _is_denied(report: Report, others: Sequence[Report]) -> bool:
    """Say whether a report stands in what somebody denies: *denied Berg's testimony, according to which*."""
    return any(one.act != "affirms" and one.content[0] <= report.teller < one.content[1] for one in others)


def _overlaps(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _share(one: tuple[int, int], other: tuple[int, int]) -> float:
    both = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, both) / max(1, min(one[1] - one[0], other[1] - other[0]))


def _holds(sentence: Sentence, report: Report, one: StandIn) -> bool:
    first, last = report.content
    return first < last and sentence.words[first].start < one.end and one.start < sentence.words[last - 1].end


def _turned(act: Act, rule: str, words: str) -> tuple[Act, str]:
    """Let quoted words that deny or retract say so."""
    made = polarity(words) if act == "affirms" else None
    return (made[0], f"{rule}; {made[1]}") if made is not None else (act, rule)


def _adds(sentence: Sentence, report: Report) -> bool:
    """Say whether a report goes on with what was said: *he added that*, *he also said that*."""
    words = sentence.words
    if report.doer is None or words[report.doer].text.lower() not in _PRONOUNS:
        return False
    also = any(
        words[other].lemma in {"also", "further", "furthermore"} for other in sentence.below(report.teller, "advmod")
    )
    return words[report.teller].lemma in ADDING or also


def _gist(sentence: Sentence, content: tuple[int, int]) -> str:
    return sentence.text(content)


def _outside(sentence: Sentence, report: Report) -> list[tuple[int, int]]:
    first, last = report.content
    return [(0, first), (last, len(sentence.words))]


def _around(sentence: Sentence, report: Report) -> str:
    """The words of the sentence that are not what is said."""
    return " ".join(
        " ".join(word.text for word in sentence.words[first:last]) for first, last in _outside(sentence, report)
    )


def _is_quoted(place: _Place, word: Word) -> bool:
    """Say whether a word is within a quotation: what is told in it is no condition of it."""
    return any(one.start <= word.start < one.end for one in place.stretch.stand_ins)


def _pressed(place: _Place, report: Report) -> Iterator[Pressed]:
    """Find conditions in the words around what is said; where the witness is a pronoun, in the sentence before."""
    seen = set()
    sentence = place.sentence
    for first, last in _outside(sentence, report):
        if first >= last:
            continue
        words = sentence.words[first:last]
        line = "".join(f"{'_' if _is_quoted(place, word) else word.text} " for word in words)
        for cue in cues(line):
            if cue.kind not in seen:
                seen.add(cue.kind)
                number = first + line[: cue.start].count(" ")
                end = first + line[: cue.end].count(" ") + 1
                yield Pressed(cue.kind, cue.by, place.span(number, min(end, last)), cue.rule)
