"""An audit as one HTML file: both sides, differing words marked by more than colour, no scripts, everything escaped."""

from collections.abc import Iterator, Sequence
from html import escape

from assay.audit.rows import AuditRow, in_words
from assay.report.audit_text import audit_details, audit_summary
from assay.report.invisible import visible_in_page
from assay.report.plainly import showable
from assay.report.side_by_side import Part, side_by_side

_STYLE = """
body { font: 1rem/1.5 Georgia, serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
body { color: #1a1a1a; background: #fff; }
article { border-top: 1px solid #767676; padding: .5rem 0 1rem; }
h2 { font-size: 1rem; margin: .5rem 0; }
.kind { font-weight: bold; text-transform: uppercase; letter-spacing: .05em; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; }
blockquote { margin: 0; padding-left: .75rem; border-left: 3px solid #767676; white-space: pre-wrap; }
del { text-decoration: line-through; background: #fde2e2; } del::before { content: "[−"; } del::after { content: "−]"; }
ins { text-decoration: underline; background: #dff3df; } ins::before { content: "[+"; } ins::after { content: "+]"; }
.side { font-size: .85rem; color: #444; } ul { margin: .5rem 0 0; }
@media (max-width: 45rem) { .sides { grid-template-columns: 1fr; } }
"""


def audit_html(rows: Sequence[AuditRow], title: str, passed_over: int) -> str:
    """Write the whole report. What only the source has is struck through, what only the quotation has, underlined."""
    made = "\n".join(_article(number, row) for number, row in enumerate(rows, 1))
    head = escape(f"Audit of {title}")
    return showable(
        visible_in_page(f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{head}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>{head}</h1>
<p>{escape(audit_summary(rows, passed_over))}</p>
<p><del>words</del> stand in the source only, <ins>words</ins> in the quotation only.
Marks and capitals are not compared.</p>
{made}
</main>
</body>
</html>
""")
    )


def _article(number: int, row: AuditRow) -> str:
    place = in_words(row.page) if row.page else row.place or f"characters {row.start} to {row.end}"
    where = f"{row.work or row.file}, {place}"
    source = row.source or "no source"
    there = in_words(row.source_page) if row.source_page else row.source_place
    page = f", {there}" if there else ""
    ours, theirs = _marked(row.text, row.source_text)
    notes = "".join(f"<li>{escape(line)}</li>" for line in list(audit_details(row))[1 if row.source else 0 :])
    return f"""<article id="q{number}">
<h2>{number}. <span class="kind">{escape(row.kind)}</span> {escape(where)}</h2>
<div class="sides">
<div><p class="side">quoted</p><blockquote>{ours}</blockquote></div>
<div><p class="side">{escape(source + page)}</p><blockquote>{theirs or "nothing like it was found"}</blockquote></div>
</div>
{f"<ul>{notes}</ul>" if notes else ""}
</article>"""


def _marked(quoted: str, source: str) -> tuple[str, str]:
    """Mark the words that only one of the two has."""
    ours, theirs = side_by_side(quoted, source)
    return "".join(_side(ours, "ins")), "".join(_side(theirs, "del"))


def _side(parts: Sequence[Part], tag: str) -> Iterator[str]:
    for part in parts:
        yield f"<{tag}>{escape(part.words)}</{tag}>" if part.differs else escape(part.words)
