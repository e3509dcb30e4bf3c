"""Under what somebody spoke: custody, interrogation, torture. Only what the text says beside this saying."""

import re
from collections.abc import Iterator

from msgspec import Struct

from assay.model.entries import Pressure
from assay.voices.beside import NAME

_AGENT = rf"(?:\s+(?:by|from|with)\s+(?:the\s+)?(?:\w+\s+){{0,2}}?(?P<by>{NAME}))?"
_BEHIND = r"(?:[\w’'-]+\s+){0,4}?"
_TABLE: tuple[tuple[Pressure, str, tuple[str, ...]], ...] = (
    ("torture", "under torture", (r"(?:under|after|by|through|during|with)\s+(?:\w+\s+){0,2}?tortures?",)),
    (
        "torture",
        "tortured or beaten",
        (r"(?:was|were|been|being|having)\s+(?:\w+\s+){0,2}?(?:tortured|beaten|electrocuted|waterboarded)",),
    ),
    ("torture", "beatings", (r"beatings?", r"physical (?:pressure|methods|coercion)")),
    ("threat", "under threat", (r"(?:under|after|by|with|because of)\s+(?:\w+\s+){0,2}?threats?",)),
    ("threat", "threatened", (r"threaten(?:ed|ing) (?:with|to|him|her|them)", r"blackmail\w*", r"at gunpoint")),
    ("threat", "forced to", (r"(?:forced|compelled|coerced|pressured)\s+(?:[\w’'.-]+\s+){0,4}?(?:to|into)\s+\w+",)),
    (
        "promise",
        "promised life or leniency",
        (
            (
                r"promis(?:ed|ing)\s+(?:him|her|them|that)?\s*(?:\w+\s+){0,3}?"
                r"(?:li(?:fe|ves)|release|freedom|leniency|pardon|mercy|spared?)"
            ),
        ),
    ),
    (
        "promise",
        "in return for something",
        (r"in (?:exchange|return) for", r"on the promise of", r"lured by", r"on the promise that"),
    ),
    (
        "dictation",
        "dictated",
        (r"dictat(?:ed|ion)", r"ready-made (?:statement|testimony|confession)", r"signed what"),
    ),
    (
        "editing",
        "edited",
        (
            r"(?:edited|rewritten|doctored|corrected|falsified) (?:by|transcript|minutes|protocol|record)",
            r"in an edited (?:transcript|version)",
        ),
    ),
    (
        "exhaustion",
        "exhausted",
        (
            r"sleepless",
            r"without sleep",
            r"deprived of sleep",
            r"sleep deprivation",
            r"conveyor",
            r"exhaust(?:ed|ing|ion)",
            r"round-the-clock",
            r"worn down",
        ),
    ),
    (
        "exhaustion",
        "after days of interrogation",
        (
            (
                r"after\s+(?:\w+\s+){1,6}?(?:days|weeks|months|hours) of (?:\w+\s+){0,2}?"
                r"(?:interrogation|questioning|torment)s?"
            ),
        ),
    ),
    (
        "interrogation",
        "under interrogation",
        (
            rf"(?:under|during|at|in|after|by|of|subjected to)\s+{_BEHIND}(?:interrogations?|questioning)",
            r"(?:under|during|at|in) cross-examination",
            r"(?:confronted|presented) with (?:\w+ )?(?:evidence|testimon\w+|confessions?)",
        ),
    ),
    (
        "interrogation",
        "at the preliminary investigation",
        (r"(?:preliminary|pre-?trial)\s+(?:investigation|inquiry|hearings?)", r"during the investigation"),
    ),
    (
        "interrogation",
        "interrogated",
        (
            r"(?:was|were|been|being|when|while)\s+(?:\w+\s+){0,2}?(?:interrogated|questioned)",
            r"(?:interrogated|questioned)(?=\s+(?:by|for)\b)",
        ),
    ),
    (
        "interrogation",
        "to an investigator",
        (
            (
                r"(?:told|to|before|with)\s+(?:the|his|her|their)\s+(?:\w+\s+){0,2}?"
                r"(?:investigators?|interrogators?)"
            ),
        ),
    ),
    (
        "custody",
        "in custody",
        (
            r"under arrest",
            r"in custody",
            r"(?:in|from) (?:[\w’'-]+\s+){0,2}?(?:prison|jail|gaol|detention|captivity)",
            r"(?:his|her|the|a) (?:prison )?cell",
            r"while imprisoned",
            r"in the (?:camps?|Lubyanka)",
            r"behind bars",
            r"(?:led|taken|sent|brought) (?:\w+ )?(?:away |off )?to (?:the )?(?:prison|jail|gaol|execution|camps?)",
        ),
    ),
    (
        "custody",
        "after the arrest",
        (
            r"(?:after|since|upon|following)\s+(?:his|her|their|being)\s+(?:\w+\s+)?arrest(?:ed)?",
            r"(?:was|were|had been) arrested",
            r"arrested (?=(?:in|on|at|by|as|for|again|soon|shortly|two|three|a) )",
        ),
    ),
)
"""Conditions, the rule by which each is told, and the words that tell it."""
_HYPHEN = re.compile(r"(?<=[a-z])-(\??)(?=[a-z])")


def _compiled(words: tuple[str, ...]) -> re.Pattern[str]:
    """The words of a sentence are joined by spaces, and a hyphen is a word of its own."""
    either = _HYPHEN.sub(lambda match: rf"(?:\s?-\s?){match[1]}", "|".join(words))
    return re.compile(rf"\b(?:{either})\b{_AGENT}", re.IGNORECASE)


_COMPILED = tuple((kind, _compiled(words), rule) for kind, rule, words in _TABLE)


class Cue(Struct, frozen=True):
    """A condition, where in the words it is told, by whom if that is told, and the rule."""

    kind: Pressure
    start: int
    end: int
    by: str | None
    rule: str


def cues(words: str) -> Iterator[Cue]:
    """Find conditions in the words around a saying, one of each kind.

    >>> [(cue.kind, cue.rule) for cue in cues("At the preliminary investigation, in prison, Berg testified")]
    [('interrogation', 'at the preliminary investigation'), ('custody', 'in custody')]
    """
    seen: set[Pressure] = set()
    for kind, pattern, rule in _COMPILED:
        match = pattern.search(words)
        if match is not None and kind not in seen:
            seen.add(kind)
            by = match["by"]
            yield Cue(kind, match.start(), match.end(), by if by and by[:1].isupper() else None, rule)
