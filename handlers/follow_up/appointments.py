"""A prospect is reminded of an appointment: the day before, and an hour before."""

from __future__ import annotations

from datetime import datetime, timedelta

from handlers import buttons, hours, wording
from handlers.business import Business
from handlers.channel import Button
from handlers.follow_up.case import Proposal
from handlers.posting import Draft
from handlers.prospect import replies
from handlers.prospect.dialogue import Dialogue
from handlers.prospect.replies import Voice
from scoring.lead import Stage
from storage.appointments import Appointment
from storage.follow_ups import APPOINTMENT, FollowUp
from storage.leads import Prospect
from storage.store import Work

_DAY_BEFORE, _HOUR_BEFORE = timedelta(days=1), timedelta(hours=1)
# Who booked so short before a reminder needs none.
_JUST_BOOKED = timedelta(hours=3)
# So short before the appointment a reminder, the first and the second, comes too late.
_TOO_LATE = (timedelta(hours=2), timedelta(minutes=10))
GONE = "appointment_gone"


def plan(work: Work, business: Business, booked: Appointment, now: datetime) -> None:
    """Both reminders, where there is still time for them and it is not night."""
    prospect = work.leads.prospect(booked.prospect_id)
    for step, before in enumerate((_DAY_BEFORE, _HOUR_BEFORE), start=1):
        at = booked.starts_at - before
        short = min(before / 2, _JUST_BOOKED)
        if at - now < short or hours.is_quiet(business, at):
            continue
        work.follow_ups.plan(
            booked.lead_id,
            prospect,
            APPOINTMENT,
            step,
            at,
            now,
            key=f"{APPOINTMENT}:{booked.id}:{step}",
            consent_id=None,
            note=str(booked.id),
            outlives_reply=True,
        )


def proposal(work: Work, step: FollowUp, prospect: Prospect) -> Proposal:
    """Part of the running conversation, whoever else works the lead meanwhile."""
    booked = _of(work, step)
    return Proposal(
        step.lead_id,
        prospect,
        APPOINTMENT,
        step.created_at,
        in_conversation=True,
        outlives_reply=True,
        beside_rep=True,
        stages=frozenset(Stage),
        idle="" if booked is not None else GONE,
        expires_at=booked.starts_at - _TOO_LATE[step.step - 1] if booked is not None else None,
    )


def message(
    work: Work,
    business: Business,
    step: FollowUp,
    prospect: Prospect,
    dialogue: Dialogue,
    now: datetime,
) -> tuple[Draft, Dialogue] | None:
    """When, and with whom; another time is one tap away."""
    booked = _of(work, step)
    if booked is None:
        return None
    voice = Voice(business, replies.language_of(prospect, business), dialogue.you)
    rep = work.team.member(booked.staff_id) if booked.staff_id else None
    text = voice.say(
        "appointment.text",
        time=wording.moment(booked.starts_at, now, hours.zone_of(business), voice.language),
        who=rep.name if rep is not None else voice.say("booking.somebody"),
    )
    move = Button(voice.say("appointment.move"), buttons.data("rebook"))
    human = Button(voice.say("card.human"), buttons.data("human"))
    return Draft(voice.polish(text), ((move, human),)), dialogue


def _of(work: Work, step: FollowUp) -> Appointment | None:
    return work.appointments.standing(int(step.note)) if step.note.isdigit() else None
