"""Lengths of time: two weeks, a month and a half, 2-3 months, some days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from scoring.understanding.text import Kind, Token
from scoring.understanding.times import timing_words as words
from scoring.understanding.times.calendar import Unit, later


@dataclass(frozen=True, slots=True)
class Count:
    low: int
    high: int
    half: bool  # and a half
    after: int  # the token behind it


@dataclass(frozen=True, slots=True)
class Length:
    low: int
    high: int
    unit: Unit
    half: bool
    after: int

    def from_day(self, day: date) -> tuple[date, date]:
        return (
            later(day, self.low, self.unit, half=self.half),
            later(day, self.high, self.unit, half=self.half),
        )


# Further ahead nobody plans; also keeps dates within the calendar.
LONGEST = {Unit.DAY: 999, Unit.WORKING_DAY: 250, Unit.HOUR: 999, Unit.YEAR: 30}
LONGEST_OTHERWISE = 150
# Bare, these are other words as well (after, from): six and four only before a unit and "nữa".
_ALSO_OTHER_WORDS = frozenset(("sau", "tu"))
_ABOUT = frozenset(("tam",))
_WITHIN = frozenset(("vòng", "vong", "trong"))
_ROMAN = frozenset(("i", "ii", "iii", "iv"))
# Nobody plans eight years ahead: "tam nam sau" is about next year.
_NEXT = frozenset(("sau", "toi", "nay"))
_HALF_MONTH = {Unit.MONTH: (15, Unit.DAY), Unit.YEAR: (6, Unit.MONTH), Unit.WEEK: (3, Unit.DAY)}


def length_at(tokens: Sequence[Token], at: int) -> Length | None:
    """A number of units, or part of one, that starts at this token."""
    if at >= len(tokens):
        return None
    if tokens[at].kind is not Kind.NUMBER and tokens[at].folded not in _starts():
        return None
    return _half_a_unit(tokens, at) or _one_and_a_half(tokens, at) or _counted(tokens, at)


@cache
def _starts() -> frozenset[str]:
    """What a length may start with, but for a number."""
    lexicons = (words.HALF_OF, words.UNITS, words.A_FEW, words.ONES)
    return frozenset().union(*[lexicon.first_words for lexicon in lexicons])


def count_at(tokens: Sequence[Token], at: int) -> Count | None:
    """How many: a number, two of them for from-to, or words for a few."""
    hit = words.A_FEW.at(tokens, at)
    if hit is not None:
        low, high = hit.label.split()
        return Count(int(low), int(high), half=False, after=hit.last + 1)
    first = _number(tokens, at)
    if first is None:
        return None
    after = first.after
    if first.half or first.low < first.high or after >= len(tokens):
        return first
    if tokens[after].word == ",":
        second = _number(tokens, after + 1) if after + 1 < len(tokens) else None
        return first if second is None or second.low != first.low + 1 else _pair(first, second)
    if tokens[after].word in ("-", "~", "đến", "tới", "den", "toi", "hoặc", "hay", "to", "or"):
        after += 1
    second = _number(tokens, after) if after < len(tokens) else None
    if second is None or second.half or second.low <= first.low:
        return first
    # Without a dash only neighbours are one count: "hai ba tháng", "3 4 tháng".
    if after == first.after and second.low != first.low + 1:
        return first
    return _pair(first, second)


def _pair(first: Count, second: Count) -> Count:
    return Count(first.low, second.low, half=False, after=second.after)


def _is_next(number: str, other: str) -> bool:
    return len(other) == 1 and int(other) == int(number) + 1


def _number(tokens: Sequence[Token], at: int) -> Count | None:
    token = tokens[at]
    if token.kind is Kind.NUMBER:
        whole, _, rest = token.word.replace(",", ".").partition(".")
        if len(whole) > 3 or not (rest in ("", "5") or _is_next(whole, rest)):
            return None
        if rest and _is_next(whole, rest):  # "2,3 tháng"
            return Count(int(whole), int(rest), half=False, after=at + 1)
        return Count(int(whole), int(whole), half=rest == "5", after=at + 1)
    hit = words.ONES.at(tokens, at)
    if hit is None:
        return None
    value, after = int(hit.label), hit.last + 1
    has_tens = after < len(tokens) and words.TENS.at(tokens, after) is not None
    if has_tens and 1 < value < 10:
        value, after = value * 10, after + 1
    if value % 10 == 0 and after < len(tokens):
        ones = words.LAST_ONES.at(tokens, after)
        if ones is not None and words.UNITS.at(tokens, min(after + 1, len(tokens) - 1)):
            value, after = value + int(ones.label), after + 1
    return Count(value, value, half=False, after=after)


def _half_a_unit(tokens: Sequence[Token], at: int) -> Length | None:
    """nửa tháng is fifteen days, nửa năm six months."""
    half = words.HALF_OF.at(tokens, at)
    if half is None or half.last + 1 >= len(tokens):
        return None
    unit = words.UNITS.at(tokens, half.last + 1)
    if unit is None or Unit(unit.label) not in _HALF_MONTH:
        return None
    count, part = _HALF_MONTH[Unit(unit.label)]
    return Length(count, count, part, half=False, after=unit.last + 1)


def _one_and_a_half(tokens: Sequence[Token], at: int) -> Length | None:
    """tháng rưỡi, năm rưỡi."""
    unit = words.UNITS.at(tokens, at)
    if unit is None or unit.last + 1 >= len(tokens):
        return None
    half = words.A_HALF_MORE.at(tokens, unit.last + 1)
    if half is None:
        return None
    return Length(1, 1, Unit(unit.label), half=True, after=half.last + 1)


def _counted(tokens: Sequence[Token], at: int) -> Length | None:
    count = count_at(tokens, at)
    if count is None or count.after >= len(tokens):
        return None
    if tokens[at].word in _ABOUT and tokens[at + 1].kind is Kind.NUMBER:
        return None  # "tam 9 thang nua" is about nine, not eight to nine
    hit = words.UNITS.at(tokens, count.after)
    if hit is None:
        return None
    unit, after = Unit(hit.label), hit.last + 1
    if count.high > LONGEST.get(unit, LONGEST_OTHERWISE):
        return None
    half = count.half
    if after < len(tokens):
        more = words.A_HALF_MORE.at(tokens, after)
        if more is not None:
            half, after = True, more.last + 1
    follows = tokens[after].kind if after < len(tokens) else None
    if tokens[at].word in _ABOUT and (
        follows is Kind.NUMBER or _is_named(tokens, unit, after)
    ):  # "tam thang 10", "tam thang muoi"
        return None
    within = at > 0 and tokens[at - 1].word in _WITHIN  # "trong vong sau tuan"
    if tokens[at].word in _ALSO_OTHER_WORDS and not (within or _is_ahead(tokens, after)):
        return None
    return Length(count.low, count.high, unit, half=half, after=after)


def _is_named(tokens: Sequence[Token], unit: Unit, at: int) -> bool:
    """Whether the unit is one by its name and no length: thang muoi, quy ii, nam sau."""
    if at >= len(tokens):
        return False
    if unit is Unit.MONTH:
        return words.MONTH_WORDS.at(tokens, at) is not None
    if unit is Unit.QUARTER:
        return tokens[at].word in _ROMAN
    return unit is Unit.YEAR and tokens[at].word in _NEXT


def _is_ahead(tokens: Sequence[Token], at: int) -> bool:
    hit = words.LENGTH_FOLLOWS.at(tokens, at) if at < len(tokens) else None
    return hit is not None and hit.label == "point"
