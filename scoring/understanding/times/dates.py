"""Finding the places in the calendar that a message names, with their time of day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from scoring.understanding.times import timing_words as words
from scoring.understanding.times.calendar_units import (
    english_unit_at,
    festival_at,
    into_next_at,
    part_at,
    season_at,
    short_quarter_at,
    unit_at,
    within_present_at,
)
from scoring.understanding.times.clock import Clock, clock_at
from scoring.understanding.times.days import (
    day_of_month_at,
    named_day_at,
    relative_day_at,
    weekday_at,
)
from scoring.understanding.times.months import month_at, month_name_at, new_lunar_month_at, short_at
from scoring.understanding.times.numeric_dates import numeric_at
from scoring.understanding.times.pieces import Pieces, Said
from scoring.understanding.times.places import Grain, Place


@dataclass(frozen=True, slots=True)
class Dates:
    """Reads the dates among the tokens of one message."""

    pieces: Pieces

    def at(self, start: int) -> Said | None:
        """A date with the time of day that belongs to it: 3h chiều mai, thứ 5 tuần sau 14h30."""
        clock = clock_at(self.pieces.tokens, start)
        if clock is None:
            return self._with_clock(self._date(start), None)
        after = clock.after
        if clock.day_part is not None:
            today = self.pieces.hit(words.TODAY_AFTER_DAY_PART, after)
            if today is not None:
                place = Place(Grain.DAY, ahead=0)
                return self._with_clock(Said(place, today.last + 1, firm=True), clock)
        if self.pieces.word(after) in (",", "ngày", "của"):
            after += self._date(after) is None
        said = self._date(after)
        if said is None and clock.hour is None:
            return self._with_clock(self._date(start), None)
        return self._with_clock(said and replace(said, firm=True), clock)

    def _date(self, at: int) -> Said | None:
        if at >= len(self.pieces.tokens):
            return None
        readers = (
            _READERS_OF_NUMBERS
            if self.pieces.is_number(at)
            else _readers_of_words().get(self.pieces.tokens[at].folded, ())
        )
        for reader in readers:
            said = reader(self.pieces, at)
            if said is not None:
                return said
        return None

    def _with_clock(self, said: Said | None, clock: Clock | None) -> Said | None:
        """Join the hour said before the date, or behind it, or the part of the day to both."""
        if said is None or (clock is not None and clock.hour is not None):
            return said and replace(said, clock=clock)
        at = said.after + (self.pieces.word(said.after) == ",")
        behind = clock_at(self.pieces.tokens, at)
        if self.pieces.word(at) == "toi" and self.pieces.leads_on(at + 1):
            behind = None  # "10/6 toi 20/6" is tới, not tối
        if behind is None or (behind.hour is None and (clock is not None or at > said.after)):
            return replace(said, clock=clock)
        if clock is not None:
            behind = replace(behind, day_part=behind.day_part or clock.day_part)
        return replace(said, after=behind.after, clock=behind)


_Reader = Callable[[Pieces, int], Said | None]


_READERS_OF_NUMBERS: tuple[_Reader, ...] = (
    part_at,
    numeric_at,
    day_of_month_at,
)


@cache
def _readers_of_words() -> dict[str, tuple[_Reader, ...]]:
    """Which readers to try at a word, in order: most words need none."""
    starts: tuple[tuple[_Reader, frozenset[str]], ...] = (
        (new_lunar_month_at, frozenset(("ra", "sang", "qua"))),
        (part_at, words.PARTS.first_words | words.WHOLE_PARTS.first_words),
        (relative_day_at, words.RELATIVE_DAYS.first_words),
        (
            weekday_at,
            words.WEEKDAYS.first_words | words.SHORT_WEEKDAYS.first_words | {"t"},
        ),
        (month_at, words.CALENDAR_UNITS.first_words),
        (unit_at, words.CALENDAR_UNITS.first_words),
        (into_next_at, words.INTO_NEXT.first_words),
        (within_present_at, words.WITHIN_PRESENT.first_words),
        (
            english_unit_at,
            words.ENGLISH_AHEAD.first_words | words.ENGLISH_AFTER_NEXT.first_words,
        ),
        (named_day_at, words.DAY_WORDS.first_words | words.MOON_DAYS.first_words),
        (season_at, words.SEASONS.first_words),
        (festival_at, words.FESTIVALS.first_words),
        (short_at, words.MONTH_SHORT),
        (short_quarter_at, frozenset(("q", "h"))),
        (month_name_at, words.MONTH_NAMES.first_words),
        (day_of_month_at, words.ONES.first_words),
    )
    table: dict[str, tuple[_Reader, ...]] = {}
    for reader, firsts in starts:
        for word in firsts:
            table[word] = (*table.get(word, ()), reader)
    return table
