"""Aliases: passages in which a document itself says that one name stands for another person's.

    Kolokov (the conspiratorial name of I. N. Berg - A. B.)
    Holm [Lund's party name - Ed.]
    "... Orlow (Berg - A. B.) ..."

A name in brackets may explain much else; what is no name of a person on either side is passed over.
"""

from assay.draft.aliases.finding import Found, aliases

__all__ = ["Found", "aliases"]
