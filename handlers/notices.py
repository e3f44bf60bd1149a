"""What other programs are told of a lead, in the transaction in which it happens."""

from __future__ import annotations

import json
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import uuid4

from scoring.lead import BANT, Contact, Lead, Slot, as_json
from storage.conversations import CONTACT_CONSENT, FORM_CONSENT
from storage.store import Work


class Told(StrEnum):
    CREATED = "lead.created"
    HOT = "lead.hot"  # has just turned hot
    CLAIMED = "lead.claimed"
    STAGE = "lead.stage"
    WON = "lead.won"
    LOST = "lead.lost"
    ERASED = "lead.erased"


def tell(work: Work, kind: Told, lead: Lead, now: datetime, **more: Any) -> None:
    """Write it down where somebody listens; `more` is what this kind says besides the lead."""
    if work.notices.are_wanted():
        _put(work, kind, lead.id, {"lead": _shown(work, lead), **more}, now)


def tell_erased(work: Work, lead_id: int, now: datetime) -> None:
    """Whoever was told of this lead is to forget it, too."""
    if work.notices.are_wanted():
        _put(work, Told.ERASED, None, {"lead": {"id": lead_id}}, now)


def _put(
    work: Work, kind: Told, lead_id: int | None, content: dict[str, Any], now: datetime
) -> None:
    key = uuid4().hex
    told = {"id": key, "event": kind.value, "at": now.isoformat(), **content}
    work.notices.put(key, kind.value, lead_id, json.dumps(told, ensure_ascii=False), now)


def _shown(work: Work, lead: Lead) -> dict[str, Any]:
    """Numbers and states of every lead; who it is and what it said where it agreed."""
    rep = work.team.member(lead.rep_id) if lead.rep_id is not None else None
    agreed = has_agreed(work, lead.id)
    shown: dict[str, Any] = {
        "id": lead.id,
        "stage": lead.stage.value,
        "temperature": lead.temperature.value,
        "score": round(lead.points),
        "completeness": lead.completeness,
        "source": lead.source,
        "channel": lead.channel,
        "rep": rep.name if rep is not None else None,
        "same_as": lead.tied_to,
        "consent": agreed,
    }
    return {**shown, **_personal(lead)} if agreed else shown


def has_agreed(work: Work, lead_id: int) -> bool:
    """Whether the lead agreed to be contacted, in a chat or on a form."""
    in_chat = any(
        chat.opted_out_at is None and work.conversations.agreed(chat.id, CONTACT_CONSENT)
        for chat in work.leads.prospects_of(lead_id)
    )
    return in_chat or work.events.happened(lead_id, (FORM_CONSENT,))


def _personal(lead: Lead) -> dict[str, Any]:
    contact = lead.fact(Slot.CONTACT)
    value = contact.value if contact is not None else None
    reached = value if isinstance(value, Contact) else Contact(0)
    facts = {slot.value: lead.fact(slot) for slot in BANT}
    return {
        "name": lead.name or reached.name or "",
        "phones": list(reached.phones),
        "emails": list(reached.emails),
        "company": reached.company or "",
        "facts": {slot: as_json(fact.value) for slot, fact in facts.items() if fact is not None},
    }
