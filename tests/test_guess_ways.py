"""Page marks of many kinds, in texts that nobody described; and what looks like them and is none."""

import random
import re
import textwrap
from collections.abc import Callable, Sequence
from itertools import count

import pytest

from assay.model.text import Text
from assay.sources import Profile, guess_page_marks, read_plain

SYLLABLES = ["ba", "ce", "di", "fo", "gu", "ha", "ki", "lo", "mu", "ne", "pra", "sto", "tri", "vel", "wor", "zan"]
ROMANS = [
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
    "xiii",
    "xiv",
    "xv",
    "xvi",
    "xvii",
    "xviii",
    "xix",
    "xx",
    "xxi",
    "xxii",
    "xxiii",
    "xxiv",
]
Pages = Sequence[tuple[str, str]]
"""The label and the words of each page."""


def prose(draw: random.Random, length: int, tag: str = "") -> str:
    """Write sentences of made-up words; with a tag, every fifth word tells the page on which it stands."""
    words: list[str] = []
    start = True
    while length > 0:
        word = "".join(draw.choices(SYLLABLES, k=draw.randint(1, 3)))
        if tag and len(words) % 5 == 4:
            word = f"{word}q{tag}q"
        words.append(word.capitalize() if start else word)
        length -= len(word)
        start = draw.random() < 0.09
        if start:
            words[-1] += draw.choice(".....?!")
    return " ".join(words)


def book(labels: Sequence[str], seed: int, *, lines: int = 30) -> Pages:
    """Make pages that end where they are full, mostly within a sentence; the last of a chapter is short."""
    draw = random.Random(seed)
    pages = []
    for number, label in enumerate(labels):
        words = prose(draw, lines * 55, label)
        words = words if number == 0 else words[0].lower() + words[1:]
        page = textwrap.fill(words, 62)
        pages.append((label, page if number % 9 != 8 else page[: len(page) // 2]))
    return pages


def pages(first: int, last: int, seed: int = 1) -> Pages:
    return book([str(number) for number in range(first, last + 1)], seed)


def marked(mark: Callable[[str], str], between: Pages = (), *, foot: bool = False) -> str:
    made = (f"{words}\n{mark(label)}\n" if foot else f"{mark(label)}\n{words}\n" for label, words in between)
    return "".join(made)


def two_sided(left: str, right: str) -> Callable[[str], str]:
    return lambda label: (left if int(label) % 2 == 0 else right).replace("#", label)


HEADS: dict[str, Callable[[str], str]] = {
    "[Page 12]": lambda n: f"[Page {n}]",
    "[page 12] within the text": lambda n: f"[page {n}]",
    "(Pg. 12)": lambda n: f"(Pg. {n})",
    "[Seite 12]": lambda n: f"[Seite {n}]",
    "--- Page 12 ---": lambda n: f"--- Page {n} ---",
    "===== PAGE 12 =====": lambda n: f"===== PAGE {n} =====",
    "*** p. 12 ***": lambda n: f"*** p. {n} ***",
    "--- Page 12 of 300 ---": lambda n: f"--- Page {n} of 300 ---",
    "Page 12 of 300": lambda n: f"Page {n} of 300",
    "page 12": lambda n: f"\n\n   page {n}\n",
    "Page 12/300": lambda n: f"Page {n}/300",
    "12 of 300": lambda n: f"{n} of 300",
    "Deposition ... Page 12 of 300": lambda n: f"Deposition of A. Smith, 3 May 1936      Page {n} of 300",
    "<pb n='12'/>": lambda n: f'<pb n="{n}"/>',
    "<pb facs n/>": lambda n: f"<pb facs='img{n}.jpg' n='{n}' />",
    "p. 12 at the line's start": lambda n: f"p. {n}",
    "12 | HEAD": lambda n: f"{n} | THE TRIAL OF THE SIXTEEN",
    "HEAD | 12": lambda n: f"THE TRIAL OF THE SIXTEEN | {n}",
    "12   HEAD / HEAD   13": two_sided("#   HISTORY OF THE TRIAL", "THE FIRST DAY   #"),
    "12 HEAD / HEAD 13": two_sided("# HISTORY OF THE TRIAL", "THE FIRST DAY #"),
    "a head with a year": two_sided("#   THE MOSCOW TRIAL OF 1936", "THE MOSCOW TRIAL OF 1936   #"),
    "a head that begins with a year": two_sided("#   1936 IN MOSCOW", "1936 IN MOSCOW   #"),
    "one head, right": lambda n: f"                 The Trial of the Sixteen          {n}",
    "a head behind a form feed": lambda n: f"\fThe Trial of 1936     {n}\n",
    "a head with one space behind a form feed": lambda n: f"\fTHE TRIAL OF 1936 {n}\n",
    "12": lambda n: f"\n{n}\n",
    "- 12 -": lambda n: f"\n- {n} -\n",
    "|12|": lambda n: f"|{n}|",
    "{12}": lambda n: f"{{{n}}}",
    "[12]": lambda n: f"[{n}]",
}


def stands_where_it_should(raw: str, between: Pages, *, edition: str = "") -> Text:
    """Every word that tells its page stands on that page, where the text says any."""
    text = read_plain(raw, Profile("a.txt"))
    assert all(text.body[p.at : p.at + p.length] == raw[p.raw : p.raw + p.length] for p in text.pieces)
    told = list(re.finditer(r"q(\w+?)q\b", text.body))
    assert len(told) > 5 * len(between)
    for word in told:
        page = text.page_at(word.start())
        assert page is not None, word.group()
        assert (page.labels[0].edition, page.labels[0].first) == (edition, word[1]), (word.group(), page.labels)
    return text


@pytest.mark.parametrize("first", [1, 12, 97])
@pytest.mark.parametrize("way", HEADS)
def test_words_stand_on_the_pages_that_marks_say(way: str, first: int) -> None:
    between = pages(first, first + 23, seed=first)
    text = stands_where_it_should(marked(HEADS[way], between), between)
    assert "seem to be marked" in text.paging[0]
    assert "guess" in " ".join(text.notices)
    assert "Trial" not in text.body.title()


FEET = ["12", "- 12 -", "Page 12 of 300", "one head, right", "12   HEAD / HEAD   13"]


@pytest.mark.parametrize("feed", ["", "\f"])
@pytest.mark.parametrize("way", FEET)
def test_numbers_at_the_foot_say_where_the_words_above_them_stand(way: str, feed: str) -> None:
    between = pages(12, 35)
    text = stands_where_it_should(marked(lambda n: HEADS[way](n).strip("\n") + feed, between, foot=True), between)
    assert "at the foot" in text.paging[0]
    assert [str(page.labels[0]) for page in text.pages] == [f"p. {number}" for number in range(12, 36)]
    assert len(text.pages) == 24


def test_feet_and_heads_around_form_feeds() -> None:
    between = pages(1, 24)
    foot = "Berg                     For the court                     [Page {}]\n\f\n"
    head = "No. 1321                 The Trial of the Sixteen              April 1936\n\n"
    stands_where_it_should("".join(f"{head}{words}\n\n{foot.format(n)}" for n, words in between), between)


def test_a_preface_without_numbers_moves_no_page() -> None:
    between = list(pages(12, 30))
    between[-1] = (between[-1][0], between[-1][1][:200])
    preface = textwrap.fill(prose(random.Random(1), 1500), 62)
    stands_where_it_should(f"{preface}\n" + marked(HEADS["12"], between), between)


@pytest.mark.parametrize(
    "way", ["[Page 12]", "--- Page 12 ---", "page 12", "p. 12 at the line's start", "12", "<pb n='12'/>", "|12|"]
)
@pytest.mark.parametrize("labels", [ROMANS, [*ROMANS[4:16], *map(str, range(1, 20))]], ids=["xii", "xii, then 1"])
def test_roman_pages(way: str, labels: list[str]) -> None:
    between = book(labels, seed=3)
    stands_where_it_should(marked(HEADS[way], between), between)


def test_pages_that_an_excerpt_leaves_out_are_a_range() -> None:
    between = [*pages(3, 9), *pages(30, 39, seed=2)]
    text = read_plain(marked(HEADS["Page 12 of 300"], between), Profile("a.txt"))
    assert str(text.pages[6].labels[0]) == "pp. 9-29"


NOISY = ["12", "12   HEAD / HEAD   13", "12 | HEAD", "one head, right", "[Page 12]", "Page 12 of 300", "- 12 -", "|12|"]


@pytest.mark.parametrize("way", NOISY)
def test_marks_that_are_missing_or_misread_move_no_word_to_another_page(way: str) -> None:
    draw = random.Random(way)

    def noisy(label: str) -> str:
        said = HEADS[way](label)
        wrong = draw.choice(
            ["", said, said.replace(label, label[:-1] + "Z"), said.replace(label, str(int(label) + 300))]
        )
        return wrong if draw.random() < 0.2 else said

    text = read_plain(marked(noisy, pages(12, 90)), Profile("a.txt"))
    found = 0
    for word in re.finditer(r"q(\d+)q\b", text.body):
        page = text.page_at(word.start())
        if page is not None:
            found += 1
            label = page.labels[0]
            assert int(label.first) <= int(word[1]) <= int(label.last or 999)
    assert found > 5 * 75


@pytest.mark.parametrize("way", ["12", "[12]", "|12|", "12   HEAD / HEAD   13", "Page 12 of 300"])
def test_works_that_begin_again_keep_their_pages(way: str) -> None:
    between = [*pages(1, 25), *pages(1, 25, seed=9)]
    stands_where_it_should(marked(HEADS[way], between), between)


def test_form_feeds_alone_are_counted_and_it_is_said() -> None:
    between = pages(1, 12)
    text = stands_where_it_should("\f".join(words for _, words in between) + "\f\n", between, edition="counted")
    assert str(text.pages[6].labels[0]) == "counted p. 7"
    assert "counted from the first" in " ".join(text.notices)
    assert "\f" not in text.body.rstrip()


def test_what_does_not_rise_with_the_others_is_left_in_the_text() -> None:
    between = list(pages(12, 40))
    between[5] = (between[5][0], between[5][1] + "\n1936\n" + prose(random.Random(5), 600))
    text = stands_where_it_should(marked(HEADS["12"], between), between)
    assert "\n1936\n" in text.body


def paragraphs(draw: random.Random, number: int, least: int = 300, most: int = 1800) -> list[str]:
    return [textwrap.fill(prose(draw, draw.randint(least, most)) + ".", 62) for _ in range(number)]


def a_numbered_list(draw: random.Random) -> str:
    return "\n".join(f"{n}. {words}" for n, words in enumerate(paragraphs(draw, 60), 1))


def a_list_with_numbers_in_brackets(draw: random.Random) -> str:
    return "\n\n".join(f"[{n}] {words}" for n, words in enumerate(paragraphs(draw, 60), 1))


def numbers_above_paragraphs(draw: random.Random) -> str:
    return "\n\n".join(f"{n}\n\n{words}" for n, words in enumerate(paragraphs(draw, 60, 200, 4000), 1))


def numbers_above_chapters(draw: random.Random) -> str:
    return "\n\n".join(f"{n}\n\n{words}" for n, words in enumerate(paragraphs(draw, 12, 9000, 30000), 1))


def footnotes(draw: random.Random) -> str:
    numbers = count(1)
    body = "\n\n".join(
        re.sub(r"\. ", lambda _: f".[{next(numbers)}] ", words, count=1) for words in paragraphs(draw, 60)
    )
    return body + "\n\n" + "\n".join(f"[{n}] {prose(draw, 60)}." for n in range(1, next(numbers)))


def footnotes_without_their_notes(draw: random.Random) -> str:
    numbers = count(1)
    return "\n\n".join(
        re.sub(r"\. ", lambda _: f".[{next(numbers)}] ", words, count=1) for words in paragraphs(draw, 60)
    )


def footnotes_at_the_foot(draw: random.Random) -> str:
    return "\n\n".join(f"{words}\n\n{n} {prose(draw, 80)}." for n, words in enumerate(paragraphs(draw, 60), 1))


def years(draw: random.Random) -> str:
    return "\n\n".join(f"{1901 + n}\n\n{words}" for n, words in enumerate(paragraphs(draw, 40)))


def years_in_brackets(draw: random.Random) -> str:
    return "\n\n".join(f"[{1901 + n}] {words}" for n, words in enumerate(paragraphs(draw, 40)))


def verses(draw: random.Random) -> str:
    chapters = (f"CHAPTER {c}\n" + "\n".join(f"{n} {prose(draw, 120)}." for n in range(1, 40)) for c in range(1, 12))
    return "\n\n".join(chapters)


def verses_in_the_margin(draw: random.Random) -> str:
    lines = (prose(draw, 38) + (f"        {n}" if n % 5 == 0 else "") for n in range(1, 900))
    return "\n".join(lines)


def a_sheet(line: Callable[[int], str]) -> str:
    return "\n".join(line(number) for number in range(1, 26))


def a_court_transcript(draw: random.Random) -> str:
    said = ["A.  Yes.", "A.  No.", "Q.  And then?", "THE COURT:  Go on.", "MR. LUND:  Objection."]

    def line(number: int) -> str:
        return f"{number:>2}   {draw.choice(said) if draw.random() < 0.4 else prose(draw, 50)}"

    return "\n\n".join(a_sheet(line) for _ in range(40))


def a_court_transcript_with_empty_lines(draw: random.Random) -> str:
    def line(number: int) -> str:
        return f"{number:>2}" if draw.random() < 0.5 else f"{number:>2} {prose(draw, 50)}"

    return "\n".join(a_sheet(line) for _ in range(40))


def a_bibliography(draw: random.Random) -> str:
    def entry() -> str:
        where = f"({draw.randint(1890, 2010)}), pp. {draw.randint(1, 90)}-{draw.randint(91, 300)}."
        return f"{prose(draw, 12).title()}, {prose(draw, 40)} {where}"

    return "\n".join(f"{n}. {entry()}" if n % 2 else entry() for n in range(1, 200))


def a_table_of_contents(draw: random.Random) -> str:
    lines = (f"{prose(draw, 30).title()} {'.' * 20} {n * 9}" for n in range(1, 40))
    return "\n".join(lines) + "\n\n" + "\n\n".join(paragraphs(draw, 20))


def articles_of_a_law(draw: random.Random) -> str:
    return "\n\n".join(f"Article {n}\n\n{words}" for n, words in enumerate(paragraphs(draw, 60), 1))


def exhibits(draw: random.Random) -> str:
    return "\n\n".join(f"EXHIBIT   {n}\n\n{words}" for n, words in enumerate(paragraphs(draw, 60), 1))


def chapters_in_roman(draw: random.Random) -> str:
    return "\n\n".join(f"{n.upper()}\n\n{words}" for n, words in zip(ROMANS, paragraphs(draw, 24), strict=True))


def references_to_pages(draw: random.Random) -> str:
    words = paragraphs(draw, 40)
    return "\n\n".join(f"{said} (page {draw.randint(1, 400)}) {prose(draw, 90)}." for said in words)


def letters_with_dates(draw: random.Random) -> str:
    return "\n\n".join(f"{draw.randint(1, 28)} May 1936\n\n{words}" for words in paragraphs(draw, 40))


def interviews(draw: random.Random) -> str:
    return "\n\n".join(
        f"Question {n}:\n{words}\nANSWER:\n{prose(draw, 300)}." for n, words in enumerate(paragraphs(draw, 50), 1)
    )


def theses_of_one_length(draw: random.Random) -> str:
    return "\n\n".join(f"{n}\n{words}" for n, words in enumerate(paragraphs(draw, 60, 600, 900), 1))


def days(draw: random.Random) -> str:
    return "\n\n".join(f"Day {n}\n{words}" for n, words in enumerate(paragraphs(draw, 60, 600, 900), 1))


def witnesses(draw: random.Random) -> str:
    return "\n\n".join(f"DEPOSITION OF WITNESS NO. {n}\n{words}" for n, words in enumerate(paragraphs(draw, 60), 1))


def a_commentary_on_pages(draw: random.Random) -> str:
    return "\n\n".join(f"p. {n * 3}: {words}" for n, words in enumerate(paragraphs(draw, 60), 1))


def tables(draw: random.Random) -> str:
    return "\n".join(f"Total   {n}\n{prose(draw, 500)}" for n in range(1, 60))


def nothing(draw: random.Random) -> str:
    return "\n\n".join(paragraphs(draw, 60))


NO_PAGES = [
    a_numbered_list, a_list_with_numbers_in_brackets, numbers_above_paragraphs, numbers_above_chapters, footnotes,
    footnotes_without_their_notes, footnotes_at_the_foot, years, years_in_brackets, verses, verses_in_the_margin,
    a_court_transcript, a_court_transcript_with_empty_lines, a_bibliography, a_table_of_contents, articles_of_a_law,
    exhibits, chapters_in_roman, references_to_pages, letters_with_dates, interviews,
    theses_of_one_length, days, witnesses, a_commentary_on_pages, tables, nothing,
]  # fmt: skip


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("made", NO_PAGES, ids=lambda made: made.__name__)
def test_what_are_no_pages(made: Callable[[random.Random], str], seed: int) -> None:
    raw = made(random.Random(seed))
    text = read_plain(raw, Profile("a.txt"))
    assert guess_page_marks(raw) is None, text.paging
    assert not text.pages
    assert text.body == raw
    assert "No page marks were found" in text.paging[0]


def test_a_transcript_with_pages_and_numbered_lines_has_its_pages() -> None:
    draw = random.Random(1)
    sheets = [
        f"Page {page} of 40\n" + "\n".join(f"{n:>2}  {prose(draw, 50, str(page))}" for n in range(1, 26))
        for page in range(1, 41)
    ]
    text = read_plain("\n".join(sheets), Profile("a.txt"))
    assert [page.labels[0].first for page in text.pages] == [str(page) for page in range(1, 41)]
