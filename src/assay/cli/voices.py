"""`assay voices`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assay.cli.common import fail, failing_clearly, paint, tell_what_is_missing, watched
from assay.cli.reading import fitted
from assay.dossier import Dossier, find_dossier, open_dossier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assay.model.text import Text
    from assay.report.voices_json import VoiceRow


@click.command("voices")
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--format", "format_", type=click.Choice(("text", "jsonl")), default="text", help="For people, or programs."
)
@click.option("--rough", is_flag=True, help="Do not parse the sentences: faster, and fewer speakers are found.")
@click.option(
    "--unmarked",
    is_flag=True,
    help="Also turns of a dialogue, block quotations, an editor's signed brackets, a compiler's braces.",
)
def command(path: Path, format_: str, *, rough: bool, unmarked: bool) -> None:
    """List every quotation of a document, or of a dossier's documents: what it is, and who speaks.

    A document inside a dossier is read with its profile, and its people are known by their names. Whether words are
    speech or a term held at arm's length, and who speaks, is told by rules of thumb; each answer names its rule. With
    the extra [nlp] the sentences are parsed, and more speakers are found.

    \b
      assay voices trial
      assay voices trial/sources/memoir.txt --format jsonl
    """
    from assay.report.voices_json import listed, to_line  # noqa: PLC0415 - `assay --help` stays instant
    from assay.voices import ROUGH, best_grammar  # noqa: PLC0415

    with failing_clearly():
        dossier, texts = _texts(path)
    grammar = ROUGH if rough else watched(best_grammar())
    if grammar.off and not rough:
        _say_what_is_off(grammar.off)
    for text, raw in texts:
        for row in listed(text, raw, dossier, grammar, unmarked=unmarked):
            click.echo(to_line(row) if format_ == "jsonl" else fitted(_line(row)))


def _say_what_is_off(off: "Sequence[str]") -> None:
    from assay.voices.english import missing  # noqa: PLC0415

    click.echo(f"{paint('note', 'note')}: {missing()}", err=True)
    click.echo(f"  Until then sentences are read roughly, and these sieves are off: {', '.join(off)}.", err=True)


def _line(row: "VoiceRow") -> str:
    edition = f"{row.edition} " if row.edition else ""
    where = f"{row.work or row.file}, {edition}p. {row.page}" if row.page else row.work or row.file
    words = " ".join(row.text.split())
    shown = words if len(words) <= _SHORT else f"{words[:_SHORT].rsplit(' ', 1)[0]} …"
    who = f"{row.speaker}: " if row.speaker else ""
    sure = f"  ({row.certainty})" if row.certainty in {"anaphoric", "carried"} else ""
    return f"{paint(where, 'faint')}  {row.kind}  {paint(who, 'strong')}“{shown}”{paint(sure, 'faint')}"


_SHORT = 90


def _texts(path: Path) -> tuple[Dossier | None, "list[tuple[Text, str | None]]"]:
    """Read what was named: a dossier's documents, one of them, or a file of no dossier."""
    from assay.dossier.documents import as_written, bytes_of, read_document  # noqa: PLC0415 - `assay --help` stays instant
    from assay.sources import Profile  # noqa: PLC0415 - likewise

    root = find_dossier(path if path.is_dir() else path.parent)
    dossier = open_dossier(root) if root is not None else None
    if dossier is not None:
        wanted = [name for name in dossier.texts if path.is_dir() or (dossier.root / name).resolve() == path.resolve()]
        if path.is_dir():
            tell_what_is_missing(dossier)
        if wanted:
            read = [(dossier.texts[name], bytes_of(dossier.root / name)) for name in wanted]
            return dossier, [(text, as_written(text, data)) for text, data in read]
    if path.is_dir():
        fail(f"{path} is no dossier", "name a document, or a dossier")
    data = bytes_of(path)
    text = read_document(path, data, Profile(path.name))
    return None, [(text, as_written(text, data))]
