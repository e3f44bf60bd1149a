"""When nobody is written to unasked: at night, on Sundays and holidays, and around Tết."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from handlers import hours
from handlers.business import Business
from handlers.business_file.follow_ups import LAWFUL_FROM, LAWFUL_TO
from scoring.understanding.times.calendar import lunar_day

QUIET, SUNDAY, HOLIDAY, TET, WINDOW = "quiet_hours", "sunday", "holiday", "tet", "outside_window"
# Tết and what a company adds to it, twice over: beyond that a file allows no day at all.
_LOOK_AHEAD_DAYS = 120
Hours = tuple[time, time]
_ANY_HOUR: Hours = (time(0), time.max)


def disturbs(business: Business, at: datetime, window: Hours | None = None) -> str:
    """Why nobody is written to unasked at this moment; "" where it is allowed."""
    local = at.astimezone(hours.zone_of(business))
    if reason := _day_off(business, local.date()):
        return reason
    if hours.is_quiet(business, at) or not LAWFUL_FROM <= local.time() < LAWFUL_TO:
        return QUIET
    start, end = window or _ANY_HOUR
    return "" if start <= local.time() < end else WINDOW


def next_allowed(business: Business, at: datetime, window: Hours | None = None) -> datetime:
    """The first moment from `at` on that is allowed: `at` itself, or a day's first such minute.

    In UTC, so that moments compare rightly over a change of summer time.
    """
    if not disturbs(business, at, window):
        return at
    zone = hours.zone_of(business)
    today = at.astimezone(zone).date()
    for ahead in range(_LOOK_AHEAD_DAYS):
        day = today + timedelta(days=ahead)
        opens = datetime.combine(day, first_minute(business, window), zone).astimezone(UTC)
        # An hour that summer time leaves out is told as the hour after it.
        if opens >= at and not disturbs(business, opens, window):
            return opens
    return at + timedelta(days=_LOOK_AHEAD_DAYS)


def is_around_tet(business: Business, day: date) -> bool:
    """The days of Tết, with those the owner adds before and after the first day of the year."""
    tet = business.followups.tet
    before, after = timedelta(days=tet.days_before), timedelta(days=tet.days_after)
    # Of a January feast the days before may lie in the old year.
    return any(-before <= day - _tet(year) <= after for year in (day.year, day.year + 1))


@lru_cache(maxsize=64)
def _tet(year: int) -> date:
    return lunar_day(year, 1, 1)


def _day_off(business: Business, day: date) -> str:
    if is_around_tet(business, day):
        return TET
    if day.weekday() == 6:
        return SUNDAY
    closed = any(first <= day <= last for first, last in business.hours.closed)
    return HOLIDAY if closed or hours.is_holiday(day) else ""


def first_minute(business: Business, window: Hours | None) -> time:
    """When a day's writing begins: after the quiet hours, and not before the window."""
    start = (window or _ANY_HOUR)[0]
    return max(business.followups.quiet[1], LAWFUL_FROM, start)
