"""What was sent unasked: the steps that left, as the gate's rules count them."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, and_, bindparam, func, or_, select

from storage import outbox as outgoing
from storage.conversations import MARKETING
from storage.follow_ups import IN_CONVERSATION, SENT
from storage.prepared import Prepared
from storage.tables import consent, follow_up, outbox


class SentSteps:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def times(self, lead_id: int, since: datetime) -> tuple[datetime, ...]:
        """When the steps were sent that count towards the daily cap, oldest first."""
        rows = _SENT_TIMES.all(self._connection, lead=lead_id, since=since)
        return tuple(row.settled_at for row in rows)

    def left_times(self, lead_id: int, since: datetime) -> tuple[datetime, ...]:
        """When their messages left the house, oldest first: one may have waited for long."""
        rows = _LEFT_TIMES.all(self._connection, lead=lead_id, since=since)
        return tuple(row.sent_at for row in rows)

    def promotions(self, lead_id: int, since: datetime) -> tuple[datetime, ...]:
        """When something was sent that stands on a consent to promotion, oldest first."""
        rows = _PROMOTIONS.all(self._connection, lead=lead_id, since=since)
        return tuple(row.settled_at for row in rows)

    def unanswered(self, lead_id: int, sequence: str, since: datetime | None) -> int:
        """Steps of one sequence sent since the prospect was last heard; of all where never."""
        if since is None:
            count = _SENT_OF_SEQUENCE.scalar(self._connection, lead=lead_id, named=sequence)
        else:
            count = _SENT_SINCE_HEARD.scalar(
                self._connection, lead=lead_id, named=sequence, since=since
            )
        return int(count)

    def is_ignored(self, lead_id: int, since: datetime | None) -> bool:
        """Whether a step that wants an answer was sent since the prospect was last heard."""
        row = _IGNORED.first(self._connection, lead=lead_id, since=since or _EVER)
        return row is not None

    def was_sent(self, lead_id: int, content: str, since: datetime) -> bool:
        """Whether this very text went to this lead before."""
        return (
            _WAS_SENT.first(self._connection, lead=lead_id, text=content, since=since) is not None
        )


# What left for good; a message that was called back or refused by the platform did not reach
# anybody. One in doubt may have: it counts.
_LEFT = and_(
    follow_up.c.state == SENT,
    or_(
        follow_up.c.outbox_id.is_(None),
        outbox.c.state.is_(None),
        and_(outbox.c.state != outgoing.CANCELLED, outbox.c.state != outgoing.DEAD),
    ),
)
_WITH_MESSAGE = follow_up.outerjoin(outbox, outbox.c.id == follow_up.c.outbox_id)
_TO_PROSPECT = follow_up.c.staff_id.is_(None)

_SENT_TIMES = Prepared(
    select(follow_up.c.settled_at)
    .select_from(_WITH_MESSAGE)
    .where(
        follow_up.c.lead_id == bindparam("lead"),
        _LEFT,
        _TO_PROSPECT,
        *(follow_up.c.sequence != one for one in IN_CONVERSATION),
        follow_up.c.settled_at > bindparam("since"),
    )
    .order_by(follow_up.c.settled_at)
)
_LEFT_TIMES = Prepared(
    select(outbox.c.sent_at)
    .select_from(_WITH_MESSAGE)
    .where(
        follow_up.c.lead_id == bindparam("lead"),
        _TO_PROSPECT,
        *(follow_up.c.sequence != one for one in IN_CONVERSATION),
        outbox.c.sent_at > bindparam("since"),
    )
    .order_by(outbox.c.sent_at)
)
_PROMOTIONS = Prepared(
    select(follow_up.c.settled_at)
    .select_from(_WITH_MESSAGE.join(consent, consent.c.id == follow_up.c.consent_id))
    .where(
        follow_up.c.lead_id == bindparam("lead"),
        _LEFT,
        consent.c.purpose == MARKETING,
        follow_up.c.settled_at > bindparam("since"),
    )
    .order_by(follow_up.c.settled_at)
)
_OF_SEQUENCE = (
    select(func.count())
    .select_from(_WITH_MESSAGE)
    .where(
        follow_up.c.lead_id == bindparam("lead"), _LEFT, follow_up.c.sequence == bindparam("named")
    )
)
_SENT_OF_SEQUENCE = Prepared(_OF_SEQUENCE)
_SENT_SINCE_HEARD = Prepared(_OF_SEQUENCE.where(follow_up.c.settled_at > bindparam("since")))
_EVER = datetime(2000, 1, 1, tzinfo=UTC)  # before this program was
_IGNORED = Prepared(
    select(follow_up.c.id)
    .select_from(_WITH_MESSAGE)
    .where(
        follow_up.c.lead_id == bindparam("lead"),
        _LEFT,
        _TO_PROSPECT,
        *(follow_up.c.sequence != one for one in IN_CONVERSATION),
        follow_up.c.outlives_reply.is_(False),
        follow_up.c.settled_at > bindparam("since"),
    )
    .limit(1)
)
_WAS_SENT = Prepared(
    select(follow_up.c.id)
    .select_from(_WITH_MESSAGE)
    .where(
        follow_up.c.lead_id == bindparam("lead"),
        _LEFT,
        follow_up.c.content == bindparam("text"),
        follow_up.c.settled_at > bindparam("since"),
    )
    .limit(1)
)
