"""What falls with a strike, what would change most, and every claim under every scenario."""

from msgspec import Struct

from assay.model.findings import Standing
from assay.model.turns import ClashTurn, StandingTurn


class Blast(Struct, frozen=True):
    """The blast radius of one strike. `strikes` are selectors that do the same; `of` counts all statements."""

    strikes: tuple[str, ...]
    fallen: tuple[str, ...]
    of: int
    turns: tuple[StandingTurn, ...]
    clashes: tuple[ClashTurn, ...]

    @property
    def stand_otherwise(self) -> tuple[StandingTurn, ...]:
        """Return the claims whose standing is another."""
        return tuple(turn for turn in self.turns if turn.before != turn.after)

    @property
    def lose_a_root(self) -> tuple[StandingTurn, ...]:
        """Return the claims that stand as before, on fewer roots."""
        return tuple(t for t in self.turns if t.before == t.after and t.roots_after < t.roots_before)


class TableRow(Struct, frozen=True):
    """A claim, where it stands now, and where under each scenario."""

    claim: str
    now: Standing
    then: tuple[Standing, ...]


class Table(Struct, frozen=True):
    """The claims that some scenario changes, by scenario."""

    scenarios: tuple[str, ...]
    rows: tuple[TableRow, ...]
    unchanged: tuple[str, ...]
