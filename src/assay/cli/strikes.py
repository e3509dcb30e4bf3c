"""`assay strikes`."""

from pathlib import Path

import click

from assay.cli.common import fail, is_dossier, paint
from assay.cli.reading import FORMAT, FULL, WITHOUT, left, sound, width
from assay.dossier import find_dossier


@click.command("strikes")
@click.argument("words", nargs=-1, metavar="[DOSSIER] [STRIKE]")
@WITHOUT
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True, help="The most strikes to show.")
@FULL
@FORMAT
def command(words: tuple[str, ...], without: tuple[str, ...], limit: int, format_: str, *, full: bool) -> None:
    """Show what falls with a strike; or which single strike would change most, and every claim under every scenario.

    A STRIKE is a name, #label, under CONDITION, about THEME or setting WORD. Without one, every person, group, work,
    condition, theme and setting is struck in turn.

    \b
      assay strikes trial
      assay strikes trial orlov
      assay strikes trial under torture --without orlov
    """
    from assay.examine import UnknownSelectorError, examine  # noqa: PLC0415 - `assay --help` stays instant
    from assay.examine.blast import blast, scenario_table, single_strikes  # noqa: PLC0415
    from assay.report.layout import Layout  # noqa: PLC0415
    from assay.report.strikes_json import strikes_json  # noqa: PLC0415
    from assay.report.strikes_text import blast_lines, strikes_lines  # noqa: PLC0415

    is_named = not words or is_dossier(Path(words[0])) or find_dossier(Path()) is None
    dossier, strike = (Path(words[0]) if words else None, words[1:]) if is_named else (None, words)
    book, case = left(dossier, without)
    try:
        found = (blast(case, [" ".join(strike)]),) if strike else single_strikes(case)
    except UnknownSelectorError as error:
        fail(str(error), error.help)
    soundness, table = sound(book), scenario_table(examine(case))
    if format_ == "json":
        click.echo(strikes_json(book.title, found, table, soundness))
        return
    layout = Layout(case, width=width(), full=full, paint=paint, unverified=soundness.unverified)
    for line in layout.warnings(soundness.errors, frozenset(found[0].fallen if strike else ())):
        click.echo(line)
    for line in blast_lines(found[0], layout) if strike else strikes_lines(found, table, layout, limit, width()):
        click.echo(line)
