"""Single days by name and number: mai, thứ 5 tuần sau, ngày 15, rằm tháng Giêng, 5 May."""

from __future__ import annotations

from dataclasses import replace

from scoring.understanding.phrases import Hit
from scoring.understanding.times import timing_words as words
from scoring.understanding.times.calendar import Unit, months_later
from scoring.understanding.times.festivals import TET
from scoring.understanding.times.months import (
    ENGLISH_BEFORE_MONTH,
    ORDINALS,
    SHORT_WEEKDAYS,
    english_month_at,
    month_at,
    short_month_at,
)
from scoring.understanding.times.numeric_dates import dotted_at, numeric_at
from scoring.understanding.times.pieces import LONGEST_MONTH, MONTHS, UP_TO, Pieces, Said
from scoring.understanding.times.places import Grain, Place
from scoring.understanding.times.plan_words import PARTICLES
from scoring.understanding.times.urgency_words import DOING

FULL_MOON = 15
# "26 Tết" is counted in the last lunar month, "mùng 3 Tết" in the first.
LAST_DAYS_BEFORE_TET = 20
FIRST_WEEKDAY = 2  # Monday is thứ 2
SATURDAY = 7
SOLAR_DAYS = frozenset(("tây", "tay"))
# Marked words behind a day: "ngay 9 này", "ngay 9 tới".
FOLLOWS_A_DAY = PARTICLES | {"này", "tới", "để", "trở"}
# "thứ 6 rồi" may be last Friday, and "on Friday, then".
NOT_LAST = frozenset(("rồi", "roi", "qua"))
# "goi mon", "cac mon": dishes and subjects, no Monday.
BEFORE_A_DISH = frozenset(
    ("gọi", "goi", "các", "cac", "mấy", "may", "nấu", "nau", "làm", "lam", "thêm", "them")
)
ALSO_OTHER_WORDS = frozenset(("tam", "tu", "sau", "a", "an"))


def named_day_at(pieces: Pieces, at: int) -> Said | None:
    """ngày 15, ngày 20.12, mùng 5 tháng 6, rằm tháng Giêng, the 15th."""
    if pieces.hit(words.FESTIVALS, at) is not None:
        return None  # rằm Trung thu
    moon = pieces.hit(words.MOON_DAYS, at)
    if moon is not None and moon.label == "full":
        in_month = day_of_month_at(pieces, at, day=FULL_MOON, after=moon.last + 1)
        # Bare "ram" is a computer's memory sooner.
        if in_month is not None or not pieces.tokens[at].marked:
            return in_month
        return _moon_day(pieces, FULL_MOON, moon.last + 1)
    opener = moon or pieces.hit(words.DAY_WORDS, at)
    if opener is None:
        return None
    start = opener.last + 1
    if pieces.word(at) == "the" and pieces.word(start + 1) not in ORDINALS:
        return None
    numeric = numeric_at(pieces, start) or dotted_at(pieces, start)
    if numeric is not None:
        return replace(numeric, firm=True)
    day, after = _day_number(pieces, start)
    if day is None or day > LONGEST_MONTH:
        return None
    in_month = day_of_month_at(pieces, start, day=day, after=after)
    if in_month is not None:
        return in_month
    if moon is not None:
        return _moon_day(pieces, day, after)
    if not pieces.is_number(start) or _is_at_once(pieces, at, after):
        return None
    noise = pieces.ahead(after)
    return Said(Place(Grain.DAY, day), noise[1] if noise and noise[0] >= 0 else after)


def _is_at_once(pieces: Pieces, at: int, after: int) -> bool:
    """Who puts marks on his words and buys "ngay 9 cửa hàng" names no day (ngày)."""
    bought = at > 0 and pieces.word(at - 1) in DOING
    if not bought or pieces.word(at) != "ngay" or after >= len(pieces.tokens):
        return False
    behind = pieces.tokens[after]
    return behind.marked and behind.word not in FOLLOWS_A_DAY


def _moon_day(pieces: Pieces, day: int, after: int) -> Said:
    return pieces.with_moon(Said(Place(Grain.DAY, day), after))


def day_of_month_at(
    pieces: Pieces, at: int, *, day: int | None = None, after: int = 0
) -> Said | None:
    """15 tháng 12, 15 tháng sau, 15 tây, 15 t12, 26 Tết, 5 May, 5th of May."""
    named = day is not None
    if day is None:
        day, after = _day_number(pieces, at)
    if day is None or day > LONGEST_MONTH:
        return None
    solar = pieces.word(after) in SOLAR_DAYS
    if solar:
        after, named = after + 1, True
    said = _in_named_month(pieces, at, day, after, named=named) or _in_month_ahead(
        pieces, day, after, named=named
    )
    return Said(Place(Grain.DAY, day), after) if said is None and solar else said


def _in_named_month(pieces: Pieces, at: int, day: int, after: int, *, named: bool) -> Said | None:
    if pieces.word(after) == "/" and pieces.word(after + 1) in words.MONTH_SHORT:
        after += 1
    month = month_at(pieces, after) or short_month_at(pieces, after)
    if month is not None:
        return _day_in(day, month)
    festival = pieces.hit(words.FESTIVALS, after)
    if festival is not None and festival.label == TET and (named or day > FULL_MOON):
        in_month = 1 if day < LAST_DAYS_BEFORE_TET else MONTHS
        return Said(Place(Grain.DAY, day, in_month, lunar=True), festival.last + 1)
    english = english_month_at(pieces, after)
    bare_may = after == at + 1 and pieces.word(after) == "may"
    if english is not None and (not bare_may or _is_english_day(pieces, at)):
        return _day_in(day, english)
    return None


def _in_month_ahead(pieces: Pieces, day: int, after: int, *, named: bool) -> Said | None:
    """ "ngày 5 tháng sau"; without "ngày", "5 tháng sau" are five months."""
    unit = pieces.hit(words.CALENDAR_UNITS, after)
    if unit is None or unit.label != Unit.MONTH or not (named or day > MONTHS):
        return None
    ahead = pieces.ahead(unit.last + 1)
    if ahead is None:
        return None
    first = months_later(pieces.today.replace(day=1), ahead[0])
    return Said(Place(Grain.DAY, day, first.month, first.year), ahead[1])


def _day_number(pieces: Pieces, at: int) -> tuple[int | None, int]:
    if pieces.is_number(at):
        number = pieces.number(at, LONGEST_MONTH)
        if number is None and _is_english_day(pieces, at):
            number = int(pieces.word(at))
        ordinal = pieces.word(at + 1) in ORDINALS and pieces.tokens[at + 1].glued
        # "5 th 6" is the fifth of June as well: th is tháng there.
        if ordinal and pieces.is_number(at + 2):
            ordinal = False
        return number, at + (2 if ordinal else 1)
    ten = pieces.hit(words.ONES, at)
    # "tam thang 10" is about October sooner than the eighth.
    if ten is None or pieces.word(at) in ALSO_OTHER_WORDS:
        return None, at
    value, after = int(ten.label), ten.last + 1
    if pieces.hit(words.TENS, after) is not None and value in (2, 3):
        value, after = value * 10, after + 1
    ones = pieces.hit(words.LAST_ONES, after)
    if value % 10 == 0 and ones is not None:
        value, after = value + int(ones.label), ones.last + 1
    return value, after


def _is_english_day(pieces: Pieces, at: int) -> bool:
    """ "5 May" is a day where English speaks; in Vietnamese it is "5 máy", typed bare."""
    word = pieces.word(at)
    if not word.isdigit() or len(word) > 2 or not 1 <= int(word) <= LONGEST_MONTH:
        return False
    said_in_english = pieces.word(at - 1) in ENGLISH_BEFORE_MONTH or len(pieces.tokens) == 2
    return said_in_english and pieces.word(at + 1) == "may"


def relative_day_at(pieces: Pieces, at: int) -> Said | None:
    hit = pieces.hit(words.RELATIVE_DAYS, at)
    if hit is None:
        return None
    after = hit.last + 1
    # Bare "mot" is one, unless it stands beside tomorrow or alone.
    bare = pieces.word(at) == "mot" and hit.first == hit.last
    if bare and pieces.word(at - 1) not in ("hoac", "hay") and len(pieces.tokens) > 1:
        return None
    ahead = int(hit.label)
    return Said(Place(Grain.DAY, ahead=ahead), after, firm=hit.first != hit.last and ahead > 0)


def weekday_at(pieces: Pieces, at: int) -> Said | None:
    """thứ 5, T5 tuần sau, thứ 2 ngày 15/3, Monday next week."""
    named = _weekday_number(pieces, at)
    if named is None:
        return None
    number, after, firm = named
    date_at = after + (pieces.word(after) == ",")
    dated = (
        numeric_at(pieces, date_at)
        or named_day_at(pieces, date_at)
        or day_of_month_at(pieces, date_at)
    )
    if dated is not None:
        return replace(dated, firm=True)
    timetable = _timetable_end(pieces, after)
    if timetable > after:
        return Said(Place(Grain.WEEKDAY, number, ahead=-1), timetable)
    week, behind = _week_of(pieces, after)
    if behind > after:
        return Said(Place(Grain.WEEKDAY, number, ahead=week), behind)
    near = pieces.ahead(after)
    if near is not None and pieces.word(after) in UP_TO and pieces.leads_on(near[1]):
        near = None
    if near is None or pieces.word(after) in NOT_LAST:
        return Said(Place(Grain.WEEKDAY, number), after, firm=firm)
    same = near[0] == 1 and number == pieces.today.weekday()
    ahead = near[0] if near[0] < 0 or same or pieces.word(after) == "sau" else None
    return Said(Place(Grain.WEEKDAY, number, ahead=ahead), near[1])


def _weekday_number(pieces: Pieces, at: int) -> tuple[int, int, bool] | None:
    """The weekday, the token behind it, and whether it can be nothing else."""
    long, short = pieces.hit(words.WEEKDAYS, at), pieces.hit(words.SHORT_WEEKDAYS, at)
    hit = long or short
    if hit is not None:
        if pieces.word(at - 1) == "doanh" or _counts(pieces, hit):
            return None
        if pieces.word(at) == "mon" and pieces.word(at - 1) in BEFORE_A_DISH:
            return None
        return int(hit.label), hit.last + 1, long is not None
    if pieces.word(at) == "t" and pieces.is_short(at, SHORT_WEEKDAYS):
        return int(pieces.word(at + 1)) - FIRST_WEEKDAY, at + 2, False
    return None


def _timetable_end(pieces: Pieces, after: int) -> int:
    """The end of "thứ 2-4-6", lessons every week; `after` where it is none."""
    at, more = after, 0
    while True:
        number = at + (pieces.word(at) in ("-", ",", "/"))
        if pieces.number(number, SATURDAY) is None:
            return at if more > 1 else after
        at, more = number + 1, more + 1


def _counts(pieces: Pieces, hit: Hit) -> bool:
    """ "doanh thu 5 tỷ": the number belongs to what follows."""
    return pieces.is_number(hit.last) and pieces.is_counted(hit.last + 1)


def _week_of(pieces: Pieces, at: int) -> tuple[int | None, int]:
    """The week a weekday is in, and the token behind it."""
    part = pieces.hit(words.PARTS, at)
    after = at if part is None else part.last + 1
    after += pieces.word(after) in ("của", "of", ",")
    unit = pieces.hit(words.CALENDAR_UNITS, after)
    if unit is not None and unit.label == Unit.WEEK:
        ahead = pieces.ahead(unit.last + 1)
        if ahead is not None:
            return ahead
        return (None, unit.last + 1) if part is not None else (None, at)
    english = pieces.hit(words.ENGLISH_AHEAD, after)
    if english is not None and pieces.word(english.last + 1) == "week":
        return int(english.label), english.last + 2
    return None, at


def _day_in(day: int, month: Said) -> Said:
    place = Place(Grain.DAY, day, month.place.number, month.place.year, lunar=month.place.lunar)
    return replace(month, place=place, firm=True)
