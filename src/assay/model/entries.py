"""What a casebook says, entry by entry.

Entries are what the investigator wrote, no more: nothing here is concluded. Ids are unique across all kinds. Where an
entry stands in its file is kept beside it, not in it, so that two entries that say the same are equal.

They hold nothing that could lead back to themselves, so Python's search for such rings, which takes half of the time of
opening a large casebook, may pass them by (`gc=False`).
"""

from typing import Literal, get_args

from msgspec import Struct, structs

from assay.model.dates import Dating
from assay.model.locators import Locator

Act = Literal["affirms", "denies", "retracts", "doubts", "omits"]
ACTS: tuple[Act, ...] = get_args(Act)

Pressure = Literal["custody", "interrogation", "torture", "threat", "promise", "dictation", "editing", "exhaustion"]
PRESSURES: tuple[Pressure, ...] = get_args(Pressure)
DURESS = frozenset({"torture", "threat", "promise", "dictation", "editing", "exhaustion"})
"""What taints. Interrogation alone makes a link of the interrogator; custody is shown."""

Verb = Literal["accept", "doubt", "vouch", "same", "distinct", "dependent", "independent"]
VERBS: tuple[Verb, ...] = get_args(Verb)

Aspect = Literal["perception", "memory", "sincerity", "meaning"]
ASPECTS: tuple[Aspect, ...] = get_args(Aspect)
"""What may be wrong with what somebody says: what he saw, or remembers, or means, and whether he is honest."""

Basis = Literal["saw", "took part", "hearsay", "records", "inferred", "unknown"]


class Citation(Struct, frozen=True, array_like=True, gc=False):
    """Words, and where they stand. Without a locator they may stand anywhere in the work."""

    source: str
    locator: Locator | None
    words: str


class Condition(Struct, frozen=True, array_like=True, gc=False):
    """A circumstance under which something was said: who pressed the witness, how, since when, and how we know."""

    kind: Pressure
    by: str | None = None
    since: Dating | None = None
    per: str | None = None
    cite: Citation | None = None

    @property
    def taints(self) -> bool:
        """Say whether this is duress, not custody or questioning alone."""
        return self.kind in DURESS

    def __str__(self) -> str:
        return self.kind if self.by is None else f"{self.kind} by {self.by}"


class Knowledge(Struct, frozen=True, array_like=True, gc=False):
    """How a witness knows. `chain` names from whom, nearest first; not `origin_known`: it ends in somebody unnamed."""

    basis: Basis
    chain: tuple[str, ...] = ()
    origin_known: bool = True


class Count(Struct, frozen=True, array_like=True, gc=False):
    """A number of something, between `low` and `high`, both included; None is without bound."""

    text: str
    unit: str
    low: int | None
    high: int | None


class Facts(Struct, frozen=True, array_like=True, gc=False):
    """What a claim says in terms that can be computed with. All are optional."""

    who: tuple[str, ...] = ()
    where: str | None = None
    when: Dating | None = None
    event: str | None = None
    """Happened at some time within `when`."""
    none: str | None = None
    """Never happened throughout `when`."""
    count: Count | None = None
    existed: Dating | None = None
    """When `where` existed: outside this it did not."""

    def assuming(self, more: "Facts") -> "Facts":
        """Return these facts with the fields that `more` states put in the place of ours."""
        stated = {name: value for name in self.__struct_fields__ if (value := getattr(more, name)) not in (None, ())}
        return structs.replace(self, **stated)


class Order(Struct, frozen=True, array_like=True, gc=False):
    """This happened after another claim did, or before it: by how many days at least and at most, where stated."""

    claim: str
    at_least: int | None = None
    at_most: int | None = None
    said: str = ""
    """The distance as written: `at least 3 days`."""


class Alias(Struct, frozen=True, array_like=True, gc=False):
    """Another name of a person or group, everywhere or in one source."""

    name: str
    source: str | None = None


class Origin(Struct, frozen=True, array_like=True, gc=False):
    """Where a work is contained or what it was made from: a source, and where in it."""

    source: str
    locator: Locator | None = None
    how: str = ""
    """copy, translation or excerpt, where stated."""


class Source(Struct, frozen=True, array_like=True, gc=False, tag=True):
    """A work: held as a file, contained in another work, or known only from others."""

    id: str
    title: str
    by: tuple[str, ...] = ()
    kind: str = ""
    made: Dating | None = None
    file: str | None = None
    within: Origin | None = None
    made_from: tuple[Origin, ...] = ()
    recorded_by: tuple[str, ...] = ()
    edited_by: tuple[str, ...] = ()
    translated_by: tuple[str, ...] = ()
    held: bool = True
    whole: bool = True
    calendar: str = ""
    language: str = ""
    under: tuple[Condition, ...] = ()
    notes: tuple[str, ...] = ()


class Person(Struct, frozen=True, array_like=True, gc=False, tag=True):
    """Someone who speaks, is spoken of, or handed words on."""

    id: str
    title: str
    aliases: tuple[Alias, ...] = ()
    born: Dating | None = None
    died: Dating | None = None
    notes: tuple[str, ...] = ()


class Group(Struct, frozen=True, array_like=True, tag=True):
    """Several persons who act as one: a commission, a newspaper, a body of investigators."""

    id: str
    title: str
    aliases: tuple[Alias, ...] = ()
    members: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Place(Struct, frozen=True, array_like=True, tag=True):
    """A place, which may lie within others. `at` is latitude and longitude in degrees."""

    id: str
    title: str
    within: tuple[str, ...] = ()
    at: tuple[float, float] | None = None
    existed: Dating | None = None
    notes: tuple[str, ...] = ()


class Issue(Struct, frozen=True, array_like=True, tag=True):
    """A question that the investigation is to answer."""

    id: str
    title: str
    notes: tuple[str, ...] = ()


class Claim(Struct, frozen=True, array_like=True, gc=False, tag=True):
    """Something that is so or is not so, whoever says it."""

    id: str
    title: str
    issue: str | None = None
    facts: Facts = Facts()
    assumed: Facts = Facts()
    """Facts that are not in the words quoted: a clash that needs one only might be."""
    excludes: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    after: tuple[Order, ...] = ()
    before: tuple[Order, ...] = ()
    implies: tuple[str, ...] = ()
    """Claims that are so wherever this one is."""


class Statement(Struct, frozen=True, array_like=True, gc=False, tag=True):
    """Someone said something: who, when, what, how they knew, under which circumstances, and where that stands."""

    id: str
    date: Dating
    witness: str
    act: Act
    claim: str
    """The claim spoken to; where the act names a statement, that statement's claim, once the case is put together."""
    target: str | None = None
    """The statement that is denied or retracted, where one is named."""
    knows: Knowledge | None = None
    to: tuple[str, ...] = ()
    setting: str = ""
    record: str | None = None
    """The record through which it passed (`in:`)."""
    via: tuple[str, ...] = ()
    under: tuple[Condition, ...] = ()
    despite: tuple[Condition, ...] = ()
    interest: str = ""
    words: Literal["", "own", "reported"] = ""
    cites: tuple[Citation, ...] = ()
    labelled: bool = False
    aside: bool = False
    """Whether it denies a statement that is no affirmation: it is shown, and counts for neither side."""
    notes: tuple[str, ...] = ()

    @property
    def in_own_defence(self) -> bool:
        """Say whether the witness speaks to clear himself."""
        return self.interest == "own defence"


class Judgement(Struct, frozen=True, array_like=True, gc=False, tag=True):
    """A person's decision, with name, date and reason. `subjects` are claims, statements or persons, by the verb."""

    id: str
    date: Dating
    person: str
    verb: Verb
    subjects: tuple[str, ...]
    source: str | None = None
    because: str = ""
    rests_on: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    aspect: Aspect | None = None
    """What of somebody on whom the statement depends is doubted or vouched for, and whose: `memory of boris`."""
    whose: str | None = None


class Search(Struct, frozen=True, array_like=True, gc=False, tag=True):
    """Somebody looked for something in a work and did not find it."""

    id: str
    date: Dating
    person: str
    source: str
    locator: Locator | None
    sought: str = ""
    notes: tuple[str, ...] = ()


class Scenario(Struct, frozen=True, array_like=True, tag=True):
    """A named set of strikes: what if this were left out?"""

    id: str
    title: str
    strikes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Extension(Struct, frozen=True, array_like=True, tag=True):
    """Fields that `extend KIND ID` adds to an entry made elsewhere, as an entry of that kind that has nothing else."""

    entry: "Source | Person | Group | Place | Issue | Claim | Scenario"


Described = Source | Person | Group | Place | Issue | Claim | Scenario
Entry = Described | Statement | Judgement | Search | Extension

KINDS: dict[str, type[Described]] = {
    "source": Source,
    "person": Person,
    "group": Group,
    "place": Place,
    "issue": Issue,
    "claim": Claim,
    "scenario": Scenario,
}
"""The kinds of entries that have an id of their own, by the word that opens them."""


def kind_of(entry: Entry) -> str:
    """Name an entry's kind in the words of the casebook."""
    return type(entry).__name__.lower()
