"""The numbers managers ask for, counted from the rows themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, exists, func, select

from storage.tables import alert, event, lead, untied

WON, LOST = "won", "lost"
BREACHED = "sla_breached"
_Kind = tuple[str, str, str]  # temperature, stage, source


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Whose numbers: of one member of staff, of one source, of both, or everybody's."""

    rep_id: int | None = None
    source: str | None = None


EVERYBODY = Narrowed()


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


@dataclass(frozen=True, slots=True)
class SourceTotals:
    """What a source brought: the leads that came in a period, and what has become of them."""

    source: str
    leads: int
    hot: int
    won: int
    won_value: int  # dong


@dataclass(frozen=True, slots=True)
class RepTotals:
    """What one of the staff did in a period; times are seconds from alert to claim."""

    rep_id: int
    claimed: int
    median_seconds: float
    slow_seconds: float  # the ninetieth percentile
    breaches: int  # customers who heard of nobody in the time that is promised
    won: int
    won_value: int  # dong
    lost: int


class Totals:
    """The numbers of one moment: a report tells the leads of a period in several ways."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._counted: dict[tuple[datetime, datetime, Narrowed], Counter[_Kind]] = {}

    def between(
        self, start: datetime, end: datetime, narrowed: Narrowed = EVERYBODY
    ) -> PeriodTotals:
        """Count what falls in [start, end)."""
        came = self._came(start, end, narrowed)
        outcomes = self._outcomes(start, end, narrowed)
        alerts, claimed = self._alerts(start, end, narrowed)
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
            seconds_to_claim=self._middle_wait(start, end, claimed, narrowed) if claimed else None,
        )

    def by_source(self, start: datetime, end: datetime) -> tuple[SourceTotals, ...]:
        """The leads that came in [start, end) by where they came from, the most first."""
        came = self._came(start, end, EVERYBODY)
        hot: Counter[str] = Counter()
        for (temperature, _, source), count in came.items():
            hot[source] += count if temperature == "hot" else 0
        won = {
            row[0]: (row[1], int(row[2]))
            for row in self._connection.execute(
                select(lead.c.source, func.count(), func.coalesce(func.sum(event.c.amount), 0))
                .join(event, of_few(event.c.lead_id))
                .where(lead.c.created_at >= start, lead.c.created_at < end, event.c.kind == WON)
                .group_by(lead.c.source)
            )
        }
        totals = (
            SourceTotals(source, leads, hot[source], *won.get(source, (0, 0)))
            for source, leads in _by(2, came).items()
        )
        return tuple(sorted(totals, key=lambda one: (-one.leads, one.source)))

    def by_rep(self, start: datetime, end: datetime) -> tuple[RepTotals, ...]:
        """What the staff did in [start, end), who claimed most first."""
        waits: dict[int, list[float]] = {}
        for rep_id, seconds in self._connection.execute(
            select(alert.c.claimed_by, alert.c.seconds_to_claim).where(
                alert.c.created_at >= start,
                alert.c.created_at < end,
                alert.c.claimed_by.is_not(None),
                alert.c.seconds_to_claim.is_not(None),
            )
        ):
            waits.setdefault(rep_id, []).append(seconds)
        done: dict[int, dict[str, tuple[int, int]]] = {}
        for rep_id, kind, count, amount in self._connection.execute(
            select(
                event.c.staff_id,
                event.c.kind,
                func.count(),
                func.coalesce(func.sum(event.c.amount), 0),
            )
            .where(
                event.c.kind.in_((WON, LOST, BREACHED)),
                event.c.at >= start,
                event.c.at < end,
                event.c.staff_id.is_not(None),
            )
            .group_by(event.c.staff_id, event.c.kind)
        ):
            done.setdefault(rep_id, {})[kind] = (count, int(amount))
        totals = (
            _of_rep(rep_id, sorted(waits.get(rep_id, ())), done.get(rep_id, {}))
            for rep_id in waits.keys() | done.keys()
        )
        return tuple(sorted(totals, key=lambda one: (-one.claimed, one.rep_id)))

    def _came(self, start: datetime, end: datetime, narrowed: Narrowed) -> Counter[_Kind]:
        """The leads that came, counted once for all the ways in which they are told."""
        asked = (start, end, narrowed)
        if asked not in self._counted:
            self._counted[asked] = self._count_those_who_came(start, end, narrowed)
        return self._counted[asked]

    def _count_those_who_came(
        self, start: datetime, end: datetime, narrowed: Narrowed
    ) -> Counter[_Kind]:
        columns = (lead.c.temperature, lead.c.stage, lead.c.source)
        counted = select(*columns, func.count()).where(
            lead.c.created_at >= start, lead.c.created_at < end, untied()
        )
        counted = counted.where(*of_leads(narrowed)).group_by(*columns)
        rows = self._connection.execute(counted)
        return Counter({(row[0], row[1], row[2]): row[3] for row in rows})

    def _outcomes(
        self, start: datetime, end: datetime, narrowed: Narrowed
    ) -> dict[str, tuple[int, int]]:
        rows = self._connection.execute(
            select(event.c.kind, func.count(), func.coalesce(func.sum(event.c.amount), 0))
            .where(
                event.c.kind.in_((WON, LOST)),
                event.c.at >= start,
                event.c.at < end,
                *narrowing(narrowed, event.c.staff_id, event.c.lead_id),
            )
            .group_by(event.c.kind)
        )
        return {row[0]: (row[1], int(row[2])) for row in rows}

    def _alerts(self, start: datetime, end: datetime, narrowed: Narrowed) -> tuple[int, int]:
        """How many there were, and how many of them were claimed."""
        row = self._connection.execute(
            select(func.count(), func.count(alert.c.seconds_to_claim)).where(
                alert.c.created_at >= start,
                alert.c.created_at < end,
                *narrowing(narrowed, alert.c.claimed_by, alert.c.lead_id),
            )
        ).one()
        return row[0], row[1]

    def _middle_wait(
        self, start: datetime, end: datetime, claimed: int, narrowed: Narrowed
    ) -> float:
        """The median; the database sorts and hands over the one or two in the middle."""
        waits = self._connection.execute(
            select(alert.c.seconds_to_claim)
            .where(
                alert.c.created_at >= start,
                alert.c.created_at < end,
                alert.c.seconds_to_claim.is_not(None),
                *narrowing(narrowed, alert.c.claimed_by, alert.c.lead_id),
            )
            .order_by(alert.c.seconds_to_claim)
            .offset((claimed - 1) // 2)
            .limit(2 - claimed % 2)
        )
        return _middle(waits.scalars().all())


def of_few(about: ColumnElement[int]) -> ColumnElement[bool]:
    """That rows are about the lead, where they are fewer than the leads: SQLite sets out from
    them, for so spelled it finds the lead by the row and not the row by the lead.
    """
    return func.coalesce(about, 0) == lead.c.id


def of_leads(narrowed: Narrowed) -> list[ColumnElement[bool]]:
    """The conditions on leads themselves: whose they are, and where they came from."""
    found = [] if narrowed.rep_id is None else [lead.c.rep_id == narrowed.rep_id]
    if narrowed.source is not None:
        found.append(lead.c.source == narrowed.source)
    return found


def narrowing(
    narrowed: Narrowed, whose: ColumnElement[int], about: ColumnElement[int]
) -> list[ColumnElement[bool]]:
    """The conditions on rows that name a member of staff and a lead."""
    found = [] if narrowed.rep_id is None else [whose == narrowed.rep_id]
    if narrowed.source is not None:
        # Of each row in turn: the leads of a source, all that ever came, are far more.
        found.append(exists().where(lead.c.id == about, lead.c.source == narrowed.source))
    return found


def _of_rep(rep_id: int, waits: Sequence[float], done: dict[str, tuple[int, int]]) -> RepTotals:
    return RepTotals(
        rep_id=rep_id,
        claimed=len(waits),
        median_seconds=_middle(waits[(len(waits) - 1) // 2 : len(waits) // 2 + 1]) if waits else 0,
        slow_seconds=waits[min(len(waits) - 1, len(waits) * 9 // 10)] if waits else 0,
        breaches=done.get(BREACHED, (0, 0))[0],
        won=done.get(WON, (0, 0))[0],
        won_value=done.get(WON, (0, 0))[1],
        lost=done.get(LOST, (0, 0))[0],
    )


def _middle(one_or_two: Sequence[float]) -> float:
    return sum(one_or_two) / len(one_or_two)


def _by(place: int, came: Counter[_Kind]) -> dict[str, int]:
    """The same leads, told by one of the three alone."""
    counts: Counter[str] = Counter()
    for kind, count in came.items():
        counts[kind[place]] += count
    return dict(counts)
