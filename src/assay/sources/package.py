"""What an EPUB says of itself: which chapters, in which order, and where the pages of the printed book begin.

EPUB 3.3, https://www.w3.org/TR/epub-33/; the page list of EPUB 2 is in its NCX.
"""

import posixpath
from collections.abc import Callable
from urllib.parse import unquote

from msgspec import Struct

from assay.model.location import Span
from assay.sources.archive import Archive
from assay.sources.decode import decoded
from assay.sources.errors import UnreadableError
from assay.sources.flow import references
from assay.sources.limits import Limits
from assay.sources.markup import local, read_xml
from assay.sources.tags import Tag, cut

CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_XHTML = frozenset(("application/xhtml+xml", "text/html", "text/x-oeb1-document"))

PageList = dict[str, dict[str, str]]
"""By chapter, the labels of the pages that begin in it, by the id of the element at which they do; "" is its head."""


class Package(Struct, frozen=True):
    """The chapters of an EPUB in reading order, as files of the archive, and its pages."""

    chapters: tuple[str, ...]
    pages: PageList
    others: int = 0
    """Parts in the reading order that are no text, such as pictures."""


class _Elements:
    """Hands every start tag, and the words of each element, to two functions."""

    def __init__(self, took: Callable[[str, dict[str, str]], None], said: Callable[[str], None]) -> None:
        self._took = took
        self._said = said

    def start(self, name: str, attributes: dict[str, str], raw: Span) -> None:
        """Take a start tag."""
        del raw
        self._took(local(name), {local(key): value for key, value in attributes.items()})

    def end(self, name: str, raw: Span) -> None:
        """Take an end tag."""

    def words(self, words: str, raw: Span) -> None:
        """Take words."""
        del raw
        self._said(words)


def read_package(archive: Archive, limits: Limits) -> Package:
    """Read what an EPUB says of itself.

    Raises:
        UnreadableError: it is damaged, or its chapters are encrypted.
    """
    path = _first(_tags(archive, CONTAINER, limits), "rootfile", "full-path")
    tags = _tags(archive, path, limits)
    items = {a.get("id", ""): a for name, a in tags if name == "item"}
    spine = [items[a["idref"]] for name, a in tags if name == "itemref" and a.get("idref") in items]
    nav = next((a for a in items.values() if "nav" in a.get("properties", "").split()), None)
    chosen = [a for a in spine if a is not nav and a.get("media-type", "") in _XHTML]
    chapters = tuple(dict.fromkeys(_beside(path, a.get("href", "")) for a in chosen))
    if not chapters:
        raise UnreadableError("is an EPUB without chapters", "get it anew, whole")
    _refuse_encrypted(archive, chapters, limits)
    pages = _pages_of_nav(archive, _beside(path, nav.get("href", "")), limits) if nav is not None else {}
    toc = next((items[a["toc"]] for name, a in tags if name == "spine" and a.get("toc") in items), None)
    if not pages and toc is not None:
        pages = _pages_of_ncx(archive, _beside(path, toc.get("href", "")), limits)
    return Package(chapters, pages, sum(a.get("media-type", "") not in _XHTML for a in spine))


def _tags(archive: Archive, name: str, limits: Limits) -> list[tuple[str, dict[str, str]]]:
    found: list[tuple[str, dict[str, str]]] = []
    reader = _Elements(lambda name, attributes: found.append((name, attributes)), lambda _: None)
    read_xml(decoded(archive.read(name), limits=limits)[0], reader, limits)
    return found


def _first(tags: list[tuple[str, dict[str, str]]], name: str, attribute: str) -> str:
    value = next((a[attribute] for found, a in tags if found == name and attribute in a), None)
    if value is None:
        raise UnreadableError(f"is an EPUB whose {CONTAINER} names no package", "get it anew, whole")
    return unquote(value)


def _beside(path: str, href: str) -> str:
    """Return the name in the archive of what a file refers to, without the place in it."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(href.partition("#")[0])))


def _refuse_encrypted(archive: Archive, chapters: tuple[str, ...], limits: Limits) -> None:
    """Fonts may be scrambled; chapters may not."""
    if _ENCRYPTION not in archive:
        return
    locked = {unquote(a.get("URI", "")) for name, a in _tags(archive, _ENCRYPTION, limits) if name == "CipherReference"}
    if locked & set(chapters):
        raise UnreadableError("is encrypted: its chapters cannot be read", "get a copy without protection")


def _add(pages: PageList, path: str, href: str, label: str) -> None:
    if label.strip():
        pages.setdefault(_beside(path, href), {})[unquote(href.partition("#")[2])] = label.strip()


def _pages_of_nav(archive: Archive, path: str, limits: Limits) -> PageList:
    """Read the page list of EPUB 3, which is a list of links."""
    document, _ = decoded(archive.read(path), limits=limits)
    pages: PageList = {}
    inside, href, label = 0, "", ""
    for token in cut(document, limits):
        if not isinstance(token, Tag):
            label += "".join(said for said, *_ in references(document[token.raw.start : token.raw.end])) if href else ""
        elif token.name == "nav" and token.opens and (inside or _is_page_list(token)):
            inside += 1
        elif token.name == "nav" and inside:
            inside -= 1
        elif token.name == "a" and inside and token.opens:
            href, label = token.attributes.get("href", ""), ""
        elif token.name == "a" and href:
            _add(pages, path, href, label)
            href = ""
    return pages


def _is_page_list(tag: Tag) -> bool:
    return "page-list" in tag.attributes.get("epub:type", "").split() or tag.attributes.get("role") == "doc-pagelist"


class _PageTargets:
    """Takes the elements of an NCX, and notes what its page targets say and where they lead."""

    def __init__(self, path: str) -> None:
        self.pages: PageList = {}
        self._path = path
        self._label: list[str] | None = None  # what the page target says, while one is open

    def took(self, name: str, attributes: dict[str, str]) -> None:
        """Take a start tag."""
        if name == "pageTarget":
            self._label = []
        elif name == "content" and self._label is not None:
            _add(self.pages, self._path, attributes.get("src", ""), "".join(self._label))
            self._label = None

    def said(self, words: str) -> None:
        """Take words."""
        if self._label is not None:
            self._label.append(words)


def _pages_of_ncx(archive: Archive, path: str, limits: Limits) -> PageList:
    """Read the page list of EPUB 2."""
    targets = _PageTargets(path)
    read_xml(decoded(archive.read(path), limits=limits)[0], _Elements(targets.took, targets.said), limits)
    return targets.pages
