"""A few leads are called at random, so that one learns what a call is worth."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import sha256

from handlers.business import Business
from handlers.channel import Abilities
from handlers.relay import alerts
from handlers.relay.cards import phone_of
from handlers.score.weighing import Wake
from scoring.lead import Lead
from scoring.weights import NEVER_HOT
from storage.store import Work

# Event: whether a lead that would not have been offered is called, decided by lot. Both sides
# are kept, for only against those left alone is there anything to compare.
DRAWN = "drawn"
CALL, LEAVE = "call", "leave"
# A lead is drawn once it has fallen silent, while it still remembers us.
_SILENT, _REMEMBERS = timedelta(hours=1), timedelta(days=3)
_A_HANDFUL = 50
_CONSENT = "contact"


def draw(work: Work, business: Business, abilities: Mapping[str, Abilities], now: datetime) -> None:
    """Decide by lot for the leads that came since: some are offered to a rep, the rest left."""
    share = business.scoring.call.random_share
    if not share:
        return
    waiting = work.outcomes.undrawn(DRAWN, now - _REMEMBERS, now - _SILENT, _A_HANDFUL)
    for lead_id in waiting:
        lead = work.leads.get(lead_id)
        if lead is None or not _may_be_called(work, lead):
            continue
        arm = CALL if lot(lead_id) < share else LEAVE
        work.events.record(lead_id, DRAWN, now, key=f"{DRAWN}:{lead_id}", detail=arm)
        if arm == CALL:
            alerts.offer(work, business, abilities, lead, Wake.RANDOM, now)


def _may_be_called(work: Work, lead: Lead) -> bool:
    """Whoever left a number and agreed to be contacted, and has said nothing against it since."""
    if not phone_of(lead) or any(one.kind in NEVER_HOT for one in lead.heat):
        return False
    return any(
        one.opted_out_at is None and work.conversations.agreed(one.id, _CONSENT) is not None
        for one in work.leads.prospects_of(lead.id)
    )


def lot(lead_id: int) -> float:
    """From 0 up to 1, the same for a lead whenever it is asked: the draw can be checked later."""
    return int.from_bytes(sha256(f"{DRAWN}:{lead_id}".encode()).digest()[:8], "big") / 2**64
