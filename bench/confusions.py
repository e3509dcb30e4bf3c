"""What scanners make of letters: confusions with weights, and the noise that is drawn from them.

The weights of LETTERS are counts of distinct misread words in which the confusion occurs, among the 90,487 correction
rules that Ted Underwood collected from scanned books of 1700-1899 (github.com/tedunderwood/DataMunging,
rulesets/CorrectionRules.txt), each misreading aligned with its word. That list was made to be safe: misreadings that
could be another word are not in it, so `rn` and `m`, `cl` and `d`, `in` and `m` are rarer in it than on paper; the
weights under BY_HAND are ours, and so is the share of marks, spaces and hyphens among all misreadings.
"""

import random
import re

LETTERS = {
    ("e", "c"): 15174, ("b", "h"): 3318, ("i", "1"): 3148, ("y", "v"): 2788, ("i", "l"): 1870, ("h", "b"): 1865,
    ("li", "h"): 1444, ("ll", "u"): 1179, ("l", "1"): 849, ("e", "6"): 830, ("l", "u"): 716, ("h", "li"): 708,
    ("w", "v"): 685, ("c", "f"): 670, ("t", "l"): 664, ("li", "u"): 645, ("fi", "ﬁ"): 596, ("w", "iv"): 472,
    ("o", "0"): 438, ("ct", "d"): 376, ("c", "d"): 343, ("w", "av"): 341, ("ae", "æ"): 293, ("o", "6"): 285,
    ("n", "u"): 233, ("u", "n"): 229, ("il", "u"): 213, ("c", "e"): 198, ("e", "i"): 159, ("o", "c"): 145,
    ("r", "i"): 142, ("e", "a"): 106, ("e", "é"): 80, ("e", "o"): 76, ("f", "l"): 74, ("v", "i"): 74, ("w", "vv"): 63,
    ("e", "u"): 59, ("v", "y"): 52, ("s", "z"): 52, ("f", "i"): 46, ("t", "i"): 40, ("s", "8"): 36,
}  # fmt: skip
BY_HAND = {
    ("rn", "m"): 2500, ("m", "rn"): 2500, ("cl", "d"): 1200, ("d", "cl"): 600, ("in", "m"): 600, ("m", "in"): 300,
    ("nn", "im"): 200, ("ri", "n"): 500, ("n", "ri"): 300, ("vv", "w"): 200, ("fl", "ﬂ"): 300, ("I", "l"): 900,
    ("I", "1"): 500, ("l", "I"): 500, ("S", "5"): 150, ("O", "0"): 300, ("B", "8"): 120, ("0", "O"): 400,
    ("1", "l"): 500,
    ("5", "S"): 150, ("D", "O"): 80, ("t", "f"): 300, ("f", "t"): 300, ("a", "o"): 300, ("o", "a"): 200,
    ("g", "q"): 120,
    ("h", "n"): 150, ("tt", "ti"): 80,
}  # fmt: skip
LONG_S = {("s", "f"): 19038, ("s", "ſ"): 1884, ("ss", "ff"): 1120, ("st", "fl"): 1042}  # books before 1800 only
_DOUBLED = re.compile(r"(?<=[^\W\d])([a-z])(?=[^\W\d])")
MARKS = (",.", ".,", ";:", ":;", ",;", "’'", "-–", ",", ".", ";")


def letter_misread(draw: random.Random, word: str, *, long_s: bool = False) -> str | None:
    """Misread one place of a word, by the weights; None where nothing in it is ever misread."""
    table = {**LETTERS, **BY_HAND, **(LONG_S if long_s else {})}
    fitting = [(rule, weight * word.count(rule[0])) for rule, weight in table.items() if rule[0] in word]
    fitting = [
        (rule, weight) for rule, weight in fitting if rule[0] != "s" or not word.endswith("s") or rule[1] in "z8"
    ]
    if not fitting:
        return None
    (there, read), *_ = draw.choices([rule for rule, _ in fitting], [weight for _, weight in fitting])
    places = [match.start() for match in re.finditer(re.escape(there), word)]
    at = draw.choice(places)
    return word[:at] + read + word[at + len(there) :]


def misread(draw: random.Random, word: str, known: frozenset[str], *, long_s: bool = False) -> str:
    """Misread one word, as letters, marks or capitals are misread, but never into another word that is known."""
    sort = draw.random()
    made: str | None
    if sort < 0.75:
        made = letter_misread(draw, word, long_s=long_s)
    elif sort < 0.93:
        made = _marks_misread(draw, word)
    else:
        made = word.upper() if draw.random() < 0.3 else word.swapcase() if len(word) == 1 else word.capitalize()
    if made is None or (bare(made) != bare(word) and bare(made) in known):
        return word
    return made


def _marks_misread(draw: random.Random, word: str) -> str | None:
    mark = draw.choice(MARKS)
    if mark[0] in word:
        return word.replace(mark[0], mark[1:], 1)
    return f"{word}{draw.choice(',.')}" if draw.random() < 0.2 and word[-1:].isalpha() else None


def noisy(
    draw: random.Random, words: list[str], rate: float, known: frozenset[str], *, long_s: bool = False
) -> list[str]:
    """Misread a share of the characters of a run of words; spaces are dropped and doubled, words hyphenated.

    A word that takes in the next one leaves an empty place, so that places stay the same.
    """
    made: list[str] = []
    joined = False
    for number, word in enumerate(words):
        if joined:
            made[-1] += word
            made.append("")
            joined = False
            continue
        for _ in range(1 + (len(word) > 9)):  # a long word can be misread twice
            if draw.random() < rate * len(word) * 0.85:
                word = misread(draw, word, known, long_s=long_s)  # noqa: PLW2901 - misread again
        if draw.random() < rate * 0.5:
            joined = number + 1 < len(words) and bare(word) + bare(words[number + 1]) not in known
        elif draw.random() < rate * 0.5 and len(word) > 6 and word.isalpha():
            at = draw.randrange(3, len(word) - 2)
            word = word[:at] + draw.choice(("-\n", " ", "- ")) + word[at:]  # noqa: PLW2901 - divided
            if bare(word[:at]) in known and bare(word[at:]) in known:
                word = word[:at] + "-\n" + word[at:].lstrip("- \n")  # noqa: PLW2901 - not into two words that are known
        made.append(word)
    return made


def bare(word: str) -> str:
    """Strip a word of its marks and capitals."""
    return re.sub(r"[\W_]", "", word).lower()
