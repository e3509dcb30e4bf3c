"""Forms as they come back: each entry's text, with what was typed into the form put into it."""

import re
import unicodedata
from collections.abc import Container, Mapping, Sequence

from msgspec import Struct, structs

from assay.casebook.heads import HEADS, head_from, head_parts
from assay.casebook.parser import KEYWORDS
from assay.casebook.printer import Line, head_of, lines_of, print_changes
from assay.casebook.readers import NAME
from assay.serve.answers import Form
from assay.serve.editing.editors import Frame, field_order, kind_of_text
from assay.serve.editing.entries import plain_lines

_MOST = 8  # entries in one form
_LONG = 10  # digits: no file has so many entries


class Draft(Struct, frozen=True):
    """One entry of a form: which it is, and the text that it is to have."""

    frame: Frame
    text: str

    @property
    def is_blank(self) -> bool:
        """Say whether nothing was typed into a form that need not be filled in."""
        parts = head_parts(head_of(self.text))
        return self.frame.optional and not (parts.get("id") or parts.get("title")) and not lines_of(self.text)


def drafts_of(form: Form) -> tuple[Draft, ...]:
    """Read the entries of a form, each with the fields put into its text."""
    prefixes = sorted({name.partition(".")[0] for name in form.names() if re.match(r"\d\.", name)})
    return tuple(_draft(form, prefix) for prefix in prefixes[:_MOST])


def _draft(form: Form, prefix: str) -> Draft:
    def get(name: str) -> str:
        return form.one(f"{prefix}.{name}")

    part = get("part")
    number = int(part) if part.isdecimal() and len(part) < _LONG else 0
    frame = Frame(
        prefix, get("kind"), get("newfile").strip() or get("file"), get("id"), number,
        plain_lines(get("before")), optional=get("optional") == "yes",
    )  # fmt: skip
    text, shown = _unmarked(get("text")), _unmarked(get("shown"))
    kind = kind_of_text(shown, frame.kind)
    known, names = lines_of(shown), field_order(kind, shown)
    wanted = {
        **known,
        **{name: _given(form, prefix, name) for name in names if f"{prefix}.field.{name}" in form.names()},
    }
    head = _head(form, prefix, kind, shown, text)
    return Draft(frame, print_changes(text, head, known, wanted, names))


def _unmarked(text: str) -> str:
    return plain_lines(text).removeprefix("\ufeff")


def _given(form: Form, prefix: str, name: str) -> list[Line]:
    """Return what the form has of one field; values are one line each, whatever was pasted."""
    values = [" ".join(value.split()) for value in form.all(f"{prefix}.field.{name}")]
    quoted = form.all(f"{prefix}.quoted.{name}")
    lines = [Line(value, _quoted(quoted[nth] if nth < len(quoted) else "")) for nth, value in enumerate(values)]
    return [line for line in lines if line.value or line.quoted]


def _quoted(words: str) -> tuple[str, ...]:
    return tuple(line.rstrip() for line in words.strip("\n").split("\n") if line.strip())


def _head(form: Form, prefix: str, kind: str, shown: str, text: str) -> str:
    """Return the head as the form has it, unless it was left as it was shown."""
    known = head_parts(head_of(shown))
    names = [part.name for part in HEADS.get(kind, ()) if f"{prefix}.head.{part.name}" in form.names()]
    given = {name: " ".join(form.one(f"{prefix}.head.{name}").split()) for name in names}
    if all(given[name] == known.get(name, "") for name in names):
        return head_of(text)
    now = head_parts(head_of(text))
    changed = {name: value for name, value in given.items() if value != known.get(name, "")}
    return head_from(kind, {**now, **changed})


def completed(drafts: Sequence[Draft], taken: Container[str]) -> tuple[Draft, ...]:
    """Fill in what can be told: an id from the title, and a statement's claim where one is new in the same form."""
    done: list[Draft] = []
    made = ""
    for draft in drafts:
        parts = head_parts(head_of(draft.text))
        kind = kind_of_text(draft.text, draft.frame.kind)
        fresh: Mapping[str, str] = {}
        if "title" in parts and parts["title"] and not parts.get("id"):
            fresh = {"id": id_from(parts["title"], taken, kind)}
        elif kind == "statement" and made and not parts.get("claim"):
            fresh = {"claim": made}
        if kind == "claim" and not draft.frame.before and not draft.is_blank:
            made = fresh.get("id") or parts.get("id", "")
        if fresh:
            head = head_from(kind, {**parts, **fresh})
            draft = structs.replace(draft, text="\n".join([head, *draft.text.split("\n")[1:]]))  # noqa: PLW2901
        done.append(draft)
    return tuple(done)


def id_from(title: str, taken: Container[str], kind: str) -> str:
    """Make an id of a title's words that nothing else has."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", title) if not unicodedata.combining(c))
    words = [word for word in re.findall(r"[^\W_]+", plain.lower()) if word not in _SMALL]
    base = "-".join(words[:4]) or kind
    if not NAME.fullmatch(base) or base in KEYWORDS:
        base = f"{kind}-{base}"
    id_, number = base, 2
    while id_ in taken:
        id_, number = f"{base}-{number}", number + 1
    return id_


_SMALL = frozenset({"a", "an", "the", "of", "in", "at", "on", "to", "and", "was", "were", "is", "had", "s"})
