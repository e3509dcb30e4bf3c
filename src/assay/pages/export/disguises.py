"""Names under a disguise: in another alphabet, in letters of another shape, or with something between their letters.

Whoever scans, types or marks up a document does all of these by chance; others do them on purpose.
"""

# ruff: noqa: RUF001 - letters that look alike are what this is about
import re
import unicodedata
from collections.abc import Collection, Sequence

_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u034f\u115f\u1160\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0]")
_SOFT_AT_END = re.compile(r"\u00ad(?=[ \t]*\r?\n)")
_CYRILLIC = """а a б b в v г g д d е e з z и i й i к k л l м m н n о o п p р r с s т t у u ф f ы y э e і i ї i ґ g ё e
ж zh х kh ц ts ч ch ш sh щ shch ю yu я ya є ye"""
_GREEK = "ου u α a β v γ g δ d ε e ζ z η i ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f ω o θ th χ ch ψ ps"
_SOUNDS = dict(zip(f"{_CYRILLIC} {_GREEK}".split()[::2], f"{_CYRILLIC} {_GREEK}".split()[1::2], strict=True))
_SOUNDED = re.compile("|".join(_SOUNDS))
_MUTE = str.maketrans("", "", "ъь")
_SHAPES = str.maketrans("аеорсухкмтнвіјѕԁһԛԝαονρυικτηω", "aeopcyxkmthbijsdhqwaovpuiktnw")
_BETWEEN = r"(?:[^\w\s]|_){1,4}"
_SPACED = r"[\W_]{1,3}"


def seen(text: str) -> tuple[str, Sequence[int]]:
    r"""Leave out the characters that nobody sees, and write letters in their usual shape, with the way back.

    >>> seen("Ne\u00adru\ufe0fda")[0]
    'Neruda'
    """
    if text.isascii() and not _UNSEEN.search(text):
        return text, range(len(text))
    text = _SOFT_AT_END.sub("-", text)
    kept = [at for at, letter in enumerate(text) if unicodedata.category(letter) != "Cf" and not _UNSEEN.match(letter)]
    return "".join(_usual(text[at]) for at in kept), kept


def _usual(letter: str) -> str:
    """Return a letter without its circle or its bold type; digits stay, since a raised one may be a note's."""
    usual = letter if letter.isascii() else unicodedata.normalize("NFKC", letter)
    return usual if len(usual) == 1 and usual.isalpha() else letter


def in_latin(folded: str) -> tuple[str, ...]:
    """Return what a folded word may be in Latin letters: by their shapes, and by their sounds.

    >>> in_latin("неруда"), in_latin("neruda")
    (('hepyдa', 'neruda'), ())
    """
    if folded.isascii():
        return ()
    sounds = _SOUNDED.sub(lambda match: _SOUNDS[match[0]], folded.translate(_MUTE))
    return folded.translate(_SHAPES), sounds


def divided(names: Collection[str]) -> re.Pattern[str] | None:
    """Find names with signs between some letters (*Ner_uda*, *N[e]ruda*), or a space between each (*N E R U D A*)."""
    if not names:
        return None
    ways = []
    for name in sorted(names, key=len, reverse=True):
        letters = [re.escape(letter) for letter in name]
        ways += [f"(?:{_BETWEEN})?".join(letters), rf"(?<![^\W_]){_SPACED.join(letters)}"]
    return re.compile("|".join(ways))


def bare(text: str) -> str:
    """Write every letter small and without its accent, one for one.

    >>> bare("Né[r]uda")
    'ne[r]uda'
    """
    return text.lower() if text.isascii() else "".join(map(_bare, text))


def _bare(letter: str) -> str:
    plain = unicodedata.normalize("NFKD", letter)[:1].lower()
    return plain if len(plain) == 1 else letter
