"""What goes out, one row a message: written with the change that caused it, sent afterwards."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Any

from sqlalchemy import (
    Case,
    Connection,
    bindparam,
    case,
    func,
    insert,
    or_,
    select,
    update,
)

from storage import untried
from storage.prepared import Prepared
from storage.tables import in_state, outbox, to_staff

DUE, CLAIMED, SENDING, SENT = "due", "claimed", "sending", "sent"
UNKNOWN, DEAD, CANCELLED = "unknown", "dead", "cancelled"
# In `error` of a row on its way: it cannot be called back, but it is not tried again.
_RECALLED = "cancelled on its way"


class Urgency(IntEnum):
    """Who goes first, and what may happen to a message whose answer was lost."""

    REPLY = 1  # to a prospect who waits; in doubt it is held, never sent blindly again
    ALERT = 2  # to staff; in doubt it is sent once more
    FOLLOW_UP = 3  # nobody waits; in doubt it is held


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A row of the outbox on its way. `payload` is what `Outbox.put` was given."""

    id: int
    channel: str
    chat_id: str
    urgency: Urgency
    attempts: int
    payload: dict[str, Any]
    # Platform id of the message that this one changes in place; "" for a message of its own.
    edits: str
    topic: str = ""  # platform id of the topic it is written in
    key: str = ""


@dataclass(frozen=True, slots=True)
class Backlog:
    """How the outbox stands: rows in a state, and since when the oldest waits."""

    counts: dict[str, int]
    oldest_due: datetime | None


class Outbox:
    def __init__(self, connection: Connection, due_at: list[datetime]) -> None:
        self._connection = connection
        self._due_at = due_at

    def put(
        self,
        channel: str,
        chat_id: str,
        payload: dict[str, Any],
        now: datetime,
        *,
        urgency: Urgency = Urgency.REPLY,
        lead_id: int | None = None,
        key: str | None = None,
    ) -> int:
        """Write a message to be sent; answers its row.

        `payload["edits_row"]` names the row it changes in place. While that one, or an earlier
        change of it, has surely not left, the words there are changed and nothing is added: a
        platform that takes so many messages a second is not told of every stage.
        """
        self._due_at.append(now)
        edits = payload.get("edits_row") or None
        if edits is not None and (waiting := untried.change(self._connection, edits, payload)):
            return waiting
        row = {
            "channel": channel,
            "chat_id": chat_id,
            "lead_id": lead_id,
            "urgency": int(urgency),
            "payload": json.dumps(payload, ensure_ascii=False),
            "state": DUE,
            "key": key,
            "due_at": now,
            "created_at": now,
            "edits_row": edits,
        }
        row_id: int = _PUT.scalar(self._connection, **row)
        return row_id

    def withdraw(self, row_id: int) -> bool:
        """It has not left yet and is needed no more. False: it may have, or stands in a topic."""
        return untried.withdraw(self._connection, row_id)

    def take_due(
        self, channel: str, now: datetime, *, busy: set[str], limit: int, lease: timedelta
    ) -> tuple[Outgoing, ...]:
        """Claim messages, the urgent first, the oldest of each chat, none of a busy chat.

        Nothing overtakes an earlier message to the same chat, not even while that one waits
        for its next try.
        """
        rows = self._connection.execute(
            _DUE, {"in_channel": channel, "now": now, "busy": list(busy), "most": limit}
        ).all()
        if not rows:
            return ()
        self._connection.execute(_CLAIM, {"rows": [row.id for row in rows], "lease": now + lease})
        return tuple(self._outgoing(row) for row in rows)

    def start(self, row_id: int, now: datetime, lease: timedelta) -> bool:
        """The request is about to be written. False: it was cancelled or taken meanwhile."""
        return _START.change(self._connection, row=row_id, lease=now + lease) == 1

    def sent(self, row_id: int, platform_id: str, now: datetime) -> None:
        _SENT.change(self._connection, row=row_id, sent_as=platform_id, when=now)

    def retry(self, row_id: int, at: datetime, error: str, *, counts: bool = True) -> None:
        """It surely did not arrive: due again then, unless it was cancelled meanwhile.

        What was not its own fault does not count among its tries.
        """
        self._due_at.append(at)
        tries = outbox.c.attempts if counts else outbox.c.attempts - 1
        state = _unless_recalled()
        self._settle(row_id, state=state, due_at=at, error=error[:500], attempts=tries)

    def go_on(self, row_id: int, payload: dict[str, Any], now: datetime) -> None:
        """A part of it arrived: the rest is due now, with tries of its own."""
        self._due_at.append(now)
        plain = json.dumps(payload, ensure_ascii=False)
        self._settle(row_id, state=_unless_recalled(), due_at=now, payload=plain, attempts=1)

    def repeat(self, row_id: int, payload: dict[str, Any], now: datetime) -> None:
        """It may have arrived; it goes out once more, and says so."""
        self._due_at.append(now)
        plain = json.dumps(payload, ensure_ascii=False)
        self._settle(row_id, state=DUE, due_at=now, payload=plain)

    def in_doubt(self, row_id: int, error: str) -> None:
        """It may or may not have arrived: held, and shown."""
        self._settle(row_id, state=UNKNOWN, error=error[:500])

    def dead(self, row_id: int, error: str) -> None:
        self._settle(row_id, state=DEAD, error=error[:500])

    def recall(self, row_id: int) -> None:
        """It may not go after all; its key is free for another try of the same step."""
        self._settle(row_id, state=CANCELLED, key=None, error="judged again as it left")

    def cancel_follow_ups(self, channel: str, chat_id: str) -> int:
        """A reply came: what was only meant to get one is not sent any more."""
        return self._cancel(channel, chat_id, Urgency.FOLLOW_UP)

    def cancel_all(self, channel: str, chat_id: str) -> int:
        """The person does not want to hear of us, or cannot be reached."""
        return self._cancel(channel, chat_id, Urgency.REPLY)

    def left_sending(self, now: datetime | None = None) -> tuple[Outgoing, ...]:
        """Messages whose sender died on the way: at start all, later those past their lease."""
        query = select(outbox).where(
            in_state(outbox, CLAIMED, SENDING, UNKNOWN, DEAD), outbox.c.state == SENDING
        )
        if now is not None:
            query = query.where(outbox.c.lease_until < now)
        return tuple(self._outgoing(row) for row in self._connection.execute(query))

    def release_claims(self, now: datetime | None = None) -> None:
        """What was claimed and never started is due again: at start all, later the expired."""
        query = update(outbox).where(
            in_state(outbox, CLAIMED, SENDING, UNKNOWN, DEAD), outbox.c.state == CLAIMED
        )
        if now is not None:
            query = query.where(outbox.c.lease_until < now)
        self._connection.execute(query.values(state=DUE))

    def sent_since(self, channel: str, since: datetime) -> tuple[tuple[str, datetime], ...]:
        """Chat and time of what a channel sent lately, the oldest first."""
        return tuple(
            (row.chat_id, row.sent_at)
            for row in self._connection.execute(
                _SENT_SINCE, {"in_channel": channel, "since": since}
            )
        )

    def move_chat(self, channel: str, before: str, after: str) -> None:
        """A group got a new id: what waits goes there."""
        self._connection.execute(
            update(outbox)
            .where(
                outbox.c.channel == channel,
                outbox.c.chat_id == before,
                in_state(outbox, DUE, CLAIMED, SENDING),
                outbox.c.state != SENDING,
            )
            .values(chat_id=after)
        )

    def count_sent(self, channel: str, since: datetime) -> int:
        """How many messages left on a channel, for a platform that counts them by the month."""
        return self._connection.execute(
            select(func.count())
            .select_from(outbox)
            .where(outbox.c.channel == channel, outbox.c.sent_at >= since)
        ).scalar_one()

    def silence_bot(self, channel: str, chat_id: str) -> None:
        """A human speaks now: what the bot was about to say in this chat is not said."""
        rows = self._connection.execute(
            select(outbox.c.id, outbox.c.payload, outbox.c.state).where(
                outbox.c.channel == channel,
                outbox.c.chat_id == chat_id,
                in_state(outbox, DUE, CLAIMED, SENDING),
            )
        ).all()
        for row in rows:
            if not json.loads(row.payload).get("by"):
                values = {"error": _RECALLED} if row.state == SENDING else {"state": CANCELLED}
                self._connection.execute(
                    update(outbox).where(outbox.c.id == row.id).values(**values)
                )

    def is_crowded(self, most: int) -> bool:
        """Whether so many messages to staff wait to leave already."""
        waiting = (
            select(outbox.c.id)
            .where(in_state(outbox, DUE), to_staff(outbox))
            .limit(most)
            .subquery()
        )
        counted = self._connection.execute(select(func.count()).select_from(waiting))
        return counted.scalar_one() >= most

    def next_due(self) -> datetime | None:
        return self._connection.execute(
            select(func.min(outbox.c.due_at)).where(in_state(outbox, DUE))
        ).scalar()

    def backlog(self) -> Backlog:
        unsettled = self._connection.execute(
            select(outbox.c.state, func.count())
            .where(in_state(outbox, CLAIMED, SENDING, UNKNOWN, DEAD))
            .group_by(outbox.c.state)
        )
        due = self._connection.execute(
            select(func.count(), func.min(outbox.c.due_at)).where(in_state(outbox, DUE))
        ).one()
        return Backlog({**{row[0]: row[1] for row in unsettled}, DUE: due[0]}, due[1])

    def _cancel(self, channel: str, chat_id: str, first: Urgency) -> int:
        """Call back what is as little urgent as `first`, and less; answers how many that were."""
        return _CANCEL.change(
            self._connection, in_channel=channel, in_chat=chat_id, first=int(first)
        )

    def _settle(self, row_id: int, **values: Any) -> None:
        self._connection.execute(
            update(outbox).where(outbox.c.id == row_id).values(lease_until=None, **values)
        )

    def _outgoing(self, row: Any) -> Outgoing:
        payload = json.loads(row.payload)
        edits = self.platform_id(payload.get("edits_row")) or payload.get("edits_id", "")
        return Outgoing(
            row.id,
            row.channel,
            row.chat_id,
            Urgency(row.urgency),
            row.attempts,
            payload,
            edits,
            self.platform_id(payload.get("topic_row")),
            row.key or "",
        )

    def platform_id(self, row_id: int | None) -> str:
        """What the platform calls the message of this row; "" while it does not."""
        if not row_id:
            return ""
        return _PLATFORM_ID.scalar(self._connection, row=row_id) or ""


def _unless_recalled() -> Case[str]:
    """Due again, unless it was cancelled while it was on its way."""
    recalled = or_(outbox.c.state == CANCELLED, outbox.c.error == _RECALLED)
    return case((recalled, CANCELLED), else_=DUE)


_EARLIER = outbox.alias("earlier")
_DUE = (
    select(outbox)
    .where(
        outbox.c.channel == bindparam("in_channel"),
        in_state(outbox, DUE),
        outbox.c.due_at <= bindparam("now"),
        outbox.c.chat_id.not_in(bindparam("busy", expanding=True)),
        ~select(_EARLIER.c.id)
        .where(
            _EARLIER.c.channel == outbox.c.channel,
            _EARLIER.c.chat_id == outbox.c.chat_id,
            _EARLIER.c.id < outbox.c.id,
            in_state(_EARLIER, DUE, CLAIMED, SENDING),
        )
        .exists(),
    )
    .order_by(outbox.c.urgency, outbox.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
# Looked for among so many of the newest rows, so that a long history costs no start its time.
_NEWEST = 2000
_LATELY = select(outbox).order_by(outbox.c.id.desc()).limit(_NEWEST).subquery()
_SENT_SINCE = (
    select(_LATELY.c.chat_id, _LATELY.c.sent_at)
    .where(_LATELY.c.channel == bindparam("in_channel"), _LATELY.c.sent_at >= bindparam("since"))
    .order_by(_LATELY.c.sent_at)
)
_PUT = Prepared(insert(outbox).returning(outbox.c.id))
_PLATFORM_ID = Prepared(select(outbox.c.platform_id).where(outbox.c.id == bindparam("row")))
_CLAIM = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("rows", expanding=True)))
    .values(state=CLAIMED, lease_until=bindparam("lease"))
)
_START = Prepared(
    update(outbox)
    .where(outbox.c.id == bindparam("row"), outbox.c.state == CLAIMED)
    .values(state=SENDING, lease_until=bindparam("lease"), attempts=outbox.c.attempts + 1)
)
_SENT = Prepared(
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(
        state=SENT,
        lease_until=None,
        platform_id=bindparam("sent_as"),
        sent_at=bindparam("when"),
        error="",
    )
)
_IS_ON_ITS_WAY = in_state(outbox, SENDING)
_CANCEL = Prepared(
    update(outbox)
    .where(
        outbox.c.channel == bindparam("in_channel"),
        outbox.c.chat_id == bindparam("in_chat"),
        in_state(outbox, DUE, CLAIMED, SENDING),
        outbox.c.urgency >= bindparam("first"),
    )
    .values(
        state=case((_IS_ON_ITS_WAY, outbox.c.state), else_=CANCELLED),
        error=case((_IS_ON_ITS_WAY, _RECALLED), else_=outbox.c.error),
    )
)
