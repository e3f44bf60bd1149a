"""A step cannot go its way: another channel of the lead takes it, or the rep gets a task."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from handlers.channel import Abilities
from handlers.follow_up import reminders
from handlers.follow_up.sequences import definition
from storage.follow_ups import FollowUp
from storage.leads import Prospect
from storage.store import Work


def replace(
    work: Work,
    abilities: Mapping[str, Abilities],
    step: FollowUp,
    prospect: Prospect,
    reason: str,
    now: datetime,
) -> str:
    """What took the step over: other_channel, task, or "" for nothing."""
    wanted = _wanted(work, step)
    if wanted == "channel" and _other_channel(work, abilities, step, prospect, now):
        return "other_channel"
    if wanted != "drop" and _task(work, step, reason, now):
        return "task"
    return ""


def _wanted(work: Work, step: FollowUp) -> str:
    enrolment = work.enrolments.get(step.enrolment_id or 0)
    return definition(enrolment).steps[step.step - 1].fallback if enrolment else "channel"


def _other_channel(
    work: Work,
    abilities: Mapping[str, Abilities],
    step: FollowUp,
    prospect: Prospect,
    now: datetime,
) -> bool:
    """The same step on another chat of the same person, if he agreed there, too.

    The channels that the step prefers come first, in their order.
    """
    purpose, wanted = _asks_for(work, step)
    others = work.leads.prospects_of(step.lead_id)
    for other in sorted(others, key=lambda one: _place(one.channel, wanted)):
        tried = f"{step.sequence}:{step.step}:{step.enrolment_id or step.created_at.isoformat()}"
        consent_id = work.conversations.agreed(other.id, purpose)
        can = abilities.get(other.channel)
        usable = other.reachable and other.opted_out_at is None and can is not None
        if other.id == prospect.id or not usable or consent_id is None:
            continue
        planned = work.follow_ups.plan(
            step.lead_id,
            other,
            step.sequence,
            step.step,
            now,
            now,
            key=f"f:{tried}:on:{other.id}",
            consent_id=consent_id,
            enrolment_id=step.enrolment_id,
            note=step.note,
            outlives_reply=step.outlives_reply,
        )
        if planned:
            return True
    return False


def _asks_for(work: Work, step: FollowUp) -> tuple[str, tuple[str, ...]]:
    """The consent that a step stands on, and the channels it would rather go by."""
    enrolment = work.enrolments.get(step.enrolment_id or 0)
    if enrolment is None:
        return "contact", ()
    sequence = definition(enrolment)
    return sequence.purpose, sequence.steps[step.step - 1].on


def _place(channel: str, wanted: tuple[str, ...]) -> int:
    return wanted.index(channel) if channel in wanted else len(wanted)


def _task(work: Work, step: FollowUp, reason: str, now: datetime) -> bool:
    """The rep of the lead is told to do by hand what we may not."""
    lead = work.leads.get(step.lead_id)
    if lead is None or lead.rep_id is None:
        return False
    return reminders.remind(
        work, lead.id, lead.rep_id, now, f"task:{reason}", now, key=f"task:{step.id}"
    )
