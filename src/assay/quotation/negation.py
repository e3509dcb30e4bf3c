"""Words that negate, in English and some other languages. A list, and no understanding."""

import re

_WORDS = """
not cannot no never nor neither none nothing nobody nowhere hardly without
nicht nichts nie niemals niemand kein keine keinen keiner keines weder
ne pas jamais rien aucun aucune nunca nada nadie mai nessuno
не ни нет никогда никто ничего нельзя без
οὐ οὐκ οὐχ μή μὴ δεν δεν όχι
"""
NEGATION = re.compile(rf"\b(?:{'|'.join(_WORDS.split())}|\w+n['’]t)\b", re.IGNORECASE)
