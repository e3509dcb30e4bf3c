"""Small dossiers to draft from."""

from collections import Counter
from pathlib import Path

from assay.dossier import Dossier, open_dossier
from assay.draft.aliases.finding import Found, aliases, rebound
from assay.draft.document import Document, documents
from assay.draft.names.joining import join
from assay.draft.names.register import Register
from assay.draft.names.resolving import Mention, persons_in, resolve
from assay.draft.names.sightings import sightings
from assay.draft.names.tally import Tally
from assay.model.text import Piece, Text
from assay.model.voices import Name
from assay.sources import fingerprint
from assay.voices import ROUGH


def document(words: str) -> Document:
    text = Text("a.txt", words, (Piece(0, 0, len(words)),))
    return next(iter(documents(text, (), ROUGH, lambda _: "memoir")))


def mentions(words: str, known: tuple[Name, ...] = ()) -> tuple[list[Mention], Register, tuple[Found, ...]]:
    """Read names by the rough grammar, which is always there."""
    one = document(words)
    tally = Tally.of(known)
    tally.add(sightings(one))
    tally.settle()
    named = list(persons_in(sightings(one), tally))
    register = join(Counter(form for _, form in named), tally, known)
    found = list(resolve(named, register))
    said = aliases(one, found)
    return list(rebound(found, said, {})), register, said


def whose(words: str, known: tuple[Name, ...] = ()) -> list[tuple[str, str]]:
    """Return every name in a text, with the id of whom it means."""
    found, _, _ = mentions(words, known)
    return [(mention.form.words, mention.person) for mention in found]


def dossier(folder: Path, documents_: dict[str, str], casebook: str = "") -> Dossier:
    """Make a dossier on disk."""
    (folder / "sources").mkdir(parents=True)
    (folder / "casebook").mkdir()
    lines = ["assay = 1", 'title = "A case"', 'language = "en"']
    entries = [casebook]
    for name, words in documents_.items():
        (folder / "sources" / name).write_text(words, "utf-8", newline="")
        sha256 = fingerprint(words.encode())
        lines += ["[[file]]", f'path = "sources/{name}"', f'sha256 = "{sha256}"']
        entries.append(f'source {Path(name).stem} "{name}"\n  file: sources/{name}\n')
    (folder / "dossier.toml").write_text("\n".join(lines) + "\n", "utf-8")
    (folder / "casebook" / "case.case").write_text("\n".join(entries), "utf-8", newline="")
    return open_dossier(folder)
