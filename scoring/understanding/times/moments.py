"""When to be reminded: "mai 9h", "chiều thứ 5 tuần sau", "sau Tết", "30 phút nữa"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from scoring.lead import TimingKind
from scoring.understanding.text import Text, read
from scoring.understanding.times import windows
from scoring.understanding.times.clock import DEFAULT_TIME, Clock, clock_at
from scoring.understanding.times.lengths import count_at
from scoring.understanding.times.time_phrases import TimePhrase

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
# A span shorter than a day is told from now, to the minute.
_SHORT_SPANS = {
    "phút": 1,
    "phut": 1,
    "p": 1,
    "min": 1,
    "mins": 1,
    "minutes": 1,
    "giờ": 60,
    "gio": 60,
    "tiếng": 60,
    "tieng": 60,
    "h": 60,
    "hour": 60,
    "hours": 60,
}
_STILL_TO_PASS = frozenset(("nữa", "nua", "later", "sau"))
_IN = frozenset(("in", "sau", "trong"))
_HALF_AN_HOUR = 30
_A_DAY = timedelta(days=1)


# Words that only lead to a time: without it they say nothing.
_LEADS_TO_IT = frozenset(
    [
        "vào",
        "vao",
        "lúc",
        "luc",
        "khoảng",
        "khoang",
        "hôm",
        "hom",
        "ngày",
        "ngay",
        "on",
        "at",
        "by",
        "around",
    ]
)
_SPACES = re.compile(r"\s+")
_EDGES = " ,.;:–-"


@dataclass(frozen=True, slots=True)
class _Found:
    """A moment, and where the tokens stand that name it (first and last, both included)."""

    at: datetime
    spans: tuple[tuple[int, int], ...]


def moment(words: str, now: datetime, *, zone: ZoneInfo = ZONE) -> datetime | None:
    """The moment a rep names for a reminder, after `now`; nine o'clock where no hour is said."""
    found = _find(read(words), now.astimezone(zone))
    return None if found is None else found.at


def besides(words: str, now: datetime, *, zone: ZoneInfo = ZONE) -> str:
    """What was said beside the moment: of "mai 9h gọi chị Hoa" it is "gọi chị Hoa".

    "" where the moment is all; the words themselves where they name none.
    """
    text = read(words)
    found = _find(text, now.astimezone(zone))
    if found is None:
        return words.strip()
    kept, after = [], 0
    for first, last in sorted(found.spans):
        while first and text.tokens[first - 1].word in _LEADS_TO_IT:
            first -= 1
        start, end = text.tokens_span(first, last)
        kept.append(text.original[after:start].strip(_EDGES))
        after = max(after, end)
    kept.append(text.original[after:].strip(_EDGES))
    return _SPACES.sub(" ", " ".join(filter(None, kept)))


def _find(text: Text, now: datetime) -> _Found | None:
    soon = _soon(text, now)
    if soon is not None:
        return soon
    today = now.date()
    phrases = windows.read(text, today)
    dated = next((phrase for phrase in phrases if phrase.window is not None), None)
    clock, clock_span = _clock(text, phrases, dated)
    if dated is None or dated.window is None:
        return None if clock is None else _Found(_next_at(clock.time(), now), clock_span)
    spans = ((dated.first, dated.last), *clock_span)
    # Of what must be done by a day, one is reminded on that day.
    is_deadline = dated.kind is TimingKind.DEADLINE
    day = dated.window.latest if is_deadline else dated.window.earliest
    at = DEFAULT_TIME if clock is None else clock.time()
    named = datetime.combine(day or today, at, now.tzinfo)
    if named > now:
        return _Found(named, spans)
    # "hôm nay" or "tháng này" with no hour, said after nine: the next morning at the latest.
    latest = dated.window.latest
    if clock is None and (latest is None or latest > today):
        return _Found(datetime.combine(today + _A_DAY, at, now.tzinfo), spans)
    return None


def _clock(
    text: Text, phrases: tuple[TimePhrase, ...], dated: TimePhrase | None
) -> tuple[Clock | None, tuple[tuple[int, int], ...]]:
    """The hour that is said, and where, as far as that is not within the date."""
    if dated is not None and dated.clock is not None:
        return dated.clock, ()
    said = next((phrase for phrase in phrases if phrase.clock is not None), None)
    if said is not None:
        return said.clock, ((said.first, said.last),)
    if dated is not None:
        return None, ()
    for at in range(len(text.tokens)):
        clock = clock_at(text.tokens, at)
        if clock is not None:
            return clock, ((at, clock.after - 1),)
    return None, ()


def _next_at(at: time, now: datetime) -> datetime:
    """Today at that hour, or tomorrow if it has gone by."""
    today = datetime.combine(now.date(), at, now.tzinfo)
    return today if today > now else datetime.combine(now.date() + _A_DAY, at, now.tzinfo)


def _soon(text: Text, now: datetime) -> _Found | None:
    """30 phút nữa, 2 tiếng nữa, in 15 minutes."""
    tokens = text.tokens
    for at in range(len(tokens)):
        count = count_at(tokens, at)
        if count is None or count.after >= len(tokens):
            continue
        minutes = _SHORT_SPANS.get(tokens[count.after].word)
        if minutes is None:
            continue
        after = count.after + 1
        half = after < len(tokens) and tokens[after].word in ("rưỡi", "ruoi")
        after += half
        ahead = after < len(tokens) and tokens[after].word in _STILL_TO_PASS
        led = bool(at) and tokens[at - 1].word in _IN
        if ahead or (led and tokens[count.after].word != "h"):
            length = count.low * minutes + (_HALF_AN_HOUR if half or count.half else 0)
            span = (at - led, after - (not ahead))
            return _Found(now + timedelta(minutes=length), (span,))
    return None
