"""The private chats that are the staff's: since when, used when last, closed when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, or_, select, update

from storage.prepared import Prepared
from storage.tables import staff, staff_account
from storage.team import MEMBER, Member, Role, member_of

_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Place:
    """A private chat that is or was a member's."""

    member: Member
    opened_at: datetime
    used_at: datetime  # to the hour
    is_open: bool  # neither closed nor that of somebody who has left


class StaffPlaces:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def at(self, channel: str, chat_id: str) -> Place | None:
        """Whose chat this is or was; None for one that was never a member's."""
        row = _PLACE.first(self._connection, in_channel=channel, in_chat=chat_id)
        if row is None:
            return None
        is_open = row.active and row.closed_at is None
        return Place(member_of(row), row.opened_at, row.used_at, is_open)

    def use(self, channel: str, chat_id: str, now: datetime) -> None:
        """A member did something there. Kept to the hour: a word needs no row of its own."""
        self._connection.execute(
            update(staff_account)
            .where(
                staff_account.c.channel == channel,
                staff_account.c.chat_id == chat_id,
                staff_account.c.used_at < now - _HOUR,
            )
            .values(used_at=now)
        )

    def close(self, channel: str, chat_id: str, now: datetime) -> None:
        """Nobody of the staff is reached there any more."""
        self._connection.execute(
            update(staff_account)
            .where(
                staff_account.c.channel == channel,
                staff_account.c.chat_id == chat_id,
                staff_account.c.closed_at.is_(None),
            )
            .values(closed_at=now)
        )

    def of(self, staff_id: int) -> tuple[tuple[str, str], ...]:
        """Channel and chat of each open place of a member."""
        query = select(staff_account.c.channel, staff_account.c.chat_id).where(
            staff_account.c.staff_id == staff_id,
            staff_account.c.reachable,
            staff_account.c.closed_at.is_(None),
        )
        return tuple((row.channel, row.chat_id) for row in self._connection.execute(query))

    def outworn(
        self, channel: str, opened_before: datetime, used_before: datetime
    ) -> tuple[str, ...]:
        """Open chats of this channel that were opened or used last so long ago."""
        query = select(staff_account.c.chat_id).where(
            staff_account.c.channel == channel,
            staff_account.c.closed_at.is_(None),
            or_(
                staff_account.c.opened_at < opened_before,
                staff_account.c.used_at < used_before,
            ),
        )
        return tuple(self._connection.execute(query).scalars())

    def homeless(self, name: str, role: Role) -> int | None:
        """The active member of this name and role who can be written to nowhere."""
        open_ = select(staff_account.c.staff_id).where(staff_account.c.closed_at.is_(None))
        query = select(staff.c.id).where(
            staff.c.active,
            staff.c.name == name,
            staff.c.role == role.value,
            staff.c.id.not_in(open_),
        )
        return self._connection.execute(query.order_by(staff.c.id).limit(1)).scalar()


_PLACE = Prepared(
    select(
        *MEMBER,
        staff.c.active,
        staff_account.c.opened_at,
        staff_account.c.used_at,
        staff_account.c.closed_at,
    )
    .join(staff_account, staff_account.c.staff_id == staff.c.id)
    .where(
        staff_account.c.channel == bindparam("in_channel"),
        staff_account.c.chat_id == bindparam("in_chat"),
    )
)
