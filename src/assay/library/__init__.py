"""The works in hand, read: which words of which file belong to which work.

A work may be a whole file, or a section or some pages of another work's file. Texts are folded once and kept.
"""

from assay.library.library import Letters, Library, Volume, joined

__all__ = ["Letters", "Library", "Volume", "joined"]
