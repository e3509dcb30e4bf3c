"""`assay witness`."""

import click

from assay.cli.common import fail, paint, parted
from assay.cli.reading import FORMAT, FULL, WITHOUT, left, sound, width


@click.command("witness")
@click.argument("words", nargs=-1, required=True, metavar="[DOSSIER] PERSON")
@WITHOUT
@FULL
@FORMAT
def command(words: tuple[str, ...], without: tuple[str, ...], format_: str, *, full: bool) -> None:
    """Show what a witness said over time: every version, what changed, under which conditions, who says the same.

    A person or group is named by id, name or surname. "After contact" stands only where the casebook records the
    contact. Where dates are too vague to put versions in order, it says so.

    \b
      assay witness trial goltsman
      assay witness trial 'Fritz David' --format json
      assay witness trial goltsman --without 'under dictation'
    """
    from assay.dossier.naming import called  # noqa: PLC0415 - `assay --help` stays instant
    from assay.examine.witness import account  # noqa: PLC0415
    from assay.library.index import QueryError  # noqa: PLC0415
    from assay.report.layout import Layout  # noqa: PLC0415
    from assay.report.witness_json import witness_json  # noqa: PLC0415
    from assay.report.witness_text import shown_in, witness_lines  # noqa: PLC0415

    dossier, person = parted(words, "which witness?", f"assay witness {words[0]} PERSON")
    book, case = left(dossier, without)
    try:
        meant = tuple(called(" ".join(person), book))
    except QueryError as error:
        fail(str(error), error.help)
    if len(meant) > 1:
        fail(f"several are called {' '.join(person)}", f"name one by id: {', '.join(sorted(meant))}")
    found, soundness = account(case, meant[0]), sound(book)
    if format_ == "json":
        click.echo(witness_json(book.title, case.called(meant[0]), found, soundness))
        return
    layout = Layout(case, width=width(), full=full, paint=paint, unverified=soundness.unverified)
    for line in layout.warnings(soundness.errors, frozenset(one.statement for one in shown_in(found))):
        click.echo(line)
    for line in witness_lines(found, layout):
        click.echo(line)
