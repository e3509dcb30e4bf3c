"""One uninterrupted act of saying is one: quotations that an attribution interrupts, sentences that go on."""

from collections.abc import Sequence

from msgspec import structs

from assay.draft.sayings.saying import Saying

_NEAR = 260  # characters between two parts of one saying, its attribution among them
GOES_ON = "goes on"
_SAME_SENTENCE = frozenset({"own"})


def joined(found: Sequence[Saying], body: str) -> list[Saying]:
    """Join what goes on with what went before it, in one stretch of one speaker."""
    kept: list[Saying] = []
    for one in sorted(found, key=lambda saying: saying.span.start):
        last = kept[-1] if kept else None
        if last is not None and _is_one(last, one, body):
            kept[-1] = structs.replace(
                last,
                parts=(*last.parts, *one.parts),
                gist=f"{last.gist} {one.gist}",
                to=last.to or one.to,
                under=last.under or one.under,
                setting=last.setting or one.setting,
                chain=last.chain or one.chain,
            )
        else:
            kept.append(one)
    return kept


def _is_one(last: Saying, one: Saying, body: str) -> bool:
    if last.witness.name != one.witness.name or last.act != one.act or one.span.start < last.whole.end:
        return False
    between = body[last.whole.end : one.span.start]
    if len(between) > _NEAR or "\n\n" in between:
        return False
    if last.words != one.words or not any(letter.isalnum() for letter in between):
        return False  # what is reported and then quoted, and two quotations side by side, are two
    if last.sentence == one.sentence:
        return last.words == one.words == "own"
    return GOES_ON in one.rule
