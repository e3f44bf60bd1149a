"""Times of day: 9h, 14h30, 3 giờ chiều, 9:15, 3pm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from functools import cache

from scoring.understanding.text import Kind, Token, fold
from scoring.understanding.times import timing_words as words


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as said: the hour, the part of the day, or both."""

    hour: int | None
    minute: int
    day_part: str | None
    after: int  # the token behind it

    def time(self) -> time:
        hour = self.hour
        if hour is None:
            return DAY_PART_TIMES.get(self.day_part or "", DEFAULT_TIME)
        if self.day_part in _AFTER_NOON and hour < _NOON:
            return time(hour + _NOON, self.minute)
        if self.day_part == "noon" and hour < _EARLY:
            return time(hour + _NOON, self.minute)
        if self.day_part is None and hour in _LIKELY_AFTERNOON:
            return time(hour + _NOON, self.minute)
        return time(hour, self.minute)


DEFAULT_TIME = time(9)
DAY_PART_TIMES = {
    "morning": DEFAULT_TIME,
    "noon": time(12),
    "afternoon": time(14),
    "evening": time(19),
}
_AFTER_NOON = frozenset(("afternoon", "evening"))
_NOON = 12
_EARLY = 6
_MIDNIGHT = 24
_HALF_AN_HOUR = 30
# Nobody is called at "3h" in the night: said alone, these hours are of the afternoon.
_LIKELY_AFTERNOON = range(1, 6)
_HOUR_WORDS = frozenset(("h", "g", "giờ", "gio", "hours"))
_MERIDIEMS = {"am": "morning", "sa": "morning", "pm": "afternoon", "ch": "afternoon"}
_OPENERS = frozenset(("lúc", "luc", "vào", "vao", "at", "tầm", "tam", "khoảng", "khoang", "hồi"))


def clock_at(tokens: Sequence[Token], at: int) -> Clock | None:
    """A time of day that starts at this token: 3h chiều, chiều 3h, 14:30, sáng."""
    token = tokens[at] if at < len(tokens) else None
    if token is None or not (token.kind is Kind.NUMBER or token.folded in _starts()):
        return None
    start = at
    while start < len(tokens) and tokens[start].word in _OPENERS:
        start += 1
    if start == len(tokens):
        return None
    part = words.DAY_PARTS.at(tokens, start)
    if part is None:
        hour = _hour_at(tokens, start)
        return hour and _with_day_part(tokens, hour)
    hour = _hour_at(tokens, part.last + 1)
    if hour is None and tokens[at].word in _OPENERS:
        return None
    if hour is None:
        return Clock(None, 0, part.label, part.last + 1)
    return Clock(hour.hour, hour.minute, hour.day_part or part.label, hour.after)


@cache
def _starts() -> frozenset[str]:
    """What a time of day may start with, but for a number."""
    return words.DAY_PARTS.first_words | {fold(word) for word in _OPENERS}


def _with_day_part(tokens: Sequence[Token], hour: Clock) -> Clock:
    if hour.day_part is not None or hour.after >= len(tokens):
        return hour
    part = words.DAY_PARTS.at(tokens, hour.after)
    if part is None:
        return hour
    return Clock(hour.hour, hour.minute, part.label, part.last + 1)


def _hour_at(tokens: Sequence[Token], at: int) -> Clock | None:
    if at < len(tokens) and tokens[at].word in _OPENERS:
        at += 1
    if at + 1 >= len(tokens) or tokens[at].kind is not Kind.NUMBER:
        return None
    hour = _bounded(tokens[at], _MIDNIGHT - 1)
    if hour is None:
        return None
    sign = tokens[at + 1]
    if sign.word in _MERIDIEMS and (sign.glued or sign.word in ("am", "pm")):
        return Clock(hour, 0, _MERIDIEMS[sign.word], at + 2)
    if sign.word in (":", "."):
        return _with_minutes(tokens, hour, at + 2) if sign.glued else None
    if sign.word not in _HOUR_WORDS or (sign.word in ("h", "g") and not sign.glued):
        return None
    after = at + 2
    if after < len(tokens) and words.A_HALF_MORE.at(tokens, after) is not None:
        return Clock(hour, _HALF_AN_HOUR, None, after + 1)
    if after < len(tokens) and (tokens[after].glued or sign.word in ("giờ", "gio")):
        minutes = _with_minutes(tokens, hour, after)
        if minutes is not None:
            return minutes
    return Clock(hour, 0, None, after)


def _with_minutes(tokens: Sequence[Token], hour: int, at: int) -> Clock | None:
    if at >= len(tokens) or tokens[at].kind is not Kind.NUMBER:
        return None
    minute = _bounded(tokens[at], 59)
    if minute is None:
        return None
    after = at + 1
    if after < len(tokens) and tokens[after].word in ("phút", "phut", "p", "ph"):
        after += 1
    elif len(tokens[at].word) != 2:
        return None
    if after < len(tokens) and tokens[after].word in _MERIDIEMS:
        return Clock(hour, minute, _MERIDIEMS[tokens[after].word], after + 1)
    return Clock(hour, minute, None, after)


def _bounded(token: Token, highest: int) -> int | None:
    if len(token.word) > 2 or not token.word.isdigit() or int(token.word) > highest:
        return None
    return int(token.word)
