"""The staff: who they are, where they chat, how they are invited, what they did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, or_, select, update

from storage.prepared import Prepared
from storage.tables import audit, invite, staff, staff_account

# What the audit calls a look at one lead, and at a list of them (its detail names them: #1 #2).
VIEWED, LISTED = "view", "list"


class Role(StrEnum):
    REP = "rep"
    MANAGER = "manager"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Member:
    """One of the staff."""

    id: int
    name: str
    role: Role
    away_until: datetime | None = None  # out of rotation until then
    language: str = "vi"

    def is_away(self, now: datetime) -> bool:
        return self.away_until is not None and now < self.away_until

    @property
    def manages(self) -> bool:
        return self.role in (Role.MANAGER, Role.OWNER)


@dataclass(frozen=True, slots=True)
class Account:
    """A private chat in which a member of staff can be reached."""

    member: Member
    channel: str
    chat_id: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a code is for; with a `staff_id` one more place for somebody who is on the team."""

    id: int
    role: Role
    name: str
    staff_id: int | None = None


class Team:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def member_in(self, channel: str, chat_id: str) -> Member | None:
        """Who of the staff writes from this private chat; None for everybody else."""
        row = _MEMBER_IN.first(self._connection, in_channel=channel, in_chat=chat_id)
        return None if row is None else member_of(row)

    def member(self, staff_id: int) -> Member | None:
        row = self._connection.execute(select(*MEMBER).where(staff.c.id == staff_id)).first()
        return None if row is None else member_of(row)

    def add(self, name: str, role: Role, now: datetime, language: str = "vi") -> int:
        staff_id: int = self._connection.execute(
            insert(staff).returning(staff.c.id),
            {"name": name, "role": role.value, "created_at": now, "language": language},
        ).scalar_one()
        return staff_id

    def open_account(self, staff_id: int, channel: str, chat_id: str, now: datetime) -> None:
        """Let a member be reached in this chat; a chat belongs to one member at a time."""
        self._connection.execute(
            staff_account.delete().where(
                staff_account.c.channel == channel, staff_account.c.chat_id == chat_id
            )
        )
        place = {"staff_id": staff_id, "channel": channel, "chat_id": chat_id}
        self._connection.execute(insert(staff_account), {**place, "opened_at": now, "used_at": now})

    def accounts(self, *roles: Role) -> tuple[Account, ...]:
        """Where the active staff of these roles can be reached."""
        rows = _accounts(roles).all(self._connection)
        return tuple(Account(member_of(row), row.channel, row.chat_id) for row in rows)

    def is_active(self, staff_id: int) -> bool:
        query = select(staff.c.id).where(staff.c.id == staff_id, staff.c.active)
        return self._connection.execute(query).first() is not None

    def active(self) -> tuple[Member, ...]:
        """Everybody who is on the staff now."""
        rows = self._connection.execute(select(*MEMBER).where(staff.c.active).order_by(staff.c.id))
        return tuple(map(member_of, rows))

    def everybody(self) -> tuple[Member, ...]:
        """Everybody who is or was on the staff."""
        rows = self._connection.execute(select(*MEMBER).order_by(staff.c.id))
        return tuple(map(member_of, rows))

    def remove(self, staff_id: int) -> None:
        """He is on the staff no more, from this moment on."""
        self._connection.execute(update(staff).where(staff.c.id == staff_id).values(active=False))

    def away(self, staff_id: int, until: datetime | None) -> None:
        """Out of rotation until then; None: back."""
        self._connection.execute(
            update(staff).where(staff.c.id == staff_id).values(away_until=until)
        )

    def speak(self, staff_id: int, language: str) -> None:
        """The language in which he is told everything from now on."""
        self._connection.execute(
            update(staff).where(staff.c.id == staff_id).values(language=language)
        )

    def reachable(self, channel: str, chat_id: str, reachable: bool) -> None:
        self._connection.execute(
            update(staff_account)
            .where(staff_account.c.channel == channel, staff_account.c.chat_id == chat_id)
            .values(reachable=reachable)
        )

    def has_owner(self) -> bool:
        query = select(staff.c.id).where(staff.c.role == Role.OWNER.value, staff.c.active)
        return self._connection.execute(query.limit(1)).first() is not None

    def invite(
        self,
        code_hash: str,
        role: Role,
        name: str,
        now: datetime,
        expires_at: datetime,
        staff_id: int | None = None,
    ) -> None:
        """Keep the hash of a one-time code; the code itself is known to its bearer alone."""
        self._connection.execute(
            insert(invite),
            {
                "code_hash": code_hash,
                "role": role.value,
                "name": name,
                "expires_at": expires_at,
                "staff_id": staff_id,
            },
        )

    def drop_invites(self, role: Role) -> None:
        """Older links for this role work no more."""
        self._connection.execute(
            invite.delete().where(invite.c.role == role.value, invite.c.used_at.is_(None))
        )

    def redeem(self, code_hash: str, now: datetime) -> Invitation | None:
        """Use a code up. Of two who try at once, one is let in."""
        row = self._connection.execute(
            update(invite)
            .where(
                invite.c.code_hash == code_hash,
                invite.c.used_at.is_(None),
                invite.c.expires_at > now,
            )
            .values(used_at=now)
            .returning(invite.c.id, invite.c.role, invite.c.name, invite.c.staff_id)
        ).first()
        return None if row is None else Invitation(row.id, Role(row.role), row.name, row.staff_id)

    def note(
        self, who: str, action: str, now: datetime, *, lead_id: int | None = None, detail: str = ""
    ) -> None:
        """Write to the audit: who saw or did what, when."""
        self._connection.execute(
            insert(audit),
            {
                "at": now,
                "who": who[:128],
                "action": action,
                "lead_id": lead_id,
                "detail": detail[:500],
            },
        )

    def saw_since(self, who: str, lead_id: int, since: datetime) -> bool:
        """Whether the audit says so."""
        query = select(audit.c.id).where(
            audit.c.who == who[:128],
            audit.c.lead_id == lead_id,
            audit.c.action == VIEWED,
            audit.c.at > since,
        )
        return self._connection.execute(query.limit(1)).first() is not None

    def listed_since(self, who: str, detail: str, since: datetime) -> bool:
        """Whether the audit says that this very list was shown to him."""
        query = select(audit.c.id).where(
            audit.c.who == who[:128],
            audit.c.action == LISTED,
            audit.c.detail == detail[:500],
            audit.c.at > since,
        )
        return self._connection.execute(query.limit(1)).first() is not None

    def noted_since(self, who: str, action: str, since: datetime) -> int:
        return self._connection.execute(
            select(func.count())
            .select_from(audit)
            .where(audit.c.who == who[:128], audit.c.action == action, audit.c.at > since)
        ).scalar_one()


def member_of(row: Any) -> Member:
    return Member(row.id, row.name, Role(row.role), row.away_until, row.language)


MEMBER = (staff.c.id, staff.c.name, staff.c.role, staff.c.away_until, staff.c.language)
_MEMBER_IN = Prepared(
    select(*MEMBER)
    .join(staff_account, staff_account.c.staff_id == staff.c.id)
    .where(
        staff_account.c.channel == bindparam("in_channel"),
        staff_account.c.chat_id == bindparam("in_chat"),
        staff_account.c.closed_at.is_(None),
        staff.c.active,
    )
)


@lru_cache
def _accounts(roles: tuple[Role, ...]) -> Prepared:
    return Prepared(
        select(*MEMBER, staff_account.c.channel, staff_account.c.chat_id)
        .join(staff_account, staff_account.c.staff_id == staff.c.id)
        .where(
            staff.c.active,
            staff_account.c.reachable,
            staff_account.c.closed_at.is_(None),
            or_(*(staff.c.role == role.value for role in roles)),
        )
        .order_by(staff.c.id)
    )
