"""Ways in which English reports and quotes, on made-up sentences of several fields: who says what, one rule at a time."""

import pytest

from assay.draft.dates import dates, governing
from assay.draft.document import documents
from assay.draft.sayings import Saying, sayings
from assay.model.text import Piece, Text
from assay.voices import best_grammar, hear
from assay.voices.english import missing

pytestmark = pytest.mark.skipif(bool(missing()), reason="the extra [nlp] is not installed")


def _said(words: str) -> list[Saying]:
    text = Text("a.txt", words, ())
    grammar = best_grammar()
    return sayings(text, hear(text, (), grammar), grammar)


def _shown(words: str) -> list[tuple[str, str]]:
    return [(one.witness.name, words[one.span.start : one.span.end].rstrip(".,")) for one in _said(words)]


def test_a_clause_before_a_semicolon_is_not_what_is_said() -> None:
    """The clause behind the verb is."""
    words = "Lund said that it burned. Lund had come late; later, he declared that the mill was closed."
    assert _shown(words)[1:] == [("Lund", "the mill was closed")]


def test_two_quotations_side_by_side_are_two() -> None:
    """Nobody interrupts them: they are two entries of a diary, or two answers."""
    words = 'Berg wrote in her diary: "The roof fell in on Monday." "The cellar was dry until the end of the week."'
    assert [said for _, said in _shown(words)] == [
        "The roof fell in on Monday",
        "The cellar was dry until the end of the week",
    ]


def test_what_is_reported_and_then_quoted_are_two() -> None:
    """The quotation stands for itself."""
    words = 'Berg testified that the guards were drunk. "They had been drinking since noon in the yard."'
    assert [one.words for one in _said(words)] == ["reported", "own"]


def test_an_attribution_within_a_quotation_leaves_it_one() -> None:
    """He said it in one breath."""
    words = '"The mill burned," Lund said. "Nobody had been inside since noon."'
    assert len(_said(words)) == 1


REPORTED = [
    (
        'Lund wrote: "It burned to the ground." Lund felt that the verdict was unjust.',
        ("Lund", "the verdict was unjust"),
    ),
    ('Ruiz said: "It burned to the ground." Ruiz saw the strike as a mistake.', ("Ruiz", "the strike as a mistake")),
    ("Lund called the book a forgery.", ("Lund", "the book a forgery")),
    ("It was announced at the congress that the mill had burned.", ("congress", "the mill had burned")),
    ("It was stated in the report of the clerk that nobody knew.", ("report of the clerk", "nobody knew")),
    ("Holm received reliable information from a clerk that the mill was sold.", ("clerk", "the mill was sold")),
    (
        "Lund explained to Berg the need for this step in the following way: the board had seen the plans.",
        ("Lund", "the board had seen the plans"),
    ),
    (
        "It follows from Berg's letter that the mill stood empty in May.",
        ("Berg", "the mill stood empty in May"),
    ),
    (
        "Lind expressed his certainty that the strangers had set the fire.",
        ("Lind", "the strangers had set the fire"),
    ),
    ("The newspaper reported the arrest of three weavers.", ("newspaper", "the arrest of three weavers")),
    ("Berg maintained her innocence to the end.", ("Berg", "her innocence")),
    ("The nurse described the ward as filthy.", ("nurse", "the ward as filthy")),
    ("Berg berated Lund for having sold the grain.", ("Berg", "having sold the grain")),
    ("The mayor criticized the firm for polluting the river.", ("mayor", "polluting the river")),
    ("Ruiz came to the conclusion that the dam was unsafe.", ("Ruiz", "the dam was unsafe")),
    ("Berg expressed the view that the dam was unsafe.", ("Berg", "the dam was unsafe")),
    ("Lund turned to the public with a warning: the mill would burn again.", ("Lund", "the mill would burn again")),
    ("In such a winter, Lund continued, the mills are easily damaged.", ("Lund", "the mills are easily damaged")),
    ("After the strike, Ruiz recalled, nobody was paid for months.", ("Ruiz", "nobody was paid for months")),
]


@pytest.mark.parametrize(("words", "expected"), REPORTED)
def test_a_way_of_reporting_is_known(words: str, expected: tuple[str, str]) -> None:
    """Who says it, and what."""
    assert _shown(words)[-1] == expected


UNSAID = [
    "Lund thought that the man was asleep.",  # nobody quotes him: he may have kept it to himself
    "Lund called the police at noon.",
    "They called the ship Aurora.",
    "Lund called himself a poet.",
    "He is still a boy. They say that he has been taken away.",
    "Anna had to call it a mistake.",
]


@pytest.mark.parametrize("words", UNSAID)
def test_a_thought_a_call_and_a_name_are_no_statements(words: str) -> None:
    """Nothing is said, or nobody is known to say it."""
    assert _shown(words) == []


def test_memoirs_tell_what_their_author_says() -> None:
    """*They* is whose memoirs were spoken of."""
    words = "Berg's memoirs are full of gossip. They tell how the mill burned down."
    assert _shown(words) == [("Berg", "how the mill burned down")]


def test_whoever_quotes_has_it_from_whoever_wrote_it() -> None:
    """The witness is the nearest: the one who quotes."""
    words = 'The prosecutor Lund quoted several sentences from Berg\'s letter: "The mill was insured twice over."'
    (one,) = _said(words)
    assert (one.witness.name, [party.name for party in one.chain]) == ("Lund", ["Berg"])


HEARD_BY = [
    ("At a session of the Council, Lund declared that the mill was closed.", ["Council"]),
    ("Lund cabled Berg that the mill had burned.", ["Berg"]),
    ("In the explanation she gave to the Commission, Berg stressed that she had been ill.", ["Commission"]),
]


@pytest.mark.parametrize(("words", "expected"), HEARD_BY)
def test_those_whom_something_is_told_are_found(words: str, expected: list[str]) -> None:
    """At a session of a body it is told to the body."""
    assert [party.name for party in _said(words)[0].to] == expected


def test_what_was_told_of_a_testimony_holds_for_what_goes_on() -> None:
    """Until somebody else speaks, or another paragraph begins."""
    words = "In a letter to Berg, Lund wrote that the mill had burned. Lund claimed that nobody had been there."
    assert [[party.name for party in one.to] for one in _said(words)] == [["Berg"], ["Berg"]]
    other = words.replace(". Lund", ".\n\nLund")
    assert [[party.name for party in one.to] for one in _said(other)] == [["Berg"], []]
    same = words.replace(". Lund", ".\n\nIn the same letter, Lund")
    assert [[party.name for party in one.to] for one in _said(same)] == [["Berg"], ["Berg"]]


def test_conditions_are_carried_within_a_testimony() -> None:
    """He is questioned still."""
    words = "Under interrogation, Lund said that the mill had burned. Lund admitted that he had been there."
    assert [[one.kind for one in said.under] for said in _said(words)] == [["interrogation"], ["interrogation"]]


def _dated(words: str) -> list[str | None]:
    """The dates of what is said, in order."""
    one = next(
        iter(documents(Text("a.txt", words, (Piece(0, 0, len(words)),)), (), best_grammar(), lambda _: "memoir"))
    )
    assert one.heard is not None
    found = sayings(one.text, one.heard, best_grammar(), governing(one, tuple(dates(one))))
    return [said.date for said in found]


DATES = [
    ("On 3 May 1931 the board met. The hall was cold. Lund said that the mill was closed.", ["1931-05-03"]),
    ("On 3 May 1931 Lund said that the mill was closed. Lund claimed that nobody knew.", ["1931-05-03"] * 2),
    # a date that is told in what is said is none of its saying
    ("Recalling that the mill had burned in May 1931, Lund wrote that it was insured.", [None, None]),
    # nor is that of somebody else's saying, or a decade
    ("On 3 May 1931 Berg said that it burned. Lund said that he had been asleep.", ["1931-05-03", None]),
    (
        "On 3 May 1931 the board met. Berg said that it was cold. Lund said that he had been asleep.",
        ["1931-05-03", None],
    ),
    ("The press of the 1930s was free. Lund said that the mill was closed.", [None]),
    # nor, where somebody recalls it today, that of what is told before
    ("In May 1931 the mill burned. Lund recalls that it was empty.", [None]),
    ("Lund recalls in a letter of 3 May 1931 that the mill was empty.", ["1931-05-03"]),
]


@pytest.mark.parametrize(("words", "expected"), DATES)
def test_the_date_of_a_saying_is_of_the_saying(words: str, expected: list[str | None]) -> None:
    """Not of what is said, and not of what somebody else says."""
    assert _dated(words) == expected


def test_brackets_behind_a_report_may_say_more_than_whose_it_is() -> None:
    """Whose testimony it is stands first in them."""
    words = "The mill burned in May (Lund's testimony; he was not asked how he knew)."
    assert _shown(words) == [("Lund", "The mill burned in May")]


NOT_SAID = [
    'Lund saw two dangers. On one hand "the friends of the mill" had kept silent about the fire.',
    "It was during her testimony that the clerks erred.",
    "It was said in the village that the mill had burned.",
    'At the union Lund met "a man with the face of a baker," who was on his way home.',
    "The motion was carried at once - only a few delegates said so.",
    "It was not said in the report that the mill had burned.",
]


@pytest.mark.parametrize("words", NOT_SAID)
def test_a_phrase_that_nobody_is_said_to_use_is_no_statement(words: str) -> None:
    """Nor is what happened while somebody testified."""
    assert _shown(words) == []


def test_what_is_denied_within_a_report_is_no_statement_of_its_own() -> None:
    """The witness is the one who reports the refusal."""
    words = "Berg concluded that Lund had not been broken and had refused to confess to the charges."
    assert [who for who, _ in _shown(words)] == ["Berg"]


def test_an_arrest_that_is_told_is_no_condition_of_the_telling() -> None:
    """He recalls somebody else's."""
    words = 'Recalling that Lund had been arrested in May, Berg wrote: "Nobody had any proof of it at all."'
    assert [one.under for one in _said(words)] == [(), ()]


def test_what_has_a_time_or_a_pressure_of_its_own_goes_on_from_nothing() -> None:
    """He did not confess to his wife."""
    words = (
        "In a letter to Berg, Lund wrote that the mill had burned. Later, under torture, Lund claimed that he did it."
    )
    assert [[party.name for party in one.to] for one in _said(words)] == [["Berg"], []]


def test_whoever_considers_himself_something_says_nothing() -> None:
    """It is no view of the world."""
    assert _shown('Lund said: "It burned to the ground." Lund considers himself lucky.')[1:] == []


BLOCKS = [
    "Holm wrote to the mayor. On 2 December he cabled the Board at Malvik:\n\n    The mill burned.\n    All is lost.\n\nNo reply.",
    "Holm put it like this in her letter to the Board:\n\n> The mill burned. All is lost.\n\nNobody replied to it.",
    "The report that Holm sent to the Board ran as follows:\n\n    The mill burned. All is lost.\n\nNobody replied.",
]


@pytest.mark.parametrize("words", BLOCKS)
def test_a_block_belongs_to_whoever_leads_in_to_it(words: str) -> None:
    """There are no quotation marks, only a colon."""
    (one,) = [one for one in _said(words) if one.words == "own"]
    assert (one.witness.name, [party.name for party in one.to]) == ("Holm", ["Board"])
    assert " ".join(words[one.span.start : one.span.end].split()) == "The mill burned. All is lost."


def test_a_clause_set_in_leaves_what_is_said_whole() -> None:
    """Its subject stands before, its verb behind."""
    assert _shown("The mill, Lund said, had burned down.") == [("Lund", "The mill, Lund said, had burned down")]


CHAINS = [
    ("Anna Lund notes that she learned from Berg that Holm had called the plan a folly.", ["Berg", "Holm"]),
    ('Lund wrote: "Berg told me that the mill had burned down in the night."', ["Berg"]),
]


@pytest.mark.parametrize(("words", "expected"), CHAINS)
def test_from_whom_the_witness_has_it(words: str, expected: list[str]) -> None:
    """Nearest first."""
    assert [party.name for party in _said(words)[0].chain] == expected


def test_an_interrogator_who_speaks_is_under_no_interrogation() -> None:
    """The word tells what he is."""
    (one,) = _said("They were brought to the investigator Radz, who would later say that it was hard work.")
    assert one.under == ()


UNDER = [
    ("Lund was tortured for nine days. He confessed to having burned the mill.", ["torture"]),
    ("Anna Berg was arrested in May and interrogated by Captain Orr. She admitted that Lund had paid her.",
     ["interrogation", "custody"]),
    ("Ruiz was kept in a cell for weeks. Ruiz named two men who had hidden the grain, and denied that he knew them.",
     ["custody"]),
    # another's, another setting, later
    ("Lund was tortured for nine days. Holm admitted that he had burned the mill.", []),
    ("Lund was beaten in the street. In an interview he admitted that he had seen nobody.", []),
    ("Berg was arrested in May. She later admitted that it had been cold.", []),
    ("Berg was arrested in May. She wrote that it had been cold.", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), UNDER)
def test_what_is_told_of_the_witness_just_before_counts(words: str, expected: list[str]) -> None:
    """Where he testifies, there, and to those who have him."""
    assert [one.kind for one in _said(words)[0].under] == expected


@pytest.mark.parametrize(
    "words",
    [
        "The Muslims said that the mill had burned.",
        "Foreign Jewish circles denied that the mill had burned.",
        "According to the old Catholics of the town, the mill burned.",
    ],
)
def test_nobody_is_drafted_by_origin_or_faith(words: str) -> None:
    assert _said(words) == []


def test_a_body_may_be_called_after_a_people_and_hearers_may_not() -> None:
    (one,) = _said("The Jewish Agency told the Muslims that the mill had burned.")
    assert (one.witness.name, one.to) == ("Jewish Agency", ())
    (one,) = _said("Christian Berg said that the mill had burned.")
    assert one.witness.name == "Christian Berg"


def test_an_offer_that_is_rejected_is_no_denial() -> None:
    assert _said("Lund had already rejected the proposal of the miller.") == []
    (one,) = _said("Lund rejected the charges.")
    assert one.act == "denies"
