"""What is not said, as JSON. The schema is docs/schema/silence.json, made from the values here."""

from msgspec import Struct

from assay.model.silences import Silences
from assay.report.plainly import to_json
from assay.report.soundness import Soundness

SILENCE_SCHEMA = "assay-silence/1"


class SilenceReport(Struct, frozen=True):
    """The JSON of `assay silence --format json`."""

    schema: str
    title: str
    errors: int
    """How many errors `assay check` finds."""
    unverified: tuple[str, ...]
    """Statements whose quotations do not stand as cited."""
    silences: Silences


def silence_json(title: str, silences: Silences, soundness: Soundness) -> str:
    """Write silences as one JSON object."""
    return to_json(
        SilenceReport(SILENCE_SCHEMA, title, soundness.errors, tuple(sorted(soundness.unverified)), silences)
    )
