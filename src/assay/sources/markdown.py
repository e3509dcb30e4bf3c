"""Markdown: the words, without the marks of typing.

The lines stay as they are, so that paragraphs and quotations are those of the file. What is lifted out: marks of
emphasis, headings, quoted lines, list bullets, links' targets, comments, tags and front matter; footnotes become
asides. CommonMark 0.31, with footnotes; what is not sure to be a mark stays a character.
"""

import bisect
import re

from assay.model.location import Span
from assay.model.text import Aside, Piece
from assay.sources.errors import UnreadableError
from assay.sources.flow import REFERENCE, references
from assay.sources.limits import LIMITS, Limits
from assay.sources.transcript import Transcript

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?:(?!---|\.\.\.).*\n)*+(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})[^\r\n]*")
_LINE_MARK = re.compile(
    r"(?:[ ]{0,3}>[ ]?)*+(?:[ ]{0,3}#{1,6}(?=[ \t\r\n]|$)[ \t]*|[ ]{0,3}[-*+][ ]+(?=\S)(?!\d{1,4}[ \t]*-[ \t]*$))?"
)
_RULE = re.compile(r"[ ]{0,3}(?:=+|-+|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})[ \t]*$")
_NOTE = re.compile(r"[ ]{0,3}\[\^([^\]\s]{1,100})\]:[ \t]*")
_TARGET = re.compile(
    r"[ ]{0,3}\[(?!\^)[^\]\r\n]{1,500}\]:[ \t]*(?:<[^<>\s]+>|[^\s/#@:]*+[/#@:]\S*+)"
    r"""(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*"""
)
"""A link's target is an address; `[Vyshinsky]: Yes.` is said by somebody."""
_TAG_NAMES = frozenset(
    """a abbr address article aside b bdi bdo big blockquote body br caption center cite code col colgroup dd
    del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 head header hr html i iframe
    img ins kbd li link main mark meta nav ol p picture pre q rp rt ruby s samp script section small source span
    strike strong style sub summary sup table tbody td tfoot th thead time title tr tt u ul var video wbr""".split()  # noqa: SIM905 - a list to read
)
"""What is a tag where it stands between angle brackets; `<laughs>` is said by somebody."""
_INLINE = re.compile(
    r"""\\[!-/:-@\[-`{-~]                             # an escape
    |<!--|<https?://[^\s<>]{1,2000}>|</?[A-Za-z][^<>]{0,2000}>  # a comment, an address, a tag
    |\[\^[^\]\s]{1,100}\]                             # a note's number
    |!?\[|\](?:\([^()\s]{0,2000}(?:\s+"[^"\n]{0,500}")?\)|\[[^\]\n]{0,500}\])?  # a link
    |[*]+|_+|`+"""
    rf"|{REFERENCE.pattern}",
    re.VERBOSE,
)
_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")
_PARAGRAPH_END = re.compile(r"\r?\n[ \t]*\r?\n")


class _Cutting:
    """Notes what of a Markdown document is no word of it."""

    def __init__(self, document: str, limits: Limits) -> None:
        self.document = document
        self.limits = limits
        self.cut: list[Span] = []
        self.asides: list[Span] = []  # notes, whole
        self.literal: list[Span] = []  # code, in which nothing is a mark
        self.said: dict[int, tuple[Span, str]] = {}  # references, and what they say

    def lines(self) -> None:
        """Cut the marks at the heads of lines, whole lines of marks, and notes."""
        document, at = self.document, 0
        if (front := _FRONT.match(document)) is not None:
            at = front.end()
            self.cut.append(Span(0, at))
        fence, note = "", None
        while at < len(document):
            end = document.find("\n", at) + 1 or len(document)
            line = document[at:end]
            if note is not None and line.strip() and not line.startswith((" ", "\t")):
                self.asides.append(Span(note, at))
                note = None
            opening = _FENCE.match(line)
            if fence or opening is not None:
                if opening is not None and (
                    not fence or (opening[1].startswith(fence) and opening.group().strip() == opening[1])
                ):
                    fence = "" if fence else opening[1]
                    self.cut.append(Span(at, at + opening.end()))
                else:
                    self.literal.append(Span(at, end))
            elif note is None and _NOTE.match(line) is not None:
                note = at
            elif note is None:
                self._line(line, at)
            at = end
        if note is not None:
            self.asides.append(Span(note, len(document)))

    def _line(self, line: str, at: int) -> None:
        bare = line.rstrip("\r\n")
        if (whole := _RULE.match(bare) or _TARGET.fullmatch(bare)) is not None and whole.group().strip() != "-":
            self.cut.append(Span(at, at + whole.end()))
        elif (mark := _LINE_MARK.match(bare)) is not None and mark.end():
            self.cut.append(Span(at, at + mark.end()))
            if "#" in mark.group() and (closing := re.search(r"[ \t]+#+[ \t]*$", bare[mark.end() - 1 :])) is not None:
                start = at + mark.end() - 1 + closing.start()
                self.cut.append(Span(max(start, at + mark.end()), at + len(bare)))

    def inline(self) -> None:
        """Cut the marks within paragraphs."""
        ends = [*(match.start() for match in _PARAGRAPH_END.finditer(self.document)), len(self.document)]
        skipped = sorted([*self.literal, *self.cut, *self.asides])
        starts = [span.start for span in skipped]
        self._open: dict[str, list[Span]] = {}
        end_of_paragraph, done = -1, 0
        no_comment_ends_after = len(self.document)
        for match in _INLINE.finditer(self.document):
            start, end = match.span()
            if len(self.cut) + len(self.said) > self.limits.elements:
                raise UnreadableError(f"has more than {self.limits.elements} marks of typing", "divide it")
            index = bisect.bisect_right(starts, start) - 1
            if start < done or (index >= 0 and start < skipped[index].end):
                continue
            if start >= end_of_paragraph:
                end_of_paragraph = ends[bisect.bisect_right(ends, start)] if start < ends[-1] else ends[-1]
                self._open = {}
            found = match.group()
            if found == "<!--":
                closing = self.document.find("-->", start) if start < no_comment_ends_after else -1
                no_comment_ends_after = start if closing < 0 else no_comment_ends_after
                if closing >= 0:
                    done = closing + 3
                    self.cut.append(Span(start, done))
            elif found[0] == "`":
                done = self._code(found, start, end, end_of_paragraph)
            else:
                self._mark(found, Span(start, end))

    def _code(self, token: str, start: int, end: int, limit: int) -> int:
        """Cut the ticks around code; what is in it stays."""
        opened = self._open.setdefault("no " + token, [])
        closing = -1 if opened else self.document.find(token, end, limit)
        if closing < 0:
            opened.append(Span(start, end))
            return end
        self.cut += [Span(start, end), Span(closing, closing + len(token))]
        return closing + len(token)

    def _mark(self, token: str, span: Span) -> None:
        if token[0] == "\\":
            self.cut.append(Span(span.start, span.start + 1))
        elif token[0] == "<":
            if "://" not in token[:9] and _TAG_NAME.split(token)[1].lower() not in _TAG_NAMES:
                return
            self.cut += (
                [Span(span.start, span.start + 1), Span(span.end - 1, span.end)] if "://" in token[:9] else [span]
            )
        elif token[0] == "&":
            ((said, _, same),) = references(token)
            if not same:
                self.said[span.start] = span, said
        elif token.startswith("[^"):
            self.asides.append(span)
        elif token.endswith("["):
            self._open.setdefault("[", []).append(span)
        elif token[0] == "]":
            self._link(token, span)
        else:
            self._emphasis(token, span)

    def _link(self, token: str, span: Span) -> None:
        opened = self._open.get("[", [])
        if not opened:
            return
        opening = opened.pop()
        if len(token) == 1:
            return
        self.cut += [Span(opening.start, span.end)] if len(opening) > 1 else [opening, span]

    def _emphasis(self, token: str, span: Span) -> None:
        before = self.document[span.start - 1 : span.start] or " "
        after = self.document[span.end : span.end + 1] or " "
        opens, closes = not after.isspace(), not before.isspace()
        if token[0] == "_":
            opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
        opened = self._open.setdefault(token, [])
        if closes and opened:
            self.cut += [opened.pop(), span]
        elif opens and len(token) <= 3:  # noqa: PLR2004 - emphasis, strong, both
            opened.append(span)


def read_markdown(document: str, limits: Limits = LIMITS) -> Transcript:
    """Read a decoded Markdown document.

    Raises:
        UnreadableError: it has more marks of typing than a document may have.
    """
    cutting = _Cutting(document, limits)
    cutting.lines()
    cutting.inline()
    return _joined(document, cutting)


def _joined(document: str, cutting: _Cutting) -> Transcript:
    """Put together what was not cut."""
    words: list[str] = []
    pieces: list[Piece] = []
    asides: list[Aside] = []
    at = done = 0
    changes = [(span, "", False) for span in cutting.cut] + [(span, "", True) for span in cutting.asides]
    changes += [(span, said, False) for span, said in cutting.said.values()]
    for span, said, lifted in [*sorted(changes), (Span(len(document), len(document)), "", False)]:
        if span.start < done:
            done = max(done, span.end)
            continue
        if span.start > done:
            pieces.append(Piece(at, done, span.start - done))
            words.append(document[done : span.start])
            at += span.start - done
        if said:
            pieces.append(Piece(at, span.start, len(said), len(span)))
            words.append(said)
            at += len(said)
        if lifted:
            asides.append(Aside(at, span, document[span.start : span.end].strip()))
        done = span.end
    return Transcript("".join(words), tuple(pieces), asides=tuple(asides), format="markdown")
