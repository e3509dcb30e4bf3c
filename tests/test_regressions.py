"""Mistakes that were made once: each with the smallest input that showed it."""

import json
from pathlib import Path

import pytest

from assay.casebook import format_text, parse_text
from assay.casebook.edits import apply_edits, rename_edits
from assay.check import Context, check
from assay.dossier import DossierError, open_dossier
from assay.dossier.making import add_file, make_dossier, rename
from assay.dossier.writing import undo
from assay.examine import examine
from assay.library import Letters, Volume
from assay.model.dates import parse_date
from assay.model.findings import ClaimFinding
from assay.model.location import Span
from assay.model.locators import parse_locator
from assay.model.verdicts import Kind
from assay.report.diagnostics import to_json
from assay.report.findings_json import to_json as findings_to_json
from assay.report.findings_text import FindingsText
from assay.report.soundness import Soundness
from assay.sources import Profile, ProfileError, read_plain
from conftest import MEMOIR, Make, book, case, interrupted_at, write_dossier

PEOPLE = "\n".join(f'person {name} "{name.title()}"' for name in ("ann", "bob", "cid", "dan", "eve", "fay"))


def claims(text: str, *without: str) -> dict[str, ClaimFinding]:
    world = case(f'{PEOPLE}\nclaim c "C"\nclaim p "P"\n\n{text}')
    return {claim.id: claim for claim in examine(world, without).claims}


# -- examining


def test_striking_a_denial_does_not_turn_its_denial_into_one() -> None:
    text = "1936 ann denies c #d1\n\n1937 bob denies #d1 #d2\n\n1937 cid affirms c"
    assert claims(text)["c"].standing == "disputed"
    assert claims(text, "#d1")["c"].standing == "asserted"


@pytest.mark.parametrize("judgement", ["dependent #a #b", "same ann bob"])
def test_dependence_outlives_the_person_who_judged_it(judgement: str) -> None:
    text = f"1936 ann affirms c #a\n\n1936 bob affirms c #b\n\n2000 eve {judgement}\n  because: copied"
    assert claims(text)["c"].pro.roots == (1, 1)
    assert claims(text, "eve")["c"].pro.roots == (1, 1)


def test_what_excludes_in_a_ring_leaves_all_disputed() -> None:
    ring = "\n\n".join(f'claim {a} "{a}"\n  excludes: {b}\n\n1936 {w} affirms {a}' for a, b, w in
                       (("x", "y", "ann"), ("y", "z", "bob"), ("z", "x", "cid")))  # fmt: skip
    assert {claims(ring)[name].standing for name in "xyz"} == {"disputed"}


def test_several_weaker_claims_do_not_outweigh_a_firmer_one_that_beats_each() -> None:
    text = 'claim x "X"\n  excludes: y, z\n\nclaim y "Y"\n\nclaim z "Z"\n\n'
    text += "1936 ann affirms x\n\n1936 bob affirms x\n\n1936 cid affirms y\n\n1936 dan affirms z"
    found = claims(text)
    assert [found[name].standing for name in "xyz"] == ["corroborated", "denied", "denied"]


@pytest.mark.parametrize("order", [("one", "two"), ("two", "one")])
def test_groups_judged_the_same_have_the_members_of_both(order: tuple[str, str]) -> None:
    members = {"one": "ann", "two": "bob"}
    groups = "\n\n".join(f'group {name} "{name}"\n  members: {members[name]}' for name in order)
    text = f"{groups}\n\n2000 eve same one two\n  because: renamed\n\n1936 ann affirms c\n\n1936 one affirms c"
    assert claims(text)["c"].pro.roots == (1, 1)
    text = text.replace("ann affirms", "bob affirms")
    assert claims(text)["c"].pro.roots == (1, 1)


def test_two_tainted_citations_leave_no_way_around() -> None:
    sources = "\n\n".join(f'source {name} "{name}"\n  held: no\n  under: torture by eve per p' for name in ("t1", "t2"))
    cites = "\n".join(f"  cite: {name}\n    > words" for name in ("t1", "t2"))
    found = claims(f"{sources}\n\n1936 ann affirms c\n{cites}\n\n1936 bob affirms c\n{cites}")
    assert (found["c"].standing, found["c"].pro.roots) == ("tainted only", (1, 1))


def test_one_clean_citation_is_a_way_around_until_it_is_struck() -> None:
    sources = 'source t "T"\n  held: no\n  under: torture by eve per p\n\nsource w "W"\n  held: no'
    text = f"{sources}\n\n1936 ann affirms c\n  cite: t\n    > words\n  cite: w\n    > words"
    assert claims(text)["c"].standing == "asserted"
    assert claims(text, "w")["c"].standing == "tainted only"
    assert claims(text, "w", "under torture")["c"].standing == "unsupported"
    assert claims(text, "under torture", "w")["c"].standing == "unsupported"


def test_an_echo_does_not_wash_a_taint_away() -> None:
    text = "1936 ann affirms c\n  under: torture by eve per p\n\n1937 cid affirms c\n  knows: from ann"
    assert claims(text)["c"].standing == "tainted only"


def test_hearsay_knows_people_under_all_their_names() -> None:
    text = "1936 ann affirms c\n  knows: from unknown\n\n1936 bob affirms c\n  knows: saw\n\n"
    text += "1937 cid affirms c\n  knows: from dan\n\n2000 eve same ann dan\n  because: one hand"
    assert claims(text)["c"].pro.roots[0] == 1


def test_a_pressure_is_struck_under_every_name_of_who_pressed() -> None:
    groups = 'group nkvd "N"\n\ngroup ogpu "O"\n\n2000 eve same nkvd ogpu\n  because: renamed'
    text = f"{groups}\n\n1936 ann affirms c\n  under: torture by ogpu per p"
    assert claims(text, "under torture by nkvd")["c"].standing == "unsupported"


def test_places_judged_the_same_do_not_clash() -> None:
    places = 'place here "Here"\n\nplace there "There"'
    there = "\n\n".join(
        f'claim at-{place} "At {place}"\n  who: eve\n  where: {place}\n  when: 1936-01-01\n\n1936 ann affirms at-{place}'
        for place in ("here", "there")
    )
    same = "2000 fay same here there\n  because: one house"
    assert claims(f"{places}\n\n{there}")["at-here"].standing == "disputed"
    assert claims(f"{places}\n\n{there}\n\n{same}")["at-here"].standing == "asserted"


def test_winter_does_not_last_through_july() -> None:
    winter, july = parse_date("1932-24"), parse_date("1932-07-01")
    assert winter is not None
    assert july is not None
    assert not winter.surely_covers(july)


def test_what_differs_without_a_condition_counts_its_link_too() -> None:
    text = "\n\n".join(f"1936 {name} affirms c\n  under: interrogation by eve per p" for name in ("ann", "bob"))
    assert any("would be corroborated" in said for said in claims(text)["c"].differs)


def test_an_unreasoned_independence_counts_for_nothing() -> None:
    text = "1936 ann affirms c #a\n\n1936 bob affirms c #b\n  knows: from unknown\n\n2000 eve independent #a #b"
    assert claims(text)["c"].pro.roots == (1, 2)


def test_a_compiler_of_both_works_is_the_only_channel() -> None:
    sources = 'source anth "A"\n  by: fay\n  held: no\n\n' + "\n\n".join(
        f'source s{who} "S"\n  by: {who}\n  in: anth p. 1\n  held: no' for who in ("eve", "dan")
    )
    text = f"{sources}\n\n1936 ann affirms c\n  cite: seve\n    > w\n\n1936 bob affirms c\n  cite: sdan\n    > w"
    assert claims(text)["c"].channel in ("fay", "anth")


def test_nothing_of_what_is_struck_is_shown() -> None:
    """Words and works that are struck occur in no output, though a statement of several citations stays."""
    sources = 'source one "ONE"\n  held: no\n\nsource two "TWO"\n  held: no'
    text = f'{PEOPLE}\nclaim c "C"\n\n{sources}\n\n1936 ann affirms c\n  cite: one p. 1\n    > words of the first\n'
    text += (
        "  cite: two p. 2\n    > words of the second\n\n1937 bob affirms c\n  cite: one p. 3\n    > words of the third"
    )
    findings = examine(case(text), ["one"])
    shown = "\n".join(FindingsText(findings, Soundness()).lines("T")) + findings_to_json("T", findings, Soundness())
    assert "words of the second" in shown
    assert "words of the first" not in shown
    assert "words of the third" not in shown


def test_a_taint_that_is_known_twice_can_be_put_in_order() -> None:
    text = "1936 ann affirms c\n  under: torture by eve per p\n  under: torture by eve cite w p. 1\n    > words\n\n"
    text += '1937 bob affirms c\n  knows: from ann\n\nsource w "W"\n  held: no'
    assert claims(text)["c"].standing == "tainted only"


def test_hearsay_among_many_is_followed_once() -> None:
    """Everybody has it from the two before: the ways are without number, the people are not."""
    people = "\n".join(f'person n{n} "N{n}"' for n in range(60))
    said = "\n\n".join(f"1936 n{n} affirms c\n  knows: from n{n - k}" for n in range(2, 60) for k in (1, 2))
    circle = "\n\n".join(f"1936 n{a} denies c\n  knows: from n{b}" for a in range(8) for b in range(8) if a != b)
    world = case(f'{people}\nclaim c "C"\n\n{said}\n\n{circle}')
    assert [claim.standing for claim in examine(world).claims] == ["disputed"]


def test_a_thousand_independent_witnesses_can_be_counted() -> None:
    people = "\n".join(f'person n{n} "N{n}"' for n in range(1200))
    said = "\n\n".join(f"1936 n{n} affirms c\n  knows: saw" for n in range(1200))
    (found,) = examine(case(f'{people}\nclaim c "C"\n\n{said}')).claims
    assert found.pro.roots == (1200, 1200)
    assert len(found.pro.cuts[0]) == 1200


def test_an_echo_that_shares_a_relay_has_no_unknown_origin() -> None:
    text = "1936 ann affirms c\n  knows: saw\n\n1936 bob affirms c\n  knows: from dan\n\n1936 cid affirms c\n  knows: from dan"
    found = claims(text)["c"]
    assert (found.standing, found.pro.roots) == ("corroborated", (2, 2))
    assert all(route.origin_known for route in found.pro.routes)


LAUNDERED = "1936 ann affirms c\n  under: torture by eve per p\n\n1937 bob affirms c\n  knows: from ann\n\n"


def test_hearsay_in_a_circle_washes_no_taint_away() -> None:
    assert claims(f"{LAUNDERED}1938 ann affirms c\n  knows: from bob")["c"].standing == "tainted only"


def test_a_witness_who_names_two_sources_depends_on_both() -> None:
    text = "1938 ann affirms c\n\n1936 bob affirms c\n  knows: from cid\n\n1938 bob affirms c\n\n"
    text += "1936 dan affirms c\n  under: interrogation by cid"
    assert claims(text)["c"].pro.roots == (2, 2)
    assert claims(f"{text}\n\n1950 bob affirms c\n  knows: from ann")["c"].pro.roots == (2, 2)


def test_echoes_and_copies_of_dependent_statements_are_dependent() -> None:
    text = "1936 ann affirms c #a\n\n1936 bob affirms c #b\n\n2000 eve dependent #a #b\n  because: so"
    echoes = "1937 cid affirms c\n  knows: from ann\n\n1937 dan affirms c\n  knows: from bob"
    assert claims(f"{text}\n\n{echoes}")["c"].pro.roots == (1, 1)
    assert claims(f"{text}\n\n1936 ann affirms c #a2")["c"].pro.roots == (1, 1)


def test_an_echo_of_a_relay_has_what_the_witness_named_elsewhere() -> None:
    text = "1936 ann affirms c\n\n1936 bob affirms c\n  via: cid\n\n1936 bob affirms c\n  knows: from dan from ann"
    assert claims(text)["c"].pro.roots == (1, 1)
    assert claims(f"{text}\n\n1950 fay affirms c\n  knows: from cid")["c"].pro.roots == (1, 1)


def test_striking_twice_is_striking_once_in_any_order() -> None:
    sources = 'source sa "S"\n  by: eve\n  held: no\n\nsource sb "S"\n  held: no\n  under: interrogation by eve'
    text = f"{sources}\n\n1936 ann affirms c\n  cite: sa p. 1\n    > w\n  cite: sb p. 1\n    > w"
    for strikes in (["eve"], ["eve", "eve"], ["sa", "eve"], ["eve", "sa"]):
        assert claims(text, *strikes)["c"].standing == "unsupported"


def test_a_long_chain_and_dense_hearsay_are_followed() -> None:
    people = "\n".join(f'person n{n} "N{n}"' for n in range(400))
    chain = "\n\n".join(f"1936 n{n} affirms c\n  knows: from n{n - 1}" for n in range(1, 400))
    dense = "\n\n".join(f"1936 n{a} denies c\n  knows: from n{b}" for a in range(30) for b in range(a))
    (found,) = examine(case(f'{people}\nclaim c "C"\n\n{chain}\n\n{dense}')).claims
    assert found.pro.roots == (1, 1)
    assert found.contra.roots == (1, 1)


# -- dates


@pytest.mark.parametrize(
    "text",
    ["١٩٣٢", "１９３２", "Y12345-06", "-0000", "1932-01-01T24:30:00", "1932-01-01T10:00:00?", "193X/1940"],  # noqa: RUF001
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert parse_date(text) is None


# -- quotations


def volume(text: str) -> Volume:
    read = read_plain(text, Profile("memoir.txt"))
    return Volume("memoir", read, (Span(0, len(read.body)),), Letters(read))


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        ("They lost 1.5 million men.", "They lost 15 million men"),
        ("They lost 1½ million men.", "They lost 112 million men"),
        ("There were 2-3 men.", "There were 23 men"),
        ("In all 19 36 men.", "In all 1936 men"),
        ("It cost -5 rubles.", "It cost 5 rubles"),
        ("By Article 58⁸ of the Code.", "Article 588 of the Code"),
        ("It was il-\nlegal and wrong.", "legal and wrong"),
        ("It was un\u00adfounded in law.", "founded in law"),
        ("An anti-Soviet centre.", "Soviet centre"),
        ("I can't say it.", "I can"),
        ("I can`t say it.", "I can"),
        ("He is वह दोषी था now.", "वह दोषा था"),
        ("Йод was found.", "Иод was found"),
        ("It is in vol.12 of the work.", "It is in vol. of the work"),
        ("They killed:30 in all.", "They killed: in all"),
        ("I never said that I was guilty.", "[Trotsky ordered the murder, and] I [did it]"),
        ("I never said that I was guilty.", "I said that I was guilty"),
        ("It cost £3.50 He paid.", "It cost £3. He paid"),
        ("By Art.58 The law says so.", "By Art. The law says so"),
        ("He was a non-\nParty man.", "Party man"),
        ("A non–aggression pact.", "aggression pact"),
        ("It fell to –5 degrees.", "It fell to 5 degrees"),
        ("It cost $50 then.", "It cost £50 then"),
        ("Only 50% of men.", "Only 50 of men"),
        ("Про їх долю.", "Про іх долю"),
    ],
)
def test_a_changed_quotation_is_not_accepted(source: str, quote: str) -> None:
    assert not volume(source).quote_on(quote, None).kind.is_faithful


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        ("He was in Moscow.² Then he left.", "He was in Moscow. Then he left"),
        ('He was in Moscow."2 Then he left.', "in Moscow. Then he left"),
        ("He canʼt say it.", "He can't say it"),
        ("在法庭上他说他不是间谍。", "他不是间谍"),
        ("There were 30,000 officers.", "There were 30000 officers"),
        ("In 1936–37 it was.", "In 1936-37 it was"),
        ("Он был в Москве.2 Тогда он ушёл.", "Он был в Москве. Тогда он ушел"),
    ],
)
def test_a_true_quotation_is_accepted(source: str, quote: str) -> None:
    assert volume(source).quote_on(quote, None).kind.is_faithful


def test_brackets_in_the_place_of_words_are_shown() -> None:
    verdict = volume("I never said that I was guilty.").quote_on("I [always] said that I was guilty", None)
    assert verdict.kind is Kind.INTERPOLATED
    assert [(change.source, change.quoted) for change in verdict.replaced] == [("never", "[always]")]


def test_brackets_inside_a_word_are_shown() -> None:
    verdict = volume("He said that it was legal in his time.").quote_on("it was [il]legal in his time", None)
    assert [(change.source, change.quoted) for change in verdict.replaced] == [("legal", "[il]legal")]


def test_words_divided_otherwise_are_shown() -> None:
    verdict = volume("He was not able to come.").quote_on("He was notable to come", None)
    assert [(change.source, change.quoted) for change in verdict.division] == [("not able", "notable")]


def test_the_cited_page_wins_however_often_the_words_stand_before() -> None:
    text = "".join(f"{{p. {n}}} the end of the day. " * 3 for n in range(1, 200)) + "{p. 200} the great hotel."
    verdict = volume(text).quote_on("the ... hotel", parse_locator("p. 200"))
    assert verdict.kind is Kind.ELIDED
    assert [page.labels[0].first for page in verdict.pages] == ["200"]


def test_a_quotation_over_a_page_of_an_essay_in_a_collection(make: Make) -> None:
    whole = (
        'source coll "C"\n  file: sources/coll.txt\nsource art "A"\n  in: coll pp. 10-11\nperson a "A"\nclaim c "C"\n\n'
    )
    whole += "1931 a affirms c\n  cite: art pp. 10-11\n    > He came in and said nothing at all\n"
    text = "{p. 9} Before. {p. 10} He came in and {p. 11} said nothing at all. {p. 12} After."
    assert not check(Context(make(whole=whole, sources={"coll.txt": text})))


def test_a_cross_reference_is_no_page_mark() -> None:
    assert not read_plain("He came [see p. 12] and {see p. 13} went.", Profile("a")).pages


def test_paragraphs_part_at_any_blank_line() -> None:
    found = volume("One.\r\n\r\nTwo.\r\n \r\nThree.")
    assert [found.text.body[span.start : span.end] for span in found.paragraphs] == ["One.", "Two.", "Three."]
    assert found.places(parse_locator("¶ 2") or pytest.fail("no locator")) == (found.paragraphs[1],)


@pytest.mark.parametrize("locator", ["f. 2", "pp. 1-99999", "¶ 0", "¶ ²", "¶ 9"])
def test_a_place_that_is_not_there_is_not_found(locator: str) -> None:
    read = volume(MEMOIR)
    parsed = parse_locator(locator)
    assert parsed is None or not read.has(parsed)


# -- the casebook


@pytest.mark.parametrize("count", ["1_ men", "1__0 men", "1/2_ men", "9" * 5000 + " men"])
def test_a_count_that_is_none_is_complained_of(count: str) -> None:
    assert [c.sort for c in parse_text(f'claim c "C"\n  count: {count}').complaints] == ["value"]


def test_a_file_without_line_ends_is_complained_of() -> None:
    assert parse_text("; a comment\rclaim c\r").complaints


def test_a_head_that_slipped_in_takes_its_fields_along() -> None:
    text = 'person ann "Ann"\n person bob "Bob"\n  alias: B.\n'
    found = case(text)
    assert found.persons["ann"].aliases == ()
    assert [alias.name for alias in found.persons["bob"].aliases] == ["B."]
    assert format_text(text) == 'person ann "Ann"\nperson bob "Bob"\n  alias: B.\n'


def test_a_stray_mark_in_a_head_is_left_where_it_is() -> None:
    text = '2024 clara dependent #anna-s"aw #b\n'
    assert format_text(text) == text


def test_long_lines_are_read_in_time_that_grows_with_their_length() -> None:
    text = 'person a "A"\n  alias: a' + " " * 200_000 + "b\n  a" + " " * 200_000 + "b\n"
    assert format_text(text)
    assert parse_text(text).complaints


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        ('scenario s "S"\n  strike: a\n  strike: about a', "a", "b", 'scenario s "S"\n  strike: b\n  strike: about a'),
        ('claim c "C"\n  assumes: who a\n  assumes: event walk of a', "a", "b", 'claim c "C"\n  assumes: who b\n  assumes: event walk of a'),
        ("1936 x affirms torture\n  under: torture by a per torture", "torture", "beaten", "1936 x affirms beaten\n  under: torture by a per beaten"),
        ('person p "P"\n  alias: coll in coll\n  alias: coll', "coll", "book", 'person p "P"\n  alias: coll in book\n  alias: coll'),
        ("1936 x affirms c\n  cite: section section 5\n    > w", "section", "book", "1936 x affirms c\n  cite: book section 5\n    > w"),
        ("1936 a affirms c\n\n1936 a affirms c\n\n2000 e dependent #1936-a-affirms-c #1936-a-affirms-c~2", "a", "b",
         "1936 b affirms c\n\n1936 b affirms c\n\n2000 e dependent #1936-b-affirms-c #1936-b-affirms-c~2"),
        ("1936 a affirms c\n\n1937 a denies #1936-a-affirms-c\n\n1938 x denies #1937-a-denies-1936-a-affirms-c", "a", "b",
         "1936 b affirms c\n\n1937 b denies #1936-b-affirms-c\n\n1938 x denies #1937-b-denies-1936-b-affirms-c"),
        ('claim c "C"\n  who: a, 1bad', "a", "b", 'claim c "C"\n  who: b, 1bad'),
    ],
)  # fmt: skip
def test_names_are_renamed_where_they_name_and_nowhere_else(text: str, old: str, new: str, expected: str) -> None:
    assert apply_edits(text, rename_edits(book(text), old, new)) == expected


# -- dossiers


@pytest.mark.parametrize("page", ["(", "(?i)[p. (\\d+)", "p. (\\d+){99999999999999}"])
def test_profiles_that_cannot_be_used_are_refused(page: str) -> None:
    with pytest.raises(ProfileError):
        read_plain("p. 12 and p. t", Profile("a", page=page))


@pytest.mark.parametrize(
    ("page", "labels"),
    [(r"(?i)P\. (\d+)", ["12"]), (r"p\. (\d+)|(t)", ["12", "t"]), (r"(?P<assay_page>\d+)", ["12"])],
)
def test_unusual_profiles_can_be_used(page: str, labels: list[str]) -> None:
    read = read_plain("p. 12 and p. t", Profile("a", page=page))
    assert [found.labels[0].first for found in read.pages] == labels


def test_an_editors_lock_and_a_folder_are_no_casebook_files(make: Make) -> None:
    dossier = make()
    (dossier.root / "casebook" / ".#case.case").symlink_to("user@host.1234")
    (dossier.root / "casebook" / "folder.case").mkdir()
    assert "anna" in open_dossier(dossier.root).case.persons


def test_a_large_casebook_with_a_stray_byte_is_read(tmp_path: Path) -> None:
    filler = "\n".join(f"; {'x' * 100}" for _ in range(3000))
    dossier = write_dossier(
        tmp_path, f'person anna "Anna"\n{filler}\nperson dora "D\udce9ra"\n', {"memoir.txt": MEMOIR}
    )
    assert "anna" in dossier.case.persons
    found = check(Context(dossier))
    assert found
    assert json.loads(to_json(found))["diagnostics"]


def test_an_interrupted_undo_is_finished(make: Make) -> None:
    dossier = make()
    (dossier.root / "casebook" / "more.case").write_text("1932 boris denies fire\n", newline="")
    dossier = open_dossier(dossier.root)
    before = dict(dossier.casebook_texts)
    rename(dossier, "boris", "borya")
    with interrupted_at(3):
        undo(dossier.root)
    assert open_dossier(dossier.root).casebook_texts == before
    assert undo(dossier.root) is None


def test_a_change_is_taken_back_where_a_file_was_edited_in_between(make: Make) -> None:
    dossier = make()
    more = dossier.root / "casebook" / "more.case"
    more.write_text("1932 boris denies fire\n", newline="")
    dossier = open_dossier(dossier.root)
    with interrupted_at(3):
        rename(dossier, "boris", "borya")
    more.write_text("1932 boris denies fire\n; edited\n", newline="")
    again = open_dossier(dossier.root)
    assert "boris" in again.case.persons
    assert again.casebook_texts["casebook/more.case"].endswith("; edited\n")


def test_file_names_that_no_line_can_hold_are_made_safe(tmp_path: Path) -> None:
    root = tmp_path / "new"
    make_dossier(root, "T", "en")
    for name in ("back\\slash.txt", "new\nline.txt", 'quo"te.txt'):
        document = tmp_path / name
        document.write_text(f"{name} {{p. 1}} words")
        add_file(open_dossier(root), document)
    found = check(Context(open_dossier(root)))
    assert not found


def test_adding_after_undo_finds_the_document_where_it_was(tmp_path: Path) -> None:
    root = tmp_path / "new"
    make_dossier(root, "T", "en")
    document = tmp_path / "memoir.txt"
    document.write_text(MEMOIR)
    add_file(open_dossier(root), document)
    undo(root)
    assert add_file(open_dossier(root), document).path == "sources/memoir.txt"


def test_the_index_is_no_way_out_of_the_dossier(make: Make, tmp_path: Path) -> None:
    dossier = make()
    outside = tmp_path / "outside"
    outside.mkdir()
    (dossier.root / ".assay").symlink_to(outside)
    with pytest.raises(DossierError, match="is a link"):
        rename(dossier, "boris", "borya")
    assert not list(outside.iterdir())
