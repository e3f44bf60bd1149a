"""Every number of a message with what it counts: money, people, metres, or nothing said."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import pairwise

from scoring.understanding.money import numbers, tails
from scoring.understanding.money.amount_words import MODIFIERS
from scoring.understanding.money.counted_words import (
    CROWDS,
    FOLLOWERS,
    SIGNED_WHOLE,
)
from scoring.understanding.money.money_words import (
    CURRENCIES,
    LEADING_CURRENCIES,
    MEASURING,
    THINGS,
    THOUSAND,
    THOUSANDS,
    UNITS,
)
from scoring.understanding.money.number_phrase import Number
from scoring.understanding.money.number_words import (
    DIGITS,
    HALF,
    HALF_MORE,
    LAST_DIGITS,
    OPENERS,
    SLIPPERY,
    SOME,
    ZERO,
)
from scoring.understanding.money.other_numbers import BARE, bare_kind, unit_tokens
from scoring.understanding.money.reading import Reading
from scoring.understanding.text import Kind, Text

MONEY = "money"
# What a term may begin with, but for digits.
OPENING = frozenset({*OPENERS, *ZERO, *UNITS, *LEADING_CURRENCIES})

SURE = 1.0
DOUBTFUL = 0.5  # a unit that is worth different sums in different places
COMPARED_BARE = frozenset({"re", "mem", "thap", "nhe", "nhanh", "tot", "lon", "to", "dep"})
LONGEST_MODIFIER = 3  # words: "không vượt quá"
YEAR_OR_FIVE = "nam"  # five before a unit; alone it is more often the year


@dataclass(frozen=True, slots=True)
class Term:
    """One number with its unit. `low` and `high` are in whole units of the currency."""

    low: float
    high: float
    first: int  # tokens, both included
    last: int
    kind: str  # MONEY, BARE, or a kind of OtherNumber
    unit: str | None = None  # what is counted where it is no money
    scale: int = 0  # the largest money unit said; 0: none
    plain: Number | None = None  # the number without its unit
    currency: str | None = None
    trust: float = SURE

    @property
    def plain_word(self) -> bool:
        """One spoken word that counts nothing: as likely no number at all."""
        return self.kind == BARE and self.plain is not None and self.plain.loose

    @property
    def exact(self) -> bool:
        return self.low == self.high


def find(text: Text, claimed: Collection[int] = ()) -> tuple[Term, ...]:
    """The terms of a message from left to right; `claimed` tokens belong to dates or phones."""
    reading = Reading(text, claimed, _counting(text))
    found: list[Term] = []
    place = 0
    while place < len(text.tokens):
        token = text.tokens[place]
        opens = token.kind is Kind.NUMBER or token.word in OPENING
        term = _at(reading, place) if opens else None
        if term is None:
            place += 1
        else:
            found.append(term)
            # The noun behind is read with its number: "ba năm" holds no five.
            place = term.last + 1
            place += unit_tokens(text.tokens, place, term.unit)
    return tuple(found)


def _counting(text: Text) -> frozenset[str]:
    """The slang for money that names a measure of goods here; "củ" is millions all the same."""
    return frozenset(
        slang.folded
        for slang, thing in pairwise(text.tokens)
        if slang.folded in MEASURING and thing.word in THINGS[slang.folded]
    )


def _at(reading: Reading, first: int) -> Term | None:
    if first in reading.claimed and not _is_money_after_all(reading, first):
        return None
    place, currency = first, None
    if reading.word(first) in LEADING_CURRENCIES and first + 1 < len(reading.tokens):
        place, currency = first + 1, CURRENCIES[reading.word(first)]
        if place in reading.claimed or reading.tokens[place].kind is not Kind.NUMBER:
            return None
    number = _number(reading, place)
    if number is None:
        return None
    term = _with_unit(reading, number, first, currency)
    if number.loose and term.kind == BARE and _is_part_of_speech(reading, number):
        return None
    return term


def _is_money_after_all(reading: Reading, first: int) -> bool:
    """ "mỗi năm 30 triệu": a short number with a money unit is no date, whoever claims it."""
    number = numbers.at(reading.tokens, first)
    if number is None or len(reading.word(first)) >= SIGNED_WHOLE:
        return False
    return reading.unit_at(number.last + 1) is not None


def _number(reading: Reading, place: int) -> Number | None:
    number = numbers.at(reading.tokens, place)
    if number is not None:
        if number.last in reading.claimed and not _is_money_after_all(reading, place):
            return None
        if reading.word(place) in HALF and reading.unit_at(number.last + 1) is None:
            return None
        return number
    return _implied_one(reading, place)


def _implied_one(reading: Reading, place: int) -> Number | None:
    """ "tỷ rưỡi", "triệu hai", "hơn tỷ": one of a unit that is said without a number."""
    unit = reading.unit_at(place)
    if unit is None or not (unit.local or _is_one_thousand(reading, place)):
        return None
    before = reading.tokens[place - 1].folded if place else ""
    if before in UNITS or before in SOME or reading.tokens[place].glued:
        return None
    if reading.word(place) == "ti" and before == "hon" and reading.word(place - 2) in COMPARED_BARE:
        return None  # "re hon ti nua di": tí, a little
    if reading.word(place) in ("ty", "ti") and before in ("cong", "mot", "ngan", "nghin"):
        return None
    after = reading.word(place + 1)
    one = Number(1, 1, place, place - 1, "1", spoken=True)
    if after in HALF_MORE or after in SOME:
        return one
    if unit.slang:
        return None
    if after in DIGITS or after in LAST_DIGITS or after.isdigit():
        return one if tails.share(reading, place + 1, unit.scale) is not None else None
    if _is_behind_modifier(reading, place):
        return one
    return None


def _is_one_thousand(reading: Reading, place: int) -> bool:
    """ "ngàn rưỡi", "ngàn hai đô": who counts no thousands has one and a bit."""
    if reading.word(place) not in THOUSANDS:
        return False
    foreign = reading.word(place + 2) in CURRENCIES
    return reading.word(place + 1) in HALF_MORE or (foreign and reading.word(place + 1) in DIGITS)


def _is_behind_modifier(reading: Reading, place: int) -> bool:
    """Whether "about", "nearly" and the like end right before this token."""
    for start in range(max(0, place - LONGEST_MODIFIER), place):
        hit = MODIFIERS.at(reading.tokens, start)
        if hit is not None and hit.last == place - 1:
            return True
    return False


def _with_unit(reading: Reading, number: Number, first: int, currency: str | None) -> Term:
    low, high, place = number.low, number.high, number.last + 1
    unit = reading.unit_at(place)
    if unit is None:
        return _without_unit(reading, number, first, currency)
    scale, trust = unit.scale, DOUBTFUL if unit.doubtful else SURE
    place += 1
    larger = reading.unit_at(place)
    if larger is not None and scale == THOUSAND and larger.scale > scale:
        scale, place = scale * larger.scale, place + 1  # năm nghìn tỷ
    if reading.is_thing(unit, place):
        thing = f"{reading.word(place - 1)} {reading.word(place)}"
        return Term(low, high, first, number.last, "quantity", thing)
    low, high = low * scale, high * scale
    low, high, place = tails.add(reading, low, high, place, scale)
    crowd = reading.noun_length(place, CROWDS) if currency is None else 0
    if crowd:
        noun = reading.noun_at(place)
        return Term(low, high, first, place - 1, "quantity", noun, plain=number)
    said, place = reading.currency_at(place, low)
    return Term(
        low,
        high,
        first,
        place - 1,
        MONEY,
        scale=scale,
        plain=number,
        currency=said or currency or unit.currency or ("VND" if unit.local else None),
        trust=trust,
    )


def _without_unit(reading: Reading, number: Number, first: int, currency: str | None) -> Term:
    said, place = reading.currency_at(number.last + 1, number.low)
    currency = said or currency
    if currency is not None:
        return Term(
            number.low,
            number.high,
            first,
            place - 1,
            MONEY,
            scale=1,
            plain=number,
            currency=currency,
        )
    number = _half_more(reading, number)
    kind, unit = bare_kind(reading.tokens, number)
    if kind == BARE and _is_plain_dong(number):
        return Term(number.low, number.high, first, number.last, MONEY, scale=1, plain=number)
    return Term(number.low, number.high, first, number.last, kind, unit, plain=number)


def _is_plain_dong(number: Number) -> bool:
    """ "50.000.000" or "50000000": nothing else is written so."""
    return number.grouped > 1 or len(number.digits) >= SIGNED_WHOLE


def _half_more(reading: Reading, number: Number) -> Number:
    """ "4 rưỡi", of whatever was asked."""
    if reading.word(number.last + 1) not in HALF_MORE or not number.exact:
        return number
    half = number.low + 0.5
    return replace(number, low=half, high=half, last=number.last + 1, digits="", loose=False)


def _is_part_of_speech(reading: Reading, number: Number) -> bool:
    """A single word like "một", "ba" or "a" that counts nothing is no number."""
    word = reading.word(number.first)
    place = number.last + 1
    if word in SLIPPERY or reading.tokens[number.first].folded == YEAR_OR_FIVE:
        before = number.first - 1
        if before >= 0 and MODIFIERS.at(reading.tokens, before) is None:
            return True
    if place < len(reading.tokens) and reading.tokens[place].kind is Kind.NUMBER:
        return True
    if word in SLIPPERY and place < len(reading.tokens):
        after = reading.tokens[place]
        return after.kind is Kind.WORD and after.word not in FOLLOWERS
    return word in ("a", "an", "half", "quarter") or word in SOME
