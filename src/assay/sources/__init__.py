"""Documents as received, read into logical text.

    bytes ─ decode ─▶ str ─ plain ─▶ Text

A document is hostile until proven otherwise: nothing of it is executed, followed or written, and its size is bounded
before it is read.
"""

from assay.sources.decode import UndecodableError, decode, fingerprint
from assay.sources.guess import Guess, explained, guess_page_marks
from assay.sources.plain import read_plain
from assay.sources.profile import Profile, ProfileError

__all__ = [
    "Guess",
    "Profile",
    "ProfileError",
    "UndecodableError",
    "decode",
    "explained",
    "fingerprint",
    "guess_page_marks",
    "read_plain",
]
