"""Erases a person: the lead and every row that hangs on it, down to the messages."""

from __future__ import annotations

from sqlalchemy import Connection, case, delete, select, update

from storage.outbox import CANCELLED, CLAIMED, DUE
from storage.tables import (
    alert,
    appointment,
    asking,
    audit,
    campaign_member,
    consent,
    contact,
    conversation,
    enrolment,
    event,
    fact,
    follow_up,
    inbox,
    lead,
    lead_address,
    link,
    outbox,
    snapshot,
    stage_move,
    unanswered,
)


class Erasure:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.done = False

    def erase(self, lead_id: int) -> None:
        """Remove all we hold of a lead, its chats and what was said in them."""
        self.done = True
        chats = self._connection.execute(
            select(contact.c.id, contact.c.channel, contact.c.chat_id).where(
                contact.c.lead_id == lead_id
            )
        ).all()
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
        # Cards shown to staff carry the lead's name and words as well; what is left of the row
        # is where it was shown, so that the card can be changed.
        self._connection.execute(
            update(outbox)
            .where(outbox.c.lead_id == lead_id)
            .values(
                payload='{"text": ""}',
                lead_id=None,
                state=case((outbox.c.state.in_((DUE, CLAIMED)), CANCELLED), else_=outbox.c.state),
            )
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
        ):
            self._connection.execute(delete(table).where(table.c.lead_id == lead_id))
        self._connection.execute(audit.update().where(audit.c.lead_id == lead_id).values(detail=""))
        self._connection.execute(delete(lead).where(lead.c.id == lead_id))
