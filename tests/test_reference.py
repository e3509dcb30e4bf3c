"""The reference dossier: a real casebook. Every standing was worked out by hand before the code ran."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from assay.check import Context, check
from assay.cli.app import app
from assay.dossier import Dossier, open_dossier
from assay.examine import examine
from assay.model.diagnostics import Diagnostic, Severity
from assay.model.findings import ClaimFinding, Findings

SNAPSHOTS = Path(__file__).parent / "snapshots"

# claim: standing, for (firmness, roots), against (firmness, roots), and why, in the words of the rules
BY_HAND = {
    # one witness affirms twice, himself untainted; he denies it once, in his own defence
    "bloc-1932": ("asserted", ("asserted", (1, 1)), ("tainted", (1, 1))),
    # said in a proceeding whose minutes were dictated; nobody denies it
    "dacha-meeting": ("tainted only", ("tainted", (1, 1)), ("nothing", (0, 0))),
    # four confessions through one interrogator; one denial spoken despite it
    "centre-existed": ("denied", ("tainted", (1, 1)), ("asserted", (1, 1))),
    # two witnesses who have nobody in common
    "extorted-1936": ("corroborated", ("corroborated", (2, 2)), ("nothing", (0, 0))),
    "conveyor-1937": ("asserted", ("asserted", (1, 1)), ("nothing", (0, 0))),
    # at fourth hand, one root
    "stalin-told-yagoda-torture": ("asserted", ("asserted", (1, 1)), ("nothing", (0, 0))),
    "mostly-false": ("asserted", ("asserted", (1, 1)), ("nothing", (0, 0))),
    # the second witness had it from somebody unnamed: his independence is not assumed
    "kremlin-meeting": ("asserted", ("asserted", (1, 2)), ("nothing", (0, 0))),
    # interrogation alone is a link, not a taint; the denial is spoken despite it
    "shmidt-plot": ("disputed", ("asserted", (1, 1)), ("asserted", (1, 1))),
    "shestov-directive": ("denied", ("tainted", (1, 1)), ("asserted", (1, 1))),
    "toll-convicted": ("asserted", ("asserted", (1, 1)), ("nothing", (0, 0))),
    "toll-victims": ("asserted", ("asserted", (1, 1)), ("nothing", (0, 0))),
    # tainted; must clash with an asserted claim, which is not corroborated
    "meeting-bristol": ("contradicted", ("tainted", (1, 1)), ("nothing", (0, 0))),
    "goltsman-in-berlin": ("asserted", ("asserted", (1, 1)), ("nothing", (0, 0))),
    # clashes with a claim that is less firm
    "bristol-gone": ("asserted", ("asserted", (1, 1)), ("nothing", (0, 0))),
    "hotel-mixed-up": ("asserted", ("asserted", (1, 1)), ("nothing", (0, 0))),
    # the field is an assumption, so the clash only might be
    "piatakov-flight": ("tainted only", ("tainted", (1, 1)), ("nothing", (0, 0))),
    "no-foreign-plane": ("asserted", ("asserted", (1, 1)), ("nothing", (0, 0))),
    "no-foreign-plane-december": ("asserted", ("asserted", (1, 1)), ("nothing", (0, 0))),
    # 1935 lies within the window under every reading
    "piatakov-met-trotsky": ("contradicted", ("tainted", (1, 1)), ("nothing", (0, 0))),
    "piatakov-never-met": ("asserted", ("asserted", (1, 1)), ("nothing", (0, 0))),
    # each excludes the other, and both are tainted: one by exhaustion, one by own defence
    "romm-in-paris": ("tainted only", ("tainted", (1, 1)), ("tainted", (1, 1))),
    "trotsky-not-in-paris": ("tainted only", ("tainted", (1, 1)), ("tainted", (1, 1))),
    # two are silent about it, which changes nothing
    "parallel-centre": ("tainted only", ("tainted", (1, 1)), ("nothing", (0, 0))),
}


def found(dossier: Dossier, *without: str) -> dict[str, ClaimFinding]:
    return {claim.id: claim for claim in examine(dossier.case, without).claims}


def test_every_standing_is_as_worked_out_by_hand(reference: Path) -> None:
    claims = found(open_dossier(reference))
    computed = {
        id_: (
            claim.standing,
            (str(claim.pro.firmness), claim.pro.roots),
            (str(claim.contra.firmness), claim.contra.roots),
        )
        for id_, claim in claims.items()
    }
    assert computed == BY_HAND


def test_cuts_hands_channels_and_both_sides(reference: Path) -> None:
    claims = found(open_dossier(reference))
    assert claims["centre-existed"].pro.cuts == (("nkvd",),)
    assert claims["extorted-1936"].channel == "rogovin"
    assert [route.hand for route in claims["stalin-told-yagoda-torture"].pro.routes] == [4]
    assert "Shmidt is quoted both for and against" in claims["shmidt-plot"].beside
    assert "Leon Sedov is quoted both for and against" in claims["bloc-1932"].beside
    assert len(claims["parallel-centre"].beside) == 2


def test_clashes(reference: Path) -> None:
    findings = examine(open_dossier(reference).case)
    clashes = {(frozenset(clash.members), clash.kind): clash for clash in findings.clashes}
    sure = {members for (members, _), clash in clashes.items() if clash.must}
    assert sure == {
        frozenset({"meeting-bristol", "bristol-gone"}),
        frozenset({"piatakov-met-trotsky", "piatakov-never-met"}),
    }
    might = {members for (members, _), clash in clashes.items() if not clash.must}
    assert frozenset({"piatakov-flight", "no-foreign-plane"}) in might
    assert not any(members == {"toll-convicted", "toll-victims"} for members, _ in clashes)
    bristol = clashes[frozenset({"meeting-bristol", "bristol-gone"}), "outside its existence"]
    assert bristol.as_reported
    assert any("mistaken identity" in way for way in bristol.ways_out)


def test_refuted_once_somebody_puts_their_name_to_the_demolition(reference: Path) -> None:
    with (reference / "casebook" / "copenhagen.case").open("a", encoding="utf-8") as file:
        file.write("\n2026-01 myers accept bristol-gone\n  because: the building register has it\n")
    claims = found(open_dossier(reference))
    assert claims["bristol-gone"].standing == "accepted"
    assert claims["meeting-bristol"].standing == "refuted"


def test_an_accept_without_a_reason_counts_for_nothing(reference: Path) -> None:
    with (reference / "casebook" / "copenhagen.case").open("a", encoding="utf-8") as file:
        file.write("\n2026-01 myers accept bristol-gone\n")
    dossier = open_dossier(reference)
    assert found(dossier)["meeting-bristol"].standing == "contradicted"
    assert [diagnostic.code for diagnostic in errors(dossier)] == ["E005"]


def test_scenarios(reference: Path) -> None:
    findings: Findings = examine(open_dossier(reference).case)
    changes = {scenario.id: {shift.claim: shift for shift in scenario.shifts} for scenario in findings.scenarios}
    assert changes["palimpsest"]["centre-existed"].after == "unsupported"
    assert "dacha-meeting" not in changes["palimpsest"]
    kremlin = changes["without-orlov"]["kremlin-meeting"]
    assert (kremlin.after, kremlin.roots_after, kremlin.witnesses_after) == ("asserted", (1, 1), ("kaganovich",))


def errors(dossier: Dossier) -> list[Diagnostic]:
    return [d for d in check(Context(dossier)) if d.severity is not Severity.NOTE]


def test_the_casebook_as_it_stands_has_no_error(reference: Path) -> None:
    assert errors(open_dossier(reference)) == []


DAMAGE = [
    # file, what is there, what is put in its place, the finding, the line's words it stands on
    ("copenhagen.case", "Sedov accompanied him to", "Sedov accompanied her to", "Q002", "accompanied her to"),
    ("copenhagen.case", "cite: rogovin1937 p. 65", "cite: rogovin1937 p. 64", "Q004", "cite: rogovin1937 p. 64"),
    ("people.case", 'person romm "V. G. Romm"\n', "", "N001", "who: romm, trotsky"),
    ("bloc.case", "1938 liushkov affirms", "1938 liushkov afirms", "S004", "1938 liushkov afirms"),
    ("bloc.case", "> all these accusations", "> all these # 5 accusations", "Q002", "# 5"),
]


@pytest.mark.parametrize(("file", "there", "instead", "code", "on"), DAMAGE, ids=[row[3] + row[0] for row in DAMAGE])
def test_damage_is_found_where_it_is(reference: Path, file: str, there: str, instead: str, code: str, on: str) -> None:
    path = reference / "casebook" / file
    text = path.read_text("utf-8")
    assert there in text
    path.write_text(text.replace(there, instead, 1), "utf-8")
    dossier = open_dossier(reference)
    diagnostics = [d for d in errors(dossier) if d.code == code]
    assert diagnostics
    lines = [dossier.casebook_texts[d.at.file].split("\n")[d.at.line - 1] for d in diagnostics]
    assert any(on in line for line in lines)
    assert all(d.help for d in diagnostics)


def test_a_changed_byte_in_the_source_is_found(reference: Path) -> None:
    path = reference / "sources" / "anthology.txt"
    data = bytearray(path.read_bytes())
    data[200_000] ^= 1
    path.write_bytes(data)
    found_ = errors(open_dossier(reference))
    assert [d.code for d in found_ if d.at.file == "dossier.toml"] == ["F001"]


@pytest.mark.parametrize("command", ["examine", "silence", "questions"])
def test_explanations_read_as_they_did_when_somebody_read_them_aloud(reference: Path, command: str) -> None:
    """A snapshot of what is concluded, with all quoted words and titles left out; delete it and run again to take it anew."""
    said = CliRunner().invoke(app, [command, str(reference), "--limit", "100"][: 4 if command == "questions" else 2])
    assert said.exit_code == 0, said.output
    lines = re.sub(r"“[^”]*”", "“…”", said.stdout)
    for claim in open_dossier(reference).case.claims.values():
        lines = re.sub(r"\s+".join(map(re.escape, claim.title.split())), "…", lines)
    snapshot = SNAPSHOTS / f"reference-{command}.txt"
    if not snapshot.exists():
        snapshot.write_text(lines, "utf-8")
    assert lines == snapshot.read_text("utf-8")
