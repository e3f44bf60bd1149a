"""How far the leads of a period have come, from the first message to the sale."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import add
from types import MappingProxyType

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    ScalarSelect,
    Table,
    bindparam,
    case,
    exists,
    func,
    select,
    update,
)

from scoring.lead import Slot
from storage.prepared import Prepared
from storage.tables import alert, consent, contact, event, fact, lead, lead_address
from storage.totals import EVERYBODY, WON, Narrowed, of_leads

# A yes to the summary of everything that was told.
SUMMARY_AGREED = "summary_agreed"
STARTED, CONSENTED, REACHABLE = "started", "consented", "reachable"
AGREED, HANDED_OVER, SOLD = "agreed", "handed_over", "sold"
# As `lead.steps` keeps them: who takes a step says so in the same transaction. To look for all
# that a million leads ever said and did took five seconds.
_BITS = MappingProxyType(
    {
        STARTED: 1,
        CONSENTED: 2,
        Slot.NEED.value: 4,
        Slot.TIMING.value: 8,
        Slot.BUDGET.value: 16,
        Slot.AUTHORITY.value: 32,
        REACHABLE: 64,
        AGREED: 128,
        HANDED_OVER: 256,
        SOLD: 512,
    }
)
_BY_EVENT = MappingProxyType({SUMMARY_AGREED: AGREED, WON: SOLD})


@dataclass(frozen=True, slots=True)
class StepCount:
    """How many leads came so far; `name` is one of the words above, or a slot."""

    name: str
    leads: int


class Steps:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def between(
        self, start: datetime, end: datetime, narrowed: Narrowed = EVERYBODY
    ) -> tuple[StepCount, ...]:
        """The leads that first wrote in [start, end), and how many of them have taken each step.

        Whenever they took it; leads that were imported or are samples never wrote and are left
        out. A step does not imply the one before it: who wants to be called skips questions.
        """
        counts = (func.count().filter(_has_taken(name)) for name in _BITS)
        row = self._connection.execute(
            select(*counts).where(
                lead.c.created_at >= start,
                lead.c.created_at < end,
                lead.c.sample.is_(False),
                _has_taken(STARTED),
                *of_leads(narrowed),
            )
        ).one()
        return tuple(map(StepCount, _BITS, row))


def take(connection: Connection, lead_id: int, name: str) -> None:
    """A lead has taken this step; what is no step of the funnel is passed over."""
    if name in _BITS:
        _TAKE.change(connection, of=lead_id, bit=_BITS[name])


def take_by_event(connection: Connection, lead_id: int, kind: str) -> None:
    """An event of this kind happened, which may be a step."""
    if kind in _BY_EVENT:
        take(connection, lead_id, _BY_EVENT[kind])


def take_by_contact(connection: Connection, contact_id: int, name: str) -> None:
    """The lead whose chat this is has taken this step."""
    _TAKE_BY_CONTACT.change(connection, by=contact_id, bit=_BITS[name])


def take_by_alert(connection: Connection, alert_id: int, name: str) -> None:
    """The lead that this alert is about has taken this step."""
    _TAKE_BY_ALERT.change(connection, by=alert_id, bit=_BITS[name])


def look_again(connection: Connection, lead_ids: Iterable[int]) -> None:
    """The steps of these leads anew, from the rows: some were given to another, or undone."""
    connection.execute(
        update(lead).where(lead.c.id.in_(tuple(lead_ids))).values(steps=_from_the_rows())
    )


def _whose(table: Table) -> ScalarSelect[int]:
    """The lead of the row in question."""
    return select(table.c.lead_id).where(table.c.id == bindparam("by")).scalar_subquery()


def _has_taken(name: str) -> ColumnElement[bool]:
    return lead.c.steps.bitwise_and(_BITS[name]) != 0


def _from_the_rows() -> ColumnElement[int]:
    parts = (case((taken, _BITS[name]), else_=0) for name, taken in _TAKEN.items())
    return reduce(add, parts)


def _answered(slot: Slot) -> ColumnElement[bool]:
    return exists().where(fact.c.lead_id == lead.c.id, fact.c.slot == slot.value)


def _happened(kind: str) -> ColumnElement[bool]:
    return exists().where(event.c.lead_id == lead.c.id, event.c.kind == kind)


_TAKEN: MappingProxyType[str, ColumnElement[bool]] = MappingProxyType(
    {
        STARTED: exists().where(contact.c.lead_id == lead.c.id),
        CONSENTED: exists().where(
            contact.c.lead_id == lead.c.id,
            consent.c.contact_id == contact.c.id,
            consent.c.given.is_(True),
        ),
        **{one.value: _answered(one) for one in Slot if one.value in _BITS},
        REACHABLE: exists().where(lead_address.c.lead_id == lead.c.id),
        **{step: _happened(kind) for kind, step in _BY_EVENT.items()},
        HANDED_OVER: exists().where(alert.c.lead_id == lead.c.id, alert.c.claimed_by.is_not(None)),
    }
)
_BIT: BindParameter[int] = bindparam("bit")
_TAKING = (
    update(lead)
    .where(lead.c.steps.bitwise_and(_BIT) == 0)
    .values(steps=lead.c.steps.bitwise_or(_BIT))
)
_TAKE = Prepared(_TAKING.where(lead.c.id == bindparam("of")))
_TAKE_BY_CONTACT, _TAKE_BY_ALERT = (
    Prepared(_TAKING.where(lead.c.id == _whose(table))) for table in (contact, alert)
)
