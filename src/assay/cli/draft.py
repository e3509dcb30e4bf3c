"""`assay draft`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assay.cli.common import DOSSIER, fail, failing_clearly, opened, or_fail, paint, tell_what_is_missing, watched

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Self

    from assay.dossier import Dossier
    from assay.draft.asked.asking import Model
    from assay.draft.drafting import Draft
    from assay.model.proposals import Part

_READING = 0.9  # of the time goes into reading
_FEW = 10  # documents, below which the bar counts sentences


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
@click.option("--model", is_flag=True, help="Ask the language model of dossier.toml, too, if it is on this machine.")
@click.option("--model-url", default="", help="Ask the language model at this OpenAI-compatible address, too.")
@click.option("--model-name", default="", help="What the model is called there.")
def command(  # noqa: PLR0913 - one to an option
    dossier: Path | None,
    only: str,
    format_: str,
    model_url: str,
    model_name: str,
    *,
    stats: bool,
    rough: bool,
    model: bool,
) -> None:
    """Propose entries for the casebook, from what the documents say.

    Proposals are written to casebook/drafts/, one file to a part, and count for nothing until they are kept. Each names
    the rule that made it; what joins or concludes says why; and every quotation was found on its page. Drafting again
    leaves alone what was kept, dropped or edited. An interrupted draft goes on where it stopped.

    Nothing leaves this machine unless a language model is asked for; then the words of each page do. The environment
    variable ASSAY_MODEL_KEY holds its key.

    \b
      assay draft trial
      assay draft trial --only persons,aliases
      assay draft trial --stats
      assay check trial --drafts        are they sound?
      assay keep trial berg             into the casebook with it
      assay drop trial lind --because "a ship, no person"
    """
    from assay.draft.asked.asking import ModelError  # noqa: PLC0415
    from assay.draft.drafting import Drafting  # noqa: PLC0415 - `assay --help` stays instant
    from assay.report import draft_json, draft_text  # noqa: PLC0415
    from assay.voices import ROUGH, best_grammar  # noqa: PLC0415
    from assay.voices.english import PipelineError  # noqa: PLC0415

    parts = _parts(only)
    with failing_clearly():
        book = opened(dossier)
        grammar = ROUGH if rough else best_grammar()
        if grammar.off and not rough:
            _say_what_is_off(grammar.off)
        asked = _model(book, model_url, model_name) if model or model_url else None
        is_few = len(book.settings.profiles) < _FEW
        with _Bar(is_hidden=is_few) as bar, or_fail(ModelError), or_fail(PipelineError):
            grammar = watched(grammar) if is_few else grammar
            each = (lambda row: click.echo(draft_json.to_line(row))) if format_ == "jsonl" else (lambda _: None)
            drafting = Drafting(book, grammar, parts, bar.show, each)
            drafting.model = asked
            draft = drafting.run()
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


def _model(book: "Dossier", url: str, name: str) -> "Model":
    """Say which language model is asked: a dossier that somebody sent cannot choose one elsewhere."""
    from assay.draft.asked.asking import Model  # noqa: PLC0415 - where one is asked for

    address = url or book.settings.model[0]
    model = Model(address, name or book.settings.model[1] or "default")
    if not address:
        help_ = "write --model-url http://127.0.0.1:8080/v1, or [model] with url and name into dossier.toml"
        fail("no language model is named", help_)
    if not url and not model.is_here:
        fail(f"{address} is not on this machine", f"to send it the documents, type the address: --model-url {address}")
    if not model.is_here:
        click.echo(f"{paint('note', 'note')}: the words of every page are sent to {address}", err=True)
    return model


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
    parts = [part for part in parts if part != "dates"]  # they stand in statements
    by_part = {part: merged(part, [one for one in draft.proposals if one.part == part], drafts) for part in parts}
    changes = [changed_to(drafts, file_of(part), one.text) for part, one in by_part.items()]
    write(root, "draft", [change for change in changes if change is not None])
    said = [*summary(draft, by_part, paint)]
    return [
        *said,
        f"Read them in casebook/drafts, or in assay serve {root}. Whether they are sound: assay check {root} --drafts.",
        "To decide: assay keep, or assay drop.",
    ]


class _Bar:
    """A progress bar over both rounds, on a terminal only."""

    def __init__(self, *, is_hidden: bool) -> None:
        hidden = is_hidden or not sys.stderr.isatty()
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
