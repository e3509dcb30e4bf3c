"""What cannot all be true: one kind of clash to a file.

Each file has a `find(scene)` that yields clashes between claims that somebody stands for. A clash *must* be where it
holds under every reading of the dates and places and needs no assumption; under some, it *might*.
"""

from collections.abc import Iterator

from assay.examine.clashes import counts, events, existence, life, presence, together
from assay.examine.clashes.scene import Scene
from assay.model.findings import Clash, Tangle

__all__ = ["Scene", "find_clashes"]


def find_clashes(scene: Scene) -> Iterator[Clash | Tangle]:
    """Find the clashes of every kind, the sure ones first, and then what hangs together with its ways out."""
    found = [clash for kind in (existence, events, presence, counts, life) for clash in kind.find(scene)]
    several = list(together.find(scene, found))
    replaced = {frozenset(clash.members) for clash in several if isinstance(clash, Clash)}
    found = [clash for clash in found if clash.must or frozenset(clash.members) not in replaced]
    found += [clash for clash in several if isinstance(clash, Clash)]
    yield from sorted(found, key=lambda clash: (not clash.must, clash.kind, clash.members))
    yield from sorted((one for one in several if isinstance(one, Tangle)), key=lambda tangle: tangle.members)
