"""From words of time to windows: every expression of time a message holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from scoring.lead import TimingKind
from scoring.understanding.phrases import Hit, Openings
from scoring.understanding.text import Kind, Text, Token
from scoring.understanding.times import timing_words as words
from scoring.understanding.times.calendar import Days, Window
from scoring.understanding.times.clock import clock_at
from scoring.understanding.times.dates import Dates
from scoring.understanding.times.joined_dates import JoinedDates
from scoring.understanding.times.length_phrases import LengthPhrases
from scoring.understanding.times.lengths import length_at
from scoring.understanding.times.numeric_dates import dotted_at
from scoring.understanding.times.pieces import Pieces, Said
from scoring.understanding.times.places import Grain, Place, days
from scoring.understanding.times.plan_words import BREAKS, PARTICLES
from scoring.understanding.times.relations import DAY, related, shifted
from scoring.understanding.times.time_phrases import TimePhrase

# Tokens from the first number of "20-4" to the last.
_DATE_TOKENS = 2
# Tokens between "trong quý 2" and "giữa quý".
_NEAR = 4
# How many words that add nothing may stand between a relation and its date.
_MOST_OPENERS = 3
# 15/12/2026-20/12/2026 is the longest row of numbers that is a date.
_LONGEST_ROW = 6
_FEASTS = frozenset((Grain.FESTIVAL, Grain.SEASON))
# Relations that make a date of doubtful words; "từ" and "hết" stand before many things.
_SURE_RELATIONS = frozenset((words.BEFORE, words.NOT_AFTER, words.AFTER))
# Further ahead a day is not called "hôm".
_FARTHEST_DAY = timedelta(days=183)
_DOUBTFUL = frozenset(("qua", "hết", "het"))


def read(text: Text, today: date) -> tuple[TimePhrase, ...]:
    """Every expression of time from left to right, also those that are no timing."""
    tokens = text.tokens
    starts = _starts().places(tokens)
    if not starts:
        return ()
    chains = _chains(tokens)
    pieces = Pieces(tokens, today)
    dates = Dates(pieces)
    reader = _Reader(pieces, JoinedDates(pieces, dates), LengthPhrases(pieces, dates))
    found: list[TimePhrase] = []
    at = 0
    while at < len(tokens):
        phrase = None
        if at in starts and at not in chains:
            phrase = reader.at(at)
        if phrase is None:
            at += 1
            continue
        at = phrase.last + 1
        narrowed = _narrowed(found[-1], phrase, today) if found else None
        if narrowed is None:
            found.append(phrase)
        else:
            found[-1] = narrowed
    return tuple(found)


def answered(text: Text, today: date) -> TimePhrase | None:
    """An answer to "when?" that is a number and little else: 2027, 12.4, 20-4."""
    tokens = text.tokens
    numbers = [at for at, token in enumerate(tokens) if token.kind is Kind.NUMBER]
    if not numbers or numbers[-1] - numbers[0] > _DATE_TOKENS:
        return None
    pieces = Pieces(tokens, today)
    year = pieces.year_number(numbers[0])
    said = dotted_at(pieces, numbers[0])
    if said is None and year is not None:
        said = Said(Place(Grain.YEAR, year=year), numbers[0] + 1)
    if said is None or not all(
        token.kind is Kind.MARK or token.word in PARTICLES
        for token in (*tokens[: numbers[0]], *tokens[said.after :])
    ):
        return None
    found = days(said.place, today)
    if found is None:
        return None
    one_day = found.first == found.last
    return TimePhrase(
        numbers[0],
        said.after - 1,
        Window(found.first, found.last),
        TimingKind.POINT if one_day else TimingKind.PERIOD,
        grain=said.place.grain,
    )


def _narrowed(whole: TimePhrase, part: TimePhrase, today: date) -> TimePhrase | None:
    """ "trong quý 2, tầm giữa quý": the second one says which part of the first is meant."""
    place, said = whole.place, part.place
    if place is None or said is None or said.part is None or place.part is not None:
        return None
    named = place.number is not None or place.ahead is not None
    unnamed = said.number is None and said.ahead is None and said.year is None
    near = part.first - whole.last <= _NEAR and not part.is_related
    if place.grain is not said.grain or not (named and unnamed and near):
        return None
    found = days(replace(place, part=said.part), today)
    if found is None:
        return None
    window = Window(found.first, found.last)
    return replace(whole, window=window, kind=TimingKind.PERIOD, last=part.last)


def _chains(tokens: Sequence[Token]) -> set[int]:
    """Tokens of long rows of numbers, 0901-234-567 or 12 34 56 78: no date is among them."""
    chains: set[int] = set()
    if sum([token.kind is Kind.NUMBER for token in tokens]) <= _LONGEST_ROW:
        return chains
    row: list[int] = []
    for at, token in enumerate(tokens):
        if token.kind is Kind.NUMBER or (row and token.glued and token.word in "-/."):
            row.append(at)
            continue
        if _is_chain(tokens, row):
            chains.update(row)
        row = []
    if _is_chain(tokens, row):
        chains.update(row)
    return chains


def _is_chain(tokens: Sequence[Token], row: Sequence[int]) -> bool:
    numbers = sum(tokens[at].kind is Kind.NUMBER for at in row)
    return numbers > _LONGEST_ROW


@dataclass(frozen=True, slots=True)
class _Reader:
    pieces: Pieces
    joined: JoinedDates
    lengths: LengthPhrases

    def at(self, start: int) -> TimePhrase | None:
        hit = self.pieces.hit(words.RELATIONS, start)
        phrase = None if hit is None else self._related(hit)
        if phrase is None:
            phrase = self._unrelated(start)
        if phrase is None:
            return None
        phrase = self._with_suffix(phrase)
        return replace(phrase, first=self._approximately(phrase.first))

    def _unrelated(self, start: int) -> TimePhrase | None:
        following = self.pieces.hit(words.ENGLISH_NEXT, start)
        if following is not None:
            length = length_at(self.pieces.tokens, following.last + 1)
            if length is not None:
                return self.lengths.ahead(start, length, TimingKind.DEADLINE)
        said = self.joined.at(start)
        if said is not None:
            return self._place(start, said)
        length = length_at(self.pieces.tokens, start)
        phrase = None if length is None else self.lengths.phrase(start, length, None)
        if phrase is not None:
            return phrase
        clock = clock_at(self.pieces.tokens, start)
        if clock is None or clock.hour is None:
            return None
        return TimePhrase(start, clock.after - 1, None, TimingKind.NONE, clock=clock)

    def _dotted(self, start: int, relation: str) -> Said | None:
        """ "trước 30-9": a bound makes a date of what is a range elsewhere."""
        return dotted_at(self.pieces, start) if relation in _SURE_RELATIONS else None

    def _year(self, start: int) -> Said | None:
        year, after = self.pieces.year_at(start)
        return None if year is None else Said(Place(Grain.YEAR, year=year), after)

    def _related(self, hit: Hit) -> TimePhrase | None:
        relation, word = hit.label, self.pieces.word(hit.last)
        for start in self._openers(hit):
            said = self.joined.at(start) or self._year(start) or self._dotted(start, relation)
            if said is not None and self._fits(said.place, hit, word):
                return self._place(hit.first, said, relation)
            length = length_at(self.pieces.tokens, start)
            # "can 12 thang 1" is needed in January, and no length of a year.
            is_date = said is not None and length is not None and said.after > length.after
            if length is not None and start <= hit.last + 2 and not is_date:
                phrase = self.lengths.phrase(hit.first, length, relation, word)
                if phrase is not None:
                    return phrase
        return None

    def _openers(self, hit: Hit) -> list[int]:
        """Where the date may start: behind the relation, or behind words that add nothing."""
        starts = [hit.last + 1]
        if self._words(hit) in words.ONLY_BEFORE_A_NAME:
            return starts
        while len(starts) <= _MOST_OPENERS:
            opener = self.pieces.hit(words.OPENERS, starts[-1])
            mark = hit.label == words.NOT_AFTER and self.pieces.word(starts[-1]) == ":"
            if opener is None and not mark:
                break
            starts.append(starts[-1] + 1 if opener is None else opener.last + 1)
        return [start for start in starts if start < len(self.pieces.tokens)]

    def _fits(self, place: Place, hit: Hit, word: str) -> bool:
        """Whether the relation can stand before such a place."""
        if word in words.ONLY_BEFORE_A_NAME:
            # "xong quý 3 rồi tính", but "làm xong quý 3" is done in it
            opens = word == "xong" and self.pieces.word(hit.first - 1) in ("", *BREAKS)
            return place.grain in _FEASTS or place.lunar or opens
        if word in words.ONLY_BEFORE_A_FEAST:
            return place.grain is Grain.FESTIVAL
        # "qua tháng sau" is next month itself, "dời qua quý 3" a move to it; "qua Tết" is after.
        moved = self.pieces.word(hit.first - 1) in words.MOVES and place.grain not in _FEASTS
        return not (word == "qua" and (moved or (place.ahead or 0) > 0))

    def _place(self, start: int, said: Said, relation: str | None = None) -> TimePhrase | None:
        # "tới hết tháng 8, tháng 9 chuyển": what has a bound is not listed with what follows.
        parted = self.pieces.word(start - 1) in words.DENIALS or relation in _SURE_RELATIONS
        joined = self.joined.join(said, parted=parted)
        said = joined.said
        if joined.is_range and relation == words.NOT_BEFORE:
            relation = None
        sure = relation in _SURE_RELATIONS and self.pieces.word(start) not in _DOUBTFUL
        phrase = TimePhrase(
            start,
            said.after - 1,
            None,
            TimingKind.NONE,
            firm=said.firm or sure or relation == words.SHORTLY_BEFORE,
            is_related=sure or relation == words.NOT_BEFORE,
            grain=said.place.grain,
            clock=said.clock,
            is_floating=said.place.year is None and said.place.ahead is None,
            place=said.place,
        )
        if joined.days is None:
            return phrase
        if self._is_gone(start, said, joined.days):
            return phrase
        phrase = replace(phrase, has_begun=joined.days.first <= self.pieces.today)
        window, kind = related(joined.days, said.place, relation, self.pieces.today)
        return self._shifted(replace(phrase, window=window, kind=kind), relation)

    def _is_gone(self, start: int, said: Said, days: Days) -> bool:
        """ "hôm 20/11", "10:23 20/11": in December that is the day gone by, not next year's."""
        floating = said.place.grain is Grain.DAY and said.place.year is None
        far = days.first - self.pieces.today > _FARTHEST_DAY
        to_the_hour = said.clock is not None and said.clock.hour is not None
        return floating and far and (to_the_hour or self.pieces.word(start) in words.THAT_DAY)

    def _shifted(self, phrase: TimePhrase, relation: str | None) -> TimePhrase:
        """ "trước Tết 2 tuần", "sau Tết 10 ngày"."""
        if relation not in (words.BEFORE, words.AFTER) or phrase.window is None:
            return phrase
        length = length_at(self.pieces.tokens, phrase.last + 1) if self._more(phrase) else None
        if length is None or self.pieces.hit(words.LENGTH_FOLLOWS, length.after) is not None:
            return phrase
        return replace(
            phrase, window=shifted(phrase.window, length, relation), last=length.after - 1
        )

    def _with_suffix(self, phrase: TimePhrase) -> TimePhrase:
        """ "tháng 3 trở đi", "15/4 là hạn chót", "Tết xong", "thứ 7 hằng tuần"."""
        hit = self.pieces.hit(words.ONWARD, phrase.last + 1)
        if hit is None or phrase.window is None:
            return phrase
        window, last = phrase.window, hit.last
        if hit.label == "past":
            return replace(phrase, window=None, kind=TimingKind.NONE, last=last)
        if hit.label == "on":
            opened = Window(window.earliest, None)
            return replace(phrase, window=opened, kind=TimingKind.AFTER, last=last)
        if hit.label == "latest" and window.latest is not None:
            closed = Window(self.pieces.today, window.latest)
            return replace(phrase, window=closed, kind=TimingKind.DEADLINE, last=last)
        done = phrase.kind is TimingKind.DEADLINE  # "trước Tết xong"
        if hit.label == "after" and phrase.grain in _FEASTS and window.latest and not done:
            opened = Window(window.latest + DAY, None)
            return replace(phrase, window=opened, kind=TimingKind.AFTER, last=last, firm=True)
        return phrase

    def _approximately(self, first: int) -> int:
        """Take "khoảng", "tầm" and the like before the phrase into it."""
        while first and self.pieces.tokens[first - 1].word in words.APPROXIMATE:
            first -= 1
        # "5 nghin do mot nam" are dollars (đô) a year
        dollars = self.pieces.word(first) == "do" and self.pieces.is_counted(first - 1)
        return first + dollars

    def _more(self, phrase: TimePhrase) -> bool:
        return phrase.last + 1 < len(self.pieces.tokens)

    def _words(self, hit: Hit) -> str:
        return " ".join(token.word for token in self.pieces.tokens[hit.first : hit.last + 1])


@cache
def _starts() -> Openings:
    """What an expression of time may start with; built on first need, as the lexicons are."""
    return Openings(
        (
            words.UNITS,
            words.CALENDAR_UNITS,
            words.ENGLISH_AHEAD,
            words.ENGLISH_NEXT,
            words.ENGLISH_AFTER_NEXT,
            words.INTO_NEXT,
            words.WITHIN_PRESENT,
            words.PARTS,
            words.WHOLE_PARTS,
            words.RELATIVE_DAYS,
            words.WEEKDAYS,
            words.SHORT_WEEKDAYS,
            words.DAY_PARTS,
            words.DAY_WORDS,
            words.MOON_DAYS,
            words.MONTH_NAMES,
            words.SEASONS,
            words.FESTIVALS,
            words.RELATIONS,
            words.HALF_OF,
            words.A_FEW,
            words.ONES,
        ),
        ("q", "h", "t", "th", "thg", "ra", "luc", "lúc"),
    )
