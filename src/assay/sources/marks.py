"""Where a document's page marks and comments stand: those of its format, of its profile, or as they are guessed."""

import itertools
import re
import statistics
from collections.abc import Iterable

from msgspec import Struct

from assay.model.locators import ordinal, written
from assay.model.text import PageMarks
from assay.sources.errors import UnreadableError
from assay.sources.guess import COUNTED, Guess, explained, guess_page_marks
from assay.sources.limits import LIMITS
from assay.sources.page_labels import carried_on
from assay.sources.profile import COMMENT, ONE_LABEL, PAGE_MARK, Match, Profile
from assay.sources.transcript import Transcript

Labels = tuple[tuple[str, str], ...]
Found = tuple[int, int, Labels | None]
"""Where a mark starts and ends, and its labels; a comment has None."""
NO_WORDS: Labels = (("", ""),)
"""The label of what only leads to a note, or opens or closes a block quotation."""
_CLOSE = 3  # pages that two marks around a reference may be apart
_DIGITS = 4
_MOST_BEFORE = 2  # pages' worth of text before the first number at a foot, of which it may be said


class Marking(Struct, frozen=True):
    """The marks of a document in order, and what is to be said about how they were found."""

    marks: list[Found]
    pages_by: PageMarks
    paging: tuple[str, ...]
    """How pages were found, and how to say otherwise."""
    guessed: tuple[str, ...] = ()
    """That it is a guess, where it is one."""


def marking(transcript: Transcript, profile: Profile) -> Marking:
    """Find a document's marks. Where neither its format tells of pages nor its profile of marks, they are guessed.

    Raises:
        UnreadableError: there are more of them than a document has pages.
        ProfileError: the profile's own patterns cannot be used.
    """
    words = transcript.words
    if profile.page:
        said = (f"Page marks are those that dossier.toml describes: {profile.page}",)
        return Marking(
            _among(transcript, profile, _matching(profile.page_marks(words), own=True)), _by(transcript), said
        )
    if transcript.breaks:  # where the format tells the pages, `[p. 3]` is a reference in the text
        said = ("Pages are those that the format itself tells.",)
        return Marking(_among(transcript, profile, []), _by(transcript), said)
    guess = guess_page_marks(words)
    told = tuple(explained(guess))
    if guess is None or guess.usual:
        marks = _without_references(_matching(re.finditer(PAGE_MARK, words), own=False))
        return Marking(_among(transcript, profile, marks), "printed", told)
    found = _among(transcript, profile, _guessed(words, guess))
    by: PageMarks = "sheets" if guess.counted else "milestones" if guess.foot else "printed"
    return Marking(found, by, told, (told[0], _HOW_SURE[guess.counted]))


_HOW_SURE = {
    True: f"Cite {COUNTED} p. N.",
    False: "This is a guess by the numbers. assay read --explain says how to say otherwise.",
}


def _by(transcript: Transcript) -> PageMarks:
    return transcript.pages_by if transcript.breaks else "printed"


def _among(transcript: Transcript, profile: Profile, marks: list[Found]) -> list[Found]:
    """Put page marks, a compiler's comments and the format's own breaks in the order of the text."""
    found = list(marks)
    if profile.compiler:
        at_pages = {mark[0] for mark in found if mark[0] < mark[1]}
        comments = re.finditer(COMMENT, transcript.words)
        found += [(*match.span(), None) for match in comments if match.start() not in at_pages]
    edges = [edge for block in profile.blocks(transcript.words) for edge in block]
    found += [(*match.span(), NO_WORDS) for match in (*profile.note_marks(transcript.words), *edges)]
    found.sort(key=lambda mark: mark[:2])
    own = carried_on(transcript.breaks) if transcript.pages_by == "milestones" else transcript.breaks
    breaks: list[Found] = [(mark.at, mark.at, mark.labels) for mark in own]
    return sorted([*breaks, *found], key=lambda mark: mark[0]) if breaks else found


def _matching(matches: Iterable[Match], *, own: bool) -> list[Found]:
    found: list[Found] = []
    for match in matches:
        if (labels := _labels(match, own=own)) and match.group():
            found.append((*match.span(), labels))
        if len(found) > LIMITS.pages:
            raise UnreadableError(f"has more than {LIMITS.pages} page marks", "divide it")
    return found


def _without_references(marks: list[Found]) -> list[Found]:
    """Leave out a mark that is far from both its neighbours while they follow each other: `[p. 345]` in a sentence.

    It stays in the text, as what it is: a reference to another page.
    """
    numbers = [_number(mark) for mark in marks]
    kept: list[Found] = []
    for at, mark in enumerate(marks):
        before = numbers[at - 1] if at else None
        here, after = numbers[at], numbers[at + 1] if at + 1 < len(marks) else None
        follows = before is not None and after is not None and before <= after <= before + _CLOSE
        if here is None or before is None or after is None or not follows or before <= here <= after:
            kept.append(mark)
    return kept


def _number(mark: Found) -> int | None:
    label = mark[2][0][1] if mark[2] and len(mark[2]) == 1 else ""
    return int(label) if label.isdigit() and len(label) <= _DIGITS else None


def _labels(match: Match, *, own: bool) -> Labels:
    if own:
        label = next((group for group in match.groups() if group), None)
        return (("", label.strip()),) if label and label.strip() else ()
    return tuple((label["edition"] or "", label["label"]) for label in ONE_LABEL.finditer(match.group()))


def _guessed(words: str, guess: Guess) -> list[Found]:
    """Find the marks of a guess: those that rise; what else looks like them is left in the text."""
    if guess.counted:
        return _counted(words)
    found = _matching(re.finditer(guess.pattern, words, re.MULTILINE), own=True)
    found = [mark for mark in found if mark[0] in guess.at]
    return _at_the_foot(found) if guess.foot else found


def _counted(words: str) -> list[Found]:
    """Count the pages that form feeds part; those before the first word and behind the last part nothing."""
    first, last = len(words) - len(words.lstrip()), len(words.rstrip())
    feeds = [match.start() for match in re.finditer("\f", words) if first < match.start() < last]
    found: list[Found] = [(0, 0, ((COUNTED, "1"),))]
    return found + [(at, at + 1, ((COUNTED, str(number)),)) for number, at in enumerate(feeds, 2)]


def _at_the_foot(found: list[Found]) -> list[Found]:
    """Let each label say where the words before it stand; after the last nothing is said."""
    labels = [mark[2] or () for mark in found]
    after = [_next_page(before, here) for before, here in itertools.pairwise(labels)]
    marks: list[Found] = [(mark[0], mark[1], here) for mark, here in zip(found, [*after, ()], strict=True)]
    typical = statistics.median(here[0] - before[1] for before, here in itertools.pairwise(found))
    if found[0][0] <= _MOST_BEFORE * typical:
        marks.insert(0, (0, 0, labels[0]))
    return marks


def _next_page(before: Labels, here: Labels) -> Labels:
    """Say on which page the words between two numbers at the foot begin: where some are missing, on the next."""
    (_, last), (edition, label) = before[0], here[0]
    was, is_ = ordinal(last), ordinal(label)
    if was is None or is_ is None or was[0] != is_[0] or is_[1] - was[1] <= 1:
        return here
    return ((edition, written(was[0], was[1] + 1)),)
