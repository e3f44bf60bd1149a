"""Erases a person: the lead and every row that hangs on it, down to the messages."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, bindparam, delete, or_, select, update

from storage import team_traces
from storage.database import insert_once, upsert
from storage.outbox import CLAIMED, DUE, SENDING
from storage.prepared import Prepared
from storage.tables import (
    alert,
    appointment,
    asking,
    campaign_member,
    consent,
    contact,
    conversation,
    enrolment,
    erased_address,
    event,
    fact,
    follow_up,
    inbox,
    lead,
    lead_address,
    link,
    notice,
    outbox,
    setting,
    snapshot,
    stage_move,
    unanswered,
    web_file,
    web_file_reader,
)
from storage.team_traces import Shown

_SALT = "erasure_salt"
# setting: something was erased since the deleted rows were last wiped from the disk (`Store.wipe`)
ERASED_SINCE = "erased_since_wipe"
# Head of the key of a goodbye: the one message that is written to somebody who is erased.
FAREWELL = "farewell:"
_AFTER_FAREWELL = "farewell;"  # the next head in order, so that an index finds the keys between


class Erasure:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.done = False

    def remembers(self, addresses: Iterable[str]) -> bool:
        """Whether somebody with one of these numbers or addresses has himself erased."""
        salt = _READ_SALT.scalar(self._connection, name=_SALT)
        if salt is None:
            return False
        return any(
            _REMEMBERED.first(self._connection, hash=_hashed(salt, one)) for one in addresses
        )

    def stand(self, lead_id: int, most: int) -> tuple[Shown, ...]:
        """The newest messages in the team's chats that say something of a lead, in words."""
        return team_traces.stand(self._connection, lead_id, most)

    def _remember(self, lead_id: int) -> None:
        """A keyed hash of each address: a list must not bring back who asked to be forgotten."""
        rows = self._connection.execute(
            select(lead_address.c.address).where(lead_address.c.lead_id == lead_id)
        ).all()
        if not rows:
            return
        salt = _READ_SALT.scalar(self._connection, name=_SALT)
        if salt is None:
            salt = secrets.token_hex(32)
            upsert(self._connection, setting, {"name": _SALT, "value": salt}, key=("name",))
        for row in rows:
            insert_once(self._connection, erased_address, {"hash": _hashed(salt, row.address)})

    def erase(self, lead_id: int, *, remember: bool = True) -> None:
        """Remove all we hold of a lead, its chats and what was said in them.

        Whoever asked for it is remembered by a keyed hash of each address.
        """
        self.done = True
        upsert(self._connection, setting, {"name": ERASED_SINCE, "value": "yes"}, key=("name",))
        if remember:
            self._remember(lead_id)
        chats = self._connection.execute(
            select(contact.c.id, contact.c.channel, contact.c.chat_id).where(
                contact.c.lead_id == lead_id
            )
        ).all()
        self._erase_files(lead_id, [chat.chat_id for chat in chats])
        # While it is still known how the lead was called and what it asked. What is left of these
        # rows is where they were shown, so that they can be changed.
        team_traces.blank(self._connection, lead_id)
        for chat in chats:
            for table in (inbox, outbox):
                self._connection.execute(
                    delete(table).where(
                        table.c.channel == chat.channel, table.c.chat_id == chat.chat_id
                    )
                )
            self._connection.execute(
                delete(conversation).where(conversation.c.contact_id == chat.id)
            )
        self._connection.execute(delete(unanswered).where(unanswered.c.lead_id == lead_id))
        self._connection.execute(delete(follow_up).where(follow_up.c.lead_id == lead_id))
        ids = [chat.id for chat in chats]
        self._connection.execute(delete(consent).where(consent.c.contact_id.in_(ids)))
        for table in (appointment, asking):
            self._connection.execute(delete(table).where(table.c.lead_id == lead_id))
        for table in (
            event,
            fact,
            snapshot,
            stage_move,
            alert,
            link,
            campaign_member,
            enrolment,
            lead_address,
            contact,
            notice,
        ):
            self._connection.execute(delete(table).where(table.c.lead_id == lead_id))
        self._connection.execute(delete(lead).where(lead.c.id == lead_id))

    def forget_farewell(self, row_id: int) -> None:
        """The goodbye has arrived or never will: nothing says any more to whom it went.

        One that is still on its way is left alone.
        """
        self._forget(outbox.c.id == row_id)

    def forget_farewells(self, before: datetime) -> None:
        """The same for all that were written before then and are on their way no more."""
        self._forget(outbox.c.created_at < before)

    def _forget(self, which: ColumnElement[bool]) -> None:
        forgotten = self._connection.execute(
            update(outbox)
            .where(
                which,
                outbox.c.key >= FAREWELL,
                outbox.c.key < _AFTER_FAREWELL,
                outbox.c.state.not_in((DUE, CLAIMED, SENDING)),
            )
            .values(chat_id="", payload='{"text": ""}', platform_id="", error="", key=None)
        )
        self.done = self.done or forgotten.rowcount > 0

    def _erase_files(self, lead_id: int, chat_ids: list[str]) -> None:
        """Those the lead sent or was sent, and those that the team saw of it."""
        shown = select(outbox.c.id).where(outbox.c.lead_id == lead_id)
        files = self._connection.execute(
            select(web_file_reader.c.file_id).where(
                or_(web_file_reader.c.chat_id.in_(chat_ids), web_file_reader.c.line.in_(shown))
            )
        )
        ids = {row.file_id for row in files}
        for table, column in ((web_file_reader, "file_id"), (web_file, "id")):
            self._connection.execute(delete(table).where(table.c[column].in_(ids)))


def _hashed(salt: str, address: str) -> str:
    return hmac.new(bytes.fromhex(salt), address.lower().encode(), hashlib.sha256).hexdigest()


_READ_SALT = Prepared(select(setting.c.value).where(setting.c.name == bindparam("name")))
_REMEMBERED = Prepared(
    select(erased_address.c.id).where(erased_address.c.hash == bindparam("hash"))
)
