"""Under what somebody spoke: custody, interrogation, torture. Only what the text says beside this saying."""

import re
from collections.abc import Iterator

from msgspec import Struct

from assay.model.entries import Pressure
from assay.voices.beside import NAME

_AGENT = rf"(?:\s+(?:by|from|with)\s+(?:the\s+)?(?:\w+\s+){{0,2}}?(?P<by>{NAME}))?"
_TABLE: tuple[tuple[Pressure, str, str], ...] = (
    ("torture", r"\b(?:under|after|by|through|during|with)\s+(?:\w+\s+){0,2}?tortures?\b", "under torture"),
    ("torture", r"\b(?:was|were|been|being|having)\s+(?:\w+\s+){0,2}?(?:tortured|beaten|electrocuted|waterboarded)\b",
     "tortured or beaten"),
    ("torture", r"\b(?:beatings?|physical (?:pressure|methods|coercion))\b", "beatings"),
    ("threat", r"\b(?:under|after|by|with|because of)\s+(?:\w+\s+){0,2}?threats?\b", "under threat"),
    ("threat", r"\bthreaten(?:ed|ing)\b|\bblackmail\w*|\bat gunpoint\b|\bfor fear of\b", "threatened"),
    ("threat", r"\b(?:forced|compelled|coerced|pressured|made)\s+(?:to|into)\s+\w+", "forced to"),
    ("promise", r"\bpromis(?:ed|ing)\s+(?:him|her|them|that)?\s*(?:\w+\s+){0,3}?(?:li(?:fe|ves)|release|freedom|leniency"
     r"|pardon|mercy|spared?)\b", "promised life or leniency"),
    ("promise", r"\b(?:in (?:exchange|return) for|on the promise of|lured by)\b", "in return for something"),
    ("dictation", r"\bdictat(?:ed|ion)\b|\bready-made (?:statement|testimony|confession)\b|\bsigned what\b", "dictated"),
    ("editing", r"\b(?:edited|rewritten|doctored|corrected|falsified) (?:by|transcript|minutes|protocol|record)\b"
     r"|\bin an edited (?:transcript|version)\b", "edited"),
    ("exhaustion", r"\b(?:sleepless|without sleep|deprived of sleep|sleep deprivation|conveyor|exhaust(?:ed|ing|ion)"
     r"|round-the-clock|worn down)\b", "exhausted"),
    ("exhaustion", r"\bafter\s+(?:\w+\s+){1,6}?(?:days|weeks|months|hours) of (?:\w+\s+){0,2}?(?:interrogation|questioning"
     r"|torment)s?\b", "after days of interrogation"),
    ("interrogation", r"\b(?:under|during|at|in|after|by|of|subjected to)\s+(?:[\w’'-]+\s+){0,4}?(?:interrogations?|questioning"
     r"|cross-examination)\b", "under interrogation"),
    ("interrogation", r"\b(?:preliminary|pre-?trial)\s+(?:investigation|inquiry|hearings?)\b|\bduring the investigation\b",
     "at the preliminary investigation"),
    ("interrogation", r"\b(?:was|were|been|being|when|while)\s+(?:\w+\s+){0,2}?(?:interrogated|questioned)\b",
     "interrogated"),
    ("interrogation", r"\b(?:told|to|before|with)\s+(?:the|his|her|their)\s+(?:\w+\s+){0,2}?(?:investigators?"
     r"|interrogators?|police|detectives?)\b", "to an investigator"),
    ("custody", r"\b(?:under arrest|in custody|in (?:[\w’'-]+\s+){0,2}?(?:prison|jail|gaol|detention|captivity)|(?:his|her|the|a)"
     r" (?:prison )?cell|while imprisoned|in the (?:camps?|Lubyanka)|behind bars)\b", "in custody"),
    ("custody", r"\b(?:after|since|upon|following)\s+(?:his|her|their|being)\s+(?:\w+\s+)?arrest(?:ed)?\b|\b(?:was|were|had been) arrested\b",
     "after the arrest"),
)  # fmt: skip
_COMPILED = tuple((kind, re.compile(pattern + _AGENT, re.IGNORECASE if kind else 0), rule) for kind, pattern, rule in _TABLE)


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
