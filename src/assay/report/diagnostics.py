"""Diagnostics, for people and for programs: text, JSON, SARIF, GitHub."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from assay import __version__
from assay.check import Rule
from assay.model.diagnostics import Diagnostic, Severity
from assay.report.invisible import visible
from assay.report.paint import Paint, Tone, plain
from assay.report.plainly import to_json as as_json


class DiagnosticRow(Struct, frozen=True):
    """One diagnostic in JSON. Lines and columns count from 1, in code points."""

    code: str
    severity: str
    file: str
    line: int
    column: int
    width: int
    message: str
    help: str


class CheckReport(Struct, frozen=True):
    """The JSON of `assay check --format json`."""

    schema: str
    diagnostics: tuple[DiagnosticRow, ...]


_TONES: dict[Severity, Tone] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
CHECK_SCHEMA = "assay-check/1"


def to_text(found: Sequence[Diagnostic], lines: Mapping[str, Sequence[str]], paint: Paint = plain) -> Iterator[str]:
    """Write each diagnostic with its line, and what to type below the place."""
    for one in found:
        tone = _TONES[one.severity]
        yield f"{paint(str(one.at), 'strong')}: {paint(one.code, tone)} {visible(one.message)}"
        file = lines.get(one.at.file, ())
        if one.at.line > len(file):
            if one.help:
                yield f"  {one.help}"
            continue
        written = file[one.at.line - 1].rstrip()
        at = one.at.column - 1
        line, before = visible(written), visible(written[:at])
        number = str(one.at.line)
        margin = " " * len(number)
        blank = "".join("\t" if letter == "\t" else " " for letter in before)
        marks = "^" * max(1, len(visible(written[at : at + one.at.width])))
        yield f" {number} | {line}"
        yield f" {margin} | {blank}{paint(marks, tone)} {one.help}".rstrip()


def summary(found: Sequence[Diagnostic], quotations: int, works: int) -> str:
    """Say in one line how it went."""
    counted = [(severity, sum(one.severity is severity for one in found)) for severity in Severity]
    said = ", ".join(f"{count} {severity}{'s' * (count != 1)}" for severity, count in counted if count)
    looked = f"{quotations} quotation{'s' * (quotations != 1)} in {works} work{'s' * (works != 1)}"
    if not any(count for severity, count in counted if severity is not Severity.NOTE):
        notes = f" ({said})" if said else ""
        return (
            f"Nothing wrong{notes}: {looked} stand where they are cited."
            if quotations
            else f"Nothing wrong{notes}; there are no quotations yet."
        )
    return f"{said}; {looked} looked up."


def to_json(found: Sequence[Diagnostic]) -> str:
    """Write all diagnostics as one JSON object."""
    rows = tuple(
        DiagnosticRow(
            one.code, one.severity, one.at.file, one.at.line, one.at.column, one.at.width, one.message, one.help
        )
        for one in found
    )
    return as_json(CheckReport(CHECK_SCHEMA, rows))


_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def to_sarif(found: Sequence[Diagnostic], rules: Sequence[Rule]) -> str:
    """Write all diagnostics in the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0)."""
    results = [
        {
            "ruleId": one.code,
            "level": _LEVELS[one.severity],
            "message": {"text": f"{one.message}. {one.help}".rstrip(". ") + "."},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": one.at.file},
                        "region": {
                            "startLine": one.at.line,
                            "startColumn": one.at.column,
                            "endColumn": one.at.column + one.at.width,
                        },
                    }
                }
            ],
        }
        for one in found
    ]
    described = [
        {"id": rule.code, "shortDescription": {"text": rule.title}, "help": {"text": rule.page}} for rule in rules
    ]
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "assay", "version": __version__, "rules": described}},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }
    return as_json(log)


def to_github(found: Sequence[Diagnostic], folder: str) -> Iterator[str]:
    """Write diagnostics as workflow commands, which GitHub shows on the changed lines."""
    commands = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    for one in found:
        file = _escaped(f"{folder}/{one.at.file}" if folder not in ("", ".") else one.at.file)
        place = f"file={file},line={one.at.line},col={one.at.column},endColumn={one.at.column + one.at.width}"
        message = _escaped(f"{one.message}. {one.help}" if one.help else one.message, property_=False)
        yield f"::{commands[one.severity]} {place},title={one.code}::{message}"


def _escaped(words: str, *, property_: bool = True) -> str:
    words = words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return words.replace(":", "%3A").replace(",", "%2C") if property_ else words
