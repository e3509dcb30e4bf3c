"""Quotations cut where the sentence goes on, half of them so that a qualification is lost.

The frames of the two seeds are different sets: a rule that was fitted to the development frames gains nothing by it on
those of the final figures. Half the frames turn the quoted clause (`It is false that …`); half carry it on harmlessly
(`It was in the spring that …`, `…, and the bells rang`). Some of the harmless ones have the same words in another role.
"""

import random

from msgspec import Struct

CORES = (
    "the witness met the minister in Copenhagen", "the party had decided upon the murder of the editor",
    "Belov carried the letter to the embassy", "the officers signed the confession in the spring",
    "the telegram was sent before the arrest", "the committee knew of the conspiracy",
    "the railway was to be blown up in May",
    "Savetti handed over the money at the hotel", "the accused spoke with the ambassador",
    "the archive was burned by the guards",
    "the prisoners were beaten during the inquiry", "the newspaper received its orders from abroad",
)  # fmt: skip
# (before, after, is a qualification lost)
DEVELOPMENT = (
    ("I do not believe that ", ".", True), ("It is false that ", ".", True),
    ("Nobody has ever claimed that ", ".", True),
    ("Korin claims that ", ", but he was not there.", True), ("", ", unless the minutes were forged.", True),
    ("", ", but this was a lie.", True), ("If ", ", we should have heard of it.", True), ("He denied that ", ".", True),
    ("It was rumoured that ", ".", True), ("", ", according to the police.", True),
    ("In the spring of that year ", ".", False), ("We know from the register that ", ".", False),
    ("", ", and the next day it rained.", False), ("On Monday, so the diary shows, ", ".", False),
    ("", ", and later he went home.", False), ("As the letters prove, ", ".", False),
    ("There was no snow in March. ", " They were all tired.", False), ("He had not slept. At noon ", ".", False),
    ("", ", where his brother lived.", False), ("When the snow had melted, ", ".", False),
)  # fmt: skip
FINAL = (
    ("It would be a mistake to suppose that ", ".", True), ("There is no evidence whatever that ", ".", True),
    ("The prosecutor alleged that ", ".", True), ("", "; at least that is what the guards reported.", True),
    ("", ", except that the date is wrong.", True), ("", ", which was later shown to be untrue.", True),
    ("Had the frontier been open, perhaps ", ".", True), ("I doubt very much whether ", ".", True),
    ("According to Zelberg, ", ".", True), ("", ", or so he pretended under torture.", True),
    ("It has been established that ", ".", False), ("A week after the funeral ", ".", False),
    ("", ", as everybody in the town could see.", False), ("The diary, which was never lost, shows that ", ".", False),
    ("", ", while the children watched.", False), ("Nothing moved in the square. Then ", ".", False),
    ("", " and took the last train to Oslo.", False), ("In spite of the cold ", ".", False),
    ("Toward evening, but before the lamps were lit, ", ".", False), ("", "; the sun had set.", False),
)  # fmt: skip


class Truncation(Struct, frozen=True):
    """A clause that is quoted out of a sentence, and whether a qualification was lost with the rest of it."""

    sentence: str
    quoted: str
    is_lost: bool


def truncations(draw: random.Random, count: int, frames: tuple[tuple[str, str, bool], ...]) -> list[Truncation]:
    """Make up truncations, as many of each frame."""
    made: list[Truncation] = []
    for number in range(count):
        before, after, lost = frames[number % len(frames)]
        core = draw.choice(CORES)
        shown = core if before else core[0].upper() + core[1:]
        when = draw.choice(("", " in 1936", " that winter", " once more"))
        made.append(Truncation(f"{before}{shown}{when}{after}", f"{shown}{when}", lost))
    return made
