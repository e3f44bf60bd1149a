"""How a period went: what came and what was won in each stretch of it, how long alerts waited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise

from sqlalchemy import ColumnElement, Connection, and_, func, select

from storage.tables import alert, event, lead, untied
from storage.totals import EVERYBODY, WON, Narrowed, narrowing, of_few, of_leads


class Trends:
    """Counts side by side, in one walk over the rows; they add up to those of `Totals`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def came(self, borders: Sequence[datetime], narrowed: Narrowed = EVERYBODY) -> tuple[int, ...]:
        """The leads that came between each border and the next."""
        return self._counts(
            _stretches(lead.c.created_at, borders),
            lead.c.created_at >= borders[0],
            lead.c.created_at < borders[-1],
            untied(),
            *of_leads(narrowed),
        )

    def won(self, borders: Sequence[datetime], narrowed: Narrowed = EVERYBODY) -> tuple[int, ...]:
        """The leads that were won between each border and the next, whenever they came."""
        return self._counts(
            _stretches(event.c.at, borders),
            event.c.kind == WON,
            event.c.at >= borders[0],
            event.c.at < borders[-1],
            *narrowing(narrowed, event.c.staff_id, event.c.lead_id),
        )

    def sales(
        self, start: datetime, end: datetime, narrowed: Narrowed = EVERYBODY
    ) -> tuple[tuple[datetime, datetime], ...]:
        """Of the leads that came in [start, end) and were won since: when, and when first won."""
        rows = self._connection.execute(
            select(lead.c.created_at, func.min(event.c.at, type_=event.c.at.type))
            .join(event, of_few(event.c.lead_id))
            .where(
                event.c.kind == WON,
                lead.c.created_at >= start,
                lead.c.created_at < end,
                untied(),
                *of_leads(narrowed),
            )
            .group_by(lead.c.id, lead.c.created_at)
        )
        return tuple((row[0], row[1]) for row in rows)

    def waits(
        self,
        start: datetime,
        end: datetime,
        borders: Sequence[float],
        narrowed: Narrowed = EVERYBODY,
    ) -> tuple[int, ...]:
        """Alerts of [start, end) that were claimed, by how many seconds that took.

        One number more than there are borders: up to each of them, and beyond the last.
        """
        took = alert.c.seconds_to_claim
        spans = [and_(took > low, took <= high) for low, high in pairwise(borders)]
        return self._counts(
            (took <= borders[0], *spans, took > borders[-1]),
            alert.c.created_at >= start,
            alert.c.created_at < end,
            took.is_not(None),
            *narrowing(narrowed, alert.c.claimed_by, alert.c.lead_id),
        )

    def _counts(
        self, each: Iterable[ColumnElement[bool]], *where: ColumnElement[bool]
    ) -> tuple[int, ...]:
        counts = (func.count().filter(one) for one in each)
        return tuple(self._connection.execute(select(*counts).where(*where)).one())


def _stretches(
    at: ColumnElement[datetime], borders: Sequence[datetime]
) -> list[ColumnElement[bool]]:
    return [and_(at >= start, at < end) for start, end in pairwise(borders)]
