"""Who bought: the leads that were won in a time, with what was known of each by then."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from scoring.lead import Fact, Lead, Profile
from storage.lead_rows import fact_from, freeze_from
from storage.tables import event, fact, inbox, lead, untied
from storage.totals import WON, of_few

_Won = Select[Any]  # id, name, profile, frozen, source, channel, won_at, amount


@dataclass(frozen=True, slots=True)
class Buyer:
    """A lead that was won; `amount` is all that it paid in the time, whole dong.

    `lead` has the facts that were known at the end of the time, and no score.
    """

    lead: Lead
    won_at: datetime  # first
    amount: int


class Buyers:
    """`most` is how many leads are read, some hundreds: a statement names each of them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self, start: datetime, end: datetime, most: int) -> int:
        """How many leads were won in [start, end]; nobody is counted beyond `most`."""
        won = select(lead.c.id).join(event, of_few(event.c.lead_id)).where(*_in_time(start, end))
        some = won.distinct().limit(most).subquery()
        return self._connection.execute(select(func.count()).select_from(some)).scalar_one()

    def between(self, start: datetime, end: datetime, most: int) -> tuple[Buyer, ...]:
        """Those won in [start, end], the latest sales first; each once."""
        latest = _won(start, end).order_by(func.max(event.c.at).desc(), lead.c.id.desc())
        latest = latest.limit(most)
        rows = self._connection.execute(latest).all()
        facts = self._facts([row.id for row in rows], end)
        return tuple(
            Buyer(
                Lead(
                    id=row.id,
                    name=row.name,
                    facts=tuple(facts.get(row.id, ())),
                    profile=Profile(**json.loads(row.profile)),
                    frozen=freeze_from(row.frozen),
                    source=row.source,
                    channel=row.channel,
                ),
                row.won_at,
                int(row.amount or 0),
            )
            for row in rows
        )

    def words(self, message_ids: Sequence[int]) -> dict[int, str]:
        """What stands in these messages of prospects, by row of the inbox; some hundred at most."""
        rows = self._connection.execute(
            select(inbox.c.id, inbox.c.payload).where(inbox.c.id.in_(message_ids))
        )
        return {row.id: json.loads(row.payload).get("text", "") for row in rows}

    def _facts(self, lead_ids: list[int], end: datetime) -> dict[int, list[Fact]]:
        rows = self._connection.execute(
            select(fact)
            .where(fact.c.lead_id.in_(lead_ids), fact.c.learned_at <= end)
            .order_by(fact.c.id)
        )
        found: dict[int, list[Fact]] = {}
        for row in rows:
            found.setdefault(row.lead_id, []).append(fact_from(row))
        return found


def _won(start: datetime, end: datetime) -> _Won:
    kept = (
        *(lead.c.id, lead.c.name, lead.c.profile, lead.c.frozen),
        *(lead.c.source, lead.c.channel),
    )
    return (
        select(
            *kept,
            func.min(event.c.at, type_=event.c.at.type).label("won_at"),
            func.sum(event.c.amount).label("amount"),
        )
        .join(event, of_few(event.c.lead_id))
        .where(*_in_time(start, end))
        .group_by(*kept)
    )


def _in_time(start: datetime, end: datetime) -> tuple[ColumnElement[bool], ...]:
    return event.c.kind == WON, event.c.at >= start, event.c.at <= end, untied()
