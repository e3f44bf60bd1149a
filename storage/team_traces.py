"""What the team's own chats say of a lead: cards, relayed words, lists, what members typed."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, case, or_, select, tuple_, update

from storage.outbox import CANCELLED, CLAIMED, DUE, SENT
from storage.tables import inbox, outbox, setting, staff_account

_GROUP = "staff_group"  # setting: "channel:chat id" of the team's group
# A change of another message, a file (its words cannot be changed as words), a topic and what
# stands in one: that goes with the topic.
_NOT_TO_CHANGE = ("edits_row", "media", "opens_topic", "topic_act", "topic_row")


@dataclass(frozen=True, slots=True)
class Shown:
    """A message that stands in a chat: the outbox row under which it can be changed."""

    channel: str
    chat_id: str
    row: int


def stand(connection: Connection, lead_id: int, most: int) -> tuple[Shown, ...]:
    """The newest messages in the team's chats that say something of this lead, in words."""
    found = []
    for row in _ours(connection, lead_id):
        payload = json.loads(row.payload)
        can_change = row.state == SENT and row.platform_id and payload.get("text")
        if can_change and not any(payload.get(one) for one in _NOT_TO_CHANGE):
            found.append(Shown(row.channel, row.chat_id, row.id))
    return tuple(found[-most:])


def blank(connection: Connection, lead_id: int) -> None:
    """Leave nothing of what was said about this lead in the team's chats.

    A list of eight is blanked for one of them: better a word too many than a name that stays.
    """
    ids = [row.id for row in _ours(connection, lead_id)]
    on_its_way = outbox.c.state.in_((DUE, CLAIMED))
    connection.execute(
        update(outbox)
        .where(outbox.c.id.in_(ids))
        .values(
            payload='{"text": ""}',
            lead_id=None,
            state=case((on_its_way, CANCELLED), else_=outbox.c.state),
        )
    )
    # What members typed is known by the bare number, too: "/note 12 …". It keeps its form, for
    # a message that waits still has to be read.
    typed = re.compile(rf"(?<!\d){lead_id}(?!\d)")
    for row in _naming(connection, inbox, typed, lead_id):
        plain = json.dumps({**json.loads(row.payload), "text": ""}, ensure_ascii=False)
        connection.execute(update(inbox).where(inbox.c.id == row.id).values(payload=plain))


def _ours(connection: Connection, lead_id: int) -> list[Any]:
    """Our messages about a lead: those that belong to it, and those that name its number."""
    of_lead = connection.execute(select(outbox).where(outbox.c.lead_id == lead_id))
    names = re.compile(rf"#{lead_id}(?!\d)")
    rows = {row.id: row for row in (*of_lead, *_naming(connection, outbox, names, lead_id))}
    return [rows[one] for one in sorted(rows)]


def _naming(
    connection: Connection, table: Table, names: re.Pattern[str], lead_id: int
) -> list[Any]:
    rows = connection.execute(
        select(table).where(_of_the_team(connection, table), table.c.payload.like(f"%{lead_id}%"))
    )
    return [row for row in rows if names.search(json.loads(row.payload).get("text", ""))]


def _of_the_team(connection: Connection, table: Table) -> ColumnElement[bool]:
    """In a chat in which the team is written to: a member's, a past one's too, or the group."""
    members = select(staff_account.c.channel, staff_account.c.chat_id)
    group = connection.execute(select(setting.c.value).where(setting.c.name == _GROUP)).scalar()
    channel, _, chat_id = (group or "").partition(":")
    place = tuple_(table.c.channel, table.c.chat_id)
    in_group = (table.c.channel == channel) & (table.c.chat_id == chat_id)
    return or_(place.in_(members), in_group)
