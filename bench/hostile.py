"""How long a draft of hostile text takes: a megabyte of commas, brackets, marks, names, dates, each drafted to its end.

python bench/hostile.py
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from measure import Figure, table
from process import StoppedError, run

ASSAY = [sys.executable, "-c", "from assay.cli.app import main; main()"]
COMMAND = "python bench/hostile.py"
SIZE = 1_000_000
MOST = 1200.0
"""Seconds of processor, after which a draft is stopped, and the table says so."""
MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905 - reads best so


def _name(number: int) -> str:
    letters = "".join(chr(97 + number // 26**place % 26) for place in range(4))
    return f"{letters.title()} {letters[::-1].title()}"


def _date(number: int) -> str:
    return f"{number % 28 + 1} {MONTHS[number % 12]} {1900 + number % 90}"


KINDS: dict[str, Callable[[int], str]] = {
    "commas": lambda size: "," * size,
    "brackets": lambda size: "(" * size,
    "one line of letters": lambda size: "a" * size,
    "quotation marks": lambda size: '"' * size,
    "quotations in one paragraph": lambda size: ('"Go," said he. ' * size)[:size],
    "names without a stop": lambda size: " ".join(map(_name, range(size // 10))),
    "dates without a stop": lambda size: ", ".join(
        f"{n % 28 + 1} {MONTHS[n % 12]} {1900 + n % 90}" for n in range(size // 14)
    ),
    "empty lines": lambda size: "\n" * size,
}


def measured(kind: str, size: int = SIZE) -> Figure:
    """Draft a document of one kind to its end, by the best grammar there is, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        environment = os.environ | {"XDG_CACHE_HOME": str(here / "cache")}
        (here / "hostile.txt").write_text(f"Anna Berg wrote this.\n\n{KINDS[kind](size)}\n", "utf-8")
        run([*ASSAY, "new", here / "dossier"], environment)
        run([*ASSAY, "add", here / "dossier", here / "hostile.txt"], environment)
        try:
            cost = run([*ASSAY, "draft", here / "dossier", *sys.argv[1:]], environment, processor=MOST)
        except StoppedError as stopped:
            return Figure(kind, f"stopped after {stopped.cost.processor:.0f} s", COMMAND)
        return Figure(kind, f"{cost.wall:.0f} s, {cost.memory:.0f} MiB", COMMAND)


def figures() -> Iterator[Figure]:
    """Measure every kind."""
    for kind in KINDS:
        print(kind, file=sys.stderr, flush=True)
        yield measured(kind)


if __name__ == "__main__":
    print(table("A draft of a megabyte of hostile text", list(figures())))
