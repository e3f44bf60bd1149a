"""Months by number and by name: tháng 4, T12, tháng Giêng, March 2027."""

from __future__ import annotations

from dataclasses import replace

from scoring.understanding.times import timing_words as words
from scoring.understanding.times.calendar import Unit
from scoring.understanding.times.pieces import LONGEST_MONTH, MONTHS, Pieces, Said
from scoring.understanding.times.places import Grain, Place
from scoring.understanding.times.plan_words import BREAKS
from scoring.understanding.word_list import listed

# T2 to T7 are weekdays unless something makes them months.
SHORT_WEEKDAYS = range(2, 8)
ORDINALS = frozenset(("st", "nd", "rd", "th"))
ENGLISH_BEFORE_MONTH = frozenset(
    listed(
        "in, by, before, after, until, till, early, mid, late, of, next, this, from, on, to, end,"
        "around, during, since, through"
    )
)


def month_at(pieces: Pieces, at: int) -> Said | None:
    """tháng 4, tháng tư năm sau, tháng Giêng, tháng 7 âm."""
    unit = pieces.hit(words.CALENDAR_UNITS, at)
    if unit is None or unit.label != Unit.MONTH or pieces.ahead(unit.last + 1) is not None:
        return None
    after = unit.last + 1
    lunar = pieces.hit(words.LUNAR_MONTHS, after)
    if lunar is not None:
        year, behind = pieces.year_or_noise(lunar.last + 1)
        place = Place(Grain.MONTH, int(lunar.label), year=year, lunar=True)
        return pieces.with_moon(Said(place, behind))
    after += pieces.word(after) in ("t", ".")
    number, behind = pieces.number(after, MONTHS), after + 1
    pair = _two_months(pieces, after)
    if pair is not None:
        return replace(_month_with_year(pieces, pair[0], behind), also=pair[1])
    if number is None:
        spelled = pieces.hit(words.MONTH_WORDS, after)
        if spelled is None or pieces.is_counted(spelled.last + 1):
            return None
        number, behind = int(spelled.label), spelled.last + 1
    return _month_with_year(pieces, number, behind)


def _two_months(pieces: Pieces, at: int) -> tuple[int, int] | None:
    """ "tháng 5,6", which is one token."""
    first, _, second = pieces.word(at).partition(",")
    if not pieces.is_number(at) or not first.isdigit() or not second.isdigit():
        return None
    follows = len(second) <= 2 and int(second) == int(first) + 1 <= MONTHS
    return (int(first), int(second)) if follows and not pieces.is_counted(at + 1) else None


def _month_with_year(pieces: Pieces, number: int, behind: int, *, firm: bool = True) -> Said:
    year, behind = pieces.year_or_noise(behind)
    return pieces.with_moon(
        Said(Place(Grain.MONTH, number, year=year), behind, firm=firm or year is not None)
    )


def short_month_at(pieces: Pieces, at: int) -> Said | None:
    """t4, th4, T.12 where a month is meant."""
    apart = pieces.word(at) == "thg" and pieces.number(at + 1, MONTHS) is not None
    short = pieces.is_short(at, range(1, MONTHS + 1))
    if pieces.word(at) not in words.MONTH_SHORT or not (short or apart):
        return None
    return _month_with_year(pieces, int(pieces.word(at + 1)), at + 2, firm=False)


def short_at(pieces: Pieces, at: int) -> Said | None:
    """t12, th4, T8, and T4/2027; T2 to T7 alone are weekdays."""
    month = short_month_at(pieces, at)
    if month is None or pieces.word(at) != "t":
        return month
    if month.place.number in SHORT_WEEKDAYS and month.place.year is None:
        return None
    return month


def new_lunar_month_at(pieces: Pieces, at: int) -> Said | None:
    """ra Giêng: the first lunar month, named without the word for month."""
    if pieces.word(at) not in ("ra", "sang", "qua"):
        return None
    after = at + 1
    month = pieces.hit(words.LUNAR_MONTHS, after)
    if month is not None:
        return Said(Place(Grain.MONTH, int(month.label), lunar=True), month.last + 1)
    said = month_at(pieces, after)
    return said if said is not None and said.place.lunar else None


def month_name_at(pieces: Pieces, at: int, *, sure: bool = False) -> Said | None:
    """March 2027, May 5, April; May alone only behind a preposition."""
    hit = pieces.hit(words.MONTH_NAMES, at)
    if hit is None:
        return None
    after = hit.last + 1
    day = pieces.number(after, LONGEST_MONTH)
    if day is not None:
        ordinal = pieces.word(after + 1) in ORDINALS and pieces.tokens[after + 1].glued
        year, behind = pieces.year_at(after + (2 if ordinal else 1))
        if pieces.word(at) == "sep" and pieces.word(behind) not in ("", *BREAKS):
            return None  # "hoi sep 10 ..." asks the boss
        return Said(Place(Grain.DAY, day, int(hit.label), year), behind)
    year, behind = pieces.year_at(after)
    if pieces.word(at) == "sep" and year is None:
        return None
    place = Place(Grain.MONTH, int(hit.label), year=year)
    if year is not None or sure:
        return Said(place, behind)
    behind_preposition = at > 0 and pieces.word(at - 1) in ENGLISH_BEFORE_MONTH
    behind_preposition = behind_preposition or _is_beside_month(pieces, at, hit.last + 1)
    if pieces.word(at) in words.SLIPPERY_MONTHS and not behind_preposition:
        return Said(place, behind, firm=False) if len(pieces.tokens) == 1 else None
    return Said(place, behind, firm=behind_preposition)


def _is_beside_month(pieces: Pieces, at: int, after: int) -> bool:
    """May or June, June-July: one shows that the other is a month; "may or may" does not."""
    following = pieces.hit(words.OR, after) or pieces.hit(words.TO, after)
    if following is not None and _is_another_month(pieces, at, following.last + 1):
        return True
    if at < 2 or not (pieces.hit(words.OR, at - 1) or pieces.hit(words.TO, at - 1)):
        return False
    return _is_another_month(pieces, at, at - 2)


def _is_another_month(pieces: Pieces, at: int, there: int) -> bool:
    this, other = pieces.hit(words.MONTH_NAMES, at), pieces.hit(words.MONTH_NAMES, there)
    return this is not None and other is not None and this.label != other.label


def english_month_at(pieces: Pieces, at: int) -> Said | None:
    after = at + (pieces.word(at) == "of")
    month = pieces.hit(words.MONTH_NAMES, after)
    if month is None:
        return None
    year, behind = pieces.year_at(month.last + 1)
    return Said(Place(Grain.MONTH, int(month.label), year=year), behind)
