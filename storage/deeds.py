"""What members did last, with how things stood before: each can be undone once, for a minute."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from storage.tables import deed


@dataclass(frozen=True, slots=True)
class Deed:
    """One act of a member on a lead. `before` is what it changed, as it was."""

    id: int
    lead_id: int
    staff_id: int
    kind: str
    before: dict[str, Any]


class Deeds:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(
        self, lead_id: int, staff_id: int, kind: str, before: dict[str, Any], now: datetime
    ) -> int:
        kept: int = self._connection.execute(
            insert(deed).returning(deed.c.id),
            {
                "lead_id": lead_id,
                "staff_id": staff_id,
                "kind": kind,
                "before": json.dumps(before, ensure_ascii=False),
                "at": now,
            },
        ).scalar_one()
        return kept

    def kind_of(self, deed_id: int) -> str:
        """What was done; "" where there is no such deed."""
        kind = self._connection.execute(select(deed.c.kind).where(deed.c.id == deed_id)).scalar()
        return kind or ""

    def undo(self, deed_id: int, staff_id: int, since: datetime, now: datetime) -> Deed | None:
        """The deed, to be undone now; None if it is another's, too old, or undone already."""
        undone = self._connection.execute(
            update(deed)
            .where(
                deed.c.id == deed_id,
                deed.c.staff_id == staff_id,
                deed.c.at >= since,
                deed.c.undone_at.is_(None),
            )
            .values(undone_at=now)
        )
        if undone.rowcount != 1:
            return None
        row = self._connection.execute(select(deed).where(deed.c.id == deed_id)).one()
        return Deed(row.id, row.lead_id, row.staff_id, row.kind, json.loads(row.before))
