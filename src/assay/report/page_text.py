"""A page in the terminal: its words, each quotation numbered and coloured, and below who speaks in which."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from assay.model.location import Span
from assay.model.voices import Voice
from assay.report.paint import Paint, Tone, plain

_TONES: tuple[Tone, ...] = ("note", "open", "stands")  # by depth


def page_lines(  # noqa: PLR0913, PLR0917 - what is shown, how wide, in which colours
    body: str,
    span: Span,
    heard: Sequence[Voice],
    width: int,
    paint: Paint = plain,
    paragraphs: Sequence[Span] = (),
) -> Iterator[str]:
    """Write a run of a text with the voices in it, and the numbers of its paragraphs where those are to be cited.

    Each quotation opens with its number in brackets, ⟨1 and closes with ⟩, so that colour is never needed to tell.
    """
    inside = [voice for voice in heard if voice.quoted.span.start < span.end and voice.quoted.span.end > span.start]
    numbers = {part.start: f"¶ {number}  " for number, part in enumerate(paragraphs, 1)}
    marked = _marked(body, span, inside, numbers)
    for paragraph in marked.split("\n\n"):
        words = " ".join(paragraph.split())
        if words:
            yield from (_coloured(line, paint) for line in textwrap.wrap(words, width, break_long_words=False))
            yield ""
    for number, voice in enumerate(inside, 1):
        lines = textwrap.wrap(_legend(voice), width, subsequent_indent="    ", initial_indent="    ")
        tone = _TONES[min(voice.quoted.depth, len(_TONES) - 1)]
        yield from (f"{paint(f'{number:>3}', tone)}{line[3:]}" if not row else line for row, line in enumerate(lines))


def _marked(body: str, span: Span, inside: Sequence[Voice], numbers: Mapping[int, str]) -> str:
    """Set ⟨n before each quotation's words and ⟩ behind them."""
    at = {place: number for place, number in numbers.items() if span.start <= place < span.end}
    for number, voice in enumerate(inside, 1):
        start, end = max(voice.quoted.span.start, span.start), min(voice.quoted.span.end, span.end)
        at[start] = at.get(start, "") + f"⟨{number} "
        at[end] = "⟩" + at.get(end, "")
    edges = sorted({span.start, *at, span.end})
    return "".join(at.get(a, "") + body[a:b] for a, b in zip(edges, [*edges[1:], span.end], strict=True))


def _coloured(line: str, paint: Paint) -> str:
    return "".join(paint(letter, "strong") if letter in "⟨⟩" else letter for letter in line)


def _legend(voice: Voice) -> str:
    who = f", {voice.speaker} ({voice.certainty}: {voice.speaker_rule})" if voice.speaker else ""
    damage = f"; {voice.quoted.damage}" if voice.quoted.damage else ""
    return f"{voice.kind}{who} [{voice.kind_rule}]{damage}"
