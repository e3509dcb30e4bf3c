"""The report as one file to keep: the same folder that `assay report --html` writes, packed."""

import io
import re
import zipfile
from collections.abc import Sequence

from msgspec import Struct

from assay.dossier import Dossier
from assay.serve.answers import Form, RefusedError
from assay.serve.editing.pages import Choice


class ExportPage(Struct, frozen=True):
    """What can be asked of a report."""

    title: str
    persons: tuple[Choice, ...]


class Packed(Struct, frozen=True):
    """A report, packed: the name of its file, and its bytes."""

    name: str
    data: bytes


def asking(dossier: Dossier) -> ExportPage:
    """Offer a report."""
    return ExportPage("Report", tuple(Choice(one.id, one.title) for one in dossier.case.persons.values()))


def packed(dossier: Dossier, form: Form) -> Packed:
    """Build a report, and pack it.

    Raises:
        RefusedError: a citation does not stand, or a name cannot be withheld; each place is named.
    """
    from assay.pages.export import ReportError, build  # noqa: PLC0415 - seldom needed

    withheld = [name for field in form.all("redact") for name in field.replace(",", " ").split()]
    try:
        report = build(dossier, withheld, whole=form.one("whole") == "yes")
    except ReportError as error:
        raise RefusedError(422, "; ".join([str(error), *_some(error.places)]), error.help) from None
    folder = "-".join(re.findall(r"[a-z0-9]+", dossier.title.lower())[:6]) if not withheld else ""
    folder = folder or "report"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in sorted(report.files.items()):
            # A stated day, so that the same dossier makes the same file.
            archive.writestr(zipfile.ZipInfo(f"{folder}/{name}", (1980, 1, 1, 0, 0, 0)), words, zipfile.ZIP_DEFLATED)
    return Packed(f"{folder}.zip", out.getvalue())


_SHOWN = 8


def _some(places: Sequence[str]) -> list[str]:
    more = len(places) - _SHOWN
    return [*places[:_SHOWN], *([f"and {more} more"] if more > 0 else [])]
