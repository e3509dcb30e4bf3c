"""What forms ask for: write, look again, take out, rename, undo, keep a scenario."""

from collections.abc import Sequence
from urllib.parse import quote

from msgspec import Struct

from assay.casebook.heads import head_from
from assay.casebook.printer import Line, print_entry
from assay.serve.answers import Form, RefusedError
from assay.serve.desk import Desk
from assay.serve.editing.drafts import Draft, completed, drafts_of, id_from
from assay.serve.editing.editors import Frame, field_order
from assay.serve.editing.opening import again, conflicting
from assay.serve.editing.pages import EditPage
from assay.serve.editing.trying import read_entry
from assay.serve.editing.writing import Conflict, default_file, write_drafts


class Done(Struct, frozen=True):
    """Something was changed: what, in words, and where to go now."""

    said: str
    onward: str


def entry(desk: Desk, form: Form) -> Done | tuple[EditPage, int]:
    """Do what the form of an entry asks for. A form that cannot be written comes back, with the status as HTTP counts.

    Raises:
        DossierError: it cannot be written.
        RefusedError: the form has no entry.
    """
    dossier = desk.dossier
    drafts = drafts_of(form)
    if not drafts:
        raise RefusedError(422, "this form has no entry in it", "open it again")
    if form.one("do") == "delete":
        return _deleted(desk, drafts, form)
    if form.one("do") != "write":
        return again(dossier, drafts, form)[0], 200
    drafts = completed(drafts, dossier.casebook.spots)
    shown, fit = again(dossier, drafts, form)
    if not fit:
        return shown, 422
    kept = [draft for draft in drafts if not draft.is_blank]
    ids = [read_entry(draft.text).id for draft in kept]
    written = write_drafts(desk, kept, f"write {', '.join(ids)}")
    if isinstance(written, Conflict):
        return conflicting(desk.dossier, drafts, written, form), 409
    said = f"Written: {', '.join(ids)}, to {', '.join(written.files)}." if written.files else "Nothing was changed."
    return Done(said, form.one("next") or f"/edit/entry?id={quote(ids[-1])}")


def _deleted(desk: Desk, drafts: Sequence[Draft], form: Form) -> Done | tuple[EditPage, int]:
    """Take an entry out, as it stood when the form was opened."""
    draft = drafts[-1]
    if not draft.frame.before:
        raise RefusedError(422, "this entry is not in the files yet", "leave its form")
    written = write_drafts(desk, [draft], f"take out {draft.frame.id or 'an entry'}", delete=True)
    if isinstance(written, Conflict):
        return conflicting(desk.dossier, drafts, written, form), 409
    onward = form.one("next")
    return Done(f"Taken out: {draft.frame.id}.", onward if draft.frame.id and draft.frame.id not in onward else "/")


def renamed(desk: Desk, form: Form) -> Done:
    """Give something another id, everywhere it is named.

    Raises:
        DossierError: it cannot be called that.
    """
    from assay.dossier.making import rename  # noqa: PLC0415 - seldom needed

    old, new = (form.one(name).strip().removeprefix("#") for name in ("id", "new"))
    places, files = rename(desk.dossier, old, new)
    desk.reopen()
    said = f"Renamed {old} to {new} in {places} place{'s' * (places != 1)} of {files} file{'s' * (files != 1)}."
    return Done(said, f"/edit/entry?id={quote(new)}")


def undone(desk: Desk, form: Form) -> Done:
    """Take the latest change back.

    Raises:
        DossierError: a file was changed since by other means.
    """
    from assay.dossier.writing import undo  # noqa: PLC0415 - seldom needed

    what = undo(desk.root)
    desk.reopen()
    return Done("There is nothing to take back." if what is None else f"Taken back: {what}.", form.one("next"))


def scenario(desk: Desk, form: Form) -> Done:
    """Keep a set of strikes as a scenario.

    Raises:
        RefusedError: nothing is struck, or the scenario has no title, or its id is taken.
        DossierError: it cannot be written.
    """
    dossier = desk.dossier
    strikes = [" ".join(strike.split()) for strike in (*form.all("strike"), *form.all("without")) if strike.strip()]
    title = " ".join(form.one("title").split())
    if not strikes or not title:
        raise RefusedError(422, "a scenario takes a title, and something to strike", "go back and give it both")
    id_ = form.one("id").strip() or id_from(title, dossier.casebook.spots, "scenario")
    if id_ in dossier.casebook.spots:
        raise RefusedError(422, f"{id_} is taken", "choose another id")
    text = print_entry(
        head_from("scenario", {"id": id_, "title": title}),
        {"strike": [Line(strike) for strike in strikes]},
        field_order("scenario"),
    )
    if wrong := read_entry(text).messages:
        raise RefusedError(422, wrong[0].message, wrong[0].help)
    file = form.one("file") or default_file(dossier.casebook, "scenario")
    write_drafts(desk, [Draft(Frame("0", "scenario", file), text)], f"write {id_}")
    return Done(f"Written: {id_}, to {file}.", form.one("next") or f"/strike?{_query(strikes)}")


def _query(strikes: Sequence[str]) -> str:
    return "&".join(f"without={quote(strike)}" for strike in strikes)
