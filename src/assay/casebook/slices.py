"""One entry of a casebook file as a slice of its text: put in, put in another's place, taken out.

Everything else in the file stays as its author wrote it: comments, layout, line ends.
"""

from assay.casebook.edits import Edit
from assay.casebook.lexer import SPACE, is_indented_head
from assay.model.location import Span


def entry_span(text: str, line: int) -> Span:
    """Find the characters of the entry whose head stands on a line (from 1): its lines, without the last one's end.

    Raises:
        ValueError: no entry can begin there.
    """
    lines = text.split("\n")
    if not 1 <= line <= len(lines) or not lines[line - 1].strip(SPACE) or lines[line - 1][0] == ";":
        raise ValueError(f"no entry begins on line {line}")
    last = line
    while last < len(lines) and _goes_on(lines[last]):
        last += 1
    while lines[last - 1].lstrip(SPACE).startswith(";"):  # comments at the end are not the entry's
        last -= 1
    start = sum(len(before) + 1 for before in lines[: line - 1])
    end = start + sum(len(own) + 1 for own in lines[line - 1 : last]) - 1
    start += line == 1 and text.startswith("\ufeff")  # the file's mark is not the entry's
    return Span(start, end - 1 if text[start:end].endswith("\r") else end)


def _goes_on(line: str) -> bool:
    body = line.strip(SPACE)
    return bool(body) and line[0] in " \t" and not is_indented_head(body)


def inserted(file: str, text: str, entry: str, at: int | None = None) -> Edit:
    """Put a new entry behind all others, a blank line apart; or behind the entry that ends at a character."""
    end = _line_end(text)
    body = end.join(entry.strip("\r\n").splitlines())
    if at is not None:
        return Edit(file, Span(at, at), f"{end}{end}{body}")
    kept = len(text.rstrip("\r\n"))
    before = "" if not text.removeprefix("\ufeff").strip() else 2 * end
    return Edit(file, Span(kept, len(text)), f"{before}{body}{end}")


def replaced(file: str, text: str, line: int, entry: str) -> Edit:
    """Put an entry in the place of the one whose head stands on a line."""
    return Edit(file, entry_span(text, line), _line_end(text).join(entry.strip("\r\n").splitlines()))


def removed(file: str, text: str, line: int) -> Edit:
    """Take out the entry whose head stands on a line, with the blank line that parted it from the next."""
    span = entry_span(text, line)
    end = span.end
    for _ in range(2):
        stop = text.find("\n", end)
        if stop < 0 and not text[end:].strip(SPACE):
            stop = len(text) - 1
        if stop < 0 or text[end : stop + 1].strip(SPACE + "\n"):
            break
        end = stop + 1
    return Edit(file, Span(span.start, end), "")


def _line_end(text: str) -> str:
    return "\r\n" if 2 * text.count("\r\n") > text.count("\n") else "\n"
