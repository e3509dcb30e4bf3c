"""Who says what, from quoted and from reported speech, on made-up sentences: one rule after the other."""

import pytest

from assay.draft.claims import count_in
from assay.draft.sayings import Saying, sayings
from assay.draft.sayings.conditions import cues
from assay.draft.sayings.polarity import polarity
from assay.draft.sayings.quoted import is_statement
from assay.draft.sayings.settings import setting_of
from assay.model.text import Text
from assay.voices import ROUGH, Grammar, best_grammar, hear
from assay.voices.english import missing

parsed = pytest.mark.skipif(bool(missing()), reason="the extra [nlp] is not installed")


def _said(words: str, grammar: Grammar | None = None) -> list[Saying]:
    text = Text("a.txt", words, ())
    grammar = grammar or best_grammar()
    return sayings(text, hear(text, (), grammar), grammar)


def _shown(words: str) -> list[tuple[str, str, str]]:
    return [(one.witness.name, one.act, words[one.span.start : one.span.end]) for one in _said(words)]


REPORTED = [
    ("Lund testified that the mill burned in May.", ("Lund", "affirms", "the mill burned in May")),
    ("Clara Berg denied having met the miller.", ("Clara Berg", "denies", "having met the miller")),
    ("Lund confessed to having set fire to the mill.", ("Lund", "affirms", "having set fire to the mill")),
    ("Lund denied the charges.", ("Lund", "denies", "the charges")),
    ("Lund retracted his testimony.", ("Lund", "retracts", "his testimony")),
    ("Clara Berg doubted that the mill had burned.", ("Clara Berg", "doubts", "the mill had burned")),
    ("Lund did not deny that he owned the mill.", ("Lund", "affirms", "he owned the mill")),
    ("Lund did not admit that he owned the mill.", ("Lund", "denies", "he owned the mill")),
    ("Lund refused to admit that he owned the mill.", ("Lund", "denies", "he owned the mill")),
    ("As Lund testified, the mill burned in May.", ("Lund", "affirms", "the mill burned in May")),
    ("According to Lund, the mill burned in May.", ("Lund", "affirms", "the mill burned in May")),
    ("Lund's testimony that the mill burned was read aloud.", ("Lund", "affirms", "the mill burned")),
    ("The mill burned in May (Lund's testimony).", ("Lund", "affirms", "The mill burned in May")),
    (
        "A newspaper published an article: the mill had burned in May.",
        ("newspaper", "affirms", "the mill had burned in May"),
    ),
    ("The theft of the grain was reported by Clara Berg.", ("Clara Berg", "affirms", "The theft of the grain")),
    ("Lund told of being beaten.", ("Lund", "affirms", "being beaten")),
    ("The police forced Lund to declare that he had burned the mill.", ("Lund", "affirms", "he had burned the mill")),
]


@parsed
@pytest.mark.parametrize(("words", "expected"), REPORTED)
def test_reported_speech_is_found(words: str, expected: tuple[str, str, str]) -> None:
    """Each way of reporting gives the witness, the act and the words that say what is said."""
    assert _shown(words) == [expected]


NO_STATEMENTS = [
    "The miller walked home in the rain.",
    "Lund did not say that the mill burned.",
    "The judge demanded that Lund admit that he burned the mill.",
    "Did Lund say that the mill burned?",
    'Lund ordered the miller: "Bring the grain to the mill at once, and leave it there."',
    "Lund might say that the mill burned.",
    "I think that the mill burned.",
    '"Where were you in May?" the judge asked.',
]


@parsed
@pytest.mark.parametrize("words", NO_STATEMENTS)
def test_what_nobody_is_said_to_have_said_is_no_statement(words: str) -> None:
    """Denied, demanded, possible and asked sayings, and the author's own words, are none."""
    assert _shown(words) == []


@parsed
def test_a_chain_is_followed_link_by_link() -> None:
    """Who told whom is kept, nearest first."""
    (saying,) = _said("Clara Berg told Dora Holm that Lund had said that the mill burned.")
    assert saying.witness.name == "Clara Berg"
    assert [one.name for one in saying.to] == ["Dora Holm"]
    assert [one.name for one in saying.chain] == ["Lund"]


@parsed
def test_whoever_tells_of_it_is_the_last_link() -> None:
    """*Told her about it* is a link, too, where nothing more is said."""
    (saying,) = _said("Clara Berg writes that Dora Holm told her about the burning of the mill.")
    assert (saying.witness.name, [one.name for one in saying.chain]) == ("Clara Berg", ["Dora Holm"])


@parsed
def test_whoever_is_heard_is_the_witness() -> None:
    """*He heard from her* makes her the witness, and him the hearer."""
    (saying,) = _said("Lund heard from Clara Berg that the mill burned.")
    assert (saying.witness.name, [one.name for one in saying.to]) == ("Clara Berg", ["Lund"])


@parsed
def test_conditions_are_those_of_this_saying_only() -> None:
    """What is told around the saying counts; what is told in it does not."""
    (saying,) = _said("At the preliminary investigation Lund testified that his brother had been tortured.")
    assert [one.kind for one in saying.under] == ["interrogation"]


@parsed
def test_an_interrupted_quotation_is_one_saying() -> None:
    """The attribution in the middle does not make two of it."""
    words = '"The mill burned in May," Lund said. "Nobody was inside at that time."'
    (saying,) = _said(words)
    assert saying.witness.name == "Lund"
    assert [words[part.start : part.end] for part in saying.parts] == [
        "The mill burned in May,",
        "Nobody was inside at that time.",
    ]


@parsed
def test_what_goes_on_is_the_same_saying() -> None:
    """*He added that* continues the testimony."""
    (saying,) = _said("Lund testified that the mill burned in May. He added that nobody was inside.")
    assert len(saying.parts) == 2


@parsed
def test_a_quotation_in_a_quotation_has_its_own_witness() -> None:
    """The outer one is the record through which it passed."""
    words = 'Clara Berg wrote: "I went to the mill. Lund told me that it burned in May. I left soon."'
    outer, inner = _said(words)
    assert (outer.witness.name, inner.witness.name) == ("Clara Berg", "Lund")
    assert inner.within == 0


@parsed
def test_a_testimony_within_a_denial_is_its_owner_s() -> None:
    """Both the denial and the testimony that is denied are statements."""
    words = (
        "Clara Berg stubbornly denied Lund's testimony, according to which he had given her orders to burn the mill."
    )
    found = _said(words)
    assert [(one.witness.name, one.act) for one in found] == [("Clara Berg", "denies"), ("Lund", "affirms")]


@parsed
def test_a_pronoun_is_somebody_spoken_of() -> None:
    """How it is known who is meant is kept."""
    found = _said("Clara Berg lived at the mill. She testified that it burned in May.")
    assert [(one.witness.name, one.confidence) for one in found] == [("Clara Berg", "anaphoric")]


def test_the_rough_grammar_finds_the_plainest_reports() -> None:
    """Without a parser a name, a verb of saying and *that* are enough, and quoted words."""
    (saying,) = _said("Lund testified that the mill burned in May.", ROUGH)
    assert (saying.witness.name, saying.rule) == ("Lund", "that, behind a verb of saying")
    (quoted,) = _said('"The mill burned in May," said Lund.', ROUGH)
    assert (quoted.witness.name, quoted.words) == ("Lund", "own")


def test_quoted_words_may_deny_by_themselves() -> None:
    """An answer can be a denial whatever the verb beside it."""
    made = [polarity(words) for words in ("That is a lie.", "I withdraw all that I said.", "No one came.")]
    assert [act and act[0] for act in made] == ["denies", "retracts", None]


def test_questions_and_orders_are_no_statements() -> None:
    """Only what is so or not so counts."""
    assert [is_statement(words) for words in ("Who was there?", "Bring him here at once.", "He was there.")] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Under torture, Lund declared", ["torture"]),
        ("After three weeks of interrogation Lund declared", ["exhaustion", "interrogation"]),
        ("While in custody he wrote", ["custody"]),
        ("Lund, who was promised his life, declared", ["promise"]),
        ("Arrested in May, he declared", ["custody"]),
        ("When she was being led away to prison, she said", ["custody"]),
        ("Lund arrested the prices at which", []),
        ("Lund declared over dinner", []),
    ],
)
def test_conditions_are_told_by_their_words(words: str, kinds: list[str]) -> None:
    """Each condition has its words; none is guessed."""
    assert [cue.kind for cue in cues(words)] == kinds


def test_settings_are_told_by_their_words() -> None:
    """A letter, a court, the press."""
    told = [setting_of(words, "say") for words in ("in a letter to Berg", "at the trial", "in the newspaper", "then")]
    assert told == ["letter", "court", "press", ""]


def test_years_are_no_counts() -> None:
    """A number counts something only before a noun, and a year is none."""
    assert count_in("30,000 officers and 3 generals") == "30000 officers"
    assert count_in("the 1932 harvest") is None
