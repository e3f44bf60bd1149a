"""The time at which somebody wants to be called, in his own words: "3h chiều mai", "thứ 5"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers import hours
from handlers.business import Business
from handlers.prospect.dialogue import BOOKING, SUMMARY, SURVEY, Dialogue
from handlers.prospect.said import Act, Said
from scoring.lead import Slot, Timing
from scoring.understanding.text import fold, read
from scoring.understanding.times import windows
from scoring.understanding.times.moments import moment
from scoring.understanding.times.time_phrases import TimePhrase

LOOK_AHEAD = timedelta(days=14)  # the whole of next week is within reach
OFFER = "booking.offer"  # said once in a conversation
# Which hours a part of the day may mean, in the office.
_PARTS = {
    "morning": (time(6), time(11, 59)),
    "noon": (time(11), time(13, 59)),
    "afternoon": (time(12), time(18)),
    "evening": (time(17), time.max),
}
_WHOLE_DAY = (time.min, time.max)
_ANY_TIME = re.compile(r"\b(luc|khi|gio|hom) nao cung (duoc|dc|ok)\b|\bany ?time\b|\bwhenever\b")
_RATHER_NOT = re.compile(
    r"(da )?(thoi|khong|ko|k|khoi|no|not now|later|de sau)"
    r"( (can|can dau|dau|hen|hen dau|thanks|thank you|em|ban|a|nhe|cam on))*"
)
# "Another time for the call, please": whoever says so after a time was settled moves it.
_MOVES = re.compile(r"\b(doi|doi lai|chuyen|hoan|reschedule|move|change)\b")
_A_CALL = re.compile(r"\b(hen|lich|goi|cuoc goi|call|appointment|meeting)\b")
# What stands before the new time; its "sang" is no morning.
_MOVED_TO = re.compile(
    r"\b(doi|chuyen|hoan)( lai)?( (cuoc|goi|hen|lich|gio|tu van|cho|em|anh|chi|minh))*"
    r" (sang|qua|thanh|den|toi)\b"
)
# "hôm qua hẹn 9h": what was, and no wish.
_IS_OVER = re.compile(
    r"\b((hom|toi|sang|chieu) qua|hom (kia|truoc|bua)|(hoi|vua|luc) (nay|roi))\b"
    r"|\b(yesterday|last night)\b"
)
_BETWEEN_CLAUSES = re.compile(r"[,.;!?]+\s|\n")
_AN_HOUR_ALONE = 5  # words
# Whoever says one of these has more on his mind than the hour.
_ABOVE_ALL = frozenset({Act.STOP, Act.DELETE, Act.ABUSE, Act.SPAM, Act.COMPLAINT})


@dataclass(frozen=True, slots=True)
class TimeWanted:
    """From when till when; the same moment twice where an hour was named."""

    first: datetime
    last: datetime
    hour_alone: bool = False  # no day was named

    @property
    def numbers(self) -> tuple[int, ...]:
        """As a button would carry it: minutes since 1970, one of an hour, two of a stretch."""
        first, last = (int(one.timestamp()) // 60 for one in (self.first, self.last))
        return (first,) if first == last else (first, last)


def answering(said: Said, text: str, dialogue: Dialogue, business: Business, now: datetime) -> Said:
    """What was said, as an answer to "when may we call?" where that was asked."""
    if said.acts & _ABOVE_ALL:
        return said
    words = fold(text).strip(" .!?,")
    if dialogue.open == BOOKING and said.faq is None:
        if _ANY_TIME.search(words):
            return _settled(said, Act.ANY_TIME)
        if rather_not(words):
            return _settled(said, Act.LATER)
    moved = _MOVED_TO.match(words)
    wanted = time_wanted(words[moved.end() :] if moved else text, now, hours.zone_of(business))
    if wanted is None or not now - LOOK_AHEAD < wanted.first < now + LOOK_AHEAD:
        return said
    is_about_call = dialogue.open == BOOKING or _moves_the_call(words, dialogue, wanted)
    if not is_about_call or said.faq is not None:
        return said if _IS_OVER.search(words) else _call_told(said, wanted, business, now)
    settled = _settled(said, Act.BOOK)
    kinds = dict.fromkeys((*said.behaviours, "consult_booked"))
    return replace(
        settled,
        numbers=wanted.numbers,
        hour_alone=wanted.hour_alone,
        behaviours=tuple(kinds),
    )


def _call_told(said: Said, wanted: TimeWanted, business: Business, now: datetime) -> Said:
    """ "thứ 5 9h gọi tôi nhé", "sáng mai gọi anh": a call is asked for, and when."""
    day = hours.local_day(business, wanted.first)
    asks_for_it = not {"call_me", "consult_booked"}.isdisjoint(said.behaviours)
    if not asks_for_it or wanted.last <= now or hours.local_day(business, wanted.last) != day:
        return said
    said = replace(said, call_at=wanted.numbers, hour_alone=wanted.hour_alone)
    # The day of the call is not when the goods are wanted.
    facts = tuple(
        one
        for one in said.facts
        if not (isinstance(one.value, Timing) and one.value.earliest == one.value.latest == day)
    )
    return replace(said, facts=facts)


def rather_not(words: str) -> bool:
    """A no to what was offered, and nothing else."""
    return _RATHER_NOT.fullmatch(words) is not None


def _moves_the_call(words: str, dialogue: Dialogue, wanted: TimeWanted) -> bool:
    """Once a time was offered: "another time for the call", or a bare hour."""
    if not dialogue.is_over or OFFER not in dialogue.told:
        return False
    if _MOVES.search(words) and _A_CALL.search(words):
        return True
    names_an_hour = wanted.first == wanted.last and len(words.split()) <= _AN_HOUR_ALONE
    nothing_is_asked = dialogue.open == SUMMARY or (dialogue.open == SURVEY and dialogue.survey < 0)
    return names_an_hour and nothing_is_asked


def _settled(said: Said, act: Act) -> Said:
    """The words were about the call: no time of a purchase, no need, and nobody is fetched."""
    facts = tuple(one for one in said.facts if one.slot in (Slot.CONTACT, Slot.BUDGET))
    return replace(said, acts=frozenset({act}), facts=facts)


def time_wanted(text: str, now: datetime, zone: ZoneInfo) -> TimeWanted | None:
    """The hour that is named, or the day or part of it; None where no time is."""
    today = now.astimezone(zone).date()
    text = _day_and_hour(text, today)
    phrases = windows.read(read(text), today)
    at = moment(text, now, zone=zone)
    named = {one.clock.time() for one in phrases if one.clock and one.clock.hour is not None}
    dated = next((one for one in phrases if one.window is not None), None)
    if at is not None and (len(named) == 1 or dated is None):
        moment_named = at.astimezone(UTC).replace(second=0, microsecond=0)
        return TimeWanted(moment_named, moment_named, hour_alone=dated is None)
    if dated is None or dated.window is None or dated.window.earliest is None:
        return None
    first, last = (min(named), max(named)) if named else _part(dated)
    end = dated.window.latest or dated.window.earliest
    return TimeWanted(_at(dated.window.earliest, first, zone), _at(end, last, zone))


def _day_and_hour(text: str, today: date) -> str:
    """The one clause that names both, else all: "hôm nay đừng gọi, mai 9h gọi" means tomorrow."""
    clauses = _BETWEEN_CLAUSES.split(text)
    if len(clauses) < 2:
        return text
    both = [one for one in clauses if _names_both(one, today)]
    return both[0] if len(both) == 1 else text


def _names_both(clause: str, today: date) -> bool:
    phrases = windows.read(read(clause), today)
    has_hour = any(one.clock and one.clock.hour is not None for one in phrases)
    return has_hour and any(one.window is not None for one in phrases)


def _part(phrase: TimePhrase) -> tuple[time, time]:
    part = phrase.clock.day_part if phrase.clock is not None else None
    return _PARTS.get(part or "", _WHOLE_DAY)


def _at(day: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock, zone).astimezone(UTC)
