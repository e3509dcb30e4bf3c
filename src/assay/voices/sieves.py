"""Whose words a quotation is, by the grammar of its sentence and of those before: sieves, the surest first.

After the sieves for coreference of Raghunathan and others (2010): each decides what it is sure of, and leaves the rest
to the next. The last ones carry a speaker over from what went before: what they say is our inference, shown as such.
"""

from collections.abc import Callable, Sequence

from msgspec import Struct

from assay.voices.beside import NOBODY, Found
from assay.voices.grammar import Sentence, Word
from assay.voices.clauses import is_document
from assay.voices.context import REPLY
from assay.voices.lexicon import REPORTING, RUNS, SAYING, WORDS_OF, is_somebody, listed
from assay.voices.people import Memory
from assay.voices.stretches import StandIn

_OPINIONS = frozenset({"opinion", "view", "word", "account", "estimate", "judgment", "judgement", "recollection"})
_HEDGES = listed(
    "allege claim report rumour rumor suppose believe say think know assume purport hear see record quote remember"
)
_QUOTING = frozenset({"quote", "cite", "read"})
_WRITING = frozenset({"write", "publish", "send", "issue", "sign", "compose", "post"})
_VERBS = frozenset({"VERB", "AUX"})


class Scene(Struct, frozen=True):
    """A quotation's stand-in in its sentence, what the text has spoken of, and who was quoted before it."""

    stand_in: StandIn
    sentence: Sentence
    memory: Memory
    plain: Sentence
    """The sentence without the grammar of what is quoted in it."""
    in_paragraph: str | None = None
    """Who was quoted last in this paragraph."""
    in_sentence: Found | None = None
    """Who was quoted last in this sentence."""
    is_joined: bool = False
    """Whether nothing but a comma or *and* stands between the quotation and the one before."""
    follows_quote: bool = False
    """Whether somebody is quoted in the sentence before."""
    starts_paragraph: bool = False

    @property
    def at(self) -> int:
        """The word on which the quotation's other words depend."""
        return self.sentence.word_at(self.stand_in.start, self.stand_in.end) or 0

    @property
    def is_alone(self) -> bool:
        """Say whether the sentence is the quotation and nothing else."""
        return all(
            word.pos in {"PUNCT", "SPACE"} or self.is_quoted(number) for number, word in enumerate(self.sentence.words)
        )

    def is_quoted(self, number: int) -> bool:
        """Say whether a word is within the quotation."""
        return self.stand_in.start <= self.sentence.words[number].start < self.stand_in.end

    def is_saying(self, number: int) -> bool:
        """Say whether a word is a verb of saying of whoever quotes."""
        word = self.sentence.words[number]
        return word.pos in _VERBS and word.lemma in SAYING and not self.is_quoted(number)

    def whoever(self, number: int | None, rule: str) -> Found | None:
        """Return whom a word means as the speaker."""
        if number is None or self.plain.words[number].dep == "quoted":
            return None
        meant = self.memory.meant(self.sentence, number)
        return Found(meant.name, meant.certainty, rule) if meant is not None else None


def joined(scene: Scene) -> Found | None:
    """One of several quotations in a row: *"No," "never," and "nowhere"*."""
    if not (scene.is_joined and scene.in_sentence):
        return None
    return Found(scene.in_sentence.name, scene.in_sentence.certainty, "in a row with the quotation before")


def governed(scene: Scene) -> Found | None:
    """Go up from the quotation to the verb of saying, or the word for a letter or testimony, that governs it."""
    sentence = scene.sentence
    unsaid: Found | None = None
    for number in sentence.above(scene.at):
        word = sentence.words[number]
        found = None
        if scene.is_saying(number) and _is_passive(sentence, number):
            if (alleged := _alleged(scene, number)) is not None:
                return alleged
            unsaid = Found(None, "none", "in the passive: nobody is named")
            continue
        if word.lemma in _QUOTING and (source := _read_from(sentence, number)) is not None:
            return scene.whoever(source, "from whose words, letter or testimony it is quoted")
        if scene.is_saying(number):
            doer = sentence.doer(number)
            nobody = _nobody(sentence, number, doer, own=scene.memory.own)
            if nobody:
                return Found(None, "none", nobody)
            found = scene.whoever(doer, "who does the verb of saying that governs it")
            if found is None and doer is not None and _is_plain_noun(scene, doer, number):
                found = Found(sentence.text(sentence.described(doer)), "explicit", "what says so in the sentence")
            if found is None and word.dep == "xcomp":
                found = _alleged(scene, word.head)
            if found is None and doer is not None and sentence.words[doer].text.lower() in {"he", "she"}:
                return Found(None, "none", "a pronoun that nothing before it explains")
        elif word.lemma == "as" and word.dep == "prep":
            is_noun = sentence.words[word.head].pos == "NOUN"
            whoever = sentence.owner(word.head) if is_noun else sentence.doer(word.head)
            found = scene.whoever(whoever, "who puts it so")
        elif word.pos == "NOUN" and word.lemma in WORDS_OF and not scene.is_quoted(number):
            found = scene.whoever(sentence.owner(number), "whose words, letter or testimony it is")
        if found is not None:
            return found
    return documented(scene) or unsaid if unsaid is not None else None


def documented(scene: Scene) -> Found | None:
    """A document says it: *the notice declares*, *section 4 provides*, *it was held in the decision*."""
    sentence = scene.sentence
    for number in sentence.above(scene.at):
        word = sentence.words[number]
        if word.pos not in _VERBS or scene.is_quoted(number) or word.lemma not in RUNS | SAYING:
            continue
        paper = _said_in(sentence, number) if _is_passive(sentence, number) else sentence.doer(number)
        if paper is None:
            continue
        if is_document(sentence, paper):
            owner = sentence.owner(paper)
            owner = _author(sentence, paper) if owner is None else owner
            whose = scene.whoever(paper if owner is None else owner, "whose words, letter or testimony it is")
            if owner is not None or (whose is not None and whose.certainty == "anaphoric"):
                return whose
            return Found(sentence.text(sentence.described(paper)), "explicit", "the document that says so")
        if _is_passive(sentence, number):
            return scene.whoever(paper, "where it is said")
    return None


def _author(sentence: Sentence, paper: int) -> int | None:
    """*She wrote a letter that said so*: who writes it."""
    word = sentence.words[paper]
    return sentence.doer(word.head) if word.dep == "dobj" and sentence.words[word.head].lemma in _WRITING else None


def _said_in(sentence: Sentence, verb: int) -> int | None:
    """*In the decision it is held*, *it was said in a letter*: in what."""
    before = (number for number in range(verb) if sentence.words[number].text.lower() == "in")
    for preposition in (*before, *sentence.below(verb, "prep")):
        for place in sentence.below(preposition, "pobj"):
            is_body = sentence.words[place].entity == "ORG" or is_somebody(sentence.words[place].lemma.lower())
            if sentence.words[preposition].text.lower() == "in" and (is_body or is_document(sentence, place)):
                return place
    return None


def replied(scene: Scene) -> Found | None:
    """*Came the reply*: by whoever was asked, or by the one of two who did not speak last."""
    after = " ".join(word.text for word in scene.sentence.words if word.start >= scene.stand_in.end)
    if not REPLY.match(after):
        return None
    memory = scene.memory
    if memory.is_question and memory.topic is None and memory.source:
        return Found(memory.source, "carried", "who is asked by whoever tells of it")
    name = memory.asked or (memory.topic.name if memory.topic is not None else "")
    if not name or (name == memory.source and len(memory.turns) > 1 and not memory.asked):
        name = memory.turns[0] if memory.turns else name
    return Found(name, "carried", "whose reply it is, by what went before") if name else None


def _read_from(sentence: Sentence, verb: int) -> int | None:
    """*Berg quoted from Lund's letter*: whose words are quoted."""
    for word in sentence.below(verb, "prep", "dobj"):
        sources = [word, *sentence.below(word, "pobj", "prep")]
        for source in (*sources, *(inner for outer in sources for inner in sentence.below(outer, "pobj"))):
            owner = sentence.owner(source) if sentence.words[source].lemma in WORDS_OF else None
            if owner is not None:
                return owner
    return None


def _nobody(sentence: Sentence, verb: int, doer: int | None, *, own: str | None) -> str:
    """Say why a verb of saying names no speaker: nobody says it, it is denied, or the author says it."""
    form = sentence.words[doer].text.lower() if doer is not None else ""
    if form in {"nobody", "none"}:
        return "nobody says it"
    if any(True for _ in sentence.below(verb, "neg")):
        return "that it was said is denied"
    if form in {"i", "we"} and own is None:
        return "the author says it, and is not named"
    return ""


def _is_plain_noun(scene: Scene, doer: int, verb: int) -> bool:
    """Say whether whoever or whatever says it is a noun of its own: *the notary*, *the transcript*."""
    word = scene.sentence.words[doer]
    says = scene.sentence.words[verb].lemma in REPORTING
    says = says and scene.sentence.words[verb].dep != "relcl"
    return says and word.pos == "NOUN" and not scene.is_quoted(doer) and not scene.memory.people.only


def _alleged(scene: Scene, verb: int) -> Found | None:
    """*Berg is alleged to have said*: who is alleged to."""
    sentence = scene.sentence
    hedge = sentence.words[verb]
    if hedge.lemma not in _HEDGES or not any(scene.is_saying(said) for said in sentence.below(verb, "xcomp")):
        return None
    return scene.whoever(next(sentence.below(verb, "nsubjpass"), None), f"who is {hedge.text} to have said it")


def _is_passive(sentence: Sentence, verb: int) -> bool:
    """Say whether somebody is told something, and nobody tells."""
    is_told = any(True for _ in sentence.below(verb, "nsubjpass"))
    return is_told and not any(True for _ in sentence.below(verb, "agent"))


def according_to(scene: Scene) -> Found | None:
    """*According to* somebody, or *in her opinion*, anywhere in the sentence."""
    sentence = scene.sentence
    for number, word in enumerate(sentence.words):
        if word.lemma in _OPINIONS and word.dep == "pobj" and sentence.words[word.head].lemma == "in":
            return scene.whoever(sentence.owner(number), "in whose opinion")
        if word.text.lower() == "according":
            for to in sentence.below(number, "prep"):
                object_ = next(sentence.below(to, "pobj"), None)
                found = scene.whoever(object_, "according to")
                if found is None and object_ is not None:  # documents, rumours, most people
                    found = Found(sentence.text(sentence.described(object_)), "explicit", "according to")
                return found
    return None


def goes_on(scene: Scene) -> Found | None:
    """The quotation goes on behind its attribution, or where the one before it ended."""
    if not (scene.is_alone and scene.follows_quote and scene.in_paragraph):
        return None
    return Found(scene.in_paragraph, "carried", "goes on from the quotation before")


def in_the_sentence(scene: Scene) -> Found | None:
    """The nearest verb of saying in the sentence, those before the quotation first."""
    at = scene.at
    verbs = [number for number in range(len(scene.sentence.words)) if scene.is_saying(number)]
    for verb in sorted(verbs, key=lambda number: (number > at, abs(number - at))):
        found = scene.whoever(scene.sentence.doer(verb), "who does a verb of saying in the sentence")
        if found is not None:
            return found
    return None


def spoken_of(scene: Scene) -> Found | None:
    """A letter, a statement or an article that the sentence speaks of before the quotation is somebody's."""
    for number, word in enumerate(scene.sentence.words):
        if word.start > scene.stand_in.start:
            break
        if word.pos == "NOUN" and word.lemma in WORDS_OF and word.dep in {"nsubj", "nsubjpass", "dobj"}:
            owner = scene.sentence.owner(number)
            found = scene.whoever(owner, "whose words, letter or testimony the sentence speaks of")
            if found is not None:
                return found
    return None


def also_in_sentence(scene: Scene) -> Found | None:
    """Somebody is quoted already in this sentence."""
    return Found(scene.in_sentence.name, "carried", "quoted in the same sentence") if scene.in_sentence else None


def announced(scene: Scene) -> Found | None:
    """A sentence of its own, behind one that speaks of somebody's words, or is about somebody."""
    if not scene.is_alone:
        return None
    if scene.memory.asked and not scene.starts_paragraph:
        return Found(scene.memory.asked, "carried", "who is asked in the sentence before")
    if scene.memory.is_question and scene.memory.source and not scene.starts_paragraph:
        about = scene.memory.topic
        if about is None or about.name != scene.memory.source:
            return Found(scene.memory.source, "carried", "who is asked by whoever the sentence before is about")
    teller = scene.memory.teller
    if teller is not None and not scene.starts_paragraph:
        return Found(teller.name, "carried", "who tells it in the sentence before")
    told = scene.memory.told
    if told is not None and not scene.starts_paragraph:
        return Found(told.name, "carried", "whose words the sentence before speaks of")
    return subject_before(scene)


def also_in_paragraph(scene: Scene) -> Found | None:
    """Whoever was quoted before in the paragraph is quoted still."""
    return Found(scene.in_paragraph, "carried", "quoted before in the paragraph") if scene.in_paragraph else None


def _can_act(word: Word) -> bool:
    return word.pos in {"PROPN", "PRON"} or (is_somebody(word.lemma) and word.lemma != "people")


def acts(scene: Scene) -> Found | None:
    """Whoever does something in the clause that the quoted words belong to."""
    for number in scene.sentence.above(scene.at):
        word = scene.sentence.words[number]
        if word.pos in _VERBS and word.lemma != "be" and not scene.is_quoted(number):
            doer = scene.sentence.doer(number)
            found = scene.whoever(doer, "who acts in the sentence")
            if found is not None and doer is not None and _can_act(scene.sentence.words[doer]):
                return Found(found.name, "carried", found.rule)
    return None


def subject_before(scene: Scene) -> Found | None:
    """Whom the sentence before is about, in the same paragraph."""
    about = None if scene.starts_paragraph else scene.memory.topic
    return Found(about.name, "carried", "whom the sentence before is about") if about is not None else None


def earlier(scene: Scene) -> Found | None:
    """Whoever was quoted last, in a paragraph before."""
    return Found(scene.memory.source, "carried", "quoted last, in a paragraph before") if scene.memory.source else None


Sieve = Callable[[Scene], Found | None]
ROUGH: Sequence[Sieve] = (
    joined, governed, according_to, goes_on, in_the_sentence, spoken_of, also_in_sentence, also_in_paragraph,
)  # fmt: skip
"""The sieves that can be tried with a rough grammar."""
ALL: Sequence[Sieve] = (
    joined, replied, governed, documented, according_to, goes_on, in_the_sentence, spoken_of, also_in_sentence, announced, also_in_paragraph,
    acts, subject_before, earlier,
)  # fmt: skip


def sift(scene: Scene, sieves: Sequence[Sieve]) -> Found:
    """Try sieves in order; the first that finds somebody decides."""
    return next((found for sieve in sieves if (found := sieve(scene)) is not None), NOBODY)
