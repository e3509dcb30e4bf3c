"""What is done in forms goes to the files by slice, and nothing that anybody else wrote is lost."""

import html
import re
import threading
from typing import Any

import pytest
from httpx2 import Response
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from assay.casebook.fields import FIELDS
from assay.casebook.heads import HEADS, head_from, head_parts
from assay.casebook.help import HELP
from assay.casebook.printer import Line, head_of, lines_of, print_changes
from assay.dossier import open_dossier
from assay.model.entries import Extension
from assay.serve.app import application
from assay.serve.desk import Desk
from assay.serve.editing.drafts import id_from
from assay.serve.editing.pages import naming
from conftest import MEMOIR, REGISTER, Make, write_dossier

CASE = "casebook/case.case"


class Tab:
    """A browser's tab: it opens forms, types into them, and sends them as a browser does."""

    def __init__(self, desk: Desk) -> None:
        self.client = TestClient(application(desk)[0], follow_redirects=False)
        self.form: dict[str, list[str]] = {}
        self.answer: Response | None = None

    def open(self, path: str) -> "Tab":
        return self._read(self.client.get(path))

    def _read(self, answer: Response) -> "Tab":
        self.answer = answer
        if answer.status_code != 303:
            self.form = fields_of(answer.text)
        return self

    def type(self, name: str, value: str, nth: int = 0) -> "Tab":
        values = self.form.setdefault(name, [])
        while len(values) <= nth:
            values.append("")
        values[nth] = value
        return self

    def send(self, do: str = "write", **more: str) -> "Tab":
        form = {**self.form, "do": [do], **{name: [value] for name, value in more.items()}}
        data = {name: [value.replace("\n", "\r\n") for value in values] for name, values in form.items()}
        return self._read(self.client.post("/entry", data=data))

    @property
    def status(self) -> int:
        assert self.answer is not None
        return self.answer.status_code

    @property
    def words(self) -> str:
        assert self.answer is not None
        return html.unescape(re.sub(r"<[^>]+>", "", self.answer.text))


def fields_of(page: str) -> dict[str, list[str]]:
    """Read the form on a page as a browser would send it."""
    found: dict[str, list[str]] = {}
    form = page[page.index('<form method="post" action="/entry"') :]
    form = form[: form.index("</form>")]
    pattern = r"<input([^>]*)>|<textarea([^>]*)>\n?(.*?)</textarea>|<select([^>]*)>(.*?)</select>"
    for match in re.finditer(pattern, form, re.DOTALL):
        tag = next(filter(None, (match[1], match[2], match[4])))
        if 'type="checkbox"' in tag:
            continue
        name = re.search(r'name="([^"]*)"', tag)
        assert name is not None, tag
        if match[4]:
            options = re.findall(r"<option([^>]*)>([^<]*)", match[5])
            value = next((text for attributes, text in options if "selected" in attributes), None)
            value = (options[0][1] if 'value=""' not in options[0][0] else "") if value is None else value
        else:
            given = re.search(r'value="([^"]*)"', tag)
            value = match[3] if match[2] else given[1] if given else ""
        found.setdefault(html.unescape(name[1]), []).append(html.unescape(value))
    return found


@pytest.fixture
def desk(make: Make) -> Desk:
    return Desk(make().root)


def text_of(desk: Desk, file: str = CASE) -> str:
    return (desk.root / file).read_bytes().decode()


# -- the form covers the language


def test_every_field_of_every_kind_has_its_help() -> None:
    for kind, rules in FIELDS.items():
        if kind is not Extension:
            assert set(HELP[kind.__name__.lower()]) == set(rules)
    assert set(HEADS) == {kind.__name__.lower() for kind in FIELDS}


EVERY = """\
1936-08 anna denies #anna-1931 #second
  knows: from boris from clara
  to: boris, clara
  setting: court
  in: memoir
  via: boris
  under: torture by boris since 1930 per fire cite memoir p. 1
    > The first page
  under: custody
  despite: interrogation by boris
  interest: own defence
  words: own
  cite: memoir p. 2
    > I saw the mill burn
    > on the night
  cite: memoir p. 3
    > of the next day
  note: one
  note: two"""


@pytest.mark.parametrize(
    "entry",
    [
        EVERY,
        'source s "S"\n  by: anna\n  made: 1936\n  in: memoir pp. 1-2\n  from: copy of memoir\n  held: no\n  under: custody\n  note: n',
        'person p "P"\n  alias: Q in memoir\n  alias: R\n  born: 1900\n  died: 1950~',
        'group g "G"\n  members: anna, boris',
        'place x "X"\n  at: 55.6, 12.5\n  existed: ../1917',
        'issue i "Is it so?"\n  note: n',
        'claim c "C"\n  who: anna\n  where: x2\n  when: 1931\n  event: fire\n  after: fire by at least 3 days\n  assumes: where x2\n  about: a, b\n\nplace x2 "X"',
        "1990 clara accept #anna-1931\n  because: the page says so\n  rests on: #anna-1931",
        "1990 clara same anna boris in memoir\n  because: one hand",
        "1990 clara searched memoir pp. 1-2\n  for: a name",
        'scenario s "S"\n  strike: under torture\n  strike: #anna-1931',
        "extend person anna\n  alias: Anya",
    ],
)
def test_an_entry_goes_through_its_form_unchanged(make: Make, entry: str) -> None:
    desk = Desk(make(entry + "\n").root)
    before = text_of(desk)
    line = before[: before.index(entry)].count("\n") + 1
    tab = Tab(desk).open(f"/edit/entry?file={CASE}&line={line}")
    assert tab.status == 200
    assert tab.form["0.text"] == [entry.partition("\n\n")[0]]
    assert tab.send("look").form["0.text"] == [entry.partition("\n\n")[0]]
    tab.send(anyway="yes")
    assert tab.status == 303, tab.words
    assert text_of(desk) == before


def test_every_field_of_a_statement_can_be_typed_into_the_form(desk: Desk) -> None:
    tab = Tab(desk).open("/new/statement?claim=fire")
    for name, value in {
        "date": "1936-08",
        "witness": "anna",
        "act": "denies",
        "claim": "#anna-1931",
        "label": "second",
    }.items():
        tab.type(f"1.head.{name}", value)
    given = lines_of(EVERY)
    for name, lines in given.items():
        for nth, line in enumerate(lines):
            tab.type(f"1.field.{name}", line.value, nth)
            if f"1.quoted.{name}" in tab.form:
                tab.type(f"1.quoted.{name}", "\n".join(line.quoted), nth)
    tab.send()
    assert tab.status == 303, tab.words
    assert EVERY in text_of(desk)


def test_a_new_entry_takes_its_id_from_its_title(desk: Desk) -> None:
    tab = Tab(desk).open("/new/person").type("1.head.title", "The Miller's Élève").send()
    assert tab.status == 303
    assert text_of(desk).endswith('\n\nperson miller-eleve "The Miller\'s Élève"\n')
    assert id_from("The 1st", set(), "person") == "person-1st"
    assert id_from("Anna", {"anna", "anna-2"}, "person") == "anna-3"


def test_fields_are_added_one_by_one(desk: Desk) -> None:
    tab = Tab(desk).open("/edit/entry?id=anna").type("0.field.alias", "Anya").send("look", more="0.alias")
    assert tab.form["0.field.alias"] == ["Anya", ""]
    tab.type("0.field.alias", "Annushka", 1).send()
    assert 'person anna "Anna"\n  alias: Anya\n  alias: Annushka\n  born: 1900\n' in text_of(desk)


# -- a statement of selected words


def test_selected_words_become_a_statement_on_a_new_claim_in_one_change(desk: Desk) -> None:
    body = desk.dossier.texts["sources/memoir.txt"].body
    words = "The miller was not seen again"
    start = body.index(words)
    tab = Tab(desk).open(f"/new/statement?work=memoir&page=3&start={start}&end={start + len(words)}")
    assert tab.form["1.field.cite"][0] == "memoir pp. 3-8"  # the next mark is that of p. 9
    assert tab.form["1.quoted.cite"][0] == words
    assert "exact" in tab.words
    tab.type("0.head.title", "The miller disappeared").type("1.head.witness", "anna").type("1.head.date", "1931").send()
    assert tab.status == 303, tab.words
    assert tab.answer is not None
    assert tab.answer.headers["location"].startswith("/read/memoir/3")
    case = open_dossier(desk.root).case
    assert case.claims["miller-disappeared"].title == "The miller disappeared"
    (statement,) = case.by_claim["miller-disappeared"]
    assert statement.cites[0].words == words
    Tab(desk).client.post("/undo", data={"next": "/"})
    assert text_of(desk) == f"{REGISTER}\n"


def test_words_over_a_page_are_cited_from_both(desk: Desk) -> None:
    body = desk.dossier.texts["sources/memoir.txt"].body
    start = body.index("I believe him. I saw")
    tab = Tab(desk).open(f"/new/statement?work=memoir&page=1&start={start}&end={start + 25}")
    assert tab.form["1.field.cite"][0] == "memoir pp. 1-2"


@pytest.mark.parametrize(
    "asked",
    [
        "work=nobody&start=1&end=5",
        "work=memoir&start=5&end=5",
        "work=memoir&start=x&end=9",
        "work=memoir&start=900000&end=900009",
    ],
)
def test_words_that_are_nowhere_are_refused(desk: Desk, asked: str) -> None:
    assert Tab(desk).client.get(f"/new/statement?{asked}").status_code in (404, 422)


# -- what is wrong stands at its field


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("0.field.born", "1900-3-3", "write: 1900-03-03"),
        ("0.head.id", "1a", "an id has letters"),
        ("0.text", 'person anna "Anna"\n  bron: 1900', "did you mean born"),
    ],
)
def test_what_cannot_be_read_is_said_and_not_written(desk: Desk, name: str, value: str, said: str) -> None:
    before = text_of(desk)
    tab = Tab(desk).open("/edit/entry?id=anna").type(name, value).send()
    assert tab.status == 422
    assert said.lower() in tab.words.lower()
    assert tab.form[name][0] == value  # and what was typed is still there
    assert text_of(desk) == before


def test_a_message_stands_at_the_field_it_is_about(desk: Desk) -> None:
    tab = Tab(desk).open("/edit/entry?id=anna-1931").type("0.field.under", "torment by boris").send()
    assert tab.answer is not None
    field = tab.answer.text[tab.answer.text.index('id="0-under-0"') :]
    assert 'aria-invalid="true"' in field[: field.index(">")]
    assert "is no condition" in field[: field.index("</fieldset>")]


def test_a_name_that_nobody_described_can_be_written_once_it_was_seen(desk: Desk) -> None:
    tab = Tab(desk).open("/edit/entry?id=anna-1931").type("0.field.to", "boriss").send()
    assert tab.status == 422
    assert "nobody has described boriss" in tab.words.lower()
    assert "did you mean boris" in tab.words.lower()
    assert tab.send(anyway="yes").status == 303
    assert "  to: boriss\n" in text_of(desk)


def test_an_id_that_is_taken_is_refused(desk: Desk) -> None:
    tab = Tab(desk).open("/new/person").type("1.head.id", "boris").type("1.head.title", "Another").send()
    assert tab.status == 422
    assert "boris is taken" in tab.words.lower()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        '  \nperson x "X"',
        'person x "X"\n\nperson y "Y"',
        'person x "X"\nperson y "Y"',
        "; only a comment",
        'person anna "Anna"\n  note: x\n\n  note: y',
    ],
)
def test_a_text_that_is_not_one_entry_is_not_written(desk: Desk, text: str) -> None:
    before = text_of(desk)
    tab = Tab(desk).open("/edit/entry?id=anna")
    tab.form = {name: values for name, values in tab.form.items() if ".head." not in name and ".field." not in name}
    tab.type("0.text", text).send(anyway="yes")
    assert tab.status in (303, 422)
    assert (
        text_of(desk) == before
        or 'person x "X"\n  born' in text_of(desk)
        or text_of(desk).count("person ") == before.count("person ")
    )


# -- comments and layout survive


LAID_OUT = """\
; the register

person   anna   "Anna"
  ; of the mill
  born:   1900
  note: a
  ; between
  note: b
; behind
"""


def test_only_the_lines_of_what_changed_are_written(make: Make) -> None:
    desk = Desk(make(whole=LAID_OUT).root)
    Tab(desk).open("/edit/entry?id=anna").type("0.field.note", "bb", 1).type("0.field.died", "1950").send()
    assert text_of(desk) == LAID_OUT.replace("  note: b\n", "  note: bb\n").replace(
        "  born:   1900\n", "  born:   1900\n  died: 1950\n"
    )


def test_what_is_typed_into_the_text_and_into_the_form_is_both_kept(make: Make) -> None:
    desk = Desk(make(whole=LAID_OUT).root)
    tab = Tab(desk).open("/edit/entry?id=anna")
    tab.type("0.text", tab.form["0.text"][0].replace("  ; between", "  ; between these two")).type(
        "0.field.born", "1901"
    ).send()
    assert text_of(desk) == LAID_OUT.replace("1900", "1901").replace("between", "between these two")


def test_windows_line_ends_and_a_byte_order_mark_stay(make: Make) -> None:
    dossier = make()
    path = dossier.root / CASE
    written = "\ufeff" + LAID_OUT.removeprefix("; the register\n\n").replace("\n", "\r\n")
    path.write_bytes(written.encode())
    desk = Desk(dossier.root)
    Tab(desk).open("/edit/entry?id=anna").type("0.field.born", "1901").send()
    assert path.read_bytes().decode() == written.replace("1900", "1901")


def test_bytes_that_are_no_text_are_not_edited_here(make: Make) -> None:
    dossier = make()
    path = dossier.root / CASE
    path.write_bytes(b'person anna "Ann\xe9"\n')
    tab = Tab(Desk(dossier.root)).open("/edit/entry?id=anna")
    assert "no UTF-8" in tab.words
    assert tab.send().status in (409, 422)
    assert path.read_bytes() == b'person anna "Ann\xe9"\n'


_values = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs")), min_size=1, max_size=6
)
_lines = st.dictionaries(
    st.sampled_from(["note", "knows", "cite", "to"]),
    st.lists(st.builds(Line, _values, st.lists(_values, max_size=2).map(tuple)), min_size=1, max_size=3),
)


@given(_lines, _lines, st.booleans())
def test_a_form_says_what_its_text_says(
    before: dict[str, list[Line]], after: dict[str, list[Line]], comment: object
) -> None:
    order = list(HELP["statement"])
    text = print_changes("1931 a affirms b", "1931 a affirms b", {}, before, order)
    if comment:
        text = text.replace("\n", "\n  ; a comment\n")
    assert dict(lines_of(text).items()) == before
    changed = print_changes(text, head_of(text), before, after, order)
    wanted = {**dict(after.items())}
    assert lines_of(changed) == {name: wanted[name] for name in lines_of(changed)}
    assert set(lines_of(changed)) == set(wanted)
    assert changed.count("; a comment") == text.count("; a comment")
    assert print_changes(text, head_of(text), before, before, order) == text


@pytest.mark.parametrize("head", [
    'person a "A "quoted" title"', "1936~ a affirms b", "1936 a denies #x #y", "../1917 a accept #x", "1936 a same b c in s",
    "1936 a distinct b c", "1936 a dependent #x #y", "undated a searched s pp. 1-20", "1936 a searched s", "extend claim c",
])  # fmt: skip
def test_a_head_is_taken_apart_and_put_together(head: str) -> None:
    kinds = {"person": "person", "extend": "extension"}
    verb = head.split()[2]
    kind = kinds.get(head.split(maxsplit=1)[0]) or (
        "search" if verb == "searched" else "statement" if verb in ("affirms", "denies") else "judgement"
    )
    assert head_from(kind, head_parts(head)) == head


# -- nobody's work is lost


def test_an_edit_to_another_entry_does_not_refuse_yours(desk: Desk) -> None:
    first, second = Tab(desk).open("/edit/entry?id=anna"), Tab(desk).open("/edit/entry?id=boris")
    assert first.type("0.field.note", "of the mill\u2014first").send().status == 303
    assert second.type("0.field.note", "second").send().status == 303
    assert 'person boris "Boris"\n  note: second' in text_of(desk)
    assert "first" in text_of(desk)


def test_an_entry_that_moved_underneath_is_not_written_and_both_versions_are_shown(desk: Desk) -> None:
    first, second = Tab(desk).open("/edit/entry?id=anna"), Tab(desk).open("/edit/entry?id=anna")
    first.type("0.field.note", "from the first tab").send()
    written = text_of(desk)
    second.type("0.field.died", "1951").send()
    assert second.status == 409
    assert text_of(desk) == written
    assert "from the first tab" in second.words
    assert "1951" in second.words
    second.send()  # having looked at both together
    assert second.status == 303
    assert 'person anna "Anna"\n  born: 1900\n  died: 1951\n  note: from the first tab\n' in text_of(desk)


def test_an_editor_that_changed_the_same_entry_is_not_overwritten(desk: Desk) -> None:
    tab = Tab(desk).open("/edit/entry?id=anna").type("0.field.born", "1899")
    path = desk.root / CASE
    path.write_text(path.read_text().replace("born: 1900", "born: 1898"))
    assert tab.send().status == 409
    assert "born: 1898" in path.read_text()


def test_an_entry_that_was_taken_out_meanwhile_can_be_written_as_a_new_one(desk: Desk) -> None:
    first, second = Tab(desk).open("/edit/entry?id=clara"), Tab(desk).open("/edit/entry?id=clara")
    assert first.send("delete").status == 303
    assert "person clara" not in text_of(desk)
    second.type("0.field.born", "1901").send()
    assert second.status == 409
    assert "no longer there" in second.words
    second.send()
    assert second.status == 303
    assert 'person clara "Clara"\n  born: 1901' in text_of(desk)


def test_deleting_what_changed_meanwhile_is_refused(desk: Desk) -> None:
    first, second = Tab(desk).open("/edit/entry?id=clara"), Tab(desk).open("/edit/entry?id=clara")
    first.type("0.field.born", "1901").send()
    assert second.send("delete").status == 409
    assert 'person clara "Clara"\n  born: 1901' in text_of(desk)


def test_a_repeated_statement_that_gets_another_id_is_still_found_by_its_text(make: Make) -> None:
    twice = "1931 boris affirms fire\n  note: first\n\n1931 boris affirms fire\n  note: second\n"
    desk = Desk(make(twice).root)
    tab = Tab(desk).open("/edit/entry?id=1931-boris-affirms-fire~2")
    Tab(desk).open("/edit/entry?id=1931-boris-affirms-fire").send("delete")
    assert tab.type("0.field.note", "second, mended").send().status == 303
    assert "note: second, mended" in text_of(desk)


def test_rename_and_undo_from_the_workbench(desk: Desk) -> None:
    before = text_of(desk)
    tab = Tab(desk)
    answer = tab.client.post("/rename", data={"id": "anna", "new": "anna-berg"})
    assert answer.status_code == 303
    assert "1931 anna-berg affirms fire" in text_of(desk)
    assert tab.client.post("/undo", data={"next": "/"}).status_code == 303
    assert text_of(desk) == before
    assert tab.client.post("/rename", data={"id": "anna", "new": "boris"}).status_code == 409


def test_undo_refuses_what_an_editor_changed_since(desk: Desk) -> None:
    Tab(desk).open("/edit/entry?id=anna").type("0.field.born", "1899").send()
    path = desk.root / CASE
    path.write_text(path.read_text() + "\n; mine\n")
    assert Tab(desk).client.post("/undo", data={"next": "/"}).status_code == 409
    assert path.read_text().endswith("; mine\n")


_steps = st.lists(
    st.tuples(st.sampled_from(["open", "write", "editor"]), st.integers(0, 1), st.integers(0, 2)), max_size=14
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_steps)
def test_whatever_two_tabs_and_an_editor_do_in_turn_nothing_is_lost(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, int]]
) -> None:
    """Every note that was written successfully is there at the end; a refused one changed nothing, and is shown."""
    root = write_dossier(tmp_path_factory.mktemp("tabs") / "d", REGISTER, {"memoir.txt": MEMOIR}).root
    desk = Desk(root)
    tabs = [Tab(desk), Tab(desk)]
    people, written, on = ("anna", "boris", "clara"), set[str](), dict[int, str]()
    for number, (what, who, person) in enumerate(steps):
        note = f"note-{number}"
        if what == "open":
            on[who] = people[person]
            tabs[who].open(f"/edit/entry?id={people[person]}").send("look", more="0.note")
        elif what == "editor":
            path = root / CASE
            path.write_text(
                path.read_text()
                .replace(f'person {people[person]} "', f'person {people[person]} "', 1)
                .replace(
                    f'person {people[person]} "{people[person].title()}"',
                    f'person {people[person]} "{people[person].title()}"\n  note: {note}',
                    1,
                )
            )
            written.add(note)
            desk.reopen() if number % 2 else None
        elif who in on:
            before = text_of(desk)
            tabs[who].type("0.field.note", note, len(tabs[who].form["0.field.note"]) - 1).send()
            if tabs[who].status == 303:
                written.add(note)
                del on[who]
            else:
                assert tabs[who].status == 409
                assert text_of(desk) == before
                assert note in tabs[who].words
    for note in written:
        assert f"note: {note}\n" in text_of(desk)


def test_tabs_that_write_at_the_same_moment_lose_nothing(make: Make) -> None:
    people = "\n".join(f'person p{n} "P{n}"\n' for n in range(8))
    desk = Desk(make(people).root)
    tabs = [Tab(desk).open(f"/edit/entry?id=p{n}").type("0.field.note", f"by {n}") for n in range(8)]
    threads = [threading.Thread(target=tab.send) for tab in tabs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    done = [n for n, tab in enumerate(tabs) if tab.status == 303]
    assert all(f'person p{n} "P{n}"\n  note: by {n}\n' in text_of(desk) for n in done)
    assert all(tabs[n].status == 409 for n in range(8) if n not in done)
    assert done


def test_the_desk_follows_its_files(desk: Desk) -> None:
    turn = desk.turn
    path = desk.root / CASE
    path.write_text(path.read_text() + '\nperson dora "Dora"\n')
    desk.reopen()
    assert desk.turn > turn
    assert "dora" in desk.dossier.case.persons
    read: Any = desk.dossier.texts["sources/memoir.txt"]
    (desk.root / "casebook" / "more.case").write_text('person emil "Emil"\n')
    desk.reopen()
    assert desk.dossier.texts["sources/memoir.txt"] is read  # a document that did not change is not read again
    (desk.root / "sources" / "memoir.txt").write_text("{p. 1} Other words.")
    desk.reopen()
    assert "Other words" in desk.dossier.texts["sources/memoir.txt"].body


def test_a_view_is_worked_out_once_until_the_files_change(desk: Desk) -> None:
    made: list[int] = []
    for _ in range(3):
        desk.view("x", lambda _: made.append(1))
    assert len(made) == 1
    path = desk.root / CASE
    path.write_text(path.read_text() + '\nperson dora "Dora"\n')
    desk.reopen()
    desk.view("x", lambda _: made.append(1))
    assert len(made) == 2


def test_a_broken_dossier_is_said_and_comes_back(desk: Desk) -> None:
    client = Tab(desk).client
    toml = desk.root / "dossier.toml"
    good = toml.read_text()
    toml.write_text("assay = ")
    desk._looked = 0
    answer = client.get("/")
    assert answer.status_code == 409
    assert "not written as TOML" in answer.text
    toml.write_text(good)
    desk._looked = 0
    assert client.get("/").status_code == 200


def test_a_scenario_is_kept(desk: Desk) -> None:
    client = Tab(desk).client
    answer = client.post("/scenario", data={"title": "No torture", "strike": ["under torture", "anna"]})
    assert answer.status_code == 303
    assert 'scenario no-torture "No torture"\n  strike: under torture\n  strike: anna' in text_of(desk)
    assert client.post("/scenario", data={"title": "No torture"}).status_code == 422
    assert client.post("/scenario", data={"title": "", "strike": "anna"}).status_code == 422


def test_a_new_file_can_be_named(desk: Desk) -> None:
    tab = (
        Tab(desk)
        .open("/new/issue")
        .type("1.head.title", "Who lit it?")
        .type("1.newfile", "casebook/questions.case")
        .send()
    )
    assert tab.status == 303
    assert (desk.root / "casebook" / "questions.case").read_text() == 'issue who-lit-it "Who lit it?"\n'


def test_a_statement_goes_behind_the_others_on_its_claim(make: Make) -> None:
    desk = Desk(make('issue last "Last"\n').root)
    tab = Tab(desk).open("/new/statement?claim=fire").type("1.head.witness", "boris").type("1.head.date", "1932").send()
    assert tab.status == 303
    assert text_of(desk).endswith('I saw the mill burn\n\n1932 boris affirms fire\n\nissue last "Last"\n')


def test_where_one_is_sent_after_writing_is_here(desk: Desk) -> None:
    tab = Tab(desk).open("/edit/entry?id=anna&next=//evil.example/").type("0.field.note", "x").send()
    assert tab.answer is not None
    assert (
        tab.answer.headers["location"].startswith("/?")
        or tab.answer.headers["location"].startswith("/evil")
        or tab.answer.headers["location"] == "/"
    )
    assert "//" not in tab.answer.headers["location"]


def test_undo_goes_back_to_the_page_it_was_asked_on(desk: Desk) -> None:
    Tab(desk).open("/edit/entry?id=anna").type("0.field.born", "1899").send()
    client = Tab(desk).client
    asked_on = {"referer": "http://testserver/claim/fire?without=boris&done=x"}
    answer = client.post("/undo", data={"x": ""}, headers=asked_on)
    assert answer.headers["location"].startswith("/claim/fire?without=boris&done=")
    elsewhere = {"referer": "http://evil.example/claim/fire"}
    assert client.post("/undo", data={"x": ""}, headers=elsewhere).headers["location"].startswith("/?done=")


def test_proposals_are_decided_about_only_where_some_are_marked(desk: Desk) -> None:
    client = Tab(desk).client
    assert client.post("/drafts", data={"do": "keep"}).status_code == 422
    assert "no proposal is marked" in client.post("/drafts", data={"do": "keep"}).text.lower()


def test_a_page_that_breaks_says_so_in_words(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(dossier: object) -> None:
        del dossier
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr("assay.serve.app.opening.opened", lambda *_: broken(None))
    client = TestClient(application(desk)[0], raise_server_exceptions=False)
    answer = client.get("/edit/entry?id=anna")
    assert answer.status_code == 500
    assert "ZeroDivisionError: a fault" in answer.text
    assert "nothing was written" in answer.text.lower()


def test_what_names_an_entry_is_listed(make: Make) -> None:
    added = '1932 boris denies #anna-1931\n\nextend person anna\n  alias: Anya in memoir\n\nclaim c "C"\n  who: anna\n  note: fire\n'
    book = make(added).casebook
    assert set(naming(book, "anna")) == {"anna-1931", "c"}
    assert set(naming(book, "fire")) == {"anna-1931"}  # a note names nothing
    assert set(naming(book, "anna-1931")) == {"1932-boris-denies-anna-1931"}
    assert set(naming(book, "memoir")) == {"anna-1931", "anna"}
    assert naming(book, "nobody") == ()
