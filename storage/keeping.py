"""What has been kept long enough: leads that nobody spoke with, words said in chats of no lead."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, FromClause, exists, func, or_, select, update

from storage.inbox import DONE
from storage.settings import Settings
from storage.tables import appointment, contact, event, inbox, lead

# What of a message in the inbox tells of people. The rest stays: its platform may repeat itself.
_TELLING = ("text", "sender_name", "phone", "file", "file_name")
_READ_UP_TO = "words_forgotten_to"  # setting: the last inbox row that was looked at


class Keeping:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def silent(self, before: datetime, limit: int) -> tuple[int, ...]:
        """Leads that were last heard before then, and for which nobody of the team did anything
        since; a customer of several chats as long as all of them are silent.
        """
        query = select(lead.c.id).where(_is_silent(before)).order_by(lead.c.id)
        return tuple(self._connection.execute(query.limit(limit)).scalars())

    def is_silent(self, lead_id: int, before: datetime) -> bool:
        """Whether this lead still is: it may have written since it was found."""
        query = select(lead.c.id).where(lead.c.id == lead_id, _is_silent(before))
        return self._connection.execute(query).first() is not None

    def forget_words(self, before: datetime, limit: int) -> bool:
        """Leave of what was said in chats of no lead (the team's, other groups) that it was said.

        Looks at the next rows that came before then; False where there are no more.
        """
        settings = Settings(self._connection)
        rows = self._connection.execute(
            select(inbox.c.id, inbox.c.payload, inbox.c.state, _is_of_a_lead().label("of_a_lead"))
            .where(inbox.c.id > int(settings.get(_READ_UP_TO) or 0), inbox.c.admitted_at < before)
            .order_by(inbox.c.id)
            .limit(limit)
        ).all()
        for row in rows:
            if row.state == DONE and not row.of_a_lead:
                said = json.loads(row.payload).items()
                plain = {name: value for name, value in said if name not in _TELLING}
                changed = update(inbox).where(inbox.c.id == row.id)
                self._connection.execute(
                    changed.values(payload=json.dumps(plain, ensure_ascii=False))
                )
        if rows:
            settings.put(_READ_UP_TO, str(rows[-1].id))
        return len(rows) == limit


def _is_silent(before: datetime) -> ColumnElement[bool]:
    other = lead.alias()
    by_team = exists().where(
        event.c.lead_id == lead.c.id, event.c.staff_id.is_not(None), event.c.at >= before
    )
    to_meet = exists().where(appointment.c.lead_id == lead.c.id, appointment.c.ends_at >= before)
    family = or_(
        other.c.tied_to == lead.c.id,
        other.c.id == lead.c.tied_to,
        other.c.tied_to == lead.c.tied_to,
    )
    elsewhere = exists().where(family, _heard_at(other) >= before)
    return (_heard_at(lead) < before) & ~by_team & ~to_meet & ~elsewhere


def _heard_at(table: FromClause) -> ColumnElement[datetime]:
    heard: ColumnElement[datetime] = func.coalesce(table.c.heard_at, table.c.created_at)
    return heard


def _is_of_a_lead() -> ColumnElement[bool]:
    return exists().where(
        contact.c.channel == inbox.c.channel, contact.c.chat_id == inbox.c.chat_id
    )
