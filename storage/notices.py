"""What another program is to be told of leads: a row each, gone once it was told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from storage.prepared import Prepared
from storage.settings import Settings
from storage.tables import in_state, notice

DUE, DEAD = "due", "dead"
_WANTED = "notices_wanted"  # setting: somebody is to be told at all


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell. `key` is the same at each try, so that the far end drops a repeat."""

    id: int
    key: str
    kind: str
    payload: str
    attempts: int
    created_at: datetime


class Notices:
    def __init__(self, connection: Connection, due_at: list[datetime]) -> None:
        self._connection = connection
        self._due_at = due_at

    def are_wanted(self) -> bool:
        return Settings(self._connection).get(_WANTED) is not None

    def want(self, wanted: bool) -> None:
        """From now on somebody is told, or nobody is: then what waits is dropped."""
        settings = Settings(self._connection)
        if wanted:
            settings.put(_WANTED, "yes")
            return
        settings.drop(_WANTED)
        self._connection.execute(delete(notice))

    def put(self, key: str, kind: str, lead_id: int | None, payload: str, now: datetime) -> None:
        self._due_at.append(now)
        _PUT.change(
            self._connection,
            key=key,
            lead_id=lead_id,
            kind=kind,
            payload=payload,
            state=DUE,
            due_at=now,
            created_at=now,
        )

    def take(self, now: datetime, most: int, lease: timedelta) -> tuple[Notice, ...]:
        """What may be told now, the oldest of each lead; due again after `lease` unless settled."""
        rows = self._connection.execute(_TAKE, {"now": now, "most": most}).all()
        if rows:
            self._connection.execute(
                update(notice)
                .where(notice.c.id.in_([row.id for row in rows]))
                .values(due_at=now + lease, attempts=notice.c.attempts + 1)
            )
        return tuple(
            Notice(row.id, row.key, row.kind, row.payload, row.attempts + 1, row.created_at)
            for row in rows
        )

    def told(self, notice_id: int) -> None:
        self._connection.execute(delete(notice).where(notice.c.id == notice_id))

    def later(self, notice_id: int, at: datetime, why: str) -> None:
        self._settle(notice_id, due_at=at, error=why)

    def give_up(self, notice_id: int, why: str) -> None:
        """It will never be taken: that it was not stays, what it said goes."""
        self._settle(notice_id, state=DEAD, error=why, payload="")

    def standing(self) -> dict[str, int]:
        """How many wait, and how many were given up."""
        rows = self._connection.execute(
            select(notice.c.state, func.count()).group_by(notice.c.state)
        )
        return {row[0]: row[1] for row in rows}

    def _settle(self, notice_id: int, **values: object) -> None:
        self._connection.execute(update(notice).where(notice.c.id == notice_id).values(**values))


_PUT = Prepared(insert(notice))
_EARLIER = notice.alias("earlier")
_TAKE = (
    select(notice)
    .where(
        in_state(notice, DUE),
        notice.c.due_at <= bindparam("now"),
        # Of one lead in the order in which it happened.
        ~select(_EARLIER.c.id)
        .where(
            _EARLIER.c.lead_id == notice.c.lead_id,
            _EARLIER.c.id < notice.c.id,
            in_state(_EARLIER, DUE),
        )
        .exists(),
    )
    .order_by(notice.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
