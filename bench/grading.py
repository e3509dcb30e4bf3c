"""How often a quotation of known treatment is graded right, how fast, and whether cut qualifications are noticed.

python bench/grading.py                  the final figures
python bench/grading.py --development    those that the rules were set by: other draws, other frames of truncations
"""

import gc
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Sequence

from confusions import bare
from measure import Figure, table
from msgspec import Struct
from prose import NAMES, OURS, Book, Chain, bible, dictionary, print_book
from qualifications import at_random, cuts
from substitutes import KINDS
from treatments import Cutter, Quotation
from truncations import DEVELOPMENT, FINAL, truncations

from assay.audit.grading import graded
from assay.library import Letters, Volume
from assay.model.location import Span
from assay.model.locators import parse_locator
from assay.sources import Profile, read_plain

COMMAND = "python bench/grading.py"
DEVELOPMENT_SEED, FINAL_SEED = 1936, 2026
EACH = 250
RATES = (0.0, 0.0, 0.005, 0.01, 0.02, 0.03)
"""A scanner's misreadings to a character, book by book."""
LONGEST_SOURCE = 9_000_000


class Judged(Struct, frozen=True):
    """A quotation, the kind that it was given, and the seconds that it took."""

    quotation: Quotation
    kind: str
    seconds: float


def shelf_of_books(draw: random.Random) -> tuple[list[Book], Chain, frozenset[str]]:
    """Print six books: parts of the Bible, and made-up prose up to nine million characters in all."""
    real = bible()
    plain = frozenset(map(bare, real))
    chain = Chain(plain | frozenset(OURS))
    known = plain | dictionary() | frozenset(OURS)
    books: list[Book] = []
    third = len(real) // 3
    for number, rate in enumerate(RATES):
        if number % 2:
            words = real[(number // 2) * third : (number // 2 + 1) * third]
        else:
            words, size = [], 0
            while size < 1_780_000:
                sentence = chain.sentence(draw)
                size += sum(map(len, sentence)) + len(sentence)
                words += sentence
        books.append(print_book(draw, f"b{number}x", words, rate, known, long_s=number == len(RATES) - 1))
    return books, chain, known


def volume_of(books: Sequence[Book]) -> Volume:
    """Put the books behind one another, as one source; a page is cited by its book's letter and its number."""
    raw = "\n\n".join(book.raw.replace("{p. ", f"{{{book.name} p. ") for book in books)
    text = read_plain(raw, Profile("books.txt"))
    return Volume("books", text, (Span(0, len(text.body)),), Letters(text))


def judge(volume: Volume, quotation: Quotation) -> Judged:
    """Grade one quotation, on the page that is cited for it."""
    locator = parse_locator(" p. ".join(quotation.page.split())) if quotation.page else None
    start = time.perf_counter()
    kind, _ = graded(volume, quotation.words, locator)
    return Judged(quotation, kind, time.perf_counter() - start)


def matrix(judged: Sequence[Judged]) -> str:
    """Write the confusion matrix: what was done, down; what was said, across."""
    counts = Counter((one.quotation.kind, one.kind) for one in judged)
    head = "| done ╲ said | " + " | ".join(KINDS) + " | right |"
    rows = [head, "|---" * (len(KINDS) + 2) + "|"]
    for kind in KINDS:
        total = sum(counts[kind, said] for said in KINDS)
        cells = " | ".join(str(counts[kind, said] or "·") for said in KINDS)
        rows.append(f"| {kind} | {cells} | {counts[kind, kind] / total:.3f} |")
    return "\n".join(rows)


def flags(seed: int, frames: tuple[tuple[str, str, bool], ...]) -> tuple[int, int, int]:
    """Return how many lost qualifications were flagged, how many harmless cuts were, and how many were missed."""
    draw = random.Random(seed)
    hit = wrong = missed = 0
    for cut in truncations(draw, 200, frames):
        raw = f"It rained all day. {cut.sentence} The clerk wrote it down."
        said = is_flagged(raw, cut.quoted)
        hit, wrong, missed = (
            hit + (said and cut.is_lost),
            wrong + (said and not cut.is_lost),
            missed + (cut.is_lost and not said),
        )
        if "--worst" in sys.argv and said != cut.is_lost:
            print("flag", said, cut.sentence)
    return hit, wrong, missed


def cut_clauses(seed: int, *, final: bool) -> tuple[int, int, int]:
    """The same for clauses of a real book in wordings drawn by a grammar."""
    hit = wrong = missed = 0
    for cut in cuts(random.Random(seed), 200, final=final):
        said = is_flagged(f"It rained all day. {cut.sentence} The clerk wrote it down.", cut.quoted)
        hit, wrong, missed = (
            hit + (said and cut.is_lost),
            wrong + (said and not cut.is_lost),
            missed + (cut.is_lost and not said),
        )
        if "--worst" in sys.argv and said != cut.is_lost:
            print("flag", said, cut.sentence)
    return hit, wrong, missed


def is_flagged(raw: str, quoted: str) -> bool:
    """Say whether a quotation is marked as truncated."""
    text = read_plain(raw, Profile("minutes.txt"))
    volume = Volume("minutes", text, (Span(0, len(text.body)),), Letters(text))
    return any(flag.code == "truncated" for flag in graded(volume, quoted, None)[1].flags)


def main() -> str:
    """Measure, and return the tables."""
    development = "--development" in sys.argv
    seed = DEVELOPMENT_SEED if development else FINAL_SEED
    draw = random.Random(seed)
    books, chain, known = shelf_of_books(draw)
    volume = volume_of(books)
    start = time.perf_counter()
    letters = volume.letters.all
    folded = time.perf_counter() - start
    assert letters.seeds
    indexed = time.perf_counter() - start - folded
    cutter = Cutter(draw, books, chain, bible(held_out=True), known | frozenset(map(bare, NAMES)))
    judge(volume, cutter.cut("altered"))  # the language's words are read once
    asked = [cutter.cut(kind) for kind in KINDS for _ in range(EACH)]
    gc.collect()
    gc.freeze()  # the bench's own millions of words are not for the collector to walk while the program is timed
    judged = [judge(volume, quotation) for quotation in asked]
    if "--worst" in sys.argv:
        _show_worst(volume, judged)
    right = sum(one.kind == one.quotation.kind for one in judged) / len(judged)
    there = [one for one in judged if one.quotation.kind != "absent"]
    lost = sum(one.kind == "absent" for one in there) / len(there)
    seconds = sorted(one.seconds for one in judged)
    hit, wrong, missed = flags(seed, DEVELOPMENT if development else FINAL)
    size = len(volume.text.body)
    by_hand = "200 truncations in sentences of our own, half harmless"
    drawn = "200 clauses of a real book in wordings drawn by a grammar, half harmless"
    found, over, left = cut_clauses(seed, final=not development)
    random_cuts = sum(is_flagged(*cut) for cut in at_random(random.Random(seed), 500)) / 500
    figures = [
        Figure(f"{len(judged):,} quotations from {size:,} characters, seed {seed}: right", f"{right:.3f}", COMMAND),
        Figure("“absent” said of a quotation that is there", f"{lost:.4f}", COMMAND),
        Figure("a quotation: median", f"{statistics.median(seconds) * 1000:.2f} ms", COMMAND),
        Figure("a quotation: 95th percentile", f"{seconds[int(len(seconds) * 0.95)] * 1000:.2f} ms", COMMAND),
        Figure("a quotation: slowest", f"{seconds[-1] * 1000:.0f} ms", COMMAND),
        Figure("the source, folded to letters (once)", f"{folded:.1f} s", COMMAND),
        Figure("its letters, indexed (once)", f"{indexed:.1f} s", COMMAND),
        Figure(f"{by_hand}: precision of the flag", f"{hit / max(1, hit + wrong):.2f}", COMMAND),
        Figure(f"{by_hand}: recall of the flag", f"{hit / max(1, hit + missed):.2f}", COMMAND),
        Figure(f"{drawn}: precision of the flag", f"{found / max(1, found + over):.2f}", COMMAND),
        Figure(f"{drawn}: recall of the flag", f"{found / max(1, found + left):.2f}", COMMAND),
        Figure(
            "500 cuts of real text, wherever they fall (nobody has judged them): flagged", f"{random_cuts:.0%}", COMMAND
        ),
    ]
    return f"{table('Grading quotations of known treatment', figures)}\n\n{matrix(judged)}"


def _show_worst(volume: Volume, judged: Sequence[Judged]) -> None:
    for one in judged:
        if one.kind != one.quotation.kind:
            verdict = volume.quote_on(one.quotation.words, None)
            print(f"\n{one.quotation.kind} → {one.kind}  ({one.quotation.done}; {one.quotation.page})")
            print("  QUOTE ", one.quotation.words)
            print("  WROTE ", one.quotation.original)
            print(
                "  SOURCE",
                [volume.text.body[s.start : s.end] for s in verdict.spans],
                [str(p.labels[0]) for p in verdict.pages],
            )
            print("  SAID  ", verdict.changes, verdict.omitted, verdict.misread, verdict.division)
    slow = sorted(judged, key=lambda one: -one.seconds)[:8]
    print(
        *(f"{one.seconds * 1000:.0f} ms {one.quotation.kind} {one.kind} {one.quotation.words[:90]}" for one in slow),
        sep="\n",
    )


if __name__ == "__main__":
    print(main())
