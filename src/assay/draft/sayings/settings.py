"""Where something is said or written: in court, in a letter, in the press. What the words around the saying say."""

import re

_TABLE: tuple[tuple[str, str], ...] = (
    ("interrogation", r"interrogat\w+|(?:preliminary|pre-?trial) (?:investigation|inquiry)|investigators?\b|questioned by"
     r"|record of (?:his|her|their) questioning|at the police station|to (?:the )?police"),
    ("court", r"\btrials?\b|in court|\bcourtroom|before the (?:court|tribunal|jury)|in the dock|\btribunal|\bhearing\b"
     r"|cross-examin\w+|under oath|last (?:word|plea)|(?:state )?prosecutor|to the judge"),
    ("commission", r"\bcommission\b|\binquiry\b|\bcommittee (?:of|on) inquiry"),
    ("telegram", r"\btelegra\w+|\bcabled?\b|\bcable\b"),
    ("letter", r"\bletters?\b|\bcorrespondence|wrote (?:back )?to\b|in a note to"),
    ("diary", r"\bdiar(?:y|ies)\b|\bjournal entry"),
    ("memoir", r"\bmemoirs?\b|\breminiscences?\b|\brecollections?\b|\bautobiograph\w+|\bmemoirists?\b"),
    ("interview", r"\binterview\w*"),
    ("press", r"\bnewspapers?\b|\barticles?\b|\bpress\b|\bjournals?\b|\bcorrespondents?\b|\breporters?\b|\bmagazine\b"
     r"|\bbulletin\b|\beditorial"),
    ("speech", r"\bspeech(?:es)?\b|\bcongress\b|\bplenum\b|\bmeeting of the\b|\brally\b|\bconference\b|\baddress(?:ed|ing) the\b"),
    ("report", r"\breports?\s+(?:to|of|by)\b|\bin (?:a|his|her|its|the) (?:\w+ ){0,2}report\b|\bmemorandum\b"),
    ("book", r"\bbooks?\b|\bpamphlets?\b|\bbiograph\w+"),
    ("declaration", r"\bdeclaration\b|\bstatement to\b|\bpetition\b|\baffidavit"),
    ("conversation", r"\bconversations?\b|\bconfided\b|\bover dinner\b|\bprivately\b|\bin private\b|\btold\b|\bwhispered\b"),
)  # fmt: skip
_COMPILED = tuple((setting, re.compile(pattern, re.IGNORECASE)) for setting, pattern in _TABLE)
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
