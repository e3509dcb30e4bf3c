"""What drafting found as JSON lines: every mention of a name, an alias, a date, a statement, then every proposal.

The keys of mentions are those of the labels that drafting is measured against (`bench/labels/draft/PROTOCOL.md`).
"""

import json
from collections.abc import Mapping
from typing import Any

from assay.model.proposals import AliasMention, DateMention, Evidence, NameMention, Proposal, StatementMention

Row = NameMention | AliasMention | DateMention | StatementMention | Proposal


def to_line(row: Row) -> str:
    """Write a mention or a proposal on one line."""
    return json.dumps(as_row(row), ensure_ascii=False)


def as_row(row: Row) -> Mapping[str, Any]:
    """Name the values of a mention or a proposal."""
    match row:
        case NameMention():
            said: dict[str, Any] = {"person": row.title, "id": row.person}
            return _row("name", row.evidence, row.words, said, row.rule)
        case AliasMention():
            return _row(
                "alias", row.evidence, row.words, {"alias": row.alias, "person": row.person, "id": row.id}, row.rule
            )
        case DateMention():
            anchor = None if row.anchor is None else [row.anchor.start, row.anchor.end]
            return _row("date", row.evidence, row.words, {"edtf": row.edtf, "anchor": anchor}, row.rule)
        case StatementMention():
            said = {
                "witness": row.witness,
                "with": row.others,
                "act": row.act,
                "to": row.to,
                "chain": row.chain,
                "conditions": row.conditions,
                "date": row.date,
                "words": row.manner,
                "class": row.confidence,
            }
            return _row("statement", row.evidence, row.words, said, row.rule)
    where = [_place(one) for one in row.evidence]
    return {
        "sort": "proposal", "part": row.part, "id": row.id, "text": row.text, "rule": row.rule,
        "class": row.confidence, "evidence": where,
    }  # fmt: skip


def _row(sort: str, evidence: Evidence, words: str, said: Mapping[str, Any], rule: str) -> Mapping[str, Any]:
    return {"sort": sort, **_place(evidence), "text": words, **said, "rule": rule}


def _place(evidence: Evidence) -> dict[str, Any]:
    return {
        "file": evidence.file,
        "work": evidence.work or None,
        "page": evidence.page or None,
        "start": evidence.span.start,
        "end": evidence.span.end,
    }
