"""What a person types to search, read: words, "phrases", prefi*, AND, OR, NOT, brackets, and filters.

The language is that of SQLite's full-text search, as far as people use it; nothing that is typed reaches SQL but folded
words. What binds most tightly comes last: OR, AND, NOT, words side by side.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from assay.library.index.passages import OVERLAP
from assay.library.index.words import words_of
from assay.model.guessing import did_you_mean
from assay.model.locators import Locator, is_folio, parse_locator
from assay.model.search import All, Either, Phrase, Query, Sought, Without

FILTERS = ("said-by", "in", "page")
_TOKEN = re.compile(
    r"""\s*(?:(?P<filter>[^\W\d][\w-]*):(?:"(?P<quoted>[^"]*)"|(?P<value>[^\s()"]*))"""
    r"""|"(?P<phrase>[^"]*)"(?P<phrase_star>\*)?|(?P<bracket>[()])|(?P<word>[^\s()"]+)|(?P<open>"))"""
)
_DEEPEST = 50
_MOST = 200  # words and phrases of one search


class QueryError(Exception):
    """A search that cannot be understood. `help` says what to type."""

    def __init__(self, message: str, help_: str = "") -> None:
        super().__init__(message)
        self.help = help_


class _Token(Struct, frozen=True):
    kind: str
    text: str
    query: Query | None = None


class _Filters:
    """The filters of a search, taken out of it wherever they stand."""

    def __init__(self) -> None:
        self.said_by: list[str] = []
        self.works: list[str] = []
        self.pages: list[Locator] = []

    def take(self, name: str, value: str) -> None:
        if name not in FILTERS:
            known = " and ".join((", ".join(f"{known}:" for known in FILTERS[:-1]), f"{FILTERS[-1]}:"))
            help_ = did_you_mean(name, FILTERS, f"filters are {known}; put other words with a colon in quotes")
            raise QueryError(f"there is no filter {name}:", help_)
        if not value.strip():
            raise QueryError(f"{name}: says nothing", "write said-by:radek, in:memoir, page:17 or page:10-20")
        match name:
            case "said-by":
                self.said_by.append(value)
            case "in":
                self.works.append(value)
            case _:
                self.pages.append(_pages(value))


def parse_query(typed: str) -> Sought:
    """Read what was typed.

    Raises:
        QueryError: it cannot be understood.
    """
    filters = _Filters()
    tokens = _tokens(typed, filters)
    if not tokens and not filters.said_by:
        raise QueryError("no words to look for", 'write words, "a phrase", a beginning: confess*, or said-by:radek')
    if not tokens:
        return Sought(None, tuple(filters.said_by), tuple(filters.works), tuple(filters.pages))
    parser = _Parser(tokens)
    query = parser.either(0)
    if parser.now is not None:
        raise QueryError("a bracket is closed that was not opened", "take the ) away")
    return Sought(query, tuple(filters.said_by), tuple(filters.works), tuple(filters.pages))


def _tokens(typed: str, filters: _Filters) -> Sequence[_Token]:
    tokens: list[_Token] = []
    at = 0
    while (match := _TOKEN.match(typed, at)) is not None:
        at = match.end()
        if match["open"]:
            raise QueryError("a quotation mark is missing", 'a phrase stands between two: "the whole village"')
        if match["filter"]:
            if sum((token.kind == "(") - (token.kind == ")") for token in tokens) > 0:
                raise QueryError(f"{match['filter']}: holds for the whole search", "write it outside the brackets")
            filters.take(match["filter"].lower(), match["quoted"] if match["quoted"] is not None else match["value"])
        elif match["bracket"] or match["word"] in ("AND", "OR", "NOT"):
            tokens.append(_Token(match["bracket"] or match["word"], match["bracket"] or match["word"]))
        elif match["phrase"] is not None:
            tokens.append(_phrase(match["phrase"], begins=bool(match["phrase_star"])))
        else:
            word = match["word"]
            if "*" in word.removesuffix("*"):
                raise QueryError(f"{word}: a * stands at the end of a word only", f"write {word.partition('*')[0]}*")
            tokens.append(_phrase(word.removesuffix("*"), begins=word.endswith("*")))
    if len(tokens) > _MOST:
        raise QueryError(f"more than {_MOST} words at once", "look for fewer")
    return [token for token in tokens if token.text]


def _phrase(text: str, *, begins: bool) -> _Token:
    words = tuple(word for word, _ in words_of(text))
    if len(words) > OVERLAP:
        raise QueryError(f"a phrase of more than {OVERLAP} words cannot be looked up", "take a part of it")
    # What has no letters (a dash, a full stop) is passed over.
    return _Token("word", text if words else "", Phrase(words, begins) if words else None)


def _pages(value: str) -> Locator:
    """Read pages: 17, 10-20, xii, 3r, or with their edition, "hbk p. 351"."""
    folio = is_folio(value.split("-", maxsplit=1)[0])
    for written in (value, f"f. {value}" if folio else f"p. {value}"):
        locator = parse_locator(written)
        if locator is not None and locator.unit in ("page", "folio"):
            return locator
    raise QueryError(f"“{value}” is no page", 'write page:17, page:10-20, page:xii, or page:"hbk p. 351"')


class _Parser:
    """Reads tokens into a query, one level of binding to a method."""

    def __init__(self, tokens: Sequence[_Token]) -> None:
        self._tokens = tokens
        self._at = 0

    @property
    def now(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self, kind: str) -> bool:
        if self.now is not None and self.now.kind == kind:
            self._at += 1
            return True
        return False

    def either(self, depth: int) -> Query:
        parts = [self._all(depth)]
        while self._take("OR"):
            parts.append(self._all(depth))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _all(self, depth: int) -> Query:
        parts = [self._without(depth)]
        while self._take("AND"):
            parts.append(self._without(depth))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _without(self, depth: int) -> Query:
        query = self._side_by_side(depth)
        while self._take("NOT"):
            query = Without(query, self._side_by_side(depth))
        return query

    def _side_by_side(self, depth: int) -> Query:
        parts = [self._one(depth)]
        while self.now is not None and self.now.kind in ("word", "("):
            parts.append(self._one(depth))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _one(self, depth: int) -> Query:
        token = self.now
        if token is None:
            before = self._tokens[self._at - 1].text if self._at else ""
            raise QueryError(
                f"words are missing behind {before}", f"the word itself is written small: {before.lower()}"
            )
        self._at += 1
        if token.query is not None:
            return token.query
        if token.kind != "(":
            raise QueryError(
                f"words are missing before {token.text}", f"write words {token.text} words; the word itself, small"
            )
        if depth >= _DEEPEST:
            raise QueryError("brackets lie too deep in one another", "take some away")
        query = self.either(depth + 1)
        if not self._take(")"):
            raise QueryError("a bracket is not closed", "write ) at its end")
        return query
