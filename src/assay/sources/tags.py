"""HTML, cut into tags and words, each with its place.

The reading of damage follows the HTML standard where it matters for what is read: what is not closed goes on to the
end. Unlike the standard library's parser, of which every Python has another version, this reads the same everywhere,
in time that grows with the length alone.
"""

import re
from collections.abc import Iterator
from html import unescape

from msgspec import Struct

from assay.model.location import Span
from assay.sources.errors import UnreadableError
from assay.sources.limits import LIMITS, Limits

_TAG = re.compile(r"""<(/?)([A-Za-z][^\s/>]*+)((?:[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+|["'])*+)>""")
_ATTRIBUTE = re.compile(r"""([^\s/>"'=][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"']++)))?+""")
_NO_TAG = re.compile(r"</[^A-Za-z]")
_LESS_THAN = re.compile(r"<(?![A-Za-z/])|</?$")
_RAW_TEXT = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"))
VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905 - a list to read
)


class Tag(Struct, frozen=True):
    """A tag: of which element, whether it opens or closes it, and its attributes."""

    name: str
    raw: Span
    opens: bool
    closes: bool
    attributes: dict[str, str]


class Words(Struct, frozen=True):
    """Words between tags as they are written; character references are not resolved in CDATA."""

    raw: Span
    literal: bool = False


def cut(document: str, limits: Limits = LIMITS) -> Iterator[Tag | Words]:
    """Cut a decoded HTML document into tags and words.

    Raises:
        UnreadableError: it declares entities, or ends within a tag, a comment or a script, so that words are lost; or
            it has more tags than a document may have.
    """
    at, length, tags = 0, len(document), 0
    while at < length:
        opening = document.find("<", at)
        opening = length if opening < 0 else opening
        if opening > at:
            yield Words(Span(at, opening))
        at = opening
        if document.startswith("<![CDATA[", at):
            end = _after(document, "]]>", at, "a CDATA section")
            yield Words(Span(at + 9, end - 3), literal=True)
        elif document.startswith(("<!", "<?"), at) or _NO_TAG.match(document, at):
            end = _past_declaration(document, at)
        elif _LESS_THAN.match(document, at):
            end = at + 1
            yield Words(Span(at, end))
        elif at < length:
            match = _TAG.match(document, at)
            if match is None:
                raise _cut_off(document, "a tag", at)
            tag, end = _tag(match), match.end()
            tags += 1
            if tags > 2 * limits.elements:
                raise UnreadableError(f"has more than {limits.elements} elements", "divide it")
            yield tag
            if tag.opens and not tag.closes and tag.name in _RAW_TEXT:
                closing = re.compile(rf"</{tag.name}[\s/>]", re.IGNORECASE).search(document, end)
                if closing is None:
                    raise _cut_off(document, f"a {tag.name}", at)
                yield Words(Span(end, closing.start()), literal=tag.name not in ("title", "textarea"))
                end = closing.start()
        else:
            return
        at = end


def _past_declaration(document: str, at: int) -> int:
    """Return where a comment, a declaration or what is none of these ends."""
    if document.startswith("<!--", at):
        return at + 5 if document.startswith("<!-->", at) else _after(document, "-->", at, "a comment")
    end = _after(document, ">", at, "a declaration")
    if document[at : at + 9].lower() == "<!doctype" and "[" in document[at:end]:
        inner = _after(document, "]", at, "a declaration")
        if "<!entity" in document[at:inner].lower():
            raise UnreadableError(
                "declares entities of its own, which are not expanded", "write the characters themselves in its place"
            )
        return _after(document, ">", inner, "a declaration")
    return end


def _after(document: str, closing: str, at: int, what: str) -> int:
    found = document.find(closing, at)
    if found < 0:
        raise _cut_off(document, what, at)
    return found + len(closing)


def _cut_off(document: str, what: str, at: int) -> UnreadableError:
    line = document.count("\n", 0, at) + 1
    return UnreadableError(f"has {what} on line {line} that is never closed", "get it whole, or close it in a copy")


def _tag(match: re.Match[str]) -> Tag:
    attributes: dict[str, str] = {}
    for attribute in _ATTRIBUTE.finditer(match[3]):
        value = next((group for group in attribute.groups()[1:] if group is not None), "")
        attributes.setdefault(attribute[1].lower(), unescape(value))
    name = match[2].lower()
    closing = bool(match[1])
    closes = closing or name in VOID or match[3].endswith("/")
    return Tag(name, Span(*match.span()), not closing, closes, attributes)
