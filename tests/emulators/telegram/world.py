"""Who and what is there: bots, people, chats and the messages in them."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from tests.emulators.telegram.updates import UpdateQueue

Json = dict[str, Any]


class RoomKind(StrEnum):
    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"


class Standing(StrEnum):
    """Where somebody stands in a chat, in the API's words."""

    CREATOR = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    LEFT = "left"
    KICKED = "kicked"

    @property
    def is_inside(self) -> bool:
        return self not in (Standing.LEFT, Standing.KICKED)


@dataclass(slots=True)
class Webhook:
    url: str = ""
    secret: str = ""
    max_connections: int = 40
    last_error_at: datetime | None = None
    last_error: str = ""


@dataclass(eq=False, slots=True)
class Bot:
    id: int
    token: str
    username: str
    name: str
    queue: UpdateQueue
    reads_all_group_messages: bool = False
    webhook: Webhook = field(default_factory=Webhook)
    message_ids: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    commands: dict[tuple[str, int, int, str], list[Json]] = field(default_factory=dict)
    about: dict[tuple[str, str], str] = field(default_factory=dict)
    poller: asyncio.Future[str] | None = None

    def json(self) -> Json:
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.name,
            "username": self.username,
        }


@dataclass(eq=False, slots=True)
class User:
    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    phone: str = ""
    is_gone: bool = False  # the account was deleted

    def json(self) -> Json:
        optional = {
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }
        shown = {name: value for name, value in optional.items() if value}
        return {"id": self.id, "is_bot": False, "first_name": self.first_name, **shown}


Account = Bot | User


@dataclass(eq=False, slots=True)
class Message:
    """One message in its present state, edits included."""

    id: int
    room: Room
    sender: Account
    sent_at: datetime
    body: Json  # text and entities, or photo and caption, …
    markup: Json | None = None
    thread_id: int = 0
    reply_to: Message | None = None
    edited_at: datetime | None = None
    is_service: bool = False

    @property
    def text(self) -> str:
        return str(self.body.get("text") or self.body.get("caption") or "")

    @property
    def buttons(self) -> list[Json]:
        """The inline buttons, row after row."""
        return [button for row in (self.markup or {}).get("inline_keyboard", []) for button in row]

    @property
    def labels(self) -> list[str]:
        return [button["text"] for button in self.buttons]

    @property
    def keys(self) -> list[Json]:
        """The keys of a reply keyboard sent with this message."""
        return [key for row in (self.markup or {}).get("keyboard", []) for key in row]

    def json(self, *, nested: bool = False) -> Json:
        shown: Json = {
            "message_id": self.id,
            "from": self.sender.json(),
            "chat": self.room.json(),
            "date": int(self.sent_at.timestamp()),
            **self.body,
        }
        if self.thread_id:
            shown |= {"message_thread_id": self.thread_id, "is_topic_message": True}
        if self.edited_at is not None:
            shown["edit_date"] = int(self.edited_at.timestamp())
        if self.reply_to is not None and not nested:
            shown["reply_to_message"] = self.reply_to.json(nested=True)
        if self.buttons:
            shown["reply_markup"] = self.markup
        return shown


@dataclass(slots=True)
class Topic:
    name: str
    icon_color: int
    is_closed: bool = False


@dataclass(eq=False, slots=True)
class Room:
    """A chat. A private chat exists once for every pair of a person and a bot."""

    id: int
    kind: RoomKind
    message_ids: Iterator[int]
    title: str = ""
    is_forum: bool = False
    members: dict[Account, Standing] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    may_not_delete: set[Account] = field(default_factory=set)  # administrators without that right
    keyboard: Json | None = None  # the reply keyboard that people see now
    actions: list[str] = field(default_factory=list)  # "typing" and its like
    moved_to: int = 0
    taken: int = 0  # id of the last bot message that a waiting test was handed

    @property
    def is_private(self) -> bool:
        return self.kind is RoomKind.PRIVATE

    def users(self) -> list[User]:
        return [who for who in self.members if isinstance(who, User)]

    def bots(self) -> list[Bot]:
        return [who for who, at in self.members.items() if isinstance(who, Bot) and at.is_inside]

    def from_bots(self) -> list[Message]:
        """What bots have said here and not deleted, oldest first."""
        return [
            message
            for message in self.messages.values()
            if isinstance(message.sender, Bot) and not message.is_service
        ]

    def json(self) -> Json:
        if self.is_private:
            account = self.users()[0].json()
            kept = ("id", "first_name", "last_name", "username")
            return {**{name: account[name] for name in kept if name in account}, "type": "private"}
        shown: Json = {"id": self.id, "type": str(self.kind), "title": self.title}
        return {**shown, "is_forum": True} if self.is_forum else shown


@dataclass(slots=True)
class Tap:
    """A press of an inline button, and what the bot answered to it."""

    id: str
    by: User
    message: Message
    data: str
    at: datetime
    bot: Bot
    answer: Json | None = None


class World:
    """Everything one server knows; ids are handed out in order, so that a run repeats itself."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now
        self.bots: dict[str, Bot] = {}
        self.users: dict[int, User] = {}
        self.groups: dict[int, Room] = {}
        self.private: dict[tuple[int, int], Room] = {}
        self.taps: dict[str, Tap] = {}
        # Above 32 bits, as new accounts have it.
        self.user_ids = itertools.count(5_000_000_001)
        self.bot_ids = itertools.count(7_000_000_001)
        self.group_ids = itertools.count(4_000_000_001)
        self.supergroup_ids = itertools.count(1_002_000_000_001)
        self.album_ids = itertools.count(13_000_000_000_000_001)
        self.tap_ids = itertools.count(400_000_000_000_000_001)
        self._changed = asyncio.Event()

    def private_room(self, bot: Bot, user: User) -> Room:
        """Their chat; the bot may write once the person has opened it (`members` says so)."""
        key = (bot.id, user.id)
        if key not in self.private:
            self.private[key] = Room(
                user.id, RoomKind.PRIVATE, bot.message_ids, members={user: Standing.MEMBER}
            )
        return self.private[key]

    def room(self, bot: Bot, chat_id: int) -> Room | None:
        if chat_id > 0:
            return self.private.get((bot.id, chat_id))
        return self.groups.get(chat_id)

    def post(self, room: Room, sender: Account, body: Json, **more: Any) -> Message:
        """Put a message into a chat, and into the queues of the bots that may read it."""
        message = Message(next(room.message_ids), room, sender, self.now(), body, **more)
        room.messages[message.id] = message
        for bot in room.bots():
            if bot is not sender and self._may_read(bot, message):
                self.deliver(bot, "message", message)
        self.tell()
        return message

    def deliver(self, bot: Bot, kind: str, message: Message) -> None:
        bot.queue.add(kind, message.json(), f"chat {message.room.id}")

    def stand(self, room: Room, account: Account, standing: Standing, by: User) -> None:
        """Change somebody's standing in a chat and tell the bots concerned."""
        before = room.members.get(account, Standing.LEFT)
        room.members[account] = standing
        change = {
            "chat": room.json(),
            "from": by.json(),
            "date": int(self.now().timestamp()),
            "old_chat_member": member_json(account, before),
            "new_chat_member": member_json(account, standing),
        }
        if isinstance(account, Bot):
            account.queue.add("my_chat_member", change, f"membership {room.id}")
        for bot in room.bots():
            if bot is not account and room.members[bot] is Standing.ADMINISTRATOR:
                bot.queue.add("chat_member", change, f"membership {room.id}")
        self.tell()

    def tell(self) -> None:
        """Something changed: wake whoever waits for it."""
        self._changed.set()
        self._changed = asyncio.Event()

    async def change(self) -> None:
        await self._changed.wait()

    def _may_read(self, bot: Bot, message: Message) -> bool:
        """Privacy mode: in groups a bot hears commands, answers to itself and service messages."""
        if isinstance(message.sender, Bot) and not message.is_service:
            return False
        if message.room.is_private or message.is_service or bot.reads_all_group_messages:
            return True
        if message.room.members[bot] is Standing.ADMINISTRATOR:
            return True
        if message.reply_to is not None and message.reply_to.sender is bot:
            return True
        command = message.text.split(maxsplit=1)[0] if message.text.startswith("/") else ""
        name, _, whose = command.partition("@")
        return len(name) > 1 and whose.lower() in ("", bot.username.lower())


def member_json(account: Account, standing: Standing) -> Json:
    """A ChatMember; rights are all or nothing here."""
    shown: Json = {"user": account.json(), "status": str(standing)}
    if standing is Standing.CREATOR:
        shown["is_anonymous"] = False
    elif standing is Standing.KICKED:
        shown["until_date"] = 0
    elif standing is Standing.ADMINISTRATOR:
        shown |= {"can_be_edited": False, "is_anonymous": False}
        shown |= dict.fromkeys(_RIGHTS, True)
    return shown


_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
    "can_send_welcome_messages",
)
