"""`assay draft`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assay.cli.common import DOSSIER, fail, failing_clearly, opened, paint, tell_what_is_missing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Self

    from assay.draft.drafting import Draft
    from assay.model.proposals import Part

_READING = 0.9  # of the time goes into reading


@click.command("draft")
@DOSSIER
@click.option(
    "--only", default="", help="Parts with commas between: persons, aliases, places, dates, statements, claims."
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(("text", "case", "jsonl")),
    default="text",
    help="Write the folder and say what is new; or only print, as casebook text or as JSON lines.",
)
@click.option("--stats", is_flag=True, help="Only count what would be proposed, by rule.")
@click.option("--rough", is_flag=True, help="Do not parse the sentences: faster, and less is found.")
def command(dossier: Path | None, only: str, format_: str, *, stats: bool, rough: bool) -> None:
    """Propose entries for the casebook, from what the documents say.

    Proposals are written to casebook/drafts/, one file to a part, and count for nothing until they are kept. Each names
    the rule that made it; what joins or concludes says why; and every quotation was found on its page. Drafting again
    leaves alone what was kept, dropped or edited. An interrupted draft goes on where it stopped.

    \b
      assay draft trial
      assay draft trial --only persons,aliases
      assay draft trial --stats
      assay check trial --drafts        are they sound?
      assay keep trial berg             into the casebook with it
      assay drop trial lind --because "a ship, no person"
    """
    from assay.draft.drafting import Drafting  # noqa: PLC0415 - `assay --help` stays instant
    from assay.report import draft_json, draft_text  # noqa: PLC0415
    from assay.voices import ROUGH, best_grammar  # noqa: PLC0415

    parts = _parts(only)
    with failing_clearly():
        book = opened(dossier)
        grammar = ROUGH if rough else best_grammar()
        if grammar.off and not rough:
            _say_what_is_off(grammar.off)
        with _Bar() as bar:
            each = (lambda row: click.echo(draft_json.to_line(row))) if format_ == "jsonl" else (lambda _: None)
            draft = Drafting(book, grammar, parts, bar.show, each).run()
        match format_:
            case "jsonl":
                for proposal in draft.proposals:
                    click.echo(draft_json.to_line(proposal))
            case "case":
                for proposal in draft.proposals:
                    click.echo(f"{proposal.text}\n")
            case _:
                for line in draft_text.stats(draft, parts, paint) if stats else _written(book.root, draft, parts):
                    click.echo(line)
        tell_what_is_missing(book)


def _parts(only: str) -> "tuple[Part, ...]":
    from assay.model.guessing import did_you_mean  # noqa: PLC0415 - where a part is misspelt
    from assay.model.proposals import PARTS  # noqa: PLC0415 - `assay --help` stays instant

    wanted = [word.strip() for word in only.split(",") if word.strip()]
    for word in wanted:
        if word not in PARTS:
            fail(f"“{word}” is no part of a draft", did_you_mean(word, PARTS, f"write {', '.join(PARTS)}"))
    return tuple(part for part in PARTS if not wanted or part in wanted)


def _written(root: Path, draft: "Draft", parts: "Sequence[Part]") -> list[str]:
    """Write the folder, and say what is new."""
    from assay.dossier.writing import write  # noqa: PLC0415 - `assay --help` stays instant
    from assay.draft.folder import changed_to, file_of, merged, read_drafts  # noqa: PLC0415
    from assay.report.draft_text import summary  # noqa: PLC0415

    drafts = read_drafts(root)
    by_part = {part: merged(part, [one for one in draft.proposals if one.part == part], drafts) for part in parts}
    changes = [changed_to(drafts, file_of(part), one.text) for part, one in by_part.items()]
    write(root, "draft", [change for change in changes if change is not None])
    said = [*summary(draft, by_part, paint)]
    return [*said, "Type assay check --drafts to look them over, and assay keep or assay drop to decide."]


class _Bar:
    """A progress bar over both rounds, on a terminal only."""

    def __init__(self) -> None:
        hidden = not sys.stderr.isatty()
        self._bar = click.progressbar(length=1000, label="Reading documents", file=sys.stderr, hidden=hidden)

    def __enter__(self) -> "Self":
        self._bar.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.render_finish()

    @property
    def show(self) -> "Callable[[str, int, int], None]":
        def show(what: str, number: int, count: int) -> None:
            part = number / max(count, 1)
            share = part * _READING if what == "reading" else _READING + part * (1 - _READING)
            self._bar.update(max(0, int(1000 * share) - self._bar.pos))

        return show


def _say_what_is_off(off: "Sequence[str]") -> None:
    from assay.voices.english import missing  # noqa: PLC0415 - `assay --help` stays instant

    click.echo(f"{paint('note', 'note')}: {missing()}", err=True)
    click.echo(f"  Until then sentences are read roughly, and these rules are off: {', '.join(off)}.", err=True)
