"""The feasts and seasons that dates are told by, solar and lunar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from scoring.understanding.times.calendar import Days, lunar_day, month_days


@dataclass(frozen=True, slots=True)
class Festival:
    day: int
    month: int
    lunar: bool = False
    lasts: int = 1  # days


TET = "tet"
# "giáp Tết" is the fortnight before it.
SHORTLY_BEFORE_DAYS = 14
# Tết lasts five days: what is said to come after it starts on the sixth.
_FESTIVALS = {
    TET: Festival(1, 1, lunar=True, lasts=5),
    "hung_kings": Festival(10, 3, lunar=True),
    "buddha": Festival(15, 4, lunar=True),
    "double_fifth": Festival(5, 5, lunar=True),
    "vu_lan": Festival(15, 7, lunar=True),
    "mid_autumn": Festival(15, 8, lunar=True),
    "kitchen_gods": Festival(23, 12, lunar=True),
    "new_years_eve": Festival(30, 12, lunar=True),
    "new_year": Festival(1, 1),
    "valentine": Festival(14, 2),
    "reunification": Festival(30, 4, lasts=2),
    "labour_day": Festival(1, 5),
    "children": Festival(1, 6),
    "national_day": Festival(2, 9),
    "school_year": Festival(5, 9),
    "halloween": Festival(31, 10),
    "teachers": Festival(20, 11),
    "christmas": Festival(24, 12, lasts=2),
}
# "lễ" without a name is the next of these.
_PUBLIC_HOLIDAYS = ("reunification", "national_day")
_THURSDAY = 3
_FOURTH_WEEK = timedelta(weeks=3)

# First month and number of months.
_SEASONS = {"spring": (3, 3), "summer": (6, 3), "autumn": (9, 3), "winter": (12, 3)}


def festival_in(name: str, year: int) -> Iterator[Days]:
    """When the feast is held in a year; a lunar one belongs to the lunar year of that number."""
    if name == "public_holiday":
        for holiday in _PUBLIC_HOLIDAYS:
            yield from festival_in(holiday, year)
    elif name == "black_friday":
        # The day after the fourth Thursday of November.
        november = date(year, 11, 1)
        thursday = november + timedelta(days=(_THURSDAY - november.weekday()) % 7) + _FOURTH_WEEK
        yield Days(thursday + timedelta(days=1), thursday + timedelta(days=1))
    else:
        held = _FESTIVALS[name]
        first = (
            lunar_day(year, held.month, held.day)
            if held.lunar
            else date(year, held.month, held.day)
        )
        yield Days(first, first + timedelta(days=held.lasts - 1))


def season_in(name: str, year: int) -> Days:
    """The three months of a season; winter runs into the next year."""
    return month_days(year, *_SEASONS[name])
