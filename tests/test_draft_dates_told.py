"""Dates that count from what was spoken of, from an event, or from the occasion in which they fall."""

import pytest

from test_draft_dates import found

HELD = "The hearing (23-30 January 1937) was short. On 15 September 1936 Berg warned of it."
TOLD = "On 5 August 1936 he came. "

COUNTED = [
    (TOLD + "At about the same time she wrote.", "At about the same time", "1936-08~"),
    (TOLD + "A fortnight later she wrote.", "A fortnight later", "1936-08-19~"),
    (TOLD + "In a few years all of us will be old.", "In a few years", None),
    ("In 1932 he came back, and worked there until 1937. During these years he wrote.", "During these years", "1932/1937"),
    ("From 1886 to 1888 he travelled. In those years he wrote nothing.", "In those years", "1886/1888"),
    ("In 1886 he came. In those years he wrote nothing.", "In those years", None),
    (
        'On 5 August 1936 it was told. The paper said: "He died on 1 May 1934. They ran." From that day on she wept.',
        "From that day on",
        "1936-08-05/..",
    ),
    ("At the beginning of the 1930S he fled.", "the beginning of the 1930S", "193X"),
    ("In the summer days of 1944 we slept outside.", "summer days of 1944", "1944-22"),
    (TOLD + "During the hot summer days he slept.", "summer days", "1936-22"),
    (TOLD + "At that time he was ill.", "At that time", "1936-08~"),
    (TOLD + "By this time she had gone.", "By this time", "1936-08~"),
    (TOLD + "By then, she had gone.", "By then", "1936-08~"),
    ("He came in 1932. At that time he was ill.", "At that time", "1932"),
    ("In May 1937 Berg reported that in 1923 there was a vote. At that time few came.", "At that time", None),
    ("She went home in June 1940. The following April the river rose.", "The following April", "1941-04"),
    ("She went home in May 1940. The preceding April the river rose.", "The preceding April", "1940-04"),
    ("He saw it in 1931. Half a century later he wrote it down.", "Half a century later", "1981~"),
    (TOLD + "He slept. He ate. He wrote. That night it rained.", "That night", None),
    (TOLD + "Soon after, he died.", "Soon after", "1936-08~"),
    (TOLD + "The paper was printed (a bit earlier).", "a bit earlier", "1936-08~"),
    (TOLD + "Since then he has been ill.", "Since then", "1936-08-05/.."),
    (TOLD + "Until then he had been well.", "Until then", "../1936-08-05"),
    (TOLD + "Within three days he was gone.", "Within three days", "1936-08-05/1936-08-08"),
    (TOLD + "In the following two weeks he wrote.", "In the following two weeks", "1936-08-05/1936-08-19"),
    ("He came in 1937. Over the previous decade many had.", "Over the previous decade", "1927/1937"),
    ('In spring 1939 a paper spoke. "Over the last three years," it wrote, "all is lost."', "Over the last three years", "1936/1939"),
    ("He came on 2June 1937.", "2June 1937", "1937-06-02"),
    ("He came on the twelfth of March 1937.", "the twelfth of March 1937", "1937-03-12"),
    ("He came on the thirty-first of May, 1938.", "the thirty-first of May, 1938", "1938-05-31"),
    ("It was 25 January/7 February 1918.", "25 January/7 February 1918", "1918-02-07"),
    ("It was 15/28 June 1914.", "15/28 June 1914", "1914-06-28"),
    ("From 3 May until the end of June 1937 he slept.", "From 3 May until the end of June 1937", "1937-05-03/1937-06~"),
    ("It was not before 1938.", "not before 1938", "1938/.."),
    ("He came on or before 5 May 1937.", "on or before 5 May 1937", "../1937-05-05"),
    (HELD + " On 24 January he wrote.", "24 January", "1937-01-24"),
    (
        "The hearing (23-30 January 1937) was short. He cited a letter from 1932.\n\nA.\n\nB.\n\nC.\n\nD.\n\nE.\n\nOn 28 January he left.",
        "28 January",
        "1937-01-28",
    ),
    (HELD + " Lind testified that in December 1934 he flew. On 24 January he wrote.", "24 January", "1937-01-24"),
    (TOLD + "By the end of the year he was dead.", "the end of the year", "1936~"),
    (TOLD + "In the middle of the month it rained.", "the middle of the month", "1936-08~"),
    (TOLD + "In the summer of that year he fell.", "the summer of that year", "1936-22"),
    (TOLD + "Days later he left.", "Days later", "1936-08~"),
    ("Riga, 3 May 1941.\n\nYesterday your letter of 28 April came.", "28 April", "1941-04-28"),
    ("Riga, 3 May 1941.\n\nOn the 10th I shall come.", "the 10th", "1941-05-10"),
    ("The June (1936) meeting was long.", "June (1936)", "1936-06"),
    ("In the second half of the 1930s he fell.", "the second half of the 1930s", "1935/1939"),
    ("It was March 1993. About a month later they fled.", "About a month later", "1993-04~"),
    ("On May the first, 1937, he left.", "May the first, 1937", "1937-05-01"),
    ("On the fourth day of May 1936 he left.", "the fourth day of May 1936", "1936-05-04"),
    ("In 1936 he sang. In May the first snow fell.", "May", "1936-05"),
    ("On May Day 1937 they marched.", "May Day 1937", "1937-05-01"),
    ("He stayed from October 1936 until February.", "from October 1936 until February", "1936-10/1937-02"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "words", "edtf"), COUNTED)
def test_what_points_at_a_date_spoken_of_is_dated_by_it(body: str, words: str, edtf: str) -> None:
    assert (words, edtf) in found(body)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("At that time he was ill.", "At that time"),
        (TOLD + "It rained. It snowed. It froze. It thawed. By this time she had gone.", "By this time"),
        (TOLD + 'Berg wrote: "It was ordered by us all. Since then nobody has come back."', "Since then"),
        ("On the fifteenth day the strike ended.", "On the fifteenth day"),
        ("On the ninetieth day the strike ended.", "On the ninetieth day"),
        ("On 28 April 1941 he wrote. Since the 1st it has rained.", "Since the 1st"),
        ("It was true.6\n\nA week after the hearing it rained.", "A week after the hearing"),
        ("Until recently nobody knew.", "Until recently"),
        ("In 1921 it was so. In those years they hoped.", "In those years"),
        ("In 1921 it was so. It has changed in recent years.", "in recent years"),
        ("In 1921 it was so. Over the last three years it has changed.", "Over the last three years"),
        ("In 1921 it was so. It was worse in the following years.", "in the following years"),
        ("In 1921 he sang. He fled in the days of the fog. At that time all fled.", "At that time"),
        ("In 1921 he sang. Soon after the murder of Lind he fled. At that time all fled.", "At that time"),
        ("They lived here before their arrest.", "before their arrest"),
        ("Soon after the murder of Lind he fled.", "Soon after the murder of Lind"),
        ("After the war he taught.", "After the war"),
        ("He wrote during the Spanish Civil War.", "during the Spanish Civil War"),
        ("It has been so since the liberation of Paris.", "since the liberation of Paris"),
        ("As war approached he hid.", "As war approached"),
        ("Two weeks before the coup they took my brother.", "Two weeks before the coup"),
    ],
)
def test_what_nobody_could_date_is_found_all_the_same(body: str, words: str) -> None:
    assert (words, None) in found(body)


@pytest.mark.parametrize(
    "words",
    [
        "At the same time he laughed.",
        "It was late at that time of night.",
        "During a war of words he slept.",
        "Over the last of the hills he came.",
        "Soon after that hill the road ends.",
        "In 19– he came.",
        "They spoke of the ideals of October.",
        "He lived at 17 July Street.",
        "They sang at the May Day parade, as every May Day.",
        "The July Days were over.",
    ],
)
def test_what_points_at_no_date_is_left_out(words: str) -> None:
    assert found(words) == []


def test_a_day_does_not_go_back_to_an_occasion_that_is_over() -> None:
    body = "The hearing (23-30 January 1937) was short. On 3 May 1938 he wrote. On 24 January he had fled."
    assert ("24 January", "1938-01-24") in found(body)


def test_a_year_in_what_somebody_tells_leads_back_to_where_the_narrative_stood() -> None:
    body = "In 1936 it began. In 1940 he fled. He wrote that all had been blind in 1936.\n\nIn December news came."
    assert found(body)[-1] == ("December", "1936-12")


def test_what_somebody_tells_does_not_move_the_narrative() -> None:
    body = "On 29 January 1937 Berg said that from 3 May 1935 until 1 May 1936 none had come. On the same day he left."
    assert found(body)[-1] == ("the same day", "1937-01-29")
