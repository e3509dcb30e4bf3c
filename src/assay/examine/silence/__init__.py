"""What is not said, and by whom: recorded omissions, candidates, searches that found nothing. None of it is counted."""

from assay.examine.silence.silences import silences

__all__ = ["silences"]
