"""Numbers that come by themselves: at their time, on working days, each once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time

from handlers import hours
from handlers.business import Business
from handlers.channel import Abilities
from handlers.numbers import reports
from handlers.numbers.asked import Asked, UnknownRepError, View, asked_in
from handlers.numbers.counted import Counted
from handlers.numbers.periods import PeriodError, period_named
from handlers.numbers.rhythm import Often, Rhythm, is_news, next_time, period_before
from handlers.posting import Draft, post
from handlers.texts import say
from storage.schedules import Schedule
from storage.store import Work
from storage.team import Member


def rhythm_of(wanted: Schedule) -> Rhythm:
    return Rhythm(Often(wanted.often), wanted.day, time.fromisoformat(wanted.at))


def asked_for(
    work: Work, business: Business, rhythm: Rhythm, view: View, words: str, at: datetime
) -> Asked:
    """What is to be told at this time. Raises PeriodError and UnknownRepError."""
    asked = asked_in(work, business, view, words, at)
    day = hours.local_day(business, at)
    if period_named(words, day) is not None:
        return asked
    return replace(asked, period=period_before(business, rhythm, day))


def written(work: Work, business: Business, wanted: Schedule, now: datetime) -> Draft | None:
    """The answer, read beside the writer; None where there is none to send."""
    member = _reader(work, wanted)
    rhythm = rhythm_of(wanted)
    if (
        member is None
        or member.is_away(now)
        or hours.is_free(business, hours.local_day(business, now))
        or not is_news(business, rhythm, wanted.due_at, now)
    ):
        return None
    try:
        asked = asked_for(work, business, rhythm, View(wanted.view), wanted.words, wanted.due_at)
    except (PeriodError, UnknownRepError):  # he has left the team
        return Draft(say("schedule.no_answer", member.language))
    return reports.shown(Counted(work, business, asked, now), member.language)


def send(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    wanted: Schedule,
    draft: Draft | None,
    now: datetime,
) -> None:
    """Put it into the outbox and look ahead to the next time, in one transaction.

    An answer to a question he asked: one that may have arrived is held, and not sent twice.
    """
    if _reader(work, wanted) is None:
        work.schedules.drop(wanted.staff_id, wanted.id)
        return
    following = next_time(business, rhythm_of(wanted), now)
    if not work.schedules.move(wanted, following) or draft is None:
        return
    key = f"schedule:{wanted.id}:{wanted.due_at.isoformat()}"
    post(work, wanted.channel, wanted.chat_id, [draft], abilities[wanted.channel], now, key=key)


def _reader(work: Work, wanted: Schedule) -> Member | None:
    """Who wanted it, while he still manages and this is still his chat."""
    member = work.team.member_in(wanted.channel, wanted.chat_id)
    if member is None or member.id != wanted.staff_id or not member.manages:
        return None
    return member
