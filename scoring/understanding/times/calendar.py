"""Calendar arithmetic: units, their parts, working days and the Vietnamese lunar year."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache


class Unit(StrEnum):
    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working_day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Part(StrEnum):
    START = "start"
    MIDDLE = "middle"
    END = "end"
    FIRST_HALF = "first_half"
    SECOND_HALF = "second_half"
    FIRST_WEEK = "first_week"
    SECOND_WEEK = "second_week"
    THIRD_WEEK = "third_week"
    LAST_WEEK = "last_week"


@dataclass(frozen=True, slots=True)
class Window:
    """From one day to another, both included. None is an open end."""

    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Days:
    """A closed window: both of its ends are known."""

    first: date
    last: date


MONTHS_IN: dict[Unit, int] = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}
DAYS_IN: dict[Unit, int] = {Unit.DAY: 1, Unit.WEEK: 7}
# What "and a half" adds, in days: half a month is fifteen.
HALF_DAYS: dict[Unit, int] = {Unit.WEEK: 3, Unit.MONTH: 15, Unit.QUARTER: 45}
HALF_YEAR_MONTHS = 6
HOURS_A_DAY = 24
WORKING_DAYS_A_WEEK = 5

# The parts of a week as weekdays, of a month as days, of a year as months.
_WEEK_PARTS = {Part.START: (0, 1), Part.MIDDLE: (2, 3), Part.END: (5, 6)}
_MONTH_PARTS = {
    Part.START: (1, 10),
    Part.MIDDLE: (11, 20),
    Part.END: (21, 31),
    Part.FIRST_HALF: (1, 15),
    Part.SECOND_HALF: (16, 31),
    Part.FIRST_WEEK: (1, 7),
    Part.SECOND_WEEK: (8, 14),
    Part.THIRD_WEEK: (15, 21),
}
_QUARTER_PARTS = {Part.START: (0, 0), Part.MIDDLE: (1, 1), Part.END: (2, 2)}
_YEAR_PARTS = {
    Part.START: (0, 2),
    Part.MIDDLE: (5, 6),
    Part.END: (9, 11),
    Part.FIRST_HALF: (0, 5),
    Part.SECOND_HALF: (6, 11),
}
_MONTHWISE_PARTS = {Unit.QUARTER: _QUARTER_PARTS, Unit.YEAR: _YEAR_PARTS}
_WEEK_DAYS = 7


def months_later(day: date, months: int) -> date:
    """The same day so many months on; the last day of the month where there is no such day."""
    month = day.year * 12 + day.month - 1 + months
    year, month = month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def working_days_later(day: date, count: int) -> date:
    """Counted over Monday to Friday, from tomorrow."""
    while count:
        day += timedelta(days=1)
        if day.weekday() < WORKING_DAYS_A_WEEK:
            count -= 1
    return day


def later(day: date, count: int, unit: Unit, *, half: bool = False) -> date:
    """So many units on, and half a unit more where said."""
    if unit is Unit.WORKING_DAY:
        return working_days_later(day, count)
    if unit is Unit.HOUR:
        return day + timedelta(days=count // HOURS_A_DAY)
    if unit in DAYS_IN:
        on = day + timedelta(days=count * DAYS_IN[unit])
    else:
        on = months_later(day, count * MONTHS_IN[unit])
    if not half:
        return on
    if unit is Unit.YEAR:
        return months_later(on, HALF_YEAR_MONTHS)
    if unit is Unit.MONTH and count == 1:
        # "tháng rưỡi" is forty-five days, not a month and fifteen.
        return day + timedelta(days=3 * HALF_DAYS[unit])
    return on + timedelta(days=HALF_DAYS.get(unit, 0))


def month_days(year: int, month: int, months: int = 1) -> Days:
    first = date(year, month, 1)
    return Days(first, months_later(first, months) - timedelta(days=1))


def unit_days(unit: Unit, today: date, ahead: int) -> Days:
    """The calendar week, month, quarter or year so many after the present one."""
    if unit is Unit.DAY:
        day = today + timedelta(days=ahead)
        return Days(day, day)
    if unit is Unit.WEEK:
        monday = today + timedelta(days=_WEEK_DAYS * ahead - today.weekday())
        return Days(monday, monday + timedelta(days=_WEEK_DAYS - 1))
    months = MONTHS_IN[unit]
    first = date(today.year, (today.month - 1) // months * months + 1, 1)
    first = months_later(first, ahead * months)
    return month_days(first.year, first.month, months)


def part_of(unit: Unit, whole: Days, part: Part) -> Days | None:
    """A part of a unit; None where the unit has no such part."""
    if unit is Unit.WEEK:
        days = _WEEK_PARTS.get(part)
        return days and Days(*(whole.first + timedelta(days=step) for step in days))
    if unit is Unit.MONTH:
        return _part_of_month(whole, part)
    months = _MONTHWISE_PARTS.get(unit, {}).get(part)
    if months is None:
        return None
    first, last = (months_later(whole.first, step) for step in months)
    return Days(first, month_days(last.year, last.month).last)


def _part_of_month(whole: Days, part: Part) -> Days:
    if part is Part.LAST_WEEK:
        return Days(whole.last - timedelta(days=_WEEK_DAYS - 1), whole.last)
    # Counted from the first day, so that lunar months are parted alike.
    first, last = (whole.first + timedelta(days=day - 1) for day in _MONTH_PARTS[part])
    return Days(first, min(last, whole.last))


@lru_cache(maxsize=256)
def lunar_day(year: int, month: int, day: int) -> date:
    """A day of the Vietnamese lunar calendar (UTC+7), the month's last day if it is too short."""
    # Imported late: few messages speak of the moon, and the import costs tens of milliseconds.
    from lunar_vn.core import convert_lunar_to_solar, convert_solar_to_lunar

    solar = convert_lunar_to_solar(day, month, year)
    if convert_solar_to_lunar(solar.day, solar.month, solar.year).day != day:
        solar -= timedelta(days=1)
    return solar


def lunar_month(year: int, month: int) -> Days:
    return Days(lunar_day(year, month, 1), lunar_day(year, month, 30))


def tet(year: int) -> date:
    """The first day of the lunar year."""
    return lunar_day(year, 1, 1)
