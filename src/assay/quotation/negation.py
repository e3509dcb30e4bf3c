"""English words that negate. A list, and no understanding."""

import re

NEGATION = re.compile(
    r"\b(?:not|cannot|no|never|nor|neither|none|nothing|nobody|nowhere|hardly|without|\w+n['’]t)\b", re.IGNORECASE
)
