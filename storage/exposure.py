"""What was within reach in a time: what we held of each lead, and who of the team saw which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, func, select

from storage.tables import (
    alert,
    alert_card,
    appointment,
    audit,
    contact,
    event,
    inbox,
    lead,
    outbox,
    web_file,
)

SHOWN_CARD = "card"  # an act beside those of the audit: a card was sent to a member


@dataclass(frozen=True, slots=True)
class Traces:
    """What hangs on a lead beside its facts."""

    channels: tuple[str, ...] = ()
    messages: int = 0
    first_said_at: datetime | None = None
    files: int = 0
    appointments: int = 0
    notes: int = 0
    birthday: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """One line of the audit, or a card that was sent; `who` as the audit names people."""

    id: int
    at: datetime
    who: str
    action: str
    lead_id: int | None
    detail: str


class Exposure:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, lead_ids: Sequence[int], until: datetime) -> dict[int, Traces]:
        """What was held of these leads at that time, by number."""
        chats: dict[int, set[str]] = {}
        mine = select(contact.c.lead_id, contact.c.channel).where(contact.c.lead_id.in_(lead_ids))
        for row in self._connection.execute(mine):
            chats.setdefault(row.lead_id, set()).add(row.channel)
        said = self._said(lead_ids, until)
        files = self._files(lead_ids, until)
        met = self._counted(lead_ids, appointment, appointment.c.created_at < until)
        notes = self._counted(lead_ids, event, (event.c.kind == "note") & (event.c.at < until))
        born = select(lead.c.id).where(lead.c.id.in_(lead_ids), lead.c.birthday.is_not(None))
        birthdays = set(self._connection.execute(born).scalars())
        return {
            one: Traces(
                tuple(sorted(chats.get(one, ()))),
                *said.get(one, (0, None)),
                files.get(one, 0),
                met.get(one, 0),
                notes.get(one, 0),
                one in birthdays,
            )
            for one in lead_ids
        }

    def _said(
        self, lead_ids: Sequence[int], until: datetime
    ) -> dict[int, tuple[int, datetime | None]]:
        in_chat = (inbox.c.channel == contact.c.channel) & (inbox.c.chat_id == contact.c.chat_id)
        first = func.min(inbox.c.admitted_at, type_=inbox.c.admitted_at.type)
        query = (
            select(contact.c.lead_id, func.count(), first)
            .join(inbox, in_chat)
            .where(contact.c.lead_id.in_(lead_ids), inbox.c.admitted_at < until)
            .group_by(contact.c.lead_id)
        )
        return {row[0]: (row[1], row[2]) for row in self._connection.execute(query)}

    def _files(self, lead_ids: Sequence[int], until: datetime) -> dict[int, int]:
        query = (
            select(contact.c.lead_id, func.count())
            .join(web_file, web_file.c.chat_id == contact.c.chat_id)
            .where(contact.c.lead_id.in_(lead_ids), web_file.c.created_at < until)
            .group_by(contact.c.lead_id)
        )
        return {row[0]: row[1] for row in self._connection.execute(query)}

    def _counted(
        self, lead_ids: Sequence[int], table: Table, those: ColumnElement[bool]
    ) -> dict[int, int]:
        query = select(table.c.lead_id, func.count()).where(table.c.lead_id.in_(lead_ids), those)
        rows = self._connection.execute(query.group_by(table.c.lead_id))
        return {row[0]: row[1] for row in rows}

    def looks(self, since: datetime, until: datetime, after: int, limit: int) -> tuple[Look, ...]:
        """Lines of the audit from a time, behind `after`, in their order."""
        rows = self._connection.execute(
            select(audit)
            .where(audit.c.id > after, audit.c.at >= since, audit.c.at < until)
            .order_by(audit.c.id)
            .limit(limit)
        )
        return tuple(Look(r.id, r.at, r.who, r.action, r.lead_id, r.detail) for r in rows)

    def cards(self, since: datetime, until: datetime, after: int, limit: int) -> tuple[Look, ...]:
        """Cards that were sent to members in this time, behind `after`, in their order."""
        rows = self._connection.execute(
            select(alert_card.c.id, alert_card.c.staff_id, alert.c.lead_id, outbox.c.sent_at)
            .join(alert, alert.c.id == alert_card.c.alert_id)
            .join(outbox, outbox.c.id == alert_card.c.outbox_id)
            .where(alert_card.c.id > after, outbox.c.sent_at >= since, outbox.c.sent_at < until)
            .order_by(alert_card.c.id)
            .limit(limit)
        )
        return tuple(
            Look(row.id, row.sent_at, _member(row.staff_id), SHOWN_CARD, row.lead_id, "")
            for row in rows
        )


def _member(staff_id: int | None) -> str:
    """Of the team's group nobody can say who read it."""
    return f"staff:{staff_id}" if staff_id is not None else "group"
