"""How far the leads of a period have come, from the first message to the sale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import ColumnElement, Connection, exists, func, select, true

from scoring.lead import Slot
from storage.tables import alert, consent, contact, event, fact, lead, lead_address
from storage.totals import EVERYBODY, WON, Narrowed, of_leads

# A yes to the summary of everything that was told.
SUMMARY_AGREED = "summary_agreed"
STARTED, CONSENTED, REACHABLE = "started", "consented", "reachable"
AGREED, HANDED_OVER, SOLD = "agreed", "handed_over", "sold"
_ANSWERS = (Slot.NEED, Slot.TIMING, Slot.BUDGET, Slot.AUTHORITY)


@dataclass(frozen=True, slots=True)
class Step:
    """How many leads came so far; `name` is one of the words above, or a slot."""

    name: str
    leads: int


class Steps:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def between(
        self, start: datetime, end: datetime, narrowed: Narrowed = EVERYBODY
    ) -> tuple[Step, ...]:
        """The leads that first wrote in [start, end), and how many of them have taken each step.

        Whenever they took it; leads that were imported or are samples never wrote and are left
        out. A step does not imply the one before it: who wants to be called skips questions.
        """
        counts = (func.count().filter(taken) for taken in _TAKEN.values())
        came = select(*counts).where(
            lead.c.created_at >= start,
            lead.c.created_at < end,
            lead.c.sample.is_(False),
            exists().where(contact.c.lead_id == lead.c.id),
            *of_leads(narrowed),
        )
        row = self._connection.execute(came).one()
        return tuple(Step(name, count) for name, count in zip(_TAKEN, row, strict=True))


def _answered(slot: Slot) -> ColumnElement[bool]:
    return exists().where(fact.c.lead_id == lead.c.id, fact.c.slot == slot.value)


def _happened(kind: str) -> ColumnElement[bool]:
    return exists().where(event.c.lead_id == lead.c.id, event.c.kind == kind)


_TAKEN = MappingProxyType(
    {
        STARTED: true(),
        CONSENTED: exists().where(
            contact.c.lead_id == lead.c.id,
            consent.c.contact_id == contact.c.id,
            consent.c.given.is_(True),
        ),
        **{slot.value: _answered(slot) for slot in _ANSWERS},
        REACHABLE: exists().where(lead_address.c.lead_id == lead.c.id),
        AGREED: _happened(SUMMARY_AGREED),
        HANDED_OVER: exists().where(alert.c.lead_id == lead.c.id, alert.c.claimed_by.is_not(None)),
        SOLD: _happened(WON),
    }
)
