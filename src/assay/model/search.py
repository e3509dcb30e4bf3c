"""What is looked for, and what is found."""

from msgspec import Struct

from assay.model.location import Span
from assay.model.locators import Locator
from assay.model.voices import SpeakerClass


class Phrase(Struct, frozen=True, tag=True):
    """Words that follow one another, folded. The last of them may be only a beginning."""

    words: tuple[str, ...]
    begins: bool = False


class All(Struct, frozen=True, tag=True):
    """All of these, in one passage."""

    parts: tuple["Query", ...]


class Either(Struct, frozen=True, tag=True):
    """At least one of these."""

    parts: tuple["Query", ...]


class Without(Struct, frozen=True, tag=True):
    """This, in passages in which that does not stand."""

    wanted: "Query"
    unwanted: "Query"


Query = Phrase | All | Either | Without


class Sought(Struct, frozen=True):
    """A search: for which words, spoken by one of whom, in one of which works, on one of which pages.

    Without words it is for all that somebody says.
    """

    query: Query | None
    said_by: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    pages: tuple[Locator, ...] = ()


class Speaker(Struct, frozen=True):
    """Somebody whose words are quoted. Neither name nor id: the text does not say whose they are."""

    name: str | None
    id: str | None
    certainty: SpeakerClass = "none"


class Hit(Struct, frozen=True):
    """Words that were found: where they stand, and who speaks.

    `raw` is their place in the document as it was received, in code points. `before` and `after` are what stands around
    them; `marks` are the places of the searched words within `text`.
    """

    file: str
    work: str | None
    edition: str
    page: str | None
    page_end: str | None
    locator: str
    """The pages in words: `p. 17`, or `pp. 25-60` where the marks skip pages and nobody can say more."""
    raw: Span
    text: str
    marks: tuple[Span, ...]
    before: str
    after: str
    quoted: tuple[Speaker, ...]
    """The speakers of the quotations in which the words stand, outermost first; none where nobody is quoted."""
    is_aside: bool
    """Words that were lifted out of the text: a compiler's comment, a note."""

    @property
    def speaker(self) -> Speaker | None:
        """Whose words these are, as far as quotation marks tell: the innermost speaker."""
        return self.quoted[-1] if self.quoted else None


class Found(Struct, frozen=True):
    """The first hits, and how many there are beyond them: exactly, or where they were not all counted, at least."""

    hits: tuple[Hit, ...]
    further: int
    exact: bool = True
