"""When somebody wants to buy, as people say it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from babel.dates import format_date

from handlers.texts import say
from scoring.lead import Horizon, Timing, TimingKind, TimingStatus
from scoring.understanding.text import fold, read
from scoring.understanding.times import windows

# How Vietnamese and English write a day, and a month, by Babel's patterns.
_DAYS = {"vi": ("d/M", "d/M/y"), "en": ("d MMM", "d MMM y")}
_MONTHS = {"vi": ("M", "M/y"), "en": ("MMMM", "MMMM y")}
# The parts of a month that people name, by the first day and the last; 0 is the month's last.
_PARTS = {
    (1, 10): "early",
    (11, 20): "middle",
    (21, 0): "late",
    (1, 15): "first_half",
    (16, 0): "second_half",
}
# Of what is known roughly the middle is wider.
_LAST_OF_EARLY, _LAST_OF_MIDDLE = 7, 22
_MONTHS_A_QUARTER = 3
_A_WEEK = timedelta(days=7)
_SATURDAY = 5
# Told as a length: of months or years nobody counts the days, of weeks and days one nearly does.
_LONG = re.compile(r"\b(thang|nam|quy|months?|years?|quarters?)\b")
_WEEKS = re.compile(r"\b(tuan|weeks?|nua thang|half a month)\b")
_ROUGHLY = re.compile(r"\b(khoang|tam|chung|do|co|about|around|roughly|circa)\b")
_QUARTER = re.compile(r"\b(quy|quarter|q[1-4])\b")
_TET = re.compile(r"\btet\b")
# Any day will do to see whether words are a length.
_SOME_DAY = date(2026, 1, 1)


def timing(fact: Timing, language: str) -> str:
    """A window as a person would say it: months, quarters and parts of a month have names.

    Today as the first day goes without saying, and what was told roughly is said roughly.
    """
    if fact.status is TimingStatus.UNKNOWN:
        return say("timing.unknown", language)
    if fact.kind is TimingKind.URGENCY:
        return say("timing.urgent", language)
    return _Saying(fact, language).words()


def day(when: date, language: str, *, with_year: bool) -> str:
    """14/4, 14 Apr; with the year where it is far."""
    return str(format_date(when, _DAYS[language][with_year], locale=language))


class _Saying:
    def __init__(self, fact: Timing, language: str) -> None:
        self._fact = fact
        self._language = language
        self._said = fold(fact.text)
        # Within half a year nobody names the year.
        self._far = fact.horizon in (Horizon.LATER, Horizon.UNKNOWN)

    def words(self) -> str:
        fact, first, last = self._fact, self._fact.earliest, self._fact.latest
        if last and fact.kind is TimingKind.DEADLINE:
            return self._deadline(last)
        if first and last:
            return self._point(first) if first == last else self._stretch(first, last)
        if first:
            return self._after(first)
        return self._by(last) if last else self._say(Horizon.LATER)

    def _deadline(self, last: date) -> str:
        if _TET.search(self._said):
            return self._say("before_tet", day=self._day(last))
        return self._by(last)

    def _by(self, last: date) -> str:
        if self._is_length and _LONG.search(self._said):
            return self._say("by", day=self._part_of_month(last))
        if _ends_a_year(last):
            return self._say("by_year", year=last.year)
        if _ends_a_month(last):
            return self._say("by_month", month=self._month(last))
        return self._say("by", day=self._day(last))

    def _after(self, first: date) -> str:
        if _TET.search(self._said):
            return self._say("after_tet", day=self._day(first))
        if first.day == 1:
            return self._say("from_month", month=self._month(first))
        return self._say("from", day=self._day(first))

    def _point(self, when: date) -> str:
        if self._is_length and _LONG.search(self._said) and not _WEEKS.search(self._said):
            return self._say("about", day=self._part_of_month(when))
        is_rough = _ROUGHLY.search(self._said) or (self._is_length and _WEEKS.search(self._said))
        return self._say("about" if is_rough else "on", day=self._day(when))

    def _stretch(self, first: date, last: date) -> str:
        one_month = (first.year, first.month) == (last.year, last.month)
        if one_month and (part := _part(first, last)):
            return self._say(part, month=self._month(last))
        if one_month and _ends_a_month(last):
            return self._say("month", month=self._month(last))
        if self._is_length:
            return self._about(first, last)
        if first.day == 1 and _ends_a_month(last):
            return self._months(first, last)
        if _ends_a_year(last):
            return self._say("rest_of_year", year=last.year)
        if last.weekday() == _SATURDAY + 1 and last - first < _A_WEEK:
            key = "weekend" if first.weekday() == _SATURDAY else "week"
            return self._say(key, first=self._day(first, far=False), last=self._day(last))
        return self._between(first, last)

    def _about(self, first: date, last: date) -> str:
        """Between two lengths: the months where months were counted, else the days."""
        if _LONG.search(self._said) and not _WEEKS.search(self._said):
            turns = first.year != last.year
            months = self._month(first, far=turns), self._month(last, far=self._far or turns)
            return self._say("about_months", first=months[0], last=months[1])
        return self._say("about", day=self._between(first, last))

    def _months(self, first: date, last: date) -> str:
        if (first.month, last.month) == (1, 12) and first.year == last.year:
            return self._say("year", year=last.year)
        starts_a_quarter = first.month % _MONTHS_A_QUARTER == 1
        if starts_a_quarter and last.month == first.month + 2 and _QUARTER.search(self._said):
            number = first.month // _MONTHS_A_QUARTER + 1
            return self._say(
                "quarter_far" if self._far else "quarter", number=number, year=last.year
            )
        turns = first.year != last.year
        return self._say(
            "months",
            first=self._month(first, far=turns),
            last=self._month(last, far=self._far or turns),
        )

    def _between(self, first: date, last: date) -> str:
        turns = first.year != last.year
        days = self._day(first, far=turns), self._day(last, far=self._far or turns)
        return self._say("between", first=days[0], last=days[1])

    def _part_of_month(self, when: date) -> str:
        """Roughly a day: early, in the middle or late in its month."""
        if when.day <= _LAST_OF_EARLY:
            part = "early"
        else:
            part = "middle" if when.day <= _LAST_OF_MIDDLE else "late"
        return self._say(part, month=self._month(when))

    @property
    def _is_length(self) -> bool:
        return _tells_a_length(self._fact.text)

    def _say(self, key: str, **values: object) -> str:
        return say(f"timing.{key}", self._language, **values)

    def _day(self, when: date, *, far: bool | None = None) -> str:
        return day(when, self._language, with_year=self._far if far is None else far)

    def _month(self, when: date, *, far: bool | None = None) -> str:
        pattern = _MONTHS[self._language][self._far if far is None else far]
        return str(format_date(when, pattern, locale=self._language))


def _part(first: date, last: date) -> str:
    return _PARTS.get((first.day, 0 if _ends_a_month(last) else last.day), "")


def _ends_a_month(when: date) -> bool:
    return (when + timedelta(days=1)).day == 1


def _ends_a_year(when: date) -> bool:
    return (when.month, when.day) == (12, 31)


@lru_cache(maxsize=1024)
def _tells_a_length(words: str) -> bool:
    """ "1 tháng nữa", "in two weeks": counted from the day it was said."""
    return any(phrase.is_length for phrase in windows.read(read(words), _SOME_DAY))
