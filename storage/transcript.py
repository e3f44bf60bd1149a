"""What was said in a chat, both sides, as it stands in the inbox and the outbox."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select, update

from storage.outbox import SENDING, SENT, UNKNOWN
from storage.tables import inbox, outbox

# `unknown` is shown too: it may have arrived, and a page drops what it has by its id.
_SAID = (SENDING, SENT, UNKNOWN)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said. Ids of outgoing lines are outbox ids and grow; incoming ones inbox ids."""

    id: int
    outgoing: bool
    payload: dict[str, Any]
    at: datetime


class Transcript:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def lines(
        self, channel: str, chat_id: str, after: int = 0, limit: int = 200
    ) -> tuple[Line, ...]:
        """The last `limit` lines each side, oldest first; of ours only those `after` an id."""
        ours = self._connection.execute(
            select(outbox.c.id, outbox.c.payload, outbox.c.created_at)
            .where(
                outbox.c.channel == channel,
                outbox.c.chat_id == chat_id,
                outbox.c.id > after,
                outbox.c.state.in_(_SAID),
            )
            .order_by(outbox.c.id.desc())
            .limit(limit)
        )
        said = [Line(row.id, True, _ours(row.payload), row.created_at) for row in ours]
        if not after:
            theirs = self._connection.execute(
                select(inbox.c.id, inbox.c.payload, inbox.c.admitted_at)
                .where(inbox.c.channel == channel, inbox.c.chat_id == chat_id)
                .order_by(inbox.c.id.desc())
                .limit(limit)
            )
            said += [
                Line(row.id, False, json.loads(row.payload), row.admitted_at) for row in theirs
            ]
        return tuple(sorted(said, key=lambda line: (line.at, line.outgoing, line.id)))

    def ours(self, channel: str, chat_id: str, line_id: int) -> dict[str, Any] | None:
        """What one of our lines in this chat carries; None where this chat has no such line."""
        payload = self._connection.execute(
            select(outbox.c.payload).where(
                outbox.c.id == line_id,
                outbox.c.channel == channel,
                outbox.c.chat_id == chat_id,
                outbox.c.state.in_(_SAID),
            )
        ).scalar()
        return None if payload is None else _ours(payload)

    def seen(
        self, channel: str, chats: tuple[str, ...], platform_ids: tuple[str, ...], now: datetime
    ) -> int:
        """These of our messages in one of the chats were read, and with them all above them.

        Answers how many that is news of. `chats`: the one it was, by any of its names.
        """
        sent = (outbox.c.channel == channel, outbox.c.chat_id.in_(chats), outbox.c.state == SENT)
        newest = self._connection.execute(
            select(func.max(outbox.c.id)).where(*sent, outbox.c.platform_id.in_(platform_ids))
        ).scalar()
        if newest is None:
            return 0
        return self._connection.execute(
            update(outbox)
            .where(*sent, outbox.c.id <= newest, outbox.c.seen_at.is_(None))
            .values(seen_at=now)
        ).rowcount


def _ours(payload: str) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(payload)
    edits = plain.pop("edits_row", None)
    return {**plain, "edits": str(edits) if edits else ""}
