"""One entry put in, replaced, taken out; nothing else moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assay.casebook.edits import apply_edits
from assay.casebook.slices import entry_span, inserted, removed, replaced

BOOK = 'person a "A"\n  note: x\n\n; about b\nperson b "B"\n  ; inside\n  note: y\n  ; behind\n\nperson c "C"\n'


def test_an_entry_ends_before_the_comments_behind_it() -> None:
    span = entry_span(BOOK, 5)
    assert BOOK[span.start : span.end] == 'person b "B"\n  ; inside\n  note: y'


@pytest.mark.parametrize("line", [0, 3, 4, 99])
def test_where_no_entry_begins_it_says_so(line: int) -> None:
    with pytest.raises(ValueError, match="no entry begins"):
        entry_span(BOOK, line)


def test_a_removed_entry_takes_one_blank_line_with_it() -> None:
    assert apply_edits(BOOK, [removed("f", BOOK, 1)]) == BOOK.removeprefix('person a "A"\n  note: x\n\n')
    assert apply_edits(BOOK, [removed("f", BOOK, 10)]) == BOOK.removesuffix('person c "C"\n')


def test_a_file_keeps_its_line_ends() -> None:
    book = BOOK.replace("\n", "\r\n")
    assert apply_edits(book, [replaced("f", book, 1, 'person d "D"\n  note: z\n')]).startswith(
        'person d "D"\r\n  note: z\r\n\r\n; about b'
    )
    assert apply_edits(book, [inserted("f", book, "issue i\n")]).endswith('person c "C"\r\n\r\nissue i\r\n')


def test_the_first_entry_of_an_empty_file_stands_at_its_top() -> None:
    assert apply_edits("", [inserted("f", "", 'person a "A"')]) == 'person a "A"\n'


def test_an_entry_can_be_put_behind_another() -> None:
    edit = inserted("f", BOOK, 'person d "D"', entry_span(BOOK, 1).end)
    assert apply_edits(BOOK, [edit]).startswith('person a "A"\n  note: x\n\nperson d "D"\n\n; about b')


_entries = st.lists(
    st.builds(lambda id_, notes: "\n".join([f'person {id_} "{id_}"', *(f"  note: {n}" for n in notes)]),
              st.from_regex(r"[a-z]{1,4}", fullmatch=True), st.lists(st.from_regex(r"[a-z]{1,5}", fullmatch=True), max_size=2)),
    min_size=1, max_size=5,
)  # fmt: skip


@given(_entries, st.data())
def test_what_is_put_in_and_taken_out_again_leaves_the_file_as_it_was(entries: list[str], data: st.DataObject) -> None:
    book = "\n\n".join(entries) + "\n"
    more = apply_edits(book, [inserted("f", book, 'issue new "?"')])
    line = more.split("\n").index('issue new "?"') + 1
    assert apply_edits(more, [removed("f", more, line)]).rstrip("\n") == book.rstrip("\n")
    nth = data.draw(st.integers(0, len(entries) - 1))
    line = sum(len(entry.split("\n")) + 1 for entry in entries[:nth]) + 1
    changed = apply_edits(book, [replaced("f", book, line, "issue other")])
    assert changed == "\n\n".join([*entries[:nth], "issue other", *entries[nth + 1 :]]) + "\n"
