"""Two leads that are one person become one, and two again if that was wrong."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table, select, update

from storage.tables import alert, contact, enrolment, event, fact, follow_up, outbox, snapshot

# What hangs on a lead and goes with the person.
_MOVED: tuple[Table, ...] = (contact, fact, event, snapshot, follow_up, enrolment, alert, outbox)


class Merges:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def join(self, kept: int, gone: int) -> dict[str, list[int]]:
        """All of `gone` is `kept`'s now; answers the rows that moved, for `part`."""
        moved: dict[str, list[int]] = {}
        for table in _MOVED:
            rows = self._connection.execute(select(table.c.id).where(table.c.lead_id == gone))
            moved[table.name] = [row.id for row in rows]
            self._connection.execute(
                update(table).where(table.c.lead_id == gone).values(lead_id=kept)
            )
        return moved

    def part(self, gone: int, moved: dict[str, Any]) -> None:
        """Those rows are `gone`'s again."""
        for table in _MOVED:
            ids = moved.get(table.name, [])
            for start in range(0, len(ids), _AT_ONCE):
                self._connection.execute(
                    update(table)
                    .where(table.c.id.in_(ids[start : start + _AT_ONCE]))
                    .values(lead_id=gone)
                )


_AT_ONCE = 500
