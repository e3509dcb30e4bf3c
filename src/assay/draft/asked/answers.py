"""What a language model answers, as proposed entries: a claim and a statement for each, and persons that are new.

Nothing of the answer gets into the casebook but through our own writing of it, and what is not as asked for is passed
over. The quotation is looked up by the gate.
"""

import hashlib
from collections.abc import Iterator
from typing import Any, get_args

import msgspec
from msgspec import Struct

from assay.draft.document import Document
from assay.draft.names.register import Register
from assay.draft.writing import entry, one_line, titled
from assay.model.entries import Act
from assay.model.location import Span
from assay.model.locators import Locator, is_folio
from assay.model.proposals import Proposal
from assay.model.text import Page

_ACTS = frozenset(get_args(Act)) - {"omits"}
_LONGEST = 120


class Said(Struct, frozen=True):
    """One statement of an answer."""

    witness: str
    act: str
    claim: str
    quotation: str
    to: tuple[str, ...] = ()


def read(answer: str) -> tuple[Said, ...]:
    """Read an answer; what in it is not as asked for is left out.

    >>> read('Here: [{"witness": "Anna", "act": "affirms", "claim": "it burned", "quotation": "it burned"}, 3]')
    (Said(witness='Anna', act='affirms', claim='it burned', quotation='it burned', to=()),)
    >>> read("I cannot help with that.")
    ()
    """
    first, last = answer.find("["), answer.rfind("]")
    try:
        rows: Any = msgspec.json.decode(answer[first : last + 1]) if 0 <= first < last else []
    except (msgspec.DecodeError, RecursionError):
        return ()
    return tuple(_said(rows)) if isinstance(rows, list) else ()


def _said(rows: list[Any]) -> Iterator[Said]:
    for row in rows:
        try:
            said = msgspec.convert(row, Said)
        except msgspec.ValidationError:
            continue
        if said.act in _ACTS and all(one_line(words) for words in (said.witness, said.claim, said.quotation)):
            yield said


def proposals(document: Document, page: Page, answer: str, register: Register, model: str) -> Iterator[Proposal]:
    """Yield the entries of an answer about a page."""
    evidence = document.evidence(Span(page.at, page.end))
    if not evidence.work or not page.labels:
        return
    first = page.labels[0]
    locator = Locator("folio" if is_folio(first.first) else "page", first.first, first.first, first.edition)
    rule = f"the language model {one_line(model)}"
    for said in read(answer):
        person = register.who(said.witness)
        id_ = person or register.free(one_line(said.witness)[:_LONGEST])
        if person is None:
            text = entry(f"person {id_} {titled(said.witness[:_LONGEST])}", [("proposed", rule)])
            yield Proposal("statements", id_, text, rule, "carried", (evidence,))
        told = [who for name in said.to if (who := register.who(name)) is not None]
        print_ = _print(f"{said.claim}\0{said.quotation}")
        claim = f"asked-{_print(said.claim.casefold())}"
        because = f"what {said.witness} is said to say at {evidence.work} {locator}"
        fields = [("proposed", rule), ("because", because)]
        text = entry(f"claim {claim} {titled(said.claim[:_LONGEST])}", fields)
        yield Proposal("claims", claim, text, rule, "carried", (evidence,))
        label = f"{id_}-{print_}"
        fields = [("to", ", ".join(told)), ("proposed", rule), ("cite", f"{evidence.work} {locator}")]
        text = entry(f"undated {id_} {said.act} {claim} #{label}", fields)
        text += f"\n    > {one_line(said.quotation)}"
        yield Proposal("statements", label, text, rule, "carried", (evidence,))


def _print(words: str) -> str:
    return hashlib.sha256(words.encode(errors="surrogatepass")).hexdigest()[:8]
