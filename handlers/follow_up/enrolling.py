"""A lead comes into a sequence: by its silence, by what happened, or by a campaign."""

from __future__ import annotations

from datetime import datetime

from handlers.business import Business
from handlers.business_file.sequences import Sequence
from handlers.follow_up import calm, segments
from handlers.follow_up.gate import OVER
from handlers.follow_up.sequences import chat_for, plan_step
from handlers.follow_up.step_times import A_DAY, step_time
from scoring.lead import Lead
from storage.conversations import MARKETING
from storage.follow_ups import ENDED
from storage.leads import Prospect
from storage.store import Work

# Ended so, a sequence is over for this lead for good (docs/follow-ups.md).
FOR_GOOD = "unanswered"


def enrol_silent(
    work: Work, business: Business, lead_id: int, prospect: Prospect, now: datetime
) -> bool:
    """Somebody does not answer any more: into the first sequence that is made for such a lead."""
    lead = work.leads.get(lead_id)
    if lead is None or prospect.opted_out_at is not None:
        return False
    return any(
        enrol(work, business, one, lead, prospect, f"silent:{now.date()}", now) is not None
        for one in business.sequences.running
        if one.enrol.event == "silent" and fits(work, one, lead, prospect, now)
    )


def happened(
    work: Work, business: Business, lead: Lead, event: str, key: str, now: datetime
) -> int:
    """A thing of a lead's life happened (no_show, quote_sent, won, lost, birthday).

    Into every sequence that waits for it; answers how many. `key` tells this event from the
    next of its kind: the same event enrols once.
    """
    prospects = work.leads.prospects_of(lead.id)
    if not prospects:
        return 0
    return sum(
        enrol(work, business, one, lead, prospects[0], f"{event}:{key}", now) is not None
        for one in business.sequences.running
        if one.enrol.event == event and fits(work, one, lead, prospects[0], now)
    )


def catch_up(work: Work, business: Business, lead: Lead, prospect: Prospect, now: datetime) -> None:
    """A customer agreed to promotion after the purchase: into what waited for that since then."""
    won = [one for one in work.events.of_lead(lead.id) if one.kind == "won"]
    for one in business.sequences.running if won else ():
        waited = one.enrol.event == "won" and one.purpose == MARKETING
        if waited and fits(work, one, lead, prospect, now):
            enrol(work, business, one, lead, prospect, f"won:{won[-1].id}", now, won[-1].at)


def fits(work: Work, sequence: Sequence, lead: Lead, prospect: Prospect, now: datetime) -> bool:
    """Whether a sequence is made for such a lead."""
    wanted = sequence.enrol
    if lead.stage in OVER and wanted.event == "silent" and not wanted.stage:
        return False
    if wanted.channel and prospect.channel not in wanted.channel:
        return False
    return segments.belongs(work, wanted, lead, now)


def enrol(
    work: Work,
    business: Business,
    sequence: Sequence,
    lead: Lead,
    prospect: Prospect,
    event: str,
    now: datetime,
    since: datetime | None = None,
) -> int | None:
    """Into one sequence, with its first step planned; not twice at once, nor after its end.

    `since`: its time began to run then, and no step comes before the next day. Answers the
    enrolment, None where there is none.
    """
    found = chat_for(work, sequence, 0, prospect)
    earlier = [one for one in work.enrolments.of_lead(lead.id) if one.sequence == sequence.id]
    if found is None or any(one.state != ENDED or one.reason == FOR_GOOD for one in earlier):
        return None
    key = f"e:{lead.id}:{sequence.id}:{event}"
    enrolment_id = work.enrolments.begin(
        lead.id, sequence.id, sequence.model_dump_json(by_alias=True), now, key=key
    )
    if enrolment_id is None:
        return None
    work.events.record(lead.id, "enrolled", now, key=f"{key}:in", detail=sequence.id)
    due_at = step_time(business, sequence, 0, lead.id, since or now)
    if since is not None:
        due_at = max(due_at, calm.next_allowed(business, now + A_DAY, sequence.steps[0].window))
    plan_step(work, sequence, 0, enrolment_id, lead.id, *found, due_at, now)
    return enrolment_id
