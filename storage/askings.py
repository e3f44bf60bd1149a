"""Every asking of a question, and what became of it: the rows of the funnel."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from itertools import accumulate
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from storage.database import insert_once
from storage.prepared import Prepared
from storage.spans import SecondsBetween
from storage.tables import asking, is_sample, lead
from storage.totals import EVERYBODY, Narrowed, of_leads

BUTTON, NUMBER, TEXT, SKIPPED = "button", "number", "text", "skipped"
_ANSWERED = (BUTTON, NUMBER, TEXT)


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
    seconds: float | None  # median, from asking to answer, each in whole seconds

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
        seconds = SecondsBetween(asking.c.shown_at, asking.c.settled_at).label("seconds")
        # The seconds first: they tell rows apart at once, and words take longer to compare.
        each = (seconds, asking.c.slot, asking.c.variant, asking.c.how)
        asked = select(*each, func.count().label("askings")).where(
            asking.c.shown_at >= start, asking.c.shown_at < end
        )
        if narrowed == EVERYBODY:
            # The samples are a handful: nobody need be looked up.
            asked = asked.where(asking.c.lead_id.not_in(_SAMPLES))
        else:
            asked = asked.join(lead, lead.c.id == asking.c.lead_id).where(
                lead.c.sample.is_(False), *of_leads(narrowed)
            )
        groups: dict[tuple[str, int | None], _Fared] = defaultdict(_Fared)
        rows = self._connection.execute(asked.group_by(*each).order_by(seconds))
        for row in rows:
            groups[row.slot, None].add(row.how, row.seconds, row.askings)
            groups[row.slot, row.variant].add(row.how, row.seconds, row.askings)
        return tuple(one.totals(slot, variant) for (slot, variant), one in groups.items())


@dataclass(slots=True)
class _Fared:
    """How often what became of the same question, and how often an answer took how long."""

    hows: Counter[str] = field(default_factory=Counter)
    waits: Counter[int] = field(default_factory=Counter)  # by whole seconds, in their order

    def add(self, how: str, seconds: int | None, askings: int) -> None:
        self.hows[how] += askings
        if how in _ANSWERED and seconds is not None:
            self.waits[seconds] += askings

    def totals(self, slot: str, variant: int | None) -> AskingTotals:
        counts = {how: self.hows[how] for how in (*_ANSWERED, SKIPPED)}
        shown = self.hows.total()
        left = shown - sum(counts.values())
        return AskingTotals(slot, variant, shown, **counts, left=left, seconds=_median(self.waits))


def _median(waits: Counter[int]) -> float | None:
    """The middle of so many, told by how often each came, in their order."""
    borders = list(accumulate(waits.values()))
    if not borders:
        return None
    seconds, last = list(waits), borders[-1]
    low, high = bisect_right(borders, (last - 1) // 2), bisect_right(borders, last // 2)
    return (seconds[low] + seconds[high]) / 2


_SAMPLES = select(lead.c.id).where(is_sample())
_SETTLED = Prepared(
    update(asking)
    .where(asking.c.open == bindparam("stands"))
    .values(open=None, how=bindparam("by"), settled_at=bindparam("when"))
)
