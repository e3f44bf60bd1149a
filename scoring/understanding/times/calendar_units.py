"""Weeks, months, quarters, years, seasons and feasts, whole and in part: đầu quý sau."""

from __future__ import annotations

from dataclasses import replace

from scoring.understanding.phrases import Hit
from scoring.understanding.times import timing_words as words
from scoring.understanding.times.calendar import Part, Unit
from scoring.understanding.times.days import named_day_at, weekday_at
from scoring.understanding.times.festivals import season_in
from scoring.understanding.times.months import month_at, month_name_at, short_month_at
from scoring.understanding.times.numeric_dates import numeric_at
from scoring.understanding.times.pieces import MONTHS, QUARTERS, YEARS_BACK, Pieces, Said
from scoring.understanding.times.places import Grain, Place

_UNIT_GRAINS = {
    Unit.DAY: Grain.DAY,
    Unit.WEEK: Grain.WEEK,
    Unit.MONTH: Grain.MONTH,
    Unit.QUARTER: Grain.QUARTER,
    Unit.YEAR: Grain.YEAR,
}
_PARTABLE = frozenset((Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR, Grain.SEASON))


def unit_at(pieces: Pieces, at: int) -> Said | None:
    """tuần sau, tháng này, quý 3, năm 2027."""
    unit = pieces.hit(words.CALENDAR_UNITS, at)
    if unit is None:
        return None
    after = unit.last + 1
    if unit.label == Unit.YEAR:
        year, behind = pieces.year_in_words(at)
        if year is None:
            return None
        return _within_year(pieces, year, behind) or Said(Place(Grain.YEAR, year=year), behind)
    ahead = pieces.ahead(after)
    if ahead is not None:
        return Said(Place(_UNIT_GRAINS[Unit(unit.label)], ahead=ahead[0]), ahead[1])
    if unit.label != Unit.QUARTER:
        return None
    number, behind = pieces.number(after, QUARTERS), after + 1
    if number is None:
        number, behind = _spelled_quarter(pieces, after), after + 1
        if number is None:
            return None
    year, behind = pieces.year_or_noise(behind)
    return Said(Place(Grain.QUARTER, number, year=year), behind)


def _within_year(pieces: Pieces, year: int, at: int) -> Said | None:
    """năm nay tháng 10, năm sau quý 2: the year said first."""
    said = month_at(pieces, at) or unit_at(pieces, at)
    numbered = said is not None and said.place.number is not None and said.place.year is None
    return replace(said, place=replace(said.place, year=year)) if said and numbered else None


def _spelled_quarter(pieces: Pieces, at: int) -> int | None:
    """một, I, II, III; of three letters of a kind a token keeps one."""
    hit = pieces.hit(words.QUARTER_WORDS, at)
    if hit is None:
        return None
    if pieces.word(at) == "i":
        return min(pieces.tokens[at].end - pieces.tokens[at].start, QUARTERS)
    return int(hit.label)


def short_quarter_at(pieces: Pieces, at: int) -> Said | None:
    """Q3, q1/2027, H2 2026."""
    word = pieces.word(at)
    if word == "q" and pieces.is_short(at, range(1, QUARTERS + 1)):
        year, behind = pieces.year_or_noise(at + 2)
        place = Place(Grain.QUARTER, int(pieces.word(at + 1)), year=year)
        return Said(place, behind, firm=year is not None)
    if word == "q":
        spelled = _spelled_quarter(pieces, at + 1)
        if spelled is not None:
            year, behind = pieces.year_or_noise(at + 2)
            return Said(Place(Grain.QUARTER, spelled, year=year), behind)
    if word == "h" and pieces.is_short(at, (1, 2)) and not pieces.tokens[at].glued:
        year, behind = pieces.year_at(at + 2)
        part = Part.FIRST_HALF if pieces.word(at + 1) == "1" else Part.SECOND_HALF
        place = Place(Grain.YEAR, year=year, part=part)
        return Said(place, behind, firm=False) if year is not None else None
    return None


def season_at(pieces: Pieces, at: int) -> Said | None:
    hit = pieces.hit(words.SEASONS, at)
    if hit is None:
        return None
    year, behind = pieces.year_or_noise(hit.last + 1)
    firm = behind > hit.last + 1 or pieces.word(at - 1) in words.BEFORE_FEASTS
    said = Said(Place(Grain.SEASON, name=hit.label, year=year), behind, firm=firm)
    # "he" is an English word, and in Vietnamese many things.
    if pieces.word(at) == "he" and not firm and pieces.word(at - 1) not in words.BEFORE_BARE_FEASTS:
        return None
    ahead = pieces.ahead(hit.last + 1)
    return _not_begun(pieces, said) if ahead is not None and ahead[0] == 1 else said


def festival_at(pieces: Pieces, at: int) -> Said | None:
    hit = pieces.hit(words.FESTIVALS, at)
    if hit is None:
        return None
    if pieces.word(at) == "le" and pieces.word(at - 1) not in words.BEFORE_BARE_FEASTS:
        dated = numeric_at(pieces, hit.last + 1)
        return dated and replace(dated, firm=True)
    if hit.label == "public_holiday":
        dated = numeric_at(pieces, hit.last + 1) or named_day_at(pieces, hit.last + 1)
        if dated is not None:
            return replace(dated, firm=True)
    year, behind = pieces.year_or_noise(hit.last + 1)
    firm = behind > hit.last + 1 or pieces.word(at - 1) in words.BEFORE_FEASTS
    return Said(Place(Grain.FESTIVAL, name=hit.label, year=year), behind, firm=firm)


def into_next_at(pieces: Pieces, at: int) -> Said | None:
    """sang tháng, qua tuần, sang năm: the next one; sang tháng 5, sang hè: that one."""
    into = pieces.hit(words.INTO_NEXT, at)
    if into is None:
        return None
    after = into.last + 1
    for reader in (month_at, unit_at, weekday_at, season_at, festival_at):
        said = reader(pieces, after)
        if said is not None and said.place.grain is not Grain.DAY:
            return said
    unit = pieces.hit(words.CALENDAR_UNITS, after)
    if unit is None or pieces.is_counted(unit.last + 1):
        return None
    if unit.label == Unit.YEAR:
        return Said(Place(Grain.YEAR, year=pieces.today.year + 1), unit.last + 1)
    return Said(Place(_UNIT_GRAINS[Unit(unit.label)], ahead=1), unit.last + 1)


def within_present_at(pieces: Pieces, at: int) -> Said | None:
    """trong tuần, nội trong tháng: the present one."""
    within = pieces.hit(words.WITHIN_PRESENT, at)
    if within is not None:
        numbered = month_at(pieces, within.last + 1) or unit_at(pieces, within.last + 1)
        if numbered is not None:
            return numbered
    unit = None if within is None else pieces.hit(words.CALENDAR_UNITS, within.last + 1)
    if unit is None:
        return None
    return Said(Place(_UNIT_GRAINS[Unit(unit.label)], ahead=0), unit.last + 1)


def english_unit_at(pieces: Pieces, at: int) -> Said | None:
    """next week, this Friday, next weekend, this summer, last month."""
    beyond = pieces.hit(words.ENGLISH_AFTER_NEXT, at)
    if beyond is not None:
        return Said(Place(_UNIT_GRAINS[Unit(beyond.label)], ahead=2), beyond.last + 1)
    hit = pieces.hit(words.ENGLISH_AHEAD, at)
    if hit is None:
        return None
    ahead, after = int(hit.label), hit.last + 1
    unit = pieces.hit(words.ENGLISH_UNITS, after)
    if unit is not None and unit.label == Unit.YEAR:
        return Said(Place(Grain.YEAR, year=pieces.today.year + ahead), unit.last + 1)
    if unit is not None:
        return Said(Place(_UNIT_GRAINS[Unit(unit.label)], ahead=ahead), unit.last + 1)
    if pieces.word(after) == "weekend":
        return Said(Place(Grain.WEEK, ahead=ahead, part=Part.END), after + 1)
    day = pieces.hit(words.WEEKDAYS, after) or pieces.hit(words.SHORT_WEEKDAYS, after)
    if day is not None:
        coming = pieces.tokens[after - 1].word == "coming"
        place = Place(Grain.WEEKDAY, int(day.label), ahead=None if coming else ahead)
        return Said(place, day.last + 1)
    said = (
        season_at(pieces, after)
        or month_name_at(pieces, after, sure=True)
        or festival_at(pieces, after)
    )
    if said is None or ahead < 0:
        return said and replace(
            said, place=replace(said.place, year=pieces.today.year - YEARS_BACK)
        )
    return replace(_not_begun(pieces, said) if ahead else said, firm=True)


def _not_begun(pieces: Pieces, said: Said) -> Said:
    """ "next summer", said in summer, is that of next year."""
    place, today = said.place, pieces.today
    if place.grain is not Grain.SEASON or place.year is not None:
        return said
    begun = season_in(place.name, today.year).first <= today
    return replace(said, place=replace(place, year=today.year + begun))


def part_at(pieces: Pieces, at: int) -> Said | None:
    """đầu tháng sau, giữa quý 3, end of June, 6 tháng đầu năm."""
    whole = pieces.hit(words.WHOLE_PARTS, at)
    if whole is not None:
        return _whole_part(pieces, whole)
    part = pieces.hit(words.PARTS, at)
    if part is None or pieces.word(at - 1) in words.NOT_BEFORE_PARTS:
        return None
    after = part.last + 1
    opener = pieces.hit(words.OF, after)
    after = after if opener is None else opener.last + 1
    said = _partable(pieces, after)
    if said is None or said.place.grain not in _PARTABLE:
        return None
    place = replace(said.place, part=Part(part.label))
    if place.grain is Grain.YEAR and pieces.hit(words.LUNAR, said.after) is not None:
        month = 1 if place.part is Part.START else MONTHS
        place = Place(Grain.MONTH, month, lunar=True)
        return pieces.with_moon(replace(said, place=place))
    return replace(said, place=place, firm=True)


def _partable(pieces: Pieces, at: int) -> Said | None:
    said = (
        month_at(pieces, at)
        or short_month_at(pieces, at)
        or unit_at(pieces, at)
        or english_unit_at(pieces, at)
        or season_at(pieces, at)
        or short_quarter_at(pieces, at)
        or month_name_at(pieces, at, sure=True)
    )
    if said is not None:
        return said
    unit = pieces.hit(words.CALENDAR_UNITS, at) or pieces.hit(words.ENGLISH_UNITS, at)
    if unit is not None and unit.label != Unit.DAY:
        return Said(Place(_UNIT_GRAINS[Unit(unit.label)]), unit.last + 1)
    year = pieces.year_number(at)
    return None if year is None else Said(Place(Grain.YEAR, year=year), at + 1)


def _whole_part(pieces: Pieces, hit: Hit) -> Said:
    """weekend, end of year, the first quarter of next year."""
    unit, part = hit.label.split()
    if not part.isdigit():
        return Said(Place(_UNIT_GRAINS[Unit(unit)], part=Part(part)), hit.last + 1)
    year, behind = pieces.year_at(hit.last + 1)
    return Said(Place(_UNIT_GRAINS[Unit(unit)], int(part), year=year), behind)
