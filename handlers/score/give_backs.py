"""What a rep's reason for giving a lead back teaches the score, and who shares a fake number."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from handlers.business import Business
from handlers.score.rules import rules_of
from handlers.score.stages import BOT, moved
from handlers.score.weighing import Happening, weigh
from scoring.engagement import recounted, warmed
from scoring.lead import Contact, Lead, Slot, Stage
from scoring.weights import TAKEN_BACK
from storage.events import Event
from storage.store import Work

FAKE = "fake_number"
# A duplicate says nothing of the prospect, "other" nothing at all.
_TEACHES = {
    "price": "price_rejected",
    "wrong_need": "need_rejected",
    FAKE: FAKE,
    "out_of_area": "out_of_area",
}
_NEW_NUMBER = "new number"


def learn_from(
    work: Work, business: Business, lead: Lead, reason: str, key: str, staff_id: int, now: datetime
) -> Lead:
    """Weigh the lead anew with what the reason says against it; `key` names the give-back."""
    kind = _TEACHES.get(reason)
    if kind is None:
        return lead
    told = Happening(kind, _told(key), staff_id)
    return weigh(work, business, lead, now, happenings=(told,)).lead


def unlearn(work: Work, business: Business, lead: Lead, key: str, now: datetime) -> Lead:
    """The give-back was undone: what it said counts no more."""
    told = work.events.named(_told(key))
    if told is None:
        return lead
    lead = _taken_back(work, business, lead, told, now)
    return weigh(work, business, lead, now, cause=TAKEN_BACK).lead


def check_number(work: Work, business: Business, lead: Lead, now: datetime) -> Lead:
    """A number was given: one that reps found to be fake counts against whoever gives it;

    another one in its place clears the lead, which can be sold to again.
    """
    told = _standing(work, lead.id)
    if told is not None:
        bad = _numbers(lead, told.at) | _known_fakes(work, lead)
        if not _latest_numbers(lead) - bad:
            return lead
        lead = _taken_back(work, business, lead, told, now)
        if lead.stage is Stage.DISQUALIFIED:
            lead = moved(work, lead, Stage.MQL, who=BOT, why=_NEW_NUMBER, now=now)
        return lead
    if not _latest_numbers(lead) & _known_fakes(work, lead):
        return lead
    event_id = work.events.record(lead.id, FAKE, now)
    weights = rules_of(business, lead.bands).weights
    return replace(lead, heat=warmed(lead.heat, FAKE, now, weights, event_id=event_id))


def _told(key: str) -> str:
    return f"told:{key}"


def _taken_back(work: Work, business: Business, lead: Lead, mistake: Event, now: datetime) -> Lead:
    # The event itself stays: the scores that were given by it can be worked out again.
    key = f"{TAKEN_BACK}:{mistake.id}"
    work.events.record(lead.id, TAKEN_BACK, now, key=key, detail=str(mistake.id))
    weights = rules_of(business, lead.bands).weights
    return replace(lead, heat=recounted(work.events.of_lead(lead.id), weights))


def _standing(work: Work, lead_id: int, *, by_staff: bool = False) -> Event | None:
    """The report of a fake number that was not taken back."""
    events = work.events.of_lead(lead_id)
    taken_back = {one.detail for one in events if one.kind == TAKEN_BACK}
    reports = (
        one
        for one in events
        if one.kind == FAKE
        and str(one.id) not in taken_back
        and (one.staff_id is not None or not by_staff)
    )
    return next(reports, None)


def _known_fakes(work: Work, lead: Lead) -> frozenset[str]:
    """The numbers of this lead that a rep found to be fake with another one."""
    found: set[str] = set()
    for other_id in work.leads.of_address(tuple(_latest_numbers(lead)), but=lead.id):
        report = _standing(work, other_id, by_staff=True)
        other = work.leads.get(other_id) if report is not None else None
        if report is not None and other is not None:
            found |= _numbers(other, report.at)
    return frozenset(found)


def _numbers(lead: Lead, by: datetime) -> frozenset[str]:
    """The phone numbers given by then, E.164."""
    return frozenset(
        phone
        for fact in lead.facts
        if isinstance(fact.value, Contact) and fact.learned_at <= by
        for phone in fact.value.phones
    )


def _latest_numbers(lead: Lead) -> frozenset[str]:
    fact = lead.fact(Slot.CONTACT)
    value = fact.value if fact is not None else None
    return frozenset(value.phones) if isinstance(value, Contact) else frozenset()
