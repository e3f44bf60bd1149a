"""Planned follow-ups, one row a step; a reply cancels those that only wait for one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from storage.database import insert_once
from storage.leads import Prospect
from storage.prepared import Prepared
from storage.tables import enrolment, follow_up, in_state, outbox

DUE, SENT, CANCELLED, REFUSED, DEAD = "due", "sent", "cancelled", "refused", "dead"
NUDGE = "nudge"  # on a question that was left open
APPOINTMENT = "appointment"  # reminds a prospect of his appointment
# Inside the running conversation: these need no consent, and count towards no cap.
IN_CONVERSATION = (NUDGE, APPOINTMENT)
REMINDER = "reminder"  # for one of the staff
TO_STAFF = ""  # in the place of a channel: a reminder goes to whatever chats its rep has
RUNNING, ENDED = "running", "ended"
# A step that fails so often is set aside, and shown.
MOST_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One step, waiting for its time. For staff (`staff_id`) or else for a prospect."""

    id: int
    lead_id: int
    prospect_id: int | None
    sequence: str
    step: int
    due_at: datetime
    created_at: datetime
    state: str
    reason: str
    staff_id: int | None = None
    enrolment_id: int | None = None
    note: str = ""
    outlives_reply: bool = False
    settled_at: datetime | None = None
    # How the message stands that it became: a state of `storage.outbox`, "" for none.
    message: str = ""
    seen_at: datetime | None = None  # by its reader, where the channel tells


class FollowUps:
    def __init__(self, connection: Connection, due_at: list[datetime]) -> None:
        self._connection = connection
        self._due_at = due_at

    def plan(
        self,
        lead_id: int,
        prospect: Prospect | None,
        sequence: str,
        step: int,
        due_at: datetime,
        now: datetime,
        *,
        key: str,
        consent_id: int | None,
        staff_id: int | None = None,
        enrolment_id: int | None = None,
        note: str = "",
        reason: str = "",
        outlives_reply: bool = False,
    ) -> bool:
        """Plan a step. False: the step of this key stands already.

        Raises IntegrityError for a step to a prospect, outside the conversation, without a
        consent.
        """
        self._due_at.append(due_at)
        row = {
            "lead_id": lead_id,
            "contact_id": prospect.id if prospect is not None else None,
            "channel": prospect.channel if prospect is not None else TO_STAFF,
            "staff_id": staff_id,
            "sequence": sequence,
            "step": step,
            "enrolment_id": enrolment_id,
            "state": DUE,
            "due_at": due_at,
            "key": key,
            "consent_id": consent_id,
            "note": note[:500],
            "reason": reason,
            "outlives_reply": outlives_reply,
            "created_at": now,
        }
        return insert_once(self._connection, follow_up, row) is not None

    def cancel(self, prospect_id: int, reason: str, now: datetime) -> int:
        """A reply came: drop what only waited for one; answers how many."""
        return self._drop(_CANCEL, reason, now, prospect=prospect_id)

    def stop(self, lead_id: int, reason: str, now: datetime) -> int:
        """Silence for this lead: drop all that waits for it, promises too, on every channel."""
        return self._drop(_STOP, reason, now, lead=lead_id)

    def withdraw(self, lead_id: int, sequence: str, reason: str, now: datetime) -> int:
        """Drop what waits of one sequence: another takes its place, or its reason is gone."""
        return self._drop(_WITHDRAW, reason, now, lead=lead_id, named=sequence)

    def _drop(self, statement: Prepared, reason: str, now: datetime, **which: Any) -> int:
        """Cancel the steps, and end the enrolments that they belong to."""
        dropped = statement.all(self._connection, why=reason, when=now, **which)
        for enrolment_id in {row.enrolment_id for row in dropped} - {None}:
            _END.change(self._connection, over=enrolment_id, why=reason, when=now)
        return len(dropped)

    def take_due(self, now: datetime, limit: int = 100) -> tuple[int, ...]:
        """The ids of the steps whose time has come; each is settled in its own transaction."""
        rows = _TAKE_DUE.all(self._connection, now=now, most=limit)
        return tuple(row.id for row in rows)

    def take_due_on(
        self, channels: Iterable[str], now: datetime, limit: int = 100
    ) -> tuple[int, ...]:
        """The same, of these channels alone (`TO_STAFF` for the reminders of staff)."""
        rows = chain.from_iterable(
            _TAKE_DUE_ON.all(self._connection, name=one, now=now, most=limit) for one in channels
        )
        return tuple(row.id for row in sorted(rows, key=lambda row: row.due_at)[:limit])

    def claim(self, follow_up_id: int, now: datetime) -> FollowUp | None:
        """The step, locked, if it is still due; None if a reply or another process was first."""
        row = _CLAIM.first(self._connection, step=follow_up_id, now=now)
        return None if row is None else _follow_up(row)

    def settle(
        self,
        follow_up_id: int,
        state: str,
        reason: str,
        now: datetime,
        *,
        outbox_id: int | None = None,
        content: str = "",
    ) -> None:
        """The step is over: sent as a message (`outbox_id`), or not, for a reason."""
        _SETTLE.change(
            self._connection,
            row=follow_up_id,
            end=state,
            why=reason,
            when=now,
            out=outbox_id,
            text=content,
        )

    def move(self, follow_up_id: int, due_at: datetime, reason: str) -> None:
        """Not now: the gate said why and when."""
        self._due_at.append(due_at)
        self._connection.execute(
            update(follow_up)
            .where(follow_up.c.id == follow_up_id)
            .values(state=DUE, due_at=due_at, reason=reason, outbox_id=None, settled_at=None)
        )

    def give_to(self, follow_up_id: int, staff_id: int) -> None:
        """A reminder is another member's from now on."""
        self._connection.execute(
            update(follow_up).where(follow_up.c.id == follow_up_id).values(staff_id=staff_id)
        )

    def failed(self, follow_up_id: int, again_at: datetime, reason: str, now: datetime) -> None:
        """It could not be judged: later once more, and after so many tries never."""
        spent = follow_up.c.attempts + 1 >= MOST_ATTEMPTS
        self._connection.execute(
            update(follow_up)
            .where(follow_up.c.id == follow_up_id, in_state(follow_up, DUE), spent)
            .values(state=DEAD, reason=reason[:200], settled_at=now)
        )
        self._connection.execute(
            update(follow_up)
            .where(follow_up.c.id == follow_up_id, in_state(follow_up, DUE))
            .values(attempts=follow_up.c.attempts + 1, due_at=again_at)
        )

    def get(self, follow_up_id: int) -> FollowUp | None:
        """The step, its row locked until the transaction ends."""
        row = _GET.first(self._connection, step=follow_up_id)
        return None if row is None else _follow_up(row)

    def of_lead(self, lead_id: int) -> tuple[FollowUp, ...]:
        """All steps of a lead, those for its reps too, with how their messages stand."""
        return tuple(map(_follow_up, _OF_LEAD.all(self._connection, lead=lead_id)))

    def next_due(self, after: datetime | None = None) -> datetime | None:
        """When the next step falls due; with `after`, the next one later than that."""
        query = select(func.min(follow_up.c.due_at)).where(in_state(follow_up, DUE))
        if after is not None:
            query = query.where(follow_up.c.due_at > after)
        return self._connection.execute(query).scalar()


def _follow_up(row: Any) -> FollowUp:
    return FollowUp(
        row.id,
        row.lead_id,
        row.contact_id,
        row.sequence,
        row.step,
        row.due_at,
        row.created_at,
        row.state,
        row.reason,
        staff_id=row.staff_id,
        enrolment_id=row.enrolment_id,
        note=row.note,
        outlives_reply=row.outlives_reply,
        settled_at=row.settled_at,
        message=getattr(row, "message", None) or "",
        seen_at=getattr(row, "seen_at", None),
    )


_TAKE_DUE = Prepared(
    select(follow_up.c.id)
    .where(in_state(follow_up, DUE), follow_up.c.due_at <= bindparam("now"))
    .order_by(follow_up.c.due_at)
    .limit(bindparam("most"))
)
_TAKE_DUE_ON = Prepared(
    select(follow_up.c.id, follow_up.c.due_at)
    .where(
        in_state(follow_up, DUE),
        follow_up.c.channel == bindparam("name"),
        follow_up.c.due_at <= bindparam("now"),
    )
    .order_by(follow_up.c.due_at)
    .limit(bindparam("most"))
)
_CLAIM = Prepared(
    select(follow_up)
    .where(
        follow_up.c.id == bindparam("step"),
        in_state(follow_up, DUE),
        follow_up.c.due_at <= bindparam("now"),
    )
    .with_for_update(skip_locked=True)
)
_GET = Prepared(select(follow_up).where(follow_up.c.id == bindparam("step")).with_for_update())
_OF_LEAD = Prepared(
    select(follow_up, outbox.c.state.label("message"), outbox.c.seen_at)
    .select_from(follow_up.outerjoin(outbox, outbox.c.id == follow_up.c.outbox_id))
    .where(follow_up.c.lead_id == bindparam("lead"))
    .order_by(follow_up.c.id)
)
_SETTLE = Prepared(
    update(follow_up)
    .where(follow_up.c.id == bindparam("row"))
    .values(
        state=bindparam("end"),
        reason=bindparam("why"),
        settled_at=bindparam("when"),
        outbox_id=bindparam("out"),
        content=bindparam("text"),
    )
)
_END = Prepared(
    update(enrolment)
    .where(enrolment.c.id == bindparam("over"), in_state(enrolment, RUNNING))
    .values(state=ENDED, reason=bindparam("why"), ended_at=bindparam("when"))
)
_DROPPED: dict[str, Any] = {
    "state": CANCELLED,
    "reason": bindparam("why"),
    "settled_at": bindparam("when"),
}
_CANCEL = Prepared(
    update(follow_up)
    .where(
        follow_up.c.contact_id == bindparam("prospect"),
        in_state(follow_up, DUE),
        follow_up.c.outlives_reply.is_(False),
    )
    .values(_DROPPED)
    .returning(follow_up.c.enrolment_id)
)
_STOP = Prepared(
    update(follow_up)
    .where(
        follow_up.c.lead_id == bindparam("lead"),
        in_state(follow_up, DUE),
        follow_up.c.staff_id.is_(None),
    )
    .values(_DROPPED)
    .returning(follow_up.c.enrolment_id)
)
_WITHDRAW = Prepared(
    update(follow_up)
    .where(
        follow_up.c.lead_id == bindparam("lead"),
        in_state(follow_up, DUE),
        follow_up.c.sequence == bindparam("named"),
    )
    .values(_DROPPED)
    .returning(follow_up.c.enrolment_id)
)
