"""What the clock finds undone: a rung to climb, a claimed lead that nobody touched."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from handlers import hours
from handlers.business import Business
from handlers.channel import Abilities
from handlers.relay import alerts, copies, ladder
from handlers.relay.audience import chats_of, tell
from handlers.relay.first_touch import watch
from handlers.relay.ladder import RECALLED
from handlers.texts import telling
from scoring.lead import Stage
from storage.alerts import OFFERED, Alert
from storage.store import Work

_ENDED = (Stage.LOST, Stage.DISQUALIFIED)


def on_due(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    alert: Alert,
    now: datetime,
) -> None:
    """The time of an alert has come: the next rung, the first touch, or the recall."""
    if alert.state == OFFERED:
        ladder.climb(work, business, abilities, alert, now)
        return
    lead = work.leads.get(alert.lead_id)
    if lead is None or lead.stage in _ENDED or alert.claimed_at is None:
        work.alerts.look_again(alert.id, None)
        return
    look_at = watch(work, business, abilities, alert, now)
    if look_at is not None:
        work.alerts.look_again(alert.id, look_at)
        return
    # A date the rep has set himself is something he does about it: the day runs from there.
    dates = (alert.touched_at, alert.claimed_at, _own_date(work, alert))
    idle_since = max(one for one in dates if one is not None)
    recall_at = hours.next_opening(business, idle_since + business.routing.recall)
    if now < recall_at:
        work.alerts.look_again(alert.id, recall_at)
    else:
        recall(work, business, abilities, alert, "clock", now)


def _own_date(work: Work, alert: Alert) -> datetime | None:
    return work.agenda.last_of(alert.lead_id, alert.claimed_by) if alert.claimed_by else None


def recall(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    alert: Alert,
    who: str,
    now: datetime,
) -> None:
    """Take a lead back from a rep who lets it lie, and offer it again."""
    owner_id = alert.claimed_by
    if owner_id is None or not work.alerts.let_go(alert.id, owner_id, now):
        return
    owner = work.team.member(owner_id)
    name = owner.name if owner is not None else ""
    lead = work.leads.get(alert.lead_id)
    if lead is None:
        return
    work.events.record(lead.id, RECALLED, now, staff_id=owner_id, detail=name)
    work.team.note(who, RECALLED, now, lead_id=lead.id, detail=f"staff:{owner_id}")
    line = telling("alert.state_recalled", name=name)
    copies.refresh(work, abilities, alert.id, now, line)
    tell(
        work,
        abilities,
        chats_of(work, owner_id),
        lead.id,
        telling("alert.recalled", lead=lead.id),
        now,
    )
    alerts.offer_again(work, business, abilities, lead, alert.reason, now)
