"""Hot leads on offer: how far each has climbed, whose it is, when the next rung comes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, update

from storage.prepared import Prepared
from storage.steps import HANDED_OVER, take, take_by_alert
from storage.tables import alert, alert_card, in_state

OFFERED, CLAIMED, CLOSED = "offered", "claimed", "closed"


@dataclass(frozen=True, slots=True)
class Alert:
    """A lead that wants a human now. `rung` counts how far up the ladder it has climbed."""

    id: int
    lead_id: int
    reason: str
    state: str
    rung: int
    claimed_by: int | None
    claimed_at: datetime | None
    created_at: datetime
    touched_at: datetime | None = None
    offered_to: int | None = None
    touch_by: datetime | None = None
    promised: str = ""
    offers: Mapping[str, str] = field(default_factory=dict)  # what it is about, by language


class Alerts:
    def __init__(self, connection: Connection, due_at: list[datetime]) -> None:
        self._connection = connection
        self._due_at = due_at

    def open(
        self,
        lead_id: int,
        reason: str,
        next_rung_at: datetime,
        now: datetime,
        *,
        touch_by: datetime | None = None,
        promised: str = "",
        offers: Mapping[str, str] | None = None,
    ) -> int:
        self._due_at.append(next_rung_at)
        alert_id: int = _OPEN.scalar(
            self._connection,
            lead_id=lead_id,
            reason=reason,
            state=OFFERED,
            due_at=next_rung_at,
            created_at=now,
            touch_by=touch_by,
            promised=promised[:64],
            offers=json.dumps(offers or {}, ensure_ascii=False),
        )
        return alert_id

    def get(self, alert_id: int) -> Alert | None:
        row = _ALERT.first(self._connection, alert=alert_id)
        return None if row is None else _alert(row)

    def open_of(self, lead_id: int) -> Alert | None:
        """The alert of this lead that is offered or being worked on."""
        row = _OPEN_OF.first(self._connection, lead=lead_id)
        return None if row is None else _alert(row)

    def claim(self, alert_id: int, staff_id: int, now: datetime) -> bool:
        """Take it. Exactly one caller is ever told True: the row itself decides."""
        offered = self.get(alert_id)
        if offered is None:
            return False
        waited = (now - offered.created_at).total_seconds()
        claimed = self._connection.execute(
            update(alert)
            .where(alert.c.id == alert_id, in_state(alert, OFFERED))
            .values(
                state=CLAIMED,
                claimed_by=staff_id,
                claimed_at=now,
                seconds_to_claim=func.coalesce(alert.c.seconds_to_claim, waited),
                touched_at=None,
                due_at=None,
            )
        )
        if claimed.rowcount != 1:
            return False
        take(self._connection, offered.lead_id, HANDED_OVER)
        return True

    def let_go(self, alert_id: int, staff_id: int, now: datetime) -> bool:
        """End it for the rep who has it. False: it is his no more."""
        ended = self._connection.execute(
            update(alert)
            .where(alert.c.id == alert_id, in_state(alert, CLAIMED), alert.c.claimed_by == staff_id)
            .values(state=CLOSED, closed_at=now, due_at=None)
        )
        return ended.rowcount == 1

    def hand_over(self, alert_id: int, staff_id: int, due_at: datetime, now: datetime) -> None:
        """Make it another's, whoever has it."""
        self._due_at.append(due_at)
        self._connection.execute(
            update(alert)
            .where(alert.c.id == alert_id)
            .values(
                state=CLAIMED, claimed_by=staff_id, claimed_at=now, touched_at=None, due_at=due_at
            )
        )
        take_by_alert(self._connection, alert_id, HANDED_OVER)

    def reopen(self, alert_id: int, staff_id: int, due_at: datetime) -> None:
        """A closed one is its owner's again: what closed it was undone."""
        self._due_at.append(due_at)
        self._connection.execute(
            update(alert)
            .where(alert.c.id == alert_id)
            .values(state=CLAIMED, claimed_by=staff_id, closed_at=None, due_at=due_at)
        )
        take_by_alert(self._connection, alert_id, HANDED_OVER)

    def rings_for(self, alert_id: int, reason: str) -> None:
        """What it is about has changed since it rang."""
        self._connection.execute(update(alert).where(alert.c.id == alert_id).values(reason=reason))

    def touched(self, lead_id: int, now: datetime) -> None:
        """A human did something about this lead."""
        self._connection.execute(
            update(alert)
            .where(alert.c.lead_id == lead_id, alert.c.state == CLAIMED)
            .values(touched_at=now)
        )

    def look_again(self, alert_id: int, at: datetime | None) -> None:
        """When the clock looks at it next."""
        if at is not None:
            self._due_at.append(at)
        self._connection.execute(update(alert).where(alert.c.id == alert_id).values(due_at=at))

    def offered_first(self, alert_id: int, staff_id: int, now: datetime) -> None:
        """Remember to whom it was offered before the others: it counts as his load."""
        self._connection.execute(
            update(alert).where(alert.c.id == alert_id).values(offered_to=staff_id, offered_at=now)
        )

    def close(self, alert_id: int, now: datetime) -> None:
        self._connection.execute(
            update(alert)
            .where(alert.c.id == alert_id)
            .values(state=CLOSED, closed_at=now, due_at=None)
        )

    def take_due(self, now: datetime, limit: int = 100) -> tuple[int, ...]:
        """The ids of the alerts whose next rung, or next look, has come."""
        rows = self._connection.execute(
            select(alert.c.id)
            .where(in_state(alert, OFFERED, CLAIMED), alert.c.due_at <= now)
            .order_by(alert.c.due_at)
            .limit(limit)
        )
        return tuple(row.id for row in rows)

    def lock_due(self, alert_id: int, now: datetime) -> Alert | None:
        """The alert, locked, if its time has still come."""
        row = self._connection.execute(
            select(alert)
            .where(
                alert.c.id == alert_id,
                in_state(alert, OFFERED, CLAIMED),
                alert.c.due_at <= now,
            )
            .with_for_update(skip_locked=True)
        ).first()
        return None if row is None else _alert(row)

    def climbed(self, alert_id: int, rung: int, next_rung_at: datetime | None) -> None:
        if next_rung_at is not None:
            self._due_at.append(next_rung_at)
        _CLIMBED.change(self._connection, alert=alert_id, next_rung=rung, next_at=next_rung_at)

    def loads(self) -> dict[int, int]:
        """How many leads each rep has on his hands: claimed, or before him alone just now.

        What climbed past him is everybody's: a night nobody answered is no load of his.
        """
        count: Counter[int] = Counter()
        for column, state, narrowed in (
            (alert.c.claimed_by, CLAIMED, []),
            (alert.c.offered_to, OFFERED, [alert.c.rung <= 1]),
        ):
            rows = self._connection.execute(
                select(column, func.count())
                .where(in_state(alert, state), column.is_not(None), *narrowed)
                .group_by(column)
            )
            count.update({row[0]: row[1] for row in rows})
        return dict(count)

    def taken_since(self, since: datetime) -> dict[int, tuple[int, datetime]]:
        """How many leads each rep claimed since then, and when the last."""
        rows = self._connection.execute(
            select(alert.c.claimed_by, func.count(), func.max(alert.c.claimed_at))
            .where(alert.c.claimed_at >= since, alert.c.claimed_by.is_not(None))
            .group_by(alert.c.claimed_by)
        )
        return {row[0]: (row[1], row[2]) for row in rows}

    def last_offers(self, since: datetime) -> dict[int, datetime]:
        """When each rep was last offered a lead before the others, as far back as `since`."""
        rows = self._connection.execute(
            select(alert.c.offered_to, func.max(alert.c.offered_at))
            .where(alert.c.created_at >= since, alert.c.offered_to.is_not(None))
            .group_by(alert.c.offered_to)
        )
        return {row[0]: row[1] for row in rows}

    def claimed_by(self, staff_id: int) -> tuple[Alert, ...]:
        """What a rep is still working on, the oldest first."""
        rows = self._connection.execute(
            select(alert)
            .where(alert.c.claimed_by == staff_id, in_state(alert, CLAIMED))
            .order_by(alert.c.id)
        )
        return tuple(map(_alert, rows))

    def offered_in(self, channel: str, chat_id: str) -> tuple[Alert, ...]:
        """The alerts on offer whose card stands in this chat."""
        rows = self._connection.execute(
            select(alert)
            .join(alert_card, alert_card.c.alert_id == alert.c.id)
            .where(
                in_state(alert, OFFERED),
                alert_card.c.channel == channel,
                alert_card.c.chat_id == chat_id,
            )
        )
        return tuple(map(_alert, rows))

    def next_due(self) -> datetime | None:
        return self._connection.execute(
            select(func.min(alert.c.due_at)).where(in_state(alert, OFFERED, CLAIMED))
        ).scalar()


def _alert(row: Any) -> Alert:
    return Alert(
        row.id,
        row.lead_id,
        row.reason,
        row.state,
        row.rung,
        row.claimed_by,
        row.claimed_at,
        row.created_at,
        row.touched_at,
        row.offered_to,
        row.touch_by,
        row.promised,
        json.loads(row.offers),
    )


_OPEN = Prepared(insert(alert).returning(alert.c.id))
_ALERT = Prepared(select(alert).where(alert.c.id == bindparam("alert")))
_OPEN_OF = Prepared(
    select(alert)
    .where(alert.c.lead_id == bindparam("lead"), in_state(alert, OFFERED, CLAIMED))
    .order_by(alert.c.id.desc())
    .limit(1)
)
_CLIMBED = Prepared(
    update(alert)
    .where(alert.c.id == bindparam("alert"))
    .values(rung=bindparam("next_rung"), due_at=bindparam("next_at"))
)
