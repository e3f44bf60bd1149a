"""When somebody wants to buy: one window out of everything a message says of time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from scoring.lead import Horizon, Span, Timing, TimingKind, TimingStatus
from scoring.understanding.text import Text
from scoring.understanding.times import windows
from scoring.understanding.times.calendar import Window
from scoring.understanding.times.plan_words import AFTERWARDS
from scoring.understanding.times.plans import Setting, Surroundings
from scoring.understanding.times.relations import DAY
from scoring.understanding.times.time_phrases import TimePhrase
from scoring.understanding.times.urgency import Hurry, Mood, Moods

ASKED = "timing"
# "gấp" without a date is a fortnight.
URGENT_DAYS = timedelta(days=14)
# Nobody names more times at once; the rest of a longer list is not weighed.
MOST_TIMES = 12
# Up to how many days ahead each horizon reaches.
HORIZONS = (
    (14, Horizon.IMMEDIATE),
    (31, Horizon.MONTH),
    (92, Horizon.QUARTER),
    (183, Horizon.HALF_YEAR),
)
_DAYS = frozenset((TimingKind.POINT, TimingKind.PERIOD))
SURE, LIKELY, DOUBTFUL = 0.95, 0.85, 0.7


def find(text: Text, today: date, asked: str | None) -> Timing | None:
    """The timing a message states; `asked` is the slot the bot asked for last."""
    return choose(text, windows.read(text, today), today, asked)


def claimed(text: Text, today: date) -> tuple[Span, ...]:
    """The tokens taken by times of any sort, first and last included: no money there."""
    return tuple((phrase.first, phrase.last) for phrase in windows.read(text, today))


def choose(
    text: Text, phrases: Sequence[TimePhrase], today: date, asked: str | None
) -> Timing | None:
    """As `find`, for a message whose times have been read already."""
    was_asked = asked == ASKED
    moods = Moods.of(text)
    phrase = _planned(text, phrases, moods, asked)
    if phrase is None and was_asked and not phrases:
        phrase = windows.answered(text, today)
    if phrase is not None:
        return _dated(text, phrase, today, was_asked)
    hurry = moods.hurry(asked=was_asked)
    return None if hurry is None else _undated(text, hurry, today)


def horizon(window: Window, today: date) -> Horizon:
    """How far off a window is, by its middle if it has not begun, else by its end."""
    first = today if window.earliest is None else window.earliest
    last = first if window.latest is None else window.latest
    ahead: float = (last - today).days
    if first > today:
        ahead = ((first - today).days + ahead) / 2
    return next((name for days, name in HORIZONS if ahead <= days), Horizon.LATER)


def _planned(
    text: Text, phrases: Sequence[TimePhrase], moods: Moods, asked: str | None
) -> TimePhrase | None:
    """The time tied most firmly to the writer's own buying; in a correction the corrected one."""
    dated = [phrase for phrase in phrases if phrase.window is not None][:MOST_TIMES]
    if not dated:
        return None
    around = Surroundings.of(text)
    settings = [around.setting(phrase) for phrase in dated]
    plans = [
        one
        for one in settings
        if one.is_plan(asked=asked == ASKED)
        and not one.is_denied()
        and not moods.puts_off(one.phrase.first, one.phrase.last)
    ]
    corrected_at = around.corrected_at()
    if corrected_at is not None:
        plans = [one for one in plans if one.phrase.first > corrected_at] or plans
    if moods.is_undecided:
        plans = [one for one in plans if not one.brings_news()]
    plans = [one for one in plans if not one.phrase.is_bare] or plans
    plans = [one for one in plans if not one.is_served()] or plans
    best = max(plans, key=Setting.tie, default=None)
    return None if best is None else best.phrase


def _dated(text: Text, phrase: TimePhrase, today: date, was_asked: bool) -> Timing | None:
    if phrase.window is None:
        return None
    sure = SURE if phrase.firm else LIKELY
    window, kind = phrase.window, phrase.kind
    if window.latest is not None and kind in _DAYS and _is_passed_over(text, phrase):
        window, kind = Window(window.latest + DAY, None), TimingKind.AFTER
    return _timing(
        text,
        (phrase.first, phrase.last),
        TimingStatus.KNOWN,
        horizon(window, today),
        kind,
        sure if was_asked or phrase.firm else DOUBTFUL,
        window,
    )


def _is_passed_over(text: Text, phrase: TimePhrase) -> bool:
    """ "rằm tháng 7 công ty cúng, sau đó mới làm": what is bought comes after."""
    return next(AFTERWARDS.find(text.tokens[phrase.last + 1 :]), None) is not None


def _undated(text: Text, hurry: Hurry, today: date) -> Timing:
    place = (hurry.first, hurry.last)
    confidence = SURE if hurry.sure else DOUBTFUL
    if hurry.mood is Mood.URGENT:
        window = Window(today, today + URGENT_DAYS)
        kind = TimingKind.URGENCY
        return _timing(text, place, TimingStatus.KNOWN, Horizon.IMMEDIATE, kind, confidence, window)
    kind = TimingKind.NONE
    if hurry.mood is Mood.CALM:
        return _timing(text, place, TimingStatus.KNOWN, Horizon.LATER, kind, confidence)
    return _timing(text, place, TimingStatus.UNKNOWN, Horizon.UNKNOWN, kind, confidence)


def _timing(
    text: Text,
    place: Span,
    status: TimingStatus,
    reach: Horizon,
    kind: TimingKind,
    confidence: float,
    window: Window | None = None,
) -> Timing:
    start, end = text.tokens_span(*place)
    return Timing(
        status,
        reach,
        kind,
        (start, end),
        text.original[start:end],
        confidence,
        None if window is None else window.earliest,
        None if window is None else window.latest,
    )
