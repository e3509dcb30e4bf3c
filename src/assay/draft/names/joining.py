"""Which names are one person's: first by how the surname is spelt, then by first names and initials.

Surnames are one where they sound alike in another transliteration, or where a rare one is a scanner's misreading of a
frequent one. Within a surname, names whose first names or initials differ are different persons. Every joining but that
of equal names is kept with its reason, so that it can be proposed, and dropped.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from assay.draft.names.firsts import ALIKE, is_womans
from assay.draft.names.forms import WOMAN, Form
from assay.draft.names.register import Person, Register
from assay.draft.names.spelling import misread, plain, sound
from assay.draft.names.tally import Tally
from assay.draft.names.words import JOINED
from assay.model.voices import Name

_OFTEN = 5  # times as frequent a name is of which another is a misreading
_ALIKE = {plain(name): number for number, group in enumerate(ALIKE) for name in sorted(group)}


class _Cluster(Struct):
    """Names of one person so far."""

    forms: Counter[Form] = field(default_factory=Counter)
    id: str = ""
    title: str = ""

    def fits(self, form: Form) -> bool:
        return all(agree(form.given, other.given) for other in self.forms if other.given)


def agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether first names can be one person's: *I. N.* and *Ivan* can, *Lev* and *Leon*; *Ivan* and *A.* cannot.

    >>> agree(("I.", "N."), ("Ivan",)), agree(("Lev",), ("Leon",)), agree(("Ivan",), ("A.",)), agree((), ("A.",))
    (True, True, False, True)
    >>> agree(("Mrs.",), ("Anna",)), agree(("Mrs.",), ("Otto",)), agree(("Abu",), ("Omar", "Abu"))
    (True, False, True)
    """
    one, other = _parts(one), _parts(other)
    if (WOMAN in one) != (WOMAN in other):
        return not one or not other or any(map(is_womans, (*one[:2], *other[:2])))
    return all(_same(first, second) for first, second in zip(one, other, strict=False))


def _parts(given: Sequence[str]) -> Sequence[str]:
    """First names without what belongs to the surname: *Omar Abu*."""
    return [name for name in given if name not in JOINED]


def _same(one: str, other: str) -> bool:
    first, second = plain(one.rstrip(".")), plain(other.rstrip("."))
    if one.endswith(".") or other.endswith("."):
        short, long = sorted((first, second), key=len)
        starts = {long, *(name for name, group in _ALIKE.items() if _ALIKE.get(long) == group and len(long) > 1)}
        return any(start.startswith(short) or sound(start).startswith(sound(short).lower()) for start in starts)
    if first == second or sound(first) == sound(second) or misread(one, other):
        return True
    return first in _ALIKE and _ALIKE[first] == _ALIKE.get(second)


def join(forms: Counter[Form], tally: Tally, known: Sequence[Name], taken: Iterable[str] = ()) -> Register:
    """Put names together into persons; `known` are the persons of the casebook, `taken` its ids of all kinds."""
    spelt = _spellings(forms, tally)
    groups: dict[str, list[Form]] = {}
    for form in sorted(forms):
        groups.setdefault(spelt.get(plain(form.last), plain(form.last)), []).append(form)
    seeds: dict[str, list[Name]] = {}
    for name in known:
        last = plain(name.words.split()[-1])
        seeds.setdefault(spelt.get(last, last), []).append(name)
    register = Register(ids={*taken, *(name.id for name in known)})
    for surname in sorted(groups.keys() | seeds.keys()):
        clusters = _clusters(groups.get(surname, []), forms, seeds.get(surname, []), is_man=_is_man(surname, tally))
        for cluster in clusters:
            if sum(cluster.forms.values()):
                register.add(Person(cluster.id, cluster.title, dict(cluster.forms)))
    return register


def _spellings(forms: Counter[Form], tally: Tally) -> dict[str, str]:
    """Bring every spelling of a surname to its most frequent one; the casebook's goes before all."""
    counts: Counter[str] = Counter(dict.fromkeys(tally.known, 0))
    for form, count in forms.items():
        if form.last:
            counts[plain(form.last)] += count
    order = sorted(counts, key=lambda word: (word not in tally.known, -counts[word], word))
    by_sound: dict[str, str] = {}
    found: dict[str, str] = {}
    for word in order:
        found[word] = by_sound.setdefault(sound(word), word)
    frequent = [word for word in order if found[word] == word and (counts[word] >= _OFTEN or word in tally.known)]
    for word in order:
        if found[word] != word or word in tally.known:
            continue
        near = (name for name in frequent if counts[name] >= _OFTEN * counts[word] and misread(word, name))
        found[word] = next(near, word)
    return found


def _clusters(forms: Iterable[Form], counts: Counter[Form], seeds: Sequence[Name], *, is_man: bool) -> list[_Cluster]:
    """Divide the names with one surname among persons: full names first, then initials, the surname alone last."""
    clusters: dict[str, _Cluster] = {}
    for name in seeds:
        *given, last = name.words.split()
        cluster = clusters.setdefault(name.id, _Cluster(id=name.id, title=name.title))
        cluster.forms[Form(tuple(given), last)] += 0
    found = list(clusters.values())
    alone = []
    for form in sorted(forms, key=lambda form: (-form.full, -len(form.given), -counts[form], form)):
        if not form.given:
            alone.append(form)
            continue
        fitting = [cluster for cluster in found if cluster.fits(form)]
        if not form.last:  # a first name alone: the same one only
            fitting = [cluster for cluster in found if any(other.given == form.given for other in cluster.forms)]
        best = max(fitting, key=_weight, default=None)
        if best is None:
            best = _Cluster()
            found.append(best)
        best.forms[form] += counts[form]
    if alone:
        best = max((one for one in found if not _is_woman_only(one)), key=_weight, default=None)
        if best is None:
            best = _only_woman(found, alone, counts, is_man=is_man) or _Cluster()
            found.append(best) if best not in found else None
        for form in alone:
            best.forms[form] += counts[form]
    return found


def _is_man(surname: str, tally: Tally) -> bool:
    """Say whether a man's title stands before the surname somewhere."""
    weight = tally.weights.get(surname)
    return weight is not None and weight.men > 0


def _weight(cluster: _Cluster) -> tuple[int, int]:
    """The casebook's go first where nothing else decides."""
    return sum(cluster.forms.values()), bool(cluster.id)


def _is_woman_only(cluster: _Cluster) -> bool:
    return not cluster.id and all(form.given == (WOMAN,) for form in cluster.forms)


def _only_woman(
    found: Sequence[_Cluster], alone: Sequence[Form], counts: Counter[Form], *, is_man: bool
) -> _Cluster | None:
    """*Mrs. Lund* is *Lund* where she is called so at least half as often."""
    if len(found) != 1:
        return None
    plain_ones = sum(counts[form] for form in alone)
    return found[0] if not is_man and 2 * sum(found[0].forms.values()) >= plain_ones else None
