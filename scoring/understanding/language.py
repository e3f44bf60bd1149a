"""The language of a message: Vietnamese with or without marks, English, both, or another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from scoring.understanding.language_words import BORROWED, CHAT, CONTRACTED, ENGLISH, JOINTS
from scoring.understanding.text import Kind, Text, Token

VIETNAMESE = "vi"
ENGLISH_ONLY = "en"
MIXED = "mixed"
OTHER = "other"
# Words of neither language beside each known one, from which on it is a third language.
FOREIGN_FROM = 1.5
# English words beside each one that may be Vietnamese without its marks, from which on
# it is rather an English word we do not know: "we want to cut down on paper".
ENGLISH_FROM = 3

_BARE = "bare"  # built as a Vietnamese syllable is, and nothing more speaks for it
_EITHER = "either"  # an English word that is also such a syllable


def of(text: Text) -> str:
    words = [(place, token) for place, token in enumerate(text.tokens) if token.kind is Kind.WORD]
    kinds = [_kind(text, place, word) for place, word in words]
    bare, english = kinds.count(_BARE), kinds.count(ENGLISH_ONLY)
    vietnamese = kinds.count(VIETNAMESE)
    if vietnamese or bare * ENGLISH_FROM > english:
        vietnamese += bare
    if not vietnamese and not english and kinds.count(_EITHER) > 1 and OTHER in kinds:
        return ENGLISH_ONLY  # "let me sleep on it"
    if not vietnamese and not english:
        # "do", "so", "can" alone, or "ok demo": what a Vietnamese writes, too.
        return OTHER if not words or kinds.count(OTHER) == len(words) else VIETNAMESE
    if kinds.count(OTHER) > FOREIGN_FROM * (vietnamese + english + kinds.count(_EITHER)):
        return OTHER
    if vietnamese and english:
        return MIXED
    return VIETNAMESE if vietnamese else ENGLISH_ONLY


def _kind(text: Text, place: int, word: Token) -> str | None:
    """The language this one word is sure to be of; None if it may be of any."""
    syllable = _is_syllable(word.folded)
    if word.marked:
        return VIETNAMESE if syllable else OTHER
    if word.word in BORROWED or _is_in_address(text.tokens, place):
        return None
    if word.word in CHAT:
        return VIETNAMESE
    if _is_contraction(text.tokens, place):
        return ENGLISH_ONLY
    if word.word in ENGLISH:
        return _EITHER if syllable else ENGLISH_ONLY
    if not syllable and _ENGLISH_ENDING.search(word.word):
        return ENGLISH_ONLY
    if not syllable:
        return OTHER if len(word.word) > 1 else None
    # A name in an English sentence: Da Nang, Nguyen.
    start, end = text.span(word.start, word.end)
    return None if text.original[start:end].istitle() and start > 0 else _BARE


def _is_contraction(tokens: Sequence[Token], place: int) -> bool:
    """The ve of "I've", the re of "we're"."""
    return (
        place > 1
        and tokens[place].word in CONTRACTED
        and tokens[place - 1].word == "'"
        and tokens[place].glued
        and tokens[place - 1].glued
    )


def _is_in_address(tokens: Sequence[Token], place: int) -> bool:
    """A part of an e-mail or web address: mike@beancoast.com."""
    opened = place > 1 and tokens[place].glued and tokens[place - 1].word in JOINTS
    opened = opened and tokens[place - 1].glued
    after = tokens[place + 1 : place + 3]
    closed = len(after) > 1 and after[0].word in JOINTS and after[0].glued and after[1].glued
    return opened or closed


@lru_cache(maxsize=4096)
def _is_syllable(word: str) -> bool:
    """Built as Vietnamese syllables are, the marks off."""
    return _SYLLABLE.fullmatch(word) is not None


# Long words that end so are English, or French as English has them.
_ENGLISH_ENDING = re.compile(
    r"[a-z]{3}(?:ity|tion|sion|ing|ment|ness|able|ible|ful|less|ally|ously|ively|ance|ence|ship"
    r"|ology|ized|ised|izing|ising|ated|ating|ction)s?$"
)
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|kh|gh|gi|ch|ph|th|tr|qu|[bcdghklmnprstvx])?"
    r"(?:uye|uya|oai|oay|oeo|uay|uoi|uou|ieu|yeu|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui"
    r"|uo|uu|uy|ye|[aeiouy])"
    r"(?:ch|ng|nh|[cmnpt])?"
)
