"""What is no word of any language: fingers on the keys, a letter held down, signs alone."""

from __future__ import annotations

import re

from scoring.understanding.text import Kind, Text

# Letters from which on a word has a vowel: shorter ones are often initials, CRM and PCCC.
_LONG_FOR_NO_VOWEL = 6
_KEYS_IN_A_ROW = re.compile(
    "asd|sdf|dfg|fgh|ghj|hjk|jkl|zxc|xcv|cvb|vbn|dsa|fds|gfd|hgf|jhg|kjh|lkj|qwe"
)
_VOWEL = re.compile("[aeiouy]|[^a-z]")


def is_gibberish(word: str) -> bool:
    """Of a folded word of two letters or more: "xxxx", "lkjdsf", "zxcvbnm"."""
    if len(set(word)) == 1 or _KEYS_IN_A_ROW.search(word):
        return True
    return len(word) >= _LONG_FOR_NO_VOWEL and _VOWEL.search(word) is None


def says_nothing(text: Text) -> bool:
    """Neither a number nor a word that somebody could mean; one letter may be an answer."""
    meant = (
        token.kind is Kind.NUMBER or len(token.folded) == 1 or not is_gibberish(token.folded)
        for token in text.tokens
        if token.kind is not Kind.MARK
    )
    return not any(meant)
