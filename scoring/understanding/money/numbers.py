"""Number phrases: which tokens say a number, and how much it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scoring.understanding.money import english_numbers, spoken_numbers
from scoring.understanding.money.number_phrase import Number, counts_money, word_at
from scoring.understanding.money.number_words import (
    DOZEN,
    ENGLISH_HUNDRED,
    HUNDRED,
    OPENERS,
    SOME,
    ZERO,
)
from scoring.understanding.text import Kind, Text, Token

LONGEST_DIGITS = 15  # more digits than any sum of money has: a serial number
GROUP = 3  # digits that a thousands separator parts off


def find(text: Text) -> tuple[Number, ...]:
    """Every number phrase from left to right, none inside another."""
    tokens = text.tokens
    found: list[Number] = []
    place = 0
    while place < len(tokens):
        number = at(tokens, place)
        if number is None:
            place += 1
        else:
            found.append(number)
            place = number.last + 1
    return tuple(found)


def at(tokens: Sequence[Token], first: int) -> Number | None:
    """The longest number phrase that starts at this token."""
    token = tokens[first]
    if token.kind is Kind.NUMBER:
        return _written(tokens, first)
    no_hundreds = token.word in ZERO and word_at(tokens, first + 1) in HUNDRED
    if token.word not in OPENERS and not no_hundreds:
        return None
    return spoken_numbers.at(tokens, first) or english_numbers.at(tokens, first)


def value_of(written: str) -> float | None:
    """What digits with dots and commas are worth; None: no number."""
    plain = written.replace(",", ".")
    if "." not in plain:
        return float(written) if len(written) <= LONGEST_DIGITS else None
    if len(plain) > LONGEST_DIGITS + LONGEST_DIGITS // GROUP:
        return None
    head, *groups = plain.split(".")
    if len(head) <= GROUP and head[0] != "0" and all(len(group) == GROUP for group in groups):
        return float(head + "".join(groups))
    if len(groups) == 1:
        return float(plain)
    mark = written[-len(groups[-1]) - 1]
    if written.count(mark) == 1 and all(len(group) == GROUP for group in groups[:-1]):
        return float(head + "".join(groups[:-1]) + "." + groups[-1])
    return None


def _written(tokens: Sequence[Token], first: int) -> Number | None:
    word = tokens[first].word
    value = value_of(word)
    if value is None:
        return None
    grouped = sum(word.count(mark) for mark in ".,") if value == int(value) else 0
    number = Number(value, value, first, first, word if word.isdigit() else "", grouped)
    following = word_at(tokens, first + 1)
    if len(word) == len("5,6") and not number.digits and following in HUNDRED | DOZEN:
        return _of_hundreds(tokens, word, first)
    if not number.digits or len(word) > GROUP or first + 1 == len(tokens):
        return number
    after = tokens[first + 1]
    if after.kind is Kind.NUMBER:
        return _written_pair(tokens, number) or _spaced_groups(tokens, number)
    if after.word == "x" and after.glued and len(word) == 1 and not _is_times(tokens, first + 1):
        return replace(number, low=value * 10, high=value * 10 + 9, last=first + 1, digits="")
    if after.word in SOME and not value % 10 and value:
        return replace(number, high=value + 9, last=first + 1, digits="")
    if after.word in HUNDRED or after.word in DOZEN:
        return spoken_numbers.scaled(tokens, value, value, first, first + 1)
    if after.word in ENGLISH_HUNDRED:
        return english_numbers.hundreds(tokens, value, first, first + 1)
    return number


def _of_hundreds(tokens: Sequence[Token], word: str, first: int) -> Number:
    """ "5,6 trăm triệu" is five to six hundred, "2,5 trăm triệu" two and a half."""
    low, high = int(word[0]), int(word[-1])
    if high == low + 1:
        return spoken_numbers.scaled(tokens, low, high, first, first + 1)
    each = 100 if word_at(tokens, first + 1) in HUNDRED else 10
    return Number((low + high / 10) * each, (low + high / 10) * each, first, first + 1)


def _is_times(tokens: Sequence[Token], place: int) -> bool:
    """ "5x20" is a size, "3x triệu" thirty and some."""
    return place + 1 < len(tokens) and tokens[place + 1].kind is Kind.NUMBER


def _written_pair(tokens: Sequence[Token], number: Number) -> Number | None:
    """ "6 7 chục", "2 3 triệu": from the one to the other."""
    second = tokens[number.first + 1].word
    if len(number.digits) > 1 or not second.isdigit() or int(second) != number.low + 1:
        return None
    place = number.first + 2
    if word_at(tokens, place) in DOZEN or word_at(tokens, place) in HUNDRED:
        return spoken_numbers.scaled(tokens, number.low, number.low + 1, number.first, place)
    if not counts_money(tokens, place):
        return None
    return replace(number, high=number.low + 1, last=place - 1, digits="")


def _spaced_groups(tokens: Sequence[Token], number: Number) -> Number:
    """75 000 000: one group alone must be 000, or "5 500" would be one number."""
    last = number.last
    while last + 1 < len(tokens) and _is_group(tokens[last + 1]):
        last += 1
    groups = [token.word for token in tokens[number.first + 1 : last + 1]]
    if not groups or number.digits[0] == "0" or (len(groups) == 1 and groups[0] != "000"):
        return number
    if len(groups) > LONGEST_DIGITS // GROUP:
        return number
    value = float(number.digits + "".join(groups))
    return replace(number, low=value, high=value, last=last, digits="", grouped=len(groups))


def _is_group(token: Token) -> bool:
    return token.kind is Kind.NUMBER and len(token.word) == GROUP and token.word.isdigit()
