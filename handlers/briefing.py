"""The day's agenda at eight and what is left at half past five, for each of the staff."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import partial

from handlers import hours
from handlers.business import Business
from handlers.channel import Abilities
from handlers.marking import name as shown_name
from handlers.posting import Draft, post
from handlers.relay import audience
from handlers.team import persona
from handlers.texts import say, telling
from storage.agenda import Entry
from storage.outbox import Urgency
from storage.store import Work
from storage.team import Account, Role

MORNING, EVENING = "morning", "evening"
_TIMES = {MORNING: time(8), EVENING: time(17, 30)}
# Later than this it is no agenda any more: the program was not running.
_STILL_FRESH = timedelta(minutes=30)
# A reminder that rang and was followed by nothing climbs to the manager after so long.
PATIENCE = timedelta(hours=2)
_REMEMBERED = timedelta(days=3)
_MOST_LINES = 8
_DONE = "briefed"  # head of the setting that says which briefing a member was sent last
OVERDUE = "overdue"


def due_briefing(business: Business, now: datetime) -> str:
    """The briefing whose time it is, by its name and day; "" while it is none's."""
    day = hours.local_day(business, now)
    if hours.is_free(business, day):
        return ""
    for part, at in _TIMES.items():
        begins = hours.at_time(business, day, at)
        if begins <= now < begins + _STILL_FRESH:
            return f"{part}:{day.isoformat()}"
    return ""


def brief(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    due: str,
    staff_id: int,
    now: datetime,
) -> None:
    """Send one of the staff his own, once; whoever is away or has nothing before him hears nothing.

    Of him alone, in a transaction of his own: who has had it is known whatever happens to others.
    """
    part, _, day = due.partition(":")
    done = f"{_DONE}:{part}:{staff_id}"
    if work.settings.get(done) == day:
        return
    work.settings.put(done, day)
    for account in work.team.accounts(*Role):
        if account.member.id != staff_id or account.member.is_away(now):
            continue
        lines = (_morning if part == MORNING else _evening)(work, business, account, now)
        if lines:
            _send(work, abilities, account, part, date.fromisoformat(day), lines, now)


def _send(
    work: Work,
    abilities: Mapping[str, Abilities],
    account: Account,
    part: str,
    day: date,
    lines: list[str],
    now: datetime,
) -> None:
    title = say(f"briefing.{part}", account.member.language, name=account.member.name)
    post(
        work,
        account.channel,
        account.chat_id,
        [Draft("\n".join((title, *lines)))],
        abilities[account.channel],
        now,
        urgency=Urgency.ALERT,
        key=f"{_DONE}:{part}:{day}:{account.channel}:{account.chat_id}"[:128],
    )


def _morning(work: Work, business: Business, account: Account, now: datetime) -> list[str]:
    """What is overdue, what comes today, what is nobody's; for managers what is set far off."""
    member, language = account.member, account.member.language
    whose = None if member.manages else member.id
    today = hours.local_day(business, now)
    end = hours.at_time(business, today + timedelta(days=1), time(0))
    lines = _part(business, "overdue", work.agenda.undone(now - _REMEMBERED, now, whose), language)
    lines += _part(business, "today", work.agenda.ahead(now, end, whose), language)
    unclaimed = work.agenda.unclaimed()
    if unclaimed:
        lines.append(say("briefing.unclaimed", language, count=unclaimed))
    if member.manages:
        far = work.agenda.ahead(now + business.routing.far_appointment)
        lines += _part(business, "far", far, language)
        lines += filter(None, (persona.hint(work, business, now, language),))
    else:
        before = hours.at_time(business, today - timedelta(days=1), time(0))
        lines += _done(work, "yesterday", member.id, before, before + timedelta(days=1), language)
    return lines


def _evening(work: Work, business: Business, account: Account, now: datetime) -> list[str]:
    member, language = account.member, account.member.language
    today = hours.at_time(business, hours.local_day(business, now), time(0))
    if member.manages:
        undone = work.agenda.undone(now - _REMEMBERED, now)
        return _part(business, "overdue", undone, language)
    lines = _done(work, "done", member.id, today, now, language)
    undone = work.agenda.undone(now - _REMEMBERED, now, member.id)
    lines += _part(business, "overdue", undone, language)
    left = work.agenda.in_hand(member.id)
    if left:
        lines.append(say("briefing.left", language, count=left))
    return lines


def _done(
    work: Work, key: str, staff_id: int, start: datetime, end: datetime, language: str
) -> list[str]:
    did = work.agenda.did(staff_id, start, end)
    if not did:
        return []
    counts = {kind: did.get(kind, 0) for kind in ("claimed", "called", "won", "lost")}
    return [say(f"briefing.{key}", language, **counts)]


def _part(business: Business, key: str, entries: tuple[Entry, ...], language: str) -> list[str]:
    if not entries:
        return []
    title = say(f"briefing.{key}", language, count=len(entries))
    return [title, *(_line(business, one, language) for one in entries[:_MOST_LINES])]


def _line(business: Business, entry: Entry, language: str) -> str:
    local = entry.at.astimezone(hours.zone_of(business))
    called = shown_name(entry.name) or say("staff.anonymous", language)
    time_ = f"{local.hour}:{local:%M} {local.day}/{local.month}"
    return say("briefing.line", language, lead=entry.lead_id, name=called, time=time_)


def escalate(
    work: Work, business: Business, abilities: Mapping[str, Abilities], now: datetime
) -> None:
    """Reminders that rang hours ago and were followed by nothing climb to the manager, once."""
    since = now - _REMEMBERED
    for entry in work.agenda.undone(since, now - PATIENCE):
        if hours.worked(business, entry.at, now) < PATIENCE:
            continue
        key = f"{OVERDUE}:{entry.id}"
        if not work.events.record(
            entry.lead_id, OVERDUE, now, key=key, staff_id=entry.staff_id, detail=entry.note
        ):
            continue
        rep = work.team.member(entry.staff_id)
        text = telling(
            "briefing.climbed",
            rep=rep.name if rep is not None else "",
            line=partial(_line, business, entry),
        )
        work.team.note(
            "clock", OVERDUE, now, lead_id=entry.lead_id, detail=f"staff:{entry.staff_id}"
        )
        audience.tell(work, abilities, audience.managers(work), entry.lead_id, text, now)
