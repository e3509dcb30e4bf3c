"""What is put in a quotation, or in the place of its words: the tables of the treatments."""

KINDS = ("exact", "orthographic", "elided", "silently-elided", "interpolated", "altered", "stitched", "wrong-page",
         "absent")  # fmt: skip
OMISSIONS = ("...", "…", "[...]", "[…]", ". . .", "(...)", "....", "* * *", "[. . .]")
NEGATIONS = frozenset(
    "not no never nor neither none nothing nobody nowhere hardly cannot without".split()  # noqa: SIM905 - words
)
PAIRS = dict(pair for a, b in (
    ("now", "not"), ("form", "from"), ("casual", "causal"), ("modern", "modem"), ("trial", "trail"),
    ("united", "untied"),
    ("statue", "statute"), ("martial", "marital"), ("all", "some"), ("many", "few"), ("before", "after"),
    ("came", "went"),
    ("was", "were"), ("is", "was"), ("shall", "may"), ("and", "or"), ("they", "we"), ("he", "she"), ("his", "her"),
    ("thou", "they"), ("hath", "had"), ("saith", "said"), ("his", "my"), ("our", "their"), ("have", "had"),
    ("good", "evil"),
    ("man", "men"), ("this", "that"), ("great", "small"), ("day", "night"), ("upon", "under"), ("said", "denied"),
    ("will", "would"), ("must", "might"), ("always", "never"), ("first", "last"), ("hast", "had"), ("unto", "into"),
) for pair in ((a, b), (b, a)))  # fmt: skip
BRACKETS = ("[that is, the accused]", "[sic]", "[the minister]", "[emphasis added]", "[he]", "[Belov]", "[in Moscow]")
TENSES = (("ied", "ies"), ("eth", "ed"), ("ed", "s"), ("s", "ed"), ("s", ""), ("ed", ""), ("ing", "ed"), ("est", "ed"))
