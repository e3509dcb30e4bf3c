"""Runs of capitals that may be names, with what stands around each: nothing is decided here.

A sighting is the name as written, titles and initials aside: *Professor I. N. Smirnov's* is seen as *Smirnov*, with the
title and the initials kept beside it.
"""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct, structs

from assay.draft.document import Document
from assay.draft.names.circumstances import hint
from assay.draft.names.firsts import FIRST_NAMES
from assay.draft.names.spelling import CAPITALS
from assay.draft.names.words import BODIES, FEMALE_TITLES, NAMED_AFTER, NEVER, PARTICLES, PLACES, TITLES
from assay.quotation.lexicon import known_words
from assay.voices.beside import common_words
from assay.voices.grammar import Sentence, Word
from assay.voices.lexicon import SAYING, is_somebody

_INITIAL = r"(?:[A-Z]|Ya|Yu|Ye|Kh|Zh|Sh|Ch|Ts|Iu|Ia)\."
_PART = (
    rf"(?:[O]['’]|Mc|Mac|al-|el-|d['’]|Ben-)?[A-Z{CAPITALS}]\w+(?:['’][a-z]+(?<!['’]s))*(?:[-\u2011][A-Za-zÀ-ɏ][\w]+)*"
)
_PARTICLE = rf"(?:{'|'.join(sorted(PARTICLES))})"
_GAP = r"(?:[ \t]|\r?\n(?![ \t]*\r?\n)){1,3}"
_RUN = re.compile(
    rf"(?<![\w@/])(?P<all>(?:{_PART}\.?{_GAP})??"
    rf"(?:{_INITIAL}{_GAP}?){{0,3}}{_PART}"
    rf"(?:{_GAP}(?:(?:{_PARTICLE}){_GAP}){{0,2}}(?:{_INITIAL}{_GAP}?){{0,2}}{_PART}){{0,4}})"
)
_WORD = re.compile(rf"{_INITIAL}(?=\s|[A-Z])|{_PART}|{_PARTICLE}\b")
_CAPS = re.compile(r"[A-ZÀ-Þ]{2,}(?:-[A-Z]{2,})?|[A-Z]{1,4}\d+")
_CONTRACTED = re.compile(r"['’](?:ll|re|ve|d|m)$")
_PLACED = re.compile(r"\b(?:in|at|near|into|outside|throughout|across)\s+(?:the\s+)?$", re.IGNORECASE)
_THE = re.compile(r"\b(?:the|a|an|this|that|these|those|every|each|no)\s+$", re.IGNORECASE)
_THING = re.compile(r"\s+([A-Z][a-z]+)\b")
_OWNS = re.compile(r"['’]s?\b")
_KIN = re.compile(
    r"['’]s?\s+(?:\w+\s+){0,2}(?:wife|widow|husband|son|daughter|mother|father|brother|sister|letters?|testimony|speech|"
    r"confession|words|book|memoirs?|statement|account|arrest|interrogation|death|trial|life|house|apartment|lawyer)\b"
)
_MR = frozenset({"Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Col", "Capt", "Lt", "Sgt", "St", "Hon", "Rev", "Maj", "Cpl"})
_ENDS_SENTENCE = re.compile(r"(?:^|[.!?:]['\"”’)\]]*\d{0,3}\s+|\n\s*\n\s*|['\"“‘(\[]|^\s*)$")
_LISTED = re.compile(rf"\s*(?:,|and|,\s*and|with|or)\s+(?:(?:{_INITIAL}\s?){{1,3}}|[A-ZÀ-Þ]\w+\s)?")
_ROLE = re.compile(r"\b([a-z]+)\s+$")
_TITLED = re.compile(rf"\b({'|'.join(sorted(_MR))}|Mme|Mlle)\.\s+$")
_NO_ROLE = frozenset(
    {"some", "many", "other", "over", "under", "after", "however", "whether", "either", "never", "ever"}
)
_SAINTLY = ("St", "Saint")
_BEFORE = 24


class Sighting(Struct, frozen=True, array_like=True):
    """A run of capitals. `start` and `end` are in the document's body; `raw` likewise in the file."""

    start: int
    end: int
    given: tuple[str, ...]
    """First names and initials (`I.`) before the last word."""
    last: str
    title: str
    entity: str
    """What the parser takes the last word for: PERSON, GPE, ORG ...; empty where it says nothing."""
    says: bool
    owns: bool
    is_placed: bool
    has_article: bool
    opens: bool
    """Whether it opens a sentence, where every word has a capital."""
    is_common: bool
    """Whether the document writes the last word small more often."""
    described: bool
    """Whether a noun for a person stands before it: *the investigator Berg*."""
    beside: str
    """The last word of the name before it in a list: *Berg, Lund and Holm*."""
    hint: float = 0.0
    """How much speaks for a person, or below 0 against one, right beside it."""

    @property
    def has_initials(self) -> bool:
        """Say whether an initial stands before it."""
        return any(one.endswith(".") for one in self.given)

    @property
    def is_woman(self) -> bool:
        """Say whether a title says that it is a woman."""
        return self.title in FEMALE_TITLES


def sightings(document: Document) -> Iterator[Sighting]:
    """Yield every run of capitals of a document that may be a name, in order."""
    body = document.body
    common = common_words(body)
    parsed = _words(document)
    before: Sighting | None = None
    for match in _RUN.finditer(body):
        at = match.start()
        pieces = [(word.group(), at + word.start(), at + word.end()) for word in _WORD.finditer(match["all"])]
        for run in _parted(pieces, body):
            seen = _seen(run, body, common, parsed)
            if seen is None:
                continue
            if before is not None and _LISTED.fullmatch(body, before.end, seen.start):
                seen = structs.replace(seen, beside=before.last)
            before = seen
            yield seen


_Piece = tuple[str, int, int]


def _parted(pieces: list[_Piece], body: str) -> Iterator[list[_Piece]]:
    """Cut a run at words that belong to no name, and where a sentence ends within it."""
    run: list[_Piece] = []
    for piece in pieces:
        word = _CONTRACTED.sub("", _singular(piece[0]))
        between = body[run[-1][2] : piece[1]] if run else ""
        is_title_stop = bool(run) and run[-1][0] in _MR
        ends = "." in between and not is_title_stop and not run[-1][0].endswith(".")
        if run and (ends or "," in between or word in BODIES):
            yield run
            run = []
        if (word in NEVER and not piece[0].endswith(".")) or (_CAPS.fullmatch(word) and len(word) <= len("NKVD.")):
            if run:
                yield run
            run = []
            continue
        run.append(piece)
        if _OWNS.match(body, piece[2]):
            yield run
            run = []
    if run:
        yield run


def _singular(word: str) -> str:
    return word.rstrip(".")


def _seen(
    run: list[_Piece], body: str, common: frozenset[str], parsed: Mapping[int, tuple[Sentence, int]]
) -> Sighting | None:
    """Describe a run: titles and words that only open the sentence cut off."""
    title = ""
    start_of_run = run[0][1]
    opens = bool(_ENDS_SENTENCE.search(body, max(0, start_of_run - _BEFORE), start_of_run))
    titles = [number for number, (word, _, _) in enumerate(run[:-1]) if _singular(word) in TITLES]
    if titles:
        title = _singular(run[titles[-1]][0])
        run = run[titles[-1] + 1 :]
    while len(run) > 1 and run[0][0] in PLACES:
        run = run[1:]
    while run and (
        _singular(run[0][0]) in TITLES or (opens and not title and _is_opening(run, common)) or run[0][0] in PARTICLES
    ):
        if _singular(run[0][0]) in TITLES:
            title = _singular(run[0][0])
        run = run[1:]
    while run and (run[-1][0] in PARTICLES or run[-1][0].endswith(".")):
        run = run[:-1]
    if not run:
        return None
    if (thing := _THING.match(body, run[-1][2])) is not None and thing[1] in NAMED_AFTER:
        return None
    if (
        title in _SAINTLY
        and len(run) == 1
        and (_OWNS.match(body, run[0][2]) or _PLACED.search(body[:start_of_run][-_BEFORE:]))
    ):
        return None  # a church or a school: *St Olaf's*
    given = tuple(word for word, _, _ in run[:-1])
    last, _, end = run[-1]
    start = next(at for word, at, _ in run if not word.endswith("."))
    before = body[max(0, run[0][1] - _BEFORE) : run[0][1]]
    if not title and (titled := _TITLED.search(before)) is not None:
        title = titled[1]
    here = parsed.get(run[-1][1])
    return Sighting(
        start=start,
        end=end,
        given=given,
        last=last,
        title=title,
        entity=here[0].words[here[1]].entity if here is not None else "",
        says=here is not None and _says(*here),
        owns=bool(_KIN.match(body, end)),
        is_placed=not _is_modifier(here) and not _OWNS.match(body, end) and bool(_PLACED.search(before)),
        has_article=not title and not _is_modifier(here) and bool(_THE.search(before)),
        opens=opens and run[0][1] == start_of_run,
        is_common=last.lower() in common,
        described=_is_role(before),
        beside="",
        hint=hint(body, start_of_run if title else run[0][1], end, (*given, last)),
    )


def _is_opening(run: list[_Piece], common: frozenset[str]) -> bool:
    """Say whether a word has its capital only because it opens a sentence: *Compare Smirnov*, *Arrested Berg*."""
    word = run[0][0]
    if len(run) == 1 or word.endswith(".") or word in PLACES or word in FIRST_NAMES:
        return False
    return word.lower() in common or word.lower() in known_words("en")


def _is_role(before: str) -> bool:
    role = _ROLE.search(before)
    return role is not None and is_somebody(role[1]) and role[1] not in _NO_ROLE


def _words(document: Document) -> dict[int, tuple[Sentence, int]]:
    """Find each parsed word by its place in the body."""
    return {
        paragraph.start + word.start: (sentence, number)
        for paragraph in document.paragraphs
        for sentence in paragraph.sentences
        for number, word in enumerate(sentence.words)
        if word.text[:1].isupper()
    }


def _is_modifier(here: tuple[Sentence, int] | None) -> bool:
    """Say whether an article before a name is that of a noun behind it: *the Berg affair*."""
    return here is not None and here[0].words[here[1]].dep == "compound"


def _says(sentence: Sentence, number: int) -> bool:
    word: Word = sentence.words[number]
    return word.dep == "nsubj" and sentence.words[word.head].lemma in SAYING
