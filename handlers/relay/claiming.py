"""Who takes a lead: of any number of taps one wins; later it may be handed to another."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from handlers import notices, wording
from handlers.business import Business
from handlers.channel import Abilities
from handlers.notices import Told
from handlers.relay import copies, ties
from handlers.relay.audience import chats
from handlers.relay.first_touch import first_look
from handlers.texts import say
from scoring.lead import Lead
from storage.alerts import Alert
from storage.store import Work
from storage.team import Member


def claim(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    alert: Alert,
    member: Member,
    now: datetime,
) -> bool:
    """Take a lead: of any number of taps at once exactly one wins. The cards tell everybody."""
    if not work.alerts.claim(alert.id, member.id, now):
        return False
    lead = work.leads.get(alert.lead_id)
    if lead is None:
        return False
    work.events.record(
        lead.id, "claimed", now, key=f"claimed:{alert.id}", staff_id=member.id, detail=member.name
    )
    lead = ties.has_rep(work, lead, member.id)
    notices.tell(work, Told.CLAIMED, lead, now)
    work.alerts.look_again(alert.id, first_look(business, now))
    _reach_claimer(work, abilities, alert, member, now)
    copies.refresh(work, abilities, alert.id, now)
    return True


def _reach_claimer(
    work: Work, abilities: Mapping[str, Abilities], alert: Alert, member: Member, now: datetime
) -> None:
    """Somebody who claimed in the group gets the card, with the number, in his private chat."""
    if any(shown.staff_id == member.id for shown in work.alert_cards.of_alert(alert.id)):
        return
    claimed = work.alerts.get(alert.id)
    lead = work.leads.get(alert.lead_id)
    own = [one for one in work.team.accounts(member.role) if one.member.id == member.id]
    if claimed is not None and lead is not None:
        copies.show(work, abilities, claimed, lead, chats(own), now)


def hand_over(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    lead: Lead,
    taker: Member,
    now: datetime,
) -> None:
    """The customer's open alerts are another's now: he gets the cards, the rest see whose."""
    found = (work.alerts.open_of(one) for one in (lead.id, *work.leads.tied_to(lead.id)))
    for alert in filter(None, found):
        work.alerts.hand_over(alert.id, taker.id, first_look(business, now), now)
        _reach_claimer(work, abilities, alert, taker, now)
        copies.refresh(work, abilities, alert.id, now)


def too_late(work: Work, alert: Alert, now: datetime, language: str) -> str:
    """What the one who tapped second is told."""
    current = work.alerts.get(alert.id) or alert
    owner = work.team.member(current.claimed_by) if current.claimed_by else None
    if owner is None or current.claimed_at is None:
        return say("alert.closed", language, lead=alert.lead_id)
    ago: timedelta = now - current.claimed_at
    span = wording.span(max(1.0, ago.total_seconds()), language)
    return say("alert.too_late", language, name=owner.name, span=span)
