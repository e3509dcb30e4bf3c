"""What cannot all be true: one kind of clash to a file.

Each file has a `find(scene)` that yields clashes between claims that somebody stands for. A clash *must* be where it
holds under every reading of the dates and places and needs no assumption; under some, it *might*.
"""

from assay.examine.clashes.found import Found, find_clashes, find_clashes_again
from assay.examine.clashes.scene import Scene

__all__ = ["Found", "Scene", "find_clashes", "find_clashes_again"]
