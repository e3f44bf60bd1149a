"""How far the leads of a period have come, from the first message to the sale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    exists,
    func,
    literal_column,
    select,
    true,
    union_all,
)

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
        # A walk over the leads for each step: SQLite takes longer for all of them in one. What is
        # asked of each lead is no condition of the walk: SQLite might set out from the answers.
        wrote = exists().where(contact.c.lead_id == lead.c.id)
        counts: list[Select[*tuple[Any, ...]]] = [
            select(literal_column(f"'{name}'"), func.count().filter(and_(taken, wrote))).where(
                lead.c.created_at >= start,
                lead.c.created_at < end,
                lead.c.sample.is_(False),
                *of_leads(narrowed),
            )
            for name, taken in _TAKEN.items()
        ]
        leads = {row[0]: row[1] for row in self._connection.execute(union_all(*counts))}
        return tuple(Step(name, leads[name]) for name in _TAKEN)


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
