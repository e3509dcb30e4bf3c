"""`assay show`."""

import shutil
import sys

import click

from assay.cli.common import fail, failing_clearly, opened, paint, parted, watched

_WIDEST = 100


@click.command("show")
@click.argument("words", nargs=-1, required=True, metavar="[DOSSIER] WORK [PLACE]")
def command(words: tuple[str, ...]) -> None:
    """Show a page of a work in the terminal, its quotations numbered, with who speaks where the sentence says so.

    \b
      assay show trial memoir p. 17
      assay show trial memoir pp. 17-18
      assay show trial memoir          the whole work
    """
    from assay.model.guessing import did_you_mean  # noqa: PLC0415 - `assay --help` stays instant
    from assay.model.locators import parse_locator  # noqa: PLC0415
    from assay.report.invisible import visible  # noqa: PLC0415
    from assay.report.page_text import page_lines  # noqa: PLC0415
    from assay.voices import best_grammar  # noqa: PLC0415
    from assay.voices.shares import heard_around  # noqa: PLC0415

    dossier, (work, *place) = parted(words, "which work?", f"assay show {words[0]} WORK [PLACE]")
    with failing_clearly():
        book = opened(dossier)
        if work not in book.case.sources:
            fail(f"there is no work {work}", did_you_mean(work, book.case.sources))
        volume = book.library.volume(work)
    if volume is None:
        fail(f"{work} is not in hand", "only works with a file, or inside a work with a file, can be shown")
    locator = parse_locator(" ".join(place)) if place else None
    if place and locator is None:
        fail(f"“{' '.join(place)}” is no place in a work", "write p. 17, pp. 25-60, ¶ 12, or hbk p. 351")
    spans = volume.places(locator) if locator is not None else volume.spans
    if not spans:
        fail(
            f"{work} has no {locator}" if locator is not None else f"{work} has no words",
            f"its pages run from {volume.pages[0].labels[0]}" if volume.pages and volume.pages[0].labels else "",
        )
    width = min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST) if sys.stdout.isatty() else _WIDEST
    heard = list(heard_around(volume.text, spans, book.names, watched(best_grammar())))
    click.echo(paint(f"{book.case.called(work)}{f', {locator}' if locator is not None else ''}", "strong"))
    numbered = () if volume.pages and (locator is None or locator.unit != "paragraph") else volume.paragraphs
    for span in spans:
        for line in page_lines(volume.text.body, span, heard, width, paint, numbered):
            click.echo(visible(line))
