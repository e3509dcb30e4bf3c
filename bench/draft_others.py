"""Drafts of invented documents of other kinds, compared with the labels of somebody who had not seen the code."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from draft_compared import LABELS, compared, drafted, load
from draft_scores import Row
from measure import Figure

FOLDERS = "others", "others2", "aliases"
_APART = 1 << 20
"""More than any of them has characters: laid one behind another, they are scored as if they were pages."""


def other_documents(folder: Path) -> tuple[Path, dict[str, int]]:
    """Make a dossier of the invented documents, and say where each is laid to be scored."""
    (folder / "sources").mkdir(parents=True)
    (folder / "casebook").mkdir()
    toml, entries, where = ["assay = 1", 'title = "Others"', 'language = "en"'], list[str](), dict[str, int]()
    for path in sorted(path for name in FOLDERS for path in (LABELS.parent / name).glob("*.txt")):
        name = f"{path.parent.name}-{path.name}"
        (folder / "sources" / name).write_bytes(path.read_bytes())
        toml += ["[[file]]", f'path = "sources/{name}"']
        entries.append(f'source {path.parent.name}-{path.stem} "{path.stem}"\n  file: sources/{name}\n')
        where[f"sources/{name}"] = where[f"{path.parent.name}/{path.name}"] = _APART * len(where)
    (folder / "dossier.toml").write_text("\n".join(toml) + "\n", "utf-8")
    (folder / "casebook" / "sources.case").write_text("\n".join(entries), "utf-8")
    return folder, where


def on_others() -> Iterator[Figure]:
    """Draft the invented documents, and compare with the labels, folder by folder."""
    labels = load("others")
    if labels is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        root, where = other_documents(Path(folder) / "dossier")
        found, _, _ = drafted(root, Path(folder) / "cache")
    gold = [_laid(row, where) for row in labels]
    found = [_laid(row, where) for row in found if row["sort"] != "proposal"]
    for name in FOLDERS:
        regions = [(at, at + _APART) for file, at in where.items() if file.startswith(f"{name}/")]
        theirs, ours = (
            [row for row in rows if any(start <= row["start"] < end for start, end in regions)]
            for rows in (gold, found)
        )
        yield from compared(f"labels/{name}", theirs, ours, regions)


def _laid(row: Row, where: dict[str, int]) -> Row:
    """Lay a row where its document is laid; a person of one document is nobody of another."""
    at = where[row["file"]]
    own = {key: f"{at} {row[key]}" for key in ("person", "id") if row["sort"] == "name" and row.get(key)}
    return {**row, **own, "start": row["start"] + at, "end": row["end"] + at}
