"""The words for months, seasons, numbers and years, as patterns and as what they stand for."""

import re

_NAMES = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"]
_NAMES += ["November", "December"]
_SHORT = {"Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9, "Sept": 9}
_SHORT |= {"Oct": 10, "Nov": 11, "Dec": 12}
_MONTH = {name: number for number, name in enumerate(_NAMES, 1)} | _SHORT
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11}
_ROMAN |= {"XII": 12}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_DECADES = {name: number for number, name in enumerate(_TENS, 2)}
_NUMBERS = ["one", "two", "three", "four", "five", "six", "seven"]
_NUMBERS += ["eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"]
_NUMBER = {word: number for number, word in enumerate(_NUMBERS, 1)} | {"a": 1, "an": 1}
_TEENS = ["sixteen", "seventeen", "eighteen", "nineteen"]
_BY_TEN = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_NUMBER |= {word: number for number, word in enumerate(_TEENS, 16)} | _BY_TEN | {"hundred": 100, "a hundred": 100}
_NUMBER |= {f"{ten}-{word}": by + number for ten, by in _BY_TEN.items() for number, word in enumerate(_NUMBERS[:9], 1)}
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth"]
_ORDINALS += ["seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth"]
_ORDINALS += ["fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"]
_ORDINALS += [f"twenty-{word}" for word in _ORDINALS[:9]] + ["thirtieth", "thirty-first"]
_ORDINAL = {word: number for number, word in enumerate(_ORDINALS, 1)}

# Not Christmas or Easter: which day these are, the words alone do not say.
_NAMED_DAYS = {"May Day": (5, 1), "New Year's Eve": (12, 31), "New Year's Day": (1, 1)}
NAMED_DAY = r"(?:(?<!very\s)(?<!ach\s)(?:May\sDay|New\sYear['’]s\s(?:Eve|Day)))\b"
MONTH = rf"(?:{'|'.join(name + '|' + name.upper() for name in _NAMES)}|(?:{'|'.join(_SHORT)})\b\.?)(?![a-z])"
ROMAN = r"(?:VIII|VII|VI|IV|IX|V|III|II|XII|XI|X|I)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:\s?(?:st|nd|rd|th)\b)?"
DAY_WORD = rf"(?:{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})\b"
YEAR = r"(?:[1Il|][5-9](?:[0-9OolI]{2}(?![\dOolI])|\d\x20\d(?!\d))|1[0-4]\d\d(?!\d)|20[0-4]\d(?!\d))(?!\w)"
DASH = r"\s?[-–—]\s?"
SEASON = r"(?:spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Fall|Winter)\b"
DECADE_WORD = rf"(?:{'|'.join(_DECADES)})\b"
ORDINAL = rf"(?:{'|'.join(sorted(_ORDINALS, key=len, reverse=True))}|\d{{1,2}}(?:st|nd|rd|th))"
NUMBER = rf"(?:{'|'.join(sorted(_NUMBER, key=len, reverse=True))}|\d{{1,3}})"
_MISREAD = str.maketrans({"I": "1", "l": "1", "|": "1", "O": "0", "o": "0", " ": None})


def named_day(words: str) -> tuple[int, int]:
    """Return month and day of a day with a name."""
    return _NAMED_DAYS[" ".join(words.replace("’", "'").split())]


def month(words: str) -> int:
    """Return the number of a month by its name, short or long."""
    return _MONTH[words.rstrip(".").capitalize()]


def roman(words: str) -> int:
    """Return the number of a month in Roman numerals."""
    return _ROMAN[words]


def season(words: str) -> int:
    """Return the number by which EDTF calls a season."""
    return _SEASONS[words.lower()]


def decade(words: str) -> int:
    """Return which ten years of a century are called so: 3 for *thirties*."""
    return _DECADES[words.lower()]


def year(words: str) -> int:
    """Read a year, as the scanner may have left it.

    >>> year("I936"), year("193 6"), year("19O5")
    (1936, 1936, 1905)
    """
    return int(words.translate(_MISREAD))


def day(words: str) -> int:
    """Read a day of the month, its ending aside, as the scanner may have left it.

    >>> day("5th"), day("2lst")
    (5, 21)
    """
    return _ORDINAL.get(words.lower()) or int(re.sub(r"\D", "", words.translate(_MISREAD)))


def number(words: str) -> int:
    """Read a number in words or figures."""
    return _NUMBER.get(words.lower()) or int(words)


def ordinal(words: str) -> int:
    """Read *third*, *3rd*."""
    return _ORDINAL.get(words.lower()) or int(re.sub(r"\D", "", words))
