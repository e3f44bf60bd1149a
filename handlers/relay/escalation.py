"""What the clock finds undone: a rung to climb, a claimed lead that nobody touched."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from handlers import hours, wording
from handlers.business import Business
from handlers.channel import Abilities
from handlers.relay import alerts
from handlers.texts import say
from scoring.lead import Stage
from storage.alerts import OFFERED, Alert
from storage.store import Work

_LANGUAGE = "vi"
SLA_BREACHED = "sla_breached"
_OVER = (Stage.CUSTOMER, Stage.LOST, Stage.DISQUALIFIED)


def on_due(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    alert: Alert,
    now: datetime,
) -> None:
    """The time of an alert has come: the next rung, the first touch, or the recall."""
    if alert.state == OFFERED:
        alerts.climb(work, business, abilities, alert, now)
        return
    lead = work.leads.get(alert.lead_id)
    if lead is None or lead.stage in _OVER or alert.claimed_at is None:
        work.alerts.look_again(alert.id, None)
        return
    _tell_of_late_touch(work, abilities, alert, now)
    # A date the rep has set himself is something he does about it: the day runs from there.
    dates = (alert.touched_at, alert.claimed_at, _own_date(work, alert))
    idle_since = max(one for one in dates if one is not None)
    recall_at = hours.next_opening(business, idle_since + business.routing.recall)
    if now < recall_at:
        work.alerts.look_again(alert.id, recall_at)
    else:
        recall(work, business, abilities, alert, now)


def _own_date(work: Work, alert: Alert) -> datetime | None:
    return work.agenda.last_of(alert.lead_id, alert.claimed_by) if alert.claimed_by else None


def _tell_of_late_touch(
    work: Work, abilities: Mapping[str, Abilities], alert: Alert, now: datetime
) -> None:
    """Claimed, and nobody has written or called in time: once, to the owner and the managers."""
    if alert.touched_at is not None or alert.claimed_at is None or alert.claimed_by is None:
        return
    key = f"{SLA_BREACHED}:{alert.id}:{alert.claimed_by}"
    if not work.events.record(alert.lead_id, SLA_BREACHED, now, key=key, staff_id=alert.claimed_by):
        return
    owner = work.team.member(alert.claimed_by)
    span = wording.span((now - alert.claimed_at).total_seconds(), _LANGUAGE)
    name = owner.name if owner is not None else ""
    text = say("alert.untouched", _LANGUAGE, name=name, span=span, lead=alert.lead_id)
    audience = dict.fromkeys((*alerts.chats_of(work, alert.claimed_by), *alerts.managers(work)))
    alerts.tell(work, abilities, audience, alert.lead_id, text, now)


def recall(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    alert: Alert,
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
    work.events.record(lead.id, alerts.RECALLED, now, staff_id=owner_id, detail=name)
    work.team.note("clock", alerts.RECALLED, now, lead_id=lead.id, detail=f"staff:{owner_id}")
    line = say("alert.state_recalled", _LANGUAGE, name=name)
    alerts.refresh(work, abilities, alert.id, now, line)
    alerts.tell(
        work,
        abilities,
        alerts.chats_of(work, owner_id),
        lead.id,
        say("alert.recalled", _LANGUAGE, lead=lead.id),
        now,
    )
    alerts.offer_again(work, business, abilities, lead, alert.reason, now)
