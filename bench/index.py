"""Reading made-up documents into an index, and looking phrases up in it: rate and memory, as the text grows.

python bench/index.py            10 and 30 MB, a minute or two
python bench/index.py 10 100     some minutes
python bench/index.py 1000       1 GB: half an hour
"""

import itertools
import json
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from measure import Figure, peak_mebibytes, table

COMMAND = "python bench/index.py"
SIZES = (10, 30)  # MB
SHARE = 10_000_000  # characters of a file
PEOPLE, VOCABULARY, PAGE = 40, 60_000, 2_500
SAID = ("said", "wrote", "replied", "told the court", "testified")


def vocabulary(draw: random.Random) -> list[str]:
    """Make words up; the shortest are the most frequent, as everywhere."""
    parts = [a + b for a in "bcdfghklmnprstvz" for b in "aeiou"]
    words = {"".join(draw.choices(parts, k=draw.randint(1, 4))) for _ in range(VOCABULARY * 3)}
    return sorted(words, key=lambda word: (len(word), word))[:VOCABULARY]


class Writer:
    """Writes sentences of made-up words: frequent ones often, as Zipf found, some between quotation marks."""

    def __init__(self, seed: int) -> None:
        """Draw from a stated seed."""
        self._draw = random.Random(seed)
        self._words = vocabulary(random.Random(1936))
        self._weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(self._words))))

    def sentences(self) -> Iterator[str]:
        """Draw sentences for ever."""
        while True:
            some = self._draw.choices(self._words, cum_weights=self._weights, k=20_000)
            at = 0
            while at < len(some) - 30:
                length = self._draw.randint(6, 28)
                if self._draw.random() < 0.1:
                    some[at + 2] = f"Person{self._draw.randrange(PEOPLE)}"
                words = " ".join(some[at : at + length])
                at += length
                yield words[0].upper() + words[1:]

    def paragraphs(self) -> Iterator[str]:
        """Draw paragraphs; in every other one somebody speaks."""
        drawn = self.sentences()
        while True:
            said = [f"{next(drawn)}." for _ in range(self._draw.randint(2, 7))]
            if self._draw.random() < 0.5:
                name = f"Person{self._draw.randrange(PEOPLE)}"
                speech = f'"{next(drawn)}," {name} {self._draw.choice(SAID)}. "{next(drawn)}."'
                said.insert(self._draw.randrange(len(said)), speech)
            yield " ".join(said)

    def document(self, size: int) -> str:
        """Write a document of some many characters, its pages marked."""
        parts: list[str] = []
        written, page = 0, 0
        for paragraph in self.paragraphs():
            words = paragraph
            if written >= page * PAGE:
                page += 1
                cut = paragraph.find(" ", len(paragraph) // 2)
                words = f"{paragraph[:cut]}\n\n{{p. {page}}}{paragraph[cut:]}"
            parts.append(words)
            written += len(words) + 2
            if written >= size:
                return "\n\n".join(parts)[:size]
        raise AssertionError


def write(root: Path, megabytes: int, files: int) -> None:
    """Write a dossier of made-up documents, with a casebook that knows who speaks in them."""
    for folder in ("sources", "casebook"):
        (root / folder).mkdir(parents=True)
    settings = ['assay = 1\ntitle = "A large dossier"\nlanguage = "en"\n']
    entries = [f'person person{number} "Person{number}"' for number in range(PEOPLE)]
    for number in range(files):
        path = f"sources/{number:04}.txt"
        (root / path).write_text(Writer(number).document(megabytes * 1_000_000 // files), "ascii")
        settings.append(f'[[file]]\npath = "{path}"\n')
        entries.append(f'source s{number} "Document {number}"\n  file: {path}')
    (root / "dossier.toml").write_text("\n".join(settings), "utf-8")
    (root / "casebook" / "all.case").write_text("\n\n".join(entries) + "\n", "utf-8")


def read(root: Path) -> None:
    """Bring the index up to date in this process; print the seconds, of each tenth too, and the memory."""
    import assay  # noqa: PLC0415 - timed processes import what they time
    from assay.dossier.indexing import carry_out, use_index  # noqa: PLC0415
    from assay.dossier.staleness import plan_update  # noqa: PLC0415

    dossier = assay.open(root)
    start = time.perf_counter()
    times = [0.0]

    def update(index: sqlite3.Connection) -> None:
        done = carry_out(dossier, index, plan_update(dossier, index))
        times.extend(time.perf_counter() - start for _ in done)

    use_index(dossier, update, print)
    print(json.dumps({"seconds": time.perf_counter() - start, "times": times, "peak": peak_mebibytes()}))


def look(root: Path) -> None:
    """Look phrases of two to four words up that stand in the documents; print the median of the milliseconds."""
    import assay  # noqa: PLC0415
    from assay.dossier.indexing import use_index  # noqa: PLC0415
    from assay.library.index import parse_query, search  # noqa: PLC0415

    dossier = assay.open(root)
    draw = random.Random(7)
    files = sorted((root / "sources").iterdir())
    phrases: list[str] = []
    while len(phrases) < 100:
        with draw.choice(files).open("rb") as file:
            file.seek(draw.randrange(file.seek(0, 2) - 400))
            words = file.read(400).decode().split()[2:]
        at, length = draw.randrange(10), draw.randint(2, 4)
        phrase = words[at : at + length]
        if all(word.isalpha() and word.islower() for word in phrase):
            phrases.append(" ".join(phrase))

    def measured(filters: str) -> list[float]:
        def run(index: sqlite3.Connection) -> list[float]:
            taken: list[float] = []
            for phrase in phrases:
                start = time.perf_counter()
                found = search(index, parse_query(f'"{phrase}"{filters}'), 20)
                taken.append((time.perf_counter() - start) * 1000)
                assert found.hits or filters, phrase
            return taken

        return use_index(dossier, run, print)

    plain, said = measured(""), measured(" said-by:person7")
    print(json.dumps({"plain": statistics.median(plain), "worst": max(plain), "said": statistics.median(said)}))


def step(root: Path, name: str) -> dict[str, float]:
    """Take one measurement in a process of its own."""
    command = [sys.executable, __file__, name, str(root)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


def measure(megabytes: int, files: int) -> list[tuple[str, str]]:
    """Index documents of some size, read them again unchanged, and look phrases up."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "large"
        write(root, megabytes, files)
        time.sleep(2.5)  # a file that changed a moment ago is not trusted to be unchanged
        first = step(root, "read")
        again = step(root, "read")
        names = root / "casebook" / "all.case"
        names.write_text(names.read_text("utf-8") + '\nperson somebody "Somebody New"\n', "utf-8")
        named = step(root, "read")
        looked = step(root, "look")
        size = (root / ".assay" / "index.db").stat().st_size / 1e6
    what = f"{megabytes} MB in {files} file{'s' * (files > 1)}"
    return [
        (f"{what}: read", f"{first['seconds']:.0f} s, {megabytes / first['seconds']:.2f} MB/s{steady(first)}"),
        ("… peak memory", f"{first['peak']:.0f} MiB"),
        ("… the index on disk", f"{size:.0f} MB"),
        ("… again, nothing changed", f"{again['seconds']:.2f} s"),
        ("… again, one name more in the casebook: who speaks", f"{named['seconds']:.0f} s"),
        (
            "… a phrase of two to four words (median of 100; slowest)",
            f"{looked['plain']:.1f} ms; {looked['worst']:.0f} ms",
        ),
        ("… a phrase said by one person (median of 100)", f"{looked['said']:.1f} ms"),
    ]


def steady(measured: dict[str, float]) -> str:
    """Write how fast the first and the last tenth of the documents were read."""
    times: list[float] = measured["times"]  # type: ignore[assignment]
    tenth = (len(times) - 1) // 10
    if not tenth:
        return ""
    first, last = times[tenth] - times[0], times[-1] - times[-1 - tenth]
    rate = SHARE * tenth / 1e6
    return f" (first tenth {rate / first:.2f}, last tenth {rate / last:.2f})"


def main(sizes: tuple[int, ...] = SIZES) -> str:
    """Measure, and return the table."""
    command = COMMAND if sizes == SIZES else " ".join((COMMAND, *map(str, sizes)))
    measured = [row for size in sizes for row in measure(size, max(1, size * 1_000_000 // SHARE))]
    figures = [Figure(what, value, command) for what, value in measured]
    return table("The index: made-up words, every other paragraph with quoted speech", figures)


if __name__ == "__main__":
    if sys.argv[1:2] in (["read"], ["look"]):
        {"read": read, "look": look}[sys.argv[1]](Path(sys.argv[2]))
    else:
        print(main(tuple(map(int, sys.argv[1:])) or SIZES))
