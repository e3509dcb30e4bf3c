"""The ways in which people and programs mark pages in a text, each as a pattern whose first group is the label."""

from typing import Literal

from msgspec import Struct

from assay.sources.profile import PAGE_MARK

ROMAN = r"(?=[ivxlc]{1,9}\b)c?(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
LABEL = rf"(?:\d{{1,4}}|{ROMAN})"
_ANY_LABEL = rf"(?:\d{{1,4}}[rv]?|(?i:{ROMAN}))"
_PAGE = r"(?i:page|pg\.?|pag\.?|página|pagina|seite|side|sida|strona|str\.|стр\.)"
_SHORT = r"(?:[pP]p?\.|S\.|\u0441\.|[fF]ol(?:io)?\.?|f\.)"
_OF = r"(?:[ \t]*(?:/|(?i:of|von|de|sur|av|из))[ \t]*\d{1,5})?"
END = r"[ \t]*(?:\r?$|(?=\f))"
_RULE = r"[-=*_~#–—]{1,40}+"

Surety = Literal["explicit", "likely", "weak"]
"""Whether a mark says that it is a page; or can hardly be anything else; or may be a note, a verse, or a paragraph."""


class Way(Struct, frozen=True):
    """A way of marking pages: what it looks like, in words and as a pattern, and how sure it is."""

    name: str
    pattern: str
    surety: Surety = "likely"
    line: bool = False
    """Whether a mark may stand at its page's foot as well as at its head."""
    alone: bool = False
    """Whether a mark is a bare number, as paragraphs and chapters have them."""
    hint: str = ""
    """What is somewhere in every text with such marks, where the pattern is slow to find that out."""
    bracket: bool = False
    """Whether notes are marked so too."""


USUAL = Way("{p. 12} or [p. 12]", PAGE_MARK, "explicit")
WAYS: tuple[Way, ...] = (
    USUAL,
    Way(
        '<pb n="12"/>',
        r"""<(?:pb|page|pagebreak)\b[^<>\n]{0,200}?\s(?:n|number)\s*=\s*["']?(\w{1,12})["']?(?:\s[^<>\n]{0,200})?/?>""",
        "explicit",
    ),
    Way(
        "[Page 12]",
        rf"[\[({{<][ \t]*(?:{_PAGE}|{_SHORT})[ \t]*({_ANY_LABEL}){_OF}[ \t]*[\])}}>]",
        "explicit",
        line=True,
    ),
    Way(
        "--- Page 12 ---",
        rf"(?<![-=*_~#–—]){_RULE}[ \t]*(?:{_PAGE}|{_SHORT})[ \t]*({_ANY_LABEL}){_OF}[ \t]*{_RULE}",
        "explicit",
        line=True,
    ),
    Way(
        "page 12 on a line",
        rf"(?:^|\f)[ \t]*(?:{_PAGE}|{_SHORT})[ \t]*({_ANY_LABEL}){_OF}{END}",
        "explicit",
        line=True,
    ),
    Way(
        "Page 12 of 300 in a running head",
        rf"(?:^|\f)[^\n\f]{{0,100}}?\b{_PAGE}[ \t]+({_ANY_LABEL})[ \t]+(?:of|von|de|sur)[ \t]+\d{{1,5}}\b"
        rf"[^\n\f]{{0,100}}?{END}",
        "explicit",
        hint=rf"\b{_PAGE}[ \t]+{_ANY_LABEL}[ \t]+(?:of|von|de|sur)[ \t]+\d",
        line=True,
    ),
    Way("12 of 300 on a line", rf"(?:^|\f)[ \t]*(\d{{1,4}})[ \t]*(?:/|of)[ \t]*\d{{1,5}}{END}", "likely", line=True),
    Way("|12|", rf"\|[ \t]*({LABEL})[ \t]*\|", bracket=True),
    Way("-- 12 --", rf"(?:-{{2,5}}|—|–)[ \t]{{0,9}}({LABEL})[ \t]{{0,9}}(?:-{{2,5}}|—|–)"),
    Way("- 12 - on a line", rf"(?:^|\f)[ \t]*-[ \t]*({LABEL})[ \t]*-{END}", line=True),
    Way("{12}", rf"\{{[ \t]*({LABEL})[ \t]*\}}", bracket=True),
    Way("[12]", rf"\[[ \t]*({LABEL})[ \t]*\]", bracket=True),
    Way("<12>", rf"<[ \t]*({LABEL})[ \t]*>", bracket=True),
    Way(
        "p. 12 at the head of a line",
        rf"(?:^|\f)[ \t]*(?:{_PAGE}|[pP]\.|S\.|[fF]ol\.|f\.)[ \t]*({_ANY_LABEL})(?![\w,;–-])[.:)\]]?[ \t]*",
        "weak",
    ),
    Way(
        "a running head behind a form feed",
        r"\f[ \t]{0,20}\n?[^\n\f\d]{0,60}(?<!\w)(\d{1,4})(?!\w)[^\n\f\d]{0,60}(?:\n|$)",
    ),
    Way("a number on a line", rf"(?:^|\f)[ \t]*({LABEL}){END}", "weak", line=True, alone=True),
)
