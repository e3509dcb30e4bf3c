"""Entries as casebook text: what every proposal is written with."""

from collections.abc import Iterable

_MANY = 2


def entry(head: str, fields: Iterable[tuple[str, str]]) -> str:
    """Write an entry: its head, and the fields that say something, each on one line.

    >>> print(entry('person berg "Anna Berg"', [("alias", "Lind"), ("born", ""), ("proposed", "named")]))
    person berg "Anna Berg"
      alias: Lind
      proposed: named
    """
    lines = [one_line(head), *(f"  {name}: {one_line(value)}" for name, value in fields if value.strip())]
    return "\n".join(lines)


def one_line(words: str) -> str:
    """Put words on one line, so that they cannot end the entry that they stand in."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())


def titled(words: str) -> str:
    """Write a title between its quotation marks."""
    return f'"{one_line(words).replace(chr(34), "”")}"'


def times(count: int) -> str:
    """Say how often.

    >>> times(1), times(2), times(7)
    ('once', 'twice', '7 times')
    """
    return "once" if count == 1 else "twice" if count == _MANY else f"{count} times"


def listed(words: Iterable[str]) -> str:
    """Put words into a list as a sentence has it."""
    parts = list(words)
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""
