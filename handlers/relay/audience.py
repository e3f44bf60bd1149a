"""Where the team can be reached: a member's own chats, the managers', the group's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from handlers.channel import Abilities
from handlers.posting import Draft, post
from handlers.texts import LANGUAGES
from storage.alert_cards import Card
from storage.outbox import Urgency
from storage.store import Work
from storage.team import Account, Role

STAFF_GROUP = "staff_group"  # setting: "channel:chat id" of the team's group
GROUP_LANGUAGE = "staff_group_language"  # setting


@dataclass(frozen=True, slots=True)
class Chat:
    """One place of the team: a member's private chat, or the team's group (no member)."""

    staff_id: int | None
    channel: str
    chat_id: str
    language: str


def managers(work: Work) -> list[Chat]:
    """Where managers can be reached; where there is none, the owner."""
    return chats(work.team.accounts(Role.MANAGER)) or chats(work.team.accounts(Role.OWNER))


def chats_of(work: Work, staff_id: int) -> list[Chat]:
    """The private chats of one member."""
    return chats(one for one in work.team.accounts(*Role) if one.member.id == staff_id)


def group(work: Work) -> list[Chat]:
    """The team's group; none where there is none."""
    channel, _, chat_id = (work.settings.get(STAFF_GROUP) or "").partition(":")
    return [Chat(None, channel, chat_id, group_language(work))] if chat_id else []


def is_group_of_team(work: Work, channel: str, chat_id: str) -> bool:
    return work.settings.get(STAFF_GROUP) == f"{channel}:{chat_id}"


def group_language(work: Work) -> str:
    """Cards in the group are read by everybody: the group has a language of its own."""
    return work.settings.get(GROUP_LANGUAGE) or LANGUAGES[0]


def language_in(work: Work, channel: str, chat_id: str) -> str:
    """The language of a member's own chat, or of the group."""
    member = work.team.member_in(channel, chat_id)
    return member.language if member is not None else group_language(work)


def chat_of(work: Work, shown: Card) -> Chat:
    """The place in which a copy of a card stands."""
    language = shown.language or group_language(work)
    return Chat(shown.staff_id, shown.channel, shown.chat_id, language)


def place_of(work: Work, channel: str, chat_id: str) -> Chat:
    """The place of the team that this chat is: a member's own, or else the group."""
    member = work.team.member_in(channel, chat_id)
    if member is None:
        return Chat(None, channel, chat_id, group_language(work))
    return Chat(member.id, channel, chat_id, member.language)


def chats(accounts: Iterable[Account]) -> list[Chat]:
    return [Chat(one.member.id, one.channel, one.chat_id, one.member.language) for one in accounts]


def tell(
    work: Work,
    abilities: Mapping[str, Abilities],
    audience: Iterable[Chat],
    lead_id: int | None,
    telling: Callable[[str], str | Draft],
    now: datetime,
) -> None:
    """Say something about a lead to some of the staff, to each in his own language."""
    for chat in audience:
        said = telling(chat.language)
        draft = Draft(said) if isinstance(said, str) else said
        put(work, abilities, chat, lead_id, draft, now)


def put(
    work: Work,
    abilities: Mapping[str, Abilities],
    chat: Chat,
    lead_id: int | None,
    draft: Draft,
    now: datetime,
) -> int:
    """Write one message to a place of the team; answers its outbox row."""
    return post(
        work,
        chat.channel,
        chat.chat_id,
        [draft],
        abilities[chat.channel],
        now,
        urgency=Urgency.ALERT,
        lead_id=lead_id,
    )
