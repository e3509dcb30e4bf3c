"""Plain text, with or without page marks."""

from assay.model.text import Text
from assay.sources.lifting import lift
from assay.sources.profile import Profile
from assay.sources.transcript import Transcript


def read_plain(raw: str, profile: Profile) -> Text:
    """Read a decoded plain-text file by its profile. Page marks that no profile describes are guessed.

    Raises:
        ProfileError: the profile's own patterns cannot be used.
    """
    return lift(Transcript(raw), profile)
