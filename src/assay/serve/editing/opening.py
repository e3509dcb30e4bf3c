"""Forms as they are opened: on an entry, for a new one, and for a statement of words that were selected."""

from collections.abc import Sequence

from assay.casebook import Casebook
from assay.casebook.heads import HEADS, head_from, head_parts
from assay.casebook.help import HELP
from assay.casebook.printer import Line, head_of, lines_of, print_changes, print_entry
from assay.check.context import pages_in_words
from assay.dossier import Dossier
from assay.library import Volume
from assay.model.location import Span
from assay.report.plainly import showable
from assay.serve.answers import Form, RefusedError
from assay.serve.editing.drafts import Draft
from assay.serve.editing.editors import Editor, Frame, editor, field_order, kind_of_text, repeating
from assay.serve.editing.entries import Standing, entry_called, entry_on
from assay.serve.editing.pages import KINDS_SAID, EditPage, Versions, names_by_kind, naming
from assay.serve.editing.trying import Message, has_own_id, kind_called, read_entry, unknown_names
from assay.serve.editing.writing import Conflict, default_file


def page_of(dossier: Dossier, title: str, editors: Sequence[Editor], onward: str, **more: object) -> EditPage:
    """Put a page together."""
    casebook = dossier.casebook
    return EditPage(
        title,
        tuple(editors),
        names_by_kind(casebook),
        tuple(casebook.texts),
        onward,
        **more,  # type: ignore[arg-type]
    )


def opened(dossier: Dossier, asked: Form) -> EditPage:
    """Open the form of an entry: `id` and `part`, or `file` and `line`.

    Raises:
        RefusedError: there is no such entry.
    """
    casebook, id_, line, part = dossier.casebook, asked.one("id"), asked.one("line"), asked.one("part")
    if id_:
        found = entry_called(casebook, id_, int(part) if part.isdecimal() else 0)
        lost = f"there is no entry {id_}"
    else:
        found = entry_on(casebook, asked.one("file"), int(line) if line.isdecimal() else 0)
        lost = f"no entry stands on line {line} of {asked.one('file')}"
    if found is None:
        raise RefusedError(404, lost, "it may have been renamed, or taken out")
    return _on(dossier, found, asked.one("next"))


def _on(dossier: Dossier, found: Standing, onward: str) -> EditPage:
    casebook = dossier.casebook
    tried = read_entry(found.text)
    kind = _kind_of(casebook, found)
    messages = [*tried.messages, *unknown_names(tried, found.text, casebook, {})]
    frame = Frame("0", kind, found.file, found.id, found.part, found.text)
    title = f"Edit {found.id}" if found.id else f"Edit the entry on line {found.line} of {found.file}"
    unreadable = showable(found.text) != found.text
    named_by = naming(casebook, found.id) if found.id and not found.part else ()
    here = editor(frame, showable(found.text), messages)
    return page_of(dossier, title, [here], onward, named_by=named_by, unreadable=unreadable)


def _kind_of(casebook: Casebook, found: Standing) -> str:
    return kind_called(casebook.case, found.id) or "claim" if found.id and not found.part else ""


def blank(dossier: Dossier, kind: str, asked: Form) -> EditPage:
    """Open the form of a new entry; what the address says is filled in.

    Raises:
        RefusedError: there is no such kind, or no such work or page.
    """
    if kind not in KINDS_SAID:
        raise RefusedError(404, f"there is no kind of entry called {kind}", "choose one: /new")
    if kind == "statement" and asked.one("start"):
        return _selected(dossier, asked)
    text = _text(kind, asked)
    file = default_file(dossier.casebook, kind, text)
    editors = [editor(Frame("1", kind, file), text)]
    if kind == "statement" and not asked.one("claim"):
        editors = [*editors, _new_claim(dossier)]
    return page_of(dossier, f"New {kind}", editors, asked.one("next"))


def _new_claim(dossier: Dossier) -> Editor:
    return editor(Frame("0", "claim", default_file(dossier.casebook, "claim"), optional=True), head_from("claim", {}))


def _text(kind: str, asked: Form) -> str:
    """Write a new entry's text from what an address says."""
    head = {part.name: asked.one(part.name) for part in HEADS[kind]}
    if kind == "statement":
        head["act"] = head["act"] or "affirms"
    inner = head["kind"] if kind == "extension" else kind
    fields = {
        name: [Line(" ".join(value.split())) for value in asked.all(name)]
        for name in HELP.get(inner, {})
        if name not in head and asked.all(name)
    }
    return print_entry(head_from(kind, head), fields, field_order(kind))


def _selected(dossier: Dossier, asked: Form) -> EditPage:
    """Open the form of a statement with the words that were selected on a page, and where they stand."""
    volume = dossier.library.volume(asked.one("work"))
    start, end = asked.one("start"), asked.one("end")
    if volume is None or not (start.isdecimal() and end.isdecimal()) or not 0 <= int(start) < int(end):
        raise RefusedError(404, "these words are nowhere to be found", "select them again on their page")
    span = Span(int(start), min(int(end), len(volume.text.body)))
    words = " ".join(volume.text.body[span.start : span.end].split())
    if not words or len(words) > _LONGEST:
        raise RefusedError(422, "no words were selected, or more than a quotation holds", "select a sentence or two")
    cite = f"{volume.source} {_place(volume, span)}".rstrip()
    given = {"date": asked.one("date"), "witness": asked.one("witness"), "claim": asked.one("claim")}
    head = head_from("statement", {**given, "act": asked.one("act") or "affirms"})
    text = print_entry(head, {"cite": [Line(cite, (words,))]}, field_order("statement"))
    onward = asked.one("next") or f"/read/{volume.source}/{asked.one('page')}"
    file = default_file(dossier.casebook, "statement", text)
    editors = [editor(Frame("1", "statement", file), text), _new_claim(dossier)]
    return page_of(dossier, "New statement", editors, onward, verdict=_stands(volume, words, cite))


_LONGEST = 20_000


def _place(volume: Volume, span: Span) -> str:
    """Write where words stand: their pages, or their paragraphs where the work has no pages."""
    pages = volume.text.pages_of(span)
    if any(page.labels for page in pages):
        return pages_in_words(pages)
    first, last = volume.paragraph_at(span.start), volume.paragraph_at(span.end - 1)
    if first is None or last is None:
        return ""
    return f"¶ {first}" if first == last else f"¶¶ {first}-{last}"


def _stands(volume: Volume, words: str, cite: str) -> str:
    from assay.casebook.lexer import Field  # noqa: PLC0415 - likewise
    from assay.casebook.readers import Value, citation  # noqa: PLC0415 - as the parser would read it

    read = citation(Value(Field("cite", cite, 1, 1), []))
    locator = read[0].locator if isinstance(read, tuple) else None
    verdict = volume.quote_on(words, locator)
    return f"These words stand in {cite}: {verdict.kind}."


def again(dossier: Dossier, drafts: Sequence[Draft], asked: Form) -> tuple[EditPage, bool]:
    """Show a form as it was sent, with what is wrong; say whether nothing keeps it from being written."""
    casebook = dossier.casebook
    tried = [read_entry(draft.text) for draft in drafts]
    fresh = {one.id: _kind(one.entry) for one in tried if one.entry is not None and has_own_id(one.entry)}
    editors: list[Editor] = []
    stops = warns = False
    more = asked.one("more").partition(".")
    for draft, one in zip(drafts, tried, strict=True):
        messages: list[Message] = []
        if not draft.is_blank:
            messages = [
                *one.messages,
                *_taken(casebook, draft, one.id, one.entry is not None and has_own_id(one.entry)),
            ]
            messages += unknown_names(one, draft.text, casebook, fresh)
        stops = stops or any(message.stops for message in messages)
        warns = warns or bool(messages)
        wanted = [more[2]] if more[0] == draft.frame.prefix else []
        editors.append(editor(draft.frame, draft.text, messages, wanted))
    title = asked.one("title") or "Edit"
    named_by = tuple(filter(None, asked.one("named_by").split(" ")))
    editors.sort(key=lambda one: one.optional)
    shown = page_of(dossier, title, editors, asked.one("next"), warned=warns and not stops, named_by=named_by)
    return shown, not stops and (not warns or asked.one("anyway") == "yes")


def _kind(entry: object) -> str:
    return type(entry).__name__.lower()


def _taken(casebook: Casebook, draft: Draft, id_: str, own: bool) -> list[Message]:  # noqa: FBT001 - of the entry
    """Say that an id is another's already."""
    if not own or id_ == draft.frame.id or id_ not in casebook.spots:
        return []
    at = casebook.spots[id_][0]
    place = "head label" if head_parts(head_of(draft.text)).get("label") else "head id"
    return [Message(place, f"{id_} is taken, at {at.file}:{at.line}", "choose another id")]


def conflicting(dossier: Dossier, drafts: Sequence[Draft], conflict: Conflict, asked: Form) -> EditPage:
    """Show both versions of an entry that moved underneath, and the two put together, to be looked at and written."""
    from msgspec import structs  # noqa: PLC0415 - likewise

    mine, now = conflict.draft, conflict.now
    versions = Versions(
        mine.frame.id, mine.frame.before, "" if now is None else showable(now.text), mine.text, gone=now is None
    )
    text = mine.text if now is None else _together(mine, showable(now.text))
    settled = [
        structs.replace(draft, text=text, frame=structs.replace(draft.frame, before="" if now is None else now.text))
        if draft is mine
        else draft
        for draft in drafts
    ]
    shown, _ = again(dossier, settled, asked)
    return structs.replace(shown, conflict=versions)


def _together(mine: Draft, now: str) -> str:
    """Put what I changed in an entry into what somebody else made of it: of a field that both changed, both repeats.

    Of a field that stands once, mine is taken; both versions are shown above.
    """
    base, own, theirs = lines_of(mine.frame.before), lines_of(mine.text), lines_of(now)
    kind = kind_of_text(mine.text, mine.frame.kind)
    wanted = dict(own)
    for name in repeating(kind, mine.text):
        was, here = base.get(name, []), own.get(name, [])
        kept = [line for line in theirs.get(name, []) if line not in was or line in here]
        wanted[name] = [*kept, *(line for line in here if line not in was and line not in kept)]
    known = {**base, **{name: theirs.get(name, []) for name in repeating(kind, mine.text)}}
    head = head_of(now) if head_of(mine.text) == head_of(mine.frame.before) else head_of(mine.text)
    return print_changes(now, head, known, wanted, field_order(kind, mine.text))
