"""Dates in digits: 15/12, 15-12-2026, 2026-12-15, 3/2027."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scoring.understanding.text import Kind
from scoring.understanding.times.pieces import (
    CENTURY,
    FIRST_YEAR,
    LAST_YEAR,
    MONTHS,
    YEAR_DIGITS,
    Pieces,
    Said,
)
from scoring.understanding.times.places import Grain, Place

DAYS_OF_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# What years a full date may have; those before are births and the like, and past all the same.
OLDEST_YEAR = 1900
ROUND_THE_CLOCK = (24, 7)
_MOST_NUMBERS = 3  # 15/12/2026
# 3/4 is three quarters sooner than 3/12 is three twelfths.
_LARGEST_DENOMINATOR = 10


def numeric_at(pieces: Pieces, at: int) -> Said | None:
    """A date in digits with what is said behind it: the year, "này", "âm"."""
    if not pieces.is_number(at) or (at and pieces.word(at - 1) == "/"):
        return None
    if pieces.tokens[at].glued and pieces.tokens[at - 1].kind is Kind.WORD:
        return None
    numbers, after = _numbers(pieces, at)
    if len(numbers) not in (2, 3) or pieces.is_counted(after):
        return None
    place = _place(numbers)
    if place is None:
        return None
    if place.lunar or place.grain is Grain.MONTH or place.year is not None:
        return pieces.with_moon(Said(place, after))
    year, behind = pieces.year_at(after)
    if year is None:
        noise = pieces.ahead(after)
        behind = noise[1] if noise and noise[0] == 0 else after
    said = Said(replace(place, year=year), behind, firm=year is not None)
    if year is None and not _could_be_share(place):
        said = replace(said, firm=True)
    return pieces.with_moon(said)


def _numbers(pieces: Pieces, at: int) -> tuple[list[str], int]:
    """The numbers of 15/12/2026 and the like, all with the same sign between."""
    word = pieces.word(at)
    dots = word.split(".")
    if len(dots) == _MOST_NUMBERS:
        return dots, at + 1
    numbers, after = [word], at + 1
    sign = pieces.word(after)
    if sign not in ("/", "-"):
        return numbers, after
    while (
        len(numbers) <= _MOST_NUMBERS
        and pieces.word(after) == sign
        and pieces.tokens[after].glued
        and pieces.is_number(after + 1)
        and pieces.tokens[after + 1].glued
    ):
        numbers.append(pieces.word(after + 1))
        after += 2
    # Two numbers with a dash between are a range sooner than a date.
    is_full = len(numbers) == _MOST_NUMBERS or len(numbers[-1]) == YEAR_DIGITS
    return (numbers, after) if sign == "/" or is_full else ([word], at + 1)


def dotted_at(pieces: Pieces, at: int) -> Said | None:
    """ngày 20.12 or ngày 20-12: only a word for day makes a date of it."""
    if not pieces.is_number(at):
        return None
    numbers, after = pieces.word(at).split("."), at + 1
    if len(numbers) == 1 and pieces.word(after) == "-" and pieces.is_number(after + 1):
        numbers, after = [numbers[0], pieces.word(after + 1)], after + 2
        # "ngày 5-6" are two days, but "ngày 12-4" runs backwards and names one.
        if not all(map(str.isdigit, numbers)) or int(numbers[0]) < min(int(numbers[1]), MONTHS + 1):
            return None
    place = _place(numbers) if len(numbers) == 2 else None
    return None if place is None else Said(place, after)


def _place(written: Sequence[str]) -> Place | None:
    """Day before month; a year first, or behind a month alone."""
    if not all(one.isdigit() and len(one) <= YEAR_DIGITS for one in written):
        return None
    if len(written) == 2 and len(written[1]) == YEAR_DIGITS:
        return _checked_month(int(written[0]), int(written[1]))
    if len(written) == _MOST_NUMBERS and len(written[0]) == YEAR_DIGITS:
        written = written[::-1]
    if len(written[0]) > 2 or len(written[1]) > 2:
        return None
    day, month = int(written[0]), int(written[1])
    if not 1 <= month <= MONTHS or not 1 <= day <= DAYS_OF_MONTH[month - 1]:
        return None
    if len(written) < _MOST_NUMBERS:
        return None if (day, month) == ROUND_THE_CLOCK else Place(Grain.DAY, day, month)
    # 12/5/7 is a house in an alley.
    if len(written[2]) not in (2, YEAR_DIGITS):
        return None
    year = int(written[2]) + (CENTURY if len(written[2]) == 2 else 0)
    return Place(Grain.DAY, day, month, year) if OLDEST_YEAR <= year <= LAST_YEAR else None


def _checked_month(month: int, year: int) -> Place | None:
    if not 1 <= month <= MONTHS or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return Place(Grain.MONTH, month, year=year)


def _could_be_share(place: Place) -> bool:
    """3/4 may be three quarters of something; 15/4 or 4/3 may not."""
    day, month = place.number or 0, place.month or 0
    return day < month <= _LARGEST_DENOMINATOR
