"""Where something is said or written: in court, in a letter, in the press. What the words around the saying say."""

import re

_TABLE: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "interrogation",
        (
            r"interrogat\w+",
            r"(?:preliminary|pre-?trial) (?:investigation|inquiry)",
            r"to (?:the |his |her )?investigators?",
            r"questioned by",
            r"record of (?:his|her|their) questioning",
            r"at the police station",
            r"to (?:the )?police",
        ),
    ),
    (
        "court",
        (
            r"\btrials?\b",
            r"in court",
            r"\bcourtroom",
            r"before the (?:court|tribunal|jury)",
            r"in the dock",
            r"\btribunal",
            r"\bhearing\b",
            r"cross-examin\w+",
            r"under oath",
            r"last (?:word|plea)",
            r"prosecutor",
            r"to the judge",
        ),
    ),
    ("commission", (r"\bcommission\b", r"\binquiry\b", r"\bcommittee (?:of|on) inquiry")),
    ("telegram", (r"\btelegra\w+", r"\bcabled?\b")),
    ("letter", (r"\bletters?\b", r"\bcorrespondence", r"wrote (?:back )?to\b", r"in a note to")),
    ("diary", (r"\bdiar(?:y|ies)\b", r"\bjournal entry")),
    (
        "memoir",
        (r"\bmemoirs?\b", r"\breminiscences?\b", r"\brecollections?\b", r"\bautobiograph\w+", r"\bmemoirists?\b"),
    ),
    ("interview", (r"\binterview\w*",)),
    (
        "press",
        (
            r"\bnewspapers?\b",
            r"\barticles?\b",
            r"\bpress\b",
            r"\bjournals?\b",
            r"\bcorrespondents?\b",
            r"\breporters?\b",
            r"\bmagazine\b",
            r"\bbulletin\b",
            r"\beditorial",
        ),
    ),
    (
        "speech",
        (
            r"\bspeech(?:es)?\b",
            r"\bcongress\b",
            r"\bplenum\b",
            r"\bmeeting of the\b",
            r"\brally\b",
            r"\bconference\b",
            r"\baddress(?:ed|ing) the\b",
        ),
    ),
    (
        "report",
        (
            r"\breports?\s+(?:to|of|by)\b",
            r"\bin (?:a|his|her|its|the) (?:\w+ ){0,2}report\b",
            r"\bmemorandum\b",
        ),
    ),
    ("book", (r"\bbooks?\b", r"\bpamphlets?\b", r"\bbiograph\w+")),
    ("declaration", (r"\bdeclaration\b", r"\bstatement to\b", r"\bpetition\b", r"\baffidavit")),
    (
        "conversation",
        (
            r"\bconversations?\b",
            r"\bconfided\b",
            r"\bover dinner\b",
            r"\bprivately\b",
            r"\bin private\b",
            r"\btold\b",
            r"\bwhispered\b",
        ),
    ),
)
"""Settings, and the words that tell of them; the first whose words are there counts."""
_COMPILED = tuple((setting, re.compile("|".join(words), re.IGNORECASE)) for setting, words in _TABLE)
_TESTIFIED = frozenset({"testify", "plead", "depose", "testimony"})


def setting_of(around: str, teller: str) -> str:
    """Name the setting of a saying, from the words around it and the verb or noun that tells it; empty if unsaid.

    >>> setting_of("In a letter to her sister, Clara wrote that", "write"), setting_of("Dora said that", "say")
    ('letter', '')
    """
    for setting, pattern in _COMPILED:
        if pattern.search(around):
            return setting
    return "testimony" if teller in _TESTIFIED else ""
