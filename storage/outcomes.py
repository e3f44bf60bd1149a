"""What became of leads: won, lost or silent, and what they were when they were scored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, exists, func, or_, select, true

from scoring.lead import Stage, Temperature
from storage.tables import event, lead, snapshot, stage_move

_OPEN = (Stage.NEW.value, Stage.MQL.value, Stage.SQL.value, Stage.OPPORTUNITY.value)


@dataclass(frozen=True, slots=True)
class Ended:
    """A lead that came to an end; `at` is when that was known."""

    lead_id: int
    won: bool
    began_at: datetime
    at: datetime


class Outcomes:
    """Won, lost, silent; `samples` says whether the made-up leads of the demo count, too.

    `never` are the kinds of events after which a loss is no outcome: spam was no prospect.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def settled(self, limit: int, *, samples: bool, never: Iterable[str]) -> tuple[Ended, ...]:
        """The latest leads that are customers or lost, each once, in the order of their end."""
        last = (
            select(stage_move.c.lead_id, func.max(stage_move.c.at).label("at"))
            .where(stage_move.c.after.in_((Stage.CUSTOMER.value, Stage.LOST.value)))
            .group_by(stage_move.c.lead_id)
            .subquery()
        )
        rows = self._connection.execute(
            select(lead.c.id, lead.c.stage, lead.c.created_at, last.c.at)
            .join(last, last.c.lead_id == lead.c.id)
            .where(
                or_(
                    lead.c.stage == Stage.CUSTOMER.value,
                    and_(lead.c.stage == Stage.LOST.value, ~_happened(never)),
                ),
                _counts(samples),
            )
            .order_by(last.c.at.desc(), lead.c.id.desc())
            .limit(limit)
        )
        ended = [
            Ended(row.id, row.stage == Stage.CUSTOMER.value, row.created_at, row.at) for row in rows
        ]
        return tuple(reversed(ended))

    def silent(
        self, since: datetime, limit: int, *, samples: bool, never: Iterable[str]
    ) -> tuple[tuple[int, datetime, datetime], ...]:
        """Open leads not heard since then, the latest: id, began at, last heard at."""
        rows = self._connection.execute(
            select(lead.c.id, lead.c.created_at, lead.c.heard_at)
            .where(
                lead.c.stage.in_(_OPEN),
                lead.c.heard_at < since,
                ~_happened(never),
                _counts(samples),
            )
            .order_by(lead.c.heard_at.desc(), lead.c.id.desc())
            .limit(limit)
        )
        return tuple((row.id, row.created_at, row.heard_at) for row in rows)

    def undrawn(self, kind: str, since: datetime, until: datetime, limit: int) -> tuple[int, ...]:
        """Nurtured leads heard last in this time that nobody has, was offered or has drawn.

        `kind` is that of the event of a draw.
        """
        rows = self._connection.execute(
            select(lead.c.id)
            .where(
                lead.c.stage == Stage.MQL.value,
                lead.c.rep_id.is_(None),
                lead.c.heard_at >= since,
                lead.c.heard_at < until,
                ~_happened((kind, "alert")),
                _counts(samples=False),
            )
            .order_by(lead.c.id)
            .limit(limit)
        )
        return tuple(row.id for row in rows)

    def drawn(self, kind: str) -> dict[int, str]:
        """What the lot decided, by lead."""
        rows = self._connection.execute(
            select(event.c.lead_id, event.c.detail).where(event.c.kind == kind)
        )
        return {row.lead_id: row.detail for row in rows}

    def first_touch(self, lead_id: int, kinds: tuple[str, ...]) -> datetime | None:
        """When a rep first had the lead in hand; what is known of it later he may have written."""
        found: datetime | None = self._connection.execute(
            select(func.min(event.c.at)).where(event.c.lead_id == lead_id, event.c.kind.in_(kinds))
        ).scalar()
        return found

    def scored_before(
        self, lead_ids: Sequence[int], kinds: tuple[str, ...]
    ) -> tuple[tuple[int, float, Temperature], ...]:
        """The last score of each lead before an event of these kinds: id, points, temperature."""
        found: list[tuple[int, float, Temperature]] = []
        for start in range(0, len(lead_ids), _AT_ONCE):
            found += self._scored_before(lead_ids[start : start + _AT_ONCE], kinds)
        return tuple(found)

    def _scored_before(
        self, lead_ids: Sequence[int], kinds: tuple[str, ...]
    ) -> Iterator[tuple[int, float, Temperature]]:
        touched = (
            select(event.c.lead_id, func.min(event.c.at).label("at"))
            .where(event.c.lead_id.in_(lead_ids), event.c.kind.in_(kinds))
            .group_by(event.c.lead_id)
            .subquery()
        )
        last = (
            select(func.max(snapshot.c.id).label("id"))
            .outerjoin(touched, touched.c.lead_id == snapshot.c.lead_id)
            .where(
                snapshot.c.lead_id.in_(lead_ids),
                or_(touched.c.at.is_(None), snapshot.c.at < touched.c.at),
            )
            .group_by(snapshot.c.lead_id)
        )
        rows = self._connection.execute(
            select(snapshot.c.lead_id, snapshot.c.score, snapshot.c.temperature)
            .where(snapshot.c.id.in_(last))
            .order_by(snapshot.c.lead_id)
        )
        return ((row.lead_id, row.score, Temperature(row.temperature)) for row in rows)


def _happened(kinds: Iterable[str]) -> ColumnElement[bool]:
    return exists().where(event.c.lead_id == lead.c.id, event.c.kind.in_(sorted(kinds)))


def _counts(samples: bool) -> ColumnElement[bool]:
    return true() if samples else lead.c.sample.is_(False)


# A statement names so many leads at the most.
_AT_ONCE = 500
