"""A rep's day: the next date, meetings, handing over, being away."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial

from handlers import buttons, hours, notices, wording
from handlers.buttons import Press
from handlers.channel import Button, Style, TextFile
from handlers.follow_up import appointments, reminders
from handlers.notices import Told
from handlers.posting import Draft
from handlers.prospect import booking
from handlers.prospect.replies import Voice, in_rows
from handlers.relay import alerts, audience, claiming, copies, escalation, passing_on, ties
from handlers.team.asking import Ask
from handlers.texts import Telling, say, telling
from scoring.lead import Lead, Stage
from scoring.lifecycle import may_move
from scoring.understanding.text import fold
from scoring.understanding.times.moments import moment
from storage.alerts import CLAIMED
from storage.follow_ups import FollowUp
from storage.team import Member, Role

NEXT, MEETING = "next", "meeting"
# Times that are offered for a meeting, on the next days the office works.
_TIMES = (time(9), time(10, 30), time(14), time(16))
_OFFERED = 6
_LOOK_AHEAD = 14  # days


# --- the next date ------------------------------------------------------------------------


def next_date(ask: Ask, lead: Lead) -> Draft:
    """/next: when to come back to this lead, in words; "mai 9h", "thứ 5 tuần sau", "sau Tết"."""
    if not ask.said:
        text = ask.say("day.when_next", lead=lead.id)
        return Draft(text, asks=(NEXT, lead.id))
    at = reminders.remind_in_words(
        ask.work, ask.business, lead.id, ask.member.id, ask.said, ask.now
    )
    if at is None:
        return Draft(ask.say("day.not_a_time"), asks=(NEXT, lead.id))
    return _set(ask, lead, at, NEXT)


def meeting(ask: Ask, lead: Lead) -> Draft:
    """📅: a list of times, or any other in words."""
    if ask.said:
        at = moment(ask.said, ask.now, zone=hours.zone_of(ask.business))
        if at is None:
            return Draft(ask.say("day.not_a_time"), asks=(MEETING, lead.id))
        return _meet(ask, lead, at)
    choices = [
        Button(
            _words(ask, at)(ask.language),
            buttons.data("meet_at", lead.id, int(at.timestamp()) // 60),
        )
        for at in _free_times(ask)
    ]
    text = ask.say("day.when_meet", lead=lead.id)
    return Draft(text, in_rows(choices), asks=(MEETING, lead.id))


def meet_at(ask: Ask, lead: Lead, press: Press) -> Draft:
    """A time of the list was tapped."""
    minutes = press.number(1) or 0
    at = datetime.fromtimestamp(minutes * 60, tz=hours.zone_of(ask.business))
    if at <= ask.now:
        return Draft(ask.say("question.stale"))
    return _meet(ask, lead, at)


def _meet(ask: Ask, lead: Lead, at: datetime) -> Draft:
    work = ask.work
    prospect = passing_on.chat_of(work, lead)
    booked = None
    if prospect is not None:
        ends_at = at + booking.LENGTH
        booked = work.appointments.book(
            lead.id, prospect.id, (ask.member.id,), at, ends_at, ask.now
        )
        if booked is None:
            return Draft(ask.say("day.taken"))
        appointments.plan(work, ask.business, booked, ask.now)
    key = f"{MEETING}:{lead.id}:{at.isoformat()}"
    ask.work.events.record(
        lead.id, MEETING, ask.now, key=key, staff_id=ask.member.id, detail=at.isoformat()
    )
    reminders.remind(ask.work, lead.id, ask.member.id, at, reminders.MEETING, ask.now)
    told = _set(ask, lead, at, MEETING)
    if booked is None:
        return told
    voice = Voice(ask.business, ask.language, "")
    text = booking.calendar(booked, ask.business, voice, ask.now)
    return replace(told, file=TextFile(f"hen-{lead.id}.ics", text))


def _set(ask: Ask, lead: Lead, at: datetime, kind: str) -> Draft:
    """It stands; a date far off is shown to the manager, for it may hide a lead."""
    ask.note(kind, lead.id, at.isoformat())
    ask.work.alerts.touched(lead.id, ask.now)
    if at - ask.now > ask.business.routing.far_appointment:
        text = telling("day.far", name=ask.member.name, lead=lead.id, time=_words(ask, at))
        audience.tell(ask.work, ask.abilities, audience.managers(ask.work), lead.id, text, ask.now)
    return Draft(ask.say(f"day.{kind}_set", lead=lead.id, time=_words(ask, at)(ask.language)))


def _words(ask: Ask, at: datetime) -> Telling:
    zone = hours.zone_of(ask.business)
    return lambda language: wording.moment(at, ask.now, zone, language)


def _free_times(ask: Ask) -> list[datetime]:
    """The next times in office hours at which this rep has nothing else."""
    today = hours.local_day(ask.business, ask.now)
    taken = {one.at for one in ask.work.agenda.ahead(ask.now, staff_id=ask.member.id)}
    until = ask.now + timedelta(days=_LOOK_AHEAD)
    booked = ask.work.appointments.taken(ask.now, until)
    taken |= {at for at, whose in booked if whose == ask.member.id}
    found: list[datetime] = []
    for ahead in range(_LOOK_AHEAD):
        for when in _TIMES:
            at = hours.at_time(ask.business, today + timedelta(days=ahead), when)
            if at > ask.now and hours.is_open(ask.business, at) and at not in taken:
                found.append(at)
    return found[:_OFFERED]


# --- another's hands ----------------------------------------------------------------------


def hand_over(ask: Ask, lead: Lead) -> Draft:
    """↪ or /assign ID NAME: to whom? A name that is told is looked for."""
    others = [one for one in ask.work.team.active() if one.id != lead.rep_id]
    named = [one for one in others if ask.rest and _is_called(one, ask.rest)]
    if len(named) == 1:
        return _give(ask, lead, named[0])
    choices = [
        Button(one.name[:24], buttons.data("give", lead.id, one.id)) for one in named or others
    ]
    if not choices:
        return Draft(ask.say("day.nobody"))
    return Draft(ask.say("day.to_whom", lead=lead.id), in_rows(choices))


def _is_called(member: Member, words: str) -> bool:
    return " ".join(fold(member.name).split()) == words


def give(ask: Ask, lead: Lead, press: Press) -> Draft:
    taker = ask.work.team.member(press.number(1) or 0)
    if taker is None or not ask.work.team.is_active(taker.id):
        return Draft(ask.say("question.stale"))
    return _give(ask, lead, taker)


def _give(ask: Ask, lead: Lead, taker: Member) -> Draft:
    """The lead, its card and its chat are another's from now; both hear of it."""
    if not may_move(lead.stage, Stage.LOST):
        return Draft(ask.say("alert.closed", lead=lead.id))
    work, now = ask.work, ask.now
    lead = ties.has_rep(work, lead, taker.id)
    notices.tell(work, Told.CLAIMED, lead, now)
    work.takeovers.hand_back(lead.id)
    work.events.record(lead.id, "handed_over", now, staff_id=taker.id, detail=taker.name)
    ask.note("handed_over", lead.id, f"staff:{taker.id}")
    claiming.hand_over(work, ask.business, ask.abilities, lead, taker, now)
    audience.tell(
        work,
        ask.abilities,
        audience.chats_of(work, taker.id),
        lead.id,
        partial(_handed, ask, lead, reminders.of_staff(work, lead.id, taker.id)),
        now,
    )
    return Draft(ask.say("day.given", lead=lead.id, name=taker.name))


def _handed(ask: Ask, lead: Lead, waiting: tuple[FollowUp, ...], language: str) -> str:
    """What the taker is told: whose lead it was, and what he will be reminded of about it."""
    lines = [say("day.given_to_you", language, name=ask.member.name, lead=lead.id)]
    for step in waiting:
        time = _words(ask, step.due_at)(language)
        note = reminders.note_words(step.note, language)
        lines.append(say("day.given_reminder", language, time=time, note=note).rstrip(" :"))
    return "\n".join(lines)


def take_back(ask: Ask, press: Press) -> Draft:
    """A manager gives a lead that nobody touched to the others, by the tap he was offered."""
    alert = ask.work.alerts.get(press.number(0) or 0)
    if not ask.member.manages:
        ask.note("refused", alert.lead_id if alert is not None else None)
        return Draft(ask.say("staff.not_yours"))
    if alert is None or alert.state != CLAIMED:
        return Draft(ask.say("question.stale"))
    if alert.touched_at is not None:
        return Draft(ask.say("alert.touched_meanwhile", lead=alert.lead_id))
    escalation.recall(ask.work, ask.business, ask.abilities, alert, ask.who, ask.now)
    return Draft(ask.say("alert.taken_back", lead=alert.lead_id))


# --- away ---------------------------------------------------------------------------------


def off(ask: Ask) -> Draft:
    """/off, "nghỉ tới 14h": out of rotation until then, else until the next working day."""
    zone = hours.zone_of(ask.business)
    until = moment(ask.said, ask.now, zone=zone) if ask.said else None
    if ask.said and until is None:
        return Draft(ask.say("day.not_a_time"))
    if until is None:
        tomorrow = hours.local_day(ask.business, ask.now) + timedelta(days=1)
        midnight = hours.at_time(ask.business, tomorrow, time(0))
        until = hours.next_opening(ask.business, midnight)
    ask.work.team.away(ask.member.id, until)
    ask.note("off", detail=until.isoformat())
    in_hand = len(ask.work.alerts.claimed_by(ask.member.id))
    left = ask.say("day.still_yours", count=in_hand) if in_hand else ""
    return Draft(f"{ask.say('day.off', time=_words(ask, until)(ask.language))} {left}".strip())


def on(ask: Ask) -> Draft:
    ask.work.team.away(ask.member.id, None)
    ask.note("on")
    return Draft(ask.say("day.on"))


# --- the team -----------------------------------------------------------------------------


def team(ask: Ask) -> Draft:
    """/team: who is on the staff, and for managers a button to take somebody off it."""
    lines = [ask.say("day.team")]
    choices: list[Button] = []
    for one in ask.work.team.active():
        role = ask.say(f"role.{one.role}")
        count = len(ask.work.alerts.claimed_by(one.id))
        away = ask.say("day.is_away") if one.is_away(ask.now) else ""
        lines.append(
            ask.say("day.member", name=one.name, role=role, count=count, away=away).strip()
        )
        if may_remove(ask.member, one):
            label = ask.say("day.remove", name=one.name)[:24]
            choices.append(Button(label, buttons.data("remove", one.id)))
    return Draft("\n".join(lines), in_rows(choices))


def may_remove(member: Member, other: Member) -> bool:
    """The owner anybody but himself, a manager the reps."""
    if member.id == other.id or other.role is Role.OWNER:
        return False
    return member.role is Role.OWNER or (member.manages and other.role is Role.REP)


def ask_to_remove(ask: Ask, press: Press) -> Draft:
    """It cannot be undone: a second tap is asked for, which says what happens."""
    other = ask.work.team.member(press.number(0) or 0)
    if other is None or not may_remove(ask.member, other):
        return remove(ask, press)  # says why not
    count = len(ask.work.alerts.claimed_by(other.id))
    yes = Button(ask.say("day.remove_now"), buttons.data("remove_now", other.id), Style.BAD)
    return Draft(ask.say("day.remove_sure", name=other.name, count=count), ((yes,),))


def remove(ask: Ask, press: Press) -> Draft:
    """Off the staff at once: his open leads are offered to the others, his cards are shut."""
    other = ask.work.team.member(press.number(0) or 0)
    if other is None or not ask.work.team.is_active(other.id):
        return Draft(ask.say("question.stale"))
    if not may_remove(ask.member, other):
        ask.note("refused", detail=f"remove staff:{other.id}")
        role = ask.say(f"role.{Role.MANAGER}")
        return Draft(ask.say("staff.refused", role=role))
    work, now = ask.work, ask.now
    his_chats = audience.chats_of(work, other.id)
    work.team.remove(other.id)
    ask.note("removed", detail=f"staff:{other.id}")
    open_cards = work.alerts.claimed_by(other.id)
    for alert in open_cards:
        lead = work.leads.get(alert.lead_id)
        if lead is None or not work.alerts.let_go(alert.id, other.id, now):
            continue
        work.takeovers.hand_back(lead.id)
        line = telling("alert.state_left", name=other.name)
        copies.refresh(work, ask.abilities, alert.id, now, line)
        alerts.offer_again(work, ask.business, ask.abilities, lead, alert.reason, now)
    work.leads.free_of(other.id)
    copies.shut(work, ask.abilities, his_chats, now)
    return Draft(ask.say("day.removed", name=other.name, count=len(open_cards)))
