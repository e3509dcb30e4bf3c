"""`assay`: the commands, and what happens when one cannot run."""

import importlib
import io
import os
import sys
from typing import TextIO, cast

import click

from assay import __version__

COMMANDS = (
    "new", "add", "read", "serve", "draft", "keep", "drop", "check", "explain", "examine", "witness", "silence",
    "questions", "strikes", "show", "search", "voices", "audit", "reuse", "report", "fmt", "rename", "undo",
)  # fmt: skip


class _Commands(click.Group):
    """Loads a command's file when the command is called, so that `assay --help` is instant."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"assay.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List every command with its whole first sentence, wrapped where the terminal is narrow."""
        with formatter.section("Commands"):
            rows = [(name, self.get_command(ctx, name)) for name in COMMANDS]
            formatter.write_dl([(name, command.get_short_help_str(limit=200)) for name, command in rows if command])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            from assay.model.guessing import guess  # noqa: PLC0415 - only where a command was misspelt

            near = guess(args[0], COMMANDS)
            hint = f" Did you mean {near}?" if near else ""
            raise click.UsageError(f"There is no command {args[0]}.{hint}", ctx) from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="assay")
def app() -> None:
    """What can be believed from contested testimony, page by page.

    A dossier is a folder with dossier.toml, sources/ and casebook/. Commands find it from inside, or take it first:

    \b
      assay new trial                  a new dossier in the folder trial
      assay add trial memoir.txt       put a document into it
      assay check trial                does every quotation stand where it is cited?
      assay examine trial              what stands, what falls, and why
      assay examine trial --without orlov
      assay search trial 'confess*'    where are these words, and who speaks?
    """


def main() -> None:
    """Run a command; exit 0 when clean, 1 with findings, 2 where it cannot run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that knows no arrow shows a question mark
    if sys.stdout.isatty():
        from assay.report.invisible import Screen  # noqa: PLC0415 - where there is a terminal

        sys.stdout = cast("TextIO", Screen(sys.stdout))  # what steers a terminal, or turns words around, is shown
    try:
        app(color=False if os.environ.get("NO_COLOR") else None)
    except BrokenPipeError:
        # The reader has seen enough (`assay examine | head`).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        if error.filename is not None:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        print(f"assay: the output cannot be written: {(error.strerror or str(error)).lower()}", file=sys.stderr)  # noqa: T201
        sys.exit(2)
