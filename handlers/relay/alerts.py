"""A lead wants a human: its alert is opened, rings, and is withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from handlers import hours, notices, wording
from handlers.business import Business
from handlers.channel import Abilities
from handlers.marking import name as shown_name
from handlers.posting import Draft
from handlers.relay import suitability, ties, topics
from handlers.relay.audience import chats_of, place_of, put, tell
from handlers.relay.copies import refresh
from handlers.relay.ladder import climb, time_after
from handlers.score.weighing import Wake
from handlers.texts import LANGUAGES, say, telling
from scoring.lead import Lead
from storage.alerts import Alert
from storage.store import Work

# So many of the newest lines about an erased lead are changed in the team's chats.
_MOST_LINES = 100


def offer(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    lead: Lead,
    wake: Wake,
    now: datetime,
) -> None:
    """Put a lead before the reps, at once or when the office opens.

    While one of its alerts is open there is no second one, unless nobody took it and it has
    turned hot since: then it rings anew.
    """
    standing = work.alerts.open_of(lead.id)
    if standing is not None:
        hotter = wake is Wake.HOT and standing.reason != Wake.HOT
        if standing.claimed_by is not None:
            if hotter:
                _hotter_in_hand(work, abilities, standing, lead, standing.claimed_by, now)
            refresh(work, abilities, standing.id, now)
            return
        if not hotter:
            refresh(work, abilities, standing.id, now)
            return
        work.alerts.close(standing.id, now)
        refresh(work, abilities, standing.id, now, telling("alert.hotter"))
    whose = standing.offered_to if standing is not None else None
    _ring(work, business, abilities, lead, wake.value, now, turn_of=whose)


def _hotter_in_hand(
    work: Work,
    abilities: Mapping[str, Abilities],
    alert: Alert,
    lead: Lead,
    rep_id: int,
    now: datetime,
) -> None:
    """It was taken while it was less: whoever has it hears of it, and his card says so."""
    work.alerts.rings_for(alert.id, Wake.HOT.value)
    told = telling(
        "alert.hot_in_hand", lead=lead.id, name=shown_name(lead.name), points=round(lead.points)
    )
    tell(work, abilities, chats_of(work, rep_id), lead.id, told, now)


def offer_again(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    lead: Lead,
    reason: str,
    now: datetime,
) -> None:
    """A lead that came back from a rep rings anew, for the others first."""
    lead = ties.has_rep(work, lead, None)
    _ring(work, business, abilities, lead, reason, now)


def _ring(
    work: Work,
    business: Business,
    abilities: Mapping[str, Abilities],
    lead: Lead,
    reason: str,
    now: datetime,
    *,
    turn_of: int | None = None,
) -> None:
    opening = hours.next_opening(business, now)
    holds = business.routing.out_of_hours == "hold"
    rings_at = opening if holds else now
    alert_id = work.alerts.open(
        lead.id,
        reason,
        rings_at,
        now,
        touch_by=time_after(business, now, business.routing.first_touch),
        promised=wording.clock(opening, hours.zone_of(business)) if opening > now else "",
        offers=_offers(work, business, lead),
    )
    if turn_of is not None:
        # It was his turn already when the lead was not so hot.
        work.alerts.offered_first(alert_id, turn_of, now)
    work.events.record(lead.id, "alert", now, key=f"alert:{alert_id}", detail=reason)
    if rings_at <= now:
        climb(work, business, abilities, _alert(work, alert_id), now)


def _offers(work: Work, business: Business, lead: Lead) -> dict[str, str]:
    """The names of the offers it is about, as each reader calls them."""
    offers = suitability.offers_of(work, business, lead)
    return {language: ", ".join(one.name.of(language) for one in offers) for language in LANGUAGES}


def _alert(work: Work, alert_id: int) -> Alert:
    found = work.alerts.get(alert_id)
    if found is None:
        raise LookupError(f"alert {alert_id} is gone")
    return found


def withdraw(work: Work, abilities: Mapping[str, Abilities], lead_id: int, now: datetime) -> None:
    """The prospect wants silence: an alert that nobody took ends, and the cards say so."""
    alert = work.alerts.open_of(lead_id)
    if alert is None:
        return
    if alert.claimed_by is None:
        work.alerts.close(alert.id, now)
    refresh(work, abilities, alert.id, now, telling("alert.stopped"))


def erase(
    work: Work,
    abilities: Mapping[str, Abilities],
    lead_id: int,
    now: datetime,
    *,
    asked: bool = True,
) -> None:
    """Erase a lead; of cards and words about it nothing stays but the line that says so.

    Not `asked` for: its time was up, and no list need be kept from bringing it back.
    """
    stand = {
        shown.outbox_id: place_of(work, shown.channel, shown.chat_id)
        for shown in work.alert_cards.of_lead(lead_id)
        if work.outbox.platform_id(shown.outbox_id)
    }
    for line in work.erasure.stand(lead_id, _MOST_LINES):
        stand[line.row] = place_of(work, line.channel, line.chat_id)
    places = topics.places_of(work, lead_id)
    work.erasure.erase(lead_id, remember=asked)
    notices.tell_erased(work, lead_id, now)
    for row, chat in stand.items():
        told = say("alert.erased" if asked else "alert.expired", chat.language, lead=lead_id)
        put(work, abilities, chat, None, Draft(told, edits_row=row), now)
    topics.delete(work, abilities, places, lead_id, now)
