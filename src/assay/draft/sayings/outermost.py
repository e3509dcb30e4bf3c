"""All reports of a sentence, by all that find such; of those within another, the outer one alone."""

from collections.abc import Sequence

from assay.draft.sayings.announced import announced
from assay.draft.sayings.as_told import as_told
from assay.draft.sayings.by_nouns import by_nouns
from assay.draft.sayings.by_stands import by_stands
from assay.draft.sayings.by_verbs import by_verbs
from assay.draft.sayings.by_views import by_views
from assay.draft.sayings.heard_from import heard_from
from assay.draft.sayings.impersonal import impersonal
from assay.draft.sayings.in_brackets import in_brackets
from assay.draft.sayings.plainly import plainly
from assay.draft.sayings.reports import Finder, Report
from assay.voices.grammar import Sentence

FINDERS: tuple[Finder, ...] = (
    by_verbs, by_stands, by_views, heard_from, impersonal, in_brackets, as_told, by_nouns, announced, plainly,
)  # fmt: skip
"""What finds reports, the surest first: of two reports of the same words the earlier counts."""
_MOSTLY = 0.6  # of two runs are the same words


def outermost(sentence: Sentence) -> list[Report]:
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
        if same or (is_told and not _is_denied(report, kept)):
            continue
        kept.append(report)
    return sorted(kept, key=lambda report: report.content)


def _is_denied(report: Report, others: Sequence[Report]) -> bool:
    """Say whether a report stands in what somebody denies: *denied Berg's testimony, according to which*."""
    return any(one.act != "affirms" and one.content[0] <= report.teller < one.content[1] for one in others)


def _overlaps(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _share(one: tuple[int, int], other: tuple[int, int]) -> float:
    both = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, both) / max(1, min(one[1] - one[0], other[1] - other[0]))
