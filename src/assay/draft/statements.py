"""Statements and claims of one document: rows, and entries that a person can keep."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from assay.draft.claims import claims, figures
from assay.draft.document import Document
from assay.draft.names.register import slug
from assay.draft.sayings.entries import Book, statements
from assay.draft.sayings.mentions import mentions
from assay.draft.sayings.naming import Names
from assay.draft.sayings.saying import Saying
from assay.draft.writing import entry, listed, titled
from assay.model.proposals import Proposal, StatementMention


class Drafted(Struct, frozen=True):
    """What a document's sayings come to."""

    mentions: tuple[StatementMention, ...]
    proposals: tuple[Proposal, ...]


def drafted(document: Document, found: Sequence[Saying], names: Names, book: Book) -> Drafted:
    """Draft the sayings of a document. `names` are its persons; `book` goes from document to document."""
    of_saying, made = claims(document, found, names, book)
    said = list(statements(document, found, of_saying, names, book))
    cited = {proposal.text.split("\n", 1)[0].split()[3] for proposal in said if proposal.text[:6] != "group "}
    kept = [proposal for proposal in made if proposal.id in cited]
    issues = list(_issues(document, found, of_saying, book, cited))
    return Drafted(tuple(mentions(document, found, names)), (*kept, *issues, *said))


def _issues(
    document: Document, found: Sequence[Saying], of_saying: dict[int, str], book: Book, cited: set[str]
) -> Iterator[Proposal]:
    """Ask which number is right, where different ones are said of one thing."""
    for unit, said in figures(found, of_saying):
        sides = [(count, claim) for count, claim in dict.fromkeys(said) if claim in cited]
        if len({count for count, _ in sides}) < 2:  # noqa: PLR2004 - two that differ
            continue
        rule = "different numbers of one thing"
        numbers = listed(f"{count} ({claim})" for count, claim in sides)
        because = f"the documents say {numbers}; whether they count the same is to judge"
        id_ = book.free(slug(f"how many {unit}"))
        text = entry(f"issue {id_} {titled(f'How many {unit}?')}", [("because", because), ("proposed", rule)])
        about = {claim for _, claim in sides}
        evidence = tuple(document.evidence(found[number].span) for number, claim in of_saying.items() if claim in about)
        yield Proposal("claims", id_, text, rule, "carried", evidence)
