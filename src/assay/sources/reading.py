"""The door: a file's bytes into logical text, whatever its format. A format's reader is loaded when it is needed."""

from collections.abc import Callable

from msgspec import structs

from assay.model.text import Text
from assay.sources.decode import decoded
from assay.sources.detect import FORMATS, binary_format, text_format
from assay.sources.errors import UnreadableError
from assay.sources.lifting import lift
from assay.sources.limits import LIMITS, Limits
from assay.sources.profile import Profile
from assay.sources.transcript import Transcript

_Reader = Callable[[str, Limits], Transcript]


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
    transcript = _reader(format_)(words, limits)
    return lift(structs.replace(transcript, encoding=encoding), profile)


def _read_bytes(data: bytes, found: str, stated: str, limits: Limits) -> Transcript:
    if found == "pdf":
        from assay.sources.pdf import read_pdf  # noqa: PLC0415 - loaded when needed

        _hold_to("pdf", stated)
        return read_pdf(data, limits)
    from assay.sources.archive import Archive, what_else  # noqa: PLC0415 - likewise
    from assay.sources.docx import DOCUMENT, read_docx  # noqa: PLC0415
    from assay.sources.epub import read_epub  # noqa: PLC0415
    from assay.sources.package import CONTAINER  # noqa: PLC0415

    archive = Archive(data, limits)
    if DOCUMENT in archive:
        _hold_to("docx", stated)
        return read_docx(archive, limits)
    if CONTAINER in archive:
        _hold_to("epub", stated)
        return read_epub(archive, limits)
    raise UnreadableError(*what_else(archive))


def _hold_to(found: str, stated: str) -> None:
    if stated not in ("", found):
        raise UnreadableError(f"is {FORMATS[found]}, not {FORMATS[stated]} as stated", f'write format = "{found}"')


def _reader(format_: str) -> _Reader:
    """Return what reads the characters of a format."""
    match format_:
        case "plain":
            return lambda words, _: Transcript(words)
        case "markdown":
            from assay.sources.markdown import read_markdown as read  # noqa: PLC0415 - loaded when needed
        case "html":
            from assay.sources.html_page import read_html as read  # noqa: PLC0415
        case "tei":
            from assay.sources.tei import read_tei as read  # noqa: PLC0415
        case "alto":
            from assay.sources.alto import read_alto as read  # noqa: PLC0415
        case "hocr":
            from assay.sources.hocr import read_hocr as read  # noqa: PLC0415
        case _:
            raise UnreadableError(f"is no {FORMATS[format_]} as stated: it begins otherwise", "take the format away")
    return read
