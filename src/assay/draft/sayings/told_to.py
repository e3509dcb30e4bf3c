"""The parties to whom a report is told: those of its sentence, else whoever asked in the sentence before."""

from collections.abc import Iterator

from msgspec import structs

from assay.draft.sayings.answering import asker_before
from assay.draft.sayings.hearers import hearers
from assay.draft.sayings.place import Place
from assay.draft.sayings.reports import Report
from assay.draft.sayings.saying import Party


def told_to(place: Place, report: Report, witness: Party) -> tuple[Party, ...]:
    """Name or describe those who are told; nobody is told what he says himself."""
    here = (place.hearer(number) for number in hearers(place.sentence, report))
    found = tuple(party for party in here if party is not None and party.name != witness.name)
    return found or tuple(party for party in _before(place, report) if party.name != witness.name)


def _before(place: Place, report: Report) -> Iterator[Party]:
    if place.before is None:
        return
    there = structs.replace(place, sentence=place.before, before=None)
    for number in asker_before(place.before, place.sentence, report.teller):
        party = there.party(number)
        if party is not None:
            yield party
