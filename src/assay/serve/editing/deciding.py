"""Proposals that are kept or dropped, many at once."""

from assay.draft.deciding import drop, keep
from assay.serve.answers import Form, RefusedError
from assay.serve.desk import Desk
from assay.serve.editing.acting import Done
from assay.serve.editing.trying import read_entry

_SHOWN = 5


def decided(desk: Desk, form: Form) -> Done:
    """Keep the marked proposals, with what they need, or drop them; or keep one in the words that were typed for it.

    Raises:
        RefusedError: none is marked, or they are dropped without a reason.
        DossierError: one cannot be kept.
    """
    keys = form.all("key")
    if not keys:
        raise RefusedError(422, "no proposal is marked", "go back, and mark those that are meant")
    if form.one("do") == "reword":
        return _reworded(desk, keys[-1], form.one("text"))
    if form.one("do") == "drop":
        because = " ".join(form.one("because").split())
        if not because:
            raise RefusedError(422, "dropping takes a reason", "go back, and say why these are not wanted")
        said = f"Dropped: {_listed(list(drop(desk.dossier, keys, because)))}."
    else:
        kept = keep(desk.dossier, keys, with_needed=True)
        said = f"Kept: {_listed([one.key for one in kept])}."
    desk.reopen()
    return Done(said, "/drafts")


def _reworded(desk: Desk, key: str, text: str) -> Done:
    """Keep a proposal as it was edited on the page."""
    read = read_entry(text)
    if read.entry is None or read.messages:
        why = read.messages[0].message if read.messages else "it is not one entry"
        raise RefusedError(422, f"this cannot be kept: {why}", "go back: what you typed is still there, to be mended")
    kept = keep(desk.dossier, [key], with_needed=True, reworded={key: text})
    desk.reopen()
    return Done(f"Kept, as edited: {_listed([one.key for one in kept])}.", "/drafts")


def _listed(keys: list[str]) -> str:
    more = len(keys) - _SHOWN
    return ", ".join(keys[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
