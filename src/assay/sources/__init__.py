"""Documents as received, read into logical text.

    bytes ─ detect, decode ─▶ a format's reader ─▶ Transcript ─ lift ─▶ Text

A document is hostile until proven otherwise: nothing of it is executed, followed or written, and its size is bounded
before it is read.
"""

from assay.sources.decode import decode, fingerprint
from assay.sources.detect import FORMATS
from assay.sources.errors import UndecodableError, UnreadableError
from assay.sources.guess import Guess, explained, guess_page_marks
from assay.sources.habits import habits
from assay.sources.limits import Limits
from assay.sources.plain import read_plain
from assay.sources.profile import Profile, ProfileError
from assay.sources.reading import read_source

__all__ = [
    "FORMATS",
    "Guess",
    "Limits",
    "Profile",
    "ProfileError",
    "UndecodableError",
    "UnreadableError",
    "decode",
    "explained",
    "fingerprint",
    "guess_page_marks",
    "habits",
    "read_plain",
    "read_source",
]
