"""Who says what, to whom, from whom and under what, on made-up passages of several kinds of text."""

import pytest

from assay.draft.sayings import Saying, sayings
from assay.model.text import Text
from assay.voices import best_grammar, hear
from assay.voices.english import missing

pytestmark = pytest.mark.skipif(bool(missing()), reason="the extra [nlp] is not installed")


def _said(words: str) -> list[Saying]:
    text = Text("a.txt", words, ())
    return sayings(text, hear(text, (), best_grammar()), best_grammar())


def _one(words: str, part: str) -> Saying:
    """Return the saying in whose words something stands."""
    return next(one for one in _said(words) if part in words[one.span.start : one.span.end])


SAID = [
    ("By the council's own admission, nobody had looked at the piers.", "nobody had looked", "council", "affirms"),
    ("The mayor was adamant that the money had been spent.", "the money had been spent", "mayor", "affirms"),
    ("Brandt's account has it that two men were on the roof.", "two men were on the roof", "Brandt", "affirms"),
    ("His deputy let it be known that the plan was dead.", "the plan was dead", "deputy", "affirms"),
    ("Mrs. Ross stuck to her story that the car was green.", "the car was green", "Ross", "affirms"),
    ("Trask's memoirs contain the claim that the vote was bought.", "the vote was bought", "Trask", "affirms"),
    ("Erik Malm signed a confession that he had blown up the dam.", "blown up the dam", "Malm", "affirms"),
    ("Lund drew attention to the fact that the dam was weak.", "the dam was weak", "Lund", "affirms"),
    ("Lund stressed the fact that the dam was weak.", "the dam was weak", "Lund", "affirms"),
    ("Lund made the point that the dam was weak.", "the dam was weak", "Lund", "affirms"),
    ("Lund maintained his innocence.", "his innocence", "Lund", "affirms"),
    ("My father vowed that the well was dry.", "the well was dry", "father", "affirms"),
    ("The bank has denied that it lent him money.", "it lent him money", "bank", "denies"),
    ("To this the count retorted that deeds could be forged.", "deeds could be forged", "count", "affirms"),
    ("Mayor Quist called the charges a slander.", "the charges", "Quist", "denies"),
    ("Norberg branded the story a lie.", "the story", "Norberg", "denies"),
    ("Lund claimed that he had never met her.", "he had never met her", "Lund", "denies"),
    ("Nor did Bruno deny that he had counted the gold.", "he had counted the gold", "Bruno", "affirms"),
    ("Mrs. Ross ruled out that it was a taxi.", "it was a taxi", "Ross", "denies"),
    ("Jens Roth testified that it burned. Holt, he added, had paid him.", "had paid him", "Roth", "affirms"),
]


@pytest.mark.parametrize(("words", "part", "witness", "act"), SAID)
def test_set_phrases_and_new_verbs_say_who_says_what(words: str, part: str, witness: str, act: str) -> None:
    """The witness is whoever stands by it, and what is called untrue is denied."""
    one = _one(words, part)
    assert one.witness.name.split()[-1] == witness
    assert one.act == act


CHAINS = [
    ("The colonel recalls that his driver, who had it from a clerk, told him that it was signed.", ["driver", "clerk"]),
    ("Clara Lund reported that she had heard from Ekman that Dahl had said that it was signed.", ["Ekman", "Dahl"]),
    ("Citing a letter from the priest, the Herald claimed that it was signed.", ["priest"]),
    ("On the basis of a police report, the Courier stated that it was signed.", ["report"]),
    ("Lund, quoting Berg, wrote that it was signed.", ["Berg"]),
    ("Orlund wrote that Berg, who had been told by the clerk, said that it was signed.", ["Berg", "clerk"]),
    ("Orlund wrote that, according to Sandberg, the deed was signed.", ["Sandberg"]),
    ("Clara Lund has it from the bailiff that the deed was signed.", ["bailiff"]),
]


@pytest.mark.parametrize(("words", "chain"), CHAINS)
def test_from_whom_a_witness_has_it_is_told(words: str, chain: list[str]) -> None:
    """A source of a source, a cited letter, and what somebody has it according to are links of the chain."""
    one = _one(words, "was signed")
    assert [party.name.split()[-1] for party in one.chain] == chain


TOLD = [
    ("When the bishop said that the land was his, Count Orlo replied that it was not.", "land was his", ["Orlo"]),
    ("When the bishop said that the land was his, Count Orlo replied that it was not.", "it was not", ["bishop"]),
    ("Berg said that the land was his. To this, Lund replied that deeds were forged.", "deeds were forged", ["Berg"]),
    ("When the bishop said that it was his, Count Orlo said that it was not.", "it was not", ["bishop"]),
    ("When the bishop said that it was his, Count Orlo said that it was not.", "it was his", ["Orlo"]),
    ("Count Orlo spoke. When he repeated that it was his, the bishop said that it was not.", "it was his", []),
    ("In conversation with his mate Finn, Lowe admitted that it sank.", "it sank", ["Finn"]),
]


@pytest.mark.parametrize(("words", "part", "to"), TOLD)
def test_whoever_answers_speaks_to_whoever_spoke(words: str, part: str, to: list[str]) -> None:
    """An answer goes to whoever is answered, and what is answered was said to whoever answers."""
    assert [party.name.split()[-1] for party in _one(words, part).to] == to


PRESSED = [
    ("Under cross-examination, Dr. Ames accepted that the dose was high.", {"interrogation"}),
    ("The prisoner Jens Roth testified that the dose was high.", {"custody"}),
    ("Erik Malm was arrested in May. Rain fell. Malm confessed that the dose was high.", {"custody"}),
    ("They beat Erik Malm for days. Rain fell. Malm admitted that the dose was high.", {"torture"}),
    ("Erik Malm was arrested in May. He was released in June. Malm testified that the dose was high.", set()),
    ("In exchange for a promise of release, Erik Malm agreed. Malm testified that the dose was high.", {"promise"}),
    ("Confronted with the evidence, Malm testified that the dose was high.", {"interrogation"}),
]


@pytest.mark.parametrize(("words", "kinds"), PRESSED)
def test_what_was_done_to_a_witness_shortly_before_holds(words: str, kinds: set[str]) -> None:
    """An arrest, or a beating, is a condition of what is testified in the next sentences, unless he was let go."""
    assert {one.kind for one in _one(words, "the dose was high").under} == kinds


NOTHING = [
    "Erik Malm maintained contact with the mill.",
    "Erik Malm had to admit his guilt.",
    "This myth says that it burned.",
    "The fact that it burned is known to Erik Malm.",
    "Erik Malm was struck by the fact that it burned.",
]


@pytest.mark.parametrize("words", NOTHING)
def test_what_nobody_says_is_no_statement(words: str) -> None:
    """Contact that is kept, guilt that is to be admitted and a fact by itself are said by nobody."""
    assert _said(f'Erik Malm wrote: "The mill is old, and nobody goes there now." {words}')[1:] == []
