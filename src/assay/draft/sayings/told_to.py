"""The parties to whom a report is told: those of its sentence, else whoever asked in the sentence before."""

from collections.abc import Iterator

from msgspec import structs

from assay.draft.sayings.answering import ANSWERING, asker_before
from assay.draft.sayings.hearers import hearers
from assay.draft.sayings.place import Place
from assay.draft.sayings.reports import Report
from assay.draft.sayings.saying import Party
from assay.draft.sayings.words import VERBS


def told_to(place: Place, report: Report, witness: Party) -> tuple[Party, ...]:
    """Name or describe those who are told; nobody is told what he says himself."""
    here = (place.hearer(number) for number in hearers(place.sentence, report))
    found = tuple(party for party in here if party is not None and party.name != witness.name)
    found = found or tuple(party for party in _before(place, report) if party.name != witness.name)
    return found or tuple(_answered(place, report, witness))


def _answered(place: Place, report: Report, witness: Party) -> Iterator[Party]:
    """*When Berg said that it burned, Lund replied*: each tells the other; else an answer goes to who spoke last."""
    words = place.sentence.words
    teller = words[report.teller]
    is_when = teller.dep == "advcl" and _is_when(place, report.teller) and not _is_pronoun(place, report.doer)
    is_first = teller.lemma in ANSWERING or any(_is_when(place, one) for one in _sayings(place, report.teller))
    answer = report.teller if is_first else teller.head
    if not (is_first or (is_when and words[answer].lemma in VERBS) or words[answer].lemma in ANSWERING):
        return
    others = list(_sayings(place, answer))
    if answer != report.teller:
        others = [answer] if teller.dep == "advcl" else []
    for other in others:
        doer = place.sentence.doer(other)
        party = place.hearer(doer) if doer is not None and not _is_pronoun(place, doer) else None
        if party is not None and party.name != witness.name:
            yield party
            return
    if teller.lemma in ANSWERING and place.last is not None and place.last.name != witness.name:
        yield place.last


def _before(place: Place, report: Report) -> Iterator[Party]:
    if place.before is None:
        return
    there = structs.replace(place, sentence=place.before, before=None)
    for number in asker_before(place.before, place.sentence, report.teller):
        party = there.party(number)
        if party is not None:
            yield party


def _sayings(place: Place, verb: int) -> Iterator[int]:
    """The verbs of saying that stand beside another: *when Berg said that, he answered*."""
    return (one for one in place.sentence.below(verb, "advcl") if place.sentence.words[one].lemma in VERBS)


def _is_when(place: Place, verb: int) -> bool:
    words = place.sentence.words
    return any(words[one].text.lower() == "when" for one in place.sentence.below(verb, "advmod", "mark"))


def _is_pronoun(place: Place, doer: int | None) -> bool:
    """*When he said this, Berg added*: he may be the same."""
    return doer is not None and place.sentence.words[doer].pos == "PRON"
