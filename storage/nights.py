"""What each night found of the score, and the leads it looks at."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, exists, func, select, update

from scoring.lead import Stage, Temperature
from storage.database import upsert
from storage.tables import lead, score_night, snapshot

_OPEN = (Stage.NEW.value, Stage.MQL.value, Stage.SQL.value, Stage.OPPORTUNITY.value)


@dataclass(frozen=True, slots=True)
class Night:
    """The figures of one night; `news` is what the owner reads in the morning, by language."""

    day: date
    figures: Mapping[str, Any]
    news: Mapping[str, str] = field(default_factory=dict)


class Nights:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, night: Night) -> None:
        """Write down what a night found, in place of what an earlier look at that night did."""
        row = {
            "day": night.day.isoformat(),
            "figures": json.dumps(night.figures),
            "news": json.dumps(night.news, ensure_ascii=False) if any(night.news.values()) else "",
            "told_at": None,
        }
        upsert(self._connection, score_night, row, ("day",))

    def last(self) -> Night | None:
        query = select(score_night).order_by(score_night.c.day.desc()).limit(1)
        row = self._connection.execute(query).first()
        return None if row is None else _night(row)

    def untold(self) -> tuple[Night, ...]:
        """The nights whose news nobody has heard, oldest first."""
        rows = self._connection.execute(
            select(score_night)
            .where(score_night.c.news != "", score_night.c.told_at.is_(None))
            .order_by(score_night.c.day)
        )
        return tuple(map(_night, rows))

    def told(self, night: Night, now: datetime) -> None:
        """The owner has been told; he is not told again."""
        told = update(score_night).where(score_night.c.day == night.day.isoformat())
        self._connection.execute(told.values(told_at=now))

    # --- the leads of now ---------------------------------------------------------------------

    def arrived(
        self, since: datetime, until: datetime, limit: int
    ) -> tuple[tuple[int, datetime], ...]:
        """The latest leads that came in this time, with the moment, newest first; no samples."""
        rows = self._connection.execute(
            select(lead.c.id, lead.c.created_at)
            .where(lead.c.created_at >= since, lead.c.created_at < until, lead.c.sample.is_(False))
            .order_by(lead.c.id.desc())
            .limit(limit)
        )
        return tuple((row.id, row.created_at) for row in rows)

    def arrivals(self, since: datetime, until: datetime) -> int:
        """How many leads came in this time; no samples."""
        query = select(func.count()).select_from(lead)
        found: int = self._connection.execute(
            query.where(
                lead.c.created_at >= since, lead.c.created_at < until, lead.c.sample.is_(False)
            )
        ).scalar_one()
        return found

    def temperatures(self, lead_ids: Sequence[int]) -> dict[int, list[Temperature]]:
        """Every temperature these leads were found to have, in order."""
        rows = self._connection.execute(
            select(snapshot.c.lead_id, snapshot.c.temperature)
            .where(snapshot.c.lead_id.in_(lead_ids))
            .order_by(snapshot.c.id)
        )
        found: dict[int, list[Temperature]] = {}
        for row in rows:
            found.setdefault(row.lead_id, []).append(Temperature(row.temperature))
        return found

    def open_leads(self) -> dict[Temperature, int]:
        """How many open leads are how warm; no samples."""
        # By its name alone SQLite would walk them by temperature, and fetch each lead.
        warmth = func.coalesce(lead.c.temperature, "").label("temperature")
        rows = self._connection.execute(
            select(warmth, func.count().label("leads"))
            .where(lead.c.stage.in_(_OPEN), lead.c.sample.is_(False))
            .group_by(warmth)
        )
        return {Temperature(row.temperature): row.leads for row in rows}

    def unscored(self) -> int:
        """Leads that were heard and never weighed: there must be none."""
        scored = exists().where(snapshot.c.lead_id == lead.c.id)
        query = select(func.count()).select_from(lead)
        found: int = self._connection.execute(
            query.where(lead.c.heard_at.is_not(None), lead.c.sample.is_(False), ~scored)
        ).scalar_one()
        return found


def _night(row: Any) -> Night:
    return Night(date.fromisoformat(row.day), json.loads(row.figures), json.loads(row.news or "{}"))
