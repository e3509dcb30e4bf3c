"""What is said of a clash, and where the search stops."""

import pytest

from assay.examine import examine
from assay.examine.travel import Journey, kilometres
from assay.model.calendars import from_julian
from assay.model.dates import parse_date
from assay.model.findings import Clash, Findings
from assay.report.findings_text import FindingsText
from assay.report.soundness import Soundness
from conftest import book, case

REGISTER = """
source study "A study"
  held: no

source gazette "The Gazette"
  held: no
  calendar: Julian

person anna "Anna"
  died: 1950

person boris "Boris"

place mill "The mill"

place port "The port"

place moscow "Moscow"
  at: 55.75, 37.62

place arbat "The Arbat"
  in: moscow

place kremlin "The Kremlin"
  in: moscow

place tver "Tver"
  at: 56.86, 35.91

place paris "Paris"
  at: 48.86, 2.35
"""


def world(*claims: str, cite: str = "study") -> Findings:
    said = [f"1940 boris affirms {c.split()[1]}\n  cite: {cite} p. {n + 1}\n    > words" for n, c in enumerate(claims)]
    return examine(case("\n\n".join([REGISTER, *claims, *said])))


def was(id_: str, where: str, when: str, who: str = "anna", more: str = "") -> str:
    return f'claim {id_} "{id_.upper()}"\n  who: {who}\n  where: {where}\n  when: {when}{more}'


def only(findings: Findings) -> Clash:
    (clash,) = findings.clashes
    return clash


def test_a_conflict_of_several_is_told_in_sentences_with_pages() -> None:
    findings = world(
        'claim flood "The river flooded"\n  when: 1932\n  after: storm by at least 3 days',
        'claim storm "A storm came up"\n  after: feast',
        'claim feast "The feast was held"\n  when: 1932-12-30',
    )
    clash = only(findings)
    assert clash.must
    assert clash.kind == "order of events"
    assert clash.because == (
        "“The feast was held” (A study, p. 3), 30 December 1932; “The river flooded” (A study, p. 1), 1932; "
        "“A storm came up” (A study, p. 2) came after “The feast was held”; "
        "“The river flooded” came at least 3 days after “A storm came up”; these cannot all be true"
    )
    assert clash.ways_out == (
        "“The feast was held” is not so",
        "“The river flooded” is not so",
        "“A storm came up” is not so",
    )


def test_the_way_and_the_speed_stand_beside_a_journey() -> None:
    clash = only(world(was("a", "moscow", "1812-09-14"), was("b", "paris", "1812-09-17")))
    assert clash.must
    assert "the 2,486 km between them take 124 hours at 20 km/h" in clash.because
    assert "they travelled at more than 20 km/h" in clash.ways_out


@pytest.mark.parametrize(
    ("here", "there", "when", "found"),
    [
        ("moscow", "tver", "1812-09-14", "might"),  # eight hours on horseback
        ("moscow", "tver", "1975-09-14", ""),  # within the hour
        ("arbat", "tver", "1812-09-14", "might"),  # by the town around it
        ("arbat", "kremlin", "1812-09-14", "must"),  # nobody knows how far: on one day, in two places
        ("mill", "moscow", "1812-09-14", "must"),
    ],
)
def test_one_day_in_two_places(here: str, there: str, when: str, found: str) -> None:
    findings = world(was("a", here, when), was("b", there, when))
    places = [clash for clash in findings.clashes if clash.kind == "two places at once"]
    assert [("must" if clash.must else "might") for clash in places] == ([found] if found else [])


def test_two_who_were_together_clash_once() -> None:
    findings = world(was("a", "mill", "1931-05-03", "anna, boris"), was("b", "port", "1931-05-03", "anna, boris"))
    assert only(findings).must


def test_old_style_is_moved_and_said() -> None:
    text = [REGISTER, was("a", "mill", "1917-10-25"), was("b", "port", "1917-11-07")]
    text += ["1917 boris affirms a\n  cite: gazette p. 1\n    > words", "1940 boris affirms b\n  cite: study p. 1"]
    clash = only(examine(case("\n\n".join(text))))
    assert clash.must
    assert "25 October 1917 is Old Style: 7 November 1917 New Style" in clash.because
    text.append("1930 boris affirms a\n  cite: study p. 2\n    > words")
    clash = only(examine(case("\n\n".join(text))))
    assert not clash.must
    assert "may mean either" in clash.because


@pytest.mark.parametrize(
    ("written", "meant"),
    [("1825-12-14", "1825-12-26"), ("1917-10-25", "1917-11-07"), ("../1905-01-09", "../1905-01-22")],
)
def test_julian_dates(written: str, meant: str) -> None:
    old, new = parse_date(written), parse_date(meant)
    assert old is not None
    assert new is not None
    assert from_julian(old).same_days(new)


def test_what_is_implied_clashes_and_says_so() -> None:
    findings = world(
        'claim plot "There was a plot"\n  implies: met',
        was("met", "mill", "1931-05-03"),
        was("away", "port", "1931-05-03"),
    )
    assert {clash.members for clash in findings.clashes if clash.must} == {("away", "met"), ("away", "plot")}
    assert any("“There was a plot” implies “MET”" in clash.because for clash in findings.clashes)
    (tangle,) = findings.tangles
    assert set(tangle.ways_out) == {("away",), ("met", "plot")}


def test_what_implies_excluded_things_clashes() -> None:
    findings = world(
        'claim plot "There was a plot"\n  implies: met',
        'claim met "They met"\n  excludes: alone',
        'claim alone "He was alone"',
    )
    assert only(findings).members == ("alone", "plot")


def test_an_assumption_makes_a_conflict_of_several_possible_only() -> None:
    findings = world(
        'claim a "A"\n  when: 1932\n  after: b',
        'claim b "B"\n  after: c',
        'claim c "C"\n  assumes: when 1933',
    )
    assert not only(findings).must
    assert any("not so that it was in 1933" in way for way in only(findings).ways_out)


def test_nobody_acts_or_testifies_after_death() -> None:
    findings = world(was("a", "mill", "1951"))
    assert (only(findings).kind, only(findings).must) == ("outside a life", False)
    told = case(f'{REGISTER}\nclaim fire "The mill burned"\n\n1951 anna affirms fire\n  cite: study p. 1')
    assert only(examine(told)).kind == "testimony outside a life"


def test_vague_dates_without_end_are_counted_and_not_listed() -> None:
    findings = world(*(was(f"c{n}", ("mill", "port")[n % 2], "1936") for n in range(60)))
    assert len(findings.clashes) == 40
    assert any("up to 860 more are not" in line for line in findings.limits)


def test_what_hangs_together_is_reported_with_its_ways_out() -> None:
    findings = world(
        'claim a "A"\n  when: 1932-06',
        'claim b "B"\n  after: a',
        'claim c "C"\n  when: 1932-02\n  after: b',
        'claim d "D"\n  when: 1932-03\n  after: b',
    )
    text = "\n".join(FindingsText(findings, Soundness()).lines("A test"))
    assert "2 clashes with weak points in common [a, b, c, d]" in text
    assert "all of them disappear without a; or without b; or without c and d" in text


def test_spans_of_time_are_read() -> None:
    found = book(
        'claim a "A"\n  after: b by at least 2 weeks and at most 1 month\n\nclaim b "B"\n  before: a by 5 moons'
    )
    (order,) = found.case.claims["a"].after
    assert (order.at_least, order.at_most) == (14, 31)
    (complaint,) = found.complaints["case.case"]
    assert "is no span of time" in complaint.message


def test_a_journey_is_never_shorter_than_the_sphere() -> None:
    assert round(kilometres((0, 0), (0, 180))) == 20015
    assert Journey(480.0, 20).days_apart == 0
    assert Journey(481.0, 20).days_apart == 1
