"""What would decide, as JSON. The schema is docs/schema/questions.json, made from the values here."""

from msgspec import Struct

from assay.model.questions import Questions
from assay.report.plainly import to_json
from assay.report.soundness import Soundness

QUESTIONS_SCHEMA = "assay-questions/1"


class QuestionsReport(Struct, frozen=True):
    """The JSON of `assay questions --format json`."""

    schema: str
    title: str
    errors: int
    """How many errors `assay check` finds."""
    unverified: tuple[str, ...]
    """Statements whose quotations do not stand as cited."""
    found: Questions


def questions_json(title: str, found: Questions, soundness: Soundness) -> str:
    """Write questions as one JSON object."""
    return to_json(
        QuestionsReport(QUESTIONS_SCHEMA, title, soundness.errors, tuple(sorted(soundness.unverified)), found)
    )
