"""What cannot all be true: one kind of clash to a file.

Each file has a `find(scene)` that yields clashes between claims that somebody stands for. A clash *must* be where it
holds under every reading of the dates and places and needs no assumption; under some, it *might*.
"""

from collections.abc import Iterator

from assay.examine.clashes import counts, events, existence, presence
from assay.examine.clashes.scene import Scene
from assay.model.findings import Clash

__all__ = ["Scene", "find_clashes"]


def find_clashes(scene: Scene) -> Iterator[Clash]:
    """Find the clashes of every kind, the sure ones first."""
    found = [clash for kind in (existence, events, presence, counts) for clash in kind.find(scene)]
    yield from sorted(found, key=lambda clash: (not clash.must, clash.kind, clash.members))
