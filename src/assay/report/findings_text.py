"""An examination, written out for people: what stands, what falls, and why, with work and page."""

import itertools
import textwrap
from collections.abc import Collection, Iterator, Sequence

from assay.model.case import within
from assay.model.findings import LOST, STANDS, ClaimFinding, Clash, Findings, Route, ScenarioFinding, Shift, Side
from assay.report import words
from assay.report.invisible import visible
from assay.report.paint import Paint, Tone, plain
from assay.report.soundness import Soundness

_LABEL = 9
_SHORT = 320
_WAYS = 8


class FindingsText:
    """Writes findings. Statements whose quotation does not stand are marked wherever they are shown."""

    def __init__(
        self,
        findings: Findings,
        soundness: Soundness,
        *,
        width: int = 100,
        full: bool = False,
        paint: Paint = plain,
    ) -> None:
        """Take what was found, with the case that is left, and how sound the casebook is."""
        self._findings, self._case = findings, findings.case
        self._width, self._full, self._paint = width, full, paint
        self._unverified, self._errors = soundness.unverified, soundness.errors

    def lines(self, title: str, only: Collection[str] = ()) -> Iterator[str]:
        """Write everything, or only some claims."""
        findings = self._findings
        yield self._paint(title, "strong")
        yield from self._wrapped(self.opening())
        yield from self._warnings()
        if findings.without is not None:
            yield from self._left_out(findings.without)
        shown = [claim for claim in findings.claims if not only or claim.id in only]
        if len(shown) > 1:
            yield ""
            yield from self._summary(shown)
        for issue, claims in self._by_issue(shown):
            yield ""
            yield self._paint(issue, "strong")
            for claim in claims:
                yield ""
                yield from self._claim(claim)
        if not only:
            yield from self._together(findings)
            for scenario in findings.scenarios:
                yield ""
                yield from self._scenario(scenario)

    def _together(self, findings: Findings) -> Iterator[str]:
        """Write what hangs together, with the smallest ways out, and where the search stopped."""
        for tangle in findings.tangles:
            yield ""
            title = f"{_counted(tangle.conflicts, 'clash', 'es')} with weak points in common"
            yield f"{self._paint(title, 'strong')} [{', '.join(tangle.members)}]"
            ways = (" and ".join(way) for way in tangle.ways_out[:_WAYS])
            more = len(tangle.ways_out) - _WAYS
            said = "; or without ".join(ways) + (f"; or {more} more such sets" if more > 0 else "")
            if said:
                yield from self._wrapped(f"all of them disappear without {said}", "  ", "    ")
            if tangle.stopped:
                yield from self._wrapped(tangle.stopped, "  ", "    ")
        if findings.limits:
            yield ""
            yield self._paint("Not listed, or not searched to the end", "strong")
        for said in findings.limits:
            yield from self._wrapped(said, "  ", "    ")

    def _warnings(self) -> Iterator[str]:
        """Say what is wrong underneath, before anything is concluded from it."""
        if self._errors:
            found = f"assay check finds {_counted(self._errors, 'error')}: what follows rests on a damaged casebook."
            yield self._paint(found, "error")
        unverified = self._unverified & self._case.statements.keys()
        if unverified:
            do = "does" if len(unverified) == 1 else "do"
            found = f"{_counted(len(unverified), 'statement')} {do} not stand as cited, and still count below."
            yield self._paint(found, "error")

    def _summary(self, claims: Sequence[ClaimFinding]) -> Iterator[str]:
        """One line to a claim."""
        broad = max(len(claim.standing) for claim in claims)
        for claim in claims:
            lead = f"  {claim.standing:<{broad}}  "
            lines = list(self._wrapped(f"{claim.title} [{claim.id}]", lead, " " * (broad + 4)))
            yield self._paint(lines[0][: broad + 2], _tone(claim)) + lines[0][broad + 2 :]
            yield from lines[1:]

    def opening(self) -> str:
        """Say first how narrow the way is by which all this reaches us."""
        findings = self._findings
        alone = sum(count for _, count in findings.channels)
        said = f"{_counted(len(findings.claims), 'claim')}, {_counted(findings.statements, 'statement')}."
        if not alone:
            return said
        which = ", ".join(
            f"{count} come{'s' * (count == 1)} through “{self._case.called(work)}”"
            for work, count in findings.channels[:4]
        )
        more = len(findings.channels) - 4
        which += f", and {_counted(more, 'more work')}" if more > 0 else ""
        whole = alone == findings.statements
        are = "is" if alone == 1 else "are"
        lead = "None of them is reported by a second work" if whole else f"{alone} of them {are} in one work only"
        said += f" {lead}: {which}."
        if findings.bottleneck is not None and (len(findings.channels) > 1 or alone < findings.statements):
            said += f" All of that is read in one compilation, {self._compilation(findings.bottleneck)}."
        return said

    def _compilation(self, work: str) -> str:
        """Name a compilation by its id and its maker: its title may be that of its own words only."""
        by = " and ".join(within(self._case.called(name)) for name in self._case.sources[work].by)
        return f"{work} ({by})" if by else work

    def _left_out(self, scenario: ScenarioFinding) -> Iterator[str]:
        yield ""
        yield self._paint(f"Left out: {'; '.join(scenario.strikes)}", "strong")
        yield from self._changes(scenario)

    def _by_issue(self, claims: Sequence[ClaimFinding]) -> Iterator[tuple[str, list[ClaimFinding]]]:
        issues = [*self._case.issues, None]
        for issue in issues:
            found = [claim for claim in claims if claim.issue == issue or (issue is None and claim.issue not in issues)]
            if found:
                yield ("Other claims" if issue is None else self._case.called(issue)), found

    def _claim(self, claim: ClaimFinding) -> Iterator[str]:
        tone = _tone(claim)
        *most, last = self._wrapped(f"{claim.title} [{claim.id}]", "  ", "  ")
        yield from most
        yield last.replace(f"[{claim.id}]", f"[{self._paint(claim.id, 'faint')}]")
        yield f"  {self._paint(claim.standing.upper(), tone)}{words.how_known(self._case, claim)}"
        yield from self._side("for", claim.pro, claim)
        yield from self._side("against", claim.contra, claim)
        for clash in claim.clashes:
            yield from self._clash(clash, claim.id)
        for said in (*claim.beside, *claim.differs):
            yield from self._labelled("noted", said)

    def _clash(self, clash: Clash, of: str) -> Iterator[str]:
        """Write a clash in full under its first member, and in a line under the others."""
        if of != clash.members[0]:
            other = f"“{self._case.called(clash.members[0])}” [{clash.members[0]}]"
            yield from self._labelled(
                "clash", f"{'cannot' if clash.must else 'perhaps cannot'} be true together with {other}: see there"
            )
            return
        yield from self._labelled("clash", words.clash(self._case, clash, of))
        yield from self._labelled("", "ways out: " + "; ".join(clash.ways_out))
        for member in clash.members[1:] if clash.must else ():
            yield from self._other_side(member)

    def _side(self, label: str, side: Side, claim: ClaimFinding) -> Iterator[str]:
        if not side.routes and not side.accepted_by:
            return
        yield from self._labelled(label, words.side(side))
        for judged in side.accepted_by:
            yield from self._labelled("", f"accepted by {judged}")
        for route in side.routes:
            yield from self._route(route, claim)
        if len(side.routes) > 1 or any(len(route.links) > 1 for route in side.routes):
            yield from self._labelled("", words.cuts(self._case, side))

    def _route(self, route: Route, claim: ClaimFinding) -> Iterator[str]:
        statement = self._case.statements[route.statement]
        bad = self._paint(" (NOT FOUND AS CITED)", "error") if statement.id in self._unverified else ""
        elsewhere = f" [{route.claim}]" if route.claim != claim.id else ""
        quote = self._quote(statement.cites[0].words) if statement.cites else ""
        yield from self._labelled("  -", f"{words.speaker(self._case, statement)}{elsewhere}: {quote}{bad}")
        yield from self._labelled("", f"  {words.channels(self._case, route)}")
        yield from self._labelled("", f"  {words.knowledge(self._case, statement, route)}")
        if route.taints:
            taints = ", ".join(words.taint(self._case, taint) for taint in route.taints)
            yield from self._labelled("", f"  tainted by {taints}")
        elif route.despite:
            against = ", ".join(words.pressure(self._case, str(condition)) for condition in statement.despite)
            yield from self._labelled("", f"  said against what {against} was to bring about: no taint")
        for assessed in claim.assessed:
            if assessed.statement == route.statement:
                for said in words.links(self._case, assessed):
                    yield from self._labelled("", f"  {said}")

    def _other_side(self, member: str) -> Iterator[str]:
        """Show the words of the other claim of a clash."""
        affirming = (s for s in self._case.by_claim.get(member, ()) if s.act == "affirms" and s.cites)
        for statement in itertools.islice(affirming, 2):
            cite = statement.cites[0]
            where = f", {cite.locator}" if cite.locator is not None else ""
            who = words.speaker(self._case, statement)
            yield from self._labelled(
                "  -", f"{who}: {self._quote(cite.words)} {self._case.called(cite.source)}{where}"
            )

    def _quote(self, quoted: str) -> str:
        if not self._full and len(quoted) > _SHORT:
            return f"“{quoted[:_SHORT].rsplit(' ', 1)[0]} […]” (--full shows the rest)"
        return f"“{quoted}”"

    def _scenario(self, scenario: ScenarioFinding) -> Iterator[str]:
        yield f"{self._paint('What if: ' + scenario.title, 'strong')} [{scenario.id}: {'; '.join(scenario.strikes)}]"
        yield from self._changes(scenario)

    def _changes(self, scenario: ScenarioFinding) -> Iterator[str]:
        fallen = len(scenario.struck)
        yield f"  {fallen} of {_counted(scenario.of, 'statement')} fall{'s' * (fallen == 1)}."
        for shift in scenario.shifts:
            yield from self._wrapped(self._shift(shift), "  ", "    ")
        left = len(self._case.claims) - len(scenario.shifts)
        yield f"  {_counted(left, 'claim')} stay{'s' * (left == 1)} as before."

    def _shift(self, shift: Shift) -> str:
        title = f"{self._case.called(shift.claim)} [{shift.claim}]"
        if shift.before != shift.after:
            said = f"{title}: {shift.before}, now {shift.after}"
        elif not shift.roots_after[1]:
            said = f"{title}: still {shift.after}; nobody affirms it any more"
        else:
            said = f"{title}: still {shift.after}, on {words.roots(shift.roots_after)}"
            said += f" instead of {words.roots(shift.roots_before)}"
        if shift.witnesses_after:
            said += f"; left for it: {', '.join(within(self._case.called(name)) for name in shift.witnesses_after)}"
        return said

    def _labelled(self, label: str, said: str) -> Iterator[str]:
        lead = f"    {label:<{_LABEL}}"
        inner = len(said) - len(said.lstrip())
        yield from self._wrapped(said.lstrip(), lead + " " * inner, " " * (len(lead) + inner + 2))

    def _wrapped(self, said: str, first: str = "", rest: str = "") -> Iterator[str]:
        yield from textwrap.wrap(
            visible(said),
            self._width,
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )


def _tone(claim: ClaimFinding) -> Tone:
    return "stands" if claim.standing in STANDS else "falls" if claim.standing in LOST else "open"


def _counted(number: int, what: str, plural: str = "s") -> str:
    return f"{number} {what}{plural if number != 1 else ''}"
