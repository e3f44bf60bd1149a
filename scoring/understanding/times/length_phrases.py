"""A length of time as a time: 2 tuần nữa, trong vòng 1 tháng, 3 tháng tới, 2 tuần sau Tết."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from scoring.lead import TimingKind
from scoring.understanding.times import timing_words as words
from scoring.understanding.times.calendar import Unit, Window
from scoring.understanding.times.dates import Dates
from scoring.understanding.times.lengths import Length
from scoring.understanding.times.pieces import Pieces
from scoring.understanding.times.places import days
from scoring.understanding.times.relations import DAY, related, shifted
from scoring.understanding.times.time_phrases import TimePhrase

# An hour is a length within these, and otherwise of the clock.
_STRETCHES = frozenset((words.WITHIN, words.IN))


@dataclass(frozen=True, slots=True)
class LengthPhrases:
    """Tells what a length of time is said for."""

    pieces: Pieces
    dates: Dates

    def phrase(
        self, start: int, length: Length, relation: str | None, word: str = ""
    ) -> TimePhrase | None:
        follows = self.pieces.hit(words.LENGTH_FOLLOWS, length.after)
        label = None if follows is None else follows.label
        # "sau 5h", "8h30": an hour of the day, unless it is still to pass.
        if length.unit is Unit.HOUR and label != "point" and relation not in _STRETCHES:
            return None
        if label in ("past", "after") and follows is not None:
            anchored = self._anchored(start, length, label, follows.last + 1)
            if anchored is not None:
                return anchored
        after = length.after if follows is None else follows.last + 1
        if label in ("past", "rate"):
            last = (length.after if label == "rate" else after) - 1
            return TimePhrase(start, last, None, TimingKind.NONE, is_length=True)
        length = replace(length, after=after)
        if relation in (words.WITHIN, words.NOT_AFTER):
            return self.ahead(start, length, TimingKind.DEADLINE)
        if relation == words.AFTER and word in ("sau", "after"):
            return self.ahead(start, length, TimingKind.AFTER, DAY)
        if relation == words.NOT_BEFORE and label is not None and length.low == length.high:
            return self.ahead(start, length, TimingKind.AFTER)
        if relation == words.IN or label in ("point", "after"):
            return self.ahead(start, length, TimingKind.POINT)
        if label == "span":
            return self.ahead(start, length, TimingKind.DEADLINE)
        if relation not in (None, words.NOT_BEFORE):
            return None
        bare = self.ahead(start, length, TimingKind.POINT)
        return replace(bare, firm=False, is_bare=True)

    def _anchored(self, start: int, length: Length, label: str, at: int) -> TimePhrase | None:
        """ "2 tuần trước Tết", "1 tháng sau Tết"."""
        said = self.dates.at(at) if at < len(self.pieces.tokens) else None
        found = None if said is None else days(said.place, self.pieces.today)
        if said is None or found is None:
            return None
        relation = words.AFTER if label == "after" else words.BEFORE
        window, kind = related(found, said.place, relation, self.pieces.today)
        window = shifted(window, length, relation)
        return TimePhrase(start, said.after - 1, window, kind, is_related=True)

    def ahead(
        self, start: int, length: Length, kind: TimingKind, more: timedelta = timedelta(0)
    ) -> TimePhrase:
        low, high = length.from_day(self.pieces.today)
        if kind is TimingKind.DEADLINE:
            window = Window(self.pieces.today, high)
        elif kind is TimingKind.AFTER:
            window = Window(low + more, None)
        else:
            window = Window(low, high)
            kind = TimingKind.POINT if low == high else TimingKind.PERIOD
        return TimePhrase(start, length.after - 1, window, kind, is_length=True)
