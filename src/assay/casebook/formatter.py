"""Lays out casebook text: spaces and blank lines change, words and comments never do."""

import re
from collections.abc import Iterator

from assay.casebook.lexer import SPACE, is_indented_head, split_field


def format_text(text: str) -> str:
    """Lay out a casebook text.

    Idempotent; what the text says stays the same, `parse(format(x)) == parse(x)`. Lines that cannot be read are left as
    they are. Line ends are kept: CRLF where most lines have it.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    end = "\r\n" if 2 * text.count("\r\n") > text.count("\n") else "\n"
    laid_out = end.join(_squeezed(_lines(text.removeprefix("\ufeff"))))
    return mark + (laid_out + end if laid_out else "")


def _lines(text: str) -> Iterator[str]:
    inside = False  # an entry is open
    quotable = False  # quoted words may follow
    for raw in text.split("\n"):
        line = raw.rstrip(SPACE)
        body = line.lstrip(SPACE)
        if not body.strip():
            inside = quotable = False
            yield ""
        elif line[0] == ";":
            inside = quotable = False
            yield line
        elif line[0] not in " \t" or is_indented_head(body):
            inside, quotable = True, False
            yield _head(body)
        elif not inside:
            yield line
        elif body[0] == ";":
            yield f"  {body}"
        elif body[0] == ">":
            yield _quoted(body) if quotable else line
        elif (split := split_field(body)) is not None:
            quotable = True
            yield f"  {split[0]}: {split[1]}".rstrip(SPACE)
        else:
            yield line


def _head(line: str) -> str:
    """One space between the words of a head; a title, which begins behind a space, is left alone."""
    title = re.search(r'\s"', line)
    if title is None:
        return " ".join(line.split())
    return f"{' '.join(line[: title.start()].split())} {line[title.start() + 1 :]}"


def _quoted(body: str) -> str:
    words = body[2:] if body[1:2] == " " else body[1:]
    return f"    > {words}".rstrip(SPACE)


def _squeezed(lines: Iterator[str]) -> Iterator[str]:
    """No blank lines at either end, and never two together."""
    blank = started = False
    for line in lines:
        if line:
            if blank and (started or line[0] == "\ufeff"):
                yield ""
            yield line
            started = True
        blank = not line
