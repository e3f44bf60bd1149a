"""Reminders for reps: set for a moment, rung then in their own chat, put off by a tap."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime, time, timedelta

from handlers import buttons, hours
from handlers.business import Business
from handlers.channel import Abilities, Button, Style
from handlers.posting import Draft, Rows, post
from handlers.texts import Telling, knows, say, telling
from scoring.lead import Lead
from scoring.understanding.times.moments import besides, moment
from storage.follow_ups import CANCELLED, DUE, REFUSED, REMINDER, SENT, FollowUp
from storage.outbox import Urgency
from storage.store import Work
from storage.team import Role

# A reminder's note is what the rep wrote himself, or one of these.
MEETING, CALL = "meeting", "booked_call"
TASK = "task:"  # head of the note of a task that the gate handed to a rep; its reason follows
_SNOOZES = {"15m": timedelta(minutes=15), "1h": timedelta(hours=1)}
_TOMORROW_AT = time(9)
# A rep who cannot be reached now is tried again so much later.
_AGAIN = timedelta(minutes=10)
UNREACHABLE = "rep_unreachable"


def remind(
    work: Work,
    lead_id: int,
    staff_id: int,
    at: datetime,
    note: str,
    now: datetime,
    *,
    key: str = "",
) -> bool:
    """Remind one of the staff of a lead at `at`, with his own words. False: it stands already."""
    words = hashlib.sha256(note.encode()).hexdigest()[:12]
    return work.follow_ups.plan(
        lead_id,
        None,
        REMINDER,
        1,
        at,
        now,
        key=key or f"r:{lead_id}:{staff_id}:{at.isoformat()}:{words}",
        consent_id=None,
        staff_id=staff_id,
        note=note,
    )


def remind_in_words(
    work: Work,
    business: Business,
    lead_id: int,
    staff_id: int,
    words: str,
    now: datetime,
) -> datetime | None:
    """The same for a moment told in words ("mai 9h", "sau Tết"); None where there is none in them.

    Of one lead a rep has one next date: a new one takes the place of the one that waits. What
    he said beside the moment is what he is reminded of.
    """
    zone = hours.zone_of(business)
    at = moment(words, now, zone=zone)
    if at is None:
        return None
    for waiting in of_staff(work, lead_id, staff_id):
        work.follow_ups.settle(waiting.id, CANCELLED, "replaced", now)
    remind(work, lead_id, staff_id, at, besides(words, now, zone=zone), now)
    return at


def of_staff(work: Work, lead_id: int, staff_id: int) -> tuple[FollowUp, ...]:
    """What a rep will be reminded of about a lead."""
    return tuple(
        step
        for step in work.follow_ups.of_lead(lead_id)
        if step.staff_id == staff_id and step.state == DUE
    )


def follow_lead(work: Work, lead_id: int, before: int | None, taker_id: int) -> None:
    """What waits about a lead goes with it to the rep who takes it; managers keep their own."""
    for step in work.follow_ups.of_lead(lead_id):
        if step.staff_id in (None, taker_id) or step.state != DUE:
            continue
        owner = work.team.member(step.staff_id)
        if step.staff_id == before or owner is None or not owner.manages:
            work.follow_ups.give_to(step.id, taker_id)


def ring(
    work: Work,
    abilities: Mapping[str, Abilities],
    business: Business,
    step: FollowUp,
    now: datetime,
) -> None:
    """The moment has come: into the rep's chat. It waits while none of his chats can be reached."""
    lead = work.leads.get(step.lead_id)
    staff_id = None if lead is None else _whose(work, lead, step)
    if lead is None or staff_id is None:
        work.follow_ups.settle(step.id, REFUSED, "rep_gone", now)
        return
    if step.note.startswith(TASK) and not hours.is_open(business, now):
        opening = hours.next_opening(business, now)
        work.follow_ups.move(step.id, opening, "office_closed")
        return
    accounts = (one for one in work.team.accounts(*Role) if one.member.id == staff_id)
    chats = [one for one in accounts if abilities[one.channel].is_connected]
    if not chats:
        work.follow_ups.move(step.id, now + _AGAIN, UNREACHABLE)
        return
    row = 0
    for chat in chats:
        row = post(
            work,
            chat.channel,
            chat.chat_id,
            [_ringing(lead, step, chat.member.language)],
            abilities[chat.channel],
            now,
            urgency=Urgency.ALERT,
            lead_id=lead.id,
        )
    work.follow_ups.give_to(step.id, staff_id)
    work.follow_ups.settle(step.id, SENT, "", now, outbox_id=row)
    work.events.record(lead.id, "reminded", now, staff_id=staff_id, detail=step.note)


def _whose(work: Work, lead: Lead, step: FollowUp) -> int | None:
    """Who is reminded: of a rep who has left, whoever has his lead now, else a manager."""
    managers = work.team.accounts(Role.MANAGER) or work.team.accounts(Role.OWNER)
    heirs = (step.staff_id, lead.rep_id, *(one.member.id for one in managers))
    return next((one for one in heirs if one is not None and work.team.is_active(one)), None)


def _ringing(lead: Lead, step: FollowUp, language: str) -> Draft:
    name = lead.name or say("staff.anonymous", language)
    note = note_words(step.note, language)
    text = say("reminder.text", language, lead=lead.id, name=name, note=note)
    return Draft(text.rstrip(" :"), _buttons(step, language))


def snooze(
    work: Work, business: Business, step_id: int, staff_id: int, span: str, now: datetime
) -> Telling:
    """A reminder is put off by a tap: 15m, 1h, or tomorrow at nine. Answers what is said."""
    step = work.follow_ups.get(step_id)
    if step is None or step.staff_id != staff_id:
        return telling("staff.not_yours")
    if span == "done":
        return telling("reminder.closed")
    at = _later(business, span, now)
    if at is None:
        return telling("question.stale")
    remind(
        work, step.lead_id, staff_id, at, step.note, now, key=f"{step.id}:again:{at.isoformat()}"
    )
    local = at.astimezone(hours.zone_of(business))
    return telling("reminder.snoozed", time=f"{local:%H:%M %d/%m}")


def _later(business: Business, span: str, now: datetime) -> datetime | None:
    if span in _SNOOZES:
        return now + _SNOOZES[span]
    if span == "tomorrow":
        day = hours.local_day(business, now) + timedelta(days=1)
        return hours.at_time(business, day, _TOMORROW_AT)
    return None


def note_words(note: str, language: str) -> str:
    """The rep's own words; of a task, why the machine could not do it itself."""
    if note in (MEETING, CALL):
        return say(f"day.{note}", language)
    reason = note.removeprefix(TASK)
    if reason != note and knows(f"gate.{reason}", language):
        return say("reminder.task", language, reason=say(f"gate.{reason}", language))
    return reason


def _buttons(step: FollowUp, language: str) -> Rows:
    def button(key: str, style: Style = Style.PLAIN) -> Button:
        return Button(say(f"reminder.{key}", language), buttons.data("snooze", step.id, key), style)

    return ((button("done", Style.GOOD),), (button("15m"), button("1h"), button("tomorrow")))
