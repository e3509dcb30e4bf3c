"""A casebook of 100,000 statements: parsed cold, and again from the index; then examined.

python bench/casebook.py
"""

import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from measure import Figure, median_seconds, peak_mebibytes, table

COMMAND = "python bench/casebook.py"
STATEMENTS, CLAIMS, PEOPLE, TOWNS, FILES = 100_000, 10_000, 2_000, 300, 20


def statements(draw: random.Random, first: int, last: int) -> Iterator[str]:
    """Draw statements that look like those of a real casebook."""
    for number in range(first, last):
        witness, teller = draw.randrange(PEOPLE), draw.randrange(PEOPLE)
        act = draw.choices(("affirms", "denies", "doubts"), (8, 2, 1))[0]
        yield f"19{draw.randint(20, 39)}-{draw.randint(1, 12):02} p{witness} {act} c{draw.randrange(CLAIMS)} #s{number}"
        yield "  setting: court"
        if draw.random() < 0.4:
            yield f"  knows: from p{teller}"
        if draw.random() < 0.3:
            yield "  in: minutes"
        yield "  words: reported"
        yield f"  cite: study p. {draw.randint(1, 400)}"
        yield f"    > He told them that on the day in question number {number} he had been there, and had seen it all."
        yield ""


def claim(draw: random.Random, number: int) -> str:
    """Draw a claim: every third says who was where."""
    lines = [f'claim c{number} "Claim {number}"', f"  when: 1932-{number % 12 + 1:02}"]
    if number % 3 == 0:
        lines += [
            f"  who: p{draw.randrange(PEOPLE)}, p{draw.randrange(PEOPLE)}",
            f"  where: town{draw.randrange(TOWNS)}",
        ]
    return "\n".join(lines)


def write(root: Path) -> None:
    """Write the dossier, with a stated seed."""
    draw = random.Random(1936)
    folder = root / "casebook"
    folder.mkdir(parents=True)
    (root / "dossier.toml").write_text('assay = 1\ntitle = "A large casebook"\nlanguage = "en"\n', "utf-8")
    register = ['source study "A study"\n  held: no', 'group police "The police"']
    register += ['source minutes "Minutes"\n  held: no\n  under: dictation by police per c0']
    register += [f'person p{number} "Person {number}"' for number in range(PEOPLE)]
    register += [f'place town{number} "Town {number}"' for number in range(TOWNS)]
    register += [claim(draw, number) for number in range(CLAIMS)]
    (folder / "register.case").write_text("\n\n".join(register) + "\n", "utf-8")
    share = STATEMENTS // FILES
    for file in range(FILES):
        text = "\n".join(statements(draw, file * share, (file + 1) * share))
        (folder / f"part{file:02}.case").write_text(text, "utf-8")


def step(root: Path, name: str) -> None:
    """Take one measurement in this process, and print it."""
    import assay  # noqa: PLC0415 - timed processes import what they time
    from assay.casebook import parse_text  # noqa: PLC0415
    from assay.check import Context, check  # noqa: PLC0415
    from assay.examine import examine  # noqa: PLC0415

    if name == "parse":
        texts = assay.open(root).casebook_texts.values()
        print(median_seconds(lambda: [parse_text(text) for text in texts], 3))
    elif name == "check":
        book = assay.open(root)
        assert book.case
        print(median_seconds(lambda: check(Context(book)), 1))
    elif name == "open":
        print(median_seconds(lambda: assay.open(root).case, 1))
    else:
        case = assay.open(root).case
        print(median_seconds(lambda: examine(case), 3))
    print(peak_mebibytes())


def run_step(root: Path, name: str) -> tuple[float, float]:
    """Take one measurement in a process of its own."""
    command = [sys.executable, __file__, name, str(root)]
    environment = {**os.environ, "XDG_CACHE_HOME": str(root.parent / "cache")}  # cold is cold
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)  # noqa: S603
    seconds, peak = map(float, done.stdout.split())
    return seconds, peak


def main() -> str:
    """Measure, and return the table."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "large"
        write(root)
        parse, _ = run_step(root, "parse")
        cold, _ = run_step(root, "open")
        warm = sorted(run_step(root, "open") for _ in range(5))[2]
        examined, peak = run_step(root, "examine")
        checked, _ = run_step(root, "check")
    size = f"{STATEMENTS:,} statements, {CLAIMS:,} claims, {FILES + 1} files"
    figures = [
        Figure(f"{size}, every third with persons and a place: parsed (median of 3)", f"{parse:.2f} s", COMMAND),
        Figure("opened cold: parsed, stored in the cache, put together", f"{cold:.2f} s", COMMAND),
        Figure("opened again, files unchanged (median of 5 processes)", f"{warm[0]:.2f} s", COMMAND),
        Figure("peak memory of that", f"{warm[1]:.0f} MiB", COMMAND),
        Figure("checked: every rule, the work not in hand", f"{checked:.2f} s", COMMAND),
        Figure("examined: routes, roots, cuts, clashes, standing (median of 3)", f"{examined:.2f} s", COMMAND),
        Figure("peak memory of that", f"{peak:.0f} MiB", COMMAND),
    ]
    return table("A large casebook", figures)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        step(Path(sys.argv[2]), sys.argv[1])
    else:
        print(main())
