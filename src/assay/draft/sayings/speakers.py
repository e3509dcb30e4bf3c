"""Who or what can say something: a body, somebody described, a document; not an arrest, and not a version."""

import re

from assay.draft.names.words import BODIES, PLACES
from assay.quotation.lexicon import known_words
from assay.voices.lexicon import is_somebody, listed

_DOCUMENTS = listed(
    """announcement article book brochure bulletin certificate chronicle circular communique conclusion confession
    declaration decree diary directive document editorial entry essay file inscription indictment
    instruction journal judgment judgement law leaflet letter manifesto memoir memorandum minute note notice
    novel order pamphlet paper plaque poem poster proclamation protocol protest radio record release report
    resolution review ruling script slip speech statement study summary telegram testament testimony text
    transcript treaty verdict will writing"""
)
_MANY = listed(
    "one ones two three four five six seven eight nine ten eleven twelve others those all both everyone everybody"
)
_CUT = re.compile(r"\s(?:of|at|in|on|with|from|among|to|for|by|near|under|who|that|which)\s")


def can_speak(name: str) -> bool:
    """Say whether a name or description can be of whoever says something.

    >>> can_speak("the arrest"), can_speak("BETWEEN"), can_speak("the latest version"), can_speak("Following")
    (False, False, False, False)
    >>> can_speak("many members of the party"), can_speak("Pravda"), can_speak("the indictment"), can_speak("old men")
    (True, True, True, True)
    >>> can_speak("the board's counsel"), can_speak("the Labour Inspectorate"), can_speak("one of the speakers")
    (True, True, True)
    """
    words = re.sub(r"^(?:the|an?)\s", "", name.strip(), flags=re.IGNORECASE).split()
    if len(words) == 1 and (words[0].istitle() or words[0].isupper()):
        is_word = words[0].lower() in known_words("en") and words[0] not in BODIES | PLACES
        return not is_word or _is_speaker(words[0].lower())
    if any(word[:1].isupper() for word in words) or any(letter.isdigit() for letter in name):
        return True
    heads = _CUT.split(f"{' '.join(words)} ")[0].split()
    return bool(heads) and (_is_speaker(heads[-1]) or _is_speaker(heads[0]))


def _is_speaker(word: str) -> bool:
    alike = {
        word,
        word.removesuffix("s"),
        word.removesuffix("es"),
        re.sub("ies$", "y", word),
        re.sub("men$", "man", word),
    }
    return any(one in _DOCUMENTS or one in _MANY or is_somebody(one) for one in alike)
