"""The index from the command line: brought up to date, with a bar where somebody watches, and safe to interrupt."""

import contextlib
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from assay.cli.common import fail, failing_clearly, opened
from assay.dossier import Dossier, DossierError
from assay.dossier.indexing import carry_out, use_index
from assay.dossier.staleness import Plan, Task, plan_update
from assay.library.index import choose_grammar, totals
from assay.voices.english import missing

_INTERRUPTED = 130


def read_dossier(path: Path, *, parse: bool | None = None) -> None:
    """Read what has changed of a dossier's documents into its index, and say what is in it.

    `parse`: whether sentences are parsed, to find more speakers; None leaves it as it is.
    """
    start = time.monotonic()
    if parse and (lacking := missing()):
        fail("sentences cannot be parsed here", lacking)
    with failing_clearly(), stopping_clearly():
        dossier = opened(path)

        def update(index: sqlite3.Connection) -> tuple[Plan, str]:
            if parse is not None:
                choose_grammar(index, parsed=parse)
            return bring_up_to_date(dossier, index), _counted(index)

        plan, said = use_index(dossier, update, tell)
    click.echo(f"{said}.")
    if plan.grammar.off:
        click.echo("Sentences were read roughly. --parse finds more speakers, and takes longer.")
    read = sum(task.words for task in plan.work)
    heard = sum(task.voices and not task.words for task in plan.work)
    gone = sum(task.profile is None for task in plan.work)
    changes = [f"{read} read", f"{heard} looked through for speakers anew" if heard else ""]
    changes += [f"{gone} taken out" if gone else "", f"{plan.unchanged} unchanged" if plan.unchanged else ""]
    click.echo(f"{', '.join(filter(None, changes))}, in {time.monotonic() - start:.1f} s.")


def bring_up_to_date(dossier: Dossier, index: sqlite3.Connection, before: str = "") -> Plan:
    """Do what has to be done, and say what cannot be read. `before` is said where there is anything to do."""
    plan = plan_update(dossier, index)
    if plan.work:
        if before:
            tell(before)
        _carry_out(dossier, index, plan)
    else:
        # What is left is to note the times of files that are the same; it can be done next time.
        with contextlib.suppress(DossierError, sqlite3.OperationalError):
            list(carry_out(dossier, index, plan))
    for path, problem in index.execute("SELECT path, problem FROM document WHERE problem <> '' ORDER BY position"):
        tell(f"{path} {problem}: it is not in the index")
    return plan


def _carry_out(dossier: Dossier, index: sqlite3.Connection, plan: Plan) -> None:
    done = 0
    try:
        for done, _ in enumerate(_with_bar(carry_out(dossier, index, plan), plan.tasks), 1):  # noqa: B007 - said below
            pass
    except KeyboardInterrupt:
        click.echo(err=True)
        tell(f"stopped: {done} of {_many(len(plan.tasks), 'document')} done; assay read goes on from there")
        raise click.exceptions.Exit(_INTERRUPTED) from None


def tell(words: str) -> None:
    """Say something that is no result."""
    click.echo(f"assay: {words}", err=True)


@contextlib.contextmanager
def stopping_clearly() -> Iterator[None]:
    """Say what an interrupt leaves behind."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo(err=True)
        tell("stopped. Nothing was lost: what was read before is in the index")
        raise click.exceptions.Exit(_INTERRUPTED) from None


def _with_bar(done: Iterable[Task], tasks: Sequence[Task]) -> Iterator[Task]:
    if not sys.stderr.isatty():
        yield from done
        return
    size = sum(map(_weight, tasks))
    with click.progressbar(length=size, label="Reading", file=sys.stderr, item_show_func=_shown) as bar:
        for number, task in enumerate(done, 1):
            bar.update(_weight(task), task)
            bar.label = f"Reading {number} of {len(tasks)}"
            yield task


def _weight(task: Task) -> int:
    return max(task.size, 1)


def _shown(task: Task | None) -> str:
    return "" if task is None else f"{task.path} ({task.size / 1e6:.1f} MB)"


def _counted(index: sqlite3.Connection) -> str:
    found = totals(index)
    return ", ".join(
        (
            _many(found.documents, "document"),
            _many(found.works, "work"),
            _many(found.pages, "page"),
            f"{_many(found.quoted, 'quotation')} ({_many(found.named, 'speaker')} named)",
        )
    )


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'s' * (count != 1)}"
