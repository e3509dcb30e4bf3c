"""Where sentences begin and end: as they were parsed, or roughly where a document is looked at without its grammar."""

import re
from collections.abc import Iterator

from assay.draft.document import Document
from assay.model.location import Span

_ROUGHLY = re.compile(r"\S.*?(?:(?<=[^\W\d]{2})[.!?][\"”’')\]]*\d{0,3}(?=\s+[\"“(\[]?[A-Z])|\Z)", re.DOTALL)


def sentences(document: Document) -> Iterator[Span]:
    """Yield the sentences of a document, in order.

    >>> [match[0] for match in _ROUGHLY.finditer("It rained on 5 May. He left.")]
    ['It rained on 5 May.', 'He left.']
    """
    for paragraph in document.paragraphs:
        if paragraph.sentences:
            for one in paragraph.sentences:
                if one.words:
                    yield Span(paragraph.start + one.start, paragraph.start + one.end)
        else:
            words = document.body[paragraph.start : paragraph.end]
            yield from (Span(*match.span()).shifted(paragraph.start) for match in _ROUGHLY.finditer(words))
