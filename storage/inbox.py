"""What came in, one row an event: stored before it is acknowledged, kept until it is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select, update

from storage.database import insert_once
from storage.prepared import Prepared
from storage.tables import in_state, inbox

WAITING, DONE, DEAD = "waiting", "done", "dead"
# A message whose handling failed so often is set aside; it must not block its chat.
MOST_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Admitted:
    """A stored event, not yet handled."""

    id: int
    payload: str


class Inbox:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def admit(
        self, channel: str, chat_id: str, key: str, payload: str, now: datetime
    ) -> int | None:
        """Store an event. None: it is here already, the platform repeats itself."""
        return insert_once(
            self._connection,
            inbox,
            {
                "channel": channel,
                "chat_id": chat_id,
                "key": key,
                "payload": payload,
                "state": WAITING,
                "admitted_at": now,
            },
        )

    def waiting(self, channel: str, chat_id: str) -> tuple[Admitted, ...]:
        """What this chat said and nobody has handled, in the order it came."""
        rows = _WAITING.all(self._connection, in_channel=channel, in_chat=chat_id)
        return tuple(Admitted(row.id, row.payload) for row in rows)

    def last_heard(self, channel: str, chat_id: str) -> datetime | None:
        """When something last came from this chat."""
        heard: datetime | None = _LAST_HEARD.scalar(
            self._connection, in_channel=channel, in_chat=chat_id
        )
        return heard

    def chats_waiting(self) -> tuple[tuple[str, str], ...]:
        """The chats with something unhandled, after a restart."""
        rows = self._connection.execute(
            select(inbox.c.channel, inbox.c.chat_id, func.min(inbox.c.id))
            .where(in_state(inbox, WAITING))
            .group_by(inbox.c.channel, inbox.c.chat_id)
            .order_by(func.min(inbox.c.id))
        )
        return tuple((row.channel, row.chat_id) for row in rows)

    def done(self, ids: tuple[int, ...]) -> None:
        for one in ids:
            _DONE.change(self._connection, row=one)

    def failed(self, ids: tuple[int, ...], error: str) -> bool:
        """Count a failure; True when the messages are set aside for good."""
        attempts = 0
        for one in ids:
            attempts = self._connection.execute(
                update(inbox)
                .where(inbox.c.id == one)
                .values(attempts=inbox.c.attempts + 1, error=error[:500])
                .returning(inbox.c.attempts)
            ).scalar_one()
        if attempts < MOST_ATTEMPTS:
            return False
        self._connection.execute(update(inbox).where(inbox.c.id.in_(ids)).values(state=DEAD))
        return True

    def oldest_waiting(self) -> datetime | None:
        return self._connection.execute(
            select(func.min(inbox.c.admitted_at)).where(in_state(inbox, WAITING))
        ).scalar()

    def dead(self) -> int:
        return self._connection.execute(
            select(func.count()).select_from(inbox).where(in_state(inbox, DEAD))
        ).scalar_one()


_WAITING = Prepared(
    select(inbox.c.id, inbox.c.payload)
    .where(
        inbox.c.channel == bindparam("in_channel"),
        inbox.c.chat_id == bindparam("in_chat"),
        in_state(inbox, WAITING),
    )
    .order_by(inbox.c.id)
)
_LAST_HEARD = Prepared(
    select(inbox.c.admitted_at)
    .where(inbox.c.channel == bindparam("in_channel"), inbox.c.chat_id == bindparam("in_chat"))
    .order_by(inbox.c.id.desc())
    .limit(1)
)
_DONE = Prepared(update(inbox).where(inbox.c.id == bindparam("row")).values(state=DONE, error=""))
