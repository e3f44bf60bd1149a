"""Consultations that were booked: who is called when, and by whom; a time is given away once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update

from storage.database import insert_once
from storage.tables import appointment

# A seat for companies whose reps are not on the staff list yet.
NOBODY = 0


@dataclass(frozen=True, slots=True)
class Appointment:
    """A lead is called between two moments; `staff_id` is None where the rep is not settled."""

    id: int
    lead_id: int
    prospect_id: int
    staff_id: int | None
    starts_at: datetime
    ends_at: datetime


class Appointments:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def taken(self, first: datetime, last: datetime) -> frozenset[tuple[datetime, int]]:
        """The times that are given away between two moments: when they start, and whose."""
        rows = self._connection.execute(
            select(appointment.c.starts_at, appointment.c.staff_id).where(
                appointment.c.seat.is_not(None),
                appointment.c.starts_at >= first,
                appointment.c.starts_at <= last,
            )
        )
        return frozenset((row.starts_at, row.staff_id or NOBODY) for row in rows)

    def book(
        self,
        lead_id: int,
        prospect_id: int,
        staff: Iterable[int],
        starts_at: datetime,
        ends_at: datetime,
        now: datetime,
    ) -> Appointment | None:
        """Book the first of these people who is free then; None where nobody is.

        Two who tap the same time at once meet in a unique key: one of them gets it.
        """
        for staff_id in staff:
            row: dict[str, Any] = {
                "lead_id": lead_id,
                "contact_id": prospect_id,
                "staff_id": staff_id or None,
                "starts_at": starts_at,
                "ends_at": ends_at,
                "seat": f"{staff_id}:{starts_at.isoformat()}",
                "created_at": now,
            }
            booked = insert_once(self._connection, appointment, row)
            if booked is not None:
                return Appointment(
                    booked, lead_id, prospect_id, staff_id or None, starts_at, ends_at
                )
        return None

    def cancel(self, appointment_id: int) -> None:
        """The time is free again; the row stays as history."""
        self._connection.execute(
            update(appointment).where(appointment.c.id == appointment_id).values(seat=None)
        )

    def standing(self, appointment_id: int) -> Appointment | None:
        """The appointment, if it was not cancelled."""
        row = self._connection.execute(
            select(appointment).where(
                appointment.c.id == appointment_id, appointment.c.seat.is_not(None)
            )
        ).first()
        return None if row is None else _appointment(row)

    def next_of(self, lead_id: int, now: datetime) -> Appointment | None:
        """The next appointment of a lead that is still to come."""
        row = self._connection.execute(
            select(appointment)
            .where(
                appointment.c.lead_id == lead_id,
                appointment.c.seat.is_not(None),
                appointment.c.ends_at > now,
            )
            .order_by(appointment.c.starts_at)
            .limit(1)
        ).first()
        return None if row is None else _appointment(row)


def _appointment(row: Any) -> Appointment:
    return Appointment(
        row.id, row.lead_id, row.contact_id, row.staff_id, row.starts_at, row.ends_at
    )
