"""Aliases: which passages say that a name stands for somebody, and which only look like it."""

import pytest

from assay.draft.aliases.again import nicknames
from drafting import mentions

_PEOPLE = "Mr. Lindqvist said that it rained. Mr. Sandor said that it snowed. Mr. Holm said no. "


@pytest.mark.parametrize(
    ("words", "alias", "person"),
    [
        ("At noon Korvath (the conspiratorial name for I. Lindqvist - A. B.) came.", "Korvath", "lindqvist"),
        ("He met Korvath [Lindqvist's party name - Ed.] at noon.", "Korvath", "lindqvist"),
        ('She wrote: "I sent Korvath (Lindqvist - A. B.) to Oslo with the letter."', "Korvath", "lindqvist"),
        ('She wrote: "I sent Korvath [Lindqvist] to Oslo with the letter."', "Korvath", "lindqvist"),
        ('They called him "The Old Fox" (that is how they referred to Lindqvist).', "The Old Fox", "lindqvist"),
        ("There was Lindqvist, whose real name was Korvath, and his son.", "Korvath", "lindqvist"),
        ("There was Lindqvist, known as Korvath, and his son.", "Korvath", "lindqvist"),
        ('There was Lindqvist, also known as "the Fox", and his son.', "Fox", "lindqvist"),
        ("There was Lindqvist, alias Korvath, and his son.", "Korvath", "lindqvist"),
        ("Lindqvist lived there under the name of Korvath.", "Korvath", "lindqvist"),
        ("Lindqvist published it under the pseudonym Korvath.", "Korvath", "lindqvist"),
        ("Lindqvist signed himself Korvath.", "Korvath", "lindqvist"),
        ("Lindqvist's real name was Korvath.", "Korvath", "lindqvist"),
        ("Korvath was the nom de guerre of Lindqvist.", "Korvath", "lindqvist"),
        ("The party name of Lindqvist was Korvath.", "Korvath", "lindqvist"),
        ("Lindqvist (born Korvath) left.", "Korvath", "lindqvist"),
        ("Lindqvist came late. His real name was Korvath.", "Korvath", "lindqvist"),
        (
            "He met Korvath [the secret name which prisoners used when they spoke of Lindqvist - Ed.] there.",
            "Korvath",
            "lindqvist",
        ),
        ("The real name of my son was not Lindqvist, but Korvath.", "Korvath", "lindqvist"),
        ("I bore the name of Lindqvist; nobody called me by the name of my father (Korvath).", "Korvath", "lindqvist"),
        (
            "I have carried the name of Lindqvist. Nobody called me by the name of my father (Korvath).",
            "Korvath",
            "lindqvist",
        ),
        ("Nobody ever called Lindqvist Korvath in those days.", "Korvath", "lindqvist"),
        ("There was Lindqvist, known in the movement as Korvath, and his son.", "Korvath", "lindqvist"),
        ("Korvath (real name Lindqvist) left.", "Korvath", "lindqvist"),
        ('"Korvath" was Lindqvist\'s code name.', "Korvath", "lindqvist"),
        ("Korvath was none other than Lindqvist.", "Korvath", "lindqvist"),
        ("There was Lindqvist, then still called Korvath, and his son.", "Korvath", "lindqvist"),
        ("The man called Korvath was in fact Lindqvist.", "Korvath", "lindqvist"),
        ('The man who signed himself "Korvath" was Lindqvist.', "Korvath", "lindqvist"),
        ('Lindqvist had a cough so loud that his friends called him "the Foghorn".', "Foghorn", "lindqvist"),
        ("Lindqvist, a retired carpenter, known to the whole street as the Foghorn, wept.", "Foghorn", "lindqvist"),
        ("Lindqvist, whom everybody called the Foghorn, wept.", "Foghorn", "lindqvist"),
        (
            "Lindqvist wept. Since that time he has been called *the Night Porter* by everybody.",
            "Night Porter",
            "lindqvist",
        ),
        ("Lindqvist never spoke; my father called him 'the gravedigger'.", "gravedigger", "lindqvist"),
        ("Lindqvist never spoke; my father called him 'the Gravedigger' all day.", "Gravedigger", "lindqvist"),
        ("Lindqvist was dubbed the Foghorn by the newspapers.", "Foghorn", "lindqvist"),
        ('Lindqvist, nicknamed "the Foghorn", wept.', "Foghorn", "lindqvist"),
        ("Then came the Foghorn, as Lindqvist was called in the camp.", "Foghorn", "lindqvist"),
        ("Lindqvist wept. The Foghorn, as the prisoners called him, was ill.", "Foghorn", "lindqvist"),
        ("In those years Lindqvist went by the name of Korvath.", "Korvath", "lindqvist"),
        ('Lindqvist went by "Korvath" there.', "Korvath", "lindqvist"),
        ("Lindqvist answered to the name Korvath.", "Korvath", "lindqvist"),
        ("Lindqvist, otherwise Korvath, was absent.", "Korvath", "lindqvist"),
        ("Lindqvist wrote there as 'Korvath'.", "Korvath", "lindqvist"),
        ("Lindqvist signed his letters Korvath.", "Korvath", "lindqvist"),
        ("They shot Otto “Foghorn” Lindqvist at dawn.", "Foghorn", "lindqvist"),
        ("Korvath - that is, Lindqvist - was late.", "Korvath", "lindqvist"),
        ("“Korvath” was Lindqvist.", "Korvath", "lindqvist"),
        ("Lindqvist lived under the cover name Korvath.", "Korvath", "lindqvist"),
        ("Lindqvist (a.k.a. Korvath) wept.", "Korvath", "lindqvist"),
        ("Anna Holm (née Korvath) wept.", "Korvath", "holm"),
    ],
)
def test_what_says_that_a_name_is_anothers(words: str, alias: str, person: str) -> None:
    _, _, (found,) = mentions(_PEOPLE + words)
    assert (found.alias.removeprefix("The ").removeprefix("the "), found.id) == (alias.removeprefix("The "), person)


@pytest.mark.parametrize(
    "words",
    [
        'She wrote: "I sent I. N. (Lindqvist - A. B.) to Oslo."',  # initials beside a surname
        'She wrote: "The Committee (Lindqvist - A. B.) met."',  # a body
        'She wrote: "In Oslo (Lindqvist - A. B.) it rained."',  # a place
        'She wrote: "they met the chairman (Lindqvist - A. B.) there."',  # a title
        'She wrote: "He [Lindqvist] came."',  # a pronoun
        'She wrote: "Lindqwist [Lindqvist] came."',  # another spelling
        "He was known as a good man, and Lindqvist knew it.",
        "The town (Lindqvist's birthplace) was small. It rained in Oslo (Norway).",
        "It was so [my emphasis - A. B.], and Sandor knew it.",
        "Lindqvist was born in Oslo.",
        "Nobody called Lindqvist Sunday. Nobody called Lindqvist Comrade. Nobody called Mr. Lindqvist.",
        "In the name of my father (God) I swear, Lindqvist said.",
        "Lindqvist sailed in a ship called the Albatross.",
        "Lindqvist led a group known as the Foxes.",
        "The party of Lindqvist was known as the Foxes.",
        "Lindqvist published a book called Night Porter. It was known as the best of all.",
        "Lindqvist was called a liar, and he was known as the best shot in the valley.",
        "The ship was christened the Albatross, and Lindqvist wept.",
        'Lindqvist was angry; the judge called him "a thief".',
        "Lindqvist was called Comrade, and Sandor called him General.",
        "Lindqvist was called to Oslo. He was known in Norway.",
        "Lindqvist answered to the Committee and went by Oslo.",
        "Lindqvist passed for English.",
        'Lindqvist was there, and Sandor called him "Holm\'s deputy in the town".',
        "Lindqvist publicly called Sandor a thief. Sandor had called Holm a small Caesar.",
        "Lindqvist was met by two guards and a boy known as Zeko.",
        "They called him Otto, and Lindqvist wept.",
        "Lindqvist was named Minister of Justice. Sandor was known as Mr. Sandor.",
        "Lindqvist was called by Holm. Lindqvist called her, and Sandor.",
    ],
)
def test_what_only_looks_like_an_alias(words: str) -> None:
    _, _, found = mentions(_PEOPLE + words)
    assert found == ()


def test_an_alias_means_whom_the_document_says() -> None:
    words = _PEOPLE + "At noon Korvath (the code name of Lindqvist - Ed.) came. Mr. Korvath said nothing."
    found, _, _ = mentions(words)
    assert [mention.person for mention in found if mention.form.last == "Korvath"] == ["lindqvist", "lindqvist"]


def test_a_nickname_is_found_again_where_the_document_says_it_again() -> None:
    words = (
        _PEOPLE
        + "Lindqvist wept; all called him the Night Porter. It rained. The Night Porter slept. A night porter came."
    )
    found, _, said = mentions(words)
    again = [words[one.sighting.start : one.sighting.end] for one in nicknames(words, said, found) if one not in found]
    assert again == ["Night Porter", "Night Porter"]
    assert {one.person for one in nicknames(words, said, found) if one not in found} == {"lindqvist"}


def test_a_maiden_name_is_her_own_only_where_it_is_given() -> None:
    words = "Pastor Korvath said no. Anna Holm, née Korvath, wept. Pastor Korvath said that it rained."
    found, _, (said,) = mentions(words)
    assert (said.alias, said.person) == ("Korvath", "Anna Holm")
    assert [one.person for one in found if one.form.last == "Korvath"] == ["korvath", "holm", "korvath"]
