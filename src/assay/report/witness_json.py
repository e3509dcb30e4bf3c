"""A witness over time as JSON. The schema is docs/schema/witness.json, made from the values here."""

from msgspec import Struct

from assay.model.accounts import Account
from assay.report.plainly import to_json
from assay.report.soundness import Soundness

WITNESS_SCHEMA = "assay-witness/1"


class WitnessReport(Struct, frozen=True):
    """The JSON of `assay witness --format json`."""

    schema: str
    title: str
    errors: int
    """How many errors `assay check` finds."""
    unverified: tuple[str, ...]
    """Statements whose quotations do not stand as cited."""
    name: str
    account: Account


def witness_json(title: str, name: str, account: Account, soundness: Soundness) -> str:
    """Write an account as one JSON object."""
    return to_json(
        WitnessReport(WITNESS_SCHEMA, title, soundness.errors, tuple(sorted(soundness.unverified)), name, account)
    )
