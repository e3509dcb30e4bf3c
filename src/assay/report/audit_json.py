"""An audit as JSON lines: one to a quotation."""

import json

import msgspec

from assay.audit.rows import AuditRow
from assay.report.plainly import showable

AUDIT_SCHEMA = "A line of assay audit --format json"


def audit_line(row: AuditRow) -> str:
    """Write one quotation as one line of JSON."""
    return showable(json.dumps(msgspec.to_builtins(row), ensure_ascii=False))
