"""The learned scores: every version that was ever fitted for use, and which is in force."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select, update

from storage.database import insert_once
from storage.tables import score_model

SHADOW = "shadow"  # fitted, watched, not used
ACTIVE = "active"
RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Version:
    """One fitted score. `who` and `why` are of its last change of state."""

    id: int
    hash: str
    state: str
    content: str
    parent: str
    metrics: Mapping[str, Any]
    who: str
    why: str
    created_at: datetime
    changed_at: datetime


class Models:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(
        self,
        name: str,
        content: str,
        metrics: Mapping[str, Any],
        *,
        parent: str,
        who: str,
        why: str,
        now: datetime,
    ) -> None:
        """Keep a new version in the shadow, in place of one that was never used."""
        never_used = (score_model.c.state == SHADOW, score_model.c.hash != name)
        self._connection.execute(delete(score_model).where(*never_used))
        insert_once(
            self._connection,
            score_model,
            {
                "hash": name,
                "state": SHADOW,
                "content": content,
                "parent": parent,
                "metrics": json.dumps(metrics),
                "who": who,
                "why": why,
                "created_at": now,
                "changed_at": now,
            },
        )

    def activate(self, name: str, *, who: str, why: str, now: datetime) -> None:
        """Put a version in force; the one before it retires."""
        self.retire(who=who, why=f"-> {name}", now=now)
        self._change(score_model.c.hash == name, ACTIVE, who, why, now)

    def retire(self, *, who: str, why: str, now: datetime) -> None:
        """Take the version in force out of it: the points alone count again."""
        self._change(score_model.c.state == ACTIVE, RETIRED, who, why, now)

    def active(self) -> Version | None:
        return self._first(score_model.c.state == ACTIVE)

    def shadow(self) -> Version | None:
        return self._first(score_model.c.state == SHADOW)

    def version(self, name: str) -> Version | None:
        return self._first(score_model.c.hash == name)

    def content(self, name: str) -> str:
        """The text of a version. Raises NoResultFound where there is none of this hash."""
        query = select(score_model.c.content).where(score_model.c.hash == name)
        text: str = self._connection.execute(query).scalar_one()
        return text

    def versions(self) -> tuple[Version, ...]:
        rows = self._connection.execute(select(score_model).order_by(score_model.c.id))
        return tuple(map(_version, rows))

    def _first(self, where: Any) -> Version | None:
        query = select(score_model).where(where).order_by(score_model.c.id.desc()).limit(1)
        row = self._connection.execute(query).first()
        return None if row is None else _version(row)

    def _change(self, where: Any, state: str, who: str, why: str, now: datetime) -> None:
        changed = {"state": state, "who": who, "why": why, "changed_at": now}
        self._connection.execute(update(score_model).where(where).values(changed))


def _version(row: Any) -> Version:
    return Version(
        row.id,
        row.hash,
        row.state,
        row.content,
        row.parent,
        json.loads(row.metrics),
        row.who,
        row.why,
        row.created_at,
        row.changed_at,
    )
