"""What is not said, written out for people. A candidate is called one, with its reasons."""

from collections.abc import Iterator

from assay.model.dates import in_words
from assay.model.sayings import Said
from assay.model.silences import Candidate, FoundNothing, Ground, Omission, Silences
from assay.report.layout import Layout

_NONE = "The casebook records none."


def silence_lines(found: Silences, layout: Layout) -> Iterator[str]:
    """Write recorded omissions, candidates and searches."""
    yield layout.paint("Recorded: who says nothing of what", "strong")
    for omission in found.omissions:
        yield from _omission(omission, layout)
    if not found.omissions:
        yield f"  {_NONE}"
    yield ""
    yield layout.paint("Candidates, to be looked into; they count for nothing", "strong")
    for candidate in found.candidates:
        yield from _candidate(candidate, layout)
    yield from layout.wrapped(_where(found, layout), "  ")
    yield ""
    yield layout.paint("Searches that found nothing", "strong")
    for search in found.searches:
        yield from layout.wrapped(_search(search, layout), "  - ")
    if not found.searches:
        yield f"  {_NONE}"


def _omission(omission: Omission, layout: Layout) -> Iterator[str]:
    one = omission.said
    yield from layout.wrapped(
        f"{layout.saying(one)}, is recorded to say nothing of {layout.claim(one.claim)} #{one.statement}", "  - "
    )
    for words in layout.words(one):
        yield from layout.wrapped(words, "    ")
    yield from layout.wrapped(_made_by(omission.heard_from, layout), "    ")
    if omission.in_excerpts:
        works = layout.names(omission.in_excerpts)
        are = "is" if len(omission.in_excerpts) == 1 else "are"
        yield from layout.wrapped(f"{works} {are} not here whole: it may stand in a part that is not here", "    ")


def _made_by(statements: tuple[str, ...], layout: Layout) -> str:
    if not statements:
        return "nobody is recorded to affirm it"
    by = (f"{layout.name(layout.case.statements[id_].witness)} (#{id_})" for id_ in statements)
    return f"affirmed by {' and by '.join(by)}"


def _candidate(candidate: Candidate, layout: Layout) -> Iterator[str]:
    who = layout.case.called(candidate.witness)
    yield from layout.wrapped(f"{who} is not recorded to speak of {layout.claim(candidate.claim)}", "  - ")
    for ground in candidate.grounds:
        yield from layout.wrapped(f"may have known: {_ground(ground, layout)}", "    ")
    matters = " and of ".join(_matter(matter, layout) for matter in candidate.matters)
    yield from layout.wrapped(f"speaks of {matters} in {layout.name(candidate.work)}, which is here whole:", "    ")
    for one in candidate.said:
        for words in layout.words(one):
            yield from layout.wrapped(f"{words} #{one.statement}", "      ")
    yield from layout.wrapped(_made_by(candidate.heard_from, layout), "    ")


def _ground(ground: Ground, layout: Layout) -> str:
    if ground.statement is None:
        return "the claim names this witness"
    did = "took part in" if ground.position == "took part" else "saw"
    return f"{did} what {layout.claim(ground.claim)} tells (#{ground.statement})"


def _matter(matter: str, layout: Layout) -> str:
    sort, _, value = matter.partition(" ")
    match sort:
        case "issue":
            return f"“{layout.case.called(value)}”"
        case "who":
            return layout.name(value)
        case _:
            return value


def _where(found: Silences, layout: Layout) -> str:
    """Say in what was looked, and what to do before a candidate becomes an omission."""
    if not found.whole:
        return "Not looked for: no cited work is here whole, and what an excerpt leaves out may be its maker's choice."
    looked = f"Looked for in what is here whole: {layout.names(found.whole)}."
    if found.not_whole:
        looked += f" Not in {layout.names(found.not_whole)}."
    if not found.candidates:
        return f"None. {looked}"
    return (
        f"{looked} A casebook need not hold all that a work says: search the work (assay search DOSSIER WORDS"
        " in:WORK) before you record an omission."
    )


def _search(search: FoundNothing, layout: Layout) -> str:
    when = "" if search.date == "undated" else f", {in_words(search.date)}"
    where = f", {search.locator}" if search.locator else ""
    sought = f": {search.sought}" if search.sought else ""
    whole = "" if search.whole else " (not here whole: it may stand in a part that is not here)"
    return f"{layout.case.called(search.work)}{where}{sought}; searched by {layout.name(search.person)}{when}{whole}"


def shown_in(found: Silences) -> Iterator[Said]:
    """Yield every statement that is shown."""
    yield from (omission.said for omission in found.omissions)
    yield from (one for candidate in found.candidates for one in candidate.said)
