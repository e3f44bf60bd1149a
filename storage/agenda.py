"""What a member of staff has before him: reminders to come, and those that rang undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, exists, func, select

from storage.follow_ups import DUE, SENT, TO_STAFF
from storage.tables import alert, event, follow_up, in_state, lead

# What a human does about a lead; a reminder that is followed by one of these is done.
TOUCHES = (
    "called",
    "no_answer",
    "human_replied",
    "note",
    "meeting",
    "won",
    "lost",
    "rejected",
    "reminder_done",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A reminder of a member about a lead: when it rings, or rang."""

    id: int
    lead_id: int
    staff_id: int
    at: datetime
    note: str
    name: str  # of the lead


class Agenda:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ahead(
        self, start: datetime, end: datetime | None = None, staff_id: int | None = None
    ) -> tuple[Entry, ...]:
        """What rings from `start` until before `end`, of one member or of all, soonest first."""
        query = (
            _ENTRIES.where(
                in_state(follow_up, DUE),
                # Of all that waits the staff's are few: the index of channels finds them.
                follow_up.c.channel == TO_STAFF,
                follow_up.c.due_at >= start,
            )
            .order_by(follow_up.c.due_at)
            .add_columns(follow_up.c.due_at.label("at"))
        )
        if end is not None:
            query = query.where(follow_up.c.due_at < end)
        return self._found(query, staff_id)

    def undone(
        self, since: datetime, before: datetime, staff_id: int | None = None
    ) -> tuple[Entry, ...]:
        """What rang in [since, before] and was followed by nothing, the oldest first."""
        touched = exists().where(
            event.c.lead_id == follow_up.c.lead_id,
            event.c.at >= follow_up.c.settled_at,
            event.c.kind.in_(TOUCHES),
        )
        query = (
            _ENTRIES.where(
                in_state(follow_up, SENT),
                follow_up.c.settled_at >= since,
                follow_up.c.settled_at <= before,
                ~touched,
            )
            .order_by(follow_up.c.settled_at)
            .add_columns(follow_up.c.settled_at.label("at"))
        )
        return self._found(query, staff_id)

    def last_of(self, lead_id: int, staff_id: int) -> datetime | None:
        """The latest date a member has set himself for a lead, past or to come."""
        latest: datetime | None = self._connection.execute(
            select(func.max(follow_up.c.due_at)).where(
                follow_up.c.lead_id == lead_id,
                follow_up.c.staff_id == staff_id,
                follow_up.c.state.in_((DUE, SENT)),
            )
        ).scalar()
        return latest

    def unclaimed(self) -> int:
        """How many leads are on offer and nobody's."""
        return self._connection.execute(
            select(func.count()).select_from(alert).where(in_state(alert, "offered"))
        ).scalar_one()

    def in_hand(self, staff_id: int) -> int:
        return self._connection.execute(
            select(func.count())
            .select_from(alert)
            .where(in_state(alert, "claimed"), alert.c.claimed_by == staff_id)
        ).scalar_one()

    def did(self, staff_id: int, start: datetime, end: datetime) -> dict[str, int]:
        """How often a member did what, in [start, end), by the events' kinds."""
        rows = self._connection.execute(
            select(event.c.kind, func.count())
            .where(
                event.c.kind.in_((*TOUCHES, "claimed")),
                event.c.staff_id == staff_id,
                event.c.at >= start,
                event.c.at < end,
            )
            .group_by(event.c.kind)
        )
        return {row[0]: row[1] for row in rows}

    def _found(self, query: Any, staff_id: int | None) -> tuple[Entry, ...]:
        if staff_id is not None:
            query = query.where(follow_up.c.staff_id == staff_id)
        rows = self._connection.execute(query.limit(_MOST))
        return tuple(
            Entry(row.id, row.lead_id, row.staff_id, row.at, row.note, row.name) for row in rows
        )


_MOST = 200
_ENTRIES = (
    select(follow_up.c.id, follow_up.c.lead_id, follow_up.c.staff_id, follow_up.c.note, lead.c.name)
    .join(lead, lead.c.id == follow_up.c.lead_id)
    .where(follow_up.c.staff_id.is_not(None))
)
