"""Two ways back, made one: from a body to words, and from the words to the original."""

from assay.model.text import Piece


def composed(outer: tuple[Piece, ...], inner: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Lead pieces that lead to words, letter for letter, on to where the words stand in the original.

    >>> inner = (Piece(0, 10, 3), Piece(3, 13, 1, 5), Piece(4, 18, 9))
    >>> [(piece.at, piece.raw, piece.length, piece.written) for piece in composed((Piece(0, 2, 3),), inner)]
    [(0, 12, 1, None), (1, 13, 1, 5), (2, 18, 1, None)]
    """
    found: list[Piece] = []
    index = 0
    for piece in outer:
        end = piece.raw + piece.length
        while index and inner[index].at > piece.raw:
            index -= 1
        while index < len(inner) and inner[index].at < end:
            part = inner[index]
            start, stop = max(part.at, piece.raw), min(part.at + part.length, end)
            if start < stop:
                raw = part.raw if part.written is not None else part.raw + start - part.at
                found.append(Piece(piece.at + start - piece.raw, raw, stop - start, part.written))
            index += 1
        index = max(0, index - 1)
    return tuple(found)
