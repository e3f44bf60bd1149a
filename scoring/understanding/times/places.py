"""A place in the calendar as people say it, and the days it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from scoring.understanding.times.calendar import (
    Days,
    Part,
    Unit,
    lunar_day,
    lunar_month,
    month_days,
    part_of,
    unit_days,
)
from scoring.understanding.times.festivals import festival_in, season_in


class Grain(StrEnum):
    DAY = "day"
    WEEKDAY = "weekday"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    SEASON = "season"
    FESTIVAL = "festival"


@dataclass(frozen=True, slots=True)
class Place:
    """What was said of a place in the calendar; None is what was left out."""

    grain: Grain
    number: int | None = None  # of the day, the month, the quarter; Monday is weekday 0
    month: int | None = None  # of a day
    year: int | None = None
    ahead: int | None = None  # units from the present one; weeks for a weekday
    part: Part | None = None
    lunar: bool = False
    name: str = ""  # of a season or a festival


UNIT_OF = {
    Grain.DAY: Unit.DAY,
    Grain.WEEK: Unit.WEEK,
    Grain.MONTH: Unit.MONTH,
    Grain.QUARTER: Unit.QUARTER,
    Grain.YEAR: Unit.YEAR,
    # Three months as well, so parted the same way.
    Grain.SEASON: Unit.QUARTER,
}
_MONTHS_A_QUARTER = 3
# 29 February comes back after eight years at the latest; a 31st after two months.
_YEARS_TO_TRY = 9
_MONTHS_TO_TRY = 4


def days(place: Place, today: date) -> Days | None:
    """The next occurrence that is not wholly past, from today on; None if it is past."""
    for whole in _occurrences(place, today):
        said = whole
        if place.part is not None:
            part = part_of(UNIT_OF[place.grain], whole, place.part)
            if part is None:
                return None
            said = part
        if said.last >= today:
            return Days(max(said.first, today), said.last)
    return None


def complete(place: Place, other: Place) -> Place:
    """ "thứ 5 hoặc thứ 6 tuần sau": what the one says and the other leaves out holds for both."""
    if place.grain is not other.grain:
        return place
    if place.number is None:
        return place
    return replace(
        place,
        month=place.month or other.month,
        year=place.year or other.year,
        ahead=other.ahead if place.ahead is None else place.ahead,
        lunar=place.lunar or other.lunar,
    )


def _occurrences(place: Place, today: date) -> Iterator[Days]:
    if place.grain is Grain.DAY:
        yield from _single_days(place, today)
    elif place.grain is Grain.WEEKDAY:
        yield _weekday(place, today)
    elif place.grain is Grain.FESTIVAL:
        for year in _years(place, today):
            yield from festival_in(place.name, year)
    elif place.grain is Grain.SEASON:
        for year in _years(place, today):
            yield season_in(place.name, year)
    elif place.number is not None:
        for year in _years(place, today):
            yield _numbered(place, year)
    elif place.year is not None:
        yield unit_days(Unit.YEAR, date(place.year, 1, 1), 0)
    else:
        for ahead in (0, 1) if place.ahead is None else (place.ahead,):
            yield unit_days(UNIT_OF[place.grain], today, ahead)


def _years(place: Place, today: date) -> tuple[int, ...]:
    if place.year is not None:
        return (place.year,)
    return today.year - 1, today.year, today.year + 1


def _numbered(place: Place, year: int) -> Days:
    """A month or a quarter by its number."""
    number = place.number or 1
    if place.grain is Grain.QUARTER:
        return month_days(year, (number - 1) * _MONTHS_A_QUARTER + 1, _MONTHS_A_QUARTER)
    return lunar_month(year, number) if place.lunar else month_days(year, number)


def _weekday(place: Place, today: date) -> Days:
    number = place.number or 0
    if place.ahead is None:
        day = today + timedelta(days=(number - today.weekday()) % 7)
    else:
        day = unit_days(Unit.WEEK, today, place.ahead).first + timedelta(days=number)
    return Days(day, day)


def _single_days(place: Place, today: date) -> Iterator[Days]:
    if place.number is None:
        yield unit_days(Unit.DAY, today, place.ahead or 0)
        return
    for year, month in _months(place, today):
        if place.lunar:
            day = lunar_day(year, month, place.number)
        else:
            if place.number > month_days(year, month).last.day:
                continue
            day = date(year, month, place.number)
        yield Days(day, day)


def _months(place: Place, today: date) -> Iterator[tuple[int, int]]:
    """The years and months in which a day of the month may fall, in order."""
    if place.month is None:
        for ahead in range(_MONTHS_TO_TRY):
            first = unit_days(Unit.MONTH, today, ahead).first
            yield first.year, first.month
    elif place.year is not None:
        yield place.year, place.month
    else:
        for year in range(today.year - 1, today.year + _YEARS_TO_TRY):
            yield year, place.month
