"""A chat platform that repeats what is not acknowledged, and fails as real ones do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from handlers.channel import (
    Abilities,
    AnswerLostError,
    Button,
    ChannelError,
    ChatClosedError,
    IncomingMessage,
    Limits,
    MessageRefusedError,
    OnMessage,
    OutgoingMessage,
)
from tests.fakes import RICH
from tests.simulator.life import Life, Weather
from tests.simulator.notes import Accepted, Acknowledged, Note

NAME = "fake"
Number = str  # the platform's own for an update; ours is the key we give it
IsStored = Callable[[Number], bool]


@dataclass
class Screen:
    """One message in a chat, as its reader sees it."""

    platform_id: str
    text: str
    buttons: tuple[Button, ...]


@dataclass
class Platform:
    """What stays when our process dies: the updates it has not acknowledged, the chats."""

    weather: Weather
    notes: list[Note]
    waiting: dict[Number, IncomingMessage] = field(default_factory=dict)
    again: list[IncomingMessage] = field(default_factory=list)  # to be repeated for no reason
    screens: dict[str, list[Screen]] = field(default_factory=dict)
    blocked: set[str] = field(default_factory=set)
    known: dict[int, str] = field(default_factory=dict)  # platform ids of the rows taken
    bell: asyncio.Event = field(default_factory=asyncio.Event)

    def post(self, message: IncomingMessage) -> None:
        """Somebody did something in a chat."""
        self.waiting[message.platform_message_id] = message
        self.bell.set()

    def acknowledge(self, message: IncomingMessage, stored: bool) -> None:
        self.notes.append(Acknowledged(message.platform_message_id, stored))
        self.waiting.pop(message.platform_message_id, None)
        if self.weather.strikes(self.weather.duplicate):
            delay = self.weather.between(0, 15)
            asyncio.get_running_loop().call_later(delay, self._repeat, message)

    def _repeat(self, message: IncomingMessage) -> None:
        self.again.append(message)
        self.bell.set()

    def accept(self, message: OutgoingMessage) -> str:
        if self.weather.drops_known and message.id in self.known:
            return self.known[message.id]
        chat = self.screens.setdefault(message.chat_id, [])
        platform_id = message.edits or f"{message.chat_id}:{len(chat) + 1}"
        buttons = tuple(button for row in message.buttons for button in row)
        screen = Screen(platform_id, message.text, buttons)
        if message.edits:
            chat[:] = [screen if one.platform_id == message.edits else one for one in chat]
        else:
            chat.append(screen)
        self.known[message.id] = platform_id
        self.notes.append(
            Accepted(message.id, message.chat_id, message.text, message.edits, platform_id)
        )
        return platform_id


class SimulatedChannel:
    """Our end of the platform, for one life."""

    name = NAME
    abilities: Abilities = RICH
    limits = Limits()

    def __init__(self, platform: Platform, life: Life, is_stored: IsStored) -> None:
        self._platform = platform
        self._weather = platform.weather
        self.resends_are_harmless = platform.weather.drops_known
        self._life = life
        self._is_stored = is_stored
        self._under_way: set[Number] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    def is_group(self, chat_id: str) -> bool:
        return chat_id.startswith("-")

    async def fetch(self, file: str) -> bytes:
        raise MessageRefusedError("no files come by here")

    async def show_typing(self, chat_id: str) -> None:
        return None

    def start_link(self, payload: str) -> str:
        return ""

    # --- in ------------------------------------------------------------------------------

    async def receive(self, on_message: OnMessage) -> None:
        while True:
            self._platform.bell.clear()
            self._deliver(self._platform.again, on_message)
            self._platform.again.clear()
            fresh = [
                message
                for number, message in self._platform.waiting.items()
                if number not in self._under_way
            ]
            self._under_way.update(one.platform_message_id for one in fresh)
            self._deliver(fresh, on_message)
            await self._platform.bell.wait()

    def _deliver(self, messages: Iterable[IncomingMessage], on_message: OnMessage) -> None:
        for message in messages:
            delay = self._weather.between(0, 0.05)
            if self._weather.strikes(self._weather.reorder):
                delay += self._weather.between(0, 2)
            task = asyncio.create_task(self._deliver_one(message, delay, on_message))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _deliver_one(
        self, message: IncomingMessage, delay: float, on_message: OnMessage
    ) -> None:
        await asyncio.sleep(delay)
        try:
            await on_message(message)
        except Exception:  # not stored, so not acknowledged: it comes again
            await asyncio.sleep(1)
        else:
            await self._life.point("before the acknowledgement")
            stored = self._is_stored(message.platform_message_id)
            self._platform.acknowledge(message, stored)
        self._under_way.discard(message.platform_message_id)
        self._platform.bell.set()

    # --- out -----------------------------------------------------------------------------

    async def send(self, message: OutgoingMessage) -> str:
        await self._life.point("before the request")
        await asyncio.sleep(self._weather.between(0.005, 0.3))
        await self._life.point("before the platform has the request")
        if message.chat_id in self._platform.blocked:
            raise ChatClosedError("403")
        if self._weather.strikes(self._weather.send_fault):
            raise self._weather.dice.choice(
                (
                    ChannelError("429", retry_after=2.0, whole_channel=True),
                    ChannelError("500"),
                )
            )
        platform_id = self._platform.accept(message)
        await self._life.point("after the platform took it, before its answer")
        await asyncio.sleep(self._weather.between(0.005, 0.1))
        if self._weather.strikes(self._weather.answer_lost):
            raise AnswerLostError("no answer")
        await self._life.point("after the answer, before it is settled")
        return platform_id
