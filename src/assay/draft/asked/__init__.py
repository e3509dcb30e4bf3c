"""Proposals from a language model, at an address that the user names: off unless asked for, and none is needed.

It is given one page at a time, and answers with who says what and the exact words. We write the entries, and they go
through the same gate as all others: what quotes words that are not on the page is refused.
"""
