"""The door: a file's bytes into logical text, whatever its format."""

from collections.abc import Callable

from msgspec import structs

from assay.model.text import Text
from assay.sources.alto import read_alto
from assay.sources.archive import Archive
from assay.sources.decode import decoded
from assay.sources.detect import FORMATS, binary_format, text_format
from assay.sources.docx import DOCUMENT, read_docx
from assay.sources.epub import read_epub
from assay.sources.errors import UnreadableError
from assay.sources.hocr import read_hocr
from assay.sources.html_page import read_html
from assay.sources.lifting import lift
from assay.sources.limits import LIMITS, Limits
from assay.sources.markdown import read_markdown
from assay.sources.package import CONTAINER
from assay.sources.pdf import read_pdf
from assay.sources.profile import Profile
from assay.sources.tei import read_tei
from assay.sources.transcript import Transcript


def read_source(data: bytes, profile: Profile, limits: Limits = LIMITS) -> Text:
    """Read a document of any format that is known, by its content, its name, and what its profile states.

    Raises:
        UnreadableError: it cannot be read, or not as stated.
        ProfileError: the profile's own patterns cannot be used.
    """
    if profile.format and profile.format not in FORMATS:
        raise UnreadableError(
            f"has a format that is not known: “{profile.format}”", f"write one of {', '.join(FORMATS)}"
        )
    if (found := binary_format(data, profile.path)) is not None:
        return lift(_read_bytes(data, found, profile.format, limits), profile)
    words, encoding = decoded(data, profile.encoding, limits)
    format_ = profile.format or text_format(words, profile.path)
    if format_ not in _READERS:
        raise UnreadableError(f"is no {FORMATS[format_]} as stated: its first bytes are others", "take the format away")
    transcript = _READERS[format_](words, limits)
    return lift(structs.replace(transcript, encoding=encoding), profile)


def _read_bytes(data: bytes, found: str, stated: str, limits: Limits) -> Transcript:
    archive = Archive(data, limits) if found == "zip" else None
    if archive is not None:
        found = _kind_of(archive)
    if stated not in ("", found):
        raise UnreadableError(f"is {FORMATS[found]}, not {FORMATS[stated]} as stated", f'write format = "{found}"')
    if archive is None:
        return read_pdf(data, limits)
    return read_docx(archive, limits) if found == "docx" else read_epub(archive, limits)


def _kind_of(archive: Archive) -> str:
    if DOCUMENT in archive:
        return "docx"
    if CONTAINER in archive:
        return "epub"
    raise UnreadableError("is an archive, but neither DOCX nor EPUB", "unpack it, and add what is in it")


def _plain(words: str, _: Limits) -> Transcript:
    return Transcript(words)


_READERS: dict[str, Callable[[str, Limits], Transcript]] = {
    "plain": _plain,
    "html": read_html,
    "markdown": read_markdown,
    "tei": read_tei,
    "alto": read_alto,
    "hocr": read_hocr,
}
