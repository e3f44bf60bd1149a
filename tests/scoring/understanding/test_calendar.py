"""Calendar arithmetic: clamped months, working days, parts of units, the Vietnamese moon."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.understanding.times.calendar import (
    Days,
    Part,
    Unit,
    later,
    lunar_day,
    lunar_month,
    months_later,
    part_of,
    tet,
    unit_days,
    working_days_later,
)
from scoring.understanding.times.festivals import festival_in, season_in

TUESDAY = date(2026, 3, 10)
days = st.dates(date(2020, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("year", "first"),
    [
        (2026, date(2026, 2, 17)),
        (2027, date(2027, 2, 6)),
        (2028, date(2028, 1, 26)),
        (2029, date(2029, 2, 13)),
        (2030, date(2030, 2, 2)),  # the Chinese calendar has the 3rd
    ],
)
def test_tet_is_the_vietnamese_new_year(year: int, first: date) -> None:
    assert tet(year) == first


@pytest.mark.parametrize(
    ("year", "month", "day", "solar"),
    [
        (2026, 8, 15, date(2026, 9, 25)),
        (2026, 3, 10, date(2026, 4, 26)),
        (2026, 7, 15, date(2026, 8, 27)),
        (2026, 12, 26, date(2027, 2, 2)),
    ],
)
def test_lunar_days_fall_on_their_solar_days(year: int, month: int, day: int, solar: date) -> None:
    assert lunar_day(year, month, day) == solar


def test_the_thirtieth_of_a_short_lunar_month_is_its_last_day() -> None:
    short = next(
        month for month in range(1, 13) if lunar_day(2026, month, 30) == lunar_day(2026, month, 29)
    )

    assert lunar_month(2026, short).last == lunar_day(2026, short, 29)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
    ],
)
def test_months_clamp_to_the_last_day(day: date, months: int, expected: date) -> None:
    assert months_later(day, months) == expected


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (TUESDAY, 7, date(2026, 3, 19)),
        (date(2026, 3, 13), 1, date(2026, 3, 16)),  # Friday to Monday
        (date(2026, 3, 14), 5, date(2026, 3, 20)),  # counted from Monday
        (TUESDAY, 0, TUESDAY),
    ],
)
def test_working_days_skip_the_weekend(day: date, count: int, expected: date) -> None:
    assert working_days_later(day, count) == expected


@pytest.mark.parametrize(
    ("count", "unit", "half", "expected"),
    [
        (1, Unit.MONTH, True, date(2026, 4, 24)),  # tháng rưỡi: 45 days
        (2, Unit.MONTH, True, date(2026, 5, 25)),
        (1, Unit.YEAR, True, date(2027, 9, 10)),
        (3, Unit.WEEK, False, date(2026, 3, 31)),
        (48, Unit.HOUR, False, date(2026, 3, 12)),
    ],
)
def test_units_add_up(count: int, unit: Unit, half: bool, expected: date) -> None:
    assert later(TUESDAY, count, unit, half=half) == expected


@pytest.mark.parametrize(
    ("unit", "ahead", "part", "expected"),
    [
        (Unit.WEEK, 1, Part.START, Days(date(2026, 3, 16), date(2026, 3, 17))),
        (Unit.WEEK, 0, Part.END, Days(date(2026, 3, 14), date(2026, 3, 15))),
        (Unit.MONTH, 1, Part.MIDDLE, Days(date(2026, 4, 11), date(2026, 4, 20))),
        (Unit.MONTH, 0, Part.LAST_WEEK, Days(date(2026, 3, 25), date(2026, 3, 31))),
        (Unit.QUARTER, 1, Part.END, Days(date(2026, 6, 1), date(2026, 6, 30))),
        (Unit.YEAR, 0, Part.MIDDLE, Days(date(2026, 6, 1), date(2026, 7, 31))),
        (Unit.YEAR, 1, Part.FIRST_HALF, Days(date(2027, 1, 1), date(2027, 6, 30))),
    ],
)
def test_units_have_their_parts(unit: Unit, ahead: int, part: Part, expected: Days) -> None:
    assert part_of(unit, unit_days(unit, TUESDAY, ahead), part) == expected


def test_a_week_has_no_first_week() -> None:
    assert part_of(Unit.WEEK, unit_days(Unit.WEEK, TUESDAY, 0), Part.FIRST_WEEK) is None


def test_feasts_and_seasons_come_once_a_year() -> None:
    assert list(festival_in("tet", 2027)) == [Days(date(2027, 2, 6), date(2027, 2, 10))]
    assert list(festival_in("black_friday", 2026)) == [Days(date(2026, 11, 27), date(2026, 11, 27))]
    assert [one.first.month for one in festival_in("public_holiday", 2026)] == [4, 9]
    assert season_in("winter", 2026) == Days(date(2026, 12, 1), date(2027, 2, 28))


@given(days, st.sampled_from([Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR]))
def test_every_day_lies_in_its_own_unit(day: date, unit: Unit) -> None:
    whole = unit_days(unit, day, 0)

    assert whole.first <= day <= whole.last


@given(days, st.integers(0, 200))
def test_working_days_end_on_a_working_day(day: date, count: int) -> None:
    end = working_days_later(day, count)

    assert end >= day
    assert count == 0 or end.weekday() < 5
