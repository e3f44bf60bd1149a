"""From terms to sums: one figure, or two joined to a range that share their unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.understanding.money.amount_words import (
    ABOUT,
    BETWEEN,
    JOINED_BY_AND,
    MODIFIERS,
    MOST,
    NEAR,
    TO,
)
from scoring.understanding.money.money_words import THOUSAND
from scoring.understanding.money.other_numbers import BARE
from scoring.understanding.money.terms import MONEY, SURE, Term
from scoring.understanding.text import Text

HUNDRED = 100
TEN = 10
LESSER_UNIT = 0.1  # "800 - 1 tỷ" starts at 800 triệu: it lies within this share of its end


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum or a range of sums. None is an open end; `scale` 0 means that no unit was said."""

    low: float | None
    high: float | None
    first: int  # tokens, both included
    last: int
    core: int  # the first token of the figure itself, behind "khoảng" and "tối đa"
    scale: int
    currency: str | None
    terms: tuple[Term, ...]
    approx: bool = False
    hedged: bool = False  # some word of bound or approximation stands with it
    period: str | None = None
    per: str | None = None
    trust: float = SURE

    @property
    def bare(self) -> bool:
        return self.scale == 0


def read(text: Text, found: Sequence[Term], index: int) -> tuple[int, Amount | None]:
    """One term, or several joined to a range; how many were read, and the amount if money."""
    ends = [found[index]]
    while index + len(ends) < len(found):
        coming = found[index + len(ends)]
        if not _joined(text, ends[-1], coming):
            break
        ends.append(coming)
    if ends[-1].kind not in (MONEY, BARE):
        return len(ends), None
    while ends[0].kind not in (MONEY, BARE):
        return 1, None
    if len(ends) == 1:
        return 1, _single(ends[0])
    return len(ends), _span_of(ends)


def _joined(text: Text, left: Term, right: Term) -> bool:
    if left.kind not in (MONEY, BARE):
        return False
    tokens = text.tokens
    place = left.last + 1
    if place == right.first:
        return _follows_up(left, right) or _is_written_pair(text, left, right)
    if tokens[place].word == "," and place + 1 == right.first:
        # "tỷ hai, tỷ ba": one step apart they are a range, else a list.
        step = (right.low - left.low) / left.scale if left.kind == MONEY and left.scale else 0
        return step in (1.0, 0.1) and _follows_up(left, right)
    if tokens[place].word in JOINED_BY_AND:
        opened = MODIFIERS.at(tokens, left.first - 1) if left.first else None
        return place + 1 == right.first and opened is not None and opened.label == BETWEEN
    hit = TO.at(tokens, place)
    if hit is None:
        return False
    place = hit.last + 1
    if place < right.first:
        modifier = MODIFIERS.at(tokens, place)
        if modifier is None or modifier.label not in (ABOUT, MOST, NEAR):
            return False
        place = modifier.last + 1
    return place == right.first


def _follows_up(left: Term, right: Term) -> bool:
    """ "mười hai mười ba triệu", "tỷ hai tỷ ba": two in a row, the second a little more."""
    if left.plain is None or right.plain is None or not left.exact:
        return False
    if left.kind == MONEY:
        alike = left.scale > 1 and left.scale == right.scale and left.currency == right.currency
        return alike and right.exact and left.low < right.low <= 2 * left.low
    spoken = left.plain.spoken and right.plain.spoken
    counted = right.kind == MONEY or left.low >= HUNDRED
    return spoken and counted and left.low < right.plain.low <= 2 * left.low


def _is_written_pair(text: Text, left: Term, right: Term) -> bool:
    """ "tầm 10 15 triệu": behind nothing but "about" no other number stands so."""
    if left.kind != BARE or right.kind != MONEY or left.plain is None or right.plain is None:
        return False
    before = left.first - 1
    opens = before < 0 or MODIFIERS.at(text.tokens[: left.first], before) is not None
    rising = TEN <= left.low < right.plain.low <= 2 * left.low < HUNDRED
    return opens and rising and not left.plain.spoken and left.exact and right.exact


def _single(term: Term) -> Amount:
    return Amount(
        term.low,
        term.high,
        term.first,
        term.last,
        term.first,
        term.scale,
        term.currency,
        (term,),
        trust=term.trust,
    )


def _span_of(ends: Sequence[Term]) -> Amount:
    left, right = ends[0], ends[-1]
    currency = right.currency or left.currency
    scale = max(left.scale, right.scale)
    low, high = left.low, right.high
    if right.scale > 1 and left.scale <= 1:
        low = _carried(left.low, right)
    elif left.scale > 1 and right.scale <= 1:
        high = right.high * left.scale
        if high < low and left.scale > THOUSAND and high * THOUSAND >= low:
            high *= THOUSAND
    if low > high:
        low, high = high, low
    trust = min(term.trust for term in ends)
    return Amount(
        low, high, left.first, right.last, left.first, scale, currency, tuple(ends), trust=trust
    )


def _carried(bare: float, right: Term) -> float:
    """The unit of the end carries over to the start, or the next smaller where that fits."""
    # "ba đến bốn trăm triệu" starts at three hundred
    step = (
        right.plain.step
        if right.plain is not None and bare * right.plain.step < right.plain.low
        else 1
    )
    if _is_short_hundred(bare, right):
        step = HUNDRED
    value = bare * step * right.scale
    if value <= right.high or right.scale <= 1:
        return value
    smaller = value / THOUSAND
    return smaller if LESSER_UNIT * right.high <= smaller < right.high else value


def _is_short_hundred(bare: float, right: Term) -> bool:
    """ "5-600tr" is said for five to six hundred."""
    if right.plain is None or not right.exact:
        return False
    end = right.plain.low
    return bare < TEN and bare == int(bare) and end % HUNDRED == 0 and bare * HUNDRED < end < 1_000
