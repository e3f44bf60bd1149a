"""Numbers said in English words: twenty-five, a hundred and fifty, half a, a few hundred."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scoring.understanding.money.number_phrase import (
    Number,
    Part,
    counts_money,
    digits_of,
    exactly,
    word_at,
)
from scoring.understanding.money.number_words import (
    ENGLISH_HUNDRED,
    ENGLISH_ONES,
    ENGLISH_SHARES,
    ENGLISH_TEENS,
    ENGLISH_TENS,
    ENGLISH_VAGUE,
)
from scoring.understanding.text import Token

_AND_A_HALF = ["and", "a", "half"]


def at(tokens: Sequence[Token], first: int) -> Number | None:
    """The English number phrase that starts at this token."""
    word = tokens[first].word
    if word in ENGLISH_SHARES:
        share = ENGLISH_SHARES[word]
        place = first + 2 if word_at(tokens, first + 1) in ("a", "of") else first + 1
        return Number(share, share, first, place - 1, spoken=True, loose=True)
    if word in ("a", "an"):
        return _with_article(tokens, first)
    if word in ENGLISH_VAGUE:
        low, high = ENGLISH_VAGUE[word]
        place = first + 2 if word_at(tokens, first + 1) == "of" else first + 1
        if word_at(tokens, place) in ENGLISH_HUNDRED:
            return Number(low * 100, high * 100, first, place, spoken=True)
        return Number(low, high, first, place - 1, spoken=True, loose=True)
    if word in ENGLISH_HUNDRED:
        return Number(100, 100, first, first, spoken=True, loose=True)
    part = _tens(tokens, first)
    return None if part is None else _with_more(tokens, first, part)


def hundreds(tokens: Sequence[Token], value: float, first: int, place: int) -> Number:
    """So many hundred, and what follows: a hundred and fifty. `place` is the word hundred."""
    after = place + 1
    joined = after + 1 if word_at(tokens, after) == "and" else after
    rest = _tens(tokens, joined) if joined < len(tokens) else None
    more, _, after = rest if rest is not None else exactly(0, after)
    value = value * 100 + more
    step = 1 if more else 100
    return Number(value, value, first, after - 1, digits_of(value, value), spoken=True, step=step)


def _with_article(tokens: Sequence[Token], first: int) -> Number | None:
    """a million, a hundred, a few, half a: the article counts one of them."""
    follower = word_at(tokens, first + 1)
    if follower in ENGLISH_SHARES or follower in ENGLISH_VAGUE:
        number = at(tokens, first + 1)
        return None if number is None else replace(number, first=first)
    if follower in ENGLISH_HUNDRED:
        return hundreds(tokens, 1, first, first + 1)
    if counts_money(tokens, first + 1):
        return Number(1, 1, first, first, "1", spoken=True, loose=True)
    return None


def _with_more(tokens: Sequence[Token], first: int, part: Part) -> Number:
    value, _, place = part
    if word_at(tokens, place) in ENGLISH_HUNDRED:
        return hundreds(tokens, value, first, place)
    if word_at(tokens, place) == "point" and word_at(tokens, place + 1) in ENGLISH_ONES:
        value += ENGLISH_ONES[word_at(tokens, place + 1)] / 10
        return Number(value, value, first, place + 1, spoken=True)
    if [word_at(tokens, place + step) for step in range(3)] == _AND_A_HALF:
        return Number(value + 0.5, value + 0.5, first, place + 2, spoken=True)
    loose = place == first + 1
    return Number(value, value, first, place - 1, str(int(value)), spoken=True, loose=loose)


def _tens(tokens: Sequence[Token], first: int) -> Part | None:
    word = word_at(tokens, first)
    value = ENGLISH_ONES.get(word) or ENGLISH_TEENS.get(word)
    if value is not None:
        return exactly(value, first + 1)
    tens = ENGLISH_TENS.get(word)
    if tens is None:
        return None
    place = first + 2 if word_at(tokens, first + 1) == "-" else first + 1
    one = ENGLISH_ONES.get(word_at(tokens, place))
    return exactly(tens, first + 1) if one is None else exactly(tens + one, place + 1)
