"""Which date the narrative stands at: carried from sentence to sentence, apart in every quotation.

A year far from those around it is an aside ("as he recalled in 1956"): it dates its own sentence, and its own paragraph
where that begins with it, and the narrative moves there only when a second date confirms it. A date in what somebody
is reported to have said holds for its own sentence, and elsewhere only where the narrative has none.
"""

from msgspec import Struct

from assay.draft.dates.values import Day, Meaning
from assay.model.location import Span

_FAR = 8
_NEAR_PARAGRAPHS = 1
_FAR_PARAGRAPHS = 3


TORN = "two years are spoken of"


class Stand(Struct, frozen=True):
    """A date that was spoken of: its words, the words that state its year, in which sentence and paragraph."""

    day: Day
    span: Span
    source: Span
    sentence: int
    paragraph: int
    is_aside: bool = False
    """*Ten years later he died*: the narrative does not go there."""
    is_late: bool = False
    """Said of the middle or the end of a year: the February of which one hears next is the next year's."""
    is_told: bool = False
    """Said in what somebody is reported to have said: the narrative does not go there either."""


class Memory(Struct):
    """What was spoken of in one voice so far."""

    end: int
    """Where the voice ends."""
    saying: Stand | None = None
    """When the words of a quotation were said, where the sentence around it tells."""
    last: Stand | None = None
    firm: Stand | None = None
    """The last date that the voice gives itself, not in what it reports."""
    told: Stand | None = None
    """The last date within what is reported."""
    narrative: Stand | None = None
    former: Stand | None = None
    """Where the narrative stood in another year before: what is told may lead back there."""
    pending: Stand | None = None
    period: tuple[Meaning, Span, int] | None = None
    """The last span of time, its words and its sentence: *this period*."""
    moot: int = -1
    """The sentence in which a year is counted from when it was said: *last year, in May*."""
    undated: int = -1
    """Where the last expression stands that has no date: *that time* may be the time of it."""
    dateline: tuple[Day, Span] | None = None
    """The day on which the words were written, as the head of a letter or diary says."""
    years: tuple[int, frozenset[int]] | None = None
    """The last paragraph that says years, and which."""
    lost: int = -1
    """Where the last day or month stands whose year nobody can say: nothing is counted from before it."""
    is_talk: bool = False
    """Whether it is that of questions and answers."""
    opening: Stand | None = None
    """The first dated year of the paragraph in hand."""

    def note(self, stand: Stand) -> None:
        """Remember a date that was just spoken of."""
        self.last = stand
        year = stand.day.year
        assert year is not None
        if stand.is_told:
            self.told = stand
            if self.former is not None and stand.day == Day(self.former.day.year):
                self.narrative, self.former, self.years = stand, self.narrative, None  # it leads back there
            return
        self.firm = stand
        if stand.is_aside:
            return
        if stand.source == stand.span:
            if self.years and self.years[0] != stand.paragraph:
                self.years = None
            self.years = stand.paragraph, (self.years[1] if self.years else frozenset()) | {year}
        is_said = stand.source == stand.span  # a second date confirms a year only if it says it, too
        if self.opening is None or self.opening.paragraph != stand.paragraph:
            self.opening = stand
        is_confirmed = is_said and self.pending is not None and self._near(self.pending, year)
        if self.narrative is None or self._near(self.narrative, year) or is_confirmed:
            if self.narrative is not None and self.narrative.day.year != year:
                self.former = self.narrative
            self.narrative, self.pending = stand, None
        else:
            self.pending = stand

    def turn(self) -> None:
        """Begin anew, at what a date heads."""
        self.last = self.firm = self.told = self.narrative = self.former = self.pending = self.opening = None

    def is_torn(self, sentence: int, paragraph: int, *, is_own: bool) -> bool:
        """Say whether another year was spoken of since the narrative's, so that nobody can say which of them is meant.

        Days follow on days; but `is_own`, what the author tells of himself, may be of any year.
        """
        if self.years is not None and paragraph > self.years[0] and len(self.years[1]) > 1:
            return True
        one, other, last = self.narrative, self.pending, self.last
        if one is None or other is None or last is None or other.span.start < one.span.start:
            return False
        if other.paragraph < paragraph - _FAR_PARAGRAPHS or last.sentence == sentence:
            return False
        return is_own or one.day.day is None or other.paragraph == paragraph

    def year_for(self, sentence: int, paragraph: int) -> Stand | None:
        """Return the date whose year holds in a sentence."""
        if self.last is not None and self.last.sentence == sentence:
            return self.last
        if self.narrative is not None and self.narrative.paragraph == paragraph:
            return self.narrative or self.saying
        if self.opening is not None and self.opening.paragraph == paragraph:
            return self.opening
        return self.narrative or self.saying or self.told

    def day_for(self, sentence: int, paragraph: int) -> Stand | None:
        """Return the date from which *the next day* counts: the last one, not long ago.

        What is reported in another sentence counts only where the voice itself gives no date as exact.
        """
        last, firm = self.last, self.firm
        if last is None or paragraph - last.paragraph > _NEAR_PARAGRAPHS:
            return None
        if not last.is_told or last.sentence == sentence:
            return last
        if firm is None or paragraph - firm.paragraph > _NEAR_PARAGRAPHS:
            return last
        return firm if firm.day.day is not None or last.day.day is None else last

    def tells_apart(self) -> bool:
        """Say whether the sentence of the last date has two years, told and telling: *in 1937 he said that in 1923*."""
        last, firm, told = self.last, self.firm, self.told
        if last is None or firm is None or told is None or not firm.sentence == told.sentence == last.sentence:
            return False
        return firm.day.year != told.day.year

    @staticmethod
    def _near(stand: Stand, year: int) -> bool:
        return abs((stand.day.year or 0) - year) <= _FAR
