"""A work that is not in hand is cited as if it were.

## What it checks

A citation names a work whose words are here: a file, or a part of one.

## Why it matters

What nobody here has read cannot be quoted. The words were read somewhere: that work is to be cited, and the one that it
quotes is named as the record they passed through.

## Example

    source diary "Boris's diary"
      by: boris
      held: no

    1931 boris affirms fire
      cite: diary p. 5
        > I saw the mill burn

## Write instead

    source diary "Boris's diary"
      by: boris
      held: no

    1931 boris affirms fire
      in: diary
      cite: memoir p. 2
        > I saw the mill burn
"""

from collections.abc import Iterator

from assay.check.context import Context
from assay.model.diagnostics import Diagnostic

CODE = "L002"


def check(context: Context) -> Iterator[Diagnostic]:
    """Report citations of works without words, and works whose file is not in the dossier."""
    listed = {profile.path for profile in context.dossier.settings.profiles}
    unlisted = {id_ for id_, source in context.case.sources.items() if source.file and source.file not in listed}
    for source in context.case.sources.values():
        if source.file is not None and source.id in unlisted:
            help_ = f"type: {context.to_type('add', source.file)}"
            yield Diagnostic(CODE, f"dossier.toml does not list {source.file}", context.at(source.id, "file"), help_)
    for looked in context.quotations:
        source_ = context.case.sources.get(looked.cite.source)
        if looked.volume is not None or source_ is None or source_.file is not None:
            continue
        if unlisted & set(context.case.lineages[source_.id]):
            continue  # said once, of the file
        message = f"{context.title(looked.cite.source)} is not in hand"
        help_ = f"cite the work in which you read it, and write in: {looked.cite.source}"
        yield Diagnostic(CODE, message, context.at(looked.entry, looked.field, looked.cite.source, looked.nth), help_)
