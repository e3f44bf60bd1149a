"""What the team's own chats say of a lead: cards, relayed words, lists, what members typed."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, case, or_, select, tuple_, update

from storage.folding import folded
from storage.outbox import CANCELLED, CLAIMED, DUE, SENT
from storage.tables import (
    audit,
    contact,
    inbox,
    lead,
    lead_address,
    outbox,
    setting,
    staff_account,
    unanswered,
)

_GROUP = "staff_group"  # setting: "channel:chat id" of the team's group
# A change of another message, a file (its words cannot be changed as words), a topic and what
# stands in one: that goes with the topic.
_NOT_TO_CHANGE = ("edits_row", "media", "opens_topic", "topic_act", "topic_row")
# A shorter name is a word that anybody types: "an", "anh", "linh".
_TELLING_NAME = 5  # letters
# Digits at the end of a number that are the same however it begins: 0987…, +84987…, 84 987….
_OWN_DIGITS = 9
# So many words are looked for at once: SQLite takes no condition of a thousand parts.
_AT_ONCE = 100
_NUMBER = re.compile(r"\+\d{9,15}")


# Whose acts the audit keeps without a name.
ERASED = "erased"


@dataclass(frozen=True, slots=True)
class Shown:
    """A message that stands in a chat: the outbox row under which it can be changed."""

    channel: str
    chat_id: str
    row: int


def stand(connection: Connection, lead_id: int, most: int) -> tuple[Shown, ...]:
    """The newest messages in the team's chats that say something of this lead, in words.

    None in its own chats: those go with it, and there is nothing left in them to change.
    """
    own = set(_chats(connection, lead_id))
    found = []
    for row in _ours(connection, lead_id):
        payload = json.loads(row.payload)
        can_change = row.state == SENT and row.platform_id and payload.get("text")
        if (row.channel, row.chat_id) in own:
            continue
        if can_change and not any(payload.get(one) for one in _NOT_TO_CHANGE):
            found.append(Shown(row.channel, row.chat_id, row.id))
    return tuple(found[-most:])


def blank(connection: Connection, lead_id: int) -> None:
    """Leave nothing of what was said about this lead in the team's chats.

    A list of eight is blanked for one of them: better a word too many than a name that stays.
    """
    named = (*_addresses(connection, lead_id), *_names(connection, lead_id))
    passed_on = _passed_on(connection, lead_id)
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
    rows = (
        *_naming(connection, inbox, typed, lead_id),
        *_with(connection, inbox, named),
        *_typed(connection, passed_on),
    )
    for row in rows:
        plain = json.dumps({**json.loads(row.payload), "text": ""}, ensure_ascii=False)
        connection.execute(update(inbox).where(inbox.c.id == row.id).values(payload=plain))
    _blank_audit(connection, lead_id)


def _blank_audit(connection: Connection, lead_id: int) -> None:
    """Who did what and when stays; the words beside it, and which chat the lead was, go."""
    connection.execute(update(audit).where(audit.c.lead_id == lead_id).values(detail=""))
    for channel, chat_id in _chats(connection, lead_id):
        by = audit.c.who == f"{channel}:{chat_id}"[:128]
        connection.execute(update(audit).where(by).values(who=ERASED, detail=""))


def _ours(connection: Connection, lead_id: int) -> list[Any]:
    """Our messages about a lead: those that belong to it, that name its number, or quote it."""
    of_lead = connection.execute(select(outbox).where(outbox.c.lead_id == lead_id))
    names = re.compile(rf"#{lead_id}(?!\d)")
    # Another lead's card may show the same number: it is that lead's.
    said = (*_addresses(connection, lead_id), *_asked(connection, lead_id))
    quoting = [row for row in _with(connection, outbox, said) if row.lead_id is None]
    found = (*of_lead, *_naming(connection, outbox, names, lead_id), *quoting)
    rows = {row.id: row for row in found}
    return [rows[one] for one in sorted(rows)]


def _with(connection: Connection, table: Table, words: tuple[str, ...]) -> list[Any]:
    """Rows of the team's chats that have one of these words, as JSON spells it."""
    spelled = [json.dumps(one, ensure_ascii=False)[1:-1] for one in dict.fromkeys(words)]
    rows: dict[int, Any] = {}
    for start in range(0, len(spelled), _AT_ONCE):
        some = spelled[start : start + _AT_ONCE]
        has = or_(*(table.c.payload.icontains(one, autoescape=True) for one in some))
        found = connection.execute(select(table).where(_of_the_team(connection, table), has))
        rows |= {row.id: row for row in found}
    return list(rows.values())


def _typed(connection: Connection, said: frozenset[str]) -> list[Any]:
    """What members typed that is one of these, word for word."""
    if not said:
        return []
    rows = connection.execute(select(inbox).where(_of_the_team(connection, inbox)))
    return [row for row in rows if json.loads(row.payload).get("text") in said]


def _addresses(connection: Connection, lead_id: int) -> tuple[str, ...]:
    """E-mail addresses, and numbers as people group them."""
    query = select(lead_address.c.address).where(lead_address.c.lead_id == lead_id)
    found: list[str] = []
    for row in connection.execute(query):
        if _NUMBER.fullmatch(row.address):
            end = row.address[-_OWN_DIGITS:]
            parts = (end[:3], end[3:6], end[6:])
            found += [end, *(mark.join(parts) for mark in " .-")]
        else:
            found.append(row.address)
    return tuple(found)


def _names(connection: Connection, lead_id: int) -> tuple[str, ...]:
    names = connection.execute(select(lead.c.name).where(lead.c.id == lead_id)).scalars().all()
    shown = select(contact.c.name).where(contact.c.lead_id == lead_id)
    known = {*names, *connection.execute(shown).scalars()}
    spelled = {name for one in known for name in (one, one.lower(), folded(one))}
    return tuple(sorted(one for one in spelled if len(one) >= _TELLING_NAME))


def _passed_on(connection: Connection, lead_id: int) -> frozenset[str]:
    """What members wrote to the lead itself."""
    rows = connection.execute(select(outbox.c.payload).where(outbox.c.lead_id == lead_id))
    said = (json.loads(row.payload) for row in rows)
    return frozenset(one["text"] for one in said if one.get("by") and one.get("text"))


def _asked(connection: Connection, lead_id: int) -> tuple[str, ...]:
    """Its questions that nobody's file answers: they stand in lists for the managers."""
    query = select(unanswered.c.text).where(unanswered.c.lead_id == lead_id)
    return tuple(one for one in connection.execute(query).scalars() if one)


def _chats(connection: Connection, lead_id: int) -> list[tuple[str, str]]:
    query = select(contact.c.channel, contact.c.chat_id).where(contact.c.lead_id == lead_id)
    return [(row.channel, row.chat_id) for row in connection.execute(query)]


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
