"""When something comes by itself: 8h hàng ngày, thứ 2 hàng tuần 9h, 8:30 ngày 5 hàng tháng."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from handlers import hours
from handlers.business import Business
from handlers.numbers import periods
from handlers.numbers.periods import Period, named
from handlers.texts import say

_DAY = timedelta(days=1)
_WEEK = 7  # days
_USUAL_TIME = time(8)
_NOON = 12
# Beyond this no working day is looked for: a company that never opens gets it all the same.
_LOOK_AHEAD_DAYS = 60
# Later than this a weekly or a monthly one is no news any more; a daily one ends with its day.
_STILL_NEWS = timedelta(days=3)


class Often(StrEnum):
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


_WORDS = {
    Often.DAILY: ("hang ngay", "moi ngay", "moi sang", "moi toi", "daily", "every day"),
    Often.WEEKLY: ("hang tuan", "moi tuan", "weekly", "every week"),
    Often.MONTHLY: ("hang thang", "moi thang", "monthly", "every month"),
}
_OFTEN = re.compile(r"\b(?:" + "|".join(one for all_ in _WORDS.values() for one in all_) + r")\b")
_EVENING = "moi toi"
_WEEKDAYS = (
    ("thu 2", "thu hai", "mondays?"),
    ("thu 3", "thu ba", "tuesdays?"),
    ("thu 4", "thu tu", "wednesdays?"),
    ("thu 5", "thu nam", "thursdays?"),
    ("thu 6", "thu sau", "fridays?"),
    ("thu 7", "thu bay", "saturdays?"),
    ("chu nhat", "cn", "sundays?"),
)
_WEEKDAY = re.compile(
    r"\b(?P<every>(?:moi|hang|every) )?(?:on )?(?:"
    + "|".join(f"(?P<d{place}>{'|'.join(names)})" for place, names in enumerate(_WEEKDAYS))
    + r")\b"
)
_DAY_OF_MONTH = re.compile(r"\b(?:ngay|day) (\d{1,2})\b")
# A bare number is a time after "lúc" alone.
_TIME = re.compile(
    r"\b(?P<lead>(?:luc|vao|at) )?(?P<hour>\d{1,2})"
    r"(?:(?:h|:| ?gio ?)(?P<minute>\d{2})?|(?= ?(?:am|pm)\b)|(?(lead)|(?!)))"
    r"(?: ?(?P<half>sang|chieu|toi|am|pm))?(?![\w:])"
)
# What may stand beside a rhythm that is said alone: "gửi báo cáo cho anh".
_FILLERS = frozenset(("bao", "cao", "report", "it", "me", "cho", "toi", "anh", "chi", "em"))
_AFTERNOON = ("chieu", "toi", "pm")
# Every month has it.
_LAST_DAY = 28


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often, on which day (0 is Monday; of a month its number), at which time of ours."""

    often: Often
    day: int
    at: time


def rhythm_in(words: str) -> tuple[Rhythm, str] | None:
    """The rhythm that folded words tell, and the other words; None where they tell none.

    Without a time of day only words that tell nothing else are a rhythm: "đơn hàng ngày 5/11" is
    none.
    """
    found = _often_in(words)
    if found is None:
        return None
    often, rest = found
    day = 0 if often is Often.WEEKLY else 1
    if often is Often.WEEKLY and (which := _WEEKDAY.search(rest)):
        day = next(place for place in range(_WEEK) if which[f"d{place}"])
        rest = rest.replace(which[0], " ", 1)
    if often is Often.MONTHLY and (which := _DAY_OF_MONTH.search(rest)):
        day = int(which[1])
        rest = rest.replace(which[0], " ", 1)
    at, rest = _time_in(rest, is_evening=_EVENING in words)
    left = " ".join(one for one in rest.split() if one not in ("gui", "send"))
    if (at is None and left) or not 1 <= max(day, 1) <= _LAST_DAY:
        return None
    return Rhythm(often, day, at or _USUAL_TIME), left


def is_bare(words: str) -> bool:
    """Whether folded words are a rhythm with its time and nothing else: "gửi 8h hàng ngày"."""
    found = rhythm_in(words)
    return found is not None and bool(_TIME.search(words)) and _FILLERS.issuperset(found[1].split())


def _often_in(words: str) -> tuple[Often, str] | None:
    """How often, and the words without what says so; "mỗi thứ 2" is every week."""
    if found := _OFTEN.search(words):
        often = next(one for one, all_ in _WORDS.items() if found[0] in all_)
        return often, f"{words[: found.start()]} {words[found.end() :]}"
    weekday = _WEEKDAY.search(words)
    return (Often.WEEKLY, words) if weekday and weekday["every"] else None


def _time_in(words: str, *, is_evening: bool) -> tuple[time | None, str]:
    told = _TIME.search(words)
    if told is None:
        return None, words
    hour, minute = int(told["hour"]), int(told["minute"] or 0)
    if (is_evening or told["half"] in _AFTERNOON) and hour < _NOON:
        hour += _NOON
    if hour >= 24 or minute >= 60:
        return None, words
    return time(hour, minute), words.replace(told[0], " ", 1)


def next_time(business: Business, rhythm: Rhythm, after: datetime) -> datetime:
    """The first time later than `after`; of days off the working day that follows."""
    days = _days(business, rhythm, hours.local_day(business, after))
    times = (hours.at_time(business, day, rhythm.at) for day in days)
    return next(at for at in times if at > after)


def _days(business: Business, rhythm: Rhythm, today: date) -> Iterator[date]:
    """The days on which it comes, from some time before today on, each in its turn."""
    day = today - timedelta(days=_LOOK_AHEAD_DAYS)
    while True:
        if _is_due(rhythm, day):
            yield _working_day(business, day)
        day += _DAY


def _is_due(rhythm: Rhythm, day: date) -> bool:
    match rhythm.often:
        case Often.DAILY:
            return True
        case Often.WEEKLY:
            return day.weekday() == rhythm.day
        case Often.MONTHLY:
            return day.day == rhythm.day


def _working_day(business: Business, day: date) -> date:
    """This day, or the first after it on which the company works."""
    for ahead in range(_LOOK_AHEAD_DAYS):
        if not hours.is_free(business, day + ahead * _DAY):
            return day + ahead * _DAY
    return day


def is_news(business: Business, rhythm: Rhythm, due_at: datetime, now: datetime) -> bool:
    """Whether it is still worth sending: the program may not have been running."""
    if rhythm.often is Often.DAILY:
        return hours.local_day(business, now) == hours.local_day(business, due_at)
    return now - due_at < _STILL_NEWS


def period_before(business: Business, rhythm: Rhythm, day: date) -> Period:
    """What is told on this day where no time was named: all that was not told before it.

    A daily one on Monday tells of the Saturday and Sunday, too, on which none came.
    """
    match rhythm.often:
        case Often.WEEKLY:
            return named(periods.LAST_WEEK, day)
        case Often.MONTHLY:
            return named(periods.LAST_MONTH, day)
    yesterday = named(periods.YESTERDAY, day)
    for back in range(1, _LOOK_AHEAD_DAYS):
        first = day - back * _DAY
        if not hours.is_free(business, first):
            return yesterday if back == 1 else Period(periods.DAYS, first, yesterday.last)
    return yesterday


def told(rhythm: Rhythm, language: str) -> str:
    """8:00 hằng ngày; 9:30 thứ Hai hằng tuần."""
    weekday = say(f"weekday.{rhythm.day % _WEEK}", language)
    return say(
        f"schedule.{rhythm.often}",
        language,
        clock=f"{rhythm.at.hour}:{rhythm.at:%M}",
        weekday=weekday,
        day=rhythm.day,
    )
