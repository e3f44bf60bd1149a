"""What managers want told to them again and again, one row a wish; it falls due at `due_at`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from storage.tables import schedule


@dataclass(frozen=True, slots=True)
class Schedule:
    """A question for numbers that is asked by itself, and where its answer goes."""

    id: int
    staff_id: int
    channel: str
    chat_id: str
    view: str
    words: str  # of the question, folded
    often: str
    day: int
    at: str  # the time of the business's own clock, "08:00"
    due_at: datetime


class Schedules:
    def __init__(self, connection: Connection, due_at: list[datetime]) -> None:
        self._connection = connection
        self._due_at = due_at

    def put(self, wanted: Schedule, now: datetime) -> None:
        """Keep a wish (its `id` is not looked at); one of the same question takes its place."""
        self._due_at.append(wanted.due_at)
        self._connection.execute(
            delete(schedule).where(
                schedule.c.staff_id == wanted.staff_id,
                schedule.c.view == wanted.view,
                schedule.c.words == wanted.words,
                schedule.c.often == wanted.often,
            )
        )
        row = {name: getattr(wanted, name) for name in _WISHED}
        self._connection.execute(insert(schedule).values(created_at=now, **row))

    def of(self, staff_id: int) -> tuple[Schedule, ...]:
        """What one of the staff wants, the oldest wish first."""
        query = select(schedule).where(schedule.c.staff_id == staff_id).order_by(schedule.c.id)
        return tuple(map(_schedule, self._connection.execute(query)))

    def drop(self, staff_id: int, schedule_id: int | None = None) -> int:
        """He wants this one no more, or none; answers how many that were."""
        query = delete(schedule).where(schedule.c.staff_id == staff_id)
        if schedule_id is not None:
            query = query.where(schedule.c.id == schedule_id)
        return self._connection.execute(query).rowcount

    def due(self, now: datetime) -> tuple[Schedule, ...]:
        query = select(schedule).where(schedule.c.due_at <= now).order_by(schedule.c.due_at)
        return tuple(map(_schedule, self._connection.execute(query)))

    def move(self, wanted: Schedule, due_at: datetime) -> bool:
        """It comes then the next time. False: another did it first, or it is wanted no more."""
        moved = self._connection.execute(
            update(schedule)
            .where(schedule.c.id == wanted.id, schedule.c.due_at == wanted.due_at)
            .values(due_at=due_at)
        )
        if moved.rowcount:
            self._due_at.append(due_at)
        return moved.rowcount == 1

    def next_due(self, after: datetime) -> datetime | None:
        """When the next one later than this falls due."""
        query = select(func.min(schedule.c.due_at)).where(schedule.c.due_at > after)
        return self._connection.execute(query).scalar()


_WISHED = ("staff_id", "channel", "chat_id", "view", "words", "often", "day", "at", "due_at")


def _schedule(row: Any) -> Schedule:
    return Schedule(row.id, *(getattr(row, name) for name in _WISHED))
