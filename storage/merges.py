"""Two leads that are one person become one, and two again if that was wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, Connection, Table, select, update

from storage.steps import look_again
from storage.tables import (
    alert,
    appointment,
    asking,
    campaign_member,
    contact,
    enrolment,
    event,
    fact,
    follow_up,
    inbox,
    lead_address,
    link,
    notice,
    outbox,
    snapshot,
    topic,
    unanswered,
)

# What hangs on a lead and goes with the person.
_MOVED: tuple[Table, ...] = (
    contact,
    fact,
    event,
    snapshot,
    follow_up,
    enrolment,
    alert,
    outbox,
    appointment,
    asking,
    unanswered,
    link,
    notice,
)
# Of these a lead has one for each of something else: what the other has already stays behind.
_ONE_FOR_EACH: tuple[tuple[Table, tuple[Column[Any], ...]], ...] = (
    (campaign_member, (campaign_member.c.campaign_id,)),
    (lead_address, (lead_address.c.address,)),
    (topic, (topic.c.channel, topic.c.chat_id)),
)
_TABLES = (*_MOVED, *(table for table, _ in _ONE_FOR_EACH))
# What has come by a chat since, by the column that names the message or the contact.
_BY_MESSAGE = (fact.c.message_id, event.c.message_id, snapshot.c.message_id)
_BY_CONTACT = (follow_up.c.contact_id, appointment.c.contact_id)


class Merges:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def join(self, kept: int, gone: int) -> dict[str, list[int]]:
        """All of `gone` is `kept`'s now; answers the rows that moved, for `part`."""
        moved = {table.name: self._ids_of(table, gone) for table in _MOVED}
        for table, each in _ONE_FOR_EACH:
            has = set(self._connection.execute(select(*each).where(table.c.lead_id == kept)))
            rows = self._connection.execute(
                select(table.c.id, *each).where(table.c.lead_id == gone).order_by(table.c.id)
            )
            moved[table.name] = [row[0] for row in rows if tuple(row[1:]) not in has]
        for table in _TABLES:
            self._give(table, moved[table.name], kept)
        look_again(self._connection, (kept, gone))
        return moved

    def part(self, kept: int, gone: int, moved: dict[str, Any]) -> None:
        """Those rows are `gone`'s again, and whatever has come by its chats since."""
        for table in _TABLES:
            self._give(table, moved.get(table.name, []), gone)
        contacts = moved.get(contact.name, [])
        for column in _BY_CONTACT:
            self._take_along(column, contacts, kept, gone)
        for channel, chat_id in self._chats(contacts):
            said = select(inbox.c.id).where(inbox.c.channel == channel, inbox.c.chat_id == chat_id)
            self._connection.execute(
                update(outbox)
                .where(
                    outbox.c.channel == channel,
                    outbox.c.chat_id == chat_id,
                    outbox.c.lead_id == kept,
                )
                .values(lead_id=gone)
            )
            for column in _BY_MESSAGE:
                self._connection.execute(
                    update(column.table)
                    .where(column.table.c.lead_id == kept, column.in_(said))
                    .values(lead_id=gone)
                )
        look_again(self._connection, (kept, gone))

    def _ids_of(self, table: Table, lead_id: int) -> list[int]:
        rows = self._connection.execute(select(table.c.id).where(table.c.lead_id == lead_id))
        return [row.id for row in rows]

    def _chats(self, contacts: list[int]) -> list[tuple[str, str]]:
        rows = self._connection.execute(
            select(contact.c.channel, contact.c.chat_id).where(contact.c.id.in_(contacts))
        )
        return [(row.channel, row.chat_id) for row in rows]

    def _take_along(self, column: Column[Any], ids: Iterable[int], kept: int, gone: int) -> None:
        self._connection.execute(
            update(column.table)
            .where(column.table.c.lead_id == kept, column.in_(list(ids)))
            .values(lead_id=gone)
        )

    def _give(self, table: Table, ids: list[int], lead_id: int) -> None:
        for start in range(0, len(ids), _AT_ONCE):
            self._connection.execute(
                update(table)
                .where(table.c.id.in_(ids[start : start + _AT_ONCE]))
                .values(lead_id=lead_id)
            )


_AT_ONCE = 500
