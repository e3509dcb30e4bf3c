"""What is wrong, where, and what to type instead."""

from enum import StrEnum

from msgspec import Struct

from assay.model.location import Location


class Severity(StrEnum):
    """How much a finding matters: an error makes something untrue or unusable, a warning may, a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Diagnostic(Struct, frozen=True):
    """One thing that is wrong. `message` is one short sentence in the user's words; `help` says what to type."""

    code: str
    message: str
    at: Location
    help: str = ""
    severity: Severity = Severity.ERROR
