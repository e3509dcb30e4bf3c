"""How many passages that weigh so much would come about by chance, in this corpus?

Chance likenesses become fewer, the more they weigh, at a steady rate (Karlin and Altschul 1990). What is too light to
be reported is nearly all chance: its rate is taken from the corpus itself, and carried on to the weight in question.
"""

import math
from collections.abc import Sequence

from msgspec import Struct

_FROM, _ENOUGH = 15.0, 50
_RATE = 0.5
"""Where a corpus has too few to tell: each letter more makes chance so much less likely (e to the minus)."""


class Chance(Struct, frozen=True):
    """How many chance likenesses weigh `base` or more, and the rate at which they become fewer."""

    many: float
    rate: float
    base: float = _FROM

    def of(self, score: float) -> float:
        """Return how many passages of this weight, or more, are expected by chance."""
        return self.many * math.exp(-self.rate * max(0.0, score - self.base))


def chance(scores: Sequence[float], least: float) -> Chance:
    """Take the rate of chance from the likenesses that weigh too little to be reported."""
    light = [score - _FROM for score in scores if _FROM <= score < least]
    if len(light) < _ENOUGH:
        return Chance(max(1.0, float(len(light))), _RATE)
    return Chance(float(len(light)), min(_RATE, len(light) / sum(light)))
