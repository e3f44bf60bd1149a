"""Moves of leads between stages: who, when, why, and how long each stage had lasted."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, func, insert, select

from scoring.lead import Stage
from storage.prepared import Prepared
from storage.tables import lead, stage_move


class StageMoves:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def record(
        self, lead_id: int, before: Stage, after: Stage, *, who: str, why: str, now: datetime
    ) -> None:
        """Keep the record of a move between stages, with the time in the stage that it leaves."""
        since: datetime | None = _IN_STAGE_SINCE.scalar(self._connection, lead=lead_id)
        _MOVED.change(
            self._connection,
            seconds=max(0.0, (now - since).total_seconds()) if since is not None else 0.0,
            lead_id=lead_id,
            at=now,
            before=before.value,
            after=after.value,
            who=who,
            why=why,
        )

    def of_lead(self, lead_id: int) -> tuple[tuple[datetime, str, str, str, str], ...]:
        """The moves between stages: at, before, after, who, why."""
        rows = self._connection.execute(
            select(stage_move).where(stage_move.c.lead_id == lead_id).order_by(stage_move.c.id)
        )
        return tuple((row.at, row.before, row.after, row.who, row.why) for row in rows)

    def stays(self, lead_id: int) -> tuple[tuple[Stage, timedelta], ...]:
        """The stages a lead has left, in order, and how long it was in each."""
        rows = self._connection.execute(
            select(stage_move.c.before, stage_move.c.seconds)
            .where(stage_move.c.lead_id == lead_id)
            .order_by(stage_move.c.id)
        )
        return tuple((Stage(row.before), timedelta(seconds=row.seconds)) for row in rows)


_MOVED = Prepared(insert(stage_move))
_LAST_MOVE = (
    select(func.max(stage_move.c.at))
    .where(stage_move.c.lead_id == bindparam("lead"))
    .scalar_subquery()
)
_IN_STAGE_SINCE = Prepared(
    select(func.coalesce(_LAST_MOVE, lead.c.created_at, type_=lead.c.created_at.type)).where(
        lead.c.id == bindparam("lead")
    )
)
