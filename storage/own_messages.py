"""Our own messages in a chat: which one is meant, and what an answer to it stands for."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from storage.outbox import CLAIMED, DUE, SENDING, SENT
from storage.prepared import Prepared
from storage.tables import in_state, outbox, to_staff

# A choice further back than so many messages is forgotten.
_RECENT = 10


@dataclass(frozen=True, slots=True)
class OwnMessage:
    """Something we said: about which lead, and what an answer to it means."""

    id: int
    lead_id: int | None
    asks: tuple[str, int] | None


class OwnMessages:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def named(self, channel: str, chat_id: str, platform_id: str) -> OwnMessage | None:
        """What we said to staff under this id of the platform: a card, a relayed line, a topic."""
        row = _NAMED.first(
            self._connection, in_channel=channel, in_chat=chat_id, called=platform_id
        )
        return None if row is None else _own(row)

    def last_asked(self, channel: str, chat_id: str, since: datetime) -> OwnMessage | None:
        """The last of our few newest messages in a chat that asked for an answer in words."""
        rows = self._connection.execute(
            select(outbox)
            .where(
                outbox.c.channel == channel,
                outbox.c.chat_id == chat_id,
                outbox.c.created_at >= since,
            )
            .order_by(outbox.c.id.desc())
            .limit(_RECENT)
        )
        return next((one for one in map(_own, rows) if one.asks is not None), None)

    def answered(self, row_id: int) -> None:
        """The answer came: the question is asked no more."""
        payload = self._connection.execute(
            select(outbox.c.payload).where(outbox.c.id == row_id)
        ).scalar()
        plain = json.loads(payload) if payload else {}
        plain.pop("asks", None)
        self._connection.execute(
            update(outbox)
            .where(outbox.c.id == row_id)
            .values(payload=json.dumps(plain, ensure_ascii=False))
        )

    def last_menu(self, channel: str, chat_id: str) -> tuple[str, ...]:
        """What the numbers of the last numbered choice in this chat stand for."""
        rows = self._connection.execute(
            select(outbox.c.payload)
            .where(outbox.c.channel == channel, outbox.c.chat_id == chat_id)
            .order_by(outbox.c.id.desc())
            .limit(_RECENT)
        )
        menus = (json.loads(row.payload).get("menu") for row in rows)
        return tuple(next((menu for menu in menus if menu), ()))

    def has_reached(self, channel: str, chat_id: str) -> bool:
        """Whether anything of ours stands in this chat, or is on its way there."""
        return _REACHING.first(self._connection, in_channel=channel, in_chat=chat_id) is not None

    def now_called(self, row_id: int, platform_id: str) -> None:
        """A message that could not be changed in place was said anew: that one is it from now."""
        self._connection.execute(
            update(outbox).where(outbox.c.id == row_id).values(platform_id=platform_id)
        )


def _own(row: Any) -> OwnMessage:
    asks = json.loads(row.payload).get("asks")
    return OwnMessage(row.id, row.lead_id, (asks[0], asks[1]) if asks else None)


_REACHING = Prepared(
    select(outbox.c.id)
    .where(
        outbox.c.channel == bindparam("in_channel"),
        outbox.c.chat_id == bindparam("in_chat"),
        in_state(outbox, SENT, DUE, CLAIMED, SENDING),
    )
    .limit(1)
)
_NAMED = Prepared(
    select(outbox)
    .where(
        outbox.c.channel == bindparam("in_channel"),
        outbox.c.chat_id == bindparam("in_chat"),
        outbox.c.platform_id == bindparam("called"),
        to_staff(outbox),
    )
    .order_by(outbox.c.id)
    .limit(1)
)
