"""Points to cold, warm, hot, with hysteresis; explicit wishes to buy make hot at once."""

from __future__ import annotations

from datetime import datetime

from scoring.lead import Contact as ContactFact
from scoring.lead import Heat, Lead, Slot, Temperature
from scoring.weights import (
    GIVEN_BACK,
    HANDLED,
    NEVER_HOT,
    TRIGGERS,
    TRIGGERS_WITH_CONTACT,
    Bands,
)


def temperature(
    points: float,
    before: Temperature,
    now: datetime,
    *,
    hot_until: datetime | None = None,
    bands: Bands | None = None,
) -> Temperature:
    """The band of these points for a lead that was in the band `before`."""
    bands = bands or Bands()
    if hot_until is not None and now < hot_until:
        return Temperature.HOT
    hot_from = bands.hot - bands.slack if before is Temperature.HOT else bands.hot
    warm_from = bands.warm if before is Temperature.COLD else bands.warm - bands.slack
    if points >= hot_from:
        return Temperature.HOT
    if points >= warm_from:
        return Temperature.WARM
    return Temperature.COLD


def hot_until(lead: Lead, bands: Bands | None = None) -> datetime | None:
    """Until when the lead's explicit wishes keep it hot; None without one, or if it never may be.

    Read from the heat, so it can be had again from the events alone. A wish that a rep has
    handled, by speaking with the lead or giving it back since, keeps nothing hot any more.
    """
    bands = bands or Bands()
    if lead.profile.in_area is False or any(one.kind in NEVER_HOT for one in lead.heat):
        return None
    handled = max((one.at for one in lead.heat if one.kind in _SETTLES), default=None)
    wishes = [
        one.at + bands.hot_for
        for one in lead.heat
        if _is_wish(one, lead) and (handled is None or one.at > handled)
    ]
    return max(wishes, default=None)


_SETTLES = frozenset({HANDLED, *GIVEN_BACK})


def _is_wish(heat: Heat, lead: Lead) -> bool:
    if heat.kind in TRIGGERS:
        return True
    return heat.kind in TRIGGERS_WITH_CONTACT and _can_be_reached(lead)


def _can_be_reached(lead: Lead) -> bool:
    return any(
        isinstance(fact.value, ContactFact) and (fact.value.phones or fact.value.emails)
        for fact in lead.facts
        if fact.slot is Slot.CONTACT
    )
