"""How the work ahead stands: what is due, what was sent or refused, what is in doubt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, bindparam, func, select

from storage import follow_ups as steps
from storage import outbox as outgoing
from storage.prepared import Prepared
from storage.tables import event, follow_up, in_state, outbox


@dataclass(frozen=True, slots=True)
class Standing:
    """Counts of follow-ups; refusals by reason, the leads whose messages are in doubt."""

    due: int
    soon: int
    later: int
    sent: int
    refused: tuple[tuple[str, int], ...]
    failed: int
    doubtful_leads: tuple[int, ...]


class Queue:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def standing(self, now: datetime, soon: datetime, since: datetime) -> Standing:
        """What waits now, until `soon` and later; what was done since `since`."""
        due, ahead, later = (
            self._connection.execute(
                _COUNT.where(in_state(follow_up, steps.DUE), when)
            ).scalar_one()
            for when in (
                follow_up.c.due_at <= now,
                and_(follow_up.c.due_at > now, follow_up.c.due_at <= soon),
                follow_up.c.due_at > soon,
            )
        )
        refused = self._connection.execute(
            select(event.c.detail, func.count())
            .where(event.c.kind.in_(("follow_up_refused", "follow_up_moved")), event.c.at > since)
            .group_by(event.c.detail)
            .order_by(func.count().desc())
        )
        sent = self._connection.execute(
            select(func.count())
            .select_from(event)
            .where(event.c.kind == "follow_up_sent", event.c.at > since)
        ).scalar_one()
        failed = self._connection.execute(
            _COUNT.where(in_state(follow_up, steps.DEAD))
        ).scalar_one()
        doubtful = self._connection.execute(
            select(outbox.c.lead_id)
            .where(
                in_state(outbox, *_UNSETTLED),
                outbox.c.state == outgoing.UNKNOWN,
                outbox.c.lead_id.is_not(None),
            )
            .distinct()
            .limit(20)
        )
        return Standing(
            due,
            ahead,
            later,
            sent,
            tuple((row[0], row[1]) for row in refused),
            failed,
            tuple(row.lead_id for row in doubtful),
        )

    def full_channels(self, most: int, channels: tuple[str, ...]) -> tuple[str, ...]:
        """Channels on which so many follow-ups wait to leave that no more should be added."""
        return tuple(
            name
            for name in channels
            if _WAITING.scalar(self._connection, in_channel=name, most=most) >= most
        )


_COUNT = select(func.count()).select_from(follow_up)
# As the index over them spells it.
_UNSETTLED = (outgoing.CLAIMED, outgoing.SENDING, outgoing.UNKNOWN, outgoing.DEAD)
_WAITING = Prepared(
    select(func.count()).select_from(
        select(outbox.c.id)
        .where(
            outbox.c.channel == bindparam("in_channel"),
            in_state(outbox, outgoing.DUE),
            outbox.c.urgency == int(outgoing.Urgency.FOLLOW_UP),
        )
        .limit(bindparam("most"))
        .subquery()
    )
)
