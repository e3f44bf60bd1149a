"""The small pieces that dates are made of: numbers, years, this and next."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from scoring.understanding.phrases import Hit, Phrases
from scoring.understanding.text import Kind, Token
from scoring.understanding.times import timing_words as words
from scoring.understanding.times.calendar import Unit
from scoring.understanding.times.clock import Clock
from scoring.understanding.times.places import Place


@dataclass(frozen=True, slots=True)
class Said:
    """A place in the calendar and the token behind the words for it."""

    place: Place
    after: int
    # The words say a date and nothing else; others need a hint that time is spoken of.
    firm: bool = True
    clock: Clock | None = None
    # The second of two numbers in one token: "tháng 5,6".
    also: int | None = None


MONTHS = 12
QUARTERS = 4
LONGEST_MONTH = 31
FIRST_YEAR, LAST_YEAR = 2000, 2098
CENTURY = 2000
# Two digits for a year are read from here on: 15/12/26, năm 27.
FIRST_SHORT_YEAR = 24
# A year that is past for sure: "tháng 3 vừa rồi".
YEARS_BACK = 2
YEAR_DIGITS = 4
# "tháng 4 tới" is the coming April, "tháng 4 tới tháng 5" from April to May.
UP_TO = frozenset(("tới", "toi"))
_NOW = frozenset(("giờ", "gio", "nay", "bây"))
# "tuần sau Tết": the word belongs to the feast. "thang toi da 8tr": tối đa, at most.
_BEFORE_OR_AFTER = frozenset(("sau", "trước", "truoc"))
_AT_MOST_OR_LEAST = frozenset(("da", "thieu"))
_OPEN_TO_VERBS = _BEFORE_OR_AFTER | {"rồi", "roi", "qua"}


@dataclass(frozen=True, slots=True)
class Pieces:
    """The tokens of one message; every method takes the token to start at."""

    tokens: Sequence[Token]
    today: date

    def number(self, at: int, highest: int) -> int | None:
        """A whole number within bounds that counts nothing behind it."""
        if at >= len(self.tokens) or self.tokens[at].kind is not Kind.NUMBER:
            return None
        word = self.tokens[at].word
        if len(word) > YEAR_DIGITS or not word.isdigit() or not 1 <= int(word) <= highest:
            return None
        return None if self.is_counted(at + 1) else int(word)

    def is_counted(self, at: int) -> bool:
        """Money or a thing stands behind a number."""
        if self.word(at) in words.COUNTED_IF_STUCK:
            return self.tokens[at].glued
        hit = self.hit(words.COUNTED, at)
        return hit is not None and hit.label == "counted"

    def year_at(self, at: int) -> tuple[int | None, int]:
        """The year said behind a month or a day, and the token behind it."""
        word = self.word(at)
        if word in ("/", "-", ",", "của", "of", "'"):
            year = self.year_number(at + 1)
            if year is not None:
                return year, at + 2
            year, after = self.year_in_words(at + 1)
            return (None, at) if year is None or word not in ("của", "of") else (year, after)
        year = self.year_number(at)
        if year is not None:
            return year, at + 1
        return self.year_in_words(at)

    def year_in_words(self, at: int) -> tuple[int | None, int]:
        unit = self.hit(words.CALENDAR_UNITS, at)
        into = self.hit(words.INTO_NEXT, at)
        if into is not None:
            unit = self.hit(words.CALENDAR_UNITS, into.last + 1)
            if unit is not None and unit.label == Unit.YEAR:
                return self.today.year + 1, unit.last + 1
            return None, at
        if unit is not None and unit.label == Unit.YEAR and not self._is_among_digits(at):
            after = unit.last + 1
            number = self.year_number(after, short=True)
            if number is not None:
                return number, after + 1
            ahead = self.ahead(after)
            return (None, at) if ahead is None else (self.today.year + ahead[0], ahead[1])
        english = self.hit(words.ENGLISH_AHEAD, at)
        if english is not None and self.word(english.last + 1) == "year":
            return self.today.year + int(english.label), english.last + 2
        return None, at

    def opens_year(self, at: int) -> bool:
        unit = self.hit(words.CALENDAR_UNITS, at)
        return unit is not None and unit.label == Unit.YEAR

    def _is_among_digits(self, at: int) -> bool:
        """A telephone number in words: "bon nam sau bay"."""
        return (
            not self.tokens[at].marked
            and self.hit(words.ONES, at - 1 if at else len(self.tokens)) is not None
            and self.hit(words.ONES, at + 2) is not None
        )

    def year_number(self, at: int, *, short: bool = False) -> int | None:
        if at >= len(self.tokens) or self.tokens[at].kind is not Kind.NUMBER:
            return None
        word = self.tokens[at].word
        if len(word) == YEAR_DIGITS and word.isdigit() and FIRST_YEAR <= int(word) <= LAST_YEAR:
            return None if self.is_counted(at + 1) else int(word)
        if short and len(word) == 2 and word.isdigit() and int(word) >= FIRST_SHORT_YEAR:
            return CENTURY + int(word)
        return None

    def year_or_noise(self, at: int) -> tuple[int | None, int]:
        """The year behind a month, quarter or feast; "này" and "tới" there add nothing."""
        solar = self.hit(words.SOLAR, at)
        at = at if solar is None else solar.last + 1
        year, after = self.year_at(at)
        if year is not None:
            return year, after
        ahead = self.ahead(at)
        if ahead is None or self.word(at) in _OPEN_TO_VERBS:
            return None, at
        if self.word(at) in UP_TO and self.leads_on(ahead[1]):
            return None, at
        return (self.today.year - YEARS_BACK, ahead[1]) if ahead[0] < 0 else (None, ahead[1])

    def leads_on(self, at: int) -> bool:
        """Whether "tới" before this token means up to: tới tháng 5, tới giờ."""
        return (
            self.word(at) in _NOW
            or self.looks_numeric(at)
            or any(self.hit(lexicon, at) is not None for lexicon in words.STARTING_DATES)
        )

    def with_moon(self, said: Said) -> Said:
        lunar = self.hit(words.LUNAR, said.after)
        if lunar is not None:
            place = replace(said.place, lunar=True)
            return replace(said, place=place, after=lunar.last + 1, firm=True)
        solar = self.hit(words.SOLAR, said.after)
        return said if solar is None else replace(said, after=solar.last + 1)

    def ahead(self, at: int) -> tuple[int, int] | None:
        """How many units ahead, and the token behind: này, sau, sau nữa, trước."""
        hit = self.hit(words.AHEAD, at)
        if hit is None:
            return None
        after = hit.last + 1
        if self.word(at) in UP_TO and self.word(after) in _NOW:
            return None
        if self.word(at) == "toi" and self.word(after) in _AT_MOST_OR_LEAST:
            return None
        is_feast = self.hit(words.FESTIVALS, after) is not None or self.looks_numeric(after)
        if is_feast and self.word(at) in _BEFORE_OR_AFTER and hit.first == hit.last:
            return None
        return int(hit.label), after

    def is_short(self, at: int, numbers: Collection[int]) -> bool:
        """A letter with a number stuck to it, standing alone: T4, Q3."""
        if not self.is_number(at + 1) or not self.tokens[at + 1].glued:
            return False
        word = self.word(at + 1)
        if len(word) > 2 or not word.isdigit() or int(word) not in numbers:
            return False
        behind = at + 2
        stuck = behind < len(self.tokens) and self.tokens[behind].glued
        return not (stuck and self.tokens[behind].kind is not Kind.MARK)

    def is_number(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].kind is Kind.NUMBER

    def word(self, at: int) -> str:
        return self.tokens[at].word if 0 <= at < len(self.tokens) else ""

    def hit(self, lexicon: Phrases, at: int) -> Hit | None:
        return lexicon.at(self.tokens, at) if at < len(self.tokens) else None

    def looks_numeric(self, at: int) -> bool:
        """15/4 and the like."""
        return self.is_number(at) and self.word(at + 1) == "/" and self.is_number(at + 2)
