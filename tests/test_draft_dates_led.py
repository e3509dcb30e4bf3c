"""Dates that lead the narrative, look aside from it, or count from the day at the head of a letter."""

import pytest

from test_draft_dates import found

LETTER = "Riga, 3 May 1941.\n\nDear Ida,\n\n"
PAPER = "THE HARBOUR POST\nPort Selm, 14 November 1961\n\n"
TALK = "Recorded in Osel on 12 June 1998.\n\nQ: When were you taken?\n\nA: In March 1982. They came on the 4th.\n\n"

LED = [
    # a letter, a diary, a paper
    (LETTER + "On Monday I saw him.", "On Monday", "1941-04-28"),
    (LETTER + "Yesterday it rained.", "Yesterday", "1941-05-02"),
    (LETTER + "It snowed two weeks ago.", "two weeks ago", "1941-04-19~"),
    (LETTER + "Last year it did not.", "Last year", "1940"),
    (LETTER + "In November we sold the house.", "November", "1940-11"),
    (LETTER + "On the 28th, Lind died.", "the 28th", "1941-04-28"),
    (LETTER + "In March she came to me. She wrote on the 14th that it was lost.", "the 14th", "1941"),
    (PAPER + "Two years ago a worker died. On 30 October we asked for the papers.", "30 October", "1961-10-30"),
    (PAPER + "In January the works will begin.", "January", "1962-01"),
    (PAPER + 'He said: "We were told in December that all was well."', "December", "1960-12"),
    (PAPER + "The bridge has been closed since December.", "since December", "1960-12/.."),
    # a chronicle
    ("It was so in 1940.\n\n1952. It rained. In May Berg, who left in 1960, came. In June it froze.", "June", "1952-06"),
    # what does not lead the narrative
    ("In 1951 it began. The barn had burned in 1947. On 20 September a letter came.", "20 September", "1951-09-20"),
    ("In 1951 it began. Berg, who fled in 1958, was there. In May he fell ill.", "May", "1951-05"),
    ("In 1936 she wrote a book (it was printed only in 1941). In May she died.", "May", "1936-05"),
    ("Born in 1903, she went to Velm in 1921. In May she found work.", "May", "1921-05"),
    ("In 1951 it began, as Berg recalled in 1958. In May he fell ill.", "May", "1951-05"),
    ("On 3 March 1937 she came. Her brother had been ill since August.", "since August", "1936-08/.."),
    ("In December 1930 I left. I found a room. In January I came home.", "January", "1931-01"),
    ("In the middle of 1921 she fell ill. On 4 March she left.", "4 March", "1922-03-04"),
    # what goes on in questions and answers
    (TALK + "Q: And then?\n\nA: Not until August did I see him.", "until August", "../1982-08"),
    (TALK + "Q: And then?\n\nA: The next day they took my brother.", "the 4th", "1982-03-04"),
    # two that are one, one end of two
    ("It rained in 1951, six years before the flood began.", "six years before the flood", "1951"),
    ("He married in 1932, and died in 1940, eight years later.", "eight years later", "1940"),
    ("It was written between Easter and 5 May 1931.", "between Easter and 5 May 1931", "../1931-05-05"),
    ("Between 5 May 1931 and her death she slept.", "Between 5 May 1931", "1931-05-05/.."),
    ("From 1921 to 1924 he sang. During this period he met her.", "During this period", "1921/1924"),
    ("In 1974 a letter came. Eighteen months later they came up the lane.", "Eighteen months later", "1975/1976"),
    ("It was signed in June 1952. A few months later he left.", "A few months later", "1952"),
    ("It was signed in October 1952. A few months later he left.", "A few months later", "1952~"),
    ("On 3 April 1951 he came. On the 2lst a notice was hung up.", "the 2lst", "1951-04-21"),
    ("In 1973 it began. It was in September. They came at night. On the 19th they took him.", "the 19th", "1973-09-19"),
    ("The Land Act 1961 provides little.", "1961", "1961"),
    ("The mill closed in 1961, on April 12 of that year.", "April 12 of that year", "1961-04-12"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "words", "edtf"), LED)
def test_a_date_is_of_the_year_to_which_it_is_led(body: str, words: str, edtf: str) -> None:
    assert (words, edtf) in found(body)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (LETTER + "On Friday we shall see.", "On Friday"),
        (LETTER + 'He wrote: "Yesterday it rained."', "Yesterday"),
        ("In 1973 it began. In 1988 the hall burned down. I went there in March.", "March"),
        ("In 1973 it began.\n\nIn 1979 he was shot, and in 1981 she was freed.\n\nIn March a friend came.", "March"),
        ("In 1921 we moved. Years later, in 1956, I asked him why. That autumn the mill burned.", "That autumn"),
        ("In 1921 we moved. It was quiet.\n\nWe slept.\n\nWe ate.\n\nThe following spring they came.", "The following spring"),
        ("In 1961 it was so.\n\nAll was well.\n\nA guest came.\n\nThe Plenum met. At the June Plenum he spoke.", "June"),
        (TALK + "Q: And then?\n\nA: Over the last three years I have slept.", "Over the last three years"),
        ("Recorded on 12 June 1998.\n\nQ: When was it?\n\nA: They came on the 19th.\n\nQ: Where?", "the 19th"),
        ("It was a wet Thursday.", "a wet Thursday"),
        ("He stayed until 1931. During this period he wrote.", "During this period"),
    ],
)  # fmt: skip
def test_where_two_years_are_possible_none_is_said(body: str, words: str) -> None:
    assert (words, None) in found(body)


@pytest.mark.parametrize(
    "words", ["Suit No. HEW/214/1998 was heard.", "He was the 23rd runner.", "At the time of the flood."]
)
def test_numbers_of_suits_and_runners_are_no_dates(words: str) -> None:
    assert found(words) == []
