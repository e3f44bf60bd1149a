"""The cards: every copy of an alert, in whose chat it stands, so that it can be changed there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from storage.database import insert_once
from storage.prepared import Prepared
from storage.tables import alert, alert_card, staff

# So many of the newest cards in the chat of somebody who leaves are blanked.
_MOST_CARDS = 200


@dataclass(frozen=True, slots=True)
class Card:
    """One copy of an alert in one chat."""

    staff_id: int | None
    channel: str
    chat_id: str
    outbox_id: int
    language: str | None  # of the member whose chat it is; None in the group


class AlertCards:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def shown(
        self, alert_id: int, staff_id: int | None, channel: str, chat_id: str, outbox_id: int
    ) -> None:
        """Remember a copy of the card, so that it can be changed in place."""
        insert_once(
            self._connection,
            alert_card,
            {
                "alert_id": alert_id,
                "staff_id": staff_id,
                "channel": channel,
                "chat_id": chat_id,
                "outbox_id": outbox_id,
            },
        )

    def of_alert(self, alert_id: int) -> tuple[Card, ...]:
        rows = _CARDS.all(self._connection, alert=alert_id)
        return tuple(map(_card, rows))

    def not_shown(self, alert_id: int, outbox_id: int) -> None:
        """This copy of the card never left."""
        self._connection.execute(
            alert_card.delete().where(
                alert_card.c.alert_id == alert_id, alert_card.c.outbox_id == outbox_id
            )
        )

    def of_lead(self, lead_id: int) -> tuple[Card, ...]:
        """Every copy of every card that was shown of a lead, of closed alerts too."""
        rows = self._connection.execute(
            _CARD.join(alert, alert.c.id == alert_card.c.alert_id)
            .where(alert.c.lead_id == lead_id)
            .order_by(alert_card.c.id)
        )
        return tuple(map(_card, rows))

    def move_chat(self, channel: str, before: str, after: str) -> None:
        self._connection.execute(
            update(alert_card)
            .where(alert_card.c.channel == channel, alert_card.c.chat_id == before)
            .values(chat_id=after)
        )

    def newest_in(self, channel: str, chat_id: str) -> tuple[tuple[int, int], ...]:
        """Lead and outbox row of the newest cards in a chat, the newest first."""
        rows = self._connection.execute(
            select(alert.c.lead_id, alert_card.c.outbox_id)
            .join(alert_card, alert_card.c.alert_id == alert.c.id)
            .where(alert_card.c.channel == channel, alert_card.c.chat_id == chat_id)
            .order_by(alert_card.c.id.desc())
            .limit(_MOST_CARDS)
        )
        return tuple((row.lead_id, row.outbox_id) for row in rows)


def _card(row: Any) -> Card:
    return Card(row.staff_id, row.channel, row.chat_id, row.outbox_id, row.language)


_CARD = select(alert_card, staff.c.language).join(
    staff, staff.c.id == alert_card.c.staff_id, isouter=True
)
_CARDS = Prepared(
    _CARD.where(alert_card.c.alert_id == bindparam("alert")).order_by(alert_card.c.id)
)
