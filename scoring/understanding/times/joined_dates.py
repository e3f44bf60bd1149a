"""Two dates said as one: từ A đến B, A hoặc B, tháng 3 tháng 4, 15-20/12."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from scoring.understanding.times import timing_words as words
from scoring.understanding.times.calendar import Days
from scoring.understanding.times.dates import Dates
from scoring.understanding.times.months import month_name_at
from scoring.understanding.times.pieces import LONGEST_MONTH, MONTHS, QUARTERS, Pieces, Said
from scoring.understanding.times.places import Grain, Place, complete, days

_MOST_JOINED = 3
_HIGHEST = {Grain.DAY: LONGEST_MONTH, Grain.MONTH: MONTHS, Grain.QUARTER: QUARTERS}
# Without a word between: "cuối tháng này đầu tháng sau", "tháng 3 tháng 4".
_SIDE_BY_SIDE = frozenset((Grain.MONTH, Grain.QUARTER, Grain.WEEK, Grain.YEAR, Grain.WEEKDAY))
_LISTED = frozenset((Grain.MONTH, Grain.QUARTER))
_LAST_OF_APRIL = 30


@dataclass(frozen=True, slots=True)
class Joined:
    """The days from the first date to the last; None if they are past."""

    days: Days | None
    said: Said  # the last one
    is_range: bool


@dataclass(frozen=True, slots=True)
class JoinedDates:
    """Reads dates one or several at a time."""

    pieces: Pieces
    dates: Dates

    def at(self, start: int) -> Said | None:
        """The date here; of "15-20/12" the first day, whose month comes with the second."""
        said = self.dates.at(start)
        number = None if said is not None else self.pieces.number(start, LONGEST_MONTH)
        if number is None or self.pieces.hit(words.JOINS, start + 1) is None:
            return said
        if self.pieces.word(start + 3) not in words.BEFORE_MONTHS:
            return None
        other = self.dates.at(start + 2)
        if other is None or not (other.place.month or other.place.grain is Grain.MONTH):
            return None
        if other.place.grain is Grain.MONTH and number > MONTHS:
            return None
        return Said(replace(other.place, number=number), start + 1)

    def join(self, said: Said, *, parted: bool) -> Joined:
        """A to B, A or B: the days of the earliest and of the latest, and where it ends."""
        place, is_range = said.place, False
        first = last = days(place, self.pieces.today)
        for _ in range(_MOST_JOINED):
            joined = self._next_place(said)
            if joined is None or (parted and self.pieces.word(said.after) == ","):
                break
            other, is_range = joined
            place = complete(place, other.place)
            first = days(place, self.pieces.today) if place != said.place else first
            # "tháng 11 đến tháng 2": the second is the next one after the first.
            from_first = other.place.ahead is None and (
                is_range or _follows(said.place, other.place)
            )
            found = days(other.place, first.first if first and from_first else self.pieces.today)
            if first is None or found is None:
                first = last = first or found
            else:
                first, last = min(first, found, key=_start), max(last or found, found, key=_end)
            said = replace(other, firm=said.firm or other.firm)
        found = None if first is None or last is None else Days(first.first, last.last)
        return Joined(found, said, is_range)

    def _next_place(self, said: Said) -> tuple[Said, bool] | None:
        """The place joined to this one, and whether the two are the ends of a range."""
        if said.also is not None:
            return Said(replace(said.place, number=said.also), said.after), False
        either, through = (
            self.pieces.hit(words.OR, said.after),
            self.pieces.hit(words.TO, said.after),
        )
        hit = through or either
        if hit is None:
            other = self._side_by_side(said)
            return None if other is None else (other, False)
        after = hit.last + 1
        after += self.pieces.word(after) in ("qua", "sang", "đầu tiên")
        other = (
            self.dates.at(after)
            or self._same_grain(said.place, after)
            # Beside another month "June" is surely one.
            or (
                month_name_at(self.pieces, after, sure=True)
                if said.place.grain is Grain.MONTH
                else None
            )
        )
        if other is None:
            return None
        return other, through is not None

    def _side_by_side(self, said: Said) -> Said | None:
        """ "tháng 3 tháng 4", "cuối tháng này đầu tháng sau", "30/4 1/5", "tháng 5, 6"."""
        place, after = said.place, said.after
        listed = self.pieces.word(after) == ","
        other = self.dates.at(after + listed)
        if other is None and place.grain in _LISTED:
            other = self._same_grain(place, after + listed)
            return other if other is not None and _follows(place, other.place) else None
        if other is None or other.place.grain is not place.grain:
            return None
        if listed and self.pieces.opens_year(after + 1):
            return None  # "năm ngoái mua tháng 9, năm nay tháng 10": another year, another tale
        if place.grain is Grain.DAY or listed:
            return other if _follows(place, other.place) else None
        return other if place.grain in _SIDE_BY_SIDE else None

    def _same_grain(self, place: Place, at: int) -> Said | None:
        """ "tháng 3 hoặc 4 năm sau": a bare number is of the kind of the first one."""
        number = None
        if place.grain in _HIGHEST and place.number is not None:
            number = self.pieces.number(at, _HIGHEST[place.grain])
        if number is None:
            spelled = self.pieces.hit(words.MONTH_WORDS, at)
            if spelled is None or spelled.first != spelled.last or place.grain is not Grain.MONTH:
                return None
            number = int(spelled.label)
        year, after = self.pieces.year_at(at + 1)
        other = replace(place, number=number, year=year, part=None)
        return Said(other, after)


def _follows(place: Place, other: Place) -> bool:
    """One is next to the other: tháng 3, tháng 4; 30/4, 1/5."""
    if place.number is None or other.number is None:
        return False
    if place.grain is Grain.DAY and place.month != other.month:
        return place.month is not None and (place.number, other.number) == (_LAST_OF_APRIL, 1)
    return other.number == place.number + 1


def _start(found: Days) -> date:
    return found.first


def _end(found: Days) -> date:
    return found.last
