"""Who speaks with a lead instead of the bot; and the lead's topic in the team's group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select, update

from storage.database import upsert
from storage.outbox import SENT
from storage.prepared import Prepared
from storage.tables import outbox, takeover, topic


@dataclass(frozen=True, slots=True)
class Takeover:
    """A human speaks with the lead until he hands back, or is silent until `until`."""

    lead_id: int
    staff_id: int
    until: datetime


class Takeovers:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def active(self, lead_id: int, now: datetime) -> Takeover | None:
        """The human who speaks now, None while the bot does."""
        row = _ACTIVE.first(self._connection, lead=lead_id, now=now)
        return None if row is None else Takeover(row.lead_id, row.staff_id, row.until)

    def speak(self, lead_id: int, staff_id: int, until: datetime, now: datetime) -> None:
        """A human spoke: the bot is silent until then."""
        upsert(
            self._connection,
            takeover,
            {"lead_id": lead_id, "staff_id": staff_id, "began_at": now, "until": until},
            key=("lead_id",),
        )

    def hand_back(self, lead_id: int) -> bool:
        """The bot may speak again. False: it might all the time."""
        ended = self._connection.execute(delete(takeover).where(takeover.c.lead_id == lead_id))
        return ended.rowcount == 1

    def of_member(self, staff_id: int, now: datetime) -> tuple[int, ...]:
        """The leads a member is speaking with now."""
        rows = self._connection.execute(
            select(takeover.c.lead_id)
            .where(takeover.c.staff_id == staff_id, takeover.c.until > now)
            .order_by(takeover.c.lead_id)
        )
        return tuple(row.lead_id for row in rows)

    # --- topics -----------------------------------------------------------------------------

    def topic_row(self, lead_id: int, channel: str, chat_id: str) -> int:
        """The outbox row that opened the lead's topic in a group, 0 where there is none."""
        return (
            self._connection.execute(
                select(topic.c.outbox_id).where(
                    topic.c.lead_id == lead_id,
                    topic.c.channel == channel,
                    topic.c.chat_id == chat_id,
                )
            ).scalar()
            or 0
        )

    def keep_topic(self, lead_id: int, channel: str, chat_id: str, outbox_id: int) -> None:
        upsert(
            self._connection,
            topic,
            {
                "lead_id": lead_id,
                "channel": channel,
                "chat_id": chat_id,
                "outbox_id": outbox_id,
            },
            key=("lead_id", "channel", "chat_id"),
        )

    def topic_changes(self, outbox_id: int, *, closed: bool) -> bool:
        """The topic that this row opened is closed, or open again. False: it was so already."""
        changed = self._connection.execute(
            update(topic)
            .where(topic.c.outbox_id == outbox_id, topic.c.closed != closed)
            .values(closed=closed)
        )
        return changed.rowcount == 1

    def has_no_topics(self, channel: str, chat_id: str, since: datetime) -> bool:
        """Whether the group lately would not open a topic: it has none, or we may not."""
        row = self._connection.execute(
            select(outbox.c.platform_id)
            .join(topic, topic.c.outbox_id == outbox.c.id)
            .where(
                topic.c.channel == channel,
                topic.c.chat_id == chat_id,
                outbox.c.state == SENT,
                outbox.c.sent_at >= since,
            )
            .order_by(topic.c.id.desc())
            .limit(1)
        ).first()
        return row is not None and not row.platform_id

    def move_chat(self, channel: str, before: str, after: str) -> None:
        self._connection.execute(
            update(topic)
            .where(topic.c.channel == channel, topic.c.chat_id == before)
            .values(chat_id=after)
        )


_ACTIVE = Prepared(
    select(takeover).where(
        takeover.c.lead_id == bindparam("lead"), takeover.c.until > bindparam("now")
    )
)
