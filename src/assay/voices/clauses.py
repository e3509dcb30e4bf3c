"""What a clause is about: its subjects, who is called what, whose words it speaks of, who says something in it."""

import re
from collections.abc import Iterator, Sequence

from assay.voices.grammar import Sentence
from assay.voices.lexicon import DOCUMENTS, JUDGING, REPORTING, SAYING, WORDS_OF, is_person, is_somebody, listed

_DEFINITE = frozenset({"the", "this", "that", "learned"})
ASKING = frozenset({"ask", "question", "interrogate", "press", "examine"})
_WRITING = frozenset({"write", "publish", "send", "issue", "sign", "compose", "post", "leave", "draft"})
_CODE = re.compile(r"[A-Z]{1,3}-?\d{1,4}|\d+|[A-Z]")
_TESTIFYING = frozenset({"testify", "depose"})
_EVIDENCE = frozenset({"evidence", "testimony", "oath", "stand"})
_CHARGED = frozenset({"charge", "count", "offence", "offense", "accusation", "guilty", "indictment"})
_SIDES = listed(
    "accused appellant applicant claimant crown defence defendant defense plaintiff prosecution respondent state"
)


def roles(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """Find who is called by what he is: *the engineer Olof Berg*, *its director, Klara Wenzel*, *Captain Solano*."""
    for number, word in enumerate(sentence.words):
        if is_numbered(sentence, number):
            yield word.text.lower(), sentence.text((number, number + 2))
        yield from _in_court(sentence, number)
        if word.pos == "NOUN" and word.text == word.lemma and is_person(word.lemma.lower()):
            for other in sentence.below(number, "appos"):
                if sentence.words[other].entity == "PERSON":
                    yield word.lemma.lower(), sentence.text(sentence.name(other))
        if word.pos == "NOUN" and is_person(word.lemma.lower()) and (name := called(sentence, number)) is not None:
            yield word.lemma.lower(), sentence.text(sentence.name(name))
        calls = sentence.words[word.head]
        if word.dep in {"attr", "oprd"} and word.entity == "PERSON" and calls.lemma in {"be", "call", "name"}:
            for subject in sentence.below(word.head, "nsubj", "nsubjpass"):
                if is_person(sentence.words[subject].lemma):
                    yield sentence.words[subject].lemma, sentence.text(sentence.name(number))
        is_title = word.dep == "compound" and is_person(word.text.lower())
        if is_title and sentence.words[word.head].pos == "PROPN" and word.text[:1].isupper():
            yield word.text.lower(), sentence.text(sentence.name(word.head))


def called(sentence: Sentence, number: int) -> int | None:
    """*A thin man called Berg*, *the judge, a thin man named Berg*: the name, where a noun is said to have one."""
    for noun in (number, *sentence.below(number, "appos")):
        for clause in sentence.below(noun, "acl"):
            if sentence.words[clause].lemma in {"call", "name"}:
                names = sentence.below(clause, "oprd", "dobj", "attr", "appos")
                return next((name for name in names if sentence.words[name].pos == "PROPN"), None)
    return None


def _in_court(sentence: Sentence, number: int) -> Iterator[tuple[str, str]]:
    """*Berg testified*, *Mr Lund, for the plaintiff, submitted*: who is the witness, and who is counsel."""
    word = sentence.words[number]
    for role in _roles_of(sentence, number):
        for person in (number, *sentence.below(number, "appos")):
            if sentence.words[person].entity == "PERSON":
                yield role, sentence.text(sentence.name(person))
    if word.entity == "PERSON" and any(_is_for_a_side(sentence, after) for after in (number + 1, number + 2)):
        yield "counsel", sentence.text(sentence.name(number))


def _roles_of(sentence: Sentence, number: int) -> Iterator[str]:
    """*Berg gave evidence*, *Lund denies six counts*: what a subject is in court by what it does there."""
    word = sentence.words[number]
    if word.dep not in {"nsubj", "nsubjpass"}:
        return
    does = sentence.words[word.head]
    objects = {sentence.words[other].lemma for other in sentence.below(word.head, "dobj", "acomp", "oprd")}
    if word.dep == "nsubj" and (does.lemma in _TESTIFYING or (does.lemma in {"give", "take"} and objects & _EVIDENCE)):
        yield "witness"
    pleads = word.dep == "nsubj" and does.lemma in {"deny", "plead", "admit", "face"} and objects & _CHARGED
    if pleads or (word.dep == "nsubjpass" and does.lemma in {"charge", "indict", "arraign"}):
        yield from ("defendant", "accused")


def _is_for_a_side(sentence: Sentence, number: int) -> bool:
    is_for = number < len(sentence.words) and sentence.words[number].text == "for"
    return is_for and any(sentence.words[side].lemma.lower() in _SIDES for side in sentence.below(number, "pobj"))


def acts(sentence: Sentence, number: int) -> bool:
    """Say whether a word is the noun for one person who does something, in the main clause."""
    word = sentence.words[number]
    verb = sentence.words[word.head]
    is_equal = verb.lemma == "be" and any(True for _ in sentence.below(word.head, "attr"))  # *the source is his wife*
    does = word.dep in {"nsubj", "nsubjpass"} and verb.dep == "ROOT" and not is_equal
    return does and word.pos == "NOUN" and word.text.lower() == word.lemma.lower() and is_person(word.lemma.lower())


def asks(sentence: Sentence) -> bool:
    """*I ask whether*, *the judge asked what*: whether somebody asks something, as what the sentence is about."""
    return any(
        word.lemma in ASKING and word.dep in {"ROOT", "advcl"} and any(True for _ in sentence.below(number, "nsubj"))
        for number, word in enumerate(sentence.words)
    )


def author(sentence: Sentence, paper: int) -> int | None:
    """*She wrote a letter that said so*: who writes it."""
    word = sentence.words[paper]
    return sentence.doer(word.head) if word.dep == "dobj" and sentence.words[word.head].lemma in _WRITING else None


def is_document(sentence: Sentence, number: int) -> bool:
    """Say whether a word is the noun for something written: *the notice*, *section 4*, *an Act of 1961*."""
    word = sentence.words[number]
    return word.lemma.lower() in DOCUMENTS and (word.pos == "NOUN" or (word.pos == "PROPN" and word.entity != "PERSON"))


def bodies(sentence: Sentence) -> Iterator[str]:
    """Find the council, or the ministry, that is the subject of a sentence."""
    for number in subjects(sentence):
        word = sentence.words[number]
        speaks = is_somebody(word.lemma.lower()) and not is_person(word.lemma.lower())
        if word.text.lower() == word.lemma.lower() and (speaks or word.entity == "ORG"):
            yield sentence.text(sentence.described(number))
        else:  # *its successor, North Roads*
            named = (other for other in sentence.below(number, "appos") if sentence.words[other].entity == "ORG")
            yield from (sentence.text(sentence.title(other)) for other in named)


def according(sentence: Sentence) -> Iterator[int]:
    """*According to Berg*, and *as for Berg*: of whom a sentence is, whatever its subject."""
    for number, word in enumerate(sentence.words[:-2]):
        form, following = word.text.lower(), sentence.words[number + 1].text.lower()
        if (form, following) in {("according", "to"), ("as", "for"), ("as", "to")} and word.dep == "prep":
            yield from sentence.below(number + 1, "pobj")


def is_numbered(sentence: Sentence, number: int) -> bool:
    """Say whether somebody is called by a number or a letter: *Witness 14*, *Officer B*."""
    if number + 1 >= len(sentence.words) or not sentence.words[number].text[:1].isupper():
        return False
    word, after = sentence.words[number], sentence.words[number + 1].text
    return is_person(word.text.lower()) and _CODE.fullmatch(after) is not None


def is_definite(sentence: Sentence, number: int) -> bool:
    """Say whether *the* or *this* stands before a noun."""
    return any(sentence.words[det].text.lower() in _DEFINITE for det in sentence.below(number, "det", "amod"))


def subjects(sentence: Sentence) -> Sequence[int]:
    """Return the subjects of a sentence's clauses: that of the main clause first, the others as they stand."""
    found = [number for number, word in enumerate(sentence.words) if word.dep in {"nsubj", "nsubjpass"}]
    return sorted(found, key=lambda number: (sum(1 for _ in sentence.above(number)), number))


def owned_words(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Find letters, articles and speeches in a sentence, with the word for whoever wrote or made them."""
    for number, word in enumerate(sentence.words):
        if word.pos == "NOUN" and word.lemma in WORDS_OF and (owner := sentence.owner(number)) is not None:
            yield number, owner


def reporting(sentence: Sentence) -> Iterator[int]:
    """Find verbs that say that somebody says something, and what."""
    for number, word in enumerate(sentence.words):
        says = word.pos == "VERB" and word.lemma in REPORTING
        if says and (word.dep == "parataxis" or any(True for _ in sentence.below(number, "ccomp"))):
            yield number


def speaking(sentence: Sentence) -> Iterator[str]:
    """Find names without an article that say something: newspapers have one, persons have none."""
    for number, word in enumerate(sentence.words):
        says = word.dep == "nsubj" and sentence.words[word.head].lemma in SAYING
        if says and word.pos == "PROPN" and not any(True for _ in sentence.below(number, "det")):
            yield word.text


def persons(sentence: Sentence) -> Iterator[str]:
    """Find names that their sentence says to be a person's: *the lawyer Berg*, *Berg, who defended him*."""
    for number, word in enumerate(sentence.words):
        if word.pos != "PROPN":
            continue
        noun = sentence.words[word.head]
        is_called = word.dep == "appos" and noun.pos == "NOUN" and noun.text == noun.lemma and is_person(noun.lemma)
        if is_called or any(_is_who(sentence, clause) for clause in sentence.below(number, "relcl")):
            yield word.text


def _is_who(sentence: Sentence, clause: int) -> bool:
    return any(
        sentence.words[subject].text.lower() == "who" for subject in sentence.below(clause, "nsubj", "nsubjpass")
    )


def judges(sentence: Sentence, number: int, at: int) -> bool:
    """*She found it too neat*, *he took it to be idle talk*: whether a verb says what something is."""
    chain = [at, *sentence.above(at)]
    if sentence.words[number].lemma not in JUDGING or number not in chain[1:]:
        return False
    is_what = all(_is_what(sentence, one) for one in chain[: chain.index(number)])
    return is_what and any(True for _ in sentence.below(number, "dobj", "nsubj"))


def _is_what(sentence: Sentence, number: int) -> bool:
    """Say whether a word says, or leads to, what something is: *too neat*, *to be idle talk*, *as idle talk*."""
    word = sentence.words[number]
    if word.lemma in {"be", "as"} or word.dep in {"oprd", "acomp", "attr"}:
        return True
    is_clause = word.dep in {"ccomp", "xcomp"} and word.pos in {"ADJ", "NOUN"}
    return is_clause or (word.dep in {"pobj", "amod"} and sentence.words[word.head].lemma == "as")
