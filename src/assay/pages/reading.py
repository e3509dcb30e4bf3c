"""A leaf of a work, to be read: its words, who speaks in them, and the statements that rest on them."""

from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from assay.check import Looked
from assay.dossier.hearing import Heard, hear
from assay.model.guessing import did_you_mean
from assay.model.location import Span
from assay.pages.cards import Card, card
from assay.pages.found import Found, found
from assay.pages.leaves import Leaf, find_leaf
from assay.pages.site import NotHereError
from assay.pages.works import Turned
from assay.report.voices_json import outer_voices

if TYPE_CHECKING:
    from assay.dossier import Dossier
    from assay.library import Volume
    from assay.model.voices import Voice

_MORE = "Type assay read --parse for the grammar of the sentences, which finds more."
_MANY = 1000
"""Citations of one document that are all looked up; of more, those that name a place outside of the leaf are not."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Lane(Struct, frozen=True):
    """A run of somebody's words, from `start` to `end` in the leaf's text, and the rules that told so."""

    start: int
    end: int
    speaker: int
    """The speaker's number in the leaf's legend."""
    kind: str
    setting: str
    certainty: str
    rule: str
    damage: str


class SpeakerRow(Struct, frozen=True):
    """A row of the legend. Number 0 speaks where there is no lane: the work's author. A name may be unknown."""

    number: int
    name: str
    id: str
    certainty: tuple[str, ...]
    lanes: int


class Lifted(Struct, frozen=True):
    """Words that the text does not have: a compiler's comment, a note. They stood at this place."""

    at: int
    words: str


class Tied(Struct, frozen=True):
    """A statement that quotes this leaf, and the runs of the text that are its words; none where they are not here."""

    letter: str
    card: Card
    runs: tuple[Span, ...]


class ReadingPage(Struct, frozen=True):
    """A leaf as it is read. All places are code points of `text`, which begins at `at` in the work's document."""

    work: str
    title: str
    authors: tuple[str, ...]
    """The compiler and the author, whose words these are where nobody is quoted."""
    key: str
    place: str
    sheet: str
    language: str
    text: str
    at: int
    lanes: tuple[Lane, ...]
    speakers: tuple[SpeakerRow, ...]
    lifted: tuple[Lifted, ...]
    tied: tuple[Tied, ...]
    astray: tuple[Card, ...]
    """Statements that cite this leaf, the words of which are not here."""
    before: Turned | None
    after: Turned | None
    number: int
    of: int
    heard: str
    """How it was told who speaks, in a sentence."""
    hint: str
    """What to type so that more is told, where that would help."""


def reading(dossier: "Dossier", work: str, page: str) -> ReadingPage:
    """Open a work at a leaf.

    Raises:
        NotHereError: there is no such work, it is not in hand, or has no such page.
    """
    volume, known = _volume(dossier, work), found(dossier)
    turned = known.leaves(volume)
    number = find_leaf(turned, volume, page)
    if number is None:
        first, last = (turned[0].place, turned[-1].place) if turned else ("", "")
        raise NotHereError(f"{work} has no page {page}", f"its pages run from {first} to {last}" if first else "")
    return _leaf(dossier, volume, turned, number)


def _volume(dossier: "Dossier", work: str) -> "Volume":
    if work not in dossier.case.sources:
        raise NotHereError(f"there is no work {work}", did_you_mean(work, dossier.case.sources))
    volume = dossier.library.volume(work)
    if volume is None:
        raise NotHereError(
            f"{work} is not in hand", "only works with a file, or inside a work with a file, can be read"
        )
    return volume


def _leaf(dossier: "Dossier", volume: "Volume", turned: Sequence[Leaf], number: int) -> ReadingPage:
    known, leaf = found(dossier), turned[number]
    heard = hear(dossier, volume.text, leaf.span)
    authors = tuple(outer_voices(volume.text.file, volume.source, dossier))
    lanes, speakers = _lanes(heard.voices, leaf.span, authors)
    tied, astray = _statements(known, volume, leaf)
    around = [
        Turned(turned[at].key, turned[at].place) if 0 <= at < len(turned) else None for at in (number - 1, number + 1)
    ]
    return ReadingPage(
        work=volume.source,
        title=dossier.case.called(volume.source),
        authors=authors,
        key=leaf.key,
        place=leaf.place,
        sheet=leaf.sheet,
        language=dossier.case.sources[volume.source].language or dossier.settings.language,
        text=volume.text.body[leaf.span.start : leaf.span.end],
        at=leaf.span.start,
        lanes=lanes,
        speakers=speakers,
        lifted=tuple(
            Lifted(one.at - leaf.span.start, one.words)
            for one in volume.text.asides
            if leaf.span.start <= one.at < leaf.span.end
        ),
        tied=tied,
        astray=astray,
        before=around[0],
        after=around[1],
        number=number + 1,
        of=len(turned),
        heard=_told(heard),
        hint=_MORE if heard.how == "rough" and not heard.fresh else "",
    )


def _told(heard: Heard) -> str:
    how = (
        "by the grammar of the sentences"
        if heard.how == "parsed"
        else "roughly, by the marks and the words beside them"
    )
    return f"Who speaks was told {how}; each answer names its rule."


def _lanes(
    voices: Sequence["Voice"], span: Span, authors: Sequence[str]
) -> tuple[tuple[Lane, ...], tuple[SpeakerRow, ...]]:
    """Put everybody who speaks on a leaf into a lane, and into its legend in the order of their first words."""
    said = [voice for voice in voices if voice.is_said]
    rows: dict[tuple[str, str], SpeakerRow] = {}
    lanes: list[Lane] = []
    for voice in said:
        who = voice.speaker or "", voice.speaker_id or ""
        row = rows.get(who) or SpeakerRow(len(rows) + 1, *who, (), 0)
        certainty = tuple(dict.fromkeys((*row.certainty, voice.certainty)))
        rows[who] = structs.replace(row, certainty=certainty, lanes=row.lanes + 1)
        start, end = max(voice.quoted.span.start, span.start), min(voice.quoted.span.end, span.end)
        lanes.append(
            Lane(
                start - span.start,
                end - span.start,
                row.number,
                voice.kind,
                voice.quoted.setting,
                voice.certainty,
                "; ".join(filter(None, (voice.speaker_rule, voice.kind_rule))),
                voice.quoted.damage,
            )
        )
    author = SpeakerRow(0, authors[-1] if authors else "", "", (), 0)
    return tuple(lanes), (author, *rows.values())


def _statements(known: Found, volume: "Volume", leaf: Leaf) -> tuple[tuple[Tied, ...], tuple[Card, ...]]:
    """Find the statements whose words stand on a leaf, and those that cite it for words that are not there."""
    placed: dict[str, list[Span]] = {}
    astray: dict[str, None] = {}
    citing = known.citing.get(volume.text.file, ())
    for id_, nth in citing:
        if len(citing) > _MANY and known.is_cited_elsewhere(known.case.statements[id_], nth, leaf):
            continue
        looked = known.looked(known.case.statements[id_], nth)
        runs = _runs(looked, leaf)
        if runs and looked.volume is not None and looked.volume.text is volume.text:
            placed.setdefault(id_, []).extend(runs)
        elif looked.cite.source == volume.source and known.leaf_of(looked) == leaf.key:
            astray[id_] = None
    names = (f"{_LETTERS[n % len(_LETTERS)]}{n // len(_LETTERS) or ''}" for n in count())
    first = sorted(placed, key=lambda id_: placed[id_])
    tied = tuple(
        Tied(next(names), card(known, known.case.statements[id_]), tuple(sorted(set(placed[id_])))) for id_ in first
    )
    return tied, tuple(card(known, known.case.statements[id_]) for id_ in astray if id_ not in placed)


def _runs(looked: Looked, leaf: Leaf) -> list[Span]:
    if looked.verdict is None:
        return []
    here = leaf.span
    return [
        Span(max(span.start, here.start) - here.start, min(span.end, here.end) - here.start)
        for span in looked.verdict.spans
        if span.start < here.end and span.end > here.start
    ]
