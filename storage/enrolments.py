"""Which lead runs in which sequence, and what the sequence said when the lead came in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, or_, select, update

from storage.database import insert_once
from storage.follow_ups import ENDED, RUNNING
from storage.tables import contact, enrolment, in_state, lead, sequence_version


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A lead in a sequence; `definition` is the sequence as it stood then, as JSON."""

    id: int
    lead_id: int
    sequence: str
    definition: str
    state: str
    reason: str
    enrolled_at: datetime
    ended_at: datetime | None


class Enrolments:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(
        self, lead_id: int, sequence: str, definition: str, now: datetime, *, key: str
    ) -> int | None:
        """Enrol a lead. None: the enrolment of this key stands already."""
        row = {
            "lead_id": lead_id,
            "sequence": sequence,
            "version_id": self._version(sequence, definition, now),
            "state": RUNNING,
            "key": key,
            "enrolled_at": now,
        }
        return insert_once(self._connection, enrolment, row)

    def _version(self, sequence: str, definition: str, now: datetime) -> int:
        digest = hashlib.sha256(definition.encode()).hexdigest()[:32]
        known = {"named": sequence, "sum": digest}
        found = self._connection.execute(_VERSION, known).scalar()
        if found is not None:
            return int(found)
        row = {
            "sequence": sequence,
            "digest": digest,
            "definition": definition,
            "created_at": now,
        }
        insert_once(self._connection, sequence_version, row)
        return int(self._connection.execute(_VERSION, known).scalar_one())

    def get(self, enrolment_id: int) -> Enrolment | None:
        row = self._connection.execute(_GET, {"one": enrolment_id}).first()
        return None if row is None else Enrolment(*row)

    def of_lead(self, lead_id: int) -> tuple[Enrolment, ...]:
        """All enrolments of a lead, the oldest first."""
        rows = self._connection.execute(_OF_LEAD, {"lead": lead_id})
        return tuple(Enrolment(*row) for row in rows)

    def running(self, lead_id: int) -> tuple[Enrolment, ...]:
        rows = self._connection.execute(_RUNNING, {"lead": lead_id})
        return tuple(Enrolment(*row) for row in rows)

    def end(self, enrolment_id: int, reason: str, now: datetime) -> None:
        self._connection.execute(
            update(enrolment)
            .where(enrolment.c.id == enrolment_id, in_state(enrolment, RUNNING))
            .values(state=ENDED, reason=reason, ended_at=now)
        )

    def know_birthday(self, lead_id: int, day: str) -> None:
        """The month and the day, "10-20"."""
        self._connection.execute(update(lead).where(lead.c.id == lead_id).values(birthday=day))

    def born_on(self, days: tuple[str, ...]) -> tuple[int, ...]:
        """The leads whose birthday is on one of these days ("10-20")."""
        rows = self._connection.execute(select(lead.c.id).where(lead.c.birthday.in_(days)))
        return tuple(row.id for row in rows)

    # --- when somebody was heard ----------------------------------------------------------

    def heard_at(self, lead_id: int) -> datetime | None:
        """When the lead last wrote, on any channel."""
        heard: datetime | None = self._connection.execute(_HEARD, {"lead": lead_id}).scalar()
        return heard

    def opted_out(self, lead_id: int) -> bool:
        """Whether the person asked for silence in any chat, those of tied leads included."""
        return self._connection.execute(_OPTED_OUT, {"lead": lead_id}).first() is not None


_FIELDS = (
    enrolment.c.id,
    enrolment.c.lead_id,
    enrolment.c.sequence,
    sequence_version.c.definition,
    enrolment.c.state,
    enrolment.c.reason,
    enrolment.c.enrolled_at,
    enrolment.c.ended_at,
)
_WHOLE = select(*_FIELDS).join(sequence_version, sequence_version.c.id == enrolment.c.version_id)
_GET = _WHOLE.where(enrolment.c.id == bindparam("one"))
_OF_LEAD = _WHOLE.where(enrolment.c.lead_id == bindparam("lead")).order_by(enrolment.c.id)
_RUNNING = _WHOLE.where(
    enrolment.c.lead_id == bindparam("lead"), in_state(enrolment, RUNNING)
).order_by(enrolment.c.id)
_VERSION = select(sequence_version.c.id).where(
    sequence_version.c.sequence == bindparam("named"), sequence_version.c.digest == bindparam("sum")
)
_HEARD = select(lead.c.heard_at).where(lead.c.id == bindparam("lead"))
_HEAD = (
    select(func.coalesce(lead.c.tied_to, lead.c.id))
    .where(lead.c.id == bindparam("lead"))
    .scalar_subquery()
)
_FAMILY = select(lead.c.id).where(or_(lead.c.id == _HEAD, lead.c.tied_to == _HEAD))
_OPTED_OUT = (
    select(contact.c.id)
    .where(contact.c.lead_id.in_(_FAMILY), contact.c.opted_out_at.is_not(None))
    .limit(1)
)
