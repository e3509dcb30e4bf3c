"""Dossiers for the tests: a small invented one, the example of the repository, and the reference dossier."""

import contextlib
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assay.casebook import Casebook, assemble, parse_text
from assay.dossier import Dossier, open_dossier
from assay.model.case import Case

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT.parent / "shared" / "dossiers" / "moscow-trials"

MEMOIR = """\
A Memoir. Invented for the tests.

{p. 1} The first page of a memoir has little to say. Boris told me that she made him say it, and I be-

{p. 2} lieve him. I saw the mill burn on the night of the third of May. In the end the whole village knew it,

and by the morning it was known in the town. In the end, the whole village knew it by the mor-

{p. 3} ning of the next day. The miller was not seen again, and here it ends.

{p. 9} An afterword, added later. The first page says more than this one."""

REGISTER = """\
source memoir "A Memoir"
  by: clara
  file: sources/memoir.txt

person anna "Anna"
  born: 1900
  died: 1950

person boris "Boris"
person clara "Clara"

claim fire "The mill burned"

1931 anna affirms fire #anna-1931
  knows: saw
  cite: memoir p. 2
    > I saw the mill burn
"""

Make = Callable[..., Dossier]


def write_dossier(root: Path, casebook: str, sources: dict[str, str], settings: str = "") -> Dossier:
    for folder in ("sources", "casebook"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    (root / "casebook" / "case.case").write_bytes(casebook.encode("utf-8", errors="surrogateescape"))
    toml = 'assay = 1\ntitle = "A test"\nlanguage = "en"\n'
    for name, text in sources.items():
        data = text.encode()
        (root / "sources" / name).write_bytes(data)
        toml += f'\n[[file]]\npath = "sources/{name}"\nsha256 = "{hashlib.sha256(data).hexdigest()}"\n'
        toml += settings
    (root / "dossier.toml").write_text(toml, encoding="utf-8")
    return open_dossier(root)


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Make a dossier from what is added to the register of the mill, or from a casebook and sources of one's own."""

    def made(added: str = "", *, whole: str | None = None, sources: dict[str, str] | None = None) -> Dossier:
        casebook = f"{REGISTER}\n{added}" if whole is None else whole
        return write_dossier(tmp_path / "dossier", casebook, sources or {"memoir.txt": MEMOIR})

    return made


def book(text: str) -> Casebook:
    """Put one casebook text together."""
    return assemble({"case.case": text}, {"case.case": parse_text(text)})


def case(text: str) -> Case:
    return book(text).case


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the cache of whoever runs it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def example() -> Path:
    return ROOT / "examples" / "copenhagen"


@pytest.fixture
def reference(tmp_path: Path) -> Path:
    """A copy of the reference dossier, to read and to damage."""
    if not REFERENCE.is_dir():
        pytest.skip(f"THE REFERENCE DOSSIER IS NOT HERE: {REFERENCE}")
    copy = tmp_path / "moscow-trials"
    shutil.copytree(REFERENCE, copy)
    for path in (copy, *copy.rglob("*")):
        path.chmod(path.stat().st_mode | 0o200)
    return copy


@contextlib.contextmanager
def interrupted_at(write: int) -> Iterator[None]:
    """Stop the program at the n-th file that it would put in place, as an interrupt would."""
    replace, calls = Path.replace, 0

    def failing(self: Path, target: str | os.PathLike[str]) -> Path:
        nonlocal calls
        calls += 1
        if calls == write:
            raise KeyboardInterrupt
        return replace(self, target)

    with pytest.MonkeyPatch.context() as patch, contextlib.suppress(KeyboardInterrupt):
        patch.setattr(Path, "replace", failing)
        yield
