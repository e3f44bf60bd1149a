"""How far each conversation has come, and what the prospect agreed to."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select

from storage.database import upsert
from storage.prepared import Prepared
from storage.steps import CONSENTED, take_by_contact
from storage.tables import consent, conversation

# Purposes of a consent: to be contacted; news and offers, parted from the service.
CONTACT_CONSENT, MARKETING = "contact", "marketing"
# An event: the consent to be contacted was given on a form, not in a chat; with its text.
FORM_CONSENT = "form_consent"


@dataclass(frozen=True, slots=True)
class Consent:
    """A yes or a no to a purpose: to which text, and when."""

    purpose: str
    given: bool
    text_version: str
    at: datetime


class Conversations:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def load(self, prospect_id: int) -> str | None:
        """The dialogue's state as it was saved, None for a new one."""
        state: str | None = _LOAD.scalar(self._connection, prospect=prospect_id)
        return state

    def save(self, prospect_id: int, state: str, now: datetime) -> None:
        # A column of its own, so that versions which nobody stands on are found.
        version = json.loads(state).get("version", "")
        row = {"contact_id": prospect_id, "state": state, "version": version, "changed_at": now}
        upsert(self._connection, conversation, row, key=("contact_id",))

    def forget(self, prospect_id: int) -> None:
        self._connection.execute(
            delete(conversation).where(conversation.c.contact_id == prospect_id)
        )

    def consent(
        self, prospect_id: int, purpose: str, *, given: bool, text_version: str, now: datetime
    ) -> int:
        """Keep a yes or a no as evidence: which text, when; the newest of a purpose counts."""
        consent_id: int = _CONSENT.scalar(
            self._connection,
            contact_id=prospect_id,
            purpose=purpose,
            given=given,
            text_version=text_version,
            at=now,
        )
        if given:
            take_by_contact(self._connection, prospect_id, CONSENTED)
        return consent_id

    def agreed(self, prospect_id: int, purpose: str) -> int | None:
        """The consent that stands for this purpose, or None."""
        row = _LAST_CONSENT.first(self._connection, prospect=prospect_id, of=purpose)
        return row.id if row is not None and row.given else None

    def consents(self, prospect_id: int) -> tuple[Consent, ...]:
        """Every yes and no that is kept of a prospect, the oldest first."""
        rows = self._connection.execute(
            select(consent).where(consent.c.contact_id == prospect_id).order_by(consent.c.id)
        )
        return tuple(Consent(row.purpose, row.given, row.text_version, row.at) for row in rows)

    def has_answered(self, prospect_id: int, purpose: str) -> bool:
        """Whether a yes or a no to this purpose is kept."""
        return _LAST_CONSENT.first(self._connection, prospect=prospect_id, of=purpose) is not None


_LOAD = Prepared(
    select(conversation.c.state).where(conversation.c.contact_id == bindparam("prospect"))
)
_CONSENT = Prepared(insert(consent).returning(consent.c.id))
_LAST_CONSENT = Prepared(
    select(consent.c.id, consent.c.given)
    .where(consent.c.contact_id == bindparam("prospect"), consent.c.purpose == bindparam("of"))
    .order_by(consent.c.id.desc())
    .limit(1)
)
