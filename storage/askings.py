"""Every asking of a question, and what became of it: the rows of the funnel."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from storage.database import insert_once
from storage.prepared import Prepared
from storage.tables import asking, lead
from storage.totals import EVERYBODY, Narrowed, of_leads

BUTTON, NUMBER, TEXT, SKIPPED = "button", "number", "text", "skipped"


@dataclass(frozen=True, slots=True)
class AskingTotals:
    """How one wording of one question fared in a period."""

    slot: str
    variant: int | None  # 0 for the first wording, None for all of them together
    shown: int
    button: int
    number: int
    text: int
    skipped: int
    left: int  # not answered, and nothing else done with it either
    seconds: float | None  # median, from asking to answer

    @property
    def answered(self) -> int:
        return self.button + self.number + self.text


class Askings:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def shown(self, lead_id: int, prospect_id: int, slot: str, variant: int, now: datetime) -> None:
        """A question is put to somebody; one that still stands open is not put twice."""
        row: dict[str, Any] = {
            "lead_id": lead_id,
            "slot": slot,
            "variant": variant,
            "how": "",
            "open": f"{prospect_id}:{slot}",
            "shown_at": now,
        }
        insert_once(self._connection, asking, row)

    def settled(self, prospect_id: int, slot: str, how: str, now: datetime) -> None:
        """The open question was answered or skipped; nothing where none stands open."""
        _SETTLED.change(self._connection, stands=f"{prospect_id}:{slot}", by=how, when=now)

    def between(
        self, start: datetime, end: datetime, narrowed: Narrowed = EVERYBODY
    ) -> tuple[AskingTotals, ...]:
        """What was asked in [start, end), each question as a whole and by its wordings.

        Sample leads do not count.
        """
        rows = self._connection.execute(
            select(asking.c.slot, asking.c.variant, asking.c.how, asking.c.shown_at)
            .add_columns(asking.c.settled_at)
            .join(lead, lead.c.id == asking.c.lead_id)
            .where(
                asking.c.shown_at >= start,
                asking.c.shown_at < end,
                lead.c.sample.is_(False),
                *of_leads(narrowed),
            )
        )
        groups: dict[tuple[str, int | None], list[Any]] = defaultdict(list)
        for row in rows:
            groups[row.slot, None].append(row)
            groups[row.slot, row.variant].append(row)
        return tuple(_totals(slot, variant, found) for (slot, variant), found in groups.items())


def _totals(slot: str, variant: int | None, rows: list[Any]) -> AskingTotals:
    counts = {how: sum(row.how == how for row in rows) for how in (BUTTON, NUMBER, TEXT, SKIPPED)}
    waits = [
        (row.settled_at - row.shown_at).total_seconds()
        for row in rows
        if row.how in (BUTTON, NUMBER, TEXT)
    ]
    return AskingTotals(
        slot,
        variant,
        shown=len(rows),
        **counts,
        left=len(rows) - sum(counts.values()),
        seconds=median(waits) if waits else None,
    )


_SETTLED = Prepared(
    update(asking)
    .where(asking.c.open == bindparam("stands"))
    .values(open=None, how=bindparam("by"), settled_at=bindparam("when"))
)
