"""A lead goes through a sequence step by step: what is planned, and what the gate is asked."""

from __future__ import annotations

import hashlib
from datetime import datetime
from functools import lru_cache

from handlers.business import Business
from handlers.business_file.sequences import Sequence, Step
from handlers.follow_up.case import Proposal
from handlers.follow_up.step_times import step_time
from handlers.prospect import promotion
from scoring.lead import Lead, Stage, Temperature
from storage.conversations import MARKETING
from storage.enrolments import Enrolment
from storage.follow_ups import ENDED, FollowUp
from storage.leads import Prospect
from storage.store import Work

FINISHED = "finished"
GOAL = "goal_reached"
_GOAL_EVENTS = ("consult_booked", "checkout_started", "call_me")
_WARMER = {
    "warm": (Temperature.WARM, Temperature.HOT),
    "hot": (Temperature.HOT,),
}


def chat_for(
    work: Work, sequence: Sequence, place: int, prospect: Prospect
) -> tuple[Prospect, int] | None:
    """The chat a step goes to, with the consent that stands there; None where none does.

    The first of the channels the step prefers on which the lead can be reached, else `prospect`.
    """
    wanted = sequence.steps[place].on
    others = work.leads.prospects_of(prospect.lead_id) if wanted else ()
    preferred = (
        one
        for channel in wanted
        for one in others
        if one.channel == channel and one.reachable and one.opted_out_at is None
    )
    for chat in (*preferred, prospect):
        consent_id = work.conversations.agreed(chat.id, sequence.purpose)
        if consent_id is not None:
            return chat, consent_id
    return None


def plan_step(
    work: Work,
    sequence: Sequence,
    place: int,
    enrolment_id: int,
    lead_id: int,
    prospect: Prospect,
    consent_id: int,
    due_at: datetime,
    now: datetime,
) -> None:
    """One step of a sequence, for the chat and the consent that `chat_for` found."""
    work.follow_ups.plan(
        lead_id,
        prospect,
        sequence.id,
        place + 1,
        due_at,
        now,
        key=f"f:{lead_id}:{sequence.id}:{place + 1}:{enrolment_id}",
        consent_id=consent_id,
        enrolment_id=enrolment_id,
        outlives_reply="reply" not in sequence.exit,
    )


def plan_next(
    work: Work, business: Business, step: FollowUp, prospect: Prospect, now: datetime
) -> None:
    """A step went, or was left out: the next one is planned, or the sequence has run its course."""
    enrolment = work.enrolments.get(step.enrolment_id or 0)
    if enrolment is None or enrolment.state == ENDED:
        return
    sequence = definition(enrolment)
    last = step.step >= len(sequence.steps)
    found = None if last else chat_for(work, sequence, step.step, prospect)
    if found is None:
        work.enrolments.end(enrolment.id, FINISHED, now)
        return
    due_at = step_time(business, sequence, step.step, step.lead_id, now)
    plan_step(work, sequence, step.step, enrolment.id, step.lead_id, *found, due_at, now)


def definition(enrolment: Enrolment) -> Sequence:
    """The sequence as it stood when the lead came in: whoever runs finishes on his version."""
    return _read(enrolment.definition)


@lru_cache(maxsize=256)
def _read(definition: str) -> Sequence:
    """Asked several times for each step, and the same for a thousand leads."""
    return Sequence.model_validate_json(definition)


def proposal(work: Work, business: Business, step: FollowUp, prospect: Prospect) -> Proposal | None:
    """What the gate is asked about a step; None where the sequence is gone."""
    enrolment = work.enrolments.get(step.enrolment_id or 0)
    # The last step finishes its sequence and may still be waiting to leave.
    if enrolment is None or (enrolment.state == ENDED and enrolment.reason != FINISHED):
        return None
    sequence = definition(enrolment)
    planned = sequence.steps[step.step - 1]
    exits = sequence.exit
    lead = work.leads.get(step.lead_id)
    reached = lead is not None and has_reached_goal(work, enrolment, lead)
    return Proposal(
        step.lead_id,
        prospect,
        sequence.id,
        enrolment.enrolled_at,
        purpose=sequence.purpose,
        outlives_reply="reply" not in exits,
        beside_rep="rep" not in exits,
        stages=_stages(sequence),
        temperatures=_temperatures(sequence),
        window=planned.window,
        content=_content(sequence, planned),
        over=GOAL if reached else "",
        idle=_nothing_to_ask(work, business, planned, prospect),
        expires_at=None if planned.lasts is None else step.created_at + planned.lasts,
    )


def _nothing_to_ask(work: Work, business: Business, step: Step, prospect: Prospect) -> str:
    asks = step.asks == MARKETING
    return "asked_before" if asks and not promotion.may_ask(work, business, prospect) else ""


def _stages(sequence: Sequence) -> frozenset[Stage] | None:
    if sequence.enrol.stage:
        return frozenset(sequence.enrol.stage)
    return {
        "won": frozenset({Stage.CUSTOMER}),
        "lost": frozenset({Stage.LOST}),
        "birthday": frozenset(set(Stage) - {Stage.LOST, Stage.DISQUALIFIED}),
    }.get(sequence.enrol.event)


def _temperatures(sequence: Sequence) -> frozenset[Temperature] | None:
    wanted = sequence.enrol.temperature
    return frozenset(wanted) if wanted and "temperature" in sequence.exit else None


def _content(sequence: Sequence, step: Step) -> str:
    """Tells a step's words again, in whatever version they are told."""
    words = f"{step.say.vi}|{step.say.en}"
    return hashlib.sha256(f"{sequence.id}|{words}".encode()).hexdigest()[:32]


def has_reached_goal(work: Work, enrolment: Enrolment, lead: Lead) -> bool:
    """Whether what the sequence is for has come about."""
    goal = definition(enrolment).goal
    if goal == "booked":
        return work.events.happened_since(lead.id, _GOAL_EVENTS, enrolment.enrolled_at)
    if goal in _WARMER:
        return lead.temperature in _WARMER[goal]
    return False
