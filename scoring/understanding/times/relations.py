"""What words like trước, sau and chậm nhất make of a date."""

from __future__ import annotations

from datetime import date, timedelta

from scoring.lead import TimingKind
from scoring.understanding.times import timing_words as words
from scoring.understanding.times.calendar import Days, Part, Window, later
from scoring.understanding.times.festivals import SHORTLY_BEFORE_DAYS, TET
from scoring.understanding.times.lengths import Length
from scoring.understanding.times.places import Place

DAY = timedelta(days=1)


def related(
    found: Days, place: Place, relation: str | None, today: date
) -> tuple[Window, TimingKind]:
    if relation == words.BEFORE:
        # What has begun, and the end of anything, is over at its last day.
        ends = place.part is Part.END or found.first <= today
        latest = found.last if ends else found.first - DAY
        return Window(today, latest), TimingKind.DEADLINE
    if relation == words.NOT_AFTER:
        return Window(today, found.last), TimingKind.DEADLINE
    if relation == words.AFTER:
        return Window(found.last + DAY, None), TimingKind.AFTER
    if relation == words.NOT_BEFORE:
        return Window(found.first, None), TimingKind.AFTER
    if relation == words.SHORTLY_BEFORE and place.name == TET:
        first = max(found.first - SHORTLY_BEFORE_DAYS * DAY, today)
        return Window(first, max(found.first - DAY, first)), TimingKind.PERIOD
    kind = TimingKind.POINT if found.first == found.last else TimingKind.PERIOD
    return Window(found.first, found.last), kind


def shifted(window: Window, length: Length, relation: str) -> Window:
    """ "trước Tết 2 tuần", "2 tuần sau Tết"."""
    if relation == words.AFTER and window.earliest is not None:
        return Window(later(window.earliest, length.low, length.unit, half=length.half), None)
    if window.latest is None or window.earliest is None:
        return window
    latest = window.latest + DAY - (length.from_day(window.latest)[1] - window.latest)
    return Window(window.earliest, max(latest, window.earliest))
