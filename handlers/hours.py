"""When the office is open, and when a message may disturb somebody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from handlers.business import Business

# Tết with the days a company adds to it is some two weeks; beyond this nobody is waited for.
_LOOK_AHEAD_DAYS = 60
_SATURDAY, _SUNDAY = 5, 6


def is_open(business: Business, at: datetime) -> bool:
    """Whether a human is in the office."""
    return any(opens <= at < closes for opens, closes in _windows(business, at, days=1))


def next_opening(business: Business, at: datetime) -> datetime:
    """The next moment the office opens; `at` itself while it is open."""
    for opens, closes in _windows(business, at):
        if at < closes:
            return max(at, opens)
    return at + timedelta(days=_LOOK_AHEAD_DAYS)


def after(business: Business, start: datetime, span: timedelta) -> datetime:
    """The moment when `span` of office time has passed since `start`."""
    for opens, closes in _windows(business, start):
        begins = max(start, opens)
        if begins >= closes:
            continue
        if span <= closes - begins:
            return begins + span
        span -= closes - begins
    return start + timedelta(days=_LOOK_AHEAD_DAYS) + span


def worked(business: Business, start: datetime, end: datetime) -> timedelta:
    """How much office time lies between two moments."""
    total = timedelta(0)
    days = (end - start).days + 2
    for opens, closes in _windows(business, start, days=days):
        total += max(timedelta(0), min(end, closes) - max(start, opens))
    return total


def is_quiet(business: Business, at: datetime) -> bool:
    """The hours of the day in which nobody is written to unasked."""
    start, end = business.followups.quiet
    now = at.astimezone(zone_of(business)).time()
    return now >= start or now < end if start > end else start <= now < end


def is_holiday(day: date) -> bool:
    """A public holiday of Vietnam: Tết, the kings' anniversary, days given for swapped ones."""
    return day in _calendar(day.year)[0]


def is_day_off(day: date) -> bool:
    """A Sunday or a public holiday of Vietnam, Tết and swapped days included."""
    return day.weekday() == _SUNDAY or is_holiday(day)


def is_free(business: Business, day: date) -> bool:
    """A day on which this company does not work: a holiday, or closed by the owner's file."""
    return not _open_on(business, day)


def next_allowed(business: Business, at: datetime) -> datetime:
    """The first moment from `at` on that is neither quiet nor a day off."""
    zone = zone_of(business)
    moment = at
    for _ in range(_LOOK_AHEAD_DAYS):
        local = moment.astimezone(zone)
        if is_day_off(local.date()) or _is_closed(business, local.date()):
            moment = datetime.combine(local.date() + timedelta(days=1), time(0), zone)
        elif is_quiet(business, moment):
            end = business.followups.quiet[1]
            ahead = 1 if local.time() >= end else 0
            moment = datetime.combine(local.date() + timedelta(days=ahead), end, zone)
        else:
            break
    return moment


def at_time(business: Business, day: date, when: time) -> datetime:
    return datetime.combine(day, when, zone_of(business))


def local_day(business: Business, at: datetime) -> date:
    return at.astimezone(zone_of(business)).date()


def zone_of(business: Business) -> ZoneInfo:
    return ZoneInfo(business.company.timezone)


def _windows(
    business: Business, start: datetime, days: int = _LOOK_AHEAD_DAYS
) -> Iterator[tuple[datetime, datetime]]:
    """The stretches of office time from the day of `start` on, in UTC.

    In UTC, because Python reckons two times of one zone by the clock on the wall, which an
    hour of summer time makes wrong.
    """
    zone = zone_of(business)
    first = start.astimezone(zone).date()
    for ahead in range(days):
        day = first + timedelta(days=ahead)
        for opens, closes in _open_on(business, day):
            yield (
                datetime.combine(day, opens, zone).astimezone(UTC),
                datetime.combine(day, closes, zone).astimezone(UTC),
            )


def _open_on(business: Business, day: date) -> tuple[tuple[time, time], ...]:
    office = business.hours
    holidays, swapped = _calendar(day.year)
    if _is_closed(business, day) or (office.holidays == "VN" and day in holidays):
        return ()
    weekend = office.sun if day.weekday() == _SUNDAY else office.sat
    is_worked = day.weekday() < _SATURDAY or (office.holidays == "VN" and day in swapped)
    opened = office.mon_fri if is_worked else weekend
    if opened is None:
        return ()
    return _around(opened, office.lunch)


def _around(
    opened: tuple[time, time], lunch: tuple[time, time] | None
) -> tuple[tuple[time, time], ...]:
    """The hours of a day without its break, where the break lies within them."""
    if lunch is None or not opened[0] < lunch[0] < lunch[1] < opened[1]:
        return (opened,)
    return (opened[0], lunch[0]), (lunch[1], opened[1])


def _is_closed(business: Business, day: date) -> bool:
    return any(first <= day <= last for first, last in business.hours.closed)


@lru_cache(maxsize=16)
def _calendar(year: int) -> tuple[frozenset[date], frozenset[date]]:
    """The holidays of a year, and the weekend days worked in exchange for some of them."""
    # Imported here: the table of the world's holidays is slow to load and seldom needed.
    from holidays import country_holidays

    vietnam = country_holidays("VN", years=year)
    return frozenset(vietnam), frozenset(getattr(vietnam, "weekend_workdays", ()))
