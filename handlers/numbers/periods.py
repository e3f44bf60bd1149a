"""Periods as managers say them: tuần này, tháng 10, quý trước, 7 ngày, 1/10-15/10."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

_DAY = timedelta(days=1)
_WEEK = 7  # days
# The longest that is counted at once: what a report of it takes grows with its days.
LONGEST = 3 * 366  # days

TODAY, YESTERDAY = "today", "yesterday"
WEEK, LAST_WEEK = "week", "last_week"
MONTH, LAST_MONTH = "month", "last_month"
QUARTER, LAST_QUARTER = "quarter", "last_quarter"
YEAR, LAST_YEAR = "year", "last_year"
DAYS = "days"  # any other stretch
# What a named period may be called, folded. The first that is found counts: the longer stand
# in front of those they contain.
_NAMES = (
    ("hom qua", YESTERDAY),
    ("yesterday", YESTERDAY),
    ("hom nay", TODAY),
    ("today", TODAY),
    ("tuan truoc", LAST_WEEK),
    ("tuan roi", LAST_WEEK),
    ("tuan vua qua", LAST_WEEK),
    ("last week", LAST_WEEK),
    ("tuan", WEEK),
    ("week", WEEK),
    ("thang truoc", LAST_MONTH),
    ("thang roi", LAST_MONTH),
    ("thang vua qua", LAST_MONTH),
    ("last month", LAST_MONTH),
    ("quy truoc", LAST_QUARTER),
    ("quy roi", LAST_QUARTER),
    ("last quarter", LAST_QUARTER),
    ("nam ngoai", LAST_YEAR),
    ("nam truoc", LAST_YEAR),
    ("last year", LAST_YEAR),
    ("quy", QUARTER),
    ("quarter", QUARTER),
    ("nam nay", YEAR),
    ("this year", YEAR),
    ("thang", MONTH),
    ("month", MONTH),
)
_DATE = r"(\d{1,2})/(\d{1,2})(?:/(\d{4}))?"
_RANGE = re.compile(rf"\b{_DATE}\s*(?:-|den|toi|to)\s*{_DATE}\b")
_ONE_DAY = re.compile(rf"\b{_DATE}\b")
_ISO_MONTH = re.compile(r"\b(\d{4})-(\d{1,2})\b")
_LAST_DAYS = re.compile(r"\b(\d{1,4})\s*(?:d|ngay|days?)\b")
_NUMBERED_MONTH = re.compile(r"\b(?:thang\s*|t)(\d{1,2})(?:[/ ](\d{4}))?\b")
_NUMBERED_QUARTER = re.compile(r"\b(?:quy\s*|q)([1-4])(?:[/ ](\d{4}))?\b")
_FORMS = (_RANGE, _ISO_MONTH, _LAST_DAYS, _NUMBERED_MONTH, _NUMBERED_QUARTER, _ONE_DAY)
_CODE = re.compile(r"(\d{8})-(\d{8})")


class PeriodError(ValueError):
    """There is no such period: a day that no calendar has, an end before its beginning."""


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days in the business's zone, from `first` to `last`, both included."""

    name: str
    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def code(self) -> str:
        """What a button carries of it."""
        if self.name != DAYS:
            return self.name
        return f"{self.first:%Y%m%d}-{self.last:%Y%m%d}"

    def back(self, days: int) -> Period:
        """As many days, so many earlier."""
        by = timedelta(days=days)
        return Period(DAYS, self.first - by, self.last - by)

    @property
    def before(self) -> Period:
        """The same length right before it."""
        return self.back(self.days)

    @property
    def same_weekdays(self) -> Period:
        """The last stretch before it that begins on the same day of the week."""
        return self.back(-(-self.days // _WEEK) * _WEEK)

    def bounds(self, zone: tzinfo) -> tuple[datetime, datetime]:
        """From its first midnight to that after its last day."""
        midnight = datetime.min.time()
        return (
            datetime.combine(self.first, midnight, zone),
            datetime.combine(self.last + _DAY, midnight, zone),
        )


# So many days, and so many weeks, stand side by side on a picture.
_MOST_DAYS, _MOST_WEEKS = 31, 27


def stretches(period: Period) -> tuple[Period, ...]:
    """The days of a period; of a longer one its weeks, of a very long one its months.

    The first and the last are as long as the period has them.
    """
    if period.days <= _MOST_DAYS:
        return _cut(period, lambda day: day + _DAY)
    if period.days <= _MOST_WEEKS * _WEEK:
        return weeks(period)
    return _cut(period, lambda day: (day.replace(day=1) + timedelta(days=31)).replace(day=1))


def weeks(period: Period) -> tuple[Period, ...]:
    """Its weeks from Monday on; the first and the last are as long as the period has them."""
    return _cut(period, lambda day: day + timedelta(days=_WEEK - day.weekday()))


def _cut(period: Period, following: Callable[[date], date]) -> tuple[Period, ...]:
    found, first = [], period.first
    while first <= period.last:
        after = following(first)
        found.append(Period(DAYS, first, min(after - _DAY, period.last)))
        first = after
    return tuple(found)


def period_in(words: str, today: date, otherwise: str = TODAY) -> Period:
    """The period that folded words ask for; `otherwise` where they name none.

    A day or month without a year is the last there was. Raises PeriodError.
    """
    try:
        return _counted(words, today) or named(_name_in(words) or otherwise, today)
    except (ValueError, OverflowError):
        raise PeriodError(words) from None


def period_named(words: str, today: date) -> Period | None:
    """The same, None where the words name no period."""
    name = _name_in(words)
    return period_in(words, today, name) if name or _names_dates(words) else None


def _names_dates(words: str) -> bool:
    return any(form.search(words) for form in _FORMS)


def period_of(code: str, today: date) -> Period:
    """The period that a button carries; raises PeriodError for one that is none."""
    stretch = _CODE.fullmatch(code)
    try:
        if stretch is None:
            return named(code, today)
        first, last = (date.fromisoformat(one) for one in stretch.groups())
        return _stretch(first, last)
    except (ValueError, KeyError):
        raise PeriodError(code) from None


def named(name: str, today: date) -> Period:
    """A period of this name, up to today where it is not over; KeyError for no name."""
    week = today - timedelta(days=today.weekday())
    month, year = today.replace(day=1), today.replace(month=1, day=1)
    quarter = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    first, last = {
        TODAY: (today, today),
        YESTERDAY: (today - _DAY, today - _DAY),
        WEEK: (week, today),
        LAST_WEEK: (week - _WEEK * _DAY, week - _DAY),
        MONTH: (month, today),
        LAST_MONTH: ((month - _DAY).replace(day=1), month - _DAY),
        QUARTER: (quarter, today),
        LAST_QUARTER: (_quarter_before(quarter), quarter - _DAY),
        YEAR: (year, today),
        LAST_YEAR: (year.replace(year=year.year - 1), year - _DAY),
    }[name]
    return Period(name, first, last)


def _quarter_before(quarter: date) -> date:
    before = quarter - _DAY
    return before.replace(month=before.month - 2, day=1)


def _name_in(words: str) -> str:
    spaced = f" {words} "
    return next((name for said, name in _NAMES if f" {said} " in spaced), "")


def _counted(words: str, today: date) -> Period | None:
    """A period told in numbers."""
    if found := _RANGE.search(words):
        day, month, year, last_day, last_month, last_year = found.groups()
        last = _dated(last_day, last_month, last_year, today)
        first = _dated(day, month, year or str(last.year), today)
        if first > last and not year:
            first = first.replace(year=first.year - 1)
        return _stretch(first, last)
    if found := _ISO_MONTH.search(words):
        return _month(int(found[1]), int(found[2]), today)
    if found := _LAST_DAYS.search(words):
        return _stretch(today - timedelta(days=int(found[1]) - 1), today)
    if found := _NUMBERED_MONTH.search(words):
        month = int(found[1])
        year = int(found[2]) if found[2] else today.year - (month > today.month)
        return _month(year, month, today)
    if found := _NUMBERED_QUARTER.search(words):
        month = 3 * int(found[1]) - 2
        year = int(found[2]) if found[2] else today.year - (month > today.month)
        end = (date(year, month, 1) + timedelta(days=95)).replace(day=1) - _DAY
        return _stretch(date(year, month, 1), min(end, today))
    if found := _ONE_DAY.search(words):
        only = _dated(found[1], found[2], found[3], today)
        return _stretch(only, only)
    return None


def _month(year: int, month: int, today: date) -> Period:
    first = date(year, month, 1)
    end = (first + timedelta(days=31)).replace(day=1) - _DAY
    return _stretch(first, min(end, today))


def _dated(day: str, month: str, year: str | None, today: date) -> date:
    if year:
        return date(int(year), int(month), int(day))
    this_year = date(today.year, int(month), int(day))
    return this_year if this_year <= today else this_year.replace(year=today.year - 1)


def _stretch(first: date, last: date) -> Period:
    if not 0 <= (last - first).days < LONGEST:
        raise PeriodError("too long, or backwards")
    return Period(DAYS, first, last)
