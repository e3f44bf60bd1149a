"""What a test does with the emulated Telegram: fill it, move it, look into it."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from tests.emulators.telegram.faults import Fault, Faults, Trouble
from tests.emulators.telegram.files import Files
from tests.emulators.telegram.flow import FlowControl
from tests.emulators.telegram.people import Person
from tests.emulators.telegram.pusher import Push
from tests.emulators.telegram.server import ApiCall, Server
from tests.emulators.telegram.updates import UpdateQueue
from tests.emulators.telegram.world import (
    Account,
    Bot,
    Message,
    Room,
    RoomKind,
    Standing,
    Tap,
    User,
    World,
)

Found = TypeVar("Found")
PATIENCE = 5.0


def utc_now() -> datetime:
    return datetime.now(UTC)


class Driver:
    """The world behind the server; `now` times what expires, `monotonic` what comes too fast."""

    def __init__(self, now: Callable[[], datetime], monotonic: Callable[[], float]) -> None:
        self._now, self._wound = now, timedelta(0)
        self.world = World(self.now)
        self.files = Files()
        self.flow = FlowControl(monotonic)
        self.faults = Faults()
        self.pushes: list[Push] = []
        self.server = Server(self.world, self.files, self.flow, self.faults)

    def now(self) -> datetime:
        return self._now() + self._wound

    def wind(self, span: timedelta) -> None:
        self._wound += span
        self.world.tell()

    # Making bots, people and chats.

    def bot(
        self,
        username: str = "duyen_test_bot",
        name: str = "Duyên",
        token: str = "",
        *,
        reads_all_group_messages: bool = False,
    ) -> Bot:
        bot_id = int(token.partition(":")[0]) if token else next(self.world.bot_ids)
        token = token or f"{bot_id}:AAEmulatedToken_{bot_id:019d}"
        queue = UpdateQueue(self.now, seed=bot_id)
        made = Bot(bot_id, token, username, name, queue, reads_all_group_messages)
        self.world.bots[token] = made
        return made

    def person(
        self,
        first_name: str,
        *,
        last_name: str = "",
        username: str = "",
        language_code: str = "vi",
        phone: str = "84912345678",
    ) -> Person:
        user_id = next(self.world.user_ids)
        user = User(user_id, first_name, last_name, username, language_code, phone)
        self.world.users[user_id] = user
        return Person(user, self.world, self.files)

    def group(
        self,
        title: str,
        creator: Person,
        *members: Account,
        supergroup: bool = False,
        forum: bool = False,
    ) -> Room:
        """A group without the bot: `person.adds(bot, group)` brings it in."""
        ids: Iterator[int] = itertools.count(1)
        if supergroup or forum:
            room_id, kind = -next(self.world.supergroup_ids), RoomKind.SUPERGROUP
        else:
            room_id, kind = -next(self.world.group_ids), RoomKind.GROUP
            ids = next((bot.message_ids for bot in self.world.bots.values()), ids)
        room = Room(room_id, kind, ids, title, forum)
        room.members = dict.fromkeys(members, Standing.MEMBER)
        room.members[creator.user] = Standing.CREATOR
        self.world.groups[room_id] = room
        return room

    def migrate(self, group: Room, by: Person) -> Room:
        """The group becomes a supergroup with a new id; the old one only says where it went."""
        room = Room(-next(self.world.supergroup_ids), RoomKind.SUPERGROUP, itertools.count(1))
        room.title, room.members = group.title, dict(group.members)
        self.world.groups[room.id] = room
        self.world.post(group, by.user, {"migrate_to_chat_id": room.id}, is_service=True)
        group.moved_to = room.id
        self.world.post(room, by.user, {"migrate_from_chat_id": group.id}, is_service=True)
        return room

    # What goes wrong.

    def fail_next(self, trouble: Trouble, method: str = "", **more: object) -> None:
        self.faults.order(Fault(trouble, method, **more))  # type: ignore[arg-type]  # by name

    # Looking.

    @property
    def calls(self) -> list[ApiCall]:
        return self.server.calls

    def calls_of(self, *methods: str) -> list[ApiCall]:
        return [call for call in self.calls if call.method in methods]

    @property
    def taps(self) -> list[Tap]:
        return list(self.world.taps.values())

    async def wait_for(self, look: Callable[[], Found], within: float = PATIENCE) -> Found:
        """The first true answer of `look`, asked again after every change."""
        async with asyncio.timeout(within):
            while not (found := look()):
                await self.world.change()
        return found

    async def next_message(self, room: Room, within: float = PATIENCE) -> Message:
        """The next thing a bot says in this chat, each only once; edits do not count."""

        def look() -> Message | None:
            return next((one for one in room.from_bots() if one.id > room.taken), None)

        try:
            message = await self.wait_for(look, within)
        except TimeoutError:
            raise TimeoutError(f"no message in chat {room.id} within {within} s") from None
        assert message is not None
        room.taken = message.id
        return message
