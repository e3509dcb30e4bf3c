"""The whole way from a text to its voices."""

from collections.abc import Iterator, Sequence

from assay.model.text import Text
from assay.model.voices import Name, Voice
from assay.voices.context import Context
from assay.voices.kinds import kind_of_quote
from assay.voices.parse import quoted_spans
from assay.voices.speakers import NOBODY, find_speaker, in_register, proper_words

_NEAR = 12  # quotations on either side whose words are not the author's


def voices(text: Text, register: Sequence[Name] = ()) -> Iterator[Voice]:
    """Yield every quoted span of a text with what it is and, where the sentence says so, who speaks; in order."""
    spans = quoted_spans(text.body)
    proper = proper_words(text.body)
    for number, quoted in enumerate(spans):
        near = (*spans[max(0, number - _NEAR) : number], *spans[number + 1 : number + _NEAR])
        context = Context(text.body, quoted, near)
        kind, kind_rule = kind_of_quote(context)
        found = find_speaker(context, proper) if kind in ("speech", "mixed") else NOBODY
        known = in_register(found.name, register) if found.name is not None else None
        yield Voice(
            quoted=quoted,
            kind=kind,
            kind_rule=kind_rule,
            speaker=found.name if known is None else known.title,
            speaker_id=None if known is None else known.id,
            certainty=found.certainty,
            speaker_rule=found.rule,
        )
