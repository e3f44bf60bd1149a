"""The numbers managers ask for, counted from the rows themselves."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from sqlalchemy import Connection, func, select

from storage.tables import alert, event, lead, untied

WON, LOST = "won", "lost"
_Kind = tuple[str, str, str]  # temperature, stage, source


@dataclass(frozen=True, slots=True)
class PeriodTotals:
    """What happened in a period: the leads that came in it, as they are now, and outcomes in it."""

    new: int
    by_temperature: dict[str, int]
    by_stage: dict[str, int]
    by_source: dict[str, int]
    won: int
    won_value: int  # dong
    lost: int
    alerts: int
    claimed: int
    seconds_to_claim: float | None  # median, from the alert to the first claim


class Totals:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def between(self, start: datetime, end: datetime) -> PeriodTotals:
        """Count what falls in [start, end)."""
        came = self._came(start, end)
        outcomes = self._outcomes(start, end)
        alerts, claimed = self._alerts(start, end)
        return PeriodTotals(
            new=came.total(),
            by_temperature=_by(0, came),
            by_stage=_by(1, came),
            by_source=_by(2, came),
            won=outcomes.get(WON, (0, 0))[0],
            won_value=outcomes.get(WON, (0, 0))[1],
            lost=outcomes.get(LOST, (0, 0))[0],
            alerts=alerts,
            claimed=claimed,
            seconds_to_claim=self._middle_wait(start, end, claimed) if claimed else None,
        )

    def _came(self, start: datetime, end: datetime) -> Counter[_Kind]:
        """The leads that came, counted once for all the ways in which they are told."""
        columns = (lead.c.temperature, lead.c.stage, lead.c.source)
        rows = self._connection.execute(
            select(*columns, func.count())
            .where(lead.c.created_at >= start, lead.c.created_at < end, untied())
            .group_by(*columns)
        )
        return Counter({(row[0], row[1], row[2]): row[3] for row in rows})

    def _outcomes(self, start: datetime, end: datetime) -> dict[str, tuple[int, int]]:
        rows = self._connection.execute(
            select(event.c.kind, func.count(), func.coalesce(func.sum(event.c.amount), 0))
            .where(event.c.kind.in_((WON, LOST)), event.c.at >= start, event.c.at < end)
            .group_by(event.c.kind)
        )
        return {row[0]: (row[1], int(row[2])) for row in rows}

    def _alerts(self, start: datetime, end: datetime) -> tuple[int, int]:
        """How many there were, and how many of them were claimed."""
        row = self._connection.execute(
            select(func.count(), func.count(alert.c.seconds_to_claim)).where(
                alert.c.created_at >= start, alert.c.created_at < end
            )
        ).one()
        return row[0], row[1]

    def _middle_wait(self, start: datetime, end: datetime, claimed: int) -> float:
        """The median; the database sorts and hands over the one or two in the middle."""
        waits = self._connection.execute(
            select(alert.c.seconds_to_claim)
            .where(
                alert.c.created_at >= start,
                alert.c.created_at < end,
                alert.c.seconds_to_claim.is_not(None),
            )
            .order_by(alert.c.seconds_to_claim)
            .offset((claimed - 1) // 2)
            .limit(2 - claimed % 2)
        )
        middle: float = median(waits.scalars())
        return middle


def _by(place: int, came: Counter[_Kind]) -> dict[str, int]:
    """The same leads, told by one of the three alone."""
    counts: Counter[str] = Counter()
    for kind, count in came.items():
        counts[kind[place]] += count
    return dict(counts)
