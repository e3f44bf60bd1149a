"""Joining the team: a one-time code makes a private chat a member's account."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

from handlers.channel import Abilities, IncomingMessage, Kind, clean_name
from handlers.posting import Draft, post
from handlers.queue import tell_owners
from handlers.texts import say, telling
from storage.store import Work
from storage.team import Member, Role

INVITE_FOR = timedelta(hours=24)
PAGE_FOR = timedelta(minutes=10)
CODE_BYTES = 16  # 128 bits
JOIN = "join_"  # head of a start link's payload that carries a code
WRONG_CODES_AN_HOUR = 5


def invite(work: Work, role: str, name: str, now: datetime) -> str:
    """A one-time code for a new member of staff; only its hash is kept. Answers the code.

    Whose places were all closed, on the website's page by its expiry, comes back as himself.
    """
    code = secrets.token_hex(CODE_BYTES)
    named, wanted = clean_name(name), Role(role)
    known = work.staff_places.homeless(named, wanted) if named else None
    work.team.invite(_hash(code), wanted, named, now, now + INVITE_FOR, known)
    return code


def open_page(work: Work, member: Member, now: datetime) -> str:
    """A one-time code with which a member opens the team's page, for a few minutes."""
    code = secrets.token_hex(CODE_BYTES)
    expires_at = now + PAGE_FOR
    work.team.invite(_hash(code), member.role, member.name, now, expires_at, member.id)
    return code


def invite_owner(work: Work, now: datetime) -> str | None:
    """A fresh code for the first owner, beside the one `init` gave; None where there is one."""
    if work.team.has_owner():
        return None
    return invite(work, Role.OWNER, "", now)


def code_in(message: IncomingMessage) -> str | None:
    """The invite code a message carries, by link or by /join; None for every other message."""
    if message.kind is Kind.START and message.text.startswith(JOIN):
        return message.text.removeprefix(JOIN)
    command, _, rest = message.text.partition(" ")
    if message.kind is Kind.TEXT and command.lower() == "/join":
        return rest.strip().removeprefix(JOIN)
    return None


def _hash(code: str) -> str:
    return hashlib.sha256(code.strip().lower().encode()).hexdigest()


def on_code(
    work: Work,
    abilities: Mapping[str, Abilities],
    message: IncomingMessage,
    code: str,
    language: str,
    now: datetime,
) -> None:
    """Somebody shows a code: it makes this chat, and nothing else, a member's account.

    Until he asks for another he is spoken with in `language`, the company's first.
    """
    text = _let_in(work, abilities, message, code, language, now)
    post(work, message.channel, message.chat_id, [Draft(text)], abilities[message.channel], now)


def _let_in(
    work: Work,
    abilities: Mapping[str, Abilities],
    message: IncomingMessage,
    code: str,
    language: str,
    now: datetime,
) -> str:
    who = f"{message.channel}:{message.chat_id}"
    tries = work.team.noted_since(who, "wrong_code", now - timedelta(hours=1))
    if tries >= WRONG_CODES_AN_HOUR:
        return say("staff.locked", language)
    invitation = work.team.redeem(_hash(code), now)
    member = None if message.group else work.team.member_in(message.channel, message.chat_id)
    if invitation is None and member is not None:
        return say("staff.in_already", member.language, name=member.name)
    if invitation is None or message.group:
        work.team.note(who, "wrong_code", now)
        if tries + 1 == WRONG_CODES_AN_HOUR:
            told = telling("staff.guessing", name=message.sender_name or who, count=tries + 1)
            tell_owners(work, told, abilities, now)
        return say("staff.bad_code", language)
    if invitation.staff_id is not None:
        return _open_place(work, message, invitation.staff_id, who, language, now)
    if invitation.role is Role.OWNER and not work.team.has_owner():
        work.team.drop_invites(Role.OWNER)  # the other links for the first owner
    name = invitation.name or message.sender_name or invitation.role.value
    staff_id = work.team.add(name, invitation.role, now, language)
    work.team.open_account(staff_id, message.channel, message.chat_id, now)
    work.team.note(who, "joined", now, detail=invitation.role)
    role = say(f"role.{invitation.role}", language)
    return say("staff.welcome", language, name=name, role=role)


def _open_place(
    work: Work, message: IncomingMessage, staff_id: int, who: str, language: str, now: datetime
) -> str:
    """One more chat of somebody who is on the team already, unless he has left it meanwhile."""
    member = work.team.member(staff_id)
    if member is None or not work.team.is_active(staff_id):
        return say("staff.bad_code", language)
    work.team.open_account(staff_id, message.channel, message.chat_id, now)
    work.team.note(who, "opened_place", now, detail=f"staff:{staff_id}")
    return say("staff.welcome_here", member.language, name=member.name)
