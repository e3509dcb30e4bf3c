"""Strikes as JSON. The schema is docs/schema/strikes.json, made from the values here."""

from msgspec import Struct

from assay.model.blasts import Blast, Table
from assay.report.plainly import to_json
from assay.report.soundness import Soundness

STRIKES_SCHEMA = "assay-strikes/1"


class StrikesReport(Struct, frozen=True):
    """The JSON of `assay strikes --format json`: one strike, where it was named, else every single one."""

    schema: str
    title: str
    errors: int
    """How many errors `assay check` finds."""
    unverified: tuple[str, ...]
    """Statements whose quotations do not stand as cited."""
    strikes: tuple[Blast, ...]
    scenarios: Table


def strikes_json(title: str, strikes: tuple[Blast, ...], scenarios: Table, soundness: Soundness) -> str:
    """Write strikes as one JSON object."""
    unverified = tuple(sorted(soundness.unverified))
    return to_json(StrikesReport(STRIKES_SCHEMA, title, soundness.errors, unverified, strikes, scenarios))
